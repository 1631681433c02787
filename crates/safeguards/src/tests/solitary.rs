//! NMR-43b.

use expect_test::{Expect, expect};
use jiff::civil::date;

use super::fixture::*;
use domain::Moment;

const RULE: &str = "NMR-43b";

fn says(case: &Case, now: Moment, expected: &Expect) {
    expected.assert_eq(&case.says(RULE, now).join("\n"));
}

// Worked vectors.

#[test]
fn one_second_more_than_two_hours_of_contact_a_day_is_never_solitary() {
    let case = case().isolated(at(0), at(days(20))).contacts(0..20, hours(2) + SECOND);
    says(&case, at(days(20)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44"]);
}

#[test]
fn two_hours_of_contact_a_day_leave_every_day_solitary() {
    let case = case().separated(at(0), at(days(20))).contacts(0..20, hours(2));
    says(
        &case,
        at(days(20)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, over 2026-05-21T00:00:00.000Z, 480 of 360 h"
        ],
    );
}

#[test]
fn exactly_fifteen_days_are_met() {
    let case = case().isolated(at(0), at(days(15)));
    for now in [days(15), days(15) + 1, days(40)] {
        assert_eq!(case.says(RULE, at(now)), ["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"]);
    }
}

#[test]
fn one_second_beyond_fifteen_days_is_prolonged_and_release_does_not_undo_it() {
    let case = case().isolated(at(0), at(days(15) + SECOND));
    says(&case, at(days(15)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"]);
    says(
        &case,
        at(days(15) + 1),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, on_presumption, 360 of 360 h"
        ],
    );
    says(
        &case,
        at(days(400)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, over 2026-05-16T00:00:01.000Z, on_presumption, 360 of 360 h"
        ],
    );
}

#[test]
fn the_first_millisecond_beyond_the_limit_is_the_first_of_the_breach() {
    let case = case().isolated(at(0), None).contacts(0..15, 0);
    assert_eq!(case.check(at(days(15))).next_change_at, Some(at(days(15) + 1)));
    says(&case, at(days(15)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"]);
    says(
        &case,
        at(days(15) + 1),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, 360 of 360 h"],
    );
}

#[test]
fn twenty_days_ordered_are_a_breach_at_order() {
    let case = case().isolated(at(0), None).planned(at(days(20)));
    says(
        &case,
        at(0),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-01T00:00:00.000Z, planned, 0 of 360 h"],
    );
    let lifted = self::case().isolated(at(0), at(days(2))).planned(at(days(20)));
    says(
        &lifted,
        at(days(5)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-01T00:00:00.000Z, over 2026-05-03T00:00:00.000Z, planned, 48 of 360 h"
        ],
    );
}

#[test]
fn an_order_of_fifteen_days_is_met_and_one_millisecond_more_is_not() {
    says(
        &case().isolated(at(0), None).planned(at(days(15))),
        at(0),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 0 of 360 h"],
    );
    says(
        &case().isolated(at(0), None).planned(at(days(15) + 1)),
        at(0),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-01T00:00:00.000Z, planned, 0 of 360 h"],
    );
}

#[test]
fn two_episodes_of_fourteen_days_are_each_met_and_make_a_pattern() {
    let case = case().isolated(at(0), at(days(14))).isolated(at(days(15)), at(days(29)));
    says(
        &case,
        at(days(40)),
        &expect![[r"
        NMR-43b met — Mandela Rules 43(1)(b), 44, 336 of 360 h
        NMR-43b met — Mandela Rules 43(1)(b), 44, 336 of 360 h"]],
    );
    expect!["NMR-43b pattern since 2026-05-17T00:00:00.001Z (672 h)"].assert_eq(&case.advised(at(days(40))).join("\n"));
}

#[test]
fn episodes_fifteen_days_apart_make_no_pattern() {
    let case = case().isolated(at(0), at(days(14))).isolated(at(days(29)), at(days(43)));
    assert!(case.advised(at(days(60))).is_empty());
}

#[test]
fn warnings_come_on_the_tenth_and_the_fourteenth_day_and_only_while_it_runs() {
    let case = case().isolated(at(0), None);
    assert!(case.advised(at(days(10) - 1)).is_empty());
    expect!["NMR-43b warning since 2026-05-11T00:00:00.000Z (240 h)"].assert_eq(&case.advised(at(days(10))).join("\n"));
    expect!["NMR-43b last_warning since 2026-05-15T00:00:00.000Z (336 h)"]
        .assert_eq(&case.advised(at(days(14))).join("\n"));
    assert!(case.advised(at(days(15) + 1)).is_empty());
    assert!(self::case().isolated(at(0), at(days(14))).advised(at(days(14))).is_empty());
}

// No reset.

#[test]
fn a_new_measure_on_the_same_day_goes_on_with_the_chain() {
    let case = case().isolated(at(0), at(days(14))).isolated(at(days(14)), at(days(16)));
    says(
        &case,
        at(days(20)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-15T00:00:00.000Z, over 2026-05-17T00:00:00.000Z, on_presumption, planned, 384 of 360 h"
        ],
    );
    let finding = &case.check(at(days(20))).findings[0];
    assert_eq!(finding.anchor, case.facts.measures[0].act);
    assert!(finding.acts.contains(&case.facts.measures[1].act));
}

#[test]
fn a_break_of_two_hours_resets_nothing_and_one_of_more_does() {
    let broken_for = |millis: i64| {
        let noon = days(10) + hours(12);
        case().isolated(at(0), at(noon)).isolated(at(noon + millis), at(days(18)))
    };
    says(
        &broken_for(hours(2)),
        at(days(18)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-11T14:00:00.000Z, over 2026-05-19T00:00:00.000Z, on_presumption, planned, 432 of 360 h"
        ],
    );
    says(
        &broken_for(hours(2) + SECOND),
        at(days(18)),
        &expect![[r"
        NMR-43b met — Mandela Rules 43(1)(b), 44, 252 of 360 h
        NMR-43b met — Mandela Rules 43(1)(b), 44, 177 of 360 h"]],
    );
}

#[test]
fn a_break_over_midnight_that_takes_two_hours_of_neither_day_resets_nothing() {
    let midnight = days(10);
    let case = case().isolated(at(0), at(midnight - 90 * MINUTE)).isolated(at(midnight + 90 * MINUTE), at(days(18)));
    says(
        &case,
        at(days(18)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-11T01:30:00.000Z, over 2026-05-19T00:00:00.000Z, on_presumption, planned, 432 of 360 h"
        ],
    );
}

#[test]
fn an_order_beyond_the_limit_is_broken_since_it_was_given_while_contact_opens_the_running_block() {
    // Four hours of contact in the third block: the count begins again with the fourth, which has not begun.
    let case = case().isolated(at(0), None).planned(at(days(20))).contact(2, hours(4));
    let since = |hour: i64| case.check(at(hours(hour))).findings[0].since;
    assert_eq!([since(60), since(61), since(71)], [at(0); 3]);
    assert_eq!(since(73), at(days(3)));
}

#[test]
fn an_order_that_follows_the_running_one_is_judged_with_it() {
    let first = case().isolated(at(0), None).planned(at(days(10)));
    let both = first.isolated(at(days(10)), None).planned(at(days(16))).known(at(days(5)));
    says(
        &both,
        at(days(5)),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-06T00:00:00.000Z, planned, 120 of 360 h"],
    );
    let apart = case().isolated(at(0), None).planned(at(days(10))).isolated(at(days(11)), None).planned(at(days(20)));
    says(&apart, at(days(5)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 120 of 360 h"]);
}

#[test]
fn an_extension_is_measured_from_where_the_chain_began() {
    let chain = case().isolated(at(0), None).planned(at(days(10))).extended(at(days(18)));
    says(
        &chain,
        at(days(6)),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-01T00:00:00.000Z, planned, 144 of 360 h"],
    );
    // Three hours with others on day 4 (1 May is day 0): the count begins again on day 5.
    let opened = chain.contact(4, hours(3));
    says(&opened, at(days(6)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 24 of 360 h"]);
    says(&opened, at(days(4) + hours(14)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 96 of 360 h"]);
    says(
        &opened.extended(at(days(20) + 1)),
        at(days(6)),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-06T00:00:00.000Z, planned, 24 of 360 h"],
    );
}

// The running block.

#[test]
fn the_running_block_is_presumed_solitary_until_contact_exceeds_two_hours() {
    let case = case().isolated(at(0), None).contacts(0..15, 0);
    let day = days(15);
    let two = case.clone().regime(at(day), at(day + hours(5)), (at(day + hours(1)), at(day + hours(3))));
    says(
        &two,
        at(day + hours(5)),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, 365 of 360 h"],
    );
    let more = case.regime(at(day), at(day + hours(5)), (at(day + hours(1)), at(day + hours(3) + SECOND)));
    says(&more, at(day + hours(5)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"]);
}

#[test]
fn contact_after_now_is_not_seen_before_it_has_come() {
    let day = days(15);
    let case = case().isolated(at(0), None).contacts(0..15, 0).regime(
        at(day),
        at(day + hours(6)),
        (at(day + hours(1)), at(day + hours(4))),
    );
    says(
        &case,
        at(day + hours(3)),
        &expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, 363 of 360 h"],
    );
    assert_eq!(case.check(at(day + hours(3))).next_change_at, Some(at(day + hours(3) + 1)));
    says(&case, at(day + hours(3) + 1), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"]);
}

// What is not on record.

#[test]
fn separation_is_undetermined_from_the_first_closed_block_without_a_record() {
    let case = case().separated(at(0), None);
    says(&case, at(days(1) - 1), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 23 of 360 h"]);
    says(
        &case,
        at(days(1)),
        &expect!["NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-02T00:00:00.000Z, 24 of 360 h"],
    );
    says(
        &case.clone().contact(0, hours(3)),
        at(days(1)),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 0 of 360 h"],
    );
    says(
        &case.contact(0, hours(3)),
        at(days(3)),
        &expect!["NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-03T00:00:00.000Z, 48 of 360 h"],
    );
}

#[test]
fn solitary_confinement_without_a_record_is_presumed() {
    says(
        &case().isolated(at(0), None),
        at(days(5)),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 120 of 360 h"],
    );
}

#[test]
fn fifteen_days_of_separation_without_a_record_are_a_breach_on_presumption() {
    let case = case().separated(at(0), None);
    says(
        &case,
        at(days(15)),
        &expect!["NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-02T00:00:00.000Z, 360 of 360 h"],
    );
    says(
        &case,
        at(days(15) + 1),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, on_presumption, 360 of 360 h"
        ],
    );
    says(
        &case.contact(7, hours(2) + 1),
        at(days(15) + 1),
        &expect!["NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-02T00:00:00.000Z, 168 of 360 h"],
    );
}

#[test]
fn every_second_day_on_record_does_not_hide_the_others() {
    let case = (0..8).fold(case().separated(at(0), None), |case, day| case.contact(2 * day, hours(1)));
    says(
        &case,
        at(days(15) + 1),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, on_presumption, 360 of 360 h"
        ],
    );
}

#[test]
fn a_hole_too_small_to_change_the_answer_is_no_hole() {
    let case = (0..3).fold(case().separated(at(0), at(days(3))), |case, day| {
        let midnight = days(day);
        case.regime(at(midnight + 5 * MINUTE), at(midnight + days(1) - MINUTE), None)
    });
    says(&case, at(days(3)), &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 72 of 360 h"]);
}

#[test]
fn solitary_confinement_found_without_a_planned_end_is_undetermined_while_it_runs() {
    says(
        &case().isolated(at(0), None).planned(None),
        at(days(2)),
        &expect![
            "NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-01T00:00:00.000Z, no_planned_end, 48 of 360 h"
        ],
    );
    says(
        &case().isolated(at(0), at(days(3))).planned(None),
        at(days(4)),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 72 of 360 h"],
    );
    says(
        &case().separated(at(0), None).planned(None).contact(0, hours(4)),
        at(days(1)),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 0 of 360 h"],
    );
}

#[test]
fn a_measure_that_became_known_late_says_since_when() {
    let case = case().isolated(at(0), at(days(16))).known(at(days(30)));
    assert_eq!(case.check(at(days(31))).findings[0].known, Some(at(days(30))));
}

// The limit, the clocks of the place, and days of other lengths.

#[test]
fn calendar_days_count_where_blocks_do_not() {
    // From noon on 30 April. Association at noon and at eleven by turns: every block that sees both is open, no
    // calendar day is.
    let mut case = case().isolated(at(-hours(12)), at(days(17)));
    for day in 0..17 {
        let begin = at(days(day) + if day % 2 == 0 { hours(12) } else { hours(10) });
        case = case.regime(at(days(day)), at(days(day + 1)), (begin, begin.plus(hours(2))));
    }
    says(
        &case,
        at(days(17)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, over 2026-05-18T00:00:00.000Z, 408 of 360 h"
        ],
    );
}

#[test]
fn a_day_of_twenty_three_hours_leaves_one_hour_and_one_of_twenty_five_leaves_three() {
    let paris = zone("Europe/Paris");
    let midnight = |day: jiff::civil::Date| Moment::start_of(day, &paris.zone);
    // One day apart on each change of clocks in 2026, alone, so that the calendar day alone can be solitary.
    for (day, free, solitary) in [
        (date(2026, 3, 29), hours(1), true),
        (date(2026, 3, 29), hours(1) + 1, false),
        (date(2026, 10, 25), hours(3), true),
        (date(2026, 10, 25), hours(3) + 1, false),
    ] {
        let (from, until) = (midnight(day), midnight(day.tomorrow().unwrap()));
        let begin = from.plus(hours(8));
        let case = case().separated(from, until).regime(from, until, (begin, begin.plus(free)));
        let facts = case.facts();
        let days = crate::confinement::Confinement::of(&facts, until).days(&paris.zone);
        assert_eq!(days.chains.len() == 1, solitary, "{day} {free}");
    }
}

#[test]
fn fifteen_calendar_days_over_a_change_of_clocks_are_counted_in_elapsed_time() {
    let paris = zone("Europe/Paris");
    let midnight = |month, day| Moment::start_of(date(2026, month, day), &paris.zone);
    let spring = case().isolated(midnight(3, 20), midnight(4, 4));
    expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 359 of 360 h"]
        .assert_eq(&spring.says_in(&paris, RULE, midnight(4, 10)).join("\n"));
    let autumn = case().isolated(midnight(10, 20), midnight(11, 4));
    expect!["NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-11-03T22:00:00.001Z, over 2026-11-03T23:00:00.000Z, on_presumption, 361 of 360 h"].assert_eq(&autumn.says_in(&paris, RULE, midnight(11, 10)).join("\n"));
}

#[test]
fn a_leap_day_is_a_day() {
    let (from, until) = (moment("2028-02-20T00:00:00Z"), moment("2028-03-06T00:00:00Z"));
    says(
        &case().isolated(from, until),
        until.plus(days(9)),
        &expect!["NMR-43b met — Mandela Rules 43(1)(b), 44, 360 of 360 h"],
    );
    says(
        &case().isolated(from, until.plus(SECOND)),
        until.plus(days(9)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2028-03-06T00:00:00.001Z, over 2028-03-06T00:00:01.000Z, on_presumption, 360 of 360 h"
        ],
    );
}

#[test]
fn records_that_overlap_are_not_counted_twice() {
    let noon = hours(12);
    let case = case().separated(at(0), at(days(1))).regime(at(0), at(days(1)), (at(noon), at(noon + hours(2)))).regime(
        at(hours(6)),
        at(hours(20)),
        (at(noon + hours(1)), at(noon + hours(2))),
    );
    let facts = case.facts();
    let days = crate::confinement::Confinement::of(&facts, at(days(1))).days(&utc().zone);
    assert_eq!(days.chains.len(), 1);
}

#[test]
fn a_record_vouches_for_its_own_stretch_only() {
    let case = case().separated(at(0), at(days(1))).regime(at(0), at(hours(1)), (at(0), at(hours(9))));
    says(
        &case,
        at(days(1)),
        &expect!["NMR-43b undetermined — Mandela Rules 43(1)(b), 44, since 2026-05-02T00:00:00.000Z, 24 of 360 h"],
    );
}

#[test]
fn measures_that_overlap_are_one_confinement() {
    let case = case().isolated(at(0), at(days(10))).separated(at(days(3)), at(days(16))).contacts(0..16, hours(1));
    says(
        &case,
        at(days(16)),
        &expect![
            "NMR-43b breach — Mandela Rules 43(1)(b), 44, since 2026-05-16T00:00:00.001Z, over 2026-05-17T00:00:00.000Z, 384 of 360 h"
        ],
    );
}

#[test]
fn a_breach_that_came_back_shows_both_stretches() {
    let case = case().isolated(at(0), None).planned(at(days(3))).contact(16, hours(5));
    let finding = &case.check(at(days(40))).findings[0];
    expect!["[Span { from: 2026-05-16T00:00:00.001Z, until: Some(2026-05-17T00:00:00.000Z) }, Span { from: 2026-06-02T00:00:00.001Z, until: None }]"].assert_eq(&format!("{:?}", finding.stretches));
}

#[test]
fn other_measures_are_not_confinement_apart() {
    use domain::measure::{MeasureKind, MeasurePurpose};
    let case = case().measure(MeasureKind::Observation, MeasurePurpose::Order, at(0), None);
    assert!(case.says(RULE, at(days(30))).is_empty());
}

#[test]
fn moments_at_the_end_of_time_are_answered_too() {
    let last = moment("9999-12-30T00:00:00Z");
    let case = case().isolated(last, None).planned(last.plus(days(15)));
    let checked = case.check(moment("9999-12-30T21:59:59.999Z"));
    let rules = ["NMR-43b", "NMR-45c", "NMR-45f", "NMR-107"];
    let results = checked.findings.iter().chain(&checked.met).filter(|result| rules.contains(&result.rule.id()));
    assert_eq!(results.count(), 4);
}
