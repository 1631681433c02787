//! From admission to release: what the rules say along the way, by acts alone.

use app::{Deed, Refusal};
use domain::assessment::NeedArea;
use domain::custody::{Released, Status, StatusChanged};
use domain::look::{Outcome, Purpose};
use domain::moment::{DAY, HOUR};
use domain::organisation::{Aim, ServicePublished, ServiceWithdrawn};
use domain::release::{ContactManner, FileCopyOffered, FirstContact, ItemArranged, ReleaseItem};
use domain::{Act, ActId, CaseId, ReferralId, kind::topic};

use crate::acts::{self, line, text};
use crate::house::{House, Planned};

/// What a rule says of a case now, met answers among them.
fn says(house: &House, case: CaseId, rule: &str) -> Vec<Outcome> {
    let facts = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap().facts.clone();
    let checked = house.app().check(&facts, house.now());
    let results = checked.findings.iter().chain(&checked.waiting).chain(&checked.met);
    results.filter(|result| result.rule.id() == rule).map(|result| result.outcome).collect()
}

fn forbidden_by(refusal: Refusal) -> Vec<&'static str> {
    match refusal {
        Refusal::Safeguard(findings) => findings.iter().map(|finding| finding.rule.id()).collect(),
        other => panic!("{other:?}"),
    }
}

fn held_as(house: &House, case: CaseId, status: Status) {
    house.does(&house.registrar, case, StatusChanged { status, order: line("Order 7/2026") });
}

/// Publishes the service of the first association again, with another aim.
fn aims(house: &House, aim: Aim) {
    house.does(&house.intake, house.service, ServiceWithdrawn { reason: line("Placeholder.") });
    let published = ServicePublished { aim, ..acts::service(house.cso, "Sample Talks") };
    house.does(&house.intake, house.service, published);
}

fn referral(house: &House, planned: &Planned) -> Deed {
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(90)));
    house.offer(planned, consent, ReferralId::from(house.fresh()))
}

#[test]
fn nobody_without_a_conviction_is_referred_to_a_service_that_implies_guilt() {
    let house = House::new();
    let planned = house.planned("A-1");
    aims(&house, Aim::Disengagement);
    held_as(&house, planned.case, Status::Untried);
    let deed = referral(&house, &planned);
    assert_eq!(forbidden_by(house.perform(&house.manager, &deed).unwrap_err()), ["NMR-111"]);
    held_as(&house, planned.case, Status::WithoutCharge);
    assert_eq!(forbidden_by(house.perform(&house.manager, &deed).unwrap_err()), ["NMR-122"]);
    aims(&house, Aim::Reintegration);
    assert_eq!(forbidden_by(house.perform(&house.manager, &referral(&house, &planned)).unwrap_err()), ["NMR-122"]);
    aims(&house, Aim::Support);
    house.performed(&house.manager, &referral(&house, &planned));
    assert!(says(&house, planned.case, "NMR-122").iter().all(|outcome| *outcome == Outcome::Met));
    // Once there is a conviction, every service is open.
    house.clock.advance(HOUR);
    held_as(&house, planned.case, Status::Convicted);
    aims(&house, Aim::Disengagement);
    house.performed(&house.manager, &referral(&house, &planned));
}

#[test]
fn the_program_writes_what_the_service_aimed_at_and_nobody_says_it_in_its_place() {
    let house = House::new();
    let planned = house.planned("A-1");
    aims(&house, Aim::Support);
    let mut deed = referral(&house, &planned);
    let begun = house.performed(&house.manager, &deed).acts[0];
    let file = house.app().case(&house.monitor, planned.case, Purpose::Oversight).unwrap();
    let written = file.acts.iter().find(|recorded| recorded.id() == begun).unwrap();
    let Act::Referral(topic::Referral::Begun(body)) = &written.act else { panic!("{written:?}") };
    assert_eq!(body.aim, Some(Aim::Support));
    let mut claimed = body.clone();
    claimed.referral = ReferralId::from(house.fresh());
    deed.acts[0].act = claimed.into();
    assert!(matches!(house.perform(&house.manager, &deed).unwrap_err(), Refusal::Form(_)));
}

