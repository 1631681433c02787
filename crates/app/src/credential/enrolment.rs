//! Giving an account its first credentials, and changing them later.
//!
//! What is printed is drawn, never chosen by whoever enrols: a one-time password that lapses, a telephone secret, a card of
//! codes. Each change makes sign-ins void that were checked against what was there before. Records no act.

use std::fmt;

use domain::{AccountId, Moment};
use store::{Error, Tx};

use super::key::{draw_consonants, in_groups};
use super::{
    CodeCard, Fault, Gate, NewCard, PasswordHash, SealedTotp, Secret, TotpSecret, Version, WorkingKey, card, draw_card,
    end_all_of, passkey, replace_card, sign_in,
};
use crate::chance::{Entropy, draw};

/// Milliseconds for which a printed password is accepted: two weeks.
pub const ONE_TIME_PASSWORD_LASTS: i64 = 14 * 24 * 3_600_000;

/// Letters of a printed password, 69 bits.
const ONE_TIME_PASSWORD_LENGTH: usize = 16;

/// Whom credentials are for.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'a> {
    /// The account.
    pub account: AccountId,
    /// The name to sign in with.
    pub sign_in: &'a str,
    /// What a telephone calls this installation.
    pub issuer: &'a str,
}

/// What is handed over on paper, once. It is stored nowhere.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// Password for the first sign-in, to be typed as printed: small letters in four groups, with the hyphens.
    pub password: Secret,
    /// Secret to type into a telephone.
    pub totp_secret: Secret,
    /// The same as an `otpauth://` address, for a QR code.
    pub totp_uri: Secret,
    /// One-time codes.
    pub card: CodeCard,
    /// From when on the password is no longer accepted.
    pub change_by: Moment,
}

/// What is stored of an enrolment; see [`write`].
#[derive(Clone)]
pub struct NewCredential {
    account: AccountId,
    password: PasswordHash,
    change_by: Moment,
    totp: SealedTotp,
    card: NewCard,
}

impl fmt::Debug for NewCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewCredential({})", self.account)
    }
}

/// Draws everything for an account, new or with everything lost. Hashes a password: on a thread that may wait. The one half
/// is for paper, the other for [`write`].
pub fn enrol(
    entropy: &dyn Entropy,
    key: &WorkingKey,
    gate: &Gate,
    holder: &Holder<'_>,
    now: Moment,
) -> Result<(Enrolment, NewCredential), Fault> {
    let Holder { account, sign_in, issuer } = *holder;
    let password = one_time_password(entropy)?;
    let hash = gate.hash(password.reveal(), draw(entropy)?)?;
    let secret = TotpSecret::draw(entropy)?;
    let (card, new_card) = draw_card(entropy, key, account)?;
    let change_by = now.plus(ONE_TIME_PASSWORD_LASTS);
    let totp = secret.seal(key, account, entropy)?;
    let totp_uri = secret.uri(issuer, sign_in);
    Ok((
        Enrolment { password, totp_secret: secret.text(), totp_uri, card, change_by },
        NewCredential { account, password: hash, change_by, totp, card: new_card },
    ))
}

/// A password for one sign-in, to be printed.
pub(super) fn one_time_password(entropy: &dyn Entropy) -> Result<Secret, Fault> {
    let letters = draw_consonants(entropy, ONE_TIME_PASSWORD_LENGTH)?;
    Ok(Secret::new(in_groups(&letters).to_ascii_lowercase()))
}

const WRITE: &str = "insert into credential (account, version, password, change_by, totp, last_totp_step) \
     values ($1, 1, $2, $3, $4, 0) on conflict (account) do update set version = credential.version + 1, \
     password = excluded.password, change_by = excluded.change_by, totp = excluded.totp, last_totp_step = 0";
const PASSWORD: &str =
    "update credential set version = version + 1, password = $1, change_by = $2 where account = $3 and version = $4";
const TOTP: &str = "update credential set version = version + 1, totp = $1, last_totp_step = 0 where account = $2";
const DELETE: &str = "delete from credential where account = $1";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[WRITE, PASSWORD, TOTP, DELETE];

/// Stores the credentials in place of whatever the account had. Ends its sessions and forgets its failures.
pub fn write(tx: &mut Tx<'_>, new: &NewCredential) -> Result<(), Error> {
    let account = new.account.bytes();
    let values =
        [(&account).into(), new.password.text().into(), new.change_by.millis().into(), new.totp.bytes().into()];
    tx.exec(WRITE, &values)?;
    replace_card(tx, new.account, &new.card)?;
    passkey::delete_all_of(tx, &account)?;
    sign_in::forgive(tx, &account)?;
    end_all_of(tx, new.account)?;
    Ok(())
}

/// Stores a password that the account's holder chose; none need be changed any more. Ends every session of the account, this
/// one too: begin a new one in the same job. No, and nothing is touched, if the credential is no longer the one that was
/// looked at: it was recovered, closed or changed meanwhile.
pub fn change_password(
    tx: &mut Tx<'_>,
    account: AccountId,
    since: Version,
    password: &PasswordHash,
) -> Result<bool, Error> {
    let id = account.bytes();
    let values = [password.text().into(), None::<i64>.into(), (&id).into(), since.number().into()];
    let changed = tx.exec(PASSWORD, &values)? == 1;
    if changed {
        end_all_of(tx, account)?;
    }
    Ok(changed)
}

/// Stores the secret of another telephone; the one before stops working. No, if the account has no credential.
pub fn replace_totp(tx: &mut Tx<'_>, account: AccountId, totp: &SealedTotp) -> Result<bool, Error> {
    Ok(tx.exec(TOTP, &[totp.bytes().into(), (&account.bytes()).into()])? == 1)
}

/// Takes away everything the account could sign in with, and ends its sessions: from the next request on it is nobody's.
pub fn remove(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let id = account.bytes();
    tx.exec(DELETE, &[(&id).into()])?;
    card::delete(tx, &id)?;
    passkey::delete_all_of(tx, &id)?;
    sign_in::forgive(tx, &id)?;
    end_all_of(tx, account)?;
    Ok(())
}
