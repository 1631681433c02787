//! What every crate of the workspace has in common, and what no dependency may be.
//!
//! It judges names and licences. Known vulnerabilities need a list from outside: `deny.toml` is for that.

use std::collections::BTreeSet;

use super::{Offence, arrows};
use crate::tree::{Source, Tree};

/// Never in the lock file, on any platform: each needs a C library or a build of its own, and pure Rust does the work.
const FORBIDDEN: &[&str] =
    &["aws-lc-rs", "aws-lc-sys", "libpq-sys", "native-tls", "openssl", "openssl-sys", "pq-sys", "ring", "schannel"];

/// The only crates that may bind a library written in another language.
const BINDS: &[&str] = &["libsqlite3-sys"];

/// What a dependency may be licensed under: permissive, and compatible with Apache-2.0.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub(super) fn check(tree: &Tree) -> anyhow::Result<Vec<Offence>> {
    let mut offences = Vec::new();
    for manifest in tree.ending("Cargo.toml").filter(|manifest| manifest.path != "Cargo.toml") {
        if !inherits(&manifest.text, "[lints]", "workspace = true") {
            offences.push(Offence::fails(&manifest.path, "does not inherit the lints of the workspace"));
        }
        if manifest.text.contains("\"crates/") || manifest.text.contains("path = ") {
            offences
                .push(Offence::fails(&manifest.path, "takes its versions and paths from the workspace, not by itself"));
        }
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        let code: Vec<&Source> = tree.ending(".rs").filter(|source| source.path.starts_with(folder)).collect();
        for name in unused(&manifest.text, &code) {
            offences.push(Offence::fails(&manifest.path, format!("asks for {name} and never names it")));
        }
    }
    match tree.find("LICENSE") {
        Some(licence) if licence.text.contains("Apache License") => {}
        _ => offences.push(Offence::fails("LICENSE", "the licence that the crates name is not here")),
    }
    let lock = tree.find("Cargo.lock").map_or("", |lock| lock.text.as_str());
    let locked: BTreeSet<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    if locked.is_empty() {
        offences.push(Offence::fails("Cargo.lock", "is missing or empty"));
    }
    for name in FORBIDDEN {
        if locked.contains(name) {
            offences.push(Offence::fails("Cargo.lock", format!("{name} came in")));
        }
    }
    for package in arrows::metadata(&tree.root)?.packages {
        if let Some(library) = &package.links
            && !BINDS.contains(&package.name.as_str())
        {
            offences.push(Offence::fails(package.name.to_string(), format!("binds the library {library}")));
        }
        let licensed = package.license.as_deref().is_some_and(permitted);
        if !licensed {
            let licence = package.license.as_deref().unwrap_or("nothing");
            offences.push(Offence::fails(package.name.to_string(), format!("is licensed under {licence}")));
        }
    }
    Ok(offences)
}

/// Has the section this line? The order of lines within it does not matter.
fn inherits(manifest: &str, section: &str, line: &str) -> bool {
    let inside = manifest.lines().skip_while(|at| at.trim() != section).skip(1);
    inside.take_while(|at| !at.starts_with('[')).any(|at| at.trim() == line)
}

/// Dependencies that a manifest asks for and no file of its crate names.
fn unused<'a>(manifest: &'a str, code: &[&Source]) -> Vec<&'a str> {
    let asked = manifest
        .lines()
        .skip_while(|line| !line.contains("dependencies]"))
        .filter_map(|line| line.strip_suffix(".workspace = true"));
    asked
        // The macro that makes lists of codes names it wherever it is used.
        .filter(|name| *name != "serde")
        .filter(|name| {
            let name = name.replace('-', "_");
            let names = |line: &str| line.contains(&format!("{name}::")) || line.contains(&format!("use {name}"));
            !code.iter().any(|source| source.text.lines().any(names))
        })
        .collect()
}

/// Is there a reading of the licence expression under which we may use it? `OR` and the older `/` offer a choice; of
/// what `AND` joins, all must be permitted.
fn permitted(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    choice(&mut words.iter().copied().peekable())
}

type Words<'a, I> = std::iter::Peekable<I>;

fn choice<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> bool {
    let mut any = all(words);
    while words.next_if(|word| *word == "OR").is_some() {
        any |= all(words);
    }
    any
}

fn all<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> bool {
    let mut every = one(words);
    while words.next_if(|word| *word == "AND").is_some() {
        every &= one(words);
    }
    every
}

fn one<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> bool {
    match words.next() {
        Some("(") => {
            let inner = choice(words);
            words.next_if(|word| *word == ")").is_some() && inner
        }
        Some(licence) => {
            let mut licence = licence.to_owned();
            if words.next_if(|word| *word == "WITH").is_some() {
                licence = format!("{licence} WITH {}", words.next().unwrap_or(""));
            }
            LICENCES.contains(&licence.as_str())
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_permitted_if_one_of_its_choices_is() {
        assert!(permitted("MIT OR Apache-2.0"));
        assert!(permitted("Apache-2.0/MIT"));
        assert!(permitted("Apache-2.0 OR GPL-2.0-only"));
        assert!(permitted("(MIT OR GPL-3.0) AND Unicode-3.0"));
        assert!(permitted("Apache-2.0 WITH LLVM-exception OR GPL-3.0"));
    }

    #[test]
    fn every_part_of_a_joint_licence_must_be_permitted() {
        assert!(!permitted("MIT AND GPL-3.0"));
        assert!(!permitted("AGPL-3.0-only"));
        assert!(!permitted("GPL-2.0 WITH Classpath-exception-2.0"));
        assert!(!permitted(""));
    }

    #[test]
    fn a_dependency_that_no_file_names_is_found() {
        let source = Source { path: "src/lib.rs".to_owned(), text: "use serde_json::Value;\n".to_owned() };
        let manifest = "[package]\nedition.workspace = true\n\n[dependencies]\nserde-json.workspace = true\nhex.workspace = true\n";
        assert_eq!(unused(manifest, &[&source]), ["hex"]);
    }

    #[test]
    fn lints_are_inherited_only_by_saying_so_in_their_section() {
        assert!(inherits("[package]\nname = \"a\"\n[lints]\nworkspace = true\n", "[lints]", "workspace = true"));
        assert!(!inherits("[lints]\n[dependencies]\nworkspace = true\n", "[lints]", "workspace = true"));
    }
}
