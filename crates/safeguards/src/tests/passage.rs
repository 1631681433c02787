//! Presumption of innocence, plan and release.

use domain::assessment::NeedArea;
use domain::custody::{ClosingReason, Status};
use domain::facts::{Dated, HandoverFacts};
use domain::organisation::Aim;
use domain::passage_facts::Noted;
use domain::release::ReleaseItem;
use domain::{AccountId, ActId, Moment, OrgId, Span};
use expect_test::expect;
use jiff::civil::{Date, date};

use super::fixture::*;

/// Acts of these tests are numbered from 200 on.
fn act(number: u8) -> ActId {
    ActId::from_bytes([200 + number; 16])
}

impl Case {
    fn held_as(mut self, status: Status, from: Moment) -> Self {
        self.facts.status.clear();
        self.status(status, from)
    }

    fn plan_for(self, proposed: Moment, needs: &[NeedArea]) -> Self {
        let mut case = self.plan(proposed, Some(()));
        case.facts.plans.last_mut().unwrap().goals = needs.to_vec();
        case
    }

    fn referred(mut self, at: Moment, aim: Option<Aim>) -> Self {
        self.facts.passage.aims.push(Noted { act: act(1), at, known: at, value: aim });
        self
    }

    fn assessed(mut self, at: Moment, needs: &[NeedArea]) -> Self {
        self.facts.assessments.push((act(2), at, needs.to_vec()));
        self
    }

    fn looked_at(mut self, number: u8, at: Moment) -> Self {
        self.facts.plans.last_mut().unwrap().reviews.push((act(number), at));
        self
    }

    fn carried(mut self, number: u8, from: Moment, until: Option<Moment>) -> Self {
        let value = AccountId::from_bytes([9; 16]);
        self.facts.allocated.push(Dated { act: act(number), value, span: Span { from, until }, known: from });
        self
    }

    fn release_set(mut self, on: Date) -> Self {
        self.facts.release_on = Some((act(10), on));
        self.facts.passage.dates.push(Noted { act: act(10), at: at(-days(20)), known: at(-days(20)), value: () });
        self
    }

    fn released(mut self, at: Moment) -> Self {
        self.facts.released = Some((act(11), at));
        self
    }

    fn arranged(mut self, at: Moment, items: &[ReleaseItem]) -> Self {
        for (number, item) in (20..).zip(items) {
            self.facts.release_items.push((act(number), *item));
            self.facts.passage.items.push(Noted { act: act(number), at, known: at, value: *item });
        }
        self
    }

    fn taken_over(mut self, at: Moment) -> Self {
        self.facts.handovers.push(HandoverFacts {
            act: act(30),
            to: OrgId::from_bytes([8; 16]),
            offered: at,
            answer_by: date(2030, 1, 1),
            accepted: Some((act(31), at, AccountId::from_bytes([9; 16]), at)),
            returned: None,
        });
        self
    }

    fn met_outside(mut self, at: Moment) -> Self {
        self.facts.first_contact = Some((act(32), at));
        self
    }
}

const SUPPORT: &[NeedArea] = &[NeedArea::Home, NeedArea::Family, NeedArea::Work];
const OF_GUILT: &[NeedArea] = &[NeedArea::Home, NeedArea::LeavingViolence];

#[test]
fn vector_16_an_untried_person_may_have_support_and_no_programme_that_implies_guilt() {
    let untried = || case().no_plan().held_as(Status::Untried, at(-days(5)));
    expect!["NMR-111 met — Mandela Rules 111(2); Havana Rules 17"]
        .assert_eq(&untried().referred(at(0), Some(Aim::Support)).says("NMR-111", at(1)).join("\n"));
    expect!["NMR-111 met — Mandela Rules 111(2); Havana Rules 17"]
        .assert_eq(&untried().referred(at(0), Some(Aim::Reintegration)).says("NMR-111", at(1)).join("\n"));
    expect!["NMR-111 breach — Mandela Rules 111(2); Havana Rules 17, since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, not_convicted"]
        .assert_eq(&untried().referred(at(0), Some(Aim::Disengagement)).says("NMR-111", at(5)).join("\n"));
    expect![
        "NMR-111 undetermined — Mandela Rules 111(2); Havana Rules 17, since 2026-05-01T00:00:00.000Z, aim_not_known"
    ]
    .assert_eq(&untried().referred(at(0), None).says("NMR-111", at(1)).join("\n"));
    for aim in [Aim::Support, Aim::Disengagement] {
        assert!(untried().referred(at(0), Some(aim)).says("NMR-122", at(1)).is_empty());
    }
}

