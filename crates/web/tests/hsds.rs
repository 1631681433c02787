//! The public feed of the directory and the way in of another one: off until it is switched on, nothing that was not asked for and
//! read, nothing of a person; and a file does nothing before it was said what it would do.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::organisation::OrgKind;
use domain::{Kind, ServiceId};
use fixture::House;
use fixture::browser::Browser;
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use serde_json::{Value, json};

/// Lets a service into the feed, as it stands.
#[cfg(test)]
fn let_in(house: &House, world: &World, service: ServiceId, given: &Value) {
    let asked = house.does(&world.manager, service, act(Kind::FeedAsked, given)).acts[0];
    let read = house.app.service(&house.administrators[0].actor(), service).unwrap();
    let feed = read.feed.clone().unwrap();
    assert_eq!(feed.asked.unwrap().0, asked);
    let body = json!({"asked": asked, "entry": feed.entry});
    house.does(&house.administrators[0], service, act(Kind::FeedApproved, &body));
}

#[cfg(test)]
fn told(browser: &mut Browser<'_>, path: &str) -> Value {
    serde_json::from_str(&browser.get(path).shown().body).unwrap()
}

#[cfg(test)]
const EVERYWHERE: [&str; 5] =
    ["/hsds/v3", "/hsds/v3/services", "/hsds/v3/organizations", "/hsds/v3/taxonomies", "/hsds/v3/taxonomy_terms"];

#[test]
fn nobody_is_told_anything_while_the_feed_is_off() {
    let house = House::found();
    let world = house.peopled();
    let_in(&house, &world, world.service, &json!({"email": "office@footpath.example"}));
    let mut anybody = house.browser("en");
    let nowhere = anybody.get("/hsds/v3/nowhere").status;
    for path in EVERYWHERE {
        assert_eq!(anybody.get(path).status, nowhere, "{path}");
    }
    let one = format!("/hsds/v3/services/{}", world.service);
    assert_eq!(anybody.get(&one).status, StatusCode::NOT_FOUND);
    let house = house.with_feed();
    let mut anybody = house.browser("en");
    assert_eq!(anybody.get(&one).status, StatusCode::OK);
}

#[test]
fn only_what_was_asked_for_and_read_is_told_and_it_leaves_at_once() {
    let house = House::found().with_feed();
    let world = house.peopled();
    let mut anybody = house.browser("ar");
    let services = "/hsds/v3/services";
    let one = format!("{services}/{}", world.service);
    let total = |anybody: &mut Browser<'_>| told(anybody, services)["total_items"].as_u64().unwrap();
    assert_eq!((total(&mut anybody), anybody.get(&one).status), (0, StatusCode::NOT_FOUND));
    // Asked for is not read.
    house.does(&world.manager, world.service, act(Kind::FeedAsked, &json!({})));
    assert_eq!((total(&mut anybody), anybody.get(&one).status), (0, StatusCode::NOT_FOUND));
    let_in(&house, &world, world.service, &json!({"email": "office@footpath.example"}));
    assert_eq!(total(&mut anybody), 1);
    let service = told(&mut anybody, &one);
    assert_eq!(service["name"], "Mentoring for the way home");
    assert_eq!(service["email"], "office@footpath.example");
    assert_eq!(service["wait_time"], "0 days");
    assert_eq!(service["attributes"][0]["taxonomy_term"]["name"], "Work", "the words are English for everybody");
    let text = service.to_string();
    for never in ["000 0147", "L. Model", "reintegration", "phone\":\"", "contact"] {
        assert!(!text.contains(never), "{never}: {text}");
    }
    let org = format!("/hsds/v3/organizations/{}", world.cso);
    assert_eq!(told(&mut anybody, &org)["name"], "Example Footpath Association");
    assert_eq!(told(&mut anybody, "/hsds/v3/organizations")["total_items"], 1);
    // A prison has nothing public, and is not told of.
    assert_eq!(anybody.get(&format!("/hsds/v3/organizations/{}", world.prison)).status, StatusCode::NOT_FOUND);
    // A new text is one that nobody read.
    let revised = json!({
        "name": "Mentoring", "needs": ["work"], "languages": ["Arabic"], "place": "Quayside", "description": "Ask for L. Model.",
        "whom": {"sexes": ["male"], "modes": ["inside"]},
    });
    house.does(&world.manager, world.service, act(Kind::ServiceRevised, &revised));
    assert_eq!((total(&mut anybody), anybody.get(&one).status), (0, StatusCode::NOT_FOUND));
    assert_eq!(anybody.get(&org).status, StatusCode::NOT_FOUND);
    let_in(&house, &world, world.service, &json!({}));
    assert_eq!(total(&mut anybody), 1);
    house.does(&world.manager, world.service, act(Kind::ServiceWithdrawn, &json!({"reason": "Sample."})));
    assert_eq!((total(&mut anybody), anybody.get(&one).status), (0, StatusCode::NOT_FOUND));
}

