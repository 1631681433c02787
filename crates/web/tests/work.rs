//! What is not there and what is not yours take the same work, on every route with an id.
//!
//! Not by the clock, which says something else on every machine: counted are the statements that reading and the writer run, the
//! rows that come back, commits, and leaves of the log. Every route of the table is asked three times, for what never was, for what
//! is there and is not the reader's, and again for what never was.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "other tests use more of the house")]
mod fixture;

use std::collections::{BTreeMap, BTreeSet};

use app::Asked;
use axum::http::StatusCode;
use domain::kind::Subject;
use domain::organisation::OrgKind;
use domain::{Capacity, Kind};
use serde_json::{Value, json};

use fixture::browser::Answered;
use fixture::form::SentForm;
use fixture::people::{World, act};
use fixture::{Browser, Holder, House};

/// The routes with an id, each with its method. What asks nothing shows nothing of anybody, whatever is named.
fn routes() -> Vec<(&'static str, &'static str)> {
    let list = include_str!("../../../docs/generated/routes.txt");
    let mut routes = Vec::new();
    for line in list.lines() {
        let mut words = line.split_whitespace();
        let (Some(method @ ("GET" | "POST")), Some(path)) = (words.next(), words.next()) else { continue };
        let says_nothing = words.next() == Some("nothing");
        if path.contains('{') && !says_nothing {
            routes.push((method, path));
        }
    }
    routes
}

/// Routes about what the directory shows to everybody: which organisations and services there are is no secret, so nobody meets
/// one there that is not theirs.
const OF_THE_DIRECTORY: &[(&str, &str)] = &[
    ("GET", "/api/v1/services/{service}"),
    ("GET", "/organisations/{org}"),
    ("GET", "/services/{service}"),
    ("POST", "/api/v1/organisations/{org}/inspection"),
    ("POST", "/api/v1/organisations/{org}/post"),
];

/// What the segments of a path are filled with.
type Ids = BTreeMap<&'static str, String>;

/// The path with ids in their places, once for each kind of act that it can be asked for.
fn paths(path: &str, ids: &Ids) -> Vec<String> {
    let mut filled = path.to_owned();
    for (name, id) in ids {
        filled = filled.replace(&format!("{{{name}}}"), id);
    }
    if !filled.contains("{kind}") {
        return vec![filled];
    }
    let subject = match path {
        path if path.starts_with("/cases/") => Subject::Case,
        path if path.starts_with("/referrals/") => Subject::Referral,
        path if path.starts_with("/services/") => Subject::Service,
        _ => Subject::Organisation,
    };
    let kinds = Kind::ALL.iter().filter(|kind| kind.row().subject == subject);
    kinds.map(|kind| filled.replace("{kind}", kind.row().name)).collect()
}

/// What is sent to a route of the API: an act of each kind that it takes, as the corpus has it.
fn bodies(path: &str) -> Vec<Value> {
    let topic = path.rsplit('/').next().unwrap();
    let of_the_topic = |kind: &&Kind| kind.row().name.split('.').next() == Some(topic);
    let subject = if path.contains("{referral}") { Subject::Referral } else { Subject::Case };
    let of_the_file =
        |kind: &&Kind| !path.contains("/cases/") && !path.contains("/referrals/") || kind.row().subject == subject;
    let written: Vec<Value> = Kind::ALL
        .iter()
        .filter(of_the_topic)
        .filter(of_the_file)
        .map(|kind| json!({"kind": kind.row().name, "body": sample(*kind)}))
        .collect();
    match topic {
        _ if !written.is_empty() => written,
        "corrections" => vec![json!({
            "of": "00000000-0000-4000-8000-000000000601", "why": "slip", "kind": "measure.lifted", "body": sample(Kind::MeasureLifted),
        })],
        "enrolment" => vec![json!({"half": "password"}), json!({"half": "factor"})],
        _ => vec![json!({})],
    }
}

/// A body of this kind, without what the program writes itself.
fn sample(kind: Kind) -> Value {
    let row = kind.row();
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/corpus");
    let text = std::fs::read_to_string(format!("{corpus}/{}.{}.json", row.name, row.version)).unwrap();
    let mut body: Value = serde_json::from_str(&text).unwrap();
    for written in ["command", "below", "aim"] {
        body.as_object_mut().unwrap().remove(written);
    }
    body
}

/// What a question took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Work {
    read: Asked,
    written: Asked,
    jobs: u64,
    flushes: u64,
    leaves: u64,
}

