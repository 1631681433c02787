//! What can be done in a referral as it stands. The order follows the way of a referral.
//!
//! `app` decides again when something is sent; this only keeps back buttons that could not work.

use app::consult::ReferralFile;
use domain::Kind;
use domain::referral_facts::{DangerFacts, ReferralFacts, ReferralState, SessionFacts};

/// Everything that a page of a referral offers, the nearest first.
const IN_ORDER: &[Kind] = &[
    Kind::ReferralAssigned,
    Kind::ReferralMeetingHeld,
    Kind::ReferralResumed,
    Kind::ReferralReentered,
    Kind::ReferralReentryAsked,
    Kind::SessionScheduled,
    Kind::ReferralServiceReported,
    Kind::ReferralWelfareNoted,
    Kind::ReferralDangerDisclosed,
    Kind::ReferralConcluded,
    Kind::ReferralPackageReleased,
    Kind::ReferralHeld,
    Kind::ReferralPlaceLost,
    Kind::ReferralWithdrawn,
];

/// What the reader can do now, sessions aside.
pub(super) fn now(file: &ReferralFile) -> Vec<Kind> {
    IN_ORDER.iter().copied().filter(|kind| can(file, *kind)).collect()
}

/// Is this allowed by the table and possible in the state?
pub(super) fn can(file: &ReferralFile, kind: Kind) -> bool {
    file.may.contains(&kind) && fits(&file.facts, kind)
}

/// Sessions of which nobody has yet said whether they took place.
pub(super) fn waits(session: &SessionFacts) -> bool {
    session.attendance.is_none()
}

/// Dangers that nobody has answered yet.
pub(super) fn unanswered(danger: &DangerFacts) -> bool {
    danger.answered.is_none()
}

fn fits(facts: &ReferralFacts, kind: Kind) -> bool {
    let state = facts.state;
    let offered = state != ReferralState::None && state != ReferralState::Ended;
    let accepted = offered && state != ReferralState::Offered;
    let carried = accepted && facts.assigned.is_some();
    let held_up = matches!(state, ReferralState::OnHold | ReferralState::PlaceLost);
    match kind {
        Kind::ReferralAccepted | Kind::ReferralDeclined => state == ReferralState::Offered,
        Kind::ReferralPackageReleased | Kind::ReferralWithdrawn => offered,
        Kind::ReferralAssigned => accepted,
        Kind::ReferralMeetingHeld => carried && facts.met.is_none(),
        Kind::SessionScheduled => carried && facts.met.is_some(),
        Kind::SessionChanged | Kind::SessionRecorded => carried && facts.sessions.iter().any(waits),
        Kind::ReferralHeld => accepted && !held_up,
        Kind::ReferralResumed => state == ReferralState::OnHold,
        Kind::ReferralPlaceLost => accepted && state != ReferralState::PlaceLost,
        Kind::ReferralReentryAsked => state == ReferralState::PlaceLost && facts.reentry_asked.is_none(),
        Kind::ReferralReentered => state == ReferralState::PlaceLost,
        Kind::ReferralServiceReported | Kind::ReferralWelfareNoted | Kind::ReferralDangerDisclosed => carried,
        Kind::ReferralDangerAnswered => facts.dangers.iter().any(unanswered),
        Kind::ReferralConcluded => carried && facts.reported.is_some(),
        _ => false,
    }
}
