//! The vault and its notes as they are met on pages: choosing a passphrase, sharing, writing, reading, and what is said when
//! something stands against it, in three languages.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::referral::{Accepted, Assigned};
use domain::{Capacity, ReferralId};
use fixture::form::SentForm;
use fixture::people::World;
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};

const MINUTE: i64 = 60_000;
const MANAGERS: &str = "seven lanterns over the river";
const MENTORS: &str = "the baker hums before sunrise";

fn carried(house: &House, world: &World) -> ReferralId {
    let case = house.admitted(world, "DEMO-0147");
    let plan = house.planned(world, case);
    let referral = house.offered(world, case, plan);
    house.does(&world.manager, referral, Accepted { note: None });
    house.does(&world.manager, referral, Assigned { to: world.practitioner.account });
    referral
}

fn prove(house: &House, browser: &mut Browser<'_>, holder: &Holder) {
    house.clock.advance(MINUTE);
    let code = holder.telephone.code_at(house.now());
    let form = browser.get("/step-up?next=/vault").shown().form("/step-up");
    assert_eq!(browser.send(&form.with("code", &code)).location(), "/vault");
}

fn choose(browser: &mut Browser<'_>, passphrase: &str) {
    let form = browser.get("/vault/passphrase").shown().form("/vault/passphrase");
    let sent = form.with("passphrase", passphrase).with("again", passphrase);
    assert_eq!(browser.send(&sent).location(), "/vault");
}

fn open(browser: &mut Browser<'_>, from: &str, passphrase: &str) -> String {
    let form = browser.get(from).shown().form("/vault/open");
    browser.send(&form.with("passphrase", passphrase)).location().to_owned()
}

/// A form that no page shows to this reader, with the token of the session.
fn forged(browser: &mut Browser<'_>, path: &str) -> SentForm {
    let csrf = browser.get("/").shown().form("/language").value("csrf").unwrap().to_owned();
    SentForm::to(path).with("csrf", &csrf)
}

fn in_three_languages(browser: &mut Browser<'_>, pages: &[&str]) {
    for language in ["fr", "ar", "en"] {
        language.clone_into(&mut browser.language);
        for page in pages {
            let shown = browser.get(page).shown();
            assert_sound(&shown.body);
            assert!(!shown.body.contains('⟦'), "{language} {page}");
            let says = if language == "ar" { "dir=\"rtl\"" } else { "dir=\"ltr\"" };
            assert!(shown.body.contains(says), "{language} {page}");
        }
    }
}

/// The form of a row, by whose it is.
fn of_account(html: &str, action: &str, account: &str) -> SentForm {
    let all = fixture::form::all(html);
    all.into_iter().find(|form| form.action == action && form.value("account") == Some(account)).unwrap()
}

#[test]
fn a_manager_makes_the_vault_shares_it_and_a_practitioner_writes_and_reads() {
    let house = House::found();
    let mut world = house.peopled();
    let referral = carried(&house, &world);
    let notes = format!("/referrals/{referral}/notes");
    let mentor_id = world.practitioner.account.to_string();
    let mut mentor = house.enter(&mut world.practitioner);
    let page = mentor.get(&notes).shown();
    assert!(page.says("There is no vault yet") && page.has_form(&notes).is_none());
    assert!(mentor.get(&format!("/referrals/{referral}")).shown().body.contains(&notes), "there is a way to it");

    let mut intake = house.enter(&mut world.manager);
    house.clock.advance(5 * MINUTE);
    assert_eq!(intake.get("/vault/passphrase").location(), "/step-up?next=/vault/passphrase");
    prove(&house, &mut intake, &world.manager);
    in_three_languages(&mut intake, &["/vault", "/vault/passphrase"]);
    choose(&mut intake, MANAGERS);
    let form = intake.get("/vault").shown().form("/vault/make");
    assert_eq!(intake.send(&form).location(), "/vault");
    assert!(intake.get("/vault").shown().says("Only one person holds the vault"));

    prove(&house, &mut mentor, &world.practitioner);
    choose(&mut mentor, MENTORS);
    assert!(mentor.get("/vault").shown().says("must share it with you"));
    assert_eq!(open(&mut intake, "/vault", MANAGERS), "/vault");
    let sheet = intake.get("/vault").shown();
    let shared = intake.send(&of_account(&sheet.body, "/vault/share", &mentor_id));
    assert_eq!(shared.location(), "/vault", "{}", shared.body);

    let form = mentor.get(&notes).shown().form(&notes);
    let sent = form.with("text", "He asked about his sister.\nShe will visit.");
    assert_eq!(mentor.send(&sent).location(), notes);
    let page = mentor.get(&notes).shown();
    assert!(page.says("Sealed. Open the vault to read it.") && !page.says("his sister"));
    in_three_languages(&mut mentor, &[&notes, "/vault"]);
    assert_eq!(open(&mut mentor, &notes, MENTORS), notes, "back to where one was");
    let page = mentor.get(&notes).shown();
    assert!(page.says("He asked about his sister.") && page.says("The vault is open until"));
    in_three_languages(&mut mentor, &[&notes, "/vault"]);
    let close = mentor.get(&notes).shown().form("/vault/close");
    assert_eq!(mentor.send(&close).location(), notes);
    assert!(!mentor.get(&notes).shown().says("his sister"));

    // The manager opens them with a fresh factor, and both see that it was done.
    house.clock.advance(5 * MINUTE);
    assert!(intake.get(&notes).location().starts_with("/step-up?next="));
    prove(&house, &mut intake, &world.manager);
    open(&mut intake, &notes, MANAGERS);
    assert!(intake.get(&notes).shown().says("He asked about his sister."));
    assert!(mentor.get(&notes).shown().says("L. Model"), "whoever wrote them sees who opened them");
    // Ending it needs no fresh factor, and counts at once.
    let sheet = intake.get("/vault").shown();
    assert_eq!(intake.send(&of_account(&sheet.body, "/vault/unshare", &mentor_id)).location(), "/vault");
    assert!(mentor.get(&notes).shown().says("The vault is not shared with you"));
}

