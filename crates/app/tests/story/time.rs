//! Clocks: what comes due, what is entered late, and a year that ends.

use app::{Deed, Refusal};
use domain::Moment;
use domain::look::{Outcome, Purpose};
use domain::measure::{Lifted, MeasureKind, MeasurePurpose};
use domain::moment::{DAY, HOUR};

use crate::acts::{self, text};
use crate::house::House;

fn breaches(house: &House) -> Vec<String> {
    let board = house.app().findings(&house.monitor).unwrap();
    board.lines.iter().filter(|line| line.outcome == Outcome::Breach).map(|line| line.rule.clone()).collect()
}

#[test]
fn a_finding_that_only_time_brings_about_is_raised_at_its_instant() {
    let house = House::new();
    let case = house.admitted("A-1");
    let start = house.now();
    let order = acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, start, start.plus(15 * DAY));
    house.does(&house.governor, case, order);
    house.clock.set(start.plus(15 * DAY));
    while house.app().come_due().unwrap() > 0 {}
    // Nobody reviewed it, and nobody planned what lessens the harm, which are other rules.
    assert_eq!(breaches(&house), ["NMR-38b", "NMR-45c"], "exactly 360 hours are met");
    house.clock.set(start.plus(15 * DAY + 1));
    assert!(house.app().come_due().unwrap() > 0);
    assert_eq!(breaches(&house), ["NMR-43b", "NMR-38b", "NMR-45c"], "what is prohibited stands first");
    assert_eq!(house.app().come_due().unwrap(), 0);
}

#[test]
fn an_act_may_be_entered_late_and_counts_from_the_time_it_concerns() {
    let house = House::new();
    let case = house.admitted("A-1");
    let admitted = house.now();
    house.clock.advance(20 * DAY);
    let found = Deed::one(case, acts::found_in_force(Some(house.now().plus(DAY)))).concerning(Some(admitted));
    let receipt = house.performed(&house.officer, &found);
    assert_eq!(receipt.raised[0].rule.id(), "NMR-43b");
    assert_eq!(receipt.raised[0].known, Some(house.now()));
    // It was over long before it was known, and was shorter than the limit.
    let lifted = Lifted { measure: receipt.acts[0], reason: text("It had ended.") };
    house.performed(&house.governor, &Deed::one(case, lifted).concerning(Some(admitted.plus(3 * DAY))));
    assert!(breaches(&house).is_empty());
    // What lies ahead cannot have happened, and nothing moves the record itself back.
    let ahead = Deed::one(case, acts::needs()).concerning(Some(house.now().plus(1)));
    assert!(matches!(house.perform(&house.manager, &ahead), Err(Refusal::InFuture)));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert!(file.acts.windows(2).all(|pair| pair[0].at <= pair[1].at));
    // A right that an act gives begins when it is recorded, whatever it concerns.
    let other = house.admitted("A-2");
    house.clock.advance(HOUR);
    let late = Deed::one(other, domain::custody::Transferred { to: house.other_prison, reason: text("Nearer.") });
    let at = house.now().plus(-HOUR);
    house.performed(&house.registrar, &late.concerning(Some(at)));
    assert!(!house.sees_case(&house.supervisor, other) && house.sees_case(&house.other_supervisor, other));
}

#[test]
fn looks_of_two_years_stand_under_two_keys() {
    let mut house = House::new();
    let case = house.admitted("A-1");
    let midnight: Moment = "2027-01-01T00:00:00.000Z".parse().unwrap();
    house.clock.set(midnight.plus(-1));
    assert!(house.sees_case(&house.supervisor, case));
    house.clock.set(midnight);
    assert!(house.sees_case(&house.supervisor, case));
    house.reopen();
    assert!(house.sees_case(&house.supervisor, case));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let years: Vec<u16> = file.looks.lines.iter().map(|look| look.at.year()).collect();
    assert_eq!(years.iter().filter(|year| **year == 2027).count(), 2);
    assert_eq!(years.iter().filter(|year| **year == 2026).count(), 1);
    house.reopen();
    let verified = house.app().verify().unwrap();
    assert_eq!(verified.bodies, verified.leaves);
}

#[test]
fn the_log_never_goes_back_in_time() {
    let mut house = House::new();
    let case = house.admitted("A-1");
    house.clock.advance(DAY);
    house.does(&house.manager, case, acts::needs());
    let last = house.now();
    house.clock.advance(-2 * DAY);
    assert_eq!(house.now(), last);
    house.reopen();
    assert_eq!(house.now(), last, "the log remembers when the clock does not");
    house.does(&house.manager, case, acts::assessed());
    house.reopen();
    house.app().verify().unwrap();
}

#[test]
fn a_handover_that_nobody_answered_can_be_offered_again() {
    let house = House::new();
    let case = house.admitted("A-1");
    let offer = || domain::release::HandoverOffered {
        to: house.probation_service,
        summary: text("Going home."),
        answer_by: house.day(3),
    };
    house.does(&house.manager, case, offer());
    house.clock.advance(DAY);
    assert!(matches!(house.refused(&house.manager, case, offer()), Refusal::NotPossible(_)));
    house.clock.advance(4 * DAY);
    assert!(!house.sees_case(&house.probation, case));
    house.does(&house.manager, case, offer());
    assert!(house.sees_case(&house.probation, case));
}
