//! NMR-23: an hour in the open air, every day. NMR-56a: an opportunity to make a request, every day. NMR-102: a day of rest
//! in every week.
//!
//! Judges whole calendar days at the place. The day of arrival and the day of leaving are not whole. A day without a record
//! is asked for when the clock for writing it down has run out.

use std::collections::BTreeMap;

use domain::daily::DayFacts;
use domain::look::Outcome;
use domain::measure::YesNo;
use domain::moment::DAY;
use domain::regime::{DayWork, Weather};
use domain::{Date, Moment, Span};
use jiff::ToSpan as _;

use super::{At, Stay};
use crate::day::days_of;
use crate::finding::{Clock, Coverage, Finding, Flag, Limit, Remedy};
use crate::intervals::Stretch;
use crate::rule::RuleId;
use crate::settings::ClockName;

/// Minutes in the open air that the rule asks for.
const OPEN_AIR: u16 = 60;

/// What a rule says of one day that is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    /// Given.
    Given,
    /// Not given.
    Missing,
    /// Not asked for that day.
    NotAsked,
}

fn open_air(day: &DayFacts) -> Day {
    if day.weather == Weather::Prevented || day.work == DayWork::Outdoors {
        Day::NotAsked
    } else if day.open_air >= OPEN_AIR {
        Day::Given
    } else {
        Day::Missing
    }
}

fn requests(day: &DayFacts) -> Day {
    match day.requests {
        YesNo::Yes => Day::Given,
        YesNo::No => Day::Missing,
    }
}

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let days = Days::of(stay, at);
    days.judge(RuleId::Nmr23, open_air, stay, at);
    days.judge(RuleId::Nmr56a, requests, stay, at);
    days.rest(stay, at);
}

/// A day, where it begins and ends, and what is on record of it.
type Told<'a> = (Date, Stretch, Vec<&'a DayFacts>);

/// The whole days of a stay that have begun, and what is on record of each.
struct Days<'a> {
    told: Vec<Told<'a>>,
    /// The end of the first day without a record whose clock has not run out.
    first_open: Option<i64>,
    /// Days without a record whose clock has run out: where the first began and ended, and how many.
    silent: Option<Stretch>,
    coverage: Coverage,
}

impl<'a> Days<'a> {
    fn of(stay: &Stay, at: &mut At<'a>) -> Self {
        let mut known: BTreeMap<Date, Vec<&DayFacts>> = BTreeMap::new();
        let facts = at.facts;
        for day in &facts.daily.days {
            known.entry(day.date).or_default().push(day);
        }
        let now = at.now.millis();
        let writing = at.settings.clock(ClockName::DayRecord).millis();
        let mut days =
            Self { told: Vec::new(), first_open: None, silent: None, coverage: Coverage { recorded: 0, closed: 0 } };
        let (from, end) = (stay.from.millis(), stay.end());
        // Two days ahead: of what follows them nothing can be late before they are.
        for (date, (begins, ends)) in days_of((from, end.min(now.saturating_add(2 * DAY))), &at.settings.zone) {
            if begins < from || ends > end {
                continue;
            }
            let begun = at.seen(Moment::from_millis(begins));
            match known.get(&date).filter(|_| begun) {
                Some(of_day) => {
                    let mut of_day = of_day.clone();
                    of_day.sort_by_key(|day| day.act);
                    days.told.push((date, (begins, ends), of_day));
                    days.coverage.recorded = days.coverage.recorded.saturating_add(1);
                }
                None if ends.saturating_add(writing) < now => {
                    days.silent.get_or_insert((begins, ends));
                    days.coverage.closed = days.coverage.closed.saturating_add(1);
                }
                None => {
                    days.first_open.get_or_insert(ends);
                }
            }
        }
        days.coverage.closed = days.coverage.closed.saturating_add(days.coverage.recorded);
        if let Some(open) = days.first_open.filter(|_| days.silent.is_none()) {
            at.next.offer(open.saturating_add(writing).saturating_add(1));
        }
        days
    }

    /// One result for each run of days on which it was not given, and one for the stay: what is not on record, or that all is.
    fn judge(&self, rule: RuleId, says: fn(&DayFacts) -> Day, stay: &Stay, at: &mut At<'_>) {
        let mut run: Option<(Finding, Vec<Stretch>)> = None;
        let mut broken = 0_u32;
        for (_, (begins, ends), of_day) in &self.told {
            // Two records of one day: the one that says less counts, until it is corrected.
            let missing = of_day.iter().find(|day| says(day) == Day::Missing);
            if let Some(day) = missing {
                broken = broken.saturating_add(1);
                let (finding, stretches) = run.get_or_insert_with(|| {
                    let since = Moment::from_millis(*begins);
                    let mut finding = Finding::new(rule, Outcome::Breach, day.act, since);
                    finding.known = Some(day.known).filter(|known| *known > since);
                    (finding, Vec::new())
                });
                if !finding.acts.contains(&day.act) {
                    finding.acts.push(day.act);
                }
                match stretches.last_mut().filter(|last| last.1 == *begins) {
                    Some(last) => last.1 = *ends,
                    None => stretches.push((*begins, *ends)),
                }
                at.next.offer(*ends);
            } else if of_day.iter().any(|day| says(day) == Day::Given) {
                finish(run.take(), at);
            }
        }
        finish(run, at);
        if let Some(finding) = self.silence(rule, stay, at) {
            at.checked.take(finding);
        } else if broken == 0 && !self.told.is_empty() {
            let mut met = Finding::new(rule, Outcome::Met, stay.act, stay.from);
            met.coverage = Some(self.coverage);
            at.checked.take(met);
        }
    }

