//! The writing thread: groups of jobs, one durable commit each.
//!
//! INVARIANT: the state is always what the jobs of committed groups made of it; whatever is rolled back in the database is
//! rolled back in the state.
//!
//! The thread ends, and with it all writing, on the first sign that the disk did not do what it was told: a flush that
//! failed once may succeed the second time without having written anything. It ends too when another server has taken the
//! lease over.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError};

use crate::engine::{Care, Engine};
use crate::job::{Outcome, Queued};
use crate::tx::Changed;
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

/// Why a transaction was given up.
enum Stop {
    /// A refused job has to be undone without its neighbours, and there is no savepoint before it.
    Undo,
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Failed(error)
    }
}

pub(crate) struct WritingThread<D: Duties> {
    engine: Engine,
    incoming: Receiver<Queued<D::State>>,
    state: D::State,
    before_group: D::State,
    before_job: D::State,
    duties: D,
    most: usize,
    tally: Arc<Tally>,
}

impl<D: Duties> WritingThread<D> {
    pub(crate) fn new(
        engine: Engine,
        incoming: Receiver<Queued<D::State>>,
        state: D::State,
        duties: D,
        most: usize,
        tally: Arc<Tally>,
    ) -> Self {
        let (before_group, before_job) = (state.clone(), state.clone());
        WritingThread { engine, incoming, state, before_group, before_job, duties, most, tally }
    }

    /// Returns when the handle is dropped and the queue is empty, or when the file failed.
    pub(crate) fn run(mut self) {
        if let Err(error) = self.write_until_dropped() {
            tracing::error!(%error, "the writer stops: nothing more is written until the program is started again");
        }
    }

    fn write_until_dropped(&mut self) -> Result<(), Error> {
        let mut group = Vec::with_capacity(self.most);
        while let Some(first) = self.first()? {
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
                        self.engine.at_rest(&self.tally)?;
                        break;
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
        }
        self.engine.at_end(&self.tally)
    }

    /// The next job, however long it takes; nothing, once the handle is dropped and the queue is empty.
    fn first(&mut self) -> Result<Option<Queued<D::State>>, Error> {
        let Some(rest) = self.engine.rest() else { return Ok(self.incoming.recv().ok()) };
        loop {
            match self.incoming.recv_timeout(rest) {
                Ok(first) => return Ok(Some(first)),
                Err(RecvTimeoutError::Timeout) => self.engine.keep()?,
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        }
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
        self.engine.after_group(&self.tally)
    }

    /// Runs the group, and whatever else comes meanwhile up to `most` jobs, in one transaction. How many jobs it kept.
    /// On an error neither the database nor the state has changed, unless the error ends writing.
    fn attempt(&mut self, group: &mut Vec<Queued<D::State>>, most: usize) -> Result<usize, Error> {
        match self.attempt_with(self.engine.usual_care(), group, most) {
            Ok(kept) => Ok(kept),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Undo) => match self.attempt_with(Care::EachJob, group, most) {
                Ok(kept) => Ok(kept),
                Err(Stop::Failed(error)) => Err(error),
                Err(Stop::Undo) => Err(Error::Engine("a job could not be undone alone".into())),
            },
        }
    }

    fn attempt_with(&mut self, care: Care, group: &mut Vec<Queued<D::State>>, most: usize) -> Result<usize, Stop> {
        self.before_group.clone_from(&self.state);
        let kept = self.transact(care, group, most);
        if kept.is_err() {
            self.state.clone_from(&self.before_group);
            self.engine.clear()?;
        }
        kept
    }

    fn transact(&mut self, care: Care, group: &mut Vec<Queued<D::State>>, most: usize) -> Result<usize, Stop> {
        self.engine.begin()?;
        count(&self.tally.groups, 1);
        let mut kept = 0;
        let mut next = 0;
        while let Some(job) = group.get(next) {
            self.before_job.clone_from(&self.state);
            if care == Care::EachJob {
                self.engine.before_job()?;
            }
            let mut tx = self.engine.tx().counted(&self.tally.asking);
            let mut outcome = job.0.run(&mut tx, &mut self.state);
            let (passed_over, changed) = tx.left();
            match passed_over {
                Some(error) if error.ends_writing() => return Err(error.into()),
                Some(error) if outcome == Outcome::Kept => {
                    // The server keeps nothing of a transaction in which a statement failed, whatever the job made of it.
                    job.0.fail(&error);
                    outcome = Outcome::Refused;
                }
                Some(_) => {}
                None => tx.still_whole()?,
            }
            match outcome {
                Outcome::Kept => kept += 1,
                Outcome::Refused => {
                    self.state.clone_from(&self.before_job);
                    match (care, changed) {
                        (Care::EachJob, _) => self.engine.undo_job()?,
                        (Care::WholeGroup, Changed::Nothing) => {}
                        (Care::WholeGroup, Changed::Something) if kept == 0 => {
                            // Nothing else is in the transaction yet.
                            self.engine.rollback()?;
                            self.engine.begin()?;
                        }
                        (Care::WholeGroup, Changed::Something) => return Err(Stop::Undo),
                    }
                }
            }
            if care == Care::EachJob {
                self.engine.after_job()?;
            }
            next += 1;
            if next == group.len() && next < most {
                group.extend(self.incoming.try_recv());
            }
        }
        if kept == 0 {
            self.engine.rollback()?;
            return Ok(0);
        }
        let mut tx = self.engine.tx();
        self.duties.before_commit(&mut tx, &mut self.state)?;
        tx.still_whole()?;
        self.engine.commit()?;
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