#[test]
fn whoever_is_held_without_charge_is_asked_nothing_that_rehabilitates() {
    let held = || case().no_plan().held_as(Status::WithoutCharge, at(-days(5)));
    let referred = |aim| held().referred(at(0), Some(aim)).says("NMR-122", at(1)).join("\n");
    expect!["NMR-122 met — Mandela Rules 122"].assert_eq(&referred(Aim::Support));
    for aim in [Aim::Disengagement, Aim::Reintegration] {
        expect!["NMR-122 breach — Mandela Rules 122, since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, without_charge"]
            .assert_eq(&referred(aim));
    }
    assert!(held().referred(at(0), None).says("NMR-122", at(1))[0].starts_with("NMR-122 undetermined"));
    assert!(held().referred(at(0), Some(Aim::Disengagement)).says("NMR-111", at(1)).is_empty());
}

#[test]
fn a_plan_or_an_assessment_implies_guilt_by_the_need_it_names() {
    let untried = || case().no_plan().held_as(Status::Untried, at(-days(5)));
    assert!(untried().plan_for(at(0), SUPPORT).says("NMR-111", at(0))[0].starts_with("NMR-111 met"));
    expect!["NMR-111 breach — Mandela Rules 111(2); Havana Rules 17, since 2026-05-01T00:00:00.000Z, not_convicted"]
        .assert_eq(&untried().plan_for(at(0), OF_GUILT).says("NMR-111", at(0)).join("\n"));
    let assessed = untried().assessed(at(0), &[NeedArea::MakingGood]).says("NMR-111", at(1));
    assert!(assessed[0].starts_with("NMR-111 breach"), "{assessed:?}");
    let replaced = untried().plan_for(at(0), OF_GUILT).plan_for(at(days(2)), SUPPORT).says("NMR-111", at(days(3)));
    assert!(replaced[0].contains("over 2026-05-03T00:00:00.000Z"), "{replaced:?}");
    let mut returned = untried().plan_for(at(0), OF_GUILT);
    returned.facts.plans[0].returned = Some(act(3));
    assert!(returned.says("NMR-111", at(days(1)))[0].contains("over 2026-05-01T00:00:00.001Z"));
}

#[test]
fn conviction_opens_what_was_closed_from_its_first_instant_and_not_before() {
    let tried = |convicted: i64| {
        let case = case().no_plan().held_as(Status::Untried, at(-days(5))).status(Status::Convicted, at(convicted));
        case.plan_for(at(0), OF_GUILT).says("NMR-111", at(days(1)))
    };
    assert!(tried(0).is_empty());
    expect!["NMR-111 breach — Mandela Rules 111(2); Havana Rules 17, since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z, not_convicted"]
        .assert_eq(&tried(1).join("\n"));
    // A conviction that is quashed closes it again.
    let quashed = case().no_plan().plan_for(at(0), OF_GUILT).status(Status::Untried, at(days(3)));
    assert!(quashed.says("NMR-111", at(days(2))).is_empty());
    assert_eq!(quashed.check(at(days(2))).next_change_at, Some(at(days(3))));
    assert!(quashed.says("NMR-111", at(days(3)))[0].starts_with("NMR-111 breach"));
}

#[test]
fn a_plan_on_the_last_day_of_the_clock_is_met_and_a_millisecond_later_it_is_not() {
    let sixty = at(-days(40));
    let planned = |proposed| case().no_plan().assessed(at(-days(95)), SUPPORT).plan_for(proposed, SUPPORT);
    expect!["NMR-94 met — Mandela Rules 94, 1440 of 1440 h"]
        .assert_eq(&planned(sixty).says("NMR-94", at(0)).join("\n"));
    expect!["NMR-94 breach — Mandela Rules 94, since 2026-03-22T00:00:00.001Z, over 2026-03-22T00:00:00.002Z, 1440 of 1440 h"]
        .assert_eq(&planned(sixty.plus(1)).says("NMR-94", at(0)).join("\n"));
    let none = case().no_plan();
    assert!(none.says("NMR-94", sixty).is_empty(), "not yet due: waited for");
    assert_eq!(none.check(sixty).waiting.iter().filter(|result| result.rule.id() == "NMR-94").count(), 1);
    expect!["NMR-94 undetermined — Mandela Rules 94, since 2026-01-21T00:00:00.000Z, overdue, 1440 of 1440 h"]
        .assert_eq(&none.says("NMR-94", sixty.plus(1)).join("\n"));
}

