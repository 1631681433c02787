//! The second signature where a prison has nobody else who could give it: then, and only then, it falls to oversight.
//!
//! [`PAIRS`] has every proposal that somebody else than its author answers, whatever becomes of it when there is nobody else. What
//! waits is a row for each proposal; whether anybody else could sign it is asked with every question, of the people and of those
//! who stand in as they are now ([`others`]). Nothing but the second signature itself is given on this ground, and none but for
//! the proposal that falls to oversight.

mod others;

use access::Actor;
use domain::kind::{Act, topic};
use domain::{AccountId, ActId, Action, Capacity, Kind, Moment, Part, Recorded, StreamId};
use store::{Tx, Val};

use crate::perform::Proposed;
use crate::refusal::Fault;

pub(crate) use others::{Where, nobody_else, overseen};

domain::codes! {
    /// What waits for a second signature.
    pub Signature as "signature" {
        /// An account that was proposed.
        Account = "account",
        /// New credentials of an account.
        Recovery = "recovery",
        /// A token of a machine.
        Token = "token",
        /// That somebody stands in.
        Cover = "cover",
        /// What was recorded on the wrong person.
        Strike = "strike",
        /// A file that is to be erased.
        Erasing = "erasing",
        /// A plan.
        Plan = "plan",
        /// Why the clock jumped.
        Clock = "clock",
        /// That somebody came back to custody.
        Return = "return",
    }
}

/// What becomes of a second signature that nobody else could give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Falls {
    /// A monitor under whose mandate the prison stands gives it.
    ToOversight(Signature),
    /// Oversight gives it anyhow, whoever else is there.
    ToOversightAnyhow,
    /// It waits until there is somebody; why it goes to nobody outside.
    ToNobody(&'static str),
}

/// A proposal, and by what somebody else answers it.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// What one person does.
    pub proposes: Kind,
    /// What another answers with.
    pub answers: &'static [Kind],
    /// What whoever answers must be allowed to do.
    pub asks: (Part, Action),
    /// What becomes of it when there is no other.
    pub falls: Falls,
}

const fn pair(proposes: Kind, answers: &'static [Kind], asks: (Part, Action), falls: Falls) -> Pair {
    Pair { proposes, answers, asks, falls }
}

const OWN_MANDATE: &str =
    "a body would open a prison to itself, or sign away its own eyes alone with one administrator";

/// Every proposal that somebody else than its author answers.
pub const PAIRS: &[Pair] = &[
    pair(
        Kind::AccountProposed,
        &[Kind::AccountConfirmed],
        (Part::Accounts, Action::Administer),
        Falls::ToOversight(Signature::Account),
    ),
    pair(
        Kind::AccountRecoveryAsked,
        &[Kind::AccountRecoveryConfirmed],
        (Part::Accounts, Action::Administer),
        Falls::ToOversight(Signature::Recovery),
    ),
    pair(
        Kind::AccountTokenProposed,
        &[Kind::AccountTokenIssued],
        (Part::Accounts, Action::Administer),
        Falls::ToOversight(Signature::Token),
    ),
    pair(
        Kind::PostCoverProposed,
        &[Kind::PostCoverConfirmed],
        (Part::Posts, Action::StandIn),
        Falls::ToOversight(Signature::Cover),
    ),
    pair(
        Kind::FileStrikeProposed,
        &[Kind::FileStruck],
        (Part::Keeping, Action::Strike),
        Falls::ToOversight(Signature::Strike),
    ),
    pair(
        Kind::FileErasureAnnounced,
        &[Kind::FileErased],
        (Part::Keeping, Action::Erase),
        Falls::ToOversight(Signature::Erasing),
    ),
    pair(
        Kind::PlanProposed,
        &[Kind::PlanApproved, Kind::PlanReturned],
        (Part::Plan, Action::Approve),
        Falls::ToOversight(Signature::Plan),
    ),
    pair(
        Kind::ClockStepped,
        &[Kind::ClockStepConfirmed],
        (Part::Keys, Action::Administer),
        Falls::ToOversight(Signature::Clock),
    ),
    pair(
        Kind::CustodyReturned,
        &[Kind::CustodyReturned],
        (Part::Identity, Action::Register),
        Falls::ToOversight(Signature::Return),
    ),
    pair(
        Kind::MandateProposed,
        &[Kind::MandateConfirmed],
        (Part::Directory, Action::Empower),
        Falls::ToNobody(OWN_MANDATE),
    ),
    pair(
        Kind::MandateEndProposed,
        &[Kind::MandateEnded],
        (Part::Directory, Action::Empower),
        Falls::ToNobody(OWN_MANDATE),
    ),
    pair(
        Kind::FileEmergencyOpened,
        &[Kind::FileEmergencyReviewed],
        (Part::Record, Action::Examine),
        Falls::ToOversightAnyhow,
    ),
    pair(Kind::MeasureImposed, &[Kind::MeasureReviewed], (Part::Measures, Action::Review), Falls::ToOversightAnyhow),
];

