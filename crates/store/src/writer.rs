//! The handle of the one writing thread: submit a job, wait for its commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Sender, TrySendError, bounded};

use crate::asked::Asking;
use crate::engine::{Alone, Engine};
use crate::group::WritingThread;
use crate::job::{Queued, Ticket};
use crate::{Asked, Duties, Error, Settings, Tx};

/// The one way to write. Share it by reference or in an `Arc`; dropping it finishes what is queued, moves the log into the
/// database or gives the lease back, and joins the thread.
#[derive(Debug)]
pub struct Writer<S> {
    queue: Option<Sender<Queued<S>>>,
    thread: Option<JoinHandle<()>>,
    tally: Arc<Tally>,
    /// Held until the handle is dropped, so that a writer which stopped after a fault is not simply started again.
    _alone: Alone,
}

/// What the writer has done since it was started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Transactions begun.
    pub groups: u64,
    /// Jobs answered, with whatever answer.
    pub jobs: u64,
    /// Commits that were flushed to the disk.
    pub flushes: u64,
    /// Times the log was moved into the database.
    pub checkpoints: u64,
}

/// What both sides of the queue know.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Set when the last job was taken from the queue.
    pub(crate) over: AtomicBool,
    pub(crate) groups: AtomicU64,
    pub(crate) jobs: AtomicU64,
    pub(crate) flushes: AtomicU64,
    pub(crate) checkpoints: AtomicU64,
    /// What its jobs asked; not what its duties do for a whole group.
    pub(crate) asking: Asking,
}

impl<S: Clone + Send + 'static> Writer<S> {
    pub(crate) fn start<D: Duties<State = S>>(
        alone: Alone,
        engine: Engine,
        state: S,
        duties: D,
        settings: Settings,
    ) -> Result<Writer<S>, Error> {
        let (queue, incoming) = bounded(settings.queue);
        let tally = Arc::new(Tally::default());
        let writing = WritingThread::new(engine, incoming, state, duties, settings.group, Arc::clone(&tally));
        let thread = thread::Builder::new().name("writer".into()).spawn(move || writing.run())?;
        Ok(Writer { queue: Some(queue), thread: Some(thread), tally, _alone: alone })
    }

    /// Hands `job` to the writer and waits until it is answered. `Ok` means that what the job did is durable; with an `Err`
    /// of the job's own, what it did in the database and to the state is undone. The job
    ///
    /// * may be run more than once, each time from an untouched state, so it has no other effects than these two;
    /// * must not submit another job, which would wait for itself.
    ///
    /// [`Error::Io`] and [`Error::Corrupt`] leave the outcome in doubt until the next start; no other answer does.
    pub fn submit<T, E>(&self, job: impl FnMut(&mut Tx<'_>, &mut S) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let ticket = Arc::new(Ticket::new(job));
        let queue = self.queue.as_ref().ok_or(Error::Stopped)?;
        match queue.try_send(Queued(Arc::clone(&ticket) as _)) {
            Ok(()) => {
                // Sent before the mark was set, the job is still found by the thread that sets it; sent after, nobody takes it.
                if self.tally.over.load(Ordering::SeqCst) {
                    ticket.give_up();
                }
                ticket.wait()
            }
            Err(TrySendError::Full(_)) => Err(Error::Overloaded.into()),
            Err(TrySendError::Disconnected(_)) => Err(Error::Stopped.into()),
        }
    }
}

impl<S> Writer<S> {
    /// Jobs that wait for the next group.
    pub fn waiting(&self) -> usize {
        self.queue.as_ref().map_or(0, Sender::len)
    }

    /// Whether the writer still takes jobs. It does not after the file failed under it.
    pub fn is_running(&self) -> bool {
        !self.tally.over.load(Ordering::SeqCst)
    }

    /// What its jobs asked of the database so far; what it does itself for a group of them is left out.
    pub fn asked(&self) -> Asked {
        self.tally.asking.so_far()
    }

    /// What was done so far.
    pub fn counts(&self) -> Counts {
        Counts {
            groups: self.tally.groups.load(Ordering::Relaxed),
            jobs: self.tally.jobs.load(Ordering::Relaxed),
            flushes: self.tally.flushes.load(Ordering::Relaxed),
            checkpoints: self.tally.checkpoints.load(Ordering::Relaxed),
        }
    }
}

impl<S> Drop for Writer<S> {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != thread::current().id())
            && thread.join().is_err()
        {
            tracing::error!("the writer had stopped by a panic in one of its duties");
        }
    }
}
