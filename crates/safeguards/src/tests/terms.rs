//! What is on record of a measure: each of its rules met, broken and undetermined, and the boundaries of those with a time.

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::fixture::*;
use super::told::*;

/// A measure that somebody found in force, about which nothing is wrong.
fn found(kind: &str) -> Value {
    json!({
        "measure": kind, "purpose": "order", "end_said": "named", "planned_end": at(days(5)), "what": "Specimen of what was found.",
        "grounds": ["attacked"], "alternatives": "yes", "law": "yes", "policy": "yes", "review": "yes", "authority": "director",
        "health_took_part": "no",
    })
}

fn with(mut body: Value, field: &str, value: impl Into<Option<Value>>) -> Value {
    let fields = body.as_object_mut().unwrap();
    match value.into() {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.remove(field),
    };
    body
}

fn found_then(body: &Value) -> Told {
    man().then(at(0), "measure.found_in_force", body)
}

/// What the rule says of it an hour later.
#[track_caller]
fn says(rule: &str, body: &Value) -> String {
    found_then(body).says(rule, at(hours(1))).join("\n")
}

fn breach(rule: &str, cite: &str, flag: &str) -> String {
    format!("{rule} breach — {cite}, since 2026-05-01T00:00:00.000Z, {flag}")
}

fn undetermined(rule: &str, cite: &str) -> String {
    format!("{rule} undetermined — {cite}, since 2026-05-01T00:00:00.000Z")
}

/// Asked of every measure, or of solitary confinement alone, by one field that says yes or no.
#[test]
fn what_one_word_says_is_met_broken_or_not_known() {
    let rows = [
        ("NMR-36", "Mandela Rules 36", "alternatives", json!("no"), "no_alternative", true),
        ("NMR-37b", "Mandela Rules 37(d)", "law", json!("no"), "not_laid_down", false),
        ("NMR-37b", "Mandela Rules 37(d)", "policy", json!("no"), "not_laid_down", false),
        ("NMR-37b", "Mandela Rules 37(d)", "review", json!("no"), "not_laid_down", false),
        ("NMR-45b", "Mandela Rules 45(1)", "authority", json!("shift_leader"), "not_competent", false),
        ("NMR-45d", "Mandela Rules 45(1)", "grounds", json!(["sentence"]), "no_individual_fact", false),
        ("NMR-45d", "Mandela Rules 45(1)", "grounds", json!(["attacked", "listed"]), "no_individual_fact", false),
        ("NMR-46a", "Mandela Rules 46(1)", "health_took_part", json!("yes"), "health_took_part", true),
    ];
    for (rule, cite, field, wrong, flag, of_every_measure) in rows {
        assert_eq!(says(rule, &found("solitary")), format!("{rule} met — {cite}"));
        assert_eq!(says(rule, &with(found("solitary"), field, wrong.clone())), breach(rule, cite, flag), "{field}");
        assert_eq!(says(rule, &with(found("solitary"), field, None)), undetermined(rule, cite), "{field}");
        let of_other = says(rule, &with(found("contact_limited"), field, wrong));
        assert_eq!(!of_other.is_empty(), of_every_measure, "{rule} {of_other}");
    }
    assert_eq!(
        says("NMR-37b", &with(found("separation"), "law", json!("no"))),
        breach("NMR-37b", "Mandela Rules 37(d)", "not_laid_down")
    );
}

#[test]
fn what_is_for_everybody_is_neither_taken_away_nor_lacking() {
    for (rule, cite, wrong, fine) in [
        ("NMR-42", "Mandela Rules 42", "open_air", "body"),
        ("NMR-43d", "Mandela Rules 43(1)(d), 22", "water", "open_air"),
        ("NMR-43d", "Mandela Rules 43(1)(d), 22", "body", "bed"),
    ] {
        let body = || found("activities_limited");
        assert_eq!(says(rule, &body()), undetermined(rule, cite), "nobody said, and nobody looked");
        assert_eq!(says(rule, &with(body(), "withheld", json!([wrong]))), breach(rule, cite, "taken_away"), "{wrong}");
        assert_eq!(says(rule, &with(body(), "withheld", json!([fine]))), format!("{rule} met — {cite}"), "{fine}");
    }
}

