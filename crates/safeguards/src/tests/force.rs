//! Restraints and the use of force.

use domain::look::Outcome;
use domain::{ActId, Moment};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::fixture::*;
use super::told::*;
use crate::Remedy;

const FIFTEEN: i64 = 15 * MINUTE;

/// The restraint is the second act of these cases.
const RESTRAINT: u8 = 2;

#[track_caller]
fn says(case: &Told, rule: &str, now: i64, expected: &Expect) {
    expected.assert_eq(&case.says(rule, at(now)).join("\n"));
}

fn applied() -> Value {
    json!({
        "instrument": "soft_cuffs", "ground": "injury_to_others", "ordered_by": "director", "tried": ["talk"],
        "nothing_lesser": "yes", "least_intrusive": "yes", "training": "everybody",
    })
}

fn with(field: &str, value: impl Into<Value>) -> Value {
    let mut body = applied();
    body[field] = value.into();
    body
}

fn without(field: &str) -> Value {
    let mut body = applied();
    body.as_object_mut().unwrap().remove(field);
    body
}

impl Told {
    fn restrained(self, millis: i64, body: &Value) -> Self {
        self.then(at(millis), "restraint.applied", body)
    }

    fn checked(self, millis: i64, danger: &str) -> Self {
        self.then(at(millis), "restraint.checked", &json!({ "restraint": act(RESTRAINT), "danger": danger }))
    }

    fn removed(self, millis: i64) -> Self {
        self.then(at(millis), "restraint.removed", &json!({ "restraint": act(RESTRAINT) }))
    }

    fn told(self, millis: i64, whom: &str) -> Self {
        self.then(at(millis), "restraint.told", &json!({ "restraint": act(RESTRAINT), "whom": whom }))
    }

    fn before_a_court(self, from: i64, until: i64) -> Self {
        self.then(at(from), "restraint.appeared", &json!({ "before": "court", "until": at(until) }))
    }

    fn noted(self, what: &str, from: i64, until: i64) -> Self {
        let body = json!({ "circumstance": what, "until": at(until), "source": "health service" });
        self.then(at(from), "custody.circumstance_noted", &body)
    }
}

#[test]
fn chains_are_a_breach_for_as_long_as_they_were_on_and_soft_cuffs_are_not() {
    says(&man().restrained(0, &applied()), "NMR-47a", 0, &expect!["NMR-47a met — Mandela Rules 47(1)"]);
    for instrument in ["chains", "irons", "painful"] {
        let on = man().restrained(0, &with("instrument", instrument));
        let says_now = on.says("NMR-47a", at(MINUTE));
        assert_eq!(
            says_now,
            ["NMR-47a breach — Mandela Rules 47(1), since 2026-05-01T00:00:00.000Z, prohibited_instrument"]
        );
        let off = on.removed(MINUTE);
        assert!(off.says("NMR-47a", at(hours(9))).concat().contains("over 2026-05-01T00:01:00.000Z"));
    }
}

#[test]
fn an_order_for_chains_or_as_a_punishment_breaks_a_prohibition_before_anything_happens() {
    let order = |instrument: &str, ground: &str| {
        let body = json!({
            "instrument": instrument, "ground": ground, "tried": ["talk"], "nothing_lesser": "yes",
            "least_intrusive": "yes", "legal_basis": "Act 1",
        });
        man().then(at(0), "restraint.ordered", &body)
    };
    let broken = |case: &Told| -> Vec<&str> {
        let (after, before) = (case.check(at(0)), man().check(at(0)));
        crate::blocking(&after, &before).iter().map(|finding| finding.rule.id()).collect()
    };
    assert_eq!(broken(&order("irons", "self_injury")), ["NMR-47a"]);
    assert_eq!(broken(&order("hands", "punishment")), ["NMR-43f"]);
    assert!(broken(&order("hands", "self_injury")).is_empty());
}

#[test]
fn a_restraint_as_a_punishment_is_a_breach_and_one_without_a_ground_cannot_be_judged() {
    let ground = |ground: &str| man().restrained(0, &with("ground", ground)).removed(MINUTE);
    says(&ground("transfer"), "NMR-43f", MINUTE, &expect!["NMR-43f met — Mandela Rules 43(2)"]);
    says(
        &ground("punishment"),
        "NMR-43f",
        hours(1),
        &expect![
            "NMR-43f breach — Mandela Rules 43(2), since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:01:00.000Z, as_punishment"
        ],
    );
    says(
        &ground("other"),
        "NMR-43f",
        hours(1),
        &expect!["NMR-43f undetermined — Mandela Rules 43(2), since 2026-05-01T00:00:00.000Z"],
    );
}

