//! Permits and readings: a right ends when its ground ends, more grounds never take away, a bar never adds.

use access::{Actor, Bar, Held, Permit, Reading, permit, printable, readable};
use domain::{AccountId, Action, Capacity, Ground, Moment, OrgId, Part, StreamId, Strength};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const NOON: Moment = Moment::from_millis(1_000_000);

fn acting_as(capacity: Capacity) -> Actor {
    Actor {
        account: AccountId::from_random([1; 16]),
        org: OrgId::from_random([2; 16]),
        capacity,
        strength: Strength::Ordinary,
        stands_in: None,
    }
}

fn stream() -> StreamId {
    StreamId::from_random([3; 16])
}

fn open(ground: Ground) -> Held {
    Held { ground, until: None }
}

fn ending(ground: Ground, until: Moment) -> Held {
    Held { ground, until: Some(until) }
}

fn to_impose(held: &[Held], bars: &[Bar], now: Moment) -> Option<Permit> {
    permit(&acting_as(Capacity::Governor), stream(), Part::Measures, Action::Decide, held, bars, now)
}

fn seen_by(capacity: Capacity, held: &[Held], bars: &[Bar]) -> Option<Reading> {
    readable(&acting_as(capacity), stream(), held, bars, NOON)
}

#[test]
fn a_permit_says_who_what_where_and_why() {
    let granted = to_impose(&[ending(Ground::Custody, NOON.plus(5))], &[], NOON).unwrap();
    assert_eq!(granted.account(), AccountId::from_random([1; 16]));
    assert_eq!(granted.org(), OrgId::from_random([2; 16]));
    assert_eq!(granted.capacity(), Capacity::Governor);
    assert_eq!((granted.stream(), granted.part(), granted.action()), (stream(), Part::Measures, Action::Decide));
    assert_eq!((granted.ground(), granted.until()), (Ground::Custody, Some(NOON.plus(5))));
    assert!(granted.admits(stream(), Part::Measures, Action::Decide));
    assert!(!granted.admits(stream(), Part::Measures, Action::Ease));
    assert!(!granted.admits(stream(), Part::Plan, Action::Decide));
    assert!(!granted.admits(StreamId::INSTALLATION, Part::Measures, Action::Decide));
}

#[test]
fn a_right_ends_at_its_end() {
    let held = [ending(Ground::Custody, NOON)];
    assert!(to_impose(&held, &[], NOON.plus(-1)).is_some());
    assert!(to_impose(&held, &[], NOON).is_none());
    let granted = to_impose(&held, &[], NOON.plus(-1)).unwrap();
    assert!(granted.stands_at(NOON.plus(-1)) && !granted.stands_at(NOON));
    assert!(seen_by(Capacity::Governor, &held, &[]).is_none());
}

#[test]
fn without_a_ground_there_is_nothing() {
    assert!(to_impose(&[], &[], NOON).is_none());
    assert!(Capacity::ALL.iter().all(|&capacity| seen_by(capacity, &[], &[]).is_none()));
}

#[test]
fn a_permit_rests_on_the_ground_that_lasts_longest() {
    let admin = acting_as(Capacity::SystemAdministrator);
    let manager = acting_as(Capacity::CsoManager);
    let held = [ending(Ground::Accepted, NOON.plus(9)), ending(Ground::Referral, NOON.plus(10))];
    let granted = permit(&manager, stream(), Part::Offer, Action::Assign, &held, &[], NOON).unwrap();
    assert_eq!((granted.ground(), granted.until()), (Ground::Referral, Some(NOON.plus(10))));
    let held = [open(Ground::Accepted), ending(Ground::Referral, NOON.plus(10))];
    let granted = permit(&manager, stream(), Part::Offer, Action::Assign, &held, &[], NOON).unwrap();
    assert_eq!((granted.ground(), granted.until()), (Ground::Accepted, None));
    assert!(permit(&admin, stream(), Part::Offer, Action::Assign, &held, &[], NOON).is_none());
}

#[test]
fn a_reading_joins_grounds_and_lasts_until_the_first_that_it_needs_ends() {
    let held = [ending(Ground::Handover, NOON.plus(9)), ending(Ground::Aftercare, NOON.plus(5))];
    let reading = seen_by(Capacity::ProbationOfficer, &held, &[]).unwrap();
    assert_eq!((reading.ground(), reading.until()), (Ground::Aftercare, Some(NOON.plus(5))));
    assert!(reading.opens(stream(), Part::Plan) && reading.opens(stream(), Part::Release));
    assert!(!reading.opens(StreamId::INSTALLATION, Part::Plan));

    // The handover adds nothing to what aftercare opens for longer.
    let held = [ending(Ground::Handover, NOON.plus(5)), ending(Ground::Aftercare, NOON.plus(9))];
    assert_eq!(seen_by(Capacity::ProbationOfficer, &held, &[]).unwrap().until(), Some(NOON.plus(9)));
}

#[test]
fn reading_is_not_printing() {
    let held = [open(Ground::Custody)];
    assert!(readable(&acting_as(Capacity::CustodyOfficer), stream(), &held, &[], NOON).is_some());
    assert!(printable(&acting_as(Capacity::CustodyOfficer), stream(), &held, &[], NOON).is_none());
    let paper = printable(&acting_as(Capacity::Supervisor), stream(), &held, &[], NOON).unwrap();
    assert_eq!((paper.action(), paper.parts().iter().collect::<Vec<_>>()), (Action::Print, vec![Part::Plan]));
}

#[test]
fn a_restriction_does_not_shut_oversight_out() {
    assert!(seen_by(Capacity::Monitor, &[open(Ground::Mandate)], &[Bar::Restricted]).is_some());
    assert!(seen_by(Capacity::Governor, &[open(Ground::Custody)], &[Bar::Restricted]).is_none());
    assert!(seen_by(Capacity::CaseManager, &[open(Ground::Allocated)], &[Bar::Restricted]).is_none());
}

