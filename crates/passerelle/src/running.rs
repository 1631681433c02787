//! An installation while it runs: the listening socket, what comes due, the end on a signal.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, bail};
use app::App;
use app::credential::PublicAddress;
use tokio::net::TcpListener;
use web::site::{DemoAccounts, Site, SiteSettings};

/// How often somebody asks what has come due.
const BETWEEN_ROUNDS: Duration = Duration::from_secs(20);

/// What ends a program that serves, beside a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// Nothing.
    WhenTold,
    /// That it cannot write any more: another server took over, or the database was lost. Whoever watches the program starts
    /// it again, and it stands by.
    WhenTakenOver,
}

/// How often somebody looks whether it can still write.
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

/// Serves until SIGINT or SIGTERM; requests that were begun are finished. Prints the address once requests are answered.
pub fn until_stopped(
    app: &Arc<App>,
    listen: &str,
    mut settings: SiteSettings,
    demo: DemoAccounts,
    ends: Ends,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let names = {
        let app = Arc::clone(app);
        thread::Builder::new().name("names".to_owned()).spawn(move || match app.load_names() {
            Ok(()) => tracing::info!("names are loaded"),
            Err(fault) => tracing::error!(%fault, "names were not loaded"),
        })?
    };
    let (stop_rounds, rounds) = rounds(Arc::clone(app))?;
    let outcome = runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
        let address = listener.local_addr()?;
        if app.about().demo && address.ip().is_loopback() {
            // A demonstration lies on the machine of whoever looks at it; passkeys can be tried under the name of the machine.
            let local = PublicAddress::of_this_machine(address.port());
            writeln!(std::io::stdout(), "passkeys can be tried at {local}")?;
            settings.address = Some(local);
        }
        let metrics = settings.metrics;
        let site = Site::open(Arc::clone(app), settings, demo)?;
        if let Some(address) = metrics {
            let numbers = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
            tracing::info!(address = %numbers.local_addr()?, "telling metrics");
            tokio::spawn(web::serving::tell_metrics(Arc::clone(&site), numbers));
        }
        let (told, watched) = (stopped()?, Arc::clone(app));
        let stop = async move {
            tokio::select! {
                () = told => {}
                () = unable_to_write(watched), if ends == Ends::WhenTakenOver => {}
            }
        };
        writeln!(std::io::stdout(), "listening on http://{address}")?;
        tracing::info!(%address, "listening");
        web::serving::serve(&site, listener, stop).await?;
        anyhow::Ok(())
    });
    drop(stop_rounds);
    let _finished = rounds.join();
    let _finished = names.join();
    tracing::info!("stopped");
    outcome?;
    if ends == Ends::WhenTakenOver && !app.is_well() {
        bail!("nothing more can be written here: another server has taken over, or the database was lost");
    }
    Ok(())
}

/// Ready once nothing more can be written.
async fn unable_to_write(app: Arc<App>) {
    let mut looks = tokio::time::interval(BETWEEN_LOOKS);
    while app.is_well() {
        looks.tick().await;
    }
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
