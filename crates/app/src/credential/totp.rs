//! Codes from a telephone: RFC 6238 with SHA-1, six digits, thirty seconds, as every such application reads them.
//!
//! One step early or late is accepted, and no step twice: the caller keeps the last step that was used. Sends nothing to
//! any telephone.

use std::fmt;

use domain::{AccountId, Moment};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _};
use zeroize::Zeroizing;

use super::key::Use;
use super::{Fault, Secret, WorkingKey, base32, sealing, work};
use crate::chance::{Entropy, draw};

/// Milliseconds that a code is valid.
const STEP: i64 = 30_000;

/// Steps that a telephone may be ahead or behind.
const WINDOW: i64 = 1;

/// How many codes there are.
const CODES: u32 = 1_000_000;

/// What the telephone and the server both know. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<[u8; 20]>);

impl TotpSecret {
    /// A new secret.
    pub fn draw(entropy: &dyn Entropy) -> Result<Self, Fault> {
        Ok(Self(Zeroizing::new(draw(entropy)?)))
    }

    /// Stands for a secret that there is not: made by as much work as opening one takes, and never right.
    pub(super) fn decoy(key: &WorkingKey, account: AccountId) -> Result<Self, Fault> {
        work::count("opening");
        let made = sealing::decoy(key, &associated(account), &[0; 20])?;
        let secret = made.first_chunk::<20>().ok_or(Fault::Sealed)?;
        Ok(Self(Zeroizing::new(*secret)))
    }

