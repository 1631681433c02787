//! Who is held apart: light, a plan that lessens harm, last resort, attested harm and what the health service says; each met,
//! broken and undetermined, and the boundaries.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::fixture::*;
use super::told::*;
use crate::RuleId::{self, Nmr38b, Nmr43c, Nmr45a, Nmr45e, Nmr46c};

/// The answers of a rule in short: what, whether it is over, its flags and since when, unless it is met.
#[track_caller]
fn answer(told: &Told, rule: RuleId, millis: i64) -> String {
    let checked = told.check(at(millis));
    let of = |finding: &&crate::Finding| finding.rule == rule;
    let short = |finding: &crate::Finding| {
        let mut line = finding.outcome.code().to_owned();
        if finding.outcome != domain::look::Outcome::Met {
            let after = finding.since.since(at(0));
            write!(line, " after {after}").unwrap();
        }
        if let Some(over) = finding.over {
            write!(line, " over {}", over.since(at(0))).unwrap();
        }
        for flag in &finding.flags {
            write!(line, " {flag}").unwrap();
        }
        line
    };
    let told = checked.findings.iter().chain(&checked.met).filter(of).map(short);
    let waiting = checked.waiting.iter().filter(of).map(|_| "waits".to_owned());
    told.chain(waiting).collect::<Vec<_>>().join("; ")
}

/// Somebody is found apart, and nothing is wrong with it.
fn found(kind: &str) -> Value {
    json!({
        "measure": kind, "purpose": "order", "end_said": "named", "planned_end": at(days(5)), "what": "Specimen of what was found.",
        "grounds": ["attacked"], "alternatives": "yes",
    })
}

fn apart(kind: &str) -> Told {
    man().then(at(0), "measure.found_in_force", &found(kind))
}

fn lifted(told: Told, millis: i64) -> Told {
    told.then(at(millis), "measure.lifted", &json!({ "measure": act(2), "reason": "It is quiet." }))
}

fn lit(told: Told, millis: i64, light: &str) -> Told {
    let body = json!({ "measure": act(2), "light": light, "lacking": [] });
    told.then(at(millis), "measure.conditions_recorded", &body)
}

#[test]
fn there_is_day_and_night_in_the_room() {
    for kind in ["solitary", "separation"] {
        let dark = lit(apart(kind), hours(2), "dark");
        assert_eq!(answer(&dark, Nmr43c, hours(2) - 1), "waits", "not seen yet");
        assert_eq!(answer(&dark, Nmr43c, hours(2)), format!("breach after {} no_day_or_no_night", hours(2)));
        let mended = lit(dark, hours(5), "day_and_night");
        let over = format!("breach after {} over {} no_day_or_no_night", hours(2), hours(5));
        assert_eq!(answer(&mended, Nmr43c, hours(5)), over);
        assert_eq!(answer(&lit(apart(kind), 0, "constant"), Nmr43c, 0), "breach after 0 no_day_or_no_night");
        assert_eq!(answer(&lit(apart(kind), 0, "day_and_night"), Nmr43c, days(9)), "met");
    }
    assert_eq!(answer(&apart("contact_limited"), Nmr43c, hours(1)), "", "nobody is apart");
}

/// Three days are time to look; a millisecond more and it is missing. It may well be light, so it is no breach.
#[test]
fn a_room_that_nobody_looked_at_is_undetermined() {
    assert_eq!(answer(&apart("solitary"), Nmr43c, days(3)), "waits");
    let missing = answer(&apart("solitary"), Nmr43c, days(3) + 1);
    assert!(missing.starts_with("undetermined"), "{missing}");
    let over = lifted(apart("solitary"), hours(5));
    assert_eq!(answer(&over, Nmr43c, hours(5)), "undetermined after 0", "over, and nobody ever looked");
    assert_eq!(answer(&lit(over, hours(4), "day_and_night"), Nmr43c, hours(6)), "met", "written down afterwards");
    let late = lit(apart("solitary"), days(4), "day_and_night");
    assert_eq!(answer(&late, Nmr43c, days(4)), "met");
}

