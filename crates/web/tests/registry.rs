//! The register through its pages: organisations, accounts, services, referrals, as each role meets them.

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::organisation::OrgKind;
use domain::{Capacity, Kind};
use fixture::browser::{Answered, Browser};
use fixture::form::{SentForm, plain};
use fixture::people::{World, act};
use fixture::sound::assert_sound;
use fixture::{Holder, House};
use serde_json::json;

#[test]
fn a_printed_password_lets_in_once_and_is_changed() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let printed = first.password.clone();
    let mut browser = house.enter(&mut first);
    assert_ne!(first.password, printed);
    assert_sound(&browser.get("/password").shown().body);
}

/// The address of a link with this beginning and these words beside it, on a page.
#[cfg(test)]
fn link_after(page: &Answered, mark: &str, begins: &str) -> String {
    let text = plain(&page.body);
    let (_, rest) = text.split_once(mark).unwrap_or_else(|| panic!("no {mark} on the page"));
    let (_, rest) = rest.split_once(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no {begins} after {mark}"));
    format!("{begins}{}", rest.split('"').next().unwrap())
}

/// Reads the two halves of a slip as the person who gets them would.
#[cfg(test)]
fn from_slip([entry, factor]: [&Answered; 2], sign_in: &str) -> Holder {
    let codes = |page: &Answered| -> Vec<String> {
        let pieces = page.body.split("<bdi class=\"code\" dir=\"ltr\">").skip(1);
        pieces.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    };
    let (entry, factor) = (codes(entry), codes(factor));
    assert_eq!(entry[0], sign_in);
    let nobody = [0; 16];
    Holder {
        account: domain::AccountId::from_random(nobody),
        org: domain::OrgId::from_random(nobody),
        capacity: Capacity::Person,
        sign_in: sign_in.to_owned(),
        password: entry[1].clone(),
        telephone: app::credential::TotpSecret::read(&factor[0].replace(' ', "")).unwrap(),
    }
}

#[test]
fn two_administrators_make_five_organisations_and_ten_accounts_by_hand() {
    let house = House::found();
    let [mut first, mut second] = house.administrators.clone();
    let (mut one, mut two) = (house.enter(&mut first), house.enter(&mut second));
    let orgs = [
        ("prison", "Specimen Prison"),
        ("civil_society", "Example Footpath Association"),
        ("probation", "Sample Probation"),
        ("oversight", "Placeholder Inspectorate"),
        ("ministry", "Example Ministry"),
    ];
    for (kind, name) in orgs {
        let form = one.get("/organisations/new").shown().form("/organisations/new");
        let form = form.with("name", name).with("kind", kind).with("place", "Example Town").with("contact", "000 0147");
        assert!(one.sends(&form).says(name));
    }
    let choose = one.get("/organisations/mandate").shown();
    let form = one.get(&link_after(&choose, "Which prison?", "/organisations/mandate?prison=")).shown();
    let form = form.form(&link_action(&form, "/organisations/mandate?prison="));
    let body = link_option(&one.get("/organisations/mandate").shown(), &mut one, "Placeholder Inspectorate");
    let listed = one.sends(&form.with("body", &body).with("basis", "Section 0 of the Example Act"));
    assert!(listed.says("Waits for a second administrator") && listed.says("Another administrator has to confirm it"));
    let next = link_after(&two.get("/organisations").shown(), "Waits for a second", "/organisations/mandates/");
    // Whoever proposed it finds no button, and gets nowhere without one.
    assert_eq!(one.get(&next).status, StatusCode::SEE_OTHER);
    let asked = two.get(&next).shown();
    assert!(asked.says("Section 0 of the Example Act"));
    let form = asked.form(&next);
    assert!(two.sends(&form).says("Propose to end it"));
    // Its end takes two as well, and what is over is not listed.
    let form = two.get(&next).shown().form(&next);
    assert!(two.sends(&form.with("basis", "Section 1 of the Example Act")).says("Its end waits"));
    let form = one.get(&next).shown().form(&next);
    assert!(!one.sends(&form).says("Section 0 of the Example Act"));
    assert_eq!(one.get(&next).status, StatusCode::NOT_FOUND);

    let people = [
        ("Specimen Prison", "case_manager", "m.sample"),
        ("Specimen Prison", "supervisor", "s.example"),
        ("Specimen Prison", "governor", "g.placeholder"),
        ("Specimen Prison", "registrar", "r.specimen"),
        ("Specimen Prison", "health", "h.sample"),
        ("Example Footpath Association", "cso_manager", "l.model"),
        ("Example Footpath Association", "cso_practitioner", "c.sample"),
        ("Sample Probation", "probation_officer", "p.example"),
        ("Placeholder Inspectorate", "monitor", "i.monitor"),
        ("Example Ministry", "analyst", "a.analyst"),
    ];
    for (org, capacity, sign_in) in people {
        one.proves(&first);
        two.proves(&second);
        let choose = one.get("/accounts/new").shown();
        let path = link_before(&choose, org, "/accounts/new?org=");
        let form = one.get(&path).shown().form(&path);
        let listed = one.sends(&form.with("name", sign_in).with("sign_in", sign_in).with("capacity", capacity));
        assert!(listed.says("You proposed it"));

        let list = two.get("/accounts").shown();
        let confirm = link_after(&list, &format!("<small>{sign_in}</small>"), "/accounts/");
        let asked = two.get(&confirm).shown();
        assert!(asked.says(sign_in) && asked.says(org));
        let slip = two.send(&asked.form(&confirm)).shown();
        assert_sound(&slip.body);
        assert_eq!(slip.body.matches("<li><bdi class=\"code\"").count(), 40);
        assert_eq!(slip.headers["cache-control"], "no-store");
        // Never again: not by loading it again, not by sending it again.
        assert_eq!(two.get(&confirm).status, StatusCode::SEE_OTHER);
        assert_eq!(two.send(&asked.form(&confirm)).status, StatusCode::NOT_FOUND);

        // The password is the other half, and falls to whoever proposed.
        assert!(!slip.says("Password"));
        let draw = link_after(&one.get("/accounts").shown(), &format!("<small>{sign_in}</small>"), "/accounts/");
        let form = one.get(&draw).shown().form(&draw);
        let entry = one.send(&form).shown();
        assert_sound(&entry.body);
        assert!(entry.says("Password") && !entry.body.contains("<li><bdi class=\"code\""));
        assert_eq!(one.send(&form).status, StatusCode::NOT_FOUND, "it is drawn once");
        let theirs = two.get("/accounts").shown().form("/sign-out");
        assert_eq!(two.send(&SentForm { action: draw, ..theirs }).status, StatusCode::NOT_FOUND);

        let mut holder = from_slip([&entry, &slip], sign_in);
        let mut browser = house.browser("fr");
        browser.sign_in(&mut holder);
        assert_eq!(browser.get("/organisations").status, StatusCode::OK);
    }
    assert_eq!(plain(&two.get("/accounts").body).matches("<th scope=\"row\">").count(), 12);
}

/// Where the form of a page goes, by the beginning of its address.
#[cfg(test)]
fn link_action(page: &Answered, begins: &str) -> String {
    let (_, rest) = page.body.split_once(&format!("action=\"{begins}")).unwrap();
    format!("{begins}{}", rest.split('"').next().unwrap())
}

/// The value of a choice by its words, on the mandate form.
#[cfg(test)]
fn link_option(choose: &Answered, browser: &mut Browser<'_>, label: &str) -> String {
    let page = browser.get(&link_after(choose, "Which prison?", "/organisations/mandate?prison=")).shown();
    let text = plain(&page.body);
    let (before, _) = text.split_once(label).unwrap();
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

/// The address of the link with these words.
#[cfg(test)]
fn link_before(page: &Answered, label: &str, begins: &str) -> String {
    let text = plain(&page.body);
    let (before, _) = text.split_once(&format!(">{label}<")).unwrap_or_else(|| panic!("no link {label}"));
    let href = before.rsplit("href=\"").next().unwrap();
    assert!(href.starts_with(begins), "{href}");
    href.trim_end_matches('"').to_owned()
}

#[test]
fn whoever_proposes_an_account_cannot_confirm_it() {
    let house = House::found();
    let prison = house.organisation(OrgKind::Prison, "Specimen Prison");
    let [mut first, second] = house.administrators.clone();
    let mut one = house.enter(&mut first);
    let path = format!("/accounts/new?org={prison}");
    let form = one.get(&path).shown().form(&path);
    let list = one.sends(&form.with("name", "M. Sample").with("sign_in", "m.sample").with("capacity", "case_manager"));
    assert!(!list.body.contains("/confirm"));
    let account =
        house.app.accounts(&second.actor()).unwrap().iter().find(|a| a.sign_in == "m.sample").unwrap().account;
    let confirm = format!("/accounts/{account}/confirm");
    assert_eq!(one.get(&confirm).location(), "/accounts");
    let csrf = one.get("/accounts/new").body;
    let csrf = csrf.split_once("name=\"csrf\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let forced = one.send(&SentForm::to(&confirm).with("csrf", &csrf));
    assert!(!forced.status.is_success() && !forced.body.contains("class=\"slip\""), "{}", forced.body);
    let lines = house.app.accounts(&second.actor()).unwrap();
    assert_eq!(lines.iter().find(|line| line.account == account).unwrap().state, "proposed");
}

#[test]
fn a_form_with_mistakes_comes_back_with_what_was_typed() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let mut one = house.enter(&mut first);
    let form = one.get("/organisations/new").shown().form("/organisations/new");
    let key = form.value("once").unwrap().to_owned();
    let again = one.send(&form.with("name", "Example Footpath <Association>").with("place", "Quayside"));
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&again.body);
    assert!(again.body.contains("<title>Error:"));
    let kept = again.form("/organisations/new");
    assert_eq!(kept.value("name"), Some("Example Footpath <Association>"));
    assert_eq!(kept.value("place"), Some("Quayside"));
    assert_eq!(kept.value("once"), Some(key.as_str()));
    // Sent twice, registered once.
    let whole = kept.with("kind", "civil_society").with("contact", "000 0147");
    one.sends(&whole);
    let list = one.sends(&whole);
    assert_eq!(plain(&list.body).matches("Example Footpath <Association>").count(), 1);

    let path = format!("/accounts/new?org={}", house.runner);
    let form = one.get(&path).shown().form(&path);
    let taken = one.send(&form.with("name", "X").with("sign_in", "First.Admin").with("capacity", "analyst"));
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(taken.says("Somebody signs in with this name already"), "{}", taken.body);
}

#[test]
fn a_closed_account_is_out_at_once() {
    let house = House::found();
    let world = house.peopled();
    let (mut manager, mut second) = (world.manager.clone(), house.administrators[1].clone());
    let mut theirs = house.enter(&mut manager);
    theirs.get("/referrals").shown();
    let mut two = house.enter(&mut second);
    let path = format!("/accounts/{}/disable", manager.account);
    let form = two.get(&path).shown().form(&path);
    assert_eq!(two.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = two.sends(&form.with("reason", "Left the sample association."));
    assert!(list.says("Closed"));
    assert!(theirs.get("/referrals").location().starts_with("/sign-in"));
    house.clock.advance(60_000);
    let form = theirs.get("/sign-in").form("/sign-in");
    let code = manager.telephone.code_at(house.now());
    let form = form.with("sign_in", "l.model").with("password", &manager.password).with("code", &code);
    assert_eq!(theirs.send(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_service_is_published_and_withdrawn_by_its_own_organisation_alone() {
    let house = House::found();
    let world = house.peopled();
    let (mut manager, mut case_manager) = (world.manager.clone(), world.case_manager.clone());
    let mut theirs = house.enter(&mut manager);
    let form = theirs.get("/services/new").shown().form("/services/new");
    let form =
        form.with("name", "Evening table").with("aim", "support").and("needs", "dialogue").and("needs", "family");
    let form = form.with("languages", "Arabic\nFrench").with("place", "Quayside").with("description", "A table.");
    let form = form.and("whom.sexes", "female").and("whom.sexes", "male").and("whom.modes", "group");
    let shown = theirs.sends(&form.with("places", "0"));
    assert!(shown.says("Evening table") && shown.says("Full for now") && shown.says("Looked over"));
    assert_sound(&shown.body);
    let fresh = theirs.get("/services/new").form("/services/new");
    let stranger = theirs.send(
        &form.with("once", fresh.value("once").unwrap()).with("places", "1").with("org", &world.prison.to_string()),
    );
    assert_eq!(
        stranger.status,
        StatusCode::FORBIDDEN,
        "the organisation is listed for everybody; publishing for it is not"
    );

    let mut staff = house.enter(&mut case_manager);
    let list = staff.get("/services").shown();
    assert!(list.says("Evening table") && !list.body.contains("/services/new"));
    assert_eq!(staff.get("/services/new").status, StatusCode::FORBIDDEN);

    let one = link_before(&list, "Evening table", "/services/");
    let path = format!("{one}/do/service.withdrawn");
    assert!(staff.get(&one).shown().says("Whom to ring") && !staff.get(&one).body.contains("/do/"));
    assert!(theirs.get(&one).shown().body.contains(&path));
    assert_eq!(staff.get(&path).status, StatusCode::FORBIDDEN);
    let form = theirs.get(&path).shown().form(&path);
    assert!(!theirs.sends(&form.with("reason", "No room.")).says("Evening table"));
    assert_eq!(theirs.get(&one).status, StatusCode::NOT_FOUND);
}

/// A referral that somebody is asked about.
#[cfg(test)]
fn asked(house: &House) -> (World, domain::ReferralId) {
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    (world, referral)
}

#[test]
fn an_offer_is_minimal_and_its_answer_keeps_what_was_typed() {
    let house = House::found();
    let (world, referral) = asked(&house);
    let mut manager = world.manager.clone();
    let mut theirs = house.enter(&mut manager);
    let list = theirs.get("/referrals").shown();
    assert_sound(&list.body);
    assert!(list.says("7K") && !list.says("Idris"));
    let path = format!("/referrals/{referral}");
    let offer = theirs.get(&path).shown();
    assert_sound(&offer.body);
    assert!(offer.says("Could you help this person?") && offer.says("Answer by") && offer.says("7K"));
    assert!(!offer.says("Idris") && !offer.says("DEMO-0147") && !offer.says("Mornings"));
    let answer = format!("{path}/answer");
    let form = offer.form(&answer);
    let again = theirs.send(&form.with("answer", "declined").with("note", "Sorry, sample."));
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&again.body);
    let kept = again.form(&answer);
    assert_eq!((kept.value("answer"), kept.value("note")), (Some("declined"), Some("Sorry, sample.")));
    let list = theirs.sends(&kept.with("reason", "capacity"));
    assert!(list.says("Nothing waits for an answer"));
    assert_eq!(theirs.get(&path).status, StatusCode::NOT_FOUND);
}

/// Sends the form of one act of a referral and comes back to the page of the referral.
#[cfg(test)]
fn does(browser: &mut Browser<'_>, path: &str, kind: &str, answers: &[(&str, &str)]) -> Answered {
    let action = format!("{path}/do/{kind}");
    let page = browser.get(&action).shown();
    assert_sound(&page.body);
    let form = answers.iter().fold(page.form(&action), |form, (name, value)| form.with(name, value));
    let page = browser.sends(&form);
    assert_sound(&page.body);
    page
}

#[test]
fn a_referral_goes_its_whole_way_on_its_pages() {
    let house = House::found();
    let (world, referral) = asked(&house);
    let path = format!("/referrals/{referral}");
    let (mut manager, mut practitioner) = (world.manager.clone(), world.practitioner.clone());
    let mut intake = house.enter(&mut manager);
    let form = intake.get(&path).shown().form(&format!("{path}/answer"));
    let page = intake.sends(&form.with("answer", "accepted"));
    assert!(
        page.says("Accepted, to be assigned") && !page.says("Idris"),
        "the package stays closed until somebody is named"
    );
    let to = practitioner.account.to_string();
    let page = does(&mut intake, &path, "referral.assigned", &[("to", &to)]);
    assert!(page.says("C. Sample"));

    let mut carries = house.enter(&mut practitioner);
    assert!(carries.get("/referrals").shown().says("Idris Example"));
    let page = carries.get(&path).shown();
    assert!(page.says("Idris Example") && page.says("Mornings, by the example gate."));
    let met = [("attendance", "took_place"), ("told_limits", "yes"), ("summary", "We agreed to meet on Mondays.")];
    assert!(does(&mut carries, &path, "referral.meeting_held", &met).says("We agreed to meet on Mondays."));
    let set = [("at", "2026-11-30T14:00"), ("place", "Room 0")];
    let page = does(&mut carries, &path, "referral.session_scheduled", &set);
    assert!(page.says("Room 0") && page.says("Not recorded yet"));
    let change = link_after(&page, "Record a session", &format!("{path}/do/referral.session_changed"));
    let change_kind = change.strip_prefix(&format!("{path}/do/")).unwrap();
    let moved = [("at", "2026-12-01T14:00"), ("asked_by", "prison"), ("reason", "Sample inventory.")];
    let page = does(&mut carries, &path, change_kind, &moved);
    assert!(page.says("Moved 1 time"));
    let record = link_after(&page, "Not recorded yet", &format!("{path}/do/referral.session_recorded"));
    house.clock.advance(8 * domain::moment::DAY);
    let mut carries = house.enter(&mut practitioner);
    let record_kind = record.strip_prefix(&format!("{path}/do/")).unwrap();
    let page = does(&mut carries, &path, record_kind, &[("attendance", "regime")]);
    assert!(page.says("Did not happen") && page.says("Regime, separation"));

    does(&mut carries, &path, "referral.held", &[("reason", "away")]);
    let page = does(&mut carries, &path, "referral.resumed", &[]);
    assert!(!page.body.contains("do/referral.resumed"), "what is not possible has no button");
    assert_eq!(carries.get(&format!("{path}/do/referral.resumed")).location(), path);

    // The prison records that the place was lost and asks for it back; it counts against nobody.
    let mut case_manager = world.case_manager.clone();
    let mut staff = house.enter(&mut case_manager);
    does(&mut staff, &path, "referral.place_lost", &[("reason", "regime")]);
    let page = does(&mut staff, &path, "referral.reentry_asked", &[("from", "2026-12-10")]);
    assert!(page.says("It counts against nobody.") && page.says("Re-entry was asked") && page.says("Open the case"));
    let page = does(&mut carries, &path, "referral.reentered", &[("from", "2026-12-14")]);
    assert!(!page.says("Open the case"), "nothing leads an association back to the case");

    let report = [
        ("outcomes.0.hoped", "A place to learn."),
        ("outcomes.0.reached", "partly"),
        ("outcomes.0.note", "The workshop helped."),
        ("person_read", "yes"),
    ];
    let page = does(&mut carries, &path, "referral.service_reported", &report);
    assert!(page.says("The workshop helped."));
    let page = does(&mut carries, &path, "referral.concluded", &[]);
    assert!(page.says("Concluded with a report"));
    assert!(!page.body.contains("/do/"), "an ended referral has no buttons");
    let list = carries.get("/referrals").shown();
    assert!(list.says(">Ended<") && list.says("Concluded") && list.says("Nothing is under way."));
    assert_sound(&list.body);
    assert_sound(&carries.get("/").shown().body);
    let case = link_after(&staff.get(&path).shown(), "The case", "/cases/");
    for page in [format!("{case}/referrals"), "/".to_owned(), "/referrals".to_owned()] {
        assert_sound(&staff.get(&page).shown().body);
    }
}

#[test]
fn somebody_who_acted_meanwhile_is_noticed() {
    let house = House::found();
    let (world, referral) = asked(&house);
    let path = format!("/referrals/{referral}");
    let mut manager = world.manager.clone();
    let mut intake = house.enter(&mut manager);
    let form = intake.get(&path).shown().form(&format!("{path}/answer"));
    let package = json!({
        "version": 2, "name": "Idris Example", "goal": "Learn a sample trade.", "step": "Visit twice.",
        "visiting": "Evenings.", "basis": "Sample agreement", "until": "2027-12-14",
    });
    house.does(&world.case_manager, referral, act(Kind::ReferralPackageReleased, &package));
    let answered = intake.send(&form.with("answer", "accepted"));
    assert_eq!(answered.status, StatusCode::CONFLICT);
    assert_sound(&answered.body);
    assert!(answered.says("Something changed in this offer"));
    let fresh = intake.get(&path).shown().form(&format!("{path}/answer"));
    assert!(intake.sends(&fresh.with("answer", "accepted")).says("Accepted, to be assigned"));
}

#[test]
fn what_is_not_there_and_what_is_not_yours_look_alike_to_the_last_byte() {
    let house = House::found();
    let (world, referral) = asked(&house);
    let other = house.organisation(OrgKind::CivilSociety, "Other Example Society");
    let mut stranger = house.account(other, Capacity::CsoManager, "x.stranger", "X. Stranger");
    let mut browser = house.enter(&mut stranger);
    let nothing = house.nothing();
    let blind = |answered: &Answered, id: &str| answered.body.replace(id, "ID");
    for rest in ["", "/do/referral.assigned", "/do/referral.begun", "/do/nonsense"] {
        let not_yours = browser.get(&format!("/referrals/{referral}{rest}"));
        let not_there = browser.get(&format!("/referrals/{nothing}{rest}"));
        assert_eq!(not_yours.status, StatusCode::NOT_FOUND);
        // The language switch leads back to the address that was asked for; nothing else may differ.
        assert_eq!(blind(&not_yours, &referral.to_string()), blind(&not_there, &nothing.to_string()), "{rest}");
    }
    for path in ["/accounts", "/accounts/new", &format!("/accounts/{}/confirm", world.manager.account)] {
        assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/organisations/new", "/organisations/mandate"] {
        assert_eq!(browser.get(path).status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[test]
fn an_administrator_of_an_organisation_sees_and_opens_its_accounts_alone() {
    let house = House::found();
    let world = house.peopled();
    let mut own = world.org_administrator.clone();
    let mut browser = house.enter(&mut own);
    let list = browser.get("/accounts").shown();
    assert!(list.says("l.model") && !list.says("m.sample") && !list.says("first.admin"));
    let form = browser.get("/accounts/new").shown();
    let path = format!("/accounts/new?org={}", world.cso);
    let form = form.form(&path);
    let elsewhere = form.with("name", "X").with("sign_in", "x.x").with("capacity", "cso_practitioner");
    assert!(browser.sends(&elsewhere).says("x.x"));
    assert_eq!(browser.get(&format!("/accounts/{}/disable", world.governor.account)).status, StatusCode::NOT_FOUND);
    let stranger = format!("/accounts/new?org={}", world.prison);
    let forced =
        browser.send(&SentForm { action: stranger, fields: elsewhere.with("org", &world.prison.to_string()).fields });
    assert_eq!(forced.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_form_from_elsewhere_or_without_its_token_does_nothing() {
    let house = House::found();
    let mut first = house.administrators[0].clone();
    let mut one = house.enter(&mut first);
    let form = one.get("/organisations/new").shown().form("/organisations/new");
    let form = form.with("name", "Forged Example").with("kind", "donor").with("place", "X").with("contact", "0");
    let foreign: [&[(&str, &str)]; 3] =
        [&[("origin", "https://evil.example")], &[("origin", "null")], &[("sec-fetch-site", "cross-site")]];
    for headers in foreign {
        assert_eq!(one.send_with(&form, headers).status, StatusCode::FORBIDDEN);
    }
    assert_eq!(one.send(&form.without("csrf")).status, StatusCode::FORBIDDEN);
    assert_eq!(one.send(&form.with("csrf", "A")).status, StatusCode::FORBIDDEN);
    let mut nobody = house.browser("en");
    assert_eq!(nobody.send(&form).status, StatusCode::FORBIDDEN);
    assert!(nobody.get("/organisations").location().starts_with("/sign-in"));
    assert!(!one.get("/organisations").shown().says("Forged Example"));
}

#[test]
fn every_page_is_sound_in_every_language_for_everybody() {
    let house = House::found();
    let (world, referral) = asked(&house);
    let mut everybody = vec![house.administrators[0].clone()];
    everybody.extend([&world.manager, &world.practitioner, &world.case_manager, &world.supervisor].map(Clone::clone));
    everybody.extend([&world.governor, &world.custody, &world.health, &world.registrar].map(Clone::clone));
    everybody.extend([&world.monitor, &world.probation_officer, &world.org_administrator].map(Clone::clone));
    let accept = act(Kind::ReferralAccepted, &json!({"note": "A sample place is free."}));
    let mut paths: Vec<String> = ["/organisations", "/organisations/new", "/organisations/mandate", "/accounts"]
        .into_iter()
        .chain(["/accounts/new", "/services", "/services/new", "/referrals"])
        .map(str::to_owned)
        .collect();
    paths.push(format!("/referrals/{referral}"));
    paths.push(format!("/organisations/mandate?prison={}", world.prison));
    paths.push(format!("/accounts/new?org={}", world.cso));
    paths.push(format!("/accounts/{}/disable", world.manager.account));
    for kind in ["accepted", "assigned", "meeting_held", "session_scheduled", "held", "package_released", "withdrawn"] {
        paths.push(format!("/referrals/{referral}/do/referral.{kind}"));
    }
    let mut shown = 0;
    for round in 0..2 {
        for holder in &mut everybody {
            for language in ["en", "fr", "ar"] {
                let mut browser = house.enter(holder);
                language.clone_into(&mut browser.language);
                for path in &paths {
                    let answered = browser.get(path);
                    if answered.status == StatusCode::OK {
                        shown += 1;
                        let title = answered.body.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
                        assert!(!title.contains("Idris") && !title.contains("7K"), "{path}: {title}");
                    }
                    if !answered.body.is_empty() {
                        assert_sound(&answered.body);
                        assert!(answered.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
                    }
                }
            }
        }
        if round == 0 {
            house.does(&world.manager, referral, accept.clone());
            house.does(
                &world.manager,
                referral,
                act(Kind::ReferralAssigned, &json!({"to": world.practitioner.account})),
            );
        }
    }
    assert!(shown > 200, "{shown} pages were shown");
}
