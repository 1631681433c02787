//! Every reason why something is not possible: one story in which it is, and one in which it is not.

use std::collections::BTreeSet;

use domain::admission::NotPossible as Not;
use domain::admission::NotPossible;

use crate::case::{
    CONSENT, Deed, MEASURE, ORDER, OTHER_PRISON, PLAN, RESTRAINT, SESSION, SUPERVISOR, Story, account, act, case,
    offer, org, referral, sample, story,
};

fn assessed() -> Story {
    case().then(sample("assessment.assessed"))
}

fn proposed() -> Story {
    assessed().then(sample("plan.proposed").named(PLAN))
}

fn answered() -> Story {
    proposed().then(sample("plan.agreed"))
}

fn approve() -> Deed {
    sample("plan.approved").by(SUPERVISOR)
}

fn approved() -> Story {
    answered().then(approve())
}

fn consented() -> Story {
    approved().then(sample("consent.given").named(CONSENT))
}

pub fn imposed() -> Story {
    case().then(sample("measure.imposed").named(MEASURE))
}

fn ordered() -> Story {
    case().then(sample("restraint.ordered").named(ORDER))
}

fn put_on() -> Story {
    ordered().then(sample("restraint.applied").named(RESTRAINT))
}

fn released() -> Story {
    case().then(sample("custody.released"))
}

fn handed() -> Story {
    case().then(sample("release.handover_offered"))
}

fn accepted() -> Story {
    offer().then(sample("referral.accepted"))
}

fn assigned() -> Story {
    accepted().then(sample("referral.assigned"))
}

fn met() -> Story {
    assigned().then(sample("referral.meeting_held")).then(sample("referral.session_scheduled").named(SESSION))
}

/// A reason, a story in which the act is possible, and one in which it is not, for that reason.
pub type Row = (Not, (Story, Deed), (Story, Deed));

pub const NOTHING: [(); 0] = [];

fn custody_rows() -> Vec<Row> {
    let s = sample;
    vec![
        (Not::AlreadyAdmitted, (story(), s("custody.admitted")), (case(), s("custody.admitted"))),
        (Not::NotAdmitted, (case(), s("file.allocated")), (story(), s("file.allocated"))),
        (Not::NotHeld, (case(), s("custody.transferred")), (released(), s("custody.transferred"))),
        (Not::NotHeld, (case(), s("custody.released")), (released(), s("custody.released"))),
        (Not::NotHeld, (case(), s("measure.imposed")), (released(), s("measure.imposed"))),
        (Not::NotHeld, (case(), s("measure.found_in_force")), (released(), s("measure.found_in_force"))),
        (Not::NotHeld, (case(), s("file.allocated")), (case().then(s("custody.died")), s("file.allocated"))),
        (Not::StillHeld, (released(), s("custody.returned")), (case(), s("custody.returned"))),
        (Not::Closed, (released(), s("consent.refused")), (released().then(s("custody.closed")), s("consent.refused"))),
        (Not::NotReadyToClose, (released(), s("custody.closed")), (case(), s("custody.closed"))),
        (
            Not::NotReadyToClose,
            (case().then(s("custody.died")), s("custody.closed").with("reason", "died")),
            (case().then(s("custody.died")), s("custody.closed")),
        ),
        (
            Not::NotReadyToClose,
            (released(), s("custody.closed")),
            (released(), s("custody.closed").with("reason", "died")),
        ),
        (Not::AlreadyDone, (case(), s("custody.died")), (case().then(s("custody.died")), s("custody.died"))),
        (
            Not::EndBeforeBeginning,
            (case(), s("custody.sentence_recorded")),
            (case(), s("custody.sentence_recorded").with("ends", "2026-12-01")),
        ),
        (
            Not::EndBeforeBeginning,
            (case(), s("custody.circumstance_noted")),
            (case(), s("custody.circumstance_noted").with("until", "2026-05-01T00:00:00Z")),
        ),
        (
            Not::NotReleased,
            (released(), s("custody.returned")),
            (case().then(s("custody.died")), s("custody.returned")),
        ),
        (Not::WrongSubject, (case(), s("look.consulted")), (case(), s("referral.accepted"))),
        (Not::InFuture, (case(), s("assessment.assessed")), (case(), s("assessment.assessed").at(2).recorded_at(1))),
    ]
}

