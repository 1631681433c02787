//! Challenges: what a passkey has to sign, so that an answer counts once, for one purpose and one person, for a few minutes.
//!
//! A challenge is remembered nowhere before it was answered: it carries its own end and a keyed hash over what it is for
//! (Web Authentication Level 3, section 13.4.3, asks for sixteen random bytes at the least). What was answered rightly is
//! remembered until that end, so that it is not taken twice.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{AccountId, Moment};
use sha2::{Digest as _, Sha256};
use store::{Error, Tx};
use subtle::ConstantTimeEq as _;

use super::Breach;
use crate::chance::{Entropy, NoEntropy, draw};
use crate::credential::WorkingKey;
use crate::credential::key::{Use, keyed_hash};

/// Milliseconds for which a challenge can be answered: long enough to find a key in a drawer and try its code again.
pub const CHALLENGE_LASTS: i64 = 5 * 60_000;

const END: usize = 8;
const RANDOM: usize = 16;
const SEAL: usize = 32;
const LENGTH: usize = END + RANDOM + SEAL;

/// What a passkey is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// To become one of this account's.
    Add(AccountId),
    /// To prove that the holder of this account is there.
    StepUp(AccountId),
    /// To sign in, in the browser that was given this token.
    SignIn(&'a str),
}

impl Purpose<'_> {
    /// Its kind, and whom it is for.
    fn bound(&self) -> (&'static [u8], Vec<u8>) {
        match self {
            Self::Add(account) => (b"add\n", account.bytes().to_vec()),
            Self::StepUp(account) => (b"step up\n", account.bytes().to_vec()),
            Self::SignIn(visitor) => (b"sign in\n", visitor.as_bytes().to_vec()),
        }
    }
}

/// A challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge([u8; LENGTH]);

impl Challenge {
    /// Draws one.
    pub fn draw(entropy: &dyn Entropy, key: &WorkingKey, purpose: Purpose<'_>, now: Moment) -> Result<Self, NoEntropy> {
        let random: [u8; RANDOM] = draw(entropy)?;
        let end = now.plus(CHALLENGE_LASTS).millis().to_be_bytes();
        let seal = seal(key, purpose, end, &random);
        let mut bytes = [0; LENGTH];
        for (place, byte) in bytes.iter_mut().zip(end.into_iter().chain(random).chain(seal)) {
            *place = byte;
        }
        Ok(Self(bytes))
    }

    /// As a page hands it to the browser: base 64 for addresses.
    pub fn coded(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// One that counts for nothing, for tests and the gallery of parts.
    pub fn sample() -> Self {
        Self([0; LENGTH])
    }

    /// The bytes to be signed.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A challenge that was answered in time; see [`use_up`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Answered {
    hash: [u8; 32],
    end: Moment,
}

/// Whether these bytes are a challenge of ours for this purpose that has not ended.
pub(super) fn answered(key: &WorkingKey, purpose: Purpose<'_>, bytes: &[u8], now: Moment) -> Result<Answered, Breach> {
    let (end, rest) = bytes.split_first_chunk::<END>().ok_or(Breach::Challenge)?;
    let (random, given) = rest.split_first_chunk::<RANDOM>().ok_or(Breach::Challenge)?;
    let right: bool = seal(key, purpose, *end, random).as_slice().ct_eq(given).into();
    let end = Moment::from_millis(i64::from_be_bytes(*end));
    match (right, now < end) {
        (false, _) => Err(Breach::Challenge),
        (true, false) => Err(Breach::TooLate),
        (true, true) => Ok(Answered { hash: Sha256::digest(bytes).into(), end }),
    }
}

fn seal(key: &WorkingKey, purpose: Purpose<'_>, end: [u8; END], random: &[u8; RANDOM]) -> [u8; SEAL] {
    // No kind begins another one, and what stands between is of one length: nothing can pass for a part of its neighbour.
    let (kind, whom) = purpose.bound();
    keyed_hash(&key.derived(Use::PasskeyChallenge), &[kind, &end, random, &whom])
}

const USE: &str = "insert into passkey_challenge (hash, ends_at) values ($1, $2) on conflict (hash) do nothing";
const PURGE: &str = "delete from passkey_challenge where ends_at <= $1";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[USE, PURGE];

/// Remembers that it was answered. No, if it was before.
pub(super) fn use_up(tx: &mut Tx<'_>, answered: &Answered) -> Result<bool, Error> {
    Ok(tx.exec(USE, &[(&answered.hash).into(), answered.end.millis().into()])? == 1)
}

/// Forgets those that have ended; how many.
pub(super) fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<usize, Error> {
    tx.exec(PURGE, &[now.millis().into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededEntropy;

    const NOW: Moment = Moment::from_millis(1_790_000_000_000);

    #[test]
    fn a_challenge_counts_for_its_purpose_and_person_until_its_end() {
        let key = WorkingKey::new([1; 32]);
        let [one, other] = [[1; 16], [2; 16]].map(AccountId::from_random);
        let purposes = [
            Purpose::Add(one),
            Purpose::Add(other),
            Purpose::StepUp(one),
            Purpose::StepUp(other),
            Purpose::SignIn("a"),
            Purpose::SignIn("b"),
        ];
        for drawn in purposes {
            let challenge = Challenge::draw(&SeededEntropy::new(1), &key, drawn, NOW).unwrap();
            for asked in purposes {
                let found = answered(&key, asked, challenge.bytes(), NOW);
                assert_eq!(found.is_ok(), asked == drawn, "{drawn:?} {asked:?}");
            }
            let last = NOW.plus(CHALLENGE_LASTS - 1);
            assert!(answered(&key, drawn, challenge.bytes(), last).is_ok());
            assert_eq!(answered(&key, drawn, challenge.bytes(), last.plus(1)), Err(Breach::TooLate));
            assert_eq!(answered(&WorkingKey::new([2; 32]), drawn, challenge.bytes(), NOW), Err(Breach::Challenge));
        }
    }

    #[test]
    fn a_challenge_that_was_changed_cut_or_grown_counts_for_nothing() {
        let key = WorkingKey::new([1; 32]);
        let purpose = Purpose::SignIn("a");
        let challenge = Challenge::draw(&SeededEntropy::new(1), &key, purpose, NOW).unwrap();
        for place in 0..LENGTH {
            let mut changed = challenge.0;
            changed[place] ^= 1;
            assert_eq!(answered(&key, purpose, &changed, NOW), Err(Breach::Challenge), "byte {place}");
            assert_eq!(answered(&key, purpose, &challenge.0[..place], NOW), Err(Breach::Challenge), "cut at {place}");
        }
        let grown = [challenge.bytes(), b"x"].concat();
        assert_eq!(answered(&key, purpose, &grown, NOW), Err(Breach::Challenge));
    }
}
