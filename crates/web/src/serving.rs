//! Answering requests on a listening socket until told to stop.
//!
//! Requests that were begun are finished. It opens no socket itself and takes no signal.

use std::future::Future;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::site::Site;

/// Serves the site on `listener` until `stop` is ready.
pub async fn serve(
    site: &Arc<Site>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, site.router()).with_graceful_shutdown(stop).await
}

/// Tells the numbers of the site on `listener`, for as long as the runtime lives.
pub async fn tell_metrics(site: Arc<Site>, listener: TcpListener) -> std::io::Result<()> {
    axum::serve(listener, site.metrics_router()).await
}
