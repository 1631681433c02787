//! Calendar days of a place: each has 24 hours, or 23 or 25 where the clocks change.

use domain::Moment;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::intervals::Stretch;

/// The calendar days in `zone` that `[from, until)` touches, oldest first, each with the whole stretch of that day.
pub(crate) fn days_of((from, until): Stretch, zone: &TimeZone) -> impl Iterator<Item = (Date, Stretch)> + '_ {
    let mut date = (from < until).then(|| Moment::from_millis(from).date_in(zone));
    std::iter::from_fn(move || {
        let today = date?;
        let begins = Moment::start_of(today, zone).millis();
        if begins >= until {
            return None;
        }
        // The last date that can be written has no tomorrow: it never ends.
        date = today.checked_add(1.day()).ok();
        let ends = date.map_or(i64::MAX, |tomorrow| Moment::start_of(tomorrow, zone).millis());
        Some((today, (begins, ends)))
    })
}

/// The last instant of the calendar day in `zone` on which `at` lies.
pub(crate) fn end_of(at: Moment, zone: &TimeZone) -> Moment {
    // The last date that can be written has no tomorrow: it never ends.
    at.date_in(zone)
        .checked_add(1.day())
        .map_or(Moment::from_millis(i64::MAX), |tomorrow| Moment::start_of(tomorrow, zone).plus(-1))
}
