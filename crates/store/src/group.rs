//! The writing thread: groups of jobs, one durable commit each.
//!
//! INVARIANT: the state is always what the jobs of committed groups made of it; whatever is rolled back in the database is
//! rolled back in the state.
//!
//! The thread ends, and with it all writing, on the first sign that the disk did not do what it was told: a flush that
//! failed once may succeed the second time without having written anything.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError};
use rusqlite::Connection;

use crate::job::{Outcome, Queued};
use crate::log::Log;
use crate::writer::Tally;
use crate::{Error, Tx};

/// How long nothing must come before the writer uses the pause.
const PAUSE: Duration = Duration::from_millis(200);

/// What the writer does besides jobs, once per group. A panic in a duty stops the writer.
pub trait Duties: Send + 'static {
    /// What jobs share in memory. It is cloned before every job, so keep it small.
    type State: Clone + Send + 'static;

    /// Inside the transaction, after the last job and before the commit; not called when every job was refused. An error
    /// undoes the group. May be called again for jobs that are run again.
    fn before_commit(&mut self, _tx: &mut Tx<'_>, _state: &mut Self::State) -> Result<(), Error> {
        Ok(())
    }

    /// After the commit is durable and its jobs are answered.
    fn after_commit(&mut self, _state: &Self::State, _committed: Committed) {}

    /// Once nothing has come for a while after a commit.
    fn at_rest(&mut self, _state: &Self::State) {}
}

/// No duties and no state.
impl Duties for () {
    type State = ();
}

/// One durable commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Jobs whose work it holds.
    pub jobs: usize,
}

pub(crate) struct WritingThread<D: Duties> {
    connection: Connection,
    incoming: Receiver<Queued<D::State>>,
    state: D::State,
    before_group: D::State,
    before_job: D::State,
    duties: D,
    most: usize,
    log: Log,
    tally: Arc<Tally>,
}

impl<D: Duties> WritingThread<D> {
    pub(crate) fn new(
        connection: Connection,
        incoming: Receiver<Queued<D::State>>,
        state: D::State,
        duties: D,
        most: usize,
        tally: Arc<Tally>,
    ) -> Self {
        let (before_group, before_job) = (state.clone(), state.clone());
        WritingThread {
            connection,
            incoming,
            state,
            before_group,
            before_job,
            duties,
            most,
            log: Log::default(),
            tally,
        }
    }

    /// Returns when the handle is dropped and the queue is empty, or when the file failed.
    pub(crate) fn run(mut self) {
        if let Err(error) = self.write_until_dropped() {
            tracing::error!(%error, "the writer stops: nothing more is written until the program is started again");
        }
    }

    fn write_until_dropped(&mut self) -> Result<(), Error> {
        let mut group = Vec::with_capacity(self.most);
        while let Ok(first) = self.incoming.recv() {
            group.push(first);
            self.write(&mut group)?;
            loop {
                match self.incoming.recv_timeout(PAUSE) {
                    Ok(next) => {
                        group.push(next);
                        self.write(&mut group)?;
                    }
                    Err(RecvTimeoutError::Timeout) => {
                        self.duties.at_rest(&self.state);
                        Log::move_what_is_free(&self.connection, &self.tally)?;
                        break;
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
        }
        Log::move_all(&self.connection, &self.tally)
    }

    /// Writes the group and answers it. An error ends all writing.
    fn write(&mut self, group: &mut Vec<Queued<D::State>>) -> Result<(), Error> {
        match self.attempt(group, self.most) {
            Ok(kept) => self.close(group, kept),
            Err(error) if error.may_be_one_jobs_doing() && group.len() > 1 => {
                for job in group.drain(..) {
                    let mut alone = vec![job];
                    match self.attempt(&mut alone, 1) {
                        Ok(kept) => self.close(&mut alone, kept),
                        Err(error) => self.fail(&mut alone, &error)?,
                    }
                }
            }
            Err(error) => self.fail(group, &error)?,
        }
        self.log.move_if_long(&self.connection, &self.tally)
    }

    /// Runs the group, and whatever else comes meanwhile up to `most` jobs, in one transaction. How many jobs it kept.
    /// On an error neither the database nor the state has changed, unless the error ends writing.
    fn attempt(&mut self, group: &mut Vec<Queued<D::State>>, most: usize) -> Result<usize, Error> {
        self.before_group.clone_from(&self.state);
        let kept = self.transact(group, most);
        if kept.is_err() {
            self.state.clone_from(&self.before_group);
            if !self.connection.is_autocommit() {
                self.say("rollback").map_err(|error| Error::Io(error.to_string().into()))?;
            }
        }
        kept
    }

    fn transact(&mut self, group: &mut Vec<Queued<D::State>>, most: usize) -> Result<usize, Error> {
        self.say("begin immediate")?;
        count(&self.tally.groups, 1);
        let mut kept = 0;
        let mut next = 0;
        while let Some(job) = group.get(next) {
            self.before_job.clone_from(&self.state);
            self.say("savepoint job")?;
            let mut tx = Tx::new(&self.connection);
            let outcome = job.0.run(&mut tx, &mut self.state);
            tx.still_whole()?;
            match outcome {
                Outcome::Kept => kept += 1,
                Outcome::Refused => {
                    self.state.clone_from(&self.before_job);
                    self.say("rollback to job")?;
                }
            }
            self.say("release job")?;
            next += 1;
            if next == group.len() && next < most {
                group.extend(self.incoming.try_recv());
            }
        }
        if kept == 0 {
            self.say("rollback")?;
            return Ok(0);
        }
        let mut tx = Tx::new(&self.connection);
        self.duties.before_commit(&mut tx, &mut self.state)?;
        tx.still_whole()?;
        self.say("commit")?;
        count(&self.tally.flushes, 1);
        Ok(kept)
    }

    fn close(&mut self, group: &mut Vec<Queued<D::State>>, kept: usize) {
        count(&self.tally.jobs, group.len());
        for job in group.drain(..) {
            job.0.answer();
        }
        if kept > 0 {
            self.duties.after_commit(&self.state, Committed { jobs: kept });
        }
    }

    fn fail(&mut self, group: &mut Vec<Queued<D::State>>, error: &Error) -> Result<(), Error> {
        count(&self.tally.jobs, group.len());
        for job in group.drain(..) {
            job.0.fail(error);
            job.0.answer();
        }
        if error.ends_writing() { Err(error.clone()) } else { Ok(()) }
    }

    fn say(&self, sql: &str) -> Result<(), Error> {
        self.connection.prepare_cached(sql)?.execute([])?;
        Ok(())
    }
}

impl<D: Duties> Drop for WritingThread<D> {
    /// However the thread ends, by a panic too: every job it had taken is answered by now, and those still in the queue are
    /// abandoned here. A job that enters the queue after this sees the mark (see [`crate::Writer::submit`]).
    fn drop(&mut self) {
        self.tally.over.store(true, Ordering::SeqCst);
        while self.incoming.try_recv().is_ok() {}
    }
}

pub(crate) fn count(counter: &AtomicU64, more: usize) {
    counter.fetch_add(u64::try_from(more).unwrap_or(u64::MAX), Ordering::Relaxed);
}
