//! The second signature where a prison has nobody else who could give it: then, and only then, it falls to oversight.
//!
//! Whether anybody else could is asked with every question, of open accounts as they are now. Nothing but a second signature
//! is given on this ground.

use std::collections::BTreeSet;

use access::Actor;
use domain::kind::{Act, topic};
use domain::{AccountId, ActId, Capacity, Kind, Moment, OrgId, Recorded, StreamId, Strength};
use store::{Tx, Val};

use crate::refusal::Fault;
use crate::{bar, posts};

domain::codes! {
    /// What waits for a second signature.
    pub Signature as "signature" {
        /// An account that was proposed.
        Account = "account",
        /// That somebody stands in.
        Cover = "cover",
        /// What was recorded on the wrong person.
        Strike = "strike",
    }
}

/// Is an act of this kind a second signature that oversight may give?
pub(crate) const fn signs(kind: Kind) -> bool {
    matches!(kind, Kind::AccountConfirmed | Kind::PostCoverConfirmed | Kind::FileStruck)
}

/// Something that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waits {
    /// The act that proposed it.
    pub(crate) act: ActId,
    pub(crate) stream: StreamId,
    pub(crate) signature: Signature,
    /// Who proposed it.
    pub(crate) by: AccountId,
    pub(crate) since: Moment,
}

/// Takes an act into what waits.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    match &recorded.act {
        Act::Account(topic::Account::Proposed(_)) => waits(tx, recorded, Signature::Account),
        Act::Account(topic::Account::Confirmed(_) | topic::Account::Disabled(_)) => {
            tx.exec(
                "delete from second_signature where stream = $1 and signature = 'account'",
                &[Val::Blob(&stream.bytes())],
            )?;
            Ok(())
        }
        Act::Post(topic::Post::CoverProposed(_)) => waits(tx, recorded, Signature::Cover),
        Act::Post(topic::Post::CoverConfirmed(body)) => given(tx, body.cover),
        Act::Post(topic::Post::CoverEnded(body)) => given(tx, body.cover),
        Act::File(topic::File::StrikeProposed(_)) => waits(tx, recorded, Signature::Strike),
        Act::File(topic::File::Struck(body)) => given(tx, body.proposed),
        _ => Ok(()),
    }
}

fn waits(tx: &mut Tx<'_>, recorded: &Recorded, signature: Signature) -> Result<(), store::Error> {
    tx.exec(
        "insert into second_signature (act, stream, signature, proposed_by, since) values ($1, $2, $3, $4, $5)",
        &[
            Val::Blob(&recorded.envelope.act.bytes()),
            Val::Blob(&recorded.envelope.stream.bytes()),
            Val::Text(signature.code()),
            Val::Blob(&recorded.envelope.actor.bytes()),
            Val::I64(recorded.at.millis()),
        ],
    )?;
    Ok(())
}

fn given(tx: &mut Tx<'_>, act: ActId) -> Result<(), store::Error> {
    tx.exec("delete from second_signature where act = $1", &[Val::Blob(&act.bytes())])?;
    Ok(())
}

/// What waits for a signature in a stream, or everywhere, the oldest first.
pub(crate) fn waiting(tx: &mut Tx<'_>, stream: Option<StreamId>) -> Result<Vec<Waits>, store::Error> {
    let (all, id) = (i64::from(stream.is_none()), stream.unwrap_or(StreamId::INSTALLATION).bytes());
    tx.all(
        "select act, stream, signature, proposed_by, since from second_signature where $1 = 1 or stream = $2
         order by since, act",
        &[Val::I64(all), Val::Blob(&id)],
        |row| {
            Ok(Waits {
                act: ActId::from_bytes(row.get(0)?),
                stream: StreamId::from_bytes(row.get(1)?),
                signature: row.get::<String>(2)?.parse().map_err(|_| store::Error::unreadable("a signature"))?,
                by: AccountId::from_bytes(row.get(3)?),
                since: Moment::from_millis(row.get(4)?),
            })
        },
    )
}

