//! Two servers on one database: one at work, one that stands by.
//!
//! On a database server only: `.ci/postgres cargo test -p app --test story standby -- --ignored`.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use app::installation::Place;
use app::{App, Deed, Fault, Refusal, StoreError, StoreSettings};
use domain::look::Purpose;

use crate::house::{House, place};
use crate::{acts, engine};

/// The directory of a second machine, as it is set up: the keys, and the checkpoint as it was then.
fn second_machine(house: &House) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(house.folder.path(), folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let copied = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&copied).unwrap();
            copy(&entry.path(), &copied);
        } else {
            fs::copy(entry.path(), copied).unwrap();
        }
    }
}

/// The second machine on the database of the first.
fn beside(house: &House, folder: &tempfile::TempDir) -> Place {
    assert!(engine::is_server(), "PASSERELLE_TEST_POSTGRES must name a server; .ci/postgres starts one");
    let server = match engine::database(house.folder.path()).unwrap() {
        store::Database::Server(server) => Some(server),
        store::Database::File(_) => None,
    };
    Place::new(folder.path()).on(server)
}

fn stands_by(place: &Place, house: &House) -> Result<App, Fault> {
    App::open(place, house.opening())
}

/// A first server with a lease that is always over: at any moment it is like one that was paused for too long.
fn paused(house: &mut House) {
    house.close();
    let opening = app::installation::Opening {
        store: StoreSettings { lease: Duration::ZERO, ..StoreSettings::default() },
        ..house.opening()
    };
    house.open_as(opening).unwrap();
}

fn taken_over(place: &Place, house: &House) -> App {
    loop {
        match stands_by(place, house) {
            Ok(app) => return app,
            Err(Fault::Store(StoreError::WriterTaken)) => thread::yield_now(),
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
#[ignore = "on a database server only"]
fn the_server_that_stands_by_goes_on_where_the_paused_one_was_and_the_paused_one_records_nothing_more() {
    let mut house = House::new();
    let other = second_machine(&house);
    let place = beside(&house, &other);
    assert!(matches!(stands_by(&place, &house), Err(Fault::Store(StoreError::WriterTaken))));

    paused(&mut house);
    let case = house.admitted("A-1");
    let leaves = house.leaves();
    let second = taken_over(&place, &house);
    let receipt = second.perform(&house.manager, &Deed::one(case, acts::assessed())).unwrap();
    assert_eq!(receipt.acts.len(), 1);

    // Neither an act nor a look: what cannot be recorded is not shown.
    let refused = house.perform(&house.manager, &Deed::one(case, acts::needs())).unwrap_err();
    assert!(matches!(refused, Refusal::Fault(Fault::Store(StoreError::Superseded | StoreError::Stopped))), "{refused}");
    assert!(house.app().case(&house.manager, case, Purpose::Casework).is_err());
    assert!(!house.app().is_well());
    let seen = second.case(&house.manager, case, Purpose::Casework).unwrap();
    drop(seen);
    assert_eq!(house.leaves(), leaves + 2, "one act and one look, both of the second server");

    // One log: the checkpoint of the second machine goes on from what the first one signed last.
    house.close();
    second.verify().unwrap();
    assert!(second.replay(|_, _| {}).unwrap().differing.is_empty());
    drop(second);
    house.try_open().unwrap();
    assert_eq!(house.leaves(), leaves + 2);
    house.does(&house.manager, case, acts::needs());
    house.app().verify().unwrap();
}

#[test]
#[ignore = "on a database server only"]
fn sessions_and_keys_of_repetition_go_over_to_the_next_server() {
    let mut house = House::new();
    let other = second_machine(&house);
    let second_place = beside(&house, &other);
    paused(&mut house);
    let case = house.admitted("A-1");
    let deed = Deed { once: Some("specimen-key".to_owned()), ..Deed::one(case, acts::assessed()) };
    let first = house.performed(&house.manager, &deed);
    let second = taken_over(&second_place, &house);
    let again = second.perform(&house.manager, &deed).unwrap();
    assert!(again.repeated);
    assert_eq!(again.acts, first.acts);
    assert_eq!(second.account_states().unwrap(), house.app().account_states().unwrap());
}

#[test]
#[ignore = "on a database server only"]
fn a_machine_without_the_keys_opens_nothing_and_a_second_installation_is_not_founded_over_the_first() {
    let house = House::new();
    let empty = tempfile::tempdir().unwrap();
    let nowhere = beside(&house, &empty);
    let said = App::open(&nowhere, house.opening()).err().unwrap().to_string();
    assert!(said.contains("no installation here"), "{said}");
    let founded = domain::organisation::Founded {
        name: acts::line("Sample"),
        origin: acts::line("passerelle.example/second"),
        zone: acts::line("Africa/Tunis"),
    };
    let runner = acts::registered("Sample", domain::organisation::OrgKind::PrisonService);
    let first =
        |name: &str| app::installation::FirstAdministrator { sign_in: acts::line(name), name: acts::line("Specimen") };
    let said = App::found(&nowhere, house.opening(), &founded, &runner, &[first("one"), first("two")]);
    let said = said.err().unwrap().to_string();
    assert!(said.contains("holds an installation already"), "{said}");
    assert!(!empty.path().join("keys").exists());
    assert_eq!(place(house.folder.path()).is_founded(), house.place().is_founded());
}
