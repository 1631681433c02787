//! Bars: rows that say who is kept from which file, whatever grounds they hold.
//!
//! A restriction is a row for the prison it was made in, with a row for each account that it names; a conflict of interest
//! is a row for one account. They stand on the case and count for its referrals too. Rows are written in the transaction
//! of the act that makes or ends them, and joined wherever grounds are: [`shut`] for lists, counts and searches,
//! [`on`] for one file.

use access::{Actor, Bar};
use domain::file::Tie;
use domain::kind::topic;
use domain::{Moment, OrgId, Recorded, StreamId};
use store::{Tx, Val};

/// The code of a row for everybody of a prison but those whom the same act names.
const RESTRICTED: &str = "restricted";
/// The code of a row for somebody whom a restriction names.
const NAMED: &str = "named";

const fn code_of(tie: Tie) -> &'static str {
    match tie {
        Tie::OwnPerson | Tie::Relative => "own_person",
        Tie::Other => "conflict",
    }
}

/// Two common table expressions: `shut`, the cases that the asker is kept from now, and `closed`, the same with their
/// referrals. `$1` is the account whose grounds count, `$2` the moment, `$3` the organisation, `$4` the account that asks: where
/// one stands in for the other, what keeps either from a file keeps both.
macro_rules! shut {
    () => {
        "shut (stream, bar) as (
    select b.stream, b.bar from bar b
     where b.holder = $1 and b.bar in ('conflict', 'own_person') and b.begins <= $2 and (b.ends is null or b.ends > $2)
    union
    select b.stream, b.bar from bar b
     where b.holder = $3 and b.bar = 'restricted' and b.begins <= $2 and (b.ends is null or b.ends > $2)
       and exists (select 1 from account a where a.stream in ($1, $4)
           and not exists (select 1 from bar n where n.via = b.via and n.bar = 'named' and n.holder = a.stream))
    union
    select b.stream, b.bar from bar b
     where b.holder = $4 and b.bar in ('conflict', 'own_person') and b.begins <= $2 and (b.ends is null or b.ends > $2)),
closed (stream, bar) as (
    select stream, bar from shut union select f.stream, s.bar from file f join shut s on f.of_case = s.stream)"
    };
}
pub(crate) use shut;

