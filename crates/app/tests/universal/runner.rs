//! Runs a statement on random histories, always the same ones, and makes a failing history small.

use proptest::collection::vec;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use crate::step::{Step, step};

/// What a statement answers for one history.
pub type Outcome = Result<(), TestCaseError>;

/// Tries a statement on so many histories of so many steps, or on as many as `PASSERELLE_CASES` says.
pub fn histories(seed: u8, usual: u32, steps: std::ops::Range<usize>, statement: impl Fn(Vec<Step>) -> Outcome) {
    tries(seed, usual, &vec(step(), steps), statement);
}

/// Tries a statement on so many values of a strategy.
pub fn tries<T: std::fmt::Debug>(
    seed: u8,
    usual: u32,
    of: &impl Strategy<Value = T>,
    statement: impl Fn(T) -> Outcome,
) {
    let cases = std::env::var("PASSERELLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual);
    // A failing history is made smaller so many times at most: the longest take some seconds each.
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    if let Err(failed) = TestRunner::new_with_rng(config, rng).run(of, statement) {
        panic!("{failed}");
    }
}
