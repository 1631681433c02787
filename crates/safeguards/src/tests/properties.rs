//! What holds for every case.

use domain::command::CommandLine;
use domain::custody::Circumstance;
use domain::facts::Facts;
use domain::look::Outcome;
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::moment::HOUR;
use domain::{ActId, Moment};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;

use super::fixture::*;
use crate::{Checked, Settings, check};

/// Stretches in half hours, so that edges meet often.
type Halves = (i64, i64);

/// Solitary or separation, sanction or order, beginning, length, planned length.
type Told = (bool, bool, i64, Option<i64>, Option<i64>);

#[derive(Debug, Clone)]
struct Story {
    measures: Vec<Told>,
    records: Vec<(Halves, Option<Halves>)>,
    circumstance: Option<(i64, Option<i64>)>,
    child: bool,
    plan: Option<bool>,
    /// Reviews of the last measure: when, and by whom.
    reviews: Vec<(i64, CommandLine)>,
}

fn half(halves: i64) -> Moment {
    at(halves * HOUR / 2)
}

impl Story {
    fn case(&self) -> Case {
        let mut case = case();
        if self.child {
            case = case.born(date(2008, 5, 9));
        }
        match self.plan {
            None => case = case.no_plan(),
            Some(true) => {}
            Some(false) => case = case.no_plan().plan(half(40), None),
        }
        for (solitary, sanction, from, length, planned) in &self.measures {
            let kind = if *solitary { MeasureKind::Solitary } else { MeasureKind::Separation };
            let purpose = if *sanction { MeasurePurpose::Sanction } else { MeasurePurpose::Order };
            case = case
                .measure(kind, purpose, half(*from), length.map(|length| half(from + length)))
                .planned(planned.map(|planned| half(from + planned)))
                .known(at(0));
        }
        if !self.measures.is_empty() {
            for (at, command) in &self.reviews {
                case = case.reviewed(half(*at), *command);
            }
        }
        for ((from, length), contact) in &self.records {
            let contact = contact.map(|(after, length)| (half(from + after), half(from + after + length)));
            case = case.regime(half(*from), half(from + length), contact);
        }
        if let Some((from, length)) = self.circumstance {
            case = case.noted(Circumstance::Pregnant, half(from), length.map(|length| half(from + length)));
        }
        case
    }
}

prop_compose! {
    fn stories()(
        measures in vec((any::<bool>(), any::<bool>(), 0_i64..1200, proptest::option::of(1_i64..900), proptest::option::of(1_i64..900)), 0..4),
        records in vec(((0_i64..1500, 1_i64..100), proptest::option::of((0_i64..48, 1_i64..10))), 0..30),
        circumstance in proptest::option::of((0_i64..1500, proptest::option::of(1_i64..400))),
        child in any::<bool>(),
        plan in proptest::option::of(any::<bool>()),
        reviews in vec((0_i64..1500, proptest::sample::select(CommandLine::ALL)), 0..6),
    ) -> Story {
        Story { measures, records, circumstance, child, plan, reviews }
    }
}

/// What was answered, without the numbers that grow by themselves.
fn answers(checked: &Checked) -> Vec<(String, Outcome, ActId, Moment, bool)> {
    let mut answers: Vec<_> = checked
        .findings
        .iter()
        .chain(&checked.met)
        .map(|result| (result.rule.id().to_owned(), result.outcome, result.anchor, result.since, result.over.is_some()))
        .collect();
    answers.extend(checked.advisories.iter().map(|advisory| {
        (advisory.kind.code().to_owned(), Outcome::Met, advisory.anchor, advisory.since, advisory.clock.until.is_some())
    }));
    answers.sort();
    answers
}

fn breaches(facts: &Facts, settings: &Settings, now: Moment) -> Vec<(&'static str, ActId)> {
    check(facts, settings, now).with(Outcome::Breach).map(|finding| (finding.rule.id(), finding.anchor)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_records_does_not_matter(story in stories(), now in 0_i64..3000) {
        let facts = story.case().facts();
        let mut turned = facts.clone();
        turned.regime.reverse();
        turned.measures.reverse();
        turned.circumstances.reverse();
        for settings in [utc(), zone("Europe/Paris")] {
            prop_assert_eq!(check(&facts, &settings, half(now)), check(&turned, &settings, half(now)));
        }
    }

    #[test]
    fn nothing_changes_before_the_next_change(story in stories(), now in 0_i64..2000, part in 0.0..1.0_f64) {
        let facts = story.case().facts();
        let settings = zone("Europe/Paris");
        let now = half(now);
        let checked = check(&facts, &settings, now);
        let end = checked.next_change_at.unwrap_or(now.plus(days(400)));
        prop_assert!(end > now);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant between will do")]
        let between = now.plus((end.since(now) as f64 * part) as i64).min(end.plus(-1));
        for later in [between, end.plus(-1)] {
            prop_assert_eq!(answers(&checked), answers(&check(&facts, &settings, later)), "at {}", later);
        }
    }

    #[test]
    fn a_longer_end_never_removes_a_breach(story in stories(), more in 1_i64..200, now in 1_i64..3000) {
        let mut facts = story.case().facts();
        // Nothing is said about the time after the last measure ends, as nothing is known about it.
        let Some(last) = facts.measures.iter().enumerate().filter_map(|(at, measure)| Some((measure.span.until?, at))).max() else {
            return Ok(());
        };
        facts.regime.retain(|record| record.until <= last.0);
        // A measure that began after that end would grow together with this one and hang on its first act.
        let act = facts.measures[last.1].act;
        facts.measures.retain(|measure| measure.act == act || measure.span.from <= last.0);
        let last = (last.0, facts.measures.iter().position(|measure| measure.act == act).unwrap());
        let before = breaches(&facts, &utc(), half(now));
        facts.measures[last.1].span.until = Some(last.0.plus(more * HOUR / 2));
        let after = breaches(&facts, &utc(), half(now));
        for breach in before {
            prop_assert!(after.contains(&breach), "{:?} vanished from {:?}", breach, after);
        }
    }

    #[test]
    fn a_breach_is_one_at_its_first_instant_and_not_before(story in stories(), now in 0_i64..2500) {
        let facts = story.case().facts();
        let settings = utc();
        for finding in check(&facts, &settings, half(now)).with(Outcome::Breach) {
            prop_assert!(finding.stretches.iter().all(|stretch| stretch.until.is_none_or(|until| stretch.from < until)));
            prop_assert!(finding.stretches.windows(2).all(|pair| pair[0].until.is_some_and(|until| until < pair[1].from)));
            prop_assert_eq!(finding.stretches.first().map(|first| first.from), Some(finding.since));
            prop_assert!(finding.acts.contains(&finding.anchor));
        }
    }

    #[test]
    fn each_rule_answers_once_for_each_anchor(story in stories(), now in 0_i64..2500) {
        let checked = check(&story.case().facts(), &utc(), half(now));
        let results: Vec<_> = checked.findings.iter().chain(&checked.met).map(|result| (result.rule, result.anchor)).collect();
        let unique: std::collections::BTreeSet<_> = results.iter().collect();
        prop_assert_eq!(unique.len(), results.len());
    }
}
