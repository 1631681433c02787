//! Signing in and out, and who one is.

use app::sign_in::Attempt;
use app::step_up::SteppedUp;
use axum::http::StatusCode;
use domain::Moment;
use serde::Deserialize;
use serde_json::json;

use super::read;
use crate::answer::Answer;
use crate::cookie;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::post("/api/v1/session", Asks::Nothing("the way in; says the same whatever is wrong"), sign_in),
    Route::post("/api/v1/session/fresh", Asks::SignedIn("proves oneself again, for five minutes"), fresh),
    Route::post("/api/v1/session/end", Asks::SignedIn("ends the own session"), sign_out),
    Route::post("/api/v1/password", Asks::SignedIn("the own password"), password),
    Route::get("/api/v1/me", Asks::SignedIn("the own account"), me),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    sign_in: String,
    password: String,
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Password {
    old: String,
    new: String,
}

fn sign_in(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked: Given = read(visit)?;
    let reached = visit.site.settings.reached;
    match visit.app.sign_in(&asked.sign_in, &asked.password, &asked.code, visit.cookie.as_deref())? {
        Attempt::In { cookie, must_change, codes_left } => {
            let answer = Answer::open_json(&json!({ "must_change": must_change, "codes_left": codes_left }));
            Ok(answer.with_cookie(cookie::session(cookie.reveal(), reached)))
        }
        Attempt::NotRight => Ok(not_right()),
        Attempt::TooMany { until } => Ok(too_many(visit, until)),
    }
}

fn not_right() -> Answer {
    Answer::open_json(&json!({ "error": "not-right" })).with_status(StatusCode::UNAUTHORIZED)
}

fn too_many(visit: &Visit<'_>, until: Moment) -> Answer {
    let answer =
        Answer::open_json(&json!({ "error": "too-many", "until": until })).with_status(StatusCode::TOO_MANY_REQUESTS);
    let seconds = until.since(visit.now()).max(0) / 1_000;
    answer.retry_after(u32::try_from(seconds).unwrap_or(u32::MAX).saturating_add(1))
}

fn fresh(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, cookie) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    let asked: Code = read(visit)?;
    match visit.app.step_up(actor, cookie, &asked.code)? {
        SteppedUp::Fresh { cookie, until, codes_left } => {
            let answer = Answer::open_json(&json!({ "fresh_until": until, "codes_left": codes_left }));
            Ok(answer.with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached)))
        }
        SteppedUp::NotRight => Ok(not_right()),
        SteppedUp::TooMany { until } => Ok(too_many(visit, until)),
    }
}

fn sign_out(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if let (Some(signed), Some(cookie)) = (&visit.signed, &visit.cookie) {
        visit.app.sign_out(&signed.actor, cookie)?;
    }
    Ok(Answer::open_json(&json!({})).with_cookie(cookie::no_session(visit.site.settings.reached)))
}

fn password(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let signed = visit.signed.as_ref().ok_or(Trouble::SignIn)?;
    let asked: Password = read(visit)?;
    match visit.app.change_password(&signed.actor, &asked.old, &asked.new)? {
        Ok(cookie) => {
            Ok(Answer::open_json(&json!({})).with_cookie(cookie::session(cookie.reveal(), visit.site.settings.reached)))
        }
        Err(refused) => {
            let why = format!("{refused:?}");
            Ok(Answer::open_json(&json!({ "error": "password", "why": why }))
                .with_status(StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

fn me(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let signed = visit.signed.as_ref().ok_or(Trouble::SignIn)?;
    Ok(Answer::open_json(&json!({
        "account": signed.actor.account, "organisation": signed.actor.org, "capacity": signed.actor.capacity,
        "name": signed.name, "ends_at": signed.session.ends_at, "must_change": signed.session.must_change,
    })))
}
