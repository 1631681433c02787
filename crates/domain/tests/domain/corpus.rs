//! Every body ever shipped can still be read, and is read as strictly as on its first day.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::Kind;
use domain::kind::NotAnAct;
use serde_json::Value;

use crate::case::{body, compare, tests_dir};

/// Every kind in every version that was ever shipped.
fn shipped() -> impl Iterator<Item = (Kind, u16)> {
    Kind::ALL.iter().flat_map(|kind| (1..=kind.row().version).map(|version| (*kind, version)))
}

fn decode(kind: Kind, version: u16, body: &Value) -> Result<domain::Act, NotAnAct> {
    kind.decode(version, body.to_string().as_bytes())
}

/// Where a body was refused.
fn refused_at(kind: Kind, version: u16, body: &str) -> Option<String> {
    match kind.decode(version, body.as_bytes()) {
        Err(NotAnAct::Body { at, .. }) => Some(at),
        _ => None,
    }
}

/// A place in a JSON value, as pointer (`/goals/0/goal`) and as path (`goals.0.goal`).
fn path(pointer: &str) -> String {
    pointer.trim_start_matches('/').replace('/', ".")
}

/// Every value inside a body, by pointer; the body itself is the empty pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, inner)| places(inner, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

fn places_in(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    places(value, "", &mut found);
    found
}

fn objects_in(value: &Value) -> Vec<String> {
    places_in(value).into_iter().filter(|at| value.pointer(at).is_some_and(Value::is_object)).collect()
}

/// The body without the field at this pointer.
fn without(value: &Value, pointer: &str) -> Value {
    let mut less = value.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    less.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
    less
}

#[test]
fn every_kind_has_a_sample_of_every_version_and_no_sample_is_left_over() {
    let wanted: BTreeSet<_> = shipped().map(|(kind, version)| format!("{kind}.{version}.json")).collect();
    let kept = std::fs::read_dir(tests_dir().join("corpus")).unwrap();
    let kept: BTreeSet<_> = kept.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(kept, wanted);
}

#[test]
fn every_sample_is_read_and_written_back_the_same() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        let act = decode(kind, version, &sample).unwrap_or_else(|why| panic!("{kind}: {why}"));
        assert_eq!(act.kind(), kind);
        if version == kind.row().version {
            assert_eq!(act.to_value().unwrap(), sample, "{kind}");
            assert_eq!(kind.decode(version, &act.to_bytes().unwrap()).unwrap(), act, "{kind}");
        }
    }
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        for object in objects_in(&sample) {
            let mut more = sample.clone();
            more.pointer_mut(&object).unwrap()["unheard_of"] = Value::Bool(true);
            let at = refused_at(kind, version, &more.to_string());
            assert_eq!(at, Some(path(&format!("{object}/unheard_of"))), "{kind}");
        }
    }
}

#[test]
fn a_field_that_is_given_twice_is_refused_with_its_path() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        for pointer in places_in(&sample) {
            let Some((parent, name)) = pointer.rsplit_once('/') else { continue };
            if !sample.pointer(parent).unwrap().is_object() {
                continue;
            }
            // Rename a copy of the field to itself in the written text: JSON values cannot hold it twice.
            let mut marked = sample.clone();
            marked.pointer_mut(parent).unwrap()["twice-marker"] = sample.pointer(&pointer).unwrap().clone();
            let twice = marked.to_string().replace("twice-marker", name);
            assert_eq!(refused_at(kind, version, &twice), Some(path(&pointer)), "{kind}");
        }
    }
}

#[test]
fn a_missing_field_is_refused_with_its_path_unless_it_is_optional() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        for pointer in places_in(&sample) {
            let in_object = pointer.rsplit_once('/').is_some_and(|(up, _)| sample.pointer(up).unwrap().is_object());
            if in_object && let Some(at) = refused_at(kind, version, &without(&sample, &pointer).to_string()) {
                assert_eq!(at, path(&pointer), "{kind}");
            }
        }
    }
}

#[test]
fn nothing_may_stand_in_for_a_value_that_is_wanted() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        for pointer in places_in(&sample).into_iter().filter(|pointer| !pointer.is_empty()) {
            let mut other = sample.clone();
            *other.pointer_mut(&pointer).unwrap() = serde_json::json!([[0.5]]);
            let at = refused_at(kind, version, &other.to_string());
            assert!(at.is_some_and(|at| at.starts_with(&path(&pointer))), "{kind} {pointer}");
        }
        assert!(refused_at(kind, version, &format!("{sample} {{}}")).is_some(), "{kind}: something after the body");
    }
}

