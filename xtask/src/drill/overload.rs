//! `drill overload`: ten times as many clients as the server has threads and places for ask at once.
//!
//! First what it can do: as many clients as keep it busy. Then ten times its threads and places together, each asking again as
//! soon as it is answered. What is answered must stay at four fifths of the peak, the rest must be told when to come back, and
//! whether the program is there must be answered all along.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::base::Base;
use super::server::{self, Server};
use super::{Common, Promise};
use crate::http::Connection;
use crate::watch::{millis, percentile, start};

/// What to do.
#[derive(clap::Args)]
pub struct Overload {
    #[command(flatten)]
    common: Common,
    /// Milliseconds of each run.
    #[arg(long, default_value_t = 10_000)]
    millis: u64,
    /// Clients that keep it busy: as many as it has threads.
    #[arg(long, default_value_t = 64)]
    busy: usize,
    /// How many times as many clients ask then.
    #[arg(long, default_value_t = 10)]
    times: usize,
}

/// What clients were told.
#[derive(Debug, Default)]
struct Told {
    answered: Vec<Duration>,
    turned_away: Vec<Duration>,
    without_a_time: u64,
    otherwise: u64,
    cut_off: u64,
    seconds: f64,
}

impl Told {
    #[expect(clippy::cast_precision_loss, reason = "counts that fit")]
    fn goodput(&self) -> f64 {
        self.answered.len() as f64 / self.seconds
    }

    fn add(&mut self, other: Self) {
        self.answered.extend(other.answered);
        self.turned_away.extend(other.turned_away);
        self.without_a_time += other.without_a_time;
        self.otherwise += other.otherwise;
        self.cut_off += other.cut_off;
    }
}

/// Asks too much.
pub fn run(root: &Path, asked: &Overload) -> anyhow::Result<()> {
    println!("overload: seed {}, {} clients, then {} times as many", asked.common.seed, asked.busy, asked.times);
    let folder = tempfile::tempdir()?;
    let base = Base::make(folder.path(), 50)?;
    let data = folder.path().join("drilled");
    base.copy_to(&data)?;
    let server = Server::start(&server::built(root)?, &data)?;
    let paths: Vec<String> = base.cast.cases.iter().map(|case| format!("/api/v1/cases/{case}")).collect();
    let run = Duration::from_millis(asked.millis);
    let ask = |clients| ask(&server.address, &base.cookie, &paths, clients, run);
    ask(asked.busy)?;
    let peak = ask(asked.busy)?;
    let idle = server.memory()?;
    println!("peak {:.0}/s, 99 of 100 within {:.0} ms", peak.goodput(), millis(percentile(&peak.answered, 99)));
    let over = AtomicBool::new(false);
    let (told, health) = std::thread::scope(|scope| {
        let health = scope.spawn(|| health(&server.address, &over));
        let told = ask(asked.busy * asked.times);
        over.store(true, Ordering::Relaxed);
        anyhow::Ok((told?, health.join().map_err(|_| anyhow::anyhow!("a client panicked"))??))
    })?;
    let kept = told.goodput() / peak.goodput();
    println!(
        "overload: {} clients: {:.0} answered a second, {:.0} % of the peak of {:.0}; {} turned away, {} of them without a time \
         to come back, 99 of 100 within {:.0} ms; those answered 99 of 100 within {:.0} ms; {} otherwise, {} connections cut off by the system; is-it-there 99 of 100 \
         within {:.0} ms of {} asked; memory {idle} then {} MiB",
        asked.busy * asked.times,
        told.goodput(),
        100.0 * kept,
        peak.goodput(),
        told.turned_away.len(),
        told.without_a_time,
        millis(percentile(&told.turned_away, 99)),
        millis(percentile(&told.answered, 99)),
        told.otherwise,
        told.cut_off,
        millis(percentile(&health, 99)),
        health.len(),
        server.memory()?
    );
    let wanted = if asked.common.promise() == Promise::Broken { 100.0 } else { 0.8 };
    ensure!(kept >= wanted, "less than four fifths of the peak was kept");
    ensure!(told.without_a_time == 0 && told.otherwise == 0, "somebody was answered neither way");
    ensure!(!told.turned_away.is_empty(), "nobody was turned away: it was not too much");
    ensure!(!health.is_empty(), "nobody was told that the program is there");
    Ok(())
}

fn ask(address: &str, cookie: &str, paths: &[String], clients: usize, run: Duration) -> anyhow::Result<Told> {
    let begun = start();
    let mut told = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| scope.spawn(move || client_run(address, cookie, paths, client, begun, run)))
            .collect();
        let mut told = Told::default();
        for thread in threads {
            told.add(thread.join().map_err(|_| anyhow::anyhow!("a client panicked"))??);
        }
        anyhow::Ok(told)
    })?;
    told.seconds = begun.elapsed().as_secs_f64();
    told.answered.sort_unstable();
    told.turned_away.sort_unstable();
    Ok(told)
}

fn client_run(
    address: &str,
    cookie: &str,
    paths: &[String],
    client: usize,
    begun: Instant,
    run: Duration,
) -> anyhow::Result<Told> {
    let mut connection = Connection::to(address, cookie)?;
    let mut told = Told::default();
    let mut next = client;
    while begun.elapsed() < run {
        let path = paths.get(next % paths.len()).context("a path")?;
        next += 1;
        let asked = start();
        let Ok(answer) = connection.get(path) else {
            // The system's own queue of new connections was full: the request never reached the program.
            told.cut_off += 1;
            connection = Connection::to(address, cookie)?;
            continue;
        };
        match answer.status {
            200 => told.answered.push(asked.elapsed()),
            503 => {
                told.without_a_time += u64::from(answer.retry_after.is_none());
                told.turned_away.push(asked.elapsed());
            }
            _ => told.otherwise += 1,
        }
    }
    Ok(told)
}

/// How long it takes to be told that the program is there, again and again.
fn health(address: &str, over: &AtomicBool) -> anyhow::Result<Vec<Duration>> {
    let mut connection = Connection::to(address, "")?;
    let mut times = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let asked = start();
        ensure!(connection.get("/health")?.status == 200, "the program did not say that it is there");
        times.push(asked.elapsed());
        crate::watch::rest(Duration::from_millis(20));
    }
    times.sort_unstable();
    Ok(times)
}
