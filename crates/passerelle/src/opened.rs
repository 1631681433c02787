//! Opening an installation as the machine has it: its clock, its randomness, the real cost of passwords.

use std::path::Path;
use std::sync::Arc;

use app::credential::Cost;
use app::installation::{Opening, Place};
use app::{App, StoreSettings, SystemClock, SystemEntropy};

/// How a real installation is opened.
pub fn opening() -> Opening {
    Opening {
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        cost: Cost::Real,
        store: StoreSettings::default(),
    }
}

/// Opens the installation in this directory. Only one program at a time can.
pub fn open(directory: &Path) -> anyhow::Result<App> {
    Ok(App::open(&Place::new(directory), opening())?)
}
