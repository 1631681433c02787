//! NMR-24, NMR-27a, NMR-27b, NMR-30, NMR-31, NMR-33, NMR-92b, NMR-109 and BKK-06: what the health service attests, and what others
//! do with it.
//!
//! Yes, no and a date. No diagnosis is asked for, and an area that somebody would not speak of counts like any other.

use domain::custody::Sex;
use domain::facts::Facts;
use domain::health::{AdviceAnswer, AdviceWeight, Attestation, Reach, ScreeningArea, Urgency};
use domain::look::Outcome;
use domain::passage_facts::{AdviceOutcome, Followed, Noted};
use domain::{ActId, Moment, Span};

use super::Convicted;
use super::gate::Received;
use crate::day::days_of;
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::intervals::Intervals;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for received in Received::all(facts) {
        examined(facts, settings, now, &received, (checked, next));
    }
    for asked in &facts.passage.care {
        urgent_seen(facts, settings, now, asked, (checked, next));
        reached_daily(facts, settings, now, asked, (checked, next));
    }
    for advice in &facts.passage.advice {
        match advice.begun.value {
            AdviceWeight::Advice => advice_answered(facts, settings, now, advice, (checked, next)),
            AdviceWeight::ClinicalDecision => decision_followed(facts, settings, now, advice, (checked, next)),
        }
    }
    moved(facts, settings, now, checked, next);
    handed_over(facts, now, checked, next);
    report_given(facts, settings, now, checked, next);
}

/// Some time before or at which custody ended.
fn left(facts: &Facts, begun: Moment) -> Option<Moment> {
    let ends = facts.custody.iter().filter_map(|place| place.span.until);
    let out = |at: &Moment| *at >= begun && facts.held_at(*at).is_none();
    ends.filter(out).min()
}

fn first<'a, T: 'a>(rows: impl Iterator<Item = &'a Noted<T>>) -> Option<(ActId, Moment)> {
    rows.map(|row| (row.at, row.act)).min().map(|(at, act)| (act, at))
}

/// NMR-30 and BKK-06: examined within the clock, and of women every area was spoken about or offered to be.
fn examined(facts: &Facts, settings: &Settings, now: Moment, received: &Received, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let examined = || facts.passage.examined.iter().filter(|exam| received.has(exam.at));
    examined().for_each(|exam| next.offer(exam.at.millis()));
    let begun = examined().any(|exam| exam.at <= now);
    let area = |area: &ScreeningArea| first(examined().filter(|exam| exam.value.contains(area)));
    let areas: Option<Vec<(ActId, Moment)>> = ScreeningArea::ALL.iter().map(area).collect();
    let whole = areas.and_then(|areas| areas.into_iter().max_by_key(|(act, at)| (*at, *act)));
    let mut asked = vec![(RuleId::Nmr30, first(examined()), Absence::NotRecorded, Remedy::Examine)];
    if facts.sex == Some(Sex::Female) {
        let absence = if begun { Absence::NotDone } else { Absence::NotRecorded };
        asked.push((RuleId::Bkk06, whole, absence, Remedy::OfferAreas));
    }
    for (rule, done, absence, remedy) in asked {
        let waits = Within {
            rule,
            anchor: received.act,
            begins: received.at,
            known: received.known,
            limit: Limit::from(&settings.clock(ClockName::HealthAdmission)),
            done,
            ended: received.left,
            absence,
            remedy,
        };
        if let Some(result) = waits.result(now, next) {
            checked.settle(result);
        }
    }
}

type Asked = Followed<Urgency, Reach>;

fn seen(asked: &Asked) -> Option<(ActId, Moment)> {
    first(asked.after.iter().filter(|reached| reached.value == Reach::Seen))
}

/// NMR-27a: who asked at once is seen within the clock.
fn urgent_seen(facts: &Facts, settings: &Settings, now: Moment, asked: &Asked, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    if asked.begun.value != Urgency::Urgent {
        return;
    }
    let waits = Within {
        rule: RuleId::Nmr27a,
        anchor: asked.begun.act,
        begins: asked.begun.at,
        known: asked.begun.known,
        limit: Limit::from(&settings.clock(ClockName::UrgentCare)),
        done: seen(asked),
        ended: left(facts, asked.begun.at),
        absence: Absence::NotRecorded,
        remedy: Remedy::SeeAtOnce,
    };
    if let Some(result) = waits.result(now, next) {
        checked.settle(result);
    }
}

