//! The boards over many files as each capacity meets them: the first page, the list of cases, admission, findings, rules, and the
//! record that anybody can check.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use app::Deed;
use axum::http::StatusCode;
use domain::organisation::OrgKind;
use domain::{Capacity, CaseId, Kind};
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::json;

/// One of each kind of reader.
fn readers(house: &House, world: &World) -> Vec<Holder> {
    let readers = [
        &world.registrar,
        &world.case_manager,
        &world.supervisor,
        &world.governor,
        &world.monitor,
        &world.health,
        &world.practitioner,
        &world.manager,
        &world.probation_officer,
        &world.org_administrator,
        &house.administrators[0],
    ];
    readers.into_iter().cloned().collect()
}

/// A monitor finds solitary confinement that is planned for twenty days.
fn found(house: &House, world: &World, case: CaseId) {
    let body = json!({
        "measure": "solitary", "purpose": "order", "planned_end": "2026-12-13T13:00:00.000Z",
        "what": "A sample door was locked all day. The example wing officer said so.", "end_said": "named",
    });
    house.does(&world.monitor, case, act(Kind::MeasureFoundInForce, &body));
}

/// Opens a page in both directions of writing; the one in English comes back.
fn in_both(browser: &mut Browser<'_>, path: &str, status: StatusCode) -> fixture::browser::Answered {
    let mut last = None;
    for language in ["ar", "en"] {
        language.clone_into(&mut browser.language);
        let answered = browser.get(path);
        assert_eq!(answered.status, status, "{path} in {language}: {}", answered.body);
        assert_sound(&answered.body);
        let direction = if language == "ar" { "dir=\"rtl\"" } else { "dir=\"ltr\"" };
        assert!(answered.body.contains(&format!("<html lang=\"{language}\" {direction}>")), "{path}");
        last = Some(answered);
    }
    last.unwrap()
}

#[test]
fn every_board_answers_every_reader_in_english_and_arabic() {
    use Capacity::{CaseManager, Governor, Health, Monitor, ProbationOfficer, Registrar, Supervisor};
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    found(&house, &world, case);
    let boards: [(&str, &[Capacity]); 7] = [
        ("/cases", &[Registrar, CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer]),
        ("/cases?step=release", &[Registrar, CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer]),
        ("/cases?q=ex", &[Registrar, CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer]),
        (
            "/cases?mine=yes&q=%22%3Cb%3E",
            &[Registrar, CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer],
        ),
        ("/cases/admit", &[Registrar]),
        ("/findings", &[CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer]),
        ("/findings?outcome=undetermined", &[CaseManager, Supervisor, Governor, Monitor, Health, ProbationOfficer]),
    ];
    for mut reader in readers(&house, &world) {
        let mut browser = house.enter(&mut reader);
        for path in ["/", "/rules", "/verify"] {
            in_both(&mut browser, path, StatusCode::OK);
        }
        for (path, open_to) in boards {
            let open = open_to.contains(&reader.capacity);
            let status = if open { StatusCode::OK } else { StatusCode::NOT_FOUND };
            let page = in_both(&mut browser, path, status);
            let title = page.body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
            assert!(!title.contains("Idris") && !title.contains("DEMO"), "a title names nobody: {title}");
        }
    }
}

#[test]
fn a_search_finds_only_what_the_asker_may_see() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let elsewhere = house.organisation(OrgKind::Prison, "Fictive Hill");
    let mut stranger = house.account(elsewhere, Capacity::Registrar, "t.template", "T. Template");
    let link = format!("/cases/{case}");
    let mut own = world.registrar.clone();
    let mut browser = house.enter(&mut own);
    for search in ["/cases", "/cases?q=idris", "/cases?q=XAMP", "/cases?q=0147"] {
        assert!(browser.get(search).shown().body.contains(&link), "{search}");
    }
    for search in ["/cases?q=id", "/cases?q=nobody", "/cases?step=release"] {
        assert!(!browser.get(search).shown().body.contains(&link), "{search}");
    }
    let mut browser = house.enter(&mut stranger);
    for search in ["/cases", "/cases?q=idris", "/cases?q=Example", "/cases?q=0147"] {
        let page = browser.get(search).shown();
        assert!(!page.body.contains(&link) && !page.says("Example, Idris"), "{search}");
    }
}

