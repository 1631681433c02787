//! An installation while it runs: the listening socket, what comes due, the end on a signal.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use app::App;
use tokio::net::TcpListener;
use web::site::{DemoAccounts, Site, SiteSettings};

/// How often somebody asks what has come due.
const BETWEEN_ROUNDS: Duration = Duration::from_secs(20);

/// Serves until SIGINT or SIGTERM; requests that were begun are finished. Prints the address once requests are answered.
pub fn until_stopped(app: Arc<App>, listen: &str, settings: SiteSettings, demo: DemoAccounts) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let names = {
        let app = Arc::clone(&app);
        thread::Builder::new().name("names".to_owned()).spawn(move || match app.load_names() {
            Ok(()) => tracing::info!("names are loaded"),
            Err(fault) => tracing::error!(%fault, "names were not loaded"),
        })?
    };
    let (stop_rounds, rounds) = rounds(Arc::clone(&app))?;
    let outcome = runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
        let address = listener.local_addr()?;
        let site = Site::open(app, settings, demo)?;
        if let Some(address) = settings.metrics {
            let numbers = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
            tracing::info!(address = %numbers.local_addr()?, "telling metrics");
            tokio::spawn(web::serving::tell_metrics(Arc::clone(&site), numbers));
        }
        let stop = stopped()?;
        writeln!(std::io::stdout(), "listening on http://{address}")?;
        tracing::info!(%address, "listening");
        web::serving::serve(&site, listener, stop).await?;
        anyhow::Ok(())
    });
    drop(stop_rounds);
    let _finished = rounds.join();
    let _finished = names.join();
    tracing::info!("stopped");
    outcome
}

/// Ready once a signal to stop came.
fn stopped() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// A thread that asks at once and then every so often what has come due, until its channel is dropped.
fn rounds(app: Arc<App>) -> std::io::Result<(mpsc::Sender<()>, thread::JoinHandle<()>)> {
    let (stop, stopped) = mpsc::channel::<()>();
    let round = move || {
        loop {
            match app.come_due() {
                Ok(0) => {}
                Ok(acts) => tracing::info!(acts, "recorded what came due"),
                Err(refusal) => tracing::error!(%refusal, "what came due was not recorded"),
            }
            if let Err(refusal) = app.purge_credentials() {
                tracing::error!(%refusal, "lapsed sessions were not deleted");
            }
            match stopped.recv_timeout(BETWEEN_ROUNDS) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    };
    Ok((stop, thread::Builder::new().name("rounds".to_owned()).spawn(round)?))
}
