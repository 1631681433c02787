//! What the reader could do with a case now: reports, which are always taken, and decisions, which may be refused.
//!
//! A convenience only: what is shown here can still be refused, and what is not shown is refused all the same.

use app::consult::CaseFile;
use domain::facts::PlanFacts;
use domain::kind::{Nature, Subject};
use domain::{AccountId, Kind, Part};

use super::{Case, Section};
use crate::answer::Answer;
use crate::pages::sheet::Block;
use crate::part::{Empty, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Could this be done as things stand? By the facts that are open to the reader.
pub(crate) fn possible(kind: Kind, file: &CaseFile, account: Option<AccountId>) -> bool {
    let facts = &file.facts;
    let held = facts.held_at(file.now).is_some();
    let alive = facts.died.is_none();
    match kind {
        // From the entry, the proposal or the hold that they are about. Whoever keeps data protection does not see the admission.
        Kind::FileCorrected | Kind::FileStrikeProposed => return true,
        Kind::FileStruck => return facts.keeping.strikes.iter().any(|strike| strike.struck.is_none()),
        Kind::FileHoldLifted => return facts.keeping.holds.iter().any(|hold| hold.lifted.is_none()),
        Kind::FileErasureWithdrawn => return facts.keeping.announced.is_some(),
        Kind::FileHoldSet | Kind::FileErasureAnnounced => return true,
        _ => {}
    }
    if facts.admitted.is_none() {
        return false;
    }
    if facts.closed.is_some() {
        return kind == Kind::CustodyReturned && alive;
    }
    let last = facts.plans.last();
    let waits = |plan: &PlanFacts| plan.approved.is_none() && plan.returned.is_none();
    let waiting = last.is_some_and(waits);
    let approved = facts.plan().is_some_and(|plan| plan.approved.is_some());
    let running = facts.measures.iter().any(|measure| measure.span.until.is_none());
    let handover =
        facts.handovers.last().is_some_and(|handover| handover.accepted.is_none() && handover.returned.is_none());
    match kind {
        Kind::CustodyAdmitted => false,
        Kind::CustodyTransferred
        | Kind::CustodyReleased
        | Kind::CustodyReleaseDateSet
        | Kind::FileAllocated
        | Kind::MeasureImposed
        | Kind::MeasureFoundInForce
        | Kind::LodgingPlaced
        | Kind::RegimeWorkRecorded => held && alive,
        Kind::CustodyReturned => facts.released.is_some() && !held && alive,
        Kind::CustodyClosed => !held && (facts.released.is_some() || !alive),
        Kind::AssessmentContested => !facts.assessments.is_empty(),
        Kind::PlanProposed => alive && (!facts.assessments.is_empty() || !file.parts.contains(Part::Assessment)),
        Kind::PlanAgreed | Kind::PlanDisagreed | Kind::PlanNotAnswered => alive && waiting,
        Kind::PlanReturned => waiting,
        Kind::PlanApproved => {
            last.is_some_and(|plan| waits(plan) && plan.answer.is_some() && Some(plan.author) != account)
        }
        Kind::PlanStepRecorded | Kind::PlanReviewed => approved && alive,
        Kind::ConsentGiven
        | Kind::ConsentRefused
        | Kind::CustodyDied
        | Kind::NeedsTaken
        | Kind::Assessed
        | Kind::CustodyStatusChanged
        | Kind::CustodySentenceRecorded
        | Kind::CustodyCircumstanceNoted
        | Kind::ReleaseItemArranged => alive,
        Kind::AdmissionOrderRecorded
        | Kind::AdmissionRecorded
        | Kind::ChildrenRecorded
        | Kind::PropertyListed
        | Kind::DistanceRecorded
        | Kind::CustodyClassified
        | Kind::HealthExamined
        | Kind::HealthAttested
        | Kind::HealthAdvised
        | Kind::CareAsked => held && alive,
        Kind::CareReached => super::pending::waits_for_care(facts),
        Kind::AdviceAnswered | Kind::AdviceFoundIgnored => super::pending::waits_for_answer(facts),
        Kind::AccommodationDecided => super::pending::waits_for_decision(facts),
        Kind::PlanConsidered => !facts.plans.is_empty() && alive,
        Kind::AssessmentConsidered | Kind::AccommodationAsked => alive,
        Kind::FileRestricted => held,
        Kind::FileRestrictionLifted => facts.restricted.is_some(),
        Kind::FileConflictEnded => facts.conflicts.iter().any(|row| row.span.until.is_none()),
        Kind::ConsentWithdrawn => facts.consents.iter().any(|consent| consent.withdrawn.is_none()),
        Kind::ReferralBegun => approved && alive,
        Kind::RestraintOrdered | Kind::RestraintApplied | Kind::RestraintForceUsed | Kind::SearchRecorded => {
            held && alive
        }
        Kind::RestraintChecked | Kind::RestraintRemoved => facts.restraint.on().next().is_some(),
        Kind::RestraintTold => !facts.restraint.applied.is_empty() || !facts.restraint.force.is_empty(),
        Kind::MeasureExtended | Kind::MeasureLifted | Kind::MeasureReviewed => running,
        Kind::MeasureRegimeRecorded | Kind::MeasureHealthVisited => running && alive,
        Kind::MeasureConditionsRecorded | Kind::MeasureOffered | Kind::MeasureVisitMissed => running && alive,
        Kind::MeasureReliefPlanned
        | Kind::MeasureLossRecorded
        | Kind::MeasureReentryAsked
        | Kind::MeasureEffectReported
        | Kind::MeasureChangeAdvised => !facts.measures.is_empty() && alive,
        Kind::MeasureHarmAttested => held && alive,
        Kind::MeasureAdviceAnswered => super::pending::waits_for_measure_answer(facts),
        Kind::MeasurePlaceLost => !facts.measures.is_empty() && !facts.referrals.is_empty(),
        Kind::HandoverOffered => alive && !handover,
        Kind::HandoverAccepted | Kind::HandoverReturned => handover,
        Kind::FirstContactMade => facts.released.is_some() && facts.first_contact.is_none() && alive,
        Kind::AftercareContactMade => facts.released.is_some() && facts.first_contact.is_some() && alive,
        _ => true,
    }
}

/// The acts that the reader could do now: reports and decisions.
pub(super) fn sorted(case: &Case<'_>) -> (Vec<Kind>, Vec<Kind>) {
    let open = |kind: &&Kind| {
        let row = kind.row();
        // What is about one entry is opened beside that entry.
        let beside = matches!(
            kind,
            Kind::FileStrikeProposed
                | Kind::FileStruck
                | Kind::FileHoldLifted
                | Kind::FileErasureWithdrawn
                | Kind::FileEmergencyReviewed
        );
        row.subject == Subject::Case && !beside && crate::act_form::of(**kind).is_some() && case.may(**kind)
    };
    Kind::ALL.iter().filter(open).copied().partition(|kind| kind.row().nature == Nature::Report)
}

/// What is carried along when an act is opened without a place: the one measure, the newest plan.
pub(super) fn carried(case: &Case<'_>, kind: Kind) -> Vec<(&'static str, String)> {
    let facts = &case.file.facts;
    let fixed = crate::act_form::of(kind).map(|form| form.fixed().collect::<Vec<_>>()).unwrap_or_default();
    fixed
        .into_iter()
        .filter_map(|path| match path {
            "plan" => {
                let plan = match kind {
                    Kind::PlanStepRecorded | Kind::PlanReviewed | Kind::ReferralBegun | Kind::PlanConsidered => {
                        facts.plan()
                    }
                    _ => facts.plans.last(),
                };
                plan.map(|plan| (path, plan.act.to_string()))
            }
            "measure" => facts
                .measures
                .iter()
                .rev()
                .find(|measure| measure.span.until.is_none())
                .or(facts.measures.last())
                .map(|measure| (path, measure.act.to_string())),
            "restraint" => super::force::newest(facts, kind).map(|act| (path, act.to_string())),
            "consent" => facts
                .consents
                .iter()
                .rev()
                .find(|consent| consent.withdrawn.is_none())
                .map(|consent| (path, consent.act.to_string())),
            "announced" => facts.keeping.announced.map(|announced| (path, announced.act.to_string())),
            // What the address names where it was opened; without it the form has lost its place.
            "of" | "proposed" | "hold" => Some((path, String::new())),
            _ => None,
        })
        .collect()
}

/// What can be done here.
pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Overview, |case| {
        let (reports, decisions) = sorted(case);
        let links = |kinds: Vec<Kind>| -> Vec<Phrase> {
            kinds.into_iter().map(|kind| Phrase::link(case.doing(kind, &[]), case.title_of(kind))).collect()
        };
        let nothing = reports.is_empty() && decisions.is_empty();
        let mut page = crate::pages::sheet::Page::new(visit.shell("casework-title-do"))
            .trail("/cases", case.say("nav-cases"))
            .trail(case.href(Section::Overview), Phrase::name(case.name()))
            .trail("", case.say("casework-do"))
            .head(case.identity());
        if !reports.is_empty() {
            let block = Block::new("record", case.say("casework-record"));
            page = page.block(block.line(case.say("casework-record-text")).items(links(reports)));
        }
        if !decisions.is_empty() {
            let block = Block::new("decide", case.say("casework-decide"));
            page = page.block(block.line(case.say("casework-decide-text")).items(links(decisions)));
        }
        if nothing {
            let empty = Empty::new(case.say("casework-do-nothing"), case.say("casework-do-nothing-text"));
            page = page.block(Block::new("record", case.say("casework-do")).with(empty));
        }
        Ok(page)
    })
}
