//! Passkeys through the pages: added, named, removed, used in place of a code and in place of everything, refused alike
//! whatever is wrong; and not offered where nobody has said the address.

#[cfg(test)]
#[path = "../../app/tests/device/mod.rs"]
mod device;
#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use app::credential::PublicAddress;
use axum::http::StatusCode;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use device::Device;
use domain::Strength;
use fixture::browser::Answered;
use fixture::form::SentForm;
use fixture::sound::assert_sound;
use fixture::{Browser, House};
use p256::ecdsa::{DerSignature, SigningKey};

const ORIGIN: &str = "https://house.example";
const MINUTE: i64 = 60_000;

#[cfg(test)]
fn house() -> House {
    House::found_at(PublicAddress::read(ORIGIN).unwrap())
}

/// What the part that asks for a passkey says to the script.
#[cfg(test)]
fn said<'a>(page: &'a Answered, name: &str) -> &'a str {
    let after =
        page.body.split(&format!(" data-{name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {}", page.body));
    after.split('"').next().unwrap()
}

/// Adds a passkey from its page.
#[cfg(test)]
fn adds(browser: &mut Browser<'_>, device: &mut Device, name: &str) -> Answered {
    let page = browser.get("/sign-ins/passkey").shown();
    assert_sound(&page.body);
    let created = device.creates(ORIGIN, said(&page, "challenge"), &device::bytes(said(&page, "holder")));
    browser.send(&page.form("/sign-ins/passkey").with("name", name).with("passkey", &created))
}

/// The form of the way in, with the answer of a device to it.
#[cfg(test)]
fn entering(browser: &mut Browser<'_>, device: &mut Device) -> SentForm {
    let page = browser.get("/sign-in?back=/accounts").shown();
    page.form("/sign-in").with("passkey", &device.answers(ORIGIN, said(&page, "challenge")))
}

#[cfg(test)]
fn strength(house: &House, browser: &Browser<'_>) -> Option<Strength> {
    house.app.session(browser.cookies.get("passerelle")?).unwrap().map(|signed| signed.actor.strength)
}

/// The change form of the only passkey, with one of its buttons pressed.
#[cfg(test)]
fn presses(page: &Answered, button: &str) -> SentForm {
    page.form("/sign-ins/passkey/change").with("do", button)
}

