//! Inspections of a prison: nobody in it sees one before its report, nobody outside the mandate ever does, and what was
//! recommended waits for an answer by a clock.

use access::Actor;
use app::Refusal;
use app::consult::Inspections;
use domain::admission::NotPossible;
use domain::inspection::{InspectionAnswer, InspectionItem, ItemAnswered, Opened, Recommended, Replied, Reported};
use domain::measure::YesNo;
use domain::moment::DAY;
use domain::organisation::{MandateEndProposed, MandateEnded, OrgKind};
use domain::{ActId, Capacity, Kind};

use crate::acts::{registered, text};
use crate::house::House;

fn opening() -> Opened {
    Opened { announced: YesNo::No, health_professional: YesNo::Yes, woman: YesNo::No }
}

fn answer(inspection: ActId, item: InspectionItem, answer: InspectionAnswer) -> ItemAnswered {
    ItemAnswered { inspection, item, answer, evidence: text("East wing, in the morning.") }
}

fn advice(inspection: ActId) -> Recommended {
    Recommended { inspection, item: InspectionItem::Rooms, what: text("Let the windows be opened.") }
}

fn report(inspection: ActId) -> Reported {
    Reported { inspection, summary: text("The windows do not open.") }
}

fn reply(recommendation: ActId) -> Replied {
    Replied { recommendation, accepted: YesNo::Yes, what: text("They are mended."), by: None }
}

/// An inspection with one item answered and one recommendation.
fn looked(house: &House) -> (ActId, ActId) {
    let inspection = house.does(&house.monitor, house.prison, opening());
    house.does(&house.monitor, house.prison, answer(inspection, InspectionItem::Rooms, InspectionAnswer::NotInOrder));
    (inspection, house.does(&house.monitor, house.prison, advice(inspection)))
}

fn seen(house: &House, who: &Actor) -> Inspections {
    Inspections::clone(&house.app().inspections(who, house.prison).unwrap())
}

fn denied(house: &House, who: &Actor) {
    let asked = house.app().inspections(who, house.prison);
    assert!(matches!(asked, Err(Refusal::NotYours)), "{:?}", who.capacity);
}

#[test]
fn those_who_lead_the_prison_see_an_inspection_from_its_report_on() {
    let house = House::new();
    let (inspection, _) = looked(&house);
    for who in [&house.governor, &house.supervisor] {
        assert!(seen(&house, who).inspections.is_empty(), "not before the report");
    }
    let open = seen(&house, &house.monitor);
    assert_eq!(open.inspections[0].answered(), 1);
    assert!(open.last_reported.is_none());
    house.does(&house.monitor, house.prison, report(inspection));
    for who in [&house.governor, &house.supervisor, &house.monitor, &house.reviewer] {
        let told = seen(&house, who);
        let line = &told.inspections[0];
        assert_eq!((line.answered(), line.unanswered()), (1, 1));
        let rooms = line.items.iter().find(|item| item.item == InspectionItem::Rooms).unwrap();
        assert_eq!(rooms.found.as_ref().unwrap().0, InspectionAnswer::NotInOrder);
        let staff = line.items.iter().find(|item| item.item == InspectionItem::Staff).unwrap();
        assert!(staff.found.is_none(), "what nobody answered has no answer");
        assert_eq!(line.items.len(), InspectionItem::ALL.len());
    }
}

#[test]
fn nobody_else_is_told_that_there_is_an_inspection() {
    let house = House::new();
    let (inspection, recommendation) = looked(&house);
    house.does(&house.monitor, house.prison, report(inspection));
    let others = [
        &house.officer,
        &house.manager,
        &house.health,
        &house.registrar,
        &house.intake,
        &house.practitioner,
        &house.probation,
        &house.other_supervisor,
        &house.admins[0],
    ];
    for who in others {
        denied(&house, who);
        let refused =
            house.refused(who, house.prison, answer(inspection, InspectionItem::Staff, InspectionAnswer::InOrder));
        assert!(matches!(refused, Refusal::NotYours | Refusal::NotAllowed), "{refused:?}");
        let refused = house.refused(who, house.prison, reply(recommendation));
        assert!(matches!(refused, Refusal::NotYours | Refusal::NotAllowed), "{refused:?}");
    }
    // Leading it is not inspecting it, and inspecting it is not answering for it.
    assert!(matches!(house.refused(&house.governor, house.prison, opening()), Refusal::NotAllowed));
    assert!(matches!(house.refused(&house.supervisor, house.prison, reply(recommendation)), Refusal::NotAllowed));
    assert!(matches!(house.refused(&house.monitor, house.prison, reply(recommendation)), Refusal::NotAllowed));
}

