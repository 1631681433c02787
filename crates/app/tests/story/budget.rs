//! The read budget: at the limit and one below it, to the millisecond an hour later, two at once, and what it never stops.

use std::sync::Barrier;

use access::Actor;
use app::{Deed, Limits, ReadBudget, Refusal};
use domain::look::{Budgeted, Purpose};
use domain::moment::HOUR;
use domain::{Act, ActId, CaseId, Moment, StreamId};
use store::Val;

use crate::acts;
use crate::house::House;

/// A house in which a case manager opens three files within an hour, and anybody two lists.
fn strict() -> House {
    let mut house = House::new();
    house.close();
    let limits = Limits { casework: 3, lists: 2, ..Limits::GENERAL };
    let opening = app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() };
    house.open_as(opening).unwrap();
    house
}

fn cases(house: &House, how_many: usize) -> Vec<CaseId> {
    (0..how_many).map(|number| house.admitted(&format!("B-{number}"))).collect()
}

fn opens(house: &House, actor: &Actor, case: CaseId) -> Result<(), Moment> {
    match house.app().case(actor, case, Purpose::Casework) {
        Ok(_) => Ok(()),
        Err(Refusal::OverBudget { what: Budgeted::Files, until, .. }) => Err(until),
        Err(other) => panic!("{other:?}"),
    }
}

fn advance(house: &House, millis: i64) {
    house.clock.advance(millis);
}

/// What stands of a kind in the stream of an account.
fn alerts(house: &House, actor: &Actor) -> usize {
    let told = |envelope: &&domain::Envelope| {
        envelope.kind == "look.budget_reached" && envelope.stream == actor.account.stream()
    };
    house.envelopes().iter().filter(told).count()
}

#[test]
fn as_many_different_files_are_opened_as_the_limit_says_and_not_one_more() {
    let house = strict();
    let cases = cases(&house, 4);
    for case in &cases[..2] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    // One below the limit there is room for one.
    assert_eq!(opens(&house, &house.manager, cases[2]), Ok(()));
    let first = house.now();
    assert_eq!(opens(&house, &house.manager, cases[3]), Err(first.plus(HOUR)));
    // Nobody else is stopped by it.
    assert_eq!(opens(&house, &house.supervisor, cases[3]), Ok(()));
}

#[test]
fn the_same_file_within_the_hour_costs_nothing_and_stays_open_at_the_limit() {
    let house = strict();
    let cases = cases(&house, 4);
    for _ in 0..5 {
        assert_eq!(opens(&house, &house.manager, cases[0]), Ok(()));
    }
    assert_eq!(house.app().spent(&house.manager).unwrap()[0].used, 1);
    assert_eq!(opens(&house, &house.manager, cases[1]), Ok(()));
    assert_eq!(opens(&house, &house.manager, cases[2]), Ok(()));
    assert!(opens(&house, &house.manager, cases[3]).is_err());
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()), "what is open stays open");
    }
    assert!(opens(&house, &house.manager, cases[3]).is_err());
}

#[test]
fn a_look_counts_for_an_hour_to_the_millisecond() {
    let house = strict();
    let cases = cases(&house, 5);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
        advance(&house, 60_000);
    }
    let until = opens(&house, &house.manager, cases[3]).unwrap_err();
    advance(&house, until.since(house.now()) - 1);
    assert_eq!(opens(&house, &house.manager, cases[3]), Err(until), "one millisecond before");
    advance(&house, 1);
    assert_eq!(house.now(), until);
    assert_eq!(opens(&house, &house.manager, cases[3]), Ok(()), "to the millisecond");
    // There was room for one: the second look of the first hour is the next to be forgotten.
    assert_eq!(opens(&house, &house.manager, cases[4]), Err(until.plus(60_000)));
}

#[test]
fn whoever_opened_more_before_the_limit_was_lowered_waits_until_there_is_room() {
    let mut house = House::new();
    let cases = cases(&house, 5);
    for case in &cases[..4] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
        advance(&house, 1_000);
    }
    let begun = house.now();
    house.close();
    let limits = Limits { casework: 2, ..Limits::GENERAL };
    house.open_as(app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() }).unwrap();
    // Three of the four must be forgotten; the third was opened two seconds ago.
    assert_eq!(opens(&house, &house.manager, cases[4]), Err(begun.plus(HOUR - 2_000)));
}

#[test]
fn two_readers_at_once_do_not_both_take_the_last_place() {
    let house = strict();
    let cases = cases(&house, 10);
    for case in &cases[..2] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    let together = Barrier::new(8);
    let shown = std::thread::scope(|scope| {
        let readers: Vec<_> = cases[2..]
            .iter()
            .map(|case| {
                scope.spawn(|| {
                    together.wait();
                    opens(&house, &house.manager, *case).is_ok()
                })
            })
            .collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).filter(|shown| *shown).count()
    });
    assert_eq!(shown, 1);
    assert_eq!(house.entries_of(&house.manager, "look.consulted"), 3, "what was not shown was not entered");
}

