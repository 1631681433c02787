//! NMR-36, 37b, 42, 43a, 43d, 45b, 45d and 46a: what is on record of each restrictive measure.
//!
//! Judges codes and times: that another way was considered, who authorised it and when, what it takes away. Whether a ground is
//! true, or a reason good, is a question for people.

use domain::facts::{Facts, MeasureFacts};
use domain::measure::{MeasureKind, YesNo};
use domain::measure_facts::{ConditionsFacts, Under};
use domain::measure_terms::{EndSaid, MeasureGround, Untouchable};
use domain::{Moment, Span};

use crate::chain;
use crate::finding::{Checked, Finding, Flag, Remedy};
use crate::intervals::each_until_next;
use crate::limbs::Limbs;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::Settings;

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for measure in chain::measures(facts, |_| true, next) {
        // An order is judged from its first instant on, before any time has passed.
        let begun = |rule| Limbs::of(rule, measure.act, measure.span, now.max(measure.span.from));
        let apart = matches!(measure.kind, MeasureKind::Solitary | MeasureKind::Separation);
        let conditions = conditions_of(facts, measure, now, next);
        checked.take(necessary(measure, begun(RuleId::Nmr36)));
        if apart {
            checked.take(laid_down(measure, settings, begun(RuleId::Nmr37b)));
        }
        checked.take(taken_away(measure, &conditions, Untouchable::is_condition, begun(RuleId::Nmr42)));
        checked.take(taken_away(measure, &conditions, is_food_or_body, begun(RuleId::Nmr43d)));
        if measure.kind == MeasureKind::Solitary {
            checked.take(ends(measure, begun(RuleId::Nmr43a)));
            checked.take(authorised(measure, begun(RuleId::Nmr45b)));
            checked.take(not_for_the_sentence(measure, begun(RuleId::Nmr45d)));
        }
        checked.take(without_health_staff(measure, begun(RuleId::Nmr46a)));
    }
}

/// Asked for, and said to be there or not.
pub(crate) fn asked(said: Option<YesNo>, flag: Flag, limbs: &mut Limbs) {
    match said {
        Some(YesNo::Yes) => {}
        Some(YesNo::No) => limbs.broken(flag),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
}

/// NMR-36.
fn necessary(measure: &MeasureFacts, mut limbs: Limbs) -> Finding {
    asked(measure.terms.alternatives, Flag::NoAlternative, &mut limbs);
    limbs.finding(measure.known)
}

/// NMR-37b.
fn laid_down(measure: &MeasureFacts, settings: &Settings, mut limbs: Limbs) -> Finding {
    let terms = &measure.terms;
    for said in [terms.law, terms.policy, terms.review] {
        asked(said, Flag::NotLaidDown, &mut limbs);
    }
    if terms.policy_since.is_some_and(|since| since > measure.span.from.date_in(&settings.zone)) {
        limbs.broken(Flag::NotLaidDown);
    }
    limbs.finding(measure.known)
}

/// What was recorded of the conditions under a measure, in order, each until the next.
pub(crate) fn conditions_of<'a>(
    facts: &'a Facts,
    measure: &MeasureFacts,
    now: Moment,
    next: &mut Next,
) -> Vec<(&'a Under<ConditionsFacts>, Span)> {
    let mut records: Vec<_> = facts.under.conditions.iter().filter(|record| record.measure == measure.act).collect();
    records.sort_by_key(|record| (record.at, record.act));
    for record in &records {
        next.offer(record.at.millis());
    }
    records.retain(|record| record.at <= now && measure.span.until.is_none_or(|until| record.at < until));
    let begins: Vec<Moment> = records.iter().map(|record| record.at.max(measure.span.from)).collect();
    records.into_iter().zip(each_until_next(&begins, measure.span.until)).collect()
}

fn is_food_or_body(what: Untouchable) -> bool {
    matches!(what, Untouchable::Food | Untouchable::Water | Untouchable::Body)
}

/// NMR-42, NMR-43d: nothing of this is withheld by the measure, and none of it was lacking.
fn taken_away(
    measure: &MeasureFacts,
    conditions: &[(&Under<ConditionsFacts>, Span)],
    counts: impl Fn(Untouchable) -> bool,
    mut limbs: Limbs,
) -> Finding {
    let any = |list: &[Untouchable]| list.iter().any(|what| counts(*what));
    match &measure.terms.withheld {
        Some(withheld) if any(withheld) => limbs.broken(Flag::TakenAway),
        Some(_) => {}
        None if conditions.is_empty() => limbs.missing(Remedy::RecordConditions),
        None => {}
    }
    for (record, span) in conditions {
        limbs.rests_on(record.act);
        if any(&record.value.lacking) {
            limbs.broken_in(Flag::TakenAway, [*span]);
        }
    }
    limbs.finding(measure.known)
}

/// NMR-43a.
fn ends(measure: &MeasureFacts, mut limbs: Limbs) -> Finding {
    has_an_end(measure, &mut limbs);
    limbs.finding(measure.known)
}

/// Somebody named an end: at once, or by extending it.
pub(crate) fn has_an_end(measure: &MeasureFacts, limbs: &mut Limbs) {
    match measure.terms.end_said {
        EndSaid::Named if measure.planned_end.is_some() => {}
        EndSaid::FurtherNotice => {
            // Whoever extended it named an end.
            let named = measure.extended_by.iter().map(|(_, at)| *at).min();
            let until = [named, measure.span.until].into_iter().flatten().min();
            limbs.broken_in(Flag::WithoutEnd, [Span { from: measure.span.from, until }]);
        }
        EndSaid::Named | EndSaid::NotKnown => limbs.missing(Remedy::RecordPlannedEnd),
    }
}

/// NMR-45b.
fn authorised(measure: &MeasureFacts, mut limbs: Limbs) -> Finding {
    let terms = &measure.terms;
    match terms.authority {
        Some(authority) if authority.is_competent() => {}
        Some(_) => limbs.broken(Flag::NotCompetent),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
    if let Some(at) = terms.authorised_at.filter(|at| *at > measure.span.from) {
        let until = measure.span.until.map_or(at, |until| until.min(at));
        limbs.broken_in(Flag::AuthorisedLate, [Span { from: measure.span.from, until: Some(until) }]);
        if terms.emergency == Some(YesNo::Yes) {
            limbs.flag(Flag::BegunInEmergency);
        }
    }
    limbs.finding(measure.known)
}

/// NMR-45d.
fn not_for_the_sentence(measure: &MeasureFacts, mut limbs: Limbs) -> Finding {
    let individual = |grounds: &[MeasureGround]| grounds.iter().copied().all(MeasureGround::is_individual);
    grounded(measure, individual, Flag::NoIndividualFact, &mut limbs);
    limbs.finding(measure.known)
}

/// Its grounds are on record, and are enough.
pub(crate) fn grounded(
    measure: &MeasureFacts,
    are_enough: impl Fn(&[MeasureGround]) -> bool,
    flag: Flag,
    limbs: &mut Limbs,
) {
    match &measure.terms.grounds {
        Some(grounds) if are_enough(grounds) => {}
        Some(_) => limbs.broken_in(flag, [measure.span]),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
}

/// NMR-46a.
fn without_health_staff(measure: &MeasureFacts, mut limbs: Limbs) -> Finding {
    match measure.terms.health_took_part {
        Some(YesNo::No) => {}
        Some(YesNo::Yes) => limbs.broken(Flag::HealthTookPart),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
    limbs.finding(measure.known)
}
