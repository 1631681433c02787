//! Acts that are lost with their machine, and the log that goes on without them.

use std::fs;

use app::App;
use app::continuing::{Continuing, Shown, continue_after_loss};
use app::installation::Place;
use domain::look::Purpose;
use ledger::Checkpoint;
use ledger::note::{Note, VerifierKey};

use crate::acts::{line, text};
use crate::backups::Kept;
use crate::house::{Credentials, House};

/// A house whose newest backup is older than its checkpoint store, put together again in a place of its own.
fn behind() -> (House, Kept, Place, domain::CaseId) {
    let mut house = House::new();
    let case = house.assigned("A-1").case;
    let kept = Kept::new();
    kept.data(&house, "data");
    kept.keys(&house, "keys");
    house.does(&house.manager, case, crate::acts::needs());
    house.reopen();
    house.close();
    let target = kept.path("again");
    fs::create_dir(&target).unwrap();
    fs::copy(house.place().directory.join("checkpoint"), target.join("checkpoint")).unwrap();
    assert!(kept.restore(&house, "data", "keys", "again").unwrap().lost.is_some());
    let place = Place::new(target);
    (house, kept, place, case)
}

fn shown(credentials: &Credentials, code: usize) -> Shown {
    Shown {
        sign_in: credentials.sign_in.clone(),
        password: credentials.password.clone(),
        code: credentials.codes[code].clone(),
    }
}

fn asked(origin: &str, one: Shown, other: Shown) -> Continuing {
    Continuing { origin: line(origin), why: text("The sample machine burnt."), administrators: [one, other] }
}

#[test]
fn two_administrators_open_a_new_log_that_names_what_was_lost() {
    let (house, kept, place, case) = behind();
    let [one, other] = &house.credentials;
    assert!(App::open(&place, house.opening()).is_err());
    let new = "passerelle.example/casework-2";
    let old = fs::read_to_string(place.directory.join("checkpoint")).unwrap();
    let continued = continue_after_loss(&place, house.opening(), &asked(new, shown(one, 1), shown(other, 1))).unwrap();
    assert!(continued.left < continued.known);
    assert_eq!(continued.checkpoint.as_str(), old.trim());
    assert_eq!(fs::read_to_string(place.directory.join("checkpoint")).unwrap(), old, "the old store stays what it was");
    let app = App::open(&place, house.opening()).unwrap();
    assert_eq!(app.about().origin, new);
    app.examine().unwrap();
    assert!(app.replay(|_, _| {}).unwrap().differing.is_empty());
    // The checkpoint is of the new log, over the acts that are left and the one that says so.
    let key = VerifierKey::parse(&app.about().verifier_key).unwrap();
    let checkpoint = Checkpoint::open(&Note::parse(&app.checkpoint()).unwrap(), &key).unwrap();
    assert_eq!(checkpoint.size, continued.left + 1);
    assert!(app.case(&house.manager, case, Purpose::Casework).is_ok(), "everything that is left opens as before");
    drop(app);
    let opened = crate::by_hand::ByHand::open(&place.directory).opened();
    assert_eq!(
        opened.matches("The sample machine burnt.").count(),
        1,
        "it is on record once, however often it is opened"
    );
    // It is backed up and restored like any other.
    let recipients = kept.recipients();
    app::backup::back_up(&place, &house.opening(), &recipients, &kept.path("data-2")).unwrap();
    app::backup::back_up_keys(&place, &house.opening(), &recipients, &kept.path("keys-2")).unwrap();
    let restored = kept.restore(&house, "data-2", "keys-2", "third").unwrap();
    assert_eq!((restored.origin.as_str(), restored.lost), (new, None));
    let app = App::open(&Place::new(kept.path("third")), house.opening()).unwrap();
    assert_eq!(app.about().origin, new);
}

#[test]
fn neither_one_person_nor_a_wrong_code_nor_an_old_name_opens_a_new_log() {
    let (house, _kept, place, _) = behind();
    let [one, other] = &house.credentials;
    let before = crate::backups::files_below(&place.directory.join("keys"));
    let new = "passerelle.example/casework-2";
    let refused = |asked: Continuing| {
        assert!(continue_after_loss(&place, house.opening(), &asked).is_err());
        assert_eq!(crate::backups::files_below(&place.directory.join("keys")).len(), before.len());
        assert!(App::open(&place, house.opening()).is_err(), "nothing has begun");
    };
    refused(asked(new, shown(one, 1), shown(one, 2)));
    refused(asked(new, shown(one, 3), Shown { code: "00000000".into(), ..shown(other, 1) }));
    refused(asked(new, shown(one, 4), Shown { password: "not the password".into(), ..shown(other, 2) }));
    refused(asked(new, shown(one, 5), Shown { sign_in: "registrar".into(), ..shown(other, 3) }));
    refused(asked("passerelle.example/casework", shown(one, 6), shown(other, 4)));
    refused(asked("with a space", shown(one, 7), shown(other, 5)));
}

#[test]
fn where_nothing_is_lost_nothing_goes_on() {
    let mut house = House::new();
    house.close();
    let [one, other] = &house.credentials;
    let asked = asked("passerelle.example/casework-2", shown(one, 1), shown(other, 1));
    let said = continue_after_loss(&house.place(), house.opening(), &asked).unwrap_err().to_string();
    assert!(said.contains("nothing is lost"), "{said}");
}
