//! The catalogue and its page.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{RULES, RuleId, rules_markdown};

#[test]
fn every_rule_has_its_own_row_under_its_own_name() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert_eq!(rule.id.parse::<RuleId>().unwrap(), rule.rule);
        assert_eq!(rule.rule.rule().id, rule.id);
        assert!(!rule.cites.is_empty() && !rule.data.is_empty());
        assert!(!rule.met_by.is_empty() && !rule.broken_by.is_empty() && !rule.undetermined_by.is_empty());
    }
    assert!("NMR-0".parse::<RuleId>().is_err());
}

#[test]
fn the_page_of_rules_is_the_catalogue() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/rules.md");
    let page = rules_markdown();
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), page, "run `BLESS=1 cargo test -p safeguards`");
}
