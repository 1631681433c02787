//! The site: one router made from the table of routes, and from nothing else.
//!
//! INVARIANT: no answer leaves but through [`serve`](Site::router)'s one function, which reads the session, checks the
//! origin and token of every form, and says troubles.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::App;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{RawPathParams, Request};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Uri};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};

use crate::answer::Answer;
use crate::cookie;
use crate::desk::{Desk, DeskTrouble};
use crate::form::{Input, read_body};
use crate::headers::{self, Reached};
use crate::pages;
use crate::route::{Asks, Method, Route, Speaks};
use crate::routes;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words};

/// Longest body of a request.
const LONGEST: usize = 256 * 1024;

/// What the site needs besides the application.
#[derive(Debug, Clone, Copy)]
pub struct SiteSettings {
    /// How it is reached.
    pub reached: Reached,
    /// Threads at the desk.
    pub threads: usize,
    /// Requests that may wait.
    pub waiting: usize,
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self { reached: Reached::Plainly, threads: 64, waiting: 512 }
    }
}

/// Accounts of a demonstration that anybody may sign in to with one click: capacity, name, organisation.
pub type DemoAccounts = Vec<(domain::AccountId, domain::Capacity, String, String)>;

/// The site.
pub struct Site {
    /// The application.
    pub app: Arc<App>,
    /// Settings.
    pub settings: SiteSettings,
    /// One-click accounts; empty but in a demonstration.
    pub demo: DemoAccounts,
    desk: Desk,
}

impl Site {
    /// Opens the site.
    pub fn open(app: Arc<App>, settings: SiteSettings, demo: DemoAccounts) -> std::io::Result<Arc<Self>> {
        let desk = Desk::open(settings.threads, settings.waiting)?;
        Ok(Arc::new(Self { app, settings, demo, desk }))
    }

    /// The router: every route of the table, the headers on every answer.
    pub fn router(self: &Arc<Self>) -> Router {
        let mut paths: BTreeMap<&'static str, MethodRouter> = BTreeMap::new();
        for route in routes::all() {
            let site = Arc::clone(self);
            let answer = move |params: RawPathParams, request: Request| {
                let site = Arc::clone(&site);
                async move { serve(site, route, &params, request).await }
            };
            let methods = paths.remove(route.path).unwrap_or_default();
            let methods = match route.method {
                Method::Get => methods.merge(get(answer)),
                Method::Post => methods.merge(post(answer)),
            };
            paths.insert(route.path, methods);
        }
        let mut router = Router::new();
        for (path, methods) in paths {
            router = router.route(path, methods);
        }
        let site = Arc::clone(self);
        let missing = move |request: Request| {
            let site = Arc::clone(&site);
            async move { not_there(site, request).await }
        };
        headers::wear(router.fallback(missing), self.settings.reached)
    }
}

/// A path that no route has: the same answer as for a file that is not there.
async fn not_there(site: Arc<Site>, request: Request) -> Response {
    let json = request.uri().path().starts_with("/api/");
    let (parts, _) = request.into_parts();
    let route = Route::get("", Asks::Nothing("no such page"), |_| Err(Trouble::not_found()));
    let route = if json { route.json() } else { route };
    let site_again = Arc::clone(&site);
    let done = site
        .desk
        .take(move || answer(&site_again, route, BTreeMap::new(), &parts.uri, &parts.headers, Vec::new()))
        .await;
    respond(&site, route, done)
}

async fn serve(site: Arc<Site>, route: Route, params: &RawPathParams, request: Request) -> Response {
    let params: BTreeMap<String, String> =
        params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LONGEST).await else {
        return respond(&site, route, Ok(Trouble::Unreadable.json()));
    };
    let site_again = Arc::clone(&site);
    let done =
        site.desk.take(move || answer(&site_again, route, params, &parts.uri, &parts.headers, body.to_vec())).await;
    respond(&site, route, done)
}

fn respond(_site: &Site, _route: Route, done: Result<Answer, DeskTrouble>) -> Response {
    let answer = done.unwrap_or_else(|trouble| {
        let trouble = match trouble {
            DeskTrouble::Full => Trouble::Busy,
            DeskTrouble::Lost => Trouble::Refused(app::Refusal::Fault(app::Fault::Store(store_lost()))),
        };
        trouble.json()
    });
    answer.into_response()
}

