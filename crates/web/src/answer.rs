//! What a page or an API route answers, before it becomes bytes on the network.

use app::Disclosed;
use askama::Template;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    content_type: &'static str,
    body: Vec<u8>,
    location: Option<String>,
    cookies: Vec<String>,
    retry_after: Option<u32>,
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

    /// JSON that shows something disclosed.
    pub fn json(value: &Disclosed<serde_json::Value>) -> Self {
        Self::open_json(value)
    }

    /// JSON that shows nothing of anybody.
    pub fn open_json(value: &serde_json::Value) -> Self {
        Self::bytes("application/json", value.to_string().into_bytes())
    }

    /// Bytes that are public: assets, tiles.
    pub fn bytes(content_type: &'static str, body: Vec<u8>) -> Self {
        Self { status: StatusCode::OK, content_type, body, location: None, cookies: Vec::new(), retry_after: None }
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
        for cookie in self.cookies.iter().filter_map(|cookie| HeaderValue::try_from(cookie).ok()) {
            headers.append(SET_COOKIE, cookie);
        }
        response
    }
}
