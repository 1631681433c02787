//! Passkeys: a key pair on a device of the holder's, which signs for this address alone and only once its holder has proved
//! themselves to it. What is kept is a public key; there is nothing here that could be stolen and used.
//!
//! A passkey is a second factor and, because the device asks for a code or a finger, a whole sign-in. It is bound to the
//! address that whoever runs the installation named, so that a page which only looks alike gets no answer that counts.
//! Attestation is not asked for: which make a device is of is nobody's business here.
//!
//! Takes no decision on who may add or remove one, and records no act.

mod address;
mod answer;
mod authenticator_data;
mod cbor;
mod ceremony;
mod challenge;
mod client_data;
mod kept;
mod settle;

#[cfg(test)]
mod tests;

pub use address::{NotAnAddress, PublicAddress};
pub use answer::{Asserted, Created};
pub use authenticator_data::Kept;
pub use ceremony::Asked;
pub use challenge::{CHALLENGE_LASTS, Challenge, Purpose};
pub use kept::{
    MOST_PASSKEYS, NewPasskey, Passkey, PasskeyId, Written, holder_handle, judge_new, passkeys_of, remove_passkey,
    rename_passkey, write_passkey,
};
pub(super) use kept::{count, delete_all_of};
pub use settle::{Found, PasskeyVerdict, find_passkey, judge, settle_passkey, tries_of};

/// The tables of passkeys: a step of the schema of its own.
///
/// `passkey.sealed` holds the public key and the name; who writes into the table without the working key adds no way in.
/// `passkey_challenge` has the challenges that were answered and have not ended.
pub const PASSKEY_TABLES: &[&str] = &[
    "create table passkey (id {blob} primary key, account {blob} not null, sealed {blob} not null, counter {i64} not null, \
     added_at {i64} not null, used_at {i64}) {strict}",
    "create index passkey_of_account on passkey (account)",
    "create table passkey_challenge (hash {blob} primary key, ends_at {i64} not null) {strict}",
];

#[cfg(test)]
pub(super) const STATEMENTS: [&[&str]; 3] = [challenge::STATEMENTS, kept::STATEMENTS, PASSKEY_TABLES];

/// Forgets challenges that have ended; how many.
pub(super) fn purge(tx: &mut store::Tx<'_>, now: domain::Moment) -> Result<usize, store::Error> {
    challenge::purge(tx, now)
}

/// What is wrong with an answer. For tests and for whoever reads the code: nobody who signs in is told which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// It is no text or bytes of the expected form.
    #[error("not of the expected form")]
    Unreadable,
    /// It answers another question.
    #[error("another ceremony")]
    Ceremony,
    /// The challenge is not ours, or was drawn for another purpose or person.
    #[error("another challenge")]
    Challenge,
    /// The challenge has ended.
    #[error("the challenge has ended")]
    TooLate,
    /// It was given to a page of another origin.
    #[error("another origin")]
    Origin,
    /// The page stood in a page of somebody else.
    #[error("a page within another page")]
    Framed,
    /// It is bound to another host.
    #[error("another host")]
    Host,
    /// Nobody was there.
    #[error("nobody was there")]
    NotPresent,
    /// Whoever was there did not prove themselves to the device.
    #[error("nobody proved themselves to the device")]
    NotVerified,
    /// It was copied, or says another thing about being copied than before.
    #[error("copied where it cannot be")]
    Copied,
    /// Not ES256 over P-256.
    #[error("another algorithm")]
    Algorithm,
    /// The public key is no point of the curve.
    #[error("no public key")]
    Key,
    /// An attestation was given, though none was asked for.
    #[error("an attestation")]
    Attestation,
    /// The signature is not right.
    #[error("the signature is not right")]
    Signature,
    /// It calls its holder by another name.
    #[error("another holder")]
    Holder,
    /// It counts backwards: there may be a copy of it.
    #[error("the count does not go on")]
    Counter,
}
