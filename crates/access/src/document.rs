//! `who-may-what.txt`: the table as a document that people can read, check and object to.
//!
//! It only puts the table into words. It explains no reason: those stand beside each policy.

use std::fmt::Write as _;

use domain::{Action, Capacity, Ground, Part, Strength};

use crate::PartSet;

const HOW_TO_READ: &str = "\
Who may do what

You see the parts your capacity has on a ground you hold now. This document lists, for each capacity, the grounds and
what they allow. Whatever is not listed is refused.

- A session acts in one capacity. Whoever has two has to choose, and cannot add them up.
- A ground is held on one file, by an account or by an organisation for its posts, from one moment until another. It is
  looked up again for every page and every act.
- A bar (the file is restricted, there is a conflict, it is about oneself or a relative) takes all of this away. One
  thing remains: a mandate to oversee a prison is not ended by restricting a file.
- What the installation records by itself (looks, refusals, sign-ins, findings) is not listed: nobody does it by hand.
- Reading does not include printing. Every look is recorded, and so is every refusal.

It is generated from the policies in crates/access/policies, and a test compares it with them.
";

/// Answers like [`crate::allows`]; the generator asks the policies themselves before there is a table.
pub trait Decider: Fn(Capacity, Ground, Part, Action, Strength) -> bool {}
impl<F: Fn(Capacity, Ground, Part, Action, Strength) -> bool> Decider for F {}

/// The whole document, for what `allows` answers and the policies with this hash.
pub fn who_may_what(allows: &impl Decider, policies_sha256: &str) -> String {
    let mut text = String::from(HOW_TO_READ);
    line(&mut text, format_args!("SHA-256 of the policies: {policies_sha256}"));

    heading(&mut text, "By capacity");
    for &capacity in Capacity::ALL {
        line(&mut text, format_args!("\n{}", capital(capacity.code())));
        for &ground in Ground::ALL {
            let allowed = clauses(allows, capacity, ground);
            if !allowed.is_empty() {
                wrapped(&mut text, &format!("{}: {}.", on(ground), allowed.join("; ")));
            }
        }
    }

    heading(&mut text, "By part: who may see it");
    for &part in Part::ALL {
        line(&mut text, format_args!("\n{}", capital(part.code())));
        let mut seen = false;
        for &ground in Ground::ALL {
            let readers: Vec<String> = Capacity::ALL
                .iter()
                .filter(|&&capacity| allows(capacity, ground, part, Action::Read, Strength::Fresh))
                .map(|capacity| words(capacity.code()))
                .collect();
            if !readers.is_empty() {
                seen = true;
                let readers =
                    if readers.len() == Capacity::ALL.len() { "everybody".to_owned() } else { readers.join(", ") };
                wrapped(&mut text, &format!("{}: {readers}.", capital(ground.code())));
            }
        }
        if !seen {
            wrapped(&mut text, "Nobody.");
        }
    }
    text
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
        for (set, proof) in [(ordinary, ""), (fresh, " (with a second factor in the last five minutes)")] {
            let named: Vec<String> = set.iter().map(|part| words(part.code())).collect();
            if !named.is_empty() {
                clauses.push(format!("{} {}{proof}", words(action.code()), named.join(", ")));
            }
        }
    }
    clauses
}

/// The ground, as the beginning of a sentence.
fn on(ground: Ground) -> &'static str {
    match ground {
        Ground::Custody => "On the case of a person held at their prison (custody)",
        Ground::Allocated => "On a case allocated to them, and its referrals (allocated)",
        Ground::Offer => "On a referral offered to their organisation and not answered (offer)",
        Ground::Accepted => "On a referral that their organisation accepted, before anybody is named (accepted)",
        Ground::Referral => "On a referral that their organisation carries (referral)",
        Ground::Assigned => "On a referral for which they are the named practitioner (assigned)",
        Ground::Referrer => "On a referral that their organisation sent (referrer)",
        Ground::Handover => "On a handover offered to their service and not answered (handover)",
        Ground::Aftercare => "On a case that their service has taken over (aftercare)",
        Ground::Mandate => "On the case of a person in a prison for which their body has a mandate (mandate)",
        Ground::OwnFile => "On the person's own case and its referrals (own file)",
        Ground::LegalMandate => "On the case of a person whom they are appointed to represent (legal mandate)",
        Ground::Emergency => "On one file opened in an emergency, for an hour (emergency)",
        Ground::OwnOrganisation => "On their own organisation, its services and accounts (own organisation)",
        Ground::OwnAccount => "On their own account (own account)",
        Ground::Installation => "On the installation, which every account belongs to (installation)",
    }
}

/// The code in words: `cso_manager` is the CSO manager.
fn words(code: &str) -> String {
    let spelt = code.split('_').map(|word| if word == "cso" { "CSO" } else { word });
    spelt.collect::<Vec<_>>().join(" ")
}

fn capital(code: &str) -> String {
    let words = words(code);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn heading(text: &mut String, title: &str) {
    line(text, format_args!("\n\n{title}\n{}", "=".repeat(title.len())));
}

fn line(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{what}");
}

/// One entry, broken before column 120, later lines indented.
fn wrapped(text: &mut String, entry: &str) {
    const WIDTH: usize = 120;
    let mut column = 0;
    for word in entry.split(' ') {
        if column == 0 {
            text.push_str("  ");
            column = 2;
        } else if column + 1 + word.len() > WIDTH {
            text.push_str("\n      ");
            column = 6;
        } else {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.len();
    }
    text.push('\n');
}
