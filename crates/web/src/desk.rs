//! The desk: threads that do the work of requests, so that nothing that waits for a disk waits on the network's threads.
//!
//! A bounded number of requests wait; one more is told to come back later.

use std::thread;

use crossbeam_channel::{Sender, TrySendError, bounded};
use tokio::sync::oneshot;

type Work = Box<dyn FnOnce() + Send>;

/// A pool of working threads.
pub struct Desk {
    queue: Sender<Work>,
}

/// Why a request was not taken to the desk, or did not come back from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskTrouble {
    /// Too many wait already.
    Full,
    /// The work was lost: it panicked, or the desk is closing.
    Lost,
}

impl Desk {
    /// Opens a desk with so many threads, at which so many requests may wait.
    pub fn open(threads: usize, waiting: usize) -> std::io::Result<Self> {
        let (queue, incoming) = bounded::<Work>(waiting);
        for number in 0..threads {
            let incoming = incoming.clone();
            thread::Builder::new().name(format!("desk-{number}")).spawn(move || {
                for work in incoming {
                    // A panic costs one request, never the thread.
                    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err() {
                        tracing::error!("a request panicked at the desk");
                    }
                }
            })?;
        }
        Ok(Self { queue })
    }

    /// Requests that wait for a thread.
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Does the work on a thread of the desk.
    pub async fn take<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, DeskTrouble> {
        let (answer, awaited) = oneshot::channel();
        let work = Box::new(move || {
            let _gone = answer.send(work());
        });
        match self.queue.try_send(work) {
            Ok(()) => awaited.await.map_err(|_| DeskTrouble::Lost),
            Err(TrySendError::Full(_)) => Err(DeskTrouble::Full),
            Err(TrySendError::Disconnected(_)) => Err(DeskTrouble::Lost),
        }
    }
}
