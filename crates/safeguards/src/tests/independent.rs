//! NMR-45c.

use domain::command::CommandLine::{Inside, NotKnown, Outside};
use domain::measure::{MeasureKind, MeasurePurpose};
use expect_test::expect;

use super::fixture::*;
use crate::Remedy;

const RULE: &str = "NMR-45c";

#[track_caller]
fn says(case: &Case, now: i64, expected: &expect_test::Expect) {
    expected.assert_eq(&case.says(RULE, at(now)).join("\n"));
}

#[test]
fn a_review_from_outside_at_exactly_72_hours_is_met_and_a_millisecond_later_it_is_not() {
    let in_time = case().isolated(at(0), None).reviewed(at(hours(72)), Outside);
    says(&in_time, hours(72), &expect!["NMR-45c met — Mandela Rules 45(1), 0 of 120 h"]);
    says(&in_time, hours(100), &expect!["NMR-45c met — Mandela Rules 45(1), 28 of 120 h"]);
    let late = case().isolated(at(0), None).reviewed(at(hours(72) + 1), Outside);
    says(&late, hours(72), &expect!["NMR-45c met — Mandela Rules 45(1), 72 of 72 h"]);
    says(
        &late,
        hours(80),
        &expect![
            "NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, over 2026-05-04T00:00:00.002Z, 72 of 72 h"
        ],
    );
}

#[test]
fn no_review_is_met_until_the_clock_and_a_breach_after_it() {
    let case = case().isolated(at(0), None);
    says(&case, hours(72), &expect!["NMR-45c met — Mandela Rules 45(1), 72 of 72 h"]);
    assert_eq!(case.check(at(hours(72))).next_change_at, Some(at(hours(72) + 1)));
    says(
        &case,
        hours(72) + 1,
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, 72 of 72 h"],
    );
    let finding = case.check(at(hours(72) + 1)).findings.into_iter().find(|finding| finding.rule.id() == RULE).unwrap();
    assert_eq!(finding.remedies, [Remedy::ReviewFromOutside]);
}

#[test]
fn a_review_by_a_deputy_of_whoever_ordered_it_is_none() {
    let case = case().isolated(at(0), None).reviewed(at(hours(24)), Inside);
    says(&case, hours(72), &expect!["NMR-45c met — Mandela Rules 45(1), inside_line, 72 of 72 h"]);
    says(
        &case,
        hours(72) + 1,
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, inside_line, 72 of 72 h"],
    );
    let again = case.reviewed(at(hours(71)), Outside);
    says(&again, hours(73), &expect!["NMR-45c met — Mandela Rules 45(1), inside_line, 2 of 120 h"]);
}

#[test]
fn a_review_by_somebody_whose_line_is_not_known_leaves_it_undetermined() {
    let case = case().isolated(at(0), None).reviewed(at(hours(24)), NotKnown);
    says(&case, hours(72), &expect!["NMR-45c met — Mandela Rules 45(1), 72 of 72 h"]);
    says(
        &case,
        hours(72) + 1,
        &expect![
            "NMR-45c undetermined — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, line_not_known, 72 of 72 h"
        ],
    );
    let finding = case.check(at(hours(73))).findings.into_iter().find(|finding| finding.rule.id() == RULE).unwrap();
    assert_eq!(finding.remedies, [Remedy::RecordPosts, Remedy::ReviewFromOutside]);
    // Even if it was from outside, the next one is due five days after it.
    says(
        &case,
        hours(24 + 120),
        &expect![
            "NMR-45c undetermined — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, line_not_known, 144 of 72 h"
        ],
    );
    says(
        &case,
        hours(24 + 120) + 1,
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-07T00:00:00.001Z, 120 of 120 h"],
    );
}

#[test]
fn further_reviews_are_due_within_five_days_of_the_one_before() {
    let case = case().isolated(at(0), at(days(14))).reviewed(at(days(3)), Outside).reviewed(at(days(8)), Outside);
    says(&case, days(13), &expect!["NMR-45c met — Mandela Rules 45(1), 120 of 120 h"]);
    says(
        &case,
        days(13) + 1,
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-14T00:00:00.001Z, 120 of 120 h"],
    );
    says(
        &case,
        days(14),
        &expect![
            "NMR-45c breach — Mandela Rules 45(1), since 2026-05-14T00:00:00.001Z, over 2026-05-15T00:00:00.000Z, 144 of 120 h"
        ],
    );
}

#[test]
fn a_measure_that_ends_before_its_review_is_due_needs_none() {
    let short = case().isolated(at(0), at(hours(72)));
    says(&short, days(30), &expect!["NMR-45c met — Mandela Rules 45(1), 72 of 72 h"]);
    let longer = case().isolated(at(0), at(hours(72) + 2));
    says(
        &longer,
        days(30),
        &expect![
            "NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, over 2026-05-04T00:00:00.002Z, 72 of 72 h"
        ],
    );
}

#[test]
fn a_new_order_does_not_begin_the_clock_anew() {
    let two = |gap: i64| case().isolated(at(0), at(hours(70))).isolated(at(hours(70) + gap), None);
    says(
        &two(hours(2)),
        hours(73),
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, 73 of 72 h"],
    );
    says(
        &two(hours(2) + 1),
        hours(73),
        &expect![[r"
        NMR-45c met — Mandela Rules 45(1), 70 of 72 h
        NMR-45c met — Mandela Rules 45(1), 0 of 72 h"]],
    );
}

#[test]
fn a_review_after_the_end_or_before_the_beginning_is_none_and_only_solitary_confinement_needs_one() {
    let after = case().isolated(at(0), at(hours(80))).reviewed(at(hours(80)), Outside);
    says(
        &after,
        days(4),
        &expect![
            "NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, over 2026-05-04T08:00:00.000Z, 80 of 72 h"
        ],
    );
    let before = case().isolated(at(0), None).reviewed(at(-1), Outside);
    says(
        &before,
        hours(73),
        &expect!["NMR-45c breach — Mandela Rules 45(1), since 2026-05-04T00:00:00.001Z, 73 of 72 h"],
    );
    let observed = case().measure(MeasureKind::Observation, MeasurePurpose::OwnSafety, at(0), None);
    assert!(observed.says(RULE, at(days(9))).is_empty());
}