fn plan_rows() -> Vec<Row> {
    let s = sample;
    let other_need = serde_json::json!([{"need": "home", "goal": "Example", "step": "Sample", "helper": "Nobody"}]);
    vec![
        (Not::NotAssessed, (assessed(), s("plan.proposed")), (case(), s("plan.proposed"))),
        (Not::NotAssessed, (assessed(), s("assessment.contested")), (case(), s("assessment.contested"))),
        (Not::NoGoal, (assessed(), s("plan.proposed")), (assessed(), s("plan.proposed").with("goals", NOTHING))),
        (
            Not::NeedNotAssessed,
            (assessed(), s("plan.proposed")),
            (assessed(), s("plan.proposed").with("goals", other_need)),
        ),
        (Not::PlanUnknown, (proposed(), s("plan.agreed")), (assessed(), s("plan.agreed"))),
        (
            Not::PlanSuperseded,
            (answered(), approve()),
            (answered().then(s("plan.proposed").named(PLAN + 50)), approve()),
        ),
        (Not::PlanDecided, (answered(), approve()), (approved(), approve())),
        (Not::PlanDecided, (answered(), s("plan.returned")), (answered().then(s("plan.returned")), s("plan.returned"))),
        (Not::OwnPlan, (answered(), approve()), (answered(), s("plan.approved"))),
        (Not::PersonNotAsked, (answered(), approve()), (proposed(), approve())),
        (Not::PlanNotApproved, (approved(), s("plan.reviewed")), (answered(), s("plan.reviewed"))),
        (
            Not::GoalUnknown,
            (approved(), s("plan.step_recorded")),
            (approved(), s("plan.step_recorded").with("goal", 0)),
        ),
    ]
}

fn sharing_rows() -> Vec<Row> {
    let s = sample;
    let older = || consented().then(s("plan.proposed").named(PLAN + 50));
    let replaced =
        || older().then(s("plan.agreed").with("plan", act(PLAN + 50))).then(approve().with("plan", act(PLAN + 50)));
    vec![
        (Not::PlanSuperseded, (older(), s("referral.begun")), (replaced(), s("referral.begun"))),
        (
            Not::PlanNotApproved,
            (consented(), s("referral.begun")),
            (answered().then(s("consent.given").named(CONSENT)), s("referral.begun")),
        ),
        (Not::GoalUnknown, (consented(), s("referral.begun")), (consented(), s("referral.begun").with("goal", 2))),
        (Not::ConsentNotHolding, (consented(), s("referral.begun")), (approved(), s("referral.begun"))),
        (
            Not::ConsentNotHolding,
            (consented(), s("referral.begun")),
            (consented().then(s("consent.withdrawn")), s("referral.begun")),
        ),
        (
            Not::ConsentNotHolding,
            (
                approved().then(s("consent.given").named(CONSENT).with("until", "2026-05-02")),
                s("referral.begun").at(14),
            ),
            (
                approved().then(s("consent.given").named(CONSENT).with("until", "2026-05-02")),
                s("referral.begun").at(27),
            ),
        ),
        (
            Not::ConsentForAnother,
            (consented(), s("referral.begun")),
            (consented(), s("referral.begun").with("org", org(103))),
        ),
        (
            Not::AlreadyDone,
            (consented(), s("referral.begun")),
            (consented().then(s("referral.begun")), s("referral.begun")),
        ),
        (Not::ConsentUnknown, (consented(), s("consent.withdrawn")), (case(), s("consent.withdrawn"))),
        (
            Not::EndBeforeBeginning,
            (case(), s("consent.given").with("until", "2026-05-01")),
            (case(), s("consent.given").with("until", "2026-04-30")),
        ),
        (
            Not::ReferralUnknown,
            (consented().then(s("referral.begun")).then(s("measure.imposed").named(MEASURE)), s("measure.place_lost")),
            (imposed(), s("measure.place_lost").with("referral", referral(402))),
        ),
    ]
}

