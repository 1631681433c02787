//! Is it possible in this state? The order of things, apart from who may and what a safeguard says.
//!
//! A decision that is not possible is refused with one of these reasons. A report is taken all the same, marked as a
//! contradiction, and asks for a correction: a safeguard may stop a decision, never a record.

use crate::code::codes;
use crate::facts::{Facts, PlanFacts};
use crate::id::ActId;
use crate::kind::{Act, topic};
use crate::measure::IndividualFact;
use crate::recorded::Recorded;
use crate::referral_facts::{ReferralFacts, ReferralState};

codes! {
    /// Why something is not possible in the state that the file is in.
    pub NotPossible as "not_possible" {
        /// The person is admitted already.
        AlreadyAdmitted = "already_admitted",
        /// Nobody has been admitted in this file.
        NotAdmitted = "not_admitted",
        /// The person is not in prison at that time.
        NotHeld = "not_held",
        /// The person is in prison at that time.
        StillHeld = "still_held",
        /// The case is closed.
        Closed = "closed",
        /// Case closed only after release with aftercare ended, or after death.
        NotReadyToClose = "not_ready_to_close",
        /// A plan needs an assessment first.
        NotAssessed = "not_assessed",
        /// A plan needs at least one goal.
        NoGoal = "no_goal",
        /// A goal answers a need that the assessment does not name.
        NeedNotAssessed = "need_not_assessed",
        /// There is no such plan version.
        PlanUnknown = "plan_unknown",
        /// A newer version exists.
        PlanSuperseded = "plan_superseded",
        /// It has been approved or returned already.
        PlanDecided = "plan_decided",
        /// Nobody approves their own plan.
        OwnPlan = "own_plan",
        /// The person has not been asked yet.
        PersonNotAsked = "person_not_asked",
        /// A referral begins from an approved plan.
        PlanNotApproved = "plan_not_approved",
        /// There is no such goal.
        GoalUnknown = "goal_unknown",
        /// There is no such consent, or it does not hold.
        ConsentNotHolding = "consent_not_holding",
        /// The consent names another receiver.
        ConsentForAnother = "consent_for_another",
        /// There is no such consent.
        ConsentUnknown = "consent_unknown",
        /// There is no such measure.
        MeasureUnknown = "measure_unknown",
        /// The measure has ended.
        MeasureEnded = "measure_ended",
        /// The end lies before the beginning.
        EndBeforeBeginning = "end_before_beginning",
        /// An extension must lengthen.
        NotLonger = "not_longer",
        /// At least one dated fact about this person is needed.
        NoIndividualFact = "no_individual_fact",
        /// At least one other way must have been considered.
        NoAlternative = "no_alternative",
        /// A fact lies in the future.
        FactInFuture = "fact_in_future",
        /// No handover is waiting for an answer.
        NoHandover = "no_handover",
        /// A handover is waiting for an answer already.
        HandoverWaiting = "handover_waiting",
        /// A first contact comes after release.
        NotReleased = "not_released",
        /// There is no such referral in this case.
        ReferralUnknown = "referral_unknown",
        /// It was offered already.
        AlreadyOffered = "already_offered",
        /// It is not waiting for an answer.
        NotOffered = "not_offered",
        /// It has not been accepted.
        NotAccepted = "not_accepted",
        /// Nobody has been named.
        NotAssigned = "not_assigned",
        /// It has ended.
        ReferralEnded = "referral_ended",
        /// There is no such session.
        SessionUnknown = "session_unknown",
        /// The session has been recorded already.
        SessionRecorded = "session_recorded",
        /// The initial meeting comes first.
        MeetingFirst = "meeting_first",
        /// The service report comes first.
        ReportFirst = "report_first",
        /// The day of answer has passed.
        AnswerDayPassed = "answer_day_passed",
        /// It is registered, published, proposed or confirmed already.
        AlreadyDone = "already_done",
        /// Nobody confirms what they proposed.
        OwnProposal = "own_proposal",
        /// It was not proposed.
        NotProposed = "not_proposed",
        /// The capacity does not belong to this kind of organisation.
        CapacityElsewhere = "capacity_elsewhere",
        /// Not something this subject can have.
        WrongSubject = "wrong_subject",
        /// The time concerned lies in the future.
        InFuture = "in_future",
        /// The organisation, service or account is not known or no longer open.
        NotOpen = "not_open",
    }
}

