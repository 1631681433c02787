//! A return to custody counts once two people said it: what one of them says is a report like any other, always taken, and opens
//! no file, ends nobody's work, and begins no stay.
//!
//! The fold of the file decides the same from the acts themselves (`domain::fold`). Here stand the rows of what waits, for
//! rights and for whoever may say the second word. Whether somebody may is asked of the table, as for every act.

use access::Actor;
use domain::custody::{RETURN_WAITS, ReturnWord, Returned};
use domain::{AccountId, ActId, CaseId, Moment, OrgId, Recorded, StreamId};
use store::{Tx, Val};

/// A return that waits for a second word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnLine {
    /// The file.
    pub(crate) case: CaseId,
    /// Since when it waits.
    pub since: Moment,
    /// Until when it waits.
    pub until: Moment,
    /// Said by whoever asks?
    pub by: SaidBy,
}

/// Who said the first word, for whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidBy {
    /// They themselves: somebody else must.
    Themselves,
    /// A colleague: they may.
    Another,
}

/// Takes the word of a return: is it the second one? If not, it waits. The row of a first word stays, so that nobody takes it
/// for a return that counted.
pub(crate) fn is_second_word(tx: &mut Tx<'_>, recorded: &Recorded, body: &Returned) -> Result<bool, store::Error> {
    let (stream, word) = (recorded.envelope.stream, ReturnWord::of(recorded, body.prison));
    let waiting = tx.all(
        "select act, said_by, org, prison, concerns, said from return_word
         where stream = $1 and joined = 0 order by said, act",
        &[Val::Blob(&stream.bytes())],
        |row| {
            Ok(ReturnWord {
                act: ActId::from_bytes(row.get(0)?),
                by: AccountId::from_bytes(row.get(1)?),
                org: OrgId::from_bytes(row.get(2)?),
                prison: OrgId::from_bytes(row.get(3)?),
                at: Moment::from_millis(row.get(4)?),
                said: Moment::from_millis(row.get(5)?),
            })
        },
    )?;
    if waiting.iter().any(|first| first.is_joined_by(&word)) {
        tx.exec("update return_word set joined = 1 where stream = $1", &[Val::Blob(&stream.bytes())])?;
        return Ok(true);
    }
    tx.exec(
        "insert into return_word (act, stream, prison, said_by, org, concerns, said, joined) values ($1, $2, $3, $4, $5, $6, $7, 0)",
        &[
            Val::Blob(&word.act.bytes()),
            Val::Blob(&stream.bytes()),
            Val::Blob(&word.prison.bytes()),
            Val::Blob(&word.by.bytes()),
            Val::Blob(&word.org.bytes()),
            Val::I64(word.at.millis()),
            Val::I64(word.said.millis()),
        ],
    )?;
    Ok(false)
}

/// The prison of a first word that waits.
pub(crate) fn prison_of(tx: &mut Tx<'_>, act: ActId) -> Result<Option<OrgId>, store::Error> {
    tx.one("select prison from return_word where act = $1", &[Val::Blob(&act.bytes())], |row| {
        Ok(OrgId::from_bytes(row.get(0)?))
    })
}

/// Was a return to this file said by two, and nothing waits since?
pub(crate) fn is_joined(tx: &mut Tx<'_>, stream: StreamId) -> Result<bool, store::Error> {
    let joined =
        tx.one("select min(joined) from return_word where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
            row.get::<Option<i64>>(0)
        })?;
    Ok(joined.flatten() == Some(1))
}

/// Returns to the asker's own prison that wait for a second word, the oldest first; none of a file that they are kept from.
pub(crate) fn waiting(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<ReturnLine>, store::Error> {
    let lines = tx.all(
        "select stream, said, said_by from return_word where prison = $1 and said > $2 and joined = 0 order by said, act",
        &[Val::Blob(&actor.org.bytes()), Val::I64(now.plus(-RETURN_WAITS).millis())],
        |row| {
            let since = Moment::from_millis(row.get(1)?);
            let own = AccountId::from_bytes(row.get(2)?) == actor.account;
            Ok(ReturnLine {
                case: CaseId::from(StreamId::from_bytes(row.get(0)?)),
                since,
                until: since.plus(RETURN_WAITS),
                by: if own { SaidBy::Themselves } else { SaidBy::Another },
            })
        },
    )?;
    let mut open = Vec::new();
    for line in lines {
        if crate::bar::on(tx, actor, line.case.stream(), now)?.is_empty() {
            open.push(line);
        }
    }
    Ok(open)
}
