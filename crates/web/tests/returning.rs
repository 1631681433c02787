//! A return to custody as two registrars record it: what one says waits on the first page, what two say opens the file.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::Capacity;
use fixture::sound::assert_sound;
use fixture::{House, line};

#[test]
fn what_one_registrar_records_waits_for_another_on_their_first_page() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    house.does(&world.registrar, case, domain::custody::Released { basis: line("Order 44") });
    let mut registrar = world.registrar.clone();
    house.enter(&mut registrar);
    house.clock.advance(400 * domain::moment::DAY);
    let mut second = house.account(world.registrar.org, Capacity::Registrar, "second.registrar", "T. Specimen");
    let mut browser = house.enter(&mut registrar);
    let mut other = house.enter(&mut second);
    let form = browser.get("/cases/return").shown().form("/cases/return");
    let form = form.with("number", "DEMO-0147").with("order", "Order 50");
    let sent = browser.send(&form);
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/#returns"), "{}", sent.body);
    assert_eq!(browser.get(&format!("/cases/{case}")).status, StatusCode::NOT_FOUND);
    for (language, own, another) in [
        ("en", "somebody else must record it too", "Record the return too"),
        ("fr", "quelqu’un d’autre doit le consigner aussi", "Consigner aussi le retour"),
        ("ar", "ولا بد أن يسجّلها غيرك أيضًا", "تسجيل العودة أيضًا"),
    ] {
        for (reader, says, says_not) in [(&mut browser, own, another), (&mut other, another, own)] {
            reader.language = language.to_owned();
            let page = reader.get("/").shown();
            assert_sound(&page.body);
            assert!(page.says(says) && !page.says(says_not) && !page.body.contains('⟦'), "{}", page.body);
            assert!(!page.body.contains("DEMO-0147"), "the number is on the paper");
        }
    }
    // The same person again is no second one, by the page or the API.
    let again = browser.get("/cases/return").shown().form("/cases/return");
    browser.send(&again.with("number", "DEMO-0147").with("order", "Order 50"));
    assert_eq!(browser.get(&format!("/cases/{case}")).status, StatusCode::NOT_FOUND);
    let form = other.get("/cases/return").shown().form("/cases/return");
    let sent = other.send(&form.with("number", "DEMO-0147").with("order", "Order 50"));
    assert_eq!(sent.location(), format!("/cases/{case}"), "{}", sent.body);
    for reader in [&mut browser, &mut other] {
        reader.language = "en".to_owned();
        reader.get(&format!("/cases/{case}")).shown();
        assert!(!reader.get("/").shown().says("wait for a second word"));
    }
}
