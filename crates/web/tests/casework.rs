//! The side of the case through its pages: from the wing to the plan, a measure and its limit, as each capacity meets them.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use axum::http::StatusCode;
use domain::{ActId, Capacity, CaseId, Kind};
use fixture::people::{World, act, measure};
use fixture::sound::assert_sound;
use fixture::{Browser, Holder, House};
use serde_json::json;

/// Everybody who signs in to a case in these tests.
fn everybody(house: &House, world: &World) -> Vec<Holder> {
    vec![
        world.registrar.clone(),
        world.case_manager.clone(),
        world.supervisor.clone(),
        world.governor.clone(),
        world.custody.clone(),
        world.health.clone(),
        world.monitor.clone(),
        world.probation_officer.clone(),
        world.manager.clone(),
        world.practitioner.clone(),
        world.org_administrator.clone(),
        house.administrators[0].clone(),
    ]
}

/// Solitary confinement since the moment of the test, planned for five days.
fn solitary(house: &House, world: &World, case: CaseId) -> ActId {
    let imposed = json!({
        "measure": "solitary", "purpose": "own_safety", "planned_end": "2026-11-28T13:00:00.000Z",
        "facts": [{"on": "2026-11-22", "what": "A sample threat was found.", "source": "Log 0001"}],
        "alternatives": [{"way": "Another wing", "outcome": "No place is free."}],
        "legal_basis": "Section 1 of the Example Act", "authorised_by": "Example director",
        "same_for_anyone": "Anybody who is threatened is treated alike.", "fits_person": "He is an adult in good health.",
        "review_by": "2026-11-25T13:00:00.000Z", "goes_on": "Calls with the example aunt.",
    });
    *house.does(&world.governor, case, act(Kind::MeasureImposed, &measure(imposed))).acts.first().unwrap()
}

/// Sections of a case, and the capacities to which each is open.
fn sections() -> Vec<(&'static str, Vec<Capacity>)> {
    use Capacity::{CaseManager, CustodyOfficer, Governor, Health, Monitor, Registrar, Supervisor};
    let with_plan = vec![CaseManager, Supervisor, Governor, CustodyOfficer, Monitor];
    let everybody = vec![CaseManager, Supervisor, Governor, CustodyOfficer, Monitor, Registrar, Health];
    vec![
        ("", everybody.clone()),
        ("/timeline", everybody.clone()),
        ("/timeline?show=plan", everybody.clone()),
        ("/do", everybody),
        ("/assessment", vec![CaseManager, Supervisor, Governor, Monitor]),
        ("/plan", with_plan),
        ("/consents", vec![CaseManager, Supervisor, Governor, Monitor]),
        ("/referrals", vec![CaseManager, Supervisor, Governor, Monitor]),
        ("/measures", vec![CaseManager, Supervisor, Governor, CustodyOfficer, Monitor, Health]),
        ("/release", vec![CaseManager, Supervisor, Monitor]),
        ("/looks", vec![CaseManager, Supervisor, Governor, Monitor]),
        ("/safeguards", vec![CaseManager, Supervisor, Governor, CustodyOfficer, Monitor, Health]),
    ]
}

#[test]
fn every_page_answers_every_capacity_as_it_should_in_english_and_arabic() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    house.offered(&world, case, plan);
    let measure = solitary(&house, &world, case);
    for mut holder in everybody(&house, &world) {
        let mut browser = house.enter(&mut holder);
        for language in ["en", "ar"] {
            browser.language = language.to_owned();
            assert_sound(&browser.get("/").shown().body);
            assert_sound(&browser.get("/rules").shown().body);
            assert_sound(&browser.get("/verify").shown().body);
            let unknown = browser.get(&format!("/cases/{}", house.nothing()));
            assert_eq!(unknown.status, StatusCode::NOT_FOUND);
            for (section, open_to) in sections() {
                let page = browser.get(&format!("/cases/{case}{section}"));
                let who = format!("{:?} {section} {language}", holder.capacity);
                if open_to.contains(&holder.capacity) {
                    assert_eq!(page.status, StatusCode::OK, "{who}: {}", page.body);
                    assert_sound(&page.body);
                    let title = page.body.split("</title>").next().unwrap_or_default();
                    assert!(!title.contains("Idris"), "{who}: a name in the title");
                } else {
                    assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
                    if section.is_empty() {
                        let bare =
                            |html: &str, id: &str| html.replace(id, "").replace(|c: char| c.is_ascii_digit(), "");
                        let other = bare(
                            &unknown.body,
                            unknown.body.split("/cases/").nth(1).unwrap_or("-").split('"').next().unwrap_or("-"),
                        );
                        let own = bare(&page.body, &case.to_string());
                        assert_eq!(own.len(), other.len(), "{who}: not the one answer");
                    }
                }
            }
            if holder.capacity == Capacity::Governor {
                let page = browser.get(&format!("/cases/{case}/measures/{measure}")).shown();
                assert_sound(&page.body);
            }
            for (list, open_to) in [
                ("/cases", vec![Capacity::CaseManager, Capacity::Monitor, Capacity::Registrar]),
                ("/cases?q=Exam", vec![Capacity::CaseManager, Capacity::Supervisor]),
                ("/findings", vec![Capacity::Monitor, Capacity::Supervisor, Capacity::Governor]),
            ] {
                let page = browser.get(list);
                if open_to.contains(&holder.capacity) {
                    assert_sound(&page.shown().body);
                } else if page.status == StatusCode::OK {
                    assert_sound(&page.body);
                }
            }
        }
    }
}

