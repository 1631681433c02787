//! NMR-38b, 43c, 45a, 45e and 46c: who is held apart, and what it does to them.
//!
//! Judges codes and times: light, a plan that lessens harm, grounds, what the health service attested and what the director did
//! with it. Never a diagnosis, and never whether a reason was good.

use domain::facts::{Facts, MeasureFacts};
use domain::measure::{MeasureKind, YesNo};
use domain::measure_facts::{HarmFacts, HealthSaid};
use domain::measure_terms::MeasureGround;
use domain::under_measure::{CellLight, MeasureAnswer};
use domain::{Moment, Span};

use crate::chain::{Chain, OPEN, joined};
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::limbs::Limbs;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::terms::{conditions_of, has_an_end};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let apart = |measure: &&MeasureFacts| {
        let ran = measure.span.until.is_none_or(|until| measure.span.from < until);
        ran && matches!(measure.kind, MeasureKind::Solitary | MeasureKind::Separation)
    };
    let mut measures: Vec<&MeasureFacts> = facts.measures.iter().filter(apart).collect();
    measures.sort_by_key(|measure| (measure.span.from, measure.known, measure.act));
    let mut attested: Vec<&HarmFacts> = facts.under.harm.iter().collect();
    attested.sort_by_key(|harm| (harm.at, harm.act));
    for harm in &attested {
        next.offer(harm.at.millis());
    }
    for measure in &measures {
        next.offer(measure.span.from.millis());
        if let Some(until) = measure.span.until {
            next.offer(until.millis());
        }
        if measure.span.from <= now {
            checked.settle(lit(facts, measure, settings, now, next));
        }
        if measure.kind == MeasureKind::Solitary {
            checked.take(last_resort(measure, now));
            checked.take(harmed(measure, &attested, now));
        }
    }
    measures.retain(|measure| measure.span.from <= now);
    for chain in joined(&measures, now) {
        if let Some(result) = relieved(facts, &chain, settings, now, next) {
            checked.settle(result);
        }
    }
    for said in facts.under.said() {
        next.offer(said.at.millis());
        if said.at <= now {
            checked.settle(heard(facts, &said, settings, now, next));
        }
    }
}

/// NMR-43c.
fn lit(facts: &Facts, measure: &MeasureFacts, settings: &Settings, now: Moment, next: &mut Next) -> Finding {
    let mut limbs = Limbs::of(RuleId::Nmr43c, measure.act, measure.span, now);
    let seen = conditions_of(facts, measure, now, next);
    let over = measure.span.until.is_some_and(|until| until <= now);
    if seen.is_empty() && over {
        limbs.missing(Remedy::RecordConditions);
    } else if seen.is_empty() {
        // Nobody looked yet: waited for as long as a day may wait to be written down.
        let look = Within {
            rule: RuleId::Nmr43c,
            anchor: measure.act,
            begins: measure.span.from,
            known: measure.known,
            limit: Limit::from(&settings.clock(ClockName::DayRecord)),
            done: None,
            ended: None,
            absence: Absence::NotRecorded,
            remedy: Remedy::RecordConditions,
        };
        limbs.within(Flag::NotLookedAt, look, next);
    }
    for (record, span) in seen {
        limbs.rests_on(record.act);
        if matches!(record.value.light, CellLight::Dark | CellLight::Constant) {
            limbs.broken_in(Flag::NoDayOrNoNight, [span]);
        }
    }
    limbs.finding(measure.known)
}

