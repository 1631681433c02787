//! The day of a wing through its page: one answer for everybody, exceptions for some, wrong answers, the blank sheet.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{CaseId, Kind};
use fixture::House;
use fixture::form::SentForm;
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use serde_json::json;

/// Three people who sleep in B2.
#[cfg(test)]
fn wing(house: &House, world: &World) -> [CaseId; 3] {
    ["B-0001", "B-0002", "B-0003"].map(|number| {
        let case = house.admitted(world, number);
        let placed = json!({"unit": "B2", "room": "alone", "other_sex": "no", "other_age": "no", "other_status": "no"});
        house.does(&world.custody, case, act(Kind::LodgingPlaced, &placed));
        case
    })
}

#[cfg(test)]
fn filled(form: &SentForm) -> SentForm {
    form.with("date", "2026-11-23")
        .with("out_of_cell", "240")
        .with("open_air", "60")
        .with("weather", "permitted")
        .with("work", "none")
        .with("requests", "yes")
}

const B2: &str = "/wing?unit=B2";

#[test]
fn an_officer_records_the_day_of_a_wing_with_exceptions() {
    let house = House::found();
    let mut world = house.peopled();
    let [usual, other, away] = wing(&house, &world);
    let mut browser = house.enter(&mut world.custody);
    assert!(browser.get("/").shown().body.contains("/wing"), "the first page leads there");
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get("/wing").shown().body);
        assert_sound(&browser.get(B2).shown().body);
    }
    let form = filled(&browser.get(B2).shown().form(B2));
    // Room for one more exception, and nothing of what was typed is lost.
    let form = browser.send(&form.and("add:exceptions", "1")).shown().form(B2);
    assert_eq!(form.value("out_of_cell"), Some("240"));
    let form = form
        .with("exceptions.0.person", &other.to_string())
        .with("exceptions.0.instead", "other")
        .with("exceptions.0.out_of_cell", "90")
        .with("exceptions.0.open_air", "30")
        .with("exceptions.0.work", "indoors")
        .with("exceptions.1.person", &away.to_string())
        .with("exceptions.1.instead", "away");
    let after = browser.sends(&form);
    assert!(after.says("The day was recorded") && after.says("Entries: 2"), "{}", after.body);
    let daily = |browser: &mut fixture::Browser<'_>, case: CaseId| browser.get(&format!("/cases/{case}/daily")).shown();
    assert!(daily(&mut browser, usual).says("240 min"));
    let seen = daily(&mut browser, other);
    assert!(seen.says("90 min") && seen.says("30 min"), "the exception stands in the file as such");
    assert!(!daily(&mut browser, away).says("240 min"), "nothing is recorded of whoever was away");

    // Sent again with nothing to leave out: only the one without a day gets one, and the page says so.
    let form = filled(&browser.get(B2).shown().form(B2));
    let told = browser.sends(&form);
    assert!(told.says("Entries: 1") && told.says("Already on record, and left as it was: 2"), "{}", told.body);
    // And once more: nobody is left.
    let form = filled(&browser.get(B2).shown().form(B2));
    let none = browser.send(&form);
    assert_eq!(none.status, StatusCode::CONFLICT);
    assert!(none.says("is on record already"));
}

#[test]
fn a_wrong_answer_is_told_beside_its_question_and_nothing_is_recorded() {
    let house = House::found();
    let mut world = house.peopled();
    let [first, _, _] = wing(&house, &world);
    let mut browser = house.enter(&mut world.custody);
    let form = browser.get(B2).shown().form(B2);
    let person = first.to_string();
    let good = filled(&form);
    let twice = good
        .with("exceptions.0.person", &person)
        .with("exceptions.0.instead", "away")
        .with("exceptions.1.person", &person)
        .with("exceptions.1.instead", "away");
    for (wrong, says) in [
        (good.with("date", "2026-11-24"), "This day has not come yet"),
        (good.with("open_air", "241"), "More minutes in the open air"),
        (twice, "Each person stands once"),
        (good.with("out_of_cell", "1501"), ""),
        (good.with("out_of_cell", "many"), ""),
        (good.without("weather"), ""),
    ] {
        let answer = browser.send(&wrong);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(answer.says(says), "{says}");
        assert_sound(&answer.body);
    }
    assert!(browser.get(&format!("/cases/{first}/daily")).shown().says("no record"));
}

#[test]
fn somebody_who_left_meanwhile_is_left_out_and_counted() {
    let house = House::found();
    let mut world = house.peopled();
    let [left, _, _] = wing(&house, &world);
    let mut browser = house.enter(&mut world.custody);
    let form = filled(&browser.get(B2).shown().form(B2));
    house.does(&world.registrar, left, act(Kind::CustodyReleased, &json!({"basis": "Sample order 2"})));
    let after = browser.sends(&form);
    assert!(after.says("Entries: 2") && after.says("no longer in this list or their file is closed to you now: 1"));
}

#[test]
fn the_blank_sheet_holds_nobody_and_speaks_the_language_that_is_asked_for() {
    let house = House::found();
    let mut world = house.peopled();
    wing(&house, &world);
    let mut browser = house.enter(&mut world.custody);
    let sheet = browser.get("/wing/paper").shown();
    assert!(!sheet.body.contains("Idris") && !sheet.body.contains("B-0001"));
    let arabic = browser.get("/wing/paper?lang=ar").shown();
    assert!(arabic.body.contains("dir=\"rtl\"") && arabic.body.contains("lang=\"ar\""));
    assert_sound(&arabic.body);
}

#[test]
fn whoever_does_not_record_days_finds_no_wing() {
    let house = House::found();
    let mut world = house.peopled();
    wing(&house, &world);
    for holder in [&mut world.registrar, &mut world.manager, &mut world.practitioner, &mut world.probation_officer] {
        let mut browser = house.enter(holder);
        for path in ["/wing", B2, "/wing?unit=-"] {
            assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
