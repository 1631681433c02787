//! What the health service attests, and what others do with it.

use domain::custody::Sex;
use domain::health::{AdviceAnswer, AdviceWeight, Attestation, Reach, ScreeningArea, Urgency};
use domain::passage_facts::{AdviceOutcome, Followed, Noted};
use domain::{Moment, Span};
use expect_test::expect;

use super::fixture::*;
use super::gate::{Says as _, act, noted, received};

fn examined(mut case: Case, number: u8, at: Moment, areas: &[ScreeningArea]) -> Case {
    case.facts.passage.examined.push(noted(number, at, areas.to_vec()));
    case
}

#[test]
fn an_examination_after_exactly_a_day_is_met_and_a_millisecond_later_it_is_not() {
    let limit = at(hours(24));
    assert_eq!(examined(received(), 1, limit, &[]).state("NMR-30", limit), "met");
    assert_eq!(examined(received(), 1, limit.plus(1), &[]).state("NMR-30", at(days(2))), "breach");
    assert_eq!(
        (received().state("NMR-30", limit), received().state("NMR-30", limit.plus(1))),
        ("waits", "undetermined")
    );
}

#[test]
fn five_areas_are_offered_to_a_woman_and_what_she_declines_counts_like_any_other() {
    let limit = at(hours(24));
    let woman = || {
        let mut case = received();
        case.facts.sex = Some(Sex::Female);
        case
    };
    let all = ScreeningArea::ALL;
    assert_eq!(examined(woman(), 1, limit, all).state("BKK-06", limit.plus(1)), "met");
    let four = examined(woman(), 1, limit, &all[1..]);
    assert_eq!(four.state("BKK-06", limit), "waits");
    assert_eq!(four.state("BKK-06", limit.plus(1)), "breach");
    assert_eq!(examined(four, 2, limit, &all[..1]).state("BKK-06", limit.plus(1)), "met");
    assert_eq!(woman().state("BKK-06", limit.plus(1)), "undetermined");
    assert_eq!(examined(received(), 1, limit, &[]).state("BKK-06", limit.plus(1)), "nothing", "a man");
}

fn asked(urgency: Urgency, after: &[(i64, Reach)]) -> Case {
    let mut case = received();
    let after = (2..).zip(after).map(|(number, (millis, reach))| noted(number, at(*millis), *reach)).collect();
    case.facts.passage.care.push(Followed { begun: noted(1, at(0), urgency), after });
    case
}

#[test]
fn urgent_care_comes_within_the_hour() {
    let urgent = |millis| asked(Urgency::Urgent, &[(millis, Reach::Seen)]).state("NMR-27a", at(days(1)));
    assert_eq!((urgent(hours(1)), urgent(hours(1) + 1)), ("met", "breach"));
    let open = asked(Urgency::Urgent, &[(MINUTE, Reach::KeptAway)]);
    assert_eq!(
        (open.state("NMR-27a", at(hours(1))), open.state("NMR-27a", at(hours(1) + 1))),
        ("waits", "undetermined")
    );
    assert_eq!(asked(Urgency::Ordinary, &[]).state("NMR-27a", at(days(1))), "nothing");
}

#[test]
fn the_health_service_can_reach_whoever_asked_on_each_day_after() {
    let noon = |day: i64| days(day) + hours(12);
    let says = |after: &[(i64, Reach)], now: i64| asked(Urgency::Ordinary, after).says("NMR-31", at(now)).join("\n");
    expect!["NMR-31 met — Mandela Rules 31"]
        .assert_eq(&says(&[(noon(1), Reach::Round), (noon(2), Reach::Seen)], days(9)));
    expect!["NMR-31 breach — Mandela Rules 31, since 2026-05-02T00:00:00.000Z, over 2026-05-03T00:00:00.000Z"]
        .assert_eq(&says(&[(noon(1), Reach::KeptAway), (noon(2), Reach::Seen)], days(9)));
    expect!["NMR-31 undetermined — Mandela Rules 31, since 2026-05-02T00:00:00.000Z"]
        .assert_eq(&says(&[(noon(2), Reach::Seen)], days(9)));
    // The day is judged when it is over, and not before.
    assert!(says(&[], days(2) - 1).starts_with("NMR-31 met"));
    assert!(says(&[], days(2)).starts_with("NMR-31 undetermined"));
    assert_eq!(
        asked(Urgency::Ordinary, &[]).check(at(days(1))).next_change_at.map(|next| next <= at(days(2))),
        Some(true)
    );
}

