//! Organisations, services and accounts.

use app::consult::SERVICES_PAGES;
use app::recovery::Drawn;
use domain::account::TokenScope;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::kind::Subject;
use domain::measure::YesNo;
use domain::organisation::Aim;
use domain::shape::Shape;
use domain::{AccountId, Date, Kind, Line, OrgId, ServiceId, StreamId};

use super::act::one;
use super::answers::{
    Account, Accounts, Enrolled, Inspections, Mandate, Nothing, Organisation, Organisations, Posts, Service,
    ServiceEntry, Services,
};
use super::contract::{Acts, Contract, Query};
use super::{perform, read};
use crate::answer::Answer;
use crate::pages::services::OLDEST;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const fn begin(kind: Kind) -> Contract {
    Contract::acts(Acts::Begin(kind))
}

const fn on(subject: Subject, topic: &'static str) -> Contract {
    Contract::acts(Acts::Topic(subject, topic))
}

const SERVICES: &[TokenScope] = &[TokenScope::WriteServices];

/// What services can be looked for by.
const SOUGHT: &[Query] = &[
    Query { name: "need", shape: domain::shape::of::<NeedArea> },
    Query { name: "place", shape: domain::shape::of::<Line> },
    Query { name: "language", shape: domain::shape::of::<Line> },
    Query { name: "sex", shape: domain::shape::of::<Sex> },
    Query { name: "age", shape: || Ok(Shape::Whole { least: 0, most: OLDEST.into() }) },
    Query { name: "aim", shape: domain::shape::of::<Aim> },
    Query { name: "free", shape: domain::shape::of::<YesNo> },
    Query { name: "page", shape: || Ok(Shape::Whole { least: 1, most: SERVICES_PAGES.into() }) },
];

/// As of which day; today without one.
const ON: Query = Query { name: "on", shape: domain::shape::of::<Date> };

const ENROL: Contract = Contract::gives::<Enrolled>("Enrolled").form::<Nothing>("Nothing", &[]);

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::shows(
        "/api/v1/organisations",
        Asks::Consult("the list of organisations"),
        Contract::gives::<Organisations>("Organisations").needs(&[TokenScope::ReadLists]),
        organisations,
    ),
    Route::does(
        "/api/v1/organisations",
        Asks::Perform("organisation.registered"),
        begin(Kind::OrganisationRegistered),
        register,
    ),
    Route::does(
        "/api/v1/organisations/{org}/organisation",
        Asks::Perform("organisation.*"),
        on(Subject::Organisation, "organisation"),
        on_org,
    ),
    Route::shows(
        "/api/v1/organisations/{org}/posts",
        Asks::Consult("the posts of one organisation, as of a day"),
        Contract::gives::<Posts>("Posts").query(&[ON]),
        posts,
    ),
    Route::does("/api/v1/organisations/{org}/post", Asks::Perform("post.*"), on(Subject::Organisation, "post"), on_org),
    Route::shows(
        "/api/v1/organisations/{org}/inspections",
        Asks::Consult("the inspections of one prison"),
        Contract::gives::<Inspections>("Inspections"),
        inspections,
    ),
    Route::does(
        "/api/v1/organisations/{org}/inspection",
        Asks::Perform("inspection.*"),
        on(Subject::Organisation, "inspection"),
        on_org,
    ),
    Route::shows(
        "/api/v1/services",
        Asks::Consult("the list of services"),
        Contract::gives::<Services>("Services").query(SOUGHT).needs(&[TokenScope::ReadLists]),
        services,
    ),
    Route::shows(
        "/api/v1/services/{service}",
        Asks::Consult("one service that is on offer"),
        Contract::gives::<ServiceEntry>("ServiceEntry").needs(&[TokenScope::ReadLists]),
        service,
    ),
    Route::does(
        "/api/v1/services/drafts",
        Asks::Perform("service.drafted"),
        begin(Kind::ServiceDrafted).needs(SERVICES),
        publish,
    ),
    Route::does(
        "/api/v1/services",
        Asks::Perform("service.published"),
        begin(Kind::ServicePublished).needs(SERVICES),
        publish,
    ),
    Route::does(
        "/api/v1/services/{service}/service",
        Asks::Perform("service.*"),
        on(Subject::Service, "service").needs(SERVICES),
        on_service,
    ),
    Route::shows(
        "/api/v1/accounts",
        Asks::Consult("the list of accounts that the asker administers"),
        Contract::gives::<Accounts>("Accounts"),
        accounts,
    ),
    Route::does("/api/v1/accounts", Asks::Perform("account.proposed"), begin(Kind::AccountProposed), propose),
    Route::does(
        "/api/v1/accounts/{account}/account",
        Asks::Perform("account.*"),
        on(Subject::Account, "account"),
        on_account,
    ),
    Route::does(
        "/api/v1/accounts/{account}/enrolment",
        Asks::Perform("draws one half of the credentials of an account that was just confirmed, once"),
        ENROL,
        enrol,
    ),
    Route::does(
        "/api/v1/installation",
        Asks::Perform("installation.*"),
        on(Subject::Installation, "installation"),
        on_installation,
    ),
];

