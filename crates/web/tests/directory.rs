//! The directory through its pages: looking for a service, choosing one for a goal, keeping one's own entry, tables to take away,
//! and what is wrong with what was typed.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{Capacity, Kind, ServiceId};
use fixture::House;
use fixture::browser::Browser;
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use serde_json::{Value, json};

/// A service of the first organisation that says whom it takes.
#[cfg(test)]
fn workbench() -> Value {
    json!({
        "name": "Workbench", "aim": "reintegration", "needs": ["work", "education"], "languages": ["العربية"],
        "place": "Sampleton", "description": "Wood and bicycles.", "places": 0,
        "whom": {"sexes": ["female"], "from_age": 18, "to_age": 30, "modes": ["inside", "group"], "also_at": ["Bay & Pier"]},
    })
}

#[cfg(test)]
fn published(house: &House, world: &World, body: &Value) -> ServiceId {
    let service = ServiceId::from_random(house.app.fresh_id().unwrap());
    let mut body = body.clone();
    body["org"] = json!(world.cso);
    house.does(&world.manager, service, act(Kind::ServicePublished, &body));
    service
}

#[cfg(test)]
fn finds(browser: &mut Browser<'_>, query: &str) -> Vec<&'static str> {
    let page = browser.get(&format!("/services?{query}")).shown();
    assert_sound(&page.body);
    ["Workbench", "Mentoring for the way home"].into_iter().filter(|name| page.says(name)).collect()
}

#[test]
fn a_service_is_looked_for_and_the_page_says_in_which_order_it_answers() {
    let house = House::found();
    let world = house.peopled();
    published(&house, &world, &workbench());
    let mut reader = world.case_manager.clone();
    let mut browser = house.enter(&mut reader);
    let both = ["Workbench", "Mentoring for the way home"];
    assert_eq!(finds(&mut browser, ""), both);
    assert_eq!(finds(&mut browser, "need=&place=&language=&sex=&aim=&free=&age="), both, "an empty form asks nothing");
    for query in [
        "need=education",
        "place=Sampleton",
        "place=Bay%20%26%20Pier",
        "language=%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9",
        "sex=female",
        "age=18",
        "age=30",
    ] {
        assert_eq!(finds(&mut browser, query), ["Workbench"], "{query}");
    }
    assert_eq!(finds(&mut browser, "free=yes"), ["Mentoring for the way home"]);
    let nothing = browser.get("/services?age=31&need=work").shown();
    assert!(nothing.says("No service answers all of this.") && nothing.says("Show all services"));
    let page = browser.get("/services").shown();
    assert!(page.says("In this order: the shortest waiting time first"));
    let (free, full) = (page.body.find("Mentoring").unwrap(), page.body.find("Workbench").unwrap());
    assert!(free < full, "a free place comes before an unknown wait");
    // There is no question for a faith or an ethnicity, and none is answered.
    for strange in ["faith", "religion", "ethnic", "nationality"] {
        assert!(!page.body.contains(&format!("name=\"{strange}")), "{strange}");
    }
}

#[test]
fn what_cannot_be_asked_is_not_passed_over() {
    let house = House::found();
    let world = house.peopled();
    let mut reader = world.case_manager.clone();
    let mut browser = house.enter(&mut reader);
    let long = format!("place={}", "x".repeat(201));
    for query in [
        "need=faith",
        "sex=x",
        "age=121",
        "age=-1",
        "age=x",
        "aim=belief",
        "free=perhaps",
        "page=0",
        "page=401",
        "page=x",
        "place=a%0Ab",
        &long,
    ] {
        assert_eq!(browser.get(&format!("/services?{query}")).status, StatusCode::BAD_REQUEST, "{query}");
        let table = browser.get(&format!("/services/table.csv?{query}"));
        assert_eq!(table.status, StatusCode::BAD_REQUEST, "{query}");
    }
}

#[test]
fn a_table_is_taken_away_and_nothing_in_it_is_calculated() {
    let house = House::found();
    let world = house.peopled();
    let mut wild = workbench();
    wild["name"] = json!("=HYPERLINK(\"https://evil.example\")");
    published(&house, &world, &wild);
    let mut reader = world.case_manager.clone();
    let mut browser = house.enter(&mut reader);
    let csv = browser.get("/services/table.csv?need=education").shown();
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    assert!(csv.body.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\""), "{}", csv.body);
    assert_eq!(csv.body.lines().count(), 2);
    let xlsx = browser.get("/services/table.xlsx?need=education").shown();
    assert!(xlsx.headers["content-type"].to_str().unwrap().ends_with("spreadsheetml.sheet"));
    assert!(xlsx.body.starts_with("PK"));
}

