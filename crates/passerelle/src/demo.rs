//! `passerelle demo`: an installation with synthetic people only, and one-click sign-in.
//!
//! Everything in it went through `perform`, as if months had passed. The same seed, number of people and last day give the
//! same log. It is marked, and `serve` refuses it.

mod case;
mod dice;
mod directory;
mod house;
mod notes;
mod path;
mod posts;
mod time;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use app::installation::Place;
use app::{Clock as _, ReadBudget, SystemClock};
use domain::{AccountId, Capacity, Moment};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use web::headers::Reached;
use web::site::{DemoAccounts, SiteSettings};

use crate::Verdict;
use crate::arguments::Demo;
use crate::opened;
use crate::running::{self, Ends};

/// What the accounts of a demonstration are listed in.
const ACCOUNTS: &str = "demo-accounts.json";

/// One account of the demonstration, as scripts and testers use it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DemoAccount {
    account: AccountId,
    sign_in: String,
    name: String,
    capacity: Capacity,
    organisation: String,
    password: String,
    totp_secret: String,
    /// Is it the one that stands for its capacity on the sign-in page?
    one_click: bool,
}

/// Builds it, if it is not there yet, and serves it.
pub fn run(asked: &Demo) -> anyhow::Result<Verdict> {
    let directory = match &asked.data {
        Some(directory) => directory.clone(),
        None => temporary()?,
    };
    let place = Place::new(&directory);
    if place.is_founded() && !place.is_demo() {
        bail!("{} holds a real installation", directory.display());
    }
    if !place.is_founded() || !directory.join(ACCOUNTS).exists() {
        if place.is_founded() {
            bail!("{} holds half a demonstration; delete it and begin again", directory.display());
        }
        fs::create_dir_all(&directory).with_context(|| directory.display().to_string())?;
        place.mark_as_demo()?;
        let until = last_moment(asked)?;
        let accounts = case::build(&place, asked.seed, asked.people, until)?;
        let file = directory.join(ACCOUNTS);
        fs::write(&file, serde_json::to_string_pretty(&accounts)?).with_context(|| file.display().to_string())?;
    }
    println!("demonstration in {}", directory.display());
    if asked.build_only {
        return Ok(Verdict::Fine);
    }
    let budget = if asked.no_read_budget { ReadBudget::Uncounted } else { ReadBudget::default() };
    let app = Arc::new(opened::open_to_serve(&place, (budget, &safeguards::Profile::default()))?);
    let settings =
        SiteSettings { reached: Reached::Plainly, public_feed: asked.public_feed, ..SiteSettings::default() };
    running::until_stopped(&app, &asked.listen, settings, one_click(&directory)?, Ends::WhenTold)?;
    Ok(Verdict::Fine)
}

/// Where the simulated past ends.
fn last_moment(asked: &Demo) -> anyhow::Result<Moment> {
    let now = SystemClock.now();
    let Some(day) = asked.until else { return Ok(now) };
    let end = Moment::start_of(day, &TimeZone::UTC).plus(18 * domain::moment::HOUR);
    if end > now {
        bail!("--until {day}: the simulated past cannot end in the future");
    }
    Ok(end)
}

/// A new directory that nobody else can read.
fn temporary() -> anyhow::Result<PathBuf> {
    use std::os::unix::fs::DirBuilderExt as _;
    let directory = std::env::temp_dir().join(format!("passerelle-demo-{}", SystemClock.now().millis()));
    fs::DirBuilder::new().mode(0o700).create(&directory).with_context(|| directory.display().to_string())?;
    Ok(directory)
}

fn one_click(directory: &Path) -> anyhow::Result<DemoAccounts> {
    let file = directory.join(ACCOUNTS);
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let accounts: Vec<DemoAccount> = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
    Ok(accounts
        .into_iter()
        .filter(|account| account.one_click)
        .map(|account| (account.account, account.capacity, account.name, account.organisation))
        .collect())
}
