//! What a machine may know of how the program does: counts, durations, queues, the log. For Prometheus, on an address of its
//! own that is reached from this machine alone.
//!
//! Nothing personal and no id: a request is known by the template of its route and the class of its answer. Acts are counted
//! in all and never by kind, for in a small prison a kind says of whom.

use std::time::Duration;

use app::App;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::route::Method;

/// What is said of a request: nothing that its sender chose.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: &'static str,
    class: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Refused {
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    speaks: &'static str,
}

/// Counts of what was asked since the program was started.
pub struct Metrics {
    registry: Registry,
    requests: Family<Asked, Counter>,
    refused: Family<Refused, Counter>,
    durations: Family<Kind, Histogram, fn() -> Histogram>,
}

/// In seconds, from what a page takes at rest to what a reader takes for broken.
const BUCKETS: [f64; 10] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0];

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("passerelle");
        let requests = Family::default();
        let refused = Family::default();
        let durations: Family<Kind, Histogram, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        registry.register("requests", "Requests answered, by route and class of status", requests.clone());
        registry.register("refused", "Requests not answered as asked, by status", refused.clone());
        registry.register_with_unit("duration", "Time to an answer", Unit::Seconds, durations.clone());
        Self { registry, requests, refused, durations }
    }
}

impl Metrics {
    /// One request was answered. `route` is the template; nothing if no route has the path.
    pub(crate) fn answered(&self, (method, route): (Method, &'static str), status: u16, took: Duration) {
        let method = match method {
            Method::Get => "get",
            Method::Post => "post",
        };
        let class = match status / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        let route = if route.is_empty() { "none" } else { route };
        self.requests.get_or_create(&Asked { method, route, class }).inc();
        if status >= 400 {
            self.refused.get_or_create(&Refused { status }).inc();
        }
        let speaks = if route.starts_with("/api/") { "json" } else { "html" };
        self.durations.get_or_create(&Kind { speaks }).observe(took.as_secs_f64());
    }

    /// Everything as text, in the OpenMetrics format. `waiting` requests wait for a thread.
    pub fn text(&self, app: &App, waiting: usize) -> Result<String, MetricsFailed> {
        let pulse = app.pulse()?;
        let mut said = String::new();
        text::encode_registry(&mut said, &self.registry)?;
        let mut now = Registry::with_prefix("passerelle");
        let gauge = |value: u64| ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
        let size = |value: usize| gauge(u64::try_from(value).unwrap_or(u64::MAX));
        let counter = |value: u64| ConstCounter::<u64>::new(value);
        now.register("desk_waiting", "Requests that wait for a thread", size(waiting));
        now.register("writer_waiting", "Jobs that wait for the writer", size(pulse.waiting));
        now.register("writer_running", "1 while the writer takes jobs", gauge(u64::from(app.is_well())));
        now.register("writer_jobs", "Jobs answered by the writer", counter(pulse.counts.jobs));
        now.register("writer_groups", "Transactions begun by the writer", counter(pulse.counts.groups));
        now.register("writer_flushes", "Commits flushed to the disk", counter(pulse.counts.flushes));
        now.register("log_leaves", "Leaves in the log: acts, looks and refusals together", gauge(pulse.leaves));
        now.register("log_covered", "Leaves that the newest checkpoint covers", gauge(pulse.covered));
        let over = counter(pulse.over_budget);
        now.register("over_budget", "Looks refused for being more than an hour allows", over);
        if let Some(age) = pulse.checkpoint_age {
            let age = gauge(u64::try_from(age.max(0) / 1_000).unwrap_or(0));
            now.register_with_unit("checkpoint_age", "Since a checkpoint was last kept", Unit::Seconds, age);
        }
        text::encode(&mut said, &now)?;
        Ok(said)
    }
}

/// The numbers could not be told.
#[derive(Debug, thiserror::Error)]
pub enum MetricsFailed {
    /// The application could not say them.
    #[error(transparent)]
    Fault(#[from] app::Fault),
    /// They could not be written.
    #[error("the numbers could not be written")]
    Written(#[from] std::fmt::Error),
}
