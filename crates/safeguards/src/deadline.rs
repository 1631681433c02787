//! Something that must be done by an instant that is not counted from a clock, such as the day of release.
//!
//! Done at exactly that instant is met, one millisecond later is a breach. Until then it is waited for and nothing is raised.

use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use crate::finding::{Checked, Finding, Flag, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::within::Absence;

/// What must be done, and by when.
#[derive(Debug, Clone)]
pub(crate) struct Deadline {
    /// The rule that asks.
    pub(crate) rule: RuleId,
    /// The act that the result hangs on.
    pub(crate) anchor: ActId,
    /// From when on it is asked for.
    pub(crate) begins: Moment,
    /// When the anchor was recorded.
    pub(crate) known: Moment,
    /// The last instant at which doing it still meets the rule.
    pub(crate) due: Moment,
    /// What was asked for, and when it was done.
    pub(crate) done: Option<(ActId, Moment)>,
    /// When the duty ended without it.
    pub(crate) ended: Option<Moment>,
    /// What silence means.
    pub(crate) absence: Absence,
    /// What would remedy it.
    pub(crate) remedy: Remedy,
}

impl Deadline {
    /// Gives its answer to what was checked; none before it is asked for, nor if the duty ended before it was due.
    pub(crate) fn judge(self, now: Moment, checked: &mut Checked, next: &mut Next) {
        let due = self.due.plus(1);
        for instant in [self.begins, due] {
            next.offer(instant.millis());
        }
        let seen = |at: Moment, next: &mut Next| {
            next.offer(at.millis());
            (at <= now).then_some(at)
        };
        let done = self.done.and_then(|(act, at)| Some((act, seen(at, next)?)));
        let ended = self.ended.and_then(|at| seen(at, next));
        if self.begins > now || (done.is_none() && ended.is_some_and(|ended| ended <= self.due)) {
            return;
        }
        let mut result = Finding::new(self.rule, Outcome::Met, self.anchor, self.begins);
        if let Some((act, at)) = done {
            result.since = at;
            if act != self.anchor {
                result.acts.push(act);
            }
        } else if ended.is_none() {
            result.remedies.push(self.remedy);
        }
        result.known = Some(self.known).filter(|known| *known > result.since);
        match (done, self.absence) {
            (Some((_, at)), _) if at <= self.due => checked.take(result),
            (None, _) if now <= self.due => {
                result.outcome = Outcome::Undetermined;
                checked.waiting.push(result);
            }
            (None, Absence::NotRecorded) => {
                result.outcome = Outcome::Undetermined;
                result.flags.push(Flag::Overdue);
                checked.take(result);
            }
            _ => {
                result.outcome = Outcome::Breach;
                let until = done.map(|(_, at)| at).or(ended);
                result.broken(vec![Span { from: due, until: until.map(|until| until.max(due.plus(1))) }]);
                checked.take(result);
            }
        }
    }
}
