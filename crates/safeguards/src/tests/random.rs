//! Random cases, for what must hold whatever is recorded.
//!
//! THE ONE PLACE to extend for a new family of rules: a chapter in [`Chapter`], how it is drawn in [`chapters`] and how it is told
//! in [`Chapter::tell`]; if it can break a prohibition, one in [`worse`] too. `each_rule_is_reached` fails for a rule that no
//! chapter ever brings to an answer, for then the properties say nothing about it. A new list of facts goes into [`turned`],
//! which names every field, so that it does not compile until somebody has said how its order matters.

use domain::Moment;
use domain::command::CommandLine;
use domain::custody::Circumstance;
use domain::facts::Facts;
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::measure_terms::{EndSaid, MeasureEffect, MeasureGround};
use domain::moment::HOUR;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::acts::Told;
use super::fixture::*;

/// Something that is on record. Times are half hours since the beginning, so that edges meet often.
#[derive(Debug, Clone)]
pub enum Chapter {
    /// A measure: kind, purpose, beginning, length, planned length.
    Measure(MeasureKind, MeasurePurpose, i64, Option<i64>, Option<i64>),
    /// What the measure before takes away and on which ground: a number that says which, or nothing is on record of it.
    Terms(Option<usize>),
    /// Something that is recorded under the measure before: when, and a number that says what.
    Under(i64, usize),
    /// A review of the measure before: when, and by whom.
    Review(i64, CommandLine),
    /// A complete record: beginning, length, a contact in it.
    Regime(i64, i64, Option<(i64, i64)>),
    /// A circumstance: beginning, length.
    Noted(Circumstance, i64, Option<i64>),
    /// The person was a child in the beginning.
    Child,
    /// The date of birth is not known.
    NoBirth,
    /// There is no plan until then; it has a release section or not.
    Plan(Option<(i64, bool)>),
    /// Something on the way from admission to release: what, when, and a number that says which of it.
    Way(Way, i64, usize),
    /// Something of daily life: when, and a number that says what and which of it.
    Daily(i64, usize),
    /// An act that is told through its body: what, when, and a number that says what stands in it.
    Told(Told, i64, usize),
}

/// What can be on record of the way from admission to release.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    Received,
    Woman,
    Status,
    Aim,
    Assessed,
    PlanForGuilt,
    PlanApproved,
    PlanReviewed,
    Carried,
    ReleaseSet,
    Released,
    CopyOffered,
    Item,
    MetOutside,
    Order,
    Register,
    Children,
    Listed,
    Returned,
    Distance,
    Class,
    Examined,
    Attested,
    CareAsked,
    CareReached,
    Advised,
    AdviceAnswered,
    Weighed,
    Considered,
    AccommodationAsked,
    AccommodationDecided,
}

impl Way {
    const ALL: &'static [Self] = &[
        Self::Received,
        Self::Woman,
        Self::Status,
        Self::Aim,
        Self::Assessed,
        Self::PlanForGuilt,
        Self::PlanApproved,
        Self::PlanReviewed,
        Self::Carried,
        Self::ReleaseSet,
        Self::Released,
        Self::CopyOffered,
        Self::Item,
        Self::MetOutside,
        Self::Order,
        Self::Register,
        Self::Children,
        Self::Listed,
        Self::Returned,
        Self::Distance,
        Self::Class,
        Self::Examined,
        Self::Attested,
        Self::CareAsked,
        Self::CareReached,
        Self::Advised,
        Self::AdviceAnswered,
        Self::Weighed,
        Self::Considered,
        Self::AccommodationAsked,
        Self::AccommodationDecided,
    ];
}

/// A moment so many half hours after the beginning.
pub fn half(halves: i64) -> Moment {
    at(halves * HOUR / 2)
}

impl Chapter {
    /// The case with this on record.
    pub fn tell(&self, case: Case) -> Case {
        match *self {
            Self::Measure(kind, purpose, from, length, planned) => case
                .measure(kind, purpose, half(from), length.map(|length| half(from + length)))
                .planned(planned.map(|planned| half(from + planned)))
                .known(at(0)),
            Self::Terms(which) => terms_of_the_last(case, which),
            Self::Under(at, which) => super::under::tell(case, half(at), which),
            // There may be nothing to review.
            Self::Review(at, command) if !case.facts.measures.is_empty() => case.reviewed(half(at), command),
            Self::Review(..) => case,
            Self::Regime(from, length, contact) => {
                let contact = contact.map(|(after, length)| (half(from + after), half(from + after + length)));
                case.regime(half(from), half(from + length), contact)
            }
            Self::Noted(value, from, length) => case.noted(value, half(from), length.map(|length| half(from + length))),
            Self::Child => case.born(date(2008, 5, 9)),
            Self::NoBirth => case.born_unknown(),
            Self::Daily(at, which) => super::daily::random::tell(case, half(at), which),
            Self::Way(way, at, which) => super::way::tell(case, way, half(at), which),
            Self::Told(told, at, which) => super::acts::tell(case, told, half(at), which),
            Self::Plan(None) => case.no_plan(),
            Self::Plan(Some((proposed, release))) => case.no_plan().plan(half(proposed), release.then_some(())),
        }
    }
}

