//! What may leave a civil society organisation about somebody who trusts it, and what must not.
//!
//! Two outlets lead to the prison: a note about welfare in words that the person agreed to, and one page about a danger to life.
//! Why somebody did not come to a service that helps to leave something stays inside; so the page of dangers is read by few, and
//! answered by whoever received it.

use access::Actor;
use domain::admission::NotPossible;
use domain::kind::topic;
use domain::organisation::Aim;
use domain::referral::{Danger, HoldReason, WithdrawReason};
use domain::{Act, ActId, Capacity, Moment, Part, Recorded, ReferralId, ServiceId, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::ground;
use crate::refusal::{Fault, Refusal};
use crate::resolve;

/// The table of dangers that were disclosed.
pub(crate) const TABLES: &[&str] = &[
    "create table danger (
        act {blob} not null primary key, stream {blob} not null, org {blob} not null, danger text not null, at {i64} not null,
        answered_at {i64}){strict}",
    "create index danger_waiting on danger (at, act) where answered_at is null",
    "create index danger_of_stream on danger (stream)",
];

/// Most dangers that are looked through for one page.
const WAITING: i64 = 200;

/// A danger that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DangerLine {
    /// The referral.
    pub referral: ReferralId,
    /// The disclosure.
    pub act: ActId,
    /// From what somebody must be kept.
    pub danger: Danger,
    /// When it was disclosed.
    pub at: Moment,
}

impl App {
    /// Dangers that nobody answered, of referrals whose attendance the asker may read.
    pub(crate) fn dangers_waiting(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        now: Moment,
    ) -> Result<Vec<DangerLine>, Refusal> {
        let waiting = tx.all(
            "select act, stream, danger, at from danger where answered_at is null order by at, act limit $1",
            &[Val::I64(WAITING)],
            |row| {
                let stream = StreamId::from_bytes(row.get(1)?);
                Ok((ActId::from_bytes(row.get(0)?), stream, row.get::<String>(2)?, row.get::<i64>(3)?))
            },
        )?;
        let mut lines = Vec::new();
        for (act, stream, danger, at) in waiting {
            let reading = ground::standing(tx, actor, stream, now)?.readable(actor, stream, now);
            if reading.is_some_and(|reading| reading.opens(stream, Part::Attendance)) {
                let danger = danger.parse().map_err(|_| Fault::unreadable("a danger"))?;
                lines.push(DangerLine { referral: stream.into(), act, danger, at: Moment::from_millis(at) });
            }
        }
        Ok(lines)
    }
}

/// Takes a disclosure or its answer into the table.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::Referral) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream.bytes();
    match act {
        topic::Referral::DangerDisclosed(body) => tx.exec(
            "insert into danger (act, stream, org, danger, at, answered_at) values ($1, $2, $3, $4, $5, null)",
            &[
                Val::Blob(&recorded.envelope.act.bytes()),
                Val::Blob(&stream),
                Val::Blob(&recorded.envelope.org.bytes()),
                Val::Text(body.danger.code()),
                Val::I64(recorded.concerns().millis()),
            ],
        )?,
        // Whoever disclosed it does not answer it.
        topic::Referral::DangerAnswered(body) => tx.exec(
            "update danger set answered_at = $1 where act = $2 and stream = $3 and org <> $4 and answered_at is null",
            &[
                Val::I64(recorded.concerns().millis()),
                Val::Blob(&body.disclosed.bytes()),
                Val::Blob(&stream),
                Val::Blob(&recorded.envelope.org.bytes()),
            ],
        )?,
        _ => 0,
    };
    Ok(())
}

/// Is the cause that an organisation gives one that must not leave it? For a service that helps to leave something every absence and every end
/// reads alike outside.
pub(crate) fn stays_inside(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    stream: StreamId,
    act: &Act,
) -> Result<(), Refusal> {
    let Act::Referral(act) = act else { return Ok(()) };
    let leaves = match act {
        topic::Referral::MeetingHeld(body) => body.attendance.leaves_the_organisation(),
        topic::Referral::SessionRecorded(body) => body.attendance.leaves_the_organisation(),
        topic::Referral::Held(body) => body.reason == HoldReason::Unsaid,
        topic::Referral::Withdrawn(body) => body.reason == WithdrawReason::Unsaid,
        _ => return Ok(()),
    };
    let ours = matches!(actor.capacity, Capacity::CsoManager | Capacity::CsoPractitioner);
    if leaves || !ours {
        return Ok(());
    }
    let service =
        tx.one("select service from referral_index where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
            Ok(ServiceId::from_bytes(row.get(0)?))
        })?;
    let aim = service.map(|service| resolve::aim_of(app, tx, service)).transpose()?.flatten();
    if aim == Some(Aim::Disengagement) { Err(NotPossible::CauseStaysInside.into()) } else { Ok(()) }
}