#[test]
fn the_feed_is_turned_narrowed_and_tagged() {
    let house = House::found().with_feed();
    let world = house.peopled();
    let_in(&house, &world, world.service, &json!({}));
    let second = ServiceId::from_random(house.app.fresh_id().unwrap());
    let published = json!({
        "org": world.cso, "name": "Second", "aim": "support", "needs": ["home"], "languages": ["Arabic"], "place": "Bay",
        "description": "A room.", "places": 0, "whom": {"sexes": ["female"], "from_age": 18, "modes": ["outside"]},
    });
    house.clock.advance(60_000);
    house.does(&world.manager, second, act(Kind::ServicePublished, &published));
    let_in(&house, &world, second, &json!({"web": "https://footpath.example/second"}));
    let mut anybody = house.browser("en");
    let names = |anybody: &mut Browser<'_>, query: &str| -> Vec<String> {
        let page = told(anybody, &format!("/hsds/v3/services{query}"));
        page["contents"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&mut anybody, ""), ["Mentoring for the way home", "Second"]);
    assert_eq!(names(&mut anybody, "?per_page=1&page=2"), ["Second"]);
    assert_eq!(told(&mut anybody, "/hsds/v3/services?per_page=1")["last_page"], false);
    let terms = told(&mut anybody, "/hsds/v3/taxonomy_terms?per_page=100");
    let home = terms["contents"].as_array().unwrap().iter().find(|term| term["code"] == "home").unwrap();
    assert_eq!(names(&mut anybody, &format!("?taxonomy_term_id={}", home["id"].as_str().unwrap())), ["Second"]);
    let changed =
        told(&mut anybody, &format!("/hsds/v3/services/{second}"))["last_modified"].as_str().unwrap().to_owned();
    assert_eq!(names(&mut anybody, &format!("?modified_after={changed}")), ["Second"]);
    assert_eq!(names(&mut anybody, &format!("?organization_id={}", world.prison)), [""; 0]);
    let minimal = told(&mut anybody, "/hsds/v3/services?minimal=true");
    assert_eq!(minimal["contents"][0].as_object().unwrap().len(), 2);
    assert!(told(&mut anybody, "/hsds/v3/services?full=true")["contents"][0]["languages"].is_array());
    for query in [
        "search=talk",
        "proximity=1",
        "postcode=1",
        "page=0",
        "page=x",
        "per_page=101",
        "per_page=0",
        "format=ndjson",
        "format=",
        "page=1&page=2",
        "full=1",
        "minimal=yes",
        "modified_after=yesterday",
        "taxonomy_term_id=x",
        "taxonomy_id=x",
        "organization_id=x",
        "faith=x",
    ] {
        assert_eq!(anybody.get(&format!("/hsds/v3/services?{query}")).status, StatusCode::BAD_REQUEST, "{query}");
    }
    assert_eq!(anybody.get("/hsds/v3?page=1").status, StatusCode::BAD_REQUEST);
    let first = anybody.get("/hsds/v3/services").shown();
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(first.headers["cache-control"], "public, no-cache");
    let again = anybody.asks("GET", "/hsds/v3/services", &[("if-none-match", &tag)], b"");
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let other = anybody.asks("GET", "/hsds/v3/services", &[("if-none-match", "\"x\"")], b"");
    assert_eq!(other.status, StatusCode::OK);
    let of_term = told(&mut anybody, &format!("/hsds/v3/taxonomy_terms/{}", home["id"].as_str().unwrap()));
    assert_eq!(of_term["code"], "home");
    assert_eq!(anybody.get("/hsds/v3/taxonomies/x").status, StatusCode::NOT_FOUND);
    // Nobody looked it over for half a year: the feed says so.
    house.clock.advance(house.app.directory_clocks().assured);
    assert!(told(&mut anybody, &format!("/hsds/v3/services/{second}"))["alert"].as_str().unwrap().contains("Nobody"));
}

