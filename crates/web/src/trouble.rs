//! Why a request was not answered as asked, and the page or JSON that says so.
//!
//! "Not there" and "not yours" are one answer: the same status, the same body. Nothing here shows what was asked for.

use app::sign_in::PasswordRefused;
use app::{Fault, Refusal, StoreError};
use askama::Template;
use axum::http::StatusCode;
use domain::Moment;
use domain::admission::NotPossible;
use domain::moment::HOUR;
use safeguards::Finding;

use crate::answer::{Answer, NotRendered};
use crate::api::problem::{Problem, ProblemCode};
use crate::layout::Shell;
use crate::route::{Route, Speaks};
use crate::visit::Visit;
use crate::words::{Words, dashed};

/// Why a request was not answered as asked.
#[derive(Debug)]
pub enum Trouble {
    /// Nobody is signed in.
    SignIn,
    /// The token does not stand: not one of ours, over, revoked, or its account is closed.
    Token,
    /// The token is not for this.
    TokenScope,
    /// The password must be changed first.
    ChangePassword,
    /// A form without the token of the session, or from another site.
    Forged,
    /// The request could not be read at all: not a form, not JSON.
    Unreadable,
    /// This part of a request is not one that the route has, or comes twice, or says nothing that can be meant.
    Strange(String),
    /// The path has no such method; those it has.
    Method(&'static str),
    /// The body is too long.
    TooLong,
    /// The body is of another type.
    WrongType,
    /// Name, password or code was not right.
    NotRight,
    /// Too many tries.
    TooMany {
        /// Seconds until the next one counts.
        seconds: u32,
    },
    /// The new password was not taken.
    Password(PasswordRefused),
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
    code: ProblemCode,
    reason: Option<NotPossible>,
    incident: Option<String>,
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage {
    shell: Shell,
    heading: String,
    text: String,
    more: Vec<String>,
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
        use ProblemCode as Code;
        let plain = |status, code| Said { status, code, reason: None, incident: None };
        match self {
            Self::SignIn => plain(StatusCode::UNAUTHORIZED, Code::SignIn),
            Self::Token => plain(StatusCode::UNAUTHORIZED, Code::Token),
            Self::TokenScope => plain(StatusCode::FORBIDDEN, Code::TokenScope),
            Self::NotRight => plain(StatusCode::UNAUTHORIZED, Code::NotRight),
            Self::ChangePassword => plain(StatusCode::FORBIDDEN, Code::ChangePassword),
            Self::Forged => plain(StatusCode::FORBIDDEN, Code::Forged),
            Self::Unreadable => plain(StatusCode::BAD_REQUEST, Code::Unreadable),
            Self::Strange(_) => plain(StatusCode::BAD_REQUEST, Code::Strange),
            Self::Method(_) => plain(StatusCode::METHOD_NOT_ALLOWED, Code::Method),
            Self::TooLong => plain(StatusCode::PAYLOAD_TOO_LARGE, Code::TooLong),
            Self::WrongType => plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::WrongType),
            Self::TooMany { .. } => plain(StatusCode::TOO_MANY_REQUESTS, Code::TooMany),
            Self::Password(_) => plain(StatusCode::UNPROCESSABLE_ENTITY, Code::Password),
            Self::Busy => plain(StatusCode::SERVICE_UNAVAILABLE, Code::Busy),
            Self::NotRendered(error) => incident(error, StatusCode::INTERNAL_SERVER_ERROR),
            Self::Refused(refusal) => match refusal {
                Refusal::NotYours => plain(StatusCode::NOT_FOUND, Code::NotFound),
                Refusal::NotAllowed => plain(StatusCode::FORBIDDEN, Code::NotAllowed),
                Refusal::NeedsFresh => plain(StatusCode::FORBIDDEN, Code::NeedsFresh),
                Refusal::ClockStepped => plain(StatusCode::CONFLICT, Code::ClockStepped),
                Refusal::NotPossible(reason) => {
                    Said { reason: Some(*reason), ..plain(StatusCode::CONFLICT, Code::NotPossible) }
                }
                Refusal::Meanwhile { .. } => plain(StatusCode::CONFLICT, Code::Meanwhile),
                Refusal::KeyReused => plain(StatusCode::CONFLICT, Code::KeyReused),
                Refusal::Safeguard(_) => plain(StatusCode::CONFLICT, Code::Safeguard),
                Refusal::Form(_) => plain(StatusCode::UNPROCESSABLE_ENTITY, Code::Form),
                // Well said, but not as things stand: another day, or once what is named is there, it would be taken.
                Refusal::InFuture => plain(StatusCode::CONFLICT, Code::InFuture),
                Refusal::Unknown(_) => plain(StatusCode::CONFLICT, Code::Unknown),
                Refusal::OverBudget { .. } => plain(StatusCode::TOO_MANY_REQUESTS, Code::OverBudget),
                Refusal::Paced { .. } => plain(StatusCode::TOO_MANY_REQUESTS, Code::Paced),
                // Nothing fails open: without its record nothing is shown, and the answer is "not now".
                Refusal::Fault(Fault::Store(StoreError::Overloaded | StoreError::Busy)) => {
                    plain(StatusCode::SERVICE_UNAVAILABLE, Code::Busy)
                }
                Refusal::Fault(Fault::Store(StoreError::Full)) => {
                    tracing::error!("no space is left on the disk: nothing is shown or done until there is");
                    plain(StatusCode::SERVICE_UNAVAILABLE, Code::NoSpace)
                }
                Refusal::Fault(fault) => incident(fault, StatusCode::SERVICE_UNAVAILABLE),
            },
        }
    }