#[test]
fn what_is_not_theirs_is_the_one_404_at_any_count() {
    let house = strict();
    let cases = cases(&house, 3);
    let other = CaseId::from(house.fresh());
    house.does(
        &house.registrar,
        other,
        acts::admitted(house.prison, "B-9", "Placeholder", jiff::civil::date(1990, 1, 1)),
    );
    for case in cases {
        assert_eq!(opens(&house, &house.manager, case), Ok(()));
    }
    for case in [other, house.fresh().into()] {
        let refused = house.app().case(&house.manager, case, Purpose::Casework).unwrap_err();
        assert!(matches!(refused, Refusal::NotYours), "{refused:?}");
    }
}

#[test]
fn at_the_limit_acts_are_recorded_and_what_recording_needs_is_answered() {
    let house = strict();
    let cases = cases(&house, 4);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    assert!(opens(&house, &house.manager, cases[3]).is_err());
    house.does(&house.manager, cases[3], acts::needs());
    // One's own account, and the directory, name nobody whose file is kept.
    for _ in 0..4 {
        house.app().services(&house.manager, &app::consult::ServicesAsked::default()).unwrap();
        house.app().colleagues(&house.supervisor, domain::Capacity::CaseManager).unwrap();
    }
    // A return is asked for by its number before it can be recorded.
    for _ in 0..4 {
        house.app().released_under(&house.registrar, "B-0").unwrap();
    }
    let over = house.app().cases(&house.registrar, &app::consult::CaseFilter::default()).unwrap_err();
    assert!(matches!(over, Refusal::OverBudget { what: Budgeted::Lists, .. }), "they count all the same: {over:?}");
}

#[test]
fn every_list_is_one_more_and_files_and_lists_are_counted_apart() {
    let house = strict();
    let case = cases(&house, 1)[0];
    house.app().home(&house.manager).unwrap();
    house.app().cases(&house.manager, &app::consult::CaseFilter::default()).unwrap();
    let Err(Refusal::OverBudget { what, limit, until }) = house.app().findings(&house.manager) else {
        panic!("a third list was shown")
    };
    assert_eq!((what, limit, until), (Budgeted::Lists, 2, house.now().plus(HOUR)));
    assert_eq!(opens(&house, &house.manager, case), Ok(()));
    advance(&house, HOUR);
    house.app().home(&house.manager).unwrap();
}

#[test]
fn that_the_limit_was_reached_is_on_record_once_an_hour_and_names_no_file() {
    let house = strict();
    let cases = cases(&house, 5);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    assert_eq!(alerts(&house, &house.manager), 0);
    for _ in 0..3 {
        assert!(opens(&house, &house.manager, cases[3]).is_err());
    }
    assert_eq!(alerts(&house, &house.manager), 1);
    assert_eq!(house.entries_of(&house.manager, "look.refused"), 3, "each refusal is");
    assert_eq!(house.app().pulse().unwrap().over_budget, 3);
    // An hour on, and over the limit again.
    advance(&house, HOUR);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    assert!(opens(&house, &house.manager, cases[4]).is_err());
    assert_eq!(alerts(&house, &house.manager), 2);
    let told = house.envelopes().into_iter().find(|envelope| envelope.kind == "look.budget_reached").unwrap();
    assert_eq!(told.org, StreamId::INSTALLATION.into(), "the installation says it, not whoever looked");
    house.app().verify().unwrap();
}

#[test]
fn somebody_is_told_before_they_come_to_the_limit() {
    let house = strict();
    let cases = cases(&house, 3);
    let near = |house: &House| house.app().spent(&house.manager).unwrap()[0].is_near();
    for case in &cases[..2] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
        assert!(!near(&house));
    }
    assert_eq!(opens(&house, &house.manager, cases[2]), Ok(()));
    assert!(near(&house));
    advance(&house, HOUR);
    assert!(!near(&house));
}

#[test]
fn what_counts_no_more_is_deleted_and_a_start_forgets_nothing_that_counts() {
    let mut house = strict();
    let cases = cases(&house, 4);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    let rows = |house: &House| {
        let count = |tx: &mut store::Tx<'_>| tx.one("select count(*) from looked", &[], |row| row.get::<u64>(0));
        house.beside().read(count).unwrap().unwrap()
    };
    assert_eq!(rows(&house), 3);
    house.close();
    let limits = Limits { casework: 3, lists: 2, ..Limits::GENERAL };
    house.open_as(app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() }).unwrap();
    assert!(opens(&house, &house.manager, cases[3]).is_err());
    advance(&house, HOUR);
    house.app().come_due().unwrap();
    assert_eq!(rows(&house), 0);
}

#[test]
fn if_it_cannot_be_counted_nothing_is_shown_and_recording_goes_on() {
    let mut house = strict();
    let case = cases(&house, 1)[0];
    house.close();
    house.says(vec!["drop table looked".to_owned()]);
    house.try_open().unwrap();
    let looks = house.entries_of(&house.manager, "look.consulted");
    assert!(matches!(house.app().case(&house.manager, case, Purpose::Casework), Err(Refusal::Fault(_))));
    assert!(matches!(house.app().home(&house.manager), Err(Refusal::Fault(_))));
    assert_eq!(house.entries_of(&house.manager, "look.consulted"), looks);
    let recorded: Vec<ActId> = house.performed(&house.manager, &Deed::one(case, Act::from(acts::needs()))).acts;
    assert_eq!(recorded.len(), 1);
}

