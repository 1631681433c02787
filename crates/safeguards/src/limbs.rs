//! One rule that asks for several things of one act: broken if one is broken, undetermined if one is missing.

use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use crate::finding::{Clock, Finding, Flag, Remedy};
use crate::intervals::{Intervals, OPEN, span};
use crate::next::Next;
use crate::rule::RuleId;
use crate::within::Within;

/// What is asked, gathered limb by limb.
pub(crate) struct Limbs {
    finding: Finding,
    /// From when, and until when, what is wrong with the act itself is wrong.
    span: Span,
    now: Moment,
    broken: Vec<Span>,
    /// Something is not on record and should be by now, since when.
    missing: Option<Moment>,
    /// Something is asked for and not due yet, since when.
    waiting: Option<Moment>,
    /// The clock that is shown: one that ran out before one that runs.
    clock: Option<Clock>,
}

impl Limbs {
    /// Of something that began at `span.from`; a fault of it is over when it is.
    pub(crate) fn of(rule: RuleId, anchor: ActId, span: Span, now: Moment) -> Self {
        let finding = Finding::new(rule, Outcome::Met, anchor, span.from);
        Self { finding, span, now, broken: Vec::new(), missing: None, waiting: None, clock: None }
    }

    /// Something that lasted no time: a fault of it is over one millisecond later.
    pub(crate) fn at(rule: RuleId, anchor: ActId, at: Moment, now: Moment) -> Self {
        Self::of(rule, anchor, Span::between(at, at.plus(1)), now)
    }

    /// Another act on which the answer rests.
    pub(crate) fn rests_on(&mut self, act: ActId) {
        if !self.finding.acts.contains(&act) {
            self.finding.acts.push(act);
        }
    }

    /// Said of the result, whatever it is.
    pub(crate) fn flag(&mut self, flag: Flag) {
        if !self.finding.has(flag) {
            self.finding.flags.push(flag);
        }
    }

    /// What would remedy it.
    pub(crate) fn remedy(&mut self, remedy: Remedy) {
        if !self.finding.remedies.contains(&remedy) {
            self.finding.remedies.push(remedy);
        }
    }

    /// It is not as it must be, for as long as the thing itself lasts.
    pub(crate) fn broken(&mut self, flag: Flag) {
        self.flag(flag);
        self.broken.push(self.span);
    }

    /// It is not as it must be in these stretches.
    pub(crate) fn broken_in(&mut self, flag: Flag, stretches: impl IntoIterator<Item = Span>) {
        let before = self.broken.len();
        self.broken.extend(stretches);
        if self.broken.len() > before {
            self.flag(flag);
        }
    }

    /// A clock to show beside the answer.
    pub(crate) fn shows(&mut self, clock: Clock) {
        self.clock = Some(clock);
    }

    /// It is not on record.
    pub(crate) fn missing(&mut self, remedy: Remedy) {
        self.remedy(remedy);
        self.missing = Some(self.missing.map_or(self.span.from, |known| known.min(self.span.from)));
    }

    /// It must follow within a clock; `flag` says what came late or not at all.
    pub(crate) fn within(&mut self, flag: Flag, within: Within, next: &mut Next) {
        let remedy = within.remedy;
        let Some(result) = within.result(self.now, next) else { return };
        for act in &result.acts {
            self.rests_on(*act);
        }
        let exceeded = result.clock.as_ref().is_some_and(Clock::exceeded);
        let shown = self.clock.as_ref().is_some_and(Clock::exceeded);
        if self.clock.is_none() || (exceeded && !shown) || (!shown && result.outcome == Outcome::Undetermined) {
            self.clock.clone_from(&result.clock);
        }
        match result.outcome {
            Outcome::Met => {}
            Outcome::Breach => self.broken_in(flag, result.stretches),
            Outcome::Undetermined => {
                self.remedy(remedy);
                if exceeded {
                    self.flag(flag);
                    self.flag(Flag::Overdue);
                    self.missing.get_or_insert(result.since);
                } else {
                    self.waiting.get_or_insert(result.since);
                }
            }
        }
    }

    /// The answer.
    pub(crate) fn finding(mut self, known: Moment) -> Finding {
        if !self.broken.is_empty() {
            self.finding.outcome = Outcome::Breach;
            // What lies ahead is not known yet: until then it goes on. A fault that lasted no time is over at once.
            let seen = |span: &Span| {
                let over = span.until.filter(|until| *until <= self.now.max(span.from.plus(1)));
                let begun = span.from.millis();
                (begun, over.map_or(OPEN, |over| over.millis().max(begun.saturating_add(1))))
            };
            let broken = Intervals::of(self.broken.iter().map(seen));
            self.finding.broken(broken.iter().map(span).collect());
        } else if let Some(since) = self.missing.or(self.waiting) {
            self.finding.outcome = Outcome::Undetermined;
            self.finding.since = since;
        }
        // A clock that still runs says that nothing is due; where something is missing already it would hide that.
        let waits = |clock: &Clock| clock.until.is_none() && !clock.exceeded();
        let due = self.missing.is_some() || self.finding.outcome == Outcome::Breach;
        self.finding.clock = self.clock.filter(|clock| !(due && waits(clock)));
        self.finding.known = Some(known).filter(|known| *known > self.finding.since);
        self.finding
    }
}
