//! NMR-07a, NMR-07b, NMR-59, NMR-67, BKK-02b and BKK-03: the order on which somebody is held, what was written down when
//! they were received, how far from home they are, and what they brought with them.
//!
//! Each time somebody is received from outside is judged by itself. Looks whether it is on record, never what it says.

use domain::custody::{Born, Sex};
use domain::facts::Facts;
use domain::look::Outcome;
use domain::measure::YesNo;
use domain::passage_facts::{Noted, OrderFacts, ReturnFacts};
use domain::reception::{AdmissionGroup, CareArranged, GroupState};
use domain::{ActId, Moment, Span};

use crate::deadline::Deadline;
use crate::finding::{Checked, Finding, Flag, Limit, Remedy};
use crate::next::Next;
use crate::rule::RuleId;
use crate::settings::{ClockName, Settings};
use crate::within::{Absence, Within};

/// One time somebody was received, and the instant until which what is recorded belongs to it.
pub(super) struct Received {
    pub(super) act: ActId,
    pub(super) at: Moment,
    pub(super) known: Moment,
    until: Option<Moment>,
    /// When custody that began then ended.
    pub(super) left: Option<Moment>,
}

impl Received {
    pub(super) fn all(facts: &Facts) -> Vec<Self> {
        let mut received: Vec<&Noted<()>> = facts.passage.received.iter().collect();
        received.sort_by_key(|row| (row.at, row.act));
        let later = |at: Moment| facts.passage.received.iter().map(|row| row.at).filter(|next| *next > at).min();
        let made = |row: &&Noted<()>| {
            let until = later(row.at);
            // The last place of that stay: transfers go on with it.
            let stay = |from: Moment| from >= row.at && until.is_none_or(|until| from < until);
            let last = facts.custody.iter().rev().find(|place| stay(place.span.from));
            Self { act: row.act, at: row.at, known: row.known, until, left: last.and_then(|place| place.span.until) }
        };
        received.iter().map(made).collect()
    }

    /// Did this happen within that stay?
    pub(super) fn has(&self, at: Moment) -> bool {
        at >= self.at && self.until.is_none_or(|until| at < until)
    }
}

pub(crate) fn judge(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    for received in Received::all(facts) {
        next.offer(received.at.millis());
        if received.at > now {
            continue;
        }
        order_shown(facts, settings, now, &received, (checked, next));
        register_filled(facts, settings, now, &received, (checked, next));
        children_counted(facts, settings, now, &received, (checked, next));
        belongings(facts, settings, now, &received, (checked, next));
    }
    distance(facts, settings, now, checked, next);
}

/// NMR-07a: an order that is valid at the instant of being received. One that begins later ends the breach and does not undo it.
fn order_shown(facts: &Facts, settings: &Settings, now: Moment, received: &Received, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let orders: Vec<&Noted<OrderFacts>> = facts.passage.orders.iter().filter(|order| order.at <= now).collect();
    for order in &facts.passage.orders {
        next.offer(order.at.millis());
    }
    let mut result = Finding::new(RuleId::Nmr07a, Outcome::Met, received.act, received.at);
    result.known = Some(received.known).filter(|known| *known > result.since);
    if let Some(valid) =
        orders.iter().filter(|order| order.value.holds(received.at)).min_by_key(|order| (order.at, order.act))
    {
        result.acts.push(valid.act);
        return checked.take(result);
    }
    let of_stay: Vec<&&Noted<OrderFacts>> = orders.iter().filter(|order| received.has(order.at)).collect();
    // Shown, but nobody wrote from when it holds.
    let decides = |order: &&&&Noted<OrderFacts>| order.value.shown == YesNo::No || order.value.from.is_some();
    if of_stay.iter().any(|order| decides(&order)) {
        let begins = |order: &&Noted<OrderFacts>| {
            order.value.from.filter(|from| order.value.shown == YesNo::Yes && *from > received.at)
        };
        let covered = orders.iter().filter_map(begins).min();
        let over = covered.into_iter().chain(received.left).min();
        next.offer(over.map_or(i64::MAX, Moment::millis));
        let over = over.filter(|over| *over <= now).map(|over| over.max(received.at.plus(1)));
        result.outcome = Outcome::Breach;
        result.acts.extend(of_stay.iter().map(|order| order.act));
        result.broken(vec![Span { from: received.at, until: over }]);
        if over.is_none() {
            result.remedies.push(Remedy::ReleaseOrOrder);
        }
        return checked.take(result);
    }
    let waits = Within {
        rule: RuleId::Nmr07a,
        anchor: received.act,
        begins: received.at,
        known: received.known,
        limit: Limit::from(&settings.clock(ClockName::AdmissionRecord)),
        done: None,
        ended: None,
        absence: Absence::NotRecorded,
        remedy: Remedy::RecordOrder,
    };
    if let Some(result) = waits.result(now, next) {
        checked.settle(result);
    }
}

