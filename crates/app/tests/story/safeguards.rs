//! A safeguard may stop a decision, never a record.

use app::{Deed, Refusal};
use domain::admission::NotPossible;
use domain::assessment::Contested;
use domain::look::{Outcome, Purpose};
use domain::measure::{Extended, FoundInForce, Imposed, Lifted, MeasureKind, MeasurePurpose, YesNo};
use domain::measure_terms::{Authority, EndSaid, MeasureEffect, MeasureGround, Untouchable};
use domain::moment::{DAY, HOUR};
use domain::under_measure::{
    AdviceAnswered, CellLight, ConditionsRecorded, EffectReported, HarmAttested, MeasureAnswer, Relief, ReliefPlanned,
};
use domain::{ActId, CaseId};
use jiff::civil::date;

use crate::acts::{self, text};
use crate::house::House;

/// The rules on record as broken or open.
fn open_rules(house: &House, case: CaseId) -> Vec<(String, Outcome)> {
    let board = house.app().findings(&house.monitor).unwrap();
    board.lines.iter().filter(|line| line.case == case).map(|line| (line.rule.clone(), line.outcome)).collect()
}

fn forbidden_by(refusal: Refusal) -> Vec<&'static str> {
    match refusal {
        Refusal::Safeguard(findings) => findings.iter().map(|finding| finding.rule.id()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn solitary_confinement_planned_beyond_fifteen_days_is_refused_and_found_in_force_it_is_taken() {
    let house = House::new();
    let case = house.admitted("A-1");
    let order = |days: i64| {
        let now = house.now();
        acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(days * DAY))
    };
    assert_eq!(forbidden_by(house.refused(&house.governor, case, order(16))), ["NMR-43b"]);
    let solitary =
        |case| open_rules(&house, case).into_iter().filter(|(rule, _)| rule == "NMR-43b").collect::<Vec<_>>();
    assert!(solitary(case).is_empty(), "a refused decision leaves no finding");
    let found = acts::found_in_force(Some(house.now().plus(20 * DAY)));
    let receipt = house.performed(&house.officer, &Deed::one(case, found));
    let broken = receipt.raised.iter().filter(|finding| finding.outcome == Outcome::Breach);
    assert_eq!(broken.map(|finding| finding.rule.id()).collect::<Vec<_>>(), ["NMR-43b"]);
    assert_eq!(solitary(case), [("NMR-43b".to_owned(), Outcome::Breach)]);
    // Exactly fifteen days are met.
    let other = house.admitted("A-2");
    house.does(&house.governor, other, order(15));
    assert!(solitary(other).is_empty());
}

/// From an empty case through the doors: nothing said, everything wrong, nothing wrong.
#[test]
fn what_is_on_record_of_a_measure_comes_to_all_three_answers() {
    let house = House::new();
    let end = Some(house.now().plus(5 * DAY));
    let of_measures =
        ["NMR-36", "NMR-37b", "NMR-42", "NMR-43a", "NMR-43d", "NMR-43g", "NMR-45a", "NMR-45b", "NMR-45d", "NMR-46a"];
    let told = |case: CaseId| -> Vec<(String, Outcome)> {
        let open = open_rules(&house, case).into_iter();
        let mut told: Vec<_> = open.filter(|(rule, _)| of_measures.contains(&rule.as_str())).collect();
        told.sort();
        told
    };
    let all = |outcome: Outcome| of_measures.map(|rule| (rule.to_owned(), outcome)).to_vec();
    let silent = house.admitted("A-1");
    house.does(&house.officer, silent, acts::found_in_force(None));
    assert_eq!(told(silent), all(Outcome::Undetermined));
    let wrong = house.admitted("A-2");
    let found = FoundInForce {
        end_said: EndSaid::FurtherNotice,
        grounds: vec![MeasureGround::Listed],
        alternatives: Some(YesNo::No),
        law: Some(YesNo::No),
        policy: Some(YesNo::No),
        review: Some(YesNo::No),
        authority: Some(Authority::ShiftLeader),
        health_took_part: Some(YesNo::Yes),
        effects: MeasureEffect::FAMILY.to_vec(),
        withheld: vec![Untouchable::Water],
        ..acts::found_in_force(None)
    };
    house.does(&house.officer, wrong, found);
    assert_eq!(told(wrong), all(Outcome::Breach));
    let right = house.admitted("A-3");
    let found = FoundInForce {
        grounds: vec![MeasureGround::Attacked],
        alternatives: Some(YesNo::Yes),
        law: Some(YesNo::Yes),
        policy: Some(YesNo::Yes),
        review: Some(YesNo::Yes),
        authority: Some(Authority::Director),
        health_took_part: Some(YesNo::No),
        effects: vec![MeasureEffect::Visits, MeasureEffect::Calls],
        ..acts::found_in_force(end)
    };
    let measure = house.does(&house.officer, right, found);
    let nobody_looked = told(right).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
    assert_eq!(nobody_looked, ["NMR-42", "NMR-43d"]);
    house.does(
        &house.officer,
        right,
        ConditionsRecorded { measure, light: CellLight::DayAndNight, lacking: Vec::new() },
    );
    assert_eq!(told(right), []);
    // An order through this program says all of it.
    let ordered = house.admitted("A-4");
    let now = house.now();
    house.does(
        &house.governor,
        ordered,
        acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(DAY)),
    );
    assert_eq!(told(ordered), []);
}

