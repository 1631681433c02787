//! NMR-43g: no measure prohibits contact with the family (Mandela Rule 43(3)).
//!
//! Judges all restrictions of a case together: two of which each leaves a way open may close the last one between them. Codes
//! and times alone: whether a ground is true, or a restriction wise, is a question for people.

use domain::facts::{Facts, MeasureFacts};
use domain::measure_terms::{MeasureEffect, MeasureGround};
use domain::{Moment, Span};

use crate::chain::{self, Chain, joined};
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::intervals::{Intervals, OPEN, Stretch, span};
use crate::limbs::Limbs;
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::terms::{grounded, has_an_end};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let mut measures = chain::measures(facts, |_| true, next);
    measures.iter().flat_map(|measure| &measure.reviews).for_each(|review| next.offer(review.at.millis()));
    for measure in measures.iter().filter(|measure| measure.terms.effects.is_none()) {
        let mut limbs = Limbs::of(RuleId::Nmr43g, measure.act, measure.span, now.max(measure.span.from));
        limbs.missing(Remedy::CompleteMeasure);
        checked.take(limbs.finding(measure.known));
    }
    measures.retain(|measure| touches_family(measure));
    let (begun, ordered): (Vec<_>, Vec<_>) = measures.iter().partition(|measure| measure.span.from <= now);
    for chain in joined(&begun, now) {
        checked.take(together(&chain, settings, now, next));
    }
    // An order is judged before it begins, with whatever is still in force by then.
    for measure in ordered {
        let mut limbs = Limbs::of(RuleId::Nmr43g, measure.act, measure.span, measure.span.from);
        in_itself(measure, &mut limbs);
        let planned: Vec<_> = measures.iter().map(|other| (*other, as_planned(other))).collect();
        limbs.broken_in(Flag::NoWayLeft, all_closed(&planned, as_planned(measure)));
        checked.take(limbs.finding(measure.known));
    }
}

fn touches_family(measure: &MeasureFacts) -> bool {
    let effects = measure.terms.effects.as_deref().unwrap_or_default();
    effects.iter().any(|effect| effect.touches_family())
}

/// From when until when it runs, as seen now.
fn as_seen(measure: &MeasureFacts, now: Moment) -> Stretch {
    let until = measure.span.until.filter(|until| *until <= now);
    (measure.span.from.millis(), until.map_or(OPEN, Moment::millis))
}

/// From when until when it is meant to run.
fn as_planned(measure: &MeasureFacts) -> Stretch {
    let until = measure.span.until.or(measure.planned_end);
    (measure.span.from.millis(), until.map_or(OPEN, Moment::millis))
}

/// The parts of a time in which no way was left for the family to stay in touch, if measures run as they are said to.
fn all_closed(running: &[(&MeasureFacts, Stretch)], (from, until): Stretch) -> Vec<Span> {
    let closed = |way: &MeasureEffect| {
        let closes = running.iter().filter(|(measure, _)| measure.terms.takes(*way) == Some(true));
        Intervals::of(closes.map(|(_, stretch)| *stretch))
    };
    let all = MeasureEffect::FAMILY.iter().map(closed).reduce(|all, way| all.and(&way));
    all.iter().flat_map(|all| all.pieces(from, until)).map(span).collect()
}

/// What is asked of each restriction by itself: an end, and a ground that has to do with security and order.
fn in_itself(measure: &MeasureFacts, limbs: &mut Limbs) {
    has_an_end(measure, limbs);
    grounded(measure, |grounds| grounds.iter().copied().any(MeasureGround::is_of_order), Flag::NotForOrder, limbs);
}

/// Restrictions that follow one another or run side by side.
fn together(chain: &Chain<'_>, settings: &Settings, now: Moment, next: &mut Next) -> Finding {
    let running = span((chain.from, chain.until));
    let mut limbs = Limbs::of(RuleId::Nmr43g, chain.first.act, running, now);
    for measure in &chain.measures {
        limbs.rests_on(measure.act);
        in_itself(measure, &mut limbs);
    }
    let seen: Vec<_> = chain.measures.iter().map(|measure| (*measure, as_seen(measure, now))).collect();
    let closed = all_closed(&seen, (chain.from, chain.until));
    if closed.iter().any(|closed| closed.until.is_none()) {
        limbs.remedy(Remedy::OpenOneWay);
    }
    limbs.broken_in(Flag::NoWayLeft, closed);
    // Limited in time: beyond that only through a review by somebody outside the line of command.
    let limit = settings.clock(ClockName::FamilyRestrict);
    let reviewed = chain.reviewed(now, |_| limit.millis(), next);
    if reviewed.inside() {
        limbs.flag(Flag::InsideLine);
    }
    let waits = if reviewed.perhaps.overdue.first().is_some() {
        limbs.broken_in(Flag::NotReviewed, reviewed.perhaps.overdue.iter().map(span));
        if chain.until == OPEN {
            limbs.remedy(Remedy::ReviewFromOutside);
        }
        reviewed.perhaps
    } else {
        if reviewed.surely.overdue.first().is_some() {
            limbs.flag(Flag::LineNotKnown);
            limbs.missing(Remedy::RecordPosts);
        }
        reviewed.surely
    };
    limbs.shows(waits.clock(Limit::from(&limit), now));
    limbs.finding(chain.first.known)
}
