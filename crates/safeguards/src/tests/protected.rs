//! NMR-45f.

use domain::Moment;
use domain::custody::Circumstance;
use domain::measure::{MeasureKind, MeasurePurpose};
use expect_test::{Expect, expect};
use jiff::civil::date;

use super::fixture::*;

const RULE: &str = "NMR-45f";

fn says(case: &Case, now: Moment, expected: &Expect) {
    expected.assert_eq(&case.says(RULE, now).join("\n"));
}

fn sanction(case: Case, from: Moment, until: Moment) -> Case {
    case.measure(MeasureKind::Separation, MeasurePurpose::Sanction, from, until)
}

#[test]
fn a_child_is_a_child_until_the_first_instant_of_the_eighteenth_birthday() {
    let born = date(2008, 11, 23);
    let evening = moment("2026-11-22T22:00:00Z");
    let case = case().born(born).isolated(evening, moment("2026-11-23T06:00:00Z"));
    says(
        &case,
        moment("2026-11-24T00:00:00Z"),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-11-22T22:00:00.000Z, over 2026-11-23T00:00:00.000Z, child"
        ],
    );
    says(
        &case,
        moment("2026-11-22T23:00:00Z"),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-11-22T22:00:00.000Z, child"
        ],
    );
}

#[test]
fn solitary_confinement_that_begins_on_the_birthday_is_met_and_one_millisecond_before_it_is_not() {
    let midnight = moment("2026-11-23T00:00:00Z");
    let begins = |from: Moment| case().born(date(2008, 11, 23)).isolated(from, None);
    says(
        &begins(midnight),
        midnight.plus(days(1)),
        &expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"],
    );
    says(
        &begins(midnight.plus(-1)),
        midnight.plus(days(1)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-11-22T23:59:59.999Z, over 2026-11-23T00:00:00.000Z, child"
        ],
    );
}

#[test]
fn the_birthday_begins_where_the_person_is_held() {
    let born = case().born(date(2008, 11, 23));
    let midnight = moment("2026-11-22T23:00:00Z");
    let tunis = zone("Africa/Tunis");
    expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"]
        .assert_eq(&born.clone().isolated(midnight, None).says_in(&tunis, RULE, midnight.plus(hours(3))).join("\n"));
    expect!["NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-11-22T22:59:59.999Z, over 2026-11-22T23:00:00.000Z, child"]
        .assert_eq(&born.isolated(midnight.plus(-1), None).says_in(&tunis, RULE, midnight.plus(hours(3))).join("\n"));
}

#[test]
fn whoever_was_born_on_a_leap_day_is_a_child_until_the_first_of_march() {
    let case = case().born(date(2008, 2, 29));
    let march = moment("2026-03-01T00:00:00Z");
    says(
        &case.clone().isolated(march, None),
        march,
        &expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"],
    );
    says(
        &case.isolated(march.plus(-1), None),
        march,
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-02-28T23:59:59.999Z, over 2026-03-01T00:00:00.000Z, child"
        ],
    );
}

#[test]
fn while_an_age_is_disputed_the_child_rules_apply() {
    let case = case().born_between(date(2006, 1, 1), date(2009, 1, 1));
    says(
        &case.isolated(at(0), at(days(1))),
        at(days(2)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-01T00:00:00.000Z, over 2026-05-02T00:00:00.000Z, age_disputed"
        ],
    );
}

#[test]
fn an_unknown_date_of_birth_is_undetermined() {
    says(
        &case().born_unknown().isolated(at(0), at(days(1))),
        at(days(2)),
        &expect![
            "NMR-45f undetermined — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-01T00:00:00.000Z"
        ],
    );
}

#[test]
fn an_order_is_judged_before_any_time_has_passed() {
    let case = case().born(date(2010, 1, 1)).isolated(at(0), None);
    says(
        &case,
        at(0),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-01T00:00:00.000Z, child"
        ],
    );
    says(
        &case,
        at(-days(1)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-01T00:00:00.000Z, child"
        ],
    );
}

#[test]
fn the_instant_at_which_breastfeeding_ends_no_longer_belongs_to_it() {
    let third = moment("2026-06-03T00:00:00Z");
    let nursing =
        |until: Moment| case().noted(Circumstance::Breastfeeding, moment("2026-01-01T00:00:00Z"), Some(until));
    let day = third.plus(days(1));
    says(
        &sanction(nursing(third), third, day),
        day,
        &expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"],
    );
    says(
        &sanction(nursing(third.plus(SECOND)), third, day),
        day,
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-06-03T00:00:00.000Z, over 2026-06-03T00:00:01.000Z, circumstance"
        ],
    );
    says(
        &sanction(nursing(third), third.plus(-SECOND), day),
        day,
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-06-02T23:59:59.000Z, over 2026-06-03T00:00:00.000Z, circumstance"
        ],
    );
}

#[test]
fn a_circumstance_noted_while_the_measure_runs_breaks_it_from_then_on() {
    let case = case().isolated(at(0), None).noted(Circumstance::Pregnant, at(days(2)), None);
    says(&case, at(days(1)), &expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"]);
    assert!(case.check(at(days(1))).next_change_at.unwrap() <= at(days(2)));
    says(
        &case,
        at(days(2)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-03T00:00:00.000Z, circumstance"
        ],
    );
    says(
        &case,
        at(days(3)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-03T00:00:00.000Z, circumstance"
        ],
    );
}

#[test]
fn two_stretches_are_both_shown() {
    let case = case()
        .noted(Circumstance::Pregnant, at(days(1)), Some(at(days(2))))
        .noted(Circumstance::WithInfant, at(days(4)), Some(at(days(5))))
        .isolated(at(0), at(days(10)));
    let checked = case.check(at(days(20)));
    let finding = checked.findings.iter().find(|finding| finding.rule.id() == RULE).unwrap();
    expect!["[Span { from: 2026-05-02T00:00:00.000Z, until: Some(2026-05-03T00:00:00.000Z) }, Span { from: 2026-05-05T00:00:00.000Z, until: Some(2026-05-06T00:00:00.000Z) }] over Some(2026-05-06T00:00:00.000Z)"].assert_eq(&format!("{:?} over {:?}", finding.stretches, finding.over));
}

#[test]
fn an_accommodation_for_a_disability_is_another_rule() {
    let case = case().noted(Circumstance::Accommodation, at(-days(50)), None).isolated(at(0), at(days(1)));
    says(&case, at(days(2)), &expect!["NMR-45f met — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67"]);
}

#[test]
fn separation_of_a_child_counts_when_it_is_a_sanction() {
    let child = case().born(date(2010, 1, 1));
    says(
        &sanction(child.clone(), at(0), at(hours(1))),
        at(days(1)),
        &expect![
            "NMR-45f breach — Mandela Rules 45(2); Bangkok Rules 22; Havana Rules 67, since 2026-05-01T00:00:00.000Z, over 2026-05-01T01:00:00.000Z, child"
        ],
    );
    assert!(child.separated(at(0), at(hours(1))).says(RULE, at(days(1))).is_empty());
}
