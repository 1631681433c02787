//! Is it possible in this state? The order of things, apart from who may and what a safeguard says.
//!
//! A decision that is not possible is refused with one of these reasons. A report is taken all the same, marked as a
//! contradiction, and asks for a correction: a safeguard may stop a decision, never a record.

use jiff::tz::TimeZone;

use crate::custody::{Born, ClosingReason};
use crate::facts::{ConsentFacts, Dated, Facts, PlanFacts};
use crate::id::{ActId, OrgId};
use crate::kind::{Act, Nature, topic};
use crate::moment::{Date, HOUR, Moment};
pub use crate::not_possible::NotPossible;
use crate::recorded::Recorded;
pub use crate::referral_admission::admit_referral;
use crate::regime::{DayRecorded, LONGEST_DAY};

/// The earliest day that it can be anywhere at this moment: in the last time zone, twelve hours behind UTC.
pub(crate) fn earliest_day(at: Moment) -> Date {
    at.plus(-12 * HOUR).date_in(&TimeZone::UTC)
}

/// The latest day that it can be anywhere at this moment: in the first time zone, fourteen hours ahead of UTC.
pub(crate) fn latest_day(at: Moment) -> Date {
    at.plus(14 * HOUR).date_in(&TimeZone::UTC)
}

/// Is this act possible in a case with these facts?
///
/// Calendar days are judged generously, for no time zone is known here: a day has passed when it has passed everywhere.
pub fn admit_case(facts: &Facts, recorded: &Recorded) -> Result<(), NotPossible> {
    let at = recorded.concerns();
    if matches!(recorded.act, Act::Look(_) | Act::Finding(_)) {
        return Ok(());
    }
    if at > recorded.at {
        return Err(NotPossible::InFuture);
    }
    if let Act::Custody(topic::Custody::Admitted(body)) = &recorded.act {
        return if facts.admitted.is_some() { Err(NotPossible::AlreadyAdmitted) } else { in_order(body.person.born) };
    }
    if facts.admitted.is_none() {
        return Err(NotPossible::NotAdmitted);
    }
    // What was wrong in a file, and how long it is kept, is a matter of its own, also after its end.
    if let Act::File(act) = &recorded.act
        && crate::keeping::is_of_keeping(act)
    {
        return facts.keeping.admit(recorded, act);
    }
    // An opening in an emergency is examined whatever became of the file meanwhile.
    if let Act::File(act @ topic::File::EmergencyReviewed(_)) = &recorded.act {
        return crate::emergency::admit(&facts.emergencies, recorded, act);
    }
    if facts.closed.is_some() && !matches!(recorded.act, Act::Custody(topic::Custody::Returned(_))) {
        return Err(NotPossible::Closed);
    }
    let decides = recorded.act.kind().row().nature == Nature::Decision;
    // What is left to decide on the file of somebody who died: that it is closed, and who may see it until then.
    let about_the_file = match &recorded.act {
        Act::Custody(topic::Custody::Closed(_)) => true,
        Act::File(act) => !matches!(act, topic::File::Allocated(_)),
        _ => false,
    };
    if facts.died.is_some() && decides && !about_the_file {
        return Err(NotPossible::NotHeld);
    }
    let held = facts.held_at(at).is_some();
    match &recorded.act {
        Act::Custody(act) => admit_custody(facts, recorded, act, held),
        Act::File(act) => admit_file(facts, recorded, act),
        Act::Look(_) | Act::Finding(_) => Ok(()),
        Act::Assessment(topic::Assessment::Contested(_)) if facts.assessments.is_empty() => {
            Err(NotPossible::NotAssessed)
        }
        Act::Assessment(_) => Ok(()),
        Act::Plan(act) => admit_plan(facts, recorded, act),
        Act::Consent(act) => admit_consent(facts, recorded, act),
        Act::Referral(topic::Referral::Begun(body)) => admit_begun(facts, recorded, body),
        Act::Measure(act) => crate::measure_admission::admit(facts, recorded, act, held),
        Act::Release(act) => admit_release(facts, recorded, act),
        Act::Regime(topic::Regime::DayRecorded(body)) => admit_day(facts, recorded, body),
        Act::Regime(topic::Regime::WorkRecorded(_)) | Act::Lodging(_) if !held => Err(NotPossible::NotHeld),
        Act::Regime(_) | Act::Contact(_) | Act::Information(_) | Act::Lodging(_) => Ok(()),
        Act::Reception(_) | Act::Health(_) | Act::Weighing(_) => facts.passage.admit(facts, recorded),
        Act::Restraint(act) => crate::restraint_admission::admit(facts, recorded, act, held),
        Act::Search(_) => {
            if held {
                Ok(())
            } else {
                Err(NotPossible::NotHeld)
            }
        }
        Act::Referral(_)
        | Act::Organisation(_)
        | Act::Directory(_)
        | Act::Post(_)
        | Act::Note(_)
        | Act::Vault(_)
        | Act::Inspection(_)
        | Act::Account(_) => Err(NotPossible::WrongSubject),
    }
}

