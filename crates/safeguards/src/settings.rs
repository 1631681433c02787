//! What an installation sets: the time zone of the place, the clocks of its policy, and stricter limits of its own law.
//!
//! A limit that a text names can be made shorter, never longer, and nobody can switch it off: see [`crate::profile`].

use std::fmt;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::finding::Limit;
use crate::profile::Profile;
use crate::rule::Rule;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// Which way a clock is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stricter {
    /// Somebody must act within it.
    Shorter,
    /// Somebody is given at least so long, or is looked after for so long.
    Longer,
}

/// Declares the clocks: the name in the code, the name in the catalogue, the length that is proposed in minutes, and
/// the word of the text that it stands for; empty where the text says nothing. `Longer` behind it, where a longer one is the
/// stricter.
macro_rules! clocks {
    (@stricter) => { Stricter::Shorter };
    (@stricter $stricter:ident) => { Stricter::$stricter };
    ($($(#[$doc:meta])* $clock:ident = $name:literal / $minutes:expr, $word:literal $(, $stricter:ident)?;)+) => {
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

            /// Which way it is stricter.
            pub const fn stricter(self) -> Stricter {
                match self { $(Self::$clock => clocks!(@stricter $($stricter)?)),+ }
            }
        }
    };
}

/// How many kilometres further than the nearest suitable prison need no reason: policy, for the text has only a word.
pub const KM_OVER: u32 = 50;

clocks! {
    /// By when a convicted person has a plan.
    Plan = "k.plan" / 60 * DAY, "as soon as possible after admission";
    /// By when solitary confinement is reviewed first.
    SeparationReview1 = "k.sep_review1" / 72 * HOUR, "independent review";
    /// The longest time between two reviews of solitary confinement.
    SolitaryReview = "k.sep_review" / 5 * DAY, "independent review";
    /// Two chains of solitary units closer than this are shown as one pattern.
    EpisodeGap = "k.episode_gap" / 15 * DAY, "", Longer;
    /// First warning before the limit of fifteen days.
    SolitaryAlert = "k.solitary_alert" / 10 * DAY, "";
    /// Last warning before it.
    SolitaryLastAlert = "k.solitary_last_alert" / 14 * DAY, "";
    // Measures and separation.
    /// How long contact with the family may be restricted until somebody independent looks.
    FamilyRestrict = "k.family_restrict" / 30 * DAY, "limited time period";
    /// By when somebody who is held apart has a plan that lessens the harm.
    Mitigation = "k.mitigation" / 3 * DAY, "take the necessary measures";
    // Restraints, searches and discipline.
    /// What "at once" means here: who is told of a restraint or of force, and that the family can be told.
    Immediate = "k.immediate" / 2 * HOUR, "immediately, at once";
    /// The longest time between two checks of a restraint.
    RestraintCheck = "k.restraint_check" / 15, "only for the time required";
    // Daily life, contact and information.
    /// By when a day, or where somebody sleeps, is written down.
    DayRecord = "k.day_record" / 3 * DAY, "";
    /// The longest time without an offer of contact with family.
    Contact = "k.contact" / 7 * DAY, "regular intervals";
    /// By when a lawyer who is asked for is there.
    Legal = "k.legal" / 24 * HOUR, "without delay";
    /// By when somebody who arrives is informed.
    PromptInfo = "k.prompt_info" / 24 * HOUR, "promptly";
    // Admission, health, plan and release.
    // Inspections.
    /// By when a prison answers what an inspection recommended.
    InspectionReply = "k.inspect_reply" / 90 * DAY, "within a reasonable time";
    /// The longest time between two inspections of a prison.
    Inspection = "k.inspect" / 365 * DAY, "regular";
    // The directory of services.
    /// For how long an entry of the directory that was looked over counts as confirmed.
    DirectoryAssured = "k.directory_assured" / 180 * DAY, "";
    /// How long before that ends the organisation is reminded.
    DirectoryReminder = "k.directory_reminder" / 30 * DAY, "", Longer;
    /// For how long a statement on free places and waiting counts.
    DirectoryStated = "k.directory_stated" / 30 * DAY, "";
    /// By when a convicted person is assessed, and somebody carries the file.
    Assess = "k.assess" / 30 * DAY, "as soon as possible after admission";
    /// The longest time between two looks at a plan.
    PlanReview = "k.plan_review" / 90 * DAY, "kept up to date";
    /// By when somebody meets whoever was released.
    Aftercare = "k.aftercare" / 72 * HOUR, "the period immediately following release";
    /// How long before release everything is ready.
    ReleaseDocs = "k.release_docs" / 30 * DAY, "before release", Longer;
    /// By when what must be written down on admission is written.
    AdmissionRecord = "k.admission_record" / 4 * HOUR, "upon admission";
    /// By when somebody who was received is examined.
    HealthAdmission = "k.health_admission" / 24 * HOUR, "as soon as possible following admission";
    /// By when somebody comes in an urgent case.
    UrgentCare = "k.urgent" / HOUR, "prompt";
    /// By when a director acts on medical advice.
    ImmediateDays = "k.immediate_days" / DAY, "immediate steps";
    /// How long "without delay" is.
    Delay = "k.delay" / 24 * HOUR, "without delay, as soon as possible";
    /// By when a request is answered.
    Reply = "k.reply" / 14 * DAY, "without delay";
}

impl fmt::Display for ClockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A number that a text itself names. National law may be stricter; nothing here can be looser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitName {
    /// The longest solitary confinement, exactly so many hours are met (Mandela Rule 44).
    Solitary,
}

impl LimitName {
    /// Every limit.
    pub const ALL: &'static [Self] = &[Self::Solitary];

    /// The name in a profile: that of the rule, and what is limited.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Solitary => "NMR-43b",
        }
    }

    /// The number of the text, in hours.
    pub const fn hours(self) -> u32 {
        match self {
            Self::Solitary => 360,
        }
    }
}

