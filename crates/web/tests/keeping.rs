//! Correcting a report, striking, holding and erasing through the pages.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{Capacity, Kind};
use fixture::House;
use fixture::people::act;
use fixture::sound::assert_sound;
use serde_json::json;

fn sentence() -> serde_json::Value {
    json!({"begins": "2026-01-05", "earliest_release": "2027-01-05", "ends": "2028-01-05", "order": "Judgment 0001"})
}

#[test]
fn a_report_is_corrected_from_the_timeline_with_its_own_form_filled_in_as_it_was() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let receipt = house.does(&world.registrar, case, act(Kind::CustodySentenceRecorded, &sentence()));
    let wrong = receipt.acts.first().unwrap();
    let mut registrar = house.enter(&mut world.registrar.clone());
    let timeline = registrar.get(&format!("/cases/{case}/timeline")).shown();
    let why = format!("/cases/{case}/correct/{wrong}");
    assert!(timeline.body.contains(&why), "{}", timeline.body);
    let page = registrar.get(&why).shown();
    assert_sound(&page.body);
    let action = format!("/cases/{case}/do/custody.sentence_recorded?corrects={wrong}&because=wrong_time");
    let page = registrar.get(&action).shown();
    assert_sound(&page.body);
    let form = page.form(&action);
    assert_eq!(form.value("earliest_release"), Some("2027-01-05"), "as it was");
    let sent = registrar.send(&form.with("earliest_release", "2027-02-05"));
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let file = house.app.case(&world.registrar.actor(), case, domain::look::Purpose::Casework).unwrap();
    assert_eq!(file.facts.sentence.unwrap().1.to_string(), "2027-02-05");
    assert_eq!(file.facts.keeping.corrected.len(), 1);
    drop(file);
    let timeline = registrar.get(&format!("/cases/{case}/timeline")).shown();
    assert!(timeline.says("the later report counts") && timeline.says("in the place of an earlier report"));
    for language in ["fr", "ar"] {
        registrar.language = language.to_owned();
        assert_sound(&registrar.get(&format!("/cases/{case}/timeline")).shown().body);
        assert_sound(&registrar.get(&format!("/cases/{case}/keeping")).shown().body);
    }
    // Whoever may not make such a report is not offered to correct it, and finds no page for it.
    let mut manager = house.enter(&mut world.case_manager.clone());
    assert!(!manager.get(&format!("/cases/{case}/timeline")).shown().body.contains(&why));
    assert_eq!(manager.get(&why).status, StatusCode::NOT_FOUND);
}

#[test]
fn an_entry_of_another_person_is_struck_by_two_through_the_pages() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let receipt = house.does(&world.registrar, case, act(Kind::CustodySentenceRecorded, &sentence()));
    let wrong = receipt.acts.first().unwrap();
    let mut registrar = house.enter(&mut world.registrar.clone());
    let action = format!("/cases/{case}/do/file.strike_proposed");
    let form = registrar.get(&format!("{action}?of={wrong}")).shown().form(&action);
    let sent = registrar.send(&form.with("why", "It belongs to a sample person of a like name."));
    assert_eq!(sent.location(), format!("/cases/{case}/keeping"));
    let mut supervisor = house.enter(&mut world.supervisor.clone());
    let page = supervisor.get(&format!("/cases/{case}/keeping")).shown();
    assert_sound(&page.body);
    assert!(page.says("It belongs to a sample person"));
    let proposed =
        fixture::form::plain(&page.body).split("proposed=").nth(1).unwrap().chars().take(36).collect::<String>();
    let action = format!("/cases/{case}/do/file.struck");
    let form = supervisor.get(&format!("{action}?of={wrong}&proposed={proposed}")).shown().form(&action);
    assert_eq!(supervisor.send(&form).status, StatusCode::SEE_OTHER);
    let file = house.app.case(&world.supervisor.actor(), case, domain::look::Purpose::Casework).unwrap();
    assert!(file.facts.sentence.is_none());
}

