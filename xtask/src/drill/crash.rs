//! `drill crash`: SIGKILL at random moments, many times, under 32 writers.
//!
//! A kill loses nothing that the system was handed: this drill says whether half acts, double acts, indexes or checkpoints
//! are left behind, and nothing of the disk. For that there is `powercut`.

use std::process::Command;
use std::time::Duration;

use super::acknowledged::{Broken, Left, Lost, Standing};
use super::base::Base;
use super::chance::Chance;
use super::{Common, Promise};
use crate::watch::{millis, percentile, rest};

/// What to do.
#[derive(clap::Args)]
pub struct Crash {
    #[command(flatten)]
    common: Common,
    /// Kills.
    #[arg(long, default_value_t = 1_000)]
    rounds: u64,
    /// Writers.
    #[arg(long, default_value_t = 32)]
    writers: usize,
    /// Kills before the installation is exchanged for a fresh one: checking the whole of it takes longer as it grows.
    #[arg(long, default_value_t = 25)]
    fresh_after: u64,
}

/// Beyond this many milliseconds after it was started, a child is killed.
const LATEST: Duration = Duration::from_millis(400);

/// Kills.
pub fn run(asked: &Crash) -> anyhow::Result<()> {
    println!("crash: seed {}, {} kills under {} writers", asked.common.seed, asked.rounds, asked.writers);
    let folder = tempfile::tempdir()?;
    let base = Base::make(folder.path(), asked.writers)?;
    let data = folder.path().join("drilled");
    let mut chance = Chance::new(asked.common.seed, 1);
    let (mut answers, mut lost, mut early, mut times) = (0, Lost::default(), 0_u64, Vec::new());
    let mut broken = Vec::new();
    let mut before = Standing::default();
    for round in 0..asked.rounds {
        if round % asked.fresh_after.max(1) == 0 {
            base.copy_to(&data)?;
            before = Standing::read(&data)?;
        }
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["drill", "child", "--round", &round.to_string(), "--data"]).arg(&data);
        command.arg("--cast").arg(&base.cast_file);
        if asked.common.promise() == Promise::Broken {
            command.args(["--says", "before"]);
        }
        let mut child = Broken::start(command)?;
        // One in eight is killed while it opens what the one before left behind.
        if chance.below(8) == 0 {
            rest(chance.shorter_than(Duration::from_millis(60)));
        } else {
            child.wait_until_ready(Duration::from_secs(20))?;
            rest(chance.shorter_than(LATEST));
        }
        let words = child.kill()?;
        early += u64::from(!words.ready);
        answers += words.answers();
        let left = Left { data: &data, cast: &base.cast, before: &before, words: &words, round };
        let found = left.judge()?;
        lost.add(found.lost);
        times.push(found.opened_in);
        if let Some(why) = &found.broken {
            broken.push(format!("round {round}: {why}"));
        }
        if found.is_well() {
            before = found.standing;
        } else {
            println!("round {round}: {:?} {}", found.lost, found.broken.unwrap_or_default());
            base.copy_to(&data)?;
            before = Standing::read(&data)?;
        }
        if (round + 1) % 100 == 0 {
            println!("{} kills, {answers} answers, lost {lost:?}, broken {}", round + 1, broken.len());
        }
    }
    times.sort_unstable();
    println!(
        "crash: {} kills ({early} before it was ready), {answers} answers, {} acts and {} looks lost, {} too many, {} broken; \
         open again in {:.0} ms (median), {:.0} ms (longest)",
        asked.rounds,
        lost.acts,
        lost.looks,
        lost.more,
        broken.len(),
        millis(percentile(&times, 50)),
        millis(percentile(&times, 100)),
    );
    anyhow::ensure!(answers > 0, "no child answered anything: nothing was drilled");
    anyhow::ensure!(lost.is_nothing() && broken.is_empty(), "words were not kept: {lost:?} {broken:?}");
    Ok(())
}
