//! The next instant at which an answer may change though nothing is recorded.
//!
//! May be too early, which costs one more check; must never be too late.

use domain::Moment;

pub(crate) struct Next {
    now: i64,
    at: Option<i64>,
}

impl Next {
    pub(crate) fn after(now: Moment) -> Self {
        Self { now: now.millis(), at: None }
    }

    /// Something may change at this instant; instants that have passed are of no interest.
    pub(crate) fn offer(&mut self, at: i64) {
        // Beyond the last moment that can be written nothing can be waited for.
        if at > self.now && Moment::from_millis(at).millis() == at {
            self.at = Some(self.at.map_or(at, |known| known.min(at)));
        }
    }

    pub(crate) fn at(&self) -> Option<Moment> {
        self.at.map(Moment::from_millis)
    }
}
