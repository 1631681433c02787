//! What is kept in memory of files that were opened, and for how long.

use domain::file::{StrikeProposed, Struck};
use domain::look::Purpose;
use domain::moment::MINUTE;

use crate::acts::{self, text};
use crate::house::House;

#[test]
fn opened_acts_are_forgotten_when_nobody_asks_for_them() {
    let house = House::new();
    let (case, other) = (house.admitted("A-1"), house.admitted("A-2"));
    let look = |case| assert!(house.sees_case(&house.manager, case));
    let in_memory_after_a_while = || {
        house.clock.advance(5 * MINUTE);
        house.app().come_due().unwrap();
        house.app().streams_in_memory()
    };
    in_memory_after_a_while();
    assert_eq!(in_memory_after_a_while(), 0, "nobody looked");
    look(case);
    look(other);
    assert_eq!(in_memory_after_a_while(), 2);
    // Asked for once more, one of them belongs to the young again.
    look(case);
    assert_eq!(in_memory_after_a_while(), 1);
    assert_eq!(in_memory_after_a_while(), 0);
    look(case);
    assert_eq!(house.app().streams_in_memory(), 1);
}

/// Put back, the wall clock keeps nothing longer: the one that nobody sets goes on.
#[test]
fn a_clock_that_is_put_back_keeps_nothing_longer() {
    let house = House::new();
    let case = house.admitted("A-1");
    assert!(house.sees_case(&house.manager, case));
    house.app().come_due().unwrap();
    let began = house.now();
    for _ in 0..3 {
        house.clock.advance(5 * MINUTE);
        house.clock.set(began);
        house.app().come_due().unwrap();
    }
    assert_eq!(house.app().streams_in_memory(), 0);
}

#[test]
fn what_was_recorded_since_is_shown_and_each_reader_gets_their_parts_alone() {
    let house = House::new();
    let case = house.planned("A-1").case;
    let shown = |actor| {
        let file = house.app().case(actor, case, Purpose::Casework).unwrap();
        file.acts.iter().map(|recorded| recorded.act.kind().row().name.to_owned()).collect::<Vec<_>>()
    };
    let (manager, health) = (shown(&house.manager), shown(&house.health));
    assert!(
        manager.contains(&"plan.proposed".to_owned()) && !health.contains(&"plan.proposed".to_owned()),
        "{health:?}"
    );
    house.does(&house.manager, case, acts::needs());
    assert_eq!(shown(&house.manager).len(), manager.len() + 1);
    assert_eq!(shown(&house.manager), shown(&house.manager));
}

#[test]
fn what_is_struck_is_not_shown_from_memory() {
    let house = House::proved();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.manager, case, acts::assessed());
    let shows = || {
        let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
        file.acts.iter().any(|recorded| recorded.id() == wrong)
    };
    assert!(shows() && shows());
    let why = text("It belongs to a sample person of a like name.");
    let proposed = house.does(&house.manager, case, StrikeProposed { of: wrong, why });
    assert!(shows());
    house.does(&house.supervisor, case, Struck { of: wrong, proposed });
    assert!(!shows());
    house.does(&house.manager, case, acts::needs());
    assert!(!shows());
}
