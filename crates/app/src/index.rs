//! Index rows from acts. Called by the writer for each act as it is written, and by `replay` for each act as it is
//! read: the same function, so that the tables are always what the ledger makes of them.

use domain::facts::{Answer, Facts};
use domain::keeping::kept_until;
use domain::kind::{Act, Head, Subject, topic};
use domain::referral_facts::ReferralFacts;
use domain::{Recorded, StreamId};
use jiff::tz::TimeZone;
use store::{Tx, Val};

use crate::emergency;
use crate::keys::Keys;
use crate::ledger_rows::acts_of;
use crate::refusal::Fault;
use crate::state::State;
use crate::{ground, second};

/// Moves the head of a stream: how many of its acts have moved it. It counts from 1 in each stream, so that it says
/// nothing of what happens elsewhere.
pub(crate) fn move_head(tx: &mut Tx<'_>, recorded: &Recorded) -> Result<(), store::Error> {
    let row = recorded.act.kind().row();
    if row.head == Head::Moves {
        tx.exec(
            "insert into stream (id, subject, head) values ($1, $2, 1) on conflict (id) do update set head = stream.head + 1",
            &[Val::Blob(&recorded.envelope.stream.bytes()), Val::Text(row.subject.code())],
        )?;
    }
    Ok(())
}

/// Takes one recorded act into the index tables, except the summaries that need a fold. Says whether it is one that gives
/// or ends rights.
pub(crate) fn take(tx: &mut Tx<'_>, recorded: &Recorded, zone: &TimeZone) -> Result<bool, store::Error> {
    let stream = recorded.envelope.stream;
    match &recorded.act {
        Act::Organisation(_) | Act::Directory(_) => crate::directory_index::take(tx, recorded, zone)?,
        Act::Account(act) => take_account(tx, recorded, act)?,
        Act::Finding(act) => take_finding(tx, recorded, act)?,
        Act::File(act) => emergency::take(tx, recorded, act)?,
        Act::Referral(act @ (topic::Referral::DangerDisclosed(_) | topic::Referral::DangerAnswered(_))) => {
            crate::danger::take(tx, recorded, act)?;
        }
        Act::Note(topic::Note::Written(body)) => crate::notes::take(tx, stream, body)?,
        Act::Post(topic::Post::CoverProposed(body)) => {
            tx.exec(
                "insert into cover_asked (cover, post, account) values ($1, $2, $3) on conflict (cover) do nothing",
                &[
                    Val::Blob(&recorded.envelope.act.bytes()),
                    Val::Blob(&body.post.bytes()),
                    Val::Blob(&body.account.bytes()),
                ],
            )?;
        }
        Act::Referral(topic::Referral::Begun(body)) => {
            tx.exec(
                "insert into file (stream, of_case, consent) values ($1, $2, $3) on conflict (stream) do nothing",
                &[Val::Blob(&body.referral.bytes()), Val::Blob(&stream.bytes()), Val::Blob(&body.consent.bytes())],
            )?;
        }
        // Rights begun by a later act of the same file look these two up, so they cannot wait for the summary.
        Act::Referral(topic::Referral::Offered(body)) => {
            tx.exec(
                "insert into referral_index (stream, service, org, sender, state) values ($1, $2, $3, $4, 'offered')
                 on conflict (stream) do nothing",
                &[
                    Val::Blob(&stream.bytes()),
                    Val::Blob(&body.service.bytes()),
                    Val::Blob(&body.org.bytes()),
                    Val::Blob(&body.from.bytes()),
                ],
            )?;
        }
        Act::Referral(topic::Referral::PackageReleased(body)) => {
            tx.exec(
                "update referral_index set package_until = $1 where stream = $2",
                &[Val::Text(&body.until.to_string()), Val::Blob(&stream.bytes())],
            )?;
        }
        _ => {}
    }
    // Whether the word of a return waits is found out with the rights that it might move.
    let rights = ground::take(tx, recorded, zone)?;
    second::take(tx, recorded)?;
    Ok(rights)
}

