//! Posts through their pages and the API: kept by an administrator, read by colleagues, stood in for by two words, signed by
//! oversight where nobody else is left.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{ActId, Capacity, CaseId, Kind, OrgId};
use fixture::browser::Browser;
use fixture::form::SentForm;
use fixture::people::{World, act, measure};
use fixture::sound::assert_sound;
use fixture::{Holder, House};
use serde_json::json;

/// The prison with posts: a governor over a supervisor over a case manager, kept by an administrator of its own.
#[cfg(test)]
struct Kept {
    world: World,
    admin: Holder,
    colleague: Holder,
    governor: ActId,
    supervisor: ActId,
    manager: ActId,
    case: CaseId,
}

#[cfg(test)]
fn kept(house: &House) -> Kept {
    let world = house.peopled();
    let admin = house.account(world.prison, Capacity::OrgAdministrator, "a.admin", "A. Admin");
    let colleague = house.account(world.prison, Capacity::CaseManager, "n.sample", "N. Sample");
    let post = |title: &str, capacity: &str| {
        let body = json!({"title": title, "capacity": capacity, "from": "2026-01-01T00:00:00.000Z"});
        house.does(&admin, world.prison, act(Kind::PostEstablished, &body)).acts[0]
    };
    let governor = post("Governor", "governor");
    let supervisor = post("Head of casework", "supervisor");
    let manager = post("Case manager, east wing", "case_manager");
    for (post, holder) in [(governor, &world.governor), (supervisor, &world.supervisor), (manager, &world.case_manager)]
    {
        let body = json!({"post": post, "account": holder.account, "from": "2026-02-01T00:00:00.000Z"});
        house.does(&admin, world.prison, act(Kind::PostTaken, &body));
    }
    for (post, above) in [(governor, None), (supervisor, Some(governor)), (manager, Some(supervisor))] {
        let mut body = json!({"post": post, "from": "2026-02-01T00:00:00.000Z"});
        if let Some(above) = above {
            body["under"] = json!({"org": world.prison, "post": above});
        }
        house.does(&admin, world.prison, act(Kind::PostPlaced, &body));
    }
    let case = house.admitted(&world, "DEMO-0147");
    Kept { world, admin, colleague, governor, supervisor, manager, case }
}

#[cfg(test)]
fn posts_of(org: OrgId) -> String {
    format!("/organisations/{org}/posts")
}

#[cfg(test)]
fn in_every_language(browser: &mut Browser<'_>, path: &str) {
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get(path).shown().body);
    }
}

#[test]
fn an_administrator_keeps_posts_by_hand() {
    let house = House::found();
    let world = house.peopled();
    let mut admin = house.account(world.prison, Capacity::OrgAdministrator, "a.admin", "A. Admin");
    let mut browser = house.enter(&mut admin);
    assert!(browser.get("/").says("Posts"));
    let own = posts_of(world.prison);
    assert_eq!(browser.get("/posts").location(), own);
    assert!(browser.get(&own).says("There is no post on that day."));
    let new = format!("{own}/new");
    in_every_language(&mut browser, &new);
    let form = browser.get(&new).shown().form(&new);
    let nothing = browser.send(&form);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&nothing.body);
    let whole = form.with("title", "Head of casework").with("capacity", "supervisor").with("from", "2026-01-01T08:00");
    let sent = browser.send(&whole);
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let post = sent.location().to_owned();
    assert!(post.starts_with(&format!("{own}/")));
    assert!(browser.get(&post).says("Nobody is on record as holding it."));

    // Only who acts as what the post is can be chosen, and nobody holds it before it exists.
    let take = format!("{post}/do/post.taken");
    in_every_language(&mut browser, &take);
    let page = browser.get(&take).shown();
    assert!(page.says("S. Example") && !page.says("G. Placeholder"));
    let form = page.form(&take).with("account", &world.supervisor.account.to_string());
    let early = browser.send(&form.with("from", "2025-12-31T08:00"));
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.says("The post does not exist at that time"));
    assert!(browser.sends(&form.with("from", "2026-02-01T08:00")).says("S. Example"));
    let again = browser.get(&take).shown().form(&take).with("account", &world.supervisor.account.to_string());
    let twice = browser.send(&again.with("from", "2026-03-01T08:00"));
    assert!(twice.status == StatusCode::CONFLICT && twice.says("Somebody holds this post at that time already"));

    // Nobody said where it reports; then it is the head.
    assert!(browser.get(&post).says("Where it reports is not known."));
    let place = format!("{post}/do/post.placed");
    in_every_language(&mut browser, &place);
    let form = browser.get(&place).shown().form(&place).with("from", "2026-02-01T08:00");
    let unsaid = browser.send(&form);
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.sends(&form.with("under.post", "nobody")).says("Nobody: it is a head"));

    let rename = format!("{post}/do/post.renamed");
    let form = browser.get(&rename).shown().form(&rename);
    assert_eq!(form.value("title"), Some("Head of casework"));
    assert!(browser.sends(&form.with("title", "Head of plans").with("unit", "East wing")).says("Head of plans"));

    in_every_language(&mut browser, &own);
    in_every_language(&mut browser, &post);
    let listed = browser.get(&own).shown();
    assert!(listed.says("Head of plans") && listed.says("S. Example") && listed.says("Nobody: it is a head"));
    let before = browser.get(&format!("{own}?on=2026-01-15")).shown();
    assert!(before.says("Head of plans") && !before.says("S. Example") && before.says("Not known"));
    assert!(browser.get(&format!("{own}?on=2025-12-31")).says("There is no post on that day."));
    assert_eq!(browser.get(&format!("{own}?on=tomorrow")).status, StatusCode::BAD_REQUEST);
}

