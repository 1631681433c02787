//! NMR-09c, NMR-90 and NMR-108a: what is ready when the gate opens, and who meets the person outside.
//!
//! Looks whether it is on record and when. Does not judge how good a home or a meeting was.

use domain::custody::ClosingReason;
use domain::facts::Facts;
use domain::look::Outcome;
use domain::release::ReleaseItem;
use domain::{ActId, Moment, Span};

use crate::day::end_of;
use crate::deadline::Deadline;
use crate::finding::{Checked, Flag, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    arranged(facts, settings, now, checked, next);
    if let Some((release, at)) = facts.released {
        copy_offered(facts, settings, now, (release, at), checked, next);
        met_outside(facts, settings, now, (release, at), checked, next);
    }
}

/// NMR-09c: on the day of release at the latest. Nobody has to take the copy.
fn copy_offered(
    facts: &Facts,
    settings: &Settings,
    now: Moment,
    (release, at): (ActId, Moment),
    checked: &mut Checked,
    next: &mut Next,
) {
    Deadline {
        rule: RuleId::Nmr09c,
        anchor: release,
        begins: at,
        known: at,
        due: end_of(at, &settings.zone),
        done: facts.file_copy.map(|(act, offered)| (act, offered.max(at))),
        ended: facts.died.map(|(_, at)| at),
        absence: Absence::NotDone,
        remedy: Remedy::OfferFileCopy,
    }
    .judge(now, checked, next);
}

/// NMR-90: a service that took over before the gate opened, and a first contact within the clock.
fn met_outside(
    facts: &Facts,
    settings: &Settings,
    now: Moment,
    (release, at): (ActId, Moment),
    checked: &mut Checked,
    next: &mut Next,
) {
    let not_wanted =
        facts.closed.filter(|(_, _, reason)| *reason == ClosingReason::AftercareNotWanted).map(|(_, at, _)| at);
    let waits = Within {
        rule: RuleId::Nmr90,
        anchor: release,
        begins: at,
        known: at,
        limit: Limit::from(&settings.clock(ClockName::Aftercare)),
        done: facts.first_contact,
        ended: not_wanted.into_iter().chain(facts.died.map(|(_, at)| at)).min(),
        absence: Absence::NotRecorded,
        remedy: Remedy::MeetOutside,
    };
    let Some(mut result) = waits.result(now, next) else { return };
    let accepted =
        facts.handovers.iter().filter(|handover| handover.returned.is_none()).filter_map(|handover| handover.accepted);
    let taken_over = accepted.map(|(act, at, _, _)| (at, act)).min();
    match taken_over {
        Some((taken, act)) if taken <= at => result.acts.push(act),
        later => {
            // Nobody was there to receive the person: it is over once somebody takes over or meets them, or they want nobody.
            let until =
                later.map(|(taken, _)| taken).into_iter().chain(result.clock.as_ref().and_then(|clock| clock.until));
            let until = until.min();
            next.offer(until.map_or(i64::MAX, Moment::millis));
            let without =
                Span { from: at, until: until.filter(|until| *until <= now).map(|until| until.max(at.plus(1))) };
            let mut stretches = vec![without];
            let late = result.stretches.iter().filter(|late| without.until.is_some_and(|until| until < late.from));
            stretches.extend(late.copied());
            result.outcome = Outcome::Breach;
            result.flags.retain(|flag| *flag != Flag::Overdue);
            result.flags.push(Flag::NobodyTookOver);
            result.broken(stretches);
            if without.until.is_none() {
                result.remedies.push(Remedy::OfferHandover);
            }
        }
    }
    checked.settle(result);
}

/// Papers; a home; work, education or means; clothing and the journey.
const ASKED: &[ReleaseItem] = &[ReleaseItem::Papers, ReleaseItem::Home, ReleaseItem::Living, ReleaseItem::Journey];

/// NMR-108a: all of it on record so long before release, and at release.
fn arranged(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let Some((_, admitted)) = facts.admitted else { return };
    let by_date = facts.release_on.or(facts.sentence.map(|(act, earliest, _)| (act, earliest)));
    // It hangs on the date that was set, also once the person has left.
    let Some(anchor) = by_date.map(|(act, _)| act).or(facts.released.map(|(act, _)| act)) else { return };
    let on_date = by_date.map(|(_, on)| Moment::start_of(on, &settings.zone));
    let Some(leaves) = facts.released.map(|(_, at)| at).or(on_date) else { return };
    // So long before; but whoever learns of the date late has some time from then, and no more than until the gate opens.
    let since = facts.passage.dates.iter().find(|date| date.act == anchor).map_or(leaves, |date| date.at);
    let ahead = settings.clock(ClockName::ReleaseDocs).millis().saturating_neg();
    let from_then = since.plus(settings.clock(ClockName::Reply).millis());
    let due = on_date.map_or(leaves, |on| on.plus(ahead).max(from_then).min(leaves));
    let counts = |act: ActId| facts.release_items.iter().any(|(known, _)| *known == act);
    let ready = ASKED.iter().map(|asked| {
        let of_it = facts.passage.items.iter().filter(|item| item.value == *asked && counts(item.act));
        of_it.map(|item| (item.at, item.act)).min()
    });
    // All of them, or nothing: the last one makes it whole.
    let whole: Option<Vec<(Moment, ActId)>> = ready.collect();
    let done = whole.and_then(|items| items.into_iter().max()).map(|(at, act)| (act, at));
    Deadline {
        rule: RuleId::Nmr108a,
        anchor,
        begins: admitted,
        known: admitted,
        due,
        done,
        ended: facts.died.map(|(_, at)| at),
        absence: Absence::NotDone,
        remedy: Remedy::ArrangeRelease,
    }
    .judge(now, checked, next);
}
