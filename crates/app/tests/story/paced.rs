//! How many files an emergency opens within an hour: by one account, by all of an organisation, and how many numbers are tried.

use std::sync::Barrier;

use access::Actor;
use app::Refusal;
use domain::admission::NotPossible;
use domain::emergency::{EmergencyFinding, OPENED_BY_ALL, OPENED_BY_ONE, TRIED_BY_ONE};
use domain::moment::HOUR;
use domain::{ActId, Capacity, CaseId};

use crate::emergency::{examined, justified, not_possible, open, opened};
use crate::house::House;

fn paced(house: &House, actor: &Actor, number: &str) {
    not_possible(&open(house, actor, number), NotPossible::EmergencyPaced);
}

/// Files in one prison, A-0 and on, and somebody of another.
fn house_with(files: usize) -> (House, Vec<CaseId>, Actor) {
    let house = House::new();
    let cases = (0..files).map(|file| house.admitted(&format!("A-{file}"))).collect();
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    (house, cases, stranger)
}

#[test]
fn one_account_opens_three_files_an_hour_and_the_next_is_refused_before_its_number_is_looked_up() {
    let (mut house, _, stranger) = house_with(5);
    let first = open(&house, &stranger, "A-0").unwrap().at;
    house.clock.advance(60_000);
    for number in ["A-1", "A-2"] {
        opened(&house, &stranger, number);
    }
    // One that there is, one that there is not, one that is open already: one answer, with as much behind it.
    let mut costs = Vec::new();
    for number in ["A-3", "A-9", "A-2"] {
        let before = house.leaves();
        paced(&house, &stranger, number);
        costs.push((house.leaves() - before, house.envelopes().pop().unwrap().kind));
    }
    assert!(costs.iter().all(|cost| *cost == (1, "look.refused".to_owned())), "{costs:?}");
    // Not even whether numbers are known matters.
    house.reopen();
    paced(&house, &stranger, "A-3");
    house.app().load_names().unwrap();
    house.clock.set(first.plus(HOUR - 1));
    paced(&house, &stranger, "A-3");
    house.clock.set(first.plus(HOUR));
    opened(&house, &stranger, "A-3");
    paced(&house, &stranger, "A-4");
}

#[test]
fn what_somebody_else_found_justified_makes_room_and_what_was_not_makes_none() {
    let (house, cases, stranger) = house_with(6);
    let openings: Vec<ActId> = ["A-0", "A-1", "A-2"].iter().map(|number| opened(&house, &stranger, number)).collect();
    house.does(&house.governor, cases[0], examined(openings[0], EmergencyFinding::NotJustified));
    paced(&house, &stranger, "A-3");
    house.does(&house.governor, cases[1], justified(openings[1]));
    opened(&house, &stranger, "A-3");
    paced(&house, &stranger, "A-4");
    // The last word counts.
    house.does(&house.monitor, cases[0], justified(openings[0]));
    house.does(&house.supervisor, cases[1], examined(openings[1], EmergencyFinding::NotJustified));
    paced(&house, &stranger, "A-4");
    house.does(&house.supervisor, cases[1], justified(openings[1]));
    opened(&house, &stranger, "A-4");
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn one_organisation_opens_six_an_hour_and_only_those_outside_it_make_room_for_more() {
    let (house, cases, first) = house_with(10);
    let others: Vec<Actor> = (0..3)
        .map(|nth| house.account(&format!("stranger.{nth}"), house.other_prison, Capacity::CustodyOfficer))
        .collect();
    let mut openings = Vec::new();
    for (file, who) in [&first, &first, &others[0], &others[0], &others[1], &others[1]].into_iter().enumerate() {
        openings.push(opened(&house, who, &format!("A-{file}")));
    }
    assert_eq!(openings.len(), OPENED_BY_ALL as usize);
    for who in [&first, &others[2]] {
        paced(&house, who, "A-6");
    }
    // Somebody of another organisation is not held up by it.
    opened(&house, &house.probation, "A-6");
    // Whoever leads a prison clears the account, and not the prison.
    house.does(&house.governor, cases[0], justified(openings[0]));
    paced(&house, &others[2], "A-7");
    house.does(&house.monitor, cases[0], justified(openings[0]));
    opened(&house, &others[2], "A-7");
    paced(&house, &others[2], "A-8");
    let protection = house.account("protection", house.oversight, Capacity::DataProtection);
    house.does(&protection, cases[1], justified(openings[1]));
    house.does(&protection, cases[2], examined(openings[2], EmergencyFinding::NotJustified));
    opened(&house, &others[2], "A-8");
    paced(&house, &others[2], "A-9");
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn ten_numbers_tried_for_nothing_are_enough_for_an_hour() {
    let (house, _, stranger) = house_with(2);
    opened(&house, &stranger, "A-0");
    let first = house.now();
    for number in 0..TRIED_BY_ONE {
        // What is open already, and what they find by their work, is no try.
        not_possible(&open(&house, &stranger, "A-0"), NotPossible::EmergencyOpen);
        not_possible(&open(&house, &house.governor, "A-0"), NotPossible::EmergencyNotNeeded);
        let answer = open(&house, &stranger, &format!("B-{number}"));
        assert!(matches!(answer, Err(Refusal::NotYours)), "{answer:?}");
        house.clock.advance(1);
    }
    for number in ["A-1", "B-1"] {
        paced(&house, &stranger, number);
    }
    house.clock.set(first.plus(HOUR));
    opened(&house, &stranger, "A-1");
}

#[test]
fn many_at_once_take_no_more_places_than_one_after_the_other() {
    const AT_ONCE: usize = 12;
    let (house, _, stranger) = house_with(AT_ONCE);
    let at_once = |letter: &'static str| -> Vec<Result<(), Refusal>> {
        let barrier = Barrier::new(AT_ONCE);
        let (house, barrier) = (&house, &barrier);
        std::thread::scope(|scope| {
            let tries: Vec<_> = (0..AT_ONCE)
                .map(|file| {
                    scope.spawn(move || {
                        barrier.wait();
                        open(house, &stranger, &format!("{letter}-{file}")).map(|_| ())
                    })
                })
                .collect();
            tries.into_iter().map(|tried| tried.join().unwrap()).collect()
        })
    };
    let mut opened = 0;
    for answer in at_once("A") {
        match answer {
            Ok(()) => opened += 1,
            Err(Refusal::NotPossible(NotPossible::EmergencyPaced)) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(opened, OPENED_BY_ONE as usize);
    // And of numbers that there are not, ten are looked up and no more.
    house.clock.advance(HOUR);
    let nothing = at_once("B").into_iter().filter(|answer| matches!(answer, Err(Refusal::NotYours))).count();
    assert_eq!(nothing, TRIED_BY_ONE as usize);
}
