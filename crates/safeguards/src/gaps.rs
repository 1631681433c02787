//! Waits between things that must come again and again: from a beginning, to each, to the end or to now.
//!
//! A wait of exactly the limit is met. Knows nothing of what is waited for.

use domain::Moment;

use crate::finding::{Clock, Limit};
use crate::intervals::{Intervals, Stretch, span};

/// The waits of one duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gaps {
    /// The stretches during which it was overdue; one that goes on ends at `until`.
    pub(crate) overdue: Intervals,
    /// The last wait that was too long, or else the last wait: where it began and where it ended.
    pub(crate) shown: Stretch,
    /// Which wait that is, counted from 0: before the first, before the second.
    pub(crate) which: usize,
    /// When the last wait becomes, or became, too long.
    pub(crate) due: i64,
}

impl Gaps {
    /// The clock of the wait that is shown.
    pub(crate) fn clock(&self, limit: Limit, now: Moment) -> Clock {
        let shown = span(self.shown);
        let running = Clock::running(limit, shown.from, shown.until.unwrap_or(now));
        Clock { until: shown.until, ..running }
    }
}

/// The waits in `[from, until)` as seen at `now`; `limit` says how long the wait with this number may be.
///
/// `events` are sorted. A wait that is too long is overdue from one millisecond after its limit; an event one millisecond
/// late is late, though no time lies between the two.
pub(crate) fn gaps(
    events: impl IntoIterator<Item = i64>,
    (from, until): Stretch,
    now: i64,
    limit: impl Fn(usize) -> i64,
) -> Gaps {
    let due_after = |begun: i64, which: usize| begun.saturating_add(limit(which)).saturating_add(1);
    let (mut begun, mut which) = (from, 0);
    let mut late: Vec<Stretch> = Vec::new();
    let mut shown = None;
    for event in events.into_iter().filter(|event| from <= *event && *event < until && *event <= now) {
        let due = due_after(begun, which);
        if event >= due {
            late.push((due, event.max(due.saturating_add(1))));
            shown = Some(((begun, event), which));
        }
        (begun, which) = (event, which.saturating_add(1));
    }
    let due = due_after(begun, which);
    if until.min(now) >= due {
        late.push((due, until.max(due.saturating_add(1))));
        shown = Some(((begun, until), which));
    }
    let (shown, which) = shown.unwrap_or(((begun, until), which));
    Gaps { overdue: Intervals::of(late), shown, which, due }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intervals::OPEN;

    #[test]
    fn a_wait_of_exactly_the_limit_is_met_and_one_millisecond_more_is_late() {
        let ten = |_| 10;
        let met = gaps([10, 20], (0, OPEN), 30, ten);
        assert_eq!((met.overdue.first(), met.due, met.which), (None, 31, 2));
        assert_eq!(gaps([11], (0, OPEN), 12, ten).overdue.iter().collect::<Vec<_>>(), [(11, 12)]);
        assert_eq!(gaps([10, 20], (0, OPEN), 31, ten).overdue.iter().collect::<Vec<_>>(), [(31, OPEN)]);
    }

    #[test]
    fn the_end_of_the_duty_ends_the_wait() {
        assert_eq!(gaps([], (0, 10), 100, |_| 10).overdue.first(), None);
        assert_eq!(gaps([], (0, 12), 100, |_| 10).overdue.iter().collect::<Vec<_>>(), [(11, 12)]);
        assert_eq!(gaps([12], (0, 12), 100, |_| 10).overdue.iter().collect::<Vec<_>>(), [(11, 12)]);
    }

    #[test]
    fn the_first_wait_may_have_a_limit_of_its_own() {
        let limit = |which| if which == 0 { 3 } else { 10 };
        let waits = gaps([4, 14], (0, OPEN), 20, limit);
        assert_eq!(waits.overdue.iter().collect::<Vec<_>>(), [(4, 5)]);
        assert_eq!((waits.shown, waits.which), ((0, 4), 0));
    }
}
