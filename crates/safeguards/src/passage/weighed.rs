//! NMR-02b, NMR-05, NMR-88a, NMR-89, NMR-92a, NMR-93, NMR-106, NMR-108c and their sisters for women and children: what an
//! assessment and a plan have considered, under which regime the person lives, and what was decided on what they asked for.
//!
//! Looks whether a question was asked. The answer, and how good it was, is not judged; nothing here rates a person.

use domain::custody::{Born, Circumstance, Sex};
use domain::facts::{Facts, PlanFacts};
use domain::look::Outcome;
use domain::passage_facts::{ClassFacts, Noted, PlanAspects};
use domain::reception::ClassPurpose;
use domain::weighing::{AssessmentAspect, Considered, PlanAspect};
use domain::{ActId, Moment, Span};

use super::Convicted;
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    needs_decided(facts, settings, now, checked, next);
    let child = child(facts, settings);
    next.offer(child.map_or(i64::MAX, Moment::millis));
    let is_child = child.is_some_and(|until| now < until);
    let woman = facts.sex == Some(Sex::Female);
    victim_considered(facts, now, (is_child, woman), checked, next);
    let convicted = Convicted::of(facts, now, next);
    if let Some(plan) = facts.plan() {
        for asked in ASKED.iter().filter(|asked| match asked.of {
            Whom::Convicted => convicted.is_some(),
            Whom::ConvictedWomen => convicted.is_some() && woman,
            Whom::Children => is_child,
        }) {
            considered(facts, plan, asked, now, (checked, next));
        }
    }
    let Some(convicted) = convicted else { return };
    assessment_whole(facts, settings, now, &convicted, (checked, next));
    classified(facts, settings, now, &convicted, (checked, next));
}

/// When the person is surely no child any more.
fn child(facts: &Facts, settings: &Settings) -> Option<Moment> {
    let until = |born: Born| Moment::start_of(born.child_until(), &settings.zone);
    facts.born.map(until)
}

/// To whom a question about the plan is owed.
enum Whom {
    Convicted,
    ConvictedWomen,
    Children,
}

/// What a plan must have considered once it is approved.
struct Asked {
    rule: RuleId,
    of: Whom,
    aspects: &'static [PlanAspect],
    /// What counts as an answer.
    answers: &'static [Considered],
}

/// A partner in the community, or the wish of the person to have none.
const PARTNER: &[Considered] = &[Considered::InPlan, Considered::NotWanted];

const ASKED: &[Asked] = &[
    Asked { rule: RuleId::Nmr106, of: Whom::Convicted, aspects: &[PlanAspect::Family], answers: Considered::ALL },
    Asked { rule: RuleId::Nmr88a, of: Whom::Convicted, aspects: &[PlanAspect::Community], answers: Considered::ALL },
    Asked { rule: RuleId::Nmr108c, of: Whom::Convicted, aspects: &[PlanAspect::Coordinator], answers: Considered::ALL },
    Asked {
        rule: RuleId::Bkk45,
        of: Whom::ConvictedWomen,
        aspects: &[
            PlanAspect::HomeLeave,
            PlanAspect::OpenPrison,
            PlanAspect::HalfwayHouse,
            PlanAspect::CommunityProgramme,
        ],
        answers: Considered::ALL,
    },
    Asked { rule: RuleId::Bkk46, of: Whom::ConvictedWomen, aspects: &[PlanAspect::Community], answers: PARTNER },
    Asked { rule: RuleId::Hav27, of: Whom::Children, aspects: &[PlanAspect::Stages], answers: Considered::ALL },
    Asked {
        rule: RuleId::Hav79,
        of: Whom::Children,
        aspects: &[PlanAspect::Family, PlanAspect::Education, PlanAspect::Work],
        answers: Considered::ALL,
    },
    Asked {
        rule: RuleId::Bei26,
        of: Whom::Children,
        aspects: &[PlanAspect::Education, PlanAspect::Work, PlanAspect::Stages],
        answers: Considered::ALL,
    },
    Asked {
        rule: RuleId::Bei24,
        of: Whom::Children,
        aspects: &[PlanAspect::PracticalHelp, PlanAspect::Community],
        answers: Considered::ALL,
    },
];