/// Is this act possible in a case with these facts?
pub fn admit_case(facts: &Facts, recorded: &Recorded) -> Result<(), NotPossible> {
    let at = recorded.concerns();
    if let Act::Custody(topic::Custody::Admitted(_)) = recorded.act {
        return if facts.admitted.is_some() { Err(NotPossible::AlreadyAdmitted) } else { Ok(()) };
    }
    if facts.admitted.is_none() {
        return Err(NotPossible::NotAdmitted);
    }
    if facts.closed.is_some()
        && !matches!(recorded.act, Act::Custody(topic::Custody::Returned(_)) | Act::Look(_) | Act::Finding(_))
    {
        return Err(NotPossible::Closed);
    }
    let held = facts.held_at(at).is_some();
    match &recorded.act {
        Act::Custody(act) => admit_custody(facts, act, held),
        Act::File(_) | Act::Look(_) | Act::Finding(_) => Ok(()),
        Act::Assessment(topic::Assessment::Contested(_)) if facts.assessments.is_empty() => {
            Err(NotPossible::NotAssessed)
        }
        Act::Assessment(_) => Ok(()),
        Act::Plan(act) => admit_plan(facts, recorded, act),
        Act::Consent(topic::Consent::Withdrawn(body)) => {
            let known = facts.consents.iter().any(|consent| consent.act == body.consent && consent.withdrawn.is_none());
            known.then_some(()).ok_or(NotPossible::ConsentUnknown)
        }
        Act::Consent(_) => Ok(()),
        Act::Referral(topic::Referral::Begun(body)) => {
            let plan = facts.plans.iter().find(|plan| plan.act == body.plan).ok_or(NotPossible::PlanUnknown)?;
            if plan.approved.is_none() {
                return Err(NotPossible::PlanNotApproved);
            }
            let goals = u32::try_from(plan.goals.len()).unwrap_or(u32::MAX);
            if body.goal == 0 || body.goal > goals {
                return Err(NotPossible::GoalUnknown);
            }
            let consent = facts.consents.iter().find(|consent| consent.act == body.consent);
            let consent =
                consent.filter(|consent| consent.withdrawn.is_none()).ok_or(NotPossible::ConsentNotHolding)?;
            if consent.recipient == body.org { Ok(()) } else { Err(NotPossible::ConsentForAnother) }
        }
        Act::Measure(act) => admit_measure(facts, recorded, act, held),
        Act::Release(act) => admit_release(facts, act),
        Act::Referral(_) | Act::Organisation(_) | Act::Account(_) => Err(NotPossible::WrongSubject),
    }
}

fn admit_custody(facts: &Facts, act: &topic::Custody, held: bool) -> Result<(), NotPossible> {
    match act {
        topic::Custody::Transferred(_) | topic::Custody::Released(_) if !held => Err(NotPossible::NotHeld),
        topic::Custody::Returned(_) if held => Err(NotPossible::StillHeld),
        topic::Custody::Closed(_) if held => Err(NotPossible::NotReadyToClose),
        topic::Custody::Closed(_) if facts.custody.iter().any(|place| place.span.until.is_none()) => {
            Err(NotPossible::NotReadyToClose)
        }
        _ => Ok(()),
    }
}

fn plan_of(facts: &Facts, id: ActId) -> Result<&PlanFacts, NotPossible> {
    facts.plans.iter().find(|plan| plan.act == id).ok_or(NotPossible::PlanUnknown)
}

/// A version can be decided while it is the last one and nobody has decided it.
fn undecided(facts: &Facts, id: ActId) -> Result<&PlanFacts, NotPossible> {
    let plan = plan_of(facts, id)?;
    if facts.plans.last().is_some_and(|last| last.act != id) {
        return Err(NotPossible::PlanSuperseded);
    }
    if plan.approved.is_some() || plan.returned.is_some() { Err(NotPossible::PlanDecided) } else { Ok(plan) }
}

