//! Opening one file in an emergency and examining it afterwards, as it is met on pages and over the API, in three languages.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::emergency::{OPEN_FOR, SUSPENDED_AFTER};
use domain::organisation::OrgKind;
use domain::{Capacity, CaseId, Kind};
use fixture::browser::Answered;
use fixture::form::SentForm;
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::{Value, json};

const MINUTE: i64 = 60_000;

fn stranger(house: &House, capacity: Capacity) -> Holder {
    let prison = house.organisation(OrgKind::Prison, "Fictive Hill");
    house.account(prison, capacity, "f.hill", "F. Hill")
}

fn filled(form: &SentForm, number: &str) -> SentForm {
    form.with("number", number).with("reason", "life_in_danger").with("words", "Found in the yard; the ambulance asks.")
}

/// Opens a file through its page; the browser's session is fresh.
fn open(browser: &mut Browser<'_>, number: &str) -> Answered {
    let form = browser.get("/emergency").shown().form("/emergency");
    browser.send(&filled(&form, number))
}

/// Gives a code, so that the session is fresh again.
fn prove(house: &House, browser: &mut Browser<'_>, holder: &Holder) -> String {
    house.clock.advance(MINUTE);
    let code = holder.telephone.code_at(house.now());
    let form = browser.get("/step-up?next=/emergency").shown().form("/step-up");
    browser.send(&form.with("code", &code)).location().to_owned()
}

fn in_three_languages(browser: &mut Browser<'_>, pages: &[&str]) {
    for language in ["fr", "ar", "en"] {
        language.clone_into(&mut browser.language);
        for page in pages {
            let shown = browser.get(page).shown();
            assert_sound(&shown.body);
            assert!(!shown.body.contains('⟦'), "{language} {page}");
            let says = if language == "ar" { "dir=\"rtl\"" } else { "dir=\"ltr\"" };
            assert!(shown.body.contains(says), "{language} {page}");
        }
    }
}

#[test]
fn they_prove_themselves_before_they_type_and_one_file_is_open_for_an_hour() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let mut holder = stranger(&house, Capacity::CaseManager);
    let mut browser = house.enter(&mut holder);
    assert!(browser.get("/cases").shown().body.contains("href=\"/emergency\""));
    assert!(browser.get("/").shown().body.contains("href=\"/emergency\""));
    house.clock.advance(5 * MINUTE);
    assert_eq!(browser.get("/emergency").location(), "/step-up?next=/emergency", "before anything is typed");
    assert_eq!(prove(&house, &mut browser, &holder), "/emergency");
    in_three_languages(&mut browser, &["/emergency"]);
    let opened = open(&mut browser, "DEMO-0147");
    let page = format!("/cases/{case}");
    assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, page.as_str()), "{}", opened.body);
    let end = house.now().plus(OPEN_FOR);
    in_three_languages(&mut browser, &[&page, &format!("{page}/timeline"), &format!("/referrals/{referral}"), "/"]);
    let shown = browser.get(&page).shown();
    assert!(shown.says("Idris Example") && shown.says("Open in an emergency until") && shown.says("Specimen Prison"));
    assert!(shown.body.contains(&format!("/referrals/{referral}")), "to whom something was sent");
    assert!(!shown.body.contains("sample trade") && !shown.body.contains(&format!("{page}/do")), "no plan, no door");
    assert!(browser.get("/").shown().says("A file is open to you in an emergency"));
    for closed in ["/plan", "/measures", "/looks", "/consents", "/keeping", "/safeguards", "/assessment"] {
        assert_eq!(browser.get(&format!("{page}{closed}")).status, StatusCode::NOT_FOUND, "{closed}");
    }
    for list in ["/cases", "/cases?q=Example", "/cases?q=DEMO-0147", "/api/v1/cases", "/findings"] {
        let body = browser.get(list).body;
        assert!(!body.contains(&case.to_string()) && !body.contains("Idris"), "{list}");
    }
    // The page of an open file asks for the factor again, and leads back to it.
    while house.now() < end.plus(-10 * MINUTE) {
        house.clock.advance(5 * MINUTE);
        browser.get("/rules").shown();
    }
    house.clock.set(end.plus(-2 * MINUTE));
    assert_eq!(browser.get(&page).location(), format!("/step-up?next={page}"));
    prove(&house, &mut browser, &holder);
    house.clock.set(end.plus(-1));
    assert_eq!(browser.get(&page).status, StatusCode::OK);
    house.clock.set(end);
    assert_eq!(browser.get(&page).status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&format!("/referrals/{referral}")).status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/").shown().says("A file is open to you"));
}

#[test]
fn what_was_typed_wrongly_stands_beside_its_question_and_is_kept() {
    let house = House::found();
    let world = house.peopled();
    house.admitted(&world, "DEMO-0147");
    let mut holder = stranger(&house, Capacity::CustodyOfficer);
    let mut browser = house.enter(&mut holder);
    let form = browser.get("/emergency").shown().form("/emergency");
    let wrong = browser.send(&filled(&form, "DEMO-0147").with("words", ""));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&wrong.body);
    assert_eq!(wrong.form("/emergency").value("number"), Some("DEMO-0147"));
    assert_eq!(browser.send(&filled(&wrong.form("/emergency"), "DEMO-0147")).status, StatusCode::SEE_OTHER);
    let twice = open(&mut browser, "DEMO-0147");
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.says("You have this file open already"));
    // Whose work it is, is told so.
    let mut officer = world.custody.clone();
    let own = open(&mut house.enter(&mut officer), "DEMO-0147");
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(own.says("open to you by your work"));
}

