//! Contact with the family under all measures of a case together: met, broken and undetermined, and the boundaries.

use domain::command::CommandLine::{Inside, NotKnown, Outside};
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::measure_terms::EndSaid;
use domain::measure_terms::MeasureEffect::{self, Association, Calls, LessContact, Letters, OwnChild, Visits};
use domain::measure_terms::MeasureGround::{self, Attacked, FoundResponsible, Listed};
use domain::{ActId, Moment};

use super::fixture::*;
use crate::{Finding, RuleId};

const RULE: &str = "NMR-43g";
const MET: &str = "NMR-43g met — Mandela Rules 43(3)";

/// A case with one more measure that takes these things away.
fn restricted(case: Case, from: i64, until: impl Into<Option<i64>>, effects: &[MeasureEffect]) -> Case {
    let until = until.into().map(at);
    let mut case = case.measure(MeasureKind::ContactLimited, MeasurePurpose::Order, at(from), until);
    let measure = case.facts.measures.last_mut().unwrap();
    measure.terms.effects = Some(effects.to_vec());
    measure.terms.grounds = Some(vec![Attacked]);
    measure.terms.end_said = EndSaid::Named;
    measure.planned_end = Some(at(from + days(14)));
    case
}

fn closed(effects: &[MeasureEffect]) -> Case {
    restricted(case(), 0, None, effects)
}

fn with(mut case: Case, change: impl FnOnce(&mut domain::facts::MeasureFacts)) -> Case {
    change(case.facts.measures.last_mut().unwrap());
    case
}

fn of_rule(case: &Case, now: Moment) -> Vec<Finding> {
    let checked = crate::check(&case.facts, &utc(), now);
    checked.findings.into_iter().filter(|finding| finding.rule == RuleId::Nmr43g).collect()
}

/// What the rule says, without the clock that is shown beside it.
#[track_caller]
fn says(case: &Case, millis: i64) -> String {
    let without_clock = |line: String| {
        let parts = line.split(", ").filter(|part| !part.ends_with(" of 720 h"));
        parts.collect::<Vec<_>>().join(", ")
    };
    case.says(RULE, at(millis)).into_iter().map(without_clock).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_way_to_stay_in_touch_is_always_open() {
    assert_eq!(says(&closed(&[Visits]), hours(1)), MET);
    assert_eq!(says(&closed(&[Visits, Calls, OwnChild]), hours(1)), MET);
    assert_eq!(
        says(&closed(&[Visits, Calls, Letters]), 0),
        "NMR-43g breach — Mandela Rules 43(3), since 2026-05-01T00:00:00.000Z, no_way_left"
    );
    assert!(says(&closed(&[Association]), hours(1)).is_empty(), "contact with the family is not touched");
}

/// None of the three closes all; together they do, from the third until the first ends, a millisecond on each side.
#[test]
fn all_restrictions_are_judged_together() {
    let three = restricted(case(), 0, hours(10), &[Visits]);
    let three = restricted(three, hours(2), None, &[Calls]);
    let three = restricted(three, hours(5), None, &[Letters]);
    let broken = "NMR-43g breach — Mandela Rules 43(3), since 2026-05-01T05:00:00.000Z, ";
    assert_eq!(says(&three, hours(5) - 1), [&format!("{broken}no_way_left"), MET].join("\n"), "ordered, and not begun");
    assert_eq!(says(&three, hours(5)), format!("{broken}no_way_left"));
    assert_eq!(says(&three, hours(10) - 1), format!("{broken}no_way_left"));
    assert_eq!(says(&three, hours(10)), format!("{broken}over 2026-05-01T10:00:00.000Z, no_way_left"));
    // The last begins at the instant at which the first ends.
    let after = restricted(case(), 0, hours(5), &[Visits]);
    let after = restricted(after, hours(2), None, &[Calls]);
    let after = restricted(after, hours(5), None, &[Letters]);
    assert_eq!(says(&after, hours(6)), MET);
    // A day with a way open between two prohibitions does not hide the first.
    let twice = restricted(closed(&[Visits, Calls]), hours(1), hours(2), &[Letters]);
    let twice = restricted(twice, hours(30), None, &[Letters]);
    let found = of_rule(&twice, at(hours(31)));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].stretches.len(), 2);
}

/// The order that would close the last way, told before it begins; one that begins when another is planned to end is fine.
#[test]
fn an_order_is_judged_before_it_begins() {
    let next = |from: i64| restricted(closed(&[Visits, Calls]), from, None, &[Letters]);
    let told = says(&next(days(14) - 1), hours(1));
    let mut told = told.lines();
    assert_eq!(
        told.next(),
        Some(
            "NMR-43g breach — Mandela Rules 43(3), since 2026-05-14T23:59:59.999Z, over 2026-05-15T00:00:00.000Z, no_way_left"
        )
    );
    assert_eq!(told.next(), Some(MET));
    assert_eq!(says(&next(days(14)), hours(1)), [MET, MET].join("\n"));
    let checked = crate::check(&next(days(3)).facts, &utc(), at(hours(1)));
    assert!(checked.next_change_at.is_some_and(|next| next <= at(days(3))));
}

