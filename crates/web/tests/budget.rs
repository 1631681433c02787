//! The read budget as people and machines meet it: told before, told at the limit, and let go on after it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use app::{Limits, ReadBudget};
use axum::http::StatusCode;
use domain::moment::HOUR;
use fixture::sound::assert_sound;
use fixture::{Browser, House};
use serde_json::{Value, json};

fn house(limits: Limits) -> House {
    House::found_within(ReadBudget::Within(limits))
}

/// Time goes by before an open browser, whose session does not idle away meanwhile.
fn stays(house: &House, browser: &mut Browser<'_>, mut millis: i64) {
    while millis > 0 {
        let step = millis.min(600_000);
        house.clock.advance(step);
        browser.get("/rules").shown();
        millis -= step;
    }
}

fn waits(answer: &fixture::browser::Answered) -> i64 {
    answer.headers.get("retry-after").unwrap().to_str().unwrap().parse().unwrap()
}

#[test]
fn a_reader_is_told_near_the_limit_and_stopped_at_it_with_when_and_whom_to_ask() {
    let house = house(Limits { casework: 2, ..Limits::GENERAL });
    let world = house.peopled();
    let cases = ["DEMO-0147", "DEMO-0148", "DEMO-0149"].map(|number| house.admitted(&world, number));
    let mut browser = house.enter(&mut world.case_manager.clone());
    let near = |page: &str| fixture::form::plain(page).contains("different files that an hour allows");
    assert!(!near(&browser.get(&format!("/cases/{}", cases[0])).shown().body));
    assert!(near(&browser.get(&format!("/cases/{}", cases[1])).shown().body));
    house.clock.advance(60_500);
    let refused = browser.get(&format!("/cases/{}", cases[2]));
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_sound(&refused.body);
    assert!(refused.says("An hour allows you 2 different files.") && refused.says("data protection officer"));
    assert!(!refused.body.contains("DEMO-0149") && !refused.body.contains("Idris"), "nothing of the file");
    // To the second, and never one too early.
    let seconds = waits(&refused);
    assert!((3_500..=3_540).contains(&seconds), "{seconds}");
    // What is open stays open; another language says the same.
    assert!(near(&browser.get(&format!("/cases/{}/plan", cases[0])).shown().body));
    browser.language = "ar".to_owned();
    let refused = browser.get(&format!("/cases/{}", cases[2]));
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_sound(&refused.body);
    assert!(refused.body.contains("dir=\"rtl\"") && refused.says("مسؤول حماية البيانات"), "{}", refused.body);
    assert!(!refused.body.contains('⟦'));
    browser.language = "en".to_owned();
    stays(&house, &mut browser, waits(&refused) * 1_000);
    assert!(browser.get(&format!("/cases/{}", cases[2])).shown().says("Idris"));
}

#[test]
fn at_the_limit_an_act_is_taken_through_the_page_that_is_open_and_one_can_leave() {
    let house = house(Limits { custody: 1, ..Limits::GENERAL });
    let world = house.peopled();
    let cases = ["DEMO-0147", "DEMO-0148"].map(|number| house.admitted(&world, number));
    let mut browser = house.enter(&mut world.registrar.clone());
    let action = format!("/cases/{}/do/custody.sentence_recorded", cases[0]);
    let form = browser.get(&action).shown().form(&action);
    // The page lay open for an hour, and meanwhile the place was taken.
    stays(&house, &mut browser, HOUR);
    browser.get(&format!("/cases/{}", cases[1])).shown();
    assert_eq!(browser.get(&action).status, StatusCode::TOO_MANY_REQUESTS);
    let typed =
        [("begins", "2026-01-05"), ("earliest_release", "2027-01-05"), ("ends", "2028-01-05"), ("order", "Judgment 1")];
    let form = typed.into_iter().fold(form, |form, (field, answer)| form.with(field, answer));
    let sent = browser.send(&form);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let file = house.app.case(&world.supervisor.actor(), cases[0], domain::look::Purpose::Casework).unwrap();
    assert!(file.facts.sentence.is_some());
    let page = browser.get("/").shown();
    assert_eq!(browser.send(&page.form("/sign-out")).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_machine_is_told_with_a_code_and_the_seconds_to_wait_and_the_numbers_name_nobody() {
    let house = house(Limits { casework: 1, lists: 1, ..Limits::GENERAL });
    let world = house.peopled();
    let cases = ["DEMO-0147", "DEMO-0148"].map(|number| house.admitted(&world, number));
    let mut browser = house.enter(&mut world.case_manager.clone());
    stays(&house, &mut browser, HOUR);
    browser.get(&format!("/api/v1/cases/{}", cases[0])).shown();
    browser.get("/api/v1/cases").shown();
    for path in [format!("/api/v1/cases/{}", cases[1]), "/api/v1/findings".to_owned()] {
        let refused = browser.get(&path);
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        let problem: Value = serde_json::from_str(&refused.body).unwrap();
        assert_eq!(problem["code"], "over-budget");
        assert_eq!(problem["status"], 429);
        assert!((3_590..=3_600).contains(&waits(&refused)), "{}", waits(&refused));
        assert!(!refused.body.contains("DEMO"));
    }
    // What is not theirs is not there, at any count.
    assert_eq!(browser.get(&format!("/api/v1/cases/{}", house.nothing())).status, StatusCode::NOT_FOUND);
    let sentence = json!({"kind": "assessment.needs_taken", "body": {
        "answers": [{"need": "safety", "looked": "yes", "note": "Sample."}], "language": "Arabic"}});
    let taken = browser.send_json(&format!("/api/v1/cases/{}/assessment", cases[1]), &sentence);
    assert_eq!(taken.status, StatusCode::CREATED, "what is recorded is no look: {}", taken.body);
    let numbers = house.numbers();
    assert!(numbers.contains("passerelle_over_budget_total 2"), "{numbers}");
    assert!(!numbers.contains(&world.case_manager.account.to_string()));
}

#[test]
fn whoever_leads_finds_it_on_the_first_page_in_their_language() {
    let house = house(Limits { casework: 1, ..Limits::GENERAL });
    let world = house.peopled();
    let cases = ["DEMO-0147", "DEMO-0148"].map(|number| house.admitted(&world, number));
    let mut manager = house.enter(&mut world.case_manager.clone());
    for case in cases {
        manager.get(&format!("/cases/{case}"));
    }
    for who in [&world.supervisor, &world.monitor] {
        let mut browser = house.enter(&mut who.clone());
        let page = browser.get("/").shown();
        assert_sound(&page.body);
        assert!(page.says("M. Sample") && page.says("1 different files within an hour"), "{}", page.body);
        for language in ["fr", "ar"] {
            browser.language = language.to_owned();
            let page = browser.get("/").shown();
            assert_sound(&page.body);
            assert!(page.says("M. Sample") && !page.body.contains('⟦'));
        }
    }
    let mut registrar = house.enter(&mut world.registrar.clone());
    assert!(!registrar.get("/").shown().says("within an hour"));
}