/// An answer without what is drawn at random.
fn plain(answered: &Answered, form: Option<&SentForm>) -> String {
    let mut text = format!("{} {:?}\n{}", answered.status, answered.headers, answered.body);
    for name in ["once", "csrf"] {
        if let Some(value) = form.and_then(|form| form.value(name)) {
            text = text.replace(value, name);
        }
    }
    text
}

/// Brings something about.
type Brings = fn(&House, &World);

/// What may stand against it, for somebody of another prison and for a colleague.
const AGAINST: [(&str, Brings); 4] = [
    ("nothing under it", |_, _| {}),
    ("restricted", |house, world| {
        let case = house.admitted(world, "DEMO-0147");
        let named = [world.governor.account, world.supervisor.account].map(|account| json!({"account": account}));
        house.does(&world.governor, case, act(Kind::FileRestricted, &json!({"reason": "A witness.", "named": named})));
    }),
    ("two under it", |house, world| {
        house.admitted(world, "DEMO-0147");
        house.admitted(world, "DEMO-0147");
    }),
    ("closed", |house, world| {
        let case = house.admitted(world, "DEMO-0147");
        house.does(&world.registrar, case, act(Kind::CustodyDied, &json!({"told": "The family, the same day."})));
        house.does(&world.supervisor, case, act(Kind::CustodyClosed, &json!({"reason": "died"})));
    }),
];

/// U14, for a number: over the wire, whatever stands against opening a file is one answer, to the byte.
#[test]
fn whatever_stands_against_a_number_is_one_answer_on_the_page_and_over_the_api() {
    let mut answers: Vec<(&str, String, String, u64)> = Vec::new();
    for (what, brings) in AGAINST {
        let house = House::found();
        let world = house.peopled();
        let mut holder = stranger(&house, Capacity::CaseManager);
        brings(&house, &world);
        let mut browser = house.enter(&mut holder);
        let before = house.app.pulse().unwrap().leaves;
        let page = open(&mut browser, "DEMO-0147");
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{what}: {}", page.body);
        assert_sound(&page.body);
        assert!(page.says("No file can be opened under this number"), "{what}");
        let form = page.form("/emergency");
        let told = plain(&page, Some(&form));
        let api = browser.send_json("/api/v1/emergency", &asked("DEMO-0147"));
        let leaves = house.app.pulse().unwrap().leaves - before;
        answers.push((what, told, plain(&api, None), leaves));
    }
    assert!(answers[0].2.starts_with("404"), "{}", answers[0].2);
    for (what, page, api, leaves) in &answers {
        assert_eq!((page, api, leaves), (&answers[0].1, &answers[0].2, &answers[0].3), "{what}");
    }
}

fn asked(number: &str) -> Value {
    let body = json!({"number": number, "reason": "missing", "words": "Not back from the hospital."});
    json!({"kind": "file.emergency_opened", "body": body})
}

fn json_of(answered: &Answered) -> Value {
    serde_json::from_str(&answered.body).unwrap()
}