fn admit_plan(facts: &Facts, recorded: &Recorded, act: &topic::Plan) -> Result<(), NotPossible> {
    match act {
        topic::Plan::Proposed(body) => {
            let (_, _, needs) = facts.assessments.last().ok_or(NotPossible::NotAssessed)?;
            if body.goals.is_empty() {
                return Err(NotPossible::NoGoal);
            }
            let answered = body.goals.iter().all(|goal| needs.contains(&goal.need));
            if answered { Ok(()) } else { Err(NotPossible::NeedNotAssessed) }
        }
        topic::Plan::Agreed(body) => plan_of(facts, body.plan).map(|_| ()),
        topic::Plan::Disagreed(body) => plan_of(facts, body.plan).map(|_| ()),
        topic::Plan::NotAnswered(body) => plan_of(facts, body.plan).map(|_| ()),
        topic::Plan::Approved(body) => {
            let plan = undecided(facts, body.plan)?;
            if plan.author == recorded.envelope.actor {
                Err(NotPossible::OwnPlan)
            } else if plan.answer.is_none() {
                Err(NotPossible::PersonNotAsked)
            } else {
                Ok(())
            }
        }
        topic::Plan::Returned(body) => undecided(facts, body.plan).map(|_| ()),
        topic::Plan::StepRecorded(body) => {
            let goals = plan_of(facts, body.plan)?.goals.len();
            let known = usize::try_from(body.goal).is_ok_and(|goal| (1..=goals).contains(&goal));
            known.then_some(()).ok_or(NotPossible::GoalUnknown)
        }
        topic::Plan::Reviewed(body) => {
            let approved = plan_of(facts, body.plan)?.approved.is_some();
            approved.then_some(()).ok_or(NotPossible::PlanNotApproved)
        }
    }
}

fn admit_measure(facts: &Facts, recorded: &Recorded, act: &topic::Measure, held: bool) -> Result<(), NotPossible> {
    let at = recorded.concerns();
    let running = |id: ActId| {
        let measure = facts.measures.iter().find(|measure| measure.act == id).ok_or(NotPossible::MeasureUnknown)?;
        if measure.span.until.is_some() { Err(NotPossible::MeasureEnded) } else { Ok(measure) }
    };
    // A fact of "today" where the prison is may already be tomorrow in UTC, by at most fourteen hours.
    let dated = |list: &[IndividualFact]| {
        let latest = recorded.at.plus(14 * crate::moment::HOUR).date_in(&jiff::tz::TimeZone::UTC);
        if list.is_empty() {
            Err(NotPossible::NoIndividualFact)
        } else if list.iter().any(|fact| fact.on > latest) {
            Err(NotPossible::FactInFuture)
        } else {
            Ok(())
        }
    };
    match act {
        topic::Measure::Imposed(body) => {
            dated(&body.facts)?;
            if body.alternatives.is_empty() {
                Err(NotPossible::NoAlternative)
            } else if body.planned_end <= at || body.review_by < at {
                Err(NotPossible::EndBeforeBeginning)
            } else if held {
                Ok(())
            } else {
                Err(NotPossible::NotHeld)
            }
        }
        topic::Measure::FoundInForce(_) if !held => Err(NotPossible::NotHeld),
        topic::Measure::FoundInForce(body) if body.planned_end.is_some_and(|end| end <= at) => {
            Err(NotPossible::EndBeforeBeginning)
        }
        topic::Measure::Extended(body) => {
            let measure = running(body.measure)?;
            dated(&body.facts)?;
            if measure.planned_end.is_none_or(|end| body.until > end) { Ok(()) } else { Err(NotPossible::NotLonger) }
        }
        topic::Measure::RegimeRecorded(body) => {
            let inside = body.contacts.iter().all(|c| body.from <= c.from && c.from < c.until && c.until <= body.until);
            if body.from < body.until && inside { Ok(()) } else { Err(NotPossible::EndBeforeBeginning) }
        }
        topic::Measure::Lifted(body) => {
            let measure = running(body.measure)?;
            if at < measure.span.from { Err(NotPossible::EndBeforeBeginning) } else { Ok(()) }
        }
        topic::Measure::Reviewed(body) => running(body.measure).map(|_| ()),
        topic::Measure::PlaceLost(body) => {
            let measure = facts.measures.iter().any(|measure| measure.act == body.measure);
            let referral = facts.referrals.iter().any(|link| link.referral == body.referral);
            match (measure, referral) {
                (false, _) => Err(NotPossible::MeasureUnknown),
                (true, false) => Err(NotPossible::ReferralUnknown),
                (true, true) => Ok(()),
            }
        }
        topic::Measure::FoundInForce(_) | topic::Measure::HealthVisited(_) => Ok(()),
    }
}

