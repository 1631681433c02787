//! Grounds: rows that say who holds a ground on which stream, from when until when, and through which act.
//!
//! A ground is held by an account or by an organisation for its posts. Rows are written in the transaction of the act
//! that gives or ends them. Every span is half-open; every question is asked with the present moment. Whoever's account is
//! not open holds nothing.
//!
//! What a civil society organisation holds ends with the consent it rests on, whatever else is said.

use access::{Actor, Bar, Held, Permit, Reading};
use domain::kind::{Act, topic};
use domain::{AccountId, Action, Date, Ground, Moment, OrgId, Part, Recorded, StreamId};
use jiff::tz::TimeZone;
use store::{Tx, Val};

use crate::bar;
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

/// Whoever holds a ground, an account or an organisation, and until when.
type Holder = ([u8; 16], Option<Moment>);

/// Who holds a ground on a stream at `at`.
fn running(tx: &mut Tx<'_>, stream: StreamId, ground: Ground, at: Moment) -> Result<Vec<Holder>, store::Error> {
    tx.all(
        "select holder, ends from ground where stream = $1 and ground = $2 and begins <= $3 and (ends is null or ends > $3) order by holder",
        &[Val::Blob(&stream.bytes()), Val::Text(ground.code()), Val::I64(at.millis())],
        |row| Ok((row.get(0)?, row.get::<Option<i64>>(1)?.map(Moment::from_millis))),
    )
}

/// What an organisation outside the prison can hold on a referral.
const SHARED: [Ground; 4] = [Ground::Offer, Ground::Accepted, Ground::Referral, Ground::Assigned];

/// When sharing a referral ends at the latest: with its consent, or with the last day of its package.
fn shared_until(tx: &mut Tx<'_>, referral: StreamId, zone: &TimeZone) -> Result<Option<Moment>, store::Error> {
    let consent = tx.one(
        "select c.ends from file f join consent c on c.act = f.consent where f.stream = $1",
        &[Val::Blob(&referral.bytes())],
        |row| Ok(Moment::from_millis(row.get(0)?)),
    )?;
    let package =
        tx.one("select package_until from referral_index where stream = $1", &[Val::Blob(&referral.bytes())], |row| {
            row.get::<Option<String>>(0)
        })?;
    let package = package.flatten().and_then(|day| day.parse::<Date>().ok()).map(|day| end_of(day, zone));
    Ok(earlier(consent, package))
}

fn earlier(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Takes one recorded act into the rows; says whether it is one that gives or ends rights.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, zone: &TimeZone) -> Result<bool, store::Error> {
    match &recorded.act {
        Act::Custody(act) => take_custody(tx, recorded, act),
        Act::File(act) => {
            bar::take(tx, recorded, act)?;
            take_file(tx, recorded, act)
        }
        Act::Consent(act) => take_consent(tx, recorded, act, zone),
        Act::Referral(act) => take_referral(tx, recorded, act, zone),
        Act::Release(act) => take_release(tx, recorded, act, zone),
        Act::Organisation(act) => take_mandate(tx, recorded, act, zone),
        Act::Account(topic::Account::Disabled(_)) => Ok(true),
        _ => Ok(false),
    }
}

