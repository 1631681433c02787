//! What a page or an API route answers, before it becomes bytes on the network.

use app::Disclosed;
use askama::Template;
use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, ETAG, LOCATION, RETRY_AFTER, SET_COOKIE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::api::problem::Problem;
use crate::csv::Csv;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    content_type: &'static str,
    body: Vec<u8>,
    location: Option<String>,
    cookies: Vec<String>,
    retry_after: Option<u32>,
    allow: Option<&'static str>,
    challenge: Option<&'static str>,
    tag: Option<String>,
}

/// A template could not be rendered: a fault of the program.
#[derive(Debug, thiserror::Error)]
#[error("a page could not be rendered: {0}")]
pub struct NotRendered(#[from] askama::Error);

impl Answer {
    /// A page that shows something disclosed: the look is on record.
    pub fn page<P: Template>(page: &Disclosed<P>) -> Result<Self, NotRendered> {
        Self::open_page(&**page)
    }

    /// A page that shows nothing of anybody: a form before it is filled in, a rule, a way in, a refusal.
    pub fn open_page(page: &impl Template) -> Result<Self, NotRendered> {
        Ok(Self::bytes("text/html; charset=utf-8", page.render()?.into_bytes()))
    }

    /// A table that shows something disclosed.
    pub(crate) fn csv(table: &Disclosed<Csv>) -> Self {
        Self::bytes("text/csv; charset=utf-8", table.bytes())
    }

    /// A spreadsheet that shows something disclosed.
    pub(crate) fn xlsx(sheet: &Disclosed<Vec<u8>>) -> Self {
        Self::bytes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (**sheet).clone())
    }

    /// JSON that shows something disclosed.
    pub(crate) fn json<T: Serialize>(value: &Disclosed<T>) -> Self {
        Self::open_json(&**value)
    }

    /// JSON that shows nothing of anybody.
    pub(crate) fn open_json(value: &impl Serialize) -> Self {
        Self::written("application/json", value)
    }

    /// A problem.
    pub(crate) fn problem(problem: &Problem) -> Self {
        Self::written("application/problem+json", problem)
    }

    fn written(content_type: &'static str, value: &impl Serialize) -> Self {
        // Answers have named fields only and nothing that can refuse to be written; an empty body would be seen by every test.
        Self::bytes(content_type, serde_json::to_vec(value).unwrap_or_default())
    }

    /// Bytes that are public: assets, tiles.
    pub fn bytes(content_type: &'static str, body: Vec<u8>) -> Self {
        Self {
            status: StatusCode::OK,
            content_type,
            body,
            location: None,
            cookies: Vec::new(),
            retry_after: None,
            allow: None,
            challenge: None,
            tag: None,
        }
    }

    /// Goes on elsewhere with GET: what follows a form that was taken.
    pub fn see(path: impl Into<String>) -> Self {
        Self {
            status: StatusCode::SEE_OTHER,
            location: Some(path.into()),
            ..Self::bytes("text/plain; charset=utf-8", Vec::new())
        }
    }

    /// The same answer with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same answer, setting a cookie.
    #[must_use]
    pub fn with_cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// The same answer, asking to come back after so many seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The same answer, saying which methods there are.
    #[must_use]
    pub(crate) fn allowing(mut self, methods: &'static str) -> Self {
        self.allow = Some(methods);
        self
    }

    /// The same answer, saying that a token would do.
    #[must_use]
    pub(crate) fn asking_for_a_token(mut self) -> Self {
        self.challenge = Some("Bearer realm=\"passerelle\"");
        self
    }

    /// The same answer with a tag of its bytes; nothing but word of it, where the reader has it already.
    #[must_use]
    pub(crate) fn tagged(mut self, has: Option<&str>) -> Self {
        let digest = Sha256::digest(&self.body);
        let tag = format!("\"{}\"", hex::encode(digest.get(..16).unwrap_or_default()));
        let known = |has: &str| {
            has.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
        };
        if has.is_some_and(known) {
            self.status = StatusCode::NOT_MODIFIED;
            self.body = Vec::new();
        }
        self.tag = Some(tag);
        self
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Makes the response.
    pub fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Some(location) = self.location.and_then(|location| HeaderValue::try_from(location).ok()) {
            headers.insert(LOCATION, location);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(tag) = self.tag.and_then(|tag| HeaderValue::try_from(tag).ok()) {
            headers.insert(ETAG, tag);
        }
        for (name, value) in [(ALLOW, self.allow), (WWW_AUTHENTICATE, self.challenge)] {
            if let Some(value) = value {
                headers.insert(name, HeaderValue::from_static(value));
            }
        }
        for cookie in self.cookies.iter().filter_map(|cookie| HeaderValue::try_from(cookie).ok()) {
            headers.append(SET_COOKIE, cookie);
        }
        response
    }
}
