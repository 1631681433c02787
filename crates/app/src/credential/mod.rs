//! What people sign in with, and their sessions: passwords, codes from a telephone, printed cards of one-time codes,
//! passkeys.
//!
//! Working state: it expires, it is outside replay, and nothing of it is ever in the ledger, where an act says only *that*
//! a credential changed or somebody signed in. It takes no decision on what an account may do, knows no cookie header
//! and no page, and starts no transaction: every function over [`store::Tx`] runs inside the caller's.
//!
//! A sign-in has three steps, because checking a password takes long on purpose: [`lookup`] in a read, [`verify`] on the
//! caller's own thread, [`settle`] in a job of the writer, which asks again what may have changed meanwhile.

mod base32;
mod card;
mod client;
mod enrolment;
mod factors;
mod gate;
mod halves;
mod key;
mod passkey;
mod password;
mod sealing;
mod session;
mod sign_in;
mod totp;
mod work;

#[cfg(test)]
mod tests;

pub use card::{CardCode, CodeCard, NewCard, codes_left, draw_card, replace_card};
pub use client::{Client, Device, Program};
pub use enrolment::{
    Enrolment, Holder, NewCredential, ONE_TIME_PASSWORD_LASTS, change_password, enrol, remove, replace_totp, write,
};
pub use factors::{Factors, end_card, end_totp, factors_of, recover, recovery_is_known};
pub use gate::{Cost, Gate, PasswordHash};
pub use halves::{
    FactorHalf, NewFactor, NewPassword, PasswordHalf, Undrawn, draw_factor, draw_password, undrawn, write_factor,
    write_password,
};
pub use key::{Secret, WorkingKey};
pub use passkey::{
    Asked, Asserted, Breach, CHALLENGE_LASTS, Challenge, Created, Found, Kept, MOST_PASSKEYS, NewPasskey, NotAnAddress,
    PASSKEY_TABLES, Passkey, PasskeyId, PasskeyVerdict, PublicAddress, Purpose, Written, find_passkey, holder_handle,
    judge, judge_new, passkeys_of, remove_passkey, rename_passkey, settle_passkey, tries_of, write_passkey,
};
pub use password::{LONGEST, SHORTEST, Unfit, fit};
pub use session::{
    ABSOLUTE_LIMIT, FRESH_FACTOR, IDLE_LIMIT, NewSession, Session, SessionLine, TOUCH_EVERY, Token, act_for, begin,
    end, end_all_of, end_by_handle, end_others_of, find, others_of, sessions_of, step_up, touch,
};
pub use sign_in::{
    Factor, Proof, Record, Settled, Verdict, Version, knows_password, lookup, nobody, settle, stands, verify,
    verify_factor, version_of,
};
pub use totp::{SealedTotp, TotpSecret};

use domain::Moment;
use store::Tx;

use crate::chance::NoEntropy;

/// The tables of this working state, one statement each, in the placeholders of [`store::Schema`].
///
/// `credential.change_by` is set while the password is a printed one that must be changed, and says until when it is
/// accepted; `credential.password` is empty until the one half of a slip was drawn, `credential.totp` until the other was, and
/// `credential.recovered_at` is set until the holder has seen that somebody else had the account given new ones.
/// `credential.version` counts changes, so that a sign-in which was checked against an older one is not
/// settled. `sign_in_failure.subject` is an account, or what [`nobody`] makes of a name that nobody has.
pub const TABLES: &[&str] = &[
    "create table credential (account {blob} primary key, version {i64} not null, password text, \
     change_by {i64}, totp {blob}, last_totp_step {i64} not null, recovered_at {i64}) {strict}",
    "create table code_card (account {blob} not null, position {i64} not null, hash {blob} not null, used_at {i64}, \
     primary key (account, position)) {strict}",
    "create table sign_in_failure (subject {blob} primary key, failures {i64} not null, failed_at {i64} not null, \
     locked_until {i64}) {strict}",
    "create table session (hash {blob} primary key, account {blob} not null, csrf {blob} not null, \
     begun_at {i64} not null, seen_at {i64} not null, ends_at {i64} not null, factor_at {i64} not null, client text not null, \
     stands_in {blob}) {strict}",
    "create table token_secret (hash {blob} primary key, token {blob} not null unique, collected_at {i64} not null) {strict}",
    "create index session_of_account on session (account)",
    "create index session_by_end on session (ends_at)",
];

/// Something broke, or is overloaded; nothing that whoever signs in could put right.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Too many passwords wait to be checked; try again in a moment.
    #[error("too many passwords wait to be checked")]
    Busy,
    /// A stored password hash cannot be read, or the hash cannot be computed.
    #[error("a password could not be hashed or its stored hash read")]
    Hash,
    /// A sealed value does not open: the working key is another one, or the value was put there from elsewhere.
    #[error("a sealed credential does not open with this working key")]
    Sealed,
    /// No randomness.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Deletes sessions that are over, failed sign-ins that no longer count and challenges that have ended; how many rows. To be run
/// now and then.
pub fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<usize, store::Error> {
    Ok(session::purge(tx, now)? + sign_in::purge(tx, now)? + passkey::purge(tx, now)?)
}

/// By which something that must not be shown is named on its holder's own page: eight bytes of a hash.
fn handle_of(secret: &[u8]) -> String {
    use sha2::Digest as _;
    let hash: [u8; 32] = sha2::Sha256::digest([b"passerelle/v1 handle\n".as_slice(), secret].concat()).into();
    let number = hash.first_chunk::<8>().map_or(0, |first| u64::from_be_bytes(*first));
    format!("{number:016x}")
}