fn work_of(house: &House, ask: impl FnOnce() -> Answered) -> (Work, Answered) {
    let leaves = house.app.pulse().unwrap().leaves;
    let (counts, [read, written]) = (house.app.counts(), house.app.asked());
    let answered = ask();
    let (then, [read_then, written_then]) = (house.app.counts(), house.app.asked());
    let more = |now: Asked, before: Asked| Asked {
        statements: now.statements - before.statements,
        rows: now.rows - before.rows,
    };
    let work = Work {
        read: more(read_then, read),
        written: more(written_then, written),
        jobs: then.jobs - counts.jobs,
        flushes: then.flushes - counts.flushes,
        leaves: house.app.pulse().unwrap().leaves - leaves,
    };
    (work, answered)
}

/// Something of every sort that has an id, none of it of those who ask.
fn what_is_there(house: &House, world: &World) -> Ids {
    let case = house.admitted(world, "DEMO-0147");
    let plan = house.planned(world, case);
    let referral = house.offered(world, case, plan);
    let measure = house.does(&world.governor, case, act(Kind::MeasureImposed, &measure(house))).acts[0];
    let elsewhere = house.organisation(OrgKind::Prison, "Example Gate");
    let opener = house.account(elsewhere, Capacity::Governor, "o.gate", "O. Gate");
    let opening = json!({"number": "DEMO-0147", "reason": "life_in_danger", "words": "Found in the yard."});
    let opening = act(Kind::FileEmergencyOpened, &opening);
    let opening = house.performs(&opener, &app::Deed::one(app::perform::UNFOUND, opening)).acts[0];
    let admin = house.account(world.prison, Capacity::OrgAdministrator, "a.admin", "A. Admin");
    let post = json!({"title": "Governor", "capacity": "governor", "from": "2026-01-01T00:00:00.000Z"});
    let post = house.does(&admin, world.prison, act(Kind::PostEstablished, &post)).acts[0];
    let inspection =
        act(Kind::InspectionOpened, &json!({"announced": "no", "health_professional": "yes", "woman": "yes"}));
    let inspection = house.does(&world.monitor, world.prison, inspection).acts[0];
    let token = json!({"purpose": "A register", "scope": ["read_lists"], "until": "2027-05-01T10:00:00.000Z"});
    let token = house.does(&admin, world.case_manager.account, act(Kind::AccountTokenProposed, &token)).acts[0];
    let mandate = json!({"body": world.oversight, "basis": "Section 0 of the Example Act"});
    let mandate = house.does(&house.administrators[0], elsewhere, act(Kind::MandateProposed, &mandate)).acts[0];
    // Kept from everybody but one, whatever they hold.
    let named = json!({"reason": "A witness works here.", "named": [{"account": world.governor.account}]});
    house.does(&world.governor, case, act(Kind::FileRestricted, &named));
    BTreeMap::from([
        ("case", case.to_string()),
        ("referral", referral.to_string()),
        ("measure", measure.to_string()),
        ("act", plan.to_string()),
        ("opening", opening.to_string()),
        ("org", world.prison.to_string()),
        ("post", post.to_string()),
        ("inspection", inspection.to_string()),
        ("account", world.case_manager.account.to_string()),
        ("token", token.to_string()),
        ("mandate", mandate.to_string()),
        ("service", world.service.to_string()),
    ])
}

fn measure(house: &House) -> Value {
    let day = 86_400_000;
    let mut body = sample(Kind::MeasureImposed);
    body["planned_end"] = json!(house.now().plus(3 * day));
    body["review_by"] = json!(house.now().plus(2 * day));
    body["facts"][0]["on"] = json!("2026-11-22");
    body
}

/// The same places, and nothing in any of them but the one that is named.
fn nothing(house: &House, there: &Ids, but: Option<&str>) -> Ids {
    let other =
        |name: &&'static str, id: &String| if but == Some(name) { id.clone() } else { house.nothing().to_string() };
    there.iter().map(|(name, id)| (*name, other(name, id))).collect()
}

/// In a path with two ids, the one outside, if the reader is shown something of what it names.
fn outside<'p>(browser: &mut Browser<'_>, path: &'p str, there: &Ids) -> Option<&'p str> {
    let (name, rest) = path.split_once('{')?.1.split_once('}')?;
    let inner = rest.find('{')?;
    let page = path.get(..path.len() - rest.len() + inner)?.trim_end_matches('/');
    let page = routes().into_iter().filter(|(method, known)| *method == "GET" && page.starts_with(known)).max()?.1;
    let shown = browser.get(&paths(page, there)[0]).status;
    (shown == StatusCode::OK).then_some(name)
}

