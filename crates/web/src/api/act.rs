//! Writes on cases and referrals: one route for each topic, and the two deeds that touch both streams at once.

use app::{Correcting, Deed};
use domain::account::TokenScope;
use domain::code::UnknownCode;
use domain::file::CorrectionReason;
use domain::kind::{Act, NotAnAct, Subject, topic};
use domain::{ActId, CaseId, Kind, Line, Moment, ReferralId, StreamId};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::answers::{Erased, Nothing, Settled};
use super::contract::{Acts, Contract, Takes};
use super::{Write, perform, read, within};
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const fn on(topic: &'static str) -> Contract {
    Contract::acts(Acts::Topic(Subject::Case, topic))
}

const BEGIN: Contract = on("referral")
    .form::<Begin>("BeginReferral", &[("offer", Kind::ReferralOffered), ("package", Kind::ReferralPackageReleased)]);

const PLACE_LOST: Contract = on("referral").form::<PlaceLost>("PlaceLost", &[]);

const RETURN: Contract = on("custody").form::<Return>("Return", &[("body", Kind::CustodyReturned)]);

const CORRECT: Contract = on("file").correction::<Correct>(Acts::Correctable);

const ERASE: Contract = Contract::gives::<Erased>("Erased").form::<Nothing>("Nothing", &[]);

const ADMIT: Acts = Acts::Begin(Kind::CustodyAdmitted);