#[test]
fn being_apart_is_made_to_harm_less() {
    let planned = |millis: i64| {
        let body = json!({ "measure": act(2), "ways": ["company"] });
        apart("separation").then(at(millis), "measure.relief_planned", &body)
    };
    assert_eq!(answer(&apart("separation"), Nmr38b, days(3)), "waits");
    assert_eq!(answer(&apart("separation"), Nmr38b, days(3) + 1), format!("breach after {}", days(3) + 1));
    assert_eq!(answer(&planned(days(3)), Nmr38b, days(9)), "met");
    let late = format!("breach after {} over {}", days(3) + 1, days(3) + 2);
    assert_eq!(answer(&planned(days(3) + 1), Nmr38b, days(9)), late);
    assert_eq!(answer(&lifted(apart("separation"), days(3)), Nmr38b, days(9)), "", "over before a plan was due");
    assert!(answer(&lifted(apart("separation"), days(4)), Nmr38b, days(9)).starts_with("breach"));
    // A new measure an hour later goes on with the clock; the plan of either counts.
    let again =
        lifted(apart("solitary"), days(2)).then(at(days(2) + hours(1)), "measure.found_in_force", &found("separation"));
    assert_eq!(answer(&again, Nmr38b, days(3) + 1), format!("breach after {}", days(3) + 1));
    let body = json!({ "measure": act(4), "ways": ["books"] });
    assert_eq!(answer(&again.then(at(days(3)), "measure.relief_planned", &body), Nmr38b, days(9)), "met");
}

#[test]
fn solitary_confinement_is_the_last_resort() {
    let says = |field: &str, value: Value| {
        let mut body = found("solitary");
        body.as_object_mut().unwrap().insert(field.to_owned(), value);
        answer(&man().then(at(0), "measure.found_in_force", &body), Nmr45a, hours(1))
    };
    assert_eq!(answer(&apart("solitary"), Nmr45a, hours(1)), "met");
    assert_eq!(answer(&apart("separation"), Nmr45a, hours(1)), "");
    assert_eq!(says("grounds", json!(["listed"])), "breach after 0 no_individual_fact");
    assert_eq!(says("alternatives", json!("no")), "breach after 0 no_alternative");
    let mut silent = found("solitary");
    silent.as_object_mut().unwrap().remove("alternatives");
    assert_eq!(answer(&man().then(at(0), "measure.found_in_force", &silent), Nmr45a, hours(1)), "undetermined after 0");
    silent = found("solitary");
    silent.as_object_mut().unwrap().remove("planned_end");
    silent.as_object_mut().unwrap().insert("end_said".to_owned(), json!("further_notice"));
    assert_eq!(
        answer(&man().then(at(0), "measure.found_in_force", &silent), Nmr45a, hours(1)),
        "breach after 0 without_end"
    );
}

/// From the instant at which it is attested until it is attested otherwise, or until solitary confinement ends.
#[test]
fn solitary_confinement_does_not_make_a_disability_worse() {
    let attested = |told: Told, millis: i64, worsens: &str| {
        told.then(at(millis), "measure.harm_attested", &json!({ "worsens": worsens }))
    };
    assert_eq!(answer(&apart("solitary"), Nmr45e, hours(1)), "undetermined after 0");
    assert_eq!(
        answer(&attested(apart("separation"), hours(1), "yes"), Nmr45e, hours(2)),
        "",
        "of solitary confinement alone"
    );
    let yes = attested(apart("solitary"), hours(1), "yes");
    assert_eq!(answer(&yes, Nmr45e, hours(1) - 1), "undetermined after 0");
    assert_eq!(answer(&yes, Nmr45e, hours(1)), format!("breach after {} harm_attested", hours(1)));
    let over = format!("breach after {} over {} harm_attested", hours(1), hours(3));
    assert_eq!(answer(&lifted(yes.clone(), hours(3)), Nmr45e, hours(3)), over);
    assert_eq!(answer(&attested(yes, hours(3), "no"), Nmr45e, hours(3)), over);
    let before =
        |worsens: &str| attested(man(), -hours(5), worsens).then(at(0), "measure.found_in_force", &found("solitary"));
    assert_eq!(answer(&before("no"), Nmr45e, hours(1)), "met");
    assert_eq!(answer(&before("yes"), Nmr45e, 0), "breach after 0 harm_attested");
    // Attested after it was over, or before and taken back by the instant at which it began.
    assert_eq!(
        answer(&attested(lifted(apart("solitary"), hours(3)), hours(3), "yes"), Nmr45e, hours(4)),
        "undetermined after 0"
    );
    let taken_back =
        attested(attested(man(), -hours(5), "yes"), 0, "no").then(at(0), "measure.found_in_force", &found("solitary"));
    assert_eq!(answer(&taken_back, Nmr45e, hours(1)), "met");
}

