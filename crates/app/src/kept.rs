//! Kept folds: what streams fold to, kept in memory between one question and the next.
//!
//! Decides nothing and is asked by the application's own judgement alone; a page opens its bodies itself. Holds facts
//! only: dates, codes, ids.
//!
//! INVARIANT: a kept fold is what the acts of its stream fold to, up to a place in the log that the asker's snapshot has
//! reached. What came later is read from the log and taken in. Nothing that is correct rests on this memory: whoever
//! finds nothing here folds from the beginning.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::StreamId;
use domain::kind::{Act, Subject, topic};
use store::{Tx, Val};

use crate::App;
use crate::ledger_rows::{acts_of, rows_from};
use crate::refusal::Fault;
use crate::state::State;
use crate::writing::size_of;

/// How many folds each of the two generations holds. A fold of a usual case is a few kilobytes.
const GENERATION: usize = 2_000;

/// A fold, and the first place in the log that it does not know.
#[derive(Clone)]
struct Fold {
    state: Arc<State>,
    next: u64,
}

/// Folds in two generations: what was not asked for during a whole generation is forgotten.
#[derive(Default)]
struct Generations {
    young: BTreeMap<StreamId, Fold>,
    old: BTreeMap<StreamId, Fold>,
}

/// The kept folds.
#[derive(Default)]
pub(crate) struct Kept {
    folds: Mutex<Generations>,
}

impl Kept {
    fn get(&self, stream: StreamId, size: u64) -> Option<Fold> {
        let folds = self.folds.lock().unwrap_or_else(PoisonError::into_inner);
        let fold = folds.young.get(&stream).or_else(|| folds.old.get(&stream))?;
        // A snapshot from before the fold: it must not see what came after it.
        (fold.next <= size).then(|| fold.clone())
    }

    fn keep(&self, stream: StreamId, fold: Fold) {
        let mut folds = self.folds.lock().unwrap_or_else(PoisonError::into_inner);
        if folds.young.get(&stream).is_some_and(|kept| kept.next > fold.next) {
            return;
        }
        if folds.young.len() >= GENERATION {
            folds.old = std::mem::take(&mut folds.young);
        }
        folds.young.insert(stream, fold);
    }

    /// Forgets what a stream folds to: its key is gone, or an act of it.
    pub(crate) fn forget(&self, stream: StreamId) {
        let mut folds = self.folds.lock().unwrap_or_else(PoisonError::into_inner);
        folds.young.remove(&stream);
        folds.old.remove(&stream);
    }
}

impl App {
    /// What a stream folds to in this snapshot. To be asked of a reading transaction only: what it sees is committed.
    pub(crate) fn folded(&self, tx: &mut Tx<'_>, stream: StreamId, subject: Subject) -> Result<Arc<State>, Fault> {
        let size = size_of(tx)?;
        // Whose key is destroyed has nothing to fold, whatever is remembered of it here.
        let has_key = tx
            .one("select 1 from stream_key where stream = $1", &[Val::Blob(&stream.bytes())], |row| row.get::<i64>(0))?
            .is_some();
        if !has_key {
            self.kept.forget(stream);
            return Ok(Arc::new(State::of(subject, &[])));
        }
        let (mut state, from) = match self.kept.get(stream, size) {
            Some(fold) => (fold.state, fold.next),
            None => (Arc::new(State::of(subject, &[])), 0),
        };
        let mut later = Vec::new();
        for row in rows_from(tx, stream, from)? {
            later.extend(row.open(&self.keys, tx)?);
        }
        // A correction or a strike changes what came before it.
        let anew = later
            .iter()
            .any(|recorded| matches!(recorded.act, Act::File(topic::File::Corrected(_) | topic::File::Struck(_))));
        if anew || from == 0 {
            state = Arc::new(State::of(subject, &if from == 0 { later } else { acts_of(&self.keys, tx, stream)? }));
        } else {
            for recorded in &later {
                Arc::make_mut(&mut state).take(recorded);
            }
        }
        self.kept.keep(stream, Fold { state: Arc::clone(&state), next: size });
        Ok(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(next: u64) -> Fold {
        Fold { state: Arc::new(State::Other), next }
    }

    fn stream(number: u16) -> StreamId {
        let mut bytes = [0; 16];
        bytes[..2].copy_from_slice(&number.to_be_bytes());
        StreamId::from_bytes(bytes)
    }

    #[test]
    fn an_older_snapshot_is_not_shown_a_later_fold() {
        let kept = Kept::default();
        kept.keep(stream(1), fold(10));
        assert!(kept.get(stream(1), 9).is_none());
        assert!(kept.get(stream(1), 10).is_some());
        assert!(kept.get(stream(2), 10).is_none());
    }

    #[test]
    fn a_reader_that_was_slow_does_not_put_an_older_fold_in_place_of_a_newer_one() {
        let kept = Kept::default();
        kept.keep(stream(1), fold(10));
        kept.keep(stream(1), fold(7));
        assert_eq!(kept.get(stream(1), 10).map(|fold| fold.next), Some(10));
    }

    #[test]
    fn memory_is_bounded_and_what_is_forgotten_is_gone() {
        let kept = Kept::default();
        for number in 0..5_000 {
            kept.keep(stream(number), fold(1));
        }
        let held = {
            let folds = kept.folds.lock().expect("nobody panicked");
            folds.young.len() + folds.old.len()
        };
        assert!(held <= 2 * GENERATION, "{held}");
        assert!(kept.get(stream(4_999), 1).is_some());
        kept.forget(stream(4_999));
        assert!(kept.get(stream(4_999), 1).is_none());
    }
}