/// Those who ask: none of them has anything to do with what is there.
fn readers(house: &House, world: &World) -> Vec<Holder> {
    let org = house.organisation(OrgKind::CivilSociety, "Sample Bridge Society");
    let prison = house.organisation(OrgKind::Prison, "Fictive Hill");
    let inspectorate = house.organisation(OrgKind::Oversight, "Fictive Inspectorate");
    vec![
        house.account(org, Capacity::CsoManager, "o.manager", "O. Manager"),
        house.account(prison, Capacity::Registrar, "r.hill", "R. Hill"),
        house.account(org, Capacity::OrgAdministrator, "o.bridge", "O. Bridge"),
        world.supervisor.clone(),
        house.account(inspectorate, Capacity::Monitor, "i.fictive", "I. Fictive"),
    ]
}

/// An answer without what names what was asked for.
fn plain(answered: &Answered, ids: &Ids, token: &str) -> (StatusCode, String) {
    let mut text = answered.body.replace(token, "-");
    for id in ids.values() {
        text = text.replace(id, "-");
    }
    (answered.status, text)
}

fn ask(browser: &mut Browser<'_>, method: &str, path: &str, body: &Value, token: &str) -> Answered {
    match method {
        "GET" => browser.get(path),
        _ if path.starts_with("/api/") => browser.send_json(path, body),
        _ => browser.send(&SentForm::to(path).with("csrf", token)),
    }
}

/// U14, in work.
#[test]
fn what_is_not_there_and_what_is_not_yours_take_the_same_work() {
    let house = House::found();
    let world = house.peopled();
    let there = what_is_there(&house, &world);
    let mut compared = BTreeSet::new();
    let (mut questions, mut wrong) = (0, Vec::new());
    for mut reader in readers(&house, &world) {
        let mut browser = house.enter(&mut reader);
        let token = browser.get("/rules").shown().form("/language").value("csrf").unwrap().to_owned();
        // Oversight sees which accounts there are: what it may not do with one tells it nothing new.
        let accounts = browser.get("/accounts").body.contains(&there["account"]);
        for (method, path) in routes() {
            if accounts && path.starts_with("/accounts/{account}") {
                continue;
            }
            let outside = outside(&mut browser, path, &there);
            let sent = if method == "POST" && path.starts_with("/api/") { bodies(path) } else { vec![json!({})] };
            for body in sent {
                let nothings = [nothing(&house, &there, outside), nothing(&house, &there, outside)];
                let asked = [&nothings[0], &there, &nothings[1]];
                let filled = asked.map(|ids| paths(path, ids));
                for place in 0..filled[0].len() {
                    let mut answers = Vec::new();
                    // What anybody may see is in memory then, and no longer read.
                    ask(&mut browser, method, &filled[0][place], &body, &token);
                    for (ids, filled) in asked.iter().zip(&filled) {
                        let (work, answered) =
                            work_of(&house, || ask(&mut browser, method, &filled[place], &body, &token));
                        answers.push((work, plain(&answered, ids, &token)));
                    }
                    assert_eq!(answers[0], answers[2], "{:?} {method} {path}: not the same twice", reader.capacity);
                    questions += 1;
                    if answers[1].1 != answers[0].1 {
                        // It is theirs to see, and says so.
                        assert_ne!(answers[1].1.0, StatusCode::NOT_FOUND, "{:?} {method} {path}", reader.capacity);
                        continue;
                    }
                    compared.insert((method, path));
                    if answers[1].0 != answers[0].0 {
                        let what = filled[1][place].split('/').next_back().unwrap_or_default();
                        let kind = body.get("kind").and_then(Value::as_str).unwrap_or(what);
                        wrong.push(format!(
                            "{:?} {method} {path} {kind}: {:?} {:?}",
                            reader.capacity, answers[0].0, answers[1].0
                        ));
                    }
                }
            }
        }
    }
    println!("{questions} questions, {} routes", compared.len());
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    let all: BTreeSet<_> = routes().into_iter().collect();
    let never: Vec<_> = all.difference(&compared).copied().collect();
    assert_eq!(never, OF_THE_DIRECTORY);
}