impl Signature {
    /// The row of the table that it comes from.
    pub(crate) fn pair(self) -> Option<&'static Pair> {
        PAIRS.iter().find(|pair| pair.falls == Falls::ToOversight(self))
    }
}

/// Something that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waits {
    /// The act that proposed it.
    pub(crate) act: ActId,
    pub(crate) stream: StreamId,
    pub(crate) signature: Signature,
    /// Who proposed it, and in which capacity.
    pub(crate) by: AccountId,
    pub(crate) capacity: Capacity,
    pub(crate) since: Moment,
}

/// Takes an act into what waits.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    match &recorded.act {
        Act::Account(act) => take_account(tx, recorded, act),
        Act::Post(topic::Post::CoverProposed(body)) => waits(tx, recorded, Signature::Cover, Some(body.until)),
        Act::Post(topic::Post::CoverConfirmed(body)) => over(tx, body.cover),
        Act::Post(topic::Post::CoverEnded(body)) => over(tx, body.cover),
        Act::File(topic::File::StrikeProposed(_)) => waits(tx, recorded, Signature::Strike, None),
        Act::File(topic::File::Struck(body)) => over(tx, body.proposed),
        // The last one announced is the one that counts, and so is the last plan.
        Act::File(topic::File::ErasureAnnounced(_)) => instead(tx, recorded, Signature::Erasing),
        Act::File(topic::File::ErasureWithdrawn(body)) => over(tx, body.announced),
        Act::Plan(topic::Plan::Proposed(_)) => instead(tx, recorded, Signature::Plan),
        Act::Plan(topic::Plan::Approved(body)) => over(tx, body.plan),
        Act::Plan(topic::Plan::Returned(body)) => over(tx, body.plan),
        Act::Custody(topic::Custody::Returned(_)) => take_return(tx, recorded),
        // Nothing more is decided on these.
        Act::Custody(topic::Custody::Closed(_) | topic::Custody::Died(_)) => ended(tx, stream, Signature::Plan),
        Act::Organisation(topic::Organisation::ClockStepped(_)) => instead(tx, recorded, Signature::Clock),
        Act::Organisation(topic::Organisation::ClockStepNoticed(_) | topic::Organisation::ClockStepConfirmed(_)) => {
            ended(tx, stream, Signature::Clock)
        }
        _ => Ok(()),
    }
}