#[test]
fn every_form_that_the_reader_could_send_is_sound() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    house.offered(&world, case, plan);
    solitary(&house, &world, case);
    let mut seen = 0;
    for mut holder in everybody(&house, &world).into_iter().take(7) {
        let mut browser = house.enter(&mut holder);
        let page = browser.get(&format!("/cases/{case}/do")).shown();
        let links: Vec<String> = page
            .body
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|href| href.contains("/do/") || href.ends_with("/refer"))
            .map(str::to_owned)
            .collect();
        for link in links {
            for language in ["en", "ar"] {
                browser.language = language.to_owned();
                let form = browser.get(&link);
                assert_eq!(form.status, StatusCode::OK, "{:?} {link}: {}", holder.capacity, form.body);
                assert_sound(&form.body);
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "only {seen} forms");
}

#[test]
fn nothing_of_another_part_is_on_a_page() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    house.planned(&world, case);
    for mut holder in [world.custody.clone(), world.registrar.clone(), world.health.clone()] {
        let mut browser = house.enter(&mut holder);
        for section in ["", "/timeline", "/plan", "/measures", "/safeguards", "/do"] {
            let page = browser.get(&format!("/cases/{case}{section}"));
            for word in ["Example Bakery", "A workshop may suit", "Wants to work with wood", "Patient."] {
                assert!(!page.says(word), "{:?} reads “{word}” on {section}", holder.capacity);
            }
        }
    }
}