/// From an empty case through the doors: light, relief, attested harm and what the health service says.
#[test]
fn who_is_held_apart_comes_to_all_three_answers() {
    let house = House::new();
    let of_rules = ["NMR-38b", "NMR-43c", "NMR-45e", "NMR-46c"];
    let told = |case: CaseId| -> Vec<(String, Outcome)> {
        let open = open_rules(&house, case).into_iter();
        let mut told: Vec<_> = open.filter(|(rule, _)| of_rules.contains(&rule.as_str())).collect();
        told.sort();
        told
    };
    let is = |rule: &str, outcome| (rule.to_owned(), outcome);
    let case = house.admitted("A-1");
    let (now, end) = (house.now(), house.now().plus(9 * DAY));
    let order = || acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, end);
    let measure = house.does(&house.governor, case, order());
    assert_eq!(told(case), [is("NMR-45e", Outcome::Undetermined)], "nobody attested anything");
    house.does(&house.health, case, HarmAttested { worsens: YesNo::No });
    assert_eq!(told(case), []);
    // Three days later nobody looked at the room and nothing is planned; the health service reported, and nobody answered.
    let said = house.does(&house.health, case, EffectReported { measure, observed: now, advice: None });
    house.clock.advance(3 * DAY + 1);
    house.app().come_due().unwrap();
    assert_eq!(
        told(case),
        [is("NMR-38b", Outcome::Breach), is("NMR-43c", Outcome::Undetermined), is("NMR-46c", Outcome::Breach)]
    );
    let conditions = |light| ConditionsRecorded { measure, light, lacking: Vec::new() };
    house.does(&house.officer, case, conditions(CellLight::Constant));
    assert!(told(case).contains(&is("NMR-43c", Outcome::Breach)));
    house.does(&house.officer, case, conditions(CellLight::DayAndNight));
    house.does(&house.manager, case, ReliefPlanned { measure, ways: vec![Relief::Company] });
    let answer =
        AdviceAnswered { advice: said, answer: MeasureAnswer::Altered, reasons: text("Time outside each day.") };
    house.does(&house.governor, case, answer);
    assert_eq!(told(case), [], "what was broken is over, and stays on record");
    // Where it makes a disability worse there is no solitary confinement, whoever orders it.
    house.does(&house.health, case, HarmAttested { worsens: YesNo::Yes });
    assert_eq!(told(case), [is("NMR-45e", Outcome::Breach)]);
    let other = house.admitted("A-2");
    house.does(&house.health, other, HarmAttested { worsens: YesNo::Yes });
    let now = house.now();
    let refused = acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, now.plus(DAY));
    assert_eq!(forbidden_by(house.refused(&house.governor, other, refused)), ["NMR-45e"]);
}