#[test]
fn off_when_the_hearing_begins_is_met_and_a_millisecond_later_is_not() {
    let off_at = |millis: i64| man().restrained(0, &with("ground", "transfer")).removed(millis);
    let in_time = off_at(hours(1)).before_a_court(hours(1), hours(2));
    says(&in_time, "NMR-47b", hours(3), &expect!["NMR-47b met — Mandela Rules 47(2)(a)"]);
    let late = off_at(hours(1) + 1).before_a_court(hours(1), hours(2));
    says(
        &late,
        "NMR-47b",
        hours(3),
        &expect![
            "NMR-47b breach — Mandela Rules 47(2)(a), since 2026-05-01T01:00:00.000Z, over 2026-05-01T01:00:00.001Z, before_authority"
        ],
    );
    // Nothing says that it was taken off: it may have been.
    let open = man().restrained(0, &with("ground", "transfer")).before_a_court(hours(1), hours(2));
    says(
        &open,
        "NMR-47b",
        hours(3),
        &expect!["NMR-47b undetermined — Mandela Rules 47(2)(a), since 2026-05-01T00:00:00.000Z"],
    );
    // Somebody looked in the middle of the hearing, and it was on.
    let seen = open.checked(hours(1) + MINUTE, "yes");
    assert!(seen.says("NMR-47b", at(hours(3))).concat().starts_with("NMR-47b breach"));
    // A restraint after the hearing has nothing to do with it.
    let after = man().before_a_court(0, hours(1)).restrained(hours(1), &applied());
    says(&after, "NMR-47b", hours(3), &expect!["NMR-47b met — Mandela Rules 47(2)(a)"]);
}

#[test]
fn telling_health_and_the_authority_above_within_two_hours_is_met_and_a_millisecond_later_is_late() {
    let told = |health: i64, authority: i64| {
        man()
            .restrained(0, &applied())
            .told(health, "health_service")
            .told(authority, "higher_authority")
            .removed(MINUTE)
    };
    says(&told(10 * MINUTE, hours(2)), "NMR-47c", hours(5), &expect!["NMR-47c met — Mandela Rules 47(2)(b), 0 of 2 h"]);
    says(
        &told(hours(2) + 1, MINUTE),
        "NMR-47c",
        hours(5),
        &expect![
            "NMR-47c breach — Mandela Rules 47(2)(b), since 2026-05-01T02:00:00.001Z, over 2026-05-01T02:00:00.002Z, health_not_told, 2 of 2 h"
        ],
    );
    says(
        &told(MINUTE, hours(2) + 1),
        "NMR-47c",
        hours(5),
        &expect![
            "NMR-47c breach — Mandela Rules 47(2)(b), since 2026-05-01T02:00:00.001Z, over 2026-05-01T02:00:00.002Z, authority_not_told, 2 of 2 h"
        ],
    );
}

#[test]
fn who_was_told_is_waited_for_until_the_clock_and_not_on_record_after_it() {
    let silent = man().restrained(0, &applied()).removed(MINUTE);
    says(
        &silent,
        "NMR-47c",
        hours(2),
        &expect!["waits: NMR-47c undetermined — Mandela Rules 47(2)(b), since 2026-05-01T00:00:00.000Z, 2 of 2 h"],
    );
    assert_eq!(silent.check(at(hours(2))).next_change_at, Some(at(hours(2) + 1)));
    says(
        &silent,
        "NMR-47c",
        hours(2) + 1,
        &expect![
            "NMR-47c undetermined — Mandela Rules 47(2)(b), since 2026-05-01T00:00:00.000Z, health_not_told, overdue, authority_not_told, 2 of 2 h"
        ],
    );
    let finding =
        silent.check(at(hours(3))).findings.into_iter().find(|finding| finding.rule.id() == "NMR-47c").unwrap();
    assert_eq!(finding.remedies, [Remedy::TellHealth, Remedy::TellAuthority]);
}

#[test]
fn only_the_director_orders_it_after_something_else_was_tried_and_for_a_transfer_the_rule_is_another() {
    let flags = |body: &Value| {
        let checked = man().restrained(0, body).removed(MINUTE).check(at(hours(1)));
        let finding = checked.findings.iter().find(|finding| finding.rule.id() == "NMR-47c").cloned();
        finding.map(|finding| (finding.outcome, finding.flags.iter().map(|flag| flag.code()).collect::<Vec<_>>()))
    };
    assert_eq!(flags(&applied()), None);
    assert_eq!(flags(&with("ordered_by", "shift_leader")), Some((Outcome::Breach, vec!["not_the_director"])));
    assert_eq!(flags(&with("ground", "refusal")), Some((Outcome::Breach, vec!["other_purpose"])));
    assert_eq!(flags(&without("tried")), Some((Outcome::Breach, vec!["nothing_tried"])));
    let transfer = man().restrained(0, &with("ground", "transfer"));
    assert!(transfer.says("NMR-47c", at(hours(9))).is_empty());
}