/// By the approval of the plan. Before it the question waits; after it a record that leaves it out is a breach, and no record
/// at all leaves it undetermined. What was considered for an earlier version goes on.
fn considered(facts: &Facts, plan: &PlanFacts, asked: &Asked, now: Moment, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let versions: Vec<ActId> =
        facts.plans.iter().filter(|version| version.version <= plan.version).map(|version| version.act).collect();
    let records: Vec<&Noted<PlanAspects>> =
        facts.passage.considered.iter().filter(|record| versions.contains(&record.value.0)).collect();
    for record in &records {
        next.offer(record.at.millis());
    }
    next.offer(plan.proposed.millis());
    if plan.proposed > now {
        return;
    }
    let seen = || records.iter().filter(|record| record.at <= now);
    // The last word on an aspect is the one that counts.
    let last = |aspect: &PlanAspect| {
        let rows = seen().flat_map(|record| record.value.1.iter().map(move |row| (record.at, record.act, row)));
        rows.filter(|(_, _, (of, _))| of == aspect).max_by_key(|(at, act, _)| (*at, *act))
    };
    let answered = asked
        .aspects
        .iter()
        .all(|aspect| last(aspect).is_some_and(|(_, _, (_, outcome))| asked.answers.contains(outcome)));
    let mut result = Finding::new(asked.rule, Outcome::Met, plan.act, plan.proposed);
    result.acts.extend(seen().map(|record| record.act));
    let approved = plan.approved.map(|(_, at, _)| at);
    next.offer(approved.map_or(i64::MAX, Moment::millis));
    let approved = approved.filter(|at| *at <= now);
    match approved {
        _ if answered => checked.take(result),
        None => {
            result.outcome = Outcome::Undetermined;
            result.remedies.push(Remedy::ConsiderInPlan);
            checked.waiting.push(result);
        }
        Some(at) => {
            result.since = at.max(plan.proposed);
            result.remedies.push(Remedy::ConsiderInPlan);
            if seen().next().is_some() {
                result.outcome = Outcome::Breach;
                result.flags.push(Flag::LeftOut);
                result.broken(vec![Span::since(result.since)]);
            } else {
                result.outcome = Outcome::Undetermined;
                result.flags.push(Flag::Overdue);
            }
            checked.take(result);
        }
    }
}

/// CRC-100 and SC-2396-31: by the first version of the plan, somebody has asked whether the person is a victim, and what age
/// and gender ask for. It is asked of every child and every woman, so that nobody is marked by it.
fn victim_considered(facts: &Facts, now: Moment, of: (bool, bool), checked: &mut Checked, next: &mut Next) {
    let (is_child, woman) = of;
    let Some(plan) = facts.plans.iter().min_by_key(|plan| (plan.proposed, plan.act)) else { return };
    let looked_at = |aspect: AssessmentAspect| {
        let records = facts.passage.weighed.iter().filter(move |record| record.value.contains(&aspect));
        records.map(|record| (record.at, record.act)).min()
    };
    let any = facts.passage.weighed.iter().map(|record| record.at).min();
    let victim = [AssessmentAspect::Victim];
    let both = [AssessmentAspect::Victim, AssessmentAspect::AgeAndGender];
    let mut asked: Vec<(RuleId, &[AssessmentAspect])> = Vec::new();
    if is_child {
        asked.push((RuleId::Crc100, &victim));
    }
    if is_child || woman {
        asked.push((RuleId::Sc239631, &both));
    }
    for (rule, aspects) in asked {
        next.offer(plan.proposed.millis());
        if plan.proposed > now {
            continue;
        }
        let whole: Option<Vec<(Moment, ActId)>> = aspects.iter().map(|aspect| looked_at(*aspect)).collect();
        let done = whole.and_then(|records| records.into_iter().max());
        next.offer(done.map_or(i64::MAX, |(at, _)| at.millis()));
        next.offer(any.map_or(i64::MAX, Moment::millis));
        let done = done.filter(|(at, _)| *at <= now);
        let mut result = Finding::new(rule, Outcome::Met, plan.act, plan.proposed);
        result.acts.extend(done.map(|(_, act)| act));
        match done {
            Some((at, _)) if at <= plan.proposed => {}
            Some((at, _)) => {
                result.outcome = Outcome::Breach;
                result.broken(vec![Span { from: plan.proposed, until: Some(at.max(plan.proposed.plus(1))) }]);
            }
            None if any.is_some_and(|at| at <= now) => {
                result.outcome = Outcome::Breach;
                result.flags.push(Flag::LeftOut);
                result.broken(vec![Span::since(plan.proposed)]);
                result.remedies.push(Remedy::ConsiderInAssessment);
            }
            None => {
                result.outcome = Outcome::Undetermined;
                result.remedies.push(Remedy::ConsiderInAssessment);
            }
        }
        checked.take(result);
    }
}