fn advised(weight: AdviceWeight, after: &[(i64, AdviceOutcome)]) -> Case {
    let mut case = received();
    let after: Vec<Noted<AdviceOutcome>> =
        (2..).zip(after).map(|(number, (millis, outcome))| noted(number, at(*millis), *outcome)).collect();
    case.facts.passage.advice.push(Followed { begun: noted(1, at(0), weight), after });
    case
}

const fn answered(answer: AdviceAnswer) -> AdviceOutcome {
    AdviceOutcome::Answered(answer)
}

#[test]
fn advice_is_followed_or_goes_upward_within_a_day() {
    let limit = days(1);
    for answer in [AdviceAnswer::Followed, AdviceAnswer::ReferredUpward] {
        let state = |millis| advised(AdviceWeight::Advice, &[(millis, answered(answer))]).state("NMR-33", at(days(2)));
        assert_eq!((state(limit), state(limit + 1)), ("met", "breach"));
    }
    for answer in [AdviceAnswer::Noted, AdviceAnswer::SetAside] {
        let case = advised(AdviceWeight::Advice, &[(1, answered(answer))]);
        assert_eq!((case.state("NMR-33", at(limit)), case.state("NMR-33", at(limit + 1))), ("waits", "breach"));
        assert_eq!(case.state("NMR-27b", at(limit)), "nothing");
    }
}

#[test]
fn a_clinical_decision_is_followed_late_and_never_overruled() {
    let followed = answered(AdviceAnswer::Followed);
    let decided = |after: &[(i64, AdviceOutcome)]| advised(AdviceWeight::ClinicalDecision, after);
    assert_eq!(decided(&[(days(5), followed)]).state("NMR-27b", at(days(6))), "met");
    assert_eq!(
        (decided(&[]).state("NMR-27b", at(days(1))), decided(&[]).state("NMR-27b", at(days(1) + 1))),
        ("waits", "undetermined")
    );
    for contrary in [answered(AdviceAnswer::SetAside), AdviceOutcome::FoundIgnored] {
        expect!["NMR-27b breach — Mandela Rules 27(2), since 2026-05-01T01:00:00.000Z"]
            .assert_eq(&decided(&[(hours(1), contrary)]).says("NMR-27b", at(hours(1))).join("\n"));
        expect!["NMR-27b breach — Mandela Rules 27(2), since 2026-05-01T01:00:00.000Z, over 2026-05-01T03:00:00.000Z"]
            .assert_eq(&decided(&[(hours(1), contrary), (hours(3), followed)]).says("NMR-27b", at(days(1))).join("\n"));
    }
    assert_eq!(decided(&[]).state("NMR-33", at(days(3))), "nothing");
}

fn attested(rows: &[(i64, Attestation)]) -> Case {
    let mut case = received();
    case.facts.passage.attested =
        (1..).zip(rows).map(|(number, (millis, what))| noted(number, at(*millis), *what)).collect();
    case
}

