//! What refuses a decision.

use domain::Moment;
use jiff::civil::date;

use super::fixture::*;
use crate::blocking;

/// The rules that refuse to go from `before` to `after`.
fn refusals(before: &Case, after: &Case, now: Moment) -> Vec<&'static str> {
    let (before, after) = (before.check(now), after.check(now));
    blocking(&after, &before).into_iter().map(|finding| finding.rule.id()).collect()
}

#[test]
fn an_order_beyond_fifteen_days_is_refused_and_one_of_fifteen_is_not() {
    let before = case();
    let order = |planned: i64| before.clone().isolated(at(0), None).planned(at(planned));
    assert_eq!(refusals(&before, &order(days(15) + 1), at(0)), ["NMR-43b"]);
    assert!(refusals(&before, &order(days(15)), at(0)).is_empty());
}

#[test]
fn an_extension_beyond_fifteen_days_of_the_chain_is_refused() {
    let before = case().isolated(at(0), None).planned(at(days(10)));
    assert_eq!(refusals(&before, &before.clone().extended(at(days(16))), at(days(9))), ["NMR-43b"]);
    assert!(refusals(&before, &before.clone().extended(at(days(15))), at(days(9))).is_empty());
}

#[test]
fn an_extension_of_a_breach_is_refused_even_by_an_hour() {
    let before = case().isolated(at(0), None).planned(at(days(15)));
    let now = at(days(16));
    assert_eq!(refusals(&before, &before.clone().extended(at(days(16) + hours(1))), now), ["NMR-43b"]);
}

#[test]
fn a_second_measure_under_a_breach_is_refused() {
    let before = case().isolated(at(0), None).planned(at(days(15)));
    let after = before.clone().separated(at(days(16)), None).planned(at(days(17)));
    assert_eq!(refusals(&before, &after, at(days(16))), ["NMR-43b"]);
}

#[test]
fn a_long_separation_with_contact_is_not_refused() {
    let before = case();
    let after = before.clone().separated(at(0), None).planned(at(days(60)));
    assert!(refusals(&before, &after, at(0)).is_empty());
}

#[test]
fn solitary_confinement_of_a_child_is_refused_for_any_length() {
    let before = case().born(date(2010, 1, 1));
    let after = before.clone().isolated(at(0), None).planned(at(hours(1)));
    assert_eq!(refusals(&before, &after, at(0)), ["NMR-45f"]);
}

#[test]
fn a_breach_that_is_over_refuses_nothing_new() {
    let before = case().isolated(at(0), at(days(16)));
    let after = before.clone().isolated(at(days(40)), None).planned(at(days(45)));
    assert!(refusals(&before, &after, at(days(40))).is_empty());
}

#[test]
fn a_decision_about_something_else_is_not_refused_under_a_breach() {
    let before = case().isolated(at(0), None).planned(at(days(15)));
    let after = before.clone().plan(at(days(16)), Some(()));
    assert!(refusals(&before, &after, at(days(16))).is_empty());
}

#[test]
fn obligations_never_refuse() {
    let before = case().no_plan();
    assert!(refusals(&before, &before.clone().plan(at(0), None), at(0)).is_empty());
}
