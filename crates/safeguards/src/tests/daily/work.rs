//! Work: for whom, on what terms, and over whom.

use domain::daily::WorkFacts;
use domain::regime::{WorkFor, WorkOutcome, WorkTerms, WorkTowards};
use expect_test::expect;

use super::*;
use crate::tests::fixture::{hours, utc};

/// Public works, chosen and paid.
fn given(at: Moment) -> WorkFacts {
    WorkFacts {
        act: ActId::from_bytes([77; 16]),
        at,
        outcome: WorkOutcome::Given,
        benefit: Some(WorkFor::Public),
        terms: Some(WorkTerms::Chosen),
        paid: Some(YesNo::Yes),
        towards: Some(WorkTowards::Nothing),
        known: at,
    }
}

/// What a rule says of this work, an hour after it was given at 09:00 of day 1.
fn says(status: Status, rule: &str, change: impl FnOnce(&mut WorkFacts)) -> String {
    let mut held = held().status(status, at(0));
    let mut work = given(at(of_days(1) + hours(9)));
    change(&mut work);
    held.facts.daily.work.push(work);
    let checked = crate::check(&held.facts, &utc(), at(of_days(1) + hours(10)));
    let said = checked.findings.iter().chain(&checked.met).filter(|found| found.rule.id() == rule);
    said.map(crate::tests::fixture::said).collect::<Vec<_>>().join("\n")
}

#[test]
fn work_for_the_private_benefit_of_staff_is_a_breach_and_every_other_work_is_not() {
    for benefit in [WorkFor::Prison, WorkFor::Industry, WorkFor::Public, WorkFor::Employer, WorkFor::Training] {
        let said = says(Status::Convicted, "NMR-97", |work| work.benefit = Some(benefit));
        assert_eq!(said, "NMR-97 met — Mandela Rules 97(1)-(3)", "{benefit}");
    }
    expect!["NMR-97 breach — Mandela Rules 97(1)-(3), since 2026-05-02T09:00:00.000Z, over 2026-05-02T09:00:00.001Z, for_staff"]
        .assert_eq(&says(Status::Convicted, "NMR-97", |work| work.benefit = Some(WorkFor::Staff)));
    expect!["NMR-97 undetermined — Mandela Rules 97(1)-(3), since 2026-05-02T09:00:00.000Z"].assert_eq(&says(
        Status::Convicted,
        "NMR-97",
        |work| work.benefit = None,
    ));
}

#[test]
fn work_as_a_punishment_is_a_breach_and_a_duty_of_somebody_convicted_is_not() {
    let terms = |terms: Option<WorkTerms>| says(Status::Convicted, "NMR-97", |work| work.terms = terms);
    assert!(terms(Some(WorkTerms::Duty)).contains("met"));
    assert!(terms(Some(WorkTerms::Punishment)).contains("as_punishment"));
    assert!(terms(None).contains("undetermined"));
}

#[test]
fn whoever_is_not_tried_chooses_work_and_is_paid() {
    for status in [Status::Untried, Status::WithoutCharge] {
        assert_eq!(says(status, "NMR-115", |_| {}), "NMR-115 met — Mandela Rules 116");
        assert!(says(status, "NMR-115", |work| work.terms = Some(WorkTerms::Duty)).contains("not_chosen"));
        assert!(says(status, "NMR-115", |work| work.paid = Some(YesNo::No)).contains("not_paid"));
        assert!(says(status, "NMR-115", |work| work.paid = None).contains("undetermined"));
        assert!(says(status, "NMR-115", |work| work.terms = None).contains("undetermined"));
    }
    for status in [Status::Convicted, Status::Civil] {
        assert_eq!(says(status, "NMR-115", |work| work.terms = Some(WorkTerms::Duty)), "");
    }
}

#[test]
fn the_status_at_the_instant_of_the_work_counts() {
    let said = |offset: i64| {
        let from = at(of_days(1) + hours(9));
        let mut held = held().status(Status::Untried, at(0));
        for row in &mut held.facts.status {
            row.span = row.span.ended(from);
        }
        let mut held = held.status(Status::Convicted, from);
        held.facts.daily.work.push(WorkFacts { terms: Some(WorkTerms::Duty), ..given(from.plus(offset)) });
        let checked = crate::check(&held.facts, &utc(), at(of_days(2)));
        checked.findings.iter().any(|found| found.rule.id() == "NMR-115")
    };
    assert!(said(-1));
    assert!(!said(0));
}

#[test]
fn help_among_equals_is_no_power_over_them() {
    let towards = |towards: Option<WorkTowards>| says(Status::Convicted, "NMR-40", |work| work.towards = towards);
    assert_eq!(towards(Some(WorkTowards::PeerHelp)), "NMR-40 met — Mandela Rules 40(1)");
    assert!(towards(Some(WorkTowards::Nothing)).contains("met"));
    assert!(towards(Some(WorkTowards::PowerOver)).contains("power_over"));
    assert!(towards(None).contains("undetermined"));
}

#[test]
fn work_that_was_not_given_or_lies_ahead_says_nothing() {
    for outcome in [WorkOutcome::Offered, WorkOutcome::Declined, WorkOutcome::NotGiven] {
        for rule in ["NMR-40", "NMR-97", "NMR-115"] {
            let said = says(Status::Untried, rule, |work| {
                work.outcome = outcome;
                work.benefit = Some(WorkFor::Staff);
            });
            assert_eq!(said, "");
        }
    }
    assert_eq!(says(Status::Untried, "NMR-97", |work| work.at = at(of_days(1) + hours(10) + 1)), "");
}