/// NMR-31: on each calendar day after it was asked, until it is done, the health service could reach the person. Only days
/// that are over are judged.
fn reached_daily(facts: &Facts, settings: &Settings, now: Moment, asked: &Asked, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let zone = &settings.zone;
    let begun = &asked.begun;
    next.offer(begun.at.millis());
    if begun.at > now {
        return;
    }
    let done = seen(asked).filter(|(_, at)| *at <= now);
    let ended = done.map(|(_, at)| at).into_iter().chain(left(facts, begun.at)).min();
    let until = ended.filter(|at| *at <= now);
    let last = until.unwrap_or(now);
    let mut result = Finding::new(RuleId::Nmr31, Outcome::Met, begun.act, begun.at);
    let (mut kept_away, mut open) = (Vec::new(), Vec::new());
    for (day, (begins, ends)) in days_of((begun.at.millis(), last.millis().saturating_add(1)), zone).skip(1) {
        next.offer(ends);
        // The day on which the person was seen, and a day that is not over, ask for nothing more.
        if ends > now.millis() || until.is_some_and(|until| until.millis() < ends) {
            break;
        }
        let on_day = || asked.after.iter().filter(|reached| reached.at <= now && reached.at.date_in(zone) == day);
        result.acts.extend(on_day().map(|reached| reached.act));
        if on_day().any(|reached| reached.value != Reach::KeptAway) {
            continue;
        }
        let stretch = (begins, ends);
        if on_day().next().is_some() { kept_away.push(stretch) } else { open.push(stretch) }
    }
    next.offer(crate::day::end_of(now, zone).plus(1).millis());
    let spans = |days: Vec<(i64, i64)>| -> Vec<Span> {
        let joined = Intervals::of(days);
        joined
            .iter()
            .map(|(from, until)| Span { from: Moment::from_millis(from), until: Some(Moment::from_millis(until)) })
            .collect()
    };
    if !kept_away.is_empty() {
        result.outcome = Outcome::Breach;
        result.broken(spans(kept_away));
    } else if let Some((from, _)) = open.first() {
        result.outcome = Outcome::Undetermined;
        result.since = Moment::from_millis(*from);
        result.remedies.push(Remedy::RecordRound);
    }
    if let Some((act, _)) = done
        && !result.acts.contains(&act)
    {
        result.acts.push(act);
    }
    result.known = Some(begun.known).filter(|known| *known > result.since);
    checked.take(result);
}

type Advice = Followed<AdviceWeight, AdviceOutcome>;

fn answers<'a>(advice: &'a Advice, wanted: &'static [AdviceAnswer]) -> impl Iterator<Item = &'a Noted<AdviceOutcome>> {
    advice.after.iter().filter(move |after| match after.value {
        AdviceOutcome::Answered(answer) => wanted.contains(&answer),
        AdviceOutcome::FoundIgnored => false,
    })
}

/// NMR-33: the director follows advice or refers it upward; taking note is neither.
fn advice_answered(facts: &Facts, settings: &Settings, now: Moment, advice: &Advice, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let waits = Within {
        rule: RuleId::Nmr33,
        anchor: advice.begun.act,
        begins: advice.begun.at,
        known: advice.begun.known,
        limit: Limit::from(&settings.clock(ClockName::ImmediateDays)),
        done: first(answers(advice, &[AdviceAnswer::Followed, AdviceAnswer::ReferredUpward])),
        ended: left(facts, advice.begun.at),
        absence: Absence::NotDone,
        remedy: Remedy::AnswerAdvice,
    };
    if let Some(result) = waits.result(now, next) {
        checked.settle(result);
    }
}

/// NMR-27b: a clinical decision is followed. It is broken from when it is set aside, or found not to be followed, until it is.
fn decision_followed(facts: &Facts, settings: &Settings, now: Moment, advice: &Advice, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let contrary = advice.after.iter().filter(|after| {
        matches!(after.value, AdviceOutcome::FoundIgnored | AdviceOutcome::Answered(AdviceAnswer::SetAside))
    });
    let broken = first(contrary).filter(|(_, at)| {
        next.offer(at.millis());
        *at <= now
    });
    let Some((act, from)) = broken else {
        let waits = Within {
            rule: RuleId::Nmr27b,
            anchor: advice.begun.act,
            begins: advice.begun.at,
            known: advice.begun.known,
            limit: Limit::from(&settings.clock(ClockName::ImmediateDays)),
            done: first(answers(advice, &[AdviceAnswer::Followed])),
            ended: left(facts, advice.begun.at),
            absence: Absence::NotRecorded,
            remedy: Remedy::FollowDecision,
        };
        // A decision that is followed late is still followed: what is forbidden is to overrule it.
        if let Some(mut result) = waits.result(now, next) {
            if result.outcome == Outcome::Breach {
                result.outcome = Outcome::Met;
                result.over = None;
                result.stretches = Vec::new();
            }
            checked.settle(result);
        }
        return;
    };
    let followed = answers(advice, &[AdviceAnswer::Followed]).filter(|after| after.at > from).map(|after| after.at);
    let over = followed.chain(left(facts, from)).min();
    next.offer(over.map_or(i64::MAX, Moment::millis));
    let over = over.filter(|over| *over <= now).map(|over| over.max(from.plus(1)));
    let mut result = Finding::new(RuleId::Nmr27b, Outcome::Breach, advice.begun.act, from);
    result.acts.push(act);
    result.broken(vec![Span { from, until: over }]);
    if over.is_none() {
        result.remedies.push(Remedy::FollowDecision);
    }
    result.known = Some(advice.begun.known).filter(|known| *known > result.since);
    checked.take(result);
}

