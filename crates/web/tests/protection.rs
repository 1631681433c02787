//! What a data protection officer acts on: prison by prison, without a name, with the order of law that outlives the file; and
//! the same doors for a client of the API.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::moment::DAY;
use domain::{Capacity, CaseId, Kind};
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::{Value, json};

const HERE: &str = "/data-protection";
const TABLE: &str = "/data-protection/waiting.csv";

fn officers(house: &House, world: &World) -> [Holder; 2] {
    ["first.dpo", "second.dpo"]
        .map(|name| house.account(world.oversight, Capacity::DataProtection, name, "Sample Officer"))
}

fn ordered(house: &House) -> Value {
    let today = house.now().date_in(house.app.zone());
    let order = json!({"authority": "=Example Court", "reference": "Sample 7/2026", "dated": "2026-11-20"});
    json!({"on": today, "basis": "ordered_by_law", "why": "Sample judgment of Zebrafinch.", "order": order})
}

fn posts(browser: &mut Browser<'_>, path: &str, body: &Value) -> (u16, Value) {
    let answer = browser.send_json(path, body);
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap())
}

/// One file whose erasing is due, one that is held, one that waits for nothing.
fn lived(house: &House, world: &World, dpo: &Holder) -> [CaseId; 3] {
    let cases = ["DEMO-0147", "DEMO-0148", "DEMO-0149"].map(|number| house.admitted(world, number));
    house.does(dpo, cases[0], act(Kind::FileErasureAnnounced, &ordered(house)));
    let until = house.now().plus(30 * DAY).date_in(house.app.zone());
    let hold = json!({"owner": "Example Court", "why": "A sample appeal is open.", "until": until});
    house.does(dpo, cases[1], act(Kind::FileHoldSet, &hold));
    house.does(dpo, cases[1], act(Kind::FileErasureAnnounced, &ordered(house)));
    cases
}

#[test]
fn what_waits_stands_prison_by_prison_without_a_name() {
    let house = House::found();
    let world = house.peopled();
    let [mut first, mut second] = officers(&house, &world);
    let cases = lived(&house, &world, &first);
    let named = [json!({"account": world.governor.account}), json!({"account": world.supervisor.account})];
    house.does(&world.governor, cases[2], act(Kind::FileRestricted, &json!({"reason": "Sample.", "named": named})));
    let mut browser = house.enter(&mut second);
    assert!(browser.get("/").shown().body.contains(HERE));
    let page = browser.get(HERE).shown();
    assert_sound(&page.body);
    assert!(page.says("Specimen Prison") && page.says("Can be carried out") && page.says("A hold keeps it"));
    assert!(page.says("1 erasing waits") && page.says("Restricted to named people now: 1."), "{}", page.body);
    assert!(page.body.contains(&format!("/cases/{}/keeping", cases[0])));
    assert!(!page.body.contains(&cases[2].to_string()), "nothing is said of the keeping of this one");
    for name in ["Idris", "DEMO-0147", "Zebrafinch"] {
        assert!(!page.body.contains(name), "{name}");
    }
    // From the page to the file, which opens to the officer as far as its keeping.
    assert!(browser.get(&format!("/cases/{}/keeping", cases[0])).shown().says("Example Court"));
    for language in ["fr", "ar"] {
        browser.language = language.to_owned();
        let page = browser.get(HERE).shown();
        assert_sound(&page.body);
        assert!(!page.body.contains('⟦'));
    }
    // Whoever announced it does not carry it out.
    let own = house.enter(&mut first).get(HERE).shown();
    assert!(own.says("another person carries it out") && own.says("No erasing waits for you"));
}

#[test]
fn it_opens_to_oversight_under_a_mandate_and_is_not_there_for_anybody_else() {
    let house = House::found();
    let world = house.peopled();
    let [mut first, _] = officers(&house, &world);
    lived(&house, &world, &first);
    let far = house.organisation(domain::organisation::OrgKind::Oversight, "Example Inspectorate");
    let mut elsewhere = house.account(far, Capacity::DataProtection, "far.dpo", "Far Officer");
    let mut monitor = house.enter(&mut world.monitor.clone());
    assert!(monitor.get(HERE).shown().says("Specimen Prison"));
    let page = house.enter(&mut elsewhere).get(HERE).shown();
    assert!(page.says("No prison is under your mandate") && !page.says("Specimen Prison"));
    for who in [&world.registrar, &world.governor, &world.case_manager, &world.manager, &world.org_administrator] {
        let mut browser = house.enter(&mut who.clone());
        for path in [HERE, TABLE] {
            assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{} {path}", who.capacity);
        }
    }
    assert_eq!(monitor.get(TABLE).status, StatusCode::FORBIDDEN, "seen, and not taken away");
    assert!(!monitor.get(HERE).shown().body.contains(TABLE));
    // The table is taken away by whoever proved themselves just now.
    let mut browser = house.enter(&mut first);
    house.clock.advance(10 * 60_000);
    let asked = browser.get(TABLE);
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    assert!(asked.location().starts_with("/step-up"), "{}", asked.location());
    let code = first.telephone.code_at(house.now());
    assert_eq!(posts(&mut browser, "/api/v1/session/fresh", &json!({"code": code})).0, 200);
    let table = browser.get(TABLE).shown();
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    assert!(
        table.body.contains("\"Specimen Prison\",\"announced\"") && table.body.contains("\"hold\""),
        "{}",
        table.body
    );
    assert!(!table.body.contains("Idris") && !table.body.contains("Zebrafinch"));
}