#[test]
fn pages_of_a_list_keep_their_filter() {
    let house = House::found();
    let world = house.peopled();
    for number in 0..26 {
        house.admitted(&world, &format!("DEMO-{number:04}"));
        house.clock.advance(1_000);
    }
    let mut registrar = world.registrar.clone();
    let mut browser = house.enter(&mut registrar);
    let first = browser.get("/cases?q=demo-00").shown();
    assert!(first.body.contains("href=\"/cases?q=demo-00&#38;page=1\""), "{}", first.body);
    let second = browser.get("/cases?q=demo-00&page=1").shown();
    assert!(second.says("DEMO-0000") && second.body.contains("href=\"/cases?q=demo-00\""));
    assert!(!second.says("DEMO-0001"), "the newest stand on the first page");
    assert_sound(&second.body);
    // A page far beyond the end is empty, and breaks nothing.
    assert_sound(&browser.get("/cases?page=4294967295").shown().body);
}

#[test]
fn nobody_is_admitted_to_a_prison_of_others() {
    let house = House::found();
    let world = house.peopled();
    let elsewhere = house.organisation(OrgKind::Prison, "Fictive Hill");
    let mut registrar = world.registrar.clone();
    let mut browser = house.enter(&mut registrar);
    let form = browser.get("/cases/admit").shown().form("/cases/admit");
    assert_eq!(form.value("prison"), Some(world.prison.to_string().as_str()));
    let form = form
        .with("number", "DEMO-0300")
        .with("person.family_name", "Example")
        .with("person.given_names", "Dara")
        .with("person.born.earliest", "1991-02-03")
        .with("person.born.latest", "1991-02-03")
        .with("person.sex", "female")
        .with("person.languages", "French")
        .with("person.reads", "French")
        .with("order", "Sample order 3")
        .with("status", "convicted");
    let answered = browser.send(&form.clone().with("prison", &elsewhere.to_string()));
    assert!(answered.status.is_client_error(), "{}", answered.status);
    let list = browser.get("/cases?q=0300").shown();
    assert!(!list.says("Example, Dara"));
    assert_eq!(browser.send(&form).status, StatusCode::SEE_OTHER);
    // Somebody who may not admit gets no form, and a form of their own is not taken.
    let mut supervisor = world.supervisor.clone();
    let mut browser = house.enter(&mut supervisor);
    let token = browser.get("/").shown().form("/sign-out").value("csrf").unwrap().to_owned();
    let answered = browser.send(&form.with("csrf", &token).with("once", &"0".repeat(32)));
    assert_eq!(answered.status, StatusCode::NOT_FOUND, "{}", answered.body);
}

