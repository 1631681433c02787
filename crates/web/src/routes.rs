//! The table of routes: every path there is, with the question it asks.

use crate::pages;
use crate::route::{Asks, Method, Route, Speaks};

/// Why a route reads no session: what it serves is the same for everybody.
pub const STATIC: &str = "the same for everybody, nothing of anybody";

/// Every route, in the order of the document.
pub fn all() -> Vec<Route> {
    let mut routes = [
        pages::door::ROUTES,
        pages::step_up::ROUTES,
        pages::sign_ins::ROUTES,
        pages::passkeys::ROUTES,
        pages::clock::ROUTES,
        pages::public::ROUTES,
        pages::log::ROUTES,
        pages::home::ROUTES,
        pages::cases::ROUTES,
        pages::case::ROUTES,
        pages::reallocate::ROUTES,
        pages::wing::ROUTES,
        pages::emergency::ROUTES,
        pages::emergencies::ROUTES,
        pages::findings::ROUTES,
        pages::duty::ROUTES,
        pages::protection::ROUTES,
        pages::rules::ROUTES,
        pages::organisations::ROUTES,
        pages::posts::ROUTES,
        pages::inspections::ROUTES,
        pages::acting_for::ROUTES,
        pages::accounts::ROUTES,
        pages::tokens::ROUTES,
        pages::services::ROUTES,
        pages::referrals::ROUTES,
        pages::referral::ROUTES,
        pages::notes::ROUTES,
        pages::vault::ROUTES,
    ]
    .concat();
    routes.extend(crate::hsds::ROUTES);
    routes.extend(crate::api::routes());
    routes
}

/// `docs/generated/routes.txt`.
pub fn document() -> String {
    let mut text = String::from(
        "Every route, with the question it asks before it answers.\n\n\
         nothing    shows nothing of anybody\n\
         signed in  shows what every account may see, or the reader's own account\n\
         consult    asks app::consult: grounds, parts, a durable entry of the look; otherwise the one 404\n\
         perform    asks app::perform: permit, admission, safeguards, a durable act; otherwise a reasoned refusal\n\n",
    );
    for route in all() {
        text.push_str(route.line().trim_end());
        text.push('\n');
    }
    text
}

/// The way in, from a page that asked for it.
pub fn sign_in_from(path: &str) -> String {
    if path == "/" || !is_local(path) { "/sign-in".to_owned() } else { format!("/sign-in?back={}", encoded(path)) }
}

/// Is it a path of this site, so that going back there leads nowhere else?
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_.?=&%~".contains(&byte))
}

/// Proving oneself again, on the way to a page.
pub fn step_up_to(asked: &str) -> String {
    if is_known(Method::Get, asked) { format!("/step-up?next={}", encoded(asked)) } else { "/step-up".to_owned() }
}

/// Is it an address of a page that this site has? Nobody is led anywhere else, nor into the API, nor round in a circle.
pub fn is_known(method: Method, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let fits = |route: &Route| {
        let (mut asked, mut known) = (path.split('/'), route.path.split('/'));
        loop {
            match (asked.next(), known.next()) {
                (None, None) => return true,
                (Some(asked), Some(known)) if asked == known || (known.starts_with('{') && !asked.is_empty()) => {}
                _ => return false,
            }
        }
    };
    let on_the_way = ["/step-up", "/sign-in", "/sign-out"];
    is_local(address)
        && !on_the_way.contains(&path)
        && all().iter().any(|route| route.method == method && route.speaks == Speaks::Html && fits(route))
}

fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('&', "%26").replace('?', "%3F").replace('=', "%3D")
}

/// The questions of routes that only static things ask.
pub const fn nothing() -> Asks {
    Asks::Nothing(STATIC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_of_another_site_is_local() {
        assert!(is_local("/cases/x?step=plan"));
        for elsewhere in ["//evil.example", "https://evil.example", "cases", "/a\\b", "/a b", "/\u{1}"] {
            assert!(!is_local(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn only_pages_of_this_site_are_gone_on_to() {
        for known in ["/", "/cases", "/cases/x", "/cases/x/plan/print?lang=ar", "/cases?step=plan"] {
            assert!(is_known(Method::Get, known), "{known}");
        }
        for elsewhere in [
            "",
            "//evil.example",
            "https://evil.example/",
            "/\\evil.example",
            "/cases/",
            "/cases/x/y/z/w",
            "/nowhere",
            "/api/v1/me",
            "/step-up?next=/",
            "/sign-in",
            "/cases\n/x",
        ] {
            assert!(!is_known(Method::Get, elsewhere), "{elsewhere}");
        }
        assert!(is_known(Method::Post, "/password") && !is_known(Method::Post, "/cases"));
    }

    #[test]
    fn every_route_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for route in all() {
            assert!(seen.insert((route.path, route.method)), "{} twice", route.path);
        }
    }
}
