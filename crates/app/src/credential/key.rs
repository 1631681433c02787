//! The key that working state is sealed and keyed with, and texts that must not be shown by accident.
//!
//! Nothing of the ledger is sealed with this key. Losing it costs telephones, cards and passkeys, which are then issued anew;
//! passwords do not depend on it.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::work;

use crate::chance::{Entropy, NoEntropy};

/// Twenty consonants: none looks like a digit or like another, and no word comes of them. Also the signs of printed codes.
const CONSONANTS: &[u8; 20] = b"BCDFGHJKMNPQRSTVWXYZ";

/// A server-side key kept apart from the database, so that a stolen database alone neither makes codes nor allows printed
/// ones to be guessed. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct WorkingKey(Zeroizing<[u8; 32]>);

/// What a derived key is for: no two uses share one.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// Sealing the secrets of telephones.
    Totp,
    /// Keying the hashes of printed codes.
    Card,
    /// Counting the tries for names that nobody has.
    Nobody,
    /// Sealing passkeys.
    Passkey,
    /// What a passkey calls its holder.
    PasskeyHolder,
    /// Challenges to passkeys.
    PasskeyChallenge,
}

impl WorkingKey {
    /// From 32 random bytes. The caller wipes its own copy.
    pub fn new(random: [u8; 32]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// The key for one use.
    pub(super) fn derived(&self, purpose: Use) -> Zeroizing<[u8; 32]> {
        work::count("key");
        let label: &[u8] = match purpose {
            Use::Totp => b"passerelle/v1 working totp\n",
            Use::Card => b"passerelle/v1 working card\n",
            Use::Nobody => b"passerelle/v1 working nobody\n",
            Use::Passkey => b"passerelle/v1 working passkey\n",
            Use::PasskeyHolder => b"passerelle/v1 working passkey holder\n",
            Use::PasskeyChallenge => b"passerelle/v1 working passkey challenge\n",
        };
        Zeroizing::new(keyed_hash(&self.0, &[label]))
    }
}

impl fmt::Debug for WorkingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WorkingKey(…)")
    }
}

/// HMAC-SHA-256 over the parts, one after the other.
pub(super) fn keyed_hash(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than a block is filled up with zeros (RFC 2104).
    let mut block = Zeroizing::new([0; 64]);
    for (place, byte) in block.iter_mut().zip(key) {
        *place = *byte;
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// A text to be shown once, to one person. Wiped when dropped; logs and errors show a dash in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub(super) fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// A text that was made elsewhere.
    pub(crate) fn of(text: String) -> Self {
        Self::new(text)
    }

    /// The text, to be printed on paper or written into a form or a cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// So many random consonants, each equally likely.
pub(super) fn draw_consonants(entropy: &dyn Entropy, count: usize) -> Result<Zeroizing<String>, NoEntropy> {
    let mut text = Zeroizing::new(String::with_capacity(count));
    let mut bytes = Zeroizing::new([0; 32]);
    while text.len() < count {
        entropy.fill(&mut *bytes)?;
        // The highest multiple of twenty that fits into a byte is 240: what lies above would favour some letters.
        let drawn = bytes.iter().filter(|byte| **byte < 240).filter_map(|byte| CONSONANTS.get(usize::from(byte % 20)));
        let missing = count - text.len();
        text.extend(drawn.take(missing).map(|letter| char::from(*letter)));
    }
    Ok(text)
}

/// Whether the letter is one that [`draw_consonants`] draws.
pub(super) fn is_consonant(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(|letter| CONSONANTS.contains(&letter))
}

/// The text in groups of four, joined by hyphens.
pub(super) fn in_groups(text: &str) -> String {
    let mut grouped = String::with_capacity(text.len() + text.len() / 4);
    for (place, letter) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push('-');
        }
        grouped.push(letter);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededEntropy;

    #[test]
    fn each_use_has_a_key_of_its_own() {
        let key = WorkingKey::new([7; 32]);
        assert_ne!(key.derived(Use::Totp), key.derived(Use::Card));
        assert_ne!(key.derived(Use::Card), key.derived(Use::Nobody));
        assert_ne!(key.derived(Use::Totp), WorkingKey::new([8; 32]).derived(Use::Totp));
    }

    #[test]
    fn letters_are_drawn_evenly_and_grouped_by_four() {
        let drawn = draw_consonants(&SeededEntropy::new(1), 20_000).unwrap();
        assert_eq!(drawn.len(), 20_000);
        for letter in CONSONANTS {
            let count = drawn.bytes().filter(|drawn| drawn == letter).count();
            assert!((850..1150).contains(&count), "{} was drawn {count} times", char::from(*letter));
        }
        assert_eq!(in_groups("BCDFGHJKM"), "BCDF-GHJK-M");
        assert!(is_consonant('Z') && !is_consonant('A') && !is_consonant('b') && !is_consonant('é'));
    }

    #[test]
    fn neither_key_nor_secret_is_shown() {
        assert_eq!(format!("{:?}", WorkingKey::new([7; 32])), "WorkingKey(…)");
        assert_eq!(format!("{:?}", Secret::new("specimen".into())), "Secret(…)");
    }
}
