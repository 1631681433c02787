//! What an authenticator says: for which host, that somebody was there and proved it, how often it was asked, and, when a
//! passkey is new, its name and public key (Web Authentication Level 3, section 6.1).
//!
//! Reads bytes. Whether what they say is enough is judged elsewhere.

use p256::ecdsa::VerifyingKey;

use super::Breach;
use super::cbor::{self, Value};

/// Longest id of a passkey, in bytes (Web Authentication Level 3, section 7.1).
const LONGEST_ID: usize = 1023;

/// Bits of the flags (section 6.1).
const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 1 << 2;
const BACKUP_ELIGIBLE: u8 = 1 << 3;
const BACKED_UP: u8 = 1 << 4;
const ATTESTED: u8 = 1 << 6;
const EXTENDED: u8 = 1 << 7;

/// What is said with every answer.
#[derive(Debug, Clone)]
pub(super) struct AuthenticatorData<'a> {
    /// SHA-256 of the host.
    pub(super) host_hash: &'a [u8; 32],
    flags: u8,
    /// How often it was asked; 0 if it does not count.
    pub(super) counter: u32,
    /// The new passkey.
    pub(super) attested: Option<Attested<'a>>,
}

/// A new passkey.
#[derive(Debug, Clone)]
pub(super) struct Attested<'a> {
    /// Its id.
    pub(super) id: &'a [u8],
    /// Its public key.
    pub(super) key: VerifyingKey,
}

/// Whether a passkey can leave the device that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It stays on one device.
    OnOneDevice,
    /// Its maker's service may copy it to other devices of the holder.
    Copied,
}

impl<'a> AuthenticatorData<'a> {
    /// Reads all of the bytes.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Breach> {
        let (host_hash, rest) = bytes.split_first_chunk::<32>().ok_or(Breach::Unreadable)?;
        let (flags, rest) = rest.split_first().ok_or(Breach::Unreadable)?;
        let (counter, rest) = rest.split_first_chunk::<4>().ok_or(Breach::Unreadable)?;
        let (attested, rest) = if flags & ATTESTED == 0 { (None, rest) } else { attested(rest)? };
        let rest = if flags & EXTENDED == 0 { rest } else { extensions(rest)? };
        if !rest.is_empty() {
            return Err(Breach::Unreadable);
        }
        Ok(Self { host_hash, flags: *flags, counter: u32::from_be_bytes(*counter), attested })
    }

    /// Was somebody there?
    pub(super) fn user_present(&self) -> bool {
        self.flags & USER_PRESENT != 0
    }

    /// Did they prove that it is their authenticator, by a code or a finger?
    pub(super) fn user_verified(&self) -> bool {
        self.flags & USER_VERIFIED != 0
    }

    /// Whether it can leave its device. One that cannot and did is not believed (section 6.1.3).
    pub(super) fn kept(&self) -> Result<Kept, Breach> {
        match (self.flags & BACKUP_ELIGIBLE != 0, self.flags & BACKED_UP != 0) {
            (false, false) => Ok(Kept::OnOneDevice),
            (true, _) => Ok(Kept::Copied),
            (false, true) => Err(Breach::Copied),
        }
    }
}

/// The new passkey (section 6.5.1), and what follows it.
fn attested(bytes: &[u8]) -> Result<(Option<Attested<'_>>, &[u8]), Breach> {
    // The model of the authenticator is not asked for and not kept.
    let (_model, rest) = bytes.split_first_chunk::<16>().ok_or(Breach::Unreadable)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Breach::Unreadable)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_ID {
        return Err(Breach::Unreadable);
    }
    let (id, rest) = rest.split_at_checked(length).ok_or(Breach::Unreadable)?;
    let (key, rest) = cbor::read(rest).ok_or(Breach::Unreadable)?;
    Ok((Some(Attested { id, key: public_key(&key)? }), rest))
}

/// Extensions are not asked for; what is said unasked is a map (section 6.1), and passed over.
fn extensions(bytes: &[u8]) -> Result<&[u8], Breach> {
    match cbor::read(bytes) {
        Some((Value::Map(_), rest)) => Ok(rest),
        _ => Err(Breach::Unreadable),
    }
}

/// A COSE key (RFC 9052, section 7; RFC 8152, section 7) for ES256 over P-256, its point whole and on the curve (RFC 9053, sections
/// 2.1 and 7.1.1; Web Authentication Level 3, section 5.8.5).
fn public_key(key: &Value<'_>) -> Result<VerifyingKey, Breach> {
    // Labels: 1 kind of key, 3 algorithm, -1 curve, -2 and -3 the coordinates. -7 is ES256.
    let at = |label: i8| {
        let label = match label {
            0.. => Value::Unsigned(u64::from(label.unsigned_abs())),
            _ => Value::Negative(u64::from(label.unsigned_abs()) - 1),
        };
        key.at(&label)
    };
    let es256 = at(3) == Some(&Value::Negative(6));
    let (elliptic, curve) = (at(1) == Some(&Value::Unsigned(2)), at(-1) == Some(&Value::Unsigned(1)));
    if !es256 || !elliptic || !curve {
        return Err(Breach::Algorithm);
    }
    let coordinate = |label| at(label).and_then(Value::bytes).filter(|bytes| bytes.len() == 32);
    let (Some(x), Some(y)) = (coordinate(-2), coordinate(-3)) else { return Err(Breach::Key) };
    VerifyingKey::from_sec1_bytes(&[&[4], x, y].concat()).map_err(|_| Breach::Key)
}
