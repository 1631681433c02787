//! What the API makes of requests that are wrong, ambiguous or hostile: always an answer that says so, with the headers of
//! every answer, in the language of the reader; never a change.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use domain::CaseId;
use domain::look::Purpose;
use fixture::browser::Answered;
use fixture::people::World;
use fixture::{Browser, House};
use serde_json::{Value, json};
use web::route::Method;

const JSON: (&str, &str) = ("content-type", "application/json");

fn code(answer: &Answered) -> (u16, String) {
    let problem: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{}", answer.body));
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(problem["status"], answer.status.as_u16());
    for words in ["title", "detail"] {
        assert!(!problem[words].as_str().unwrap().contains('⟦'), "{problem}");
    }
    (answer.status.as_u16(), problem["code"].as_str().unwrap().to_owned())
}

/// A house in which the case manager has a case, and a browser of theirs.
fn at_work(house: &House) -> (World, CaseId, Browser<'_>) {
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let browser = house.enter(&mut world.case_manager.clone());
    (world, case, browser)
}

fn head(house: &House, world: &World, case: CaseId) -> u64 {
    house.app.case(&world.case_manager.actor(), case, Purpose::Casework).unwrap().head
}

fn needs() -> String {
    json!({"kind": "assessment.needs_taken", "body": {"answers": [], "language": "Arabic"}}).to_string()
}

#[test]
fn what_cannot_be_meant_is_refused_and_changes_nothing() {
    let house = House::found();
    let (world, case, mut browser) = at_work(&house);
    let before = head(&house, &world, case);
    let path = format!("/api/v1/cases/{case}/assessment");
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_body = format!("{{\"kind\":\"assessment.needs_taken\",\"body\":{deep}}}");
    let many = |count: u32| (0..count).map(|n| format!("\"f{n}\":1")).collect::<Vec<_>>().join(",");
    let (fields, few) = (many(100_000), many(20_000));
    let listed = r#"["assessment.needs_taken",{"answers":[],"language":"Arabic"}]"#;
    let twice = r#"{"kind":"assessment.needs_taken","kind":"assessment.needs_taken","body":{}}"#;
    let inner = r#"{"kind":"assessment.needs_taken","body":{"answers":[],"answers":[],"language":"Arabic"}}"#;
    let huge = r#"{"kind":"assessment.needs_taken","body":{"answers":[],"language":"Arabic"},"based_on":1e400}"#;
    let larger = r#"{"kind":"assessment.needs_taken","body":{"answers":[],"language":"Arabic"},"based_on":18446744073709551616}"#;
    let nul = r#"{"kind":"assessment.needs_taken","body":{"answers":[],"language":"Arabic\u0000"}}"#;
    for (body, status, expected) in [
        ("", 400, "unreadable"),
        ("{", 400, "unreadable"),
        ("null", 422, "form"),
        ("{} {}", 422, "form"),
        (&format!("{} {{}}", needs()), 400, "unreadable"),
        ("\u{feff}{}", 400, "unreadable"),
        (&deep, 422, "form"),
        (&deep_body, 422, "form"),
        (&format!("{{{fields},\"kind\":\"x\"}}"), 413, "too-long"),
        (&format!("{{{few},\"kind\":\"x\"}}"), 422, "form"),
        (listed, 422, "form"),
        (twice, 422, "form"),
        (inner, 422, "form"),
        (huge, 400, "unreadable"),
        (larger, 422, "form"),
        (nul, 422, "form"),
    ] {
        let answer = browser.asks("POST", &path, &[JSON], body.as_bytes());
        assert_eq!(code(&answer), (status, expected.to_owned()), "{}", body.chars().take(80).collect::<String>());
    }
    let answer = browser.asks("POST", &path, &[JSON], b"{\"kind\": \"\xff\"}");
    assert_eq!(code(&answer), (400, "unreadable".to_owned()));
    assert_eq!(head(&house, &world, case), before);
}