#[test]
fn a_mandate_that_ends_ends_the_inspection_for_the_body_at_once() {
    let house = House::new();
    let (inspection, _) = looked(&house);
    let mandate = house
        .envelopes()
        .into_iter()
        .find(|entry| entry.kind == "organisation.mandate_proposed" && entry.stream == house.prison.stream());
    let mandate = mandate.unwrap().act;
    let basis = crate::acts::line("The order ended.");
    house.does(&house.admins[0], house.prison, MandateEndProposed { mandate, basis });
    house.does(&house.admins[1], house.prison, MandateEnded { mandate });
    denied(&house, &house.monitor);
    let refused = house.refused(&house.monitor, house.prison, report(inspection));
    assert!(matches!(refused, Refusal::NotAllowed), "{refused:?}");
}

#[test]
fn another_body_sees_the_report_and_not_the_work_before_it() {
    let house = House::new();
    let (inspection, _) = looked(&house);
    let body = house.fresh();
    house.does(&house.admins[0], body, registered("Example inspectorate", OrgKind::Oversight));
    let other = house.account("other.monitor", body.into(), Capacity::Monitor);
    denied(&house, &other);
    let basis = crate::acts::line("Order 12");
    let proposed = domain::organisation::MandateProposed { body: body.into(), basis, until: None };
    let mandate = house.does(&house.admins[0], house.prison, proposed);
    house.does(&house.admins[1], house.prison, domain::organisation::MandateConfirmed { mandate });
    assert!(seen(&house, &other).inspections.is_empty());
    let refused = house.refused(&other, house.prison, report(inspection));
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::EntryUnknown)), "{refused:?}");
    house.does(&other, house.prison, opening());
    assert_eq!(seen(&house, &other).inspections.len(), 1, "its own");
    house.does(&house.monitor, house.prison, report(inspection));
    assert_eq!(seen(&house, &other).inspections.len(), 2);
    assert_eq!(seen(&house, &house.governor).inspections.len(), 1, "the other one is under way");
}

#[test]
fn an_answer_is_in_time_at_exactly_the_limit_and_late_a_millisecond_after_it() {
    let house = House::new();
    let (inspection, recommendation) = looked(&house);
    house.does(&house.monitor, house.prison, report(inspection));
    let reported = seen(&house, &house.governor).last_reported.unwrap();
    let due = seen(&house, &house.governor).inspections[0].recommendations[0].due.unwrap();
    assert_eq!(due, reported.plus(90 * DAY));
    house.clock.advance(due.since(house.now()));
    house.does(&house.governor, house.prison, reply(recommendation));
    house.clock.advance(1);
    house.does(&house.governor, house.prison, reply(recommendation));
    let replies = seen(&house, &house.monitor).inspections[0].recommendations[0].replies.clone();
    assert_eq!(replies.iter().map(|reply| reply.in_time).collect::<Vec<_>>(), [YesNo::Yes, YesNo::No]);
}

#[test]
fn what_one_may_do_is_said_by_the_table() {
    let house = House::new();
    let of = |who: &Actor| -> Vec<Kind> {
        let may = seen(&house, who).may;
        may.into_iter().filter(|kind| kind.row().name.starts_with("inspection.")).collect()
    };
    assert_eq!(of(&house.governor), [Kind::InspectionReplied]);
    assert!(of(&house.supervisor).is_empty());
    assert_eq!(of(&house.monitor).len(), 4);
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}