#[test]
fn a_plan_that_implies_guilt_is_refused_while_there_is_no_conviction_and_an_assessment_is_only_found() {
    let house = House::new();
    let case = house.admitted("A-1");
    held_as(&house, case, Status::Untried);
    let mut assessed = acts::assessed();
    assessed.needs[0].area = NeedArea::LeavingViolence;
    house.does(&house.manager, case, assessed);
    assert_eq!(says(&house, case, "NMR-111"), [Outcome::Breach], "a record is never refused");
    let mut plan = acts::plan();
    plan.goals.truncate(1);
    plan.goals[0].need = NeedArea::LeavingViolence;
    assert_eq!(forbidden_by(house.refused(&house.manager, case, plan)), ["NMR-111"]);
}

#[test]
fn a_plan_is_due_kept_up_and_found_when_it_is_not() {
    let house = House::new();
    let case = house.admitted("A-1");
    assert_eq!(says(&house, case, "NMR-94"), [Outcome::Undetermined], "an empty case waits");
    assert_eq!(says(&house, case, "NMR-88b"), [Outcome::Met]);
    house.does(&house.manager, case, acts::assessed());
    house.does(&house.manager, case, acts::plan());
    assert_eq!(says(&house, case, "NMR-94"), [Outcome::Met]);
    assert_eq!(says(&house, case, "NMR-92c"), [Outcome::Undetermined]);
    house.clock.advance(90 * DAY);
    assert_eq!(says(&house, case, "NMR-92c"), [Outcome::Undetermined]);
    house.clock.advance(1);
    assert_eq!(says(&house, case, "NMR-92c"), [Outcome::Breach]);
    let late = house.admitted("A-2");
    house.clock.advance(60 * DAY + 1);
    assert_eq!(says(&house, late, "NMR-94"), [Outcome::Undetermined]);
    house.does(&house.manager, late, acts::assessed());
    house.does(&house.manager, late, acts::plan());
    assert_eq!(says(&house, late, "NMR-94"), [Outcome::Breach]);
}

#[test]
fn release_shows_what_was_ready_and_what_was_not() {
    let house = House::new();
    let planned = house.planned("A-1");
    for item in [ReleaseItem::Papers, ReleaseItem::Home, ReleaseItem::Living, ReleaseItem::Journey] {
        assert!(says(&house, planned.case, "NMR-108a").iter().all(|outcome| *outcome != Outcome::Met));
        house.does(&house.manager, planned.case, ItemArranged { item, how: text("Placeholder.") });
    }
    house.clock.advance(DAY);
    let released: ActId = house.does(&house.registrar, planned.case, Released { basis: line("Order 44/2026") });
    assert_eq!(says(&house, planned.case, "NMR-108a"), [Outcome::Met]);
    assert_eq!(says(&house, planned.case, "NMR-09c"), [Outcome::Undetermined]);
    assert_eq!(says(&house, planned.case, "NMR-90"), [Outcome::Breach], "nobody took over");
    house.does(&house.registrar, planned.case, FileCopyOffered { taken: domain::measure::YesNo::No });
    assert_eq!(says(&house, planned.case, "NMR-09c"), [Outcome::Met]);

    let other = house.planned("A-2");
    house.does(&house.registrar, other.case, Released { basis: line("Order 45/2026") });
    assert_eq!(says(&house, other.case, "NMR-108a"), [Outcome::Undetermined], "it is due at the gate");
    house.clock.advance(DAY);
    assert_eq!(says(&house, other.case, "NMR-108a"), [Outcome::Breach]);
    assert_eq!(says(&house, other.case, "NMR-09c"), [Outcome::Breach]);
    assert_ne!(released, other.plan);
}

#[test]
fn whoever_was_taken_over_is_met_within_the_clock() {
    let house = House::new();
    let planned = house.planned("A-1");
    let offered = domain::release::HandoverOffered {
        to: house.probation_service,
        summary: text("Placeholder."),
        answer_by: house.day(7),
    };
    house.does(&house.manager, planned.case, offered);
    let first_meeting = house.now().plus(2 * DAY);
    let accepted = domain::release::HandoverAccepted { first_meeting, place: line("Room 0") };
    house.does(&house.probation, planned.case, accepted);
    house.does(&house.registrar, planned.case, Released { basis: line("Order 44/2026") });
    assert_eq!(says(&house, planned.case, "NMR-90"), [Outcome::Undetermined]);
    house.clock.advance(3 * DAY);
    let met = FirstContact { manner: ContactManner::InPerson, agreed: text("Placeholder.") };
    house.does(&house.probation, planned.case, met);
    assert_eq!(says(&house, planned.case, "NMR-90"), [Outcome::Met], "exactly 72 hours");
}
