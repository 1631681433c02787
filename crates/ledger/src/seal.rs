//! Sealing of bodies, and wrapping of the keys that seal them. XChaCha20-Poly1305 throughout (suite `0x01`).
//!
//! # What dies when which key dies
//!
//! | destroyed | can no longer be opened | still stands |
//! |---|---|---|
//! | a body's sealed bytes | that body and its salt | the leaf, every proof, the envelope, all other bodies |
//! | an envelope and its salt | who acted, on which stream, when it applied | the leaf, every proof; the body only with knowledge of act, stream, kind and version |
//! | a stream's wrapped key | every body of that stream, with its salts | leaves, proofs, envelopes; every other stream |
//! | a year's wrapped key | every look and refusal recorded under that year | leaves, proofs, envelopes, other years, all streams |
//! | an epoch key | every stream and year key wrapped in that epoch and not wrapped again since, hence old backups of them | keys wrapped again in a later epoch |
//! | the ledger's signing key | nothing: no further checkpoint can be signed | every checkpoint already signed |
//!
//! Salts of bodies are inside the seal, so that a guess at a body cannot be tested against the leaf once its key is
//! gone.
//!
//! Keys are not stored here, and no key is derived from another: what is destroyed cannot be computed again. What a
//! vault holds is sealed before it comes here, and is a body like any other.

use std::fmt;

use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::aead::Payload;
use chacha20poly1305::{AeadInOut as _, KeyInit as _, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::commitment::{Commitment, SALT_LENGTH};
use crate::error::Error;
use crate::note::KeyName;

/// First byte of everything sealed here. `0x02` is reserved for the vault.
pub const SUITE: u8 = 0x01;

/// Length of a nonce in bytes. Nonces are random, a fresh one for each sealing.
pub const NONCE_LENGTH: usize = 24;

/// Longest body, in bytes.
pub const MAX_BODY: usize = 16 * 1024 * 1024;

const TAG_LENGTH: usize = 16;
const SMALLEST_CLASS: usize = 256;
const LARGEST_CLASS: usize = 65_536;

/// A stream key or a year key: seals bodies. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// From 32 random bytes. The caller wipes its own copy.
    pub fn new(random: [u8; 32]) -> Self {
        Self(Zeroizing::new(random))
    }
}

/// An epoch key: wraps stream and year keys, seals nothing else. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct EpochKey(Zeroizing<[u8; 32]>);

impl EpochKey {
    /// From 32 random bytes. The caller wipes its own copy.
    pub fn new(random: [u8; 32]) -> Self {
        Self(Zeroizing::new(random))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(not shown)")
    }
}

impl fmt::Debug for EpochKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EpochKey(not shown)")
    }
}

/// Where a body belongs; sealed bytes open nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'a> {
    /// Id of the act, the sixteen bytes of its UUID.
    pub act: [u8; 16],
    /// Id of the stream, the sixteen bytes of its UUID.
    pub stream: [u8; 16],
    /// Kind of the act, such as `custody.admitted`: 1 to 100 of `a`–`z`, `0`–`9`, `.`, `_`, `-`.
    pub kind: &'a str,
    /// Version of the kind, from 1.
    pub version: u32,
}

/// What a wrapped key is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WrappedName {
    /// The key of a stream, by the sixteen bytes of its UUID.
    Stream([u8; 16]),
    /// The key for the looks and refusals of a year, 1000 to 9999.
    Year(u16),
}

/// A sealed body and the commitment that goes into its leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Suite, nonce, ciphertext: what is stored.
    pub bytes: Vec<u8>,
    /// Commitment to the body under its salt.
    pub commitment: Commitment,
}

/// A body opened, with the salt that proves it against its leaf.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    /// Salt of the commitment; whoever has it and the body can prove the body.
    pub salt: [u8; SALT_LENGTH],
    /// The body exactly as it was sealed, UTF-8.
    pub body: Vec<u8>,
}

/// Seals and opens for one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealer {
    origin: KeyName,
}

impl Sealer {
    /// A sealer for the ledger of that origin.
    pub fn new(origin: KeyName) -> Self {
        Self { origin }
    }

    /// The origin that bodies are bound to.
    pub fn origin(&self) -> &KeyName {
        &self.origin
    }

    /// Seals a body under a stream or year key. `salt` and `nonce` are random and never used twice.
    pub fn seal_body(
        &self,
        key: &Key,
        context: &Context<'_>,
        body: &[u8],
        salt: [u8; SALT_LENGTH],
        nonce: [u8; NONCE_LENGTH],
    ) -> Result<Sealed, Error> {
        let associated = self.body_context(context)?;
        if std::str::from_utf8(body).is_err() {
            return Err(Error::BodyNotUtf8);
        }
        let length = u32::try_from(body.len()).ok().filter(|_| body.len() <= MAX_BODY);
        let length = length.ok_or(Error::BodyTooLong(body.len()))?;
        let class = size_class(SALT_LENGTH + 4 + body.len());
        // The tag has its place from the start, so that the buffer never moves and leaves plaintext behind.
        let mut padded = Zeroizing::new(Vec::with_capacity(class + TAG_LENGTH));
        padded.extend_from_slice(&salt);
        padded.extend_from_slice(&length.to_be_bytes());
        padded.extend_from_slice(body);
        padded.resize(class, 0);
        XChaCha20Poly1305::new((&*key.0).into())
            .encrypt_in_place(&XNonce::from(nonce), &associated, &mut *padded)
            .map_err(|_| Error::BodyTooLong(body.len()))?;
        Ok(Sealed { bytes: in_suite(&nonce, &padded), commitment: Commitment::to_body(&salt, body) })
    }

