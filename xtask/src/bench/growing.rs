//! A case that grows, and an installation that is opened again: what the bench does to the house it built.

use std::time::Duration;

use anyhow::Context as _;
use app::{App, Deed, StoreSettings};
use domain::measure::{HealthVisited, YesNo};
use domain::{CaseId, Recorded};

use super::{LOOKS_FOR, RUNS};
use crate::house::{House, close, opening};
use crate::watch::{memory, start};

impl House {
    /// A case with so many acts.
    pub fn grown_case(&self, acts: usize) -> anyhow::Result<CaseId> {
        let case = *self.cases.first().context("a case")?;
        let have = self.app.case(&self.manager, case, LOOKS_FOR)?.acts.len();
        for _ in have..acts {
            self.app.perform(&self.health, &Deed::one(case, HealthVisited { advises_change: YesNo::No }))?;
        }
        Ok(case)
    }

    /// The acts of a case, and how long opening it takes with its entry.
    pub fn opened(&self, case: CaseId) -> anyhow::Result<(Vec<Recorded>, Duration)> {
        let mut times = Vec::new();
        let mut acts = Vec::new();
        for _ in 0..RUNS {
            let begun = start();
            let file = self.app.case(&self.manager, case, LOOKS_FOR)?;
            times.push(begun.elapsed());
            acts.clone_from(&file.acts);
        }
        times.sort_unstable();
        Ok((acts, *times.get(times.len() / 2).context("a run")?))
    }

    /// Opens a copy of the installation as a start would; how long that takes, and the memory of the process in MiB.
    pub fn reopen(self) -> anyhow::Result<(Duration, u64)> {
        let place = self.place.clone();
        close(self.app)?;
        let begun = start();
        let app = App::open(&place, opening(StoreSettings::default()))?;
        let opened = begun.elapsed();
        app.load_names()?;
        Ok((opened, memory("self")?))
    }
}
