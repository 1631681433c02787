//! NMR-45c: solitary confinement is subject to independent review (Mandela Rule 45(1)).
//!
//! Judges when the reviews came and whether the reviewer was outside the line of command, as it stands written in each
//! review. Does not judge what was reviewed, nor whether the posts on record were the true ones.

use domain::command::CommandLine;
use domain::facts::{Facts, MeasureFacts, ReviewFacts};
use domain::look::Outcome;
use domain::measure::MeasureKind;
use domain::{Moment, Span};

use crate::confinement::BREAK;
use crate::finding::{Checked, Clock, Finding, Flag, Limit, Remedy};
use crate::gaps::{Gaps, gaps};
use crate::intervals::Stretch;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};

/// The end of a stretch that goes on.
const OPEN: i64 = i64::MAX;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let ran = |measure: &MeasureFacts| measure.span.until.is_none_or(|until| measure.span.from < until);
    let mut measures: Vec<&MeasureFacts> =
        facts.measures.iter().filter(|measure| measure.kind == MeasureKind::Solitary && ran(measure)).collect();
    measures.sort_by_key(|measure| (measure.span.from, measure.known, measure.act));
    for measure in &measures {
        next.offer(measure.span.from.millis());
        if let Some(until) = measure.span.until {
            next.offer(until.millis());
        }
        measure.reviews.iter().for_each(|review| next.offer(review.at.millis()));
    }
    measures.retain(|measure| measure.span.from <= now);
    for confinement in joined(&measures, now) {
        checked.take(confinement.result(settings, now, next));
    }
}

/// Measures of which each begins when another ends, or soon after: a new order does not begin the clock anew.
struct Confinement<'a> {
    first: &'a MeasureFacts,
    measures: Vec<&'a MeasureFacts>,
    from: i64,
    /// Where it ended; open while it runs.
    until: i64,
}

fn joined<'a>(measures: &[&'a MeasureFacts], now: Moment) -> Vec<Confinement<'a>> {
    let mut groups: Vec<Confinement<'a>> = Vec::new();
    for measure in measures {
        let from = measure.span.from.millis();
        let until = measure.span.until.filter(|until| *until <= now).map_or(OPEN, Moment::millis);
        match groups.last_mut() {
            Some(last) if from <= last.until.saturating_add(BREAK) => {
                last.until = last.until.max(until);
                last.measures.push(measure);
            }
            _ => groups.push(Confinement { first: measure, measures: vec![measure], from, until }),
        }
    }
    groups
}

impl Confinement<'_> {
    fn reviews(&self, now: Moment) -> Vec<ReviewFacts> {
        let reviews = self.measures.iter().flat_map(|measure| &measure.reviews).copied();
        let mut reviews: Vec<ReviewFacts> = reviews
            .filter(|review| review.at <= now && self.from <= review.at.millis() && review.at.millis() < self.until)
            .collect();
        reviews.sort_by_key(|review| (review.at, review.act));
        reviews
    }

    fn waits(&self, counted: impl Iterator<Item = i64>, settings: &Settings, now: i64) -> Gaps {
        gaps(counted, (self.from, self.until), now, |which| settings.clock(clock_of(which)).millis())
    }

    fn result(&self, settings: &Settings, now: Moment, next: &mut Next) -> Finding {
        let reviews = self.reviews(now);
        let is = |command: CommandLine| move |review: &&ReviewFacts| review.command == command;
        let outside = reviews.iter().filter(is(CommandLine::Outside)).map(|review| review.at.millis());
        let perhaps = reviews.iter().filter(|review| review.command != CommandLine::Inside);
        let surely = self.waits(outside, settings, now.millis());
        let perhaps = self.waits(perhaps.map(|review| review.at.millis()), settings, now.millis());
        if self.until == OPEN {
            next.offer(surely.due);
            next.offer(perhaps.due);
        }

        let mut result = Finding::new(RuleId::Nmr45c, Outcome::Met, self.first.act, self.first.span.from);
        result.acts.clear();
        for measure in &self.measures {
            result.acts.push(measure.act);
            result.acts.extend(&measure.extensions);
            result.acts.extend(measure.ended_by);
        }
        result.acts.extend(reviews.iter().map(|review| review.act));
        let mut seen = std::collections::BTreeSet::new();
        result.acts.retain(|act| seen.insert(*act));

        let waits = if perhaps.overdue.first().is_some() {
            result.outcome = Outcome::Breach;
            result.broken(perhaps.overdue.iter().map(span).collect());
            perhaps
        } else {
            if let Some((since, _)) = surely.overdue.first() {
                result.outcome = Outcome::Undetermined;
                result.since = Moment::from_millis(since);
                result.flags.push(Flag::LineNotKnown);
                result.remedies.push(Remedy::RecordPosts);
            }
            surely
        };
        if reviews.iter().any(|review| review.command == CommandLine::Inside) {
            result.flags.push(Flag::InsideLine);
        }
        if result.outcome != Outcome::Met && self.until == OPEN && result.over.is_none() {
            result.remedies.push(Remedy::ReviewFromOutside);
        }
        let (begun, until) = waits.shown;
        let limit = Limit::from(&settings.clock(clock_of(waits.which)));
        let ended = (until != OPEN).then(|| Moment::from_millis(until));
        let running = Clock::running(limit, Moment::from_millis(begun), ended.unwrap_or(now));
        result.clock = Some(Clock { until: ended, ..running });
        result.known = Some(self.first.known).filter(|known| *known > result.since);
        result
    }
}

/// The first review has a clock of its own.
const fn clock_of(which: usize) -> ClockName {
    if which == 0 { ClockName::SeparationReview1 } else { ClockName::SolitaryReview }
}

fn span((from, until): Stretch) -> Span {
    Span { from: Moment::from_millis(from), until: (until != OPEN).then(|| Moment::from_millis(until)) }
}