#[test]
fn what_the_order_says_counts_for_what_was_done_on_it() {
    let order = json!({
        "instrument": "soft_cuffs", "ground": "damage", "tried": ["room"], "nothing_lesser": "yes",
        "least_intrusive": "yes", "legal_basis": "Act 1",
    });
    let body = json!({
        "instrument": "soft_cuffs", "ground": "damage", "ordered_by": "officer", "order": act(2),
        "training": "everybody",
    });
    let case = man().then(at(0), "restraint.ordered", &order).restrained(MINUTE, &body);
    assert_eq!(case.says("NMR-48a", at(MINUTE)), ["NMR-48a met — Mandela Rules 48(1)(a)-(b)"; 2]);
    let checked = case.check(at(MINUTE));
    let waiting = checked.waiting.iter().find(|finding| finding.rule.id() == "NMR-47c").unwrap();
    assert!(waiting.flags.is_empty() && waiting.acts.contains(&act(2)));
}

#[test]
fn the_least_that_works_is_attested_or_not_or_nobody_said() {
    let case = |body: &Value| man().restrained(0, body).removed(MINUTE);
    says(&case(&applied()), "NMR-48a", MINUTE, &expect!["NMR-48a met — Mandela Rules 48(1)(a)-(b)"]);
    says(
        &case(&with("least_intrusive", "no")),
        "NMR-48a",
        MINUTE,
        &expect![
            "NMR-48a breach — Mandela Rules 48(1)(a)-(b), since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:01:00.000Z, not_the_least"
        ],
    );
    for field in ["nothing_lesser", "least_intrusive"] {
        assert!(case(&without(field)).says("NMR-48a", at(MINUTE)).concat().starts_with("NMR-48a undetermined"));
    }
}

#[test]
fn training_is_recorded_or_had_ended_or_nobody_said() {
    let case = |body: &Value| man().restrained(0, body).removed(MINUTE).says("NMR-49", at(MINUTE)).concat();
    assert_eq!(case(&applied()), "NMR-49 met — Mandela Rules 49");
    assert!(case(&with("training", "not_everybody")).ends_with("over 2026-05-01T00:01:00.000Z, not_trained"));
    assert!(case(&without("training")).starts_with("NMR-49 undetermined"));
}

