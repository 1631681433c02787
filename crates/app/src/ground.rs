//! Grounds: rows that say who holds a ground on which stream, from when until when, and through which act.
//!
//! A ground is held by an account or by an organisation for its posts. Rows are written in the transaction of the act
//! that gives or ends them. Every span is half-open; every question is asked with the present moment.

use access::Held;
use domain::kind::{Act, topic};
use domain::{AccountId, Date, Ground, Moment, OrgId, Recorded, StreamId};
use jiff::tz::TimeZone;
use store::{Tx, Val};

use crate::refusal::Fault;

/// After release the prison keeps its ground for so long, to finish its papers (policy of the installation).
const PAPERS_AFTER_RELEASE: i64 = 14 * domain::moment::DAY;

/// After a referral is concluded the organisation keeps its copy for so long (retention, security model section 7).
const COPY_AFTER_REFERRAL: i64 = 90 * domain::moment::DAY;

fn begin(
    tx: &mut Tx<'_>,
    holder: [u8; 16],
    stream: StreamId,
    ground: Ground,
    recorded: &Recorded,
    ends: Option<Moment>,
) -> Result<(), store::Error> {
    tx.exec(
        "insert into ground (holder, stream, ground, begins, ends, via) values ($1, $2, $3, $4, $5, $6)",
        &[
            Val::Blob(&holder),
            Val::Blob(&stream.bytes()),
            Val::Text(ground.code()),
            Val::I64(recorded.at.millis()),
            Val::from(ends.map(Moment::millis)),
            Val::Blob(&recorded.envelope.act.bytes()),
        ],
    )?;
    Ok(())
}

/// Ends what runs, of one ground on one stream, no later than `at`.
fn end(tx: &mut Tx<'_>, stream: StreamId, ground: Ground, at: Moment) -> Result<(), store::Error> {
    tx.exec(
        "update ground set ends = $1 where stream = $2 and ground = $3 and (ends is null or ends > $1)",
        &[Val::I64(at.millis()), Val::Blob(&stream.bytes()), Val::Text(ground.code())],
    )?;
    Ok(())
}

/// The first instant after a calendar day of the installation.
pub(crate) fn end_of(day: Date, zone: &TimeZone) -> Moment {
    day.tomorrow().map_or(Moment::from_millis(i64::MAX), |next| Moment::start_of(next, zone))
}

/// The case of a file, for a referral of it.
pub(crate) fn case_of(tx: &mut Tx<'_>, stream: StreamId) -> Result<Option<StreamId>, store::Error> {
    tx.one("select of_case from file where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
        Ok(StreamId::from_bytes(row.get(0)?))
    })
}

/// The referrals of a case.
pub(crate) fn referrals_of(tx: &mut Tx<'_>, case: StreamId) -> Result<Vec<StreamId>, store::Error> {
    tx.all("select stream from file where of_case = $1 order by stream", &[Val::Blob(&case.bytes())], |row| {
        Ok(StreamId::from_bytes(row.get(0)?))
    })
}

fn running(tx: &mut Tx<'_>, stream: StreamId, ground: Ground, at: Moment) -> Result<Vec<[u8; 16]>, store::Error> {
    tx.all(
        "select holder from ground where stream = $1 and ground = $2 and begins <= $3 and (ends is null or ends > $3) order by holder",
        &[Val::Blob(&stream.bytes()), Val::Text(ground.code()), Val::I64(at.millis())],
        |row| row.get(0),
    )
}

/// Takes one recorded act into the rows.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, zone: &TimeZone) -> Result<(), store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match &recorded.act {
        Act::Custody(topic::Custody::Admitted(body)) => {
            begin(tx, body.prison.bytes(), stream, Ground::Custody, recorded, None)
        }
        Act::Custody(topic::Custody::Returned(body)) => {
            end(tx, stream, Ground::Custody, at)?;
            end_allocation(tx, stream, at)?;
            for owner in [stream].into_iter().chain(referrals_of(tx, stream)?) {
                end(tx, owner, Ground::Referrer, at)?;
                end(tx, owner, Ground::Aftercare, at)?;
            }
            for referral in referrals_of(tx, stream)? {
                begin(tx, body.prison.bytes(), referral, Ground::Referrer, recorded, None)?;
            }
            begin(tx, body.prison.bytes(), stream, Ground::Custody, recorded, None)
        }
        Act::Custody(topic::Custody::Transferred(body)) => {
            end(tx, stream, Ground::Custody, at)?;
            end_allocation(tx, stream, at)?;
            for referral in referrals_of(tx, stream)? {
                end(tx, referral, Ground::Referrer, at)?;
                begin(tx, body.to.bytes(), referral, Ground::Referrer, recorded, None)?;
            }
            begin(tx, body.to.bytes(), stream, Ground::Custody, recorded, None)
        }
        Act::Custody(topic::Custody::Released(_) | topic::Custody::Died(_)) => {
            let papers = at.plus(PAPERS_AFTER_RELEASE);
            end(tx, stream, Ground::Custody, papers)?;
            for owner in [stream].into_iter().chain(referrals_of(tx, stream)?) {
                end(tx, owner, Ground::Allocated, papers)?;
                end(tx, owner, Ground::Referrer, papers)?;
            }
            Ok(())
        }
        Act::Custody(topic::Custody::Closed(_)) => {
            for owner in [stream].into_iter().chain(referrals_of(tx, stream)?) {
                for ground in
                    [Ground::Custody, Ground::Allocated, Ground::Referrer, Ground::Aftercare, Ground::Handover]
                {
                    end(tx, owner, ground, at)?;
                }
            }
            Ok(())
        }
        Act::File(topic::File::Allocated(body)) => {
            end_allocation(tx, stream, at)?;
            for owner in [stream].into_iter().chain(referrals_of(tx, stream)?) {
                begin(tx, body.to.bytes(), owner, Ground::Allocated, recorded, None)?;
            }
            Ok(())
        }
        Act::Referral(act) => take_referral(tx, recorded, act, zone),
        Act::Release(topic::Release::HandoverOffered(body)) => {
            begin(tx, body.to.bytes(), stream, Ground::Handover, recorded, Some(end_of(body.answer_by, zone)))
        }
        Act::Release(topic::Release::HandoverAccepted(_)) => {
            end(tx, stream, Ground::Handover, at)?;
            for owner in [stream].into_iter().chain(referrals_of(tx, stream)?) {
                begin(tx, recorded.envelope.org.bytes(), owner, Ground::Aftercare, recorded, None)?;
            }
            Ok(())
        }
        Act::Release(topic::Release::HandoverReturned(_)) => end(tx, stream, Ground::Handover, at),
        Act::Organisation(topic::Organisation::MandateGiven(body)) => {
            let until = body.until.map(|day| end_of(day, zone));
            begin(tx, body.body.bytes(), stream, Ground::Mandate, recorded, until)
        }
        _ => Ok(()),
    }
}

