//! Policies read once, questions numbered, and questions put to Cedar.

pub mod clause;
pub mod extension;

use std::fs;
use std::path::Path;
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet, Request,
    RestrictedExpression,
};
use domain::{Action, Capacity, Ground, Part, Strength};

use crate::reference::Question;

/// How many questions there are, bars aside.
pub const QUESTIONS: usize =
    Capacity::ALL.len() * Ground::ALL.len() * Part::ALL.len() * Action::ALL.len() * Strength::ALL.len();

/// The question with this number.
pub fn question(place: usize) -> Question {
    let mut rest = place;
    let mut next = |all: usize| {
        let at = rest % all;
        rest /= all;
        at
    };
    let strength = Strength::ALL[next(Strength::ALL.len())];
    let action = Action::ALL[next(Action::ALL.len())];
    let part = Part::ALL[next(Part::ALL.len())];
    let ground = Ground::ALL[next(Ground::ALL.len())];
    let capacity = Capacity::ALL[next(Capacity::ALL.len())];
    Question { capacity, ground, part, action, strength, bar: None }
}

/// The number of a question.
pub fn place(asked: Question) -> usize {
    let Question { capacity, ground, part, action, strength, .. } = asked;
    (((capacity as usize * Ground::ALL.len() + ground as usize) * Part::ALL.len() + part as usize) * Action::ALL.len()
        + action as usize)
        * Strength::ALL.len()
        + strength as usize
}

/// A question in words.
pub fn said(place: usize) -> String {
    let Question { capacity, ground, part, action, strength, .. } = question(place);
    format!("{capacity} {action} {part} on {ground} ({strength})")
}

/// Every policy, under the name it gives itself.
pub fn policies() -> Vec<Policy> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let cedar = files.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "cedar"));
    let sets: Vec<PolicySet> =
        cedar.map(|file| PolicySet::from_str(&fs::read_to_string(file).unwrap()).unwrap()).collect();
    let all = sets.iter().flat_map(PolicySet::policies);
    all.map(|policy| policy.new_id(PolicyId::new(policy.annotation("id").unwrap()))).collect()
}

/// Some of the policies, as Cedar takes them.
#[derive(Clone)]
pub struct Set(PolicySet);

impl Set {
    /// All but one.
    pub fn of(policies: &[Policy], without: &str) -> Self {
        let kept = policies.iter().filter(|policy| policy.id().to_string() != without).cloned();
        Self(PolicySet::from_policies(kept).unwrap())
    }

    /// These and a policy that permits one question.
    pub fn with_permit_for(&self, adversary: usize) -> Self {
        let Question { capacity, ground, part, action, strength, .. } = question(adversary);
        let text = format!(
            "permit (principal == Capacity::\"{capacity}\", action == Action::\"{action}\", resource == Part::\"{part}\")
             when {{ context.ground == Ground::\"{ground}\" && context.strength == Strength::\"{strength}\" }};"
        );
        let mut set = self.0.clone();
        set.add(Policy::parse(Some(PolicyId::new("adversary")), text).unwrap()).unwrap();
        Self(set)
    }
}

/// Does Cedar allow it?
pub fn answers(set: &Set, place: usize) -> bool {
    put(&set.0, question(place))
}

fn put(set: &PolicySet, asked: Question) -> bool {
    let Question { capacity, ground, part, action, strength, .. } = asked;
    let word = |list, code| RestrictedExpression::new_entity_uid(uid(list, code));
    let situation = [
        ("ground".to_owned(), word("Ground", ground.code())),
        ("strength".to_owned(), word("Strength", strength.code())),
    ];
    let request = Request::new(
        uid("Capacity", capacity.code()),
        uid("Action", action.code()),
        uid("Part", part.code()),
        Context::from_pairs(situation).unwrap(),
        None,
    );
    let answer = Authorizer::new().is_authorized(&request.unwrap(), set, &Entities::empty());
    assert_eq!(answer.diagnostics().errors().count(), 0);
    answer.decision() == Decision::Allow
}

fn uid(list: &str, code: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::from_str(list).unwrap(), EntityId::new(code))
}
