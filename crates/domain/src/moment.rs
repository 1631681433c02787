//! Time: moments in UTC to the millisecond, calendar dates, and half-open spans.
//!
//! Nothing here asks what time it is. Calendar days of a place are computed with the place's time zone, which the
//! caller names.

use std::fmt;
use std::str::FromStr;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar date, Gregorian.
pub type Date = jiff::civil::Date;

/// Milliseconds in a minute.
pub const MINUTE: i64 = 60_000;
/// Milliseconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// A block of 24 hours of elapsed time, in milliseconds: not a calendar day.
pub const DAY: i64 = 24 * HOUR;

/// An instant, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Written as RFC 3339 in UTC with exactly three decimals, so that equal instants are equal text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// The text was not an RFC 3339 instant between the years 1 and 9999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a moment such as 2026-11-23T14:00:00.000Z")]
pub struct NotAMoment(String);

/// Years 0001 to 9999: every moment in this range can be written and read back.
const EARLIEST: i64 = -62_135_596_800_000;
const LATEST: i64 = 253_402_207_200_000 - 1;

impl Moment {
    /// The moment so many milliseconds after (or before) the Unix epoch, kept within the years 1 to 9999.
    pub const fn from_millis(millis: i64) -> Self {
        if millis < EARLIEST {
            Self(EARLIEST)
        } else if millis > LATEST {
            Self(LATEST)
        } else {
            Self(millis)
        }
    }

    /// Milliseconds since the Unix epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This moment, so many milliseconds later (earlier when negative).
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` until this moment; negative if it lies after.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// The calendar date of this moment where the clocks show `zone`.
    pub fn date_in(self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.timestamp()).date()
    }

    /// The calendar year of this moment, in UTC.
    pub fn year(self) -> u16 {
        u16::try_from(TimeZone::UTC.to_datetime(self.timestamp()).year()).unwrap_or(0)
    }

    /// The first instant of a calendar date in `zone`, whatever the clocks did that night.
    pub fn start_of(date: Date, zone: &TimeZone) -> Self {
        let first = zone.to_timestamp(date.at(0, 0, 0, 0));
        first.map_or(Self(EARLIEST), |timestamp| Self::from_millis(timestamp.as_millisecond()))
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self::from_millis(timestamp.as_millisecond())
    }
}

impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        moment.timestamp()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.timestamp())
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let moment = text.parse::<Timestamp>().map(Self::from).map_err(|_| NotAMoment(text.to_owned()))?;
        if (EARLIEST..=LATEST).contains(&moment.0) { Ok(moment) } else { Err(NotAMoment(text.to_owned())) }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A half-open stretch of time, `[from, until)`; no end means that it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first instant that belongs to it.
    pub from: Moment,
    /// The first instant that no longer does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

impl Span {
    /// A span that has not ended.
    pub const fn since(from: Moment) -> Self {
        Self { from, until: None }
    }

    /// A span with both ends known. An end before the beginning makes it empty.
    pub const fn between(from: Moment, until: Moment) -> Self {
        Self { from, until: Some(until) }
    }

    /// Does it hold at this instant?
    pub fn holds(self, at: Moment) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// The part of it that lies in `[from, until)`, if any.
    #[must_use]
    pub fn within(self, from: Moment, until: Moment) -> Option<(Moment, Moment)> {
        let start = self.from.max(from);
        let end = self.until.map_or(until, |end| end.min(until));
        (start < end).then_some((start, end))
    }

    /// The same span, ended no later than `at`.
    #[must_use]
    pub fn ended(self, at: Moment) -> Self {
        Self { until: Some(self.until.map_or(at, |until| until.min(at))), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_what_it_wrote() {
        for text in ["2026-11-23T14:00:00.000Z", "1999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        let offset: Moment = "2026-11-23T15:00:00+01:00".parse().unwrap();
        assert_eq!(offset.to_string(), "2026-11-23T14:00:00.000Z");
        assert!("2026-11-23".parse::<Moment>().is_err());
    }

    #[test]
    fn a_span_ends_before_its_end() {
        let span = Span::between(Moment::from_millis(10), Moment::from_millis(20));
        assert!(span.holds(Moment::from_millis(10)));
        assert!(span.holds(Moment::from_millis(19)));
        assert!(!span.holds(Moment::from_millis(20)));
    }

    #[test]
    fn a_day_begins_when_the_clocks_of_the_place_say_so() {
        let zone = TimeZone::get("Africa/Tunis").unwrap();
        let start = Moment::start_of(jiff::civil::date(2026, 11, 23), &zone);
        assert_eq!(start.to_string(), "2026-11-22T23:00:00.000Z");
        assert_eq!(start.date_in(&zone), jiff::civil::date(2026, 11, 23));
        assert_eq!(start.plus(-1).date_in(&zone), jiff::civil::date(2026, 11, 22));
    }
}
