//! Time and memory as benches and drills measure them, and waiting that does not sleep.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// The stop watch.
#[expect(clippy::disallowed_methods, reason = "a bench and a drill measure the time that passes")]
pub fn start() -> Instant {
    Instant::now()
}

/// Waits so long: nobody ever sends on this channel.
pub fn rest(time: Duration) {
    let (_never, comes) = mpsc::channel::<()>();
    let _over = comes.recv_timeout(time);
}

/// Milliseconds, for people.
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The value below which so many of a hundred lie, of values in order.
pub fn percentile(sorted: &[Duration], of_hundred: usize) -> Duration {
    let at = sorted.len().saturating_sub(1) * of_hundred / 100;
    sorted.get(at).copied().unwrap_or_default()
}

/// Memory of a process in MiB: of its number, or of `self`.
pub fn memory(process: &str) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let kib =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    Ok(kib.context("VmRSS")? / 1024)
}
