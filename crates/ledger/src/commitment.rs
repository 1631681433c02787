//! Salted commitments: what a leaf says of an envelope and of a body.
//!
//! A commitment does not hide that something was said, nor when; with the salt gone nobody can test a guess against it.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::error::Error;

/// Length of a salt in bytes. Salts are random, one for each envelope and one for each body.
pub const SALT_LENGTH: usize = 32;

const ENVELOPE: &[u8] = b"passerelle/v1 envelope\n";
const BODY: &[u8] = b"passerelle/v1 body\n";

/// `SHA-256(tag || salt || bytes)` over an envelope or a body exactly as stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// Commits to an envelope.
    pub fn to_envelope(salt: &[u8; SALT_LENGTH], envelope: &[u8]) -> Self {
        Self::to(ENVELOPE, salt, envelope)
    }

    /// Commits to a body.
    pub fn to_body(salt: &[u8; SALT_LENGTH], body: &[u8]) -> Self {
        Self::to(BODY, salt, body)
    }

    /// Refuses an envelope other than the one committed to.
    pub fn check_envelope(&self, salt: &[u8; SALT_LENGTH], envelope: &[u8]) -> Result<(), Error> {
        self.equals(Self::to_envelope(salt, envelope))
    }

    /// Refuses a body other than the one committed to.
    pub fn check_body(&self, salt: &[u8; SALT_LENGTH], body: &[u8]) -> Result<(), Error> {
        self.equals(Self::to_body(salt, body))
    }

    fn to(tag: &[u8], salt: &[u8; SALT_LENGTH], bytes: &[u8]) -> Self {
        Self(Sha256::new().chain_update(tag).chain_update(salt).chain_update(bytes).finalize().into())
    }

    fn equals(self, opened: Self) -> Result<(), Error> {
        if bool::from(self.0.ct_eq(&opened.0)) { Ok(()) } else { Err(Error::CommitmentDiffers) }
    }
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_does_not_open_as_a_body() {
        let committed = Commitment::to_envelope(&[1; 32], b"{}");
        assert_eq!(committed.check_envelope(&[1; 32], b"{}"), Ok(()));
        assert_eq!(committed.check_body(&[1; 32], b"{}"), Err(Error::CommitmentDiffers));
    }

    #[test]
    fn another_salt_or_one_byte_more_is_refused() {
        let committed = Commitment::to_body(&[1; 32], b"{}");
        assert_eq!(committed.check_body(&[2; 32], b"{}"), Err(Error::CommitmentDiffers));
        assert_eq!(committed.check_body(&[1; 32], b"{} "), Err(Error::CommitmentDiffers));
    }
}
