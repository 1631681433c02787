//! Hashing and checking passwords with Argon2id, two at a time.
//!
//! Runs on the caller's thread, never on the writer's nor on one that serves a network. Stores nothing and judges no
//! password: whether one is fit to be chosen is for [`super::fit`].

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::{PasswordHasher as _, phc};
use argon2::{Algorithm, Argon2, Params, PasswordVerifier as _, Version};

use super::{Fault, LONGEST};

/// Passwords hashed at the same time: each takes 19 MiB and a processor.
const AT_ONCE: usize = 2;

/// Callers that may wait; more are refused as [`Fault::Busy`]. Each holds a thread of the desk, and a flood of sign-ins must
/// not hold them all.
const WAITING: usize = 8;

/// How much work a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cost {
    /// 19 MiB, two passes, one lane: the least that OWASP's advice on storing passwords names for Argon2id.
    #[default]
    Real,
    /// As good as none: for tests, and for building demonstrations with hundreds of accounts. Never for real people.
    Quick,
}

impl Cost {
    fn argon2(self) -> Result<Argon2<'static>, Fault> {
        let (memory_kib, passes) = match self {
            Cost::Real => (19 * 1024, 2),
            Cost::Quick => (8, 1),
        };
        let params = Params::new(memory_kib, passes, 1, None).map_err(|_| Fault::Hash)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// A password hash with its salt and parameters, in the PHC string format.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    pub(super) fn stored(text: String) -> Self {
        Self(text)
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// The one place where passwords are hashed; shared by all threads.
#[derive(Debug)]
pub struct Gate {
    cost: Cost,
    queue: Mutex<Queue>,
    left: Condvar,
    runs: AtomicU64,
}

#[derive(Debug, Default)]
struct Queue {
    inside: usize,
    waiting: usize,
}

impl Gate {
    /// A gate for two at a time. New passwords are hashed at `cost`; stored ones are checked at the cost they were hashed at.
    pub fn new(cost: Cost) -> Self {
        Self { cost, queue: Mutex::default(), left: Condvar::new(), runs: AtomicU64::new(0) }
    }

    /// Hashes a password. The salt is random and never used twice.
    pub fn hash(&self, password: &str, salt: [u8; 16]) -> Result<PasswordHash, Fault> {
        let _inside = self.enter()?;
        let argon2 = self.cost.argon2()?;
        let hash = argon2.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| Fault::Hash)?;
        Ok(PasswordHash(hash.to_string()))
    }

    /// Whether it is the password of the hash. Without a hash it does the same work and says no, so that the time taken does
    /// not tell whether there is such an account.
    pub fn matches(&self, password: &str, hash: Option<&PasswordHash>) -> Result<bool, Fault> {
        // No password that long was ever accepted; the work is done all the same.
        let (password, hash) = if password.chars().nth(LONGEST).is_some() { ("", None) } else { (password, hash) };
        let stored = hash.map(|hash| phc::PasswordHash::new(&hash.0)).transpose().map_err(|_| Fault::Hash)?;
        let _inside = self.enter()?;
        let argon2 = self.cost.argon2()?;
        let Some(stored) = stored else {
            let _same_work = argon2.hash_password_with_salt(password.as_bytes(), &[0; 16]);
            return Ok(false);
        };
        match argon2.verify_password(password.as_bytes(), &stored) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(_) => Err(Fault::Hash),
        }
    }

    /// The work that a passphrase of a vault costs from now on: memory in KiB, and passes. More than a password, for whoever
    /// has the database and every key tries as often as they like.
    pub(crate) fn passphrase_work(&self) -> (u32, u32) {
        match self.cost {
            Cost::Real => (64 * 1024, 3),
            Cost::Quick => (8, 1),
        }
    }

    /// Does work of that kind, in its turn.
    pub(crate) fn inside<T>(&self, work: impl FnOnce() -> T) -> Result<T, Fault> {
        let _inside = self.enter()?;
        Ok(work())
    }

    /// How many passwords were hashed or checked, dummies included.
    pub fn runs(&self) -> u64 {
        self.runs.load(Ordering::Relaxed)
    }

    fn enter(&self) -> Result<Inside<'_>, Fault> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.inside >= AT_ONCE {
            if queue.waiting >= WAITING {
                return Err(Fault::Busy);
            }
            queue.waiting += 1;
            queue =
                self.left.wait_while(queue, |queue| queue.inside >= AT_ONCE).unwrap_or_else(PoisonError::into_inner);
            queue.waiting -= 1;
        }
        queue.inside += 1;
        self.runs.fetch_add(1, Ordering::Relaxed);
        Ok(Inside(self))
    }
}

