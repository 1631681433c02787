//! What comes over the wire says nothing of what its reader may not know: every route of the table is asked, and what comes
//! back is compared to the byte.
//!
//! Left out are the log and what shows its size: how many leaves it has is public, and grows with everything.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "other tests use more of the house")]
mod fixture;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::http::StatusCode;
use domain::{Capacity, CaseId, Kind, OrgId, ReferralId, ServiceId, StreamId};
use serde_json::json;

use fixture::browser::Answered;
use fixture::form::SentForm;
use fixture::people::{World, act};
use fixture::{Browser, Holder, House};

/// The routes of one method, as the generated list has them.
fn routes(method: &str) -> Vec<String> {
    let list = include_str!("../../../docs/generated/routes.txt");
    let rows = list.lines().filter_map(|line| line.strip_prefix(method)?.split_whitespace().next());
    let open = |path: &&str| !path.starts_with("/log/") && !["/verify", "/assets/{name}"].contains(path);
    rows.filter(|path| path.starts_with('/')).filter(open).map(str::to_owned).collect()
}

/// An answer with everything that is drawn at random numbered in the order of its appearance: ids, tokens, keys.
fn plain(answered: &Answered, numbers: &mut BTreeMap<String, usize>) -> String {
    let mut shown = format!("{}\n", answered.status);
    for (name, value) in &answered.headers {
        writeln!(shown, "{name}: {}", value.to_str().unwrap()).unwrap();
    }
    shown.push_str(&answered.body);
    let mut text = String::new();
    let of_a_word = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    for piece in shown.split_inclusive(|sign| !of_a_word(sign)) {
        let word = piece.trim_end_matches(|sign| !of_a_word(sign));
        let random = word.len() >= 24 && word.chars().any(|sign| sign.is_ascii_digit()) && !word.contains("class");
        // What a session is called to its holder is the beginning of a random number.
        let session = word.len() == 16 && word.chars().all(|sign| sign.is_ascii_hexdigit());
        if random || session {
            let known = numbers.len();
            let number = numbers.entry(word.to_owned()).or_insert(known);
            write!(text, "#{number}").unwrap();
            text.push_str(piece.strip_prefix(word).unwrap_or_default());
        } else {
            text.push_str(piece);
        }
    }
    text
}

/// A path with ids in their places.
fn at(path: &str, case: CaseId, referral: ReferralId, other: StreamId) -> String {
    let path = path.replace("{case}", &case.to_string()).replace("{referral}", &referral.to_string());
    let path = path.replace("{kind}", "referral.accepted").replace("{topic}", "measure");
    let parts = path.split('/').map(|part| if part.starts_with('{') { other.to_string() } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("/")
}

/// What is kept from the first organisation.
struct Other {
    org: OrgId,
    service: ServiceId,
    manager: Holder,
    mentor: Holder,
}

fn other(house: &House) -> Other {
    let org = house.organisation(domain::organisation::OrgKind::CivilSociety, "Sample Bridge Society");
    let manager = house.account(org, Capacity::CsoManager, "o.manager", "O. Manager");
    let mentor = house.account(org, Capacity::CsoPractitioner, "o.mentor", "O. Mentor");
    let service = ServiceId::from_random(house.app.fresh_id().unwrap());
    let published = json!({
        "org": org, "name": "Talks by the bridge", "aim": "support", "needs": ["work"], "languages": ["Arabic"],
        "place": "Quayside", "description": "Talks.", "places": 4,
    });
    house.does(&manager, service, act(Kind::ServicePublished, &published));
    Other { org, service, manager, mentor }
}

/// One history, as the manager and the practitioner of the first organisation meet it through every route.
fn lived(secretly: Secretly) -> Vec<(String, String)> {
    let house = House::found();
    let mut world = house.peopled();
    let other = other(&house);
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let mut second = None;
    let mut seen = Vec::new();
    let mut numbers = BTreeMap::new();
    let mut readers = [world.manager.clone(), world.practitioner.clone()];
    for stage in 0..4 {
        if secretly == Secretly::Yes {
            happens(&house, &world, &other, (case, plan), (stage, &mut second));
        }
        goes_on(&house, &world, referral, stage);
        for reader in &mut readers {
            let mut browser = house.enter(reader);
            for path in routes("GET") {
                let asked = at(&path, case, referral, case.stream());
                let answered = browser.get(&asked);
                seen.push((format!("{stage} {:?} {path}", reader.capacity), plain(&answered, &mut numbers)));
            }
        }
    }
    world.manager = readers[0].clone();
    seen
}

/// What the first organisation itself does, in both histories.
fn goes_on(house: &House, world: &World, referral: ReferralId, stage: u8) {
    match stage {
        1 => {
            house.does(&world.manager, referral, act(Kind::ReferralAccepted, &json!({})));
        }
        2 => {
            let to = json!({"to": world.practitioner.account});
            house.does(&world.manager, referral, act(Kind::ReferralAssigned, &to));
        }
        3 => {
            let met = json!({"attendance": "took_place", "told_limits": "yes"});
            house.does(&world.practitioner, referral, act(Kind::ReferralMeetingHeld, &met));
        }
        _ => {}
    }
}

/// What happens with another organisation, in one of them: the person consents, is offered, accepted and met there, and
/// withdraws.
fn happens(
    house: &House,
    world: &World,
    other: &Other,
    (case, plan): (CaseId, domain::ActId),
    (stage, second): (u8, &mut Option<(ReferralId, domain::ActId)>),
) {
    if stage == 0 {
        let given = json!({
            "recipient": other.org, "purpose": "Talks", "parts": ["name", "goals"], "until": "2027-12-14", "by": "person",
            "explained_by": "Example Interpreter", "language": "Arabic", "alternative": "The plan goes on.",
        });
        let consent = house.does(&world.case_manager, case, act(Kind::ConsentGiven, &given)).acts[0];
        let referral = ReferralId::from_random(house.app.fresh_id().unwrap());
        let begun = json!({
            "referral": referral, "service": other.service, "org": other.org, "plan": plan, "goal": 1, "consent": consent,
        });
        let offered = json!({
            "service": other.service, "org": other.org, "from": world.prison, "alias": "9Q", "need": "work", "asked": "Talks.",
            "languages": ["Arabic"], "place": "Specimen Prison", "contact": "M. Sample", "first_meeting_by": "2027-03-15",
            "answer_by": "2026-12-03",
        });
        let deed =
            app::Deed::one(case, act(Kind::ReferralBegun, &begun)).and(referral, act(Kind::ReferralOffered, &offered));
        house.performs(&world.case_manager, &deed);
        *second = Some((referral, consent));
        return;
    }
    let (referral, consent) = second.unwrap();
    match stage {
        1 => {
            house.does(&other.manager, referral, act(Kind::ReferralAccepted, &json!({})));
            house.does(&other.manager, referral, act(Kind::ReferralAssigned, &json!({"to": other.mentor.account})));
        }
        2 => {
            let met = json!({"attendance": "took_place", "told_limits": "yes"});
            house.does(&other.mentor, referral, act(Kind::ReferralMeetingHeld, &met));
            let _ = house.app.referral(&other.mentor.actor(), referral, domain::look::Purpose::Service).unwrap();
        }
        _ => {
            house.does(&world.case_manager, case, act(Kind::ConsentWithdrawn, &json!({"consent": consent})));
        }
    }
}

/// Is the person with another organisation as well?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Secretly {
    Yes,
    No,
}

