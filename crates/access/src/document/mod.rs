//! `who-may-what.txt`: the table as a document that people can read, check, sign and object to.
//!
//! What is allowed it takes from the table alone, and the sentences of grants and refusals from the policies themselves. It
//! adds the meaning of the words, and nothing that would have to be believed.

mod layout;
mod words;

use domain::kind::Kind;
use domain::{Action, Capacity, Ground, Part, Strength};

use crate::{Bar, PartSet};
use layout::{article, capital, defined, heading, line, spelt, wrapped};

const TITLE: &str = "\
Who may do what
===============

This document says who may see and do what in this installation. It is made from the policies by which the program decides,
and from nothing else. Whatever it does not allow is refused.
";

const PROVISIONS: &[&str] = &[
    "You see the parts your capacity has on a ground you hold now.",
    "A session acts in one capacity. Whoever has two must choose, and cannot add them up.",
    "A ground is held on one file, by an account or by an organisation for its posts, from one instant until another: at \
     its beginning it is held, at its end it is not. It is looked up again for every page and every act, and a clock that \
     goes back gives nothing back.",
    "Several grounds on one file give what each of them gives, and nothing more.",
    "A bar takes away what every ground gives. One thing remains: that a file is restricted takes nothing from a mandate of \
     oversight, nor from the person, nor from whoever represents the person.",
    "To read is not to print, and to read is not to write. Whoever writes into a part may read it; only an admission begins a \
     file that nobody can read yet.",
    "Every look and every refusal leaves an entry, before anything is shown. Nobody writes such an entry by hand.",
    "Whoever may not see a file is told what they would be told if there were none.",
    "A safeguard may stop a decision that this document allows. It never stops a record.",
];

/// Answers like [`crate::allows`]; the generator asks the policies themselves before there is a table.
pub trait Decider: Fn(Capacity, Ground, Part, Action, Strength) -> bool {}
impl<F: Fn(Capacity, Ground, Part, Action, Strength) -> bool> Decider for F {}

/// What one policy says, in the sentence that stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Article<'a> {
    /// Its name among the policies.
    pub id: &'a str,
    /// Does it grant, or refuse?
    pub says: Says,
    /// The sentence.
    pub sentence: &'a str,
}

/// Whether a policy grants or refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// `permit`.
    Grants,
    /// `forbid`, which wins.
    Refuses,
}

