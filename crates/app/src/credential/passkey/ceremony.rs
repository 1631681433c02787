//! The two ceremonies, check by check: a passkey that is new (Web Authentication Level 3, section 7.1) and one that answers
//! (section 7.2). Each check cites the section that asks for it; steps that are not here belong to what was not asked
//! for: extensions, attestation, other algorithms.
//!
//! Pure: everything that the answer is compared with is given. Whether a challenge or a count was used by somebody faster is
//! decided in the writer.

use domain::Moment;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{DerSignature, VerifyingKey};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::authenticator_data::{AuthenticatorData, Kept};
use super::cbor::{self, Value};
use super::challenge::{self, Answered, Purpose};
use super::client_data::{Ceremony, challenge_of};
use super::{Asserted, Breach, Created, PublicAddress};
use crate::credential::WorkingKey;

/// What an answer is held against.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where browsers reach the installation.
    pub address: &'a PublicAddress,
    /// What the challenge was drawn for.
    pub purpose: Purpose<'a>,
    /// The present moment.
    pub now: Moment,
    /// The key that challenges are sealed with.
    pub key: &'a WorkingKey,
}

/// A passkey that is new and well.
#[derive(Debug, Clone)]
pub(super) struct Fresh {
    pub(super) id: Vec<u8>,
    pub(super) key: VerifyingKey,
    pub(super) kept: Kept,
    pub(super) counter: u32,
    pub(super) answered: Answered,
}

/// What a passkey is known by.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) key: VerifyingKey,
    pub(super) kept: Kept,
    /// What it calls its holder.
    pub(super) holder: [u8; 32],
    pub(super) counter: u32,
}

/// An answer that is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Right {
    pub(super) counter: u32,
    pub(super) answered: Answered,
}

/// Judges a new passkey.
pub(super) fn create(created: &Created, asked: &Asked<'_>) -> Result<Fresh, Breach> {
    // 7.1: the kind of ceremony, the challenge, the origin, no frame.
    let challenge = challenge_of(&created.client_data, Ceremony::Create, asked.address)?;
    let answered = challenge::answered(asked.key, asked.purpose, &challenge, asked.now)?;
    // 7.1, 6.5.4: the attestation object.
    let (object, rest) = cbor::read(&created.attestation).ok_or(Breach::Unreadable)?;
    let said = |name| object.at(&Value::Text(name));
    let data = said("authData").and_then(Value::bytes).filter(|_| rest.is_empty()).ok_or(Breach::Unreadable)?;
    let data = AuthenticatorData::read(data)?;
    // 7.1, 6.1: the host; somebody was there; they proved it; nothing was copied that cannot be.
    let kept = ours(&data, asked.address)?;
    // 7.1, 8.7: no attestation was asked for, and none is judged.
    if said("fmt") != Some(&Value::Text("none")) || said("attStmt") != Some(&Value::Map(Vec::new())) {
        return Err(Breach::Attestation);
    }
    // 7.1, 5.8.5: the algorithm was looked at when the key was read, the length of the id too.
    let attested = data.attested.as_ref().ok_or(Breach::Unreadable)?;
    Ok(Fresh { id: attested.id.to_vec(), key: attested.key, kept, counter: data.counter, answered })
}

/// Judges an answer. The signature comes before all else that is known of the passkey, so that one that nobody has takes the
/// same work.
pub(super) fn get(asserted: &Asserted, known: &Known, asked: &Asked<'_>) -> Result<Right, Breach> {
    // 7.2: the kind of ceremony, the challenge, the origin, no frame.
    let challenge = challenge_of(&asserted.client_data, Ceremony::Get, asked.address)?;
    let answered = challenge::answered(asked.key, asked.purpose, &challenge, asked.now)?;
    // 7.2, 6.1: the host; somebody was there; they proved it; nothing was copied that cannot be.
    let data = AuthenticatorData::read(&asserted.authenticator_data)?;
    let kept = ours(&data, asked.address)?;
    // 6.1: an answer brings no new passkey.
    if data.attested.is_some() {
        return Err(Breach::Unreadable);
    }
    // 7.2, 6.3.3: the signature over what the authenticator and the browser said.
    let signed = [asserted.authenticator_data.as_slice(), &Sha256::digest(&asserted.client_data)].concat();
    let signature = DerSignature::from_bytes(&asserted.signature).map_err(|_| Breach::Signature)?;
    known.key.verify(&signed, &signature).map_err(|_| Breach::Signature)?;
    // 7.2: it calls its holder as it was told to. Only one that was asked for by its id may leave that out.
    let unsaid = asserted.user_handle.is_empty() && matches!(asked.purpose, Purpose::StepUp(_));
    let holder: bool = known.holder.as_slice().ct_eq(&asserted.user_handle).into();
    if !holder && !unsaid {
        return Err(Breach::Holder);
    }
    // 7.2, 6.1.3: whether it can be copied does not change.
    if kept != known.kept {
        return Err(Breach::Copied);
    }
    // 7.2, 6.1.1: one that counts goes on counting. Judged again in the writer.
    if !goes_on(known.counter, data.counter) {
        return Err(Breach::Counter);
    }
    Ok(Right { counter: data.counter, answered })
}

/// Does the count go on? One that was copied would begin to repeat itself; 0 is said by those that do not count.
pub(super) fn goes_on(before: u32, now: u32) -> bool {
    now > before || (now == 0 && before == 0)
}

fn ours(data: &AuthenticatorData<'_>, address: &PublicAddress) -> Result<Kept, Breach> {
    if *data.host_hash != *Sha256::digest(address.host()) {
        return Err(Breach::Host);
    }
    if !data.user_present() {
        return Err(Breach::NotPresent);
    }
    if !data.user_verified() {
        return Err(Breach::NotVerified);
    }
    data.kept()
}