fn take_account(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::Account) -> Result<(), store::Error> {
    let id = recorded.envelope.stream.bytes();
    match act {
        topic::Account::Proposed(body) => tx.exec(
            "insert into account (stream, org, capacity, sign_in, proposed_by, state, password_by) values ($1, $2, $3, $4, $5, 'proposed', $5)",
            &[
                Val::Blob(&id),
                Val::Blob(&body.org.bytes()),
                Val::Text(body.capacity.code()),
                Val::Text(&body.sign_in.as_str().to_lowercase()),
                Val::Blob(&recorded.envelope.actor.bytes()),
            ],
        ),
        topic::Account::Confirmed(_) => tx.exec(
            "update account set state = 'open', factor_by = $1 where stream = $2",
            &[Val::Blob(&recorded.envelope.actor.bytes()), Val::Blob(&id)],
        ),
        topic::Account::RecoveryAsked(_) => tx.exec(
            "update account set recovery_by = $1 where stream = $2",
            &[Val::Blob(&recorded.envelope.actor.bytes()), Val::Blob(&id)],
        ),
        topic::Account::RecoveryConfirmed(_) => tx.exec(
            "update account set password_by = recovery_by, factor_by = $1, recovery_by = null where stream = $2",
            &[Val::Blob(&recorded.envelope.actor.bytes()), Val::Blob(&id)],
        ),
        topic::Account::RecoveryRefused(_) => {
            tx.exec("update account set recovery_by = null where stream = $1", &[Val::Blob(&id)])
        }
        topic::Account::Disabled(_) => tx.exec(
            "update account set state = 'disabled', password_by = null, factor_by = null, recovery_by = null where stream = $1",
            &[Val::Blob(&id)],
        ),
        topic::Account::TokenProposed(body) => {
            let scope: Vec<&str> = body.scope.iter().map(|scope| scope.code()).collect();
            tx.exec(
                "insert into token (token, account, scope, until, issued_at, revoked_at) values ($1, $2, $3, $4, null, null)",
                &[
                    Val::Blob(&recorded.envelope.act.bytes()),
                    Val::Blob(&id),
                    Val::Text(&scope.join(" ")),
                    Val::I64(body.until.millis()),
                ],
            )
        }
        topic::Account::TokenIssued(body) => tx.exec(
            "update token set issued_at = $1 where token = $2 and account = $3 and issued_at is null",
            &[Val::I64(recorded.at.millis()), Val::Blob(&body.token.bytes()), Val::Blob(&id)],
        ),
        topic::Account::TokenRevoked(body) => tx.exec(
            "update token set revoked_at = $1 where token = $2 and account = $3 and revoked_at is null",
            &[Val::I64(recorded.at.millis()), Val::Blob(&body.token.bytes()), Val::Blob(&id)],
        ),
        topic::Account::TokenCollected(_)
        | topic::Account::CredentialChanged(_)
        | topic::Account::SignedIn(_)
        | topic::Account::SignInRefused(_)
        | topic::Account::SignedOut(_)
        | topic::Account::FactorGiven(_)
        | topic::Account::SessionsEnded(_) => Ok(0),
    }?;
    Ok(())
}

fn take_finding(tx: &mut Tx<'_>, recorded: &Recorded, act: &topic::Finding) -> Result<(), store::Error> {
    let stream = recorded.envelope.stream.bytes();
    match act {
        topic::Finding::Raised(body) => tx.exec(
            "insert into finding (stream, rule, anchor, outcome, since, raised_at, closed_at, rank, prison)
             values ($1, $2, $3, $4, $5, $6, null, $7, (select holder from ground where stream = $1 and ground = 'custody' order by begins desc, via limit 1))
             on conflict (stream, rule, anchor) do update
             set outcome = excluded.outcome, since = excluded.since, raised_at = excluded.raised_at, closed_at = null,
                 rank = excluded.rank, prison = excluded.prison",
            &[
                Val::Blob(&stream),
                Val::Text(&body.rule),
                Val::Blob(&body.anchor.bytes()),
                Val::Text(body.outcome.code()),
                Val::I64(body.since.millis()),
                Val::I64(recorded.at.millis()),
                Val::I64(crate::findings::rank(&body.rule, body.outcome)),
            ],
        ),
        topic::Finding::Closed(body) => tx.exec(
            "update finding set closed_at = $1 where stream = $2 and rule = $3 and anchor = $4",
            &[Val::I64(recorded.at.millis()), Val::Blob(&stream), Val::Text(&body.rule), Val::Blob(&body.anchor.bytes())],
        ),
    }?;
    Ok(())
}