#[test]
fn an_entry_is_kept_by_its_organisation_and_everything_wrong_is_said_at_its_question() {
    let house = House::found();
    let world = house.peopled();
    let service = published(&house, &world, &workbench());
    let mut manager = world.manager.clone();
    let mut theirs = house.enter(&mut manager);
    let one = format!("/services/{service}");
    let page = theirs.get(&one).shown();
    assert_sound(&page.body);
    assert!(page.says("Wood and bicycles.") && page.says("Say that the entry is right") && page.says("18 to 30 years"));

    let path = format!("{one}/do/service.availability_stated");
    let form = theirs.get(&path).shown().form(&path);
    let typed = form.with("free", "0").with("waiting_days", "21").with("said_by", "Intake desk");
    for (name, value) in
        [("free", "-1"), ("free", "x"), ("free", ""), ("waiting_days", "3651"), ("as_of", "2030-01-01"), ("as_of", "")]
    {
        let wrong = theirs.send(&typed.with(name, value));
        assert!(wrong.status.is_client_error(), "{name}={value}: {}", wrong.status);
        assert!(wrong.body.contains("value=\"Intake desk\""), "what was typed is kept");
        assert_sound(&wrong.body);
    }
    assert!(theirs.sends(&typed).says("Full; a wait of 21 days"));

    let path = format!("{one}/do/service.revised");
    let form = theirs.get(&path).shown().form(&path);
    assert_eq!(form.value("name").unwrap(), "Workbench");
    let wrong = theirs.send(&form.with("whom.from_age", "31"));
    assert!(wrong.says("The youngest age is above the oldest"), "{}", wrong.body);
    assert_eq!(theirs.send(&form.with("whom.from_age", "121")).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(theirs.sends(&form.with("name", "Work bench")).says("Work bench"));

    let path = format!("{one}/do/service.assured");
    let form = theirs.get(&path).shown().form(&path);
    assert!(theirs.sends(&form.with("by", "Front desk")).says("Front desk"));

    let path = format!("{one}/do/service.feed_asked");
    let form = theirs.get(&path).shown().form(&path);
    assert!(theirs.send(&form.with("web", "javascript:alert(1)")).says("This is no address of a page"));
    assert!(theirs.send(&form.with("email", "somebody")).says("This is no address of a mailbox"));
    let asked = theirs.sends(&form.with("email", "office@footpath.example"));
    assert!(asked.says("Waits for whoever keeps the directory") && asked.says("The feed is switched off here."));

    // Somebody else reads it, and finds no door; nor does what is no act of a service have one.
    let mut reader = world.case_manager.clone();
    let mut staff = house.enter(&mut reader);
    let page = staff.get(&one).shown();
    assert!(!page.body.contains("/do/") && !page.says("office@footpath.example"));
    for kind in ["service.revised", "service.assured", "service.feed_approved"] {
        assert_eq!(staff.get(&format!("{one}/do/{kind}")).status, StatusCode::FORBIDDEN, "{kind}");
    }
    assert_eq!(theirs.get(&format!("{one}/do/service.feed_approved")).status, StatusCode::FORBIDDEN);
    assert_eq!(theirs.get(&format!("{one}/do/service.published")).status, StatusCode::NOT_FOUND);
    assert_eq!(theirs.get(&format!("{one}/do/organisation.registered")).status, StatusCode::NOT_FOUND);
}

#[test]
fn whoever_keeps_the_directory_reads_lets_in_and_drafts() {
    let house = House::found();
    let world = house.peopled();
    let asked = json!({"email": "office@footpath.example"});
    house.does(&world.manager, world.service, act(Kind::FeedAsked, &asked));
    let mut administrator = house.administrators[0].clone();
    let mut keeper = house.enter(&mut administrator);
    let waiting = keeper.get("/services/waiting").shown();
    assert_sound(&waiting.body);
    assert!(waiting.says("Mentoring for the way home") && waiting.says("No draft waits."));
    let one = format!("/services/{}", world.service);
    let read = keeper.get(&one).shown();
    assert!(read.says("office@footpath.example") && !read.says("Say that the entry is right"));
    let path = format!("{one}/do/service.feed_approved");
    let form = keeper.get(&path).shown().form(&path);
    assert!(keeper.sends(&form).says("None asks."));
    assert!(keeper.get(&one).shown().says("Let into the public feed"));

    let path = "/services/drafts/new";
    let form = keeper.get(path).shown().form(path);
    let form = form.with("org", &world.cso.to_string()).with("name", "Drafted circle");
    assert_eq!(keeper.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY, "where it comes from is missing");
    let form = form.with("source", "Example directory").with("source_id", "17").with("languages", "français");
    assert!(keeper.sends(&form).says("Drafted circle"));

    let mut manager = world.manager.clone();
    let mut theirs = house.enter(&mut manager);
    assert!(theirs.get("/").shown().says("Drafted from another directory"));
    assert!(!theirs.get("/services").shown().says("Drafted circle"));
    let waiting = theirs.get("/services/waiting").shown();
    assert!(waiting.says("Drafted circle") && !waiting.says("None asks."));
    let draft =
        waiting.body.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|href| href.ends_with("/draft"));
    let path = draft.unwrap().to_owned();
    let form = theirs.get(&path).shown().form(&path);
    assert_eq!(form.value("name").unwrap(), "Drafted circle");
    assert_eq!(form.value("languages").unwrap(), "français");
    let form =
        form.with("aim", "support").and("needs", "dialogue").with("place", "Quayside").with("description", "A circle.");
    let form = form.with("places", "3").and("whom.sexes", "male").and("whom.modes", "group");
    assert!(theirs.sends(&form).says("Drafted circle"));
    assert!(theirs.get("/services").shown().says("Drafted circle"));

    for holder in [&world.case_manager, &world.monitor] {
        let mut holder = holder.clone();
        let mut browser = house.enter(&mut holder);
        assert_eq!(browser.get("/services/waiting").status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get("/services/drafts/new").status, StatusCode::FORBIDDEN);
    }
}

