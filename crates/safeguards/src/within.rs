//! Something that must follow something else within a clock.
//!
//! "Within" is met at exactly the limit and broken one millisecond later. What is missing is never met: until the limit
//! it is waited for; after it, it is a breach if recording it *is* doing it, and undetermined and overdue if it may have
//! been done and not been written down.

use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use crate::finding::{Clock, Finding, Flag, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;

/// What it means that nothing is on record after the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absence {
    /// It was not done: it is done by being recorded here, as a decision or an answer is.
    NotDone,
    /// It may have been done and not been recorded.
    NotRecorded,
}

/// A clock that began with one act, and what it asks for.
#[derive(Debug, Clone)]
pub(crate) struct Within {
    /// The rule that asks.
    pub(crate) rule: RuleId,
    /// The act that began the clock; the result hangs on it.
    pub(crate) anchor: ActId,
    /// When the clock began.
    pub(crate) begins: Moment,
    /// When that was recorded.
    pub(crate) known: Moment,
    /// How long it may take.
    pub(crate) limit: Limit,
    /// What was asked for, and when it was done.
    pub(crate) done: Option<(ActId, Moment)>,
    /// When the duty ended without it, as by release.
    pub(crate) ended: Option<Moment>,
    /// What silence means.
    pub(crate) absence: Absence,
    /// What would remedy it.
    pub(crate) remedy: Remedy,
}

impl Within {
    /// The answer; nothing if the clock has not begun, or if the duty ended before the limit was reached.
    pub(crate) fn result(self, now: Moment, next: &mut Next) -> Option<Finding> {
        next.offer(self.begins.millis());
        if self.begins > now {
            return None;
        }
        let done = self.done.filter(|(_, at)| {
            next.offer(at.millis());
            *at <= now
        });
        let ended = self.ended.filter(|at| {
            next.offer(at.millis());
            *at <= now
        });
        let until = done.map(|(_, at)| at.max(self.begins)).or(ended);
        let mut clock = Clock::running(self.limit, self.begins, until.unwrap_or(now));
        clock.until = until;
        let due = clock.reached_at.plus(1);
        next.offer(due.millis());
        if done.is_none() && ended.is_some() && !clock.exceeded() {
            return None;
        }

        let mut result = Finding::new(self.rule, Outcome::Met, self.anchor, self.begins);
        if let Some((act, at)) = done {
            result.since = at;
            if act != self.anchor {
                result.acts.push(act);
            }
        }
        match (clock.exceeded(), done.is_some(), self.absence) {
            (false, true, _) => {}
            (false, false, _) => result.outcome = Outcome::Undetermined,
            (true, false, Absence::NotRecorded) => {
                result.outcome = Outcome::Undetermined;
                result.flags.push(Flag::Overdue);
            }
            (true, ..) => {
                result.outcome = Outcome::Breach;
                // What came one millisecond late is late, though no time lies between the two.
                let over = until.map(|until| until.max(due.plus(1)));
                result.broken(vec![Span { from: due, until: over }]);
            }
        }
        if done.is_none() && ended.is_none() {
            result.remedies.push(self.remedy);
        }
        result.known = Some(self.known).filter(|known| *known > result.since);
        result.clock = Some(clock);
        Some(result)
    }
}
