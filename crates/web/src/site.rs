//! The site: one router made from the table of routes, and from nothing else.
//!
//! INVARIANT: no answer leaves but through [`serve`](Site::router)'s one function, which reads the session, checks the
//! origin and token of every form, and says troubles.

mod strict;

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use app::budget::pace::LONGEST as LONGEST_PAUSE;
use app::credential::PublicAddress;
use app::{App, Refusal, Turn};
use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HOST, IF_NONE_MATCH, ORIGIN, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri};
use axum::response::Response;
use axum::routing::{MethodRouter, any, get, post};
use domain::Moment;
use tokio::time::Instant;

use crate::answer::Answer;
use crate::cookie;
use crate::desk::{Desk, DeskTrouble, Lane};
use crate::form::{Input, read_body};
use crate::headers::{self, Reached};
use crate::metrics::Metrics;
use crate::pages;
use crate::route::{Asks, Method, Route, Speaks};
use crate::routes;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words};

/// The type of the numbers.
const NUMBERS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

const NOT_NOW: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

/// Longest that a request waits for its turns, with something to spare for the clock.
const LONGEST_WAIT: Duration = Duration::from_millis(LONGEST_PAUSE.unsigned_abs() + 5_000);

/// Longest body of a request.
const LONGEST: usize = 256 * 1024;

/// What the site needs besides the application.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// How it is reached.
    pub reached: Reached,
    /// Where browsers reach it. Passkeys are bound to it; without it none are offered.
    pub address: Option<PublicAddress>,
    /// Threads at the desk.
    pub threads: usize,
    /// Requests that may wait.
    pub waiting: usize,
    /// Where machines may ask for the numbers; nowhere if absent.
    pub metrics: Option<SocketAddr>,
    /// Is the public feed of the directory on?
    pub public_feed: bool,
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self { reached: Reached::Plainly, address: None, threads: 64, waiting: 512, metrics: None, public_feed: false }
    }
}

/// What waits for so long, and holds no thread meanwhile.
pub type Waits = Arc<dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// The timer of the runtime.
fn by_the_runtime() -> Waits {
    Arc::new(|time| Box::pin(tokio::time::sleep(time)))
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
    metrics: Metrics,
    waits: Waits,
}

impl Site {
    /// Opens the site.
    pub fn open(app: Arc<App>, settings: SiteSettings, demo: DemoAccounts) -> std::io::Result<Arc<Self>> {
        Self::open_with(by_the_runtime(), app, settings, demo)
    }

    /// Opens the site with a timer of one's own.
    pub fn open_with(
        waits: Waits,
        app: Arc<App>,
        settings: SiteSettings,
        demo: DemoAccounts,
    ) -> std::io::Result<Arc<Self>> {
        let desk = Desk::open(settings.threads, settings.waiting)?;
        Ok(Arc::new(Self { app, settings, demo, desk, metrics: Metrics::default(), waits }))
    }

    /// Is the public feed of the directory on?
    pub fn feed(&self) -> bool {
        self.settings.public_feed
    }

