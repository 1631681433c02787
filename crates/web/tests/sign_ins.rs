//! The own sign-ins through their page; new credentials by two people; a clock that jumped, as everybody meets it.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use app::credential::TotpSecret;
use axum::http::StatusCode;
use domain::Capacity;
use domain::organisation::OrgKind;
use fixture::browser::Answered;
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// What stands on a slip in fixed letters.
#[cfg(test)]
fn codes(page: &Answered) -> Vec<String> {
    let pieces = page.body.split("<bdi class=\"code\" dir=\"ltr\">").skip(1);
    pieces.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// Signs in with a code that was not used yet, or says what came instead.
#[cfg(test)]
fn tries(browser: &mut Browser<'_>, holder: &Holder, code: &str) -> Answered {
    let form = browser.get("/sign-in").shown().form("/sign-in");
    browser.send(&form.with("sign_in", &holder.sign_in).with("password", &holder.password).with("code", code))
}

/// The form of one factor, with one of its buttons pressed.
#[cfg(test)]
fn presses(page: &Answered, which: &str, button: &str) -> fixture::form::SentForm {
    let form = fixture::form::all(&page.body).into_iter().find(|form| form.value("which") == Some(which)).unwrap();
    form.with("do", button)
}

#[test]
fn one_sees_where_one_is_signed_in_and_ends_what_is_not_oneself() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut here = house.enter(&mut holder);
    let (mut there, mut elsewhere) = (house.browser("en"), house.browser("en"));
    there.sign_in(&mut holder);
    elsewhere.sign_in(&mut holder);
    let page = here.get("/sign-ins").shown();
    assert_sound(&page.body);
    assert_eq!(page.body.matches("name=\"session\"").count(), 3, "two others, and all of them at once");
    assert!(page.says("another program, unknown device") && page.says("(this one)"));
    let one = fixture::form::all(&page.body).into_iter().find(|form| form.action == "/sign-ins/end").unwrap();
    let handle = page.body.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(here.sends(&one.with("session", &handle)).says("(this one)"));
    let left = [&mut there, &mut elsewhere].map(|browser| browser.get("/accounts").status);
    assert!(left.contains(&StatusCode::OK) && left.contains(&StatusCode::SEE_OTHER), "{left:?}");
    let page = here.sends(&one.with("session", "others"));
    assert!(!page.body.contains("name=\"session\""));
    for browser in [&mut there, &mut elsewhere] {
        assert_eq!(browser.get("/accounts").location(), "/sign-in?back=/accounts");
    }
    assert_eq!(here.get("/accounts").status, StatusCode::OK);
    // Nobody's session is ended by a handle that is not one's own, and a form of somebody else is not heard.
    let mut other = house.administrators[1].clone();
    let mut second = house.enter(&mut other);
    let own = second.get("/sign-ins").shown().form("/sign-out").with("session", &handle);
    second.send(&fixture::form::SentForm { action: "/sign-ins/end".to_owned(), ..own });
    assert_eq!(here.get("/accounts").status, StatusCode::OK);
    assert_eq!(second.send(&one.with("session", "others")).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_new_card_needs_a_fresh_factor_and_what_was_pressed_is_done_after_all() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    house.clock.advance(10 * MINUTE);
    let page = browser.get("/sign-ins").shown();
    assert!(page.says("40 codes left"));
    let asked = browser.send(&presses(&page, "card", "new"));
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.says("What you typed is kept") && !asked.body.contains("class=\"slip\""));
    assert_sound(&asked.body);
    let form = asked.form("/step-up");
    assert_eq!(form.value("kept-for"), Some("/sign-ins/factor"));
    let wrong = browser.send(&form.with("code", "000000"));
    assert_eq!(wrong.form("/step-up").value("kept-for"), Some("/sign-ins/factor"), "kept over a wrong code too");
    let code = holder.telephone.code_at(house.now());
    let on = browser.send(&form.with("code", &code)).shown();
    assert_sound(&on.body);
    let slip = browser.send(&on.form("/sign-ins/factor")).shown();
    assert_sound(&slip.body);
    let card = codes(&slip);
    assert_eq!(card.len(), 40);
    assert_eq!(slip.headers["cache-control"], "no-store");
    // The card before is gone, the new one counts.
    let mut again = house.browser("en");
    assert_eq!(tries(&mut again, &holder, &card[4]).status, StatusCode::SEE_OTHER);
    assert!(browser.get("/sign-ins").shown().says("39 codes left"));
}

#[test]
fn the_last_factor_stays_and_a_new_telephone_needs_something_to_fall_back_on() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    let page = browser.get("/sign-ins").shown();
    assert_eq!(browser.send(&presses(&page, "card", "end")).status, StatusCode::SEE_OTHER);
    let page = browser.get("/sign-ins").shown();
    let refused = browser.send(&presses(&page, "telephone", "end"));
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("This is your last second factor"));
    let refused = browser.send(&presses(&page, "telephone", "new"));
    assert!(refused.says("Have a card with codes first"));
    assert_sound(&refused.body);
    let card = codes(&browser.send(&presses(&page, "card", "new")).shown());
    let slip = browser.send(&presses(&page, "telephone", "new")).shown();
    assert!(slip.body.contains("<svg role=\"img\""));
    let telephone = TotpSecret::read(&codes(&slip)[0].replace(' ', "")).unwrap();
    house.clock.advance(MINUTE);
    let mut again = house.browser("en");
    assert_eq!(tries(&mut again, &holder, &holder.telephone.code_at(house.now())).status, 422, "the old one is gone");
    assert_eq!(tries(&mut again, &holder, &telephone.code_at(house.now())).status, StatusCode::SEE_OTHER);
    assert_eq!(browser.send(&presses(&page, "telephone", "end")).status, StatusCode::SEE_OTHER);
    let mut third = house.browser("en");
    assert_eq!(tries(&mut third, &holder, &card[0]).status, StatusCode::SEE_OTHER);
    let unknown = presses(&page, "card", "new").with("which", "nothing");
    assert_eq!(browser.send(&unknown).status, StatusCode::BAD_REQUEST);
}