/// A place at the gate, given back when dropped.
struct Inside<'a>(&'a Gate);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner).inside -= 1;
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc;

    use super::*;

    const PASSWORD: &str = "a specimen of a password";

    #[test]
    fn the_right_password_matches_and_no_other() {
        let gate = Gate::new(Cost::Quick);
        let hash = gate.hash(PASSWORD, [1; 16]).unwrap();
        assert!(gate.matches(PASSWORD, Some(&hash)).unwrap());
        assert!(!gate.matches("A specimen of a password", Some(&hash)).unwrap());
        assert!(!gate.matches("", Some(&hash)).unwrap());
        assert_ne!(hash, gate.hash(PASSWORD, [2; 16]).unwrap());
        assert_eq!(format!("{hash:?}"), "PasswordHash(…)");
    }

    #[test]
    fn the_real_cost_is_written_into_the_hash_and_checked_at_any_gate() {
        let hash = Gate::new(Cost::Real).hash(PASSWORD, [1; 16]).unwrap();
        assert!(hash.text().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.text());
        assert!(Gate::new(Cost::Quick).matches(PASSWORD, Some(&hash)).unwrap());
    }

    #[test]
    fn without_a_hash_the_same_work_is_done_and_the_answer_is_no() {
        let gate = Gate::new(Cost::Quick);
        let too_long = "x".repeat(LONGEST + 1);
        let hash = gate.hash(&too_long, [1; 16]).unwrap();
        assert!(!gate.matches(PASSWORD, None).unwrap());
        assert!(!gate.matches(&too_long, Some(&hash)).unwrap());
        assert_eq!(gate.runs(), 3);
    }

    #[test]
    fn a_stored_text_that_is_no_hash_is_a_fault() {
        let gate = Gate::new(Cost::Quick);
        assert!(matches!(gate.matches(PASSWORD, Some(&PasswordHash::stored("specimen".into()))), Err(Fault::Hash)));
        assert!(gate.matches(PASSWORD, None).is_ok(), "the gate is open again");
    }

    #[test]
    fn a_third_waits_until_one_of_two_has_left() {
        let gate = Arc::new(Gate::new(Cost::Quick));
        let (first, second) = (gate.enter().unwrap(), gate.enter().unwrap());
        let (told, tells) = mpsc::channel();
        let third = {
            let gate = Arc::clone(&gate);
            std::thread::spawn(move || {
                let inside = gate.enter().unwrap();
                told.send(()).unwrap();
                drop(inside);
            })
        };
        assert!(tells.recv_timeout(std::time::Duration::from_millis(50)).is_err());
        drop(first);
        tells.recv_timeout(std::time::Duration::from_secs(10)).unwrap();
        third.join().unwrap();
        drop(second);
        assert_eq!(gate.queue.lock().unwrap().inside, 0);
    }

    #[test]
    fn a_full_queue_refuses_at_once() {
        let gate = Gate::new(Cost::Quick);
        *gate.queue.lock().unwrap() = Queue { inside: AT_ONCE, waiting: WAITING };
        assert!(matches!(gate.matches(PASSWORD, None), Err(Fault::Busy)));
    }
}
