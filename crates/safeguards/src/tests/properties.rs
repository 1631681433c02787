//! What holds for every case and every rule of the catalogue; the cases are drawn in [`super::random`].

use std::collections::BTreeMap;

use domain::facts::Facts;
use domain::look::Outcome;
use domain::{ActId, Moment};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::fixture::*;
use super::random::{Chapter, Story, half, stories, turned, worse};
use crate::{Checked, ClockName, Finding, LimitName, Profile, RULES, Rule, Settings, Severity, check};

/// A country that is as strict as can be: half of everything, and every rule switched on.
fn strict() -> Settings {
    use std::fmt::Write as _;
    let mut text = "set_by = \"Specimen Act\"\n[limits]\n".to_owned();
    for limit in LimitName::ALL {
        writeln!(text, "\"{}\" = \"{} h\"", limit.name(), limit.hours() / 2).unwrap();
    }
    text.push_str("[clocks]\n");
    for clock in ClockName::ALL {
        let minutes = match clock.stricter() {
            crate::settings::Stricter::Shorter => (clock.proposed() / 2).max(1),
            crate::settings::Stricter::Longer => clock.proposed() * 2,
        };
        writeln!(text, "\"{clock}\" = \"{minutes} min\"").unwrap();
    }
    text.push_str("[rules]\n");
    for rule in RULES {
        writeln!(text, "\"{}\" = \"on\"", rule.id).unwrap();
    }
    Settings::under(TimeZone::get("Europe/Paris").unwrap(), Profile::parse(&text).unwrap())
}

fn everywhere() -> [Settings; 3] {
    [utc(), zone("Europe/Paris"), strict()]
}

/// What was answered, without the numbers that grow by themselves.
fn answers(checked: &Checked) -> Vec<(String, Outcome, ActId, Moment, bool)> {
    let mut answers: Vec<_> = checked
        .findings
        .iter()
        .chain(&checked.waiting)
        .chain(&checked.met)
        .map(|result| (result.rule.id().to_owned(), result.outcome, result.anchor, result.since, result.over.is_some()))
        .collect();
    answers.extend(checked.advisories.iter().map(|advisory| {
        (advisory.kind.code().to_owned(), Outcome::Met, advisory.anchor, advisory.since, advisory.clock.until.is_some())
    }));
    answers.sort();
    answers
}

/// Everything that was answered, in an order that does not depend on that of the facts.
fn in_order(mut checked: Checked) -> Checked {
    let key = |finding: &Finding| (finding.rule, finding.anchor, finding.since);
    for list in [&mut checked.findings, &mut checked.waiting, &mut checked.met] {
        list.sort_by_key(key);
        for finding in list.iter_mut() {
            let anchor = finding.anchor;
            finding.acts.sort_by_key(|act| (*act != anchor, *act));
        }
    }
    checked.advisories.sort_by_key(|advisory| (advisory.rule, advisory.anchor, advisory.kind));
    checked
}

fn breaches(facts: &Facts, settings: &Settings, now: Moment) -> Vec<(&'static str, ActId)> {
    check(facts, settings, now).with(Outcome::Breach).map(|finding| (finding.rule.id(), finding.anchor)).collect()
}

/// Is each moment of these stretches in one of those?
fn covered(finding: &Finding, by: &[&Finding]) -> bool {
    let others: Vec<_> = by.iter().flat_map(|other| &other.stretches).collect();
    let end = |until: Option<Moment>| until.map_or(i64::MAX, Moment::millis);
    finding.stretches.iter().all(|stretch| {
        let mut reached = stretch.from.millis();
        while reached < end(stretch.until) {
            let next = others
                .iter()
                .filter(|other| other.from.millis() <= reached && reached < end(other.until))
                .map(|other| end(other.until))
                .max();
            match next {
                Some(next) => reached = next,
                None => return false,
            }
        }
        true
    })
}

/// How often each rule gave each answer to some hundreds of cases, always the same ones.
fn reached() -> BTreeMap<&'static str, BTreeMap<Outcome, u32>> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut reached: BTreeMap<&str, BTreeMap<Outcome, u32>> = BTreeMap::new();
    let settings = strict();
    for _ in 0..600 {
        let facts = stories().new_tree(&mut runner).unwrap().current().case().facts();
        for now in [100, 1000, 2500] {
            let checked = check(&facts, &settings, half(now));
            for result in checked.findings.iter().chain(&checked.waiting).chain(&checked.met) {
                *reached.entry(result.rule.id()).or_default().entry(result.outcome).or_default() += 1;
            }
        }
    }
    reached
}

