//! NMR-11, HAV-29, NMR-12.

use super::*;
use crate::tests::fixture::days;

#[test]
fn a_unit_that_holds_people_who_must_be_kept_apart_is_a_breach_while_the_person_sleeps_there() {
    let rule = "NMR-11";
    let now = at(days(9));
    assert_eq!(held().placed(at(0), |_| {}).answers(rule, now), ["met"]);
    let mixed: [fn(&mut PlacedFacts); 3] = [
        |place| place.other_sex = Mixed::Yes,
        |place| place.other_status = Mixed::Yes,
        |place| place.other_age = MixedAge::Yes,
    ];
    for change in mixed {
        assert_eq!(held().placed(at(0), change).answers(rule, now), ["breach"]);
        let one_night = held().placed(at(0), change).placed(at(days(1)), |_| {});
        assert_eq!(one_night.answers(rule, now), ["breach over", "met"]);
    }
    assert_eq!(held().placed(at(0), |place| place.other_status = Mixed::NotKnown).answers(rule, now), ["undetermined"]);
    assert_eq!(held().placed(at(0), |place| place.other_age = MixedAge::OwnFamily).answers(rule, now), ["met"]);
}

#[test]
fn a_place_that_nobody_recorded_is_waited_for_and_then_undetermined() {
    for rule in ["NMR-11", "NMR-12"] {
        assert_eq!(held().answers(rule, at(days(3))), ["waits undetermined"]);
        assert_eq!(held().says(rule, at(days(3) + 1)), ["undetermined since 2026-05-01T00:00:00.000Z overdue"]);
    }
    // A transfer asks anew: the place in the last prison says nothing of this one.
    let moved = held().placed(at(0), |_| {}).moved(at(days(5)));
    assert_eq!(moved.answers("NMR-11", at(days(9))), ["undetermined", "met"]);
}

#[test]
fn a_child_sleeps_apart_from_adults_until_the_eighteenth_birthday() {
    let rule = "HAV-29";
    let among_adults: fn(&mut PlacedFacts) = |place| place.other_age = MixedAge::Yes;
    assert_eq!(child().placed(at(0), |_| {}).answers(rule, at(days(1))), ["met"]);
    assert_eq!(child().placed(at(0), among_adults).answers(rule, at(days(1))), ["breach"]);
    assert_eq!(
        child().placed(at(0), |place| place.other_age = MixedAge::OwnFamily).answers(rule, at(days(1))),
        ["met"]
    );
    assert_eq!(
        child().placed(at(0), |place| place.other_age = MixedAge::NotKnown).answers(rule, at(days(1))),
        ["undetermined"]
    );
    let grown = held().born(date(2008, 5, 3)).placed(at(0), among_adults);
    assert_eq!(grown.answers(rule, at(days(2) - 1)), ["breach"]);
    assert_eq!(grown.answers(rule, at(days(2))), ["breach over"]);
    assert!(held().placed(at(0), among_adults).says(rule, at(days(1))).is_empty());
}

#[test]
fn a_shared_room_needs_the_central_administration() {
    let rule = "NMR-12";
    let shared = |allowed| held().placed(at(0), move |place| (place.room, place.allowed) = (Room::Two, allowed));
    assert_eq!(held().placed(at(0), |_| {}).answers(rule, at(1)), ["met"]);
    assert_eq!(shared(Some(YesNo::Yes)).answers(rule, at(1)), ["met"]);
    assert_eq!(shared(Some(YesNo::No)).answers(rule, at(1)), ["breach"]);
    assert_eq!(shared(None).answers(rule, at(1)), ["undetermined"]);
}

#[test]
fn release_ends_what_was_said_of_a_place_and_the_next_instant_is_never_late() {
    let left = held().placed(at(0), |place| place.other_sex = Mixed::Yes).released(at(days(4)));
    assert_eq!(left.answers("NMR-11", at(days(9))), ["breach over"]);
    next_is_never_late(&left, 12);
    next_is_never_late(&child().placed(at(days(1)), |place| place.other_age = MixedAge::Yes), 12);
}