/// What is in force already counts: the decision that would close the last way to the family is refused, a lesser one is not.
#[test]
fn the_last_way_to_the_family_is_not_closed() {
    let house = House::new();
    let case = house.admitted("A-1");
    let now = house.now();
    let closing = |effects: &[MeasureEffect]| Imposed {
        effects: effects.to_vec(),
        ..acts::imposed(MeasureKind::ContactLimited, MeasurePurpose::Order, now, now.plus(5 * DAY))
    };
    house.does(&house.governor, case, closing(&[MeasureEffect::Visits, MeasureEffect::Calls]));
    assert_eq!(forbidden_by(house.refused(&house.governor, case, closing(&[MeasureEffect::Letters]))), ["NMR-43g"]);
    let other = house.admitted("A-2");
    assert_eq!(forbidden_by(house.refused(&house.governor, other, closing(MeasureEffect::FAMILY))), ["NMR-43g"]);
    house.does(&house.governor, case, closing(&[MeasureEffect::LessContact]));
    assert!(open_rules(&house, case).iter().all(|(rule, _)| rule != "NMR-43g"));
    // After thirty days nobody has looked at it from outside: it is told to those who must act, and stays told.
    house.clock.advance(30 * DAY + 1);
    house.app().come_due().unwrap();
    assert!(open_rules(&house, case).contains(&("NMR-43g".to_owned(), Outcome::Breach)));
}

#[test]
fn a_finding_is_raised_once_and_closed_by_facts() {
    let house = House::new();
    let case = house.admitted("A-1");
    house.does(&house.manager, case, acts::assessed());
    let found = acts::found_in_force(Some(house.now().plus(20 * DAY)));
    let measure = house.does(&house.health, case, found);
    let raised = |house: &House| {
        let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
        file.acts.iter().filter(|recorded| recorded.act.kind().code() == "finding.raised").count()
    };
    let before = raised(&house);
    house.clock.advance(HOUR);
    house.does(&house.manager, case, Contested { words: text("Not so.") });
    assert_eq!(raised(&house), before);
    house.does(&house.governor, case, Lifted { measure, reason: text("Over.") });
    assert!(open_rules(&house, case).iter().all(|(rule, _)| rule != "NMR-43b"));
}

#[test]
fn a_child_is_not_put_into_solitary_confinement_for_an_hour() {
    let house = House::new();
    let case = house.admitted_born("A-1", date(2009, 1, 1));
    let now = house.now();
    let order = acts::imposed(MeasureKind::Solitary, MeasurePurpose::OwnSafety, now, now.plus(HOUR));
    assert_eq!(forbidden_by(house.refused(&house.governor, case, order)), ["NMR-45f"]);
}

#[test]
fn an_extension_past_the_limit_is_refused_and_a_shorter_one_is_not() {
    let house = House::new();
    crate::posts::reviewer_outside(&house);
    let case = house.admitted("A-1");
    let start = house.now();
    let order = acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, start, start.plus(10 * DAY));
    let measure = house.does(&house.governor, case, order);
    house.clock.advance(5 * DAY);
    let review = house.does(&house.reviewer, case, crate::posts::review(measure));
    let longer = |days: i64| Extended {
        measure,
        review: Some(review),
        until: start.plus(days * DAY),
        facts: vec![acts::fact(house.now())],
        why: text("It goes on."),
    };
    assert_eq!(forbidden_by(house.refused(&house.governor, case, longer(16))), ["NMR-43b"]);
    house.does(&house.governor, case, longer(14));
    // One review carries one extension.
    let again = house.refused(&house.governor, case, longer(15));
    assert!(matches!(again, Refusal::NotPossible(NotPossible::NoOutsideReview)), "{again:?}");
}

#[test]
fn nobody_extends_a_measure_that_nobody_from_outside_has_looked_at() {
    let house = House::new();
    let case = house.admitted("A-1");
    let start = house.now();
    let order = acts::imposed(MeasureKind::Separation, MeasurePurpose::Order, start, start.plus(10 * DAY));
    let measure = house.does(&house.governor, case, order);
    // Nobody recorded who stands where: whether the reviewer is outside is not known, and that is not enough.
    let review = house.does(&house.reviewer, case, crate::posts::review(measure));
    let longer = Extended {
        measure,
        review: Some(review),
        until: start.plus(12 * DAY),
        facts: vec![acts::fact(house.now())],
        why: text("It goes on."),
    };
    let refused = house.refused(&house.governor, case, longer);
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::NoOutsideReview)), "{refused:?}");
}