/// A mandate that is proposed gives nothing; a second administrator's word gives it, and only two take it away.
fn take_mandate(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Organisation,
    zone: &TimeZone,
) -> Result<bool, store::Error> {
    match act {
        topic::Organisation::MandateProposed(body) => {
            tx.exec(
                "insert into mandate (act, body, ends) values ($1, $2, $3)",
                &[
                    Val::Blob(&recorded.envelope.act.bytes()),
                    Val::Blob(&body.body.bytes()),
                    Val::from(body.until.map(|day| end_of(day, zone).millis())),
                ],
            )?;
            Ok(false)
        }
        topic::Organisation::MandateConfirmed(body) => {
            let mandate =
                tx.one("select body, ends from mandate where act = $1", &[Val::Blob(&body.mandate.bytes())], |row| {
                    Ok((row.get::<[u8; 16]>(0)?, row.get::<Option<i64>>(1)?.map(Moment::from_millis)))
                })?;
            if let Some((body, ends)) = mandate {
                begin(tx, body, recorded.envelope.stream, Ground::Mandate, recorded, ends)?;
            }
            tx.exec(
                "update mandate set given = $1 where act = $2",
                &[Val::Blob(&recorded.envelope.act.bytes()), Val::Blob(&body.mandate.bytes())],
            )?;
            Ok(true)
        }
        topic::Organisation::MandateEnded(body) => {
            tx.exec(
                "update ground set ends = $1 where stream = $2 and ground = 'mandate' and (ends is null or ends > $1)
                   and via in (select given from mandate where act = $3)",
                &[
                    Val::I64(recorded.at.millis()),
                    Val::Blob(&recorded.envelope.stream.bytes()),
                    Val::Blob(&body.mandate.bytes()),
                ],
            )?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn take_file(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::File) -> Result<bool, store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::File::Allocated(body) => {
            end_allocation(tx, stream, at)?;
            // Whoever is named after release carries the file as long as the prison has its papers.
            let custody = running(tx, stream, Ground::Custody, at)?;
            let until = if custody.iter().any(|(_, ends)| ends.is_none()) {
                None
            } else {
                custody.iter().filter_map(|(_, ends)| *ends).max()
            };
            for owner in file_of(tx, stream)? {
                begin(tx, body.to.bytes(), owner, Ground::Allocated, recorded, until)?;
            }
        }
        // Nobody carries a file that they must not see, and it does not come back to them by itself.
        topic::File::ConflictDeclared(body) => {
            for owner in file_of(tx, stream)? {
                tx.exec(
                    "update ground set ends = $1 where stream = $2 and holder = $3 and ground = 'allocated' and (ends is null or ends > $1)",
                    &[Val::I64(at.millis()), Val::Blob(&owner.bytes()), Val::Blob(&body.account.bytes())],
                )?;
            }
        }
        topic::File::Restricted(_) | topic::File::RestrictionLifted(_) | topic::File::ConflictEnded(_) => {}
        _ => return Ok(false),
    }
    Ok(true)
}

/// A case and its referrals.
fn file_of(tx: &mut Tx<'_>, case: StreamId) -> Result<Vec<StreamId>, store::Error> {
    let mut file = referrals_of(tx, case)?;
    file.push(case);
    Ok(file)
}

fn take_custody(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::Custody) -> Result<bool, store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::Custody::Admitted(body) => begin(tx, body.prison.bytes(), stream, Ground::Custody, recorded, None)?,
        topic::Custody::Returned(body) => {
            for owner in file_of(tx, stream)? {
                end(tx, owner, Ground::Aftercare, at)?;
            }
            moved(tx, recorded, body.prison)?;
        }
        topic::Custody::Transferred(body) => moved(tx, recorded, body.to)?,
        topic::Custody::Released(_) | topic::Custody::Died(_) => {
            let papers = at.plus(PAPERS_AFTER_RELEASE);
            for owner in file_of(tx, stream)? {
                for ground in [Ground::Custody, Ground::Allocated, Ground::Referrer] {
                    end(tx, owner, ground, papers)?;
                }
            }
        }
        topic::Custody::Closed(_) => {
            let copy = at.plus(COPY_AFTER_REFERRAL);
            for owner in file_of(tx, stream)? {
                for ground in
                    [Ground::Custody, Ground::Allocated, Ground::Referrer, Ground::Aftercare, Ground::Handover]
                {
                    end(tx, owner, ground, at)?;
                }
                for (ground, at) in SHARED.into_iter().zip([at, at, copy, copy]) {
                    end(tx, owner, ground, at)?;
                }
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Held somewhere else from now on: the prison before has nothing more to do with the file, and nobody is named yet.
fn moved(tx: &mut Tx<'_>, recorded: &Recorded, prison: OrgId) -> Result<(), store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    end(tx, stream, Ground::Custody, at)?;
    end_allocation(tx, stream, at)?;
    bar::moved(tx, recorded, prison)?;
    for referral in referrals_of(tx, stream)? {
        end(tx, referral, Ground::Referrer, at)?;
        begin(tx, prison.bytes(), referral, Ground::Referrer, recorded, None)?;
    }
    begin(tx, prison.bytes(), stream, Ground::Custody, recorded, None)
}

fn take_release(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Release,
    zone: &TimeZone,
) -> Result<bool, store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::Release::HandoverOffered(body) => {
            end(tx, stream, Ground::Handover, at)?;
            let until = Some(end_of(body.answer_by, zone));
            begin(tx, body.to.bytes(), stream, Ground::Handover, recorded, until)?;
        }
        topic::Release::HandoverAccepted(_) => {
            end(tx, stream, Ground::Handover, at)?;
            for owner in file_of(tx, stream)? {
                // One service takes over at a time.
                end(tx, owner, Ground::Aftercare, at)?;
                begin(tx, recorded.envelope.org.bytes(), owner, Ground::Aftercare, recorded, None)?;
            }
        }
        topic::Release::HandoverReturned(_) => end(tx, stream, Ground::Handover, at)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn take_consent(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Consent,
    zone: &TimeZone,
) -> Result<bool, store::Error> {
    match act {
        topic::Consent::Given(body) => {
            tx.exec(
                "insert into consent (act, ends) values ($1, $2)",
                &[Val::Blob(&recorded.envelope.act.bytes()), Val::I64(end_of(body.until, zone).millis())],
            )?;
            Ok(false)
        }
        topic::Consent::Refused(_) => Ok(false),
        topic::Consent::Withdrawn(body) => {
            let at = recorded.at;
            tx.exec(
                "update consent set ends = $1 where act = $2 and ends > $1",
                &[Val::I64(at.millis()), Val::Blob(&body.consent.bytes())],
            )?;
            // Of this case only: nobody ends what another person consented to.
            let resting = tx.all(
                "select stream from file where consent = $1 and of_case = $2 order by stream",
                &[Val::Blob(&body.consent.bytes()), Val::Blob(&recorded.envelope.stream.bytes())],
                |row| Ok(StreamId::from_bytes(row.get(0)?)),
            )?;
            for referral in resting {
                for ground in SHARED {
                    end(tx, referral, ground, at)?;
                }
            }
            Ok(true)
        }
    }
}

fn end_allocation(tx: &mut Tx<'_>, case: StreamId, at: Moment) -> Result<(), store::Error> {
    for owner in file_of(tx, case)? {
        end(tx, owner, Ground::Allocated, at)?;
    }
    Ok(())
}

fn take_referral(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    act: &topic::Referral,
    zone: &TimeZone,
) -> Result<bool, store::Error> {
    let (stream, at) = (recorded.envelope.stream, recorded.at);
    match act {
        topic::Referral::Begun(body) => {
            let referral = body.referral.stream();
            for (on_case, on_referral) in [
                (Ground::Custody, Ground::Referrer),
                (Ground::Allocated, Ground::Allocated),
                (Ground::Aftercare, Ground::Aftercare),
            ] {
                for (holder, ends) in running(tx, stream, on_case, at)? {
                    begin(tx, holder, referral, on_referral, recorded, ends)?;
                }
            }
        }
        topic::Referral::Offered(body) => {
            let until = earlier(Some(end_of(body.answer_by, zone)), shared_until(tx, stream, zone)?);
            begin(tx, body.org.bytes(), stream, Ground::Offer, recorded, until)?;
        }
        topic::Referral::PackageReleased(_) => {
            // A new version may be readable for a shorter time or a longer one.
            let until = shared_until(tx, stream, zone)?;
            for ground in [Ground::Accepted, Ground::Referral, Ground::Assigned] {
                for (holder, _) in running(tx, stream, ground, at)? {
                    end(tx, stream, ground, at)?;
                    begin(tx, holder, stream, ground, recorded, until)?;
                }
            }
        }
        topic::Referral::Accepted(_) => {
            end(tx, stream, Ground::Offer, at)?;
            let until = shared_until(tx, stream, zone)?;
            begin(tx, recorded.envelope.org.bytes(), stream, Ground::Accepted, recorded, until)?;
        }
        topic::Referral::Declined(_) | topic::Referral::Expired(_) => end(tx, stream, Ground::Offer, at)?,
        topic::Referral::Assigned(body) => {
            end(tx, stream, Ground::Accepted, at)?;
            end(tx, stream, Ground::Referral, at)?;
            end(tx, stream, Ground::Assigned, at)?;
            let until = shared_until(tx, stream, zone)?;
            begin(tx, recorded.envelope.org.bytes(), stream, Ground::Referral, recorded, until)?;
            begin(tx, body.to.bytes(), stream, Ground::Assigned, recorded, until)?;
        }
        topic::Referral::Concluded(_) => {
            let copy = at.plus(COPY_AFTER_REFERRAL);
            end(tx, stream, Ground::Referral, copy)?;
            end(tx, stream, Ground::Assigned, copy)?;
        }
        topic::Referral::Withdrawn(_) => {
            for ground in SHARED {
                end(tx, stream, ground, at)?;
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Is this an open account of this capacity? Its organisation never changes, and a session takes it from the register.
pub(crate) fn stands(tx: &mut Tx<'_>, actor: &Actor) -> Result<bool, store::Error> {
    let found = tx.one(
        "select 1 from account where stream = $1 and capacity = $2 and state = 'open'",
        &[Val::Blob(&actor.account.bytes()), Val::Text(actor.capacity.code())],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// The earliest end of anything that somebody holds now: until when a list holds at the least.
pub(crate) fn first_end(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Option<Moment>, store::Error> {
    let ends = tx.one(
        concat!(
            "with ",
            bar::shut!(),
            " select min(ends) from ground where holder in ($1, $3) and begins <= $2 and ends > $2
              and stream not in (select stream from closed)"
        ),
        &[Val::Blob(&actor.account.bytes()), Val::I64(now.millis()), Val::Blob(&actor.org.bytes())],
        |row| row.get::<Option<i64>>(0),
    )?;
    Ok(ends.flatten().map(Moment::from_millis))
}

/// Where somebody stands towards a stream now: the grounds they hold on it, and what keeps them from it all the same.
/// Asked as a whole, so that no grounds are ever weighed without the bars.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standing {
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
        self.bars.extend(bar::on(tx, actor, stream, now)?);
        Ok(self)
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
    Ok(Standing { held, bars })
}

fn held(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Vec<Held>, Fault> {
    if !stands(tx, actor)? {
        return Ok(Vec::new());
    }
    let (account, org) = (actor.account, actor.org);
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
    held.extend(by_belonging(tx, account, org, stream)?);
    Ok(held)
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