#[test]
fn a_request_that_says_two_things_says_none() {
    let house = House::found();
    let (world, case, mut browser) = at_work(&house);
    let other = house.admitted(&world, "DEMO-0148");
    let before = head(&house, &world, case);
    for query in [
        "/cases?page=0&page=1",
        "/cases?page=0&rank=1",
        "/cases?step=",
        "/cases?step=suspect",
        "/cases?page=-1",
        "/cases?page=99999999999999999999",
        "/cases?%ff=1",
        "/cases?name=Idris",
        "/referrals?page=1",
        "/me?account=1",
        &format!("/cases/{case}?case={other}"),
        &format!("/cases/{case}?purpose=casework&purpose=decision"),
        &format!("/cases/{case}?purpose=curiosity"),
    ] {
        let answer = browser.get(&format!("/api/v1{query}"));
        assert_eq!(answer.status, 400, "{query}: {}", answer.body);
        code(&answer);
    }
    let path = format!("/api/v1/cases/{case}/assessment");
    let answer = browser.asks("POST", &format!("{path}?case={other}"), &[JSON], needs().as_bytes());
    assert_eq!(code(&answer), (400, "strange".to_owned()));
    let long = "k".repeat(201);
    for keys in [&["a", "b"][..], &["with space"], &[long.as_str()], &[""]] {
        let mut headers = vec![JSON];
        headers.extend(keys.iter().map(|key| ("idempotency-key", *key)));
        assert_eq!(code(&browser.asks("POST", &path, &headers, needs().as_bytes())), (400, "strange".to_owned()));
    }
    assert_eq!(head(&house, &world, case), before);
}

#[test]
fn only_json_from_here_is_read() {
    let house = House::found();
    let (world, case, mut browser) = at_work(&house);
    let before = head(&house, &world, case);
    let path = format!("/api/v1/cases/{case}/assessment");
    let (of, text) = ("content-type", "text/plain");
    for headers in [
        &[][..],
        &[(of, text)],
        &[(of, "application/x-www-form-urlencoded")],
        &[(of, "application/json; charset=utf-16")],
        &[JSON, JSON],
        &[(of, "application/jsonx")],
        &[(of, "multipart/form-data; boundary=application/json")],
    ] {
        let answer = browser.asks("POST", &path, headers, needs().as_bytes());
        assert_eq!(code(&answer), (415, "wrong-type".to_owned()), "{headers:?}");
    }
    for from in [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")] {
        for of in [(of, text), JSON] {
            let answer = browser.asks("POST", &path, &[of, from], needs().as_bytes());
            assert_eq!(code(&answer), (403, "forged".to_owned()), "{from:?}");
        }
    }
    assert_eq!(head(&house, &world, case), before);
    let answer = browser.asks("POST", &path, &[(of, "application/json; charset=UTF-8")], needs().as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.body);
}

#[test]
fn a_problem_is_told_in_the_language_of_the_reader() {
    let house = House::found();
    for (language, title) in [("en", "Not found"), ("fr-CA, en;q=0.4", "Introuvable"), ("ar", "غير موجود")] {
        let answer = house.browser(language).get("/api/v1/nothing-here");
        assert_eq!(code(&answer), (404, "not-found".to_owned()));
        assert!(answer.body.contains(title), "{}", answer.body);
    }
}

#[test]
fn too_many_tries_are_told_when_to_come_back() {
    let house = House::found();
    let mut browser = house.browser("en");
    let asked = json!({"sign_in": "first.admin", "password": "not this one at all", "code": "000000"});
    let mut last = browser.send_json("/api/v1/session", &asked);
    assert_eq!(code(&last), (401, "not-right".to_owned()));
    for _ in 0..20 {
        last = browser.send_json("/api/v1/session", &asked);
    }
    assert_eq!(code(&last), (429, "too-many".to_owned()));
    assert!(last.headers["retry-after"].to_str().unwrap().parse::<u32>().unwrap() > 0);
}

