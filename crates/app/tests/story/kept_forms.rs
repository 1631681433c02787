//! Forms that wait for a fresh factor: whose they are, how long they wait, and that nothing of them outlives the file.

use app::kept_form::{AT_MOST, KEPT, Pairs};
use app::rotate_keys;
use domain::account::Disabled;
use domain::file::{ErasureAnnounced, ErasureBasis};
use domain::moment::{DAY, MINUTE};
use domain::{Capacity, StreamId};
use store::Val;

use crate::acts::text;
use crate::backups::holds;
use crate::house::{House, proved};

const MARKER: &str = "Goldcrest";
const HERE: &str = "/a/sample/address";

fn typed(word: &str) -> Pairs {
    vec![("why".to_owned(), format!("{MARKER} & {word}\r\nثاني سطر")), ("on".to_owned(), String::new())]
}

/// Rows that are kept.
fn rows(house: &House) -> u64 {
    let count = |tx: &mut store::Tx<'_>| tx.one("select count(*) from kept_form", &[], |row| row.get::<u64>(0));
    house.beside().read(count).unwrap().unwrap()
}

#[test]
fn a_form_is_its_writers_alone_at_its_address_alone_and_for_an_hour() {
    let house = House::new();
    let case = house.admitted("A-1").into();
    let app = house.app();
    app.keep_form(&house.manager, (HERE, Some(case)), &typed("one")).unwrap();
    assert_eq!(app.kept_form(&house.manager, HERE).unwrap(), Some(typed("one")));
    assert_eq!(app.kept_form(&proved(&house.manager), HERE).unwrap(), Some(typed("one")), "however proved");
    for (who, address) in [(&house.colleague, HERE), (&house.manager, "/a/sample"), (&house.manager, "")] {
        assert_eq!(app.kept_form(who, address).unwrap(), None);
    }
    app.forget_form(&house.colleague, HERE).unwrap();
    app.keep_form(&house.manager, (HERE, Some(case)), &typed("two")).unwrap();
    assert_eq!(app.kept_form(&house.manager, HERE).unwrap(), Some(typed("two")), "the later counts");
    let kept_at = house.now();
    house.clock.set(kept_at.plus(KEPT - 1));
    assert_eq!(app.kept_form(&house.manager, HERE).unwrap(), Some(typed("two")));
    app.come_due().unwrap();
    assert_eq!(rows(&house), 1);
    house.clock.set(kept_at.plus(KEPT));
    assert_eq!(app.kept_form(&house.manager, HERE).unwrap(), None);
    app.come_due().unwrap();
    assert_eq!(rows(&house), 0, "what is over is deleted");
}

#[test]
fn nobody_keeps_more_than_a_few_and_the_oldest_goes() {
    let house = House::new();
    for n in 0..AT_MOST + 3 {
        house.clock.advance(1);
        house.app().keep_form(&house.manager, (&format!("/sample/{n}"), None), &typed("many")).unwrap();
    }
    house.app().keep_form(&house.colleague, (HERE, None), &typed("another")).unwrap();
    assert_eq!(rows(&house), AT_MOST as u64 + 1);
    for n in 0..AT_MOST + 3 {
        let kept = house.app().kept_form(&house.manager, &format!("/sample/{n}")).unwrap();
        assert_eq!(kept.is_some(), n >= 3, "{n}");
    }
}

#[test]
fn whoever_signs_out_or_is_closed_out_leaves_none() {
    let house = House::new();
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let keep = || house.app().keep_form(&person, (HERE, None), &typed("own")).unwrap();
    keep();
    house.app().sign_out(&person, "").unwrap();
    assert_eq!(rows(&house), 0);
    keep();
    house.does(&house.admins[0], person.account, Disabled { reason: text("Left.") });
    assert_eq!(rows(&house), 0);
}

#[test]
fn what_was_typed_is_sealed_and_dies_with_the_file_it_is_about() {
    let mut house = House::proved();
    let dpo = house.account("dpo", house.oversight, Capacity::DataProtection);
    let (case, other) = (house.admitted("A-1"), house.admitted("B-1"));
    for (address, about) in [(HERE, case), ("/another", other)] {
        house.app().keep_form(&house.manager, (address, Some(about.stream())), &typed("secret")).unwrap();
    }
    let sealed = |house: &House, about: StreamId| -> Option<Vec<u8>> {
        let read = |tx: &mut store::Tx<'_>| {
            tx.one("select sealed from kept_form where about = $1", &[Val::Blob(&about.bytes())], |row| row.get(0))
        };
        house.beside().read(read).unwrap()
    };
    let trace = sealed(&house, case.stream()).unwrap()[1..17].to_vec();
    if !crate::engine::is_server() {
        assert!(holds(house.folder.path(), &trace).is_some(), "the search finds what is there");
    }
    assert_eq!(holds(house.folder.path(), MARKER.as_bytes()), None);
    // New epoch keys open it as before.
    house.close();
    rotate_keys(&house.place(), house.opening()).unwrap();
    house.try_open().unwrap();
    assert_eq!(house.app().kept_form(&house.manager, HERE).unwrap(), Some(typed("secret")));
    let announced = ErasureAnnounced {
        on: house.day(14),
        basis: ErasureBasis::RetentionOver,
        why: text("Sample schedule 4."),
        order: None,
    };
    house.does(&house.registrar, case, announced);
    house.clock.advance(14 * DAY);
    // Kept again, a moment before the file goes.
    house.app().keep_form(&house.manager, (HERE, Some(case.stream())), &typed("secret")).unwrap();
    house.app().keep_form(&house.manager, ("/another", Some(other.stream())), &typed("secret")).unwrap();
    let trace = sealed(&house, case.stream()).unwrap()[1..17].to_vec();
    house.app().erase(&dpo, case).unwrap();
    assert_eq!(sealed(&house, case.stream()), None);
    assert_eq!(holds(house.folder.path(), &trace), None, "in no file of the engine");
    assert_eq!(house.app().kept_form(&house.manager, HERE).unwrap(), None);
    assert_eq!(house.app().kept_form(&house.manager, "/another").unwrap(), Some(typed("secret")));
    // Typed too late: there is no key to seal it by, so it is the writer's own.
    house.app().keep_form(&house.manager, (HERE, Some(case.stream())), &typed("late")).unwrap();
    assert_eq!(sealed(&house, case.stream()), None);
    house.clock.advance(MINUTE);
    assert_eq!(house.app().kept_form(&house.manager, HERE).unwrap(), Some(typed("late")));
}
