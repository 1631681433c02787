//! From admission to release: what the rules say along the way, by acts alone.

use app::{Deed, Refusal};
use domain::assessment::NeedArea;
use domain::custody::{Released, Status, StatusChanged};
use domain::health::{
    AdviceAnswer, AdviceAnswered, AdviceFoundIgnored, AdviceWeight, Advised, Attestation, Attested, CareAsked,
    CareReached, Examined, Reach, Urgency,
};
use domain::look::{Outcome, Purpose};
use domain::measure::YesNo;
use domain::moment::{DAY, HOUR};
use domain::organisation::{Aim, ServicePublished, ServiceWithdrawn};
use domain::reception::{
    AdmissionGroup, AdmissionRecorded, CareArranged, ChildrenRecorded, ClassPurpose, Classified, DistanceRecorded,
    GroupRecorded, GroupState, OrderRecorded, PropertyListed, Regime,
};
use domain::release::{ContactManner, FileCopyOffered, FirstContact, ItemArranged, ReleaseItem};
use domain::weighing::{
    AccommodationAnswer, AccommodationAsked, AccommodationDecided, AccommodationNeed, AssessmentAspect,
    AssessmentConsidered, Considered, PlanAspect, PlanConsidered, PlanConsidering,
};
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
    assert_eq!(says(&house, planned.case, "NMR-24"), [Outcome::Undetermined], "nobody attested that care goes on");
    assert_eq!(says(&house, planned.case, "NMR-90"), [Outcome::Breach], "nobody took over");
    house.does(&house.registrar, planned.case, FileCopyOffered { taken: domain::measure::YesNo::No });
    assert_eq!(says(&house, planned.case, "NMR-09c"), [Outcome::Met]);

    let other = house.planned("A-2");
    house.does(&house.health, other.case, Attested { what: Attestation::CareSettled });
    house.clock.advance(HOUR);
    house.does(&house.registrar, other.case, Released { basis: line("Order 45/2026") });
    assert_eq!(says(&house, other.case, "NMR-24"), [Outcome::Met]);
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

#[test]
fn whoever_is_received_has_an_order_a_filled_register_and_an_examination() {
    let house = House::new();
    let case = house.admitted("A-1");
    let now = house.now();
    for rule in ["NMR-07a", "NMR-07b", "NMR-30", "NMR-67", "NMR-59"] {
        assert_eq!(says(&house, case, rule), [Outcome::Undetermined], "{rule} waits in an empty case");
    }
    let order = |from| OrderRecorded {
        shown: YesNo::Yes,
        authority: Some(line("Example Court")),
        from: Some(from),
        until: None,
    };
    house.does(&house.registrar, case, order(now.plus(HOUR)));
    assert_eq!(says(&house, case, "NMR-07a"), [Outcome::Breach], "it begins an hour later");
    house.does(&house.registrar, case, order(now.plus(-HOUR)));
    assert_eq!(says(&house, case, "NMR-07a"), [Outcome::Met]);
    let groups = |groups: &[AdmissionGroup]| AdmissionRecorded {
        groups: groups.iter().map(|group| GroupRecorded { group: *group, state: GroupState::Unknown }).collect(),
    };
    house.does(&house.registrar, case, groups(&AdmissionGroup::ALL[..6]));
    house.clock.advance(4 * HOUR + 1);
    assert_eq!(says(&house, case, "NMR-07b"), [Outcome::Breach]);
    assert_eq!(says(&house, case, "NMR-67"), [Outcome::Undetermined]);
    house.does(&house.registrar, case, PropertyListed { items: 3, signed: YesNo::No });
    assert_eq!(says(&house, case, "NMR-67"), [Outcome::Breach]);
    house.does(&house.health, case, Examined { areas: Vec::new() });
    assert_eq!(says(&house, case, "NMR-30"), [Outcome::Met]);
    // A record of another time: nobody writes it but who keeps the register, and a health word is only theirs.
    assert!(matches!(house.refused(&house.manager, case, groups(&[])), Refusal::NotAllowed));
    assert!(matches!(house.refused(&house.governor, case, Examined { areas: Vec::new() }), Refusal::NotAllowed));
    let far = DistanceRecorded { km: 61, nearest_km: 10, asked: YesNo::Yes, reason: None };
    house.does(&house.registrar, case, far);
    assert_eq!(says(&house, case, "NMR-59"), [Outcome::Breach]);
}