#[test]
fn whoever_must_be_moved_is_on_the_way_within_a_day() {
    use Attestation::{MoveBegun, MoveNeeded, MoveNotNeeded};
    let limit = hours(24);
    assert_eq!(attested(&[(0, MoveNeeded), (limit, MoveBegun)]).state("NMR-109", at(limit)), "met");
    let late = attested(&[(0, MoveNeeded), (limit + 1, MoveBegun)]);
    assert_eq!(late.state("NMR-109", at(days(2))), "breach");
    let open = attested(&[(0, MoveNeeded), (hours(5), MoveNeeded)]);
    assert_eq!((open.state("NMR-109", at(limit)), open.state("NMR-109", at(limit + 1))), ("waits", "breach"));
    let taken_back = attested(&[(0, MoveNeeded), (hours(5), MoveNotNeeded)]);
    assert_eq!(taken_back.state("NMR-109", at(days(3))), "nothing");
    let again = attested(&[(0, MoveNeeded), (1, MoveBegun), (days(3), MoveNeeded)]);
    assert_eq!(again.says("NMR-109", at(days(5))).len(), 2);
}

#[test]
fn the_assessment_is_whole_with_the_report_of_the_health_service() {
    let thirty = days(30);
    let both = |report: Option<i64>, assessed: Option<i64>| {
        let mut case = match report {
            Some(millis) => attested(&[(millis, Attestation::ReportGiven)]),
            None => received(),
        };
        case.facts.assessments.extend(assessed.map(|millis| (act(20), at(millis), Vec::new())));
        case
    };
    assert_eq!(both(Some(thirty), Some(1)).state("NMR-92b", at(thirty)), "met");
    assert_eq!(both(Some(1), Some(thirty + 1)).state("NMR-92b", at(thirty + 1)), "breach");
    assert_eq!(both(None, Some(1)).state("NMR-92b", at(thirty)), "waits");
    assert_eq!(both(None, Some(1)).state("NMR-92b", at(thirty + 1)), "breach");
    assert_eq!(both(None, None).state("NMR-92b", at(thirty + 1)), "undetermined");
}

#[test]
fn what_was_asked_ends_with_custody() {
    let mut case = asked(Urgency::Urgent, &[]);
    case.facts.custody[0].span = Span { from: at(0), until: Some(at(MINUTE)) };
    assert_eq!(case.state("NMR-27a", at(days(3))), "nothing");
    assert_eq!(case.state("NMR-31", at(days(3))), "met");
}

#[test]
fn care_is_settled_before_somebody_leaves_and_one_word_stands_for_both() {
    use Attestation::{CareNotSettled, CareSettled};
    let gate = days(10);
    let left = |rows: &[(i64, Attestation)]| {
        let mut case = attested(rows);
        case.facts.custody[0].span.until = Some(at(gate));
        case.facts.released = Some((act(30), at(gate)));
        case
    };
    let says = |rows: &[(i64, Attestation)]| left(rows).says("NMR-24", at(days(12))).join("\n");
    expect!["NMR-24 met — Mandela Rules 24(2), 110"].assert_eq(&says(&[(gate, CareSettled)]));
    expect!["NMR-24 undetermined — Mandela Rules 24(2), 110, since 2026-05-11T00:00:00.000Z, overdue"]
        .assert_eq(&says(&[]));
    assert_eq!(says(&[(gate + 1, CareSettled)]), says(&[]), "after the gate it is too late to say so");
    expect!["NMR-24 breach — Mandela Rules 24(2), 110, since 2026-05-11T00:00:00.000Z"]
        .assert_eq(&says(&[(days(1), CareSettled), (gate, CareNotSettled)]));
    expect!["NMR-24 breach — Mandela Rules 24(2), 110, since 2026-05-11T00:00:00.000Z, over 2026-05-12T00:00:00.000Z"]
        .assert_eq(&says(&[(gate, CareNotSettled), (days(11), CareSettled)]));
    assert!(says(&[(days(1), CareNotSettled), (gate, CareSettled)]).starts_with("NMR-24 met"));
    assert_eq!(left(&[]).state("NMR-24", at(gate - 1)), "nothing");
    assert_eq!(received().state("NMR-24", at(days(99))), "nothing");
}
