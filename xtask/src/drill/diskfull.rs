//! `drill diskfull`: the disk is full while case pages are asked for, and then it is not.
//!
//! A page whose look cannot be recorded must not be shown: 503, which says what to do. Once there is space again the same
//! process goes on. Where the disk fails instead of being full (a limit on the length of files), nothing more is shown until
//! a restart. Either way every page that was shown has its entry, and no other.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::ensure;

use super::acknowledged::Standing;
use super::base::{self, Base};
use super::chance::Chance;
use super::server::{self, Server};
use super::{Common, Promise};
use crate::http::Connection;
use crate::watch;

/// What to do.
#[derive(clap::Args)]
pub struct DiskFull {
    #[command(flatten)]
    common: Common,
    /// Times the disk is filled.
    #[arg(long, default_value_t = 50)]
    rounds: u64,
}

/// Pages asked for in each state of the disk.
const PAGES: u64 = 40;

/// So many times over, at the most, until the log has no room left of its own.
const MOST: usize = 100;

/// Times the disk is filled under one server.
const AT_A_TIME: u64 = 4;

#[derive(Debug, Default)]
struct Told {
    shown: u64,
    refused: u64,
    otherwise: u64,
}

/// A disk of a few MiB, in memory; gone when this goes.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    fn mount(at: &'a Path) -> anyhow::Result<Option<Self>> {
        std::fs::create_dir_all(at)?;
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(at).output();
        Ok(mounted.is_ok_and(|output| output.status.success()).then_some(Self(at)))
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

/// Fills the disk.
pub fn run(root: &Path, asked: &DiskFull) -> anyhow::Result<()> {
    println!("diskfull: seed {}, {} times full", asked.common.seed, asked.rounds);
    let folder = tempfile::tempdir()?;
    let base = Base::make(folder.path(), 8)?;
    let program = server::built(root)?;
    let mut chance = Chance::new(asked.common.seed, 5);
    let disk = folder.path().join("disk");
    if let Some(small) = Small::mount(&disk)? {
        let (mut told, mut left) = (Told::default(), asked.rounds);
        // A fresh installation now and then: what is recorded fills the small disk by itself in the end.
        while left > 0 {
            let rounds = left.min(AT_A_TIME);
            let these = full(rounds, asked.common.promise(), (&base, &program), (&disk, &mut chance))?;
            told.shown += these.shown;
            told.refused += these.refused;
            left -= rounds;
        }
        drop(small);
        println!(
            "full: {} times, {} pages shown, each with its one entry; {} refused, each with what to do; went on without a restart",
            asked.rounds, told.shown, told.refused
        );
    } else {
        println!("full: NOT DONE: this machine does not let us mount a small disk (root is needed)");
    }
    let told = failing(asked.common.promise(), (&base, &program), &folder.path().join("limited"))?;
    println!(
        "diskfull: {} times full; a disk that fails: {} pages shown, each with its one entry, {} refused until the restart; \
         nothing lost",
        asked.rounds, told.shown, told.refused
    );
    Ok(())
}

fn full(
    rounds: u64,
    promise: Promise,
    (base, program): (&Base, &Path),
    (disk, chance): (&Path, &mut Chance),
) -> anyhow::Result<Told> {
    let (data, filler) = (disk.join("data"), disk.join("filler"));
    base.copy_to(&data)?;
    let before = looks(&data)?;
    let server = Server::start(program, &data)?;
    let mut connection = Connection::to(&server.address, &base.cookie)?;
    let mut told = Told::default();
    for round in 0..rounds {
        ask(&mut connection, base, &mut told, chance.below(PAGES))?;
        let mut file = File::create(&filler)?;
        while file.write_all(&[7; 512]).is_ok() {}
        drop(file);
        let refused = told.refused;
        // What fits into pages that the log has already may still be recorded, and is then shown.
        for _ in 0..MOST {
            if told.refused > refused {
                break;
            }
            ask(&mut connection, base, &mut told, PAGES)?;
        }
        ensure!(told.refused > refused, "round {round}: the disk was full and every page was shown");
        ensure!(connection.get("/health")?.status == 200, "round {round}: the program did not say that it is there");
        std::fs::remove_file(&filler)?;
        let shown = told.shown;
        for _ in 0..50 {
            ask(&mut connection, base, &mut told, 1)?;
            if told.shown > shown {
                break;
            }
            watch::rest(Duration::from_millis(20));
        }
        if told.shown == shown {
            let case = base.cast.cases.first().map(ToString::to_string).unwrap_or_default();
            let answer = connection.get(&format!("/api/v1/cases/{case}"))?;
            let health = connection.get("/health")?.status;
            let says = String::from_utf8_lossy(&answer.body);
            anyhow::bail!("round {round}: there was space again, and nothing was shown: {says}; health {health}");
        }
    }
    ensure!(told.otherwise == 0, "{} pages were answered neither way", told.otherwise);
    drop(server);
    if promise == Promise::Broken {
        told.shown += 1;
    }
    accounted_for(&data, before, &told)?;
    Ok(told)
}

fn failing(promise: Promise, (base, program): (&Base, &Path), data: &Path) -> anyhow::Result<Told> {
    base.copy_to(data)?;
    let before = looks(data)?;
    let server = Server::start_within(program, data, std::fs::metadata(data.join("casework.db"))?.len() + (1 << 18))?;
    let mut connection = Connection::to(&server.address, &base.cookie)?;
    let mut told = Told::default();
    while told.refused == 0 {
        ask(&mut connection, base, &mut told, 1)?;
        ensure!(told.shown < 5_000, "the limit was not reached");
    }
    let shown = told.shown;
    ask(&mut connection, base, &mut told, PAGES)?;
    ensure!(told.shown == shown, "a page was shown after the disk had failed");
    ensure!(told.otherwise == 0, "{} pages were answered neither way", told.otherwise);
    drop(server);
    if promise == Promise::Broken {
        told.shown += 1;
    }
    accounted_for(data, before, &told)?;
    Ok(told)
}

fn ask(connection: &mut Connection, base: &Base, told: &mut Told, pages: u64) -> anyhow::Result<()> {
    for page in 0..pages {
        let Some(case) = base.cast.cases.get(usize::try_from(page)? % base.cast.cases.len()) else { continue };
        let answer = connection.get(&format!("/api/v1/cases/{case}"))?;
        let says = String::from_utf8_lossy(&answer.body);
        match answer.status {
            200 => told.shown += 1,
            503 if answer.retry_after.is_some() && !says.contains("\"acts\"") && says.contains("\"detail\"") => {
                told.refused += 1;
            }
            _ => told.otherwise += 1,
        }
    }
    Ok(())
}

fn looks(data: &Path) -> anyhow::Result<u64> {
    Ok(Standing::read(data)?.looks.values().sum())
}

/// Opens it again: it is whole, and every page that was shown has its entry.
fn accounted_for(data: &Path, before: u64, told: &Told) -> anyhow::Result<()> {
    base::open(data)?.examine()?;
    let entered = looks(data)? - before;
    ensure!(entered == told.shown, "{} pages were shown and {entered} looks are entered", told.shown);
    Ok(())
}
