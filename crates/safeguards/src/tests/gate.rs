//! Being received: the order, the register, children, belongings, distance.

use domain::ActId;
use domain::Moment;
use domain::custody::{Sex, Status};
use domain::facts::Dated;
use domain::measure::YesNo;
use domain::passage_facts::{ChildrenFacts, DistanceFacts, Noted, OrderFacts, ReturnFacts};
use domain::reception::{AdmissionGroup, CareArranged, GroupState, PlacementReason};
use domain::{OrgId, Span};
use expect_test::expect;
use jiff::civil::date;

use super::fixture::*;

pub(super) fn act(number: u8) -> ActId {
    ActId::from_bytes([150 + number; 16])
}

pub(super) fn noted<T>(number: u8, at: Moment, value: T) -> Noted<T> {
    Noted { act: act(number), at, known: at, value }
}

/// Received on 1 May at midnight, and nothing else on record.
pub(super) fn received() -> Case {
    let mut case = case().no_plan();
    let admission = act(0);
    case.facts.admitted = Some((admission, at(0)));
    case.facts.status.clear();
    case.facts.passage.received.push(Noted { act: admission, at: at(0), known: at(0), value: () });
    let place = OrgId::from_bytes([7; 16]);
    case.facts.custody.push(Dated { act: admission, value: place, span: Span::since(at(0)), known: at(0) });
    case.status(Status::Convicted, at(0))
}

pub(super) trait Says {
    fn state(&self, rule: &str, now: Moment) -> &'static str;
}

impl Says for Case {
    /// The answer of a rule in one word, `waits` for what is not yet due.
    fn state(&self, rule: &str, now: Moment) -> &'static str {
        let checked = self.check(now);
        let of_it = |results: &[crate::Finding]| results.iter().filter(|result| result.rule.id() == rule).count();
        match (of_it(&checked.waiting), self.says(rule, now).as_slice()) {
            (1, []) => "waits",
            (0, []) => "nothing",
            (0, [line]) => [" met", " breach", " undetermined"]
                .into_iter()
                .find(|word| line.contains(word))
                .map_or_else(|| panic!("{line}"), str::trim),
            (waiting, lines) => panic!("{waiting} wait, {lines:?}"),
        }
    }
}

fn ordered(mut case: Case, number: u8, shown: YesNo, from: Option<Moment>, until: Option<Moment>) -> Case {
    case.facts.passage.orders.push(noted(number, at(HOURS), OrderFacts { shown, from, until }));
    case
}

const HOURS: i64 = 2 * 60 * MINUTE;

#[test]
fn an_order_holds_from_its_first_instant_until_before_its_last() {
    let from = |from: i64, until: Option<i64>| {
        let case = ordered(received(), 1, YesNo::Yes, Some(at(from)), until.map(at));
        case.says("NMR-07a", at(days(1))).join("\n")
    };
    expect!["NMR-07a met — Mandela Rules 7; Havana Rules 20"].assert_eq(&from(0, None));
    assert_eq!(from(0, Some(1)), from(0, None));
    expect!["NMR-07a breach — Mandela Rules 7; Havana Rules 20, since 2026-05-01T00:00:00.000Z, over 2026-05-01T00:00:00.001Z"]
        .assert_eq(&from(1, None));
    expect!["NMR-07a breach — Mandela Rules 7; Havana Rules 20, since 2026-05-01T00:00:00.000Z"]
        .assert_eq(&from(-1, Some(0)));
}

#[test]
fn without_an_order_it_is_a_breach_and_without_a_record_it_is_open() {
    let none = ordered(received(), 1, YesNo::No, None, None);
    assert_eq!(none.state("NMR-07a", at(days(1))), "breach");
    let mended = ordered(none, 2, YesNo::Yes, Some(at(hours(5))), None);
    assert!(mended.says("NMR-07a", at(days(1)))[0].contains("over 2026-05-01T05:00:00.000Z"));
    let empty = received();
    assert_eq!(empty.state("NMR-07a", at(hours(4))), "waits");
    assert_eq!(empty.state("NMR-07a", at(hours(4)).plus(1)), "undetermined");
    let undated = ordered(received(), 1, YesNo::Yes, None, None);
    assert_eq!(undated.state("NMR-07a", at(days(1))), "undetermined");
}

#[test]
fn each_reception_is_judged_by_its_own_order() {
    let mut case = ordered(received(), 1, YesNo::Yes, Some(at(0)), Some(at(days(10))));
    case.facts.custody[0].span.until = Some(at(days(10)));
    case.facts.passage.received.push(noted(9, at(days(20)), ()));
    let place = OrgId::from_bytes([7; 16]);
    case.facts.custody.push(Dated { act: act(9), value: place, span: Span::since(at(days(20))), known: at(days(20)) });
    let said = case.says("NMR-07a", at(days(21))).join("\n");
    assert!(said.contains("undetermined") && said.contains("met"), "{said}");
}

fn filled(mut case: Case, number: u8, at: Moment, groups: &[AdmissionGroup]) -> Case {
    let groups = groups.iter().map(|group| (*group, GroupState::Nothing)).collect();
    case.facts.passage.registers.push(noted(number, at, groups));
    case
}

