//! Files that open one after another, as people and machines meet them: a page that comes later, the words that say so before,
//! and a right that ends meanwhile. The time of the house goes by; nothing sleeps.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use std::time::Duration;

use app::{Limits, ReadBudget};
use axum::http::StatusCode;
use fixture::House;
use fixture::sound::assert_sound;
use serde_json::Value;

/// A house in which a case manager opens ten files within an hour, of them eight at once, and the cases of one who opened eight.
fn house(how_many: usize) -> (House, fixture::people::World, Vec<domain::CaseId>) {
    let house = House::found_within(ReadBudget::Within(Limits { casework: 10, ..Limits::GENERAL }));
    let world = house.peopled();
    let cases: Vec<_> = (0..how_many).map(|number| house.admitted(&world, &format!("DEMO-{number}"))).collect();
    let actor = world.case_manager.actor();
    for case in cases.iter().take(8) {
        house.app.case(&actor, *case, domain::look::Purpose::Casework).unwrap();
    }
    (house, world, cases)
}

fn assert_took(took: Duration, seconds: u64) {
    assert_eq!(took, Duration::from_secs(seconds));
}

#[test]
fn the_next_file_opens_later_and_the_page_before_it_says_so() {
    let (house, world, cases) = house(11);
    let mut browser = house.enter(&mut world.case_manager.clone());
    let open = format!("/cases/{}", cases[0]);
    for (language, says) in [("en", "the next one after 15 seconds"), ("fr", "après 15 secondes"), ("ar", "15 ثانية")]
    {
        browser.language = language.to_owned();
        let (page, took) = browser.get_later(&open);
        assert_took(took, 0);
        assert_sound(&page.body);
        assert!(page.says(says) && !page.body.contains('⟦'), "{}", page.body);
    }
    browser.language = "en".to_owned();
    let (page, took) = browser.get_later(&format!("/cases/{}", cases[8]));
    assert!(page.shown().says("Idris"));
    assert_took(took, 15);
    let (answer, took) = browser.get_later(&format!("/api/v1/cases/{}", cases[9]));
    answer.shown();
    assert_took(took, 30);
    let (refused, took) = browser.get_later(&format!("/cases/{}", cases[10]));
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "the limit is the limit");
    assert_took(took, 0);
}

#[test]
fn whoever_loses_the_right_while_they_wait_is_answered_as_if_nothing_were_there() {
    let (house, world, cases) = house(9);
    let mut browser = house.enter(&mut world.case_manager.clone());
    let path = format!("/cases/{}", cases[8]);
    let nothing = browser.get(&format!("/cases/{}", house.nothing()));
    house.app.case(&world.case_manager.actor(), cases[8], domain::look::Purpose::Casework).unwrap_err();
    let restricted = domain::file::Restricted {
        reason: domain::Text::new("A sample.").unwrap(),
        named: vec![domain::file::Named { account: world.supervisor.account }],
    };
    house.does(&world.supervisor, cases[8], restricted);
    let (answer, _) = browser.get_later(&path);
    assert_eq!((answer.status, answer.body.len()), (StatusCode::NOT_FOUND, nothing.body.len()));
}

#[test]
fn one_too_many_at_once_is_told_when_to_ask_again_and_nothing_of_the_file() {
    let (house, world, cases) = house(11);
    let mut browser = house.enter(&mut world.case_manager.clone());
    // Somebody asks for one and goes away; the second asks for another.
    house.app.case(&world.case_manager.actor(), cases[8], domain::look::Purpose::Casework).unwrap_err();
    let (refused, took) = browser.get_later(&format!("/api/v1/cases/{}", cases[9]));
    assert_took(took, 0);
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let problem: Value = serde_json::from_str(&refused.body).unwrap();
    assert_eq!(problem["code"], "paced");
    let seconds: u64 = refused.headers.get("retry-after").unwrap().to_str().unwrap().parse().unwrap();
    assert_eq!(seconds, 15);
    assert!(!refused.body.contains("DEMO-"));
    let page = browser.get(&format!("/cases/{}", cases[10]));
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_sound(&page.body);
    assert!(page.says("Files open one after another now") && page.says("data protection officer"), "{}", page.body);
    assert!(!page.body.contains("DEMO-") && !page.body.contains("Idris"));
}

#[test]
fn no_thread_is_held_while_somebody_waits() {
    let (house, world, cases) = house(9);
    let mut browser = house.enter(&mut world.case_manager.clone());
    let mut other = house.enter(&mut world.supervisor.clone());
    // The desk has four threads; forty ask for what opens later, and somebody else is answered.
    let path = format!("/cases/{}", cases[8]);
    let (shown, waiting) = browser.get_while_many_wait(&path, 40, &mut other, "/rules");
    assert_eq!(shown.shown().status, StatusCode::OK);
    assert_eq!(waiting, 40);
}
