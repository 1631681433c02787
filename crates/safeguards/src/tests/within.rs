//! Clocks that ask for something, and things that must not be at the same time.

use domain::look::Outcome;
use domain::{ActId, Moment, Span};
use jiff::tz::TimeZone;

use super::fixture::*;
use crate::day::days_of;
use crate::finding::{Finding, Flag, Limit, Remedy};
use crate::never::Lasting;
use crate::next::Next;
use crate::rule::RuleId;
use crate::within::{Absence, Within};

const ANCHOR: ActId = ActId::from_bytes([1; 16]);
const DONE: ActId = ActId::from_bytes([2; 16]);

fn two_hours(done: Option<Moment>, absence: Absence) -> Within {
    Within {
        rule: RuleId::Nmr107,
        anchor: ANCHOR,
        begins: at(0),
        known: at(0),
        limit: Limit::UnLimit { hours: 2 },
        done: done.map(|at| (DONE, at)),
        ended: None,
        absence,
        remedy: Remedy::ProposePlan,
    }
}

fn said(within: Within, now: Moment) -> Option<(Outcome, Vec<Flag>, Vec<Span>)> {
    let result: Option<Finding> = within.result(now, &mut Next::after(now));
    result.map(|result| (result.outcome, result.flags, result.stretches))
}

#[test]
fn done_at_exactly_the_limit_is_met_and_one_millisecond_later_is_late() {
    let limit = hours(2);
    let met = said(two_hours(Some(at(limit)), Absence::NotDone), at(days(1)));
    assert_eq!(met, Some((Outcome::Met, Vec::new(), Vec::new())));
    let (outcome, _, stretches) = said(two_hours(Some(at(limit + 1)), Absence::NotRecorded), at(days(1))).unwrap();
    assert_eq!(outcome, Outcome::Breach);
    assert_eq!(stretches, [Span { from: at(limit + 1), until: Some(at(limit + 2)) }]);
}

#[test]
fn silence_is_waited_for_and_then_is_a_breach_or_a_gap_in_the_record() {
    for absence in [Absence::NotDone, Absence::NotRecorded] {
        let waits = said(two_hours(None, absence), at(hours(2)));
        assert_eq!(waits, Some((Outcome::Undetermined, Vec::new(), Vec::new())));
    }
    let late = at(hours(2) + 1);
    let (outcome, _, stretches) = said(two_hours(None, Absence::NotDone), late).unwrap();
    assert_eq!((outcome, stretches), (Outcome::Breach, vec![Span::since(late)]));
    let gap = said(two_hours(None, Absence::NotRecorded), late);
    assert_eq!(gap, Some((Outcome::Undetermined, vec![Flag::Overdue], Vec::new())));
}

#[test]
fn a_duty_that_ended_in_time_says_nothing_and_one_that_ended_late_is_told() {
    let ended = |at| Within { ended: Some(at), ..two_hours(None, Absence::NotDone) };
    assert_eq!(said(ended(at(hours(2))), at(days(1))), None);
    let (outcome, _, stretches) = said(ended(at(hours(3))), at(days(1))).unwrap();
    assert_eq!(outcome, Outcome::Breach);
    assert_eq!(stretches, [Span { from: at(hours(2) + 1), until: Some(at(hours(3))) }]);
}

#[test]
fn the_next_instant_is_never_later_than_the_change() {
    let done = two_hours(Some(at(hours(1))), Absence::NotDone);
    let next = |now: Moment| {
        let mut next = Next::after(now);
        let _ = done.clone().result(now, &mut next);
        next.at()
    };
    assert_eq!(next(at(-1)), Some(at(0)));
    assert_eq!(next(at(0)), Some(at(hours(1))));
}

#[test]
fn what_must_not_overlap_is_judged_to_the_millisecond() {
    let lasting = Lasting { anchor: ANCHOR, span: Span { from: at(0), until: Some(at(100)) }, known: at(0) };
    let barred = |from: i64, until: i64| {
        let stretch = (at(from).millis(), at(until).millis());
        let now = at(days(1));
        let barred = [(Some(DONE), stretch, Flag::Circumstance)];
        lasting.never(RuleId::Nmr45f, &barred, Remedy::EndMeasure, now, &mut Next::after(now)).unwrap()
    };
    assert_eq!(barred(100, 200).outcome, Outcome::Met);
    assert_eq!(barred(-50, 0).outcome, Outcome::Met);
    let broken = barred(99, 200);
    assert_eq!(broken.stretches, [Span { from: at(99), until: Some(at(100)) }]);
    assert_eq!((broken.acts, broken.flags), (vec![ANCHOR, DONE], vec![Flag::Circumstance]));
}

#[test]
fn an_order_is_judged_before_any_time_has_passed() {
    let lasting = Lasting { anchor: ANCHOR, span: Span::since(at(5)), known: at(0) };
    let barred = [(None, (at(0).millis(), i64::MAX), Flag::Child)];
    let found = lasting.never(RuleId::Nmr45f, &barred, Remedy::EndMeasure, at(0), &mut Next::after(at(0))).unwrap();
    assert!(found.runs());
    assert_eq!(found.remedies, [Remedy::EndMeasure]);
}

#[test]
fn a_day_has_the_hours_that_the_clocks_of_the_place_give_it() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let stretch = (moment("2026-03-28T23:30:00.000Z").millis(), moment("2026-03-30T00:00:00.000Z").millis());
    let lengths: Vec<i64> = days_of(stretch, &berlin).map(|(_, (from, until))| (until - from) / hours(1)).collect();
    assert_eq!(lengths, [23, 24]);
    assert_eq!(days_of((0, 0), &berlin).count(), 0);
}
