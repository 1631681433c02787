//! Limits, clocks that run against them, and how much of a time is on record.

use domain::Moment;
use serde::Serialize;

use crate::settings::PolicyClock;

/// The limit against which time is counted. The two must never look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// A number that the text itself names.
    UnLimit {
        /// In hours; exactly so many are met.
        hours: u32,
    },
    /// A stricter number that national law sets in the place of the text's. Never shown as the text's own.
    NationalLimit {
        /// In hours; exactly so many are met.
        hours: u32,
        /// What the text itself says, in hours.
        un_hours: u32,
        /// Who set it.
        set_by: String,
    },
    /// A number that somebody set because the text has only a word.
    PolicyClock {
        /// The name in the catalogue, such as `k.plan`.
        name: &'static str,
        /// In minutes.
        minutes: u32,
        /// Who set it.
        set_by: String,
    },
}

impl Limit {
    /// The length in milliseconds.
    pub fn millis(&self) -> i64 {
        match self {
            Self::UnLimit { hours } | Self::NationalLimit { hours, .. } => i64::from(*hours) * domain::moment::HOUR,
            Self::PolicyClock { minutes, .. } => i64::from(*minutes) * domain::moment::MINUTE,
        }
    }
}

impl From<&PolicyClock> for Limit {
    fn from(clock: &PolicyClock) -> Self {
        Self::PolicyClock { name: clock.name, minutes: clock.minutes, set_by: clock.set_by.clone() }
    }
}

/// A clock that runs, or ran, against a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// The limit.
    pub limit: Limit,
    /// Where counting began.
    pub from: Moment,
    /// Where it ended; nothing while it runs.
    pub until: Option<Moment>,
    /// What has been counted, in milliseconds of elapsed time.
    pub elapsed: i64,
    /// When the limit is, or would be, reached if counting goes on: the latest end that still meets it.
    pub reached_at: Moment,
}

impl Clock {
    pub(crate) fn running(limit: Limit, from: Moment, now: Moment) -> Self {
        let reached_at = from.plus(limit.millis());
        Self { limit, from, until: None, elapsed: now.since(from).max(0), reached_at }
    }

    /// Has more than the limit been counted?
    pub fn exceeded(&self) -> bool {
        self.elapsed > self.limit.millis()
    }
}

/// How much of the closed blocks of 24 hours is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Blocks whose record decides whether they were solitary.
    pub recorded: u32,
    /// All closed blocks.
    pub closed: u32,
}