/// A path of the route, with ids that stand for something where one of ours fits.
fn path_of(template: &str, case: CaseId, nothing: domain::StreamId) -> String {
    template
        .replace("{case}", &case.to_string())
        .split('/')
        .map(|part| if part.starts_with('{') { nothing.to_string() } else { part.to_owned() })
        .collect::<Vec<_>>()
        .join("/")
}

fn wears_its_headers(answer: &Answered, path: &str) {
    let headers = &answer.headers;
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"] {
        assert_eq!(headers.get_all(name).iter().count(), 1, "{path} {name}");
    }
    let told = headers.get("content-type").map(|value| value.to_str().unwrap().to_owned());
    if answer.status.as_u16() >= 400 && path.starts_with("/api/") {
        assert_eq!(told.as_deref(), Some("application/problem+json"), "{path}");
        code(answer);
    }
    assert!(told.is_some(), "{path} {}", answer.status);
    assert_ne!(answer.status.as_u16() / 100, 5, "{path}: {}", answer.body);
}

#[test]
fn every_route_answers_every_method_with_its_headers_and_an_error_of_its_own_kind() {
    let house = House::found();
    let (_world, case, mut inside) = at_work(&house);
    let mut outside = house.browser("en");
    let routes = web::routes::all();
    for route in &routes {
        let path = path_of(route.path, case, house.nothing());
        let offered: Vec<&str> = routes
            .iter()
            .filter(|other| other.path == route.path)
            .flat_map(|other| if other.method == Method::Get { vec!["GET", "HEAD"] } else { vec!["POST"] })
            .collect();
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"] {
            let mut answers = vec![outside.asks(method, &path, &[JSON], b"{}")];
            if method != "POST" {
                answers.push(inside.asks(method, &path, &[JSON], b"{}"));
            }
            for mut answer in answers {
                if offered.contains(&method) {
                    assert_ne!(answer.status, 405, "{method} {path}");
                } else {
                    assert_eq!(answer.status, 405, "{method} {path}");
                    let allow: Vec<&str> = answer.headers["allow"].to_str().unwrap().split(", ").collect();
                    assert!(offered.iter().all(|method| allow.contains(method)), "{method} {path}: {allow:?}");
                }
                if method == "HEAD" {
                    assert_eq!(answer.body, "", "{path}");
                    answer.body = format!(
                        "{{\"status\":{},\"code\":\"\",\"title\":\"\",\"detail\":\"\"}}",
                        answer.status.as_u16()
                    );
                }
                wears_its_headers(&answer, &path);
            }
        }
    }
    for path in ["/api/v1/%ff", "/api/v1/cases/%ff", "/api/v1/cases/%00", "/api/v2/cases", "/api/v1/cases/", "/api"] {
        let answer = inside.asks("GET", path, &[], b"");
        assert_eq!(answer.status, 404, "{path}");
        wears_its_headers(&answer, path);
    }
}

#[test]
fn looking_changes_nothing_but_the_record_of_looks() {
    let house = House::found();
    let (world, case, mut browser) = at_work(&house);
    let before = head(&house, &world, case);
    let acts = |house: &House| {
        let file = house.app.case(&world.case_manager.actor(), case, Purpose::Casework).unwrap();
        file.acts.iter().map(|act| act.envelope.act).collect::<Vec<_>>()
    };
    let known = acts(&house);
    for route in web::routes::all().iter().filter(|route| route.method == Method::Get) {
        browser.get(&path_of(route.path, case, house.nothing()));
    }
    assert_eq!(head(&house, &world, case), before);
    assert_eq!(acts(&house), known);
    assert_eq!(house.app.replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn the_description_is_the_one_in_the_documents() {
    let house = House::found();
    let answer = house.browser("en").get("/api/v1/openapi.json");
    assert_eq!(answer.status, 200);
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/openapi.json");
    assert!(answer.body == std::fs::read_to_string(kept).unwrap(), "`cargo xtask generate`");
}