#[test]
fn a_sentence_or_an_opinion_is_refused_as_a_ground_when_it_is_saved_and_may_be_reported() {
    use MeasureGround::{Attacked, Listed, Offence, Protected, Sentence};

    let house = House::new();
    let case = house.admitted("A-1");
    let now = house.now();
    let order = |grounds: Vec<MeasureGround>| domain::measure::Imposed {
        grounds,
        ..acts::imposed(MeasureKind::Separation, MeasurePurpose::Order, now, now.plus(DAY))
    };
    let refused = |grounds| match house.refused(&house.governor, case, order(grounds)) {
        Refusal::NotPossible(why) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(vec![Sentence, Offence, Listed]), NotPossible::GroundNotIndividual);
    assert_eq!(refused(vec![]), NotPossible::GroundNotIndividual);
    assert_eq!(refused(vec![Attacked, Protected]), NotPossible::GroundProtected);
    house.does(&house.governor, case, order(vec![Sentence, Attacked]));
    let found = domain::measure::FoundInForce { grounds: vec![Sentence, Protected], ..acts::found_in_force(None) };
    house.does(&house.monitor, case, found);
}

#[test]
fn a_plan_without_a_release_section_is_taken_and_found() {
    let house = House::new();
    let case = house.admitted("A-1");
    house.does(&house.manager, case, acts::assessed());
    let plan = domain::plan::Proposed { release: None, ..acts::plan() };
    let receipt = house.performed(&house.manager, &Deed::one(case, plan));
    assert_eq!(receipt.raised.iter().map(|finding| finding.rule.id()).collect::<Vec<_>>(), ["NMR-107"]);
    assert_eq!(open_rules(&house, case), [("NMR-107".to_owned(), Outcome::Breach)]);
    // Who may not see the part a finding hangs on learns nothing of it.
    let register = house.app().case(&house.registrar, case, Purpose::Casework).unwrap();
    assert!(register.findings.is_empty());
    assert_eq!(register.met, 1, "somebody carries the file, and nothing of the plan");
    let listed = house.app().cases(&house.registrar, &app::consult::CaseFilter::default()).unwrap();
    assert_eq!((listed.lines[0].breaches, listed.lines[0].plan_state.as_str()), (0, "none"));
}

#[test]
fn a_report_that_contradicts_the_state_is_taken_and_marked() {
    let house = House::new();
    let planned = house.planned("A-1");
    house.does(&house.registrar, planned.case, domain::custody::Released { basis: acts::line("Order 44/2026") });
    house.clock.advance(HOUR);
    let found = house.does(&house.officer, planned.case, acts::found_in_force(None));
    let file = house.app().case(&house.monitor, planned.case, Purpose::Oversight).unwrap();
    assert!(file.facts.contradictions.contains(&found));
    // A report about something that does not exist is a record of nothing.
    let nothing = ActId::from_random([9; 16]);
    let lifted = Lifted { measure: nothing, reason: text("Over.") };
    assert!(matches!(house.refused(&house.governor, planned.case, lifted), Refusal::NotPossible(_)));
}

/// Whoever runs the installation checks all cases at once, on every core: the same answers as one by one, in order.
#[test]
fn all_cases_at_once_are_answered_as_one_by_one() {
    let house = House::new();
    let mut cases: Vec<CaseId> = (0..7).map(|number| house.admitted(&format!("A-{number}"))).collect();
    for case in &cases[..3] {
        house.does(&house.officer, *case, acts::found_in_force(None));
    }
    cases.sort_by_key(|case| case.stream().bytes());
    let mut at_once = Vec::new();
    let answered =
        house.app().check_all(None, |case, done, all, checked| at_once.push((case, done, all, checked.clone())));
    answered.unwrap();
    assert_eq!(at_once.iter().map(|(case, ..)| *case).collect::<Vec<_>>(), cases);
    assert_eq!(
        at_once.iter().map(|(_, done, all, _)| (*done, *all)).collect::<Vec<_>>(),
        (1..=7).map(|done| (done, 7)).collect::<Vec<_>>()
    );
    for (case, _, _, together) in &at_once {
        let mut alone = Vec::new();
        house
            .app()
            .check_all(Some(*case), |case, done, all, checked| alone.push((case, done, all, checked.clone())))
            .unwrap();
        assert_eq!(alone, [(*case, 1, 1, together.clone())]);
    }
    let unknown = CaseId::from(domain::StreamId::from_bytes([7; 16]));
    house.app().check_all(Some(unknown), |_, _, _, _| panic!("there is no such case")).unwrap();
}
