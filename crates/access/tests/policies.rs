//! The policies as texts: valid, in the words of the domain, each with a sentence, and those from which the table and the
//! document were made. What they allow is compared in `agreement.rs` and `mutants.rs`.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::LazyLock;

use cedar_policy::{PolicyId, PolicySet, Schema, SchemaFragment, ValidationMode, Validator};
use domain::{Action, Capacity, Ground, Part, Strength};
use sha2::{Digest, Sha256};

#[test]
fn the_policies_are_strictly_valid_and_use_the_words_of_the_domain() {
    let schema = fs::read_to_string(folder().join("passerelle.cedarschema")).unwrap();
    let judged = Validator::new(Schema::from_str(&schema).unwrap()).validate(&POLICIES, ValidationMode::Strict);
    assert!(judged.validation_passed_without_warnings(), "{judged}");

    let (fragment, _) = SchemaFragment::from_cedarschema_str(&schema).unwrap();
    let json = fragment.to_json_value().unwrap();
    for (list, codes) in
        [("Capacity", Capacity::CODES), ("Part", Part::CODES), ("Ground", Ground::CODES), ("Strength", Strength::CODES)]
    {
        assert_eq!(json.pointer(&format!("//entityTypes/{list}/enum")).unwrap(), &serde_json::json!(codes), "{list}");
    }
    let actions = json.pointer("//actions").unwrap().as_object().unwrap();
    let actions: BTreeSet<&str> = actions.keys().map(String::as_str).collect();
    assert_eq!(actions, Action::CODES.iter().copied().collect());
}

#[test]
fn each_policy_has_a_sentence_above_it() {
    for (file, text) in files() {
        let lines: Vec<&str> = text.lines().collect();
        for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
            if line.starts_with("@id(") {
                assert!(before.starts_with("// ") && before.ends_with('.'), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn the_table_names_the_policies_that_it_was_made_from() {
    let mut hash = Sha256::new();
    for (_, text) in files() {
        hash.update(text);
    }
    assert_eq!(access::POLICIES_SHA256, hex::encode(hash.finalize()), "cargo xtask generate");
}

#[test]
fn the_document_says_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/who-may-what.txt");
    let document = access::who_may_what(&access::allows, access::ARTICLES, access::POLICIES_SHA256);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &document).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), document, "BLESS=1 cargo test -p access");
}

static POLICIES: LazyLock<PolicySet> = LazyLock::new(|| {
    let policies = files().into_iter().filter(|(file, _)| file.extension().is_some_and(|kind| kind == "cedar"));
    let sets = policies.map(|(_, text)| PolicySet::from_str(&text).unwrap());
    let named = sets.flat_map(|set| set.policies().cloned().collect::<Vec<_>>());
    PolicySet::from_policies(named.map(|policy| policy.new_id(PolicyId::new(policy.annotation("id").unwrap()))))
        .unwrap()
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")
}

/// The schema and the policy files, in the order of their names.
fn files() -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).unwrap())).collect()
}
