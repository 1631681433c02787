//! NMR-107.

use domain::custody::Status;
use expect_test::expect;

use super::fixture::*;

const RULE: &str = "NMR-107";

#[test]
fn a_first_version_that_looks_beyond_release_is_met() {
    expect!["NMR-107 met — Mandela Rules 107"].assert_eq(&case().says(RULE, at(0)).join("\n"));
}

#[test]
fn a_first_version_that_does_not_is_a_breach_until_a_later_one_does() {
    let case = case().no_plan().plan(at(0), None);
    expect!["NMR-107 breach — Mandela Rules 107, since 2026-05-01T00:00:00.000Z"]
        .assert_eq(&case.says(RULE, at(days(1))).join("\n"));
    let later = case.plan(at(days(300)), Some(()));
    expect!["NMR-107 breach — Mandela Rules 107, since 2026-05-01T00:00:00.000Z, over 2027-02-25T00:00:00.000Z"]
        .assert_eq(&later.says(RULE, at(days(301))).join("\n"));
    assert_eq!(later.check(at(days(301))).findings[0].anchor, later.facts.plans[0].act);
}

#[test]
fn no_plan_is_undetermined_and_overdue_after_the_policy_clock() {
    let case = case().no_plan();
    let sixty = at(-days(40));
    expect!["NMR-107 undetermined — Mandela Rules 107, since 2026-01-21T00:00:00.000Z, 1440 of 1440 h"]
        .assert_eq(&case.says(RULE, sixty).join("\n"));
    assert_eq!(case.check(sixty).next_change_at, Some(sixty.plus(1)));
    expect!["NMR-107 undetermined — Mandela Rules 107, since 2026-01-21T00:00:00.000Z, overdue, 1440 of 1440 h"]
        .assert_eq(&case.says(RULE, sixty.plus(1)).join("\n"));
}

#[test]
fn the_clock_begins_with_the_conviction_of_somebody_who_was_held_before() {
    let mut case = case().no_plan();
    case.facts.status.clear();
    let case = case.status(Status::Untried, at(-days(100))).status(Status::Convicted, at(-days(1)));
    assert!(case.says(RULE, at(-days(2))).is_empty());
    expect!["NMR-107 undetermined — Mandela Rules 107, since 2026-04-30T00:00:00.000Z, 24 of 1440 h"]
        .assert_eq(&case.says(RULE, at(0)).join("\n"));
}

#[test]
fn it_says_nothing_about_somebody_who_is_not_convicted() {
    for status in [Status::Untried, Status::Civil, Status::WithoutCharge] {
        assert!(case().no_plan().status(status, at(-days(5))).says(RULE, at(0)).is_empty());
    }
}
