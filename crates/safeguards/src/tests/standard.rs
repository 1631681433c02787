//! The list of the standards against the rules: nothing is left out, nothing stands twice, and no row of it pretends.

use std::collections::BTreeSet;

use crate::rule::{CheckKind, RULES};
use crate::standard::{Held, STANDARDS, StandardText, Why, unchecked};

#[test]
fn every_rule_is_a_row_of_the_standards() {
    for rule in RULES {
        let rows: Vec<_> = STANDARDS.iter().filter(|row| row.id == rule.id).collect();
        assert_eq!(rows.len(), 1, "{} stands in the list once", rule.id);
    }
}

#[test]
fn a_row_is_checked_or_says_why_it_is_not() {
    let names: BTreeSet<&str> = STANDARDS.iter().map(|row| row.id).collect();
    assert_eq!(names.len(), STANDARDS.len(), "no name stands twice");
    assert_eq!(unchecked().count() + RULES.len(), STANDARDS.len());
    for row in STANDARDS {
        assert!(!row.asks.is_empty(), "{}", row.id);
        let by_people = matches!(row.held, Held::Attestation | Held::Inspection);
        let told_so = matches!(row.why, Why::Attestation | Why::Inspection);
        assert_eq!(by_people, told_so, "{}: what only people can see is told as that", row.id);
    }
}

#[test]
fn of_what_only_people_can_see_a_rule_checks_no_more_than_that_a_record_exists() {
    for row in STANDARDS {
        let Some(rule) = row.rule() else { continue };
        assert_ne!(row.held, Held::Inspection, "{}: no code can see it", row.id);
        if row.held == Held::Attestation {
            assert_eq!(rule.kind, CheckKind::Proxy, "{}: only that somebody attested it can be seen", row.id);
        }
    }
}

#[test]
fn every_text_has_its_rows_together() {
    let order: Vec<StandardText> = STANDARDS.iter().map(|row| row.text).collect();
    assert!(order.is_sorted(), "the rows stand by text");
    let told: BTreeSet<StandardText> = order.into_iter().collect();
    assert_eq!(told.len(), StandardText::ALL.len());
}
