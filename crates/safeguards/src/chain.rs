//! Measures in the order in which they begin, and those that follow one another: a new order does not begin a clock anew.

use domain::Moment;
use domain::command::CommandLine;
use domain::facts::{Facts, MeasureFacts, ReviewFacts};

use crate::confinement::BREAK;
use crate::gaps::{Gaps, gaps};
use crate::intervals::OPEN;
use crate::next::Next;

/// The measures of this kind that ran for any time, or will, in the order in which they begin; each answer may change when one begins
/// or ends.
pub(crate) fn measures<'a>(
    facts: &'a Facts,
    which: impl Fn(&MeasureFacts) -> bool,
    next: &mut Next,
) -> Vec<&'a MeasureFacts> {
    let ran = |measure: &MeasureFacts| measure.span.until.is_none_or(|until| measure.span.from < until);
    let mut measures: Vec<&MeasureFacts> =
        facts.measures.iter().filter(|measure| ran(measure) && which(measure)).collect();
    measures.sort_by_key(|measure| (measure.span.from, measure.known, measure.act));
    for measure in &measures {
        next.offer(measure.span.from.millis());
        if let Some(until) = measure.span.until {
            next.offer(until.millis());
        }
    }
    measures
}

/// Measures of which each begins when another ends, or soon after.
pub(crate) struct Chain<'a> {
    /// The one that began first.
    pub(crate) first: &'a MeasureFacts,
    /// All of them, in the order in which they began.
    pub(crate) measures: Vec<&'a MeasureFacts>,
    /// When it began.
    pub(crate) from: i64,
    /// Where it ended; open while it runs.
    pub(crate) until: i64,
}

/// The chains of these measures, which stand in the order in which they began.
pub(crate) fn joined<'a>(measures: &[&'a MeasureFacts], now: Moment) -> Vec<Chain<'a>> {
    let mut chains: Vec<Chain<'a>> = Vec::new();
    for measure in measures {
        let from = measure.span.from.millis();
        let until = measure.span.until.filter(|until| *until <= now).map_or(OPEN, Moment::millis);
        match chains.last_mut() {
            Some(last) if from <= last.until.saturating_add(BREAK) => {
                last.until = last.until.max(until);
                last.measures.push(measure);
            }
            _ => chains.push(Chain { first: measure, measures: vec![measure], from, until }),
        }
    }
    chains
}

impl Chain<'_> {
    /// The reviews that were made while it ran, in order.
    fn reviews(&self, now: Moment) -> Vec<ReviewFacts> {
        let reviews = self.measures.iter().flat_map(|measure| &measure.reviews).copied();
        let mut reviews: Vec<ReviewFacts> = reviews
            .filter(|review| review.at <= now && self.from <= review.at.millis() && review.at.millis() < self.until)
            .collect();
        reviews.sort_by_key(|review| (review.at, review.act));
        reviews
    }

    /// Its independent reviews; `limit` says in milliseconds how long the wait with this number may be.
    pub(crate) fn reviewed(&self, now: Moment, limit: impl Fn(usize) -> i64, next: &mut Next) -> Reviewed {
        let reviews = self.reviews(now);
        let waits = |counts: fn(CommandLine) -> bool| {
            let counted = reviews.iter().filter(|review| counts(review.command)).map(|review| review.at.millis());
            gaps(counted, (self.from, self.until), now.millis(), &limit)
        };
        let surely = waits(|command| command == CommandLine::Outside);
        let perhaps = waits(|command| command != CommandLine::Inside);
        if self.until == OPEN {
            next.offer(surely.due);
            next.offer(perhaps.due);
        }
        Reviewed { reviews, surely, perhaps }
    }
}

/// The waits for independent reviews of a chain.
pub(crate) struct Reviewed {
    /// The reviews that were made while it ran, in order.
    pub(crate) reviews: Vec<ReviewFacts>,
    /// If only reviews from outside the line of command count.
    pub(crate) surely: Gaps,
    /// If those count too of which nobody knows where the reviewer stood.
    pub(crate) perhaps: Gaps,
}

impl Reviewed {
    /// Did somebody inside the line review? That never counts.
    pub(crate) fn inside(&self) -> bool {
        self.reviews.iter().any(|review| review.command == CommandLine::Inside)
    }
}