fn restraint_rows() -> Vec<Row> {
    let s = sample;
    let off = || put_on().then(s("restraint.removed"));
    let rows = vec![
        (Not::NoAlternative, (case(), s("restraint.ordered")), (case(), s("restraint.ordered").with("tried", NOTHING))),
        (Not::RestraintUnknown, (ordered(), s("restraint.applied")), (case(), s("restraint.applied"))),
        (Not::RestraintUnknown, (put_on(), s("restraint.checked")), (ordered(), s("restraint.checked"))),
        (Not::RestraintUnknown, (put_on(), s("restraint.removed")), (ordered(), s("restraint.removed"))),
        (Not::RestraintUnknown, (put_on(), s("restraint.told")), (ordered(), s("restraint.told"))),
        (
            Not::RestraintUnknown,
            (case().then(s("restraint.force_used").named(RESTRAINT)), s("restraint.told")),
            (case().then(s("restraint.force_used")), s("restraint.told")),
        ),
        (Not::RestraintRemoved, (put_on(), s("restraint.removed")), (off(), s("restraint.removed"))),
        (
            Not::EndBeforeBeginning,
            (case(), s("restraint.appeared")),
            (case(), s("restraint.appeared").with("until", "2026-01-01T00:00:00.000Z")),
        ),
    ];
    let held = ["restraint.ordered", "restraint.force_used", "search.recorded"];
    let held = held.map(|kind| (Not::NotHeld, (case(), s(kind)), (released(), s(kind))));
    rows.into_iter().chain(held).collect()
}

fn release_rows() -> Vec<Row> {
    let s = sample;
    vec![
        (Not::NoHandover, (handed(), s("release.handover_accepted")), (case(), s("release.handover_accepted"))),
        (
            Not::NoHandover,
            (handed(), s("release.handover_returned")),
            (handed().then(s("release.handover_accepted")), s("release.handover_returned")),
        ),
        (Not::HandoverWaiting, (case(), s("release.handover_offered")), (handed(), s("release.handover_offered"))),
        (
            Not::AnswerDayPassed,
            (case(), s("release.handover_offered").with("answer_by", "2026-05-01")),
            (case(), s("release.handover_offered").with("answer_by", "2026-04-30")),
        ),
        (Not::NotReleased, (released(), s("release.first_contact")), (case(), s("release.first_contact"))),
        (Not::NotReleased, (released(), s("release.first_contact")), (released(), s("release.first_contact").at(0))),
    ]
}

fn file_rows() -> Vec<Row> {
    let s = sample;
    let lifted = || s("file.restriction_lifted");
    let restricted = || case().then(s("file.restricted"));
    let conflicted = || case().then(s("file.conflict_declared"));
    vec![
        (Not::NotRestricted, (restricted(), lifted()), (case(), lifted())),
        (Not::NotRestricted, (restricted(), lifted()), (restricted().then(lifted()), lifted())),
        (Not::NoConflict, (conflicted(), s("file.conflict_ended")), (case(), s("file.conflict_ended"))),
        (
            Not::NoConflict,
            (conflicted(), s("file.conflict_ended")),
            (conflicted().then(s("file.conflict_ended")), s("file.conflict_ended")),
        ),
        (Not::Barred, (case(), s("file.allocated")), (conflicted(), s("file.allocated"))),
        (
            Not::Barred,
            (restricted(), s("file.allocated")),
            (restricted(), s("file.allocated").with("to", account(205))),
        ),
    ]
}

fn case_rows() -> impl Iterator<Item = Row> {
    [
        file_rows(),
        custody_rows(),
        plan_rows(),
        sharing_rows(),
        crate::measures::rows(),
        restraint_rows(),
        release_rows(),
    ]
    .into_iter()
    .flatten()
}