#[test]
fn the_order_that_was_followed_outlives_the_file() {
    let house = House::found();
    let world = house.peopled();
    let [first, mut second] = officers(&house, &world);
    let cases = lived(&house, &world, &first);
    let mut browser = house.enter(&mut second);
    let path = format!("/api/v1/cases/{}/erasure", cases[0]);
    let (status, erased) = posts(&mut browser, &path, &json!({}));
    assert_eq!((status, &erased["streams"]), (200, &json!(1)), "{erased}");
    assert_eq!(posts(&mut browser, &path, &json!({})).0, 404, "there is nothing any more");
    let page = browser.get(HERE).shown();
    assert!(page.says("Example Court") && page.says("Sample 7/2026"));
    assert!(!page.body.contains(&cases[0].to_string()), "nothing leads to the file");
    let table = browser.get(TABLE).shown().body;
    assert!(
        table.contains("\"erased\"") && table.contains("\"'=Example Court\",\"Sample 7/2026\",\"2026-11-20\""),
        "{table}"
    );
    assert!(!table.contains(&cases[0].to_string()));
    // Two years on, when the certificate has gone with its year, the order still stands.
    house.clock.advance(800 * DAY);
    house.app.come_due().unwrap();
    let kept = house.app.protection(&first.actor()).unwrap();
    let line = &kept.prisons[0].erased[0];
    assert_eq!(line.order.as_ref().unwrap().reference.as_str(), "Sample 7/2026");
}

#[test]
fn a_report_is_corrected_struck_held_and_announced_through_the_api_by_the_same_doors() {
    let house = House::found();
    let world = house.peopled();
    let [mut first, _] = officers(&house, &world);
    let case = house.admitted(&world, "DEMO-0147");
    let sentence = |release: &str| json!({"begins": "2026-01-05", "earliest_release": release, "ends": "2028-01-05", "order": "Judgment 1"});
    let wrong = house.does(&world.registrar, case, act(Kind::CustodySentenceRecorded, &sentence("2027-01-05"))).acts[0];
    let corrections = format!("/api/v1/cases/{case}/corrections");
    let asked = |kind: &str, body: Value| json!({"of": wrong, "why": "wrong_time", "kind": kind, "body": body});
    let mut registrar = house.enter(&mut world.registrar.clone());
    let right = asked("custody.sentence_recorded", sentence("2027-02-05"));
    let (status, receipt) = posts(&mut registrar, &corrections, &right);
    assert_eq!(status, 201, "{receipt}");
    let file = house.app.case(&world.registrar.actor(), case, domain::look::Purpose::Casework).unwrap();
    assert_eq!(file.facts.sentence.unwrap().1.to_string(), "2027-02-05");
    drop(file);
    // Of another kind, of what no report can replace, by whoever may not, on a file that is not there.
    let other = asked("custody.status_changed", json!({"status": "convicted", "order": "Sample order"}));
    let (status, problem) = posts(&mut registrar, &corrections, &other);
    assert!([409, 422].contains(&status), "{problem}");
    let (status, _) = posts(&mut registrar, &corrections, &asked("file.corrected", json!({})));
    assert_eq!(status, 422);
    let mut custody = house.enter(&mut world.custody.clone());
    assert_eq!(posts(&mut custody, &corrections, &right).0, 403);
    let mut practitioner = house.enter(&mut world.practitioner.clone());
    assert_eq!(posts(&mut practitioner, &corrections, &right).0, 404);
    assert_eq!(posts(&mut registrar, &format!("/api/v1/cases/{}/corrections", house.nothing()), &right).0, 404);
    // A strike by two, a hold set and lifted, an erasing announced: acts of the file.
    let path = format!("/api/v1/cases/{case}/file");
    let second =
        house.does(&world.registrar, case, act(Kind::CustodySentenceRecorded, &sentence("2027-03-05"))).acts[0];
    let proposed =
        json!({"kind": "file.strike_proposed", "body": {"of": second, "why": "Of a sample person of a like name."}});
    let (status, receipt) = posts(&mut registrar, &path, &proposed);
    assert_eq!(status, 201, "{receipt}");
    let strike = json!({"kind": "file.struck", "body": {"of": second, "proposed": receipt["acts"][0]}});
    assert_eq!(posts(&mut registrar, &path, &strike).0, 409, "a second person strikes");
    let mut supervisor = house.enter(&mut world.supervisor.clone());
    let (status, problem) = posts(&mut supervisor, &path, &strike);
    assert_eq!(status, 201, "{problem}");
    let mut dpo = house.enter(&mut first);
    let until = house.now().plus(30 * DAY).date_in(house.app.zone());
    let hold =
        json!({"kind": "file.hold_set", "body": {"owner": "Example Court", "why": "A sample appeal.", "until": until}});
    let (status, receipt) = posts(&mut dpo, &path, &hold);
    assert_eq!(status, 201, "{receipt}");
    let lifted = json!({"kind": "file.hold_lifted", "body": {"hold": receipt["acts"][0], "why": "It is decided."}});
    assert_eq!(posts(&mut dpo, &path, &lifted).0, 201);
    let announced = json!({"kind": "file.erasure_announced", "body": ordered(&house)});
    assert_eq!(posts(&mut dpo, &path, &announced).0, 201);
    let erasure = format!("/api/v1/cases/{case}/erasure");
    let (status, problem) = posts(&mut dpo, &erasure, &json!({}));
    assert_eq!((status, &problem["reason"]), (409, &json!("own_proposal")));
    assert_eq!(posts(&mut supervisor, &erasure, &json!({})).0, 403);
    assert_eq!(posts(&mut practitioner, &erasure, &json!({})).0, 404);
    let (status, erased) = posts(&mut registrar, &erasure, &json!({}));
    assert_eq!(status, 200, "{erased}");
    assert_eq!(posts(&mut registrar, &corrections, &right).0, 404);
}