/// A request that was lost at the desk is answered as when the writer has stopped: not now.
fn store_lost() -> app::StoreError {
    app::StoreError::Stopped
}

/// Answers one request, on a thread of the desk.
fn answer(
    site: &Site,
    route: Route,
    params: BTreeMap<String, String>,
    uri: &Uri,
    headers: &HeaderMap,
    body: Vec<u8>,
) -> Answer {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookies = cookie::read(text(COOKIE));
    let language = cookies
        .get(cookie::LANGUAGE)
        .and_then(|tag| Language::from_tag(tag))
        .unwrap_or_else(|| Language::asked(text(ACCEPT_LANGUAGE)));
    let words = Words::new(language, site.app.zone().clone());
    let mut visit = Visit {
        site,
        app: &site.app,
        words,
        signed: None,
        path: uri.path().to_owned(),
        params,
        asked: uri.path_and_query().map_or_else(|| uri.path().to_owned(), |asked| asked.as_str().to_owned()),
        query: uri.query().and_then(|query| read_body(query.as_bytes()).ok()).unwrap_or_default(),
        form: Input::default(),
        body: Vec::new(),
        cookie: cookies.get(cookie::session_name(site.settings.reached)).cloned(),
        visitor_token: cookies.get(cookie::VISITOR).cloned().unwrap_or_default(),
        idempotency: headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::to_owned),
    };
    let done = prepare(&mut visit, route, headers, body).and_then(|()| (route.handle)(&visit));
    done.unwrap_or_else(|trouble| say(&visit, route, &trouble))
}

/// Reads session and body, and refuses forms that are not the reader's own.
fn prepare(visit: &mut Visit<'_>, route: Route, headers: &HeaderMap, body: Vec<u8>) -> Result<(), Trouble> {
    if !matches!(route.asks, Asks::Nothing(why) if why == routes::STATIC)
        && let Some(cookie) = &visit.cookie
    {
        visit.signed = visit.app.session(cookie)?;
    }
    if route.method == Method::Post {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let site = text(HeaderName::from_static("sec-fetch-site"));
        let own_site = site.is_none_or(|site| site == "same-origin" || site == "none");
        let own_origin = match text(ORIGIN) {
            None => true,
            // Our pages send no referrer, and a browser then says `null` of their forms too. It says elsewhere whose they are.
            Some("null") => site == Some("same-origin"),
            Some(origin) => {
                let host = text(HOST).unwrap_or_default();
                origin.split_once("://").is_some_and(|(_, from)| from == host)
            }
        };
        if !own_origin || !own_site {
            return Err(Trouble::Forged);
        }
        let sent_as =
            text(CONTENT_TYPE).unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match route.speaks {
            Speaks::Html => {
                if sent_as != "application/x-www-form-urlencoded" {
                    return Err(Trouble::Unreadable);
                }
                visit.form = read_body(&body).map_err(|_| Trouble::Unreadable)?;
                if !visit.is_own_form() {
                    return Err(Trouble::Forged);
                }
            }
            Speaks::Json => {
                // A browser cannot send this type across sites without asking first, and is never told yes.
                if sent_as != "application/json" {
                    return Err(Trouble::Unreadable);
                }
                visit.body = body;
            }
        }
    }
    if matches!(route.asks, Asks::SignedIn(_) | Asks::Consult(_) | Asks::Perform(_)) {
        visit.actor()?;
    }
    Ok(())
}

fn say(visit: &Visit<'_>, route: Route, trouble: &Trouble) -> Answer {
    if route.speaks == Speaks::Json {
        return trouble.json();
    }
    match trouble {
        Trouble::SignIn => Answer::see(routes::sign_in_from(&visit.path)),
        Trouble::ChangePassword => Answer::see("/password"),
        Trouble::Refused(app::Refusal::NeedsFresh) => {
            pages::step_up::instead(visit, route).unwrap_or_else(|trouble| trouble.json())
        }
        trouble => trouble.page(visit).unwrap_or_else(|error| Trouble::NotRendered(error).json()),
    }
}
