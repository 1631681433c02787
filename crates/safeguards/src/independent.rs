//! NMR-45c: solitary confinement is subject to independent review (Mandela Rule 45(1)).
//!
//! Judges when the reviews came and whether the reviewer was outside the line of command, as it stands written in each
//! review. Does not judge what was reviewed, nor whether the posts on record were the true ones.

use domain::Moment;
use domain::facts::Facts;
use domain::look::Outcome;
use domain::measure::MeasureKind;

use crate::chain::{self, Chain, joined};
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::intervals::{OPEN, span};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let mut measures = chain::measures(facts, |measure| measure.kind == MeasureKind::Solitary, next);
    measures.iter().flat_map(|measure| &measure.reviews).for_each(|review| next.offer(review.at.millis()));
    measures.retain(|measure| measure.span.from <= now);
    for confinement in joined(&measures, now) {
        checked.take(judged(&confinement, settings, now, next));
    }
}

fn judged(chain: &Chain<'_>, settings: &Settings, now: Moment, next: &mut Next) -> Finding {
    let reviewed = chain.reviewed(now, |which| settings.clock(clock_of(which)).millis(), next);
    let mut result = Finding::new(RuleId::Nmr45c, Outcome::Met, chain.first.act, chain.first.span.from);
    result.acts.clear();
    for measure in &chain.measures {
        result.acts.push(measure.act);
        result.acts.extend(&measure.extensions);
        result.acts.extend(measure.ended_by);
    }
    result.acts.extend(reviewed.reviews.iter().map(|review| review.act));
    let mut seen = std::collections::BTreeSet::new();
    result.acts.retain(|act| seen.insert(*act));

    let inside = reviewed.inside();
    let waits = if reviewed.perhaps.overdue.first().is_some() {
        result.outcome = Outcome::Breach;
        result.broken(reviewed.perhaps.overdue.iter().map(span).collect());
        reviewed.perhaps
    } else {
        if let Some((since, _)) = reviewed.surely.overdue.first() {
            result.outcome = Outcome::Undetermined;
            result.since = Moment::from_millis(since);
            result.flags.push(Flag::LineNotKnown);
            result.remedies.push(Remedy::RecordPosts);
        }
        reviewed.surely
    };
    if inside {
        result.flags.push(Flag::InsideLine);
    }
    if result.outcome != Outcome::Met && chain.until == OPEN && result.over.is_none() {
        result.remedies.push(Remedy::ReviewFromOutside);
    }
    result.clock = Some(waits.clock(Limit::from(&settings.clock(clock_of(waits.which))), now));
    result.known = Some(chain.first.known).filter(|known| *known > result.since);
    result
}

/// The first review has a clock of its own.
const fn clock_of(which: usize) -> ClockName {
    if which == 0 { ClockName::SeparationReview1 } else { ClockName::SolitaryReview }
}
