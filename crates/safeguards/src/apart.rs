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

use crate::chain::{self, Chain, joined};
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::intervals::{each_until_next, span};
use crate::limbs::Limbs;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::terms::{asked, conditions_of, grounded, has_an_end};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let apart = |measure: &MeasureFacts| matches!(measure.kind, MeasureKind::Solitary | MeasureKind::Separation);
    let mut measures = chain::measures(facts, apart, next);
    let mut attested: Vec<&HarmFacts> = facts.under.harm.iter().collect();
    attested.sort_by_key(|harm| (harm.at, harm.act));
    for harm in &attested {
        next.offer(harm.at.millis());
    }
    for measure in &measures {
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
    let individual = |grounds: &[MeasureGround]| grounds.iter().copied().any(MeasureGround::is_individual);
    grounded(measure, individual, Flag::NoIndividualFact, &mut limbs);
    asked(measure.terms.alternatives, Flag::NoAlternative, &mut limbs);
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
    let begins: Vec<Moment> = seen.iter().map(|harm| harm.at.max(measure.span.from)).collect();
    for (harm, held) in seen.iter().zip(each_until_next(&begins, measure.span.until)) {
        if held.until.is_some_and(|until| until <= held.from) {
            continue;
        }
        limbs.rests_on(harm.act);
        if harm.worsens == YesNo::Yes {
            limbs.broken_in(Flag::HarmAttested, [held]);
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
        ended: span((chain.from, chain.until)).until,
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
    let within = |begins, clock, done, ended| Within {
        rule: RuleId::Nmr46c,
        anchor: said.act,
        begins,
        known: said.known,
        limit: Limit::from(&settings.clock(clock)),
        done,
        ended,
        absence: Absence::NotDone,
        remedy: Remedy::AnswerHealth,
    };
    if let Some(observed) = said.observed {
        let told = within(observed, ClockName::Delay, Some((said.act, said.at)), None);
        limbs.within(Flag::ToldLate, told, next);
    }
    let mut answers: Vec<_> = facts.under.answers.iter().filter(|answer| answer.to == said.act).collect();
    answers.sort_by_key(|answer| (answer.at, answer.act));
    let first = answers.first().map(|answer| (answer.act, answer.at));
    limbs.within(Flag::NotAnswered, within(said.at, ClockName::ImmediateDays, first, ended), next);
    for answer in &answers {
        next.offer(answer.at.millis());
    }
    answers.retain(|answer| answer.at <= now);
    let begins: Vec<Moment> = answers.iter().map(|answer| answer.at).collect();
    for (answer, stood) in answers.iter().zip(each_until_next(&begins, ended)) {
        if answer.answer == MeasureAnswer::GoesOn && stood.until.is_none_or(|until| stood.from < until) {
            limbs.broken_in(Flag::NotReferred, [stood]);
        }
    }
    limbs.finding(said.known)
}
