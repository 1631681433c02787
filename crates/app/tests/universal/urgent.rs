//! Openings in an emergency in histories of everything else: who opens what, what it shows and until when, who examines it.
//!
//! The model says each answer before it is asked for; afterwards every file is compared for whoever asked, with a fresh factor
//! and without.

use access::Actor;
use app::perform::UNFOUND;
use app::{Deed, Refusal};
use domain::admission::NotPossible as Not;
use domain::emergency::{EmergencyFinding, EmergencyOpened, EmergencyReason, EmergencyReviewed};
use domain::look::RefusalReason;
use domain::moment::{DAY, HOUR};
use domain::{Capacity, Kind};
use proptest::prelude::*;

use crate::acts::{line, text};
use crate::model::Asked;
use crate::runner::{Outcome, histories};
use crate::world::World;

/// How an answer looks to whoever asked.
fn said(refusal: &Refusal) -> Result<Not, RefusalReason> {
    match refusal {
        Refusal::NotPossible(why) => Ok(*why),
        Refusal::NotYours => Err(RefusalReason::NotYours),
        Refusal::NotAllowed => Err(RefusalReason::NotAllowed),
        other => panic!("{other:?}"),
    }
}

/// Somebody asks for the file with this number, which there may be or not.
fn asks(world: &mut World, who: &Actor, number: usize) -> Result<Asked, TestCaseError> {
    let case = world.model.cases.get(number).map(|case| case.id);
    let expected = world.model.asked(who, case, world.now());
    let body = EmergencyOpened {
        number: line(&format!("R-{number}")),
        reason: EmergencyReason::Missing,
        words: text("Not back from the hospital."),
    };
    let answer = world.house.perform(who, &Deed::one(UNFOUND, body));
    let told = answer.as_ref().map(|receipt| receipt.streams.first().copied()).map_err(said);
    let wanted = match expected {
        Asked::Opens => Ok(case),
        Asked::NotAllowed => Err(Err(RefusalReason::NotAllowed)),
        Asked::Nothing => Err(Err(RefusalReason::NotYours)),
        Asked::Waits => Err(Ok(Not::EmergencySuspended)),
        Asked::Paced => Err(Ok(Not::EmergencyPaced)),
        Asked::ByWork => Err(Ok(Not::EmergencyNotNeeded)),
        Asked::OpenAlready => Err(Ok(Not::EmergencyOpen)),
    };
    prop_assert_eq!(told, wanted, "{:?} asks for R-{}", who, number);
    if expected == Asked::Nothing {
        let now = world.now();
        world.model.tried.push((who.account, now));
    }
    if let (Ok(receipt), Some(case)) = (answer, case) {
        world.model.opened(who, receipt.acts[0], case, receipt.at);
    }
    Ok(expected)
}

/// Somebody examines one of the openings.
fn examines(world: &mut World, who: &Actor, place: usize) -> Result<bool, TestCaseError> {
    let count = world.model.openings.len();
    let Some(opening) = world.model.openings.get(place % count.max(1)).copied() else { return Ok(false) };
    let now = world.now();
    let may = world.model.may_kind(who, opening.case, Kind::FileEmergencyReviewed, now);
    let sees = !world.model.reads(who, opening.case, now).is_empty();
    let leads = matches!(opening.by.capacity, Capacity::Supervisor | Capacity::Governor);
    let wanted = if !may {
        Err(Err(if sees { RefusalReason::NotAllowed } else { RefusalReason::NotYours }))
    } else if opening.by.account == who.account {
        Err(Ok(Not::OwnEmergency))
    } else if who.capacity == Capacity::Supervisor && who.org == opening.by.org && leads {
        Err(Ok(Not::EmergencyOfLeader))
    } else {
        Ok(())
    };
    let found = EmergencyFinding::ALL[place % 2];
    let body = EmergencyReviewed { opening: opening.act, found, reason: text("Nobody was missing."), below: None };
    let answer = world.house.perform(who, &Deed::one(opening.case, body));
    prop_assert_eq!(answer.map(|_| ()).map_err(|refusal| said(&refusal)), wanted, "{:?} of {:?}", who, opening);
    if wanted.is_ok() {
        let opening = &mut world.model.openings[place % count];
        let justified = found == EmergencyFinding::Justified;
        (opening.examined, opening.justified) = (true, justified);
        if matches!(who.capacity, Capacity::Monitor | Capacity::DataProtection) {
            opening.justified_outside = justified;
        }
    }
    Ok(wanted.is_ok())
}

/// Every file, as whoever asked may see it now.
fn compares(world: &World, who: &Actor) -> Outcome {
    for stream in world.files() {
        world.compare(who, stream)?;
        world.compare(&World::ordinary(who), stream)?;
    }
    Ok(())
}

/// U5, U14, U23 for emergencies.
#[test]
fn an_emergency_opens_what_the_documents_say_to_whom_they_say_it_and_for_an_hour() {
    let counted = std::cell::Cell::new((0_u64, [0_u64; 7], 0_u64));
    histories(29, 8, 30..50, |steps| {
        let mut world = World::new(steps.len());
        for (at, step) in steps.iter().enumerate() {
            world.take(*step)?;
            let place = at * 5 + usize::from(step.to);
            let who = World::proved(&world.people[place % world.people.len()]);
            let number = usize::from(step.at) % (world.model.cases.len() + 1);
            let expected = asks(&mut world, &who, number)?;
            compares(&world, &who)?;
            let second = world.people[(place + 11) % world.people.len()];
            let examined = examines(&mut world, &second, at)?;
            let (compared, mut told, reviews) = counted.get();
            told[expected as usize] += 1;
            if expected == Asked::Opens && at % 2 == 0 {
                told[asks(&mut world, &who, number)? as usize] += 1;
            }
            // Now and then somebody goes on asking, for every file there is and for some that there are not.
            if expected == Asked::Opens && at % 4 == 1 {
                for number in 0..world.model.cases.len() + 12 {
                    told[asks(&mut world, &who, number)? as usize] += 1;
                }
                let all = world.people.clone();
                for other in all.iter().filter(|other| other.org == who.org) {
                    told[asks(&mut world, &World::proved(other), number)? as usize] += 1;
                }
                compares(&world, &who)?;
            }
            counted.set((compared, told, reviews + u64::from(examined)));
            if expected == Asked::Opens && at % 3 == 0 {
                let end = world.model.openings.last().unwrap().at.plus(HOUR);
                for instant in [end.plus(-1), end] {
                    world.house.clock.set(instant);
                    compares(&world, &who)?;
                }
            }
            if at % 7 == 0 {
                world.house.clock.advance(4 * DAY);
            }
        }
        let (compared, told, reviews) = counted.get();
        counted.set((compared + world.compared.get(), told, reviews));
        Ok(())
    });
    let (compared, told, reviews) = counted.get();
    println!("{compared} decisions compared; asked: {told:?}; examined: {reviews}");
    assert!(told.iter().all(|count| *count > 0) && reviews > 0, "the histories are too poor to say anything: {told:?}");
}
