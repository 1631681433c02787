//! The second factors that an account has, and taking one away.
//!
//! Says which there are, never what they are. Whether one may be taken away is decided by whoever calls.

use domain::{AccountId, Moment};
use store::{Error, Tx};

use super::{card, end_all_of, passkey, sign_in};

/// The second factors of an account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Factors {
    /// A telephone or token that shows six digits.
    pub telephone: bool,
    /// A card of codes, however many are left.
    pub card: bool,
    /// Codes left on it.
    pub codes_left: u32,
    /// Passkeys. They never stand in for the last code: where devices are banned they open nothing.
    pub passkeys: usize,
    /// When two other people gave the account new credentials, while its holder has not said that they know.
    pub recovered_at: Option<Moment>,
}

const HELD: &str = "select totp, recovered_at from credential where account = $1";
const END_TOTP: &str = "update credential set version = version + 1, totp = $1, last_totp_step = 0 where account = $2";
const CHANGED: &str = "update credential set version = version + 1 where account = $1";
const KNOWN: &str = "update credential set recovered_at = $1 where account = $2";
const END_TOKEN_SECRETS: &str = "delete from token_secret where token in (select token from token where account = $1)";
const RECOVER: &str = "insert into credential (account, version, last_totp_step, recovered_at) values ($1, 1, 0, $2) \
     on conflict (account) do update set version = credential.version + 1, password = null, change_by = null, totp = null, \
     last_totp_step = 0, recovered_at = excluded.recovered_at";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[HELD, END_TOTP, CHANGED, KNOWN, RECOVER];

/// The factors of an account; none for one without a credential.
pub fn factors_of(tx: &mut Tx<'_>, account: AccountId) -> Result<Factors, Error> {
    let id = account.bytes();
    let held = tx.one(HELD, &[(&id).into()], |row| {
        Ok((row.get::<Option<Vec<u8>>>(0)?.is_some(), row.get::<Option<i64>>(1)?.map(Moment::from_millis)))
    })?;
    let Some((telephone, recovered_at)) = held else { return Ok(Factors::default()) };
    let (card, codes_left) = (card::exists(tx, &id)?, super::codes_left(tx, account)?);
    Ok(Factors { telephone, card, codes_left, passkeys: passkey::count(tx, &id)?, recovered_at })
}

/// Takes the telephone or token away.
pub fn end_totp(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    tx.exec(END_TOTP, &[None::<Vec<u8>>.as_deref().into(), (&account.bytes()).into()])?;
    Ok(())
}

/// Takes the card away.
pub fn end_card(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let id = account.bytes();
    card::delete(tx, &id)?;
    tx.exec(CHANGED, &[(&id).into()])?;
    Ok(())
}

/// The holder knows that the account was recovered.
pub fn recovery_is_known(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    tx.exec(KNOWN, &[None::<i64>.into(), (&account.bytes()).into()])?;
    Ok(())
}

/// Ends everything the account could sign in with, sessions and the secrets of its machines too; its two halves can be drawn
/// anew, and the holder may collect what its tokens need again. A sign-in that was checked
/// against what was there before is not settled, for the version goes on.
pub fn recover(tx: &mut Tx<'_>, account: AccountId, at: Moment) -> Result<(), Error> {
    let id = account.bytes();
    tx.exec(RECOVER, &[(&id).into(), at.millis().into()])?;
    card::delete(tx, &id)?;
    passkey::delete_all_of(tx, &id)?;
    tx.exec(END_TOKEN_SECRETS, &[(&id).into()])?;
    sign_in::forgive(tx, &id)?;
    end_all_of(tx, account)?;
    Ok(())
}