/// A report within a day of what was seen, an answer within a day of the report; exactly a day is met.
#[test]
fn what_the_health_service_says_is_heard() {
    let seen = hours(10);
    let reported = |millis: i64| {
        apart("solitary").then(
            at(millis),
            "measure.effect_reported",
            &json!({ "measure": act(2), "observed": at(seen) }),
        )
    };
    let answered = |told: Told, millis: i64, answer: &str| {
        told.then(
            at(millis),
            "measure.advice_answered",
            &json!({ "advice": act(3), "answer": answer, "reasons": "Specimen of reasons." }),
        )
    };
    let in_time = || reported(seen + days(1));
    assert_eq!(answer(&in_time(), Nmr46c, seen + days(2)), "waits");
    let late = seen + days(2) + 1;
    assert_eq!(answer(&in_time(), Nmr46c, late), format!("breach after {late} not_answered"));
    for fine in ["ended", "altered", "referred_upward"] {
        assert_eq!(answer(&answered(in_time(), seen + days(2), fine), Nmr46c, days(9)), "met", "{fine}");
    }
    assert!(
        answer(&answered(in_time(), late, "altered"), Nmr46c, days(9))
            .starts_with(&format!("breach after {late} over"))
    );
    let goes_on = answered(in_time(), seen + days(2), "goes_on");
    assert_eq!(answer(&goes_on, Nmr46c, days(9)), format!("breach after {} not_referred", seen + days(2)));
    let referred = answered(goes_on, days(4), "referred_upward");
    assert_eq!(
        answer(&referred, Nmr46c, days(9)),
        format!("breach after {} over {} not_referred", seen + days(2), days(4))
    );
    let too_late = answered(reported(seen + days(1) + 1), seen + days(1) + 2, "ended");
    assert!(answer(&too_late, Nmr46c, days(9)).contains("told_late"), "{}", answer(&too_late, Nmr46c, days(9)));
    // What is lifted needs no answer any more; advice and visits are heard too.
    let ended = lifted(in_time(), seen + days(1) + hours(1));
    assert_eq!(answer(&ended, Nmr46c, days(9)), "met");
    let advised =
        apart("solitary").then(at(0), "measure.change_advised", &json!({ "measure": act(2), "advice": "end" }));
    assert_eq!(answer(&advised, Nmr46c, days(1)), "waits");
    assert_eq!(answer(&advised, Nmr46c, days(1) + 1), format!("breach after {} not_answered", days(1) + 1));
    let visited =
        |advises: &str| apart("solitary").then(at(0), "measure.health_visited", &json!({ "advises_change": advises }));
    assert_eq!(answer(&visited("yes"), Nmr46c, hours(1)), "waits");
    assert_eq!(answer(&visited("no"), Nmr46c, hours(1)), "");
    assert_eq!(answer(&lifted(visited("yes"), hours(2)), Nmr46c, days(9)), "met");
    // What was told after it was over is judged by when it was told.
    let after = lifted(apart("solitary"), hours(2)).then(
        at(hours(20)),
        "measure.effect_reported",
        &json!({ "measure": act(2), "observed": at(hours(1)) }),
    );
    assert_eq!(answer(&after, Nmr46c, days(9)), "met");
}
