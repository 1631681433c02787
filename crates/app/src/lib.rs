//! The clerk of the house: `perform`, the only way anything changes, and `consult`, the only way anything is seen.
//!
//! Knows no page and no network. Time and randomness are given to it once, at the start.

pub mod chance;
pub mod credential;

pub use chance::{Clock, Entropy, SeededEntropy, SteppedClock, SystemClock, SystemEntropy};
