//! NMR-40: no power over others. NMR-97: no work for the private benefit of staff, and none as a punishment. NMR-115: whoever is
//! not tried chooses, and is paid.
//!
//! Judges each record of work that was given. How somebody works is not judged, and not known here.

use domain::custody::Status;
use domain::daily::WorkFacts;
use domain::measure::YesNo;
use domain::regime::{WorkFor, WorkOutcome, WorkTerms, WorkTowards};

use super::{At, Stay};
use crate::finding::{Finding, Flag, Remedy};
use crate::limbs::Limbs;
use crate::rule::RuleId;

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    let mut given: Vec<&WorkFacts> = facts
        .daily
        .work
        .iter()
        .filter(|work| work.outcome == WorkOutcome::Given && stay.holds(work.at) && at.seen(work.at))
        .collect();
    given.sort_by_key(|work| (work.at, work.act));
    for work in given {
        let limbs = |rule| Limbs::at(rule, work.act, work.at, at.now);
        let mut results = vec![power(work, limbs(RuleId::Nmr40)), benefit(work, limbs(RuleId::Nmr97))];
        let status = facts.status.iter().rev().find(|status| status.span.holds(work.at));
        if let Some(status) = status.filter(|held| matches!(held.value, Status::Untried | Status::WithoutCharge)) {
            let mut limbs = limbs(RuleId::Nmr115);
            limbs.rests_on(status.act);
            results.push(chosen(work, limbs));
        }
        for result in results {
            at.checked.take(result);
        }
    }
}

/// NMR-40.
fn power(work: &WorkFacts, mut limbs: Limbs) -> Finding {
    match work.towards {
        Some(WorkTowards::Nothing | WorkTowards::PeerHelp) => {}
        Some(WorkTowards::PowerOver) => limbs.broken(Flag::PowerOver),
        None => limbs.missing(Remedy::CompleteWork),
    }
    limbs.finding(work.known)
}

/// NMR-97.
fn benefit(work: &WorkFacts, mut limbs: Limbs) -> Finding {
    match work.benefit {
        Some(WorkFor::Staff) => limbs.broken(Flag::ForStaff),
        Some(_) => {}
        None => limbs.missing(Remedy::CompleteWork),
    }
    match work.terms {
        Some(WorkTerms::Punishment) => limbs.broken(Flag::AsPunishment),
        Some(_) => {}
        None => limbs.missing(Remedy::CompleteWork),
    }
    limbs.finding(work.known)
}

/// NMR-115.
fn chosen(work: &WorkFacts, mut limbs: Limbs) -> Finding {
    match work.terms {
        Some(WorkTerms::Chosen) => {}
        Some(WorkTerms::Duty | WorkTerms::Punishment) => limbs.broken(Flag::NotChosen),
        None => limbs.missing(Remedy::CompleteWork),
    }
    match work.paid {
        Some(YesNo::Yes) => {}
        Some(YesNo::No) => limbs.broken(Flag::NotPaid),
        None => limbs.missing(Remedy::CompleteWork),
    }
    limbs.finding(work.known)
}
