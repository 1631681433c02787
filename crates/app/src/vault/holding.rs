//! The key of a holder: drawn when a passphrase is chosen, and wrapped by what Argon2id makes of it.
//!
//! Working state: it can be taken away, and with it everything that was sealed to it. The passphrase is kept nowhere.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use domain::{AccountId, Moment};
use ledger::note::KeyName;
use store::{Tx, Val};
use zeroize::Zeroizing;

use crate::backup::Identity;
use crate::chance::{Entropy, draw};
use crate::credential::Gate;
use crate::refusal::{Fault, Refusal};

/// The table of holders' keys.
pub(crate) const TABLES: &[&str] = &["create table vault_holder (
        account {blob} not null primary key, public text not null, salt {blob} not null, memory {i64} not null,
        passes {i64} not null, wrapped {blob} not null, failures {i64} not null, locked_until {i64}){strict}"];

/// Wrong passphrases in a row after which nobody tries for a while.
const TRIES: i64 = 5;

/// For how long nobody tries then, in milliseconds.
const LOCKED_FOR: i64 = 15 * 60 * 1000;

const NONCE_LENGTH: usize = 24;

/// How much work a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Work {
    pub(super) memory_kib: u32,
    pub(super) passes: u32,
}

/// What is kept of a holder's key.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// The public half, as an age recipient.
    pub(super) public: String,
    salt: [u8; 16],
    work: Work,
    wrapped: Vec<u8>,
    /// From when on the next try counts, after too many.
    pub(super) locked_until: Option<Moment>,
}

/// Draws a key and wraps it.
pub(super) fn new_key(
    gate: &Gate,
    whose: (&KeyName, AccountId),
    passphrase: &str,
    entropy: &dyn Entropy,
) -> Result<Key, Refusal> {
    let identity = Identity::draw(entropy)?;
    let (salt, nonce): ([u8; 16], [u8; NONCE_LENGTH]) = (draw(entropy)?, draw(entropy)?);
    let (memory_kib, passes) = gate.passphrase_work();
    let work = Work { memory_kib, passes };
    let wrapping = derived(gate, passphrase, salt, work)?;
    let revealed = identity.reveal();
    let sealed = XChaCha20Poly1305::new((&*wrapping).into())
        .encrypt(&XNonce::from(nonce), Payload { msg: revealed.as_bytes(), aad: &context(whose) })
        .map_err(|_| Fault::unreadable("a key that could not be wrapped"))?;
    let wrapped = [nonce.as_slice(), &sealed].concat();
    Ok(Key { public: identity.recipient().to_string(), salt, work, wrapped, locked_until: None })
}

/// The key, if this is its passphrase.
pub(super) fn opened(
    gate: &Gate,
    whose: (&KeyName, AccountId),
    key: &Key,
    passphrase: &str,
) -> Result<Option<Identity>, Refusal> {
    let wrapping = derived(gate, passphrase, key.salt, key.work)?;
    let Some((nonce, sealed)) = key.wrapped.split_first_chunk::<NONCE_LENGTH>() else {
        return Err(Fault::unreadable("a wrapped key").into());
    };
    let opened = XChaCha20Poly1305::new((&*wrapping).into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &context(whose) })
        .map(Zeroizing::new);
    let Ok(opened) = opened else { return Ok(None) };
    let text = std::str::from_utf8(&opened).map_err(Fault::unreadable)?;
    Ok(Some(Identity::parse(text)?))
}

fn derived(gate: &Gate, passphrase: &str, salt: [u8; 16], work: Work) -> Result<Zeroizing<[u8; 32]>, Refusal> {
    let params = Params::new(work.memory_kib, work.passes, 1, Some(32)).map_err(Fault::unreadable)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = Zeroizing::new([0_u8; 32]);
    let done = gate.inside(|| argon2.hash_password_into(passphrase.as_bytes(), &salt, &mut *key))?;
    done.map_err(Fault::unreadable)?;
    Ok(key)
}

fn context((origin, account): (&KeyName, AccountId)) -> Vec<u8> {
    format!("passerelle/v1 vault holder\n{origin}\n{account}\n").into_bytes()
}

/// Puts a key in the place of the one before.
pub(super) fn write(tx: &mut Tx<'_>, account: AccountId, key: &Key) -> Result<(), store::Error> {
    forget(tx, account)?;
    tx.exec(
        "insert into vault_holder (account, public, salt, memory, passes, wrapped, failures, locked_until)
         values ($1, $2, $3, $4, $5, $6, 0, null)",
        &[
            Val::Blob(&account.bytes()),
            Val::Text(&key.public),
            Val::Blob(&key.salt),
            Val::I64(key.work.memory_kib.into()),
            Val::I64(key.work.passes.into()),
            Val::Blob(&key.wrapped),
        ],
    )?;
    Ok(())
}

/// Takes somebody's key away: nothing that was sealed to it opens any more.
pub(crate) fn forget(tx: &mut Tx<'_>, account: AccountId) -> Result<(), store::Error> {
    tx.exec("delete from vault_holder where account = $1", &[Val::Blob(&account.bytes())])?;
    Ok(())
}

/// What is kept of somebody's key.
pub(super) fn read(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Key>, store::Error> {
    let sql = "select public, salt, memory, passes, wrapped, locked_until from vault_holder where account = $1";
    tx.one(sql, &[Val::Blob(&account.bytes())], |row| {
        let whole = |column| -> Result<u32, store::Error> {
            u32::try_from(row.get::<i64>(column)?).map_err(|_| store::Error::unreadable("the work of a passphrase"))
        };
        Ok(Key {
            public: row.get(0)?,
            salt: row.get(1)?,
            work: Work { memory_kib: whole(2)?, passes: whole(3)? },
            wrapped: row.get(4)?,
            locked_until: row.get::<Option<i64>>(5)?.map(Moment::from_millis),
        })
    })
}

/// The public half of somebody's key.
pub(crate) fn public_of(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<String>, store::Error> {
    tx.one("select public from vault_holder where account = $1", &[Val::Blob(&account.bytes())], |row| row.get(0))
}

/// Counts a try.
pub(super) fn settle(tx: &mut Tx<'_>, account: AccountId, right: bool, now: Moment) -> Result<(), store::Error> {
    let id = account.bytes();
    if right {
        tx.exec("update vault_holder set failures = 0, locked_until = null where account = $1", &[Val::Blob(&id)])?;
        return Ok(());
    }
    tx.exec("update vault_holder set failures = failures + 1 where account = $1", &[Val::Blob(&id)])?;
    tx.exec(
        "update vault_holder set locked_until = $1, failures = 0 where account = $2 and failures >= $3",
        &[Val::I64(now.plus(LOCKED_FOR).millis()), Val::Blob(&id), Val::I64(TRIES)],
    )?;
    Ok(())
}