#[test]
fn a_registrar_admits_and_a_form_that_is_sent_twice_admits_once() {
    let house = House::found();
    let world = house.peopled();
    let mut registrar = world.registrar.clone();
    let mut browser = house.enter(&mut registrar);
    let form = browser.get("/cases/admit").shown().form("/cases/admit");
    let wrong = browser.send(&form.clone().with("number", "DEMO-0200").with("person.given_names", "Dara"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_sound(&wrong.body);
    assert!(wrong.says("Error:") && wrong.body.contains("value=\"Dara\""), "the input is kept");
    let form = wrong
        .form("/cases/admit")
        .with("person.family_name", "Example")
        .with("person.born.earliest", "1991-02-03")
        .with("person.born.latest", "1991-02-03")
        .with("person.sex", "female")
        .with("person.languages", "French")
        .with("person.reads", "French")
        .with("prison", &world.prison.to_string())
        .with("order", "Sample order 2")
        .with("status", "convicted");
    let first = browser.send(&form);
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    let again = browser.send(&form);
    assert_eq!(again.location(), first.location(), "the second is the answer of the first");
    assert!(browser.get(first.location()).shown().says("Dara Example"));
    assert!(browser.get("/cases?q=0200").shown().says("DEMO-0200"));
}

#[test]
fn a_case_goes_through_its_pages_from_needs_to_an_offer() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut holder = world.case_manager.clone();
    let mut browser = house.enter(&mut holder);
    let send = |browser: &mut Browser<'_>, path: &str, answers: &[(&str, &str)]| {
        let action = path.split('?').next().unwrap_or(path).to_owned();
        let mut form = browser.get(path).shown().form(&action);
        for (name, value) in answers {
            let repeated = answers.iter().filter(|answer| answer.0 == *name).count() > 1;
            form = if repeated { form.and(name, value) } else { form.with(name, value) };
        }
        browser.sends(&form)
    };
    let at = |kind: &str| format!("/cases/{case}/do/{kind}");
    send(&mut browser, &at("assessment.needs_taken"), &[("answers.safety.looked", "yes"), ("language", "Arabic")]);
    let page = send(
        &mut browser,
        &at("assessment.assessed"),
        &[
            ("facts.0.text", "Worked as a sample joiner."),
            ("facts.0.source", "Sample certificate"),
            ("facts.0.on", "2025-01-01"),
            ("needs.0.area", "work"),
            ("needs.0.text", "Wants to finish."),
        ],
    );
    assert!(page.says("Worked as a sample joiner.") && page.says("No judgement was recorded."));
    let page = send(
        &mut browser,
        &at("plan.proposed"),
        &[
            ("goals.0.need", "work"),
            ("goals.0.goal", "My certificate."),
            ("goals.0.step", "Second workpiece."),
            ("goals.0.helper", "Workshop"),
            ("words", "I want to finish my certificate."),
            ("review_on", "2027-02-01"),
        ],
    );
    assert!(page.says("I want to finish my certificate.") && page.says("The person has not been asked"));
    let page = send(&mut browser, &at("plan.agreed"), &[("language", "Arabic"), ("words", "Yes.")]);
    assert!(page.says("The person agreed"));
    let mut supervisor = world.supervisor.clone();
    let mut other = house.enter(&mut supervisor);
    let page = send(&mut other, &at("plan.approved"), &[]);
    assert!(page.says("Approved"));
    assert!(browser.get(&format!("/cases/{case}/refer?goal=1")).shown().says("No consent holds now."));
    let page = send(
        &mut browser,
        &at("consent.given"),
        &[
            ("recipient", &world.cso.to_string()),
            ("purpose", "Mentoring"),
            ("parts", "name"),
            ("parts", "goals"),
            ("parts", "visiting"),
            ("until", "2027-12-14"),
            ("by", "person"),
            ("explained_by", "Example Interpreter"),
            ("language", "Arabic"),
            ("alternative", "The plan goes on."),
        ],
    );
    assert!(page.says("Example Footpath Association"));
    let action = format!("/cases/{case}/refer");
    let form = browser.get(&format!("{action}?goal=1")).shown().form(&action);
    let form = form
        .with("service", &world.service.to_string())
        .with("offered.alias", "7K")
        .with("offered.asked", "A mentor for the way home.")
        .with("offered.contact", "M. Sample")
        .with("offered.answer_by", "2026-12-03")
        .with("offered.first_meeting_by", "2026-12-15")
        .with("package.visiting", "Mornings.")
        .with("package.basis", "Consent and sample agreement");
    let preview = browser.send(&form).shown();
    assert_sound(&preview.body);
    assert!(preview.says("What the receiver will see") && preview.says("Nothing has been sent yet."));
    let changed = browser.send(&preview.form(&action).with("go", "change")).shown();
    assert!(changed.body.contains("value=\"7K\""), "the input is kept");
    let page = browser.sends(&preview.form(&action).with("go", "confirm"));
    assert!(page.says("Mentoring for the way home") && page.says("Offered"));
    let paper = browser.get(&format!("/cases/{case}/plan/print?lang=ar")).shown();
    assert_sound(&paper.body);
    assert!(paper.body.contains("dir=\"rtl\"") && paper.body.contains("/log/proof/"));
    let proof = paper.body.split("href=\"").find(|rest| rest.starts_with("/log/proof/")).unwrap();
    // A checkpoint covers the act only after a while; then the paper can be checked by anybody.
    house.clock.advance(3_600_000);
    house.browser("en").get("/sign-in");
    house.admitted(&world, "DEMO-0148");
    let proof = house.browser("en").get(proof.split('"').next().unwrap());
    assert_eq!(proof.status, StatusCode::OK);
}

#[test]
fn a_page_that_is_out_of_date_is_shown_again_with_what_is_new() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    house.planned(&world, case);
    let mut governor = world.governor.clone();
    let mut browser = house.enter(&mut governor);
    let action = format!("/cases/{case}/do/measure.imposed");
    let form = imposing(&browser.get(&action).shown().form(&action), "2026-11-28T14:00");
    let noted = json!({"circumstance": "interpreter", "source": "Sample note"});
    house.does(&world.health, case, act(Kind::CustodyCircumstanceNoted, &noted));
    let answered = browser.send(&form);
    assert_eq!(answered.status, StatusCode::CONFLICT);
    assert_sound(&answered.body);
    assert!(answered.says("somebody recorded something while you wrote") && answered.body.contains("Section 1"));
    let page = browser.sends(&answered.form(&action));
    assert!(page.says("Solitary confinement"));
}

fn imposing(form: &fixture::form::SentForm, end: &str) -> fixture::form::SentForm {
    form.clone()
        .with("measure", "solitary")
        .with("purpose", "own_safety")
        .with("planned_end", end)
        .with("facts.0.on", "2026-11-22")
        .with("facts.0.what", "A sample threat was found.")
        .with("facts.0.source", "Log 0001")
        .with("alternatives.0.way", "Another wing")
        .with("alternatives.0.outcome", "No place is free.")
        .with("legal_basis", "Section 1 of the Example Act")
        .with("authorised_by", "Example director")
        .with("same_for_anyone", "Anybody is treated alike.")
        .with("fits_person", "He is an adult.")
        .with("review_by", "2026-11-25T14:00")
        .with("goes_on", "Calls with the example aunt.")
        .with("grounds", "was_attacked")
        .with("necessary", "The two others are still there.")
        .with("proportionate", "A few days.")
        .with("policy.title", "Example policy 1")
        .with("policy.since", "2025-01-01")
        .with("authority", "director")
        .with("ends_when", "A place on another wing is free.")
}