#[test]
fn each_restriction_has_an_end() {
    let without =
        |said| with(closed(&[LessContact]), |measure| (measure.planned_end, measure.terms.end_said) = (None, said));
    let since = "Mandela Rules 43(3), since 2026-05-01T00:00:00.000Z";
    assert_eq!(says(&without(EndSaid::FurtherNotice), hours(1)), format!("NMR-43g breach — {since}, without_end"));
    assert_eq!(says(&without(EndSaid::NotKnown), hours(1)), format!("NMR-43g undetermined — {since}"));
}

#[test]
fn each_restriction_rests_on_security_and_order() {
    let on = |grounds: Option<Vec<MeasureGround>>| {
        says(&with(closed(&[Visits]), |measure| measure.terms.grounds = grounds), hours(1))
    };
    let since = "Mandela Rules 43(3), since 2026-05-01T00:00:00.000Z";
    assert_eq!(on(Some(vec![FoundResponsible, Attacked])), MET);
    for none in [vec![FoundResponsible], vec![Listed], vec![FoundResponsible, Listed]] {
        assert_eq!(on(Some(none)), format!("NMR-43g breach — {since}, not_for_order"));
    }
    assert_eq!(on(None), format!("NMR-43g undetermined — {since}"));
}

#[test]
fn what_a_measure_takes_away_is_asked_for() {
    let silent = with(closed(&[Visits]), |measure| measure.terms.effects = None);
    assert_eq!(says(&silent, hours(1)), "NMR-43g undetermined — Mandela Rules 43(3), since 2026-05-01T00:00:00.000Z");
    assert_eq!(says(&with(silent, |measure| measure.terms.effects = Some(vec![Association])), hours(1)), "");
}

/// Thirty days are met; a millisecond later they are not. A review from outside begins them again, one from inside does not.
#[test]
fn beyond_a_limited_time_only_through_an_independent_review() {
    let long = || closed(&[Visits]);
    assert_eq!(says(&long(), days(30)), MET);
    let late = "NMR-43g breach — Mandela Rules 43(3), since 2026-05-31T00:00:00.001Z, ";
    assert!(says(&long(), days(30) + 1).starts_with(&format!("{late}not_reviewed")), "{}", says(&long(), days(30) + 1));
    let outside = long().reviewed(at(days(30)), Outside);
    assert_eq!(says(&outside, days(60)), MET);
    assert!(says(&outside, days(60) + 1).contains("breach"));
    let inside = long().reviewed(at(days(20)), Inside);
    assert_eq!(says(&inside, days(30)), format!("{MET}, inside_line"));
    assert_eq!(says(&inside, days(30) + 1), format!("{late}inside_line, not_reviewed"));
    let unknown = long().reviewed(at(days(20)), NotKnown);
    assert_eq!(says(&unknown, days(30)), MET);
    assert!(says(&unknown, days(30) + 1).contains("undetermined"), "{}", says(&unknown, days(30) + 1));
    let checked = crate::check(&long().facts, &utc(), at(days(20)));
    assert!(checked.next_change_at.is_some_and(|next| next <= at(days(30) + 1)));
}

/// A new order at most two hours later goes on where the old one ended; a millisecond more and it is a new one.
#[test]
fn a_new_order_does_not_begin_the_clock_anew() {
    let again = |from: i64| restricted(restricted(case(), 0, days(20), &[Visits]), from, None, &[Calls]);
    assert!(says(&again(days(20) + hours(2)), days(30) + 1).contains("breach"));
    assert!(!says(&again(days(20) + hours(2) + 1), days(30) + 1).contains("breach"));
}

/// What is broken already refuses only what makes it worse.
#[test]
fn a_decision_that_closes_the_last_way_is_refused() {
    let (now, before) = (at(hours(1)), closed(&[Visits, Calls]));
    let judge = |case: &Case| crate::check(&case.facts, &utc(), now);
    let refused = |after: &Case, before: &Case| {
        let (after, before) = (judge(after), judge(before));
        crate::blocking(&after, &before).iter().any(|finding| finding.rule == RuleId::Nmr43g)
    };
    let all = restricted(before.clone(), hours(1), None, &[Letters]);
    assert!(refused(&all, &before), "now");
    assert!(refused(&restricted(before.clone(), hours(2), None, &[Letters]), &before), "later");
    assert!(!refused(&restricted(before.clone(), hours(1), None, &[LessContact]), &before));
    let reviewed = all.clone().reviewed(now, Outside);
    assert!(!refused(&reviewed, &all), "whoever looks is never refused");
    let lifted = with(all.clone(), |measure| {
        (measure.span.until, measure.ended_by) = (Some(now), Some(ActId::from_bytes([99; 16])));
    });
    assert!(!refused(&lifted, &all));
}
