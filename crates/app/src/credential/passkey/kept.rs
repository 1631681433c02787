//! The passkeys of an account as they are kept: the public key and the name sealed for the account, the count beside them.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{AccountId, Line, Moment};
use p256::ecdsa::VerifyingKey;
use serde::{Deserialize, Serialize};
use store::{Error, Tx};

use super::authenticator_data::Kept;
use super::ceremony::{self, Asked, Fresh, Known};
use super::challenge::{self, Answered};
use super::{Breach, Created};
use crate::chance::Entropy;
use crate::credential::key::{Use, keyed_hash};
use crate::credential::{Fault, WorkingKey, handle_of, sealing};

/// How many passkeys an account may have.
pub const MOST_PASSKEYS: usize = 10;

/// The id that a passkey has on its device.
#[derive(Clone, PartialEq, Eq)]
pub struct PasskeyId(Vec<u8>);

impl PasskeyId {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As a page hands it to the browser: base 64 for addresses.
    pub fn coded(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0)
    }
}

impl fmt::Debug for PasskeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PasskeyId({})", handle_of(&self.0))
    }
}

/// A passkey as its holder sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// By which its holder names it on a page.
    pub handle: String,
    /// What its holder calls it.
    pub name: String,
    /// Whether it can leave its device.
    pub kept: Kept,
    /// When it was added.
    pub added_at: Moment,
    /// When it was last used.
    pub used_at: Option<Moment>,
}

/// What is sealed. It is read again by this program alone.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    /// The public key: a point, whole, in hexadecimal digits.
    key: String,
    name: String,
    copied: bool,
}

impl Sealed {
    fn seal(
        &self,
        key: &WorkingKey,
        account: AccountId,
        id: &PasskeyId,
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, Fault> {
        let text = serde_json::to_vec(self).map_err(|_| Fault::Sealed)?;
        sealing::seal(key, Use::Passkey, &associated(account, id), &text, entropy)
    }

    fn open(sealed: &[u8], key: &WorkingKey, account: AccountId, id: &PasskeyId) -> Result<Self, Fault> {
        let text = sealing::open(key, Use::Passkey, &associated(account, id), sealed)?;
        serde_json::from_slice(&text).map_err(|_| Fault::Sealed)
    }

    fn known(&self, holder: [u8; 32], counter: u32) -> Result<Known, Fault> {
        let point = hex::decode(&self.key).map_err(|_| Fault::Sealed)?;
        let key = VerifyingKey::from_sec1_bytes(&point).map_err(|_| Fault::Sealed)?;
        Ok(Known { key, kept: self.kept(), holder, counter })
    }

    fn kept(&self) -> Kept {
        if self.copied { Kept::Copied } else { Kept::OnOneDevice }
    }
}

fn associated(account: AccountId, id: &PasskeyId) -> Vec<u8> {
    format!("passerelle/v1 passkey\n{account}\n{}", hex::encode(&id.0)).into_bytes()
}

/// What a passkey calls its holder: the same for all of an account's, and nothing that could be recognised elsewhere.
pub fn holder_handle(key: &WorkingKey, account: AccountId) -> [u8; 32] {
    keyed_hash(&key.derived(Use::PasskeyHolder), &[&account.bytes()])
}

/// A new passkey as it is stored; see [`write_passkey`].
#[derive(Clone)]
pub struct NewPasskey {
    account: AccountId,
    id: PasskeyId,
    sealed: Vec<u8>,
    counter: u32,
    answered: Answered,
}

impl fmt::Debug for NewPasskey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewPasskey({:?} of {})", self.id, self.account)
    }
}

/// Judges what the browser made, and seals it for the account.
pub fn judge_new(
    created: &Created,
    asked: &Asked<'_>,
    account: AccountId,
    name: &Line,
    entropy: &dyn Entropy,
) -> Result<Result<NewPasskey, Breach>, Fault> {
    let Fresh { id, key, kept, counter, answered } = match ceremony::create(created, asked) {
        Ok(fresh) => fresh,
        Err(breach) => return Ok(Err(breach)),
    };
    let id = PasskeyId::new(id);
    let sealed = Sealed {
        key: hex::encode(key.to_sec1_point(false).as_bytes()),
        name: name.as_str().to_owned(),
        copied: kept == Kept::Copied,
    };
    let sealed = sealed.seal(asked.key, account, &id, entropy)?;
    Ok(Ok(NewPasskey { account, id, sealed, counter, answered }))
}

/// What became of a new passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is kept.
    Kept,
    /// The account has as many as it may.
    Full,
    /// It is known already, or its challenge was used before.
    Again,
}

/// A row.
pub(super) struct Row {
    pub(super) id: PasskeyId,
    pub(super) account: AccountId,
    sealed: Vec<u8>,
    pub(super) counter: u32,
    added_at: Moment,
    used_at: Option<Moment>,
}

impl Row {
    fn read(row: &store::Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: PasskeyId::new(row.get(0)?),
            account: AccountId::from_bytes(row.get(1)?),
            sealed: row.get(2)?,
            counter: row.get(3)?,
            added_at: Moment::from_millis(row.get(4)?),
            used_at: row.get::<Option<i64>>(5)?.map(Moment::from_millis),
        })
    }

    /// What its answers are held against.
    pub(super) fn known(&self, key: &WorkingKey) -> Result<Known, Fault> {
        let sealed = Sealed::open(&self.sealed, key, self.account, &self.id)?;
        sealed.known(holder_handle(key, self.account), self.counter)
    }
}

