//! The two halves of what an account begins with: a one-time password, and a second factor. Each is drawn once, for one person
//! to hand over; neither half alone signs anybody in.
//!
//! Who may draw which half is decided by whoever calls. Records no act.

use domain::{AccountId, Moment};
use store::{Error, Tx};

use super::enrolment::one_time_password;
use super::{
    CodeCard, Fault, Gate, Holder, NewCard, ONE_TIME_PASSWORD_LASTS, PasswordHash, SealedTotp, Secret, TotpSecret,
    WorkingKey, draw_card, factors, replace_card,
};
use crate::chance::{Entropy, draw};

/// The password, as it is printed.
#[derive(Debug, Clone)]
pub struct PasswordHalf {
    /// For the first sign-in, to be typed as printed; it must be changed then.
    pub password: Secret,
    /// From when on it is no longer accepted.
    pub change_by: Moment,
}

/// The second factor, as it is printed.
#[derive(Debug, Clone)]
pub struct FactorHalf {
    /// Secret to type into a telephone or token.
    pub totp_secret: Secret,
    /// The same as an `otpauth://` address, for a QR code.
    pub totp_uri: Secret,
    /// One-time codes.
    pub card: CodeCard,
}

/// The password as it is stored.
#[derive(Clone)]
pub struct NewPassword {
    account: AccountId,
    hash: PasswordHash,
    change_by: Moment,
}

/// The second factor as it is stored.
#[derive(Clone)]
pub struct NewFactor {
    account: AccountId,
    totp: SealedTotp,
    card: NewCard,
}

/// Draws a password. On a thread that may wait.
pub fn draw_password(
    entropy: &dyn Entropy,
    gate: &Gate,
    account: AccountId,
    now: Moment,
) -> Result<(PasswordHalf, NewPassword), Fault> {
    let password = one_time_password(entropy)?;
    let hash = gate.hash(password.reveal(), draw(entropy)?)?;
    let change_by = now.plus(ONE_TIME_PASSWORD_LASTS);
    Ok((PasswordHalf { password, change_by }, NewPassword { account, hash, change_by }))
}

/// Draws a telephone secret and a card.
pub fn draw_factor(
    entropy: &dyn Entropy,
    key: &WorkingKey,
    holder: &Holder<'_>,
) -> Result<(FactorHalf, NewFactor), Fault> {
    let Holder { account, sign_in, issuer } = *holder;
    let secret = TotpSecret::draw(entropy)?;
    let (card, new_card) = draw_card(entropy, key, account)?;
    let totp = secret.seal(key, account, entropy)?;
    let half = FactorHalf { totp_secret: secret.text(), totp_uri: secret.uri(issuer, sign_in), card };
    Ok((half, NewFactor { account, totp, card: new_card }))
}

const PASSWORD: &str = "insert into credential (account, version, password, change_by, last_totp_step) \
     values ($1, 1, $2, $3, 0) on conflict (account) do update set version = credential.version + 1, \
     password = excluded.password, change_by = excluded.change_by where credential.password is null";
const FACTOR: &str = "insert into credential (account, version, totp, last_totp_step) values ($1, 1, $2, 0) \
     on conflict (account) do update set version = credential.version + 1, totp = excluded.totp, last_totp_step = 0 \
     where credential.totp is null and (credential.password is null or credential.change_by is not null)";
const STANDS: &str = "select password, change_by from credential where account = $1";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[PASSWORD, FACTOR, STANDS];

/// Which halves have not been drawn yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undrawn {
    /// The password.
    pub password: bool,
    /// The second factor: only before its holder has chosen a password of their own, and while there is none of any kind.
    pub factor: bool,
}

/// Which halves of an account have not been drawn yet.
pub fn undrawn(tx: &mut Tx<'_>, account: AccountId) -> Result<Undrawn, Error> {
    let begun = tx.one(STANDS, &[(&account.bytes()).into()], |row| {
        let (password, change_by) = (row.get::<Option<String>>(0)?, row.get::<Option<i64>>(1)?);
        Ok((password.is_none(), password.is_none() || change_by.is_some()))
    })?;
    let Some((password, first)) = begun else { return Ok(Undrawn { password: true, factor: true }) };
    let held = factors::factors_of(tx, account)?;
    let none = !held.telephone && !held.card;
    Ok(Undrawn { password, factor: first && none })
}

/// Stores the password, if none was drawn yet.
pub fn write_password(tx: &mut Tx<'_>, new: &NewPassword) -> Result<bool, Error> {
    let account = new.account.bytes();
    let values = [(&account).into(), new.hash.text().into(), new.change_by.millis().into()];
    Ok(tx.exec(PASSWORD, &values)? == 1)
}

/// Stores the second factor, if none was drawn yet.
pub fn write_factor(tx: &mut Tx<'_>, new: &NewFactor) -> Result<bool, Error> {
    if !undrawn(tx, new.account)?.factor {
        return Ok(false);
    }
    let written = tx.exec(FACTOR, &[(&new.account.bytes()).into(), new.totp.bytes().into()])? == 1;
    if written {
        replace_card(tx, new.account, &new.card)?;
    }
    Ok(written)
}