/// A day on which the person was in prison at some time, and that has begun somewhere; more minutes than a day has are none.
fn admit_day(facts: &Facts, recorded: &Recorded, body: &DayRecorded) -> Result<(), NotPossible> {
    if body.date > latest_day(recorded.at) {
        return Err(NotPossible::InFuture);
    }
    if body.open_air > body.out_of_cell || body.out_of_cell > LONGEST_DAY {
        return Err(NotPossible::EndBeforeBeginning);
    }
    let touches = |place: &Dated<OrgId>| {
        let begun = earliest_day(place.span.from) <= body.date;
        begun && place.span.until.is_none_or(|until| body.date <= latest_day(until))
    };
    facts.custody.iter().any(touches).then_some(()).ok_or(NotPossible::NotHeld)
}

fn in_order(born: Born) -> Result<(), NotPossible> {
    if born.earliest <= born.latest { Ok(()) } else { Err(NotPossible::EndBeforeBeginning) }
}

fn admit_custody(facts: &Facts, recorded: &Recorded, act: &topic::Custody, held: bool) -> Result<(), NotPossible> {
    match act {
        topic::Custody::IdentityCorrected(body) => in_order(body.person.born),
        topic::Custody::SentenceRecorded(body)
            if body.earliest_release < body.begins || body.ends < body.earliest_release =>
        {
            Err(NotPossible::EndBeforeBeginning)
        }
        topic::Custody::CircumstanceNoted(body) if body.until.is_some_and(|until| until < recorded.concerns()) => {
            Err(NotPossible::EndBeforeBeginning)
        }
        topic::Custody::Transferred(_) | topic::Custody::Released(_) if !held => Err(NotPossible::NotHeld),
        topic::Custody::Returned(_) if held => Err(NotPossible::StillHeld),
        topic::Custody::Returned(_) if facts.released.is_none() || facts.died.is_some() => {
            Err(NotPossible::NotReleased)
        }
        topic::Custody::Died(_) if facts.died.is_some() => Err(NotPossible::AlreadyDone),
        topic::Custody::Closed(body) => {
            let ended = match body.reason {
                ClosingReason::Died => facts.died.is_some(),
                _ => facts.released.is_some() && facts.died.is_none(),
            };
            let out = facts.custody.iter().all(|place| place.span.until.is_some());
            (ended && out && !held).then_some(()).ok_or(NotPossible::NotReadyToClose)
        }
        _ => Ok(()),
    }
}

fn admit_file(facts: &Facts, recorded: &Recorded, act: &topic::File) -> Result<(), NotPossible> {
    match act {
        topic::File::Allocated(body) if facts.bars(body.to) => Err(NotPossible::Barred),
        topic::File::RestrictionLifted(_) if facts.restricted.is_none() => Err(NotPossible::NotRestricted),
        topic::File::ConflictEnded(body) => {
            let stands = facts.conflicts.iter().any(|row| row.value.0 == body.account && row.span.until.is_none());
            stands.then_some(()).ok_or(NotPossible::NoConflict)
        }
        topic::File::Allocated(_)
        | topic::File::Restricted(_)
        | topic::File::RestrictionLifted(_)
        | topic::File::ConflictDeclared(_) => Ok(()),
        topic::File::EmergencyOpened(_) => crate::emergency::admit(&facts.emergencies, recorded, act),
        act => facts.keeping.admit(recorded, act),
    }
}

