//! Beginning a referral from a plan line: the form, then exactly what the receiver will see, then one deed of three acts.

use app::consult::{CaseFile, ServiceLine, ServicesAsked};
use app::{Deed, Disclosed, Refusal};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use domain::kind::{Act, topic};
use domain::{CaseId, Kind, ReferralId, ServiceId};

use super::{Case, Section, act};
use crate::act_form::{self, ActForm, begin_referral};
use crate::acting::{self, Options, Outcome};
use crate::answer::Answer;
use crate::form::{FieldError, GO, Input, Whose};
use crate::pages::services::{self, Goal};
use crate::pages::sheet::{Block, Page};
use crate::part::{Empty, Identity, Note, Pairs, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

fn form() -> Result<&'static ActForm, Trouble> {
    act_form::of(Kind::ReferralBegun).ok_or_else(Trouble::not_found)
}

/// The same answers again, unseen, with the two ways on.
#[derive(Template)]
#[template(path = "casework/again.html")]
struct Again {
    action: String,
    pairs: Vec<(String, String)>,
    confirm: String,
    change: String,
}

impl HtmlSafe for Again {}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let file = super::open(visit)?;
    if !file.may.contains(&Kind::ReferralBegun) {
        return Err(app::Refusal::NotAllowed.into());
    }
    let input = begun(&Case { visit, words: &visit.words, file: &file });
    again(visit, file, (&input, &[]))
}

/// What the file knows already: the plan line, the person's name and languages.
fn begun(case: &Case<'_>) -> Input {
    let mut input = Input::default();
    let facts = &case.file.facts;
    let Some(plan) = facts.plan() else { return input };
    input.put("plan", plan.act.to_string());
    let goal: usize = case.visit.query.get("goal").and_then(|goal| goal.parse().ok()).unwrap_or(1);
    input.put("goal", goal.to_string());
    if let Some((_, body)) = super::plan::body_of(case, plan)
        && let Some(goal) = goal.checked_sub(1).and_then(|at| body.goals.get(at))
    {
        input.put("offered.need", goal.need.code());
        input.put("package.goal", goal.goal.as_str());
        input.put("package.step", goal.step.as_str());
    }
    if let Some(service) = case.visit.query.get("service").filter(|id| id.parse::<ServiceId>().is_ok()) {
        input.put("service", service);
    }
    if let Some((person, _)) = case.person() {
        let languages: Vec<&str> = person.languages.iter().map(domain::Line::as_str).collect();
        input.put("offered.languages", languages.join("\n"));
        input.put("package.name", case.name());
    }
    if let Some(prison) = facts.held_at(case.file.now) {
        input.put("offered.place", case.org(prison));
    }
    let zone = case.words.zone();
    if let Some(consent) = facts.consents.iter().rev().find(|consent| consent.holds(case.file.now, zone)) {
        input.put("consent", consent.act.to_string());
        input.put("package.until", consent.until.to_string());
    }
    input
}