const OPEN: Acts = Acts::Begin(Kind::FileEmergencyOpened);

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::does(
        "/api/v1/cases",
        Asks::Perform("custody.admitted"),
        Contract::acts(ADMIT).needs(&[TokenScope::WriteCustody]),
        admit,
    ),
    Route::does(
        "/api/v1/returns",
        Asks::Perform("custody.returned, on the file of a released person"),
        RETURN,
        returned,
    ),
    Route::does(
        "/api/v1/emergency",
        Asks::Perform("file.emergency_opened, on the file with this number"),
        // No token proves itself anew: machines open nothing in an emergency.
        Contract::acts(OPEN),
        emergency,
    ),
    Route::does(
        "/api/v1/cases/{case}/custody",
        Asks::Perform("custody.*"),
        on("custody").needs(&[TokenScope::WriteCustody]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/file",
        Asks::Perform("file.*"),
        // No machine is one of the two whom a strike or an erasing takes, or says who may see a file.
        on("file"),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/corrections",
        Asks::Perform("a report and file.corrected, in the place of an earlier report of its kind, in one deed"),
        CORRECT,
        correct,
    ),
    Route::does(
        "/api/v1/cases/{case}/erasure",
        Asks::Perform("file.erased; the case and its referrals are destroyed"),
        ERASE,
        erase,
    ),
    Route::does(
        "/api/v1/cases/{case}/assessment",
        Asks::Perform("assessment.*"),
        on("assessment").needs(&[TokenScope::WriteAssessment]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/plan",
        Asks::Perform("plan.*"),
        on("plan").needs(&[TokenScope::WritePlan]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/consent",
        Asks::Perform("consent.*"),
        on("consent").needs(&[TokenScope::WriteConsent]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/measure",
        Asks::Perform("measure.*"),
        on("measure").needs(&[TokenScope::WriteMeasure]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/release",
        Asks::Perform("release.*"),
        on("release").needs(&[TokenScope::WriteRelease]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/admission",
        Asks::Perform("admission.*"),
        on("admission").needs(&[TokenScope::WriteCustody]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/health",
        Asks::Perform("health.*"),
        // No machine attests in the place of the health service, or answers it in the place of a director.
        on("health"),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/accommodation",
        Asks::Perform("accommodation.*"),
        on("accommodation").needs(&[TokenScope::WritePlan]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/restraint",
        Asks::Perform("restraint.*"),
        // No machine orders a restraint, nor says that somebody was seen to.
        on("restraint"),
        on_case,
    ),
    Route::does("/api/v1/cases/{case}/search", Asks::Perform("search.*"), on("search"), on_case),
    Route::does(
        "/api/v1/cases/{case}/regime",
        Asks::Perform("regime.*"),
        on("regime").needs(&[TokenScope::WriteMeasure]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/contact",
        Asks::Perform("contact.*"),
        on("contact").needs(&[TokenScope::WriteMeasure]),
        on_case,
    ),
    // No machine says that somebody was told something, and understood it.
    Route::does("/api/v1/cases/{case}/information", Asks::Perform("information.*"), on("information"), on_case),
    Route::does(
        "/api/v1/cases/{case}/lodging",
        Asks::Perform("lodging.*"),
        on("lodging").needs(&[TokenScope::WriteMeasure]),
        on_case,
    ),
    Route::does(
        "/api/v1/cases/{case}/referrals",
        Asks::Perform("referral.begun, .offered, .package_released in one deed"),
        BEGIN.needs(&[TokenScope::WriteReferral]),
        begin,
    ),
    Route::does(
        "/api/v1/cases/{case}/places-lost",
        Asks::Perform("measure.place_lost, referral.place_lost in one deed"),
        PLACE_LOST.needs(&[TokenScope::WriteMeasure, TokenScope::WriteReferral]),
        place_lost,
    ),
    Route::does(
        "/api/v1/referrals/{referral}/referral",
        Asks::Perform("referral.*"),
        Contract::acts(Acts::Topic(Subject::Referral, "referral")).needs(&[TokenScope::WriteReferral]),
        on_referral,
    ),
];

/// Reads the one act of a write, which must be of a kind that the route takes.
pub(super) fn one(visit: &Visit<'_>, stream: StreamId) -> Result<Deed, Trouble> {
    let write: Write = read(visit)?;
    let act = taken(visit, write.kind, &write.body)?;
    let mut deed = Deed::one(stream, act).concerning(write.concerns);
    deed.based_on.extend(write.based_on.map(|head| (stream, head)));
    Ok(deed)
}

/// The act, if it is of a kind that the route takes.
fn taken(visit: &Visit<'_>, named: String, written: &RawValue) -> Result<Act, Trouble> {
    let kind: Kind = named.parse().map_err(|error| app::Refusal::Form(NotAnAct::Kind(error)))?;
    let Some(Contract { takes: Takes::Acts(acts) | Takes::Correction(acts, _), .. }) = visit.contract else {
        return Err(Trouble::not_found());
    };
    if !acts.kinds().any(|taken| taken == kind) {
        let unknown = UnknownCode { list: "kind of this route", value: named };
        return Err(app::Refusal::Form(NotAnAct::Kind(unknown)).into());
    }
    body(kind, "body", written)
}

/// A report in the place of an earlier one of its kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Correct {
    of: ActId,
    why: CorrectionReason,
    kind: String,
    body: Box<RawValue>,
    #[serde(default)]
    concerns: Option<Moment>,
    #[serde(default)]
    based_on: Option<u64>,
}

fn correct(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let asked: Correct = read(visit)?;
    let act = taken(visit, asked.kind, &asked.body)?;
    let correcting = Some(Correcting { of: asked.of, why: asked.why });
    let mut deed = Deed { correcting, ..Deed::one(case, act).concerning(asked.concerns) };
    deed.based_on.extend(asked.based_on.map(|head| (case.stream(), head)));
    perform(visit, deed)
}

fn erase(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let Nothing {} = read(visit)?;
    let app::FileErased { certificate, at, acts, streams, settled } = visit.app.erase(visit.actor()?, case)?;
    let settled = match settled {
        app::Settled::Clean => Settled::Clean,
        app::Settled::Later => Settled::Later,
        app::Settled::OnServer => Settled::OnServer,
    };
    Ok(Answer::open_json(&Erased { certificate, at, acts, streams, settled }))
}

fn admit(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case = CaseId::from_random(visit.app.fresh_id()?);
    perform(visit, one(visit, case.stream())?)
}

/// A return to custody long after a release: the file is called by its number, for no prison holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Return {
    number: Line,
    body: Box<RawValue>,
    #[serde(default)]
    concerns: Option<Moment>,
}

fn returned(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked: Return = read(visit)?;
    let body = body(Kind::CustodyReturned, "body", &asked.body)?;
    let found = visit.app.released_under(visit.actor()?, asked.number.as_str())?;
    let case = found.ok_or_else(Trouble::not_found)?;
    perform(visit, Deed::one(case, body).concerning(asked.concerns))
}

fn emergency(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let deed = one(visit, app::perform::UNFOUND)?;
    perform(visit, Deed { based_on: Vec::new(), ..deed })
}

fn on_case(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    perform(visit, one(visit, case.stream())?)
}

fn on_referral(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let referral: ReferralId = visit.id("referral")?;
    perform(visit, one(visit, referral.stream())?)
}

/// A referral from a plan line. The referral itself gets its id here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Begin {
    plan: ActId,
    goal: u32,
    consent: ActId,
    offer: Box<RawValue>,
    package: Box<RawValue>,
    #[serde(default)]
    based_on: Option<u64>,
}

fn body(kind: Kind, field: &str, written: &RawValue) -> Result<Act, Trouble> {
    kind.decode(kind.row().version, written.get().as_bytes()).map_err(|error| within(field, error))
}

fn begin(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let asked: Begin = read(visit)?;
    let Act::Referral(topic::Referral::Offered(offer)) = body(Kind::ReferralOffered, "offer", &asked.offer)? else {
        return Err(Trouble::Unreadable);
    };
    let package = body(Kind::ReferralPackageReleased, "package", &asked.package)?;
    let referral = ReferralId::from_random(visit.app.fresh_id()?);
    let begun = domain::referral::Begun {
        referral,
        service: offer.service,
        org: offer.org,
        plan: asked.plan,
        goal: asked.goal,
        consent: asked.consent,
        aim: None,
    };
    let mut deed = Deed::one(case, begun).and(referral, offer).and(referral, package);
    deed.based_on.extend(asked.based_on.map(|head| (case.stream(), head)));
    perform(visit, deed)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceLost {
    measure: ActId,
    referral: ReferralId,
    reason: domain::referral::HoldReason,
}

fn place_lost(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let PlaceLost { measure, referral, reason } = read(visit)?;
    let on_case = Act::from(domain::measure::PlaceLost { measure, referral });
    let deed = Deed::one(case, on_case).and(referral, domain::referral::PlaceLost { reason });
    perform(visit, deed)
}
