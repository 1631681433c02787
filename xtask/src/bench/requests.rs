//! Requests over real sockets on this machine, kept alive, from as many threads as there are clients.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use web::site::{Site, SiteSettings};

use crate::house::House;
use crate::http::Connection;
use crate::watch::start;

/// Case pages a second.
pub fn pages(house: &House, clients: usize, run: Duration) -> anyhow::Result<f64> {
    let paths: Vec<String> = house.cases.iter().take(500).map(|case| format!("/api/v1/cases/{case}")).collect();
    requests(house, clients, run, &paths)
}

/// Lists a second.
pub fn lists(house: &House, clients: usize, run: Duration) -> anyhow::Result<f64> {
    requests(house, clients, run, &["/api/v1/cases".to_owned()])
}

fn requests(house: &House, clients: usize, run: Duration, paths: &[String]) -> anyhow::Result<f64> {
    let site = Site::open(Arc::clone(&house.app), SiteSettings::default(), Vec::new())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?.to_string();
    let router = site.router();
    let serving = runtime.spawn(async move { axum::serve(listener, router).await });
    let begun = start();
    let done: anyhow::Result<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let (address, cookie) = (address.as_str(), house.cookie.as_str());
                scope.spawn(move || client_run(address, cookie, client, paths, begun, run))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().map_err(|_| anyhow::anyhow!("a client panicked"))?).sum()
    });
    let elapsed = begun.elapsed().as_secs_f64();
    serving.abort();
    drop(runtime);
    #[expect(clippy::cast_precision_loss, reason = "a count that fits")]
    Ok(done? as f64 / elapsed)
}

fn client_run(
    address: &str,
    cookie: &str,
    client: usize,
    paths: &[String],
    begun: Instant,
    run: Duration,
) -> anyhow::Result<u64> {
    let mut connection = Connection::to(address, cookie)?;
    let mut done = 0;
    let mut next = client;
    while begun.elapsed() < run {
        let path = paths.get(next % paths.len()).context("a path")?;
        next += 1;
        let status = connection.get(path)?.status;
        anyhow::ensure!(status == 200, "{path}: {status}");
        done += 1;
    }
    Ok(done)
}
