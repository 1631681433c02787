//! Where somebody sleeps: NMR-11 and HAV-29, apart from those who must be kept apart; NMR-12, alone.
//!
//! Judges what is attested of the unit as a whole. Who else sleeps there is not known here.

use domain::daily::PlacedFacts;
use domain::facts::Dated;
use domain::lodging::{Mixed, MixedAge, Room};
use domain::look::Outcome;
use domain::measure::YesNo;
use domain::{Moment, Span};

use super::{At, Stay};
use crate::finding::{Finding, Limit, Remedy};
use crate::rule::RuleId;
use crate::settings::ClockName;
use crate::within::{Absence, Within};

pub(super) fn judge(stay: &Stay, at: &mut At<'_>) {
    let facts = at.facts;
    for place in facts.custody.iter().filter(|place| stay.holds(place.span.from)) {
        if !at.seen(place.span.from) {
            continue;
        }
        let mut first = None;
        for row in &facts.daily.placed {
            if !place.span.holds(row.span.from) || !at.seen(row.span.from) {
                continue;
            }
            first.get_or_insert((row.act, row.span.from));
            let until = [row.span.until, place.span.until].into_iter().flatten().min();
            apart(row, until, stay, at);
        }
        if first.is_none() {
            for rule in [RuleId::Nmr11, RuleId::Nmr12] {
                let within = Within {
                    rule,
                    anchor: place.act,
                    begins: place.span.from,
                    known: place.known,
                    limit: Limit::from(&at.settings.clock(ClockName::DayRecord)),
                    done: None,
                    ended: place.span.until,
                    absence: Absence::NotRecorded,
                    remedy: Remedy::RecordPlace,
                };
                if let Some(result) = within.result(at.now, at.next) {
                    at.checked.settle(result);
                }
            }
        }
    }
}

fn apart(row: &Dated<PlacedFacts>, until: Option<Moment>, stay: &Stay, at: &mut At<'_>) {
    let place = &row.value;
    let mixed = place.other_sex == Mixed::Yes || place.other_status == Mixed::Yes || place.other_age == MixedAge::Yes;
    let known = place.other_sex != Mixed::NotKnown
        && place.other_status != Mixed::NotKnown
        && place.other_age != MixedAge::NotKnown;
    let general = answer(mixed, known);
    lasting(RuleId::Nmr11, row, (row.span.from, until), general, Remedy::KeepApart, at);

    if let Some((_, adult)) = stay.as_child(at.facts, at.settings) {
        let until =
            until.into_iter().chain([Moment::from_millis(adult)]).min().filter(|until| until.millis() < i64::MAX);
        if row.span.from.millis() < adult {
            let outcome = answer(place.other_age == MixedAge::Yes, place.other_age != MixedAge::NotKnown);
            lasting(RuleId::Hav29, row, (row.span.from, until), outcome, Remedy::KeepApart, at);
        }
    }

    let outcome = match (place.room, place.allowed) {
        (Room::Alone, _) | (_, Some(YesNo::Yes)) => Outcome::Met,
        (Room::Two | Room::Several, Some(YesNo::No)) => Outcome::Breach,
        (Room::Two | Room::Several, None) => Outcome::Undetermined,
    };
    lasting(RuleId::Nmr12, row, (row.span.from, until), outcome, Remedy::AskAdministration, at);
}

fn answer(broken: bool, known: bool) -> Outcome {
    match (broken, known) {
        (true, _) => Outcome::Breach,
        (false, false) => Outcome::Undetermined,
        (false, true) => Outcome::Met,
    }
}

/// One answer for as long as the place holds.
fn lasting(
    rule: RuleId,
    row: &Dated<PlacedFacts>,
    (from, until): (Moment, Option<Moment>),
    outcome: Outcome,
    remedy: Remedy,
    at: &mut At<'_>,
) {
    // Somebody who was put elsewhere at the same moment never slept there.
    if until.is_some_and(|until| until <= from) {
        return;
    }
    let until = until.filter(|until| {
        at.next.offer(until.millis());
        *until <= at.now
    });
    let mut result = Finding::new(rule, outcome, row.act, from);
    result.known = Some(row.known).filter(|known| *known > from);
    if outcome == Outcome::Breach {
        result.broken(vec![Span { from, until }]);
    }
    if outcome == Outcome::Undetermined && until.is_some() {
        // Nobody can attest any more what a place was like that was left.
        result.over = until;
    }
    if outcome != Outcome::Met && until.is_none() {
        result.remedies.push(remedy);
    }
    at.checked.take(result);
}