#[test]
fn a_file_is_announced_held_and_erased_through_the_pages() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    house.offered(&world, case, plan);
    let dpo = |name: &str| house.account(world.monitor.org, Capacity::DataProtection, name, "Sample Officer");
    let (mut first, mut second) = (dpo("first.dpo"), dpo("second.dpo"));
    let mut browser = house.enter(&mut first);
    let keeping = format!("/cases/{case}/keeping");
    assert_sound(&browser.get(&keeping).shown().body);
    let action = format!("/cases/{case}/do/file.erasure_announced");
    let form = browser.get(&action).shown().form(&action);
    let form = form.with("basis", "ordered_by_law").with("why", "Sample judgment 7.");
    let today = house.now().date_in(house.app.zone()).to_string();
    let form = form.with("on", &today);
    // Without the order it is not taken, and the form says which answer is missing.
    assert!(browser.send(&form).says("Which court or authority made the order?"));
    let order = [("order.authority", "Example Court"), ("order.reference", "Sample 7/2026"), ("order.dated", &today)];
    let form = order.into_iter().fold(form, |form, (field, answer)| form.with(field, answer));
    assert_eq!(browser.send(&form).location(), keeping);
    let shown = browser.get(&keeping).shown();
    assert!(shown.says("Example Court") && shown.says("Sample 7/2026"));
    // Whoever announced it finds no button.
    let erase = format!("/cases/{case}/erase");
    assert!(!browser.get(&keeping).shown().body.contains(&erase));
    assert!(browser.get(&erase).shown().has_form(&erase).is_none());
    // A case manager reads that it was announced.
    let mut manager = house.enter(&mut world.case_manager.clone());
    assert!(manager.get(&format!("/cases/{case}")).shown().says("The erasure of the file was announced"));
    let mut browser = house.enter(&mut second);
    assert!(browser.get(&keeping).shown().body.contains(&erase));
    let page = browser.get(&erase).shown();
    assert_sound(&page.body);
    let done = browser.send(&page.form(&erase));
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_sound(&done.body);
    assert_eq!(browser.get(&keeping).status, StatusCode::NOT_FOUND);
    assert_eq!(manager.get(&format!("/cases/{case}")).status, StatusCode::NOT_FOUND);
    assert_eq!(browser.send(&page.form(&erase)).status, StatusCode::NOT_FOUND);
}

#[test]
fn an_announced_erasing_is_withdrawn_from_the_page_where_it_stands() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let dpo = |name: &str| house.account(world.monitor.org, Capacity::DataProtection, name, "Sample Officer");
    let (first, mut second) = (dpo("first.dpo"), dpo("second.dpo"));
    let on = house.now().plus(20 * domain::moment::DAY).date_in(house.app.zone()).to_string();
    let body = json!({"on": on, "basis": "retention_over", "why": "Sample schedule 4.", "order": null});
    let announced = *house.does(&first, case, act(Kind::FileErasureAnnounced, &body)).acts.first().unwrap();
    let mut browser = house.enter(&mut second);
    let (keeping, action) = (format!("/cases/{case}/keeping"), format!("/cases/{case}/do/file.erasure_withdrawn"));
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        let page = browser.get(&keeping).shown();
        assert_sound(&page.body);
        assert!(page.body.contains(&format!("{action}?announced={announced}")), "{}", page.body);
        let page = browser.get(&format!("{action}?announced={announced}")).shown();
        assert_sound(&page.body);
        assert!(!page.body.contains('⟦'));
    }
    let form = browser.get(&format!("{action}?announced={announced}")).shown().form(&action);
    let page = browser.sends(&form.with("why", "The sample schedule was misread."));
    assert!(page.says("No erasure has been announced") && !page.body.contains(&action), "{}", page.body);
    // Whoever only works with the file finds no such door.
    let mut supervisor = house.enter(&mut world.supervisor.clone());
    assert!(!supervisor.get(&keeping).shown().body.contains("file.erasure_withdrawn"));
}
