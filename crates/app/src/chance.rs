//! Time and randomness as they come from outside: a clock and a source of bytes, given once when the program starts.
//!
//! Nothing else in the workspace asks the machine what time it is or for random bytes.

use std::sync::{LazyLock, Mutex};
use std::time::Instant;

use domain::Moment;
use sha2::{Digest, Sha256};

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present moment, UTC.
    fn now(&self) -> Moment;

    /// Milliseconds since some fixed moment, by a clock that nobody sets. What [`Clock::now`] shows is held against it.
    fn elapsed(&self) -> i64;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine is asked")]
    fn now(&self) -> Moment {
        jiff::Timestamp::now().into()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where the machine is asked")]
    fn elapsed(&self) -> i64 {
        static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
        i64::try_from(BEGAN.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}

/// A clock that stands still until it is told to move: for tests and for the simulated past of a demonstration.
#[derive(Debug)]
pub struct SteppedClock(Mutex<Shown>);

#[derive(Debug, Clone, Copy)]
struct Shown {
    wall: Moment,
    /// The latest that the wall showed since it was last stepped.
    highest: Moment,
    elapsed: i64,
}

impl SteppedClock {
    /// A clock that shows `now`.
    pub fn at(now: Moment) -> Self {
        Self(Mutex::new(Shown { wall: now, highest: now, elapsed: 0 }))
    }

    /// Lets time pass until this moment. To an earlier one the clock is put back, and no time passes.
    pub fn set(&self, now: Moment) {
        let mut shown = self.shown();
        shown.elapsed += now.since(shown.highest).max(0);
        *shown = Shown { wall: now, highest: shown.highest.max(now), elapsed: shown.elapsed };
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&self, millis: i64) {
        let now = self.shown().wall.plus(millis);
        self.set(now);
    }

    /// Puts the clock ahead or back by so many milliseconds, while no time passes.
    pub fn step(&self, millis: i64) {
        let mut shown = self.shown();
        let wall = shown.wall.plus(millis);
        *shown = Shown { wall, highest: wall, elapsed: shown.elapsed };
    }

    fn shown(&self) -> std::sync::MutexGuard<'_, Shown> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for SteppedClock {
    fn now(&self) -> Moment {
        self.shown().wall
    }

    fn elapsed(&self) -> i64 {
        self.shown().elapsed
    }
}

/// Gives random bytes.
pub trait Entropy: Send + Sync + 'static {
    /// Fills the bytes, or says that the machine has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The machine gave no randomness. Nothing can be sealed without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the machine gave no random bytes")]
pub struct NoEntropy;

/// The randomness of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        getrandom::fill(bytes).map_err(|_| NoEntropy)
    }
}

/// Bytes that follow from a seed: SHA-256 of the seed and a counter. For tests and for the synthetic people of a
/// demonstration; never for keys of a real installation.
#[derive(Debug)]
pub struct SeededEntropy {
    seed: [u8; 32],
    drawn: Mutex<u64>,
}

impl SeededEntropy {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed: Sha256::digest(seed.to_be_bytes()).into(), drawn: Mutex::new(0) }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let mut drawn = self.drawn.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            let block = Sha256::new().chain_update(self.seed).chain_update(drawn.to_be_bytes()).finalize();
            *drawn = drawn.wrapping_add(1);
            for (place, byte) in chunk.iter_mut().zip(block) {
                *place = byte;
            }
        }
        Ok(())
    }
}

/// Sixteen, twenty-four or thirty-two random bytes at once.
pub fn draw<const N: usize>(entropy: &dyn Entropy) -> Result<[u8; N], NoEntropy> {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_bytes_again_and_never_the_same_twice() {
        let (one, two) = (SeededEntropy::new(7), SeededEntropy::new(7));
        let first: [u8; 40] = draw(&one).unwrap();
        assert_eq!(first, draw::<40>(&two).unwrap());
        assert_ne!(first, draw::<40>(&one).unwrap());
        assert_ne!(first, draw::<40>(&SeededEntropy::new(8)).unwrap());
    }
}
