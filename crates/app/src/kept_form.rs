//! Forms that were typed and could not be taken yet, because a fresh factor is asked for first: kept for an hour, so that
//! whoever typed one finds it again with every answer in it.
//!
//! Working state: nobody but its writer is ever shown one, and no rule, list or index reads it. What was typed on the form of a
//! file is sealed by the key of that file and dies with it; everything else by the key of the writer's own account. It never
//! travels in an address.

use access::Actor;
use domain::{AccountId, Moment, StreamId};
use ledger::commitment::Commitment;
use ledger::seal::Context;
use sha2::{Digest as _, Sha256};
use store::{Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::erase::{Trace, trace_of};
use crate::keys::SealedBy;
use crate::ledger_rows::key_of;
use crate::refusal::{Fault, Refusal};

/// Milliseconds for which a form is kept.
pub const KEPT: i64 = domain::moment::HOUR;

/// How many of one account; one more, and the oldest goes.
pub const AT_MOST: usize = 8;

/// Names and values of a form, in the order of the browser.
pub type Pairs = Vec<(String, String)>;

/// The table; a part of the working state.
pub(crate) const TABLE: &str = "create table kept_form (
        account {blob} not null, address {blob} not null, about {blob} not null, id {blob} not null,
        committed {blob} not null, sealed {blob} not null, kept_at {i64} not null, primary key (account, address)){strict}";

/// What the form is sealed as: no act has this kind.
const KIND: &str = "kept-form";

fn context(id: [u8; 16], about: StreamId) -> Context<'static> {
    Context { act: id, stream: about.bytes(), kind: KIND, version: 1 }
}

/// An address names files by their ids; of it only this is stored.
fn hash_of(address: &str) -> [u8; 32] {
    Sha256::digest([b"passerelle/v1 kept form\n".as_slice(), address.as_bytes()].concat()).into()
}