/// Does a second signature in this stream fall to this actor, because nobody else could give it?
pub(crate) fn falls_to(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<bool, Fault> {
    if actor.capacity != Capacity::Monitor {
        return Ok(false);
    }
    // Whoever confirmed an account draws their half of its credentials.
    let confirmed = tx.one(
        "select 1 from account where stream = $1 and factor_by = $2 and state = 'open'",
        &[Val::Blob(&stream.bytes()), Val::Blob(&actor.account.bytes())],
        |row| row.get::<i64>(0),
    )?;
    if confirmed.is_some() {
        return Ok(true);
    }
    for waits in waiting(tx, Some(stream))? {
        if prison_of(tx, &waits, actor, now)?.is_some() && nobody_else(tx, &waits, actor, now)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The prison whose second signature it is, if the actor's body has a mandate for it.
pub(crate) fn prison_of(
    tx: &mut Tx<'_>,
    waits: &Waits,
    actor: &Actor,
    now: Moment,
) -> Result<Option<OrgId>, store::Error> {
    let sql = match waits.signature {
        Signature::Account => "select org from account where stream = $1",
        Signature::Cover => "select stream from organisation where stream = $1",
        Signature::Strike => "select prison from case_index where stream = $1 and prison is not null",
    };
    let prison = tx.one(sql, &[Val::Blob(&waits.stream.bytes())], |row| Ok(OrgId::from_bytes(row.get(0)?)))?;
    let Some(prison) = prison else { return Ok(None) };
    let mandate = tx.one(
        "select count(*) from ground where holder = $1 and ground = 'mandate' and stream = $2 and begins <= $3
           and (ends is null or ends > $3)",
        &[Val::Blob(&actor.org.bytes()), Val::Blob(&prison.bytes()), Val::I64(now.millis())],
        |row| row.get::<i64>(0),
    )?;
    Ok(mandate.filter(|mandates| *mandates > 0).map(|_| prison))
}

/// Could nobody else give it?
pub(crate) fn nobody_else(tx: &mut Tx<'_>, waits: &Waits, actor: &Actor, now: Moment) -> Result<bool, Fault> {
    let Some(prison) = prison_of(tx, waits, actor, now)? else { return Ok(false) };
    let mut others = match waits.signature {
        Signature::Account => accounts(
            tx,
            "select stream from account where state = 'open' and stream <> $1
               and (capacity = 'system_administrator' or (capacity = 'org_administrator' and org = $2))",
            waits.stream,
            prison.stream(),
        )?,
        Signature::Cover => who_may_confirm(tx, waits, prison, now)?,
        Signature::Strike => who_may_strike(tx, waits, prison, now)?,
    };
    others.remove(&waits.by);
    Ok(others.is_empty())
}

fn accounts(
    tx: &mut Tx<'_>,
    sql: &str,
    first: StreamId,
    second: StreamId,
) -> Result<BTreeSet<AccountId>, store::Error> {
    let vals = [Val::Blob(&first.bytes()), Val::Blob(&second.bytes())];
    let found = tx.all(sql, &vals, |row| Ok(AccountId::from_bytes(row.get(0)?)))?;
    Ok(found.into_iter().collect())
}

/// Administrators of the prison and those who lead the post, but for whoever is to stand in.
fn who_may_confirm(
    tx: &mut Tx<'_>,
    waits: &Waits,
    prison: OrgId,
    now: Moment,
) -> Result<BTreeSet<AccountId>, store::Error> {
    let asked =
        tx.one("select post, account from cover_asked where cover = $1", &[Val::Blob(&waits.act.bytes())], |row| {
            Ok((ActId::from_bytes(row.get(0)?), AccountId::from_bytes(row.get(1)?)))
        })?;
    let Some((post, stands)) = asked else { return Ok(BTreeSet::new()) };
    let leaders = posts::leaders(tx, prison, post, now)?;
    let mut able = accounts(
        tx,
        "select stream from account where org = $1 and state = 'open' and capacity = 'org_administrator' and stream <> $2",
        prison.stream(),
        stands.stream(),
    )?;
    for leader in leaders {
        let open = tx.one(
            "select 1 from account where stream = $1 and state = 'open'",
            &[Val::Blob(&leader.bytes())],
            |row| row.get::<i64>(0),
        )?;
        if open.is_some() && leader != stands {
            able.insert(leader);
        }
    }
    Ok(able)
}

/// Supervisors and registrars of the prison, who carries the file, and data protection under a mandate: as far as nothing
/// keeps them from it.
fn who_may_strike(
    tx: &mut Tx<'_>,
    waits: &Waits,
    prison: OrgId,
    now: Moment,
) -> Result<BTreeSet<AccountId>, store::Error> {
    let able = tx.all(
        "select stream, org, capacity from account where state = 'open' and (
             (org = $1 and capacity in ('supervisor', 'registrar'))
          or (org = $1 and capacity = 'case_manager' and stream in (
                 select holder from ground where stream = $2 and ground = 'allocated' and begins <= $3
                    and (ends is null or ends > $3)))
          or (capacity = 'data_protection' and org in (
                 select holder from ground where stream = $1 and ground = 'mandate' and begins <= $3
                    and (ends is null or ends > $3))))",
        &[Val::Blob(&prison.bytes()), Val::Blob(&waits.stream.bytes()), Val::I64(now.millis())],
        |row| {
            Ok(Actor {
                account: AccountId::from_bytes(row.get(0)?),
                org: OrgId::from_bytes(row.get(1)?),
                capacity: row.get::<String>(2)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?,
                strength: Strength::Ordinary,
                stands_in: None,
            })
        },
    )?;
    let mut free = BTreeSet::new();
    for one in able {
        if bar::on(tx, &one, waits.stream, now)?.is_empty() {
            free.insert(one.account);
        }
    }
    Ok(free)
}
