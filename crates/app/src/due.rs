//! What comes due without anybody acting: offers that nobody answered, cases whose findings change with time.
//!
//! Asked for by a timer outside; sweeps nothing that is not due, and writes no leaf where nothing changed.

use access::{Actor, Permit};
use domain::{Act, ActId, Date, Envelope, Moment, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::index;
use crate::keys::SealedBy;
use crate::ledger_rows::{Prepared, Seal, acts_of, key_of};
use crate::perform::note_due;
use crate::refusal::{Fault, Refusal};
use crate::writing::head_of;

/// How many things one call looks at.
const AT_ONCE: i64 = 200;

/// When a case is to be looked at again.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Due {
    /// As it was noted.
    Unchanged,
    /// No clock runs.
    Never,
    /// At this moment.
    At(Moment),
}

impl App {
    /// Records what has come due; returns how many acts that were.
    pub fn come_due(&self) -> Result<usize, Refusal> {
        Ok(self.expire_offers()?.saturating_add(self.judge_due_cases()?))
    }

    fn expire_offers(&self) -> Result<usize, Refusal> {
        let today = self.now().date_in(&self.zone).to_string();
        let passed = self.store.read(|tx| {
            tx.all(
                "select stream, answer_by from referral_index where state = 'offered' and answer_by < $1 limit $2",
                &[Val::Text(&today), Val::I64(AT_ONCE)],
                |row| Ok((StreamId::from_bytes(row.get(0)?), row.get::<String>(1)?)),
            )
        })?;
        let mut acts = 0;
        for (stream, day) in passed {
            let answer_by: Date = day.parse().map_err(Fault::unreadable)?;
            acts += self.record_own(stream, vec![domain::referral::Expired { answer_by }.into()], Due::Unchanged)?;
        }
        Ok(acts)
    }

    fn judge_due_cases(&self) -> Result<usize, Refusal> {
        let now = self.now();
        let due = self.store.read(|tx| {
            tx.all(
                "select stream from due where at <= $1 order by at limit $2",
                &[Val::I64(now.millis()), Val::I64(AT_ONCE)],
                |row| Ok(StreamId::from_bytes(row.get(0)?)),
            )
        })?;
        let mut acts = 0;
        for stream in due {
            let judged = self.store.read(|tx| -> Result<_, Refusal> {
                let facts = domain::facts::Facts::of(&acts_of(&self.keys, tx, stream)?);
                Ok(self.judge(tx, stream, &facts, now)?)
            })?;
            acts += self.record_own(stream, judged.acts, judged.next.map_or(Due::Never, Due::At))?;
        }
        Ok(acts)
    }

    /// Records acts of the installation's own in one stream. Somebody may act meanwhile: then nothing is recorded now,
    /// and the next call finds it due again.
    pub(crate) fn record_own(&self, stream: StreamId, acts: Vec<Act>, due: Due) -> Result<usize, Refusal> {
        let now = self.now();
        let zone = self.zone.clone();
        let (prepared, head) = self.store.read(|tx| -> Result<_, Refusal> {
            let key = key_of(&self.keys, tx, SealedBy::Stream(stream))?.ok_or(Refusal::NotYours)?;
            let mut prepared = Vec::new();
            for act in acts {
                let row = act.kind().row();
                let permit = Permit::witness(&Actor::installation(), stream, row.part);
                let envelope = Envelope {
                    act: ActId::from_random(draw(&*self.entropy)?),
                    actor: permit.account(),
                    capacity: permit.capacity(),
                    org: permit.org(),
                    stream,
                    kind: row.name.to_owned(),
                    version: row.version,
                    concerns: now,
                    ground: permit.ground(),
                };
                let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by: SealedBy::Stream(stream), key: &key };
                prepared.push(Prepared::seal(permit, &seal, envelope, act)?);
            }
            Ok((prepared, head_of(tx, stream)?))
        })?;
        let count = prepared.len();
        let outcome = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(), Refusal> {
            if head_of(tx, stream)? != head {
                return Err(Refusal::Meanwhile { moved: vec![stream] });
            }
            for act in &prepared {
                let (_, recorded) = edge.append(tx, act, now, &zone)?;
                if matches!(recorded.act, Act::Referral(domain::act::topic::Referral::Expired(_))) {
                    index::end_offer(tx, stream)?;
                }
            }
            match due {
                Due::Unchanged => {}
                Due::Never => note_due(tx, stream, None)?,
                Due::At(next) => note_due(tx, stream, Some(next))?,
            }
            Ok(())
        });
        match outcome {
            Ok(()) => Ok(count),
            Err(Refusal::Meanwhile { .. }) => Ok(0),
            Err(refusal) => Err(refusal),
        }
    }
}
