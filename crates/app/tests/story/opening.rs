//! Opening an installation again, copies of its log, and what it refuses to open.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;

use ledger::check::{self, Files, Report};
use ledger::export::{self, Lines};
use ledger::note::VerifierKey;
use ledger::{Checkpoint, Note};

use crate::house::House;

/// A copy in a directory, as a verifier reads it.
struct Copied {
    path: PathBuf,
    envelopes: BufReader<File>,
}

impl Files for Copied {
    type Fault = std::io::Error;

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Self::Fault> {
        Ok(std::fs::read(self.path.join(path)).ok())
    }

    fn next_line(&mut self, lines: Lines) -> Result<Option<Vec<u8>>, Self::Fault> {
        let mut line = Vec::new();
        if lines == Lines::Envelopes {
            self.envelopes.read_until(b'\n', &mut line)?;
        }
        line.pop_if(|last| *last == b'\n');
        Ok((!line.is_empty()).then_some(line))
    }
}

/// Exports the log of a house where nothing was erased, and checks the copy.
pub fn copied_and_checked(house: &House) -> Report {
    let report = copied(house);
    assert_eq!(report.envelopes, report.leaves);
    report
}

/// Exports the log and checks the copy with nothing but the ledger's own rules.
pub fn copied(house: &House) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy");
    let size = house.app().export_log(&path).unwrap();
    let key = std::fs::read_to_string(path.join(export::VERIFIER_KEY)).unwrap();
    let key = VerifierKey::parse(key.trim()).unwrap();
    let note = Note::parse(&std::fs::read_to_string(path.join(export::CHECKPOINT)).unwrap()).unwrap();
    let checkpoint = Checkpoint::open(&note, &key).unwrap();
    assert_eq!(checkpoint.size, size);
    let envelopes = BufReader::new(File::open(path.join(Lines::Envelopes.file())).unwrap());
    check::copy(&mut Copied { path, envelopes }, &checkpoint, &[]).unwrap()
}

#[test]
fn a_copy_of_the_log_stands_by_itself() {
    let mut house = House::new();
    let shared = house.assigned("A-1");
    house.sees_case(&house.colleague, shared.case);
    house.reopen();
    let report = copied_and_checked(&house);
    assert!(report.leaves > 50 && report.bodies == 0);
}

#[test]
fn an_installation_that_is_opened_again_finds_everything() {
    let mut house = House::new();
    let shared = house.assigned("A-1");
    let about = house.app().about().clone();
    let leaves = house.leaves();
    house.reopen();
    assert_eq!(house.app().about(), &about);
    assert_eq!(house.leaves(), leaves, "opening writes nothing into the log");
    assert!(house.sees_case(&house.manager, shared.case) && house.sees_referral(&house.practitioner, shared.referral));
    // Names are sealed: a search says that it is loading until they have been opened.
    let filter = app::consult::CaseFilter { name: Some("placeh".to_owned()), ..Default::default() };
    let found = house.app().cases(&house.supervisor, &filter).unwrap();
    assert!(found.loading && found.lines.is_empty());
    house.app().load_names().unwrap();
    let found = house.app().cases(&house.supervisor, &filter).unwrap();
    assert!(!found.loading);
    assert_eq!(found.lines[0].name.as_ref().unwrap().family, "Placeholder");
    assert_eq!(found.lines[0].carried_by.as_deref(), Some("Specimen manager"));
    // Of what is visible only, and of three letters at least.
    assert_eq!(house.app().cases(&house.other_supervisor, &filter).unwrap().total, app::consult::Total::Exactly(0));
    let short = app::consult::CaseFilter { name: Some("pl".to_owned()), ..Default::default() };
    assert_eq!(house.app().cases(&house.supervisor, &short).unwrap().total, app::consult::Total::Exactly(0));
    house.does(&house.manager, shared.case, crate::acts::needs());
    house.reopen();
    house.app().verify().unwrap();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn an_old_copy_of_the_database_is_not_opened_and_the_message_says_what_to_do() {
    let mut house = House::new();
    house.close();
    house.put_aside();
    house.try_open().unwrap();
    house.admitted("A-1");
    house.reopen();
    house.close();
    house.put_back();
    let said = house.try_open().unwrap_err().to_string();
    assert!(said.contains("older copy") && said.contains("newest copy"), "{said}");
    // Nor is another history that happens to be as long, or longer.
    std::fs::remove_file(house.folder.path().join("checkpoint")).unwrap();
    let said = house.try_open().unwrap_err().to_string();
    assert!(said.contains("checkpoint"), "{said}");
}

#[test]
fn another_history_that_is_longer_is_not_opened() {
    let mut house = House::new();
    house.close();
    let kept = house.folder.path().join("checkpoint");
    let older = std::fs::read(&kept).unwrap();
    house.put_aside();
    house.try_open().unwrap();
    house.admitted("A-1");
    house.reopen();
    house.close();
    let newest = std::fs::read(&kept).unwrap();
    // The old copy goes on under the old checkpoint, and becomes longer than what was there.
    house.put_back();
    std::fs::write(&kept, older).unwrap();
    house.try_open().unwrap();
    for number in ["B-1", "B-2", "B-3"] {
        house.admitted(number);
    }
    house.close();
    std::fs::write(&kept, newest).unwrap();
    let said = house.try_open().unwrap_err().to_string();
    assert!(said.contains("another history"), "{said}");
}

#[test]
fn one_database_has_one_writer() {
    let house = House::new();
    let second = app::App::open(&house.place(), house.opening());
    assert!(matches!(second.err(), Some(app::Fault::Store(store::Error::WriterTaken))));
}

#[test]
fn an_installation_is_founded_once_and_opened_only_where_it_is() {
    let house = House::new();
    let founded = domain::organisation::Founded {
        name: crate::acts::line("Sample"),
        origin: crate::acts::line("passerelle.example/second"),
        zone: crate::acts::line("Africa/Tunis"),
    };
    let runner = crate::acts::registered("Sample", domain::organisation::OrgKind::PrisonService);
    let first = |name: &str| app::installation::FirstAdministrator {
        sign_in: crate::acts::line(name),
        name: crate::acts::line("Specimen"),
    };
    let administrators = [first("one"), first("two")];
    let again = app::App::found(&house.place(), house.opening(), &founded, &runner, &administrators);
    assert!(again.is_err());
    let empty = tempfile::tempdir().unwrap();
    let nowhere = app::App::open(&app::installation::Place::new(empty.path()), house.opening());
    assert!(nowhere.err().unwrap().to_string().contains("no installation here"));
}