fn end_allocation(tx: &mut Tx<'_>, case: StreamId, at: Moment) -> Result<(), store::Error> {
    for owner in [case].into_iter().chain(referrals_of(tx, case)?) {
        end(tx, owner, Ground::Allocated, at)?;
    }
    Ok(())
}

fn take_referral(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Referral,
    zone: &TimeZone,
) -> Result<(), store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::Referral::Begun(body) => {
            let referral = body.referral.stream();
            for (on_case, on_referral) in [
                (Ground::Custody, Ground::Referrer),
                (Ground::Allocated, Ground::Allocated),
                (Ground::Aftercare, Ground::Aftercare),
            ] {
                for holder in running(tx, stream, on_case, at)? {
                    begin(tx, holder, referral, on_referral, recorded, None)?;
                }
            }
            Ok(())
        }
        topic::Referral::Offered(body) => {
            begin(tx, body.org.bytes(), stream, Ground::Offer, recorded, Some(end_of(body.answer_by, zone)))
        }
        topic::Referral::Accepted(_) => {
            end(tx, stream, Ground::Offer, at)?;
            begin(tx, recorded.envelope.org.bytes(), stream, Ground::Accepted, recorded, None)
        }
        topic::Referral::Declined(_) | topic::Referral::Expired(_) => end(tx, stream, Ground::Offer, at),
        topic::Referral::Assigned(body) => {
            end(tx, stream, Ground::Accepted, at)?;
            end(tx, stream, Ground::Referral, at)?;
            end(tx, stream, Ground::Assigned, at)?;
            // What was consented to ends when the consent does: the last day of the package.
            let until = tx.one(
                "select package_until from referral_index where stream = $1",
                &[Val::Blob(&stream.bytes())],
                |row| row.get::<Option<String>>(0),
            )?;
            let until = until.flatten().and_then(|day| day.parse::<Date>().ok()).map(|day| end_of(day, zone));
            begin(tx, recorded.envelope.org.bytes(), stream, Ground::Referral, recorded, until)?;
            begin(tx, body.to.bytes(), stream, Ground::Assigned, recorded, until)
        }
        topic::Referral::Concluded(_) => {
            let copy = at.plus(COPY_AFTER_REFERRAL);
            end(tx, stream, Ground::Referral, copy)?;
            end(tx, stream, Ground::Assigned, copy)
        }
        topic::Referral::Withdrawn(_) => {
            for ground in [Ground::Offer, Ground::Accepted, Ground::Referral, Ground::Assigned] {
                end(tx, stream, ground, at)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The grounds somebody holds now on a stream.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    account: AccountId,
    org: OrgId,
    stream: StreamId,
    now: Moment,
) -> Result<Vec<Held>, Fault> {
    let id = stream.bytes();
    let read = |row: &store::Row<'_>| {
        let ground: Ground = row.get::<String>(0)?.parse().map_err(|_| store::Error::unreadable("a ground"))?;
        Ok(Held { ground, until: row.get::<Option<i64>>(1)?.map(Moment::from_millis) })
    };
    let mut held = tx.all(
        "select ground, ends from ground
         where stream = $1 and holder in ($2, $3) and ground <> 'mandate' and begins <= $4 and (ends is null or ends > $4)",
        &[Val::Blob(&id), Val::Blob(&account.bytes()), Val::Blob(&org.bytes()), Val::I64(now.millis())],
        read,
    )?;
    held.extend(tx.all(
        "select m.ground, m.ends from ground m
         join ground c on c.holder = m.stream and c.ground = 'custody'
         where m.holder = $1 and m.ground = 'mandate' and m.begins <= $2 and (m.ends is null or m.ends > $2)
           and c.stream = coalesce((select of_case from file where stream = $3), $3)",
        &[Val::Blob(&org.bytes()), Val::I64(now.millis()), Val::Blob(&id)],
        read,
    )?);
    held.extend(standing(tx, account, org, stream)?);
    Ok(held)
}

/// Grounds that need no row: the installation is everybody's, an organisation its members', an account its owner's.
fn standing(tx: &mut Tx<'_>, account: AccountId, org: OrgId, stream: StreamId) -> Result<Vec<Held>, Fault> {
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
