//! The way in and out: signing in, one click in a demonstration, the own password, the language.

use app::sign_in::{Attempt, PasswordRefused};
use askama::Template;
use axum::http::StatusCode;

use crate::answer::Answer;
use crate::cookie;
use crate::layout::Shell;
use crate::part::AskPasskey;
use crate::route::{Asks, Route};
use crate::routes::is_local;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::Language;

const WAY_IN: Asks = Asks::Nothing("the way in; says the same whatever is wrong");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/sign-in", WAY_IN, show),
    Route::post("/sign-in", WAY_IN, sign_in),
    Route::post(
        "/demo/sign-in",
        Asks::Nothing("one click, in a demonstration alone; the one 404 elsewhere"),
        one_click,
    ),
    Route::post("/sign-out", Asks::SignedIn("ends the own session"), sign_out),
    Route::get("/password", Asks::SignedIn("the own password"), show_password),
    Route::post("/password", Asks::SignedIn("the own password"), change_password),
    Route::post("/language", Asks::Nothing("the language of the pages"), language),
];

struct Door {
    account: String,
    capacity: String,
    name: String,
    org: String,
}

#[derive(Template)]
#[template(path = "door/sign-in.html")]
struct SignInPage {
    shell: Shell,
    back: String,
    sign_in: String,
    wrong: Option<String>,
    passkey: Option<AskPasskey>,
    doors: Vec<Door>,
}

#[derive(Template)]
#[template(path = "door/password.html")]
struct PasswordPage {
    shell: Shell,
    wrong: Option<(&'static str, String)>,
    must_change: bool,
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if visit.signed.is_some() {
        return Ok(Answer::see("/"));
    }
    sign_in_page(visit, visit.query.get("back").unwrap_or("/"), String::new(), None)
}

fn sign_in_page(visit: &Visit<'_>, back: &str, sign_in: String, wrong: Option<String>) -> Result<Answer, Trouble> {
    let token = if visit.visitor_token.len() == 32 { visit.visitor_token.clone() } else { visit.token()? };
    let mut shell = visit.shell("door-title").with_errors(wrong.is_some());
    shell.csrf.clone_from(&token);
    let doors = visit.site.demo.iter().map(|(account, capacity, name, org)| Door {
        account: account.to_string(),
        capacity: visit.words.code("capacity", capacity.code()).into_owned(),
        name: name.clone(),
        org: org.clone(),
    });
    let back = if is_local(back) { back.to_owned() } else { "/".to_owned() };
    let passkey = match &visit.site.settings.address {
        Some(address) => {
            let challenge = visit.app.passkey_to_sign_in(&token)?;
            Some(AskPasskey::to_answer(&visit.words, address, &challenge, &[], "passkey-sign-in"))
        }
        None => None,
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = SignInPage { doors: doors.collect(), back, sign_in, wrong, passkey, shell };
    Ok(Answer::open_page(&page)?.with_status(status).with_cookie(cookie::visitor(&token, visit.site.settings.reached)))
}

fn sign_in(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let field = |name| visit.form.get(name).unwrap_or_default();
    let back = if is_local(field("back")) { field("back") } else { "/" };
    let reached = visit.site.settings.reached;
    let before = (visit.cookie.as_deref(), visit.client);
    let passkey = Some(field("passkey")).filter(|answer| !answer.is_empty());
    let (attempt, not_right) = match (passkey, &visit.site.settings.address) {
        (None, _) => {
            let attempt = visit.app.sign_in_from(field("sign_in"), field("password"), field("code"), before)?;
            (attempt, "door-not-right")
        }
        (Some(answer), Some(address)) => {
            let attempt = visit.app.sign_in_with_passkey(address, &visit.visitor_token, answer, before)?;
            (attempt, "passkey-not-right")
        }
        (Some(_), None) => (Attempt::NotRight, "passkey-not-right"),
    };
    match attempt {
        Attempt::In { cookie, must_change, .. } => {
            let next = if must_change { "/password" } else { back };
            Ok(Answer::see(next).with_cookie(cookie::session(cookie.reveal(), reached)))
        }
        Attempt::NotRight => {
            sign_in_page(visit, back, field("sign_in").to_owned(), Some(visit.words.say(not_right).into_owned()))
        }
        Attempt::TooMany { until } => {
            let wrong = visit.words.say1("door-too-many", "hour", visit.words.hour(jiff::Timestamp::from(until)));
            sign_in_page(visit, back, field("sign_in").to_owned(), Some(wrong.into_owned()))
        }
    }
}

fn one_click(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let chosen = visit.form.get("as").unwrap_or_default();
    let account = visit.site.demo.iter().map(|(account, ..)| *account).find(|account| account.to_string() == chosen);
    let cookie = visit.app.demo_session(account.ok_or_else(Trouble::not_found)?)?;
    Ok(Answer::see("/").with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached)))
}

fn sign_out(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if let (Some(signed), Some(cookie)) = (&visit.signed, &visit.cookie) {
        visit.app.sign_out(&signed.actor, cookie)?;
    }
    Ok(Answer::see("/sign-in").with_cookie(cookie::no_session(visit.site.settings.reached)))
}

fn show_password(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    password_page(visit, None)
}

fn password_page(visit: &Visit<'_>, wrong: Option<(&'static str, String)>) -> Result<Answer, Trouble> {
    let must_change = visit.signed.as_ref().is_some_and(|signed| signed.session.must_change);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = visit.shell("password-title").with_errors(wrong.is_some());
    if must_change {
        shell.nav.clear();
    }
    Ok(Answer::open_page(&PasswordPage { shell, wrong, must_change })?.with_status(status))
}

fn change_password(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let signed = visit.signed.as_ref().ok_or(Trouble::SignIn)?;
    let field = |name| visit.form.get(name).unwrap_or_default();
    if field("new") != field("again") {
        return password_page(visit, Some(("again", visit.words.say("password-differs").into_owned())));
    }
    match visit.app.change_password(&signed.actor, field("old"), field("new"))? {
        Ok(cookie) => Ok(Answer::see("/").with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached))),
        Err(PasswordRefused::TooMany { until }) => {
            let hour = visit.words.hour(jiff::Timestamp::from(until));
            password_page(visit, Some(("old", visit.words.say1("door-too-many", "hour", hour).into_owned())))
        }
        Err(refused) => {
            let (at, key) = password_refused(refused);
            password_page(visit, Some((at, visit.words.say(key).into_owned())))
        }
    }
}

/// The field and the words of a password that was not taken.
pub(crate) fn password_refused(refused: PasswordRefused) -> (&'static str, &'static str) {
    use app::credential::Unfit;
    match refused {
        PasswordRefused::OldNotRight | PasswordRefused::TooMany { .. } => ("old", "password-old-not-right"),
        PasswordRefused::Same => ("new", "password-same"),
        PasswordRefused::Unfit(Unfit::TooShort) => ("new", "password-too-short"),
        PasswordRefused::Unfit(Unfit::TooLong) => ("new", "password-too-long"),
        PasswordRefused::Unfit(Unfit::Common) => ("new", "password-common"),
        PasswordRefused::Unfit(Unfit::LikeName) => ("new", "password-like-name"),
    }
}

fn language(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let chosen = visit.form.get("to").and_then(Language::from_tag).ok_or(Trouble::Unreadable)?;
    let back = visit.form.get("back").filter(|back| is_local(back)).unwrap_or("/");
    Ok(Answer::see(back).with_cookie(cookie::language(chosen, visit.site.settings.reached)))
}