/// The whole document: what `allows` answers, what each policy says, and the hash of the policies.
pub fn who_may_what(allows: &impl Decider, articles: &[Article<'_>], policies_sha256: &str) -> String {
    let mut text = String::from(TITLE);
    line(&mut text, format_args!("SHA-256 of the policies: {policies_sha256}"));
    contents(&mut text);
    definitions(&mut text);

    heading(&mut text, "2. Provisions");
    for (number, provision) in (1..).zip(PROVISIONS) {
        article(&mut text, &format!("2.{number}"), provision);
    }

    heading(&mut text, "3. Each capacity");
    by_capacity(&mut text, allows);
    heading(&mut text, "4. Each part");
    by_part(&mut text, allows);
    heading(&mut text, "5. What nobody may");
    nobody(&mut text, allows, articles);
    heading(&mut text, "6. What needs a fresh second factor");
    fresh(&mut text, allows);
    heading(&mut text, "7. What takes two persons");
    two_persons(&mut text, allows);
    heading(&mut text, "8. What is decided before there is a record of it");
    to_come(&mut text, allows);

    heading(&mut text, "9. Grants");
    line(&mut text, format_args!("Each grant, as it stands above the policy that makes it.\n"));
    for (number, grant) in (1..).zip(articles.iter().filter(|article| article.says == Says::Grants)) {
        article(&mut text, &format!("9.{number}"), &format!("{} [{}]", grant.sentence, grant.id));
    }
    text
}

fn contents(text: &mut String) {
    let sections = "1 Words · 2 Provisions · 3 Each capacity · 4 Each part · 5 What nobody may · 6 What needs a fresh second \
                    factor · 7 What takes two persons · 8 What is decided before there is a record of it · 9 Grants";
    line(text, format_args!(""));
    wrapped(text, sections);
}

fn definitions(text: &mut String) {
    heading(text, "1. Words");
    line(text, format_args!("\nA capacity is what somebody acts as:"));
    for &capacity in Capacity::ALL {
        defined(text, capacity.code(), words::capacity(capacity));
    }
    line(text, format_args!("\nA ground is why somebody may touch one file now:"));
    for &ground in Ground::ALL {
        defined(text, ground.code(), words::ground(ground));
    }
    line(text, format_args!("\nA part is a kind of content (P7, clinical content, does not exist here):"));
    for &part in Part::ALL {
        let (number, what) = words::part(part);
        defined(text, part.code(), &format!("{what} ({number})"));
    }
    line(text, format_args!("\nTo act is one of these:"));
    for &action in Action::ALL {
        defined(text, action.code(), words::action(action));
    }
    line(text, format_args!("\nA strength is what a session has proved:"));
    for &strength in Strength::ALL {
        defined(text, strength.code(), words::strength(strength));
    }
    line(text, format_args!("\nA bar keeps somebody from a file, whatever they hold:"));
    for bar in [Bar::Restricted, Bar::Conflict, Bar::OwnPerson] {
        let (name, what) = words::bar(bar);
        defined(text, name, what);
    }
}

fn by_capacity(text: &mut String, allows: &impl Decider) {
    for &capacity in Capacity::ALL {
        line(text, format_args!("\n{}", capital(capacity.code())));
        for &ground in Ground::ALL {
            let allowed = clauses(allows, capacity, ground);
            if !allowed.is_empty() {
                wrapped(text, &format!("On {}: {}.", spelt(ground.code()), allowed.join("; ")));
            }
        }
    }
}

/// What a capacity may do on a ground, one clause per action: `read identity, plan`.
fn clauses(allows: &impl Decider, capacity: Capacity, ground: Ground) -> Vec<String> {
    let mut clauses = Vec::new();
    for &action in Action::ALL {
        let at = |strength| -> PartSet {
            Part::ALL.iter().copied().filter(|&part| allows(capacity, ground, part, action, strength)).collect()
        };
        let ordinary = at(Strength::Ordinary);
        let fresh = at(Strength::Fresh).without(ordinary);
        for (set, proof) in [(ordinary, ""), (fresh, " (fresh)")] {
            let named: Vec<String> = set.iter().map(|part| spelt(part.code())).collect();
            if !named.is_empty() {
                clauses.push(format!("{} {}{proof}", spelt(action.code()), named.join(", ")));
            }
        }
    }
    clauses
}

fn by_part(text: &mut String, allows: &impl Decider) {
    for &part in Part::ALL {
        let (number, _) = words::part(part);
        line(text, format_args!("\n{} ({number})", capital(part.code())));
        let mut seen = false;
        for &action in Action::ALL {
            let held: Vec<String> = Ground::ALL.iter().filter_map(|&on| holders(allows, part, action, on)).collect();
            if !held.is_empty() {
                seen = true;
                wrapped(text, &format!("{}: {}.", capital(action.code()), held.join("; ")));
            }
        }
        if !seen {
            wrapped(text, "Nobody, on any ground, for any act.");
        }
    }
}

/// Who may do this on a ground: `on custody governor, supervisor`.
fn holders(allows: &impl Decider, part: Part, action: Action, ground: Ground) -> Option<String> {
    let at = |strength| -> Vec<Capacity> {
        let all = Capacity::ALL.iter().copied();
        all.filter(|&capacity| allows(capacity, ground, part, action, strength)).collect()
    };
    let ordinary = at(Strength::Ordinary);
    let mut fresh = at(Strength::Fresh);
    fresh.retain(|capacity| !ordinary.contains(capacity));
    let named = |those: &[Capacity], proof: &str| {
        if those.is_empty() {
            return None;
        }
        let names: Vec<String> = those.iter().map(|capacity| spelt(capacity.code())).collect();
        let names = if those.len() == Capacity::ALL.len() { "everybody".to_owned() } else { names.join(", ") };
        Some(format!("{names}{proof}"))
    };
    let all: Vec<String> = [named(&ordinary, ""), named(&fresh, " (fresh)")].into_iter().flatten().collect();
    (!all.is_empty()).then(|| format!("on {}, {}", spelt(ground.code()), all.join(", and ")))
}

fn nobody(text: &mut String, allows: &impl Decider, articles: &[Article<'_>]) {
    let may = |capacity, part, action| {
        Ground::ALL.iter().any(|&ground| allows(capacity, ground, part, action, Strength::Fresh))
    };
    let closed: Vec<String> = Part::ALL
        .iter()
        .filter(|&&part| !Capacity::ALL.iter().any(|&who| Action::ALL.iter().any(|&action| may(who, part, action))))
        .map(|part| spelt(part.code()))
        .collect();
    article(text, "5.1", &format!("Nobody reads or writes: {}.", closed.join(", ")));
    let of_no_person = [Part::Directory, Part::Statistics, Part::Accounts, Part::Record, Part::Keys];
    let without: Vec<String> = Capacity::ALL
        .iter()
        .filter(|&&who| {
            let case_parts = Part::ALL.iter().filter(|part| !of_no_person.contains(part));
            !case_parts.into_iter().any(|&part| Action::ALL.iter().any(|&action| may(who, part, action)))
        })
        .map(|who| spelt(who.code()))
        .collect();
    article(text, "5.2", &format!("No part of anybody's case is open, on any ground, to: {}.", without.join(", ")));
    line(
        text,
        format_args!(
            "\nThese hold even where a grant would allow more. A refusal wins over every grant, present or to come.\n"
        ),
    );
    for (number, refusal) in (3..).zip(articles.iter().filter(|article| article.says == Says::Refuses)) {
        article(text, &format!("5.{number}"), &format!("{} [{}]", refusal.sentence, refusal.id));
    }
}

fn fresh(text: &mut String, allows: &impl Decider) {
    let mut number = 0;
    for &capacity in Capacity::ALL {
        for &ground in Ground::ALL {
            for &action in Action::ALL {
                let at = |strength| -> PartSet {
                    Part::ALL.iter().copied().filter(|&part| allows(capacity, ground, part, action, strength)).collect()
                };
                let parts: Vec<String> =
                    at(Strength::Fresh).without(at(Strength::Ordinary)).iter().map(|part| spelt(part.code())).collect();
                if !parts.is_empty() {
                    number += 1;
                    let what = format!(
                        "{} on {}: {} {}.",
                        capital(capacity.code()),
                        spelt(ground.code()),
                        spelt(action.code()),
                        parts.join(", "),
                    );
                    article(text, &format!("6.{number}"), &what);
                }
            }
        }
    }
}

/// Acts of which one answers the other, and which no capacity has together.
const PAIRS: &[(Action, Action, &[Part], &str)] = &[
    (Action::Propose, Action::Approve, &[Part::Plan], "A plan is approved by another than proposed it"),
    (Action::Decide, Action::Review, &[Part::Measures], "A measure is reviewed by another than decided on it"),
    (Action::Offer, Action::Respond, &[Part::Offer, Part::Release], "What one side offers the other answers"),
    (Action::Administer, Action::Approve, &[Part::Keys], "Work on keys is approved by another than does it"),
    (
        Action::Administer,
        Action::Administer,
        &[Part::Accounts],
        "An account is confirmed by another administrator than proposed it, which is checked where the act is taken",
    ),
    (
        Action::Empower,
        Action::Empower,
        &[Part::Directory],
        "A mandate is confirmed by another administrator than proposed it, and so is its end, which is checked where the act is taken",
    ),
];

fn two_persons(text: &mut String, allows: &impl Decider) {
    for (number, (one, other, parts, rule)) in (1..).zip(PAIRS) {
        let who = |action: Action| {
            let holds = |capacity: &&Capacity| {
                parts.iter().any(|&part| {
                    Ground::ALL.iter().any(|&ground| allows(**capacity, ground, part, action, Strength::Fresh))
                })
            };
            let names: Vec<String> = Capacity::ALL.iter().filter(holds).map(|who| spelt(who.code())).collect();
            names.join(", ")
        };
        let sides = if one == other {
            format!("{}: {}", spelt(one.code()), who(*one))
        } else {
            format!("{}: {}; {}: {}", spelt(one.code()), who(*one), spelt(other.code()), who(*other))
        };
        article(text, &format!("7.{number}"), &format!("{rule} ({sides})."));
    }
}

fn to_come(text: &mut String, allows: &impl Decider) {
    let mut number = 0;
    for &part in Part::ALL {
        let recorded = Kind::ALL.iter().any(|kind| kind.row().part == part && kind.row().action != Action::Witness);
        let somebody = Ground::ALL
            .iter()
            .any(|&ground| Capacity::ALL.iter().any(|&who| allows(who, ground, part, Action::Read, Strength::Fresh)));
        if !recorded && part != Part::Record {
            number += 1;
            let (_, what) = words::part(part);
            let open =
                if somebody { "what stands in section 4 applies once there is" } else { "it is closed until then" };
            article(
                text,
                &format!("8.{number}"),
                &format!("{}: {what}. No act records it yet; {open}.", capital(part.code())),
            );
        }
    }
}
