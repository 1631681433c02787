//! How files open one after another once eight tenths of what an hour allows are used: the moment at which one opens, one
//! millisecond before it, many asked for at once, a right that ends in between, and what is said on record.

use access::Actor;
use app::budget::pace::LONGEST;
use app::{Limits, ReadBudget, Refusal, Turn};
use domain::look::Purpose;
use domain::moment::HOUR;
use domain::{CaseId, Moment};

use crate::house::House;

/// A house in which a case manager opens ten files within an hour, of them eight at once.
fn strict() -> House {
    let mut house = House::new();
    house.close();
    let limits = Limits { casework: 10, ..Limits::GENERAL };
    let opening = app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() };
    house.open_as(opening).unwrap();
    house
}

/// As many cases, and the first eight open.
fn eight_open(house: &House, how_many: usize) -> Vec<CaseId> {
    let cases: Vec<CaseId> = (0..how_many).map(|number| house.admitted(&format!("P-{number}"))).collect();
    for case in &cases[..8] {
        assert_eq!(opens(house, &house.manager, *case), Ok(()), "eight open at once");
    }
    cases
}

fn opens(house: &House, actor: &Actor, case: CaseId) -> Result<(), (Moment, Turn)> {
    match house.app().case(actor, case, Purpose::Casework) {
        Ok(_) => Ok(()),
        Err(Refusal::Paced { opens, turn }) => Err((opens, turn)),
        Err(Refusal::OverBudget { until, .. }) => Err((until, Turn::None)),
        Err(other) => panic!("{other:?}"),
    }
}

fn looks(house: &House) -> usize {
    house.entries_of(&house.manager, "look.consulted")
}

#[test]
fn beyond_eight_tenths_each_further_file_opens_later_and_to_the_millisecond() {
    let house = strict();
    let cases = eight_open(&house, 11);
    let (begun, before) = (house.now(), looks(&house));
    // Two are left: one waits half as long as the last.
    let first = begun.plus(LONGEST / 2);
    assert_eq!(opens(&house, &house.manager, cases[8]), Err((first, Turn::Kept)));
    house.clock.advance(LONGEST / 2 - 1);
    assert_eq!(opens(&house, &house.manager, cases[8]), Err((first, Turn::Kept)), "one millisecond before");
    assert_eq!(looks(&house), before, "what was not shown was not entered");
    house.clock.advance(1);
    assert_eq!(opens(&house, &house.manager, cases[8]), Ok(()));
    assert_eq!(opens(&house, &house.manager, cases[8]), Ok(()), "again, it costs nothing");
    let last = house.now().plus(LONGEST);
    assert_eq!(opens(&house, &house.manager, cases[9]), Err((last, Turn::Kept)));
    house.clock.advance(LONGEST);
    assert_eq!(opens(&house, &house.manager, cases[9]), Ok(()));
    // And at the limit nothing more, until the first eight are forgotten.
    assert!(matches!(
        house.app().case(&house.manager, cases[10], Purpose::Casework),
        Err(Refusal::OverBudget { limit: 10, until, .. }) if until == begun.plus(HOUR)
    ));
    assert_eq!(opens(&house, &house.supervisor, cases[10]), Ok(()), "nobody else is slowed");
    house.clock.advance(HOUR);
    assert_eq!(opens(&house, &house.manager, cases[10]), Ok(()), "an hour later they open at once");
}

#[test]
fn many_asked_for_at_once_open_one_after_another_and_one_too_many_is_told_when_to_ask() {
    let house = strict();
    let cases = eight_open(&house, 12);
    let begun = house.now();
    let first = begun.plus(LONGEST / 2);
    assert_eq!(opens(&house, &house.manager, cases[8]), Err((first, Turn::Kept)));
    // The turn after it would lie further away than anybody waits.
    for case in &cases[9..] {
        assert_eq!(opens(&house, &house.manager, *case), Err((first, Turn::None)));
    }
    house.clock.advance(LONGEST / 2);
    assert_eq!(opens(&house, &house.manager, cases[9]), Err((house.now().plus(LONGEST), Turn::Kept)));
    assert_eq!(opens(&house, &house.manager, cases[8]), Ok(()), "the turn that was taken stays");
}

#[test]
fn whoever_loses_the_right_while_they_wait_is_shown_nothing() {
    let house = strict();
    let cases = eight_open(&house, 9);
    assert!(opens(&house, &house.manager, cases[8]).is_err());
    house.does(&house.supervisor, cases[8], domain::file::Allocated { to: house.colleague.account });
    house.clock.advance(LONGEST);
    let refused = house.app().case(&house.manager, cases[8], Purpose::Casework).unwrap_err();
    assert!(matches!(refused, Refusal::NotYours), "{refused:?}");
}

#[test]
fn what_is_not_theirs_has_no_turn_and_recording_waits_for_nothing() {
    let house = strict();
    let cases = eight_open(&house, 9);
    let refused = house.app().case(&house.manager, house.fresh().into(), Purpose::Casework).unwrap_err();
    assert!(matches!(refused, Refusal::NotYours), "{refused:?}");
    house.does(&house.manager, cases[8], crate::acts::needs());
    assert_eq!(alerts(&house), 0, "nobody was slowed");
}

/// How often it is on record that the case manager came so far.
fn alerts(house: &House) -> usize {
    let told = |envelope: &&domain::Envelope| {
        envelope.kind == "look.budget_reached" && envelope.stream == house.manager.account.stream()
    };
    house.envelopes().iter().filter(told).count()
}

#[test]
fn that_somebody_was_slowed_is_on_record_once_an_hour_and_told_to_those_who_lead_and_oversee() {
    let house = strict();
    let cases = eight_open(&house, 9);
    assert_eq!(alerts(&house), 0);
    for _ in 0..3 {
        assert!(opens(&house, &house.manager, cases[8]).is_err());
    }
    assert_eq!(alerts(&house), 1);
    assert_eq!(house.entries_of(&house.manager, "look.refused"), 0, "who waits is not refused");
    let told = |actor: &Actor| {
        let home = house.app().home(actor).unwrap();
        home.alerts.iter().map(|alert| (alert.account, alert.limit)).collect::<Vec<_>>()
    };
    assert_eq!(told(&house.supervisor), [(house.manager.account, 8)]);
    assert_eq!(told(&house.monitor), [(house.manager.account, 8)]);
    assert_eq!(told(&house.registrar), []);
    house.app().verify().unwrap();
}
