//! The questions to which one policy speaks, found by asking Cedar.
//!
//! A policy compares words and does nothing else with them, so all words of a list that it does not name are one to it: one
//! of them is asked for all.

use std::collections::BTreeSet;

use cedar_policy::{Effect, Policy, PolicyId, PolicySet};
use domain::{Action, Capacity, Ground, Part, Strength};
use serde_json::Value;

use super::{QUESTIONS, place, put, question};
use crate::reference::{Question, decide};

/// Some of all questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension(Vec<u64>);

impl Extension {
    /// No question.
    pub fn none() -> Self {
        Self(vec![0; QUESTIONS.div_ceil(64)])
    }

    /// What the documents allow.
    pub fn of_the_documents() -> Self {
        let mut all = Self::none();
        for place in 0..QUESTIONS {
            if decide(question(place)).is_some() {
                all.insert(place);
            }
        }
        all
    }

    fn insert(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Is this question among them?
    pub fn has(&self, place: usize) -> bool {
        self.0[place / 64] & (1 << (place % 64)) != 0
    }

    /// What is in either.
    pub fn union(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one | other).collect())
    }

    /// What is in this one alone.
    pub fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one & !other).collect())
    }

    /// The first question.
    pub fn first(&self) -> Option<usize> {
        let (at, word) = self.0.iter().enumerate().find(|(_, word)| **word != 0)?;
        Some(at * 64 + word.trailing_zeros() as usize)
    }

    /// The first question on which the two differ.
    pub fn first_difference(&self, other: &Self) -> Option<usize> {
        self.without(other).union(&other.without(self)).first()
    }
}

/// One list of words, seen by one policy: which word stands for each.
struct Kin {
    stands_for: Vec<usize>,
    asked: Vec<usize>,
}

impl Kin {
    fn of(list: &str, codes: &[&str], named: &BTreeSet<(String, String)>) -> Self {
        let is_named = |code: &str| named.contains(&(list.to_owned(), code.to_owned()));
        let stranger = codes.iter().position(|code| !is_named(code));
        let stands_for: Vec<usize> =
            (0..codes.len()).map(|at| if is_named(codes[at]) { at } else { stranger.unwrap() }).collect();
        let asked: BTreeSet<usize> = stands_for.iter().copied().collect();
        Self { stands_for, asked: asked.into_iter().collect() }
    }
}

/// The questions to which a policy speaks, whether it permits or forbids.
pub fn extension(policy: &Policy) -> Extension {
    let mut json = policy.to_json().unwrap();
    json["effect"] = Value::from("permit");
    let alone = Policy::from_json(Some(PolicyId::new("alone")), json.clone()).unwrap();
    assert_eq!(alone.effect(), Effect::Permit);
    let set = PolicySet::from_policies([alone]).unwrap();
    let mut named = BTreeSet::new();
    read_words(&json, &mut named);

    let capacities = Kin::of("Capacity", Capacity::CODES, &named);
    let grounds = Kin::of("Ground", Ground::CODES, &named);
    let parts = Kin::of("Part", Part::CODES, &named);
    let actions = Kin::of("Action", Action::CODES, &named);
    let strengths = Kin::of("Strength", Strength::CODES, &named);
    let mut spoken = Extension::none();
    for &capacity in &capacities.asked {
        for &ground in &grounds.asked {
            for &part in &parts.asked {
                for &action in &actions.asked {
                    for &strength in &strengths.asked {
                        let asked = Question {
                            capacity: Capacity::ALL[capacity],
                            ground: Ground::ALL[ground],
                            part: Part::ALL[part],
                            action: Action::ALL[action],
                            strength: Strength::ALL[strength],
                            bar: None,
                        };
                        if put(&set, asked) {
                            spoken.insert(place(asked));
                        }
                    }
                }
            }
        }
    }

    // The words that a policy does not name have the answer of the one that was asked for all.
    let mut all = Extension::none();
    let mut at = 0;
    for capacity in &capacities.stands_for {
        for ground in &grounds.stands_for {
            for part in &parts.stands_for {
                let file = ((capacity * Ground::ALL.len() + ground) * Part::ALL.len() + part) * Action::ALL.len();
                for action in &actions.stands_for {
                    for strength in &strengths.stands_for {
                        if spoken.has((file + action) * Strength::ALL.len() + strength) {
                            all.insert(at);
                        }
                        at += 1;
                    }
                }
            }
        }
    }
    all
}

/// Collects the words that a policy names, and makes sure that it does nothing with them but compare.
fn read_words(json: &Value, named: &mut BTreeSet<(String, String)>) {
    match json {
        Value::Object(fields) => {
            if let (Some(list), Some(code)) = (fields.get("type"), fields.get("id")) {
                named.insert((list.as_str().unwrap().to_owned(), code.as_str().unwrap().to_owned()));
                return;
            }
            for (key, field) in fields {
                let comparing = [
                    "effect",
                    "principal",
                    "action",
                    "resource",
                    "conditions",
                    "annotations",
                    "op",
                    "entity",
                    "entities",
                    "kind",
                    "body",
                    "left",
                    "right",
                    "arg",
                    "==",
                    "!=",
                    "&&",
                    "||",
                    "!",
                    "contains",
                    "Set",
                    "Var",
                    "Value",
                    "__entity",
                    ".",
                    "attr",
                    "id",
                    "if-then-else",
                ];
                assert!(comparing.contains(&key.as_str()), "a policy does more than compare: {key}");
                read_words(field, named);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| read_words(item, named)),
        _ => {}
    }
}