fn take_account(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::Account) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream;
    match act {
        topic::Account::Proposed(_) => waits(tx, recorded, Signature::Account, None),
        topic::Account::Confirmed(_) => ended(tx, stream, Signature::Account),
        topic::Account::RecoveryAsked(_) => instead(tx, recorded, Signature::Recovery),
        topic::Account::RecoveryConfirmed(_) | topic::Account::RecoveryRefused(_) => {
            ended(tx, stream, Signature::Recovery)
        }
        topic::Account::TokenProposed(body) => waits(tx, recorded, Signature::Token, Some(body.until)),
        topic::Account::TokenIssued(body) => over(tx, body.token),
        topic::Account::TokenRevoked(body) => over(tx, body.token),
        topic::Account::Disabled(_) => {
            tx.exec("delete from second_signature where stream = $1", &[Val::Blob(&stream.bytes())])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The word of one person waits; once it is joined, every word of the file is over. Asked after the rows of rights.
fn take_return(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<(), store::Error> {
    match crate::returning::prison_of(tx, recorded.envelope.act)? {
        Some(_) => waits(tx, recorded, Signature::Return, Some(recorded.at.plus(domain::custody::RETURN_WAITS))),
        None if crate::returning::is_joined(tx, recorded.envelope.stream)? => {
            ended(tx, recorded.envelope.stream, Signature::Return)
        }
        None => Ok(()),
    }
}

fn waits(
    tx: &mut Tx<'_>,
    recorded: &Recorded,
    signature: Signature,
    until: Option<Moment>,
) -> Result<(), store::Error> {
    let envelope = &recorded.envelope;
    tx.exec(
        "insert into second_signature (act, stream, signature, proposed_by, capacity, since, until)
         values ($1, $2, $3, $4, $5, $6, $7)",
        &[
            Val::Blob(&envelope.act.bytes()),
            Val::Blob(&envelope.stream.bytes()),
            Val::Text(signature.code()),
            Val::Blob(&envelope.actor.bytes()),
            Val::Text(envelope.capacity.code()),
            Val::I64(recorded.at.millis()),
            Val::from(until.map(Moment::millis)),
        ],
    )?;
    Ok(())
}

/// In the place of what was proposed before.
fn instead(tx: &mut Tx<'_>, recorded: &Recorded, signature: Signature) -> Result<(), store::Error> {
    ended(tx, recorded.envelope.stream, signature)?;
    waits(tx, recorded, signature, None)
}

fn ended(tx: &mut Tx<'_>, stream: StreamId, signature: Signature) -> Result<(), store::Error> {
    tx.exec(
        "delete from second_signature where stream = $1 and signature = $2",
        &[Val::Blob(&stream.bytes()), Val::Text(signature.code())],
    )?;
    Ok(())
}

fn over(tx: &mut Tx<'_>, act: ActId) -> Result<(), store::Error> {
    tx.exec("delete from second_signature where act = $1", &[Val::Blob(&act.bytes())])?;
    Ok(())
}

const COLUMNS: &str = "select s.act, s.stream, s.signature, s.proposed_by, s.capacity, s.since from second_signature s";

fn read(row: &store::Row<'_>) -> Result<Waits, store::Error> {
    Ok(Waits {
        act: ActId::from_bytes(row.get(0)?),
        stream: StreamId::from_bytes(row.get(1)?),
        signature: row.get::<String>(2)?.parse().map_err(|_| store::Error::unreadable("a signature"))?,
        by: AccountId::from_bytes(row.get(3)?),
        capacity: row.get::<String>(4)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?,
        since: Moment::from_millis(row.get(5)?),
    })
}

/// What waits for a signature in a stream of a prison under the actor's mandate, the oldest first. Of any other nothing comes back,
/// so that a file that is not the actor's takes the same work as one that is not there.
fn waiting(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Vec<Waits>, store::Error> {
    let sql = format!(
        "{COLUMNS} where s.stream = $1 and (s.until is null or s.until > $2)
           and exists (select 1 from ground m where m.holder = $3 and m.ground = 'mandate' and m.begins <= $2
               and (m.ends is null or m.ends > $2)
               and (s.signature = 'clock' or m.stream = coalesce(
                   (select prison from return_word where act = s.act),
                   (select stream from organisation where stream = $1), (select org from account where stream = $1),
                   (select holder from ground where stream = $1 and ground = 'custody' order by begins desc limit 1))))
         order by s.since, s.act"
    );
    tx.all(&sql, &[Val::Blob(&stream.bytes()), Val::I64(now.millis()), Val::Blob(&actor.org.bytes())], read)
}

/// What waits anywhere and may be one for oversight, the oldest first. Plans wait by the thousand: those that a supervisor of
/// their prison could approve, whom no tie and no restriction keeps out, are left where they are.
pub(crate) fn waiting_anywhere(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Waits>, store::Error> {
    let sql = format!(
        "{COLUMNS} where (s.until is null or s.until > $1)
           and (s.signature <> 'plan'
             or exists (select 1 from bar b where b.stream = s.stream and b.bar = 'restricted' and b.ends is null)
             or not exists (select 1 from case_index c join account a on a.org = c.prison
                  where c.stream = s.stream and a.capacity = 'supervisor' and a.state = 'open'
                    and a.stream <> s.proposed_by
                    and not exists (select 1 from bar b where b.stream = s.stream and b.holder = a.stream and b.ends is null)))
         order by s.since, s.act"
    );
    tx.all(&sql, &[Val::I64(now.millis())], read)
}

/// Which of what waits in this stream falls to this actor, because nobody else could give it.
pub(crate) fn falling(
    tx: &mut Tx<'_>,
    actor: &Actor,
    stream: StreamId,
    now: Moment,
) -> Result<Vec<(Waits, &'static Pair)>, Fault> {
    let mut falling = Vec::new();
    if actor.capacity != Capacity::Monitor {
        return Ok(falling);
    }
    for waits in waiting(tx, actor, stream, now)? {
        let Some(pair) = waits.signature.pair().filter(|_| waits.by != actor.account) else { continue };
        let Some(at) = overseen(tx, &waits, actor, now)? else { continue };
        if nobody_else(tx, &waits, pair, at, now)? {
            falling.push((waits, pair));
        }
    }
    Ok(falling)
}

/// Does something in this stream fall to this actor: a second signature, or the half of credentials that goes with one they gave?
pub(crate) fn falls_to(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<bool, Fault> {
    if actor.capacity != Capacity::Monitor {
        return Ok(false);
    }
    let confirmed = tx.one(
        "select 1 from account where stream = $1 and factor_by = $2 and state = 'open'",
        &[Val::Blob(&stream.bytes()), Val::Blob(&actor.account.bytes())],
        |row| row.get::<i64>(0),
    )?;
    if confirmed.is_some() && crate::credential::undrawn(tx, stream.into())?.factor {
        return Ok(true);
    }
    Ok(!falling(tx, actor, stream, now)?.is_empty())
}

/// The kinds that somebody answers with in this stream, and of which it falls to them.
pub(crate) fn answers(tx: &mut Tx<'_>, actor: &Actor, stream: StreamId, now: Moment) -> Result<Vec<Kind>, Fault> {
    let falling = falling(tx, actor, stream, now)?;
    Ok(falling.iter().flat_map(|(_, pair)| pair.answers.iter().copied()).collect())
}

/// Is this act the second signature on a proposal that falls to the actor, and on no other?
pub(crate) fn signs(tx: &mut Tx<'_>, actor: &Actor, proposed: &Proposed, now: Moment) -> Result<bool, Fault> {
    let (kind, named) = (proposed.act.kind(), names(&proposed.act));
    for (waits, pair) in falling(tx, actor, proposed.stream, now)? {
        // The second word is of the same prison.
        let there = match &proposed.act {
            Act::Custody(topic::Custody::Returned(body)) => {
                crate::returning::prison_of(tx, waits.act)? == Some(body.prison)
            }
            _ => true,
        };
        if there && pair.answers.contains(&kind) && named.is_none_or(|named| named == waits.act) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The proposal that an answer names; nothing for one of which a stream has only one at a time.
fn names(act: &Act) -> Option<ActId> {
    match act {
        Act::Account(topic::Account::TokenIssued(body)) => Some(body.token),
        Act::Post(topic::Post::CoverConfirmed(body)) => Some(body.cover),
        Act::File(topic::File::Struck(body)) => Some(body.proposed),
        Act::Plan(topic::Plan::Approved(body)) => Some(body.plan),
        Act::Plan(topic::Plan::Returned(body)) => Some(body.plan),
        _ => None,
    }
}