    /// The router: every route of the table, the headers on every answer.
    pub fn router(self: &Arc<Self>) -> Router {
        let mut paths: BTreeMap<&'static str, (MethodRouter, Vec<Method>)> = BTreeMap::new();
        for route in routes::all() {
            let site = Arc::clone(self);
            let answer = move |params: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
                let site = Arc::clone(&site);
                async move { serve(site, route, params, request).await }
            };
            let (methods, mut offered) = paths.remove(route.path).unwrap_or_default();
            let methods = match route.method {
                Method::Get => methods.merge(get(answer)),
                Method::Post => methods.merge(post(answer)),
            };
            offered.push(route.method);
            paths.insert(route.path, (methods, offered));
        }
        let mut router = Router::new();
        for (path, (methods, offered)) in paths {
            let allowed = allowed(&offered);
            router = router.route(path, methods.fallback(self.instead(move || Trouble::Method(allowed))));
        }
        // A path that no route has: the same answer as for a file that is not there.
        let missing = self.instead(Trouble::not_found);
        headers::wear(router.fallback(missing), self.settings.reached)
    }

    /// The numbers, for an address of their own: one path, no session, no page.
    pub fn metrics_router(self: &Arc<Self>) -> Router {
        let site = Arc::clone(self);
        let tell = move || {
            let site = Arc::clone(&site);
            async move {
                let waiting = site.desk.waiting();
                let site_again = Arc::clone(&site);
                let said = site.desk.take(Lane::Door, move || site_again.metrics.text(&site_again.app, waiting)).await;
                match said {
                    Ok(Ok(text)) => Answer::bytes(NUMBERS, text.into_bytes()),
                    Ok(Err(error)) => {
                        tracing::error!(%error, "the numbers could not be told");
                        Answer::bytes("text/plain; charset=utf-8", Vec::new()).with_status(NOT_NOW).retry_after(5)
                    }
                    Err(_) => {
                        Answer::bytes("text/plain; charset=utf-8", Vec::new()).with_status(NOT_NOW).retry_after(5)
                    }
                }
                .into_response()
            }
        };
        headers::wear(Router::new().route("/metrics", get(tell)), self.settings.reached)
    }

    /// What answers a request with a trouble, whatever else it says.
    fn instead(self: &Arc<Self>, trouble: impl Fn() -> Trouble + Clone + Send + Sync + 'static) -> MethodRouter {
        let site = Arc::clone(self);
        any(move |request: Request| {
            let (site, trouble) = (Arc::clone(&site), trouble.clone());
            async move { not_done(site, request, trouble()).await }
        })
    }
}

/// The methods of a path, as the header says them.
fn allowed(offered: &[Method]) -> &'static str {
    match (offered.contains(&Method::Get), offered.contains(&Method::Post)) {
        (true, true) => "GET, HEAD, POST",
        (true, false) => "GET, HEAD",
        (false, _) => "POST",
    }
}

/// A request that no handler takes. It waits at the desk like every other, so that it takes no less time.
async fn not_done(site: Arc<Site>, request: Request, trouble: Trouble) -> Response {
    let json = request.uri().path().starts_with("/api/");
    let (parts, _) = request.into_parts();
    let route = Route::get("", Asks::Nothing("nothing is there to ask for"), |_| Err(Trouble::not_found()));
    let route = if json { route.json() } else { route };
    let words = words_of(&site, &parts.headers);
    let path = parts.uri.path().to_owned();
    let begun = Instant::now();
    let site_again = Arc::clone(&site);
    let done = site
        .desk
        .take(Lane::Reads, move || {
            let mut visit = visit(&site_again, route, BTreeMap::new(), &parts.uri, &parts.headers);
            match prepare(&mut visit, route, &parts.headers, Vec::new()) {
                Ok(()) => say(&visit, route, &trouble),
                Err(other) => say(&visit, route, &other),
            }
        })
        .await;
    respond(&site, (route, &path), begun, &words, done)
}

async fn serve(
    site: Arc<Site>,
    route: Route,
    params: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
) -> Response {
    // A path that is no text names nothing.
    let Ok(params) = params else { return not_done(site, request, Trouble::not_found()).await };
    let params: BTreeMap<String, String> =
        params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let (parts, body) = request.into_parts();
    let words = words_of(&site, &parts.headers);
    let path = parts.uri.path().to_owned();
    let begun = Instant::now();
    // What comes with a question is not read.
    let longest = if route.method == Method::Post { LONGEST } else { 0 };
    let body = if longest == 0 { Ok(Bytes::new()) } else { to_bytes(body, longest).await };
    let asked = Arc::new((params, parts, body));
    let mut waited = Duration::ZERO;
    let done = loop {
        let (site_again, asked) = (Arc::clone(&site), Arc::clone(&asked));
        let done = site.desk.take(route.lane(), move || answer(&site_again, route, &asked)).await;
        match done {
            Ok(Later(Some(wait), _)) if waited + wait <= LONGEST_WAIT => {
                // No thread and no right is held: afterwards everything is asked again.
                (site.waits)(wait).await;
                waited += wait;
            }
            done => break done.map(|Later(_, answer)| answer),
        }
    };
    respond(&site, (route, &path), begun, &words, done)
}