/// The tables with rows of their own for each stream of a file, by which all of them are found: what is not here outlives an
/// erasing.
pub(crate) const OF_A_FILE: [&str; 12] = [
    "ground",
    "bar",
    "file",
    "case_index",
    "keeping",
    "referral_index",
    "finding",
    "emergency",
    "return_word",
    "second_signature",
    "notes",
    "danger",
];

/// Makes the rows of a case and its referrals anew, from the acts that are left: what `replay` would make of them.
pub(crate) fn make_file_anew(keys: &Keys, tx: &mut Tx<'_>, case: StreamId, zone: &TimeZone) -> Result<(), Fault> {
    let mut streams = vec![case];
    streams.extend(ground::referrals_of(tx, case)?);
    let rows = crate::erase::rows_of_file(tx, &streams)?;
    for row in &rows {
        tx.exec("delete from consent where act = $1", &[Val::Blob(&row.envelope.act.bytes())])?;
    }
    for stream in &streams {
        for table in OF_A_FILE {
            tx.exec(&format!("delete from {table} where stream = $1"), &[Val::Blob(&stream.bytes())])?;
        }
    }
    for row in rows {
        if let Some(recorded) = row.open(keys, tx)? {
            take(tx, &recorded, zone)?;
        }
    }
    for stream in streams {
        let subject = if stream == case { Subject::Case } else { Subject::Referral };
        State::of(subject, &acts_of(keys, tx, stream)?).summarise(tx, stream)?;
    }
    Ok(())
}

/// The row that lists and queues read about a case.
pub(crate) fn summarise_case(tx: &mut Tx<'_>, stream: StreamId, facts: &Facts) -> Result<(), store::Error> {
    let last = facts.plans.last();
    let plan_state = match last {
        None => "none",
        Some(plan) if plan.approved.is_some() => "approved",
        Some(plan) if plan.returned.is_some() => "returned",
        Some(plan) => match plan.answer {
            None => "proposed",
            Some((_, Answer::NotAnswered(_) | Answer::Agreed | Answer::Disagreed)) => "answered",
        },
    };
    let handover = facts.handovers.last();
    let handover_state = match handover {
        None => "none",
        Some(handover) if handover.accepted.is_some() => "accepted",
        Some(handover) if handover.returned.is_some() => "returned",
        Some(_) => "offered",
    };
    let running: Vec<_> = facts.measures.iter().filter(|measure| measure.span.until.is_none()).collect();
    let prison = facts.custody.iter().rev().find(|place| place.span.until.is_none()).map(|place| place.value.bytes());
    let carried_by = facts.allocated.iter().rev().find(|row| row.span.until.is_none()).map(|row| row.value.bytes());
    let review_on =
        facts.plans.iter().rev().find(|plan| plan.approved.is_some()).map(|plan| plan.review_on.to_string());
    let release_on = facts.release_expected().map(|date| date.to_string());
    let handover_to = handover.map(|handover| handover.to.bytes());
    let handover_by = handover.map(|handover| handover.answer_by.to_string());
    let author = last.map(|plan| plan.author.bytes());
    let measures = i64::try_from(running.len()).unwrap_or(i64::MAX);
    let unit = unit_of(facts);
    let measure_end = running.iter().filter_map(|measure| measure.planned_end).min();
    tx.exec("delete from case_index where stream = $1", &[Val::Blob(&stream.bytes())])?;
    tx.exec(
        "insert into case_index (stream, prison, step, status, carried_by, plan_state, plan_author, review_on, release_on,
            handover, handover_to, handover_by, released_at, first_contact_at, measures, measure_end, admitted_at, unit)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &[
            Val::Blob(&stream.bytes()),
            Val::from(prison.as_ref()),
            Val::Text(facts.step().code()),
            Val::from(facts.status.last().map(|status| status.value.code())),
            Val::from(carried_by.as_ref()),
            Val::Text(plan_state),
            Val::from(author.as_ref()),
            Val::from(review_on.as_ref()),
            Val::from(release_on.as_ref()),
            Val::Text(handover_state),
            Val::from(handover_to.as_ref()),
            Val::from(handover_by.as_ref()),
            Val::from(facts.released.map(|(_, at)| at.millis())),
            Val::from(facts.first_contact.map(|(_, at)| at.millis())),
            Val::I64(measures),
            Val::from(measure_end.map(domain::Moment::millis)),
            Val::from(facts.admitted.map(|(_, at)| at.millis())),
            Val::from(unit.as_ref()),
        ],
    )?;
    tx.exec(
        "update finding set prison =
            (select holder from ground where stream = $1 and ground = 'custody' order by begins desc, via limit 1)
         where stream = $1 and closed_at is null",
        &[Val::Blob(&stream.bytes())],
    )?;
    ground::place(tx, stream, facts.admitted.map_or(i64::MIN, |(_, at)| at.millis()), facts.step())?;
    Ok(())
}

