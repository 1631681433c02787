//! Proving oneself again, where something asks for it, and going on from there: a page is opened after all, a form that was
//! sent too early stands on its page again as it was typed, and a button that stood among others is pressed once more.
//!
//! It leads to pages of this site only. What was typed waits on the server, sealed, and is in no address and no other page.

use app::step_up::SteppedUp;
use askama::Template;
use axum::http::StatusCode;

use crate::answer::Answer;
use crate::cookie;
use crate::kept;
use crate::layout::Shell;
use crate::part::AskPasskey;
use crate::route::{Asks, Method, Route};
use crate::routes::{is_known, step_up_to};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/step-up", Asks::SignedIn("proves oneself again, for five minutes"), show),
    Route::post("/step-up", Asks::SignedIn("proves oneself again, for five minutes"), given),
];

/// Name of the field that says that a form is kept.
const KEPT: &str = "kept";

/// Name of the field that says where a button goes which stood among others.
const KEPT_FOR: &str = "kept-for";

/// Where one was going: to a page, or to send a form.
#[derive(Debug, Clone, Default)]
struct Onward {
    /// The page; the first page, if nothing else is known.
    next: String,
    /// What was sent too early.
    sent: Sent,
}

/// What was sent too early.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Sent {
    /// Nothing: a page was asked for.
    #[default]
    Nothing,
    /// A form that stands on the next page.
    Form,
    /// A button that has no page of its own: its address.
    Button(String),
}

#[derive(Template)]
#[template(path = "door/step-up.html")]
struct StepUpPage {
    shell: Shell,
    onward: Onward,
    wrong: Option<String>,
    passkey: Option<AskPasskey>,
    demo: bool,
}

#[derive(Template)]
#[template(path = "door/go-on.html")]
struct GoOnPage {
    shell: Shell,
    action: String,
    fields: Vec<(String, String)>,
    minutes: i64,
    back: String,
}

/// What is answered instead of a page or to a form that needs a fresh factor.
pub(crate) fn instead(visit: &Visit<'_>, route: Route) -> Result<Answer, Trouble> {
    if route.method == Method::Get {
        return Ok(Answer::see(step_up_to(&visit.asked)));
    }
    kept::keep(visit)?;
    let onward = match kept::page_of(&visit.asked) {
        Some(stands_on) => Onward { next: stands_on.to_owned(), sent: Sent::Form },
        None => Onward { next: visit.parent_path(), sent: Sent::Button(visit.asked.clone()) },
    };
    Ok(page(visit, onward, None)?.with_status(StatusCode::FORBIDDEN))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let next = known(visit.query.get("next"));
    page(visit, Onward { next, sent: Sent::Nothing }, None)
}

fn known(next: Option<&str>) -> String {
    next.filter(|next| is_known(Method::Get, next)).unwrap_or("/").to_owned()
}

/// Where the sender of this page was going.
fn onward(visit: &Visit<'_>) -> Onward {
    let button = visit.form.get(KEPT_FOR).filter(|address| is_known(Method::Post, address));
    let sent = match button {
        Some(address) => Sent::Button(address.to_owned()),
        None if visit.form.get(KEPT).is_some() => Sent::Form,
        None => Sent::Nothing,
    };
    Onward { next: known(visit.form.get("next")), sent }
}

fn page(visit: &Visit<'_>, onward: Onward, wrong: Option<String>) -> Result<Answer, Trouble> {
    let own = visit.signed.as_ref().map(|signed| signed.actor.account);
    let demo = visit.site.demo.iter().any(|(account, ..)| Some(*account) == own);
    let passkey = match &visit.site.settings.address {
        None => None,
        Some(address) => visit
            .app
            .passkey_to_step_up(visit.actor()?)?
            .map(|asks| AskPasskey::to_answer(&visit.words, address, &asks.challenge, &asks.have, "passkey-prove")),
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = visit.shell("step-up-title").with_errors(wrong.is_some());
    "/step-up".clone_into(&mut shell.here);
    Ok(Answer::open_page(&StepUpPage { shell, onward, wrong, passkey, demo })?.with_status(status))
}

fn given(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, session) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let onward = onward(visit);
    // The one click of a demonstration: `app` refuses it everywhere else.
    let passkey = visit.form.get("passkey").filter(|answer| !answer.is_empty());
    let (outcome, not_right) = match (passkey, &visit.site.settings.address) {
        _ if visit.form.get("demo").is_some() => (visit.app.demo_step_up(session)?, "step-up-not-right"),
        (None, _) => {
            let code = visit.form.get("code").unwrap_or_default();
            (visit.app.step_up(actor, session, code)?, "step-up-not-right")
        }
        (Some(answer), Some(address)) => {
            (visit.app.step_up_with_passkey(actor, session, address, answer)?, "passkey-not-right")
        }
        (Some(_), None) => (SteppedUp::NotRight, "passkey-not-right"),
    };
    match outcome {
        SteppedUp::Fresh { cookie, .. } => {
            let cookie = cookie::session(cookie.reveal(), visit.site.settings.reached);
            Ok(go_on(visit, onward)?.with_cookie(cookie))
        }
        SteppedUp::NotRight => page(visit, onward, Some(visit.words.say(not_right).into_owned())),
        SteppedUp::TooMany { until } => {
            let hour = visit.words.hour(jiff::Timestamp::from(until));
            page(visit, onward, Some(visit.words.say1("door-too-many", "hour", hour).into_owned()))
        }
    }
}

/// To the page, on which a form that is kept stands as it was typed; or one button more, for one that stood among others. The
/// session has its form token still.
fn go_on(visit: &Visit<'_>, onward: Onward) -> Result<Answer, Trouble> {
    let Sent::Button(action) = onward.sent else { return Ok(Answer::see(onward.next)) };
    let Some(fields) = visit.app.kept_form(visit.actor()?, &action)? else { return Ok(Answer::see(onward.next)) };
    visit.app.forget_form(visit.actor()?, &action)?;
    let mut shell = visit.shell("step-up-done");
    "/".clone_into(&mut shell.here);
    let minutes = app::credential::FRESH_FACTOR / 60_000;
    Ok(Answer::open_page(&GoOnPage { shell, action, fields, minutes, back: onward.next })?)
}
