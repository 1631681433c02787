//! The shape of a route: method, path, the question it asks before it answers, and who answers.

use crate::answer::Answer;
use crate::api::contract::Contract;
use crate::desk::Lane;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// What a handler is: a plain function of the visit.
pub type Handle = fn(&Visit<'_>) -> Result<Answer, Trouble>;

/// GET or POST; nothing else is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Shows; changes nothing but the record of looks.
    Get,
    /// Does.
    Post,
}

/// How an answer that is not what was asked for is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// A page.
    Html,
    /// JSON.
    Json,
}

/// The question that a route asks before it answers. There is no route without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: it shows nothing of anybody. Says why that is so.
    Nothing(&'static str),
    /// Only whether somebody is signed in: it shows what every account may see, or the reader's own account.
    SignedIn(&'static str),
    /// `app::consult`: which file or list, in words.
    Consult(&'static str),
    /// `app::perform`: which acts, in words.
    Perform(&'static str),
}

impl Asks {
    /// The words beside the question.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nothing(words) | Self::SignedIn(words) | Self::Consult(words) | Self::Perform(words) => words,
        }
    }
}

/// One route.
#[derive(Clone, Copy)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{names}`.
    pub path: &'static str,
    /// The question.
    pub asks: Asks,
    /// The manner of speaking.
    pub speaks: Speaks,
    /// What a route of the API takes and gives.
    pub contract: Option<Contract>,
    /// Who answers.
    pub handle: Handle,
}

impl Route {
    /// A page that is shown.
    pub const fn get(path: &'static str, asks: Asks, handle: Handle) -> Self {
        Self { method: Method::Get, path, asks, speaks: Speaks::Html, contract: None, handle }
    }

    /// A form that is sent.
    pub const fn post(path: &'static str, asks: Asks, handle: Handle) -> Self {
        Self { method: Method::Post, path, asks, speaks: Speaks::Html, contract: None, handle }
    }

    /// Something that the API shows.
    pub const fn shows(path: &'static str, asks: Asks, contract: Contract, handle: Handle) -> Self {
        Self { speaks: Speaks::Json, contract: Some(contract), ..Self::get(path, asks, handle) }
    }

    /// Something that the API does.
    pub const fn does(path: &'static str, asks: Asks, contract: Contract, handle: Handle) -> Self {
        Self { speaks: Speaks::Json, contract: Some(contract), ..Self::post(path, asks, handle) }
    }

    /// The same answer, spoken as JSON: for what has no route of its own.
    #[must_use]
    pub const fn json(self) -> Self {
        Self { speaks: Speaks::Json, ..self }
    }

    /// Where it waits when there is more than can be answered.
    pub(crate) const fn lane(&self) -> Lane {
        match (self.asks, self.method) {
            (Asks::Nothing(_), _) => Lane::Door,
            (Asks::SignedIn(_) | Asks::Consult(_), Method::Get) => Lane::Reads,
            (Asks::SignedIn(_) | Asks::Consult(_), Method::Post) | (Asks::Perform(_), _) => Lane::Does,
        }
    }

    /// The line of `docs/generated/routes.txt`.
    pub fn line(&self) -> String {
        let method = match self.method {
            Method::Get => "GET ",
            Method::Post => "POST",
        };
        let words = self.asks.words();
        let question = match self.asks {
            Asks::Nothing(_) => "nothing",
            Asks::SignedIn(_) => "signed in",
            Asks::Consult(_) => "consult",
            Asks::Perform(_) => "perform",
        };
        format!("{method} {:<44} {question:<10} {words}", self.path)
    }
}
