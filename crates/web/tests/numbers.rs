//! What the program says of itself to whoever runs it: numbers and a log, neither of which names anybody.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use domain::Kind;
use domain::shape::Shape;
use fixture::{Browser, House};
use serde_json::{Value, json};
use web::api::contract::Takes;

/// Stands in every text of the story, and in everything else that a sender can choose.
const MARKER: &str = "Zamarkerovna";

/// The log of this test program, as it would stand on standard error, with everything that could be said.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn log() -> &'static Kept {
    static LOG: OnceLock<Kept> = OnceLock::new();
    LOG.get_or_init(|| {
        let kept = Kept::default();
        let made = kept.clone();
        tracing_subscriber::fmt()
            .json()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(move || made.clone())
            .init();
        kept
    })
}

/// The body with the marker wherever somebody writes something.
fn marked(shape: &Shape, sample: &Value) -> Value {
    match (shape, sample) {
        (Shape::Writing(_), _) => json!(MARKER),
        (Shape::OrNull(inner), value) => marked(inner, value),
        (Shape::List(inner), Value::Array(items)) => items.iter().map(|item| marked(inner, item)).collect(),
        (Shape::Fields { fields, .. }, Value::Object(values)) => {
            let field = |field: &domain::shape::Field| {
                Some((field.name.to_owned(), marked(&field.shape, values.get(field.name)?)))
            };
            fields.iter().filter_map(field).collect()
        }
        _ => sample.clone(),
    }
}

/// The sample of the corpus, with the marker in it.
fn sample(kind: Kind) -> Value {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/corpus");
    let file = corpus.join(format!("{kind}.{}.json", kind.row().version));
    marked(&kind.shape().unwrap(), &serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
}

/// Tries every act that the API takes, on a file that is there; how many were taken.
fn tries_everything(browser: &mut Browser<'_>, ids: &[(&str, String)]) -> usize {
    let mut taken = 0;
    for route in web::routes::all() {
        let Some(Takes::Acts(acts)) = route.contract.map(|contract| contract.takes) else { continue };
        let path = ids.iter().fold(route.path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        for kind in acts.kinds() {
            let answer = browser.send_json(&path, &json!({"kind": kind, "body": sample(kind)}));
            assert!(answer.status.as_u16() < 500, "{kind}: {}", answer.body);
            taken += usize::from(answer.status == 201);
        }
    }
    taken
}

#[test]
fn a_name_that_stands_in_every_text_is_never_in_the_log() {
    let log = log();
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, MARKER);
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let ids = [
        ("case", case.to_string()),
        ("referral", referral.to_string()),
        ("org", world.prison.to_string()),
        ("service", world.service.to_string()),
        ("account", world.governor.account.to_string()),
    ];
    let mut taken = 0;
    for holder in [
        &world.registrar,
        &world.case_manager,
        &world.supervisor,
        &world.custody,
        &world.health,
        &world.manager,
        &world.practitioner,
        &world.probation_officer,
        &world.monitor,
        &house.administrators[0],
    ] {
        let mut browser = house.enter(&mut holder.clone());
        taken += tries_everything(&mut browser, &ids);
        for path in ["/cases", "/referrals", "/findings", "/organisations", "/services", "/accounts", "/me"] {
            browser.get(&format!("/api/v1{path}"));
        }
        browser.get(&format!("/cases/{case}"));
        browser.get(&format!("/cases?name={MARKER}"));
    }
    assert!(taken > 10, "only {taken} acts were taken");
    // What nobody reads may be written down least of all.
    let mut browser = house.browser("en");
    browser.cookies.insert("passerelle".to_owned(), MARKER.to_owned());
    browser.get(&format!("/api/v1/{MARKER}"));
    browser.get(&format!("/api/v1/cases/{MARKER}?{MARKER}={MARKER}"));
    browser.asks(MARKER, "/api/v1/cases", &[("content-type", MARKER), ("idempotency-key", MARKER)], MARKER.as_bytes());
    browser.send_text("/api/v1/session", "application/json", &format!("{{\"{MARKER}\": "));
    let tried = json!({"sign_in": MARKER, "password": MARKER, "code": MARKER});
    for _ in 0..12 {
        browser.send_json("/api/v1/session", &tried);
    }
    house.app.verify().unwrap();
    let said = log.text();
    assert!(said.lines().filter(|line| line.contains("answered")).count() > 100, "the log was not kept");
    assert!(said.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "one JSON object a line");
    let lower = said.to_lowercase();
    for name in [MARKER, "Idris", "Placeholder", "first.admin", &case.to_string(), &referral.to_string()] {
        assert!(!lower.contains(&name.to_lowercase()), "{name} is in the log");
    }
}

#[test]
fn numbers_are_told_by_route_and_class_and_say_nothing_of_anybody() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, MARKER);
    let mut manager = house.enter(&mut world.case_manager.clone());
    for _ in 0..3 {
        assert_eq!(manager.get(&format!("/api/v1/cases/{case}")).status, 200);
    }
    assert_eq!(manager.get(&format!("/api/v1/cases/{}", house.nothing())).status, 404);
    assert_eq!(house.browser("en").get("/api/v1/me").status, 401);
    let said = house.numbers();
    for line in [
        "passerelle_requests_total{method=\"get\",route=\"/api/v1/cases/{case}\",class=\"2xx\"} 3",
        "passerelle_requests_total{method=\"get\",route=\"/api/v1/cases/{case}\",class=\"4xx\"} 1",
        "passerelle_refused_total{status=\"404\"} 1",
        "passerelle_refused_total{status=\"401\"} 1",
        "passerelle_desk_waiting 0",
        "passerelle_writer_running 1",
        "# TYPE passerelle_duration_seconds histogram",
        "# EOF",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let number = |name: &str| -> u64 {
        let line = said
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{name} ")))
            .unwrap_or_else(|| panic!("{name}\n{said}"));
        line.parse().unwrap()
    };
    assert!(number("passerelle_log_leaves") > 30);
    assert!(number("passerelle_log_covered") <= number("passerelle_log_leaves"));
    assert!(number("passerelle_writer_flushes_total") > 10);
    for secret in [MARKER, "Idris", "case_manager", "custody.admitted", &case.to_string(), &world.prison.to_string()] {
        assert!(!said.contains(secret), "{secret}\n{said}");
    }
    assert_eq!(said.matches("# EOF").count(), 1);
}

#[test]
fn the_site_itself_tells_no_numbers() {
    let house = House::found();
    let mut monitor = house.enter(&mut house.administrators[0].clone());
    assert_eq!(monitor.get("/metrics").status, 404);
}
