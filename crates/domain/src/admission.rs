//! Is it possible in this state? The order of things, apart from who may and what a safeguard says.
//!
//! A decision that is not possible is refused with one of these reasons. A report is taken all the same, marked as a
//! contradiction, and asks for a correction: a safeguard may stop a decision, never a record.

use jiff::tz::TimeZone;

use crate::code::codes;
use crate::custody::{Born, ClosingReason};
use crate::facts::{ConsentFacts, Dated, Facts, PlanFacts};
use crate::id::{ActId, OrgId};
use crate::kind::{Act, Nature, topic};
use crate::moment::{Date, HOUR, Moment};
use crate::recorded::Recorded;
pub use crate::referral_admission::admit_referral;
use crate::regime::{DayRecorded, LONGEST_DAY};

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
        /// There is no such restraint or use of force.
        RestraintUnknown = "restraint_unknown",
        /// The restraint was taken off already.
        RestraintRemoved = "restraint_removed",
        /// The end lies before the beginning.
        EndBeforeBeginning = "end_before_beginning",
        /// An extension must lengthen.
        NotLonger = "not_longer",
        /// At least one dated fact about this person is needed.
        NoIndividualFact = "no_individual_fact",
        /// A sentence, an offence or a list is no ground for a measure by itself.
        GroundNotIndividual = "ground_not_individual",
        /// Faith, origin, nationality, language or opinion is never a ground for a measure.
        GroundProtected = "ground_protected",
        /// An extension rests on a review from outside the line of command, after the last decision, that says it may go on.
        NoOutsideReview = "no_outside_review",
        /// At least one other way must have been considered.
        NoAlternative = "no_alternative",
        /// A fact lies in the future.
        FactInFuture = "fact_in_future",
        /// No handover is waiting for an answer.
        NoHandover = "no_handover",
        /// The organisation has no vault for notes, or it is another one.
        NoVault = "no_vault",
        /// Nobody else holds the vault: without this holder every note would be lost.
        LastHolder = "last_holder",
        /// The vault must be open in this session.
        VaultClosed = "vault_closed",
        /// Two offers for this need wait for an answer already.
        TwoOffersOpen = "two_offers_open",
        /// Why stays with the organisation for a service of this aim.
        CauseStaysInside = "cause_stays_inside",
        /// The person must have agreed to these words.
        NotAgreed = "not_agreed",
        /// Whoever is not told at once is told on a day, for a reason.
        DelayNeedsReason = "delay_needs_reason",
        /// No such disclosure here.
        DangerUnknown = "danger_unknown",
        /// Whoever disclosed it does not answer it.
        OwnDisclosure = "own_disclosure",
        /// A passphrase must be chosen first.
        NoPassphrase = "no_passphrase",
        /// A handover is waiting for an answer already.
        HandoverWaiting = "handover_waiting",
        /// The person has not been released, or only after that time.
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
        /// It is not on hold.
        NotOnHold = "not_on_hold",
        /// The place was not lost.
        PlaceNotLost = "place_not_lost",
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
        /// It is so already.
        AlreadyDone = "already_done",
        /// Nobody confirms what they proposed.
        OwnProposal = "own_proposal",
        /// Nobody gives their own account new credentials.
        OwnAccount = "own_account",
        /// Whoever confirms administers in the same capacity as whoever asked.
        OtherCapacity = "other_capacity",
        /// It was not proposed.
        NotProposed = "not_proposed",
        /// The entry was changed since it was read.
        EntryChanged = "entry_changed",
        /// The youngest age lies above the oldest.
        AgesReversed = "ages_reversed",
        /// Not an address of a page on the web.
        NoWebAddress = "no_web_address",
        /// Not an address of a mailbox.
        NoMailbox = "no_mailbox",
        /// The capacity does not belong to this kind of organisation.
        CapacityElsewhere = "capacity_elsewhere",
        /// There is no such token.
        TokenUnknown = "token_unknown",
        /// Nobody proposes or issues a token of their own account.
        TokenOwn = "token_own",
        /// A token for nothing.
        TokenNoScope = "token_no_scope",
        /// A token lasts a year at most.
        TokenTooLong = "token_too_long",
        /// Not something this subject can have.
        WrongSubject = "wrong_subject",
        /// The time concerned lies in the future.
        InFuture = "in_future",
        /// No restriction stands on the file.
        NotRestricted = "not_restricted",
        /// Nobody who is named could lift the restriction.
        NobodyToLift = "nobody_to_lift",
        /// No conflict of interest of this account stands.
        NoConflict = "no_conflict",
        /// A restriction or a conflict of interest keeps this account from the file.
        Barred = "barred",
        /// The organisation, service or account is not known or no longer open.
        NotOpen = "not_open",
        /// There is no such act in this file.
        ActUnknown = "act_unknown",
        /// Not something that another report corrects.
        NotCorrectable = "not_correctable",
        /// Not something that is struck.
        NotStrikable = "not_strikable",
        /// The correction is of another kind.
        AnotherKind = "another_kind",
        /// A hold lasts six months at the most.
        HoldTooLong = "hold_too_long",
        /// There is no such hold, or it was lifted.
        HoldUnknown = "hold_unknown",
        /// No erasure was announced.
        NotAnnounced = "not_announced",
        /// The day has not come, or is too near.
        TooSoon = "too_soon",
        /// A hold lies on the file.
        HeldBack = "held_back",
        /// An erasing that the law orders names the order, made by then; no other erasing names one.
        OrderNotNamed = "order_not_named",
        /// The file is open to this account already.
        EmergencyOpen = "emergency_open",
        /// The file is open to this account by its work.
        EmergencyNotNeeded = "emergency_not_needed",
        /// There is no such opening.
        EmergencyUnknown = "emergency_unknown",
        /// Nobody examines their own opening.
        OwnEmergency = "own_emergency",
        /// Whoever stands below somebody in a prison does not examine what that person opened.
        EmergencyOfLeader = "emergency_of_leader",
        /// An earlier opening of this account was not examined for seven days.
        EmergencySuspended = "emergency_suspended",
        /// As many were opened or tried within the hour as may be, by them or by their organisation; nothing was looked up.
        EmergencyPaced = "emergency_paced",
        /// Whoever stands in for a post opens nothing in an emergency and examines no opening: both are a person's own.
        EmergencyStandingIn = "emergency_standing_in",
        /// There is no such post here.
        PostUnknown = "post_unknown",
        /// The post does not exist at that time, or not all of it.
        PostNotThere = "post_not_there",
        /// Somebody holds the post at that time.
        PostHeld = "post_held",
        /// The post is of another capacity than the account.
        PostOfAnotherCapacity = "post_of_another_capacity",
        /// Where the post reports is on record for that time.
        LineThere = "line_there",
        /// The post would report to itself, through others.
        LineCircle = "line_circle",
        /// No such entry about posts, or it counts no more.
        EntryUnknown = "entry_unknown",
        /// Nobody stands in for themselves, nor says so of themselves.
        CoverOneself = "cover_oneself",
        /// Somebody stands in for the post at that time already, or was proposed to.
        CoverThere = "cover_there",
        /// Longer than anybody stands in without a new decision.
        CoverTooLong = "cover_too_long",
        /// The holder of the post changes in that time.
        CoverGap = "cover_gap",
        /// Somebody else holds the post than was said.
        HolderOther = "holder_other",
        /// Nobody holds the post, so nobody is on leave.
        NobodyAway = "nobody_away",
        /// The time is over.
        CoverOver = "cover_over",
        /// The body inspects this prison already, and has not reported.
        InspectionOpen = "inspection_open",
        /// The report was given to the prison: what it says stands.
        InspectionReported = "inspection_reported",
        /// Nothing was looked at yet.
        InspectionEmpty = "inspection_empty",
        /// Standing in is ended; it is never said not to have been.
        CoverNotVoided = "cover_not_voided",
        /// The account belongs to another organisation.
        CoverElsewhere = "cover_elsewhere",
        /// Somebody of this capacity does not stand in for such a post.
        CoverOtherCapacity = "cover_other_capacity",
    }
}

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