fn admit_consent(facts: &Facts, recorded: &Recorded, act: &topic::Consent) -> Result<(), NotPossible> {
    match act {
        topic::Consent::Given(body) if body.until < earliest_day(recorded.concerns()) => {
            Err(NotPossible::EndBeforeBeginning)
        }
        topic::Consent::Given(_) | topic::Consent::Refused(_) => Ok(()),
        topic::Consent::Withdrawn(body) => {
            let known = facts.consents.iter().any(|consent| consent.act == body.consent && consent.withdrawn.is_none());
            known.then_some(()).ok_or(NotPossible::ConsentUnknown)
        }
    }
}

fn admit_begun(facts: &Facts, recorded: &Recorded, body: &crate::referral::Begun) -> Result<(), NotPossible> {
    let plan = plan_of(facts, body.plan)?;
    if plan.approved.is_none() {
        return Err(NotPossible::PlanNotApproved);
    }
    if facts.plan().is_some_and(|counts| counts.act != plan.act) {
        return Err(NotPossible::PlanSuperseded);
    }
    goal_of(plan, body.goal)?;
    if facts.referrals.iter().any(|link| link.referral == body.referral) {
        return Err(NotPossible::AlreadyDone);
    }
    let at = recorded.concerns();
    let holds = |consent: &&ConsentFacts| {
        consent.given <= at && consent.withdrawn.is_none() && earliest_day(at) <= consent.until
    };
    let consent = facts.consents.iter().find(|consent| consent.act == body.consent);
    let consent = consent.filter(holds).ok_or(NotPossible::ConsentNotHolding)?;
    if consent.recipient == body.org { Ok(()) } else { Err(NotPossible::ConsentForAnother) }
}

/// Goals are counted from 1.
fn goal_of(plan: &PlanFacts, goal: u32) -> Result<(), NotPossible> {
    let known = usize::try_from(goal).is_ok_and(|goal| (1..=plan.goals.len()).contains(&goal));
    known.then_some(()).ok_or(NotPossible::GoalUnknown)
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
        topic::Plan::StepRecorded(body) => goal_of(plan_of(facts, body.plan)?, body.goal),
        topic::Plan::Reviewed(body) => {
            let approved = plan_of(facts, body.plan)?.approved.is_some();
            approved.then_some(()).ok_or(NotPossible::PlanNotApproved)
        }
    }
}

fn admit_release(facts: &Facts, recorded: &Recorded, act: &topic::Release) -> Result<(), NotPossible> {
    let unanswered =
        facts.handovers.last().filter(|handover| handover.accepted.is_none() && handover.returned.is_none());
    let waiting = unanswered.is_some();
    // Once the day of answer has passed everywhere nobody can answer any more: it may be offered again.
    let may_be_answered = unanswered.is_some_and(|handover| earliest_day(recorded.at) <= handover.answer_by);
    match act {
        topic::Release::ItemArranged(_) | topic::Release::FileCopyOffered(_) => Ok(()),
        topic::Release::HandoverOffered(_) if may_be_answered => Err(NotPossible::HandoverWaiting),
        topic::Release::HandoverOffered(body) if body.answer_by < earliest_day(recorded.concerns()) => {
            Err(NotPossible::AnswerDayPassed)
        }
        topic::Release::HandoverOffered(_) => Ok(()),
        topic::Release::HandoverAccepted(_) | topic::Release::HandoverReturned(_) => {
            waiting.then_some(()).ok_or(NotPossible::NoHandover)
        }
        topic::Release::FirstContact(_) | topic::Release::AftercareContact(_) => {
            let after = facts.released.is_some_and(|(_, released)| released <= recorded.concerns());
            after.then_some(()).ok_or(NotPossible::NotReleased)
        }
    }
}