#[test]
fn a_file_that_is_opened_because_somebody_is_in_danger_is_opened_at_any_count() {
    let house = strict();
    let cases = cases(&house, 4);
    for case in &cases[..3] {
        assert_eq!(opens(&house, &house.manager, *case), Ok(()));
    }
    let endangered = CaseId::from(house.fresh());
    let born = jiff::civil::date(1990, 1, 1);
    house.does(&house.registrar, endangered, acts::admitted(house.prison, "B-9", "Placeholder", born));
    let (holder, stream) = (house.manager.account.bytes(), endangered.stream().bytes());
    let (from, to) = (house.now().millis(), house.now().plus(HOUR).millis());
    let mut house = house;
    house.close();
    let writer = house.beside().writer((), ()).unwrap();
    let opened = writer.submit(move |tx: &mut store::Tx<'_>, ()| -> Result<(), store::Error> {
        tx.exec(
            "insert into ground (holder, stream, ground, begins, ends, via) values ($1, $2, 'emergency', $3, $4, $2)",
            &[Val::Blob(&holder), Val::Blob(&stream), Val::I64(from), Val::I64(to)],
        )?;
        Ok(())
    });
    opened.unwrap();
    drop(writer);
    let limits = Limits { casework: 3, lists: 2, ..Limits::GENERAL };
    house.open_as(app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() }).unwrap();
    assert!(opens(&house, &house.manager, cases[3]).is_err());
    let proved = Actor { strength: domain::Strength::Fresh, ..house.manager };
    assert_eq!(opens(&house, &proved, endangered), Ok(()));
}

#[test]
fn whoever_leads_and_whoever_oversees_is_told_and_nobody_else() {
    let mut house = House::new();
    house.close();
    let limits = Limits { casework: 1, civil_society: 1, ..Limits::GENERAL };
    house.open_as(app::installation::Opening { budget: ReadBudget::Within(limits), ..house.opening() }).unwrap();
    let shared = ["B-1", "B-2"].map(|number| house.assigned(number));
    let case = house.admitted("B-3");
    for stream in [shared[0].case, case] {
        let _shown_or_not = house.app().case(&house.manager, stream, Purpose::Casework);
    }
    advance(&house, 1_000);
    for referral in [shared[0].referral, shared[1].referral] {
        let _shown_or_not = house.app().referral(&house.practitioner, referral, Purpose::Service);
    }
    let dpo = house.account("dpo", house.oversight, domain::Capacity::DataProtection);
    let told = |actor: &Actor| {
        let home = house.app().home(actor).unwrap();
        home.alerts.iter().map(|alert| (alert.account, alert.limit)).collect::<Vec<_>>()
    };
    let (manager, practitioner) = ((house.manager.account, 1), (house.practitioner.account, 1));
    for (actor, expected) in [
        (&house.supervisor, vec![manager]),
        (&house.governor, vec![manager]),
        (&house.intake, vec![practitioner]),
        // The body has a mandate for the prison, whose files the association has some of.
        (&house.monitor, vec![practitioner, manager]),
        (&dpo, vec![practitioner, manager]),
        (&house.manager, vec![]),
        (&house.practitioner, vec![]),
        (&house.reviewer, vec![]),
        (&house.registrar, vec![]),
        (&house.other_supervisor, vec![]),
        (&house.other_intake, vec![]),
        (&house.probation, vec![]),
    ] {
        assert_eq!(told(actor), expected, "{}", actor.capacity);
    }
    // That it was told is on record with the list, and after a week it is history.
    advance(&house, 7 * domain::moment::DAY);
    assert_eq!(told(&house.supervisor), vec![]);
}

#[test]
fn whoever_has_no_mandate_any_more_is_told_nothing() {
    let house = strict();
    let until = house.day(1);
    let prison = house.other_prison;
    house.mandated(prison, Some(until));
    let cases = ["C-1", "C-2", "C-3", "C-4"].map(|number| {
        let case = CaseId::from(house.fresh());
        let born = jiff::civil::date(1990, 1, 1);
        house.does(&house.other_registrar, case, acts::admitted(prison, number, "Placeholder", born));
        case
    });
    let manager = house.account("other.manager", prison, domain::Capacity::CaseManager);
    for case in cases {
        house.does(&house.other_supervisor, case, domain::file::Allocated { to: manager.account });
        let _shown_or_not = house.app().case(&manager, case, Purpose::Casework);
    }
    let told = |house: &House| house.app().home(&house.monitor).unwrap().alerts.len();
    assert_eq!(told(&house), 1);
    advance(&house, 2 * domain::moment::DAY);
    assert_eq!(told(&house), 0, "the mandate is over");
    assert_eq!(house.app().home(&house.other_supervisor).unwrap().alerts.len(), 1);
}