/// What answers are held against that name a passkey which nobody has: with the same work, and so that none is right. Its
/// public key is the base point of the curve (SP 800-186, section 3.2.1.3).
pub(super) fn known_of_nobody(key: &WorkingKey, id: &PasskeyId) -> Result<Known, Fault> {
    const SEALED: &[u8] = b"{\"key\":\"04\
        6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296\
        4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5\",\"name\":\"nobody\",\"copied\":false}";
    let account = AccountId::from_bytes([0; 16]);
    let _does_not_open = sealing::open(key, Use::Passkey, &associated(account, id), &[1; 41 + SEALED.len()]);
    let sealed: Sealed = serde_json::from_slice(SEALED).map_err(|_| Fault::Sealed)?;
    sealed.known(holder_handle(key, account), 0)
}

const ONE: &str = "select id, account, sealed, counter, added_at, used_at from passkey where id = $1";
const OWN: &str =
    "select id, account, sealed, counter, added_at, used_at from passkey where account = $1 order by added_at, id";
const COUNT: &str = "select count(*) from passkey where account = $1";
const HELD: &str = "select 1 from credential where account = $1 and password is not null";
const WRITE: &str = "insert into passkey (id, account, sealed, counter, added_at) values ($1, $2, $3, $4, $5) \
     on conflict (id) do nothing";
const RENAME: &str = "update passkey set sealed = $1 where id = $2 and account = $3";
const REMOVE: &str = "delete from passkey where id = $1 and account = $2";
const REMOVE_ALL: &str = "delete from passkey where account = $1";
const USE: &str = "update passkey set counter = $1, used_at = $2 where id = $3 and account = $4";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[ONE, OWN, COUNT, HELD, WRITE, RENAME, REMOVE, REMOVE_ALL, USE];

pub(super) fn row_of(tx: &mut Tx<'_>, id: &PasskeyId) -> Result<Option<Row>, Error> {
    tx.one(ONE, &[id.bytes().into()], Row::read)
}

/// The passkeys of an account, the first one first.
pub fn passkeys_of(tx: &mut Tx<'_>, account: AccountId, key: &WorkingKey) -> Result<Vec<Passkey>, Fault> {
    let rows = tx.all(OWN, &[(&account.bytes()).into()], Row::read)?;
    let shown = rows.into_iter().map(|row| {
        let sealed = Sealed::open(&row.sealed, key, account, &row.id)?;
        let (handle, kept) = (handle_of(row.id.bytes()), sealed.kept());
        Ok(Passkey { handle, name: sealed.name, kept, added_at: row.added_at, used_at: row.used_at, id: row.id })
    });
    shown.collect()
}

/// How many passkeys an account has.
pub(in crate::credential) fn count(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<usize, Error> {
    let count = tx.one(COUNT, &[account.into()], |row| row.get::<i64>(0))?.unwrap_or(0);
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Keeps a new passkey, and uses up its challenge. Nothing for an account that has no credentials any more.
pub fn write_passkey(tx: &mut Tx<'_>, new: &NewPasskey, now: Moment) -> Result<Written, Error> {
    let account = new.account.bytes();
    if tx.one(HELD, &[(&account).into()], |row| row.get::<i64>(0))?.is_none() {
        return Ok(Written::Again);
    }
    if count(tx, &account)? >= MOST_PASSKEYS {
        return Ok(Written::Full);
    }
    if !challenge::use_up(tx, &new.answered)? {
        return Ok(Written::Again);
    }
    let (sealed, counter) = (new.sealed.as_slice().into(), new.counter.into());
    let values = [new.id.bytes().into(), (&account).into(), sealed, counter, now.millis().into()];
    Ok(if tx.exec(WRITE, &values)? == 1 { Written::Kept } else { Written::Again })
}

/// Gives a passkey of the account another name. No, if there is none with this handle.
pub fn rename_passkey(
    tx: &mut Tx<'_>,
    account: AccountId,
    handle: &str,
    name: &Line,
    (key, entropy): (&WorkingKey, &dyn Entropy),
) -> Result<bool, Fault> {
    let Some(row) = by_handle(tx, account, handle)? else { return Ok(false) };
    let renamed = Sealed { name: name.as_str().to_owned(), ..Sealed::open(&row.sealed, key, account, &row.id)? };
    let sealed = renamed.seal(key, account, &row.id, entropy)?;
    let account = account.bytes();
    let values = [sealed.as_slice().into(), row.id.bytes().into(), (&account).into()];
    Ok(tx.exec(RENAME, &values)? == 1)
}

/// Removes a passkey of the account: it opens nothing from then on. No, if there is none with this handle.
pub fn remove_passkey(tx: &mut Tx<'_>, account: AccountId, handle: &str) -> Result<bool, Error> {
    let Some(row) = by_handle(tx, account, handle)? else { return Ok(false) };
    Ok(tx.exec(REMOVE, &[row.id.bytes().into(), (&account.bytes()).into()])? == 1)
}

fn by_handle(tx: &mut Tx<'_>, account: AccountId, handle: &str) -> Result<Option<Row>, Error> {
    let rows = tx.all(OWN, &[(&account.bytes()).into()], Row::read)?;
    Ok(rows.into_iter().find(|row| handle_of(row.id.bytes()) == handle))
}

/// Removes every passkey of an account.
pub(in crate::credential) fn delete_all_of(tx: &mut Tx<'_>, account: &[u8; 16]) -> Result<(), Error> {
    tx.exec(REMOVE_ALL, &[account.into()])?;
    Ok(())
}

/// Writes down that it was used.
pub(super) fn used(tx: &mut Tx<'_>, row: &Row, counter: u32, now: Moment) -> Result<bool, Error> {
    let account = row.account.bytes();
    let values = [counter.into(), now.millis().into(), row.id.bytes().into(), (&account).into()];
    Ok(tx.exec(USE, &values)? == 1)
}