#[test]
fn what_stands_against_a_note_or_a_passphrase_is_said_and_nothing_typed_is_lost() {
    let house = House::found();
    let mut world = house.peopled();
    let referral = carried(&house, &world);
    let notes = format!("/referrals/{referral}/notes");
    let mut intake = house.enter(&mut world.manager);
    prove(&house, &mut intake, &world.manager);
    let form = intake.get("/vault/passphrase").shown().form("/vault/passphrase");
    let refused = |browser: &mut Browser<'_>, one: &str, two: &str, says: &str| {
        let answer = browser.send(&form.with("passphrase", one).with("again", two));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(answer.says(says), "{}", answer.body);
        assert!(!answer.body.contains(one), "a passphrase is never shown again");
    };
    refused(&mut intake, MANAGERS, MENTORS, "The two are not the same");
    refused(&mut intake, "too short", "too short", "characters");
    choose(&mut intake, MANAGERS);
    let make = intake.get("/vault").shown().form("/vault/make");
    intake.sends(&make);
    let wrong = intake.get("/vault").shown().form("/vault/open");
    let answer = intake.send(&wrong.with("passphrase", "no such sentence at all"));
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.says("This is not the passphrase of your key"));
    let again = forged(&mut intake, "/vault/make");
    let again = intake.send(&again);
    assert!(again.status == StatusCode::CONFLICT && !again.body.contains('⟦'), "{}", again.body);

    let mut mentor = house.enter(&mut world.practitioner);
    let form = mentor.get(&notes).shown().form(&notes);
    for (text, says) in [("  ", "Nothing was written"), (&*"x".repeat(4001), "4,000 characters")] {
        let answer = mentor.send(&form.with("text", text));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(answer.says(says) && answer.body.contains(text.trim()), "{says}");
    }
    assert_eq!(mentor.send(&form.with("text", "Once.")).location(), notes);
    let twice = mentor.send(&form.with("text", "Once."));
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.says("This form was sent before") && twice.body.contains("Once.</textarea>"));
    assert!(mentor.get(&notes).shown().says("One note"));
}

#[test]
fn whoever_is_not_of_the_organisation_finds_neither_notes_nor_a_vault() {
    let house = House::found();
    let mut world = house.peopled();
    let referral = carried(&house, &world);
    let notes = format!("/referrals/{referral}/notes");
    let none = format!("/referrals/{}/notes", house.nothing());
    let mentor = world.practitioner.account.to_string();
    for holder in [&mut world.case_manager, &mut world.governor, &mut world.supervisor] {
        let mut browser = house.enter(holder);
        let (theirs, nowhere) = (browser.get(&notes), browser.get(&none));
        assert_eq!((theirs.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert_eq!(browser.get("/vault").status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get("/vault/passphrase").status, StatusCode::NOT_FOUND);
        assert!(!browser.get("/").shown().body.contains("href=\"/vault\""));
        for path in ["/vault/open", "/vault/make", "/vault/share", "/vault/unshare"] {
            let form = forged(&mut browser, path).with("account", &mentor);
            let answer = browser.send(&form);
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        }
        assert_eq!(browser.get(&format!("/referrals/{referral}")).status, StatusCode::OK);
    }
    let mut second = house.account(world.cso, Capacity::CsoPractitioner, "d.sample", "D. Sample");
    let mut browser = house.enter(&mut second);
    assert_eq!(browser.get(&notes).status, StatusCode::NOT_FOUND, "a colleague who does not carry it");
    assert_eq!(browser.get("/vault").status, StatusCode::OK);
}
