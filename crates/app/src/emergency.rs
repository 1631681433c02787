//! The index of openings in an emergency: who opened which file when, and whether somebody examined it.
//!
//! What may be read meanwhile is for the grounds; here stands what is looked for across files: an account that may open no
//! other, one that opened many, and what waits to be examined.

use domain::emergency::{COUNTED_OVER, SUSPENDED_AFTER};
use domain::kind::topic;
use domain::{AccountId, Moment, Recorded};
use store::{Tx, Val};

/// Takes an act about an opening into the rows.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::File) -> Result<(), store::Error> {
    let envelope = &recorded.envelope;
    match act {
        topic::File::EmergencyOpened(_) => tx.exec(
            "insert into emergency (act, stream, account, opened_at, examined_at, found) values ($1, $2, $3, $4, null, null)
             on conflict (act) do nothing",
            &[
                Val::Blob(&envelope.act.bytes()),
                Val::Blob(&envelope.stream.bytes()),
                Val::Blob(&envelope.actor.bytes()),
                Val::I64(recorded.at.millis()),
            ],
        ),
        // The first examination ends the wait; the last word counts.
        topic::File::EmergencyReviewed(body) => tx.exec(
            "update emergency set examined_at = coalesce(examined_at, $1), found = $2 where act = $3 and stream = $4",
            &[
                Val::I64(recorded.at.millis()),
                Val::Text(body.found.code()),
                Val::Blob(&body.opening.bytes()),
                Val::Blob(&envelope.stream.bytes()),
            ],
        ),
        _ => Ok(0),
    }?;
    Ok(())
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

/// How many files this account opened in the thirty days up to this moment, which is one of them.
pub(crate) fn opened_lately(tx: &mut Tx<'_>, account: AccountId, until: Moment) -> Result<u32, store::Error> {
    let opened = tx.one(
        "select count(*) from emergency where account = $1 and opened_at > $2 and opened_at <= $3",
        &[Val::Blob(&account.bytes()), Val::I64(until.plus(-COUNTED_OVER).millis()), Val::I64(until.millis())],
        |row| row.get::<u32>(0),
    )?;
    Ok(opened.unwrap_or(0))
}