fn organisations(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.organisations(visit.actor()?)?;
    Ok(Answer::json(&found.map(|found| Organisations {
        organisations: found.orgs.iter().map(Organisation::from).collect(),
        mandates: found.mandates.iter().map(Mandate::from).collect(),
    })))
}

fn register(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let org = OrgId::from_random(visit.app.fresh_id()?);
    perform(visit, one(visit, org.stream())?)
}

fn on_org(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let org: OrgId = visit.id("org")?;
    perform(visit, one(visit, org.stream())?)
}

fn posts(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.posts(visit.actor()?, visit.id("org")?, visit.wanted("on")?)?;
    Ok(Answer::json(&found.map(|found| Posts {
        organisation: found.org,
        name: found.org_name.clone(),
        on: found.day,
        posts: found.posts.iter().map(Into::into).collect(),
        covers: found.covers.iter().map(Into::into).collect(),
        may: found.may.iter().copied().filter(|kind| kind.row().name.starts_with("post.")).collect(),
    })))
}

fn inspections(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.inspections(visit.actor()?, visit.id("org")?)?;
    Ok(Answer::json(&found.map(|found| Inspections {
        organisation: found.org,
        name: found.org_name.clone(),
        inspections: found.inspections.iter().map(Into::into).collect(),
        last_reported: found.last_reported,
        may: found.may.iter().copied().filter(|kind| kind.row().name.starts_with("inspection.")).collect(),
    })))
}

fn services(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    // A form sends the fields that nobody filled; a program has no reason to.
    if let Some(blank) = SOUGHT.iter().find(|query| visit.query.get(query.name).is_some_and(str::is_empty)) {
        return Err(Trouble::Strange(blank.name.to_owned()));
    }
    let found = visit.app.services(visit.actor()?, &crate::pages::services::services_asked(visit)?)?;
    Ok(Answer::json(&found.map(|found| Services {
        next_page: found.more.then(|| found.asked.page.saturating_add(1)),
        services: found.lines.into_iter().map(Service::from).collect(),
    })))
}

fn service(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.service(visit.actor()?, visit.id("service")?)?;
    Ok(Answer::json(&found.map(ServiceEntry::from)))
}

fn publish(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let service = ServiceId::from_random(visit.app.fresh_id()?);
    perform(visit, one(visit, service.stream())?)
}

fn on_service(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let service: ServiceId = visit.id("service")?;
    perform(visit, one(visit, service.stream())?)
}

fn accounts(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.accounts(visit.actor()?)?;
    Ok(Answer::json(&found.map(|found| Accounts { accounts: found.iter().map(Account::from).collect() })))
}

fn propose(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account = AccountId::from_random(visit.app.fresh_id()?);
    perform(visit, one(visit, account.stream())?)
}

fn on_account(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let deed = one(visit, account.stream())?;
    let disables = deed.acts.iter().any(|proposed| proposed.act.kind() == Kind::AccountDisabled);
    let answer = perform(visit, deed)?;
    if disables {
        visit.app.end_credentials(account)?;
    }
    Ok(answer)
}

fn on_installation(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    perform(visit, one(visit, StreamId::INSTALLATION)?)
}

fn enrol(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let Nothing {} = read(visit)?;
    let mut half = Enrolled { password: None, change_by: None, totp_secret: None, totp_uri: None, codes: Vec::new() };
    match visit.app.draw_half(visit.actor()?, account)? {
        Drawn::Password(drawn) => {
            half.password = Some(drawn.password.reveal().to_owned());
            half.change_by = Some(drawn.change_by);
        }
        Drawn::Factor(drawn) => {
            half.totp_secret = Some(drawn.totp_secret.reveal().to_owned());
            half.totp_uri = Some(drawn.totp_uri.reveal().to_owned());
            half.codes = drawn.card.codes.iter().map(|code| code.code.reveal().to_owned()).collect();
        }
    }
    Ok(Answer::open_json(&half))
}