/// The services that the directory finds for the need of the goal, in its order, and the one that was chosen there.
fn options(case: &Case<'_>, form: &ActForm, input: &Input) -> Result<Options, Trouble> {
    let mut picks = act::options(case, form)?;
    let (app, actor) = (case.visit.app, case.visit.actor()?);
    let found = app.services(actor, &for_need(input))?;
    let label = |line: &ServiceLine| (line.service.to_string(), format!("{} ({})", line.published.name, line.org_name));
    let mut choices: Vec<_> = found.lines.iter().map(label).collect();
    let chosen = input.get("service").filter(|id| !choices.iter().any(|(found, _)| found == id));
    if let Some(service) = chosen.and_then(|id| id.parse().ok()) {
        match app.service(actor, service) {
            Ok(file) => choices.insert(0, label(&file.line)),
            Err(Refusal::NotYours) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    for (path, offered) in &mut picks {
        if *path == "service" && !choices.is_empty() {
            offered.clone_from(&choices);
        }
    }
    Ok(picks)
}

/// What is looked for, by the need that the form names.
fn for_need(input: &Input) -> ServicesAsked {
    let need = input.get("offered.need").and_then(|need| need.parse().ok());
    ServicesAsked { need, ..ServicesAsked::default() }
}

/// The way to the directory and back, with what is looked for.
fn to_directory(case: &Case<'_>, input: &Input) -> Block {
    let goal = input.get("goal").and_then(|goal| goal.parse().ok()).unwrap_or(1);
    let goal = Goal { case: case.file.case, goal };
    let href = services::address("/services", &for_need(input), Some(goal));
    Block::new("directory", case.say("services-title"))
        .line(Phrase::link(href, case.say("casework-refer-directory")).note(case.say("casework-refer-directory-text")))
}

fn again(
    visit: &Visit<'_>,
    file: Disclosed<CaseFile>,
    (input, errors): (&Input, &[FieldError]),
) -> Result<Answer, Trouble> {
    let form = form()?;
    let page = {
        let case = Case { visit, words: &visit.words, file: &file };
        let holding = file.facts.consents.iter().any(|consent| consent.holds(file.now, visit.words.zone()));
        let page = act::frame(&case, form, !errors.is_empty());
        if holding {
            let picks = options(&case, form, input)?;
            let action = format!("/cases/{}/refer", file.case);
            page.block(to_directory(&case, input)).foot(acting::shown(
                visit,
                form,
                (&action, Some(file.head)),
                &picks,
                (input, errors),
            )?)
        } else {
            let mut empty =
                Empty::new(case.say("casework-refer-no-consent"), case.say("casework-refer-no-consent-text"));
            if case.may(Kind::ConsentGiven) {
                empty = empty.step(case.doing(Kind::ConsentGiven, &[]), case.title_of(Kind::ConsentGiven));
            }
            let block = Block::new("consent", case.say("casework-section-consents")).with(empty);
            page.block(block.margin(case.cite("mandela-9", Whose::Text)))
        }
    };
    Ok(Answer::page(&file.map(|_| page))?)
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form()?;
    let go = visit.form.get(GO).unwrap_or_default();
    if go == "change" || visit.form.asks_for_more() {
        return again(visit, super::open(visit)?, (&visit.form, &[]));
    }
    let unfit = |errors: Vec<FieldError>| -> Result<Answer, Trouble> {
        Ok(again(visit, super::open(visit)?, (&visit.form, &errors))?.with_status(StatusCode::UNPROCESSABLE_ENTITY))
    };
    let answer = match form.parse(&visit.form, &visit.words) {
        Ok((answer, _)) => answer,
        Err(errors) => return unfit(errors),
    };
    let wanted =
        begin_referral::service(&answer).map(|wanted| visit.app.service(visit.actor()?, wanted).map_err(Trouble::from));
    let service = match wanted {
        Some(Ok(file)) => file.line.clone(),
        None | Some(Err(Trouble::Refused(Refusal::NotYours))) => {
            return unfit(vec![FieldError::new("service", "wrong-choice")]);
        }
        Some(Err(trouble)) => return Err(trouble),
    };
    let service = &service;
    let referral = ReferralId::from_random(visit.app.fresh_id()?);
    let parties = begin_referral::Parties { referral, org: service.published.org, from: visit.actor()?.org };
    let Ok(beginning) = begin_referral::split(&answer, parties) else {
        return unfit(vec![FieldError::new("", "wrong-opened")]);
    };
    if go != "confirm" {
        return preview(visit, service, &beginning);
    }
    let case: CaseId = visit.id("case")?;
    let begin_referral::Beginning { begun, offered, package } = beginning;
    let deed = Deed::one(case, begun).and(referral, offered).and(referral, package);
    match acting::perform(visit, form, Ok(acting::sent(visit, deed, case.stream())))? {
        Outcome::Done(_) => Ok(Answer::see(format!("/cases/{case}/referrals"))),
        Outcome::Wrong(errors, status) => {
            Ok(again(visit, super::open(visit)?, (&visit.form, &errors))?.with_status(status))
        }
        Outcome::Moved | Outcome::Stopped(_) => {
            let moved = [FieldError::new("", "casework-moved-short")];
            Ok(again(visit, super::open(visit)?, (&visit.form, &moved))?.with_status(StatusCode::CONFLICT))
        }
    }
}

/// What the receiver will see, in two steps, before anything is sent.
fn preview(visit: &Visit<'_>, service: &ServiceLine, beginning: &begin_referral::Beginning) -> Result<Answer, Trouble> {
    let file = super::open(visit)?;
    let page = {
        let case = Case { visit, words: &visit.words, file: &file };
        let kept = visit.form.pairs().iter().filter(|(name, _)| name != GO).cloned();
        let again = Again {
            action: format!("/cases/{}/refer", file.case),
            pairs: kept.collect(),
            confirm: case.words.say1("casework-refer-confirm", "org", service.org_name.as_str()).into_owned(),
            change: case.say("casework-refer-change"),
        };
        let bar = Identity::new(case.say("casework-refer-preview"))
            .lead(case.words.say1("casework-refer-preview-lead", "org", service.org_name.as_str()))
            .fact(Phrase::name(service.published.name.as_str()))
            .fact(Phrase::name(case.name()));
        Page::new(visit.shell("casework-refer-preview"))
            .trail(case.href(Section::Overview), Phrase::name(case.name()))
            .trail(case.href(Section::Plan), case.say("casework-section-plan"))
            .trail("", case.say("casework-refer-preview"))
            .head(bar)
            .head_some(there_already(&case, service))
            .block(offer(&case, &beginning.offered))
            .block(package(&case, &beginning.package))
            .foot(again)
    };
    Ok(Answer::page(&file.map(|_| page))?)
}

/// The person has a referral to this very service that has not ended: said, for it may be meant so.
fn there_already(case: &Case<'_>, service: &ServiceLine) -> Option<Note> {
    let open = case.file.referrals.iter().find(|line| {
        line.service == service.service && line.state.parse::<domain::referral_facts::ReferralEnd>().is_err()
    })?;
    let link = Phrase::link(format!("/referrals/{}", open.referral), case.say("casework-refer-there-link"));
    Some(Note::new(case.say("casework-refer-there"), Phrase::from(case.say("casework-refer-there-text")).and(link)))
}

/// What the form calls an answer.
fn asked(case: &Case<'_>, name: &str) -> String {
    let last = name.split_once('-').map_or(name, |(_, last)| last);
    case.words.say_first(&[&format!("f-referral-begun-{name}"), &format!("field-{last}")]).into_owned()
}

fn offer(case: &Case<'_>, act: &Act) -> Block {
    let block = Block::new("offer", case.say("casework-refer-offer"));
    let Act::Referral(topic::Referral::Offered(body)) = act else { return block };
    let languages: Vec<&str> = body.languages.iter().map(domain::Line::as_str).collect();
    let pairs = Pairs::new()
        .with(asked(case, "offered-alias"), Phrase::name(body.alias.as_str()))
        .with(asked(case, "offered-need"), case.words.code("need-area", body.need.code()))
        .with(asked(case, "offered-asked"), Phrase::name(body.asked.as_str()))
        .with(asked(case, "offered-languages"), Phrase::name(languages.join(&case.say("shell-comma"))))
        .with(asked(case, "offered-place"), Phrase::name(body.place.as_str()))
        .with(asked(case, "offered-contact"), Phrase::name(body.contact.as_str()))
        .with(asked(case, "offered-answer-by"), case.on(body.answer_by))
        .with(asked(case, "offered-first-meeting-by"), case.on(body.first_meeting_by));
    block.line(case.say("casework-refer-offer-text")).with(pairs).margin(case.cite("offer-minimal", Whose::Text))
}

fn package(case: &Case<'_>, act: &Act) -> Block {
    let block = Block::new("package", case.say("casework-refer-package"));
    let Act::Referral(topic::Referral::PackageReleased(body)) = act else { return block };
    let pairs = Pairs::new()
        .with(asked(case, "package-name"), Phrase::name(body.name.as_str()))
        .with_some(asked(case, "package-called"), body.called.as_ref().map(|called| Phrase::name(called.as_str())))
        .with(asked(case, "package-goal"), Phrase::name(body.goal.as_str()))
        .with(asked(case, "package-step"), Phrase::name(body.step.as_str()))
        .with(asked(case, "package-visiting"), Phrase::name(body.visiting.as_str()))
        .with_some(asked(case, "package-release-on"), body.release_on.map(|on| case.on(on)))
        .with(asked(case, "package-basis"), Phrase::name(body.basis.as_str()))
        .with(asked(case, "package-until"), case.on(body.until));
    block.line(case.say("casework-refer-package-text")).with(pairs).margin(case.cite("mandela-9", Whose::Text))
}
