//! `passerelle keys rotate` and `continue-after-loss`: what is done to keys and to the log by whoever runs the installation,
//! while it is not served.

use std::io::{BufRead as _, Write as _};

use anyhow::Context as _;
use app::continuing::{Continuing, Shown, continue_after_loss};
use app::rotate_keys;
use clap::{Args, Subcommand};
use domain::{Line, Text};

use crate::Verdict;
use crate::arguments::Which;
use crate::opened::{opening, place};

/// `passerelle keys`
#[derive(Subcommand)]
pub enum Keys {
    /// Begin a new epoch: wrap every key that is left again, and destroy the older epoch keys.
    Rotate(Rotate),
}

/// `passerelle keys rotate`
#[derive(Args)]
pub struct Rotate {
    /// The installation, which must not be served meanwhile.
    #[command(flatten)]
    pub which: Which,
}

/// `passerelle continue-after-loss`
#[derive(Args)]
pub struct ContinueAfterLoss {
    /// The installation, restored from the newest backup there is.
    #[command(flatten)]
    pub which: Which,
    /// Origin of the new log, which no log had before.
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub origin: Line,
    /// What happened, in a sentence. It is on record for ever.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    pub why: Text,
    /// Sign-in name of an administrator; two are needed. Passwords and codes are read from standard input, one a line: password
    /// and code of the first, then of the second.
    #[arg(long = "admin", value_name = "SIGN_IN", required = true, num_args = 1)]
    pub administrators: Vec<String>,
}

fn line(text: &str) -> Result<Line, String> {
    Line::new(text).map_err(|error| error.to_string())
}

fn text(text: &str) -> Result<Text, String> {
    Text::new(text).map_err(|error| error.to_string())
}

/// Rotates the keys.
pub fn run(asked: &Keys) -> anyhow::Result<Verdict> {
    let Keys::Rotate(asked) = asked;
    let rotated = rotate_keys(&place(&asked.which)?, opening()).context("the keys were not rotated")?;
    let destroyed: Vec<String> = rotated.destroyed.iter().map(ToString::to_string).collect();
    println!(
        "epoch {}: {} keys wrapped again, keys of epoch {} destroyed",
        rotated.epoch,
        rotated.keys,
        destroyed.join(", ")
    );
    println!(
        "make a backup of data and one of keys now: the older data needs the older keys, which live 35 days in backups"
    );
    Ok(Verdict::Fine)
}

/// Goes on after a loss.
pub fn go_on(asked: &ContinueAfterLoss) -> anyhow::Result<Verdict> {
    let [first, second] = asked.administrators.as_slice() else {
        anyhow::bail!("--admin: exactly two administrators are needed, {} given", asked.administrators.len());
    };
    let mut lines = std::io::stdin().lock().lines();
    let mut answer = |what: &str, whose: &str| -> anyhow::Result<String> {
        eprint!("{what} of {whose}: ");
        std::io::stderr().flush()?;
        Ok(lines.next().context("passwords and codes are read from standard input")??.trim().to_owned())
    };
    let mut shown = |sign_in: &String| -> anyhow::Result<Shown> {
        let (password, code) = (answer("password", sign_in)?, answer("code", sign_in)?);
        Ok(Shown { sign_in: sign_in.clone(), password, code })
    };
    let administrators = [shown(first)?, shown(second)?];
    let continuing = Continuing { origin: asked.origin.clone(), why: asked.why.clone(), administrators };
    let continued = continue_after_loss(&place(&asked.which)?, opening(), &continuing)
        .context("no new log was begun, and the old one is as it was")?;
    println!("{} goes on as {}", continued.from, continued.origin);
    println!(
        "acts {} to {} are lost: {} of them",
        continued.left,
        continued.known - 1,
        continued.known - continued.left
    );
    println!("give the new verifier key, which /log/vkey shows, and the old checkpoint to your oversight body now");
    Ok(Verdict::Fine)
}