/// NMR-45a.
fn last_resort(measure: &MeasureFacts, now: Moment) -> Finding {
    let mut limbs = Limbs::of(RuleId::Nmr45a, measure.act, measure.span, now.max(measure.span.from));
    has_an_end(measure, &mut limbs);
    match &measure.terms.grounds {
        Some(grounds) if grounds.iter().copied().any(MeasureGround::is_individual) => {}
        Some(_) => limbs.broken(Flag::NoIndividualFact),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
    match measure.terms.alternatives {
        Some(YesNo::Yes) => {}
        Some(YesNo::No) => limbs.broken(Flag::NoAlternative),
        None => limbs.missing(Remedy::CompleteMeasure),
    }
    limbs.finding(measure.known)
}

/// NMR-45e: each attestation holds until the next one. `attested` stands in the order of time.
fn harmed(measure: &MeasureFacts, attested: &[&HarmFacts], now: Moment) -> Finding {
    let seen_at = now.max(measure.span.from);
    let mut limbs = Limbs::of(RuleId::Nmr45e, measure.act, measure.span, seen_at);
    let ends_before = |harm: &&HarmFacts| measure.span.until.is_none_or(|until| harm.at < until);
    let seen: Vec<&HarmFacts> =
        attested.iter().copied().filter(|harm| harm.at <= seen_at && ends_before(harm)).collect();
    if seen.is_empty() {
        limbs.missing(Remedy::AskHealthOfHarm);
    }
    let ends = seen.iter().skip(1).map(|next| Some(next.at)).chain([measure.span.until]);
    for (harm, until) in seen.iter().zip(ends) {
        let from = harm.at.max(measure.span.from);
        if until.is_some_and(|until| until <= from) {
            continue;
        }
        limbs.rests_on(harm.act);
        if harm.worsens == YesNo::Yes {
            limbs.broken_in(Flag::HarmAttested, [Span { from, until }]);
        }
    }
    limbs.finding(measure.known)
}

/// NMR-38b; nothing if it ended before a plan was due.
fn relieved(facts: &Facts, chain: &Chain<'_>, settings: &Settings, now: Moment, next: &mut Next) -> Option<Finding> {
    let of_chain = |act| chain.measures.iter().any(|measure| measure.act == act);
    let plans = facts.under.reliefs.iter().filter(|relief| of_chain(relief.measure));
    let plan = plans.map(|relief| (relief.at, relief.act)).min().map(|(at, act)| (act, at));
    let within = Within {
        rule: RuleId::Nmr38b,
        anchor: chain.first.act,
        begins: chain.first.span.from,
        known: chain.first.known,
        limit: Limit::from(&settings.clock(ClockName::Mitigation)),
        done: plan.filter(|(_, at)| at.millis() < chain.until),
        ended: (chain.until != OPEN).then(|| Moment::from_millis(chain.until)),
        absence: Absence::NotDone,
        remedy: Remedy::PlanRelief,
    };
    within.result(now, next)
}

/// When that of which the health service spoke was over, at the earliest when it spoke: the measure, or at a visit all that were in
/// force.
fn over_at(facts: &Facts, said: &HealthSaid) -> Option<Moment> {
    let of = |measure: &&MeasureFacts| match said.measure {
        Some(act) => measure.act == act,
        None => measure.span.from <= said.at && measure.span.until.is_none_or(|until| said.at < until),
    };
    let ends: Option<Vec<Moment>> = facts.measures.iter().filter(of).map(|measure| measure.span.until).collect();
    ends?.into_iter().max().map(|end| end.max(said.at))
}

/// NMR-46c: told to the director without delay, and answered.
fn heard(facts: &Facts, said: &HealthSaid, settings: &Settings, now: Moment, next: &mut Next) -> Finding {
    let ended = over_at(facts, said);
    let mut limbs = Limbs::of(RuleId::Nmr46c, said.act, Span { from: said.at, until: ended }, now);
    let within = |begins, clock, done, ended, remedy| Within {
        rule: RuleId::Nmr46c,
        anchor: said.act,
        begins,
        known: said.known,
        limit: Limit::from(&settings.clock(clock)),
        done,
        ended,
        absence: Absence::NotDone,
        remedy,
    };
    if let Some(observed) = said.observed {
        let told = within(observed, ClockName::Delay, Some((said.act, said.at)), None, Remedy::AnswerHealth);
        limbs.within(Flag::ToldLate, told, next);
    }
    let mut answers: Vec<_> = facts.under.answers.iter().filter(|answer| answer.to == said.act).collect();
    answers.sort_by_key(|answer| (answer.at, answer.act));
    let first = answers.first().map(|answer| (answer.act, answer.at));
    limbs.within(
        Flag::NotAnswered,
        within(said.at, ClockName::ImmediateDays, first, ended, Remedy::AnswerHealth),
        next,
    );
    for answer in &answers {
        next.offer(answer.at.millis());
    }
    answers.retain(|answer| answer.at <= now);
    let ends = answers.iter().skip(1).map(|next| Some(next.at)).chain([ended]);
    for (answer, until) in answers.iter().zip(ends) {
        if answer.answer == MeasureAnswer::GoesOn && until.is_none_or(|until| answer.at < until) {
            limbs.broken_in(Flag::NotReferred, [Span { from: answer.at, until }]);
        }
    }
    limbs.finding(said.known)
}
