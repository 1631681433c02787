//! What an installation sets: the time zone of the place and its policy clocks.
//!
//! There is no setting for a limit that a text names: nobody can make one longer or switch it off.

use jiff::tz::TimeZone;

/// A clock that the text leaves open, and who set it. Never shown as a limit of the United Nations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyClock {
    /// Its name in the catalogue, such as `k.plan`.
    pub name: &'static str,
    /// Its length in hours.
    pub hours: u32,
    /// Who set it.
    pub set_by: String,
}

impl PolicyClock {
    fn proposed(name: &'static str, days: u32) -> Self {
        Self { name, hours: days * 24, set_by: "default".to_owned() }
    }

    /// The length in milliseconds.
    pub fn millis(&self) -> i64 {
        i64::from(self.hours) * domain::moment::HOUR
    }
}

/// Settings of the place where a case is judged.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The time zone that decides on calendar days and birthdays.
    pub zone: TimeZone,
    /// `k.plan`: by when a convicted person has a plan.
    pub plan: PolicyClock,
    /// `k.episode_gap`: two chains closer than this are shown as one pattern.
    pub episode_gap: PolicyClock,
    /// `k.solitary_alert`: first warning before the limit of fifteen days.
    pub first_warning: PolicyClock,
    /// `k.solitary_last_alert`: last warning before the limit of fifteen days.
    pub last_warning: PolicyClock,
}

impl Settings {
    /// The proposed clocks, in this time zone.
    pub fn new(zone: TimeZone) -> Self {
        Self {
            zone,
            plan: PolicyClock::proposed("k.plan", 60),
            episode_gap: PolicyClock::proposed("k.episode_gap", 15),
            first_warning: PolicyClock::proposed("k.solitary_alert", 10),
            last_warning: PolicyClock::proposed("k.solitary_last_alert", 14),
        }
    }
}