#[test]
fn those_who_examine_find_it_on_their_first_page_and_say_what_they_find() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut holder = stranger(&house, Capacity::CaseManager);
    let mut browser = house.enter(&mut holder);
    assert_eq!(open(&mut browser, "DEMO-0147").status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/emergencies").status, StatusCode::NOT_FOUND, "the opener examines nothing");
    let protection = house.account(world.oversight, Capacity::DataProtection, "d.sample", "D. Sample");
    let mut governor = world.governor.clone();
    let mut leading = house.enter(&mut governor);
    let list = leading.get("/emergencies").shown();
    assert!(list.says("One opening waits") && list.says("F. Hill") && list.says("the ambulance asks"));
    let opening = list.body.split("/emergencies/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let at = format!("/emergencies/{opening}");
    let mut readers = [(world.supervisor.clone(), true), (world.monitor.clone(), true), (protection, false)];
    for (reader, named) in &mut readers {
        let (mut browser, named) = (house.enter(reader), *named);
        let home = browser.get("/").shown();
        assert!(home.says("Opened in an emergency") && home.body.contains(&at), "{:?}", reader.capacity);
        in_three_languages(&mut browser, &["/", "/emergencies", &at, &format!("/cases/{case}/looks")]);
        assert_eq!(browser.get("/emergencies").says("Idris"), named, "{:?}", reader.capacity);
        assert!(browser.get(&format!("/cases/{case}/looks")).says("the ambulance asks"));
    }
    in_three_languages(&mut leading, &[&format!("/cases/{case}"), &at]);
    assert!(leading.get(&format!("/cases/{case}")).shown().says("This file was opened in an emergency"));
    assert!(
        leading.get(&format!("/cases/{case}/do")).shown().body.matches("emergency").count() == 0,
        "it has its own page"
    );
    assert_eq!(leading.get(&format!("/cases/{case}/do/file.emergency_reviewed")).status, StatusCode::NOT_FOUND);
    let form = leading.get(&at).shown().form(&at);
    let empty = leading.send(&form);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = empty.form(&at).with("found", "not_justified").with("reason", "The ambulance knows nothing of it.");
    let sent = leading.send(&form);
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/emergencies"));
    let list = leading.get("/emergencies").shown();
    assert!(list.says("Nothing waits to be examined") && list.says("There was no danger"));
    let looks = leading.get(&format!("/cases/{case}/looks")).shown();
    assert!(looks.says("The ambulance knows nothing of it.") && looks.says("G. Placeholder"));
    assert!(!leading.get(&format!("/cases/{case}")).shown().says("This file was opened in an emergency"));
    // Oversight may see it otherwise: the second word stands beside the first.
    let mut outside = house.enter(&mut readers[1].0);
    let form =
        outside.get(&at).shown().form(&at).with("found", "justified").with("reason", "The hospital confirms it.");
    assert_eq!(outside.send(&form).status, StatusCode::SEE_OTHER);
    let looks = leading.get(&format!("/cases/{case}/looks")).shown();
    assert!(looks.says("The ambulance knows nothing of it.") && looks.says("The hospital confirms it."));
}

#[test]
fn an_account_whose_opening_nobody_examined_is_told_so_and_oversight_sees_it() {
    let house = House::found();
    let world = house.peopled();
    house.admitted(&world, "DEMO-0147");
    let mut holder = stranger(&house, Capacity::Health);
    let mut browser = house.enter(&mut holder);
    assert_eq!(open(&mut browser, "DEMO-0147").status, StatusCode::SEE_OTHER);
    house.clock.advance(SUSPENDED_AFTER + 1);
    let mut browser = house.enter(&mut holder);
    let told = ["DEMO-0147", "DEMO-9999"].map(|number| open(&mut browser, number));
    for answered in &told {
        assert_eq!(answered.status, StatusCode::CONFLICT);
        assert!(answered.says("nobody has examined it yet"));
    }
    let mut monitor = world.monitor.clone();
    let mut outside = house.enter(&mut monitor);
    in_three_languages(&mut outside, &["/emergencies", "/"]);
    let list = outside.get("/emergencies").shown();
    assert!(list.says("Accounts to look at") && list.says("this account opens no other file") && list.says("Late"));
}

#[test]
fn the_api_opens_and_examines_as_the_pages_do() {
    let house = House::found();
    let world = house.peopled();
    let case: CaseId = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let mut holder = stranger(&house, Capacity::CaseManager);
    let mut browser = house.enter(&mut holder);
    house.clock.advance(5 * MINUTE);
    let early = browser.send_json("/api/v1/emergency", &asked("DEMO-0147"));
    assert_eq!((early.status, json_of(&early)["code"].as_str()), (StatusCode::FORBIDDEN, Some("needs-fresh")));
    prove(&house, &mut browser, &holder);
    // Not through the file: there a case is called by what nobody knows who may not see it.
    let through = browser.send_json(&format!("/api/v1/cases/{case}/file"), &asked("DEMO-0147"));
    assert_eq!(through.status, StatusCode::UNPROCESSABLE_ENTITY);
    let opened = browser.send_once("/api/v1/emergency", "one", &asked("DEMO-0147"));
    assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.body);
    let receipt = json_of(&opened);
    assert_eq!(receipt["streams"][0], case.to_string());
    assert_eq!(browser.send_once("/api/v1/emergency", "one", &asked("DEMO-0147")).status, StatusCode::OK, "once");
    let file = json_of(&browser.get(&format!("/api/v1/cases/{case}")));
    assert_eq!(file["parts"], json!(["identity", "offer", "package"]));
    assert_eq!((&file["sent"][0]["referral"], &file["may"]), (&json!(referral), &json!([])));
    assert!(file["emergency_until"].is_string());
    let mut monitor = world.monitor.clone();
    let mut outside = house.enter(&mut monitor);
    let list = json_of(&outside.get("/api/v1/emergencies"));
    let line = &list["openings"][0];
    assert_eq!((&line["opening"], &line["who"], &line["lately"]), (&receipt["acts"][0], &json!("F. Hill"), &json!(1)));
    assert_eq!((&line["found"], &line["may_examine"], &list["frequent"]), (&Value::Null, &json!(true), &json!([])));
    let body = json!({"opening": line["opening"], "found": "justified", "reason": "The hospital confirms it."});
    let examined = outside
        .send_json(&format!("/api/v1/cases/{case}/file"), &json!({"kind": "file.emergency_reviewed", "body": body}));
    assert_eq!(examined.status, StatusCode::CREATED, "{}", examined.body);
    assert_eq!(json_of(&outside.get("/api/v1/emergencies"))["openings"][0]["found"], "justified");
    assert_eq!(browser.get("/api/v1/emergencies").status, StatusCode::NOT_FOUND);
}