/// Who set what nobody has set: the project, as a proposal.
pub const PROPOSED: &str = "default";

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
    profile: Arc<Profile>,
}

impl Settings {
    /// The proposed clocks and the limits of the texts, in this time zone.
    pub fn new(zone: TimeZone) -> Self {
        Self::under(zone, Profile::default())
    }

    /// What a national profile makes of them.
    pub fn under(zone: TimeZone, profile: Profile) -> Self {
        Self { zone, profile: Arc::new(profile) }
    }

    /// The national profile; one that says nothing, if there is none.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// A clock, as it is set here.
    #[must_use]
    pub fn clock(&self, clock: ClockName) -> PolicyClock {
        let (minutes, set_by) = match self.profile.clock(clock) {
            Some(minutes) => (minutes, self.profile.set_by()),
            None => (clock.proposed(), PROPOSED),
        };
        PolicyClock { name: clock.name(), minutes, set_by: set_by.to_owned() }
    }

    /// A limit, as it is here: that of the text, or a stricter one.
    #[must_use]
    pub fn limit(&self, limit: LimitName) -> Limit {
        match self.profile.limit(limit) {
            Some(hours) => {
                Limit::NationalLimit { hours, un_hours: limit.hours(), set_by: self.profile.set_by().to_owned() }
            }
            None => Limit::UnLimit { hours: limit.hours() },
        }
    }

    /// Is this rule checked here? One whose text was not verified is not, until a profile switches it on.
    pub fn checks(&self, rule: &Rule) -> bool {
        rule.off_because().is_none() || self.profile.switches_on(rule.rule)
    }
}

/// A length as it is written in documents for developers: in the largest unit that gives a whole number.
pub fn length(minutes: u32) -> String {
    if minutes.is_multiple_of(DAY) {
        format!("{} d", minutes / DAY)
    } else if minutes.is_multiple_of(HOUR) {
        format!("{} h", minutes / HOUR)
    } else {
        format!("{minutes} min")
    }
}
