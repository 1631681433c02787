//! Writing a practitioner's note, and where the notes of a referral stand.
//!
//! Sealing needs nobody's passphrase: whoever may write can always write. The words leave the memory of the program only as
//! what was sealed to the vault.

use access::Actor;
use domain::admission::NotPossible;
use domain::note::Written;
use domain::{ReferralId, StreamId, Text};
use store::{Tx, Val};

use crate::App;
use crate::backup::Recipient;
use crate::chance::draw;
use crate::perform::{Deed, Receipt};
use crate::refusal::Refusal;
use crate::vault;

/// The table of note streams, and of which referral each is.
pub(crate) const TABLES: &[&str] = &[
    "create table notes (stream {blob} not null primary key, referral {blob} not null){strict}",
    "create index notes_of_referral on notes (referral, stream)",
];

impl App {
    /// Writes a note on a referral: sealed to the vault of the asker's organisation before anything else is done with it.
    pub fn write_note(
        &self,
        actor: &Actor,
        referral: ReferralId,
        text: &Text,
        once: Option<String>,
    ) -> Result<Receipt, Refusal> {
        let (found, vault) = self.store.read(|tx| -> Result<_, Refusal> {
            Ok((of_referral(tx, referral.stream())?, self.vault_of(tx, actor.org)?))
        })?;
        let stream = match found.first() {
            Some(stream) => *stream,
            None => StreamId::from_random(draw(&*self.entropy)?),
        };
        // Whoever has no vault is asked for the right all the same, so that the answer is that of everybody else.
        let Some(vault) = vault else {
            let may = self.open_parts(actor, referral)?.contains(domain::Part::Notes);
            let refusal = if may { NotPossible::NoVault.into() } else { Refusal::NotYours };
            return self.on_record(actor, Err(refusal));
        };
        let to = Recipient::parse(vault.public.as_str())?;
        let sealed = vault::note((self.keys.sealer.origin(), stream, actor.account), text, &to, &*self.entropy)?;
        let deed = Deed::one(stream, Written { referral, vault: vault.act, sealed });
        self.perform(actor, &Deed { once, ..deed })
    }
}

/// The streams of the notes on a referral: one, unless two people began at the same instant.
pub(crate) fn of_referral(tx: &mut Tx<'_>, referral: StreamId) -> Result<Vec<StreamId>, store::Error> {
    tx.all("select stream from notes where referral = $1 order by stream", &[Val::Blob(&referral.bytes())], |row| {
        Ok(StreamId::from_bytes(row.get(0)?))
    })
}

/// Takes a note into the table.
pub(crate) fn take(tx: &mut Tx<'_>, stream: StreamId, body: &Written) -> Result<(), store::Error> {
    tx.exec(
        "insert into notes (stream, referral) values ($1, $2) on conflict (stream) do nothing",
        &[Val::Blob(&stream.bytes()), Val::Blob(&body.referral.bytes())],
    )?;
    Ok(())
}

/// A note stands with the notes of its own referral, and is sealed to the vault of whoever carries it.
pub(crate) fn resolve(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    stream: StreamId,
    body: &Written,
) -> Result<(), Refusal> {
    let of = tx.one("select referral from notes where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
        Ok(StreamId::from_bytes(row.get(0)?))
    })?;
    if of.is_some_and(|of| of != body.referral.stream()) {
        return Err(Refusal::NotYours);
    }
    match app.vault_of(tx, actor.org)? {
        Some(vault) if vault.act == body.vault => Ok(()),
        _ => Err(NotPossible::NoVault.into()),
    }
}