/// The seven of Mandela Rule 92(1).
const SEVEN: &[AssessmentAspect] = &[
    AssessmentAspect::SocialHistory,
    AssessmentAspect::SentenceHistory,
    AssessmentAspect::Capacities,
    AssessmentAspect::Aptitudes,
    AssessmentAspect::Temperament,
    AssessmentAspect::SentenceLength,
    AssessmentAspect::Prospects,
];

/// NMR-92a: all seven within the clock of the assessment.
fn assessment_whole(
    facts: &Facts,
    settings: &Settings,
    now: Moment,
    convicted: &Convicted,
    out: (&mut Checked, &mut Next),
) {
    let (checked, next) = out;
    let looked_at = |aspect: &AssessmentAspect| {
        let records = facts.passage.weighed.iter().filter(|record| record.value.contains(aspect));
        records.map(|record| (record.at, record.act)).min()
    };
    let whole: Option<Vec<(Moment, ActId)>> = SEVEN.iter().map(looked_at).collect();
    for record in &facts.passage.weighed {
        next.offer(record.at.millis());
    }
    let begun = facts.passage.weighed.iter().any(|record| record.at <= now);
    let waits = Within {
        rule: RuleId::Nmr92a,
        anchor: convicted.admission,
        begins: convicted.begins,
        known: convicted.begins,
        limit: Limit::from(&settings.clock(ClockName::Assess)),
        done: whole.and_then(|records| records.into_iter().max()).map(|(at, act)| (act, at)),
        ended: Convicted::ended(facts),
        absence: if begun { Absence::NotDone } else { Absence::NotRecorded },
        remedy: Remedy::ConsiderInAssessment,
    };
    if let Some(mut result) = waits.result(now, next) {
        if result.outcome != Outcome::Met && begun {
            result.flags.push(Flag::LeftOut);
        }
        checked.settle(result);
    }
}