#[test]
fn an_entry_is_ended_or_said_to_have_been_wrong_and_a_post_is_abolished() {
    let house = House::found();
    let mut kept = kept(&house);
    let mut browser = house.enter(&mut kept.admin);
    let post = format!("{}/{}", posts_of(kept.world.prison), kept.manager);
    let link = |page: &str, kind: &str| -> String {
        let begins = format!("{post}/do/{kind}?");
        let (_, rest) = page.split_once(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no {kind}"));
        format!("{begins}{}", rest.split('"').next().unwrap())
    };
    let page = browser.get(&post).shown();
    let leave = link(&page.body, "post.left");
    in_every_language(&mut browser, &leave);
    let form = browser.get(&leave).shown().form(&leave).with("at", "2026-11-20T08:00");
    assert!(browser.sends(&form).says("Nobody"));
    let wrong = link(&browser.get(&post).shown().body, "post.entry_voided");
    let form = browser.get(&wrong).shown().form(&wrong).with("reason", "It was another post.");
    assert!(browser.sends(&form).says("Nobody is on record as holding it."));
    let ended = link(&browser.get(&post).shown().body, "post.line_ended");
    let form = browser.get(&ended).shown().form(&ended).with("at", "2026-11-20T08:00");
    assert!(browser.sends(&form).says("Not known"));
    let abolish = format!("{post}/do/post.abolished");
    let form = browser.get(&abolish).shown().form(&abolish).with("at", "2026-11-21T08:00");
    browser.sends(&form);
    let own = posts_of(kept.world.prison);
    assert!(!browser.get(&own).shown().says("east wing"));
    assert!(browser.get(&format!("{own}?on=2026-11-20")).shown().says("east wing"));
    assert!(!browser.get(&post).shown().body.contains("post.taken"), "nothing more is recorded of it");
}

/// Somebody stands in for the case manager, as the supervisor proposed and the governor confirmed on their pages.
#[cfg(test)]
fn stood_in(house: &House, kept: &mut Kept) {
    let post = format!("{}/{}", posts_of(kept.world.prison), kept.manager);
    let propose = format!("{post}/do/post.cover_proposed");
    let mut browser = house.enter(&mut kept.world.supervisor);
    in_every_language(&mut browser, &propose);
    let page = browser.get(&propose).shown();
    assert!(page.says("N. Sample") && !page.says("M. Sample (Case") && !page.says("H. Sample"));
    let form = page.form(&propose);
    assert_eq!(form.value("holder"), Some(kept.world.case_manager.account.to_string().as_str()));
    let form = form.with("account", &kept.colleague.account.to_string()).with("cover", "leave");
    let form = form.with("from", "2026-11-23T14:00").with("until", "2026-11-25T14:00").with("basis", "Order 7");
    assert!(browser.sends(&form).says("Waits for a second person"));
    assert!(browser.get(&posts_of(kept.world.prison)).says("Another person has to confirm it"));
    let mut other = house.enter(&mut kept.world.governor);
    let list = other.get(&posts_of(kept.world.prison)).shown();
    let confirm = list.body.split("href=\"").find(|rest| rest.contains("post.cover_confirmed?")).unwrap();
    let confirm = confirm.split('"').next().unwrap().to_owned();
    in_every_language(&mut other, &confirm);
    let form = other.get(&confirm).shown().form(&confirm);
    assert!(other.sends(&form).says("Stands in now"));
    in_every_language(&mut other, &posts_of(kept.world.prison));
}

#[test]
fn whoever_stands_in_takes_the_post_up_and_lays_it_down_again() {
    let house = House::found();
    let mut kept = kept(&house);
    stood_in(&house, &mut kept);
    let file = format!("/cases/{}", kept.case);
    let mut browser = house.enter(&mut kept.colleague);
    assert_eq!(browser.get(&file).status, StatusCode::NOT_FOUND, "not in their own name");
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get("/").shown().body);
    }
    let home = browser.get("/").shown();
    assert!(home.says("You stand in") && home.says("M. Sample"));
    let form = home.form("/acting-for");
    assert_eq!(browser.send(&form).location(), "/");
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get("/").shown().body);
    }
    let home = browser.get("/").shown();
    assert!(home.says("in the place of") && home.says("Act for yourself again"));
    assert!(browser.get(&file).shown().says("Idris"));
    assert!(browser.get("/cases").says("Idris"));
    let back = browser.get(&file).shown().form("/acting-for");
    assert_eq!(browser.send(&back).location(), "/");
    assert_eq!(browser.get(&file).status, StatusCode::NOT_FOUND);
    // Taken up again, it is over at its instant, whatever page is open.
    let form = browser.get("/").shown().form("/acting-for");
    browser.send(&form);
    house.does(
        &kept.world.supervisor,
        kept.world.prison,
        act(Kind::PostCoverEnded, &json!({"cover": form.value("cover"), "reason": "Back early."})),
    );
    assert_eq!(browser.get(&file).status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/").shown().says("in the place of"));
}

