//! What the API says when it does not answer as asked: a problem as RFC 9457 has it, with a code for programs and words in
//! the reader's language.

use std::borrow::Cow;

use axum::http::StatusCode;
use domain::admission::NotPossible;
use serde::{Deserialize, Serialize};

use super::answers::Finding;

domain::codes! {
    /// What kind of problem it is. Each has its words in the locales under `trouble-<code>`.
    pub ProblemCode as "problem" {
        /// Nobody is signed in.
        SignIn = "sign-in",
        /// Name, password or code was not right.
        NotRight = "not-right",
        /// The token does not stand.
        Token = "token",
        /// The token is not for this.
        TokenScope = "token-scope",
        /// The password must be changed first.
        ChangePassword = "change-password",
        /// From another site.
        Forged = "forged",
        /// A second factor is needed again.
        NeedsFresh = "needs-fresh",
        /// Not allowed.
        NotAllowed = "not-allowed",
        /// The request could not be read.
        Unreadable = "unreadable",
        /// A part of the request is not one that the route has.
        Strange = "strange",
        /// Not there, or not yours.
        NotFound = "not-found",
        /// The path has no such method.
        Method = "method",
        /// Not possible as things stand.
        NotPossible = "not-possible",
        /// A decision, while the clock cannot be relied on.
        ClockStepped = "clock-stepped",
        /// Somebody acted meanwhile.
        Meanwhile = "meanwhile",
        /// The key belongs to another deed.
        KeyReused = "key-reused",
        /// A safeguard forbids it.
        Safeguard = "safeguard",
        /// The time lies in the future.
        InFuture = "in-future",
        /// Something named is not known or not open.
        Unknown = "unknown",
        /// The body is too long.
        TooLong = "too-long",
        /// The body is of another type.
        WrongType = "wrong-type",
        /// The form could not be read.
        Form = "form",
        /// The new password was not taken.
        Password = "password",
        /// Too many tries.
        TooMany = "too-many",
        /// As much was looked at as an hour allows.
        OverBudget = "over-budget",
        /// So much was looked at that files open one after another, and this one not yet.
        Paced = "paced",
        /// Too many requests wait.
        Busy = "busy",
        /// No space is left on the disk of the server.
        NoSpace = "no-space",
        /// Something broke.
        Fault = "fault",
    }
}

impl ProblemCode {
    /// The key of its heading in the locales.
    pub fn key(self) -> String {
        format!("trouble-{}", self.code())
    }

    /// The statuses under which it comes.
    pub const fn status(self) -> u16 {
        match self {
            Self::Unreadable | Self::Strange => 400,
            Self::SignIn | Self::NotRight | Self::Token => 401,
            Self::TokenScope | Self::ChangePassword | Self::Forged | Self::NeedsFresh | Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::NotPossible
            | Self::ClockStepped
            | Self::Meanwhile
            | Self::KeyReused
            | Self::Safeguard
            | Self::InFuture
            | Self::Unknown => 409,
            Self::TooLong => 413,
            Self::WrongType => 415,
            Self::Form | Self::Password => 422,
            Self::TooMany | Self::OverBudget | Self::Paced => 429,
            Self::Busy | Self::NoSpace | Self::Fault => 503,
        }
    }
}

/// A problem.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Always `about:blank`: what kind it is stands in `code`.
    #[serde(rename = "type")]
    kind: String,
    /// A heading for people.
    title: String,
    /// The status of the answer.
    status: u16,
    /// A sentence for people: what it means and what to do.
    pub(crate) detail: String,
    /// What kind it is, for programs.
    code: ProblemCode,
    /// Where in the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<String>,
    /// What is wrong there, as the decoder says it; in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    /// Why it is not possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<NotPossible>,
    /// What is not known or not open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown: Option<String>,
    /// The findings that stop a decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) findings: Option<Vec<Finding>>,
    /// Where a second factor is given, if that is what is missing: send a code there, and ask again with the new cookie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) step_up: Option<String>,
    /// The number under which the log of the program has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) incident: Option<String>,
}

impl Problem {
    /// A problem without particulars.
    pub(crate) fn new(
        status: StatusCode,
        code: ProblemCode,
        title: Cow<'static, str>,
        detail: Cow<'static, str>,
    ) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: title.into_owned(),
            status: status.as_u16(),
            detail: detail.into_owned(),
            code,
            field: None,
            why: None,
            reason: None,
            unknown: None,
            findings: None,
            step_up: None,
            incident: None,
        }
    }
}
