//! Grounds: rows that say who holds a ground on which stream, from when until when, and through which act.
//!
//! A ground is held by an account or by an organisation for its posts. Rows are written in the transaction of the act
//! that gives or ends them. Every span is half-open; every question is asked with the present moment. Whoever's account is
//! not open holds nothing.
//!
//! What a civil society organisation holds ends with the consent it rests on, whatever else is said.

mod giving;
mod many;

use std::sync::LazyLock;

use access::{Actor, Bar, Held, Permit, Reading};
use domain::{AccountId, Action, Ground, Moment, OrgId, Part, StreamId};
use store::{Tx, Val};

use crate::posts::Stands;
use crate::refusal::Fault;
use crate::{bar, posts, second};

pub(crate) use giving::{case_of, place, referrals_of, take};
pub(crate) use many::{in_portions, standings, these};

/// Is this an open account of this capacity, or one that stands in for a post of it now? Its organisation never changes, and
/// a session takes it from the register.
pub(crate) fn stands(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<bool, store::Error> {
    Ok(posts::stands(tx, actor, now)?.is_some())
}

/// The earliest end of anything that somebody holds now: until when a list holds at the least.
pub(crate) fn first_end(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Option<Moment>, store::Error> {
    let Some(stands) = posts::stands(tx, actor, now)? else { return Ok(Some(now)) };
    let ends = tx.one(
        concat!(
            "with ",
            bar::shut!(),
            " select min(ends) from ground where holder in ($1, $3) and begins <= $2 and ends > $2
              and stream not in (select stream from closed)"
        ),
        &[
            Val::Blob(&actor.seat().bytes()),
            Val::I64(now.millis()),
            Val::Blob(&actor.org.bytes()),
            Val::Blob(&actor.account.bytes()),
        ],
        |row| row.get::<Option<i64>>(0),
    )?;
    Ok(ends.flatten().map(Moment::from_millis).into_iter().chain(stands.until()).min())
}

/// Where somebody stands towards a stream now: the grounds they hold on it, and what keeps them from it all the same.
/// Asked as a whole, so that no grounds are ever weighed without the bars.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    towards: StreamId,
    held: Vec<Held>,
    bars: Vec<Bar>,
}

impl Standing {
    /// Leave to do this, if there is.
    pub(crate) fn permit(
        &self,
        actor: &Actor,
        stream: StreamId,
        (part, action): (Part, Action),
        now: Moment,
    ) -> Option<Permit> {
        access::permit(actor, stream, part, action, &self.held, &self.bars, now)
    }

    /// The same, for a deed on another stream than the one the right comes from: what keeps one from that counts too.
    pub(crate) fn barred_from(
        mut self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        stream: StreamId,
        now: Moment,
    ) -> Result<Self, Fault> {
        if stream != self.towards {
            self.bars.extend(bar::on(tx, actor, stream, now)?);
        }
        Ok(self)
    }

    /// Could this part be opened now on the other grounds, if there were no emergency?
    pub(crate) fn opens_by_work(&self, actor: &Actor, stream: StreamId, part: Part, now: Moment) -> bool {
        let held: Vec<Held> = self.held.iter().copied().filter(|held| held.ground != Ground::Emergency).collect();
        let reading = access::readable(actor, stream, &held, &self.bars, now);
        reading.is_some_and(|reading| reading.opens(stream, part))
    }

    /// What may be opened.
    pub(crate) fn readable(&self, actor: &Actor, stream: StreamId, now: Moment) -> Option<Reading> {
        access::readable(actor, stream, &self.held, &self.bars, now)
    }

    /// What may go on paper.
    pub(crate) fn printable(&self, actor: &Actor, stream: StreamId, now: Moment) -> Option<Reading> {
        access::printable(actor, stream, &self.held, &self.bars, now)
    }
}

/// Where somebody stands towards a stream now.
pub(crate) fn standing(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Standing, Fault> {
    let held = held(tx, actor, stream, now)?;
    // Asked whatever is held, so that a file one is kept from takes the same work as one that is not there.
    let bars = bar::on(tx, actor, stream, now)?;
    Ok(Standing { towards: stream, held, bars })
}

fn held(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Vec<Held>, Fault> {
    let Some(stands) = posts::stands(tx, actor, now)? else { return Ok(Vec::new()) };
    let (account, seat, org) = (actor.account, actor.seat(), actor.org);
    let mut held = by_row(tx, (seat, org), stream, now)?;
    held.extend(under_mandate(tx, org, stream, now)?);
    held.extend(by_belonging(tx, account, org, stream)?);
    if second::falls_to(tx, actor, stream, now)? {
        held.push(Held { ground: Ground::NoSecondPerson, until: None });
    }
    Ok(held.into_iter().filter_map(|held| of_post(held, stands)).collect())
}

/// The grounds that stand in rows of a stream.
fn in_rows() -> impl Iterator<Item = Ground> {
    let rows = |ground: &Ground| ground.is_on_files() && *ground != Ground::Mandate || *ground == Ground::Emergency;
    Ground::ALL.iter().copied().filter(rows)
}

/// The latest end of each ground that stands in rows, as one row with a column for each: whatever is there, and whoever asks, as
/// much comes back.
static HELD: LazyLock<String> = LazyLock::new(|| {
    let column = |ground: Ground| format!("max(case when ground = '{ground}' then coalesce(ends, {FOR_EVER}) end)");
    let columns: Vec<String> = in_rows().map(column).collect();
    format!(
        "select {} from ground where stream = $1 and holder in ($2, $3) and begins <= $4 and (ends is null or ends > $4)",
        columns.join(", ")
    )
});

/// Later than any end.
const FOR_EVER: i64 = i64::MAX;

fn ends_at(end: i64) -> Option<Moment> {
    (end != FOR_EVER).then(|| Moment::from_millis(end))
}

fn by_row(
    tx: &mut Tx<'_>,
    (seat, org): (AccountId, OrgId),
    stream: StreamId,
    now: Moment,
) -> Result<Vec<Held>, store::Error> {
    let vals = [Val::Blob(&stream.bytes()), Val::Blob(&seat.bytes()), Val::Blob(&org.bytes()), Val::I64(now.millis())];
    let held = tx.one(&HELD, &vals, |row| {
        let mut held = Vec::new();
        for (column, ground) in in_rows().enumerate() {
            held.extend(row.get::<Option<i64>>(column)?.map(|end| Held { ground, until: ends_at(end) }));
        }
        Ok(held)
    })?;
    Ok(held.unwrap_or_default())
}

/// A mandate is over the prison itself, for its inspection, and over every file that it holds or held.
fn under_mandate(tx: &mut Tx<'_>, org: OrgId, stream: StreamId, now: Moment) -> Result<Option<Held>, store::Error> {
    let latest = tx.one(
        "select max(coalesce(m.ends, 9223372036854775807)) from ground m
         where m.holder = $1 and m.ground = 'mandate' and m.begins <= $2 and (m.ends is null or m.ends > $2)
           and (m.stream = $3 or m.stream in (
             select holder from ground where ground = 'custody'
               and stream = coalesce((select of_case from file where stream = $3), $3)))",
        &[Val::Blob(&org.bytes()), Val::I64(now.millis()), Val::Blob(&stream.bytes())],
        |row| row.get::<Option<i64>>(0),
    )?;
    Ok(latest.flatten().map(|end| Held { ground: Ground::Mandate, until: ends_at(end) }))
}

/// A ground as it counts for somebody who may stand in for a post: what is a person's own is not the post's, and nothing outlasts
/// standing in for it.
fn of_post(held: Held, stands: Stands) -> Option<Held> {
    let Some(until) = stands.until() else { return Some(held) };
    let own = matches!(held.ground, Ground::OwnFile | Ground::LegalMandate | Ground::Emergency);
    (!own).then(|| Held { until: Some(held.until.map_or(until, |end| end.min(until))), ..held })
}

/// A prison, and the end of a mandate over it.
type Over = ([u8; 16], Option<Moment>);

/// The prisons that an organisation has a mandate over now, each with the end of the mandate.
pub(crate) fn mandates(tx: &mut Tx<'_>, org: OrgId, now: Moment) -> Result<Vec<Over>, store::Error> {
    tx.all(
        "select stream, ends from ground where holder = $1 and ground = 'mandate' and begins <= $2 and (ends is null or ends > $2)",
        &[Val::Blob(&org.bytes()), Val::I64(now.millis())],
        |row| Ok((row.get(0)?, row.get::<Option<i64>>(1)?.map(Moment::from_millis))),
    )
}

/// Grounds that need no row: the installation is everybody's, an organisation its members', an account its owner's.
fn by_belonging(tx: &mut Tx<'_>, account: AccountId, org: OrgId, stream: StreamId) -> Result<Vec<Held>, Fault> {
    // One row, whether it is there or not.
    let owner = tx.one(
        "select coalesce((select stream from organisation where stream = $1),
             (select org from service where stream = $1), (select org from account where stream = $1))",
        &[Val::Blob(&stream.bytes())],
        |row| Ok(row.get::<Option<[u8; 16]>>(0)?.map(OrgId::from_bytes)),
    )?;
    let owner = owner.flatten();
    let mut grounds = Vec::new();
    if stream == StreamId::INSTALLATION || owner.is_some() {
        grounds.push(Ground::Installation);
    }
    if owner == Some(org) {
        grounds.push(Ground::OwnOrganisation);
    }
    if stream == account.stream() {
        grounds.push(Ground::OwnAccount);
    }
    Ok(grounds.into_iter().map(|ground| Held { ground, until: None }).collect())
}
