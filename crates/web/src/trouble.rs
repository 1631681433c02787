//! Why a request was not answered as asked, and the page or JSON that says so.
//!
//! "Not there" and "not yours" are one answer: the same status, the same body. Nothing here shows what was asked for.

use app::{Fault, Refusal};
use askama::Template;
use axum::http::StatusCode;
use domain::admission::NotPossible;
use safeguards::Finding;
use serde_json::json;

use crate::answer::{Answer, NotRendered};
use crate::layout::Shell;
use crate::visit::Visit;
use crate::words::dashed;

/// Why a request was not answered as asked.
#[derive(Debug)]
pub enum Trouble {
    /// Nobody is signed in.
    SignIn,
    /// The password must be changed first.
    ChangePassword,
    /// A form without the token of the session, or from another site.
    Forged,
    /// The request could not be read at all: too long, not a form.
    Unreadable,
    /// `app` refused, or something broke.
    Refused(Refusal),
    /// A page could not be rendered.
    NotRendered(NotRendered),
    /// Too many requests wait.
    Busy,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

impl From<NotRendered> for Trouble {
    fn from(error: NotRendered) -> Self {
        Self::NotRendered(error)
    }
}

/// How it is said.
struct Said {
    status: StatusCode,
    /// `trouble-<code>`, `trouble-<code>-text` in the locales.
    code: &'static str,
    reason: Option<NotPossible>,
    incident: Option<String>,
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage {
    shell: Shell,
    heading: String,
    text: String,
    reason: Option<String>,
    incident: Option<String>,
    back: Option<String>,
}

impl Trouble {
    /// The one answer for "not there" and "not yours".
    pub fn not_found() -> Self {
        Self::Refused(Refusal::NotYours)
    }

    /// The findings that stopped a decision, if that is what it was.
    pub fn findings(&self) -> Option<&[Finding]> {
        match self {
            Self::Refused(Refusal::Safeguard(findings)) => Some(findings),
            _ => None,
        }
    }

    fn said(&self) -> Said {
        let plain = |status, code| Said { status, code, reason: None, incident: None };
        match self {
            Self::SignIn => plain(StatusCode::UNAUTHORIZED, "sign-in"),
            Self::ChangePassword => plain(StatusCode::FORBIDDEN, "change-password"),
            Self::Forged => plain(StatusCode::FORBIDDEN, "forged"),
            Self::Unreadable => plain(StatusCode::BAD_REQUEST, "unreadable"),
            Self::Busy => plain(StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Self::NotRendered(error) => incident(error, StatusCode::INTERNAL_SERVER_ERROR),
            Self::Refused(refusal) => match refusal {
                Refusal::NotYours => plain(StatusCode::NOT_FOUND, "not-found"),
                Refusal::NotAllowed => plain(StatusCode::FORBIDDEN, "not-allowed"),
                Refusal::NeedsFresh => plain(StatusCode::FORBIDDEN, "needs-fresh"),
                Refusal::NotPossible(reason) => {
                    Said { reason: Some(*reason), ..plain(StatusCode::CONFLICT, "not-possible") }
                }
                Refusal::Meanwhile { .. } => plain(StatusCode::CONFLICT, "meanwhile"),
                Refusal::KeyReused => plain(StatusCode::CONFLICT, "key-reused"),
                Refusal::Safeguard(_) => plain(StatusCode::CONFLICT, "safeguard"),
                Refusal::Form(_) => plain(StatusCode::UNPROCESSABLE_ENTITY, "form"),
                Refusal::InFuture => plain(StatusCode::UNPROCESSABLE_ENTITY, "in-future"),
                Refusal::Unknown(_) => plain(StatusCode::UNPROCESSABLE_ENTITY, "unknown"),
                // Nothing fails open: without its record nothing is shown, and the answer is "not now".
                Refusal::Fault(fault) => incident(fault, StatusCode::SERVICE_UNAVAILABLE),
            },
        }
    }

    /// The page that says so.
    pub fn page(&self, visit: &Visit<'_>) -> Result<Answer, NotRendered> {
        let said = self.said();
        let words = &visit.words;
        let heading = words.say(&format!("trouble-{}", said.code)).into_owned();
        let mut shell = visit.shell_titled(heading.clone());
        shell.recorded = false;
        let page = TroublePage {
            text: words.say(&format!("trouble-{}-text", said.code)).into_owned(),
            reason: said
                .reason
                .map(|reason| words.say(&format!("not-possible-{}", dashed(reason.code()))).into_owned()),
            incident: said.incident,
            back: matches!(
                said.status,
                StatusCode::CONFLICT | StatusCode::FORBIDDEN | StatusCode::UNPROCESSABLE_ENTITY
            )
            .then(|| visit.parent_path()),
            heading,
            shell,
        };
        let answer = Answer::open_page(&page)?.with_status(said.status);
        Ok(if said.status == StatusCode::SERVICE_UNAVAILABLE { answer.retry_after(5) } else { answer })
    }

    /// The JSON that says so.
    pub fn json(&self) -> Answer {
        let said = self.said();
        let mut body = json!({ "error": said.code });
        if let Some(body) = body.as_object_mut() {
            if let Some(reason) = said.reason {
                body.insert("reason".to_owned(), json!(reason.code()));
            }
            if let Some(incident) = said.incident {
                body.insert("incident".to_owned(), json!(incident));
            }
            match self {
                Self::Refused(Refusal::Form(error)) => {
                    body.insert("at".to_owned(), json!(at_of(error)));
                    body.insert("why".to_owned(), json!(error.to_string()));
                }
                Self::Refused(Refusal::Unknown(what)) => {
                    body.insert("unknown".to_owned(), json!(what));
                }
                Self::Refused(Refusal::Safeguard(findings)) => {
                    body.insert("findings".to_owned(), json!(findings));
                }
                _ => {}
            }
        }
        let answer = Answer::open_json(&body).with_status(said.status);
        if said.status == StatusCode::SERVICE_UNAVAILABLE { answer.retry_after(5) } else { answer }
    }
}

fn at_of(error: &domain::kind::NotAnAct) -> &str {
    match error {
        domain::kind::NotAnAct::Body { at, .. } => at,
        _ => "",
    }
}

/// Logs once, here at the edge, and gives a number by which the line can be found.
fn incident(error: &dyn std::fmt::Display, status: StatusCode) -> Said {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    tracing::error!(incident = number, %error, "a request could not be answered");
    Said { status, code: "fault", reason: None, incident: Some(number.to_string()) }
}
