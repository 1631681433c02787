//! The main job through the JSON API alone: from two administrators and nothing else to a case that is closed. Then the log
//! is verified and the index tables are made again.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use domain::Capacity;
use fixture::{Browser, Holder, House};
use serde_json::{Value, json};

/// A client of the API: a browser that speaks JSON.
struct Client<'h> {
    browser: Browser<'h>,
}

impl<'h> Client<'h> {
    fn enter(house: &'h House, holder: &mut Holder) -> Self {
        let mut browser = house.browser("en");
        house.clock.advance(30_000);
        let code = holder.telephone.code_at(house.now());
        let asked = json!({"sign_in": holder.sign_in, "password": holder.password, "code": code});
        let answer = browser.send_json("/api/v1/session", &asked);
        assert_eq!(answer.status, 200, "{}", answer.body);
        if answer.body.contains("\"must_change\":true") {
            let own = format!("a plank for {}", holder.account);
            let answer = browser.send_json("/api/v1/password", &json!({"old": holder.password, "new": own}));
            assert_eq!(answer.status, 200, "{}", answer.body);
            holder.password = own;
        }
        Self { browser }
    }

    fn post(&mut self, path: &str, body: &Value) -> (u16, Value) {
        let answer = self.browser.send_json(&format!("/api/v1{path}"), body);
        (
            answer.status.as_u16(),
            serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body)),
        )
    }

    /// Does it, or panics.
    fn does(&mut self, path: &str, body: &Value) -> Value {
        let (status, answer) = self.post(path, body);
        assert_eq!(status, 201, "{path}: {answer}");
        answer
    }

    /// One act.
    fn acts(&mut self, path: &str, kind: &str, body: &Value) -> Value {
        self.does(path, &json!({"kind": kind, "body": body}))
    }

    fn get(&mut self, path: &str) -> (u16, Value) {
        let answer = self.browser.get(&format!("/api/v1{path}"));
        (
            answer.status.as_u16(),
            serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body)),
        )
    }

    fn sees(&mut self, path: &str) -> Value {
        let (status, answer) = self.get(path);
        assert_eq!(status, 200, "{path}: {answer}");
        answer
    }
}

fn first(answer: &Value, list: &str) -> String {
    answer[list][0].as_str().unwrap().to_owned()
}