#[test]
fn a_check_after_exactly_fifteen_minutes_is_in_time_and_a_millisecond_later_is_late() {
    let case = man().restrained(0, &applied()).checked(FIFTEEN, "yes");
    says(&case, "NMR-48b", 2 * FIFTEEN, &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
    assert_eq!(case.check(at(2 * FIFTEEN)).next_change_at, Some(at(2 * FIFTEEN + 1)));
    says(
        &case,
        "NMR-48b",
        2 * FIFTEEN + 1,
        &expect!["NMR-48b breach — Mandela Rules 48(1)(c), since 2026-05-01T00:30:00.001Z, not_checked, 0 of 0 h"],
    );
    let late = man().restrained(0, &applied()).checked(FIFTEEN + 1, "yes").removed(2 * FIFTEEN);
    says(
        &late,
        "NMR-48b",
        hours(2),
        &expect![
            "NMR-48b breach — Mandela Rules 48(1)(c), since 2026-05-01T00:15:00.001Z, over 2026-05-01T00:15:00.002Z, not_checked, 0 of 0 h"
        ],
    );
    let short = man().restrained(0, &applied()).removed(FIFTEEN);
    says(&short, "NMR-48b", hours(2), &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
}

#[test]
fn without_a_single_check_on_record_nobody_can_say_whether_there_were_any() {
    let case = man().restrained(0, &applied());
    says(&case, "NMR-48b", FIFTEEN, &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
    says(
        &case,
        "NMR-48b",
        FIFTEEN + 1,
        &expect!["NMR-48b undetermined — Mandela Rules 48(1)(c), since 2026-05-01T00:00:00.000Z, overdue, 0 of 0 h"],
    );
    // Written down later, they are what they were.
    let later = case.late(hours(5)).checked(10 * MINUTE, "yes").checked(20 * MINUTE, "no").removed(30 * MINUTE);
    says(&later, "NMR-48b", hours(9), &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
}

#[test]
fn after_the_danger_it_is_off_within_the_time_of_a_check() {
    let off = |after: i64| {
        man().restrained(0, &applied()).checked(MINUTE, "no").checked(MINUTE + FIFTEEN, "no").removed(MINUTE + after)
    };
    says(&off(FIFTEEN), "NMR-48b", hours(2), &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
    says(
        &off(FIFTEEN + 1),
        "NMR-48b",
        hours(2),
        &expect![
            "NMR-48b breach — Mandela Rules 48(1)(c), since 2026-05-01T00:16:00.001Z, over 2026-05-01T00:16:00.002Z, stayed_on, 0 of 0 h"
        ],
    );
}

#[test]
fn a_restraint_ends_with_custody_though_nobody_took_it_off_on_paper() {
    let released =
        man().restrained(0, &applied()).then(at(10 * MINUTE), "custody.released", &json!({ "basis": "Order" }));
    says(&released, "NMR-48b", days(3), &expect!["NMR-48b met — Mandela Rules 48(1)(c), 0 of 0 h"]);
}

#[test]
fn no_restraint_in_childbirth_and_for_a_pregnant_woman_silence_says_nothing() {
    let on = |from: i64, until: i64| woman().restrained(from, &applied()).removed(until);
    says(&on(0, hours(1)), "NMR-48c", hours(9), &expect!["NMR-48c met — Mandela Rules 48(2); Bangkok Rules 24"]);
    let ends_before = on(0, hours(1)).noted("childbirth", hours(1), hours(30));
    says(&ends_before, "NMR-48c", hours(9), &expect!["NMR-48c met — Mandela Rules 48(2); Bangkok Rules 24"]);
    let overlap = on(0, hours(1) + 1).noted("childbirth", hours(1), hours(30));
    says(
        &overlap,
        "NMR-48c",
        hours(9),
        &expect![
            "NMR-48c breach — Mandela Rules 48(2); Bangkok Rules 24, since 2026-05-01T01:00:00.000Z, over 2026-05-01T01:00:00.001Z, childbirth"
        ],
    );
    let pregnant = on(0, hours(1)).noted("pregnant", 0, days(90));
    says(
        &pregnant,
        "NMR-48c",
        hours(9),
        &expect!["NMR-48c undetermined — Mandela Rules 48(2); Bangkok Rules 24, since 2026-05-01T00:00:00.000Z"],
    );
    assert!(man().restrained(0, &applied()).says("NMR-48c", at(hours(9))).is_empty());
}

#[test]
fn a_child_is_restrained_only_against_injury_with_a_professional_there_from_first_to_last() {
    let child = |body: &Value, there: Option<&str>| {
        let case = person("male", "2009-01-01").restrained(0, body);
        let mut removed = json!({ "restraint": act(RESTRAINT) });
        if let Some(there) = there {
            removed["professional"] = json!(there);
        }
        case.then(at(MINUTE), "restraint.removed", &removed).says("CRC-95f", at(hours(1))).concat()
    };
    assert_eq!(
        child(&applied(), Some("throughout")),
        "CRC-95f met — CRC general comment 24, paragraph 95(f); Havana Rules 63, child"
    );
    assert!(child(&applied(), Some("part_of_it")).ends_with("child, no_professional"));
    assert!(child(&with("ground", "refusal"), Some("throughout")).ends_with("child, other_purpose"));
    assert!(child(&with("ground", "damage"), Some("throughout")).ends_with("child, other_purpose"));
    assert!(child(&without("tried"), Some("throughout")).ends_with("child, nothing_tried"));
    assert!(child(&applied(), None).starts_with("CRC-95f undetermined"));
    // On the 18th birthday the person is an adult.
    let adult = person("male", "2008-05-01").restrained(0, &applied());
    assert!(adult.says("CRC-95f", at(0)).is_empty());
    let eve = person("male", "2008-05-01").restrained(-1, &applied());
    assert_eq!(eve.says("CRC-95f", at(0)).len(), 1);
}

#[test]
fn force_has_one_of_four_grounds_and_the_director_is_told_within_two_hours() {
    let used = |ground: &str| man().then(at(0), "restraint.force_used", &json!({ "ground": ground, "injury": "no" }));
    let told = used("self_defence").told(hours(2), "director");
    says(&told, "NMR-82", hours(5), &expect!["NMR-82 met — Mandela Rules 82(1), 2 of 2 h"]);
    let late = used("self_defence").told(hours(2) + 1, "director");
    says(
        &late,
        "NMR-82",
        hours(5),
        &expect![
            "NMR-82 breach — Mandela Rules 82(1), since 2026-05-01T02:00:00.001Z, over 2026-05-01T02:00:00.002Z, director_not_told, 2 of 2 h"
        ],
    );
    says(
        &used("punishment").told(MINUTE, "director"),
        "NMR-82",
        hours(5),
        &expect![
            "NMR-82 breach — Mandela Rules 82(1), since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, other_purpose, 0 of 2 h"
        ],
    );
    says(
        &used("passive_resistance"),
        "NMR-82",
        hours(2),
        &expect!["waits: NMR-82 undetermined — Mandela Rules 82(1), since 2026-05-01T00:00:00.000Z, 2 of 2 h"],
    );
    says(
        &used("passive_resistance"),
        "NMR-82",
        hours(2) + 1,
        &expect![
            "NMR-82 undetermined — Mandela Rules 82(1), since 2026-05-01T00:00:00.000Z, director_not_told, overdue, 2 of 2 h"
        ],
    );
}

#[test]
fn what_is_recorded_late_was_so_and_says_since_when_it_is_known() {
    let case = man().late(days(2)).restrained(0, &with("instrument", "irons"));
    let finding = case.check(at(days(3))).findings.into_iter().find(|finding| finding.rule.id() == "NMR-47a").unwrap();
    assert_eq!((finding.since, finding.known), (at(0), Some(at(days(2)))));
}

fn answers(case: &Told, now: Moment) -> Vec<(&'static str, Outcome, ActId, Moment, Option<bool>)> {
    let checked = case.check(now);
    let waiting = checked.waiting.iter().map(|finding| (finding, None));
    let rest = checked.findings.iter().chain(&checked.met).map(|finding| (finding, Some(finding.over.is_some())));
    let told = rest.chain(waiting);
    let mut told: Vec<_> = told.map(|(f, over)| (f.rule.id(), f.outcome, f.anchor, f.since, over)).collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_before_the_next_change_and_each_rule_answers_once(
        instrument in prop::sample::select(vec!["hands", "irons"]),
        ground in prop::sample::select(vec!["transfer", "self_injury", "refusal", "other"]),
        woman in any::<bool>(),
        checks in prop::collection::vec((0_i64..300, prop::sample::select(vec!["yes", "no"])), 0..6),
        told in prop::collection::vec((0_i64..300, prop::sample::select(vec!["health_service", "higher_authority"])), 0..3),
        court in proptest::option::of((0_i64..200, 1_i64..60)),
        birth in proptest::option::of((0_i64..200, 1_i64..60)),
        off in proptest::option::of(0_i64..240),
        now in 0_i64..400,
        part in 0_i64..400,
    ) {
        let mut body = with("instrument", instrument);
        body["ground"] = json!(ground);
        let mut case = person(if woman { "female" } else { "male" }, "2008-05-01").restrained(0, &body);
        for (minute, danger) in checks { case = case.checked(minute * MINUTE, danger); }
        for (minute, whom) in told { case = case.told(minute * MINUTE, whom); }
        if let Some((from, length)) = court { case = case.before_a_court(from * MINUTE, (from + length) * MINUTE); }
        if let Some((from, length)) = birth { case = case.noted("childbirth", from * MINUTE, (from + length) * MINUTE); }
        if let Some(minute) = off { case = case.removed(minute * MINUTE); }
        let now = at(now * MINUTE);
        let checked = case.check(now);
        let end = checked.next_change_at.unwrap_or(now.plus(days(9)));
        prop_assert!(end > now);
        for later in [now.plus(part * MINUTE).min(end.plus(-1)), end.plus(-1)] {
            prop_assert_eq!(answers(&case, now), answers(&case, later), "at {}", later);
        }
        let results: Vec<_> = answers(&case, now).iter().map(|(rule, _, anchor, ..)| (*rule, *anchor)).collect();
        let unique: std::collections::BTreeSet<_> = results.iter().collect();
        prop_assert_eq!(unique.len(), results.len());
        for finding in checked.with(Outcome::Breach) {
            prop_assert_eq!(finding.stretches.first().map(|first| first.from), Some(finding.since));
            prop_assert!(finding.stretches.iter().all(|stretch| stretch.until.is_none_or(|until| stretch.from < until)));
            prop_assert!(finding.stretches.windows(2).all(|pair| pair[0].until.is_some_and(|until| until < pair[1].from)));
        }
    }
}
