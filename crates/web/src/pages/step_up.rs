//! Proving oneself again, where something asks for it, and going on from there: a page is opened after all, a form that was
//! sent too early is kept and sent again by one button.
//!
//! It leads to pages of this site only, and keeps nothing on the server.

use app::step_up::SteppedUp;
use askama::Template;
use axum::http::StatusCode;

use crate::answer::Answer;
use crate::cookie;
use crate::form::CSRF;
use crate::layout::Shell;
use crate::route::{Asks, Method, Route};
use crate::routes::{is_known, step_up_to};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/step-up", Asks::SignedIn("proves oneself again, for five minutes"), show),
    Route::post("/step-up", Asks::SignedIn("proves oneself again, for five minutes"), given),
];

/// Begins the name of a field that belongs to the form which was sent too early.
const KEPT: &str = "kept:";

/// Name of the field that says where that form goes.
const KEPT_FOR: &str = "kept-for";

/// Where one was going: to a page, or to send a form.
#[derive(Debug, Clone, Default)]
struct Onward {
    /// The page; the first page, if nothing else is known.
    next: String,
    /// The form: its address, and what was typed.
    form: Option<(String, Vec<(String, String)>)>,
}

#[derive(Template)]
#[template(path = "door/step-up.html")]
struct StepUpPage {
    shell: Shell,
    onward: Onward,
    wrong: Option<String>,
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
    let fields = visit.form.pairs().iter().filter(|(name, _)| name != CSRF).cloned().collect();
    let onward = Onward { next: visit.parent_path(), form: Some((visit.asked.clone(), fields)) };
    Ok(page(visit, onward, None)?.with_status(StatusCode::FORBIDDEN))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let next = known(visit.query.get("next"));
    page(visit, Onward { next, form: None }, None)
}

fn known(next: Option<&str>) -> String {
    next.filter(|next| is_known(Method::Get, next)).unwrap_or("/").to_owned()
}

/// Where the sender of this page was going.
fn onward(visit: &Visit<'_>) -> Onward {
    let kept = visit.form.pairs().iter().filter_map(|(name, value)| Some((name.strip_prefix(KEPT)?.to_owned(), value)));
    let fields = kept.map(|(name, value)| (name, value.clone())).collect();
    let address = visit.form.get(KEPT_FOR).filter(|address| is_known(Method::Post, address));
    Onward { next: known(visit.form.get("next")), form: address.map(|address| (address.to_owned(), fields)) }
}

fn page(visit: &Visit<'_>, onward: Onward, wrong: Option<String>) -> Result<Answer, Trouble> {
    let own = visit.signed.as_ref().map(|signed| signed.actor.account);
    let demo = visit.site.demo.iter().any(|(account, ..)| Some(*account) == own);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = visit.shell("step-up-title").with_errors(wrong.is_some());
    "/step-up".clone_into(&mut shell.here);
    Ok(Answer::open_page(&StepUpPage { shell, onward, wrong, demo })?.with_status(status))
}

fn given(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, session) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let onward = onward(visit);
    // The one click of a demonstration: `app` refuses it everywhere else.
    let outcome = if visit.form.get("demo").is_some() {
        visit.app.demo_step_up(session)?
    } else {
        visit.app.step_up(actor, session, visit.form.get("code").unwrap_or_default())?
    };
    match outcome {
        SteppedUp::Fresh { cookie, .. } => {
            let cookie = cookie::session(cookie.reveal(), visit.site.settings.reached);
            Ok(go_on(visit, onward)?.with_cookie(cookie))
        }
        SteppedUp::NotRight => page(visit, onward, Some(visit.words.say("step-up-not-right").into_owned())),
        SteppedUp::TooMany { until } => {
            let hour = visit.words.hour(jiff::Timestamp::from(until));
            page(visit, onward, Some(visit.words.say1("door-too-many", "hour", hour).into_owned()))
        }
    }
}

/// To the page; or one button more, for the form that was kept. The session has its form token still.
fn go_on(visit: &Visit<'_>, onward: Onward) -> Result<Answer, Trouble> {
    let Some((action, fields)) = onward.form else { return Ok(Answer::see(onward.next)) };
    let mut shell = visit.shell("step-up-done");
    "/".clone_into(&mut shell.here);
    let minutes = app::credential::FRESH_FACTOR / 60_000;
    Ok(Answer::open_page(&GoOnPage { shell, action, fields, minutes, back: onward.next })?)
}