/// Lacking from when somebody saw it until somebody saw that it is there.
#[test]
fn what_was_found_lacking_is_lacking_until_it_was_found_to_be_there() {
    let (rule, met) = ("NMR-42", "NMR-42 met — Mandela Rules 42");
    let seen = |told: Told, when, lacking: Value| {
        told.then(
            at(when),
            "measure.conditions_recorded",
            &json!({ "measure": act(2), "light": "day_and_night", "lacking": lacking }),
        )
    };
    let there = seen(found_then(&found("separation")), hours(1), json!([]));
    assert_eq!(there.says(rule, at(hours(1))), [met]);
    assert_eq!(there.says(rule, at(hours(1) - 1)), [undetermined(rule, "Mandela Rules 42")], "not seen yet");
    let lacking = seen(there, hours(2), json!(["bed"]));
    assert_eq!(lacking.says(rule, at(hours(2) - 1)), [met]);
    let broken = "NMR-42 breach — Mandela Rules 42, since 2026-05-01T02:00:00.000Z, ";
    assert_eq!(lacking.says(rule, at(hours(2))), [format!("{broken}taken_away")]);
    let given = seen(lacking, hours(5), json!([]));
    let over = format!("{broken}over 2026-05-01T05:00:00.000Z, taken_away");
    assert_eq!(given.says(rule, at(hours(5) - 1)), [format!("{broken}taken_away")]);
    assert_eq!(given.says(rule, at(hours(5))), [over], "it stays told that it was so");
    // What another measure lacked is told of that one.
    assert_eq!(given.says("NMR-43d", at(hours(6))), ["NMR-43d met — Mandela Rules 43(1)(d), 22"]);
}

#[test]
fn solitary_confinement_has_an_end() {
    let (rule, cite) = ("NMR-43a", "Mandela Rules 43(1)(a)");
    let without = |said: &str| with(with(found("solitary"), "planned_end", None), "end_said", json!(said));
    assert_eq!(says(rule, &found("solitary")), "NMR-43a met — Mandela Rules 43(1)(a)");
    assert_eq!(says(rule, &without("further_notice")), breach(rule, cite, "without_end"));
    assert_eq!(says(rule, &without("not_known")), undetermined(rule, cite));
    assert!(says(rule, &with(without("further_notice"), "measure", json!("separation"))).is_empty());
    let lifted = found_then(&without("further_notice")).then(
        at(hours(3)),
        "measure.lifted",
        &json!({ "measure": act(2), "reason": "It is quiet." }),
    );
    let over = "NMR-43a breach — Mandela Rules 43(1)(a), since 2026-05-01T00:00:00.000Z, over 2026-05-01T03:00:00.000Z, without_end";
    assert_eq!(lifted.says(rule, at(hours(4))), [over]);
}

/// Authorised at the instant at which it begins is in time; a millisecond later is late, for that millisecond.
#[test]
fn solitary_confinement_is_authorised_no_later_than_it_begins() {
    let (rule, met) = ("NMR-45b", "NMR-45b met — Mandela Rules 45(1)");
    let authorised = |when: i64| with(found("solitary"), "authorised_at", json!(at(when)));
    assert_eq!(says(rule, &authorised(0)), met);
    assert_eq!(says(rule, &authorised(-hours(1))), met);
    let late = "NMR-45b breach — Mandela Rules 45(1), since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, authorised_late";
    assert_eq!(says(rule, &authorised(1)), late);
    for authority in ["director", "deputy", "named_for_emergencies", "higher_authority", "court"] {
        assert_eq!(says(rule, &with(found("solitary"), "authority", json!(authority))), met, "{authority}");
    }
    for authority in ["officer", "health_service", "nobody"] {
        let said = says(rule, &with(found("solitary"), "authority", json!(authority)));
        assert_eq!(said, breach(rule, "Mandela Rules 45(1)", "not_competent"), "{authority}");
    }
}

/// A policy counts from the first instant of its day, at the place.
#[test]
fn a_policy_is_in_force_on_the_day_on_which_separation_begins() {
    let since = |on: Date| {
        let mut case = case().separated(at(0), None);
        case.facts.measures[0].terms.policy_since = Some(on);
        case.says("NMR-37b", at(hours(1))).join("\n")
    };
    assert_eq!(since(date(2026, 5, 1)), "NMR-37b met — Mandela Rules 37(d)");
    assert!(since(date(2026, 5, 2)).starts_with("NMR-37b breach"));
    // In Tunis that instant lies on the same day an hour later, and before midnight on the day before.
    let mut evening = case().separated(at(-1), None);
    evening.facts.measures[0].terms.policy_since = Some(date(2026, 5, 1));
    assert!(evening.says("NMR-37b", at(hours(1))).join("\n").starts_with("NMR-37b breach"));
    assert!(evening.says_in(&zone("Africa/Tunis"), "NMR-37b", at(hours(1))).join("\n").starts_with("NMR-37b met"));
}

#[test]
fn an_order_is_judged_before_it_begins_and_one_that_never_ran_is_not() {
    let mut ordered = case().isolated(at(days(1)), None);
    ordered.facts.measures[0].terms.health_took_part = Some(domain::measure::YesNo::Yes);
    assert!(ordered.says("NMR-46a", at(0)).join("\n").starts_with("NMR-46a breach"));
    let mut voided = case().isolated(at(0), at(0));
    voided.facts.measures[0].terms.health_took_part = Some(domain::measure::YesNo::Yes);
    assert!(voided.says("NMR-46a", at(hours(1))).is_empty());
}
