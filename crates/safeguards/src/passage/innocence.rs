//! NMR-111 and NMR-122: whoever is not convicted is presumed innocent, and is not asked to leave behind what nobody has
//! shown that they did.
//!
//! Looks at what a service aims at and which need a goal answers. Support of every kind stays open to everybody.

use domain::assessment::NeedArea;
use domain::custody::Status;
use domain::facts::Facts;
use domain::look::Outcome;
use domain::organisation::Aim;
use domain::{ActId, Moment, Span};

use crate::finding::{Checked, Flag, Remedy};
use crate::intervals::Stretch;
use crate::never::{Barred, Lasting};
use crate::next::Next;
use crate::rule::RuleId;

pub(crate) fn judge(facts: &Facts, now: Moment, checked: &mut Checked, next: &mut Next) {
    for held in HELD {
        let barred: Vec<Barred> = facts
            .status
            .iter()
            .filter(|status| held.statuses.contains(&status.value))
            .map(|status| {
                let until = status.span.until.map_or(i64::MAX, Moment::millis);
                (Some(status.act), (status.span.from.millis(), until), held.flag)
            })
            .collect();
        if barred.is_empty() {
            continue;
        }
        for programme in programmes(facts, held) {
            let (from, until) = stretch(programme.lasting.span);
            let touches = |(_, (begins, ends), _): &&Barred| from.max(*begins) < until.min(*ends);
            let barred: Vec<Barred> = barred.iter().filter(touches).copied().collect();
            for (_, (begins, _), _) in &barred {
                next.offer(*begins);
            }
            // A status that begins later says nothing yet.
            if barred.iter().all(|(_, (begins, _), _)| *begins > now.millis()) {
                continue;
            }
            let (rule, lasting) = (held.rule, &programme.lasting);
            match programme.implies {
                Implies::Guilt => {
                    if let Some(result) = lasting.never(rule, &barred, Remedy::OfferSupportOnly, now, next) {
                        checked.take(result);
                    }
                }
                Implies::Nothing => {
                    checked.met.extend(lasting.never(rule, &[], Remedy::OfferSupportOnly, now, next));
                }
                Implies::NotKnown => {
                    let Some(mut result) = lasting.never(rule, &[], Remedy::OfferSupportOnly, now, next) else {
                        continue;
                    };
                    result.outcome = Outcome::Undetermined;
                    result.flags.push(Flag::AimNotKnown);
                    result.remedies.push(Remedy::BeginReferralAnew);
                    checked.take(result);
                }
            }
        }
    }
}

/// Persons who are held without a conviction, and the rule that protects them.
struct Held {
    rule: RuleId,
    statuses: &'static [Status],
    flag: Flag,
    /// Aims of a service that are closed to them.
    aims: &'static [Aim],
}

const HELD: &[Held] = &[
    Held {
        rule: RuleId::Nmr111,
        statuses: &[Status::Untried, Status::Civil],
        flag: Flag::NotConvicted,
        aims: &[Aim::Disengagement],
    },
    Held {
        rule: RuleId::Nmr122,
        statuses: &[Status::WithoutCharge],
        flag: Flag::WithoutCharge,
        aims: &[Aim::Disengagement, Aim::Reintegration],
    },
];

/// Needs that only somebody who did something can have.
const OF_GUILT: &[NeedArea] = &[NeedArea::LeavingViolence, NeedArea::MakingGood];

#[derive(Clone, Copy)]
enum Implies {
    Guilt,
    Nothing,
    NotKnown,
}

/// A plan, an assessment or a referral: how long it lasts, and what it implies.
struct Programme {
    lasting: Lasting,
    implies: Implies,
}

fn programmes(facts: &Facts, held: &Held) -> Vec<Programme> {
    let of_needs = |needs: &[NeedArea]| {
        if needs.iter().any(|need| OF_GUILT.contains(need)) { Implies::Guilt } else { Implies::Nothing }
    };
    let at_once = |at: Moment| Span { from: at, until: Some(at.plus(1)) };
    let made = |anchor: ActId, span: Span, known: Moment, implies: Implies| Programme {
        lasting: Lasting { anchor, span, known },
        implies,
    };
    let ended = facts.released.map(|(_, at)| at).into_iter().chain(facts.died.map(|(_, at)| at)).min();
    // A version lasts until the next one; one that was sent back lasted no longer than the moment in which it was proposed.
    let versions = facts.plans.iter().enumerate().map(|(place, plan)| {
        let until = match plan.returned {
            Some(_) => Some(plan.proposed.plus(1)),
            None => facts.plans.get(place.saturating_add(1)).map(|later| later.proposed).or(ended),
        };
        let span = Span { from: plan.proposed, until: until.map(|until| until.max(plan.proposed.plus(1))) };
        made(plan.act, span, plan.proposed, of_needs(&plan.goals))
    });
    let assessments = facts.assessments.iter().map(|(act, at, needs)| made(*act, at_once(*at), *at, of_needs(needs)));
    // The case does not know when a referral ended: it is judged when it begins.
    let referrals = facts.passage.aims.iter().map(|begun| {
        let implies = match begun.value {
            Some(aim) if held.aims.contains(&aim) => Implies::Guilt,
            Some(_) => Implies::Nothing,
            None => Implies::NotKnown,
        };
        made(begun.act, at_once(begun.at), begun.known, implies)
    });
    versions.chain(assessments).chain(referrals).collect()
}

fn stretch(span: Span) -> Stretch {
    (span.from.millis(), span.until.map_or(i64::MAX, Moment::millis))
}
