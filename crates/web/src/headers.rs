//! The headers that every answer wears, whatever its status: nothing is loaded from anybody else, nothing is framed, nothing is kept
//! by a browser or a proxy but the style sheet and the public log.
//!
//! It looks at no session and no right. Cookies are set by the session alone.

use axum::{
    Router,
    extract::Request,
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, SERVER, STRICT_TRANSPORT_SECURITY, VARY,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::{self, Next},
    response::Response,
};

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'",
);

const PERMISSIONS: HeaderValue = HeaderValue::from_static(
    "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), \
     encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), \
     magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(self), \
     screen-wake-lock=(), serial=(), usb=(), web-share=(), window-management=(), xr-spatial-tracking=()",
);

/// How the installation is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Through https: browsers are told never to come back without it.
    OverHttps,
    /// On the machine itself or in a closed network, without https.
    Plainly,
}

/// The router with these headers on every answer, also on those that no handler gave (404, 405).
pub fn wear(router: Router, reached: Reached) -> Router {
    router.layer(middleware::from_fn(move |request: Request, next: Next| async move {
        let path = request.uri().path().to_owned();
        let mut response: Response = next.run(request).await;
        let status = response.status();
        put_on(response.headers_mut(), &path, status, reached);
        response
    }))
}

fn put_on(headers: &mut HeaderMap, path: &str, status: StatusCode, reached: Reached) {
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    if reached == Reached::OverHttps {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    headers.remove(SERVER);
    headers.remove(HeaderName::from_static("x-powered-by"));
    let ok = status.is_success() || status == StatusCode::NOT_MODIFIED;
    if path.starts_with("/assets/") && ok {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    } else if (path == "/log" || path.starts_with("/log/")) && ok {
        // Tiles never change and say so themselves; a checkpoint does change.
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    } else if path.starts_with("/hsds/") && ok {
        // The same for everybody; asked again, and answered shortly where nothing changed.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    } else {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        body::Body,
        http::{Method, header::LOCATION},
        response::IntoResponse,
        routing::get,
    };
    use expect_test::expect;
    use std::fmt::Write as _;
    use tower::ServiceExt;

    fn router(reached: Reached) -> Router {
        let router = Router::new()
            .route("/ok", get(|| async { "ok" }))
            .route("/see-other", get(|| async { (StatusCode::SEE_OTHER, [(LOCATION, "/ok")]) }))
            .route("/refused", get(|| async { StatusCode::FORBIDDEN }))
            .route("/broken", get(|| async { (StatusCode::INTERNAL_SERVER_ERROR, [(SERVER, "x/1.2")]) }))
            .route("/assets/{name}", get(|| async { "css" }))
            .route("/log/tile", get(|| async { ([(CACHE_CONTROL, "public, max-age=600")], "tile") }))
            .route("/log/checkpoint", get(|| async { "checkpoint".into_response() }));
        wear(router, reached)
    }

    async fn answer(method: Method, path: &str, reached: Reached) -> Response {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        router(reached).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn every_answer_wears_them_whatever_its_status() {
        let asked = [
            (Method::GET, "/ok", 200),
            (Method::GET, "/see-other", 303),
            (Method::GET, "/refused", 403),
            (Method::GET, "/nowhere", 404),
            (Method::POST, "/ok", 405),
            (Method::GET, "/broken", 500),
            (Method::HEAD, "/ok", 200),
        ];
        for (method, path, status) in asked {
            let answer = answer(method, path, Reached::OverHttps).await;
            assert_eq!(answer.status().as_u16(), status, "{path}");
            let headers = answer.headers();
            assert_eq!(headers[CONTENT_SECURITY_POLICY], POLICY, "{path}");
            assert_eq!(headers[X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(headers[REFERRER_POLICY], "no-referrer", "{path}");
            assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
            assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
            assert_eq!(headers[CACHE_CONTROL], "no-store", "{path}");
            assert!(headers[STRICT_TRANSPORT_SECURITY].to_str().unwrap().contains("max-age=63072000"), "{path}");
            assert!(!headers.contains_key(SERVER), "{path}");
        }
    }

    #[tokio::test]
    async fn without_https_nobody_is_told_to_come_back_with_it() {
        assert!(!answer(Method::GET, "/ok", Reached::Plainly).await.headers().contains_key(STRICT_TRANSPORT_SECURITY));
    }

    #[tokio::test]
    async fn only_assets_and_the_log_may_be_kept() {
        let mut seen = String::new();
        for path in ["/ok", "/assets/x.css", "/assets/", "/log/tile", "/log/checkpoint", "/logged"] {
            let answer = answer(Method::GET, path, Reached::Plainly).await;
            writeln!(seen, "{path} {}", answer.headers()[CACHE_CONTROL].to_str().unwrap()).unwrap();
        }
        expect![[r"
            /ok no-store
            /assets/x.css public, max-age=31536000, immutable
            /assets/ no-store
            /log/tile public, max-age=600
            /log/checkpoint no-cache
            /logged no-store
        "]]
        .assert_eq(&seen);
    }
}