/// An answer, and how long to wait before it is worth asking again in its place.
struct Later(Option<Duration>, Answer);

/// What came with a request that may be answered more than once: what its path names, its head and its body.
type Came = (BTreeMap<String, String>, Parts, Result<Bytes, axum::Error>);

fn answer(site: &Site, route: Route, (params, parts, body): &Came) -> Later {
    let mut visit = visit(site, route, params.clone(), &parts.uri, &parts.headers);
    let done = body
        .as_ref()
        .map_err(|_| Trouble::TooLong)
        .and_then(|body| prepare(&mut visit, route, &parts.headers, body.to_vec()))
        .and_then(|()| (route.handle)(&visit));
    match done {
        Ok(answer) => Later(None, answer),
        Err(trouble) => Later(turn_of(&trouble, route, visit.now()), say(&visit, route, &trouble)),
    }
}

/// How long until the turn of what was asked for, if it has one. What does something is never done again by itself.
fn turn_of(trouble: &Trouble, route: Route, now: Moment) -> Option<Duration> {
    let Trouble::Refused(Refusal::Paced { opens, turn: Turn::Kept }) = trouble else { return None };
    if matches!(route.asks, Asks::Perform(_)) && route.method == Method::Post {
        return None;
    }
    Some(Duration::from_millis(opens.since(now).max(1).unsigned_abs()))
}

fn respond(
    site: &Site,
    (route, path): (Route, &str),
    begun: Instant,
    words: &Words,
    done: Result<Answer, DeskTrouble>,
) -> Response {
    let answer = done.unwrap_or_else(|trouble| {
        let trouble = match trouble {
            DeskTrouble::Full => Trouble::Busy,
            DeskTrouble::Lost => Trouble::Refused(Refusal::Fault(app::Fault::Store(store_lost()))),
        };
        trouble.without_a_visit((route, path), words)
    });
    let (status, took) = (answer.status().as_u16(), begun.elapsed());
    site.metrics.answered((route.method, route.path), status, took);
    // The template and never the path: a path has ids of files in it.
    tracing::debug!(route = route.path, method = ?route.method, status, micros = took.as_micros(), "answered");
    answer.into_response()
}

/// The words of whoever asks: in the language that they chose here, or that their browser asks for.
fn words_of(site: &Site, headers: &HeaderMap) -> Words {
    let language = cookie::read(text(headers, COOKIE))
        .get(cookie::LANGUAGE)
        .and_then(|tag| Language::from_tag(tag))
        .unwrap_or_else(|| Language::asked(text(headers, ACCEPT_LANGUAGE)));
    Words::new(language, site.app.zone().clone())
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A request that was lost at the desk is answered as when the writer has stopped: not now.
fn store_lost() -> app::StoreError {
    app::StoreError::Stopped
}

/// What a handler will see of a request, but for who asks and the body.
fn visit<'a>(
    site: &'a Site,
    route: Route,
    params: BTreeMap<String, String>,
    uri: &Uri,
    headers: &HeaderMap,
) -> Visit<'a> {
    let cookies = cookie::read(text(headers, COOKIE));
    Visit {
        site,
        app: &site.app,
        words: words_of(site, headers),
        signed: None,
        bearer: None,
        path: uri.path().to_owned(),
        params,
        asked: uri.path_and_query().map_or_else(|| uri.path().to_owned(), |asked| asked.as_str().to_owned()),
        query: uri.query().and_then(|query| read_body(query.as_bytes()).ok()).unwrap_or_default(),
        contract: route.contract,
        form: Input::default(),
        body: Vec::new(),
        cookie: cookies.get(cookie::session_name(site.settings.reached)).cloned(),
        visitor_token: cookies.get(cookie::VISITOR).cloned().unwrap_or_default(),
        client: app::credential::Client::said(text(headers, USER_AGENT)),
        if_none_match: headers.get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok()).map(str::to_owned),
        idempotency: None,
    }
}