#[test]
fn values_without_their_names_are_refused_wherever_they_stand() {
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        for object in objects_in(&sample) {
            // In the order in which the fields are declared, which is the order in which they are written.
            let act = decode(kind, version, &sample).unwrap();
            let written = String::from_utf8(act.to_bytes().unwrap()).unwrap();
            let place = sample.pointer(&object).unwrap().as_object().unwrap();
            let mut names: Vec<_> = place.keys().collect();
            names.sort_by_key(|name| written.find(&format!("\"{name}\":")));
            let mut listed = sample.clone();
            *listed.pointer_mut(&object).unwrap() = names.iter().map(|name| place[*name].clone()).collect();
            assert!(refused_at(kind, version, &listed.to_string()).is_some(), "{kind} {object}");
        }
    }
    let braces = r#"{"reason": "Left \"{the\\\" {example} organisation."}"#;
    assert!(Kind::AccountDisabled.decode(1, braces.as_bytes()).is_ok());
}

#[test]
fn a_version_that_was_never_shipped_is_not_read() {
    for kind in Kind::ALL.iter().copied() {
        let next = kind.row().version + 1;
        assert_eq!(decode(kind, 0, &body(kind, 1)), Err(NotAnAct::Version(0)));
        assert_eq!(decode(kind, next, &body(kind, 1)), Err(NotAnAct::Version(next)));
    }
}

/// What a string may be, as the decoder says when it is given something else.
fn string_type(kind: Kind, version: u16, sample: &Value, pointer: &str) -> String {
    let why = |text: &str| {
        let mut other = sample.clone();
        *other.pointer_mut(pointer).unwrap() = Value::from(text);
        match decode(kind, version, &other) {
            Err(NotAnAct::Body { why, .. }) => why,
            _ => String::new(),
        }
    };
    let strange = why("\u{b6}");
    if let Some((_, codes)) = strange.split_once("unknown variant").and_then(|(_, rest)| rest.split_once("expected ")) {
        codes.trim_start_matches("one of ").replace('`', "").replace(", ", " | ").replace(" or ", " | ")
    } else if strange.contains("is not a moment") {
        "moment".to_owned()
    } else if strange.contains("UUID") || strange.contains("uuid") {
        "id".to_owned()
    } else if !strange.is_empty() {
        "date".to_owned()
    } else if why(&"x".repeat(201)).contains("longer than 200") {
        "line".to_owned()
    } else if why(&"x".repeat(4001)).contains("longer than 4000") {
        "text".to_owned()
    } else {
        "string".to_owned()
    }
}

/// The shapes of all bodies, one line for each field: `?` marks what may be absent, `[]` what may come several times.
fn schema() -> String {
    let mut text = String::from("# The shape of every shipped body. A shipped version never changes: add a version.\n");
    for (kind, version) in shipped() {
        let sample = body(kind, version);
        writeln!(text, "\n{kind}/{version}").unwrap();
        let mut lines = BTreeSet::new();
        for pointer in places_in(&sample) {
            let value = sample.pointer(&pointer).unwrap();
            let Some((parent, _)) = pointer.rsplit_once('/') else { continue };
            let in_object = sample.pointer(parent).unwrap().is_object();
            let optional = in_object && decode(kind, version, &without(&sample, &pointer)).is_ok();
            let shape = match value {
                Value::Object(_) => "object".to_owned(),
                Value::Array(_) => "array".to_owned(),
                Value::Number(_) => "number".to_owned(),
                Value::Bool(_) => "boolean".to_owned(),
                Value::Null => "null".to_owned(),
                Value::String(_) => string_type(kind, version, &sample, &pointer),
            };
            let name: Vec<_> = pointer
                .split('/')
                .skip(1)
                .map(|step| if step.parse::<usize>().is_ok() { "[]" } else { step })
                .collect();
            let name = name.join(".").replace(".[]", "[]");
            lines.insert(format!("  {name}{}: {shape}", if optional { "?" } else { "" }));
        }
        for line in lines {
            writeln!(text, "{line}").unwrap();
        }
    }
    text
}

#[test]
fn the_shape_of_a_shipped_body_does_not_change() {
    compare(&tests_dir().join("schema.txt"), &schema());
}
