//! The policies, changed on purpose: without any one of them, or with any clause turned, the reference decider or the
//! wall of refusals notices.
//!
//! A policy is a set of questions to which it speaks. Each is put to Cedar alone; together they decide as Cedar does:
//! what a permit covers, less what a `forbid` covers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod mutation;
mod reference;

use std::collections::BTreeMap;

use cedar_policy::{Effect, Policy};
use domain::{Action, Ground};

use mutation::clause::turned;
use mutation::extension::{Extension, extension};
use mutation::{Set, answers, policies, question, said};

/// What each policy covers, and what the documents allow. A refusal may be missing from the table unnoticed: nothing permits
/// what it refuses, until somebody writes such a policy. So each is shown to stand against one that permits too much.
struct Wall {
    permits: BTreeMap<String, Extension>,
    forbids: BTreeMap<String, Extension>,
    documents: Extension,
}

impl Wall {
    fn of(set: &[Policy]) -> Self {
        let of = |effect| {
            let those = set.iter().filter(move |policy| policy.effect() == effect);
            those.map(|policy| (policy.id().to_string(), extension(policy))).collect()
        };
        Self { permits: of(Effect::Permit), forbids: of(Effect::Forbid), documents: Extension::of_the_documents() }
    }

    /// What the others permit and refuse, without one policy.
    fn others(&self, without: &str) -> Others {
        let all = |of: &BTreeMap<String, Extension>| {
            let others = of.iter().filter(|(id, _)| *id != without).map(|(_, extension)| extension);
            others.fold(Extension::none(), |all, one| all.union(one))
        };
        Others { permitted: all(&self.permits), refused: all(&self.forbids) }
    }

    /// What one policy covers.
    fn own(&self, id: &str) -> &Extension {
        self.permits.get(id).or_else(|| self.forbids.get(id)).unwrap()
    }
}

/// All policies but one.
struct Others {
    permitted: Extension,
    refused: Extension,
}

impl Others {
    /// What is allowed, with another policy in the place of the one that is missing.
    fn table(&self, instead: Option<(Effect, &Extension)>) -> Extension {
        match instead {
            None => self.permitted.without(&self.refused),
            Some((Effect::Permit, more)) => self.permitted.union(more).without(&self.refused),
            Some((Effect::Forbid, less)) => self.permitted.without(&self.refused.union(less)),
        }
    }
}

#[test]
fn the_policies_one_by_one_allow_what_the_documents_allow_and_what_they_allow_together() {
    let set = policies();
    let wall = Wall::of(&set);
    assert_eq!(wall.others("").table(None).first_difference(&wall.documents).map(said), None);
    // Together: everything that is allowed, and of the rest every so-many-th question.
    let together = Set::of(&set, "");
    for place in (0..mutation::QUESTIONS).filter(|place| place % 101 == 0 || wall.documents.has(*place)) {
        assert_eq!(answers(&together, place), wall.documents.has(place), "{}", said(place));
    }
}

#[test]
fn removing_any_policy_is_noticed() {
    let set = policies();
    let wall = Wall::of(&set);
    let mut killed = 0;
    for id in wall.permits.keys() {
        let noticed = wall.others(id).table(None).first_difference(&wall.documents);
        assert!(noticed.is_some(), "without {id} the table would be the same: {id} is idle");
        killed += 1;
    }
    for id in wall.forbids.keys() {
        // The adversary: a policy that permits exactly one question, which the documents refuse and which, without this
        // refusal, would be allowed.
        let alone = wall.own(id).without(&wall.others(id).refused);
        let adversary = alone.without(&wall.documents).first();
        let adversary = adversary.unwrap_or_else(|| panic!("{id} refuses nothing that is not refused elsewhere"));
        println!("{id}: stands against a policy that permits {}", said(adversary));
        let (whole, open) = (Set::of(&set, ""), Set::of(&set, id));
        assert!(!answers(&whole.with_permit_for(adversary), adversary), "{id}");
        assert!(answers(&open.with_permit_for(adversary), adversary), "{id}");
        killed += 1;
    }
    println!("{killed} of {} policies removed, each noticed", set.len());
    assert_eq!(killed, set.len());
}

#[test]
fn turning_a_permit_into_a_refusal_or_a_refusal_into_a_permit_is_noticed() {
    let set = policies();
    let wall = Wall::of(&set);
    for policy in &set {
        let id = policy.id().to_string();
        let (effect, own) = match policy.effect() {
            Effect::Permit => (Effect::Forbid, &wall.permits[&id]),
            Effect::Forbid => (Effect::Permit, &wall.forbids[&id]),
        };
        let table = wall.others(&id).table(Some((effect, own)));
        assert!(table.first_difference(&wall.documents).is_some(), "{id} turned");
    }
    println!("{} of {} policies turned, each noticed", set.len(), set.len());
}

/// Every clause of every policy: a word left out of a list, a condition negated or dropped, *and* for *or*, one capacity,
/// action or part widened to all. A permit so widened may be stopped by a refusal: that is what refusals are for. Of a
/// refusal what counts is what all of them refuse together.
#[test]
fn changing_any_clause_is_noticed() {
    let wall = Wall::of(&policies());
    let all = wall.others("");
    let (mut noticed, mut stopped, mut said_twice) = (0, 0, 0);
    for policy in &policies() {
        let id = policy.id().to_string();
        let (own, others) = (wall.own(&id), wall.others(&id));
        for (what, mutant) in turned(policy) {
            let changed = extension(&mutant);
            assert_ne!(changed, *own, "{id}: {what} is a clause that says nothing");
            let table = others.table(Some((policy.effect(), &changed)));
            if table.first_difference(&wall.documents).is_some() {
                noticed += 1;
            } else if policy.effect() == Effect::Permit {
                // It permits more than it did, and a refusal stops all of it.
                let more = changed.without(&all.permitted);
                assert!(more.first().is_some(), "{id}: {what} changes nothing");
                assert_eq!(more.without(&all.refused).first(), None);
                stopped += 1;
            } else if others.refused.union(&changed).first_difference(&all.refused).is_some() {
                noticed += 1;
            } else {
                // What this refusal no longer says another still does.
                println!("{id}: {what} is said by another refusal too");
                said_twice += 1;
            }
        }
    }
    println!(
        "{} changed clauses: {noticed} noticed, {stopped} that would permit more are stopped by refusals, {said_twice} of \
         refusals are said by another one too",
        noticed + stopped + said_twice
    );
    assert!(noticed > 900 && said_twice < noticed / 20);
}

/// The questions are laid out so that each has its own place.
#[test]
fn each_question_has_a_place_of_its_own() {
    let places = mutation::QUESTIONS;
    assert_eq!((0..places).filter(|place| mutation::place(question(*place)) == *place).count(), places);
    assert_eq!(question(0).ground, Ground::ALL[0]);
    assert_eq!(question(0).action, Action::ALL[0]);
}
