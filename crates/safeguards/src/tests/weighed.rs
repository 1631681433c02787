//! What was weighed in assessment and plan, the regime, and accommodation.

use domain::custody::{Circumstance, Sex};
use domain::passage_facts::{ClassFacts, Followed};
use domain::reception::ClassPurpose;
use domain::weighing::{AccommodationAnswer, AccommodationNeed, AssessmentAspect, Considered, PlanAspect};
use domain::{AccountId, Moment};
use jiff::civil::{Date, date};

use super::fixture::*;
use super::gate::{Says as _, act, noted, received};

fn weighed(mut case: Case, number: u8, at: Moment, aspects: &[AssessmentAspect]) -> Case {
    case.facts.passage.weighed.push(noted(number, at, aspects.to_vec()));
    case
}

#[test]
fn all_seven_are_looked_at_within_the_clock() {
    let limit = at(days(30));
    let seven = &AssessmentAspect::ALL[..7];
    assert_eq!(weighed(received(), 1, limit, seven).state("NMR-92a", limit), "met");
    assert_eq!(weighed(received(), 1, limit.plus(1), seven).state("NMR-92a", at(days(31))), "breach");
    let six = weighed(received(), 1, at(1), &seven[1..]);
    assert_eq!((six.state("NMR-92a", limit), six.state("NMR-92a", limit.plus(1))), ("waits", "breach"));
    assert_eq!(received().state("NMR-92a", limit.plus(1)), "undetermined");
}

#[test]
fn whether_a_child_or_a_woman_is_a_victim_is_asked_before_the_first_plan() {
    let both = &[AssessmentAspect::Victim, AssessmentAspect::AgeAndGender];
    let planned = |case: Case| case.plan(at(days(5)), Some(()));
    let child = || planned(received().born(date(2010, 1, 1)));
    let now = at(days(6));
    for rule in ["CRC-100", "SC-2396-31"] {
        assert_eq!(weighed(child(), 1, at(days(5)), both).state(rule, now), "met");
        assert_eq!(weighed(child(), 1, at(days(5)).plus(1), both).state(rule, now), "breach");
        assert_eq!(weighed(child(), 1, at(days(1)), &[AssessmentAspect::Prospects]).state(rule, now), "breach");
        assert_eq!(child().state(rule, now), "undetermined");
        assert_eq!(received().born(date(2010, 1, 1)).state(rule, now), "nothing", "no plan yet");
        assert_eq!(planned(received()).state(rule, now), "nothing", "a man");
    }
    assert_eq!(weighed(child(), 1, at(days(5)), &both[..1]).state("CRC-100", now), "met");
    assert_eq!(weighed(child(), 1, at(days(5)), &both[..1]).state("SC-2396-31", now), "breach");
    let mut woman = planned(received());
    woman.facts.sex = Some(Sex::Female);
    assert_eq!((woman.state("CRC-100", now), woman.state("SC-2396-31", now)), ("nothing", "undetermined"));
}

fn approved() -> Case {
    let mut case = received().plan(at(days(5)), Some(()));
    let plan = case.facts.plans.last_mut().unwrap();
    plan.approved = Some((act(90), at(days(6)), AccountId::from_bytes([3; 16])));
    case
}

fn considered(mut case: Case, number: u8, aspects: &[(PlanAspect, Considered)]) -> Case {
    let plan = case.facts.plans.last().unwrap().act;
    case.facts.passage.considered.push(noted(number, at(days(6)), (plan, aspects.to_vec())));
    case
}

/// A rule, whom it concerns, and what it wants to be considered.
type Row<'a> = (&'a str, fn(Case) -> Case, &'a [PlanAspect]);

#[test]
fn what_a_plan_must_consider_is_considered_when_it_is_approved() {
    let now = at(days(7));
    let every: Vec<_> = PlanAspect::ALL.iter().map(|aspect| (*aspect, Considered::InPlan)).collect();
    let woman = |mut case: Case| {
        case.facts.sex = Some(Sex::Female);
        case
    };
    let child = |case: Case| case.born(date(2010, 1, 1));
    let rules: [Row<'_>; 8] = [
        ("NMR-106", |case| case, &[PlanAspect::Family]),
        ("NMR-88a", |case| case, &[PlanAspect::Community]),
        ("NMR-108c", |case| case, &[PlanAspect::Coordinator]),
        ("BKK-45", woman, &[PlanAspect::OpenPrison]),
        ("HAV-27", child, &[PlanAspect::Stages]),
        ("HAV-79", child, &[PlanAspect::Education]),
        ("BEI-24", child, &[PlanAspect::PracticalHelp]),
        ("BEI-26", child, &[PlanAspect::Education]),
    ];
    for (rule, of, left_out) in rules {
        let without: Vec<_> = every.iter().filter(|(aspect, _)| !left_out.contains(aspect)).copied().collect();
        assert_eq!(considered(of(approved()), 1, &every).state(rule, now), "met", "{rule}");
        assert_eq!(considered(of(approved()), 1, &without).state(rule, now), "breach", "{rule}");
        assert_eq!(of(approved()).state(rule, now), "undetermined", "{rule}");
        let mut waiting = considered(of(approved()), 1, &without);
        waiting.facts.plans[0].approved = None;
        assert_eq!(waiting.state(rule, now), "waits", "{rule}");
    }
    assert_eq!(approved().state("BKK-45", now), "nothing", "a man");
    assert_eq!(approved().state("HAV-79", now), "nothing", "an adult");
}

