//! Proving oneself again: for five minutes, by a code that is good once, and never a way out of the site.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::Strength;
use fixture::form::SentForm;
use fixture::{Browser, Holder, House};
use serde_json::json;

const MINUTE: i64 = 60_000;

fn strength(house: &House, browser: &Browser<'_>) -> Option<Strength> {
    let cookie = browser.cookies.get("passerelle")?;
    house.app.session(cookie).ok().flatten().map(|signed| signed.actor.strength)
}

fn code(house: &House, holder: &Holder) -> String {
    holder.telephone.code_at(house.now())
}

#[test]
fn a_session_is_fresh_again_for_five_minutes_to_the_millisecond() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    house.clock.advance(5 * MINUTE - 1);
    assert_eq!(strength(&house, &browser), Some(Strength::Fresh));
    house.clock.advance(1);
    assert_eq!(strength(&house, &browser), Some(Strength::Ordinary));
    let old = browser.cookies["passerelle"].clone();
    let form = browser.get("/step-up?next=%2Faccounts%2Fnew").shown().form("/step-up");
    let code = code(&house, &holder);
    let answered = browser.send(&form.with("code", &code));
    assert_eq!((answered.status, answered.location()), (StatusCode::SEE_OTHER, "/accounts/new"));
    assert_ne!(browser.cookies["passerelle"], old, "the cookie is another one");
    assert!(house.app.session(&old).unwrap().is_none());
    house.clock.advance(5 * MINUTE - 1);
    assert_eq!(strength(&house, &browser), Some(Strength::Fresh));
    house.clock.advance(1);
    assert_eq!(strength(&house, &browser), Some(Strength::Ordinary));
}

#[test]
fn a_code_that_was_used_or_is_wrong_is_asked_for_again_and_counted() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    let used = code(&house, &holder);
    house.clock.advance(10 * MINUTE);
    let form = browser.get("/step-up?next=/accounts").shown().form("/step-up");
    for wrong in [used.as_str(), "000000", "", "BCDF-GHJK", "١٢٣٤٥٦"] {
        let answered = browser.send(&form.with("code", wrong));
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answered.says("was used before"), "{wrong}");
        assert_eq!(answered.form("/step-up").value("next"), Some("/accounts"), "where one was going is kept");
    }
    // The fifth failure closed the account for a minute, for signing in as well: it is the same gate.
    let right = code(&house, &holder);
    let answered = browser.send(&form.with("code", &right));
    assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answered.says("Too many tries"));
    assert_eq!(strength(&house, &browser), Some(Strength::Ordinary));
    let mut elsewhere = house.browser("en");
    let form_in = elsewhere.get("/sign-in").shown().form("/sign-in");
    let form_in = form_in.with("sign_in", &holder.sign_in).with("password", &holder.password);
    assert!(elsewhere.send(&form_in.with("code", &right)).says("Too many tries"));
    house.clock.advance(MINUTE);
    let right = code(&house, &holder);
    assert_eq!(browser.send(&form.with("code", &right)).status, StatusCode::SEE_OTHER);
}

#[test]
fn nobody_is_led_out_of_the_site() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    for evil in
        ["https://evil.example/", "//evil.example", "/\\evil.example", "/nowhere", "/step-up", "javascript:alert(1)"]
    {
        house.clock.advance(MINUTE);
        let form = browser.get(&format!("/step-up?next={}", evil.replace(':', "%3A").replace('\\', "%5C"))).shown();
        assert!(!form.body.contains("evil"), "{evil}");
        let form = form.form("/step-up");
        assert_eq!(form.value("next"), Some("/"), "{evil}");
        let code = code(&house, &holder);
        let kept = form.with("next", evil).with("code", &code).with("kept-for", evil).with("kept:org", "x");
        let answered = browser.send(&kept);
        assert_eq!((answered.status, answered.location()), (StatusCode::SEE_OTHER, "/"), "{evil}");
    }
}

#[test]
fn only_the_own_form_and_a_signed_in_session_are_heard() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut stranger = house.browser("en");
    assert_eq!(stranger.get("/step-up").location(), "/sign-in?back=/step-up");
    let mut browser = house.enter(&mut holder);
    house.clock.advance(10 * MINUTE);
    let code = code(&house, &holder);
    let forged = SentForm::to("/step-up").with("code", &code).with("csrf", "x").with("next", "/");
    assert_eq!(browser.send(&forged).status, StatusCode::FORBIDDEN);
    let form = browser.get("/step-up").shown().form("/step-up").with("code", &code);
    assert_eq!(browser.send_with(&form, &[("origin", "https://evil.example")]).status, StatusCode::FORBIDDEN);
    // The one click of a demonstration is none here.
    assert_eq!(browser.send(&form.without("code").with("demo", "yes")).status, StatusCode::NOT_FOUND);
    assert_eq!(strength(&house, &browser), Some(Strength::Ordinary));
    assert_eq!(browser.send(&form).status, StatusCode::SEE_OTHER, "the code was not used up");
}

#[test]
fn the_interface_for_programs_asks_the_same() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    house.clock.advance(10 * MINUTE);
    let path = "/api/v1/session/fresh";
    let answered = browser.send_json(path, &json!({"code": "000000"}));
    assert_eq!(answered.status, StatusCode::UNAUTHORIZED);
    assert!(answered.body.contains(r#""code":"not-right""#), "{}", answered.body);
    let answered = browser.send_json(path, &json!({"code": "000000", "next": "/"}));
    assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = code(&house, &holder);
    let answered = browser.send_json(path, &json!({"code": right}));
    assert_eq!(answered.status, StatusCode::OK);
    let until = house.now().plus(5 * MINUTE);
    let body: serde_json::Value = serde_json::from_str(&answered.body).unwrap();
    assert_eq!(body, json!({"codes_left": null, "fresh_until": until}));
    assert_eq!(strength(&house, &browser), Some(Strength::Fresh));
    assert_eq!(house.browser("en").send_json(path, &json!({"code": right})).status, StatusCode::UNAUTHORIZED);
}

#[test]
fn the_page_is_there_in_every_language() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    for language in ["en", "fr", "ar"] {
        let mut browser = house.browser(language);
        browser.sign_in(&mut holder);
        let page = browser.get("/step-up?next=/accounts").shown();
        assert!(!page.body.contains('⟦'), "{}", page.body);
        fixture::sound::assert_sound(&page.body);
    }
}
