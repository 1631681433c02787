//! The process that is broken: the application as it is, with many writers who act and look one after another.
//!
//! It says on its standard output what was answered, one line in one write, after the answer and never before; the parent
//! holds it to that. Nothing in it softens the store: `--durability normal` exists so that a drill can show that it would
//! notice, and is a setting of this child alone.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Barrier;
use std::time::Duration;

use anyhow::Context as _;
use app::installation::Place;
use app::{App, Deed, StoreSettings, Synchronous};
use domain::look::Purpose;
use domain::measure::{HealthVisited, YesNo};

use super::base::Cast;
use crate::watch::rest;

/// What the child is told.
#[derive(clap::Args)]
pub struct Child {
    /// The installation.
    #[arg(long)]
    pub data: PathBuf,
    /// Who acts.
    #[arg(long)]
    pub cast: PathBuf,
    /// Stands in every key of a deed, so that no two rounds use one.
    #[arg(long)]
    pub round: u64,
    /// When a commit counts.
    #[arg(long, value_enum, default_value = "full")]
    pub durability: Durability,
    /// When an answer is said.
    #[arg(long, value_enum, default_value = "after")]
    pub says: Says,
    /// Steps of each writer between two pauses, in which the store moves its log into the database; no pause if absent.
    #[arg(long)]
    pub pause_after: Option<u64>,
}

/// When a commit counts as durable.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Durability {
    /// When the disk has it: the product.
    Full,
    /// When the system has it: loses answers, and the drill has to find that.
    Normal,
}

/// When the child says that something was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Says {
    /// After the answer.
    After,
    /// Before it was asked: a lie that the drill has to find.
    Before,
}

/// Longer than the pause after which the store uses the rest.
const PAUSE: Duration = Duration::from_millis(260);

/// The key by which the deed of a step is recognised when it is repeated.
pub fn key(round: u64, writer: usize, step: u64) -> String {
    format!("drill-{round}-{writer}-{step}")
}

/// Does this step act, or look?
pub fn acts(step: u64) -> bool {
    step.is_multiple_of(2)
}

/// What a writer records.
pub fn visit() -> HealthVisited {
    HealthVisited { advises_change: YesNo::No }
}

/// Acts and looks until it is killed.
pub fn run(asked: &Child) -> anyhow::Result<()> {
    let cast = Cast::read(&asked.cast)?;
    let synchronous = match asked.durability {
        Durability::Full => Synchronous::Full,
        Durability::Normal => Synchronous::Normal,
    };
    let settings = StoreSettings { synchronous, ..StoreSettings::default() };
    let app = App::open(&Place::new(&asked.data), crate::house::opening(settings))?;
    say("ready")?;
    let together = Barrier::new(cast.cases.len());
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..cast.cases.len())
            .map(|writer| {
                let (app, cast, together) = (&app, &cast, &together);
                scope.spawn(move || write(asked, app, cast, writer, together))
            })
            .collect();
        for writer in writers {
            writer.join().map_err(|_| anyhow::anyhow!("a writer panicked"))??;
        }
        anyhow::Ok(())
    })
}

fn write(asked: &Child, app: &App, people: &Cast, writer: usize, together: &Barrier) -> anyhow::Result<()> {
    let case = *people.cases.get(writer).context("a case for each writer")?;
    let (health, manager) = (people.health(), people.manager());
    for step in 0.. {
        if asked.pause_after.is_some_and(|steps| step > 0 && step % steps == 0) {
            together.wait();
            rest(PAUSE);
        }
        if asked.says == Says::Before {
            say(&format!("{} {writer} {step} ?", if acts(step) { "act" } else { "look" }))?;
        }
        let said = if acts(step) {
            let deed = Deed { once: Some(key(asked.round, writer, step)), ..Deed::one(case, visit()) };
            let receipt = app.perform(&health, &deed)?;
            let act = receipt.acts.first().context("an act")?;
            format!("act {writer} {step} {act}")
        } else {
            app.case(&manager, case, Purpose::Casework)?;
            format!("look {writer} {step} -")
        };
        if asked.says == Says::After {
            say(&said)?;
        }
        if writer == 0 && step % 8 == 7 {
            say(&format!("checkpoint {}", hex::encode(app.checkpoint())))?;
        }
    }
    Ok(())
}

/// One line in one write: it is in the pipe as a whole, or not at all.
fn say(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())?;
    Ok(out.flush()?)
}
