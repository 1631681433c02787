//! Files that not everybody may see, through their pages and the API: as those see them who are named, and those who are not.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::Kind;
use fixture::people::act;
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::json;

/// The pages that show lists.
const LISTS: [&str; 7] =
    ["/", "/cases", "/cases?q=Example", "/cases?q=DEMO-0147", "/cases?mine=1", "/findings", "/api/v1/cases"];

fn restrict(browser: &mut Browser<'_>, case: &str, named: &[&Holder]) -> String {
    let at = format!("/cases/{case}/do/file.restricted");
    let form = browser.get(&at).shown().form(&at);
    let mut form = form.with("reason", "A colleague was a witness in the sample trial.");
    for (place, holder) in named.iter().enumerate() {
        form = form.with(&format!("named.{place}.account"), &holder.account.to_string());
    }
    let sent = browser.send(&form);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    sent.location().to_owned()
}

#[test]
fn a_file_is_restricted_on_its_page_and_gone_for_everybody_else() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147").to_string();
    let (mut governor, mut supervisor) = (world.governor.clone(), world.supervisor.clone());
    let mut browser = house.enter(&mut governor);
    let next = restrict(&mut browser, &case, &[&world.governor, &world.case_manager]);
    for language in ["en", "fr", "ar"] {
        browser.language = language.to_owned();
        for page in [next.as_str(), &format!("/cases/{case}"), &format!("/cases/{case}/do")] {
            assert_sound(&browser.get(page).shown().body);
        }
    }
    let page = browser.get(&format!("/cases/{case}/looks")).shown().body;
    assert!(page.contains("M. Sample") || page.contains("witness"), "the reason is said to those who are named");

    let mut other = house.enter(&mut supervisor);
    for list in LISTS {
        let body = other.get(list).body;
        assert!(!body.contains(&case) && !body.contains("Idris"), "{list}");
    }
    let nothing = house.nothing();
    let answers = ["", "/looks", "/do/file.restricted"].map(|section| {
        let [own, none] = [case.clone(), nothing.to_string()].map(|id| other.get(&format!("/cases/{id}{section}")));
        assert_eq!((own.status, none.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        (own.body.len(), none.body.len())
    });
    assert!(answers.iter().all(|(own, none)| own == none), "{answers:?}");
    assert_eq!(other.get(&format!("/api/v1/cases/{case}")).status, StatusCode::NOT_FOUND);
    // Whoever is named lifts it, and the supervisor sees the file again.
    browser.language = "en".to_owned();
    let at = format!("/cases/{case}/do/file.restriction_lifted");
    let form = browser.get(&at).shown().form(&at).with("reason", "No longer needed.");
    assert_eq!(browser.send(&form).status, StatusCode::SEE_OTHER);
    assert_eq!(other.get(&format!("/cases/{case}")).status, StatusCode::OK);
}

#[test]
fn a_restriction_that_nobody_could_lift_is_refused_at_its_form() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut governor = world.governor.clone();
    let mut browser = house.enter(&mut governor);
    let at = format!("/cases/{case}/do/file.restricted");
    let form = browser.get(&at).shown().form(&at);
    let form = form.with("reason", "Sample.").with("named.0.account", &world.case_manager.account.to_string());
    let sent = browser.send(&form);
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.body.contains("Nobody you name could lift the restriction"), "{}", sent.body);
    assert_sound(&sent.body);
}

#[test]
fn whoever_declares_a_conflict_of_interest_is_led_away_and_sees_nothing_more() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut custody = world.custody.clone();
    let mut browser = house.enter(&mut custody);
    let at = format!("/cases/{case}/do/file.conflict_declared");
    let page = browser.get(&at).shown();
    assert_sound(&page.body);
    assert!(!page.body.contains("M. Sample"), "an officer declares it of nobody else");
    let form = page.form(&at).with("account", &world.custody.account.to_string()).with("tie", "relative");
    let sent = browser.send(&form);
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/cases"));
    assert_eq!(browser.get(&format!("/cases/{case}")).status, StatusCode::NOT_FOUND);
    // The governor sees that it was declared, and may end it.
    let mut governor = world.governor.clone();
    let mut leading = house.enter(&mut governor);
    let page = leading.get(&format!("/cases/{case}/looks")).shown().body;
    assert!(page.contains("C. Officer") && page.contains("file.conflict_ended"));
    let ended = json!({"account": world.custody.account, "reason": "Declared on the wrong file."});
    house.does(&world.governor, case, act(Kind::FileConflictEnded, &ended));
    assert_eq!(browser.get(&format!("/cases/{case}")).status, StatusCode::OK);
}

#[test]
fn a_supervisor_gives_all_files_of_a_case_manager_to_another_on_one_page() {
    let house = House::found();
    let world = house.peopled();
    let cases = ["DEMO-0147", "DEMO-0148"].map(|number| house.admitted(&world, number));
    let mut second = house.account(world.prison, domain::Capacity::CaseManager, "n.sample", "N. Sample");
    let (mut supervisor, mut governor) = (world.supervisor.clone(), world.governor.clone());
    let mut browser = house.enter(&mut supervisor);
    assert!(browser.get("/cases").body.contains("/reallocate"));
    for language in ["fr", "ar", "en"] {
        browser.language = language.to_owned();
        assert_sound(&browser.get("/reallocate?given=2&stayed=1").shown().body);
    }
    let form = browser.get("/reallocate").shown().form("/reallocate");
    let same = form.with("from", &second.account.to_string()).with("to", &second.account.to_string());
    let answered = browser.send(&same);
    assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&answered.body);
    let none = form.with("from", &second.account.to_string()).with("to", &world.case_manager.account.to_string());
    assert!(browser.send(&none).says("carries no file"));
    let whole = form.with("from", &world.case_manager.account.to_string()).with("to", &second.account.to_string());
    let sent = browser.send(&whole);
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/reallocate?given=2&stayed=0"));
    assert!(browser.get("/reallocate?given=2&stayed=0").says("2 files"));
    let mut now = house.enter(&mut second);
    for case in cases {
        assert_eq!(now.get(&format!("/cases/{case}")).status, StatusCode::OK);
    }
    let mut other = house.enter(&mut governor);
    assert_eq!(other.get("/reallocate").status, StatusCode::NOT_FOUND);
    let forged = other.send(&fixture::form::SentForm::to("/reallocate"));
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}
