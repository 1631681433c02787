//! Who else could sign what waits: everybody whom the same decision would let, as if they had just proved themselves; those who
//! stand in for a post included, and whoever proposed it left out.
//!
//! It asks grounds, bars and the table, and repeats none of them. Monitors are not among those it asks: whether something falls to
//! one of them is what is being found out.

use access::{Actor, StandsIn};
use domain::{AccountId, ActId, Capacity, Moment, OrgId, StreamId, Strength};
use store::{Tx, Val};

use super::{Pair, Signature, Waits};
use crate::refusal::Fault;
use crate::{ground, posts};

/// For which of those under a mandate something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// One prison.
    Prison(OrgId),
    /// All of the installation.
    Installation,
}

/// Where something waits, if the actor's body has a mandate for it.
pub(crate) fn overseen(
    tx: &mut Tx<'_>,
    waits: &Waits,
    actor: &Actor,
    now: Moment,
) -> Result<Option<Where>, store::Error> {
    let mandates = ground::mandates(tx, actor.org, now)?;
    let sql = match waits.signature {
        // The clock is everybody's: whoever oversees any prison may say that it is right.
        Signature::Clock => return Ok((!mandates.is_empty()).then_some(Where::Installation)),
        Signature::Account | Signature::Recovery | Signature::Token => "select org from account where stream = $1",
        Signature::Return => {
            let prison = crate::returning::prison_of(tx, waits.act)?;
            let over = |prison: &OrgId| mandates.iter().any(|(over, _)| *over == prison.bytes());
            return Ok(prison.filter(over).map(Where::Prison));
        }
        Signature::Cover => "select stream from organisation where stream = $1",
        // The prison that holds the person, or held them last.
        Signature::Strike | Signature::Erasing | Signature::Plan => {
            "select holder from ground where stream = $1 and ground = 'custody' order by begins desc limit 1"
        }
    };
    let prison = tx.one(sql, &[Val::Blob(&waits.stream.bytes())], |row| row.get::<[u8; 16]>(0))?;
    let over = |prison: &[u8; 16]| mandates.iter().any(|(over, _)| over == prison);
    Ok(prison.filter(over).map(|prison| Where::Prison(OrgId::from_bytes(prison))))
}

/// Could nobody else give it?
pub(crate) fn nobody_else(tx: &mut Tx<'_>, waits: &Waits, pair: &Pair, at: Where, now: Moment) -> Result<bool, Fault> {
    let asked = if waits.signature == Signature::Cover { Some(cover_asked(tx, waits.act)?) } else { None };
    let leaders = match (asked, at) {
        (Some(Some((post, _))), Where::Prison(prison)) => posts::leaders(tx, prison, post, now)?,
        _ => std::collections::BTreeSet::default(),
    };
    for one in candidates(tx, pair, at, now)? {
        let themselves = one.account == waits.by || one.account.stream() == waits.stream;
        let fits = match waits.signature {
            // Both of a recovery administer in the same capacity.
            Signature::Recovery => one.capacity == waits.capacity,
            // Nobody confirms that they stand in themselves, and of those who lead only who leads the post.
            Signature::Cover => {
                let for_themselves = asked.flatten().is_some_and(|(_, account)| account == one.account);
                let says = one.capacity == Capacity::OrgAdministrator || leaders.contains(&one.account);
                says && !for_themselves
            }
            _ => true,
        };
        if themselves || !fits {
            continue;
        }
        // Whoever receives a person speaks for the prison, as at an admission.
        let asked = match (waits.signature, at) {
            (Signature::Return, Where::Prison(prison)) => prison.stream(),
            _ => waits.stream,
        };
        let standing = ground::standing(tx, &one, asked, now)?.barred_from(tx, &one, waits.stream, now)?;
        if standing.permit(&one, waits.stream, pair.asks, now).is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn cover_asked(tx: &mut Tx<'_>, cover: ActId) -> Result<Option<(ActId, AccountId)>, store::Error> {
    tx.one("select post, account from cover_asked where cover = $1", &[Val::Blob(&cover.bytes())], |row| {
        Ok((ActId::from_bytes(row.get(0)?), AccountId::from_bytes(row.get(1)?)))
    })
}

/// Open accounts that could be asked, and those who stand in for a post now, as they would be had they just proved themselves. Case
/// managers come last: there are many, and each has few files.
fn candidates(tx: &mut Tx<'_>, pair: &Pair, at: Where, now: Moment) -> Result<Vec<Actor>, store::Error> {
    let prison = match at {
        Where::Prison(prison) => prison,
        Where::Installation => OrgId::from(StreamId::INSTALLATION),
    };
    let vals = [Val::Blob(&prison.bytes()), Val::I64(now.millis())];
    let capacity = |row: &store::Row<'_>, column| {
        row.get::<String>(column)?.parse().map_err(|_| store::Error::unreadable("a capacity"))
    };
    let mut all = tx.all(
        "select stream, org, capacity from account where state = 'open' and (org = $1 or capacity = 'system_administrator'
            or (capacity = 'data_protection' and org in (select holder from ground where stream = $1
                and ground = 'mandate' and begins <= $2 and (ends is null or ends > $2))))
         order by stream",
        &vals,
        |row| {
            Ok(Actor {
                account: AccountId::from_bytes(row.get(0)?),
                org: OrgId::from_bytes(row.get(1)?),
                capacity: capacity(row, 2)?,
                strength: Strength::Fresh,
                stands_in: None,
            })
        },
    )?;
    // Whoever is away holds what they held as long as their account is open, as for a session that stands in.
    all.extend(tx.all(
        "select c.account, c.org, c.capacity, c.cover, c.post, h.stream from cover c
         left join account h on h.stream = c.holder and h.state = 'open'
         where (c.org = $1 or c.capacity = 'system_administrator'
            or (c.capacity = 'data_protection' and c.org in (select holder from ground where stream = $1
                and ground = 'mandate' and begins <= $2 and (ends is null or ends > $2))))
           and c.begins <= $2 and c.ends > $2
         order by c.cover",
        &vals,
        |row| {
            Ok(Actor {
                account: AccountId::from_bytes(row.get(0)?),
                org: OrgId::from_bytes(row.get(1)?),
                capacity: capacity(row, 2)?,
                strength: Strength::Fresh,
                stands_in: Some(StandsIn {
                    cover: ActId::from_bytes(row.get(3)?),
                    post: ActId::from_bytes(row.get(4)?),
                    holder: row.get::<Option<[u8; 16]>>(5)?.map(AccountId::from_bytes),
                }),
            })
        },
    )?);
    let (part, action) = pair.asks;
    all.retain(|one| {
        let ever = access::grounds(one.capacity, part, action, Strength::Fresh).next().is_some();
        ever && one.capacity != Capacity::Monitor
    });
    all.sort_by_key(|one| one.capacity == Capacity::CaseManager);
    Ok(all)
}
