//! Requests over real sockets on this machine, kept alive, from as many threads as there are clients.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use app::sign_in::Attempt;
use web::site::{Site, SiteSettings};

use super::house::House;

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
    let address = listener.local_addr()?;
    let router = site.router();
    let serving = runtime.spawn(async move { axum::serve(listener, router).await });
    let cookie = house.cookie()?;
    let begun = super::start();
    let done: anyhow::Result<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let cookie = cookie.as_str();
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
    address: SocketAddr,
    cookie: &str,
    client: usize,
    paths: &[String],
    begun: Instant,
    run: Duration,
) -> anyhow::Result<u64> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let mut done = 0;
    let mut next = client;
    while begun.elapsed() < run {
        let path = paths.get(next % paths.len()).context("a path")?;
        next += 1;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: bench\r\ncookie: passerelle={cookie}\r\n\r\n")?;
        let mut line = String::new();
        reader.read_line(&mut line)?;
        anyhow::ensure!(line.starts_with("HTTP/1.1 200"), "{path}: {line}");
        let mut length = 0_usize;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        done += 1;
    }
    Ok(done)
}

impl House {
    /// A session of the case manager, begun as people begin one.
    fn cookie(&self) -> anyhow::Result<String> {
        use std::sync::OnceLock;
        static COOKIE: OnceLock<String> = OnceLock::new();
        if let Some(cookie) = COOKIE.get() {
            return Ok(cookie.clone());
        }
        let Attempt::In { cookie, .. } = self.app.sign_in(
            &self.manager_sign_in.name,
            &self.manager_sign_in.password,
            &self.manager_sign_in.code,
            None,
        )?
        else {
            anyhow::bail!("the case manager could not sign in");
        };
        let new = self.app.change_password(
            &self.manager,
            &self.manager_sign_in.password,
            "seven blue lanterns over water",
        )?;
        let new = new.map_err(|refused| anyhow::anyhow!("{refused:?}"))?;
        drop(cookie);
        Ok(COOKIE.get_or_init(|| new.reveal().to_owned()).clone())
    }
}