#[test]
fn a_goal_is_taken_to_the_directory_and_back_with_the_service_that_was_chosen() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    house.offered(&world, case, plan);
    let chosen = published(&house, &world, &workbench());
    let mut reader = world.case_manager.clone();
    let mut browser = house.enter(&mut reader);
    let form = browser.get(&format!("/cases/{case}/refer?goal=1")).shown();
    let to = form
        .body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/services?"));
    let to = to.unwrap().replace("&#38;", "&").replace("&amp;", "&");
    assert!(to.contains("need=work") && to.contains(&format!("for={case}")), "{to}");
    let found = browser.get(&to).shown();
    let back = format!("/cases/{case}/refer?goal=1&service={chosen}");
    assert!(found.body.replace("&#38;", "&").replace("&amp;", "&").contains(&back));
    let form = browser.get(&back).shown().form(&format!("/cases/{case}/refer"));
    assert_eq!(form.value("service").unwrap(), chosen.to_string());
    // What is withdrawn meanwhile is offered no longer.
    house.does(&world.manager, chosen, act(Kind::ServiceWithdrawn, &json!({"reason": "Sample."})));
    assert!(!browser.get(&back).shown().body.contains(&chosen.to_string()));
}

#[test]
fn an_organisation_has_a_page_with_what_it_offers() {
    let house = House::found();
    let world = house.peopled();
    let mut reader = world.custody.clone();
    let mut browser = house.enter(&mut reader);
    let list = browser.get("/organisations").shown();
    assert!(list.body.contains(&format!("/organisations/{}", world.cso)));
    let page = browser.get(&format!("/organisations/{}", world.cso)).shown();
    assert_sound(&page.body);
    assert!(page.says("Example Footpath Association") && page.says("Mentoring for the way home"));
    assert!(browser.get(&format!("/organisations/{}", world.prison)).shown().says("No service is published."));
    assert_eq!(browser.get(&format!("/organisations/{}", world.service)).status, StatusCode::NOT_FOUND);
    assert!(reader.capacity == Capacity::CustodyOfficer);
}
