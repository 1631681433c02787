//! Where somebody stands towards many case files at once: the same answer as for each by itself, in a few statements.
//!
//! Case files alone: on streams of the register grounds are held that need no row.

use std::collections::BTreeMap;

use access::{Actor, Bar, Held};
use domain::{Ground, Moment, StreamId};
use store::{Row, Tx, Val};

use super::{Standing, mandates, of_post};
use crate::refusal::Fault;
use crate::{bar, posts};

/// How many files one statement asks about: the rows of a page.
const AT_ONCE: usize = 25;

/// `$1` to `$25`: the files of one statement.
macro_rules! these {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)"
    };
}
pub(crate) use these;

/// Asks a statement for so many files at a time: `$1` to `$25` are the files, the last repeated, and what else it asks with
/// comes behind them.
pub(crate) fn in_portions<T>(
    tx: &mut Tx<'_>,
    sql: &str,
    streams: &[StreamId],
    others: &[Val<'_>],
    mut read: impl FnMut(&Row<'_>) -> Result<T, store::Error>,
) -> Result<Vec<T>, store::Error> {
    let mut found = Vec::new();
    for portion in streams.chunks(AT_ONCE) {
        let ids: Vec<[u8; 16]> = portion.iter().map(|stream| stream.bytes()).collect();
        let Some(last) = ids.last() else { continue };
        let these = ids.iter().chain(std::iter::repeat(last)).take(AT_ONCE).map(|id| Val::Blob(id));
        let vals: Vec<Val<'_>> = these.chain(others.iter().copied()).collect();
        tx.rows(sql, &vals, |row| {
            found.push(read(row)?);
            Ok(())
        })?;
    }
    Ok(found)
}

/// Where somebody stands towards each of these case files now, in a list: a file opened in an emergency is opened by itself.
pub(crate) fn standings(
    tx: &mut Tx<'_>,
    actor: &Actor,
    cases: &[StreamId],
    now: Moment,
) -> Result<BTreeMap<StreamId, Standing>, Fault> {
    let mut standings: BTreeMap<StreamId, Standing> =
        cases.iter().map(|case| (*case, Standing { towards: *case, held: Vec::new(), bars: Vec::new() })).collect();
    let Some(stands) = posts::stands(tx, actor, now)? else { return Ok(standings) };
    for (case, held) in held(tx, actor, cases, now)? {
        if let (Some(standing), Some(held)) = (standings.get_mut(&case), of_post(held, stands)) {
            standing.held.push(held);
        }
    }
    for (case, bar) in bars(tx, actor, cases, now)? {
        if let Some(standing) = standings.get_mut(&case) {
            standing.bars.push(bar);
        }
    }
    Ok(standings)
}

fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    cases: &[StreamId],
    now: Moment,
) -> Result<Vec<(StreamId, Held)>, store::Error> {
    let (seat, org) = (actor.seat().bytes(), actor.org.bytes());
    let until = |row: &Row<'_>, column| Ok::<_, store::Error>(row.get::<Option<i64>>(column)?.map(Moment::from_millis));
    let rows = in_portions(
        tx,
        concat!(
            "select stream, ground, ends, holder from ground where stream in ",
            these!(),
            " and ground not in ('mandate', 'emergency') and begins <= $26 and (ends is null or ends > $26)"
        ),
        cases,
        &[Val::I64(now.millis())],
        |row| {
            let ground: Ground = row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a ground"))?;
            let held = (StreamId::from_bytes(row.get(0)?), Held { ground, until: until(row, 2)? });
            Ok((row.get::<[u8; 16]>(3)?, held))
        },
    )?;
    // Compared here: a file has few rows, a holder has many, and an engine that began with the holder would read them all.
    let mut held: Vec<(StreamId, Held)> =
        rows.into_iter().filter(|(holder, _)| [seat, org].contains(holder)).map(|(_, held)| held).collect();
    let mandates = mandates(tx, actor.org, now)?;
    if mandates.is_empty() {
        return Ok(held);
    }
    let places = in_portions(
        tx,
        concat!("select stream, holder from ground where stream in ", these!(), " and ground = 'custody'"),
        cases,
        &[],
        |row| Ok((StreamId::from_bytes(row.get(0)?), row.get::<[u8; 16]>(1)?)),
    )?;
    for (case, prison) in places {
        let over = mandates.iter().filter(|(of, _)| *of == prison);
        held.extend(over.map(|(_, until)| (case, Held { ground: Ground::Mandate, until: *until })));
    }
    Ok(held)
}

fn bars(tx: &mut Tx<'_>, actor: &Actor, cases: &[StreamId], now: Moment) -> Result<Vec<(StreamId, Bar)>, store::Error> {
    let shut = bar::cases_shut(tx, actor, now)?;
    Ok(shut.into_iter().filter(|(stream, _)| cases.contains(stream)).collect())
}
