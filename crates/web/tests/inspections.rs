//! An inspection through its pages and the API: opened, answered item by item, reported, answered by the prison.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::OrgId;
use fixture::House;
use fixture::browser::Browser;
use fixture::sound::assert_sound;
use serde_json::json;

#[cfg(test)]
fn inspections_of(org: OrgId) -> String {
    format!("/organisations/{org}/inspections")
}

#[cfg(test)]
fn in_every_language(browser: &mut Browser<'_>, path: &str) {
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get(path).shown().body);
    }
}

#[cfg(test)]
fn opened(browser: &mut Browser<'_>, all: &str) -> String {
    let new = format!("{all}/new");
    let form = browser.get(&new).shown().form(&new);
    let wrong = browser.send(&form);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was chosen");
    let form = wrong.form(&new).with("announced", "no").with("health_professional", "yes").with("woman", "no");
    browser.send(&form).location().to_owned()
}

#[test]
fn an_inspector_goes_through_the_checklist_and_the_governor_answers() {
    let house = House::found();
    let mut world = house.peopled();
    let all = inspections_of(world.prison);
    let mut browser = house.enter(&mut world.monitor);
    assert!(browser.get("/organisations").shown().body.contains(&all), "the list of organisations leads there");
    assert!(browser.get(&all).shown().says("No report is on record"));
    let one = opened(&mut browser, &all);
    let item = format!("{one}/do/inspection.item_answered?item=nmr_13");
    let form = browser.get(&item).shown().form(&item);
    assert_eq!(form.value("item"), Some("nmr_13"));
    let empty = browser.send(&form.with("answer", "not_in_order"));
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.sends(&empty.form(&item).with("evidence", "Six windows do not open."));
    let again = browser.get(&item).shown().form(&item);
    assert_eq!(again.value("evidence"), Some("Six windows do not open."), "what was found before stands in the form");
    let advice = format!("{one}/do/inspection.recommended");
    let form = browser.get(&advice).shown().form(&advice);
    browser.sends(&form.with("item", "nmr_13").with("what", "Let the windows be opened."));
    in_every_language(&mut browser, &one);

    let mut governor = house.enter(&mut world.governor);
    assert_eq!(governor.get("/inspections").location(), all);
    assert!(governor.get(&all).shown().says("No inspection is on record"), "not before the report");
    assert_eq!(governor.get(&one).status, StatusCode::NOT_FOUND);
    let report = format!("{one}/do/inspection.reported");
    let form = browser.get(&report).shown().form(&report);
    browser.sends(&form.with("summary", "The windows were not in order."));
    let closed = browser.get(&one).shown();
    assert!(closed.says("The windows were not in order.") && !closed.body.contains("do/inspection.item_answered"));
    // A form that was open meanwhile is told what happened, and what to do.
    let late = browser.send(&again.with("answer", "in_order"));
    assert!(late.says("The report was given to the prison"), "{}", late.body);

    let seen = governor.get(&one).shown();
    assert!(seen.says("Six windows do not open.") && seen.says("Answer due until"));
    let href = seen.body.split('"').find(|piece| piece.contains("do/inspection.replied?recommendation=")).unwrap();
    let href = href.to_owned();
    let form = governor.get(&href).shown().form(&href);
    governor.sends(&form.with("accepted", "yes").with("what", "They are mended.").with("by", "2027-01-01"));
    assert!(governor.get(&one).shown().says("They are mended."));
    in_every_language(&mut governor, &one);
    in_every_language(&mut governor, &all);
    in_every_language(&mut browser, &all);
}

#[test]
fn whoever_has_no_part_in_it_finds_nothing_there() {
    let house = House::found();
    let mut world = house.peopled();
    let all = inspections_of(world.prison);
    let one = opened(&mut house.enter(&mut world.monitor), &all);
    let item = format!("{one}/do/inspection.item_answered");
    for holder in [&mut world.custody, &mut world.health, &mut world.registrar, &mut world.manager] {
        let mut browser = house.enter(holder);
        for path in [&all, &one, &item, &format!("{all}/new"), &format!("/api/v1{all}")] {
            assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    // Another organisation has none, whoever asks.
    let mut monitor = house.enter(&mut world.monitor);
    assert_eq!(monitor.get(&inspections_of(world.cso)).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_api_reads_and_writes_inspections() {
    let house = House::found();
    let mut world = house.peopled();
    let org = world.prison;
    let (reads, writes) =
        (format!("/api/v1/organisations/{org}/inspections"), format!("/api/v1/organisations/{org}/inspection"));
    let mut monitor = house.enter(&mut world.monitor);
    let write = |browser: &mut Browser<'_>, kind: &str, body: serde_json::Value| -> serde_json::Value {
        let answer = browser.send_json(&writes, &json!({"kind": kind, "body": body}));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        let answer: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        answer["acts"][0].clone()
    };
    let body = json!({"announced": "yes", "health_professional": "yes", "woman": "yes"});
    let inspection = write(&mut monitor, "inspection.opened", body.clone());
    let twice = monitor.send_json(&writes, &json!({"kind": "inspection.opened", "body": body}));
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let found =
        json!({"inspection": inspection, "item": "bkk_56", "answer": "not_looked_at", "evidence": "Closed that day."});
    write(&mut monitor, "inspection.item_answered", found);
    write(&mut monitor, "inspection.reported", json!({"inspection": inspection, "summary": "To be gone on with."}));
    let mut governor = house.enter(&mut world.governor);
    let read: serde_json::Value = serde_json::from_str(&governor.get(&reads).shown().body).unwrap();
    let items = read["inspections"][0]["items"].as_array().unwrap();
    let one = items.iter().find(|item| item["item"] == "bkk_56").unwrap();
    assert_eq!(one["answer"], "not_looked_at");
    assert_eq!(items.iter().filter(|item| item["answer"].is_null()).count(), items.len() - 1);
    assert_eq!(read["may"], json!(["inspection.replied"]));
}