#[test]
fn the_register_has_all_seven_groups_within_the_clock_and_a_child_two_more() {
    let limit = at(hours(4));
    let seven = &AdmissionGroup::ALL[..7];
    assert_eq!(filled(received(), 1, limit, seven).state("NMR-07b", limit), "met");
    assert_eq!(filled(received(), 1, limit.plus(1), seven).state("NMR-07b", at(days(1))), "breach");
    let six = filled(received(), 1, at(1), &seven[1..]);
    assert_eq!(six.state("NMR-07b", limit), "waits");
    assert_eq!(six.state("NMR-07b", limit.plus(1)), "breach");
    assert_eq!(filled(six, 2, limit, &seven[..1]).state("NMR-07b", limit.plus(1)), "met", "filled in two goes");
    assert_eq!(received().state("NMR-07b", limit.plus(1)), "undetermined");
    assert_eq!(received().state("HAV-21", limit.plus(1)), "nothing", "an adult");
    let child = || received().born(date(2010, 1, 1));
    assert_eq!(filled(child(), 1, limit, seven).state("HAV-21", limit.plus(1)), "breach");
    assert_eq!(filled(child(), 1, limit, AdmissionGroup::ALL).state("HAV-21", limit.plus(1)), "met");
    assert_eq!(child().state("HAV-21", limit.plus(1)), "undetermined");
}

#[test]
fn children_are_counted_and_their_care_is_arranged_in_time() {
    let limit = at(hours(4));
    let woman = |count: u32, complete: u32, arranged: CareArranged| {
        let mut case = received();
        case.facts.sex = Some(Sex::Female);
        case.facts.passage.children.push(noted(1, at(hours(1)), ChildrenFacts { count, complete, arranged }));
        case
    };
    let after = limit.plus(1);
    assert_eq!(woman(2, 2, CareArranged::Offered).state("BKK-03", after), "met");
    assert_eq!(woman(0, 0, CareArranged::DoesNotArise).state("BKK-03", after), "met");
    assert_eq!(woman(2, 1, CareArranged::Offered).state("BKK-03", after), "breach");
    assert_eq!(woman(2, 2, CareArranged::Offered).state("BKK-02b", after), "met");
    assert_eq!(woman(0, 0, CareArranged::DoesNotArise).state("BKK-02b", after), "nothing");
    assert_eq!(woman(2, 2, CareArranged::NotOffered).state("BKK-02b", after), "breach");
    let later = woman(2, 2, CareArranged::Later).says("BKK-02b", after);
    assert!(later[0].contains("over 2026-05-01T01:00:00.000Z"), "{later:?}");
    let mut empty = received();
    assert_eq!(empty.state("BKK-03", after), "nothing", "a man");
    empty.facts.sex = Some(Sex::Female);
    assert_eq!((empty.state("BKK-03", limit), empty.state("BKK-03", after)), ("waits", "undetermined"));
    assert_eq!(empty.state("BKK-02b", after), "undetermined");
}

#[test]
fn belongings_are_listed_signed_and_given_back_whole() {
    let limit = at(hours(4));
    let listed = |signed| {
        let mut case = received();
        case.facts.passage.listed.push(noted(1, limit, (12, signed)));
        case
    };
    assert_eq!(listed(YesNo::Yes).state("NMR-67", limit), "met");
    assert_eq!(listed(YesNo::No).state("NMR-67", limit.plus(1)), "breach");
    assert_eq!(received().state("NMR-67", limit.plus(1)), "undetermined");
    let left = |returned, exceptions, signed| {
        let mut case = listed(YesNo::Yes);
        let gate = at(days(100));
        case.facts.custody[0].span.until = Some(gate);
        case.facts.released = Some((act(2), gate));
        case.facts.passage.returned.push(noted(3, gate, ReturnFacts { returned, exceptions, signed }));
        case.says("NMR-67", at(days(102))).iter().filter(|line| line.contains("breach")).count()
    };
    assert_eq!((left(11, 1, YesNo::Yes), left(12, 0, YesNo::Yes)), (0, 0));
    assert_eq!((left(11, 0, YesNo::Yes), left(12, 0, YesNo::No)), (1, 1));
}

#[test]
fn fifty_kilometres_further_need_no_reason_and_fifty_one_do() {
    let placed = |km, reason: Option<PlacementReason>| {
        let mut case = received();
        let value = DistanceFacts { km, nearest_km: 10, asked: YesNo::Yes, reason };
        case.facts.passage.distances.push(noted(1, at(days(1)), value));
        case.state("NMR-59", at(days(2)))
    };
    assert_eq!(placed(60, None), "met");
    assert_eq!(placed(61, None), "breach");
    assert_eq!(placed(61, Some(PlacementReason::Preferred)), "met");
    assert_eq!(received().state("NMR-59", at(days(30))), "waits");
    assert_eq!(received().state("NMR-59", at(days(30)).plus(1)), "undetermined");
}
