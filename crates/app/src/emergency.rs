//! The index of openings in an emergency: who opened which file when, and whether somebody examined it.
//!
//! What may be read meanwhile is for the grounds; here stands what is looked for across files: an account that may open no
//! other, one that opened many, what waits to be examined, and how many were opened or tried within the hour.
//!
//! INVARIANT: whether somebody may try at all is asked before any number is looked up, of themselves and their organisation
//! alone: the answer says nothing of a number, and nothing of which limit was reached.

use access::Actor;
use domain::admission::NotPossible;
use domain::emergency::{COUNTED_OVER, OPENED_BY_ALL, OPENED_BY_ONE, PACED_OVER, SUSPENDED_AFTER, TRIED_BY_ONE};
use domain::kind::topic;
use domain::{AccountId, Act, ActId, Capacity, Moment, Recorded, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::budget;
use crate::chance::draw;
use crate::deed::{Deed, Receipt};
use crate::refusal::Refusal;

/// Takes an act about an opening into the rows.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::File) -> Result<(), store::Error> {
    let envelope = &recorded.envelope;
    match act {
        topic::File::EmergencyOpened(_) => tx.exec(
            "insert into emergency (act, stream, account, org, opened_at, examined_at, found, found_outside)
             values ($1, $2, $3, $4, $5, null, null, null) on conflict (act) do nothing",
            &[
                Val::Blob(&envelope.act.bytes()),
                Val::Blob(&envelope.stream.bytes()),
                Val::Blob(&envelope.actor.bytes()),
                Val::Blob(&envelope.org.bytes()),
                Val::I64(recorded.at.millis()),
            ],
        ),
        // The first examination ends the wait; the last word counts, and so does the last word from outside.
        topic::File::EmergencyReviewed(body) => {
            let outside = examines_from_outside(envelope.capacity).then_some(body.found.code());
            tx.exec(
                "update emergency set examined_at = coalesce(examined_at, $1), found = $2, found_outside = coalesce($3, found_outside)
                 where act = $4 and stream = $5",
                &[
                    Val::I64(recorded.at.millis()),
                    Val::Text(body.found.code()),
                    outside.into(),
                    Val::Blob(&body.opening.bytes()),
                    Val::Blob(&envelope.stream.bytes()),
                ],
            )
        }
        _ => Ok(0),
    }?;
    Ok(())
}

/// Does whoever examines in this capacity stand outside the prison whose people open? Only they make room for all of them.
const fn examines_from_outside(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::Monitor | Capacity::DataProtection)
}

/// Were as many files opened within the hour as may be, by this account or by all of its organisation? Both are asked whatever
/// the first says, so that no answer takes less work.
pub(crate) fn paced(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<bool, store::Error> {
    let since = now.plus(-PACED_OVER).millis();
    let count = |tx: &mut Tx<'_>, sql: &str, whose: [u8; 16]| -> Result<u32, store::Error> {
        let counted = tx.one(sql, &[Val::Blob(&whose), Val::I64(since)], |row| row.get::<u32>(0))?;
        // What cannot be counted is too much.
        Ok(counted.unwrap_or(u32::MAX))
    };
    let own = count(
        tx,
        "select count(*) from emergency where account = $1 and opened_at > $2 and (found is null or found <> 'justified')",
        actor.account.bytes(),
    )?;
    let all = count(
        tx,
        "select count(*) from emergency where org = $1 and opened_at > $2
           and (found_outside is null or found_outside <> 'justified')",
        actor.org.bytes(),
    )?;
    Ok(own >= OPENED_BY_ONE || all >= OPENED_BY_ALL)
}

/// Does this deed ask for a file by its number?
pub(crate) fn asks(deed: &Deed) -> bool {
    deed.acts.iter().any(|proposed| matches!(proposed.act, Act::File(topic::File::EmergencyOpened(_))))
}

impl App {
    /// Lets somebody try a number, if they have not tried too many under which nothing opened. A try is counted before it is
    /// made, so that many at once are no more than one after the other, and forgotten if anything but "nothing opens" came of it.
    pub(crate) fn tries_a_number(
        &self,
        actor: &Actor,
        deed: &Deed,
        opens: impl FnOnce() -> Result<Receipt, Refusal>,
    ) -> Result<Receipt, Refusal> {
        if let Some(receipt) = self.performed_before(actor, deed)? {
            return Ok(receipt);
        }
        let (account, now) = (actor.account, self.now());
        let mark = ActId::from_random(draw(&*self.entropy)?);
        self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(), Refusal> {
            let at = edge.at(now);
            if budget::tried(tx, account, at.plus(-PACED_OVER))? >= TRIED_BY_ONE {
                return Err(NotPossible::EmergencyPaced.into());
            }
            Ok(budget::note_try(tx, account, mark, at)?)
        })?;
        let outcome = opens();
        if !matches!(outcome, Err(Refusal::NotYours)) {
            self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
                Ok(budget::forget_try(tx, account, mark)?)
            })?;
        }
        outcome
    }
}

/// Has an earlier opening of this account waited for longer than seven days?
pub(crate) fn suspended(tx: &mut Tx<'_>, account: AccountId, now: Moment) -> Result<bool, store::Error> {
    let waiting = tx.one(
        "select count(*) from emergency where account = $1 and examined_at is null and opened_at < $2",
        &[Val::Blob(&account.bytes()), Val::I64(now.plus(-SUSPENDED_AFTER).millis())],
        |row| row.get::<i64>(0),
    )?;
    Ok(waiting.is_some_and(|waiting| waiting > 0))
}

/// Is this file closed? Asked of the log before the file is read, so that its end takes the same work as its absence.
pub(crate) fn is_closed(tx: &mut Tx<'_>, stream: StreamId) -> Result<bool, store::Error> {
    let last = tx.one(
        "select max(case when kind = 'custody.closed' then seq end),
             max(case when kind = 'custody.returned' and id not in (select act from return_word where stream = $1) then seq end)
         from act where stream = $1",
        &[Val::Blob(&stream.bytes())],
        |row| Ok((row.get::<Option<i64>>(0)?, row.get::<Option<i64>>(1)?)),
    )?;
    Ok(last.is_some_and(|(closed, returned)| closed > returned))
}

/// How many files this account opened in the thirty days up to this moment, which is one of them.
pub(crate) fn opened_lately(tx: &mut Tx<'_>, account: AccountId, until: Moment) -> Result<u32, store::Error> {
    let opened = tx.one(
        "select count(*) from emergency where account = $1 and opened_at > $2 and opened_at <= $3",
        &[Val::Blob(&account.bytes()), Val::I64(until.plus(-COUNTED_OVER).millis()), Val::I64(until.millis())],
        |row| row.get::<u32>(0),
    )?;
    Ok(opened.unwrap_or(0))
}