    /// Opens a sealed body and checks it against the commitment in its leaf.
    pub fn open_body(
        &self,
        key: &Key,
        context: &Context<'_>,
        sealed: &[u8],
        committed: &Commitment,
    ) -> Result<Opened, Error> {
        let padded = open(&key.0, &self.body_context(context)?, sealed)?;
        let (salt, rest) = padded.split_first_chunk::<SALT_LENGTH>().ok_or(Error::Padding)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(Error::Padding)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Error::Padding)?;
        let (body, padding) = rest.split_at_checked(length).ok_or(Error::Padding)?;
        let in_its_class = length <= MAX_BODY && size_class(SALT_LENGTH + 4 + length) == padded.len();
        if !in_its_class || padding.iter().any(|byte| *byte != 0) {
            return Err(Error::Padding);
        }
        committed.check_body(salt, body)?;
        if std::str::from_utf8(body).is_err() {
            return Err(Error::BodyNotUtf8);
        }
        Ok(Opened { salt: *salt, body: body.to_vec() })
    }

    /// Wraps a stream or year key under the key of an epoch. `nonce` is random and never used twice.
    pub fn wrap_key(
        &self,
        under: &EpochKey,
        epoch: u32,
        name: WrappedName,
        key: &Key,
        nonce: [u8; NONCE_LENGTH],
    ) -> Result<Vec<u8>, Error> {
        let associated = self.key_context(name, epoch)?;
        let wrapped = XChaCha20Poly1305::new((&*under.0).into())
            .encrypt(&XNonce::from(nonce), Payload { msg: &*key.0, aad: &associated })
            .map_err(|_| Error::NotOpened)?;
        Ok(in_suite(&nonce, &wrapped))
    }

    /// Unwraps what [`Sealer::wrap_key`] wrapped, for the same name and epoch only.
    pub fn unwrap_key(&self, under: &EpochKey, epoch: u32, name: WrappedName, wrapped: &[u8]) -> Result<Key, Error> {
        let opened = open(&under.0, &self.key_context(name, epoch)?, wrapped)?;
        let key: &[u8; 32] = opened.as_slice().try_into().map_err(|_| Error::SealedLength)?;
        Ok(Key::new(*key))
    }

    fn body_context(&self, context: &Context<'_>) -> Result<Vec<u8>, Error> {
        let Context { act, stream, kind, version } = context;
        let plain = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
        if kind.is_empty() || kind.len() > 100 || !kind.bytes().all(plain) {
            return Err(Error::Kind);
        }
        if *version == 0 {
            return Err(Error::Version);
        }
        let (origin, act, stream) = (&self.origin, hyphenated(*act), hyphenated(*stream));
        Ok(format!("passerelle/v1 sealed\n{origin}\n{act}\n{stream}\n{kind}/{version}\n").into_bytes())
    }

    fn key_context(&self, name: WrappedName, epoch: u32) -> Result<Vec<u8>, Error> {
        let name = match name {
            WrappedName::Stream(stream) => hyphenated(stream),
            WrappedName::Year(year @ 1000..=9999) => format!("year-{year}"),
            WrappedName::Year(_) => return Err(Error::Year),
        };
        Ok(format!("passerelle/v1 key\n{}\n{name}\n{epoch}\n", self.origin).into_bytes())
    }
}

/// The length a plaintext is padded to: the smallest power of two from 256 to 65536 that holds it, or else the next
/// multiple of 65536.
fn size_class(length: usize) -> usize {
    if length <= LARGEST_CLASS {
        length.next_power_of_two().max(SMALLEST_CLASS)
    } else {
        length.div_ceil(LARGEST_CLASS).saturating_mul(LARGEST_CLASS)
    }
}

fn in_suite(nonce: &[u8; NONCE_LENGTH], ciphertext: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1 + NONCE_LENGTH + ciphertext.len());
    bytes.push(SUITE);
    bytes.extend_from_slice(nonce);
    bytes.extend_from_slice(ciphertext);
    bytes
}

fn open(key: &[u8; 32], associated: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (suite, rest) = sealed.split_first().ok_or(Error::SealedLength)?;
    if *suite != SUITE {
        return Err(Error::SealedSuite(*suite));
    }
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LENGTH>().ok_or(Error::SealedLength)?;
    if ciphertext.len() < TAG_LENGTH {
        return Err(Error::SealedLength);
    }
    let mut opened = Zeroizing::new(ciphertext.to_vec());
    XChaCha20Poly1305::new(key.into())
        .decrypt_in_place(&XNonce::from(*nonce), associated, &mut *opened)
        .map_err(|_| Error::NotOpened)?;
    Ok(opened)
}

/// A UUID as associated data spells it: lower-case hexadecimal with hyphens.
fn hyphenated(id: [u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (place, byte) in id.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&hex::encode([byte]));
    }
    text
}