#[test]
fn a_sentence_or_an_opinion_is_no_ground_and_the_form_says_what_to_do() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut governor = world.governor.clone();
    let mut browser = house.enter(&mut governor);
    let action = format!("/cases/{case}/do/measure.imposed");
    let form = imposing(&browser.get(&action).shown().form(&action), "2026-11-28T14:00");
    for (language, told) in
        [("en", "is no ground for a measure"), ("fr", "pas un motif de mesure"), ("ar", "ليست سببًا لتدبير")]
    {
        browser.language = language.to_owned();
        let refused = browser.send(&form.clone().with("grounds", "sentence"));
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert_sound(&refused.body);
        assert!(refused.body.contains(told), "{language}");
        assert!(refused.body.contains("A sample threat was found."), "the input is kept");
    }
    browser.language = "en".to_owned();
    let refused = browser.send(&form.clone().with("grounds", "protected"));
    assert!(refused.says("is never a ground for a measure"));
    assert!(browser.sends(&form).says("Solitary confinement"));
}

/// A post of an organisation, held by somebody, that reports to nobody.
fn head(house: &House, org: domain::OrgId, title: &str, holder: &Holder, capacity: &str) {
    let admin = &house.administrators[0];
    let body = json!({"title": title, "capacity": capacity, "from": "2026-01-01T00:00:00.000Z"});
    let post = *house.does(admin, org, act(Kind::PostEstablished, &body)).acts.first().unwrap();
    let body = json!({"post": post, "account": holder.account, "from": "2026-02-01T00:00:00.000Z"});
    house.does(admin, org, act(Kind::PostTaken, &body));
    house.does(admin, org, act(Kind::PostPlaced, &json!({"post": post, "from": "2026-02-01T00:00:00.000Z"})));
}

#[test]
fn an_extension_beyond_the_limit_is_refused_with_its_rule_and_the_way_out() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    head(&house, world.prison, "Governor", &world.governor, "governor");
    head(&house, world.oversight, "Monitor", &world.monitor, "monitor");
    let measure = solitary(&house, &world, case);
    let mut governor = world.governor.clone();
    let mut browser = house.enter(&mut governor);
    let action = format!("/cases/{case}/do/measure.extended");
    let form = browser.get(&format!("{action}?measure={measure}")).shown().form(&action);
    let early = form.clone().with("review", &measure.to_string()).with("until", "2026-12-02T14:00");
    let early = early.with("facts.0.on", "2026-11-23").with("facts.0.what", "A second sample threat.");
    let early = browser.send(&early.with("facts.0.source", "Log 0002").with("why", "No place is free before."));
    assert!(early.says("only after somebody outside the line of command"), "nobody has looked at it yet");
    let reviewed = json!({"measure": measure, "outcome": "go_on", "reasons": "Looked.", "view": "Nothing."});
    let review = house.does(&world.monitor, case, act(Kind::MeasureReviewed, &reviewed)).acts[0];
    let form = browser.get(&format!("{action}?measure={measure}")).shown().form(&action);
    let form = form
        .with("review", &review.to_string())
        .with("until", "2026-12-20T14:00")
        .with("facts.0.on", "2026-11-23")
        .with("facts.0.what", "A second sample threat.")
        .with("facts.0.source", "Log 0002")
        .with("why", "No place is free before.");
    for language in ["en", "fr", "ar"] {
        browser.language = language.to_owned();
        let refused = browser.send(&form);
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert_sound(&refused.body);
        assert!(refused.body.contains("NMR-43b"), "the rule is named");
        assert!(refused.body.contains("A second sample threat."), "the input is kept");
        assert!(refused.body.contains("class=\"clock\""), "the clock is drawn");
    }
    browser.language = "en".to_owned();
    let refused = browser.send(&form);
    assert!(refused.says("Nobody can waive this rule") && refused.says("An end no later than"));
    let page = browser.sends(&refused.form(&action).with("until", "2026-12-02T14:00"));
    assert!(page.says("Extended until"));
    let action = format!("/cases/{case}/do/measure.lifted");
    let form = browser.get(&format!("{action}?measure={measure}")).shown().form(&action);
    let page = browser.sends(&form.with("reason", "The reason has ended."));
    assert!(page.says("Ended"));
    assert_sound(&page.body);
}