fn admit_release(facts: &Facts, act: &topic::Release) -> Result<(), NotPossible> {
    let waiting =
        facts.handovers.last().is_some_and(|handover| handover.accepted.is_none() && handover.returned.is_none());
    match act {
        topic::Release::ItemArranged(_) | topic::Release::FileCopyOffered(_) => Ok(()),
        topic::Release::HandoverOffered(_) if waiting => Err(NotPossible::HandoverWaiting),
        topic::Release::HandoverOffered(_) => Ok(()),
        topic::Release::HandoverAccepted(_) | topic::Release::HandoverReturned(_) => {
            waiting.then_some(()).ok_or(NotPossible::NoHandover)
        }
        topic::Release::FirstContact(_) | topic::Release::AftercareContact(_) => {
            facts.released.map(|_| ()).ok_or(NotPossible::NotReleased)
        }
    }
}

/// Is this act possible in a referral that stands like this?
pub fn admit_referral(facts: &ReferralFacts, recorded: &Recorded) -> Result<(), NotPossible> {
    let Act::Referral(act) = &recorded.act else {
        return if matches!(recorded.act, Act::Look(_)) { Ok(()) } else { Err(NotPossible::WrongSubject) };
    };
    let state = facts.state;
    let under_way = || match state {
        ReferralState::None | ReferralState::Offered => Err(NotPossible::NotAccepted),
        ReferralState::Accepted => Err(NotPossible::NotAssigned),
        ReferralState::Assigned | ReferralState::Meeting | ReferralState::OnHold | ReferralState::PlaceLost => Ok(()),
        ReferralState::Ended => Err(NotPossible::ReferralEnded),
    };
    let open_session = |id: ActId| match facts.sessions.iter().find(|session| session.act == id) {
        None => Err(NotPossible::SessionUnknown),
        Some(session) if session.attendance.is_some() => Err(NotPossible::SessionRecorded),
        Some(_) => Ok(()),
    };
    match act {
        topic::Referral::Begun(_) => Err(NotPossible::WrongSubject),
        topic::Referral::Offered(_) if state == ReferralState::None => Ok(()),
        topic::Referral::Offered(_) => Err(NotPossible::AlreadyOffered),
        topic::Referral::PackageReleased(_) if state == ReferralState::Ended => Err(NotPossible::ReferralEnded),
        topic::Referral::PackageReleased(_) if state == ReferralState::None => Err(NotPossible::NotOffered),
        topic::Referral::PackageReleased(_) => Ok(()),
        topic::Referral::Accepted(_) | topic::Referral::Declined(_) | topic::Referral::Expired(_) => {
            if state == ReferralState::Offered { Ok(()) } else { Err(NotPossible::NotOffered) }
        }
        topic::Referral::Assigned(_) => match state {
            ReferralState::None | ReferralState::Offered => Err(NotPossible::NotAccepted),
            ReferralState::Ended => Err(NotPossible::ReferralEnded),
            _ => Ok(()),
        },
        topic::Referral::MeetingHeld(_) => under_way(),
        topic::Referral::SessionScheduled(_) => {
            under_way()?;
            facts.met.map(|_| ()).ok_or(NotPossible::MeetingFirst)
        }
        topic::Referral::SessionChanged(body) => under_way().and_then(|()| open_session(body.session)),
        topic::Referral::SessionRecorded(body) => under_way().and_then(|()| open_session(body.session)),
        topic::Referral::Held(_)
        | topic::Referral::Resumed(_)
        | topic::Referral::PlaceLost(_)
        | topic::Referral::ReentryAsked(_)
        | topic::Referral::Reentered(_)
        | topic::Referral::ServiceReported(_) => under_way(),
        topic::Referral::Concluded(_) => {
            under_way()?;
            facts.reported.map(|_| ()).ok_or(NotPossible::ReportFirst)
        }
        topic::Referral::Withdrawn(_) if state == ReferralState::Ended => Err(NotPossible::ReferralEnded),
        topic::Referral::Withdrawn(_) => Ok(()),
    }
}
