//! What leaves an organisation about somebody who trusts it: a note on welfare that the person agreed to, one page about a danger to
//! life, and of a service that helps to leave something not even why somebody did not come.

use app::Refusal;
use app::consult::DangerLine;
use domain::admission::NotPossible;
use domain::measure::YesNo;
use domain::organisation::{Aim, ServicePublished, ServiceWithdrawn};
use domain::referral::{
    Attendance, Danger, DangerAnswered, DangerDisclosed, Held, HoldReason, MeetingHeld, WelfareNoted, WithdrawReason,
    Withdrawn,
};
use domain::{Act, ActId};

use crate::acts::{line, text};
use crate::house::House;

fn disclosed(house: &House) -> DangerDisclosed {
    DangerDisclosed {
        danger: Danger::OwnLife,
        facts: text("Said that he has put the sheet aside for tonight."),
        told: line("Officer in charge, by telephone"),
        told_at: house.now(),
        person_told: YesNo::Yes,
        tell_by: None,
        why_later: None,
    }
}

fn waits(house: &House, who: &access::Actor) -> Vec<ActId> {
    house.app().home(who).unwrap().dangers.iter().map(|danger: &DangerLine| danger.act).collect()
}

#[test]
fn a_danger_stands_before_whoever_reads_of_it_until_somebody_who_received_it_answers() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let act = house.does(&house.practitioner, shared.referral, disclosed(&house));
    for told in [&house.manager, &house.supervisor, &house.governor, &house.monitor, &house.intake, &house.practitioner]
    {
        assert_eq!(waits(&house, told), [act], "{:?}", told.capacity);
    }
    for other in
        [&house.colleague, &house.officer, &house.other_supervisor, &house.other_intake, &house.other_practitioner]
    {
        assert_eq!(waits(&house, other), [], "{:?}", other.capacity);
    }
    let answer = |done: &str| DangerAnswered { disclosed: act, done: text(done) };
    let own = house.refused(&house.practitioner, shared.referral, answer("We looked after it."));
    assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnDisclosure)));
    let another = DangerAnswered { disclosed: ActId::from_bytes(house.fresh().bytes()), done: text("Nothing.") };
    let unknown = house.refused(&house.governor, shared.referral, another);
    assert!(matches!(unknown, Refusal::NotPossible(NotPossible::DangerUnknown)));
    assert_eq!(waits(&house, &house.governor), [act]);
    house.does(&house.governor, shared.referral, answer("Seen by the doctor; not alone tonight."));
    for told in [&house.manager, &house.governor, &house.monitor, &house.practitioner] {
        assert_eq!(waits(&house, told), [], "{:?}", told.capacity);
    }
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn nobody_but_whoever_carries_it_sends_a_note_and_only_in_words_the_person_agreed_to() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let note = |agreed| WelfareNoted { asked: text("A lower bunk, because of the knee."), agreed };
    let refused = house.refused(&house.practitioner, shared.referral, note(YesNo::No));
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::NotAgreed)));
    assert!(matches!(house.refused(&house.intake, shared.referral, note(YesNo::Yes)), Refusal::NotAllowed));
    assert!(matches!(house.refused(&house.manager, shared.referral, note(YesNo::Yes)), Refusal::NotAllowed));
    assert!(matches!(house.refused(&house.other_practitioner, shared.referral, note(YesNo::Yes)), Refusal::NotYours));
    let leaves = house.envelopes().iter().filter(|envelope| envelope.kind == "referral.welfare_noted").count();
    assert_eq!(leaves, 0, "what was not agreed to is nowhere");
    house.does(&house.practitioner, shared.referral, note(YesNo::Yes));
}

/// What the organisation would say of somebody who did not want to come.
fn causes() -> Vec<(Act, Act)> {
    let meeting = |attendance| Act::from(MeetingHeld { attendance, told_limits: YesNo::Yes, summary: None });
    vec![
        (meeting(Attendance::ChoseNot), meeting(Attendance::Unsaid)),
        (meeting(Attendance::CouldNot), meeting(Attendance::Unsaid)),
        (Held { reason: HoldReason::PersonAsked }.into(), Held { reason: HoldReason::Unsaid }.into()),
        (Withdrawn { reason: WithdrawReason::PersonAsked }.into(), Withdrawn { reason: WithdrawReason::Unsaid }.into()),
    ]
}

#[test]
fn of_a_service_that_helps_to_leave_something_no_cause_leaves_the_organisation() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let service = house.service;
    let published = ServicePublished { aim: Aim::Disengagement, ..crate::acts::service(house.cso, "Open Table") };
    house.does(&house.intake, service, ServiceWithdrawn { reason: line("Another aim.") });
    house.does(&house.intake, service, published);
    for (told, unsaid) in causes() {
        let refused = house.refused(&house.practitioner, shared.referral, told);
        assert!(matches!(refused, Refusal::NotPossible(NotPossible::CauseStaysInside)), "{refused:?}");
        house.does(&house.practitioner, shared.referral, unsaid);
    }
    let of_the_stream = house.envelopes().into_iter().filter(|envelope| envelope.stream == shared.referral.stream());
    assert_eq!(
        of_the_stream.filter(|envelope| envelope.org == house.cso).count(),
        2 + 4,
        "and what was refused is nowhere"
    );
}

#[test]
fn of_any_other_service_the_cause_may_be_said() {
    let house = House::new();
    let shared = house.assigned("A-1");
    for (told, _) in causes() {
        house.does(&house.practitioner, shared.referral, told);
    }
}

#[test]
fn for_one_need_two_offers_wait_at_once_and_an_answer_makes_room() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, crate::acts::consent(house.cso, house.day(200)));
    let offer = || {
        let referral = domain::ReferralId::from(house.fresh());
        house.perform(&house.manager, &house.offer(&planned, consent, referral)).map(|_| referral)
    };
    let first = offer().unwrap();
    offer().unwrap();
    let third = offer();
    assert!(matches!(third, Err(Refusal::NotPossible(NotPossible::TwoOffersOpen))), "{third:?}");
    house.does(&house.intake, first, domain::referral::Accepted { note: None });
    offer().unwrap();
}