    /// What is missing on record, if any day is.
    fn silence(&self, rule: RuleId, stay: &Stay, at: &At<'_>) -> Option<Finding> {
        let (begins, ends) = self.silent?;
        let mut finding = Finding::new(rule, Outcome::Undetermined, stay.act, Moment::from_millis(begins));
        let limit = Limit::from(&at.settings.clock(ClockName::DayRecord));
        finding.clock = Some(Clock::running(limit, Moment::from_millis(ends), at.now));
        finding.flags.push(Flag::Overdue);
        finding.coverage = Some(self.coverage);
        finding.remedies.push(Remedy::RecordDays);
        finding.known = Some(stay.known).filter(|known| *known > finding.since);
        Some(finding)
    }

    /// Calendar weeks from Monday that lie whole in the stay: one day in each without work. Asked only of whoever worked.
    fn rest(&self, stay: &Stay, at: &mut At<'_>) {
        let rule = RuleId::Nmr102;
        let mut weeks: BTreeMap<Date, Vec<&Told<'_>>> = BTreeMap::new();
        for day in &self.told {
            let since_monday = i64::from(day.0.weekday().to_monday_zero_offset());
            let Ok(monday) = day.0.checked_sub(since_monday.days()) else { continue };
            weeks.entry(monday).or_default().push(day);
        }
        let (mut rested, mut open) = (false, None);
        for (monday, week) in weeks {
            let worked = |day: &&&Told<'_>| day.2.iter().all(|record| record.work != DayWork::None);
            let work = week.iter().filter(worked).count();
            let Some(last) = week.last() else { continue };
            if work == 0 {
                continue;
            }
            if work < week.len() {
                rested = true;
                continue;
            }
            if week.len() < 7 {
                // Worked on every day that is on record: the others say whether there was rest.
                let sunday = monday.checked_add(7.days()).unwrap_or(monday);
                let closes = Moment::start_of(sunday, &at.settings.zone);
                let due = closes.plus(at.settings.clock(ClockName::DayRecord).millis());
                let whole = Moment::start_of(monday, &at.settings.zone) >= stay.from && closes.millis() <= stay.end();
                at.next.offer(due.millis().saturating_add(1));
                if whole && due < at.now {
                    open.get_or_insert((monday, closes));
                }
                continue;
            }
            let first = week.first().map_or(last, |first| first);
            let (Some(act), Some(known)) = (first.2.first().map(|day| day.act), last.2.first().map(|day| day.known))
            else {
                continue;
            };
            let since = Moment::from_millis(last.1.0);
            let mut finding = Finding::new(rule, Outcome::Breach, act, since);
            finding.acts = week.iter().flat_map(|day| day.2.iter().map(|record| record.act)).collect();
            finding.known = Some(known).filter(|known| *known > since);
            // The seventh day is the one on which rest could still have been given.
            let until = Some(Moment::from_millis(last.1.1)).filter(|until| *until <= at.now);
            at.next.offer(last.1.1);
            finding.broken(vec![Span { from: since, until }]);
            at.checked.take(finding);
        }
        if let Some((monday, closes)) = open {
            let since = Moment::start_of(monday, &at.settings.zone);
            let mut finding = Finding::new(rule, Outcome::Undetermined, stay.act, since);
            let limit = Limit::from(&at.settings.clock(ClockName::DayRecord));
            finding.clock = Some(Clock::running(limit, closes, at.now));
            finding.flags.push(Flag::Overdue);
            finding.remedies.push(Remedy::RecordDays);
            at.checked.take(finding);
        } else if rested {
            at.checked.take(Finding::new(rule, Outcome::Met, stay.act, stay.from));
        }
    }
}

/// A run of days is over where its last day ends.
fn finish(run: Option<(Finding, Vec<Stretch>)>, at: &mut At<'_>) {
    let Some((mut finding, stretches)) = run else { return };
    let spans = stretches.into_iter().map(|(from, until)| Span {
        from: Moment::from_millis(from),
        until: Some(Moment::from_millis(until)).filter(|until| *until <= at.now),
    });
    finding.broken(spans.collect());
    at.checked.take(finding);
}
