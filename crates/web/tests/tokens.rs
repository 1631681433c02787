//! Machine clients: what a token opens, what it never opens, and from which instant on.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[cfg(test)]
#[expect(dead_code, reason = "each set of tests uses its own part of the fixture")]
mod fixture;

use domain::{CaseId, Moment};
use fixture::browser::Answered;
use fixture::people::{World, act};
use fixture::{Holder, House};
use serde_json::{Value, json};

const JSON: (&str, &str) = ("content-type", "application/json");

/// An hour of the tests, in milliseconds.
const HOUR: i64 = 3_600_000;

fn value(answer: &Answered) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

fn code(answer: &Answered) -> (u16, String) {
    (answer.status.as_u16(), value(answer)["code"].as_str().unwrap_or_default().to_owned())
}

/// A machine that has a secret.
struct Machine<'h> {
    house: &'h House,
    says: String,
}

impl Machine<'_> {
    fn asks(&self, method: &str, path: &str, body: &Value) -> Answered {
        let headers = [JSON, ("authorization", self.says.as_str())];
        self.house.browser("en").asks(method, &format!("/api/v1{path}"), &headers, body.to_string().as_bytes())
    }

    fn gets(&self, path: &str) -> Answered {
        self.asks("GET", path, &Value::Null)
    }
}

fn propose(house: &House, who: &Holder, account: &Holder, scope: &[&str], until: Moment) -> String {
    let body = json!({"purpose": "The example register", "scope": scope, "until": until});
    house.does(who, account.account, act(domain::Kind::AccountTokenProposed, &body)).acts[0].to_string()
}

fn issue(house: &House, who: &Holder, account: &Holder, token: &str) {
    house.does(who, account.account, act(domain::Kind::AccountTokenIssued, &json!({ "token": token })));
}

/// A token that both administrators gave and its holder collected.
fn machine<'h>(house: &'h House, account: &Holder, scope: &[&str], until: Moment) -> (Machine<'h>, String) {
    let token = propose(house, &house.administrators[0], account, scope, until);
    issue(house, &house.administrators[1], account, &token);
    let secret = house.app.collect_token(&account.actor(), token.parse().unwrap()).unwrap();
    (Machine { house, says: format!("Bearer {}", secret.reveal()) }, token)
}

fn at_work(house: &House) -> (World, CaseId) {
    let world = house.peopled();
    let case = house.admitted(&world, "DEMO-0147");
    (world, case)
}

fn needs() -> Value {
    json!({"kind": "assessment.needs_taken", "body": {"answers": [{"need": "safety", "looked": "yes"}], "language": "Arabic"}})
}

/// No token proves itself anew, and no machine says what it found: an emergency is for people.
#[test]
fn a_machine_opens_nothing_in_an_emergency_and_examines_nothing() {
    let house = House::found();
    let (world, case) = at_work(&house);
    let every: Vec<&str> = domain::account::TokenScope::CODES.to_vec();
    let until = house.now().plus(24 * HOUR);
    let body = json!({"number": "DEMO-0147", "reason": "missing", "words": "Not back."});
    let (machine, _) = machine(&house, &world.probation_officer, &every, until);
    let opened = machine.asks("POST", "/emergency", &json!({"kind": "file.emergency_opened", "body": body}));
    assert_eq!(code(&opened), (403, "token-scope".to_owned()));
    assert_eq!(code(&machine.gets("/emergencies")), (403, "token-scope".to_owned()));
    let examined = json!({"kind": "file.emergency_reviewed", "body": {}});
    assert_eq!(code(&machine.asks("POST", &format!("/cases/{case}/file"), &examined)), (403, "token-scope".to_owned()));
}

