//! Something that must not be while something else is.
//!
//! Broken at each instant of both, for as long as both last; what was over is still told.

use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use crate::finding::{Finding, Flag, Remedy};
use crate::intervals::{Intervals, Stretch};
use crate::next::Next;
use crate::rule::RuleId;

/// Something that lasts, such as a measure.
#[derive(Debug, Clone)]
pub(crate) struct Lasting {
    /// The act that began it; the result hangs on it.
    pub(crate) anchor: ActId,
    /// How long it lasts, or lasted.
    pub(crate) span: Span,
    /// When it was recorded.
    pub(crate) known: Moment,
}

/// The act that says so, if an act does; the time in which it must not be; and what is said of it.
pub(crate) type Barred = (Option<ActId>, Stretch, Flag);

impl Lasting {
    /// The answer; nothing if it has not begun. An order is judged from its first instant on, before any time has passed.
    pub(crate) fn never(
        &self,
        rule: RuleId,
        barred: &[Barred],
        remedy: Remedy,
        now: Moment,
        next: &mut Next,
    ) -> Option<Finding> {
        let from = self.span.from.millis();
        next.offer(from);
        if let Some(until) = self.span.until {
            next.offer(until.millis());
        }
        let seen = now.max(self.span.from).millis().saturating_add(1);
        let runs = self.span.until.is_none_or(|until| until.millis() >= seen);
        let until = self.span.until.map_or(seen, |until| until.millis().min(seen));
        if from >= until {
            return None;
        }
        let mut result = Finding::new(rule, Outcome::Met, self.anchor, self.span.from);
        let mut broken: Vec<Stretch> = Vec::new();
        for (act, (begins, ends), flag) in barred {
            if runs {
                next.offer(*begins);
                next.offer(*ends);
            }
            let overlap = (from.max(*begins), until.min(*ends));
            if overlap.0 < overlap.1 {
                broken.push(overlap);
                if let Some(act) = act
                    && !result.acts.contains(act)
                {
                    result.acts.push(*act);
                }
                if !result.has(*flag) {
                    result.flags.push(*flag);
                }
            }
        }
        if !broken.is_empty() {
            result.outcome = Outcome::Breach;
            let open = |end: i64| (!(runs && end == until)).then(|| Moment::from_millis(end));
            let spans = Intervals::of(broken);
            result.broken(
                spans.iter().map(|(from, end)| Span { from: Moment::from_millis(from), until: open(end) }).collect(),
            );
            if result.runs() {
                result.remedies.push(remedy);
            }
        }
        result.known = Some(self.known).filter(|known| *known > result.since);
        Some(result)
    }
}
