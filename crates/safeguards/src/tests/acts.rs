//! Acts of random cases that are told through their bodies and the fold, so that nothing can stand in the facts that no act
//! gives.

use domain::restraint::{Instrument, OrderedBy, RestraintFacts, RestraintGround};
use domain::search::{CasePapers, NoScan, SearchKind, SearcherOffice};
use domain::{ActId, Moment};
use serde_json::{Value, json};

use super::fixture::Case;
use super::told::recorded;

/// Which act.
#[derive(Debug, Clone, Copy)]
pub enum Told {
    /// A restraint is ordered.
    Ordered,
    /// One is put on.
    Applied,
    /// The last one is looked at.
    Checked,
    /// It is taken off.
    Removed,
    /// Somebody is told of it.
    Said,
    /// The person is before an authority.
    Appeared,
    /// Force is used.
    Force,
    /// The person, or the cell, is searched.
    Searched,
}

impl Told {
    pub const ALL: &'static [Self] = &[
        Self::Ordered,
        Self::Applied,
        Self::Checked,
        Self::Removed,
        Self::Said,
        Self::Appeared,
        Self::Force,
        Self::Searched,
    ];

    fn kind(self) -> &'static str {
        match self {
            Self::Ordered => "restraint.ordered",
            Self::Applied => "restraint.applied",
            Self::Checked => "restraint.checked",
            Self::Removed => "restraint.removed",
            Self::Said => "restraint.told",
            Self::Appeared => "restraint.appeared",
            Self::Force => "restraint.force_used",
            Self::Searched => "search.recorded",
        }
    }
}

fn pick<T: Copy>(of: &[T], which: usize) -> T {
    of[which % of.len()]
}

/// The case with this act; `which` says what stands in it, and how long it lasts.
pub fn tell(mut case: Case, told: Told, at: Moment, which: usize) -> Case {
    let restraint = &case.facts.restraint;
    let last = restraint.applied.last().map(|applied| applied.act);
    let Some(body) = body(restraint, told, at, which) else { return case };
    let number = restraint.orders.len()
        + restraint.applied.len()
        + restraint.force.len()
        + restraint.appearances.len()
        + case.facts.searches.len();
    let mut id = [0xd0; 16];
    id[0] = told as u8;
    id[1] = u8::try_from(number).unwrap();
    id[2] = u8::try_from(which).unwrap();
    id[3] = last.map_or(0, |act| act.bytes()[1]);
    let contradicted = case.facts.contradictions.len();
    case.facts.take(&recorded(ActId::from_bytes(id), 1, (at, at), told.kind(), &body));
    // Whether it could be is a matter of admission; what the rules say of it is asked here.
    case.facts.contradictions.truncate(contradicted);
    case
}

fn body(facts: &RestraintFacts, told: Told, at: Moment, which: usize) -> Option<Value> {
    let yes = |every: usize| if which.is_multiple_of(every) { "no" } else { "yes" };
    let last = facts.applied.last();
    let ground = pick(RestraintGround::CODES, which);
    Some(match told {
        Told::Ordered => json!({
            "instrument": pick(Instrument::CODES, which / 2), "ground": ground, "tried": ["talk"],
            "nothing_lesser": yes(4), "least_intrusive": yes(5), "legal_basis": "Act 1",
        }),
        Told::Applied => {
            let mut body = json!({
                "instrument": pick(Instrument::CODES, which / 2), "ground": ground,
                "ordered_by": pick(OrderedBy::CODES, which), "tried": ["talk"], "nothing_lesser": yes(4),
                "least_intrusive": yes(5), "training": "everybody",
            });
            if let Some(order) = facts.orders.last().filter(|_| which.is_multiple_of(2)) {
                body["order"] = json!(order.act);
            }
            body
        }
        Told::Checked => json!({ "restraint": last?.act, "danger": yes(3) }),
        Told::Removed => json!({ "restraint": last?.act, "professional": "throughout" }),
        Told::Said => json!({ "restraint": last?.act, "whom": "health_service" }),
        Told::Appeared => json!({ "before": "court", "until": at.plus(i64::try_from(which).ok()? * 1_800_000 + 1) }),
        Told::Force => json!({ "ground": "self_defence", "injury": yes(2) }),
        Told::Searched => json!({
            "search": pick(SearchKind::CODES, which), "reason": "own_fact", "legal_basis": "Rule 12",
            "searchers": [{
                "office": pick(SearcherOffice::CODES, which / 3), "sex": if which.is_multiple_of(2) { "male" } else { "female" },
                "trained": yes(4),
            }],
            "private": yes(6), "no_scan": pick(NoScan::CODES, which / 2), "papers": pick(CasePapers::CODES, which / 3),
            "result": "nothing",
        }),
    })
}

/// The same, entered in another order.
pub fn turn(facts: &mut RestraintFacts) {
    let RestraintFacts { orders, applied, appearances, force } = facts;
    orders.reverse();
    applied.reverse();
    appearances.reverse();
    force.reverse();
}
