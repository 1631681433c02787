//! The form of one act of a case, and its sending.
//!
//! What the form asks stands in `act_form`; this page brings along the options, the carried ids and the head it was shown on.

use app::Deed;
use app::Disclosed;
use app::consult::CaseFile;
use axum::http::StatusCode;
use domain::kind::Subject;
use domain::{ActId, Capacity, CaseId, Kind};
use serde_json::Value;

use super::{Case, Section};
use crate::act_form::{self, ActForm, Source, place_lost};
use crate::acting::{self, Options, Outcome};
use crate::answer::Answer;
use crate::form::{FieldError, Input};
use crate::pages::refused;
use crate::pages::sheet::{Made, Page};
use crate::part::{Identity, Note, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The form of the kind in the path. What is no act of a case that people do here is not there.
fn form_of(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    let kind: Kind = visit.id("kind")?;
    let elsewhere = matches!(
        kind,
        Kind::CustodyAdmitted | Kind::ReferralBegun | Kind::FileEmergencyOpened | Kind::FileEmergencyReviewed
    );
    act_form::of(kind).filter(|_| kind.row().subject == Subject::Case && !elsewhere).ok_or_else(Trouble::not_found)
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form_of(visit)?;
    let file = super::open(visit)?;
    if !file.may.contains(&form.kind) {
        return Err(app::Refusal::NotAllowed.into());
    }
    let mut input = Input::default();
    {
        let case = Case { visit, words: &visit.words, file: &file };
        let given = |path: &str| visit.query.get(path).filter(|value| value.len() <= 64).map(str::to_owned);
        for (path, value) in super::doing::carried(&case, form.kind) {
            input.put(path, given(path).unwrap_or(value));
        }
        for (path, _) in form.picks {
            if let Some(value) = given(path) {
                input.put(*path, value);
            }
        }
        for (path, value) in known(&case, form.kind) {
            input.put(path, value);
        }
        // What is corrected is shown as it was, to be changed where it was wrong.
        if let Some(asked) = super::correct::asked(visit)
            && let Some(recorded) = file.acts.iter().find(|recorded| recorded.id() == asked.of)
            && recorded.act.kind() == form.kind
            && let Ok(body) = recorded.act.to_value()
        {
            input = form.fill(&body, Some(recorded.concerns()), visit.words.zone());
        }
    }
    again(visit, file, form, (&input, &[]), None)
}

/// Answers that the file has already, so that nobody types them again.
fn known(case: &Case<'_>, kind: Kind) -> Vec<(&'static str, String)> {
    match (kind, case.person()) {
        (Kind::CustodyIdentityCorrected, Some((person, _))) => {
            let languages: Vec<&str> = person.languages.iter().map(domain::Line::as_str).collect();
            vec![
                ("person.family_name", person.family_name.to_string()),
                ("person.given_names", person.given_names.to_string()),
                ("person.born.earliest", person.born.earliest.to_string()),
                ("person.born.latest", person.born.latest.to_string()),
                ("person.sex", person.sex.code().to_owned()),
                ("person.languages", languages.join("\n")),
                ("person.reads", person.reads.to_string()),
            ]
        }
        (Kind::PlanAgreed | Kind::PlanDisagreed | Kind::ConsentGiven, Some((person, _))) => {
            vec![("language", person.reads.to_string())]
        }
        _ => Vec::new(),
    }
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form_of(visit)?;
    let case: CaseId = visit.id("case")?;
    if visit.form.asks_for_more() {
        let file = super::open(visit)?;
        return again(visit, file, form, (&visit.form, &[]), None);
    }
    let deed = if form.kind == Kind::MeasurePlaceLost {
        place_lost_deed(visit, case, form)
    } else {
        acting::deed(visit, case.stream(), form)
    };
    let deed = deed.map(|deed| Deed { correcting: super::correct::asked(visit), ..deed });
    match acting::perform(visit, form, deed)? {
        Outcome::Done(_) => {
            let parts = visit.app.open_parts(visit.actor()?, case)?;
            Ok(Answer::see(after(case, form.kind, &visit.form, parts)))
        }
        Outcome::Wrong(errors, status) => {
            let file = super::open(visit)?;
            Ok(again(visit, file, form, (&visit.form, &errors), None)?.with_status(status))
        }
        Outcome::Moved => {
            let file = super::open(visit)?;
            let note = moved_note(&Case { visit, words: &visit.words, file: &file });
            Ok(again(visit, file, form, (&visit.form, &[]), Some(note))?.with_status(StatusCode::CONFLICT))
        }
        Outcome::Stopped(findings) => {
            let file = super::open(visit)?;
            let page = {
                let case = Case { visit, words: &visit.words, file: &file };
                let shown = sheet(&case, form, (&visit.form, &[]))?;
                refused::page(&case, form, &findings, shown)
            };
            Ok(Answer::page(&file.map(|_| page))?.with_status(StatusCode::CONFLICT))
        }
    }
}

/// Two acts in one deed: in the case, and in the referral that it names.
fn place_lost_deed(visit: &Visit<'_>, case: CaseId, form: &ActForm) -> Result<Deed, Vec<FieldError>> {
    let (answer, concerns) = form.parse(&visit.form, &visit.words)?;
    let unfit = |_| vec![FieldError::new("referral", "wrong-choice")];
    let [in_case, in_referral] = place_lost::split(&answer).map_err(unfit)?;
    let referral = answer.get("referral").and_then(Value::as_str).and_then(|id| id.parse::<domain::ReferralId>().ok());
    let referral = referral.ok_or_else(|| vec![FieldError::new("referral", "wrong-choice")])?;
    let deed = Deed::one(case, in_case).and(referral, in_referral).concerning(concerns);
    Ok(acting::sent(visit, deed, case.stream()))
}

/// Where somebody goes on after an act: the section it stands in, if they may open it. An act may be the last thing that
/// somebody does on a file.
fn after(case: CaseId, kind: Kind, input: &Input, parts: access::PartSet) -> String {
    if parts.is_empty() {
        return "/cases".to_owned();
    }
    if !parts.contains(kind.row().part) {
        return format!("/cases/{case}");
    }
    let section = match kind.row().name.split('.').next().unwrap_or_default() {
        "assessment" => "/assessment",
        "plan" => "/plan",
        "consent" => "/consents",
        "referral" => "/referrals",
        "release" if parts.contains(domain::Part::Release) => "/release",
        "file" if kind.row().part == domain::Part::Keeping => "/keeping",
        "file" if kind != Kind::FileAllocated => "/looks",
        "restraint" | "search" => "/force",
        "measure" => match input.get("measure").and_then(|id| id.parse::<ActId>().ok()) {
            Some(measure) => return format!("/cases/{case}/measures/{measure}"),
            None => "/measures",
        },
        _ => "",
    };
    format!("/cases/{case}{section}")
}

/// The page with the form: first, again with what is wrong, or again after something moved.
fn again(
    visit: &Visit<'_>,
    file: Disclosed<CaseFile>,
    form: &'static ActForm,
    (input, errors): (&Input, &[FieldError]),
    note: Option<Made>,
) -> Result<Answer, Trouble> {
    let page = {
        let case = Case { visit, words: &visit.words, file: &file };
        let shown = sheet(&case, form, (input, errors))?;
        frame(&case, form, !errors.is_empty()).head_some(note).foot(shown)
    };
    Ok(Answer::page(&file.map(|_| page))?)
}

/// The frame of a form of this case.
pub(super) fn frame(case: &Case<'_>, form: &ActForm, has_errors: bool) -> Page {
    let title = case.say(&form.title());
    let row = form.kind.row();
    let lead = case.words.say(if row.part == domain::Part::Keeping {
        "casework-keeping-lead"
    } else if row.nature == domain::kind::Nature::Report {
        "casework-report-lead"
    } else {
        "casework-decision-lead"
    });
    let bar = Identity::new(title.clone()).lead(lead).fact(Phrase::name(case.name()));
    let bar = match super::correct::asked(case.visit) {
        Some(asked) => {
            let why = case.words.code("correction_reason", asked.why.code());
            bar.fact(case.words.say1("casework-correcting", "why", why))
        }
        None => bar,
    };
    let bar = match case.person() {
        Some((_, number)) => bar.fact(Phrase::code(number)),
        None => bar,
    };
    Page::new(case.visit.shell_titled(title.clone()).with_errors(has_errors))
        .trail("/cases", case.say("nav-cases"))
        .trail(case.href(Section::Overview), Phrase::name(case.name()))
        .trail("", title)
        .head(bar)
}

/// The form as it stands on a page.
fn sheet(
    case: &Case<'_>,
    form: &'static ActForm,
    typed: (&Input, &[FieldError]),
) -> Result<crate::form::Form, Trouble> {
    let picks = options(case, form)?;
    let correcting = super::correct::query(super::correct::asked(case.visit));
    let action = format!("/cases/{}/do/{}{correcting}", case.file.case, form.kind.row().name);
    acting::shown(case.visit, form, (&action, Some(case.file.head)), &picks, typed)
}

/// What moved while the form was open.
pub(super) fn moved_note(case: &Case<'_>) -> Made {
    Made::of(Note::new(
        case.say("casework-moved"),
        Phrase::from(case.say("casework-moved-text"))
            .and(Phrase::link(case.href(Section::Timeline), case.say("casework-moved-see"))),
    ))
}

/// The options of each pick, from what the reader may see.
pub(super) fn options(case: &Case<'_>, form: &ActForm) -> Result<Options, Trouble> {
    let mut picks = Options::new();
    for (path, source) in form.picks {
        picks.push((*path, choices(case, *source)?));
    }
    Ok(picks)
}

fn choices(case: &Case<'_>, source: Source) -> Result<Vec<(String, String)>, Trouble> {
    let (app, actor, file) = (case.visit.app, case.visit.actor()?, case.file);
    let choices = match source {
        Source::Goal => super::plan::goals(case)
            .into_iter()
            .map(|(number, text)| (number.to_string(), format!("{}. {text}", case.words.number(number))))
            .collect(),
        Source::Consent => {
            let zone = case.words.zone();
            let holding = file.facts.consents.iter().filter(|consent| consent.holds(file.now, zone));
            let told = |until: domain::Date, org: String| {
                let told = [("org", org.into()), ("day", case.words.date(until).into())];
                case.words.say_with("casework-consent-until", &told).into_owned()
            };
            holding.map(|consent| (consent.act.to_string(), told(consent.until, case.org(consent.recipient)))).collect()
        }
        Source::Referral => {
            let line = |line: &app::consult::ReferralLine| {
                let service = file.shown.services.get(&line.service.stream()).cloned().unwrap_or_default();
                (line.referral.to_string(), format!("{service} ({})", case.org(line.org)))
            };
            file.referrals.iter().map(line).collect()
        }
        Source::Services => app
            .services(actor, &app::consult::ServicesAsked::default())?
            .lines
            .iter()
            .map(|line| (line.service.to_string(), format!("{} ({})", line.published.name, line.org_name)))
            .collect(),
        Source::Orgs(kinds) => app
            .organisations(actor)?
            .orgs
            .iter()
            .filter(|line| kinds.contains(&line.kind))
            .map(|line| (line.org.to_string(), format!("{} ({})", line.name, line.place)))
            .collect(),
        Source::Accounts(capacities) => colleagues_of(case.visit, capacities)?,
        Source::Led => {
            let own = actor.account.to_string();
            let name = case.visit.signed.as_ref().map(|signed| signed.name.clone()).unwrap_or_default();
            let mut found = vec![(own.clone(), case.words.say1("sight-myself", "name", name).into_owned())];
            if matches!(actor.capacity, Capacity::Supervisor | Capacity::Governor) {
                let led = colleagues_of(case.visit, act_form::IN_PRISON)?;
                found.extend(led.into_iter().filter(|(account, _)| *account != own));
            }
            found
        }
        Source::OutsideReviews => super::pending::outside_reviews(case),
        Source::HealthSaid => super::pending::health_said(case),
        Source::RestraintOrders => super::force::orders(case),
        // Of posts the page of an organisation asks.
        Source::Posts => Vec::new(),
        Source::Care => super::pending::care(case),
        Source::Advice => super::pending::advice(case),
        Source::Accommodation => super::pending::accommodation(case),
        Source::Barred => case.barred().into_iter().map(|(account, name)| (account.to_string(), name)).collect(),
    };
    Ok(choices)
}

fn colleagues_of(visit: &Visit<'_>, capacities: &[Capacity]) -> Result<Vec<(String, String)>, Trouble> {
    let mut found = Vec::new();
    for capacity in capacities {
        found.extend(colleagues(visit, *capacity)?);
    }
    Ok(found)
}

fn colleagues(visit: &Visit<'_>, capacity: Capacity) -> Result<Vec<(String, String)>, Trouble> {
    let lines = visit.app.colleagues(visit.actor()?, capacity)?;
    let role = visit.words.code("capacity", capacity.code()).into_owned();
    Ok(lines.iter().map(|line| (line.account.to_string(), format!("{} ({role})", line.name))).collect())
}
