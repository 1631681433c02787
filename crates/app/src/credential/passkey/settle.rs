//! The decision on a passkey's answer: right or not.
//!
//! A passkey that nobody has is judged by a key that nobody has: the same work, the same counting, the same answer. A
//! signature cannot be guessed, so tries close nothing: too many of them are only no longer written down, and nobody is kept
//! out because somebody else tried. Counted apart from passwords and codes, for the same reason.

use domain::{AccountId, Moment};
use store::{Error, Tx};

use super::Asserted;
use super::ceremony::{self, Asked};
use super::challenge::{self, Answered};
use super::kept::{self, PasskeyId, Row};
use crate::credential::sign_in::{Settled, count_failure, must_change};
use crate::credential::{Factor, Fault, WorkingKey, nobody};

/// What is known of the passkey that an answer names.
pub struct Found(Option<Row>);

impl Found {
    /// The account whose passkey it is.
    pub fn account(&self) -> Option<AccountId> {
        self.0.as_ref().map(|row| row.account)
    }

    /// Nothing is known, if it is not this account's.
    #[must_use]
    pub fn of(self, account: AccountId) -> Self {
        Self(self.0.filter(|row| row.account == account))
    }

    /// Nothing is known: its account is closed.
    #[must_use]
    pub fn nothing() -> Self {
        Self(None)
    }
}

/// What [`judge`] found. Nothing is decided before [`settle_passkey`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasskeyVerdict {
    /// Right.
    Right(PasskeyProof),
    /// Not right, or nobody's.
    NotRight,
}

impl PasskeyVerdict {
    /// The factor, if it is right.
    pub fn factor(&self) -> Option<Factor> {
        matches!(self, Self::Right(_)).then_some(Factor::Passkey)
    }
}

/// An answer that is right. Good for one [`settle_passkey`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyProof {
    account: AccountId,
    id: PasskeyId,
    counter: u32,
    answered: Answered,
}

/// Reads what is known of the passkey that an answer names.
pub fn find_passkey(tx: &mut Tx<'_>, asserted: &Asserted) -> Result<Found, Error> {
    Ok(Found(kept::row_of(tx, &PasskeyId::new(asserted.id.clone()))?))
}

/// Under what the tries of a passkey are counted, whether somebody has it or not. Never the id of an account.
pub fn tries_of(key: &WorkingKey, asserted: &Asserted) -> AccountId {
    nobody(key, &format!("passkey {}", hex::encode(&asserted.id)))
}

/// Judges an answer, with the same work whether the passkey is known or not.
pub fn judge(found: &Found, asserted: &Asserted, asked: &Asked<'_>) -> Result<PasskeyVerdict, Fault> {
    let known = match &found.0 {
        Some(row) => row.known(asked.key)?,
        None => kept::known_of_nobody(asked.key, &PasskeyId::new(asserted.id.clone()))?,
    };
    Ok(match (ceremony::get(asserted, &known, asked), &found.0) {
        (Ok(right), Some(row)) => PasskeyVerdict::Right(PasskeyProof {
            account: row.account,
            id: row.id.clone(),
            counter: right.counter,
            answered: right.answered,
        }),
        _ => PasskeyVerdict::NotRight,
    })
}

/// Decides, in the writer: whether the passkey is still there, its challenge was answered before, its count goes on. Uses up the
/// challenge, or counts the failure under `tries`. [`Settled::TooMany`] is a no that is not to be written down.
pub fn settle_passkey(
    tx: &mut Tx<'_>,
    tries: AccountId,
    verdict: &PasskeyVerdict,
    now: Moment,
) -> Result<Settled, Error> {
    if let PasskeyVerdict::Right(proof) = verdict
        && let Some(row) = kept::row_of(tx, &proof.id)?.filter(|row| row.account == proof.account)
        && ceremony::goes_on(row.counter, proof.counter)
        && let Some(must_change) = must_change(tx, proof.account)?
        && challenge::use_up(tx, &proof.answered)?
        && kept::used(tx, &row, proof.counter, now)?
    {
        return Ok(Settled::SignedIn { factor: Factor::Passkey, codes_left: None, must_change });
    }
    count_failure(tx, tries, now)
}