#[test]
fn a_confinement_that_a_monitor_finds_stands_on_the_board_as_a_breach() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut monitor = world.monitor.clone();
    let mut browser = house.enter(&mut monitor);
    let link = format!("href=\"/cases/{case}");
    let rule = "Prolonged solitary confinement";
    let breaches = |browser: &mut Browser<'_>| browser.get("/findings?outcome=breach").shown();
    assert!(!breaches(&mut browser).body.contains(&link));
    found(&house, &world, case);
    let page = breaches(&mut browser);
    assert!(page.body.contains(&link) && page.says("Mandela 43(1)(b), 44"), "{}", page.body);
    // The first table holds what is open; the second holds every rule.
    let open = page.body.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).unwrap();
    assert!(open.contains(rule) && open.contains("Breach") && !open.contains("Undetermined"), "{open}");
    let home = browser.get("/").shown();
    assert!(home.body.contains(&link), "the first page leads there too");
    // Whoever carries a referral for an organisation has no board.
    for mut reader in [world.practitioner.clone(), world.manager.clone()] {
        let mut browser = house.enter(&mut reader);
        let nothing = browser.get(&format!("/cases/{case}"));
        let board = browser.get("/findings");
        assert_eq!((board.status, nothing.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert!(!board.body.contains(rule));
    }
}

#[test]
fn the_first_page_keeps_empty_queues_and_shows_administrators_no_case() {
    let house = House::found();
    let world = house.peopled();
    let mut supervisor = world.supervisor.clone();
    let mut browser = house.enter(&mut supervisor);
    let queues = |page: &fixture::browser::Answered| {
        let list = page.body.split("<ul class=\"queues\">").nth(1).unwrap();
        list.split("</ul>").next().unwrap().matches("<li>").count()
    };
    let before = browser.get("/").shown();
    let case = house.admitted(&world, "DEMO-0147");
    house.planned_until_answered(&world, case);
    let after = browser.get("/").shown();
    assert_eq!(queues(&before), queues(&after), "no queue goes away when it is empty");
    assert!(!before.body.contains(&format!("/cases/{case}")) && after.body.contains(&format!("/cases/{case}")));
    for mut administrator in [house.administrators[0].clone(), world.org_administrator.clone()] {
        let page = house.enter(&mut administrator).get("/").shown();
        assert!(page.body.contains("href=\"/accounts\"") && page.body.contains("href=\"/organisations\""));
        assert!(!page.body.contains("/cases") && !page.says("Idris"));
    }
}

#[test]
fn the_proof_of_an_act_is_there_for_whoever_holds_its_id() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    // A checkpoint is signed at most once a second, so it takes a later act to cover the plan.
    let mut monitor = world.monitor.clone();
    let page = house.enter(&mut monitor).get("/verify").shown();
    assert!(page.says(&house.app.about().origin) && page.says(&house.app.about().verifier_key));
    assert!(page.body.contains("href=\"/log/checkpoint\"") && page.says("passerelle-verify"));
    let mut nobody = house.browser("en");
    let proof = nobody.get(&format!("/log/proof/{plan}")).shown();
    assert!(proof.headers["content-type"].to_str().unwrap().starts_with("text/plain"));
    assert_eq!(Some(proof.body), house.app.proof_of(plan).unwrap());
    for unknown in [house.nothing().to_string(), "no-id".to_owned()] {
        assert_eq!(nobody.get(&format!("/log/proof/{unknown}")).status, StatusCode::NOT_FOUND);
    }
}

#[test]
fn the_page_of_rules_holds_every_rule_with_its_citation() {
    let house = House::found();
    let mut administrator = house.administrators[0].clone();
    let mut browser = house.enter(&mut administrator);
    let page = browser.get("/rules").shown();
    for rule in safeguards::RULES {
        assert!(page.body.contains(&format!("href=\"/rules/{}\"", rule.id)), "{}", rule.id);
    }
    // The two kinds of limit never look alike.
    let kinds = |body: &str| (body.contains("class=\"kind\""), body.contains("class=\"kind policy\""));
    assert_eq!(
        kinds(&browser.get("/rules/NMR-43b").shown().body),
        (true, true),
        "fifteen days, and when the first warning comes"
    );
    assert_eq!(kinds(&browser.get("/rules/NMR-09c").shown().body), (true, false), "the text has no clock here");
}

impl House {
    /// A plan that the person answered and nobody has approved.
    fn planned_until_answered(&self, world: &World, case: CaseId) {
        let needs = json!({"answers": [{"need": "safety", "looked": "yes", "note": "Sample."}], "language": "Arabic"});
        let assessed = json!({
            "facts": [{"text": "Worked at the Example Bakery.", "source": "Sample certificate", "on": "2025-06-01"}],
            "judgements": [], "needs": [{"area": "work", "text": "Wants to work with wood."}],
        });
        let proposed = json!({
            "goals": [{"need": "work", "goal": "Learn a sample trade.", "step": "Visit the workshop.", "helper": "Mentor"}],
            "words": "I want to work with my hands.", "review_on": "2027-02-01",
        });
        self.does(&world.case_manager, case, act(Kind::NeedsTaken, &needs));
        self.does(&world.case_manager, case, act(Kind::Assessed, &assessed));
        let plan = self.does(&world.case_manager, case, act(Kind::PlanProposed, &proposed)).acts[0];
        let agreed = json!({"plan": plan, "language": "Arabic", "words": "Yes, like this."});
        self.performs(&world.case_manager, &Deed::one(case, act(Kind::PlanAgreed, &agreed)));
    }
}
