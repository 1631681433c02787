//! What an installation sets: the time zone of the place and its policy clocks.
//!
//! There is no setting for a limit that a text names: nobody can make one longer or switch it off.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// Declares the clocks: the name in the code, the name in the catalogue, the length that is proposed in minutes, and
/// the word of the text that it stands for.
macro_rules! clocks {
    ($($(#[$doc:meta])* $clock:ident = $name:literal / $minutes:expr, $word:literal;)+) => {
        /// A clock that policy sets, because a text has only a word.
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

            /// What the text says instead of a number; empty where it says nothing.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$clock => $word),+ }
            }
        }
    };
}

clocks! {
    /// Something is done at once.
    Immediate = "k.immediate" / 2 * HOUR, "immediately, at once";
    /// Something happens without delay.
    Delay = "k.delay" / DAY, "without delay, promptly";
    /// The director takes immediate steps.
    ImmediateDays = "k.immediate_days" / DAY, "immediately";
    /// The admission record is complete.
    AdmissionRecord = "k.admission_record" / 4 * HOUR, "upon admission";
    /// The health service has seen the person after admission.
    HealthAdmission = "k.health_admission" / DAY, "as soon as possible following admission";
    /// Information is given.
    PromptInfo = "k.prompt_info" / DAY, "promptly";
    /// Urgent care.
    Urgent = "k.urgent" / HOUR, "promptly";
    /// A measure that began without authority is authorised.
    EmergencyAuthority = "k.emergency_auth" / 4 * HOUR, "";
    /// The first independent review of a separation or of solitary confinement.
    SeparationReview1 = "k.sep_review1" / 3 * DAY, "independent review";
    /// Further independent reviews of solitary confinement.
    SolitaryReview = "k.sep_review" / 5 * DAY, "independent review";
    /// Further independent reviews of another separation.
    SeparationReview = "k.sep_review_other" / 14 * DAY, "independent review";
    /// Steps to alleviate a separation.
    Mitigation = "k.mitigation" / 3 * DAY, "the necessary measures to alleviate";
    /// At the least so long to prepare a defence.
    Defence = "k.defence" / DAY, "adequate time";
    /// A charge is investigated.
    Investigation = "k.investigation" / 7 * DAY, "without undue delay";
    /// A complaint is acknowledged.
    Acknowledged = "k.ack" / 3 * DAY, "promptly";
    /// A complaint is answered.
    Reply = "k.reply" / 14 * DAY, "without delay";
    /// After this the person may turn to a court.
    Undue = "k.undue" / 30 * DAY, "undue delay";
    /// How long after a complaint a measure raises a question.
    Retaliation = "k.retaliation" / 90 * DAY, "";
    /// By when that question is answered.
    RetaliationCheck = "k.retaliation_check" / 7 * DAY, "";
    /// Contact with family and friends.
    Contact = "k.contact" / 7 * DAY, "at regular intervals";
    /// A restriction of family contact is reviewed independently.
    FamilyRestriction = "k.family_restrict" / 30 * DAY, "limited time period";
    /// A meeting with a lawyer that was asked for.
    Legal = "k.legal" / DAY, "without delay";
    /// The person is assessed.
    Assess = "k.assess" / 30 * DAY, "as soon as possible after admission";
    /// A convicted person has a plan.
    Plan = "k.plan" / 60 * DAY, "as soon as possible after admission";
    /// The plan is reviewed.
    PlanReview = "k.plan_review" / 90 * DAY, "kept up to date";
    /// Somebody looks whether a restraint is still needed.
    RestraintCheck = "k.restraint_check" / 15, "only for the time period required";
    /// No restraint so long after childbirth, if the health service sets no longer time.
    Postpartum = "k.postpartum" / DAY, "immediately after childbirth";
    /// Preparation for release begins.
    Prerelease = "k.prerelease" / 180 * DAY, "before the completion of the sentence";
    /// Documents, a place to live and the journey are arranged before release.
    ReleaseDocuments = "k.release_docs" / 30 * DAY, "before the completion of the sentence";
    /// First contact after release.
    Aftercare = "k.aftercare" / 3 * DAY, "in the period immediately following release";
    /// A request of an approved agency to visit is decided.
    CsoAccess = "k.cso_access" / 10 * DAY, "all necessary access";
    /// A request to see one's own file is answered.
    SubjectAccess = "k.subject_access" / 30 * DAY, "granted access";
    /// Health contact that lasts less than this is none, on days that are not whole.
    MinimalContact = "k.min_touch" / HOUR, "on a daily basis";
    /// Two chains of solitary units closer than this are shown as one pattern.
    EpisodeGap = "k.episode_gap" / 15 * DAY, "";
    /// First warning before the limit of fifteen days.
    SolitaryAlert = "k.solitary_alert" / 10 * DAY, "";
    /// Last warning before it.
    SolitaryLastAlert = "k.solitary_last_alert" / 14 * DAY, "";
}

impl fmt::Display for ClockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No clock has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a clock of this catalogue")]
pub struct UnknownClock(pub String);

impl FromStr for ClockName {
    type Err = UnknownClock;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().copied().find(|clock| clock.name() == name);
        found.ok_or_else(|| UnknownClock(name.to_owned()))
    }
}

/// A clock that the text leaves open, and who set it. Never shown as a limit of the United Nations.
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
    /// Clocks that somebody set, instead of those that are proposed.
    set: BTreeMap<ClockName, PolicyClock>,
}

impl Settings {
    /// The proposed clocks, in this time zone.
    pub fn new(zone: TimeZone) -> Self {
        Self { zone, set: BTreeMap::new() }
    }

    /// With this clock set to so many minutes by somebody.
    #[must_use]
    pub fn with(mut self, clock: ClockName, minutes: u32, set_by: &str) -> Self {
        self.set.insert(clock, PolicyClock { name: clock.name(), minutes, set_by: set_by.to_owned() });
        self
    }

    /// A clock, as it is set here.
    pub fn clock(&self, clock: ClockName) -> PolicyClock {
        self.set.get(&clock).cloned().unwrap_or_else(|| PolicyClock {
            name: clock.name(),
            minutes: clock.proposed(),
            set_by: "default".to_owned(),
        })
    }

    /// Its length in milliseconds.
    pub fn millis(&self, clock: ClockName) -> i64 {
        let minutes = self.set.get(&clock).map_or_else(|| clock.proposed(), |set| set.minutes);
        i64::from(minutes) * domain::moment::MINUTE
    }
}

/// A length as it is written in documents for developers: in the largest unit that gives a whole number.
pub(crate) fn length(minutes: u32) -> String {
    match minutes {
        0 => "0 min".to_owned(),
        _ if minutes.is_multiple_of(DAY) => format!("{} d", minutes / DAY),
        _ if minutes.is_multiple_of(HOUR) => format!("{} h", minutes / HOUR),
        _ => format!("{minutes} min"),
    }
}
