//! How acts change the rows of rights: which ground each gives, which it ends, and when.
//!
//! Asks nothing about anybody: who holds what now is the question of the file above. Called in the transaction of the act, and
//! by replay.

use domain::custody::Returned;
use domain::facts::Step;
use domain::kind::{Act, topic};
use domain::{Date, Envelope, Ground, Moment, OrgId, Recorded, StreamId};
use jiff::tz::TimeZone;
use store::{Tx, Val};

use crate::bar;

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

/// Says in every row on a case where its file stands in lists, and at which step it is.
pub(crate) fn place(tx: &mut Tx<'_>, case: StreamId, listed: i64, step: Step) -> Result<(), store::Error> {
    tx.exec(
        "update ground set listed = $1, step = $2 where stream = $3 and (listed is null or listed <> $1 or step <> $2)",
        &[Val::I64(listed), Val::Text(step.code()), Val::Blob(&case.bytes())],
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
fn end_of(day: Date, zone: &TimeZone) -> Moment {
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

/// What ends when the file is closed.
const CARRIED: [Ground; 6] =
    [Ground::Custody, Ground::Allocated, Ground::Referrer, Ground::Aftercare, Ground::Handover, Ground::Emergency];

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
        // Who stands in stands in rows of their own; each of these may begin, end or shorten it, and who leads whom.
        Act::Post(topic::Post::Established(_) | topic::Post::Renamed(_) | topic::Post::CoverProposed(_)) => Ok(false),
        Act::Post(_) => Ok(true),
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
        // Nobody carries a file that they must not see, or has it open, and it does not come back to them by itself.
        topic::File::ConflictDeclared(body) => {
            for owner in file_of(tx, stream)? {
                tx.exec(
                    "update ground set ends = $1 where stream = $2 and holder = $3 and ground in ('allocated', 'emergency')
                       and (ends is null or ends > $1)",
                    &[Val::I64(at.millis()), Val::Blob(&owner.bytes()), Val::Blob(&body.account.bytes())],
                )?;
            }
        }
        // For an hour, on what there is of the file when it is opened.
        topic::File::EmergencyOpened(_) => {
            let until = Some(at.plus(domain::emergency::OPEN_FOR));
            for owner in file_of(tx, stream)? {
                begin(tx, recorded.envelope.actor.bytes(), owner, Ground::Emergency, recorded, until)?;
            }
        }
        // A restriction shuts out whoever opened the file in an emergency and is not named, in whatever prison.
        topic::File::Restricted(_) => {
            for owner in file_of(tx, stream)? {
                bar::shut_out(tx, owner, recorded)?;
            }
        }
        topic::File::RestrictionLifted(_) | topic::File::ConflictEnded(_) => {}
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
    let moves =
        matches!(act, topic::Custody::Returned(_) | topic::Custody::Transferred(_) | topic::Custody::Released(_));
    if moves && is_overtaken(tx, recorded)? {
        return Ok(false);
    }
    match act {
        topic::Custody::Admitted(body) => begin(tx, body.prison.bytes(), stream, Ground::Custody, recorded, None)?,
        // What one person says moves nobody.
        topic::Custody::Returned(body) if waits_for_another(tx, recorded, body)? => return Ok(false),
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
                for ground in CARRIED {
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

/// Must somebody else say it too? Of whoever was released, and nobody says later.
fn waits_for_another(tx: &mut Tx<'_>, recorded: &Recorded, body: &Returned) -> Result<bool, store::Error> {
    Ok(!crate::returning::is_second_word(tx, recorded, body)?)
}

/// Is it known already where the person was later than this act tells of? Then it is a late entry about a time that is over: it
/// stands in the file where it belongs, and gives and takes nothing of today, as the fold of the file has it.
fn is_overtaken(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<bool, store::Error> {
    // Of what was recorded before it, and was not struck since, nor is the word of one person alone.
    let known = tx.all(
        "select envelope from act where stream = $1 and sealed is not null and envelope is not null
           and kind in ('custody.admitted', 'custody.transferred', 'custody.released', 'custody.returned')
           and seq < (select seq from act where id = $2)
           and id not in (select act from return_word where stream = $1) order by seq",
        &[Val::Blob(&recorded.envelope.stream.bytes()), Val::Blob(&recorded.envelope.act.bytes())],
        |row| row.get::<String>(0),
    )?;
    for text in known {
        let envelope: Envelope = serde_json::from_str(&text).map_err(|_| store::Error::unreadable("an envelope"))?;
        if envelope.concerns > recorded.concerns() {
            return Ok(true);
        }
    }
    Ok(false)
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
