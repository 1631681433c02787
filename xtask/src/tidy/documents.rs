//! Documents are tied to the code: what they name must exist, and every dependency has its reason.
//!
//! Whether what they say is true is for a reader; what is generated is compared by `cargo xtask generate --check`.

use super::Offence;
use crate::tree::{Source, Tree};

const DEPENDENCIES: &str = "docs/adr/0002-dependencies.md";

/// What a document means by a path when it begins with one of these.
const FOLDERS: &[&str] = &[".ci/", "crates/", "docs/", "e2e/", "locales/", "xtask/"];

pub(super) fn check(tree: &Tree) -> Vec<Offence> {
    let mut offences = Vec::new();
    let exists = |path: &str| tree.root.join(path.trim_end_matches('/')).exists();
    for document in tree.ending(".md") {
        offences.extend(missing(document, exists));
    }
    let reasons = tree.find(DEPENDENCIES).map_or("", |document| document.text.as_str());
    let manifest = tree.find("Cargo.toml").map_or("", |manifest| manifest.text.as_str());
    for name in unexplained(manifest, reasons) {
        offences.push(Offence::fails(DEPENDENCIES, format!("gives no reason for {name}")));
    }
    offences
}

/// Links and paths in a document that lead nowhere.
fn missing(document: &Source, exists: impl Fn(&str) -> bool) -> Vec<Offence> {
    let mut offences = Vec::new();
    let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    for (number, line) in document.text.lines().enumerate() {
        let place = || format!("{}:{}", document.path, number + 1);
        for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = target.split('#').next().unwrap_or("");
            if !path.is_empty() && !path.contains(':') && !exists(&joined(folder, path)) {
                offences.push(Offence::fails(place(), format!("links to {path}, which is not there")));
            }
        }
        for path in line.split('`').skip(1).step_by(2) {
            let is_path = FOLDERS.iter().any(|folder| path.starts_with(folder))
                && !path.contains(|letter: char| letter.is_whitespace() || "*{}<>…".contains(letter));
            if is_path && !exists(path) {
                offences.push(Offence::fails(place(), format!("names {path}, which is not there")));
            }
        }
    }
    offences
}

fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Third-party dependencies of the workspace that the document does not name at the beginning of a row or a list.
fn unexplained<'a>(manifest: &'a str, reasons: &str) -> Vec<&'a str> {
    let section = manifest.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    section
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.contains("path = "))
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name))
        .filter(|name| !reasons.contains(&format!("`{name}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let document = Source { path: "docs/adr/one.md".to_owned(), text: text.to_owned() };
        let exists = |path: &str| matches!(path, "docs/threats.md" | "crates/app/src/perform.rs");
        missing(&document, exists).into_iter().map(|offence| offence.says).collect()
    }

    #[test]
    fn a_link_is_followed_from_where_the_document_lies() {
        assert!(said("[threats](../threats.md#one) and [the web](https://example.org)").is_empty());
        assert_eq!(said("[threats](threats.md)"), ["links to threats.md, which is not there"]);
    }

    #[test]
    fn a_path_in_a_document_must_exist() {
        assert!(said("See `crates/app/src/perform.rs` and `crates/*/Cargo.toml`.").is_empty());
        assert_eq!(said("See `crates/app/src/gone.rs`."), ["names crates/app/src/gone.rs, which is not there"]);
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let manifest =
            "[workspace.dependencies]\napp = { path = \"crates/app\" }\nserde = \"1\"\ntoml = \"1\"\n\n[x]\n";
        assert_eq!(unexplained(manifest, "| `serde` | because |"), ["toml"]);
    }
}