/// The seven groups of Mandela Rule 7.
const GROUPS: &[AdmissionGroup] = &[
    AdmissionGroup::Identity,
    AdmissionGroup::Reasons,
    AdmissionGroup::Hour,
    AdmissionGroup::Injuries,
    AdmissionGroup::Property,
    AdmissionGroup::Family,
    AdmissionGroup::Contact,
];

/// What Havana Rule 21 asks of a child.
const CHILD_GROUPS: &[AdmissionGroup] = &[
    AdmissionGroup::Identity,
    AdmissionGroup::Reasons,
    AdmissionGroup::Hour,
    AdmissionGroup::ParentsTold,
    AdmissionGroup::HealthKnown,
];

/// NMR-07b and HAV-21: every group is filled, or it is written down that there is nothing, that the person would not say, or
/// that nobody knows.
fn register_filled(
    facts: &Facts,
    settings: &Settings,
    now: Moment,
    received: &Received,
    out: (&mut Checked, &mut Next),
) {
    let (checked, next) = out;
    let was_child = |born: Born| received.at < Moment::start_of(born.child_until(), &settings.zone);
    let mut asked = vec![(RuleId::Nmr07b, GROUPS)];
    if facts.born.is_some_and(was_child) {
        asked.push((RuleId::Hav21, CHILD_GROUPS));
    }
    let records: Vec<&Noted<Vec<(AdmissionGroup, GroupState)>>> =
        facts.passage.registers.iter().filter(|record| received.has(record.at)).collect();
    for (rule, groups) in asked {
        let filled = |group: &AdmissionGroup| {
            let of_it = records.iter().filter(|record| record.value.iter().any(|(filled, _)| filled == group));
            of_it.map(|record| (record.at, record.act)).min()
        };
        let whole: Option<Vec<(Moment, ActId)>> = groups.iter().map(filled).collect();
        let begun = records.iter().any(|record| record.at <= now);
        let waits = Within {
            rule,
            anchor: received.act,
            begins: received.at,
            known: received.known,
            limit: Limit::from(&settings.clock(ClockName::AdmissionRecord)),
            done: whole.and_then(|records| records.into_iter().max()).map(|(at, act)| (act, at)),
            ended: received.left,
            // A record that leaves a group open was not finished; none at all may lie on paper.
            absence: if begun { Absence::NotDone } else { Absence::NotRecorded },
            remedy: Remedy::FillRegister,
        };
        for record in &records {
            next.offer(record.at.millis());
        }
        if let Some(mut result) = waits.result(now, next) {
            if result.outcome == Outcome::Breach && result.over.is_none() {
                result.acts.extend(records.iter().filter(|record| record.at <= now).map(|record| record.act));
                result.flags.push(Flag::GroupOpen);
            }
            checked.settle(result);
        }
    }
}

/// BKK-03 and BKK-02b: how many children, of how many everything is written down, and whether their care was arranged in time.
fn children_counted(
    facts: &Facts,
    settings: &Settings,
    now: Moment,
    received: &Received,
    out: (&mut Checked, &mut Next),
) {
    let (checked, next) = out;
    if facts.sex != Some(Sex::Female) {
        return;
    }
    let records = || facts.passage.children.iter().filter(|record| received.has(record.at));
    records().for_each(|record| next.offer(record.at.millis()));
    let complete = records().filter(|record| record.value.complete >= record.value.count);
    let begun = records().any(|record| record.at <= now);
    let limit = Limit::from(&settings.clock(ClockName::AdmissionRecord));
    let waits = |rule: RuleId, done: Option<(ActId, Moment)>, absence: Absence, remedy: Remedy| Within {
        rule,
        anchor: received.act,
        begins: received.at,
        known: received.known,
        limit: limit.clone(),
        done,
        ended: received.left,
        absence,
        remedy,
    };
    let first = complete.map(|record| (record.at, record.act)).min().map(|(at, act)| (act, at));
    let absence = if begun { Absence::NotDone } else { Absence::NotRecorded };
    if let Some(result) = waits(RuleId::Bkk03, first, absence, Remedy::RecordChildren).result(now, next) {
        checked.settle(result);
    }
    let last = records().filter(|record| record.at <= now).max_by_key(|record| (record.at, record.act));
    let Some(last) = last else {
        if let Some(result) =
            waits(RuleId::Bkk02b, None, Absence::NotRecorded, Remedy::RecordChildren).result(now, next)
        {
            checked.settle(result);
        }
        return;
    };
    let mut result = Finding::new(RuleId::Bkk02b, Outcome::Met, received.act, received.at);
    result.acts.push(last.act);
    match last.value.arranged {
        CareArranged::DoesNotArise => return,
        CareArranged::Offered => {}
        CareArranged::Later => {
            result.outcome = Outcome::Breach;
            result.broken(vec![Span { from: received.at, until: Some(last.at.max(received.at.plus(1))) }]);
        }
        CareArranged::NotOffered => {
            result.outcome = Outcome::Breach;
            result.broken(vec![Span { from: received.at, until: received.left.filter(|left| *left <= now) }]);
            result.remedies.push(Remedy::ArrangeCare);
        }
    }
    result.known = Some(received.known).filter(|known| *known > result.since);
    checked.take(result);
}