#[test]
fn a_woman_has_a_partner_outside_or_wants_none() {
    let now = at(days(7));
    let says = |outcome| {
        let mut case = considered(approved(), 1, &[(PlanAspect::Community, outcome)]);
        case.facts.sex = Some(Sex::Female);
        case.state("BKK-46", now)
    };
    assert_eq!((says(Considered::InPlan), says(Considered::NotWanted)), ("met", "met"));
    assert_eq!((says(Considered::NotPossible), says(Considered::DoesNotArise)), ("breach", "breach"));
}

#[test]
fn the_last_word_on_an_aspect_counts_and_an_earlier_version_goes_on() {
    let case = considered(approved(), 1, &[(PlanAspect::Family, Considered::NotPossible)]);
    let mut next = case.plan(at(days(8)), Some(()));
    next.facts.plans[1].approved = Some((act(91), at(days(9)), AccountId::from_bytes([3; 16])));
    assert_eq!(next.state("NMR-106", at(days(10))), "met");
}

fn classed(mut case: Case, number: u8, at: Moment, facts: usize, purpose: ClassPurpose, review_on: Date) -> Case {
    case.facts.passage.classes.push(noted(number, at, ClassFacts { purpose, facts, review_on }));
    case
}

#[test]
fn a_regime_rests_on_facts_and_is_looked_at_again_by_the_end_of_its_day() {
    let review = date(2026, 6, 1);
    let once = |facts, purpose| classed(received(), 1, at(days(1)), facts, purpose, review);
    let good = once(1, ClassPurpose::Facilitate);
    assert_eq!(good.state("NMR-89", moment("2026-06-01T23:59:59.999Z")), "met");
    assert_eq!(good.state("NMR-89", moment("2026-06-02T00:00:00Z")), "breach");
    assert_eq!(good.state("NMR-93", moment("2026-06-02T00:00:00Z")), "met");
    assert_eq!(once(0, ClassPurpose::Separate).state("NMR-89", at(days(2))), "breach");
    assert_eq!(once(1, ClassPurpose::Other).state("NMR-93", at(days(2))), "breach");
    let again = classed(good, 2, moment("2026-06-01T12:00:00Z"), 2, ClassPurpose::Separate, date(2026, 9, 1));
    assert_eq!(again.state("NMR-89", moment("2026-06-02T00:00:00Z")), "met");
    for rule in ["NMR-89", "NMR-93"] {
        assert_eq!(
            (received().state(rule, at(days(30))), received().state(rule, at(days(30) + 1))),
            ("waits", "undetermined")
        );
    }
}

#[test]
fn what_is_asked_for_is_decided_within_the_clock_and_every_need_has_a_decision() {
    let asked = |decided: Option<i64>| {
        let mut case = received();
        let after = decided.map(|millis| noted(2, at(millis), AccommodationAnswer::NotGiven)).into_iter().collect();
        case.facts.passage.accommodation.push(Followed { begun: noted(1, at(0), AccommodationNeed::StepFree), after });
        case
    };
    let limit = days(14);
    assert_eq!(asked(Some(limit)).state("NMR-05", at(limit)), "met");
    assert_eq!(asked(Some(limit + 1)).state("NMR-05", at(limit + 1)), "breach");
    assert_eq!(
        (asked(None).state("NMR-05", at(limit)), asked(None).state("NMR-05", at(limit + 1))),
        ("waits", "breach")
    );
    let thirty = days(30);
    let need = |case: Case| case.noted(Circumstance::Interpreter, at(0), None);
    assert_eq!(need(asked(Some(thirty))).state("NMR-02b", at(thirty)), "met");
    assert_eq!(need(received()).state("NMR-02b", at(thirty)), "waits");
    assert_eq!(need(received()).state("NMR-02b", at(thirty + 1)), "breach");
    let pregnant = received().noted(Circumstance::Pregnant, at(0), None);
    assert_eq!(pregnant.state("NMR-02b", at(thirty + 1)), "nothing", "what she needs is not asked for here");
}