#[test]
fn a_clinical_decision_is_not_set_aside_and_advice_is_answered() {
    let house = House::new();
    let case = house.admitted("A-1");
    let decision = house.does(&house.health, case, Advised { weight: AdviceWeight::ClinicalDecision });
    let answer = |advice, answer| AdviceAnswered { advice, answer };
    let aside = answer(decision, AdviceAnswer::SetAside);
    assert_eq!(forbidden_by(house.refused(&house.governor, case, aside)), ["NMR-27b"]);
    assert_eq!(says(&house, case, "NMR-27b"), [Outcome::Undetermined]);
    house.does(&house.health, case, AdviceFoundIgnored { advice: decision });
    assert_eq!(says(&house, case, "NMR-27b"), [Outcome::Breach], "what the health service finds is always taken");
    house.clock.advance(HOUR);
    house.does(&house.governor, case, answer(decision, AdviceAnswer::Followed));
    assert_eq!(says(&house, case, "NMR-27b"), [Outcome::Breach], "it was ignored for an hour, and is no more");
    let advice = house.does(&house.health, case, Advised { weight: AdviceWeight::Advice });
    house.does(&house.governor, case, answer(advice, AdviceAnswer::Noted));
    house.clock.advance(DAY + 1);
    assert_eq!(says(&house, case, "NMR-33"), [Outcome::Breach]);
    let nothing = ActId::from_random([9; 16]);
    assert!(matches!(
        house.refused(&house.health, case, AdviceFoundIgnored { advice: nothing }),
        Refusal::NotPossible(_)
    ));
}

#[test]
fn whoever_asks_for_the_health_service_is_reached() {
    let house = House::new();
    let case = house.admitted("A-1");
    let asked = house.does(&house.officer, case, CareAsked { urgency: Urgency::Urgent });
    assert_eq!(says(&house, case, "NMR-27a"), [Outcome::Undetermined]);
    house.clock.advance(DAY);
    house.does(&house.health, case, CareReached { asked, reach: Reach::KeptAway });
    house.clock.advance(DAY);
    assert_eq!(says(&house, case, "NMR-31"), [Outcome::Breach]);
    house.does(&house.health, case, CareReached { asked, reach: Reach::Seen });
    assert_eq!(says(&house, case, "NMR-27a"), [Outcome::Breach]);
    let needed = Attested { what: Attestation::MoveNeeded };
    house.does(&house.health, case, needed);
    assert_eq!(says(&house, case, "NMR-109"), [Outcome::Undetermined]);
    house.clock.advance(DAY + 1);
    assert_eq!(says(&house, case, "NMR-109"), [Outcome::Breach]);
    house.does(&house.health, case, Attested { what: Attestation::MoveBegun });
    assert_eq!(says(&house, case, "NMR-109"), [Outcome::Breach], "late");
}

#[test]
fn what_was_weighed_is_on_record_and_what_is_asked_for_is_decided() {
    let house = House::new();
    let planned = house.planned("A-1");
    let case = planned.case;
    assert_eq!(says(&house, case, "NMR-106"), [Outcome::Undetermined]);
    let considered = |aspect| PlanConsidered {
        plan: planned.plan,
        aspects: vec![PlanConsidering { aspect, outcome: Considered::InPlan }],
    };
    house.does(&house.manager, case, considered(PlanAspect::Community));
    assert_eq!(says(&house, case, "NMR-106"), [Outcome::Breach], "the record leaves the family out");
    assert_eq!(says(&house, case, "NMR-88a"), [Outcome::Met]);
    house.does(&house.manager, case, considered(PlanAspect::Family));
    assert_eq!(says(&house, case, "NMR-106"), [Outcome::Met]);
    let all = AssessmentConsidered { aspects: AssessmentAspect::ALL.to_vec() };
    assert_eq!(says(&house, case, "NMR-92a"), [Outcome::Undetermined]);
    house.does(&house.manager, case, all);
    assert_eq!(says(&house, case, "NMR-92a"), [Outcome::Met]);
    let asked = house.does(&house.officer, case, AccommodationAsked { need: AccommodationNeed::StepFree, words: None });
    assert_eq!(says(&house, case, "NMR-05"), [Outcome::Undetermined]);
    let decided = AccommodationDecided { asked, answer: AccommodationAnswer::Given, reason: text("Placeholder.") };
    assert!(matches!(house.refused(&house.manager, case, decided.clone()), Refusal::NotAllowed));
    house.does(&house.governor, case, decided);
    assert_eq!(says(&house, case, "NMR-05"), [Outcome::Met]);
    let classified = |purpose, facts| Classified { regime: Regime::HalfOpen, purpose, facts, review_on: house.day(30) };
    house.does(&house.governor, case, classified(ClassPurpose::Other, vec![acts::fact(house.now())]));
    assert_eq!(says(&house, case, "NMR-93"), [Outcome::Breach]);
    assert_eq!(says(&house, case, "NMR-89"), [Outcome::Met]);
}

#[test]
fn whoever_works_for_an_association_sees_nothing_of_it() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.health, shared.case, Attested { what: Attestation::MoveNeeded });
    for outside in [&house.intake, &house.practitioner] {
        assert!(!house.sees_case(outside, shared.case));
    }
    // Nor does a custody officer see what the register says of children.
    let children = ChildrenRecorded { count: 2, complete: 2, arranged: CareArranged::Offered };
    let counted = house.does(&house.registrar, shared.case, children);
    let sees = |actor| {
        let file = house.app().case(actor, shared.case, Purpose::Casework).unwrap();
        file.acts.iter().any(|recorded| recorded.id() == counted)
    };
    assert!(!sees(&house.officer) && !sees(&house.health) && sees(&house.registrar));
}