fn referral_rows() -> Vec<Row> {
    let s = sample;
    let over = || met().then_all(&["referral.service_reported", "referral.concluded"]);
    let recorded = || met().then(s("referral.session_recorded"));
    vec![
        (Not::AlreadyOffered, (story(), s("referral.offered")), (offer(), s("referral.offered"))),
        (Not::NotOffered, (offer(), s("referral.accepted")), (story(), s("referral.accepted"))),
        (Not::NotOffered, (offer(), s("referral.package_released")), (story(), s("referral.package_released"))),
        (Not::NotOffered, (offer(), s("referral.declined")), (accepted(), s("referral.declined"))),
        (Not::NotAccepted, (accepted(), s("referral.assigned")), (offer(), s("referral.assigned"))),
        (Not::NotAssigned, (assigned(), s("referral.meeting_held")), (accepted(), s("referral.meeting_held"))),
        (Not::ReferralEnded, (met(), s("referral.withdrawn")), (over(), s("referral.withdrawn"))),
        (Not::ReferralEnded, (met(), s("referral.package_released")), (over(), s("referral.package_released"))),
        (
            Not::SessionUnknown,
            (met(), s("referral.session_recorded")),
            (met(), s("referral.session_recorded").with("session", act(1))),
        ),
        (Not::SessionRecorded, (met(), s("referral.session_changed")), (recorded(), s("referral.session_changed"))),
        (Not::MeetingFirst, (met(), s("referral.session_scheduled")), (assigned(), s("referral.session_scheduled"))),
        (
            Not::ReportFirst,
            (met().then(s("referral.service_reported")), s("referral.concluded")),
            (met(), s("referral.concluded")),
        ),
        (Not::AnswerDayPassed, (offer(), s("referral.accepted")), (offer(), s("referral.accepted").at(24 * 32))),
        (
            Not::AnswerDayPassed,
            (story(), s("referral.offered")),
            (story(), s("referral.offered").with("answer_by", "2026-04-30")),
        ),
        (Not::AlreadyDone, (met(), s("referral.held")), (met().then(s("referral.held")), s("referral.held"))),
        (Not::AlreadyDone, (assigned(), s("referral.meeting_held")), (met(), s("referral.meeting_held"))),
        (Not::NotOnHold, (met().then(s("referral.held")), s("referral.resumed")), (met(), s("referral.resumed"))),
        (
            Not::PlaceNotLost,
            (met().then(s("referral.place_lost")), s("referral.reentered")),
            (met().then(s("referral.held")), s("referral.reentered")),
        ),
        (Not::WrongSubject, (offer(), s("finding.raised")), (offer(), s("referral.begun"))),
        (Not::InFuture, (offer(), s("referral.declined")), (offer(), s("referral.declined").at(2).recorded_at(1))),
    ]
}

/// Reasons that only the register gives, whose stories stand in `registry.rs` and `recovery.rs`, and one that needs the
/// capacities of accounts.
const OF_THE_REGISTER: [NotPossible; 11] = [
    Not::OwnProposal,
    Not::NotProposed,
    Not::CapacityElsewhere,
    Not::NotOpen,
    Not::NobodyToLift,
    Not::TokenUnknown,
    Not::TokenOwn,
    Not::TokenNoScope,
    Not::TokenTooLong,
    Not::OwnAccount,
    Not::OtherCapacity,
];

/// Reasons that are given about the file itself; their stories stand in `keeping.rs`, and those of what is named in the tests
/// of the application.
const OF_THE_FILE: [NotPossible; 10] = [
    Not::ActUnknown,
    Not::NotCorrectable,
    Not::NotStrikable,
    Not::AnotherKind,
    Not::HoldTooLong,
    Not::HoldUnknown,
    Not::NotAnnounced,
    Not::TooSoon,
    Not::HeldBack,
    Not::OrderNotNamed,
];

