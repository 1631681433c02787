//! Kept streams: what streams fold to, and their opened acts, kept in memory between one question and the next.
//!
//! Decides nothing. Folds hold facts only: dates, codes, ids. Opened acts hold what people wrote; they are forgotten when nobody
//! asked for them for some minutes ([`IDLE`]), and of a stream whose key is gone at once.
//!
//! INVARIANT: what is kept is what the acts of its stream are, up to a place in the log that the asker's snapshot has
//! reached. What came later is read from the log and taken in; a strike among it makes the whole anew. Nothing that is correct rests
//! on this memory: whoever finds nothing here begins from the beginning.

mod generations;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::kind::{Act, Subject, topic};
use domain::{Recorded, StreamId};
use store::{Tx, Val};

use self::generations::{Generations, Remembered};
use crate::App;
use crate::ledger_rows::{rows_from, rows_of};
use crate::refusal::Fault;
use crate::state::State;
use crate::writing::size_of;

/// How many folds each of the two generations holds. A fold of a usual case is a few kilobytes.
const FOLDS: usize = 2_000;

/// How many bytes of opened acts, as they were sealed, each of the two generations holds.
const ACTS: usize = 16 << 20;

/// After so many milliseconds a generation of opened acts is over: what nobody asked for is forgotten after one to two of these.
const IDLE: i64 = 5 * domain::moment::MINUTE;

/// The opened acts of a stream but the looks, oldest first.
pub(crate) type Acts = Arc<Vec<Recorded>>;

/// The kept folds and acts.
pub(crate) struct Kept {
    folds: Mutex<Generations<Arc<State>>>,
    acts: Mutex<Generations<Acts>>,
    /// When the generation of acts began, by the clock that nobody sets.
    since: Mutex<i64>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            folds: Mutex::new(Generations::of(FOLDS)),
            acts: Mutex::new(Generations::of(ACTS)),
            since: Mutex::new(i64::MIN),
        }
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    /// Forgets a stream: its key is gone, or an act of it.
    pub(crate) fn forget(&self, stream: StreamId) {
        lock(&self.folds).forget(stream);
        lock(&self.acts).forget(stream);
    }

    /// Forgets opened acts for which nobody asked lately. Asked regularly, with milliseconds by a clock that nobody sets.
    pub(crate) fn sweep(&self, elapsed: i64) {
        let mut since = lock(&self.since);
        if elapsed.saturating_sub(*since) >= IDLE {
            *since = elapsed;
            lock(&self.acts).turn();
        }
    }
}

/// A strike takes a body away that stood there before.
fn strikes(recorded: &Recorded) -> bool {
    matches!(recorded.act, Act::File(topic::File::Struck(_)))
}

/// A correction changes what came before it, and so does a strike.
fn changes_the_past(recorded: &Recorded) -> bool {
    strikes(recorded) || matches!(recorded.act, Act::File(topic::File::Corrected(_)))
}

impl App {
    /// Of how many streams opened acts are in memory.
    pub fn streams_in_memory(&self) -> usize {
        lock(&self.kept.acts).len()
    }

    /// What a stream folds to in this snapshot. To be asked of a reading transaction only: what it sees is committed.
    pub(crate) fn folded(&self, tx: &mut Tx<'_>, stream: StreamId, subject: Subject) -> Result<Arc<State>, Fault> {
        let size = size_of(tx)?;
        if !self.has_key(tx, stream)? {
            return Ok(Arc::new(State::of(subject, &[])));
        }
        let kept = lock(&self.kept.folds).get(stream, size);
        let state = match kept {
            None => Arc::new(State::of(subject, self.opened(tx, stream)?.as_slice())),
            Some(kept) => {
                let mut later = Vec::new();
                for row in rows_from(tx, stream, kept.next)? {
                    later.extend(row.open(&self.keys, tx)?);
                }
                if later.iter().any(changes_the_past) {
                    Arc::new(State::of(subject, self.opened(tx, stream)?.as_slice()))
                } else {
                    let mut state = kept.value;
                    for recorded in &later {
                        Arc::make_mut(&mut state).take(recorded);
                    }
                    state
                }
            }
        };
        lock(&self.kept.folds).keep(stream, Remembered { value: Arc::clone(&state), next: size, weight: 1 });
        Ok(state)
    }

    /// Every act of a stream but the looks, opened, in this snapshot. To be asked of a reading transaction only. Whoever shows them
    /// takes those of permitted parts.
    pub(crate) fn opened(&self, tx: &mut Tx<'_>, stream: StreamId) -> Result<Acts, Fault> {
        let size = size_of(tx)?;
        if !self.has_key(tx, stream)? {
            return Ok(Acts::default());
        }
        let kept = lock(&self.kept.acts).get(stream, size);
        let (mut acts, from, mut weight) = match kept {
            Some(kept) => (kept.value, kept.next, kept.weight),
            None => (Acts::default(), 0, 0),
        };
        let rows = rows_from(tx, stream, from)?;
        if rows.is_empty() && from > 0 {
            return Ok(acts);
        }
        let mut later = Vec::with_capacity(rows.len());
        for row in rows {
            weight = weight.saturating_add(row.weight());
            later.extend(row.open(&self.keys, tx)?);
        }
        if from > 0 && later.iter().any(strikes) {
            (acts, later, weight) = (Acts::default(), Vec::new(), 0);
            for row in rows_of(tx, stream)? {
                weight = weight.saturating_add(row.weight());
                later.extend(row.open(&self.keys, tx)?);
            }
        }
        Arc::make_mut(&mut acts).append(&mut later);
        lock(&self.kept.acts).keep(stream, Remembered { value: Arc::clone(&acts), next: size, weight });
        Ok(acts)
    }

    /// Is the key of the stream there? Where it is destroyed nothing is to be read, whatever is remembered here.
    fn has_key(&self, tx: &mut Tx<'_>, stream: StreamId) -> Result<bool, Fault> {
        let sql = "select 1 from stream_key where stream = $1";
        let there = tx.one(sql, &[Val::Blob(&stream.bytes())], |row| row.get::<i64>(0))?.is_some();
        if !there {
            self.kept.forget(stream);
        }
        Ok(there)
    }
}
