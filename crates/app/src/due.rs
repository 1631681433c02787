//! What comes due without anybody acting: offers that nobody answered, cases whose findings change with time.
//!
//! Asked for by a timer outside; sweeps nothing that is not due, and writes no leaf where nothing changed.

use access::{Actor, Permit};
use domain::kind::Subject;
use domain::{Act, ActId, Date, Moment, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::clock_guard::ClockState;
use crate::index;
use crate::kept_form;
use crate::keys::SealedBy;
use crate::ledger_rows::{Prepared, Seal, envelope, key_of};
use crate::perform::note_due;
use crate::refusal::{Fault, Refusal};
use crate::witness::TRIES;
use crate::writing::head_of;

/// How many things one call looks at.
const AT_ONCE: i64 = 200;

/// For so long a repeated request is recognised as one.
const REQUESTS_ARE_KEPT: i64 = 2 * domain::moment::DAY;

/// One file that cannot be read, or whose key is gone, keeps nothing else from coming due.
fn one_of_many(stream: StreamId, outcome: Result<usize, Refusal>) -> Result<usize, Refusal> {
    match outcome {
        Err(Refusal::Fault(Fault::Unreadable { why, .. })) => {
            tracing::error!(%stream, why, "a file that is due cannot be read");
            Ok(0)
        }
        Err(Refusal::NotYours) => {
            tracing::warn!(%stream, "a file that is due has no key any more");
            Ok(0)
        }
        outcome => outcome,
    }
}

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
        let clock = self.watch_clock()?;
        let acts = self.expire_offers()?.saturating_add(self.judge_due_cases()?);
        self.clear_away()?;
        self.close_vaults_that_are_over();
        self.kept.sweep(self.clock.elapsed());
        // A year is over by the clock: while that is in doubt no key is destroyed.
        if clock == ClockState::Steady {
            self.end_years()?;
        }
        self.settle(Vec::new());
        Ok(acts)
    }

    fn expire_offers(&self) -> Result<usize, Refusal> {
        let today = self.now().date_in(&self.zone).to_string();
        let passed = self.store.read(|tx| {
            tx.all(
                "select stream, answer_by from referral_index where state = 'offered' and answer_by < $1 order by answer_by, stream limit $2",
                &[Val::Text(&today), Val::I64(AT_ONCE)],
                |row| Ok((StreamId::from_bytes(row.get(0)?), row.get::<String>(1)?)),
            )
        })?;
        let mut acts = 0;
        for (stream, day) in passed {
            let answer_by: Date = day.parse().map_err(Fault::unreadable)?;
            let expired = vec![domain::referral::Expired { answer_by }.into()];
            acts += one_of_many(stream, self.record_own(stream, expired, Due::Unchanged))?;
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
            acts += one_of_many(stream, self.judge_due_case(stream, now))?;
        }
        Ok(acts)
    }

    fn judge_due_case(&self, stream: StreamId, now: Moment) -> Result<usize, Refusal> {
        let judged = self.store.read(|tx| -> Result<_, Refusal> {
            let state = self.folded(tx, stream, Subject::Case)?;
            let facts = state.case().ok_or_else(|| Fault::unreadable("a case"))?;
            Ok(self.judge(tx, stream, facts, now)?)
        })?;
        self.record_own(stream, judged.acts, judged.next.map_or(Due::Never, Due::At))
    }

    /// Deletes working state that is over: keys of requests that nobody repeats any more, sessions, failed sign-ins, forms that
    /// were kept.
    fn clear_away(&self) -> Result<(), Refusal> {
        let now = self.now();
        let old = Val::I64(now.plus(-REQUESTS_ARE_KEPT).millis());
        let over = self.store.read(|tx| -> Result<_, Refusal> {
            let oldest = tx.one("select min(at) from performed where at < $1", std::slice::from_ref(&old), |row| {
                row.get::<Option<i64>>(0)
            })?;
            Ok(oldest.flatten().is_some() || kept_form::any_over(tx, now)? || crate::budget::is_over(tx, now)?)
        })?;
        if !over {
            return Ok(());
        }
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec("delete from performed where at < $1", std::slice::from_ref(&old))?;
            crate::credential::purge(tx, now)?;
            kept_form::clear_away(tx, now)?;
            crate::budget::clear_away(tx, now)?;
            Ok(())
        })
    }

    /// Records something that was done already: somebody who acts on the stream meanwhile does not keep it out.
    pub(crate) fn record_done(&self, stream: StreamId, act: &Act) -> Result<(), Refusal> {
        for _ in 0..TRIES {
            if self.record_own(stream, vec![act.clone()], Due::Unchanged)? == 1 {
                return Ok(());
            }
        }
        Err(Fault::from(store::Error::Busy).into())
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
                let permit = Permit::witness(&Actor::installation(), stream, act.kind().row().part);
                let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &act, now);
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
