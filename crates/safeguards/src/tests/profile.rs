//! A national profile: stricter, never looser, and refused by the line that is wrong.

use domain::measure::{MeasureKind, MeasurePurpose};
use jiff::tz::TimeZone;

use super::fixture::*;
use crate::profile::off_by_default;
use crate::{ClockName, Flag, LimitName, Profile, RULES, Rule, Settings, blocking, check};

const STRICT: &str = r#"# A synthetic country.
set_by = "Prison Act of Exampleland, section 12"

[limits]
"NMR-43b" = "10 d"

[clocks]
"k.plan" = "30 d"
"k.episode_gap" = "30 d"
"#;

fn under(text: &str) -> Settings {
    Settings::under(TimeZone::UTC, Profile::parse(text).unwrap())
}

fn refused(text: &str) -> String {
    Profile::parse(text).unwrap_err().to_string()
}

#[test]
fn a_clock_says_how_long_it_is_and_who_set_it() {
    let settings = under(STRICT);
    let plan = settings.clock(ClockName::Plan);
    assert_eq!((plan.minutes, plan.set_by.as_str()), (30 * 24 * 60, "Prison Act of Exampleland, section 12"));
    let review = settings.clock(ClockName::SeparationReview1);
    assert_eq!((review.minutes, review.set_by.as_str()), (72 * 60, "default"));
    assert_eq!(Settings::new(TimeZone::UTC).clock(ClockName::Plan).set_by, "default");
}

#[test]
fn a_clock_is_never_looser_than_proposed_whichever_way_is_the_looser() {
    assert_eq!(
        refused("set_by = \"x\"\n[clocks]\n\"k.plan\" = \"61 d\"\n"),
        "line 3: k.plan: a profile may be stricter than what is proposed, never looser: at most 60 d"
    );
    assert_eq!(
        refused("set_by = \"x\"\n\n[clocks]\n\"k.episode_gap\" = \"14 d\"\n"),
        "line 4: k.episode_gap: a profile may be stricter than what is proposed, never looser: at least 15 d"
    );
    for clock in ClockName::ALL {
        let text = format!("set_by = \"x\"\n[clocks]\n\"{clock}\" = \"{} min\"\n", clock.proposed());
        assert!(Profile::parse(&text).is_ok(), "{clock} as it is proposed");
    }
}

#[test]
fn a_limit_of_the_text_is_made_shorter_and_never_longer() {
    assert_eq!(
        refused("set_by = \"x\"\n[limits]\n\"NMR-43b\" = \"361 h\""),
        "line 3: NMR-43b: this loosens a limit of the United Nations, which nobody can: at most 15 d"
    );
    for limit in LimitName::ALL {
        let text = format!("set_by = \"x\"\n[limits]\n\"{}\" = \"{} h\"", limit.name(), limit.hours());
        assert!(Profile::parse(&text).is_ok());
    }
    assert!(refused("set_by = \"x\"\n[limits]\n\"NMR-43b\" = \"90 min\"").contains("whole hours"));
    assert!(refused("set_by = \"x\"\n[limits]\n\"NMR-1\" = \"1 h\"").contains("no text names a number"));
}

#[test]
fn no_rule_that_is_checked_is_switched_off_and_the_line_says_why() {
    for rule in RULES.iter().filter(|rule| rule.off_because().is_none()) {
        let why = refused(&format!("set_by = \"x\"\n[rules]\n\"{}\" = \"off\"", rule.id));
        assert!(why.starts_with("line 3: "), "{why}");
        let prohibition = rule.severity == crate::Severity::Prohibition;
        assert_eq!(why.contains("this is a prohibition, and nobody can switch one off"), prohibition, "{why}");
    }
    assert!(refused("set_by = \"x\"\n[rules]\n\"NMR-0\" = \"on\"").contains("no rule of the catalogue"));
}

#[test]
fn a_rule_whose_text_was_not_verified_waits_for_a_profile() {
    for (rule, _) in off_by_default() {
        assert!(!Settings::new(TimeZone::UTC).checks(rule), "{}", rule.id);
        assert!(under(&format!("set_by = \"x\"\n[rules]\n\"{}\" = \"on\"", rule.id)).checks(rule));
    }
    let of = |source| Rule { source, ..copy(RULES[0]) };
    assert!(of("V3; paragraph (unverified)").off_because().is_some());
    assert!(of("V1").off_because().is_none());
    assert!(!Settings::new(TimeZone::UTC).checks(&of("(unverified)")));
}

fn copy(rule: &Rule) -> Rule {
    let Rule { rule, id, cites, severity, word, kind, part, population, key, asks, checks, .. } = *rule;
    let Rule { met_by, broken_by, undetermined_by, clocks, source, data, .. } = *rule.rule();
    Rule {
        rule,
        id,
        cites,
        severity,
        word,
        kind,
        part,
        population,
        key,
        asks,
        checks,
        met_by,
        broken_by,
        undetermined_by,
        clocks,
        source,
        data,
    }
}

#[test]
fn what_is_no_profile_is_refused_as_a_whole() {
    assert!(refused("").contains("set_by"));
    assert!(refused("set_by = \" \"").contains("name the law"));
    assert!(refused("set_by = \"default\"").contains("name the law"));
    assert!(refused("set_by = \"x\"\nsevere = true").starts_with("line 2: "));
    assert!(refused("set_by = \"x\"\n[clocks]\n\"k.plam\" = \"1 d\"").contains("no clock of the catalogue"));
    for length in ["0 d", "-1 d", "1", "d", "1 w", "1.5 h", "99999999 d", ""] {
        let why = refused(&format!("set_by = \"x\"\n[clocks]\n\"k.plan\" = \"{length}\""));
        assert!(why.contains("a length is a whole number"), "{length}: {why}");
    }
    assert!(Profile::default().is_empty() && !Profile::parse("set_by = \"x\"").unwrap().is_empty());
}

#[test]
fn a_stricter_limit_is_broken_a_second_beyond_it_and_never_shown_as_the_text() {
    let settings = under(STRICT);
    let case = |until| case().isolated(at(0), at(until)).planned(at(days(10)));
    let met = check(&case(days(10)).facts, &settings, at(days(20)));
    assert!(met.findings.iter().all(|finding| finding.rule.id() != "NMR-43b"), "{:?}", met.findings);
    let broken = case(days(10) + SECOND).says_in(&settings, "NMR-43b", at(days(20)));
    assert_eq!(
        broken,
        [
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-11T00:00:00.001Z, over 2026-05-11T00:00:01.000Z, \
          on_presumption, national_limit, 240 of 240 h"
        ]
    );
    // Beyond the number of the text it is the text that is broken, and nothing is said of national law.
    let beyond = check(&case(days(15) + SECOND).facts, &settings, at(days(20)));
    let finding = beyond.findings.iter().find(|finding| finding.rule.id() == "NMR-43b").unwrap();
    assert!(!finding.has(Flag::NationalLimit));
}

#[test]
fn a_decision_that_breaks_a_stricter_limit_is_refused() {
    let settings = under(STRICT);
    let plan = |length| {
        case()
            .measure(MeasureKind::Solitary, MeasurePurpose::SafetyOfOthers, at(0), None)
            .planned(at(length))
            .known(at(0))
    };
    let before = check(&case().facts, &settings, at(0));
    let refused = |length| {
        let after = check(&plan(length).facts, &settings, at(0));
        blocking(&after, &before).iter().any(|finding| finding.rule.id() == "NMR-43b")
    };
    assert!(!refused(days(10)));
    assert!(refused(days(10) + SECOND));
}