#[test]
fn few_codes_are_said_on_the_first_page_in_every_language() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    let page = browser.get("/sign-ins").shown();
    let card = codes(&browser.send(&presses(&page, "card", "new")).shown());
    for code in &card[..37] {
        assert_eq!(tries(&mut house.browser("en"), &holder, code).status, StatusCode::SEE_OTHER);
    }
    assert!(!browser.get("/").shown().says("codes are left"), "three are not few");
    assert_eq!(tries(&mut house.browser("en"), &holder, &card[37]).status, StatusCode::SEE_OTHER);
    assert!(browser.get("/").shown().says("2 codes are left. Print a new card"));
    for (language, says) in [("fr", "Il reste 2 codes"), ("ar", "بقي رمزان")] {
        let mut reader = house.browser(language);
        reader.sign_in(&mut holder);
        for path in ["/", "/sign-ins"] {
            let page = reader.get(path).shown();
            assert!(page.says(says), "{language} {path}");
            assert!(!page.body.contains('⟦'));
            assert_sound(&page.body);
        }
    }
}

#[test]
fn two_administrators_give_somebody_new_credentials_and_the_holder_is_told() {
    let house = House::found();
    let [mut first, mut second] = house.administrators.clone();
    let org = house.organisation(OrgKind::Prison, "Specimen Prison");
    let mut person = house.account(org, Capacity::Governor, "g.sample", "G. Sample");
    let mut browser = house.enter(&mut person);
    let (mut one, mut two) = (house.enter(&mut first), house.enter(&mut second));
    let path = format!("/accounts/{}/recovery", person.account);
    let form = one.get(&path).shown().form(&path);
    assert_eq!(one.send(&form.with("reason", "")).status, StatusCode::UNPROCESSABLE_ENTITY);
    let listed = one.sends(&form.with("reason", "Lost the telephone; came in person."));
    assert!(listed.says("You asked for new credentials"));
    let confirm = format!("{path}/confirm");
    assert_eq!(one.get(&confirm).location(), "/accounts", "not by whoever asked");
    let asked = two.get(&confirm).shown();
    assert_sound(&asked.body);
    assert_eq!(browser.get("/").status, StatusCode::OK, "nothing has happened to the holder yet");
    let factor = two.send(&asked.form(&confirm)).shown();
    assert_eq!(browser.get("/").location(), "/sign-in", "every session is over");
    assert_eq!(codes(&factor).len(), 42);
    let draw = format!("/accounts/{}/slip", person.account);
    assert_eq!(two.get(&draw).location(), "/accounts", "the other half is not theirs");
    let entry = one.get(&draw).shown().form(&draw);
    let entry = codes(&one.send(&entry).shown());
    person.password.clone_from(&entry[1]);
    person.telephone = TotpSecret::read(&codes(&factor)[0].replace(' ', "")).unwrap();
    assert_eq!(browser.sign_in(&mut person).location(), "/");
    let home = browser.get("/").shown();
    assert!(home.says("Your account was given new credentials"));
    let page = browser.get("/sign-ins").shown();
    assert!(page.says("New credentials were confirmed") && page.says("Administrator of the installation"));
    assert!(!browser.sends(&page.form("/sign-ins/known")).says("was given new credentials"));
}

#[test]
fn a_clock_that_jumped_is_said_on_every_page_and_dealt_with_by_two() {
    let house = House::found();
    let [mut first, mut second] = house.administrators.clone();
    let (mut one, mut two) = (house.enter(&mut first), house.enter(&mut second));
    let opened = one.get("/organisations/new").shown().form("/organisations/new");
    let opened =
        opened.with("name", "Specimen Prison").with("kind", "prison").with("place", "Town").with("contact", "0");
    assert!(one.get("/clock").shown().says("Nothing waits"));
    house.clock.step(-HOUR);
    let stopped = one.send(&opened);
    assert_eq!(stopped.status, StatusCode::CONFLICT);
    assert!(stopped.says("Not decided: the clock jumped"));
    let api = one.send_json(
        "/api/v1/organisations",
        &serde_json::json!({"kind": "organisation.registered", "body": {
        "name": "Specimen Prison", "kind": "prison", "place": "Town", "contact": "0"}}),
    );
    assert!(api.status == StatusCode::CONFLICT && api.body.contains(r#""code":"clock-stepped""#), "{}", api.body);
    for (language, says) in [("en", "The clock jumped."), ("fr", "L’horloge a fait un saut."), ("ar", "قفزت الساعة.")]
    {
        let page = house.browser(language).get("/sign-in").shown();
        assert!(page.says(says), "{language}");
        assert_sound(&page.body);
    }
    let asked = one.get("/clock").shown();
    assert!(asked.says("1 hour back"), "{}", asked.body);
    assert_sound(&asked.body);
    let waits = one.sends(&asked.form("/clock/stepped").with("reason", "The battery was changed."));
    assert!(waits.says("Another administrator confirms") && waits.has_form("/clock/confirmed").is_none());
    assert_eq!(one.send(&opened).status, StatusCode::CONFLICT);
    house.clock.step(HOUR);
    let done = two.get("/clock").shown();
    assert!(two.sends(&done.form("/clock/confirmed")).says("Nothing waits"));
    assert!(!one.get("/").shown().says("The clock jumped"));
    assert_eq!(one.send(&opened).status, StatusCode::SEE_OTHER, "the form that was open is taken now");
}
