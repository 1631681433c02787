//! Is it possible in this referral? The order of things from offer to report.
//!
//! What was held, lost or delivered before the end may be entered after it: a late entry is no contradiction.

use crate::admission::{NotPossible, earliest_day};
use crate::id::ActId;
use crate::kind::{Act, topic};
use crate::measure::YesNo;
use crate::recorded::Recorded;
use crate::referral_facts::{ReferralFacts, ReferralState};

/// Is this act possible in a referral that stands like this?
pub fn admit_referral(facts: &ReferralFacts, recorded: &Recorded) -> Result<(), NotPossible> {
    let Act::Referral(act) = &recorded.act else {
        return if matches!(recorded.act, Act::Look(_) | Act::Finding(_)) {
            Ok(())
        } else {
            Err(NotPossible::WrongSubject)
        };
    };
    let (state, at) = (facts.state, recorded.concerns());
    if at > recorded.at {
        return Err(NotPossible::InFuture);
    }
    match act {
        topic::Referral::Begun(_) => Err(NotPossible::WrongSubject),
        topic::Referral::Offered(_) if state != ReferralState::None => Err(NotPossible::AlreadyOffered),
        topic::Referral::Offered(body) if body.answer_by < earliest_day(at) => Err(NotPossible::AnswerDayPassed),
        topic::Referral::Offered(_) => Ok(()),
        topic::Referral::PackageReleased(_) => match state {
            ReferralState::None => Err(NotPossible::NotOffered),
            ReferralState::Ended => Err(NotPossible::ReferralEnded),
            _ => Ok(()),
        },
        topic::Referral::Accepted(_) => {
            waiting(state)?;
            let passed = facts.answer_by.is_some_and(|day| day < earliest_day(at));
            if passed { Err(NotPossible::AnswerDayPassed) } else { Ok(()) }
        }
        topic::Referral::Declined(_) | topic::Referral::Expired(_) => waiting(state),
        topic::Referral::Assigned(_) => accepted(state),
        topic::Referral::MeetingHeld(_) => {
            entered(facts, recorded)?;
            if facts.met.is_some() { Err(NotPossible::AlreadyDone) } else { Ok(()) }
        }
        topic::Referral::SessionScheduled(_) => {
            entered(facts, recorded)?;
            facts.met.map(|_| ()).ok_or(NotPossible::MeetingFirst)
        }
        topic::Referral::SessionChanged(body) => {
            entered(facts, recorded)?;
            unrecorded(facts, body.session)
        }
        topic::Referral::SessionRecorded(body) => {
            entered(facts, recorded)?;
            unrecorded(facts, body.session)
        }
        topic::Referral::WelfareNoted(body) => {
            entered(facts, recorded)?;
            if body.agreed == YesNo::Yes { Ok(()) } else { Err(NotPossible::NotAgreed) }
        }
        topic::Referral::DangerDisclosed(body) => {
            entered(facts, recorded)?;
            let waits = body.tell_by.is_some() && body.why_later.is_some();
            match body.person_told {
                _ if body.told_at > recorded.at => Err(NotPossible::InFuture),
                YesNo::No if !waits => Err(NotPossible::DelayNeedsReason),
                YesNo::Yes | YesNo::No => Ok(()),
            }
        }
        topic::Referral::DangerAnswered(body) => match facts.dangers.iter().find(|known| known.act == body.disclosed) {
            None => Err(NotPossible::DangerUnknown),
            Some(known) if known.by == recorded.envelope.org => Err(NotPossible::OwnDisclosure),
            Some(_) => Ok(()),
        },
        topic::Referral::ServiceReported(_) => entered(facts, recorded),
        topic::Referral::Held(_) => {
            accepted(state)?;
            let waits = matches!(state, ReferralState::OnHold | ReferralState::PlaceLost);
            if waits { Err(NotPossible::AlreadyDone) } else { Ok(()) }
        }
        topic::Referral::Resumed(_) => {
            accepted(state)?;
            if state == ReferralState::OnHold { Ok(()) } else { Err(NotPossible::NotOnHold) }
        }
        topic::Referral::PlaceLost(_) => {
            accepted(state)?;
            if state == ReferralState::PlaceLost { Err(NotPossible::AlreadyDone) } else { Ok(()) }
        }
        topic::Referral::ReentryAsked(_) | topic::Referral::Reentered(_) => {
            accepted(state)?;
            if state == ReferralState::PlaceLost { Ok(()) } else { Err(NotPossible::PlaceNotLost) }
        }
        topic::Referral::Concluded(_) => {
            under_way(facts)?;
            facts.reported.map(|_| ()).ok_or(NotPossible::ReportFirst)
        }
        topic::Referral::Withdrawn(_) if state == ReferralState::Ended => Err(NotPossible::ReferralEnded),
        topic::Referral::Withdrawn(_) => Ok(()),
    }
}

/// It waits for an answer.
fn waiting(state: ReferralState) -> Result<(), NotPossible> {
    if state == ReferralState::Offered { Ok(()) } else { Err(NotPossible::NotOffered) }
}

/// It was accepted and has not ended.
fn accepted(state: ReferralState) -> Result<(), NotPossible> {
    match state {
        ReferralState::None | ReferralState::Offered => Err(NotPossible::NotAccepted),
        ReferralState::Ended => Err(NotPossible::ReferralEnded),
        _ => Ok(()),
    }
}

/// Somebody carries it.
fn under_way(facts: &ReferralFacts) -> Result<(), NotPossible> {
    accepted(facts.state)?;
    facts.assigned.map(|_| ()).ok_or(NotPossible::NotAssigned)
}

/// Somebody carries it, or carried it at the time concerned.
fn entered(facts: &ReferralFacts, recorded: &Recorded) -> Result<(), NotPossible> {
    let late = facts.end.is_some_and(|(_, ended)| recorded.concerns() < ended) && facts.assigned.is_some();
    if late { Ok(()) } else { under_way(facts) }
}

fn unrecorded(facts: &ReferralFacts, id: ActId) -> Result<(), NotPossible> {
    match facts.sessions.iter().find(|session| session.act == id) {
        None => Err(NotPossible::SessionUnknown),
        Some(session) if session.attendance.is_some() => Err(NotPossible::SessionRecorded),
        Some(_) => Ok(()),
    }
}
