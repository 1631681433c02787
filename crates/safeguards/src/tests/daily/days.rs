//! NMR-23, NMR-56a, NMR-102.

use domain::Moment;
use domain::measure::YesNo;
use domain::regime::{DayWork, Weather};

use super::*;
use crate::tests::fixture::{days, hours, zone};

const AIR: &str = "NMR-23";

#[test]
fn sixty_minutes_are_met_and_fifty_nine_are_a_breach_of_that_day() {
    assert_eq!(held().day(0, 60).says(AIR, at(days(1))), ["met since 2026-05-01T00:00:00.000Z"]);
    let short = held().day(0, 60).day(1, 59).day(2, 60);
    assert_eq!(short.says(AIR, at(days(3))), ["breach over since 2026-05-02T00:00:00.000Z"]);
}

#[test]
fn a_day_goes_on_until_it_is_over() {
    let short = held().day(0, 0);
    assert_eq!(short.says(AIR, at(hours(20))), ["breach since 2026-05-01T00:00:00.000Z"]);
    assert_eq!(short.says(AIR, at(days(1))), ["breach over since 2026-05-01T00:00:00.000Z"]);
    assert_eq!(short.says(AIR, at(days(1) - 1)), ["breach since 2026-05-01T00:00:00.000Z"]);
}

#[test]
fn weather_and_work_outdoors_excuse_and_work_indoors_does_not() {
    let with = |work: DayWork, weather: Weather| {
        let held = held().day_with(0, |day| (day.open_air, day.work, day.weather) = (0, work, weather));
        held.answers(AIR, at(days(1)))
    };
    assert_eq!(with(DayWork::None, Weather::Prevented), ["met"]);
    assert_eq!(with(DayWork::Outdoors, Weather::Permitted), ["met"]);
    assert_eq!(with(DayWork::Indoors, Weather::Permitted), ["breach over"]);
}

#[test]
fn days_in_a_row_are_one_finding_and_a_day_with_the_hour_parts_them() {
    let run = held()
        .day(0, 10)
        .day(1, 10)
        .day_with(2, |day| (day.open_air, day.weather) = (0, Weather::Prevented))
        .day(3, 10);
    assert_eq!(run.answers(AIR, at(days(4))), ["breach over"]);
    let parted = held().day(0, 10).day(1, 60).day(2, 10);
    assert_eq!(parted.answers(AIR, at(days(3))), ["breach over", "breach over"]);
}

#[test]
fn a_day_without_a_record_is_asked_for_when_the_clock_for_writing_it_down_has_run_out() {
    let silent = held().day(0, 60);
    // Day 1 ends with day 2; three days later its record is overdue.
    let due = at(days(5));
    assert_eq!(silent.answers(AIR, due), ["met"]);
    assert_eq!(silent.says(AIR, due.plus(1)), ["undetermined since 2026-05-02T00:00:00.000Z overdue"]);
    assert_eq!(silent.next(due), Some(due.plus(1)));
    let checked = crate::check(&silent.facts, &crate::tests::fixture::utc(), due.plus(1));
    let found = checked.findings.iter().find(|finding| finding.rule.id() == AIR).unwrap();
    assert_eq!(found.coverage.map(|coverage| (coverage.recorded, coverage.closed)), Some((1, 2)));
}

#[test]
fn a_breach_and_what_is_not_on_record_are_both_told() {
    let both = held().day(0, 0);
    assert_eq!(both.answers(AIR, at(days(9))), ["breach over", "undetermined"]);
}

#[test]
fn the_days_of_arrival_and_of_leaving_are_not_whole_and_nothing_is_asked_of_them() {
    let mut late = held();
    late.facts.custody[0].span.from = at(hours(10));
    assert!(late.released(at(days(1) + hours(5))).says(AIR, at(days(20))).is_empty());
}

#[test]
fn of_two_records_of_a_day_the_lower_counts_in_whatever_order_they_came() {
    let (low, high) = (held().day(0, 20).day(0, 60), held().day(0, 60).day(0, 20));
    for held in [low, high] {
        assert_eq!(held.answers(AIR, at(days(1))), ["breach over"]);
    }
}

#[test]
fn a_record_of_a_day_that_has_not_come_says_nothing_yet() {
    let early = held().day(0, 60).day(3, 0);
    assert_eq!(early.answers(AIR, at(days(1))), ["met"]);
    assert_eq!(early.answers(AIR, at(days(3))), ["breach"]);
}

#[test]
fn a_transfer_does_not_begin_the_days_anew() {
    let moved = held().day(0, 60).moved(at(days(1)));
    let anchor = |now: Moment| {
        crate::check(&moved.facts, &crate::tests::fixture::utc(), now)
            .findings
            .iter()
            .find(|finding| finding.rule.id() == AIR)
            .map(|finding| finding.anchor)
    };
    assert_eq!(anchor(at(days(20))), Some(ADMISSION));
}

#[test]
fn days_are_those_of_the_place() {
    // 29 March 2026 has 23 hours in Berlin, and is whole all the same.
    let mut held = held().day_with(0, |day| day.date = jiff::civil::date(2026, 3, 29));
    held.facts.custody[0].span.from = "2026-03-28T23:00:00.000Z".parse().unwrap();
    let checked = crate::check(&held.facts, &zone("Europe/Berlin"), "2026-03-29T22:00:00.000Z".parse().unwrap());
    assert!(checked.met.iter().any(|result| result.rule.id() == AIR));
}

#[test]
fn a_day_without_any_way_to_ask_or_complain_is_a_breach() {
    let rule = "NMR-56a";
    assert_eq!(held().day(0, 60).answers(rule, at(days(1))), ["met"]);
    let shut = held().day_with(0, |day| day.requests = YesNo::No);
    assert_eq!(shut.says(rule, at(days(1))), ["breach over since 2026-05-01T00:00:00.000Z"]);
    assert_eq!(held().answers(rule, at(days(9))), ["undetermined"]);
}

/// Monday 4 May is day 3.
fn working(from: i64, until: i64) -> Held {
    (from..until).fold(held(), |held, day| held.day_with(day, |facts| facts.work = DayWork::Indoors))
}

#[test]
fn seven_days_of_work_in_one_week_are_a_breach_and_six_are_not() {
    let rule = "NMR-102";
    assert_eq!(working(3, 10).says(rule, at(days(10))), ["breach over since 2026-05-10T00:00:00.000Z"]);
    let sixth = working(3, 9).day(9, 60);
    assert_eq!(sixth.answers(rule, at(days(10))), ["met"]);
}

#[test]
fn twelve_days_of_work_in_a_row_over_two_weeks_are_met_as_the_text_counts_weeks() {
    let rest = working(4, 16).day(3, 60).day(16, 60);
    assert_eq!(rest.answers("NMR-102", at(days(17))), ["met"]);
}

#[test]
fn a_week_of_work_with_days_that_are_not_on_record_is_undetermined() {
    let open = working(3, 9);
    // The week ends with day 10; three days later it is asked for.
    assert!(open.answers("NMR-102", at(days(13))).is_empty());
    assert_eq!(open.answers("NMR-102", at(days(13) + 1)), ["undetermined"]);
    assert!(held().days(3..10).says("NMR-102", at(days(20))).is_empty(), "whoever does not work is not asked");
}

#[test]
fn the_next_instant_is_never_late() {
    next_is_never_late(&working(0, 12).day(12, 0).moved(at(days(14))).day(16, 60).released(at(days(20) + 5)), 40);
    next_is_never_late(&held(), 30);
}