impl App {
    /// Keeps what was typed on the form that goes to this address, in place of what was kept of it before. `about` is the file
    /// that it is about, if there is one.
    pub fn keep_form(
        &self,
        actor: &Actor,
        (address, about): (&str, Option<StreamId>),
        pairs: &[(String, String)],
    ) -> Result<(), Refusal> {
        let (account, own, address, now) = (actor.account, actor.account.stream(), hash_of(address), self.now());
        let found = self.store.read(|tx| -> Result<_, Fault> {
            for stream in about.into_iter().chain([own]) {
                if let Some(key) = key_of(&self.keys, tx, SealedBy::Stream(stream))? {
                    return Ok(Some((stream, key)));
                }
            }
            Ok(None)
        })?;
        let (about, key) = found.ok_or(Refusal::NotYours)?;
        let id: [u8; 16] = draw(&*self.entropy)?;
        let body = serde_json::to_vec(pairs).map_err(Fault::unreadable)?;
        let salts = (draw(&*self.entropy)?, draw(&*self.entropy)?);
        let sealed = self.keys.sealer.seal_body(&key, &context(id, about), &body, salts.0, salts.1)?;
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            let (account, about) = (account.bytes(), about.bytes());
            // Erased meanwhile: what is sealed by its key is not left behind.
            let stands = tx.one("select 1 from stream_key where stream = $1", &[Val::Blob(&about)], |row| {
                row.get::<i64>(0)
            })?;
            if stands.is_none() {
                return Ok(());
            }
            tx.exec(
                "delete from kept_form where account = $1 and (address = $2 or kept_at <= $3)",
                &[Val::Blob(&account), Val::Blob(&address), Val::I64(now.plus(-KEPT).millis())],
            )?;
            let kept = tx.all(
                "select address from kept_form where account = $1 order by kept_at desc, address",
                &[Val::Blob(&account)],
                |row| row.get::<[u8; 32]>(0),
            )?;
            for oldest in kept.iter().skip(AT_MOST - 1) {
                tx.exec(
                    "delete from kept_form where account = $1 and address = $2",
                    &[Val::Blob(&account), Val::Blob(oldest)],
                )?;
            }
            tx.exec(
                "insert into kept_form (account, address, about, id, committed, sealed, kept_at) values ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    Val::Blob(&account),
                    Val::Blob(&address),
                    Val::Blob(&about),
                    Val::Blob(&id),
                    Val::Blob(&sealed.commitment.0),
                    Val::Blob(&sealed.bytes),
                    Val::I64(now.millis()),
                ],
            )?;
            Ok(())
        })
    }

    /// What the asker typed on the form that goes to this address, if it is kept still.
    pub fn kept_form(&self, actor: &Actor, address: &str) -> Result<Option<Pairs>, Refusal> {
        let (account, address, now) = (actor.account.bytes(), hash_of(address), self.now());
        self.store.read(|tx| -> Result<_, Refusal> {
            let row = tx.one(
                "select about, id, committed, sealed from kept_form where account = $1 and address = $2 and kept_at > $3",
                &[Val::Blob(&account), Val::Blob(&address), Val::I64(now.plus(-KEPT).millis())],
                |row| {
                    let about = StreamId::from_bytes(row.get(0)?);
                    Ok((about, row.get::<[u8; 16]>(1)?, row.get::<[u8; 32]>(2)?, row.get::<Vec<u8>>(3)?))
                },
            )?;
            let Some((about, id, committed, sealed)) = row else { return Ok(None) };
            let Some(key) = key_of(&self.keys, tx, SealedBy::Stream(about))? else { return Ok(None) };
            let committed = Commitment(committed);
            let opened = self.keys.sealer.open_body(&key, &context(id, about), &sealed, &committed)?;
            Ok(Some(serde_json::from_slice(&opened.body).map_err(Fault::unreadable)?))
        })
    }

    /// Forgets it: it was taken.
    pub fn forget_form(&self, actor: &Actor, address: &str) -> Result<(), Refusal> {
        let (account, address) = (actor.account.bytes(), hash_of(address));
        let there = self.store.read(|tx| {
            tx.one(
                "select 1 from kept_form where account = $1 and address = $2",
                &[Val::Blob(&account), Val::Blob(&address)],
                |row| row.get::<i64>(0),
            )
        })?;
        if there.is_none() {
            return Ok(());
        }
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec(
                "delete from kept_form where account = $1 and address = $2",
                &[Val::Blob(&account), Val::Blob(&address)],
            )?;
            Ok(())
        })
    }
}

/// Forgets all that somebody typed: they signed out, or the account is no longer theirs.
pub(crate) fn forget_all_of(tx: &mut Tx<'_>, account: AccountId) -> Result<(), store::Error> {
    tx.exec("delete from kept_form where account = $1", &[Val::Blob(&account.bytes())])?;
    Ok(())
}

/// Takes away what was typed about a file that is erased, whoever typed it; what must be found nowhere afterwards.
pub(crate) fn erase_about(tx: &mut Tx<'_>, about: StreamId) -> Result<Vec<Trace>, store::Error> {
    let id = about.bytes();
    let sealed =
        tx.all("select sealed from kept_form where about = $1 order by kept_at", &[Val::Blob(&id)], |row| {
            row.get::<Vec<u8>>(0)
        })?;
    tx.exec("delete from kept_form where about = $1", &[Val::Blob(&id)])?;
    Ok(sealed.iter().filter_map(|sealed| trace_of(sealed, 1)).collect())
}

/// Is there any that is kept no longer?
pub(crate) fn any_over(tx: &mut Tx<'_>, now: Moment) -> Result<bool, store::Error> {
    let sql = "select 1 from kept_form where kept_at <= $1 limit 1";
    Ok(tx.one(sql, &[Val::I64(now.plus(-KEPT).millis())], |row| row.get::<i64>(0))?.is_some())
}

/// Deletes those that are kept no longer.
pub(crate) fn clear_away(tx: &mut Tx<'_>, now: Moment) -> Result<(), store::Error> {
    tx.exec("delete from kept_form where kept_at <= $1", &[Val::I64(now.plus(-KEPT).millis())])?;
    Ok(())
}
