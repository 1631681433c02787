//! Drills: an installation is broken on purpose, again and again, and must have kept every word that it gave.
//!
//! What is broken is the product as it is, in a process of its own. Each drill draws from a seed that it prints, ends with a
//! line of figures, and fails when a word was not kept. `--sabotaged` breaks the promise itself: a drill that does not find
//! that is worth nothing; `xtask/tests/drills.rs` and `.ci/run` see that each does. Results: `docs/reliability.md`.

mod acknowledged;
mod base;
mod bitflip;
mod chance;
mod child;
mod clock;
mod crash;
mod cuts;
mod diskfull;
mod filesystem;
mod overload;
mod powercut;
mod restore;
mod server;
mod shim;

use std::path::Path;

use clap::Subcommand;

/// The drills.
#[derive(Subcommand)]
pub enum Drill {
    /// A process with 32 writers is killed at random moments.
    Crash(crash::Crash),
    /// The machine loses what was written and not flushed, at random moments.
    Powercut(powercut::PowerCut),
    /// The disk under a file system of its own stops, at random moments.
    Filesystem(filesystem::FileSystem),
    /// The disk is full, and then it is not.
    Diskfull(diskfull::DiskFull),
    /// The clock on the wall jumps.
    Clock(clock::ClockDrill),
    /// Ten times as much is asked as can be answered.
    Overload(overload::Overload),
    /// One bit of the database is another.
    Bitflip(bitflip::BitFlip),
    /// Everything is lost but two backups and a key.
    Restore(restore::Restore),
    /// What drills start as processes of their own.
    #[command(hide = true)]
    Child(child::Child),
}

/// Runs one.
pub fn run(root: &Path, drill: &Drill) -> anyhow::Result<()> {
    match drill {
        Drill::Crash(asked) => crash::run(asked),
        Drill::Powercut(asked) => powercut::run(asked),
        Drill::Filesystem(asked) => filesystem::run(asked),
        Drill::Diskfull(asked) => diskfull::run(root, asked),
        Drill::Clock(asked) => clock::run(asked),
        Drill::Overload(asked) => overload::run(root, asked),
        Drill::Bitflip(asked) => bitflip::run(asked),
        Drill::Restore(asked) => restore::run(asked),
        Drill::Child(asked) => child::run(asked),
    }
}

/// Is the promise itself broken, to see that the drill finds it?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// No.
    Kept,
    /// Yes.
    Broken,
}

/// What every drill is told.
#[derive(Debug, Clone, clap::Args)]
pub struct Common {
    /// What chance is drawn from. The same seed breaks at the same places.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Break the promise itself: the drill must fail then.
    #[arg(long, hide = true)]
    sabotaged: bool,
}

impl Common {
    fn promise(&self) -> Promise {
        if self.sabotaged { Promise::Broken } else { Promise::Kept }
    }
}