#[test]
fn each_rule_is_reached() {
    let reached = reached();
    let silent: Vec<&str> = RULES.iter().map(|rule: &&Rule| rule.id).filter(|id| !reached.contains_key(id)).collect();
    assert!(silent.is_empty(), "no random case asks {silent:?} anything: add a chapter in `tests/random.rs`");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entry_does_not_matter(story in stories(), now in 0_i64..3000) {
        let facts = story.case().facts();
        let other = turned(&facts);
        for settings in everywhere() {
            let answered = |facts| in_order(check(facts, &settings, half(now)));
            prop_assert_eq!(answered(&facts), answered(&other));
        }
    }

    #[test]
    fn asking_twice_answers_the_same(story in stories(), now in 0_i64..3000) {
        let facts = story.case().facts();
        for settings in everywhere() {
            prop_assert_eq!(check(&facts, &settings, half(now)), check(&facts.clone(), &settings, half(now)));
        }
    }

    #[test]
    fn nothing_changes_before_the_next_change(story in stories(), now in 0_i64..2000, part in 0.0..1.0_f64) {
        let facts = story.case().facts();
        let now = half(now);
        for settings in everywhere() {
            let checked = check(&facts, &settings, now);
            let end = checked.next_change_at.unwrap_or(now.plus(days(400)));
            prop_assert!(end > now);
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant between will do")]
            let between = now.plus((end.since(now) as f64 * part) as i64).min(end.plus(-1));
            for later in [between, end.plus(-1)] {
                prop_assert_eq!(answers(&checked), answers(&check(&facts, &settings, later)), "at {}", later);
            }
        }
    }

    #[test]
    fn something_worse_never_removes_a_prohibition(story in stories(), more in worse(), now in 2600_i64..4000) {
        let now = half(now);
        let before = story.case();
        let after = more.iter().fold(before.clone(), |case, chapter: &Chapter| chapter.tell(case)).facts();
        // Who is held apart without an end is held apart together with what comes later.
        let open = before.facts.measures.iter().any(|measure| measure.span.until.is_none_or(|until| until > half(2395)));
        if open && after.measures.len() > before.facts.measures.len() {
            return Ok(());
        }
        for settings in everywhere() {
            let prohibited = |finding: &&Finding| finding.severity == Severity::Prohibition;
            let (before, after) = (check(&before.facts, &settings, now), check(&after, &settings, now));
            let after: Vec<&Finding> = after.with(Outcome::Breach).collect();
            for finding in before.with(Outcome::Breach).filter(prohibited) {
                let same: Vec<&Finding> = after.iter().filter(|other| other.rule == finding.rule).copied().collect();
                prop_assert!(covered(finding, &same), "{} vanished", finding);
            }
        }
    }

    #[test]
    fn a_stricter_country_finds_what_the_texts_find(story in stories(), now in 0_i64..3000) {
        let facts = story.case().facts();
        let zone = zone("Europe/Paris");
        let found = breaches(&facts, &strict(), half(now));
        for finding in check(&facts, &zone, half(now)).with(Outcome::Breach) {
            // The act that it hangs on may be another: what counts is that the rule is broken there too.
            prop_assert!(found.iter().any(|(rule, _)| *rule == finding.rule.id()), "{} is met there", finding);
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
        facts.measures[last.1].span.until = Some(last.0.plus(more * domain::moment::HOUR / 2));
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
        let results: Vec<_> = checked.findings.iter().chain(&checked.waiting).chain(&checked.met).map(|result| (result.rule, result.anchor)).collect();
        let unique: std::collections::BTreeSet<_> = results.iter().collect();
        prop_assert_eq!(unique.len(), results.len());
    }
}

#[test]
fn a_story_is_told_chapter_by_chapter() {
    let story = Story(vec![Chapter::Child, Chapter::Plan(None)]);
    assert!(story.case().facts.plans.is_empty());
}
