//! A form that was sent before its sender proved themselves again: it stands before them again, with everything they typed.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{Capacity, Kind};
use fixture::browser::Answered;
use fixture::form::SentForm;
use fixture::people::act;
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::json;

const MINUTE: i64 = 60_000;

/// More than one line, signs that HTML and addresses escape, and two scripts.
const TYPED: &str = "Sample schedule 4 & <part> \"two\"; 100 % + more.\r\nثاني سطر من المثال.";

fn field_of(form: &SentForm, name: &str) -> String {
    form.value(name).unwrap_or_default().replace("\r\n", "\n")
}

/// Gives the code that is asked for; what comes after.
fn given(house: &House, browser: &mut Browser<'_>, asked: &Answered, holder: &Holder) -> Answered {
    house.clock.advance(MINUTE);
    let code = holder.telephone.code_at(house.now());
    browser.send(&asked.form("/step-up").with("code", &code))
}

#[test]
fn a_typed_form_stands_again_as_it_was_typed_in_every_language() {
    for language in ["en", "fr", "ar"] {
        let house = House::found();
        let world = house.peopled();
        let case = house.admitted(&world, "DEMO-0147");
        let mut registrar = world.registrar.clone();
        let mut browser = house.browser(language);
        browser.sign_in(&mut registrar);
        house.clock.advance(10 * MINUTE);
        let action = format!("/cases/{case}/do/file.erasure_announced");
        let form = browser.get(&action).shown().form(&action);
        let on = house.now().plus(20 * 24 * 60 * MINUTE).date_in(house.app.zone()).to_string();
        let form = form.with("basis", "retention_over").with("why", TYPED).with("on", &on);
        let asked = browser.send(&form);
        assert_eq!(asked.status, StatusCode::FORBIDDEN);
        assert_sound(&asked.body);
        assert!(!asked.body.contains('⟦') && !asked.body.contains("schedule"), "nothing typed is in another page");
        let step_up = asked.form("/step-up");
        assert_eq!(step_up.fields.len(), 4, "{step_up:?}");
        // A wrong code first: nothing is lost by it.
        let wrong = browser.send(&step_up.with("code", "000000"));
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let after = given(&house, &mut browser, &wrong, &registrar);
        assert_eq!((after.status, after.location()), (StatusCode::SEE_OTHER, action.as_str()));
        let again = browser.get(&action).shown();
        assert_sound(&again.body);
        assert!(!again.body.contains('⟦'));
        let shown = again.form(&action);
        for (name, value) in form.fields.iter().filter(|(name, _)| name != "csrf") {
            assert_eq!(field_of(&shown, name), value.replace("\r\n", "\n"), "{name}");
        }
        // It is there as often as it is looked at, for its writer alone.
        assert_eq!(field_of(&browser.get(&action).shown().form(&action), "on"), on);
        let mut colleague = house.account(world.registrar.org, Capacity::Registrar, "other.registrar", "Other Sample");
        assert_eq!(field_of(&house.enter(&mut colleague).get(&action).shown().form(&action), "why"), "");
        let sent = browser.send(&shown);
        assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, format!("/cases/{case}/keeping").as_str()));
        let file = house.app.case(&registrar.actor(), case, domain::look::Purpose::Casework).unwrap();
        assert!(file.facts.keeping.announced.is_some());
        assert_eq!(field_of(&browser.get(&action).shown().form(&action), "why"), "", "it was taken, and is forgotten");
    }
}

#[test]
fn what_was_typed_outlives_a_session_and_not_an_hour_nor_signing_out() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let mut browser = house.enter(&mut first);
    let action = format!("/accounts/new?org={}", house.runner);
    let type_it = |browser: &mut Browser<'_>| {
        house.clock.advance(10 * MINUTE);
        let form = browser.get(&action).shown().form(&action);
        let form = form.with("name", "Specimen أمينة").with("sign_in", "specimen.two").with("capacity", "analyst");
        let asked = browser.send(&form);
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{}", asked.body);
        asked
    };
    let kept = |browser: &mut Browser<'_>| field_of(&browser.get(&action).shown().form(&action), "name");
    type_it(&mut browser);
    // The session is over before the code was given: whoever signs in again finds it.
    house.clock.advance(31 * MINUTE);
    assert_eq!(browser.get("/accounts").status, StatusCode::SEE_OTHER);
    browser.sign_in(&mut first);
    assert_eq!(kept(&mut browser), "Specimen أمينة");
    // Not longer than an hour.
    house.clock.advance(28 * MINUTE);
    assert_eq!(kept(&mut browser), "Specimen أمينة");
    house.clock.advance(MINUTE);
    assert_eq!(kept(&mut browser), "");
    type_it(&mut browser);
    assert_eq!(kept(&mut browser), "Specimen أمينة");
    let out = browser.get("/").shown().form("/sign-out");
    browser.send(&out);
    browser.sign_in(&mut first);
    assert_eq!(kept(&mut browser), "");
    // And it is sent in the end, once.
    let asked = type_it(&mut browser);
    let back = given(&house, &mut browser, &asked, &first);
    assert_eq!(back.location(), action);
    let form = browser.get(&action).shown().form(&action);
    assert!(browser.sends(&form).says("Specimen أمينة"));
}