/// Reasons that are given about an emergency; their stories stand in `emergency.rs`, here and in the tests of the application.
const OF_AN_EMERGENCY: [NotPossible; 8] = [
    Not::EmergencyOpen,
    Not::EmergencyNotNeeded,
    Not::EmergencyUnknown,
    Not::OwnEmergency,
    Not::EmergencyOfLeader,
    Not::EmergencySuspended,
    Not::EmergencyPaced,
    Not::EmergencyStandingIn,
];

#[test]
fn what_a_case_does_not_allow_is_refused_with_its_reason() {
    for (number, (reason, (allows, deed), (refuses, same))) in case_rows().enumerate() {
        assert_eq!(allows.admits(deed), Ok(()), "row {number}: {reason}");
        assert_eq!(refuses.admits(same), Err(reason), "row {number}");
    }
}

#[test]
fn what_a_referral_does_not_allow_is_refused_with_its_reason() {
    for (number, (reason, (allows, deed), (refuses, same))) in referral_rows().into_iter().enumerate() {
        assert_eq!(allows.referral_admits(deed), Ok(()), "row {number}: {reason}");
        assert_eq!(refuses.referral_admits(same), Err(reason), "row {number}");
    }
}

/// Reasons about posts: told in the tests of posts, and those that need accounts in the tests of the application.
const OF_POSTS: [NotPossible; 17] = [
    Not::PostUnknown,
    Not::PostNotThere,
    Not::PostHeld,
    Not::PostOfAnotherCapacity,
    Not::LineThere,
    Not::LineCircle,
    Not::EntryUnknown,
    Not::CoverOneself,
    Not::CoverThere,
    Not::CoverTooLong,
    Not::CoverGap,
    Not::HolderOther,
    Not::NobodyAway,
    Not::CoverOver,
    Not::CoverNotVoided,
    Not::CoverElsewhere,
    Not::CoverOtherCapacity,
];

/// Reasons about inspections; their stories stand in `inspections.rs`.
const OF_INSPECTIONS: [NotPossible; 3] = [Not::InspectionOpen, Not::InspectionReported, Not::InspectionEmpty];

/// Reasons about the directory; their stories stand in `directory.rs`.
const OF_THE_DIRECTORY: [NotPossible; 4] = [Not::EntryChanged, Not::AgesReversed, Not::NoWebAddress, Not::NoMailbox];

/// Reasons about the vault of notes: told in `vault.rs`, and the last two, about a session and a passphrase, in the tests of the
/// application.
const OF_THE_VAULT: [NotPossible; 4] = [Not::NoVault, Not::LastHolder, Not::VaultClosed, Not::NoPassphrase];

/// Reasons about what leaves an organisation and what is sent to one: told in `referral.rs`, and the first two, which need what stands
/// elsewhere, in the tests of the application.
const OF_WHAT_LEAVES: [NotPossible; 6] = [
    Not::TwoOffersOpen,
    Not::CauseStaysInside,
    Not::NotAgreed,
    Not::DelayNeedsReason,
    Not::DangerUnknown,
    Not::OwnDisclosure,
];

#[test]
fn every_reason_is_given_by_somebody() {
    let told: BTreeSet<_> = case_rows().chain(referral_rows()).map(|(reason, ..)| reason).collect();
    let register =
        told.into_iter().chain(OF_THE_REGISTER).chain(OF_POSTS).chain(OF_INSPECTIONS).chain(OF_THE_DIRECTORY);
    let all: BTreeSet<_> =
        register.chain(OF_THE_FILE).chain(OF_AN_EMERGENCY).chain(OF_THE_VAULT).chain(OF_WHAT_LEAVES).collect();
    let silent: Vec<_> = NotPossible::ALL.iter().filter(|reason| !all.contains(reason)).collect();
    assert!(silent.is_empty(), "no story for {silent:?}");
}

#[test]
fn a_person_held_elsewhere_is_still_held() {
    let moved = case().then(sample("custody.transferred"));
    assert_eq!(moved.facts().custody.last().unwrap().value, org(OTHER_PRISON));
    assert_eq!(moved.admits(sample("custody.released")), Ok(()));
}
