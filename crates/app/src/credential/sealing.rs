//! Sealing what working state must keep secret or whole: for one use, one holder, under the working key.
//!
//! XChaCha20-Poly1305: suite, nonce, ciphertext. What was sealed for somebody else, or for another use, does not open.

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::key::Use;
use super::{Fault, WorkingKey};
use crate::chance::{Entropy, draw};

const SUITE: u8 = 1;
const NONCE_LENGTH: usize = 24;

/// Seals a message. `associated` says whose it is and has to be the same when it is opened.
pub(super) fn seal(
    key: &WorkingKey,
    purpose: Use,
    associated: &[u8],
    message: &[u8],
    entropy: &dyn Entropy,
) -> Result<Vec<u8>, Fault> {
    let nonce: [u8; NONCE_LENGTH] = draw(entropy)?;
    let sealed = cipher(key, purpose)
        .encrypt(&XNonce::from(nonce), Payload { msg: message, aad: associated })
        .map_err(|_| Fault::Sealed)?;
    Ok([&[SUITE], nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made.
pub(super) fn open(
    key: &WorkingKey,
    purpose: Use,
    associated: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let (suite, rest) = sealed.split_first().ok_or(Fault::Sealed)?;
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LENGTH>().ok_or(Fault::Sealed)?;
    if *suite != SUITE {
        return Err(Fault::Sealed);
    }
    cipher(key, purpose)
        .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: associated })
        .map(Zeroizing::new)
        .map_err(|_| Fault::Sealed)
}

/// As much work as opening this much takes: bytes that nobody can know, the same for the same holder.
pub(super) fn decoy(key: &WorkingKey, associated: &[u8], message: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fault> {
    cipher(key, Use::Nobody)
        .encrypt(&XNonce::from([0; NONCE_LENGTH]), Payload { msg: message, aad: associated })
        .map(Zeroizing::new)
        .map_err(|_| Fault::Sealed)
}

fn cipher(key: &WorkingKey, purpose: Use) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&*key.derived(purpose)).into())
}
