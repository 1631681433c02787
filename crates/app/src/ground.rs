//! Grounds: rows that say who holds a ground on which stream, from when until when, and through which act.
//!
//! A ground is held by an account or by an organisation for its posts. Rows are written in the transaction of the act
//! that gives or ends them. Every span is half-open; every question is asked with the present moment. Whoever's account is
//! not open holds nothing.
//!
//! What a civil society organisation holds ends with the consent it rests on, whatever else is said.

mod giving;
mod many;

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
    let id = stream.bytes();
    let read = |row: &store::Row<'_>| {
        let ground: Ground = row.get::<String>(0)?.parse().map_err(|_| store::Error::unreadable("a ground"))?;
        Ok(Held { ground, until: row.get::<Option<i64>>(1)?.map(Moment::from_millis) })
    };
    let mut held = tx.all(
        "select ground, ends from ground
         where stream = $1 and holder in ($2, $3) and ground <> 'mandate' and begins <= $4 and (ends is null or ends > $4)",
        &[Val::Blob(&id), Val::Blob(&seat.bytes()), Val::Blob(&org.bytes()), Val::I64(now.millis())],
        read,
    )?;
    let prisons = tx.all(
        "select holder from ground where stream = coalesce((select of_case from file where stream = $1), $1) and ground = 'custody'",
        &[Val::Blob(&id)],
        |row| row.get::<[u8; 16]>(0),
    )?;
    // A mandate is over the prison itself, for its inspection, and over every file of it.
    let over = mandates(tx, org, now)?.into_iter().filter(|(prison, _)| *prison == id || prisons.contains(prison));
    held.extend(over.map(|(_, until)| Held { ground: Ground::Mandate, until }));
    held.extend(by_belonging(tx, account, org, stream)?);
    if second::falls_to(tx, actor, stream, now)? {
        held.push(Held { ground: Ground::NoSecondPerson, until: None });
    }
    Ok(held.into_iter().filter_map(|held| of_post(held, stands)).collect())
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
    let id = stream.bytes();
    let owner = tx.one(
        "select stream as org from organisation where stream = $1
         union all select org from service where stream = $1 union all select org from account where stream = $1",
        &[Val::Blob(&id)],
        |row| Ok(OrgId::from_bytes(row.get(0)?)),
    )?;
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
