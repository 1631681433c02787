//! The rules that no compiler proves, each as a check over the work tree or over what cargo knows of it.
//!
//! It changes nothing, and it judges no behaviour: that is for the tests. The same checks run as tests of this crate.

use std::fmt;
use std::path::Path;

use anyhow::bail;

use crate::tree::Tree;

mod arrows;
mod documents;
mod languages;
mod packages;
mod pages;
mod sources;

/// Something that should not be so.
pub struct Offence {
    weight: Weight,
    place: String,
    says: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Warns,
    Fails,
}

impl Offence {
    fn fails(place: impl Into<String>, says: impl Into<String>) -> Self {
        Self { weight: Weight::Fails, place: place.into(), says: says.into() }
    }

    fn warns(place: impl Into<String>, says: impl Into<String>) -> Self {
        Self { weight: Weight::Warns, place: place.into(), says: says.into() }
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = if self.weight == Weight::Fails { "fails" } else { "warns" };
        write!(out, "{weight}  {}: {}", self.place, self.says)
    }
}

type Check = fn(&Tree) -> anyhow::Result<Vec<Offence>>;

/// Everything that is proved, in words, with what proves it.
const CHECKS: &[(&str, Check)] = &[
    ("no crate knows what it may not know", arrows::check),
    ("every crate inherits the lints; no dependency is forbidden or badly licensed", packages::check),
    ("files are short, named for what they hold, and say first what they are", |tree| Ok(sources::check(tree))),
    ("nothing unfinished and nothing of one machine is in a file", |tree| Ok(sources::words(tree))),
    ("pages and styles know no left and right and carry no inline script or style", |tree| Ok(pages::check(tree))),
    ("every word of the interface exists in every language", |tree| Ok(languages::check(tree))),
    ("documents name what exists, and every dependency has its reason", |tree| Ok(documents::check(tree))),
];

/// Runs every check and says what it found.
pub fn tidy(root: &Path) -> anyhow::Result<()> {
    let tree = Tree::read(root)?;
    let mut failures = 0;
    for (says, check) in CHECKS {
        let offences = check(&tree)?;
        let failed = offences.iter().filter(|offence| offence.weight == Weight::Fails).count();
        println!("{} {says}", if failed == 0 { "holds " } else { "broken" });
        for offence in &offences {
            println!("       {offence}");
        }
        failures += failed;
    }
    if failures > 0 {
        bail!("{failures} offences against the rules of the project");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(check: Check) {
        let tree = Tree::read(&crate::root().unwrap()).unwrap();
        let failures: Vec<String> = check(&tree)
            .unwrap()
            .iter()
            .filter(|offence| offence.weight == Weight::Fails)
            .map(ToString::to_string)
            .collect();
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }

    #[test]
    fn no_crate_knows_what_it_may_not_know() {
        holds(arrows::check);
    }

    #[test]
    fn every_crate_inherits_the_lints_and_no_dependency_is_forbidden() {
        holds(packages::check);
    }

    #[test]
    fn files_are_short_and_say_first_what_they_are() {
        holds(|tree| Ok(sources::check(tree)));
    }

    #[test]
    fn nothing_unfinished_and_nothing_of_one_machine_is_in_a_file() {
        holds(|tree| Ok(sources::words(tree)));
    }

    #[test]
    fn pages_know_no_left_and_right() {
        holds(|tree| Ok(pages::check(tree)));
    }

    #[test]
    fn every_word_exists_in_every_language() {
        holds(|tree| Ok(languages::check(tree)));
    }

    #[test]
    fn documents_name_what_exists() {
        holds(|tree| Ok(documents::check(tree)));
    }
}
