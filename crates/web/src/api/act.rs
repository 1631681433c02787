//! Writes on cases and referrals: one route for each topic, and the two deeds that touch both streams at once.

use app::Deed;
use domain::kind::{Act, Subject};
use domain::{ActId, CaseId, Kind, Moment, ReferralId, StreamId};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Write, part, perform, read};
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases", Asks::Perform("custody.admitted"), admit),
    Route::post("/api/v1/returns", Asks::Perform("custody.returned, on the file of a released person"), returned),
    Route::post("/api/v1/cases/{case}/custody", Asks::Perform("custody.*"), |visit| on_case(visit, "custody")),
    Route::post("/api/v1/cases/{case}/file", Asks::Perform("file.*"), |visit| on_case(visit, "file")),
    Route::post("/api/v1/cases/{case}/assessment", Asks::Perform("assessment.*"), |visit| on_case(visit, "assessment")),
    Route::post("/api/v1/cases/{case}/plan", Asks::Perform("plan.*"), |visit| on_case(visit, "plan")),
    Route::post("/api/v1/cases/{case}/consent", Asks::Perform("consent.*"), |visit| on_case(visit, "consent")),
    Route::post("/api/v1/cases/{case}/measure", Asks::Perform("measure.*"), |visit| on_case(visit, "measure")),
    Route::post("/api/v1/cases/{case}/release", Asks::Perform("release.*"), |visit| on_case(visit, "release")),
    Route::post(
        "/api/v1/cases/{case}/referrals",
        Asks::Perform("referral.begun, .offered, .package_released in one deed"),
        begin,
    ),
    Route::post(
        "/api/v1/cases/{case}/places-lost",
        Asks::Perform("measure.place_lost, referral.place_lost in one deed"),
        place_lost,
    ),
    Route::post("/api/v1/referrals/{referral}/referral", Asks::Perform("referral.*"), on_referral),
];

/// Reads one act of a topic for a kind of subject. What belongs elsewhere is not there.
/// What begins a file has a route of its own, where the program draws the id.
pub(super) fn one(visit: &Visit<'_>, topic: &str, subject: Subject, stream: StreamId) -> Result<Deed, Trouble> {
    let deed = any(visit, topic, subject, stream)?;
    if deed.acts.iter().any(|proposed| app::perform::founds(&proposed.act)) {
        Err(Trouble::not_found())
    } else {
        Ok(deed)
    }
}

/// Reads one act, one that begins a file too.
pub(super) fn any(visit: &Visit<'_>, topic: &str, subject: Subject, stream: StreamId) -> Result<Deed, Trouble> {
    let write: Write<'_> = read(visit)?;
    let kind: Kind = write.kind.parse().map_err(|error| app::Refusal::Form(domain::kind::NotAnAct::Kind(error)))?;
    let row = kind.row();
    if row.subject != subject || !row.name.strip_prefix(topic).is_some_and(|rest| rest.starts_with('.')) {
        return Err(Trouble::not_found());
    }
    let act = kind.decode(row.version, write.body.get().as_bytes()).map_err(app::Refusal::Form)?;
    let mut deed = Deed::one(stream, act).concerning(write.concerns);
    deed.based_on.extend(write.based_on.map(|head| (stream, head)));
    Ok(deed)
}

fn admit(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case = CaseId::from_random(visit.app.fresh_id()?);
    let deed = any(visit, "custody", Subject::Case, case.stream())?;
    if deed.acts.iter().any(|proposed| proposed.act.kind() != Kind::CustodyAdmitted) {
        return Err(Trouble::not_found());
    }
    perform(visit, deed)
}

/// A return to custody long after a release: the file is called by its number, for no prison holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Return<'a> {
    number: String,
    #[serde(borrow)]
    body: &'a RawValue,
    #[serde(default)]
    concerns: Option<Moment>,
}

fn returned(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked: Return<'_> = read(visit)?;
    let body: domain::custody::Returned = part(asked.body, "body")?;
    let found = visit.app.released_under(visit.actor()?, &asked.number)?;
    let case = found.ok_or_else(Trouble::not_found)?;
    perform(visit, Deed::one(case, body).concerning(asked.concerns))
}

fn on_case(visit: &Visit<'_>, topic: &str) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let deed = one(visit, topic, Subject::Case, case.stream())?;
    perform(visit, deed)
}

fn on_referral(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let referral: ReferralId = visit.id("referral")?;
    let deed = one(visit, "referral", Subject::Referral, referral.stream())?;
    perform(visit, deed)
}

/// A referral from a plan line. The referral itself gets its id here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Begin<'a> {
    plan: ActId,
    goal: u32,
    consent: ActId,
    #[serde(borrow)]
    offer: &'a RawValue,
    #[serde(borrow)]
    package: &'a RawValue,
    #[serde(default)]
    based_on: Option<u64>,
}

fn begin(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let asked: Begin<'_> = read(visit)?;
    let offer: domain::referral::Offered = part(asked.offer, "offer")?;
    let package: domain::referral::PackageReleased = part(asked.package, "package")?;
    let referral = ReferralId::from_random(visit.app.fresh_id()?);
    let begun = domain::referral::Begun {
        referral,
        service: offer.service,
        org: offer.org,
        plan: asked.plan,
        goal: asked.goal,
        consent: asked.consent,
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