#[test]
fn a_file_is_told_before_anything_is_done_and_makes_drafts_alone() {
    let house = House::found();
    let world = house.peopled();
    let twin = house.organisation(OrgKind::CivilSociety, "Twin Sample");
    house.organisation(OrgKind::CivilSociety, "Twin Sample");
    let one = |id: &str, name: &str, org: &str| {
        json!({"id": id, "name": name, "status": "active", "organization": {"name": org}, "description": "Sample.",
            "phones": [{"id": "x", "number": "000 9999"}], "contacts": [{"name": "N. Body"}], "languages": [{"name": "Arabic"}]})
    };
    let ours = "Example Footpath Association";
    let services = json!([
        one("1", "Drafted circle", ours), one("2", "Elsewhere", "Unknown Sample"), one("3", "Prison", "Specimen Prison"),
        one("4", "Which twin", "Twin Sample"), {"id": "5", "name": "Nobody's"}, one("1", "Again", ours),
    ]);
    let mut administrator = house.administrators[0].clone();
    let mut keeper = house.enter(&mut administrator);
    let path = "/services/import";
    let form = keeper.get(path).shown().form(path).with("source", "Example city, November");
    for wrong in ["", "{", "3", "[]"] {
        let answered = keeper.send(&form.with("file", wrong));
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answered.body.contains("Example city, November"), "what was typed is kept");
        assert_sound(&answered.body);
    }
    let many: Vec<Value> = (0..201).map(|number| one(&number.to_string(), "A", ours)).collect();
    assert!(keeper.send(&form.with("file", &json!(many).to_string())).status.is_client_error());
    let typed = form.with("file", &services.to_string());
    let dry = keeper.send(&typed).shown();
    assert_sound(&dry.body);
    assert!(dry.says("Nothing has been done yet.") && dry.says("A draft is made"));
    for why in ["its organisation is not registered here", "several organisations are called so", "it cannot be read"] {
        assert!(dry.says(why), "{why}");
    }
    assert!(dry.says("stands in the file already, at number 1") && dry.says("`organization` is missing"));
    let drafts = |keeper: &mut Browser<'_>| keeper.get("/services/waiting").shown();
    assert!(drafts(&mut keeper).says("No draft waits."), "a reading does nothing");
    assert!(keeper.send(&dry.form(path).with("go", "change")).body.contains("Drafted circle"));
    let made = keeper.sends(&dry.form(path).with("go", "confirm"));
    assert!(made.says("Drafted circle") && !made.says("Elsewhere") && !made.says("000 9999"));
    // Sent twice, it is done once; read again, it says the same, or what changed.
    keeper.sends(&dry.form(path).with("go", "confirm"));
    assert_eq!(drafts(&mut keeper).body.matches("Drafted circle").count(), 1);
    let again = keeper.get(path).shown().form(path).with("source", "Example city, December");
    assert!(keeper.send(&again.with("file", &services.to_string())).shown().says("its draft says the same"));
    let renamed = json!([one("1", "Drafted ring", ours)]).to_string();
    let dry = keeper.send(&again.with("file", &renamed)).shown();
    assert!(dry.says("Its draft is changed") && dry.says("name"));
    assert!(keeper.sends(&dry.form(path).with("go", "confirm")).says("Drafted ring"));
    // Its own organisation publishes it, and from then on speaks for itself.
    let mut manager = world.manager.clone();
    let mut theirs = house.enter(&mut manager);
    let waiting = theirs.get("/services/waiting").shown();
    let draft = waiting.body.split("href=\"").filter_map(|rest| rest.split('"').next());
    let draft = draft.into_iter().find(|href| href.ends_with("/draft")).unwrap().to_owned();
    let publishing = theirs.get(&draft).shown().form(&draft).with("aim", "support").and("needs", "dialogue");
    let publishing = publishing.with("place", "Quayside").with("places", "3").and("whom.sexes", "male");
    theirs.sends(&publishing.and("whom.modes", "group"));
    let form = keeper_form(&mut keeper, path).with("file", &renamed);
    let dry = keeper.send(&form).shown();
    assert!(dry.says("its organisation has published it"));
    // Nobody else gets the form, nor does anything with it.
    assert_eq!(theirs.get(path).status, StatusCode::FORBIDDEN);
    for holder in [&world.case_manager, &world.monitor] {
        let mut holder = holder.clone();
        let mut browser = house.enter(&mut holder);
        assert_eq!(browser.get(path).status, StatusCode::FORBIDDEN);
        let theirs = browser.get("/services").shown().form("/sign-out");
        let sent = fixture::form::SentForm { action: path.to_owned(), ..theirs };
        assert_eq!(browser.send(&sent).status, StatusCode::FORBIDDEN);
    }
    assert_ne!(twin, world.cso);
}

#[cfg(test)]
fn keeper_form(keeper: &mut Browser<'_>, path: &str) -> fixture::form::SentForm {
    keeper.get(path).shown().form(path).with("source", "Example city, January")
}