    /// From the text that [`TotpSecret::text`] gives: for a program that stands in for the telephone.
    pub fn read(text: &str) -> Option<Self> {
        base32::decode(text).map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The secret to type into a telephone that cannot take a picture: base 32, 32 letters and digits.
    pub fn text(&self) -> Secret {
        Secret::new(base32::encode(&*self.0))
    }

    /// The secret as an `otpauth://` address, to be printed as a QR code.
    pub fn uri(&self, issuer: &str, sign_in: &str) -> Secret {
        let (issuer, sign_in, secret) = (escaped(issuer), escaped(sign_in), self.text());
        let secret = secret.reveal();
        Secret::new(format!(
            "otpauth://totp/{issuer}:{sign_in}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
        ))
    }

    /// The code that the telephone shows at that moment: six digits.
    pub fn code_at(&self, now: Moment) -> String {
        format!("{:06}", self.code_of(step_at(now)))
    }

    /// The step whose code this is, among the steps that may be used now and were not. Every one of them is compared, in the
    /// same time whichever it is.
    pub(super) fn step_of(&self, code: u32, now: Moment, last_used: i64) -> Option<i64> {
        let present = step_at(now);
        let mut found = i64::MIN;
        for step in present - WINDOW..=present + WINDOW {
            let usable = Choice::from(u8::from(step > last_used));
            found = i64::conditional_select(&found, &step, self.code_of(step).ct_eq(&code) & usable);
        }
        (found != i64::MIN).then_some(found)
    }

    fn code_of(&self, step: i64) -> u32 {
        work::count("code");
        // A key shorter than a block is filled up with zeros (RFC 2104).
        let mut block = Zeroizing::new([0; 64]);
        for (place, byte) in block.iter_mut().zip(*self.0) {
            *place = byte;
        }
        let mut mac = Hmac::<Sha1>::new((&*block).into());
        mac.update(&step.to_be_bytes());
        let hash: [u8; 20] = mac.finalize().into_bytes().into();
        let offset = usize::from(hash[19] & 0x0f);
        let chosen = hash.iter().skip(offset).take(4);
        let number = chosen.fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        (number & 0x7fff_ffff) % CODES
    }

    /// Seals the secret for one account.
    pub fn seal(&self, key: &WorkingKey, account: AccountId, entropy: &dyn Entropy) -> Result<SealedTotp, Fault> {
        sealing::seal(key, Use::Totp, &associated(account), &*self.0, entropy).map(SealedTotp)
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// A secret sealed for one account. Opens with the working key and for that account only.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedTotp(Vec<u8>);

impl SealedTotp {
    pub(super) fn stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub(super) fn open(&self, key: &WorkingKey, account: AccountId) -> Result<TotpSecret, Fault> {
        work::count("opening");
        let opened = sealing::open(key, Use::Totp, &associated(account), &self.0)?;
        let secret: &[u8; 20] = opened.as_slice().try_into().map_err(|_| Fault::Sealed)?;
        Ok(TotpSecret(Zeroizing::new(*secret)))
    }
}

impl fmt::Debug for SealedTotp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedTotp(…)")
    }
}

fn step_at(now: Moment) -> i64 {
    now.millis().div_euclid(STEP)
}

fn associated(account: AccountId) -> Vec<u8> {
    format!("passerelle/v1 totp\n{account}").into_bytes()
}

/// Percent-encoded as one part of an address.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            other => {
                escaped.push('%');
                escaped.extend(
                    [other >> 4, other & 15]
                        .iter()
                        .filter_map(|half| char::from_digit((*half).into(), 16))
                        .map(|digit| digit.to_ascii_uppercase()),
                );
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededEntropy;

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1000)
    }

    fn of_the_rfc() -> TotpSecret {
        TotpSecret(Zeroizing::new(*b"12345678901234567890"))
    }

    fn account(byte: u8) -> AccountId {
        AccountId::from_random([byte; 16])
    }

    #[test]
    fn the_examples_of_rfc_6238_hold() {
        // Appendix B has eight digits; six are the last of them.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(of_the_rfc().code_at(at(seconds)), code);
        }
    }

    #[test]
    fn one_step_early_or_late_is_accepted_and_two_are_not() {
        let secret = of_the_rfc();
        let code: u32 = secret.code_at(at(3000)).parse().unwrap();
        let accepted = |millis| secret.step_of(code, Moment::from_millis(millis), 0);
        assert_eq!(accepted(2_970_000 - 1), None);
        assert_eq!(accepted(2_970_000), Some(100));
        assert_eq!(accepted(3_000_000), Some(100));
        assert_eq!(accepted(3_059_999), Some(100));
        assert_eq!(accepted(3_060_000), None);
    }

    #[test]
    fn no_step_is_accepted_that_is_not_after_the_last() {
        let secret = of_the_rfc();
        let code: u32 = secret.code_at(at(3000)).parse().unwrap();
        assert_eq!(secret.step_of(code, at(3000), 99), Some(100));
        assert_eq!(secret.step_of(code, at(3000), 100), None);
        assert_eq!(secret.step_of(code, at(3000), 101), None);
    }

    #[test]
    fn a_sealed_secret_opens_with_its_key_for_its_account_only() {
        let key = WorkingKey::new([1; 32]);
        let entropy = SeededEntropy::new(1);
        let secret = TotpSecret::draw(&entropy).unwrap();
        let sealed = secret.seal(&key, account(1), &entropy).unwrap();
        assert_eq!(sealed.open(&key, account(1)).unwrap().text(), secret.text());
        assert!(matches!(sealed.open(&key, account(2)), Err(Fault::Sealed)));
        assert!(matches!(sealed.open(&WorkingKey::new([2; 32]), account(1)), Err(Fault::Sealed)));
        for place in 0..sealed.0.len() {
            let mut changed = sealed.clone();
            changed.0[place] ^= 1;
            assert!(changed.open(&key, account(1)).is_err(), "byte {place}");
            changed.0.truncate(place);
            assert!(changed.open(&key, account(1)).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn the_address_names_issuer_and_account_and_the_text_is_read_back() {
        let secret = of_the_rfc();
        assert_eq!(
            secret.uri("Passerelle Specimen", "amina@example").reveal(),
            "otpauth://totp/Passerelle%20Specimen:amina%40example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Passerelle%20Specimen&algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(TotpSecret::read(secret.text().reveal()).unwrap().code_at(at(59)), "287082");
        assert!(TotpSecret::read("GEZDGNBV").is_none());
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
    }
}