/// NMR-109: who must be moved to a mental health facility is on the way within the clock.
fn moved(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let of = |what: Attestation| facts.passage.attested.iter().filter(move |attested| attested.value == what);
    for needed in of(Attestation::MoveNeeded) {
        let after = |what: Attestation| first(of(what).filter(|attested| attested.at >= needed.at));
        // Needed again, it is the first attestation that counts, until it was done or no longer needed.
        let settled = |at: Moment| at > needed.at;
        let earlier = of(Attestation::MoveNeeded).any(|other| {
            let between = |what: Attestation| of(what).any(|row| row.at >= other.at && row.at <= needed.at);
            (other.at, other.act) < (needed.at, needed.act)
                && !between(Attestation::MoveBegun)
                && !between(Attestation::MoveNotNeeded)
        });
        if earlier {
            continue;
        }
        let not_needed = after(Attestation::MoveNotNeeded).map(|(_, at)| at);
        let waits = Within {
            rule: RuleId::Nmr109,
            anchor: needed.act,
            begins: needed.at,
            known: needed.known,
            limit: Limit::from(&settings.clock(ClockName::Delay)),
            done: after(Attestation::MoveBegun),
            ended: not_needed.into_iter().chain(left(facts, needed.at)).filter(|at| settled(*at)).min(),
            absence: Absence::NotDone,
            remedy: Remedy::BeginMove,
        };
        if let Some(result) = waits.result(now, next) {
            checked.settle(result);
        }
    }
}

/// NMR-24: before somebody is moved or released, the health service attests that the care that goes on was handed over, or
/// that there is none; it says the same word for both.
fn handed_over(facts: &Facts, now: Moment, checked: &mut Checked, next: &mut Next) {
    let received = |act: ActId| facts.passage.received.iter().any(|row| row.act == act);
    let moves = facts.custody.iter().filter(|place| !received(place.act)).map(|place| (place.act, place.span.from));
    for (act, leaves) in moves.chain(facts.released) {
        // Where the person was until then.
        let before = facts.custody.iter().map(|place| place.span.from).filter(|from| *from < leaves).max();
        let said = |what: Attestation| {
            let rows = facts.passage.attested.iter().filter(move |attested| attested.value == what);
            rows.filter(|attested| before.is_none_or(|before| attested.at >= before))
        };
        let in_time =
            |what: Attestation| said(what).filter(|attested| attested.at <= leaves).map(|row| (row.at, row.act)).max();
        let (settled, open) = (in_time(Attestation::CareSettled), in_time(Attestation::CareNotSettled));
        next.offer(leaves.millis());
        if leaves > now {
            continue;
        }
        let mut result = Finding::new(RuleId::Nmr24, Outcome::Met, act, leaves);
        match (settled, open) {
            (Some((at, settled)), open) if open.is_none_or(|(open, _)| open <= at) => result.acts.push(settled),
            (_, Some((_, open))) => {
                let later = said(Attestation::CareSettled).filter(|attested| attested.at > leaves);
                let over = later.map(|attested| (attested.at, attested.act)).min();
                next.offer(over.map_or(i64::MAX, |(at, _)| at.millis()));
                let over = over.filter(|(at, _)| *at <= now);
                result.acts.push(open);
                result.acts.extend(over.map(|(_, act)| act));
                result.outcome = Outcome::Breach;
                result.broken(vec![Span { from: leaves, until: over.map(|(at, _)| at.max(leaves.plus(1))) }]);
                if over.is_none() {
                    result.remedies.push(Remedy::HandOverCare);
                }
            }
            _ => {
                result.outcome = Outcome::Undetermined;
                result.flags.push(Flag::Overdue);
                result.remedies.push(Remedy::HandOverCare);
            }
        }
        checked.take(result);
    }
}

/// NMR-92b: an assessment, and beside it the report of the health service, whose content stays with it.
fn report_given(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let Some(convicted) = Convicted::of(facts, now, next) else { return };
    let assessed = facts.assessments.iter().map(|(act, at, _)| (*at, *act)).min();
    let report = first(facts.passage.attested.iter().filter(|attested| attested.value == Attestation::ReportGiven));
    let report = report.map(|(act, at)| (at, act));
    let begun = assessed.into_iter().chain(report).any(|(at, _)| at <= now);
    let waits = Within {
        rule: RuleId::Nmr92b,
        anchor: convicted.admission,
        begins: convicted.begins,
        known: convicted.begins,
        limit: Limit::from(&settings.clock(ClockName::Assess)),
        done: assessed.zip(report).map(|(assessed, report)| assessed.max(report)).map(|(at, act)| (act, at)),
        ended: Convicted::ended(facts),
        // One of the two without the other is not the full report; neither may lie on paper.
        absence: if begun { Absence::NotDone } else { Absence::NotRecorded },
        remedy: Remedy::CompleteReports,
    };
    for (at, _) in assessed.into_iter().chain(report) {
        next.offer(at.millis());
    }
    if let Some(mut result) = waits.result(now, next) {
        if result.outcome != Outcome::Met {
            result.acts.extend(assessed.into_iter().chain(report).filter(|(at, _)| *at <= now).map(|(_, act)| act));
            result.acts.dedup();
            if begun {
                result.flags.push(Flag::OneOfTwo);
            }
        }
        checked.settle(result);
    }
}
