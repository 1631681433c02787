//! `drill powercut`: what was written and not flushed is lost, at a random operation, many times.
//!
//! A library of ours stands between the process and the disk (`powercut.c`). First the drill shows that it would notice: a
//! child whose commits do not wait for the disk must lose answers, or the drill fails. Then the product must lose none.

use std::path::Path;
use std::process::Command;

use anyhow::ensure;

use super::acknowledged::{Broken, Left, Standing};
use super::base::Base;
use super::chance::Chance;
use super::cuts::Cuts;
use super::shim;
use super::{Common, Promise};

/// What to do.
#[derive(clap::Args)]
pub struct PowerCut {
    #[command(flatten)]
    common: Common,
    /// Cuts.
    #[arg(long, default_value_t = 500)]
    rounds: u64,
    /// Cuts of a child that does not wait for the disk, to see that the drill would notice.
    #[arg(long, default_value_t = 20)]
    control: u64,
    /// Writers.
    #[arg(long, default_value_t = 32)]
    writers: usize,
    /// The latest operation at which the power is cut.
    #[arg(long, default_value_t = 2_500)]
    latest: u64,
}

/// Steps of each writer between pauses in which the log is moved into the database.
const PAUSE_AFTER: &str = "4";

/// Cuts.
pub fn run(asked: &PowerCut) -> anyhow::Result<()> {
    println!("powercut: seed {}, {} cuts under {} writers", asked.common.seed, asked.rounds, asked.writers);
    let folder = tempfile::tempdir()?;
    // Without links in it: the library compares paths as they are written.
    let above = folder.path().canonicalize()?;
    let library = shim::build(&above)?;
    let base = Base::make(&above, asked.writers)?;
    let cut = |durability, rounds| cuts(asked, (&base, &above, &library), durability, rounds);
    let control = cut("normal", asked.control)?;
    println!(
        "control, commits that do not wait for the disk: {} cuts, {} of them lost answers ({} acts, {} looks)",
        control.done, control.losing, control.lost.acts, control.lost.looks
    );
    ensure!(control.losing > 0, "the drill is blind: nothing was lost where something must be");
    let durability = if asked.common.promise() == Promise::Broken { "normal" } else { "full" };
    let cuts = cut(durability, asked.rounds)?;
    println!(
        "powercut: {} cuts, {} answers, {} writes taken back, {} acts and {} looks lost, {} too many, {} broken; the control \
         lost answers in {} of {}",
        cuts.done,
        cuts.answers,
        cuts.taken_back,
        cuts.lost.acts,
        cuts.lost.looks,
        cuts.lost.more,
        cuts.broken.len(),
        control.losing,
        control.done
    );
    ensure!(cuts.answers > 0 && cuts.taken_back > 0, "nothing was answered or nothing taken back: nothing was drilled");
    ensure!(cuts.lost.is_nothing() && cuts.broken.is_empty(), "words were not kept: {:?} {:?}", cuts.lost, cuts.broken);
    Ok(())
}

fn cuts(
    asked: &PowerCut,
    (base, above, library): (&Base, &Path, &Path),
    durability: &str,
    rounds: u64,
) -> anyhow::Result<Cuts> {
    let (data, side) = (above.join("drilled"), above.join("side"));
    let mut chance = Chance::new(asked.common.seed, 2);
    let mut cuts = Cuts::default();
    let mut before = Standing::default();
    let mut fresh = 0;
    for round in 0..rounds {
        if fresh == 0 {
            base.copy_to(&data)?;
            before = Standing::read(&data)?;
            fresh = 5;
        }
        fresh -= 1;
        if side.exists() {
            std::fs::remove_dir_all(&side)?;
        }
        std::fs::create_dir_all(&side)?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["drill", "child", "--round", &round.to_string(), "--pause-after", PAUSE_AFTER]);
        command.args(["--durability", durability]).arg("--data").arg(&data).arg("--cast").arg(&base.cast_file);
        command.env("LD_PRELOAD", library).env("PC_DIR", &data).env("PC_SIDE", &side);
        command.env("PC_CUT", (1 + chance.below(asked.latest)).to_string());
        command.env("PC_MODE", chance.below(2).to_string()).env("PC_SEED", chance.bits().to_string());
        let words = Broken::start(command)?.wait()?;
        ensure!(words.cut.is_some(), "round {round}: the child ended before its power was cut");
        let found = Left { data: &data, cast: &base.cast, before: &before, words: &words, round }.judge()?;
        match cuts.take(round, durability, &words, found) {
            Some(standing) => before = standing,
            None => fresh = 0,
        }
    }
    Ok(cuts)
}
