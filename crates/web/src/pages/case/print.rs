//! The person's plan on paper, in a language the person reads: what I do, who helps, what I can always do, room to write,
//! and a code by which anybody I trust can check that nothing was changed.

use askama::Template;
use domain::{CaseId, Part};
use qrcode::{EcLevel, QrCode};

use super::{Case, Section};
use crate::answer::Answer;
use crate::layout::Shell;
use crate::part::Said;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words};

/// One goal in the person's plan.
struct Line {
    goal: String,
    step: String,
    helper: String,
}

#[derive(Template)]
#[template(path = "casework/plan-print.html")]
struct Paper {
    shell: Shell,
    top: Vec<String>,
    said: Option<Said>,
    here: String,
    lines: Vec<Line>,
    release: Vec<(String, String)>,
    lost: String,
    review: String,
    name: String,
    coordinator: String,
    proof: String,
    code: Vec<String>,
    square: Option<Square>,
    printed: String,
    others: Vec<Language>,
    back: String,
    path: String,
}

/// The code as one path, so that it needs no style and no picture.
struct Square {
    view: String,
    path: String,
    label: String,
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let id: CaseId = visit.id("case")?;
    let file = visit.app.print_case(visit.actor()?, id, Part::Plan)?;
    let asked = visit.query.get("lang").and_then(Language::from_tag);
    let paper = {
        let reader = Case { visit, words: &visit.words, file: &file };
        let language = asked.or_else(|| reads(&reader)).unwrap_or_else(|| visit.words.language());
        let words = Words::new(language, visit.app.zone().clone());
        arrange(&Case { visit, words: &words, file: &file })?
    };
    Ok(Answer::page(&file.map(|_| paper))?)
}

/// The language of the paper, if the person reads one of ours. It is written as people write it, in any of ours.
fn reads(case: &Case<'_>) -> Option<Language> {
    let reads = case.person()?.0.reads.as_str().to_lowercase();
    let names: [(Language, &[&str]); 3] = [
        (Language::Ar, &["arab", "عرب"]),
        (Language::Fr, &["fren", "fran", "فرنس"]),
        (Language::En, &["engl", "angl", "إنجل", "انجل"]),
    ];
    let known = names.iter().find(|(_, names)| names.iter().any(|name| reads.contains(name)));
    known.map(|(language, _)| *language).or_else(|| Language::from_tag(&reads))
}

fn arrange(case: &Case<'_>) -> Result<Paper, Trouble> {
    let words = case.words;
    let facts = &case.file.facts;
    let plan = facts.plan().ok_or_else(Trouble::not_found)?;
    let (_, body) = super::plan::body_of(case, plan).ok_or_else(Trouble::not_found)?;
    let lines = body.goals.iter().map(|goal| Line {
        goal: goal.goal.to_string(),
        step: goal.step.to_string(),
        helper: goal.helper.to_string(),
    });
    let release = body.release.iter().flat_map(|section| {
        [
            (words.say("casework-release-home").into_owned(), section.home.to_string()),
            (words.say("casework-release-living").into_owned(), section.living.to_string()),
            (words.say("casework-release-ties").into_owned(), section.ties.to_string()),
        ]
    });
    let act = plan.approved.map_or(plan.act, |(act, _, _)| act);
    let proof = format!("/log/proof/{act}");
    let mut shell = Shell::new(words.clone(), words.say("paper-plan-title"), case.visit.path.clone());
    shell.demo = case.visit.app.about().demo;
    shell.csrf = case.visit.csrf();
    let state = match plan.approved {
        Some((_, at, _)) => words.say1("paper-plan-approved", "day", words.date(case.day(at))),
        None => words.say("paper-plan-draft"),
    };
    let place = facts.held_at(case.file.now).map(|prison| case.org(prison)).unwrap_or_default();
    let version = words.say1("casework-plan-version", "number", plan.version);
    let top = [case.name(), place, version.into_owned(), state.into_owned(), words.say("paper-plan-keep").into_owned()];
    let top: Vec<String> = top.into_iter().filter(|piece| !piece.is_empty()).collect();
    let step = words.code("step", facts.step().code());
    let mut here = words.say1("paper-plan-here", "step", step).into_owned();
    if let Some(on) =
        facts.release_expected().filter(|_| facts.released.is_none() && case.file.parts.contains(Part::Sentence))
    {
        here.push(' ');
        here.push_str(&words.say1("paper-plan-home", "day", words.date(on)));
    }
    let lost = if facts.places_lost.is_empty() { String::new() } else { words.say("paper-plan-lost").into_owned() };
    let coordinator = facts.carried_by(case.file.now).map(|account| case.staff(account));
    let origin = case.visit.app.about().origin.clone();
    let address = format!("{origin}{proof}");
    let code: Vec<String> = act.to_string().split('-').map(str::to_owned).collect();
    let signed = case.visit.signed.as_ref().map(|signed| signed.name.clone()).unwrap_or_default();
    let told = [("when", words.moment(jiff::Timestamp::from(case.file.now)).into()), ("who", signed.into())];
    Ok(Paper {
        said: super::plan::words_of(case, plan.act),
        here,
        lines: lines.collect(),
        release: release.collect(),
        lost,
        review: words.weekday(plan.review_on),
        name: case.name(),
        coordinator: coordinator.unwrap_or_default(),
        square: square(&address, words.say("paper-plan-code").into_owned()),
        proof,
        code,
        printed: words.say_with("paper-plan-printed", &told).into_owned(),
        others: Language::ALL.into_iter().filter(|language| *language != words.language()).collect(),
        back: case.href(Section::Plan),
        path: case.visit.path.clone(),
        top,
        shell,
    })
}

/// The code as squares on a grid. None if the address is too long for one, which it never is.
fn square(address: &str, label: String) -> Option<Square> {
    use std::fmt::Write as _;
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", at % width, at / width);
        }
    }
    Some(Square { view: format!("-2 -2 {} {}", width + 4, width + 4), path, label })
}
