//! A policy with one clause changed.

use cedar_policy::{Policy, PolicyId};
use serde_json::{Value, json};

/// Every policy that differs from this one in a single clause, with what was done.
pub fn turned(policy: &Policy) -> Vec<(String, Policy)> {
    let whole = policy.to_json().unwrap();
    let mut changed = Vec::new();
    for scope in ["principal", "action", "resource"] {
        if whole[scope]["op"] != json!("All") {
            let mut wider = whole.clone();
            wider[scope] = json!({ "op": "All" });
            changed.push((format!("any {scope}"), wider));
        }
    }
    at_each_place(&whole, &mut Vec::new(), &mut |path, value| {
        let at = path.join("/");
        let mut put = |what: &str, new: Value| {
            let mut copy = whole.clone();
            *copy.pointer_mut(&format!("/{at}")).unwrap() = new;
            changed.push((format!("{what} at {at}"), copy));
        };
        match value {
            // A word less in a list, of actions in the scope or of anything in a condition.
            Value::Array(items) if matches!(path.last().map(String::as_str), Some("Set" | "entities")) => {
                for left_out in 0..items.len() {
                    let mut fewer = items.clone();
                    let word = fewer.remove(left_out);
                    put(&format!("without {word}"), Value::Array(fewer));
                }
            }
            // A condition less.
            Value::Array(items) if path.last().is_some_and(|last| last == "conditions") => {
                for left_out in 0..items.len() {
                    let mut fewer = items.clone();
                    fewer.remove(left_out);
                    put("without a condition", Value::Array(fewer));
                }
            }
            Value::Object(fields) => {
                for (one, other) in [("==", "!="), ("!=", "=="), ("&&", "||"), ("||", "&&")] {
                    if let Some(sides) = fields.get(one) {
                        put(&format!("{other} for {one}"), json!({ other: sides }));
                        // Only one side of the two.
                        if matches!(one, "&&" | "||") {
                            put("the left alone", sides["left"].clone());
                            put("the right alone", sides["right"].clone());
                        }
                    }
                }
                if let Some(negated) = fields.get("!") {
                    put("not negated", negated["arg"].clone());
                }
                if fields.contains_key("contains") {
                    put("negated", json!({ "!": { "arg": value } }));
                }
                if let Some(kind) = fields.get("kind").and_then(Value::as_str) {
                    let other = if kind == "when" { "unless" } else { "when" };
                    put(&format!("{other} for {kind}"), json!({ "kind": other, "body": fields["body"] }));
                }
            }
            _ => {}
        }
    });
    // What is no policy any more is no change of one.
    let read = |json| Policy::from_json(Some(PolicyId::new(policy.id())), json).ok();
    changed.into_iter().filter_map(|(what, json)| read(json).map(|mutant| (what, mutant))).collect()
}

fn at_each_place(value: &Value, path: &mut Vec<String>, visit: &mut impl FnMut(&[String], &Value)) {
    visit(path, value);
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, field)| (key.clone(), field)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (step, field) in inner {
        path.push(step);
        at_each_place(field, path, visit);
        path.pop();
    }
}
