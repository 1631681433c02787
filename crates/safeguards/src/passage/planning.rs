//! NMR-88b, NMR-92c and NMR-94: somebody carries the file of whoever serves a sentence, a plan is made from an assessment,
//! and it is looked at again.
//!
//! Looks at times. What stands in a plan is not judged.

use domain::facts::Facts;
use domain::look::Outcome;
use domain::{ActId, Moment, Span};

use super::Convicted;
use crate::finding::{Checked, Flag, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let Some(convicted) = Convicted::of(facts, now, next) else { return };
    plan_made(facts, settings, now, &convicted, (checked, next));
    kept_up(facts, settings, now, &convicted, (checked, next));
    carried(facts, settings, now, &convicted, (checked, next));
}

/// NMR-94: a plan within the clock, and from an assessment that was there before it.
fn plan_made(facts: &Facts, settings: &Settings, now: Moment, convicted: &Convicted, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let assessed = facts.assessments.iter().map(|(_, at, _)| *at).min();
    let first = facts.plans.iter().min_by_key(|plan| plan.proposed);
    let sound = facts
        .plans
        .iter()
        .filter(|plan| assessed.is_some_and(|assessed| assessed <= plan.proposed))
        .min_by_key(|plan| plan.proposed);
    let waits = Within {
        rule: RuleId::Nmr94,
        anchor: convicted.admission,
        begins: convicted.begins,
        known: convicted.begins,
        limit: Limit::from(&settings.clock(ClockName::Plan)),
        done: first.map(|plan| (plan.act, plan.proposed)),
        ended: Convicted::ended(facts),
        absence: Absence::NotRecorded,
        remedy: Remedy::ProposePlan,
    };
    let Some(mut result) = waits.result(now, next) else { return };
    result.acts.extend(convicted.by);
    if let Some(plan) = first.filter(|plan| plan.proposed <= now && Some(plan.act) != sound.map(|sound| sound.act)) {
        let over = sound.map(|sound| sound.proposed.max(plan.proposed.plus(1)));
        next.offer(over.map_or(i64::MAX, Moment::millis));
        let over = over.filter(|over| *over <= now);
        result.outcome = Outcome::Breach;
        result.flags.push(Flag::BeforeAssessment);
        result.broken(vec![Span { from: plan.proposed.max(convicted.begins), until: over }]);
        if over.is_none() {
            result.remedies.push(Remedy::AssessThenPlan);
        }
    }
    checked.settle(result);
}

/// NMR-92c: from each version or review to the next one. Waits that were too long stay on record; of those that were not,
/// only the last is shown.
fn kept_up(facts: &Facts, settings: &Settings, now: Moment, convicted: &Convicted, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let mut events: Vec<(Moment, ActId)> = facts.plans.iter().map(|plan| (plan.proposed, plan.act)).collect();
    events.extend(facts.plans.iter().flat_map(|plan| &plan.reviews).map(|(act, at)| (*at, *act)));
    events.sort_unstable();
    let mut last_met = None;
    for (place, (at, act)) in events.iter().enumerate() {
        let later = events.get(place.saturating_add(1));
        let waits = Within {
            rule: RuleId::Nmr92c,
            anchor: *act,
            begins: (*at).max(convicted.begins),
            known: *at,
            limit: Limit::from(&settings.clock(ClockName::PlanReview)),
            done: later.map(|(at, act)| (*act, *at)),
            ended: Convicted::ended(facts),
            absence: Absence::NotDone,
            remedy: Remedy::ReviewPlan,
        };
        let Some(result) = waits.result(now, next) else { continue };
        if result.outcome == Outcome::Met {
            last_met = Some(result);
        } else {
            checked.settle(result);
        }
    }
    if let Some(result) = last_met {
        checked.take(result);
    }
}

/// NMR-88b: within the clock from admission, and from each time at which the file was laid down, somebody carries it.
fn carried(facts: &Facts, settings: &Settings, now: Moment, convicted: &Convicted, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let laid_down = facts.allocated.iter().filter_map(|row| Some((row.span.until?, row.act)));
    // Handed on from one to the next at one instant, it was never without somebody.
    let handed_on = |at: Moment| facts.allocated.iter().any(|row| row.span.holds(at));
    let last = laid_down.filter(|(at, _)| *at <= now && !handed_on(*at)).max();
    let (begins, anchor) =
        last.map_or((convicted.begins, convicted.admission), |(at, act)| (at.max(convicted.begins), act));
    let done = facts.allocated.iter().filter(|row| row.span.until.is_none_or(|until| until > begins));
    let waits = Within {
        rule: RuleId::Nmr88b,
        anchor,
        begins,
        known: begins,
        limit: Limit::from(&settings.clock(ClockName::Assess)),
        done: done.map(|row| (row.act, row.span.from.max(begins))).min_by_key(|(act, at)| (*at, *act)),
        ended: Convicted::ended(facts),
        absence: Absence::NotDone,
        remedy: Remedy::NameCaseManager,
    };
    if let Some(mut result) = waits.result(now, next) {
        if result.anchor == convicted.admission {
            result.acts.extend(convicted.by);
        }
        checked.settle(result);
    }
}
