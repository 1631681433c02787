//! How much was asked of the database: statements and the rows that came back.
//!
//! Counted for every unit of work, so that a test can say that two questions took the same work, without a clock. Says nothing
//! of how many rows the engine itself went over.

use std::sync::atomic::{AtomicU64, Ordering};

/// What was asked since the program was started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Statements that were run.
    pub statements: u64,
    /// Rows that were handed back by them.
    pub rows: u64,
}

/// The same, as it grows.
#[derive(Debug, Default)]
pub(crate) struct Asking {
    statements: AtomicU64,
    rows: AtomicU64,
}

impl Asking {
    /// One more statement, which gave so many rows.
    pub(crate) fn count(&self, rows: u64) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.rows.fetch_add(rows, Ordering::Relaxed);
    }

    pub(crate) fn so_far(&self) -> Asked {
        Asked { statements: self.statements.load(Ordering::Relaxed), rows: self.rows.load(Ordering::Relaxed) }
    }
}
