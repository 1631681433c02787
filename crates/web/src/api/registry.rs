//! Organisations, services and accounts.

use domain::kind::Subject;
use domain::{AccountId, OrgId, ServiceId};
use serde_json::{Value, json};

use super::act::{any, one};
use super::perform;
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::get("/api/v1/organisations", Asks::Consult("the list of organisations"), organisations),
    Route::post("/api/v1/organisations", Asks::Perform("organisation.registered"), register),
    Route::post("/api/v1/organisations/{org}/organisation", Asks::Perform("organisation.*"), on_org),
    Route::get("/api/v1/services", Asks::Consult("the list of services"), services),
    Route::post("/api/v1/services", Asks::Perform("service.published"), publish),
    Route::post("/api/v1/services/{service}/service", Asks::Perform("service.*"), on_service),
    Route::get("/api/v1/accounts", Asks::Consult("the list of accounts that the asker administers"), accounts),
    Route::post("/api/v1/accounts", Asks::Perform("account.proposed"), propose),
    Route::post("/api/v1/accounts/{account}/account", Asks::Perform("account.*"), on_account),
    Route::post(
        "/api/v1/accounts/{account}/enrolment",
        Asks::Perform("draws the credentials of an account that was just confirmed, once"),
        enrol,
    ),
];

fn organisations(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.organisations(visit.actor()?)?;
    let value = found.map(|found| {
        let lines: Vec<Value> = found
            .orgs
            .iter()
            .map(|org| json!({ "organisation": org.org, "name": org.name, "kind": org.kind, "place": org.place, "contact": org.contact }))
            .collect();
        json!({ "organisations": lines, "mandates": found.mandates.iter().map(mandate).collect::<Vec<_>>() })
    });
    Ok(Answer::json(&value))
}

fn mandate(line: &app::consult::MandateLine) -> Value {
    json!({
        "mandate": line.mandate, "prison": line.prison, "body": line.body, "basis": line.basis, "until": line.until,
        "state": line.state, "waits_after": line.waits_after,
    })
}

fn register(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let org = OrgId::from_random(visit.app.fresh_id()?);
    let deed = any(visit, "organisation", Subject::Organisation, org.stream())?;
    perform(visit, deed)
}

fn on_org(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let org: OrgId = visit.id("org")?;
    let deed = one(visit, "organisation", Subject::Organisation, org.stream())?;
    perform(visit, deed)
}

fn services(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.services(visit.actor()?)?;
    let value = found.map(|found| {
        let lines: Vec<Value> = found
            .iter()
            .map(|line| json!({ "service": line.service, "organisation": line.org_name, "published": line.published }))
            .collect();
        json!({ "services": lines })
    });
    Ok(Answer::json(&value))
}

fn publish(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let service = ServiceId::from_random(visit.app.fresh_id()?);
    let deed = any(visit, "service", Subject::Service, service.stream())?;
    perform(visit, deed)
}

fn on_service(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let service: ServiceId = visit.id("service")?;
    let deed = one(visit, "service", Subject::Service, service.stream())?;
    perform(visit, deed)
}

fn accounts(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.accounts(visit.actor()?)?;
    let value = found.map(|found| {
        let lines: Vec<Value> = found
            .iter()
            .map(|line| {
                json!({
                    "account": line.account, "name": line.name, "sign_in": line.sign_in, "organisation": line.org,
                    "capacity": line.capacity, "state": line.state,
                })
            })
            .collect();
        json!({ "accounts": lines })
    });
    Ok(Answer::json(&value))
}

fn propose(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account = AccountId::from_random(visit.app.fresh_id()?);
    let deed = any(visit, "account", Subject::Account, account.stream())?;
    perform(visit, deed)
}

fn on_account(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let deed = one(visit, "account", Subject::Account, account.stream())?;
    let disables = deed.acts.iter().any(|proposed| proposed.act.kind() == domain::Kind::AccountDisabled);
    let answer = perform(visit, deed)?;
    if disables {
        visit.app.end_credentials(account)?;
    }
    Ok(answer)
}

fn enrol(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let slip = visit.app.enrol_confirmed(visit.actor()?, account)?;
    let codes: Vec<&str> = slip.card.codes.iter().map(|code| code.code.reveal()).collect();
    Ok(Answer::open_json(&json!({
        "password": slip.password.reveal(), "totp_secret": slip.totp_secret.reveal(), "totp_uri": slip.totp_uri.reveal(),
        "codes": codes, "change_by": slip.change_by,
    })))
}