#[test]
fn a_plan_older_than_any_assessment_is_a_breach_until_a_version_follows_one() {
    let old = case();
    let said = old.says("NMR-94", at(0));
    assert!(said[0].starts_with("NMR-94 breach") && said[0].contains("before_assessment"), "{said:?}");
    let mended = old.assessed(at(0), SUPPORT).plan_for(at(days(1)), SUPPORT).says("NMR-94", at(days(2)));
    assert!(mended[0].contains("over 2026-05-02T00:00:00.000Z"), "{mended:?}");
}

#[test]
fn a_plan_is_looked_at_again_within_the_clock_and_each_wait_is_judged_by_itself() {
    let planned = || case().no_plan().plan_for(at(0), SUPPORT);
    let ninety = at(days(90));
    assert!(planned().says("NMR-92c", ninety).is_empty());
    expect!["NMR-92c breach — Mandela Rules 92(3), since 2026-07-30T00:00:00.001Z, 2160 of 2160 h"]
        .assert_eq(&planned().says("NMR-92c", ninety.plus(1)).join("\n"));
    expect!["NMR-92c met — Mandela Rules 92(3), 2160 of 2160 h"]
        .assert_eq(&planned().looked_at(4, ninety).says("NMR-92c", ninety).join("\n"));
    let late = planned().looked_at(4, ninety.plus(1)).looked_at(5, ninety.plus(days(30)));
    expect![[r"
        NMR-92c breach — Mandela Rules 92(3), since 2026-07-30T00:00:00.001Z, over 2026-07-30T00:00:00.002Z, 2160 of 2160 h
        NMR-92c met — Mandela Rules 92(3), 719 of 2160 h"]]
    .assert_eq(&late.says("NMR-92c", ninety.plus(days(40))).join("\n"));
    assert!(case().no_plan().says("NMR-92c", at(days(300))).is_empty(), "there is nothing to keep up");
    let left = planned().released(at(days(30)));
    assert!(left.says("NMR-92c", at(days(200))).is_empty(), "release ends the wait");
}

#[test]
fn somebody_carries_the_file_within_the_clock_and_again_after_it_was_laid_down() {
    let thirty = at(-days(70));
    expect!["NMR-88b met — Mandela Rules 88(2), 720 of 720 h"]
        .assert_eq(&case().carried(6, thirty, None).says("NMR-88b", at(0)).join("\n"));
    assert!(case().says("NMR-88b", thirty).is_empty());
    expect!["NMR-88b breach — Mandela Rules 88(2), since 2026-02-20T00:00:00.001Z, 2490 of 720 h"]
        .assert_eq(&case().says("NMR-88b", thirty.plus(hours(1770))).join("\n"));
    let moved = case().carried(6, at(-days(99)), Some(at(0)));
    assert!(moved.says("NMR-88b", at(days(30))).is_empty());
    assert!(moved.says("NMR-88b", at(days(30)).plus(1))[0].starts_with("NMR-88b breach"));
    let handed_on = moved.carried(7, at(0), None);
    assert!(handed_on.says("NMR-88b", at(days(40)))[0].starts_with("NMR-88b met"));
}

const ALL_FOUR: &[ReleaseItem] =
    &[ReleaseItem::Papers, ReleaseItem::Home, ReleaseItem::Living, ReleaseItem::Journey, ReleaseItem::Family];

#[test]
fn what_is_needed_on_the_day_of_release_is_there_thirty_days_before() {
    let leaving = || case().release_set(date(2026, 7, 1));
    let due = moment("2026-06-01T00:00:00Z");
    expect!["NMR-108a met — Mandela Rules 108(1)"]
        .assert_eq(&leaving().arranged(due, ALL_FOUR).says("NMR-108a", due).join("\n"));
    assert!(leaving().says("NMR-108a", due).is_empty(), "not yet due");
    expect!["NMR-108a breach — Mandela Rules 108(1), since 2026-06-01T00:00:00.001Z"]
        .assert_eq(&leaving().arranged(due, &ALL_FOUR[..3]).says("NMR-108a", due.plus(1)).join("\n"));
    let late = leaving().arranged(due.plus(1), ALL_FOUR).released(moment("2026-07-01T08:00:00Z"));
    expect!["NMR-108a breach — Mandela Rules 108(1), since 2026-06-01T00:00:00.001Z, over 2026-06-01T00:00:00.002Z"]
        .assert_eq(&late.says("NMR-108a", moment("2026-07-02T00:00:00Z")).join("\n"));
    let mut known_late = leaving().arranged(moment("2026-06-30T12:00:00Z"), ALL_FOUR);
    known_late.facts.passage.dates[0].at = moment("2026-06-20T00:00:00Z");
    assert!(known_late.says("NMR-108a", moment("2026-06-30T12:00:00Z"))[0].starts_with("NMR-108a met"));
    let early = leaving().released(at(days(3)));
    expect!["NMR-108a breach — Mandela Rules 108(1), since 2026-05-04T00:00:00.001Z"]
        .assert_eq(&early.says("NMR-108a", at(days(4))).join("\n"));
    assert!(case().says("NMR-108a", at(0)).is_empty(), "no release is known");
}

#[test]
fn a_copy_of_the_file_is_offered_on_the_day_of_release_by_the_calendar_of_the_place() {
    let gate = moment("2026-05-10T22:30:00Z");
    let left = || case().released(gate);
    let offered = |text: &str| {
        let mut case = left();
        case.facts.file_copy = Some((act(12), moment(text)));
        case
    };
    let tunis = zone("Africa/Tunis");
    // There it is half past eleven at night.
    assert!(left().says_in(&tunis, "NMR-09c", moment("2026-05-10T22:59:59.999Z")).is_empty());
    expect!["NMR-09c breach — Mandela Rules 9, since 2026-05-10T23:00:00.000Z"]
        .assert_eq(&left().says_in(&tunis, "NMR-09c", moment("2026-05-10T23:00:00Z")).join("\n"));
    expect!["NMR-09c met — Mandela Rules 9"].assert_eq(
        &offered("2026-05-10T22:59:59.999Z").says_in(&tunis, "NMR-09c", moment("2026-05-11T12:00:00Z")).join("\n"),
    );
    expect!["NMR-09c breach — Mandela Rules 9, since 2026-05-10T23:00:00.000Z, over 2026-05-10T23:00:00.001Z"]
        .assert_eq(
            &offered("2026-05-10T23:00:00Z").says_in(&tunis, "NMR-09c", moment("2026-05-11T12:00:00Z")).join("\n"),
        );
    assert!(offered("2026-05-09T08:00:00Z").says("NMR-09c", gate)[0].starts_with("NMR-09c met"));
}

#[test]
fn somebody_is_there_from_the_first_day_outside() {
    let left = || case().released(at(0));
    let followed = || left().taken_over(at(-days(3)));
    let limit = at(hours(72));
    expect!["NMR-90 met — Mandela Rules 90, 72 of 72 h"]
        .assert_eq(&followed().met_outside(limit).says("NMR-90", limit).join("\n"));
    expect![
        "NMR-90 breach — Mandela Rules 90, since 2026-05-04T00:00:00.001Z, over 2026-05-04T00:00:00.002Z, 72 of 72 h"
    ]
    .assert_eq(&followed().met_outside(limit.plus(1)).says("NMR-90", limit.plus(1)).join("\n"));
    assert!(followed().says("NMR-90", limit).is_empty());
    expect!["NMR-90 undetermined — Mandela Rules 90, since 2026-05-01T00:00:00.000Z, overdue, 72 of 72 h"]
        .assert_eq(&followed().says("NMR-90", limit.plus(1)).join("\n"));
    expect!["NMR-90 breach — Mandela Rules 90, since 2026-05-01T00:00:00.000Z, nobody_took_over, 0 of 72 h"]
        .assert_eq(&left().says("NMR-90", at(0)).join("\n"));
    expect!["NMR-90 breach — Mandela Rules 90, since 2026-05-01T00:00:00.000Z, over 2026-05-02T00:00:00.000Z, nobody_took_over, 24 of 72 h"]
        .assert_eq(&left().met_outside(at(days(1))).says("NMR-90", at(days(9))).join("\n"));
    let mut not_wanted = followed();
    not_wanted.facts.closed = Some((act(33), at(hours(1)), ClosingReason::AftercareNotWanted));
    assert!(not_wanted.says("NMR-90", at(days(9))).is_empty());
}

#[test]
fn none_of_it_is_said_of_somebody_to_whom_it_does_not_apply() {
    let untried = case().held_as(Status::Untried, at(-days(100)));
    for rule in ["NMR-94", "NMR-92c", "NMR-88b", "NMR-90", "NMR-09c", "NMR-108a", "NMR-122"] {
        assert!(untried.says(rule, at(days(400))).is_empty(), "{rule}");
    }
    assert!(case().says("NMR-111", at(0)).is_empty());
}
