//! Measurements of the whole path, each beside something bare in the same sitting: the disk's own flush, a fold in memory.
//!
//! Claims nothing: it prints medians of several runs as Markdown, for `docs/performance.md` to quote with the machine.

mod growing;
mod requests;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use domain::facts::Facts;
use domain::look::Purpose;
use domain::measure::{HealthVisited, YesNo};

use crate::house::House;
use crate::watch::start;

/// Runs of which the median is quoted.
const RUNS: usize = 5;

/// What to measure.
#[derive(clap::Args)]
pub struct Bench {
    /// People to admit before measuring.
    #[arg(long, default_value_t = 1_000)]
    people: usize,
    /// Milliseconds of each run.
    #[arg(long, default_value_t = 2_000)]
    millis: u64,
    /// Measure this alone.
    #[arg(long, value_enum)]
    only: Option<What>,
}

/// One thing to measure.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// Durable acts through `perform`.
    Acts,
    /// Case pages over HTTP.
    Pages,
    /// Lists over HTTP.
    Lists,
    /// Opening, folding and checking one long case.
    Cases,
    /// The log: verify, replay, start, memory.
    Ledger,
}

impl Bench {
    fn wants(&self, what: What) -> bool {
        self.only.is_none_or(|only| only == what)
    }
}

/// Measures and prints.
pub fn bench(asked: &Bench) -> anyhow::Result<()> {
    let run = Duration::from_millis(asked.millis);
    let directory = tempfile::tempdir()?;
    println!("| what | median | beside it |\n|---|---|---|");
    let flushes = median(RUNS, || flush_rate(directory.path(), run))?;
    println!("| the disk's own flush: append 4 KiB, fdatasync | {flushes:.0}/s | |");

    let house = House::build(&directory.path().join("house"), asked.people)?;
    println!("| admit, allocate: acts through `perform`, one after another | {:.0}/s | |", house.built_per_second);
    let writers: &[usize] = if asked.wants(What::Acts) { &[1, 8, 64] } else { &[] };
    for &writers in writers {
        let mut flushes_per_act = 0.0;
        let rate = median(RUNS, || {
            let (rate, per_act) = acts(&house, writers, run);
            flushes_per_act = per_act;
            Ok(rate)
        })?;
        let ratio = rate / flushes;
        println!(
            "| durable acts through `perform`, {writers} writers | {rate:.0}/s | {ratio:.2} × the flush rate, {flushes_per_act:.3} flushes an act |"
        );
    }
    if asked.wants(What::Pages) {
        let pages = median(RUNS, || requests::pages(&house, 32, run))?;
        println!(
            "| case page over HTTP with its durable entry, 32 clients | {pages:.0}/s | {:.2} × the flush rate |",
            pages / flushes
        );
    }
    if asked.wants(What::Lists) {
        for clients in [8, 64] {
            let lists = median(RUNS, || requests::lists(&house, clients, run))?;
            let people = asked.people;
            println!("| list of 25 of {people} over HTTP with its entry, {clients} clients | {lists:.0}/s | |");
        }
    }
    if asked.wants(What::Cases) {
        cases(&house, run)?;
    }
    if asked.wants(What::Ledger) {
        ledger(house, asked.people)?;
    }
    Ok(())
}

/// One long case.
fn cases(house: &House, run: Duration) -> anyhow::Result<()> {
    for count in [60, 500] {
        let case = house.grown_case(count)?;
        let (acts, opened) = house.opened(case)?;
        let folds = median(RUNS, || Ok(rate(run / 4, || std::hint::black_box(Facts::of(&acts)).plans.len())))?;
        let settings = safeguards::Settings::new(house.app.zone().clone());
        let facts = Facts::of(&acts);
        let now = house.app.now();
        let checks = median(RUNS, || {
            Ok(rate(run / 4, || safeguards::check(std::hint::black_box(&facts), &settings, now).findings.len()))
        })?;
        println!(
            "| case of {} acts: read, open, fold, check, look entry | {:.2} ms | fold alone {:.3} ms, check alone {:.3} ms |",
            acts.len(),
            opened.as_secs_f64() * 1e3,
            1e3 / folds,
            1e3 / checks
        );
    }
    Ok(())
}

/// What is done with the whole log.
fn ledger(house: House, people: usize) -> anyhow::Result<()> {
    let begun = start();
    let verified = house.app.verify()?;
    println!(
        "| `verify`: leaves, envelopes and bodies checked | {:.0} acts/s | {} acts |",
        per_second(verified.leaves, begun),
        verified.leaves
    );
    let begun = start();
    let replayed = house.app.replay(|_, _| {})?;
    anyhow::ensure!(replayed.differing.is_empty(), "index tables differed: {:?}", replayed.differing);
    println!(
        "| `replay`: opened, folded, indexed | {:.0} acts/s | {} acts |",
        per_second(replayed.acts, begun),
        replayed.acts
    );
    let (opened, memory) = house.reopen()?;
    println!("| start with {people} people | {:.0} ms | names follow in the background |", opened.as_secs_f64() * 1e3);
    println!("| resident memory after it, all of the above in one process | {memory} MiB | |");
    Ok(())
}

/// The median of several runs.
fn median(runs: usize, mut run: impl FnMut() -> anyhow::Result<f64>) -> anyhow::Result<f64> {
    let mut found = (0..runs).map(|_| run()).collect::<anyhow::Result<Vec<f64>>>()?;
    found.sort_by(f64::total_cmp);
    found.get(runs / 2).copied().context("no run")
}

/// How often something is done in a second.
fn rate<T>(run: Duration, mut work: impl FnMut() -> T) -> f64 {
    let begun = start();
    let mut done = 0_u32;
    while begun.elapsed() < run {
        std::hint::black_box(work());
        done += 1;
    }
    f64::from(done) / begun.elapsed().as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "a count that fits")]
fn per_second(count: u64, since: Instant) -> f64 {
    count as f64 / since.elapsed().as_secs_f64()
}

/// What the disk alone can do.
fn flush_rate(directory: &Path, run: Duration) -> anyhow::Result<f64> {
    use std::io::Write as _;
    let mut file = std::fs::File::create(directory.join("flush"))?;
    let mut failed = None;
    let rate = rate(run / 2, || {
        if let Err(error) = file.write_all(&[7; 4096]).and_then(|()| file.sync_data()) {
            failed = Some(error);
        }
    });
    failed.map_or(Ok(rate), |error| Err(error.into()))
}

/// Durable acts in a second with so many writers, and flushes an act.
#[expect(clippy::cast_precision_loss, reason = "counts that fit")]
fn acts(house: &House, writers: usize, run: Duration) -> (f64, f64) {
    let before = house.app.counts();
    let begun = start();
    let done: u64 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..writers)
            .map(|writer| {
                let (app, actor) = (Arc::clone(&house.app), house.health);
                let cases = &house.cases;
                scope.spawn(move || {
                    let mut done = 0_u64;
                    let mut next = writer;
                    while begun.elapsed() < run {
                        let Some(case) = cases.get(next % cases.len()) else { break };
                        next += writers;
                        let deed = app::Deed::one(*case, HealthVisited { advises_change: YesNo::No });
                        done += u64::from(app.perform(&actor, &deed).is_ok());
                    }
                    done
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(0)).sum()
    });
    let elapsed = begun.elapsed().as_secs_f64();
    let flushes = house.app.counts().flushes - before.flushes;
    (done as f64 / elapsed, flushes as f64 / done as f64)
}

/// What the bench looks for.
const LOOKS_FOR: Purpose = Purpose::Casework;