/// Reads session and body, and refuses forms that are not the reader's own.
fn prepare(visit: &mut Visit<'_>, route: Route, headers: &HeaderMap, body: Vec<u8>) -> Result<(), Trouble> {
    if let Some(contract) = route.contract {
        strict::query(contract, visit.asked.split_once('?').map(|(_, query)| query))?;
        visit.idempotency = strict::idempotency_key(headers)?;
    }
    if let Some(contract) = route.contract
        && !matches!(route.asks, Asks::Nothing(_))
        && let Some(secret) = strict::bearer(headers)?
    {
        let bearer = visit.app.bearer(&secret)?.ok_or(Trouble::Token)?;
        let needs = contract.needs.ok_or(Trouble::TokenScope)?;
        if !needs.iter().all(|scope| bearer.scope.contains(scope)) {
            return Err(Trouble::TokenScope);
        }
        visit.bearer = Some(bearer);
    } else if !matches!(route.asks, Asks::Nothing(why) if why == routes::STATIC)
        && let Some(cookie) = &visit.cookie
    {
        visit.signed = visit.app.session(cookie)?;
    }
    if route.method == Method::Post {
        if !is_from_here(headers) {
            return Err(Trouble::Forged);
        }
        match route.speaks {
            Speaks::Html => {
                strict::content_type(headers, "application/x-www-form-urlencoded")?;
                visit.form = read_body(&body).map_err(|_| Trouble::Unreadable)?;
                if !visit.is_own_form() {
                    return Err(Trouble::Forged);
                }
            }
            Speaks::Json => {
                // A browser cannot send this type across sites without asking first, and is never told yes.
                strict::content_type(headers, "application/json")?;
                visit.body = body;
            }
        }
    }
    if matches!(route.asks, Asks::SignedIn(_) | Asks::Consult(_) | Asks::Perform(_)) {
        visit.actor()?;
    }
    Ok(())
}

/// Does what was sent come from a page of this site, or from no page at all?
fn is_from_here(headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let site = said(HeaderName::from_static("sec-fetch-site"));
    let own_origin = match said(ORIGIN) {
        None => true,
        // Our pages send no referrer, and a browser then says `null` of their forms too. It says elsewhere whose they are.
        Some("null") => site == Some("same-origin"),
        Some(origin) => {
            let host = said(HOST).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, from)| from == host)
        }
    };
    own_origin && site.is_none_or(|site| site == "same-origin" || site == "none")
}

fn say(visit: &Visit<'_>, route: Route, trouble: &Trouble) -> Answer {
    if route.speaks == Speaks::Json {
        return trouble.problem_at(&visit.words, Some(visit.now()));
    }
    match trouble {
        Trouble::SignIn => Answer::see(routes::sign_in_from(&visit.path)),
        Trouble::ChangePassword => Answer::see("/password"),
        Trouble::Refused(Refusal::NeedsFresh) => {
            pages::step_up::instead(visit, route).unwrap_or_else(|trouble| trouble.problem(&visit.words))
        }
        trouble => trouble.page(visit).unwrap_or_else(|error| Trouble::NotRendered(error).problem(&visit.words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timer_of_the_runtime_waits_as_long_as_it_is_told_and_no_thread_with_it() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let (short, long) = runtime.block_on(async {
            let begun = Instant::now();
            let (wait, once) = (by_the_runtime(), Duration::from_secs(30));
            let short = async {
                wait(Duration::from_secs(5)).await;
                begun.elapsed()
            };
            let long = async {
                wait(once).await;
                begun.elapsed()
            };
            tokio::join!(short, long)
        });
        assert_eq!([short, long].map(|took| took.as_secs()), [5, 30]);
    }
}
