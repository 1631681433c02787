//! What an installation sets: the time zone of the place, and the clocks of its policy.
//!
//! There is no setting for a limit that a text names: nobody can make one longer or switch it off.

use std::fmt;

use jiff::tz::TimeZone;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// Declares the clocks: the name in the code, the name in the catalogue, the length that is proposed in minutes, and
/// the word of the text that it stands for; empty where the text says nothing.
macro_rules! clocks {
    ($($(#[$doc:meta])* $clock:ident = $name:literal / $minutes:expr, $word:literal;)+) => {
        /// A clock that policy sets, because a text has only a word. Never shown as a limit of the United Nations.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClockName { $($(#[$doc])* $clock),+ }

        impl ClockName {
            /// Every clock.
            pub const ALL: &'static [Self] = &[$(Self::$clock),+];

            /// The name in the catalogue, such as `k.plan`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$clock => $name),+ }
            }

            /// The length that is proposed, in minutes.
            pub const fn proposed(self) -> u32 {
                match self { $(Self::$clock => $minutes),+ }
            }

            /// What the text says instead of a number.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$clock => $word),+ }
            }
        }
    };
}

clocks! {
    /// By when a convicted person has a plan.
    Plan = "k.plan" / 60 * DAY, "as soon as possible after admission";
    /// By when solitary confinement is reviewed first.
    SeparationReview1 = "k.sep_review1" / 72 * HOUR, "independent review";
    /// The longest time between two reviews of solitary confinement.
    SolitaryReview = "k.sep_review" / 5 * DAY, "independent review";
    /// Two chains of solitary units closer than this are shown as one pattern.
    EpisodeGap = "k.episode_gap" / 15 * DAY, "";
    /// First warning before the limit of fifteen days.
    SolitaryAlert = "k.solitary_alert" / 10 * DAY, "";
    /// Last warning before it.
    SolitaryLastAlert = "k.solitary_last_alert" / 14 * DAY, "";
    // Measures and separation.
    // Restraints, searches and discipline.
    /// What "at once" means here: who is told of a restraint or of force.
    Immediate = "k.immediate" / 2 * HOUR, "immediately";
    /// The longest time between two checks of a restraint.
    RestraintCheck = "k.restraint_check" / 15, "only for the time required";
    // Daily life, contact and information.
    // Admission, health, plan and release.
}

impl fmt::Display for ClockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A clock as it is set, and who set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyClock {
    /// Its name in the catalogue, such as `k.plan`.
    pub name: &'static str,
    /// Its length in minutes.
    pub minutes: u32,
    /// Who set it.
    pub set_by: String,
}

impl PolicyClock {
    /// The length in milliseconds.
    pub fn millis(&self) -> i64 {
        i64::from(self.minutes) * domain::moment::MINUTE
    }
}

/// Settings of the place where a case is judged.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The time zone that decides on calendar days and birthdays.
    pub zone: TimeZone,
}

impl Settings {
    /// The proposed clocks, in this time zone.
    pub fn new(zone: TimeZone) -> Self {
        Self { zone }
    }

    /// A clock, as it is set here: as it is proposed.
    #[must_use]
    pub fn clock(&self, clock: ClockName) -> PolicyClock {
        PolicyClock { name: clock.name(), minutes: clock.proposed(), set_by: "default".to_owned() }
    }
}

/// A length as it is written in documents for developers: in the largest unit that gives a whole number.
pub(crate) fn length(minutes: u32) -> String {
    if minutes.is_multiple_of(DAY) {
        format!("{} d", minutes / DAY)
    } else if minutes.is_multiple_of(HOUR) {
        format!("{} h", minutes / HOUR)
    } else {
        format!("{minutes} min")
    }
}