/// NMR-67: a signed list; and at release everything on it was given back, or it is written down why not, against a receipt.
fn belongings(facts: &Facts, settings: &Settings, now: Moment, received: &Received, out: (&mut Checked, &mut Next)) {
    let (checked, next) = out;
    let listed = facts.passage.listed.iter().filter(|list| received.has(list.at));
    listed.clone().for_each(|list| next.offer(list.at.millis()));
    let signed = listed.clone().filter(|list| list.value.1 == YesNo::Yes);
    let begun = listed.clone().any(|list| list.at <= now);
    let waits = Within {
        rule: RuleId::Nmr67,
        anchor: received.act,
        begins: received.at,
        known: received.known,
        limit: Limit::from(&settings.clock(ClockName::AdmissionRecord)),
        done: signed.clone().map(|list| (list.at, list.act)).min().map(|(at, act)| (act, at)),
        ended: received.left,
        absence: if begun { Absence::NotDone } else { Absence::NotRecorded },
        remedy: Remedy::ListProperty,
    };
    if let Some(result) = waits.result(now, next) {
        checked.settle(result);
    }
    let Some((release, at)) = facts.released.filter(|(_, at)| received.has(*at)) else { return };
    // The list as it was last signed: what was sent out or bought meanwhile is on it.
    let Some(list) = signed.max_by_key(|list| (list.at, list.act)) else { return };
    let whole = |back: &&Noted<ReturnFacts>| {
        let ReturnFacts { returned, exceptions, signed } = back.value;
        returned.saturating_add(exceptions) >= list.value.0 && signed == YesNo::Yes
    };
    let given_back = facts.passage.returned.iter().filter(|back| received.has(back.at));
    given_back.clone().for_each(|back| next.offer(back.at.millis()));
    let done =
        given_back.clone().filter(whole).map(|back| (back.at.max(at), back.act)).min().map(|(at, act)| (act, at));
    let begun = given_back.clone().any(|back| back.at <= now);
    Deadline {
        rule: RuleId::Nmr67,
        anchor: release,
        begins: at,
        known: at,
        due: crate::day::end_of(at, &settings.zone),
        done,
        ended: None,
        absence: if begun { Absence::NotDone } else { Absence::NotRecorded },
        remedy: Remedy::ReturnProperty,
    }
    .judge(now, checked, next);
}

/// NMR-59: further than so much beyond the nearest suitable prison, with a reason.
fn distance(facts: &Facts, settings: &Settings, now: Moment, checked: &mut Checked, next: &mut Next) {
    let km_over = crate::settings::KM_OVER;
    for place in facts.custody.iter().filter(|place| place.span.from <= now) {
        let within = |at: Moment| at >= place.span.from && place.span.until.is_none_or(|until| at < until);
        let records = facts.passage.distances.iter().filter(|record| within(record.at));
        for record in records.clone() {
            next.offer(record.at.millis());
        }
        let seen = records.filter(|record| record.at <= now);
        let Some(last) = seen.max_by_key(|record| (record.at, record.act)) else {
            let waits = Within {
                rule: RuleId::Nmr59,
                anchor: place.act,
                begins: place.span.from,
                known: place.known,
                limit: Limit::from(&settings.clock(ClockName::Assess)),
                done: None,
                ended: place.span.until,
                absence: Absence::NotRecorded,
                remedy: Remedy::RecordDistance,
            };
            if let Some(result) = waits.result(now, next) {
                checked.settle(result);
            }
            continue;
        };
        let mut result = Finding::new(RuleId::Nmr59, Outcome::Met, place.act, last.at);
        result.acts.push(last.act);
        let far = last.value.km.saturating_sub(last.value.nearest_km) > km_over;
        if far && last.value.reason.is_none() {
            result.outcome = Outcome::Breach;
            let until = place.span.until.filter(|until| *until <= now);
            result.broken(vec![Span { from: last.at, until: until.map(|until| until.max(last.at.plus(1))) }]);
            if until.is_none() {
                result.remedies.push(Remedy::RecordDistance);
            }
        }
        checked.take(result);
    }
}
