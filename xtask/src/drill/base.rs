//! The installation that drills break: synthetic people, made once through `perform`, copied for every new beginning.

use std::fs;
use std::path::{Path, PathBuf};

use access::Actor;
use anyhow::Context as _;
use app::installation::Place;
use app::{App, StoreSettings};
use domain::{Capacity, CaseId, Strength};
use serde::{Deserialize, Serialize};

use crate::house::{House, close, opening};

/// Who acts in a drill, and on which cases. A child process reads it from a file beside the installation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cast {
    /// One case for each writer: what one writer did cannot be taken for what another did.
    pub cases: Vec<CaseId>,
    manager: Part,
    health: Part,
    supervisor: Part,
    administrators: [Part; 2],
}

/// One of them. Serialised, for an actor is made of values that a file can hold.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Part {
    account: domain::AccountId,
    org: domain::OrgId,
    capacity: Capacity,
}

impl Part {
    fn of(actor: &Actor) -> Self {
        Self { account: actor.account, org: actor.org, capacity: actor.capacity }
    }

    fn with(self, strength: Strength) -> Actor {
        Actor { account: self.account, org: self.org, capacity: self.capacity, strength, stands_in: None }
    }
}

impl Cast {
    /// Opens the cases.
    pub fn manager(&self) -> Actor {
        self.manager.with(Strength::Ordinary)
    }

    /// Records visits, which are reports and always taken.
    pub fn health(&self) -> Actor {
        self.health.with(Strength::Ordinary)
    }

    /// Allocates, which is a decision.
    pub fn supervisor(&self) -> Actor {
        self.supervisor.with(Strength::Ordinary)
    }

    /// The two who mend a clock.
    pub fn administrators(&self) -> [Actor; 2] {
        self.administrators.map(|part| part.with(Strength::Fresh))
    }

    /// Reads it.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        Ok(serde_json::from_str(&text)?)
    }
}

/// A made installation that nothing writes to: every beginning is a copy of it.
pub struct Base {
    directory: PathBuf,
    /// Who acts.
    pub cast: Cast,
    /// The file that says so to others.
    pub cast_file: PathBuf,
    /// A session of the case manager, as a browser would hold it.
    pub cookie: String,
}

impl Base {
    /// Makes it below `above`.
    pub fn make(above: &Path, people: usize) -> anyhow::Result<Self> {
        let directory = above.join("base");
        let house = House::build(&directory, people)?;
        let cast = Cast {
            cases: house.cases.clone(),
            manager: Part::of(&house.manager),
            health: Part::of(&house.health),
            supervisor: Part::of(&house.supervisor),
            administrators: house.administrators.each_ref().map(Part::of),
        };
        // Dropping it moves what was written into the database.
        close(house.app)?;
        let cast_file = above.join("cast.json");
        fs::write(&cast_file, serde_json::to_vec(&cast)?)?;
        Ok(Self { directory, cast, cast_file, cookie: house.cookie })
    }

    /// A copy of it in `to`, which is emptied first.
    pub fn copy_to(&self, to: &Path) -> anyhow::Result<()> {
        if to.exists() {
            fs::remove_dir_all(to)?;
        }
        copy(&self.directory, to)
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}

/// Opens what lies in a directory, with what every installation has.
pub fn open(directory: &Path) -> anyhow::Result<App> {
    Ok(App::open(&Place::new(directory), opening(StoreSettings::default()))?)
}