#[test]
fn a_conflict_and_ones_own_file_shut_everybody_out() {
    for bar in [Bar::Conflict, Bar::OwnPerson] {
        for &capacity in Capacity::ALL {
            let everything: Vec<Held> = Ground::ALL.iter().copied().map(open).collect();
            assert!(seen_by(capacity, &everything, &[bar]).is_none(), "{capacity} in spite of {bar:?}");
            assert!(seen_by(capacity, &everything, &[Bar::Restricted, bar]).is_none());
        }
    }
}

#[test]
fn the_installation_witnesses_and_does_nothing_else() {
    let installation = Actor::installation();
    let everything: Vec<Held> = Ground::ALL.iter().copied().map(open).collect();
    assert!(readable(&installation, stream(), &everything, &[], NOON).is_none());
    for &part in Part::ALL {
        for &action in Action::ALL {
            assert!(permit(&installation, stream(), part, action, &everything, &[], NOON).is_none());
        }
    }
    let witness = Permit::witness(&installation, stream(), Part::Measures);
    assert_eq!((witness.action(), witness.ground()), (Action::Witness, Ground::Installation));
    assert!(witness.admits(stream(), Part::Measures, Action::Witness) && witness.stands_at(NOON));
}

fn any_actor() -> impl Strategy<Value = Actor> {
    (select(Capacity::ALL), select(Strength::ALL))
        .prop_map(|(capacity, strength)| Actor { strength, ..acting_as(capacity) })
}

fn any_held() -> impl Strategy<Value = Vec<Held>> {
    let until = proptest::option::of((-3_i64..=3).prop_map(|millis| NOON.plus(millis)));
    proptest::collection::vec((select(Ground::ALL), until).prop_map(|(ground, until)| Held { ground, until }), 0..6)
}

fn any_bars() -> impl Strategy<Value = Vec<Bar>> {
    subsequence(vec![Bar::Restricted, Bar::Conflict, Bar::OwnPerson], 0..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_permit_rests_on_a_ground_held_now(
        actor in any_actor(), held in any_held(), bars in any_bars(),
        part in select(Part::ALL), action in select(Action::ALL),
    ) {
        let granted = permit(&actor, stream(), part, action, &held, &bars, NOON);
        let standing = held.iter().filter(|held| held.until.is_none_or(|until| NOON < until));
        let mut that_allow =
            standing.filter(|held| access::allows(actor.capacity, held.ground, part, action, actor.strength));
        match granted {
            Some(granted) => {
                prop_assert!(granted.stands_at(NOON));
                prop_assert!(that_allow.any(|held| (held.ground, held.until) == (granted.ground(), granted.until())));
            }
            None if bars.is_empty() => prop_assert!(that_allow.next().is_none()),
            None => {}
        }
    }

    #[test]
    fn more_grounds_are_never_fewer_rights(
        actor in any_actor(), held in any_held(), more in any_held(), bars in any_bars(),
        part in select(Part::ALL), action in select(Action::ALL),
    ) {
        let both: Vec<Held> = held.iter().chain(&more).copied().collect();
        if let Some(before) = permit(&actor, stream(), part, action, &held, &bars, NOON) {
            let after = permit(&actor, stream(), part, action, &both, &bars, NOON).unwrap();
            prop_assert!(after.until().is_none_or(|until| before.until().is_some_and(|earlier| earlier <= until)));
        }
        if let Some(before) = readable(&actor, stream(), &held, &bars, NOON) {
            let after = readable(&actor, stream(), &both, &bars, NOON).unwrap();
            prop_assert!(before.parts().is_within(after.parts()));
        }
    }

    #[test]
    fn a_bar_never_adds_a_right(
        actor in any_actor(), held in any_held(), bars in any_bars(), more in any_bars(),
        part in select(Part::ALL), action in select(Action::ALL),
    ) {
        let both: Vec<Bar> = bars.iter().chain(&more).copied().collect();
        if permit(&actor, stream(), part, action, &held, &both, NOON).is_some() {
            prop_assert!(permit(&actor, stream(), part, action, &held, &bars, NOON).is_some());
        }
        if let Some(barred) = readable(&actor, stream(), &held, &both, NOON) {
            prop_assert!(barred.parts().is_within(readable(&actor, stream(), &held, &bars, NOON).unwrap().parts()));
        }
    }

    #[test]
    fn a_reading_opens_what_a_permit_to_read_would_and_holds_as_long_as_it_says(
        actor in any_actor(), held in any_held(), bars in any_bars(), later in 0_i64..4,
    ) {
        let reading = readable(&actor, stream(), &held, &bars, NOON);
        for &part in Part::ALL {
            let permitted = permit(&actor, stream(), part, Action::Read, &held, &bars, NOON).is_some();
            prop_assert_eq!(reading.as_ref().is_some_and(|reading| reading.opens(stream(), part)), permitted);
        }
        if let Some(reading) = reading.filter(|reading| reading.stands_at(NOON.plus(later))) {
            let then = readable(&actor, stream(), &held, &bars, NOON.plus(later)).unwrap();
            prop_assert_eq!(then.parts(), reading.parts());
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(actor in any_actor(), held in any_held(), bars in any_bars()) {
        let backwards: Vec<Held> = held.iter().rev().copied().collect();
        let one = readable(&actor, stream(), &held, &bars, NOON);
        let other = readable(&actor, stream(), &backwards, &bars, NOON);
        prop_assert_eq!(
            one.map(|one| (one.parts(), one.ground(), one.until())),
            other.map(|other| (other.parts(), other.ground(), other.until()))
        );
    }
}
