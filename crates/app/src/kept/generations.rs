//! A bounded memory in two generations: what nobody asked for during a whole generation is forgotten.
//!
//! Knows nothing of what it holds but how much it weighs. Decides nothing: whoever finds nothing here makes it again from the
//! ledger.

use std::collections::BTreeMap;

use domain::StreamId;

/// What is remembered of one stream.
#[derive(Clone)]
pub(super) struct Remembered<T> {
    pub(super) value: T,
    /// The first place in the log that it does not know.
    pub(super) next: u64,
    /// What it weighs, in the unit of the whole.
    pub(super) weight: usize,
}

/// The memory.
pub(super) struct Generations<T> {
    young: BTreeMap<StreamId, Remembered<T>>,
    old: BTreeMap<StreamId, Remembered<T>>,
    /// What the young ones weigh together.
    weighs: usize,
    /// At most so much in either generation, and one thing more.
    most: usize,
}

impl<T: Clone> Generations<T> {
    /// A memory that holds at most twice so much.
    pub(super) fn of(most: usize) -> Self {
        Self { young: BTreeMap::new(), old: BTreeMap::new(), weighs: 0, most }
    }

    /// What is remembered of a stream, for a snapshot of a log of this size: never what came after the snapshot.
    pub(super) fn get(&mut self, stream: StreamId, size: u64) -> Option<Remembered<T>> {
        if let Some(young) = self.young.get(&stream) {
            return (young.next <= size).then(|| young.clone());
        }
        // Asked for again: it belongs to the young.
        let old = self.old.remove(&stream)?;
        self.put(stream, old.clone());
        (old.next <= size).then_some(old)
    }

    /// Remembers, unless something later is remembered already: a reader that was slow takes nothing back.
    pub(super) fn keep(&mut self, stream: StreamId, remembered: Remembered<T>) {
        let known = self.young.get(&stream).or_else(|| self.old.get(&stream));
        if known.is_none_or(|known| known.next <= remembered.next) {
            self.put(stream, remembered);
        }
    }

    fn put(&mut self, stream: StreamId, remembered: Remembered<T>) {
        self.forget(stream);
        if self.weighs >= self.most {
            self.turn();
        }
        self.weighs = self.weighs.saturating_add(remembered.weight);
        self.young.insert(stream, remembered);
    }

    /// Forgets what is remembered of a stream.
    pub(super) fn forget(&mut self, stream: StreamId) {
        self.old.remove(&stream);
        if let Some(gone) = self.young.remove(&stream) {
            self.weighs = self.weighs.saturating_sub(gone.weight);
        }
    }

    /// The young are old now, and the old are forgotten.
    pub(super) fn turn(&mut self) {
        self.old = std::mem::take(&mut self.young);
        self.weighs = 0;
    }

    /// Of how many streams is something remembered?
    pub(super) fn len(&self) -> usize {
        self.young.len().saturating_add(self.old.len())
    }

    #[cfg(test)]
    fn held(&self) -> usize {
        self.young.values().chain(self.old.values()).map(|remembered| remembered.weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(number: u16) -> StreamId {
        let mut bytes = [0; 16];
        bytes[..2].copy_from_slice(&number.to_be_bytes());
        StreamId::from_bytes(bytes)
    }

    fn known(next: u64) -> Remembered<u64> {
        Remembered { value: next, next, weight: 3 }
    }

    #[test]
    fn an_older_snapshot_is_not_shown_what_came_later() {
        let mut memory = Generations::of(100);
        memory.keep(stream(1), known(10));
        assert!(memory.get(stream(1), 9).is_none());
        assert_eq!(memory.get(stream(1), 10).map(|found| found.value), Some(10));
        assert!(memory.get(stream(2), 10).is_none());
        memory.turn();
        assert!(memory.get(stream(1), 9).is_none());
        assert!(memory.get(stream(1), 10).is_some());
    }

    #[test]
    fn a_reader_that_was_slow_takes_nothing_back() {
        let mut memory = Generations::of(100);
        memory.keep(stream(1), known(10));
        memory.keep(stream(1), known(7));
        assert_eq!(memory.get(stream(1), 10).map(|found| found.next), Some(10));
        memory.turn();
        memory.keep(stream(1), known(8));
        assert_eq!(memory.get(stream(1), 10).map(|found| found.next), Some(10));
    }

    #[test]
    fn it_holds_no_more_than_it_may_and_forgets_what_it_is_told_to() {
        let mut memory = Generations::of(600);
        for number in 0..5_000 {
            memory.keep(stream(number), known(1));
            assert!(memory.held() <= 2 * (600 + 3), "{}", memory.held());
        }
        assert!(memory.get(stream(4_999), 1).is_some());
        memory.forget(stream(4_999));
        assert!(memory.get(stream(4_999), 1).is_none());
        // Kept anew again and again, one stream weighs once.
        for next in 0..5_000 {
            memory.keep(stream(1), known(next));
        }
        assert!(memory.get(stream(4_990), 1).is_some());
    }

    #[test]
    fn what_nobody_asks_for_is_gone_after_two_turns() {
        let mut memory = Generations::of(100);
        memory.keep(stream(1), known(1));
        memory.keep(stream(2), known(1));
        memory.turn();
        assert!(memory.get(stream(1), 1).is_some());
        memory.turn();
        assert!(memory.get(stream(2), 1).is_none());
        assert!(memory.get(stream(1), 1).is_some());
    }
}
