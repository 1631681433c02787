//! Entries that are written together with what they tell of: a sign-in with its session, a new factor with the word that it
//! changed, the secret of a machine with the word that it was collected.
//!
//! INVARIANT: the change and its entry are one transaction: there is never one without the other, whoever else acts on the
//! account at that instant and wherever a crash falls.

use access::{Actor, Permit};
use domain::kind::{Head, Sealing};
use domain::{Act, ActId, Moment, StreamId};
use jiff::tz::TimeZone;
use store::Tx;

use crate::App;
use crate::chance::draw;
use crate::keys::SealedBy;
use crate::ledger_rows::{Prepared, Seal, envelope, key_of};
use crate::refusal::Refusal;
use crate::writing::Edge;

/// An entry, sealed before it is known whether it will be true.
#[derive(Clone)]
pub(crate) struct Entry {
    prepared: Prepared,
    now: Moment,
    zone: TimeZone,
}

impl Entry {
    /// Its act.
    pub(crate) fn act(&self) -> ActId {
        self.prepared.envelope.act
    }

    /// Writes it; when it was recorded.
    pub(crate) fn write(&self, tx: &mut Tx<'_>, edge: &mut Edge) -> Result<Moment, store::Error> {
        Ok(edge.append(tx, &self.prepared, self.now, &self.zone)?.1.at)
    }
}

impl App {
    /// Seals an entry of the installation's own in a stream, as the act of this actor. It moves no head, so that nothing that
    /// somebody does to the stream meanwhile can keep it out.
    pub(crate) fn entry(&self, actor: &Actor, stream: StreamId, act: Act) -> Result<Entry, Refusal> {
        let (row, now) = (act.kind().row(), self.now());
        debug_assert!(row.head == Head::Stays, "{} moves the head", row.name);
        let (by, key) = match row.sealing {
            Sealing::Year => (SealedBy::Year(now.year()), self.year_key(now.year())?),
            Sealing::Stream => {
                let by = SealedBy::Stream(stream);
                (by, self.store.read(|tx| key_of(&self.keys, tx, by))?.ok_or(Refusal::NotYours)?)
            }
        };
        let permit = Permit::witness(actor, stream, row.part);
        let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &act, now);
        let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by, key: &key };
        Ok(Entry { prepared: Prepared::seal(permit, &seal, envelope, act)?, now, zone: self.zone.clone() })
    }

    /// Changes working state and writes the entries of it, together or not at all. What is asked inside stands then.
    pub(crate) fn change<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut Tx<'_>, &mut Edge) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (value, last) = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(T, i64), Refusal> {
            let value = work(tx, edge)?;
            Ok((value, edge.last))
        })?;
        self.has_been(Moment::from_millis(last));
        Ok(value)
    }

    /// What became of something that was asked: if it was refused, that is one entry of fixed size in the asker's own record.
    pub(crate) fn on_record<T>(&self, actor: &Actor, outcome: Result<T, Refusal>) -> Result<T, Refusal> {
        if let Err(refusal) = &outcome
            && let Some(reason) = refusal.reason()
        {
            self.record_refusal(actor, reason)?;
        }
        outcome
    }
}