/// What keeps somebody from a file now, or the one for whom they stand in.
pub(crate) fn on(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Vec<Bar>, store::Error> {
    // Counted, so that as many rows come back where there is nothing to be kept from.
    let sql = "select count(case when b.bar = 'conflict' then 1 end), count(case when b.bar = 'restricted' then 1 end), count(*)
         from bar b
         where b.stream in ($1, (select of_case from file where stream = $1))
           and b.begins <= $2 and (b.ends is null or b.ends > $2)
           and ((b.holder in ($3, $4) and b.bar in ('conflict', 'own_person'))
             or (b.holder = $5 and b.bar = 'restricted'
                 and exists (select 1 from account a where a.stream in ($3, $4)
                     and not exists (select 1 from bar n where n.via = b.via and n.bar = 'named' and n.holder = a.stream))))";
    let vals = [
        Val::Blob(&stream.bytes()),
        Val::I64(now.millis()),
        Val::Blob(&actor.account.bytes()),
        Val::Blob(&actor.seat().bytes()),
        Val::Blob(&actor.org.bytes()),
    ];
    let counted = tx.one(sql, &vals, |row| Ok([row.get::<i64>(0)?, row.get(1)?, row.get(2)?]))?;
    let Some([conflict, restricted, all]) = counted else { return Err(store::Error::unreadable("a count of bars")) };
    // What is not known keeps out as much as anything can.
    let own = all > conflict.saturating_add(restricted);
    let bars = [(conflict > 0, Bar::Conflict), (own, Bar::OwnPerson), (restricted > 0, Bar::Restricted)];
    Ok(bars.into_iter().filter(|(stands, _)| *stands).map(|(_, bar)| bar).collect())
}

fn bar_of(code: &str) -> Bar {
    match code {
        RESTRICTED => Bar::Restricted,
        "conflict" => Bar::Conflict,
        // What is not known keeps out as much as anything can.
        _ => Bar::OwnPerson,
    }
}

/// Every case that somebody is kept from now, once for each bar. Those who ask are kept from few.
pub(crate) fn cases_shut(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<(StreamId, Bar)>, store::Error> {
    tx.all(
        concat!("with ", shut!(), " select stream, bar from shut order by stream, bar"),
        &[
            Val::Blob(&actor.seat().bytes()),
            Val::I64(now.millis()),
            Val::Blob(&actor.org.bytes()),
            Val::Blob(&actor.account.bytes()),
        ],
        |row| Ok((StreamId::from_bytes(row.get(0)?), bar_of(&row.get::<String>(1)?))),
    )
}

/// Is the file restricted to people of whom the asker is none, whatever prison restricted it? So much stands against an
/// emergency; of those who work elsewhere [`on`] says nothing.
pub(crate) fn restricted_to_others(
    tx: &mut Tx<'_>,
    actor: &Actor,
    stream: StreamId,
    now: Moment,
) -> Result<bool, store::Error> {
    let restricted = tx.one(
        "select count(*) from bar b
         where b.stream in ($1, (select of_case from file where stream = $1)) and b.bar = 'restricted'
           and b.begins <= $2 and (b.ends is null or b.ends > $2)
           and not exists (select 1 from bar n where n.via = b.via and n.bar = 'named' and n.holder = $3)",
        &[Val::Blob(&stream.bytes()), Val::I64(now.millis()), Val::Blob(&actor.account.bytes())],
        |row| row.get::<i64>(0),
    )?;
    Ok(restricted.is_some_and(|restricted| restricted > 0))
}

/// Ends what is open in an emergency for whoever this restriction does not name. Its own rows stand already.
pub(crate) fn shut_out(tx: &mut Tx<'_>, stream: StreamId, restricted: &Recorded) -> Result<(), store::Error> {
    tx.exec(
        "update ground set ends = $1 where stream = $2 and ground = 'emergency' and ends > $1
           and holder not in (select holder from bar where via = $3 and bar = 'named')",
        &[Val::I64(restricted.at.millis()), Val::Blob(&stream.bytes()), Val::Blob(&restricted.envelope.act.bytes())],
    )?;
    Ok(())
}

/// Takes an act about who may see the file into the rows.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::File) -> Result<(), store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::File::Restricted(body) => {
            end_restriction(tx, stream, at)?;
            begin(tx, recorded, RESTRICTED, recorded.envelope.org.bytes())?;
            for named in &body.named {
                begin(tx, recorded, NAMED, named.account.bytes())?;
            }
            Ok(())
        }
        topic::File::RestrictionLifted(_) => end_restriction(tx, stream, at),
        topic::File::ConflictDeclared(body) => begin(tx, recorded, code_of(body.tie), body.account.bytes()),
        topic::File::ConflictEnded(body) => {
            tx.exec(
                "update bar set ends = $1 where stream = $2 and holder = $3 and bar in ('conflict', 'own_person') and ends is null",
                &[Val::I64(at.millis()), Val::Blob(&stream.bytes()), Val::Blob(&body.account.bytes())],
            )?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The person is held in another prison from now on. Those who were named work in the one before: here its governors see
/// the file, and name others. They are those of the moment of the act, read from the log: rows that are made anew long after
/// name nobody who came later.
pub(crate) fn moved(tx: &mut Tx<'_>, recorded: &Recorded, prison: OrgId) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    let before = tx.one(
        "select holder from bar where stream = $1 and bar = 'restricted' and ends is null",
        &[Val::Blob(&stream.bytes())],
        |row| Ok(OrgId::from_bytes(row.get(0)?)),
    )?;
    if before.is_none_or(|before| before == prison) {
        return Ok(());
    }
    end_restriction(tx, stream, recorded.at)?;
    begin(tx, recorded, RESTRICTED, prison.bytes())?;
    let governors = tx.all(
        "select a.stream from account a where a.org = $1 and a.capacity = 'governor'
           and exists (select 1 from act o where o.stream = a.stream and o.kind = 'account.confirmed'
               and o.seq < (select seq from act where id = $2))
           and not exists (select 1 from act d where d.stream = a.stream and d.kind = 'account.disabled'
               and d.seq < (select seq from act where id = $2))
         order by a.stream",
        &[Val::Blob(&prison.bytes()), Val::Blob(&recorded.envelope.act.bytes())],
        |row| row.get::<[u8; 16]>(0),
    )?;
    for governor in governors {
        begin(tx, recorded, NAMED, governor)?;
    }
    Ok(())
}

fn begin(tx: &mut Tx<'_>, recorded: &Recorded, code: &str, holder: [u8; 16]) -> Result<(), store::Error> {
    tx.exec(
        "insert into bar (stream, bar, holder, begins, ends, via) values ($1, $2, $3, $4, null, $5)
         on conflict (stream, bar, holder, via) do nothing",
        &[
            Val::Blob(&recorded.envelope.stream.bytes()),
            Val::Text(code),
            Val::Blob(&holder),
            Val::I64(recorded.at.millis()),
            Val::Blob(&recorded.envelope.act.bytes()),
        ],
    )?;
    Ok(())
}

fn end_restriction(tx: &mut Tx<'_>, stream: StreamId, at: Moment) -> Result<(), store::Error> {
    tx.exec(
        "update bar set ends = $1 where stream = $2 and bar in ('restricted', 'named') and ends is null",
        &[Val::I64(at.millis()), Val::Blob(&stream.bytes())],
    )?;
    Ok(())
}
