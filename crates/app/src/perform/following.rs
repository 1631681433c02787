//! What is written with an act in the transaction of the act: rows that need a whole fold, when a case is looked at again,
//! and the end of what somebody could sign in with.

use domain::kind::{Subject, topic};
use domain::{Act, Moment, Recorded, StreamId};
use store::{Tx, Val};

use crate::keys::Keys;
use crate::ledger_rows::acts_of;
use crate::refusal::Fault;
use crate::state::State;

/// What an account can sign in with, and what was typed in its name, ends with the act that closes or recovers it.
pub(super) fn end_ways_in(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<(), store::Error> {
    let account = recorded.envelope.stream.into();
    match &recorded.act {
        Act::Account(topic::Account::Disabled(_)) => {
            crate::credential::remove(tx, account)?;
            crate::vault::forget(tx, account)?;
        }
        Act::Account(topic::Account::RecoveryConfirmed(_)) => crate::credential::recover(tx, account, recorded.at)?,
        _ => return Ok(()),
    }
    crate::kept_form::forget_all_of(tx, account)
}

/// Writes the rows that need a whole fold.
pub(super) fn summarise(
    tx: &mut Tx<'_>,
    keys: &Keys,
    summaries: &[(StreamId, State)],
    written: &[Recorded],
) -> Result<(), Fault> {
    for (stream, state) in summaries {
        // Who stands in counts from the instant at which it was written, not from when it was prepared.
        let of_posts = |act: &Recorded| act.envelope.stream == *stream && matches!(act.act, Act::Post(_));
        if written.iter().any(of_posts) {
            State::of(Subject::Organisation, &acts_of(keys, tx, *stream)?).summarise(tx, *stream)?;
        } else {
            state.summarise(tx, *stream)?;
        }
    }
    Ok(())
}

/// Notes when a case must be looked at again.
pub(crate) fn note_due(tx: &mut Tx<'_>, stream: StreamId, at: Option<Moment>) -> Result<(), store::Error> {
    tx.exec("delete from due where stream = $1", &[Val::Blob(&stream.bytes())])?;
    if let Some(at) = at {
        tx.exec("insert into due (stream, at) values ($1, $2)", &[Val::Blob(&stream.bytes()), Val::I64(at.millis())])?;
    }
    Ok(())
}
