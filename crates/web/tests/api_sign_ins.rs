//! The own sign-ins by API; and how a client is told to prove itself again.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use fixture::{Browser, House};
use serde_json::{Value, json};

const MINUTE: i64 = 60_000;
const FRESH: &str = "/api/v1/session/fresh";

fn asked(browser: &mut Browser<'_>) -> Value {
    serde_json::from_str(&browser.get("/api/v1/sign-ins").shown().body).unwrap()
}

fn told(browser: &mut Browser<'_>, path: &str, body: &Value) -> Value {
    let answered = browser.send_json(path, body);
    assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
    serde_json::from_str(&answered.body).unwrap()
}

#[test]
fn one_sees_the_own_sessions_ends_one_and_ends_all_others() {
    let house = House::found();
    let [mut first, mut second] = house.administrators.clone();
    let (mut one, mut two, mut three) = (house.enter(&mut first), house.enter(&mut first), house.enter(&mut first));
    let mut stranger = house.enter(&mut second);
    let list = asked(&mut three);
    let sessions = list["sessions"].as_array().unwrap();
    let own: Vec<_> = sessions.iter().filter(|session| session["own"] == true).collect();
    assert_eq!((sessions.len(), own.len()), (3, 1));
    assert_eq!(list["factors"], json!({"telephone": true, "card": true, "codes_left": 40, "recovered_at": null}));
    let events: Vec<_> = list["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert!(events.contains(&json!("account.credential_changed")), "{events:?}");
    // The session of another account is nobody's to end, and neither is one that there is not.
    let theirs = asked(&mut stranger)["sessions"][0]["session"].clone();
    for session in [theirs, json!("0123456789abcdef"), json!("none")] {
        assert_eq!(told(&mut three, "/api/v1/sign-ins/end", &json!({"session": session})), json!({"ended": 0}));
    }
    let mine = asked(&mut one)["sessions"].as_array().unwrap().clone();
    let mine = mine.iter().find(|session| session["own"] == true).unwrap()["session"].clone();
    assert_eq!(told(&mut three, "/api/v1/sign-ins/end", &json!({"session": mine})), json!({"ended": 1}));
    assert_eq!(one.get("/api/v1/sign-ins").status, StatusCode::UNAUTHORIZED);
    assert_eq!(told(&mut three, "/api/v1/sign-ins/end-others", &json!({})), json!({"ended": 1}));
    assert_eq!(told(&mut three, "/api/v1/sign-ins/end-others", &json!({})), json!({"ended": 0}));
    assert_eq!(two.get("/api/v1/me").status, StatusCode::UNAUTHORIZED);
    assert_eq!(stranger.get("/api/v1/me").status, StatusCode::OK);
    let (path, strange) = ("/api/v1/sign-ins/end", json!({"session": "x", "all": true}));
    assert_eq!(three.send_json(path, &strange).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.browser("en").send_json(path, &json!({"session": "x"})).status, StatusCode::UNAUTHORIZED);
}

#[test]
fn a_client_is_told_where_to_give_a_factor_and_nothing_was_done_before() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let org = house.organisation(domain::organisation::OrgKind::Ministry, "Example Ministry");
    let body = json!({"sign_in": "new.one", "name": "Specimen One", "org": org, "capacity": "analyst"});
    for language in ["en", "fr", "ar"] {
        let mut browser = house.browser(language);
        browser.sign_in(&mut first);
        house.clock.advance(5 * MINUTE);
        let propose = json!({"kind": "account.proposed", "body": body});
        let refused = browser.send_once("/api/v1/accounts", language, &propose);
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        let problem: Value = serde_json::from_str(&refused.body).unwrap();
        assert_eq!((&problem["code"], &problem["step_up"]), (&json!("needs-fresh"), &json!(FRESH)));
        assert!(problem["detail"].as_str().unwrap().contains(FRESH), "{}", problem["detail"]);
        let code = first.telephone.code_at(house.now());
        told(&mut browser, problem["step_up"].as_str().unwrap(), &json!({"code": code}));
        let done = browser.send_once("/api/v1/accounts", language, &propose);
        // The same key serves again: the first request did nothing.
        let wanted = if language == "en" { StatusCode::CREATED } else { StatusCode::CONFLICT };
        assert_eq!(done.status, wanted, "{}", done.body);
    }
    // Closing an account asks for nothing.
    let person = house.account(org, domain::Capacity::Analyst, "new.two", "Specimen Two");
    let mut browser = house.enter(&mut first);
    house.clock.advance(5 * MINUTE);
    let close = json!({"kind": "account.disabled", "body": {"reason": "Left."}});
    let answered = browser.send_json(&format!("/api/v1/accounts/{}/account", person.account), &close);
    assert_eq!(answered.status, StatusCode::CREATED, "{}", answered.body);
}

#[test]
fn an_old_password_that_is_tried_too_often_is_told_to_wait_like_a_sign_in() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let mut browser = house.enter(&mut first);
    let wrong = json!({"old": "not this specimen", "new": "another plank over it"});
    for _ in 0..5 {
        let answered = browser.send_json("/api/v1/password", &wrong);
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.body.contains(r#""field":"old""#));
    }
    let right = json!({"old": first.password, "new": "another plank over it"});
    for body in [wrong, right] {
        let answered = browser.send_json("/api/v1/password", &body);
        assert_eq!(answered.status, StatusCode::TOO_MANY_REQUESTS, "{}", answered.body);
        assert!(answered.headers.contains_key("retry-after"));
    }
    let form = browser.get("/password").shown().form("/password");
    let form = form.with("old", &first.password).with("new", "another plank over it");
    assert!(browser.send(&form.with("again", "another plank over it")).says("Too many tries"));
}