#[test]
fn every_key_act_of_the_pages_asks_and_goes_on_where_it_was() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let needs = json!({"begins": "2026-01-05", "earliest_release": "2027-01-05", "ends": "2028-01-05", "order": "1"});
    let wrong = house.does(&world.registrar, case, act(Kind::CustodySentenceRecorded, &needs)).acts[0];
    let person = house.account(world.registrar.org, Capacity::Governor, "newcomer", "Specimen Newcomer");
    let mut registrar = world.registrar.clone();
    let mut first = house.administrators[0].clone();
    let (mut desk, mut office) = (house.enter(&mut registrar), house.enter(&mut first));
    let strike = format!("/cases/{case}/do/file.strike_proposed");
    let (recovery, token) =
        (format!("/accounts/{}/recovery", person.account), format!("/accounts/{}/tokens/new", person.account));
    // Opened with what the page knows, sent to an address without it.
    house.clock.advance(10 * MINUTE);
    let form = desk.get(&format!("{strike}?of={wrong}")).shown().form(&strike).with("why", TYPED);
    let asked = desk.send(&form);
    let after = given(&house, &mut desk, &asked, &registrar);
    assert_eq!(after.location(), strike);
    let shown = desk.get(&strike).shown().form(&strike);
    assert_eq!(shown.value("of"), Some(wrong.to_string().as_str()));
    assert_eq!(field_of(&shown, "why"), TYPED.replace("\r\n", "\n"));
    assert_eq!(desk.send(&shown).status, StatusCode::SEE_OTHER);
    for (address, fields) in [
        (recovery, vec![("reason", TYPED)]),
        (token, vec![("purpose", "Figures of the day"), ("scope", "read_lists"), ("until", "2026-12-24T12:00")]),
    ] {
        house.clock.advance(10 * MINUTE);
        let form = office.get(&address).shown().form(&address);
        let form = fields.iter().fold(form, |form, (name, value)| form.with(name, value));
        let asked = office.send(&form);
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{address}: {}", asked.body);
        let after = given(&house, &mut office, &asked, &first);
        assert_eq!(after.location(), address);
        let shown = office.get(&address).shown().form(&address);
        for (name, value) in fields {
            assert_eq!(field_of(&shown, name), value.replace("\r\n", "\n"), "{address}");
        }
    }
    // A hold, and closing an account, are one step for an old session too.
    house.clock.advance(10 * MINUTE);
    let close = format!("/accounts/{}/disable", person.account);
    let form = office.get(&close).shown().form(&close).with("reason", "Left.");
    assert_eq!(office.send(&form).location(), "/accounts");
}

#[test]
fn a_button_of_one_page_is_shown_again_there() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let dpo = |name: &str| house.account(world.monitor.org, Capacity::DataProtection, name, "Sample Officer");
    let (first, mut second) = (dpo("first.dpo"), dpo("second.dpo"));
    let today = house.now().date_in(house.app.zone()).to_string();
    let order = json!({"authority": "Example Court", "reference": "Sample 7/2026", "dated": today});
    let body = json!({"on": today, "basis": "ordered_by_law", "why": "Sample judgment 7.", "order": order});
    house.does(&first, case, act(Kind::FileErasureAnnounced, &body));
    let mut browser = house.enter(&mut second);
    house.clock.advance(10 * MINUTE);
    let erase = format!("/cases/{case}/erase");
    let form = browser.get(&erase).shown().form(&erase);
    let asked = browser.send(&form);
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get(&format!("/cases/{case}/keeping")).status, StatusCode::OK, "nothing is erased");
    let after = given(&house, &mut browser, &asked, &second);
    assert_eq!(after.location(), erase);
    let form = browser.get(&erase).shown().form(&erase);
    let done = browser.send(&form);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(browser.get(&format!("/cases/{case}/keeping")).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_form_that_is_sent_elsewhere_than_it_stands_is_found_where_it_stands() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let prison = house.organisation(domain::organisation::OrgKind::Prison, "Specimen Prison");
    let body = house.organisation(domain::organisation::OrgKind::Oversight, "Placeholder Inspectorate").to_string();
    let mut office = house.enter(&mut first);
    house.clock.advance(10 * MINUTE);
    let mandate = format!("/organisations/mandate?prison={prison}");
    let form = office.get(&mandate).shown().form(&mandate);
    let asked = office.send(&form.with("body", &body).with("basis", "Section 0 & more"));
    let back = given(&house, &mut office, &asked, &first);
    assert_eq!(back.location(), mandate);
    let form = office.get(&mandate).shown().form(&mandate);
    assert_eq!((form.value("body"), form.value("basis")), (Some(body.as_str()), Some("Section 0 & more")));
    assert!(office.sends(&form).says("Section 0 & more"));
    house.clock.advance(10 * MINUTE);
    house.clock.step(-60 * MINUTE);
    let form = office.get("/clock").shown().form("/clock/stepped").with("reason", TYPED);
    let asked = office.send(&form);
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "{}", asked.body);
    house.clock.advance(MINUTE);
    // The telephone goes by the time that passed, as the program does.
    let code = first.telephone.code_at(house.now());
    let back = office.send(&asked.form("/step-up").with("code", &code));
    assert_eq!(back.location(), "/clock");
    let form = office.get("/clock").shown().form("/clock/stepped");
    assert_eq!(field_of(&form, "reason"), TYPED.replace("\r\n", "\n"));
    assert!(office.sends(&form).says("Another administrator confirms"));
}