/// NMR-89 and NMR-93: a regime rests on dated facts about this person, serves one of two purposes, and is looked at again on
/// the day that was named.
fn classified(facts: &Facts, settings: &Settings, now: Moment, convicted: &Convicted, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let mut classes: Vec<&Noted<ClassFacts>> = facts.passage.classes.iter().collect();
    classes.sort_by_key(|class| (class.at, class.act));
    let ended = Convicted::ended(facts);
    for rule in [RuleId::Nmr89, RuleId::Nmr93] {
        let first = classes.first().map(|class| class.at);
        if first.is_none_or(|first| first > now) {
            next.offer(first.map_or(i64::MAX, Moment::millis));
            let waits = Within {
                rule,
                anchor: convicted.admission,
                begins: convicted.begins,
                known: convicted.begins,
                limit: Limit::from(&settings.clock(ClockName::Assess)),
                done: None,
                ended,
                absence: Absence::NotRecorded,
                remedy: Remedy::Classify,
            };
            if let Some(result) = waits.result(now, next) {
                checked.settle(result);
            }
        }
    }
    for (place, class) in classes.iter().enumerate() {
        let replaced = classes.get(place.saturating_add(1)).map(|later| later.at).into_iter().chain(ended).min();
        for instant in [Some(class.at), replaced].into_iter().flatten() {
            next.offer(instant.millis());
        }
        if class.at > now {
            continue;
        }
        let replaced = replaced.filter(|at| *at <= now).map(|at| at.max(class.at.plus(1)));
        let result = |rule: RuleId| {
            let mut result = Finding::new(rule, Outcome::Met, class.act, class.at);
            result.known = Some(class.known).filter(|known| *known > class.at);
            result
        };
        let broken = |mut result: Finding, from: Moment, flag: Option<Flag>| {
            result.outcome = Outcome::Breach;
            result.flags.extend(flag);
            result.broken(vec![Span { from, until: replaced.map(|at| at.max(from.plus(1))) }]);
            if replaced.is_none() {
                result.remedies.push(Remedy::Classify);
            }
            result
        };
        let due = crate::day::end_of(Moment::start_of(class.value.review_on, &settings.zone), &settings.zone).plus(1);
        next.offer(due.millis());
        let late = due <= replaced.unwrap_or(now);
        let individual = match class.value.facts {
            0 => broken(result(RuleId::Nmr89), class.at, Some(Flag::NoIndividualFact)),
            _ if late => broken(result(RuleId::Nmr89), due, None),
            _ => result(RuleId::Nmr89),
        };
        let purpose = match class.value.purpose {
            ClassPurpose::Separate | ClassPurpose::Facilitate => result(RuleId::Nmr93),
            ClassPurpose::Other => broken(result(RuleId::Nmr93), class.at, None),
        };
        // Of those that were replaced only what was wrong is told.
        for result in [individual, purpose] {
            if result.outcome != Outcome::Met || replaced.is_none() {
                checked.take(result);
            }
        }
    }
}

/// NMR-05 and NMR-02b: what was asked for is decided within the clock, and who needs something has at least one decision.
fn needs_decided(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let ended = Convicted::ended(facts);
    for asked in &facts.passage.accommodation {
        let waits = Within {
            rule: RuleId::Nmr05,
            anchor: asked.begun.act,
            begins: asked.begun.at,
            known: asked.begun.known,
            limit: Limit::from(&settings.clock(ClockName::Reply)),
            done: asked.after.iter().map(|decided| (decided.at, decided.act)).min().map(|(at, act)| (act, at)),
            ended: ended.filter(|ended| *ended > asked.begun.at),
            absence: Absence::NotDone,
            remedy: Remedy::DecideAccommodation,
        };
        if let Some(result) = waits.result(now, next) {
            checked.settle(result);
        }
    }
    let needs = [Circumstance::Accommodation, Circumstance::Interpreter, Circumstance::ReadingHelp];
    let decided = || facts.passage.accommodation.iter().flat_map(|asked| &asked.after);
    for noted in facts.circumstances.iter().filter(|noted| needs.contains(&noted.value)) {
        let after = decided().filter(|decided| decided.at >= noted.span.from);
        let waits = Within {
            rule: RuleId::Nmr02b,
            anchor: noted.act,
            begins: noted.span.from,
            known: noted.known,
            limit: Limit::from(&settings.clock(ClockName::Assess)),
            done: after.map(|decided| (decided.at, decided.act)).min().map(|(at, act)| (act, at)),
            ended: noted.span.until.into_iter().chain(ended.filter(|ended| *ended > noted.span.from)).min(),
            absence: Absence::NotDone,
            remedy: Remedy::DecideAccommodation,
        };
        if let Some(result) = waits.result(now, next) {
            checked.settle(result);
        }
    }
}