#[test]
fn no_route_tells_an_organisation_whether_another_one_works_with_the_person() {
    let (without, with) = (lived(Secretly::No), lived(Secretly::Yes));
    assert_eq!(without.len(), with.len());
    let mut opened = 0;
    for ((asked, without), (_, with)) in without.iter().zip(&with) {
        assert_eq!(without, with, "{asked}");
        opened += usize::from(without.starts_with("200"));
    }
    println!("{} answers compared, {opened} of them pages", without.len());
    assert!(opened > 60);
}

/// U14. Over the wire, what is not yours and what is not there are the same answer: status, headers and body, on every
/// route with an id and with every method.
#[test]
fn no_route_tells_what_is_not_there_from_what_is_not_yours() {
    let house = House::found();
    let world = house.peopled();
    let other = other(&house);
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let elsewhere = house.organisation(domain::organisation::OrgKind::Prison, "Fictive Hill");
    let stranger = house.account(elsewhere, Capacity::Governor, "f.hill", "F. Hill");
    let mut compared = 0;
    for mut reader in
        [other.manager, other.mentor, stranger, world.org_administrator.clone(), world.probation_officer.clone()]
    {
        let mut browser = house.enter(&mut reader);
        for method in ["GET", "POST"] {
            for path in routes(method).into_iter().filter(|path| path.contains("{case}") || path.contains("{referral}"))
            {
                let (nothing, inner) = (house.nothing(), house.nothing());
                let mut answers = Vec::new();
                for (case, referral) in [(case, referral), (CaseId::from(nothing), ReferralId::from(nothing))] {
                    let asked = at(&path, case, referral, inner);
                    let answered = ask(&mut browser, method, &asked);
                    let own = if path.contains("{case}") { case.to_string() } else { referral.to_string() };
                    let text = plain(&answered, &mut BTreeMap::new()).replace(&own, "-");
                    answers.push((answered.status, text));
                }
                assert_ne!(answers[0].0, StatusCode::OK, "{:?} {method} {path}", reader.capacity);
                assert_eq!(answers[0], answers[1], "{:?} {method} {path}", reader.capacity);
                compared += 1;
            }
        }
    }
    println!("{compared} pairs of answers compared");
    assert!(compared > 100);
}

fn ask(browser: &mut Browser<'_>, method: &str, path: &str) -> Answered {
    if method == "GET" {
        return browser.get(path);
    }
    if path.starts_with("/api/") {
        return browser.send_json(path, &json!({}));
    }
    let token = browser.get("/rules").shown().form("/language").value("csrf").unwrap().to_owned();
    browser.send(&SentForm::to(path).with("csrf", &token))
}