    /// The same without anything known of who asks: for a request that was not begun.
    pub(crate) fn without_a_visit(&self, (route, path): (Route, &str), words: &Words) -> Answer {
        if route.speaks == Speaks::Json {
            return self.problem(words);
        }
        let said = self.said();
        let heading = words.say(&said.code.key()).into_owned();
        let page = TroublePage {
            text: words.say(&format!("{}-text", said.code.key())).into_owned(),
            more: Vec::new(),
            reason: None,
            incident: said.incident,
            back: None,
            shell: Shell::new(words.clone(), heading.clone(), path),
            heading,
        };
        match Answer::open_page(&page) {
            Ok(answer) => self.dressed(answer.with_status(said.status), None),
            Err(_) => self.problem(words),
        }
    }

    /// The page that says so.
    pub fn page(&self, visit: &Visit<'_>) -> Result<Answer, NotRendered> {
        let said = self.said();
        let words = &visit.words;
        let heading = words.say(&said.code.key()).into_owned();
        let mut shell = visit.shell_titled(heading.clone());
        shell.recorded = false;
        let page = TroublePage {
            text: words.say(&format!("{}-text", said.code.key())).into_owned(),
            more: self.more(words),
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
        Ok(self.dressed(Answer::open_page(&page)?.with_status(said.status), Some(visit.now())))
    }

    /// What more is said of this one: how much, when it goes on, whom to ask.
    fn more(&self, words: &Words) -> Vec<String> {
        if let Self::Refused(Refusal::Paced { opens, .. }) = self {
            let when = words.moment(jiff::Timestamp::from(*opens));
            return vec![
                words.say1("budget-paced-from", "when", when).into_owned(),
                words.say("budget-ask").into_owned(),
            ];
        }
        let Self::Refused(Refusal::OverBudget { what, limit, until }) = self else { return Vec::new() };
        let limit = words.say1(&format!("budget-limit-{}", what.code()), "limit", *limit);
        let when = words.moment(jiff::Timestamp::from(*until));
        vec![
            limit.into_owned(),
            words.say1("budget-goes-on", "when", when).into_owned(),
            words.say("budget-ask").into_owned(),
        ]
    }

    /// The headers that belong to the status.
    fn dressed(&self, answer: Answer, now: Option<Moment>) -> Answer {
        match self {
            Self::Refused(Refusal::OverBudget { until, .. } | Refusal::Paced { opens: until, .. }) => {
                // Never a second too early, and never longer than the hour that is counted.
                let left = now.map_or(HOUR, |now| until.since(now)).clamp(1, HOUR);
                answer.retry_after(u32::try_from((left + 999) / 1_000).unwrap_or(u32::MAX))
            }
            Self::Method(allowed) => answer.allowing(allowed),
            Self::TooMany { seconds } => answer.retry_after(*seconds),
            _ if answer.status() == StatusCode::SERVICE_UNAVAILABLE => answer.retry_after(5),
            _ => answer,
        }
    }

    /// The same as a problem (RFC 9457), for whoever asked the API.
    pub fn problem(&self, words: &Words) -> Answer {
        self.problem_at(words, None)
    }

    /// The same, at a moment from which it can be said how long to wait.
    pub fn problem_at(&self, words: &Words, now: Option<Moment>) -> Answer {
        let said = self.said();
        let reason = said.reason.map(|reason| format!("not-possible-{}", dashed(reason.code())));
        let detail = reason.unwrap_or_else(|| format!("{}-text", said.code.key()));
        let mut problem = Problem::new(said.status, said.code, words.say(&said.code.key()), words.say(&detail));
        problem.reason = said.reason;
        problem.incident = said.incident;
        match self {
            Self::Strange(field) => problem.field = Some(field.clone()),
            Self::Password(refused) => {
                let (field, key) = crate::pages::door::password_refused(*refused);
                problem.field = Some(field.to_owned());
                problem.detail = words.say(key).into_owned();
            }
            Self::Refused(Refusal::Form(error)) => {
                problem.field = Some(at_of(error).to_owned());
                problem.why = Some(error.to_string());
            }
            Self::Refused(Refusal::NeedsFresh) => {
                problem.step_up = Some(crate::api::STEP_UP.to_owned());
                problem.detail = words.say1("fresh-by-api", "path", crate::api::STEP_UP).into_owned();
            }
            Self::Refused(Refusal::OverBudget { .. } | Refusal::Paced { .. }) => {
                problem.detail = std::iter::once(problem.detail).chain(self.more(words)).collect::<Vec<_>>().join(" ");
            }
            Self::Refused(Refusal::Unknown(what)) => problem.unknown = Some((*what).to_owned()),
            Self::Refused(Refusal::Safeguard(findings)) => {
                problem.findings = Some(findings.iter().map(Into::into).collect());
            }
            _ => {}
        }
        let answer = Answer::problem(&problem).with_status(said.status);
        // Who is told to sign in is told how: with a session, or as a client with a token.
        let answer = if matches!(self, Self::SignIn | Self::Token) { answer.asking_for_a_token() } else { answer };
        self.dressed(answer, now)
    }
}

fn at_of(error: &domain::kind::NotAnAct) -> &str {
    match error {
        domain::kind::NotAnAct::Body { at, .. } => at,
        domain::kind::NotAnAct::Kind(_) => "kind",
        domain::kind::NotAnAct::Version(_) => "version",
    }
}

/// Logs once, here at the edge, and gives a number by which the line can be found.
fn incident(error: &dyn std::fmt::Display, status: StatusCode) -> Said {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    tracing::error!(incident = number, %error, "a request could not be answered");
    Said { status, code: ProblemCode::Fault, reason: None, incident: Some(number.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Asks;
    use crate::words::Language;

    fn told(trouble: &Trouble, route: Route, language: Language) -> (StatusCode, Option<String>, String) {
        let words = Words::new(language, jiff::tz::TimeZone::UTC);
        let response = trouble.without_a_visit((route, "/cases"), &words).into_response();
        let after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
        let status = response.status();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let body = runtime.block_on(axum::body::to_bytes(response.into_body(), usize::MAX)).unwrap();
        (status, after, String::from_utf8(body.to_vec()).unwrap())
    }

    #[test]
    fn who_is_turned_away_is_told_when_to_come_back_in_their_own_language() {
        let page = Route::get("/cases", Asks::Consult("a list"), |_| Err(Trouble::not_found()));
        for (language, says) in
            [(Language::En, "lang=\"en\""), (Language::Fr, "lang=\"fr\""), (Language::Ar, "dir=\"rtl\"")]
        {
            let (status, after, body) = told(&Trouble::Busy, page, language);
            assert_eq!((status, after.as_deref()), (StatusCode::SERVICE_UNAVAILABLE, Some("5")));
            assert!(body.contains("<h1>") && body.contains(says), "{body}");
        }
        let (status, after, body) = told(&Trouble::Busy, page.json(), Language::En);
        assert_eq!((status, after.as_deref()), (StatusCode::SERVICE_UNAVAILABLE, Some("5")));
        assert!(body.contains("\"code\":\"busy\""), "{body}");
    }

    #[test]
    fn a_full_disk_is_told_as_one_with_what_to_do() {
        let full = Trouble::from(Fault::Store(StoreError::Full));
        let page = Route::get("/cases", Asks::Consult("a list"), |_| Err(Trouble::not_found()));
        let (status, after, body) = told(&full, page.json(), Language::En);
        assert_eq!((status, after.as_deref()), (StatusCode::SERVICE_UNAVAILABLE, Some("5")));
        assert!(body.contains("\"code\":\"no-space\"") && body.contains("free space"), "{body}");
        let (_, _, body) = told(&Trouble::from(Fault::Store(StoreError::Overloaded)), page.json(), Language::En);
        assert!(body.contains("\"code\":\"busy\""), "too much is no fault: {body}");
    }
}