/// The measure before, with these terms; there may be none.
fn terms_of_the_last(mut case: Case, which: Option<usize>) -> Case {
    if let Some(measure) = case.facts.measures.last_mut() {
        let taken = |which: usize| MeasureEffect::ALL.iter().enumerate().filter(move |(at, _)| which >> at & 1 == 1);
        measure.terms.effects = which.map(|which| taken(which).map(|(_, effect)| *effect).collect());
        measure.terms.grounds = which.map(|which| vec![MeasureGround::ALL[which % MeasureGround::ALL.len()]]);
        measure.terms.end_said = which.map_or(EndSaid::NotKnown, |which| EndSaid::ALL[which % EndSaid::ALL.len()]);
    }
    case
}

/// One chapter of any kind.
fn chapters() -> impl Strategy<Value = Chapter> {
    let length = || proptest::option::of(1_i64..900);
    let kind = || prop_oneof![Just(MeasureKind::Solitary), select(MeasureKind::ALL)];
    prop_oneof![
        3 => (kind(), select(MeasurePurpose::ALL), 0_i64..1200, length(), length())
            .prop_map(|(kind, purpose, from, length, planned)| Chapter::Measure(kind, purpose, from, length, planned)),
        3 => proptest::option::weighted(0.8, 0_usize..1 << MeasureEffect::ALL.len()).prop_map(Chapter::Terms),
        5 => (0_i64..1500, 0_usize..300).prop_map(|(at, which)| Chapter::Under(at, which)),
        3 => (0_i64..1500, select(CommandLine::ALL)).prop_map(|(at, command)| Chapter::Review(at, command)),
        12 => (0_i64..1500, 1_i64..100, proptest::option::of((0_i64..48, 1_i64..10)))
            .prop_map(|(from, length, contact)| Chapter::Regime(from, length, contact)),
        1 => (select(Circumstance::ALL), 0_i64..1500, proptest::option::of(1_i64..400))
            .prop_map(|(value, from, length)| Chapter::Noted(value, from, length)),
        1 => Just(Chapter::Child),
        1 => Just(Chapter::NoBirth),
        1 => proptest::option::of((0_i64..3000, any::<bool>())).prop_map(Chapter::Plan),
        4 => (0_i64..2500, 0_usize..300).prop_map(|(at, which)| Chapter::Daily(at, which)),
        8 => (select(Way::ALL), 0_i64..2500, 0_usize..60).prop_map(|(way, at, which)| Chapter::Way(way, at, which)),
        6 => (select(Told::ALL), 0_i64..2500, 0_usize..60).prop_map(|(told, at, which)| Chapter::Told(told, at, which)),
    ]
}

/// A case of random chapters.
#[derive(Debug, Clone)]
pub struct Story(pub Vec<Chapter>);

impl Story {
    pub fn case(&self) -> Case {
        self.0.iter().fold(case(), |case, chapter| chapter.tell(case))
    }
}

pub fn stories() -> impl Strategy<Value = Story> {
    vec(chapters(), 0..36).prop_map(Story)
}

/// Something that can break a prohibition, and that takes no other breach away: it begins after everything that was told, for a
/// measure that begins in the midst of others can move the blocks in which they are counted.
pub fn worse() -> impl Strategy<Value = Vec<Chapter>> {
    let late = 2400_i64..2500;
    let (kind, purpose) = (select(MeasureKind::ALL), select(MeasurePurpose::ALL));
    prop_oneof![
        (kind, purpose, late, 1_i64..900).prop_map(|(kind, purpose, from, length)| {
            vec![Chapter::Measure(kind, purpose, from, Some(length), Some(length))]
        }),
        (select(Circumstance::ALL), 0_i64..2600, proptest::option::of(1_i64..900))
            .prop_map(|(value, from, length)| vec![Chapter::Noted(value, from, length)]),
    ]
}

/// The same facts, entered in another order. Lists that the fold keeps in the order of time stay as they are.
pub fn turned(facts: &Facts) -> Facts {
    let mut turned = facts.clone();
    let Facts {
        // One of each.
        admitted: _,
        born: _,
        sex: _,
        sentence: _,
        release_on: _,
        released: _,
        died: _,
        closed: _,
        restricted: _,
        needs_taken: _,
        file_copy: _,
        first_contact: _,
        keeping: _,
        // In the order of time.
        custody: _,
        status: _,
        allocated: _,
        plans: _,
        // In the order in which they were entered.
        returning,
        passage,
        restraint,
        searches,
        circumstances,
        conflicts,
        emergencies,
        assessments,
        consents,
        referrals,
        measures,
        regime,
        under,
        places_lost,
        release_items,
        handovers,
        aftercare_contacts,
        contradictions,
        daily,
    } = &mut turned;
    returning.reverse();
    super::way::turn(passage);
    super::acts::turn(restraint);
    searches.reverse();
    circumstances.reverse();
    conflicts.reverse();
    emergencies.reverse();
    assessments.reverse();
    consents.reverse();
    referrals.reverse();
    for measure in measures.iter_mut() {
        measure.reviews.reverse();
    }
    measures.reverse();
    regime.reverse();
    super::under::turn(under);
    places_lost.reverse();
    release_items.reverse();
    handovers.reverse();
    aftercare_contacts.reverse();
    contradictions.reverse();
    daily.days.reverse();
    daily.work.reverse();
    daily.contacts.reverse();
    daily.informed.reverse();
    daily.notices.reverse();
    turned
}