/// Opens an account over the API: one administrator proposes, the other confirms, and each hands over one half of the slip.
fn account(
    first_admin: &mut Client<'_>,
    second_admin: &mut Client<'_>,
    org: &str,
    capacity: Capacity,
    sign_in: &str,
) -> Holder {
    let body = json!({"sign_in": sign_in, "name": format!("{sign_in} Placeholder"), "org": org, "capacity": capacity});
    let account = first(&first_admin.acts("/accounts", "account.proposed", &body), "streams");
    let path = format!("/accounts/{account}/account");
    let (status, refused) = first_admin.post(&path, &json!({"kind": "account.confirmed", "body": {}}));
    assert_eq!((status, refused["reason"].as_str()), (409, Some("own_proposal")));
    second_admin.acts(&path, "account.confirmed", &json!({}));
    let enrolment = format!("/accounts/{account}/enrolment");
    let (status, factor) = second_admin.post(&enrolment, &json!({}));
    assert!(status == 200 && factor["password"].is_null(), "{factor}");
    let (status, slip) = first_admin.post(&enrolment, &json!({}));
    assert!(status == 200 && slip["totp_secret"].is_null() && slip["codes"] == json!([]), "{slip}");
    assert_eq!(first_admin.post(&enrolment, &json!({})).0, 404, "each half is shown once");
    assert_eq!(second_admin.post(&enrolment, &json!({})).0, 404, "each half is shown once");
    Holder {
        account: account.parse().unwrap(),
        org: org.parse().unwrap(),
        capacity,
        sign_in: sign_in.to_owned(),
        password: slip["password"].as_str().unwrap().to_owned(),
        telephone: app::credential::TotpSecret::read(factor["totp_secret"].as_str().unwrap()).unwrap(),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one person's way over the bridge is told in one breath")]
fn one_persons_way_over_the_bridge() {
    let house = House::found();
    let [mut one, mut other] = house.administrators.clone();
    let (mut one, mut other) = (Client::enter(&house, &mut one), Client::enter(&house, &mut other));
    let org = |client: &mut Client<'_>, kind: &str, name: &str| {
        let body = json!({"name": name, "kind": kind, "place": "Example Town", "contact": "000 0147"});
        first(&client.acts("/organisations", "organisation.registered", &body), "streams")
    };
    let prison = org(&mut one, "prison", "Specimen Prison");
    let cso = org(&mut one, "civil_society", "Example Footpath Association");
    let oversight = org(&mut one, "oversight", "Placeholder Inspectorate");
    let probation = org(&mut one, "probation", "Sample Probation");
    let mandate = json!({"body": oversight, "basis": "Section 0 of the Example Act"});
    let on_prison = format!("/organisations/{prison}/organisation");
    let mandate = first(&one.acts(&on_prison, "organisation.mandate_proposed", &mandate), "acts");
    let confirmed = json!({"kind": "organisation.mandate_confirmed", "body": {"mandate": mandate}});
    // Nobody alone opens a prison to anybody.
    let (status, refused) = one.post(&on_prison, &confirmed);
    assert_eq!((status, refused["reason"].as_str()), (409, Some("own_proposal")));
    other.acts(&on_prison, "organisation.mandate_confirmed", &json!({"mandate": mandate}));

    let mut open = |org: &str, capacity, sign_in| account(&mut one, &mut other, org, capacity, sign_in);
    let mut holders = [
        open(&prison, Capacity::Registrar, "registrar"),
        open(&prison, Capacity::CaseManager, "manager"),
        open(&prison, Capacity::Supervisor, "supervisor"),
        open(&prison, Capacity::Governor, "governor"),
        open(&cso, Capacity::CsoManager, "intake"),
        open(&cso, Capacity::CsoPractitioner, "mentor"),
        open(&probation, Capacity::ProbationOfficer, "probation"),
        open(&oversight, Capacity::Monitor, "monitor"),
        open(&prison, Capacity::CustodyOfficer, "custody"),
        open(&prison, Capacity::Health, "health"),
    ];
    let accounts: Vec<String> = holders.iter().map(|holder| holder.account.to_string()).collect();
    let mut enter = |n: usize| Client::enter(&house, &mut holders[n]);
    let (mut registrar, mut manager, mut supervisor, mut governor) = (enter(0), enter(1), enter(2), enter(3));
    let (mut intake, mut mentor) = (enter(4), enter(5));

    // Administrators see no case.
    assert_eq!(one.sees("/cases")["total"], 0);

    // Admission, allocation, needs, assessment.
    let admitted = json!({
        "number": "DEMO-0147",
        "person": {
            "family_name": "Example", "given_names": "Idris", "born": {"earliest": "1990-04-02", "latest": "1990-04-02"},
            "sex": "male", "languages": ["Arabic", "French"], "reads": "Arabic",
        },
        "prison": prison, "order": "Sample order 1 of the Example Court", "status": "convicted",
    });
    let case = first(&registrar.acts("/cases", "custody.admitted", &admitted), "streams");
    let at = format!("/cases/{case}");
    let sentence = json!({"begins": "2026-11-01", "earliest_release": "2027-06-14", "ends": "2028-11-01", "order": "Sample judgment"});
    registrar.acts(&format!("{at}/custody"), "custody.sentence_recorded", &sentence);
    assert_eq!(manager.get(&at).0, 404, "not allocated yet");
    supervisor.acts(&format!("{at}/file"), "file.allocated", &json!({"to": accounts[1]}));
    let needs = json!({"answers": [{"need": "safety", "looked": "yes"}, {"need": "family_told", "looked": "not_yet"}], "language": "Arabic"});
    manager.acts(&format!("{at}/assessment"), "assessment.needs_taken", &needs);
    let assessed = json!({
        "facts": [{"text": "Worked as a joiner.", "source": "Sample certificate", "on": "2025-06-01"}],
        "judgements": [{"text": "A mentor may help.", "basis": "What he said.", "review": "2027-09-01"}],
        "needs": [{"area": "work", "text": "A joiner's certificate."}, {"area": "belonging", "text": "People to return to."}],
    });
    manager.acts(&format!("{at}/assessment"), "assessment.assessed", &assessed);

    // Plan: agreed, approved by somebody else.
    let plan_body = json!({
        "goals": [
            {"need": "work", "goal": "Finish the certificate.", "step": "Second workpiece.", "helper": "Workshop"},
            {"need": "belonging", "goal": "A mentor for the way home.", "step": "Ask the association.", "helper": "Mentor"},
        ],
        "release": {"home": "With his mother.", "living": "A joiner's shop.", "ties": "His daughter.", "agency": "Sample Probation, today"},
        "words": "I want to be home when my daughter starts school.", "review_on": "2027-02-15",
    });
    let plan = first(&manager.acts(&format!("{at}/plan"), "plan.proposed", &plan_body), "acts");
    let (status, refused) =
        supervisor.post(&format!("{at}/plan"), &json!({"kind": "plan.approved", "body": {"plan": plan}}));
    assert_eq!((status, refused["reason"].as_str()), (409, Some("person_not_asked")));
    manager.acts(&format!("{at}/plan"), "plan.agreed", &json!({"plan": plan, "language": "Arabic", "words": "Yes."}));
    let (status, _) = manager.post(&format!("{at}/plan"), &json!({"kind": "plan.approved", "body": {"plan": plan}}));
    assert_eq!(status, 403, "nobody approves their own plan");
    supervisor.acts(&format!("{at}/plan"), "plan.approved", &json!({"plan": plan}));

    // A service, consent, a referral from a plan line.
    let published = json!({
        "org": cso, "name": "Mentoring for the way home", "aim": "reintegration", "needs": ["belonging"],
        "languages": ["Arabic"], "place": "Quayside", "description": "A mentor for the way home.", "places": 4,
    });
    let service = first(&intake.acts("/services", "service.published", &published), "streams");
    let consent = json!({
        "recipient": cso, "purpose": "Mentoring", "parts": ["name", "goals", "visiting"], "until": "2027-12-14", "by": "person",
        "explained_by": "Example Interpreter", "language": "Arabic", "alternative": "The plan goes on without a mentor.",
    });
    let consent = first(&manager.acts(&format!("{at}/consent"), "consent.given", &consent), "acts");
    let asked = json!({
        "plan": plan, "goal": 2, "consent": consent,
        "offer": {
            "service": service, "org": cso, "from": prison, "alias": "7K", "need": "belonging", "asked": "A mentor for the way home.",
            "languages": ["Arabic"], "place": "Specimen Prison", "contact": "000 0147", "first_meeting_by": "2027-03-15",
            "answer_by": "2026-12-03",
        },
        "package": {
            "version": 1, "name": "Idris Example", "goal": "A mentor for the way home.", "step": "Ask the association.",
            "visiting": "Tuesday afternoons.", "basis": "Consent", "until": "2027-12-14",
        },
    });
    let begun = manager.does(&format!("{at}/referrals"), &asked);
    let referral = begun["streams"][1].as_str().unwrap().to_owned();
    let on = format!("/referrals/{referral}");

    // The minimal offer, and nothing that leads to the person.
    let offer = intake.sees(&on);
    assert_eq!(offer["parts"], json!(["offer"]));
    assert_eq!(offer["case"], Value::Null);
    let text = offer.to_string();
    assert!(!text.contains("Idris") && !text.contains(&case) && !text.contains("DEMO-0147"));
    assert_eq!(mentor.get(&on).0, 404, "nobody named yet");
    intake.acts(&format!("{on}/referral"), "referral.accepted", &json!({}));
    assert!(!intake.sees(&on).to_string().contains("Idris"), "the package opens when somebody is named");
    intake.acts(&format!("{on}/referral"), "referral.assigned", &json!({"to": accounts[5]}));
    assert!(mentor.sees(&on).to_string().contains("Idris Example"));

    // Meeting and sessions, with causes.
    let does = |client: &mut Client<'_>, kind: &str, body: Value| {
        first(&client.acts(&format!("{on}/referral"), kind, &body), "acts")
    };
    does(
        &mut mentor,
        "referral.meeting_held",
        json!({"attendance": "took_place", "told_limits": "yes", "summary": "We met."}),
    );
    let session =
        does(&mut mentor, "referral.session_scheduled", json!({"at": "2026-11-25T13:00:00Z", "place": "Visit room"}));
    does(
        &mut mentor,
        "referral.session_changed",
        json!({"session": session, "at": "2026-11-26T13:00:00Z", "asked_by": "prison", "reason": "Room"}),
    );

    // A restrictive measure: too long is refused, with the rule; as short as can be is taken.
    let imposed = |end: &str| {
        json!({
            "measure": "solitary", "purpose": "own_safety", "planned_end": end,
            "facts": [{"on": "2026-11-22", "what": "A written threat was found.", "source": "Log 8812"}],
            "alternatives": [{"way": "Move the two others", "outcome": "The court ordered them to stay."}],
            "legal_basis": "Sample Prison Regulation, section 12", "authorised_by": "The director",
            "same_for_anyone": "Anybody who is threatened.", "fits_person": "An adult man.", "review_by": "2026-11-26T12:00:00Z",
            "goes_on": "Calls with family, lessons in the cell.",
            "grounds": ["was_attacked"], "necessary": "It would happen again.", "proportionate": "A week.",
            "policy": {"title": "Sample policy 1", "since": "2025-01-01"}, "authority": "director",
            "ends_when": "A cell on another wing is free.", "effects": ["association"],
        })
    };
    let (status, refused) = governor
        .post(&format!("{at}/measure"), &json!({"kind": "measure.imposed", "body": imposed("2026-12-20T12:00:00Z")}));
    assert_eq!((status, refused["code"].as_str()), (409, Some("safeguard")), "{refused}");
    assert_eq!(refused["findings"][0]["rule"], "NMR-43b");
    let measure =
        first(&governor.acts(&format!("{at}/measure"), "measure.imposed", &imposed("2026-11-30T12:00:00Z")), "acts");
    // A day later everybody signs in again: no session lives that long.
    house.clock.advance(26 * 3_600_000);
    assert_eq!(manager.get(&at).0, 401);
    (manager, governor, mentor) = (enter(1), enter(3), enter(5));
    let (mut custody, mut health) = (enter(8), enter(9));
    let lost = json!({"measure": measure, "referral": referral, "reason": "regime"});
    manager.does(&format!("{at}/places-lost"), &lost);
    health.acts(&format!("{at}/measure"), "measure.health_visited", &json!({"advises_change": "no"}));
    let regime = json!({
        "from": "2026-11-23T14:00:00Z", "until": "2026-11-24T14:00:00Z",
        "contacts": [{"from": "2026-11-23T18:00:00Z", "until": "2026-11-23T19:10:00Z", "contact": "family_call"}],
    });
    custody.acts(&format!("{at}/measure"), "measure.regime_recorded", &regime);
    does(&mut mentor, "referral.session_recorded", json!({"session": session, "attendance": "regime"}));
    governor.acts(
        &format!("{at}/measure"),
        "measure.lifted",
        &json!({"measure": measure, "reason": "A cell on another wing is free."}),
    );
    does(&mut manager, "referral.reentry_asked", json!({"from": "2026-11-27"}));
    does(&mut mentor, "referral.reentered", json!({"from": "2026-11-27"}));

    // Review, release plan, handover accepted before release.
    let review = json!({"plan": plan, "present": ["M. Sample", "Idris"], "view": "It goes well.", "outcome": "goes_on", "next_review": "2027-05-15"});
    manager.acts(&format!("{at}/plan"), "plan.reviewed", &review);
    manager.acts(
        &format!("{at}/release"),
        "release.item_arranged",
        &json!({"item": "home", "how": "His mother expects him."}),
    );
    registrar = enter(0);
    registrar.acts(
        &format!("{at}/custody"),
        "custody.release_date_set",
        &json!({"on": "2026-12-10", "basis": "Sample decision"}),
    );
    let handover =
        json!({"to": probation, "summary": "Wants a joiner's shop near his mother.", "answer_by": "2026-12-05"});
    manager.acts(&format!("{at}/release"), "release.handover_offered", &handover);
    let mut officer = enter(6);
    let before = officer.sees(&at);
    assert!(!before.to_string().contains("Finish the certificate"), "the plan opens when the handover is accepted");
    officer.acts(
        &format!("{at}/release"),
        "release.handover_accepted",
        &json!({"first_meeting": "2026-12-11T09:00:00Z", "place": "Quayside office"}),
    );
    assert!(officer.sees(&at).to_string().contains("Finish the certificate"));
    let (status, refused) = officer
        .post(&format!("{at}/custody"), &json!({"kind": "custody.closed", "body": {"reason": "aftercare_ended"}}));
    assert_eq!((status, refused["reason"].as_str()), (409, Some("not_ready_to_close")));

    // Oversight sees the file, its findings, and who looked.
    let mut monitor = enter(7);
    let seen = monitor.sees(&at);
    assert!(seen["looks"].as_array().unwrap().iter().any(|look| look["capacity"] == "probation_officer"));
    assert!(seen["acts"].as_array().unwrap().iter().any(|act| act["kind"] == "measure.lifted"));
    assert_eq!(monitor.sees("/findings")["cases"], 1);

    // Release, first contact within the clock, aftercare, closed.
    house.clock.advance(16 * 24 * 3_600_000);
    registrar = enter(0);
    registrar.acts(&format!("{at}/release"), "release.file_copy_offered", &json!({"taken": "yes"}));
    registrar.acts(&format!("{at}/custody"), "custody.released", &json!({"basis": "Sample decision"}));
    house.clock.advance(20 * 3_600_000);
    officer = enter(6);
    officer.acts(
        &format!("{at}/release"),
        "release.first_contact",
        &json!({"manner": "in_person", "agreed": "Meet on Thursdays."}),
    );
    house.clock.advance(30 * 24 * 3_600_000);
    officer = enter(6);
    officer.acts(
        &format!("{at}/release"),
        "release.aftercare_contact",
        &json!({"manner": "telephone", "agreed": "Work goes well."}),
    );
    officer.acts(&format!("{at}/custody"), "custody.closed", &json!({"reason": "aftercare_ended"}));
    monitor = enter(7);
    assert_eq!(monitor.sees(&at)["step"], "closed");
    assert_eq!(officer.get(&at).0, 404, "a closed case is nobody's daily work");

    // The record stands, and the index tables are what it makes of them.
    let verified = house.app.verify().unwrap();
    assert!(verified.leaves > 100 && verified.bodies == verified.leaves);
    assert_eq!(house.app.replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn what_cannot_be_read_is_refused_and_changes_nothing() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut manager = Client::enter(&house, &mut world.case_manager.clone());
    let head = manager.sees(&format!("/cases/{case}"))["head"].clone();
    let path = format!("/cases/{case}/assessment");
    let needs = json!({"answers": [], "language": "Arabic"});
    for (body, at) in [
        (
            json!({"kind": "assessment.needs_taken", "body": {"answers": [], "language": "Arabic", "score": 7}}),
            "body.score",
        ),
        (
            json!({"kind": "assessment.needs_taken", "body": {"answers": [{"need": "loyalty", "looked": "yes"}], "language": "Arabic"}}),
            "body.answers.0.need",
        ),
        (json!({"kind": "assessment.needs_taken", "body": needs, "rank": 1}), "rank"),
        (json!({"kind": "assessment.scored", "body": needs}), "kind"),
    ] {
        let (status, refused) = manager.post(&path, &body);
        assert_eq!((status, refused["code"].as_str()), (422, Some("form")), "{refused}");
        assert_eq!(refused["field"].as_str(), Some(at), "{refused}");
    }
    let twice = r#"{"kind":"assessment.needs_taken","body":{"answers":[],"language":"Arabic","language":"French"}}"#;
    let answer = manager.browser.send_text(&format!("/api/v1{path}"), "application/json", twice);
    assert_eq!(answer.status, 422);
    let (status, refused) = manager.post(&path, &json!({"kind": "plan.approved", "body": {"plan": case}}));
    assert_eq!((status, refused["field"].as_str()), (422, Some("kind")), "a kind of another topic is not taken here");
    let answer = manager.browser.send_text(&format!("/api/v1{path}"), "text/plain", "{}");
    assert_eq!(answer.status, 415, "a form of another site cannot send JSON");
    assert_eq!(manager.sees(&format!("/cases/{case}"))["head"], head);
}

#[test]
fn not_there_and_not_yours_are_one_answer() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let plan = house.planned(&world, case);
    let referral = house.offered(&world, case, plan);
    let nothing = house.nothing();
    for holder in [&world.practitioner, &house.administrators[0], &world.org_administrator] {
        let mut client = Client::enter(&house, &mut holder.clone());
        for (theirs, absent) in [
            (format!("/cases/{case}"), format!("/cases/{nothing}")),
            (format!("/referrals/{referral}"), format!("/referrals/{nothing}")),
        ] {
            let one = client.browser.get(&format!("/api/v1{theirs}"));
            let other = client.browser.get(&format!("/api/v1{absent}"));
            assert_eq!(one.status, 404, "{}", holder.sign_in);
            assert_eq!((one.status, &one.headers, &one.body), (other.status, &other.headers, &other.body));
        }
    }
}

#[test]
fn a_repeated_request_is_one_act() {
    let house = House::found();
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    let mut manager = Client::enter(&house, &mut world.case_manager.clone());
    let path = format!("/api/v1/cases/{case}/assessment");
    let body = json!({"kind": "assessment.needs_taken", "body": {"answers": [{"need": "safety", "looked": "yes"}], "language": "Arabic"}});
    let mut send = |body: &Value| manager.browser.send_once(&path, "6f9619ff8b86d011b42d00c04fc964ff", body);
    let (first, again) = (send(&body), send(&body));
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 200));
    let acts = |text: &str| serde_json::from_str::<Value>(text).unwrap()["acts"].clone();
    assert_eq!(acts(&first.body), acts(&again.body));
    let other = json!({"kind": "assessment.needs_taken", "body": {"answers": [{"need": "safety", "looked": "not_yet"}], "language": "Arabic"}});
    assert_eq!(send(&other).status, 409, "the key belongs to another deed");
    let seen = manager.sees(&format!("/cases/{case}"));
    let taken = seen["acts"].as_array().unwrap().iter().filter(|act| act["kind"] == "assessment.needs_taken").count();
    assert_eq!(taken, 1);
}