#[test]
fn a_passkey_is_added_seen_and_signs_in_without_a_word_typed() {
    let house = house();
    let (mut holder, mut device) = (house.administrators[0].clone(), Device::new(1));
    let mut browser = house.enter(&mut holder);
    let empty = browser.get("/sign-ins").shown();
    assert!(empty.body.contains("href=\"/sign-ins/passkey\"") && empty.has_form("/sign-ins/passkey/change").is_none());
    let page = browser.get("/sign-ins/passkey").shown();
    assert_eq!((said(&page, "origin"), said(&page, "host")), (ORIGIN, "house.example"));
    assert_eq!((said(&page, "installation"), said(&page, "name")), ("Example Installation", "first.admin"));
    assert_eq!(adds(&mut browser, &mut device, "Token in my drawer").location(), "/sign-ins");
    let page = browser.get("/sign-ins").shown();
    assert_sound(&page.body);
    assert!(page.says("Token in my drawer") && page.says("stays on one device") && page.says("not used yet"));
    assert_eq!(said(&browser.get("/sign-ins/passkey").shown(), "have"), device::text(&device.id));

    let mut elsewhere = house.browser("en");
    let form = entering(&mut elsewhere, &mut device);
    assert_eq!([form.value("sign_in"), form.value("password"), form.value("code")], [Some(""); 3]);
    let answered = elsewhere.send(&form);
    assert_eq!((answered.status, answered.location()), (StatusCode::SEE_OTHER, "/accounts"));
    assert_eq!(strength(&house, &elsewhere), Some(Strength::Fresh));
    let page = elsewhere.get("/sign-ins").shown();
    assert!(page.says("last used") && page.says("Passkey"));
    // The same answer again, in this browser or another one, opens nothing.
    assert_eq!(house.browser("en").send(&form).status, StatusCode::FORBIDDEN, "another browser has another form");
    let mut later = house.browser("en");
    later.cookies.extend(elsewhere.cookies.clone().into_iter().filter(|(name, _)| name == "passerelle-visit"));
    assert_eq!(later.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(strength(&house, &later), None);
}

#[test]
fn a_wrong_answer_is_said_alike_whether_anybody_has_such_a_passkey_or_not() {
    let house = house();
    let (mut holder, mut device) = (house.administrators[0].clone(), Device::new(1));
    let mut browser = house.enter(&mut holder);
    adds(&mut browser, &mut device, "Specimen");
    let mut forged = Device { id: device.id.clone(), holder: device.holder.clone(), ..Device::new(2) };
    let mut nobody = Device { holder: vec![9; 32], ..Device::new(3) };
    let mut stranger = house.browser("en");
    let mut told = Vec::new();
    for device in [&mut forged, &mut nobody] {
        for _ in 0..7 {
            let form = entering(&mut stranger, device);
            let answered = stranger.send(&form);
            assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_sound(&answered.body);
            assert!(answered.says("No passkey that counts here answered"));
            told.push((answered.body.replace(said(&answered, "challenge"), "…"), answered.headers.len()));
        }
    }
    told.dedup();
    assert_eq!(told.len(), 1, "every answer is the same");
    for wrong in ["x", "{}", "[]", "{\"id\":\"YQ\"}"] {
        let form = stranger.get("/sign-in").shown().form("/sign-in").with("passkey", wrong);
        assert_eq!(stranger.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let mut more: serde_json::Value = {
        let page = stranger.get("/sign-in").shown();
        serde_json::from_str(&device.answers(ORIGIN, said(&page, "challenge"))).unwrap()
    };
    more["admin"] = true.into();
    let form = stranger.get("/sign-in").shown().form("/sign-in").with("passkey", &more.to_string());
    assert_eq!(stranger.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY, "a field that nobody knows");
    // Whoever has the device is not kept out by any of it, and neither is the password.
    let form = entering(&mut stranger, &mut device);
    assert_eq!(stranger.send(&form).status, StatusCode::SEE_OTHER);
    house.browser("en").sign_in(&mut holder);
}

#[test]
fn a_page_of_somebody_else_gets_an_answer_that_counts_for_nothing() {
    let house = house();
    let (mut holder, mut device) = (house.administrators[0].clone(), Device::new(1));
    let mut browser = house.enter(&mut holder);
    adds(&mut browser, &mut device, "Specimen");
    let mut stranger = house.browser("en");
    for (origin, right) in [("https://house.examp1e", false), ("https://house.example:8443", false), (ORIGIN, true)] {
        // What a page between the two would hand on: our challenge, signed for its own address.
        let page = stranger.get("/sign-in").shown();
        let form = page.form("/sign-in").with("passkey", &device.answers(origin, said(&page, "challenge")));
        assert_eq!(stranger.send(&form).status == StatusCode::SEE_OTHER, right, "{origin}");
    }
    // What the request says of its host changes nothing.
    let page = house.browser("en").get("/sign-in").shown();
    assert_eq!(said(&page, "origin"), ORIGIN);
}

#[test]
fn a_passkey_stands_in_for_a_code_and_what_was_typed_goes_on() {
    let house = house();
    let (mut holder, mut device) = (house.administrators[0].clone(), Device::new(1));
    let mut browser = house.enter(&mut holder);
    assert!(!browser.get("/step-up").shown().body.contains("<pass-key"), "there is none to be asked for");
    adds(&mut browser, &mut device, "Specimen");
    house.clock.advance(10 * MINUTE);
    assert_eq!(strength(&house, &browser), Some(Strength::Ordinary));
    let page = browser.get("/sign-ins").shown();
    let asked = browser.send(&presses(&page, "remove"));
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert_sound(&asked.body);
    assert_eq!(said(&asked, "have"), device::text(&device.id));
    let mut forged = Device { id: device.id.clone(), ..Device::new(2) };
    let form = asked.form("/step-up");
    let wrong = browser.send(&form.with("passkey", &forged.answers(ORIGIN, said(&asked, "challenge"))));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("No passkey that counts here answered"));
    assert_eq!(wrong.form("/step-up").value("kept-for"), Some("/sign-ins/passkey/change"), "what was typed is kept");
    let answer = device.answers(ORIGIN, said(&wrong, "challenge"));
    let on = browser.send(&wrong.form("/step-up").with("passkey", &answer)).shown();
    assert_sound(&on.body);
    assert_eq!(strength(&house, &browser), Some(Strength::Fresh));
    let page = browser.sends(&on.form("/sign-ins/passkey/change"));
    assert!(page.has_form("/sign-ins/passkey/change").is_none(), "removed after all");
    let mut stranger = house.browser("en");
    let form = entering(&mut stranger, &mut device);
    assert_eq!(stranger.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn adding_asks_for_a_fresh_factor_first_and_takes_nothing_half_right() {
    let house = house();
    let (mut holder, mut device) = (house.administrators[0].clone(), Device::new(1));
    let mut browser = house.enter(&mut holder);
    let page = browser.get("/sign-ins/passkey").shown();
    let form = page.form("/sign-ins/passkey");
    let refuses = |browser: &mut Browser<'_>, form: &SentForm, says: &str| {
        let answered = browser.send(form);
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(answered.says(says), "{says}: {}", answered.body);
        assert_sound(&answered.body);
    };
    let holder_handle = device::bytes(said(&page, "holder"));
    let created = device.creates(ORIGIN, said(&page, "challenge"), &holder_handle);
    let named = form.with("name", "Specimen");
    refuses(&mut browser, &named, "Your browser handed over no passkey");
    refuses(&mut browser, &named.with("passkey", "{}"), "could not be taken");
    refuses(&mut browser, &form.with("passkey", &created), "A name of one to sixty characters");
    refuses(&mut browser, &form.with("name", &"x".repeat(61)).with("passkey", &created), "A name of one to sixty");
    let elsewhere = device.creates("https://house.examp1e", said(&page, "challenge"), &holder_handle);
    refuses(&mut browser, &named.with("passkey", &elsewhere), "could not be taken");
    assert_eq!(browser.send(&named.with("passkey", &created)).location(), "/sign-ins");
    refuses(&mut browser, &named.with("passkey", &created), "could not be taken");
    for number in 2..=10 {
        assert_eq!(adds(&mut browser, &mut Device::new(number), "Specimen").location(), "/sign-ins");
    }
    assert!(browser.get("/sign-ins/passkey").shown().says("as many passkeys as there can be"));
    house.clock.advance(5 * MINUTE);
    assert_eq!(browser.get("/sign-ins/passkey").location(), "/step-up?next=/sign-ins/passkey");
    assert_eq!(browser.send(&named.with("passkey", &created)).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_passkey_is_named_by_its_holder_alone() {
    let house = house();
    let [mut first, mut second] = house.administrators.clone();
    let mut browser = house.enter(&mut first);
    adds(&mut browser, &mut Device::new(1), "<b>Drawer</b>");
    let page = browser.get("/sign-ins").shown();
    assert!(page.says("<b>Drawer</b>") && !page.body.contains("<b>Drawer</b>"), "what people wrote is only ever text");
    let form = presses(&page, "rename");
    assert!(browser.sends(&form.with("name", "مفتاح الدرج")).says("مفتاح الدرج"));
    let empty = browser.send(&form.with("name", " "));
    assert_eq!(empty.status, StatusCode::CONFLICT);
    let mut other = house.enter(&mut second);
    let own = other.get("/sign-ins").shown().form("/sign-out").value("csrf").unwrap().to_owned();
    for button in ["rename", "remove"] {
        other.send(&form.with("csrf", &own).with("do", button).with("name", "Mine"));
    }
    assert_eq!(other.send(&form.with("csrf", &own).with("do", "lend")).status, StatusCode::BAD_REQUEST);
    assert!(browser.get("/sign-ins").shown().says("مفتاح الدرج"));
}

#[test]
fn where_nobody_said_the_address_none_are_offered_and_the_page_says_why() {
    let house = House::found();
    let mut holder = house.administrators[0].clone();
    let mut browser = house.enter(&mut holder);
    for path in ["/sign-ins", "/sign-ins/passkey"] {
        let page = browser.get(path).shown();
        assert!(page.says("has not said at which address browsers reach it"), "{path}");
        assert!(!page.body.contains("<pass-key") && page.has_form("/sign-ins/passkey").is_none());
        assert_sound(&page.body);
    }
    assert!(!browser.get("/step-up").shown().body.contains("<pass-key"));
    let mut stranger = house.browser("en");
    let page = stranger.get("/sign-in").shown();
    assert!(!page.body.contains("passkey"));
    let answer = Device::new(1).answers(ORIGIN, &device::text(&[0; 56]));
    let answered = stranger.send(&page.form("/sign-in").with("passkey", &answer));
    assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = browser.get("/step-up").shown().form("/step-up").with("passkey", &answer);
    assert_eq!(browser.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn the_policy_of_the_pages_stays_strict_and_every_language_has_the_words() {
    let house = house();
    let mut holder = house.administrators[0].clone();
    let policy = house.browser("en").get("/health").headers["content-security-policy"].clone();
    assert!(!policy.to_str().unwrap().contains("unsafe") && !policy.to_str().unwrap().contains("connect-src"));
    for (language, says) in
        [("en", "Sign in with a passkey"), ("fr", "Se connecter avec une clé"), ("ar", "الدخول بمفتاح")]
    {
        let mut reader = house.browser(language);
        let page = reader.get("/sign-in").shown();
        assert!(page.says(says), "{language}");
        assert_sound(&page.body);
        assert_eq!(page.headers["content-security-policy"], policy);
        let script = page.body.split("<script type=\"module\" src=\"").nth(2).unwrap().split('"').next().unwrap();
        assert!(reader.get(script).shown().body.contains("navigator.credentials"));
        reader.sign_in(&mut holder);
        adds(&mut reader, &mut Device::new(says.len().try_into().unwrap()), "Specimen");
        for path in ["/sign-ins", "/sign-ins/passkey", "/step-up"] {
            let page = reader.get(path).shown();
            assert!(!page.body.contains('⟦'), "{language} {path}");
            assert_sound(&page.body);
        }
    }
}
