//! `drill clock`: the clock on the wall jumps, ahead and back, while the program runs and while it does not.
//!
//! The clock is one that a drill can move; the application, its log and its guard are those of the product. A small model says
//! what must be: beyond ten minutes no decision until two administrators have spoken, reports always, and a time in the log
//! that never goes back.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use app::installation::{Opening, Place};
use app::{App, Clock as _, Deed, Refusal, SteppedClock, StoreSettings};
use domain::clock::{ClockStepConfirmed, ClockStepped};
use domain::file::Allocated;
use domain::moment::{DAY, HOUR, MINUTE};
use domain::{Moment, StreamId, Text};

use super::base::{Base, Cast};
use super::chance::Chance;
use super::{Common, Promise, child};

/// What to do.
#[derive(clap::Args)]
pub struct ClockDrill {
    #[command(flatten)]
    common: Common,
    /// Jumps.
    #[arg(long, default_value_t = 200)]
    rounds: u64,
}

const YEAR: i64 = 365 * DAY;

/// What the clock jumps by, in milliseconds, either way.
const JUMPS: &[i64] = &[1_000, 10 * MINUTE, 10 * MINUTE + 1, HOUR, 40 * DAY, YEAR, 10 * YEAR];

struct Running<'a> {
    app: App,
    clock: Arc<SteppedClock>,
    data: &'a Path,
    cast: &'a Cast,
}

impl<'a> Running<'a> {
    fn start(data: &'a Path, cast: &'a Cast, clock: Arc<SteppedClock>) -> anyhow::Result<Self> {
        let opening =
            Opening { clock: Arc::clone(&clock) as Arc<_>, ..crate::house::opening(StoreSettings::default()) };
        Ok(Self { app: App::open(&Place::new(data), opening)?, clock, data, cast })
    }

    fn restarted(self) -> anyhow::Result<Self> {
        let Self { app, clock, data, cast } = self;
        drop(app);
        Self::start(data, cast, clock)
    }

    /// Is a decision taken?
    fn decides(&self) -> anyhow::Result<bool> {
        let case = *self.cast.cases.first().context("a case")?;
        let to = self.cast.manager().account;
        match self.app.perform(&self.cast.supervisor(), &Deed::one(case, Allocated { to })) {
            Ok(_) => Ok(true),
            Err(Refusal::ClockStepped) => Ok(false),
            Err(other) => bail!("a decision: {other}"),
        }
    }

    fn reports(&self) -> anyhow::Result<Moment> {
        let case = *self.cast.cases.first().context("a case")?;
        Ok(self.app.perform(&self.cast.health(), &Deed::one(case, child::visit()))?.at)
    }

    fn mend(&self) -> anyhow::Result<()> {
        let [first, second] = self.cast.administrators();
        let reason = Text::new("The clock of the specimen was moved by a drill.").context("a text")?;
        self.app.perform(&first, &Deed::one(StreamId::INSTALLATION, ClockStepped { reason }))?;
        ensure!(!self.decides()?, "one administrator alone was enough");
        let own = self.app.perform(&first, &Deed::one(StreamId::INSTALLATION, ClockStepConfirmed {}));
        ensure!(own.is_err(), "one administrator confirmed what the same one had said");
        self.app.perform(&second, &Deed::one(StreamId::INSTALLATION, ClockStepConfirmed {}))?;
        ensure!(self.decides()?, "two administrators were not enough");
        Ok(())
    }
}

/// Jumps.
pub fn run(asked: &ClockDrill) -> anyhow::Result<()> {
    println!("clock: seed {}, {} jumps", asked.common.seed, asked.rounds);
    let folder = tempfile::tempdir()?;
    let base = Base::make(folder.path(), 2)?;
    let data = folder.path().join("drilled");
    let mut chance = Chance::new(asked.common.seed, 6);
    let (mut stopped, mut taken, mut restarts) = (0_u64, 0_u64, 0_u64);
    for round in 0..asked.rounds {
        base.copy_to(&data)?;
        let clock = Arc::new(SteppedClock::at(app::SystemClock.now()));
        let mut running = Running::start(&data, &base.cast, clock)?;
        ensure!(running.decides()?, "round {round}: nothing was decided with a clock that is right");
        let before = running.reports()?;
        let size = JUMPS.get(chance.index(JUMPS.len())).copied().unwrap_or(0);
        let jump = if chance.below(2) == 0 { size } else { -size };
        running.clock.step(jump);
        // Exactly ten minutes are no jump; what the steps of the clock are held against has no part in it.
        let stops = size > 10 * MINUTE && asked.common.promise() == Promise::Kept;
        let what = format!("round {round}, {jump} ms");
        ensure!(running.decides()? != stops, "{what}: decisions {}", if stops { "went on" } else { "stopped" });
        if stops {
            stopped += 1;
            let now = running.reports()?;
            ensure!(now >= before, "{what}: time in the log went back");
            ensure!(now.since(before) <= 10 * MINUTE, "{what}: a report was dated by a clock that jumped");
            if chance.below(2) == 0 {
                // Set right again, and started again: somebody still has to say why.
                running.clock.step(-jump);
                running = running.restarted()?;
                restarts += 1;
                ensure!(!running.decides()?, "{what}: a restart was enough");
            }
            running.mend()?;
        } else {
            taken += 1;
        }
        ensure!(running.reports()? >= before, "{what}: time in the log went back");
        running.app.examine()?;
    }
    println!(
        "clock: {} jumps, from a second to ten years, either way: {stopped} stopped decisions until two administrators spoke, \
         {restarts} of them over a restart; {taken} of ten minutes or less did not; no report was refused, no time went back",
        asked.rounds
    );
    ensure!(stopped > 0, "no jump stopped anything: nothing was drilled");
    Ok(())
}