/// The unit in which the person sleeps now; none after a move to another prison, until it is recorded anew.
fn unit_of(facts: &Facts) -> Option<String> {
    let place = facts.custody.iter().rev().find(|place| place.span.until.is_none())?;
    let row = facts.daily.placed.iter().rev().find(|row| row.span.until.is_none())?;
    (place.span.from <= row.span.from).then(|| row.value.unit.to_string())
}

/// The row about the end of a file's keeping; none, while nothing is said of it.
pub(crate) fn summarise_keeping(tx: &mut Tx<'_>, stream: StreamId, facts: &Facts) -> Result<(), store::Error> {
    tx.exec("delete from keeping where stream = $1", &[Val::Blob(&stream.bytes())])?;
    let announced = facts.keeping.announced;
    let held = facts.keeping.holds.iter().filter(|hold| hold.lifted.is_none()).max_by_key(|hold| hold.until);
    let kept_until = kept_until(facts);
    if announced.is_none() && held.is_none() && kept_until.is_none() {
        return Ok(());
    }
    let (on, by) = (announced.map(|row| row.on.to_string()), announced.map(|row| row.by.bytes()));
    let (held_until, kept_until) = (held.map(|hold| hold.until.to_string()), kept_until.map(|day| day.to_string()));
    tx.exec(
        "insert into keeping (stream, announced_on, announced_at, announced_by, basis, held_until, held_since, kept_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            Val::Blob(&stream.bytes()),
            Val::from(on.as_ref()),
            Val::from(announced.map(|row| row.at.millis())),
            Val::from(by.as_ref()),
            Val::from(announced.map(|row| row.basis.code())),
            Val::from(held_until.as_ref()),
            Val::from(held.map(|hold| hold.since.millis())),
            Val::from(kept_until.as_ref()),
        ],
    )?;
    Ok(())
}

/// The row that lists and queues read about a referral.
pub(crate) fn summarise_referral(tx: &mut Tx<'_>, stream: StreamId, facts: &ReferralFacts) -> Result<(), store::Error> {
    let Some((service, org, sender)) = facts.parties else { return Ok(()) };
    let next =
        facts.sessions.iter().filter(|session| session.attendance.is_none()).map(|session| session.at.millis()).min();
    let answer_by = facts.answer_by.map(|date| date.to_string());
    let until = facts.package_until.map(|date| date.to_string());
    let assigned = facts.assigned.map(domain::AccountId::bytes);
    tx.exec("delete from referral_index where stream = $1", &[Val::Blob(&stream.bytes())])?;
    tx.exec(
        "insert into referral_index (stream, service, org, sender, state, answer_by, package_until, assigned, next_session, offered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            Val::Blob(&stream.bytes()),
            Val::Blob(&service.bytes()),
            Val::Blob(&org.bytes()),
            Val::Blob(&sender.bytes()),
            Val::Text(facts.end.map_or(facts.state.code(), |(end, _)| end.code())),
            Val::from(answer_by.as_ref()),
            Val::from(until.as_ref()),
            Val::from(assigned.as_ref()),
            Val::from(next),
            Val::from(facts.offered.map(|(_, at)| at.millis())),
        ],
    )?;
    Ok(())
}

/// An offer that nobody answered: the one summary that needs no fold.
pub(crate) fn end_offer(tx: &mut Tx<'_>, stream: StreamId) -> Result<(), store::Error> {
    tx.exec("update referral_index set state = 'expired' where stream = $1", &[Val::Blob(&stream.bytes())])?;
    Ok(())
}