#[test]
fn a_token_takes_two_administrators_and_its_holder() {
    let house = House::found();
    let (world, _) = at_work(&house);
    let mut first = house.enter(&mut house.administrators[0].clone());
    let mut second = house.enter(&mut house.administrators[1].clone());
    let account = world.case_manager.account;
    let path = format!("/api/v1/accounts/{account}/account");
    let until = house.now().plus(24 * HOUR);
    let write = |kind: &str, body: Value| json!({ "kind": kind, "body": body });
    let body = |scope: Value, until: Moment| json!({"purpose": "The example register", "scope": scope, "until": until});
    for (body, reason) in [
        (body(json!([]), until), "token_no_scope"),
        (body(json!(["read_lists"]), house.now().plus(-1)), "end_before_beginning"),
        (body(json!(["read_lists"]), house.now().plus(367 * 24 * HOUR)), "token_too_long"),
    ] {
        let answer = first.send_json(&path, &write("account.token_proposed", body));
        assert_eq!((answer.status.as_u16(), value(&answer)["reason"].as_str()), (409, Some(reason)));
    }
    let own = format!("/api/v1/accounts/{}/account", house.administrators[0].account);
    let answer = first.send_json(&own, &write("account.token_proposed", body(json!(["read_lists"]), until)));
    assert_eq!(value(&answer)["reason"], "token_own");

    let answer = first.send_json(&path, &write("account.token_proposed", body(json!(["read_lists"]), until)));
    assert_eq!(answer.status, 201, "{}", answer.body);
    let token = value(&answer)["acts"][0].as_str().unwrap().to_owned();
    let issued = write("account.token_issued", json!({ "token": token }));
    assert_eq!(value(&first.send_json(&path, &issued))["reason"], "own_proposal");
    let secret = format!("/api/v1/tokens/{token}/secret");
    let mut manager = world.case_manager.clone();
    let mut holder = house.enter(&mut manager);
    assert_eq!(holder.send_json(&secret, &json!({})).status, 404, "not issued yet");
    assert_eq!(second.send_json(&path, &issued).status, 201);
    for browser in [&mut first, &mut second] {
        assert_eq!(browser.send_json(&secret, &json!({})).status, 404, "no administrator collects a secret");
    }
    // A secret wants a second factor that was given just now.
    house.clock.advance(6 * 60_000);
    assert_eq!(code(&holder.send_json(&secret, &json!({}))), (403, "needs-fresh".to_owned()));
    let mut holder = house.enter(&mut manager);
    let collected = holder.send_json(&secret, &json!({}));
    assert_eq!(collected.status, 200, "{}", collected.body);
    assert_eq!(holder.send_json(&secret, &json!({})).status, 404, "a secret is shown once");
    let listed = holder.get("/api/v1/tokens");
    assert_eq!(value(&listed)["tokens"][0]["collected"], true);
    assert!(!listed.body.contains(value(&collected)["secret"].as_str().unwrap()));
    let machine = Machine { house: &house, says: format!("Bearer {}", value(&collected)["secret"].as_str().unwrap()) };
    assert_eq!(value(&machine.gets("/me"))["account"], account.to_string());
    assert_eq!(machine.gets("/cases").status, 200);
    assert_eq!(house.app.replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn a_token_opens_what_its_scope_names_and_nothing_else() {
    let house = House::found();
    let (world, case) = at_work(&house);
    let until = house.now().plus(24 * HOUR);
    let (reader, _) = machine(&house, &world.case_manager, &["read_lists"], until);
    let (writer, _) = machine(&house, &world.case_manager, &["write_assessment", "read_files"], until);
    for path in ["/cases", "/referrals", "/findings", "/organisations", "/services", "/me"] {
        assert_eq!(reader.gets(path).status, 200, "{path}");
    }
    let refused = (403, "token-scope".to_owned());
    assert_eq!(code(&reader.gets(&format!("/cases/{case}"))), refused);
    assert_eq!(code(&reader.asks("POST", &format!("/cases/{case}/assessment"), &needs())), refused);
    assert_eq!(code(&writer.gets("/cases")), refused);
    assert_eq!(writer.gets(&format!("/cases/{case}")).status, 200);
    let written = writer.asks("POST", &format!("/cases/{case}/assessment"), &needs());
    assert_eq!(written.status, 201, "{}", written.body);
    assert_eq!(code(&writer.asks("POST", &format!("/cases/{case}/plan"), &json!({}))), refused);
    // No token administers, signs in, proves anything or collects another.
    let every = [
        "read_lists",
        "read_files",
        "write_custody",
        "write_assessment",
        "write_plan",
        "write_consent",
        "write_referral",
        "write_measure",
        "write_release",
        "write_services",
    ];
    let (all, token) = machine(&house, &world.case_manager, &every, until);
    for (method, path) in [
        ("GET", "/accounts".to_owned()),
        ("GET", "/tokens".to_owned()),
        ("POST", "/accounts".to_owned()),
        ("POST", "/organisations".to_owned()),
        ("POST", format!("/accounts/{}/account", world.case_manager.account)),
        ("POST", format!("/tokens/{token}/secret")),
        ("POST", "/session/fresh".to_owned()),
        ("POST", "/session/end".to_owned()),
        ("GET", "/sign-ins".to_owned()),
        ("POST", "/sign-ins/end".to_owned()),
        ("POST", "/sign-ins/end-others".to_owned()),
        ("POST", "/password".to_owned()),
    ] {
        assert_eq!(code(&all.asks(method, &path, &json!({}))), refused, "{method} {path}");
    }
}

#[test]
fn a_token_has_no_right_that_its_account_has_not() {
    let house = House::found();
    let (world, case) = at_work(&house);
    let until = house.now().plus(24 * HOUR);
    let scope = ["read_lists", "read_files", "write_measure", "write_assessment"];
    let (stranger, _) = machine(&house, &world.practitioner, &scope, until);
    let (manager, _) = machine(&house, &world.case_manager, &scope, until);
    let theirs = stranger.gets(&format!("/cases/{case}"));
    let absent = stranger.gets(&format!("/cases/{}", house.nothing()));
    assert_eq!(theirs.status, 404);
    assert_eq!((&theirs.headers, &theirs.body), (&absent.headers, &absent.body));
    let lifted = json!({"kind": "measure.lifted", "body": {"measure": case, "reason": "Sample."}});
    assert_eq!(
        code(&manager.asks("POST", &format!("/cases/{case}/measure"), &lifted)),
        (403, "not-allowed".to_owned())
    );
    // What it does is on record as any look of its account.
    assert_eq!(manager.gets(&format!("/cases/{case}")).status, 200);
    let seen = manager.gets(&format!("/cases/{case}"));
    assert!(value(&seen)["looks"].as_array().unwrap().iter().any(|look| look["own"] == true), "{}", seen.body);
}

#[test]
fn what_is_over_revoked_or_closed_opens_nothing_from_that_instant() {
    let house = House::found();
    let (world, _) = at_work(&house);
    let until = house.now().plus(2 * HOUR);
    let (short, _) = machine(&house, &world.case_manager, &["read_lists"], until);
    let (revoked, token) = machine(&house, &world.case_manager, &["read_lists"], until.plus(HOUR));
    let (closed, _) = machine(&house, &world.supervisor, &["read_lists"], until.plus(HOUR));
    house.clock.advance(until.since(house.now()) - 1);
    assert_eq!(house.now(), until.plus(-1));
    assert_eq!(short.gets("/me").status, 200, "a millisecond before");
    house.clock.advance(1);
    let refused = short.gets("/me");
    assert_eq!(code(&refused), (401, "token".to_owned()), "at that instant");
    assert!(refused.headers["www-authenticate"].to_str().unwrap().starts_with("Bearer"));

    assert_eq!(revoked.gets("/cases").status, 200);
    let body = json!({"token": token, "reason": "The example machine was lost."});
    house.does(&house.administrators[0], world.case_manager.account, act(domain::Kind::AccountTokenRevoked, &body));
    assert_eq!(code(&revoked.gets("/cases")), (401, "token".to_owned()));

    assert_eq!(closed.gets("/me").status, 200);
    let body = json!({"reason": "Left the example prison."});
    house.does(&house.administrators[0], world.supervisor.account, act(domain::Kind::AccountDisabled, &body));
    assert_eq!(code(&closed.gets("/me")), (401, "token".to_owned()));
}

#[test]
fn a_request_speaks_for_one_alone() {
    let house = House::found();
    let (world, case) = at_work(&house);
    let (machine, _) = machine(&house, &world.case_manager, &["read_lists", "read_files"], house.now().plus(HOUR));
    let says = ("authorization", machine.says.as_str());
    let mut signed_in = house.enter(&mut world.case_manager.clone());
    assert_eq!(code(&signed_in.asks("GET", "/api/v1/me", &[says], b"")), (400, "strange".to_owned()), "and a cookie");
    let mut nobody = house.browser("en");
    assert_eq!(code(&nobody.asks("GET", "/api/v1/me", &[says, says], b"")), (400, "strange".to_owned()));
    let long = format!("Bearer {}", "A".repeat(5000));
    for wrong in ["Basic Zmlyc3Q6eA==", "Bearer", "Bearer ", "Bearer passerelle-token-AAAA", long.as_str()] {
        let answer = nobody.asks("GET", "/api/v1/me", &[("authorization", wrong)], b"");
        assert_eq!(code(&answer), (401, "token".to_owned()), "{wrong}");
    }
    // Pages know no tokens.
    assert_eq!(nobody.asks("GET", &format!("/cases/{case}"), &[says], b"").status, 303);
}

#[test]
fn the_pages_lead_from_the_account_to_the_secret() {
    let house = House::found();
    let (world, _) = at_work(&house);
    let account = world.case_manager.account;
    let mut first = house.enter(&mut house.administrators[0].clone());
    let mut second = house.enter(&mut house.administrators[1].clone());
    let at = format!("/accounts/{account}/tokens");
    assert!(first.get("/accounts").shown().body.contains(&at));
    let form = first.get(&format!("{at}/new")).shown().form(&format!("{at}/new"));
    let form =
        form.with("purpose", "The example register").with("scope", "read_lists").with("until", "2026-12-24T12:00");
    let listed = first.sends(&form);
    assert!(listed.says("The example register") && listed.says("Needs a second administrator"));
    let token = value(&first.get(&format!("/api/v1/accounts/{account}/tokens")))["tokens"][0]["token"]
        .as_str()
        .unwrap()
        .to_owned();
    let issue = format!("{at}/{token}/issue");
    assert!(!listed.body.contains(&issue), "the proposer finds no button");
    let form = second.get(&issue).shown().form(&issue);
    assert!(second.sends(&form).says("Issued"));
    let mut holder = house.enter(&mut world.case_manager.clone());
    let collect = format!("/tokens/{token}");
    assert!(holder.get("/tokens").shown().body.contains(&collect));
    let form = holder.get(&collect).shown().form(&collect);
    let shown = holder.send(&form);
    assert_eq!(shown.status, 200, "{}", shown.body);
    let secret = shown.body.split("passerelle-token-").nth(1).unwrap().chars().take(52).collect::<String>();
    let machine = Machine { house: &house, says: format!("Bearer passerelle-token-{secret}") };
    assert_eq!(machine.gets("/cases").status, 200);
    let revoke = format!("{at}/{token}/revoke");
    let form = first.get(&revoke).shown().form(&revoke).with("reason", "The example machine was replaced.");
    assert!(first.sends(&form).says("Revoked"));
    assert_eq!(machine.gets("/cases").status, 401);
}

/// A strike, a hold and an erasing take two people; who may see a file is said by one. No machine is any of them.
#[test]
fn no_machine_speaks_of_the_file_itself_or_brings_anybody_back() {
    let house = House::found();
    let (world, case) = at_work(&house);
    let scope = domain::account::TokenScope::CODES;
    let (machine, _) = machine(&house, &world.registrar, scope, house.now().plus(24 * HOUR));
    let write = json!({"kind": "file.strike_proposed", "body": {"of": case, "why": "A sample mistake."}});
    let back = json!({"number": "DEMO-0147", "body": {"prison": world.prison, "order": "Sample order 2"}});
    for (path, body) in [(format!("/cases/{case}/file"), write), ("/returns".to_owned(), back)] {
        let answer = machine.asks("POST", &path, &body);
        assert_eq!(code(&answer), (403, "token-scope".to_owned()), "{path}: {}", answer.body);
    }
    assert_eq!(machine.gets(&format!("/cases/{case}")).status, 200, "what its scope names it still does");
}