#[test]
fn whose_work_it_is_not_finds_no_form_and_gets_nowhere_without_one() {
    let house = House::found();
    let mut kept = kept(&house);
    stood_in(&house, &mut kept);
    let (own, post) = (posts_of(kept.world.prison), format!("{}/{}", posts_of(kept.world.prison), kept.governor));
    // A colleague reads, and records nothing.
    let mut browser = house.enter(&mut kept.world.custody);
    let page = browser.get(&own).shown();
    assert!(page.says("Head of casework") && page.says("N. Sample") && !page.body.contains("/do/"));
    assert!(!browser.get(&post).shown().body.contains("/do/"));
    for kind in ["post.taken", "post.cover_proposed", "post.abolished", "post.cover_confirmed"] {
        let path = format!("{post}/do/{kind}");
        assert_eq!(browser.get(&path).status, StatusCode::FORBIDDEN, "{kind}");
        let token = page.form("/sign-out");
        let forged = SentForm { action: path, ..token }.with("at", "2026-11-23T10:00");
        assert_eq!(browser.send(&forged).status, StatusCode::FORBIDDEN, "{kind}");
    }
    assert_eq!(browser.get(&format!("{own}/new")).status, StatusCode::FORBIDDEN);
    // Nobody acts for a post that they do not stand in for.
    let cover = house.app.posts(&kept.admin.actor(), kept.world.prison, None).unwrap().covers[0].cover;
    let forged = page.form("/sign-out").with("cover", &cover.to_string());
    let forged = SentForm { action: "/acting-for".to_owned(), ..forged };
    assert_eq!(browser.send(&forged).status, StatusCode::NOT_FOUND);
    // Whoever does not lead a post says nothing of who stands in for it.
    let mut supervisor = house.enter(&mut kept.world.supervisor);
    let governor = format!("{post}/do/post.cover_proposed");
    assert!(!supervisor.get(&post).shown().body.contains("post.cover_proposed"));
    let form = supervisor.get(&governor).shown().form(&governor);
    let form = form.with("account", &kept.colleague.account.to_string()).with("cover", "acting_up");
    let form = form.with("from", "2026-11-23T14:00").with("until", "2026-11-25T14:00").with("basis", "Order 8");
    assert_eq!(supervisor.send(&form).status, StatusCode::FORBIDDEN);
    // Another organisation's posts are not there, for those who oversee nothing.
    for stranger in [&mut kept.world.manager, &mut kept.world.probation_officer] {
        let mut browser = house.enter(stranger);
        for path in [&own, &post, &format!("{own}/new"), &governor] {
            assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let mut monitor = house.enter(&mut kept.world.monitor);
    assert!(monitor.get(&own).shown().says("Head of casework"));
    assert_eq!(monitor.get(&format!("{post}/do/post.taken")).status, StatusCode::FORBIDDEN);
    assert_eq!(monitor.get(&format!("{own}/{}", ActId::from_bytes([9; 16]))).status, StatusCode::NOT_FOUND);
    assert_eq!(monitor.get(&format!("{post}/do/measure.imposed")).status, StatusCode::NOT_FOUND);
    let _ = kept.supervisor;
}

#[test]
fn in_a_small_prison_the_monitor_finds_on_the_first_page_what_only_they_can_sign() {
    let house = House::found();
    let mut kept = kept(&house);
    let (from, until) = (house.now(), house.now().plus(86_400_000));
    let body = json!({
        "post": kept.governor, "account": kept.world.supervisor.account, "holder": kept.world.governor.account, "cover": "leave", "from": from, "until": until,
        "basis": "Order 9",
    });
    house.does(&kept.admin, kept.world.prison, act(Kind::PostCoverProposed, &body));
    let mut browser = house.enter(&mut kept.world.monitor);
    let home = browser.get("/").shown();
    assert!(home.says("Only you can sign this") && home.says("Specimen Prison"));
    in_every_language(&mut browser, "/");
    let list = browser.get(&posts_of(kept.world.prison)).shown();
    let confirm = list.body.split("href=\"").find(|rest| rest.contains("post.cover_confirmed?")).unwrap();
    let confirm = confirm.split('"').next().unwrap().to_owned();
    assert!(!list.body.contains("post.cover_ended"), "oversight signs and does nothing else");
    let form = browser.get(&confirm).shown().form(&confirm);
    assert!(browser.sends(&form).says("Stands in now"));
    assert!(!browser.get("/").shown().says("Only you can sign this"));
}

#[test]
fn a_review_says_where_the_reviewer_stood_and_nobody_says_it_for_the_program() {
    let house = House::found();
    let mut kept = kept(&house);
    let imposed = json!({
        "measure": "solitary", "purpose": "safety_of_others", "planned_end": "2026-11-26T13:00:00.000Z",
        "facts": [{"on": "2026-11-22", "what": "A sample fight in the yard.", "source": "Sample report 1"}],
        "alternatives": [{"way": "Sample talk", "outcome": "Was tried."}], "legal_basis": "Section 0 of the Example Act",
        "authorised_by": "G. Placeholder", "same_for_anyone": "Anyone who did this.", "fits_person": "Seen by health staff.",
        "review_by": "2026-11-25T13:00:00.000Z", "goes_on": "Sample visits.",
    });
    let imposed = act(Kind::MeasureImposed, &measure(imposed));
    let measure = house.does(&kept.world.governor, kept.case, imposed).acts[0];
    let reviewed = json!({"measure": measure, "outcome": "go_on", "reasons": "Looked.", "view": "Nothing."});
    let mut claimed = reviewed.clone();
    claimed["command"] = json!("outside");
    let mut browser = house.enter(&mut kept.world.monitor);
    let path = format!("/api/v1/cases/{}/measure", kept.case);
    let refused = browser.send_json(&path, &json!({"kind": "measure.reviewed", "body": claimed}));
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    let once = json!({"kind": "measure.reviewed", "body": reviewed});
    let taken = browser.send_once(&path, "review-1", &once);
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.body);
    // The same request again is the same deed, though the program has written something into it.
    assert_eq!(browser.send_once(&path, "review-1", &once).status, StatusCode::OK);
    let page = format!("/cases/{}/measures/{measure}", kept.case);
    assert!(browser.get(&page).shown().says("Not known whether from outside the line of command"));
    in_every_language(&mut browser, &page);
    let file: serde_json::Value =
        serde_json::from_str(&browser.get(&format!("/api/v1/cases/{}", kept.case)).shown().body).unwrap();
    let written = file["acts"].as_array().unwrap().iter().filter(|act| act["kind"] == "measure.reviewed");
    assert_eq!(written.map(|act| act["body"]["command"].clone()).collect::<Vec<_>>(), [json!("not_known")]);
    let described = web::api::openapi::document().unwrap();
    let described: serde_json::Value = serde_json::from_str(&described).unwrap();
    let schemas = &described["components"]["schemas"];
    assert!(schemas["Body.measure.reviewed"]["properties"]["command"].is_null());
    assert!(schemas["Said.measure.reviewed"]["properties"]["command"].is_object());
}

#[test]
fn the_api_reads_and_writes_posts_and_lets_a_session_act_for_one() {
    let house = House::found();
    let mut kept = kept(&house);
    let org = kept.world.prison;
    let mut browser = house.enter(&mut kept.admin);
    let (reads, writes) = (format!("/api/v1/organisations/{org}/posts"), format!("/api/v1/organisations/{org}/post"));
    let read = |browser: &mut Browser<'_>, path: &str| -> serde_json::Value {
        serde_json::from_str(&browser.get(path).shown().body).unwrap()
    };
    let now = read(&mut browser, &reads);
    assert_eq!(now["posts"].as_array().unwrap().len(), 3);
    let of = |posts: &serde_json::Value, post: ActId| {
        posts["posts"].as_array().unwrap().iter().find(|line| line["post"] == json!(post)).cloned().unwrap()
    };
    assert_eq!(of(&now, kept.manager)["held"][0]["account"], json!(kept.world.case_manager.account));
    assert_eq!(of(&now, kept.manager)["lines"][0]["post"], json!(kept.supervisor));
    assert!(of(&now, kept.governor)["lines"][0]["post"].is_null());
    let before = read(&mut browser, &format!("{reads}?on=2026-01-10"));
    assert!(of(&before, kept.manager)["held"].as_array().unwrap().is_empty());
    assert_eq!(browser.get(&format!("{reads}?on=soon")).status, StatusCode::BAD_REQUEST);

    let (from, until) = (house.now(), house.now().plus(3_600_000));
    let body = json!({
        "post": kept.manager, "account": kept.colleague.account, "holder": kept.world.case_manager.account, "cover": "leave", "from": from, "until": until, "basis": "Order 7",
    });
    let taken = browser.send_json(&writes, &json!({"kind": "post.cover_proposed", "body": body}));
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.body);
    let taken: serde_json::Value = serde_json::from_str(&taken.body).unwrap();
    let cover = taken["acts"][0].clone();
    let confirm = json!({"kind": "post.cover_confirmed", "body": {"cover": cover}});
    assert_eq!(browser.send_json(&writes, &confirm).status, StatusCode::CONFLICT, "nobody confirms their own");
    let mut other = house.enter(&mut kept.world.supervisor);
    assert_eq!(other.send_json(&writes, &confirm).status, StatusCode::CREATED);
    assert_eq!(other.send_json("/api/v1/session/post", &json!({"cover": cover})).status, StatusCode::NOT_FOUND);

    let mut colleague = house.enter(&mut kept.colleague);
    let me = read(&mut colleague, "/api/v1/me");
    assert!(me["for_post"].is_null() && me["stands_in"][0]["cover"] == cover);
    let file = format!("/api/v1/cases/{}", kept.case);
    assert_eq!(colleague.get(&file).status, StatusCode::NOT_FOUND);
    assert_eq!(colleague.send_json("/api/v1/session/post", &json!({"cover": cover})).status, StatusCode::OK);
    assert_eq!(read(&mut colleague, "/api/v1/me")["for_post"], json!(kept.manager));
    assert_eq!(colleague.get(&file).status, StatusCode::OK);
    house.clock.set(until.plus(-1));
    assert_eq!(colleague.get(&file).status, StatusCode::UNAUTHORIZED, "the session is idle for an hour");
}
