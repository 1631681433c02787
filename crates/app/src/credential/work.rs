//! Counts the work on a sign-in while tests run, so that they can compare a name that nobody has with one that somebody has.
//!
//! Does nothing in a program that is used.

#[cfg(test)]
use std::{cell::RefCell, collections::BTreeMap};

#[cfg(test)]
thread_local! {
    static DONE: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// A piece of work was done.
#[cfg(not(test))]
pub(super) const fn count(_what: &'static str) {}

/// A piece of work was done.
#[cfg(test)]
pub(super) fn count(what: &'static str) {
    DONE.with_borrow_mut(|done| *done.entry(what).or_default() += 1);
}

/// What was done on this thread since this was last asked.
#[cfg(test)]
pub(super) fn done() -> BTreeMap<&'static str, u32> {
    DONE.take()
}
