//! Searches: who searched, how, why, and what is on record of it.

use serde_json::{Value, json};

use super::fixture::*;
use super::told::*;

const ACCOUNT: &str = "00000000-0000-4000-8000-000000000301";

fn search(kind: &str, sex: &str) -> Value {
    json!({
        "search": kind, "reason": "own_fact", "legal_basis": "Rule 12",
        "searchers": [{ "office": "custody", "sex": sex, "trained": "yes", "account": ACCOUNT }],
        "private": "yes", "no_scan": "no_scanner", "papers": "untouched", "result": "nothing",
    })
}

/// What the rule says of this search, an hour later.
fn says(person: Told, rule: &str, body: &Value) -> String {
    person.then(at(0), "search.recorded", body).says(rule, at(hours(1))).join("\n")
}

fn changed(mut body: Value, pointer: &str, value: impl Into<Option<Value>>) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let object = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value.into() {
        Some(value) => object.insert(name.to_owned(), value),
        None => object.remove(name),
    };
    body
}

/// Said of something that was wrong at that moment and lasted no time.
fn broken(rule: &str, cite: &str, flag: &str) -> String {
    format!("{rule} breach — {cite}, since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, {flag}")
}

fn undetermined(rule: &str, cite: &str) -> String {
    format!("{rule} undetermined — {cite}, since 2026-05-01T00:00:00.000Z")
}

#[test]
fn a_search_has_a_legal_basis_and_a_reason() {
    let (rule, cite) = ("NMR-50", "Mandela Rules 50");
    let body = || search("cell", "male");
    assert_eq!(says(man(), rule, &body()), "NMR-50 met — Mandela Rules 50");
    for field in ["/reason", "/legal_basis"] {
        assert_eq!(says(man(), rule, &changed(body(), field, None)), broken(rule, cite, "no_basis"));
    }
    let neither = changed(changed(body(), "/reason", None), "/legal_basis", None);
    assert_eq!(says(man(), rule, &neither), undetermined(rule, cite));
}

#[test]
fn a_record_says_why_who_and_what_came_of_it_be_it_nothing() {
    let (rule, cite) = ("NMR-51b", "Mandela Rules 51");
    let body = || search("cell", "male");
    assert_eq!(says(man(), rule, &body()), "NMR-51b met — Mandela Rules 51");
    for field in ["/reason", "/searchers", "/searchers/0/account", "/result"] {
        assert_eq!(
            says(man(), rule, &changed(body(), field, None)),
            broken(rule, cite, "record_incomplete"),
            "{field}"
        );
    }
    assert_eq!(says(man(), rule, &changed(body(), "/result", json!("not_yet_known"))), undetermined(rule, cite));
}

#[test]
fn an_intrusive_search_is_in_private_by_trained_people_of_the_same_sex() {
    let (rule, cite) = ("NMR-52a", "Mandela Rules 52(1)");
    for kind in ["strip", "cavity"] {
        let body = || search(kind, "male");
        assert_eq!(says(man(), rule, &body()), "NMR-52a met — Mandela Rules 52(1)");
        assert_eq!(says(man(), rule, &search(kind, "female")), broken(rule, cite, "other_sex"));
        assert_eq!(says(man(), rule, &changed(body(), "/private", json!("no"))), broken(rule, cite, "not_private"));
        let untrained = changed(body(), "/searchers/0/trained", json!("no"));
        assert_eq!(says(man(), rule, &untrained), broken(rule, cite, "not_trained"));
        for field in ["/private", "/searchers", "/searchers/0/trained"] {
            assert_eq!(says(man(), rule, &changed(body(), field, None)), undetermined(rule, cite), "{field}");
        }
        assert_eq!(says(man(), rule, &search(kind, "not_stated")), undetermined(rule, cite));
    }
    // One of two is enough.
    let mut two = search("strip", "male");
    let other = changed(search("strip", "female"), "/searchers/0/account", None)["searchers"][0].clone();
    two["searchers"].as_array_mut().unwrap().push(other);
    assert_eq!(says(man(), rule, &two), broken(rule, cite, "other_sex"));
    assert!(says(man(), rule, &search("pat_down", "female")).is_empty());
}

#[test]
fn whoever_treats_the_person_never_searches_a_cavity() {
    let (rule, cite) = ("NMR-52b", "Mandela Rules 52(2)");
    let by = |office: &str| changed(search("cavity", "male"), "/searchers/0/office", json!(office));
    for office in ["other_health", "medically_trained"] {
        assert_eq!(says(man(), rule, &by(office)), "NMR-52b met — Mandela Rules 52(2)");
    }
    assert_eq!(says(man(), rule, &by("treating_health")), broken(rule, cite, "treating_health"));
    assert_eq!(says(man(), rule, &by("custody")), broken(rule, cite, "not_medically_trained"));
    let nobody = changed(search("cavity", "male"), "/searchers", None);
    assert_eq!(says(man(), rule, &nobody), undetermined(rule, cite));
    assert!(says(man(), rule, &search("strip", "male")).is_empty());
}

#[test]
fn papers_of_the_own_case_are_neither_read_nor_withheld() {
    let (rule, cite) = ("NMR-53", "Mandela Rules 53");
    let papers = |what: &str| changed(search("cell", "male"), "/papers", json!(what));
    for fine in ["none_there", "untouched", "stored_with_access"] {
        assert_eq!(says(man(), rule, &papers(fine)), "NMR-53 met — Mandela Rules 53");
    }
    assert_eq!(says(man(), rule, &papers("read")), broken(rule, cite, "papers_read"));
    assert_eq!(says(man(), rule, &papers("withheld")), broken(rule, cite, "papers_withheld"));
    assert_eq!(says(man(), rule, &changed(search("cell", "male"), "/papers", None)), undetermined(rule, cite));
    assert!(says(man(), rule, &changed(search("strip", "male"), "/papers", None)).is_empty());
}

#[test]
fn women_are_searched_by_trained_women_also_over_their_clothes() {
    let (rule, cite) = ("BKK-19", "Bangkok Rules 19");
    assert_eq!(says(woman(), rule, &search("pat_down", "female")), "BKK-19 met — Bangkok Rules 19");
    assert_eq!(says(woman(), rule, &search("pat_down", "male")), broken(rule, cite, "other_sex"));
    let unknown = changed(search("pat_down", "female"), "/searchers/0/trained", None);
    assert_eq!(says(woman(), rule, &unknown), undetermined(rule, cite));
    for (person, kind) in [(woman(), "cell"), (woman(), "scan"), (man(), "pat_down")] {
        assert!(says(person, rule, &search(kind, "male")).is_empty(), "{kind}");
    }
}

#[test]
fn a_scan_takes_the_place_of_an_intrusive_search_or_the_record_says_why_not() {
    let (rule, cite) = ("BKK-20", "Bangkok Rules 20");
    let why = |why: &str| changed(search("strip", "female"), "/no_scan", json!(why));
    for why_not in ["no_scanner", "scanned_first", "asked_not"] {
        assert_eq!(says(woman(), rule, &why(why_not)), "BKK-20 met — Bangkok Rules 20");
    }
    assert_eq!(says(woman(), rule, &why("not_considered")), broken(rule, cite, "no_scan"));
    assert_eq!(says(woman(), rule, &changed(search("strip", "female"), "/no_scan", None)), undetermined(rule, cite));
    assert!(says(woman(), rule, &search("pat_down", "female")).is_empty());
}
