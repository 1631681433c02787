//! A job on its way: the closure goes to the writer, the answer comes back to the caller who waits for it.
//!
//! One allocation carries both ways. Whatever happens to the writer, a waiting caller is answered.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::{Error, Tx};

/// A job as the writer sees it.
pub(crate) trait Work<S>: Send + Sync {
    /// Runs the job and keeps its answer back. Whether what it did is to stay.
    fn run(&self, tx: &mut Tx<'_>, state: &mut S) -> Outcome;
    /// Puts a fault in the place of the answer.
    fn fail(&self, error: &Error);
    /// Gives the caller the answer. Only after the commit, for an answer cannot be called back.
    fn answer(&self);
    /// Tells a caller who has no answer yet that the writer has stopped, whatever the job said: it was not committed.
    fn abandon(&self);
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Kept,
    Refused,
}

/// A job in the queue or in a group. Dropping it abandons it, unless it was answered.
pub(crate) struct Queued<S>(pub(crate) Arc<dyn Work<S>>);

impl<S> Drop for Queued<S> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

/// A job as its caller sees it.
pub(crate) struct Ticket<J, T, E> {
    job: Mutex<J>,
    desk: Mutex<Desk<T, E>>,
    called: Condvar,
}

struct Desk<T, E> {
    answer: Option<Result<T, E>>,
    given: bool,
}

impl<J, T, E: From<Error>> Ticket<J, T, E> {
    pub(crate) fn new(job: J) -> Self {
        Ticket { job: Mutex::new(job), desk: Mutex::new(Desk { answer: None, given: false }), called: Condvar::new() }
    }

    pub(crate) fn wait(&self) -> Result<T, E> {
        let desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let mut desk = self.called.wait_while(desk, |desk| !desk.given).unwrap_or_else(PoisonError::into_inner);
        desk.answer.take().unwrap_or_else(|| Err(Error::Stopped.into()))
    }

    /// See [`Work::abandon`].
    pub(crate) fn give_up(&self) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        if !desk.given {
            desk.answer = None;
            self.give(desk);
        }
    }

    fn give(&self, mut desk: MutexGuard<'_, Desk<T, E>>) {
        desk.given = true;
        drop(desk);
        self.called.notify_one();
    }

    fn put(&self, answer: Result<T, E>) {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).answer = Some(answer);
    }
}

impl<S, J, T, E> Work<S> for Ticket<J, T, E>
where
    J: FnMut(&mut Tx<'_>, &mut S) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&self, tx: &mut Tx<'_>, state: &mut S) -> Outcome {
        let mut job = self.job.lock().unwrap_or_else(PoisonError::into_inner);
        // The writer undoes what a panic leaves behind, in the database and in the state, so nothing half done is seen.
        let answer = catch_unwind(AssertUnwindSafe(|| job(tx, state))).unwrap_or_else(|_| {
            tracing::error!("a unit of work panicked and is undone");
            Err(Error::Panicked.into())
        });
        let outcome = if answer.is_ok() { Outcome::Kept } else { Outcome::Refused };
        self.put(answer);
        outcome
    }

    fn fail(&self, error: &Error) {
        self.put(Err(error.clone().into()));
    }

    fn answer(&self) {
        self.give(self.desk.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn abandon(&self) {
        self.give_up();
    }
}
