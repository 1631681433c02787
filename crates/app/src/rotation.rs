//! Keys that die: a new epoch with the end of the old ones, and the keys of years that are over.
//!
//! What was erased can no longer be opened in any older backup once the epoch keys of that time are destroyed, here and in the
//! backups of keys, which live 35 days.

use std::sync::Arc;

use domain::organisation::KeysRotated;
use domain::{Act, StreamId};
use ledger::seal::Key;
use store::{Tx, Val};

use crate::App;
use crate::erase::{Settled, Trace, trace_of};
use crate::installation::{Opening, Place};
use crate::keys::{Keys, SealedBy};
use crate::refusal::{Fault, Refusal};

/// A new epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// Its number.
    pub epoch: u32,
    /// Keys that were wrapped again.
    pub keys: u64,
    /// Epochs whose keys were destroyed.
    pub destroyed: Vec<u32>,
}

/// Begins a new epoch: every key that is left is wrapped again, and then the older epoch keys are destroyed. The installation
/// must not be served meanwhile.
///
/// A crash leaves either the old wrapping or the new one, whole, and every epoch key it needs; asked again, it is done from the
/// beginning.
pub fn rotate_keys(place: &Place, opening: Opening) -> Result<Rotated, Refusal> {
    let app = App::open(place, opening.clone())?;
    let epoch = Keys::begin_epoch(&place.keys(), app.keys.epoch.saturating_add(1), &*opening.entropy)?;
    let next = Arc::new(Keys::open(&place.keys())?);
    let (entropy, wrapping) = (Arc::clone(&opening.entropy), Arc::clone(&next));
    let (keys, traces) = app.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(u64, Vec<Trace>), Refusal> {
        let mut traces = Vec::new();
        let stored = tx.all("select stream, epoch, wrapped from stream_key order by stream", &[], |row| {
            Ok((SealedBy::Stream(StreamId::from_bytes(row.get(0)?)), row.get::<i64>(1)?, row.get::<Vec<u8>>(2)?))
        })?;
        let years = tx.all("select year, epoch, wrapped from year_key order by year", &[], |row| {
            let year = u16::try_from(row.get::<i64>(0)?).map_err(|_| store::Error::unreadable("a year"))?;
            Ok((SealedBy::Year(year), row.get::<i64>(1)?, row.get::<Vec<u8>>(2)?))
        })?;
        let mut count = 0_u64;
        for (sealed_by, old, wrapped) in stored.into_iter().chain(years) {
            let name = sealed_by.name();
            let key: Key = wrapping.unwrap(name, u32::try_from(old).map_err(Fault::unreadable)?, &wrapped)?;
            let again = wrapping.wrap(name, &key, &*entropy)?;
            let vals = |id| [Val::I64(epoch.into()), Val::Blob(&again), id];
            match sealed_by {
                SealedBy::Stream(stream) => tx.exec(
                    "update stream_key set epoch = $1, wrapped = $2 where stream = $3",
                    &vals(Val::Blob(&stream.bytes())),
                )?,
                SealedBy::Year(year) => tx.exec(
                    "update year_key set epoch = $1, wrapped = $2 where year = $3",
                    &vals(Val::I64(year.into())),
                )?,
            };
            traces.extend(trace_of(&wrapped, 1));
            count = count.saturating_add(1);
        }
        Ok((count, traces))
    })?;
    let settled = app.settle(traces);
    drop(app);
    if settled == Settled::Later {
        return Err(Fault::Installation {
            file: place.database().display().to_string(),
            why: "the old wrapping is still in the files of the database, for somebody reads an older state: end what reads it, \
                  and rotate again"
                .to_owned(),
        }
        .into());
    }
    let app = App::open(place, opening)?;
    let rotated = Act::from(KeysRotated { epoch, keys });
    app.record_done(StreamId::INSTALLATION, &rotated)?;
    let left = app.store.read(|tx| {
        tx.one(
            "select (select count(*) from stream_key where epoch <> $1) + (select count(*) from year_key where epoch <> $1)",
            &[Val::I64(epoch.into())],
            |row| row.get::<i64>(0),
        )
    })?;
    if left != Some(0) {
        return Err(Fault::unreadable("a key is still wrapped in an older epoch; nothing was destroyed").into());
    }
    let destroyed = Keys::end_epochs_before(&place.keys(), epoch)?;
    Ok(Rotated { epoch, keys, destroyed })
}

impl App {
    /// Destroys the keys of years whose following year is over: looks and refusals of that time cannot be opened any more.
    pub(crate) fn end_years(&self) -> Result<(), Refusal> {
        let first_kept = i64::from(self.now().year()) - 1;
        let over = self.store.read(|tx| {
            tx.all("select year, wrapped from year_key where year < $1 order by year", &[Val::I64(first_kept)], |row| {
                Ok((row.get::<i64>(0)?, row.get::<Vec<u8>>(1)?))
            })
        })?;
        if over.is_empty() {
            return Ok(());
        }
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec("delete from year_key where year < $1", &[Val::I64(first_kept)])?;
            Ok(())
        })?;
        for (year, _) in &over {
            if let Ok(year) = u16::try_from(*year) {
                self.keys.destroyed(SealedBy::Year(year).name());
            }
            tracing::info!(year, "destroyed the key of a year that is over");
        }
        self.settle(over.iter().filter_map(|(_, wrapped)| trace_of(wrapped, 1)).collect());
        Ok(())
    }
}
