//! Time in the simulated past: working hours, days, and the clock that is moved along.

use std::sync::Arc;

use anyhow::Context as _;
use app::{App, SteppedClock};
use domain::moment::{DAY, HOUR};
use domain::{Date, Moment};
use jiff::tz::TimeZone;

use super::dice::Dice;

/// A day so many days after (or before) another.
pub fn day_after(at: Moment, days: i64) -> Date {
    at.plus(days.saturating_mul(DAY)).date_in(&TimeZone::UTC)
}

/// Some time in working hours, on the day of this moment.
pub fn working_hour(at: Moment, dice: &Dice) -> Moment {
    let minutes = i64::from(dice.between(7 * 60, 15 * 60));
    Moment::start_of(at.date_in(&TimeZone::UTC), &TimeZone::UTC).plus(minutes * 60_000)
}

/// Moves the clock on. On the way, what comes due is recorded on the day on which it does.
pub fn move_on(app: &App, clock: &Arc<SteppedClock>, rounds: &mut Moment, to: Moment) -> anyhow::Result<()> {
    while *rounds <= to {
        clock.set(*rounds);
        app.come_due().context("what came due")?;
        *rounds = rounds.plus(6 * HOUR);
    }
    clock.set(to);
    Ok(())
}
