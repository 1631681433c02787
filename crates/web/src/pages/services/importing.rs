//! Bringing another directory in, for whoever keeps this one: a text is read, every service in it is told with what becomes of it
//! and why, and only then drafts are made of it.

use app::App;
use app::bringing::{AT_ONCE, Becomes, BroughtLine};
use app::{Disclosed, Refusal};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use domain::Line;
use interop::hsds::Row;

use super::keeps;
use crate::answer::Answer;
use crate::form::{Field, FieldError, FormSpec, GO, Input, ONCE, Section};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Identity, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

const PATH: &str = "/services/import";

/// Longest text, in characters: with its signs in digits it still fits into a request.
const LONGEST: usize = 60_000;

static SPEC: FormSpec = FormSpec {
    id: "services-import",
    sections: &[Section {
        legend: "",
        cite: None,
        fields: &[
            Field::text("source", Line::MAX).required().hint(),
            Field::long_text("file", LONGEST).required().hint(),
        ],
    }],
    submit: "services-import-dry",
};

/// The same answers again, unseen, with the two ways on.
#[derive(Template)]
#[template(path = "casework/again.html")]
struct Again {
    action: &'static str,
    pairs: Vec<(String, String)>,
    confirm: String,
    change: String,
}

impl HtmlSafe for Again {}

/// Whoever keeps the directory, and nobody else.
fn kept(visit: &Visit<'_>) -> Result<(), Trouble> {
    if keeps(visit)? { Ok(()) } else { Err(Refusal::NotAllowed.into()) }
}

fn around(visit: &Visit<'_>, has_errors: bool) -> Page {
    let say = |key: &str| visit.words.say(key).into_owned();
    Page::new(visit.shell("services-import-title").with_errors(has_errors))
        .trail("/services", say("services-title"))
        .trail("/services/waiting", say("services-waiting-title"))
        .trail("", say("services-import-title"))
        .head(Identity::new(say("services-import-title")).lead(say("services-import-lead")))
}

fn asked(visit: &Visit<'_>, input: &Input, errors: &[FieldError]) -> Result<Answer, Trouble> {
    let (csrf, once) = (visit.csrf(), visit.token()?);
    let form = SPEC.show(visit.form_page(PATH, &csrf, "", &once), input, errors);
    Ok(Answer::open_page(&around(visit, !errors.is_empty()).foot(form))?)
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    kept(visit)?;
    asked(visit, &Input::default(), &[])
}

/// What was typed, read; or what is wrong with it.
fn read(visit: &Visit<'_>) -> Result<(Line, Vec<Row>), Vec<FieldError>> {
    let answer = SPEC.read(&visit.form, &visit.words)?;
    let text = |name: &str| answer.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    let source = Line::new(text("source")).map_err(|_| vec![FieldError::new("source", "wrong-missing-text")])?;
    let rows = interop::hsds::read(text("file").as_bytes())
        .map_err(|why| vec![FieldError::new("file", "services-import-unreadable").with("why", why.to_string())])?;
    if rows.is_empty() || rows.len() > AT_ONCE {
        let most = AT_ONCE.to_string();
        return Err(vec![FieldError::new("file", "services-import-number").with("most", most)]);
    }
    Ok((source, rows))
}

pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    kept(visit)?;
    let go = visit.form.get(GO).unwrap_or_default();
    if go == "change" {
        return asked(visit, &visit.form, &[]);
    }
    let (source, rows) = match read(visit) {
        Ok(read) => read,
        Err(errors) => return Ok(asked(visit, &visit.form, &errors)?.with_status(StatusCode::UNPROCESSABLE_ENTITY)),
    };
    let lines = visit.app.brought(visit.actor()?, &source, &rows)?;
    if go != "confirm" {
        return told(visit, lines);
    }
    if let Some(mut deed) = App::bringing(&lines) {
        deed.once = visit.form.get(ONCE).map(str::to_owned);
        visit.app.perform(visit.actor()?, &deed)?;
    }
    Ok(Answer::see("/services/waiting"))
}

/// What would be done, service by service. Nothing was.
fn told(visit: &Visit<'_>, lines: Disclosed<Vec<BroughtLine>>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let page = lines.map(|lines| {
        let count = |of: &[Becomes]| lines.iter().filter(|line| of.contains(&line.becomes)).count();
        let (made, changed) = (count(&[Becomes::Made]), count(&[Becomes::Changed]));
        let left = lines.len().saturating_sub(made).saturating_sub(changed);
        let sums = [("made", made.into()), ("changed", changed.into()), ("left", left.into())];
        let columns = ["services-import-row", "services-name", "services-org", "services-import-becomes"];
        let rows = lines.iter().map(|line| row(visit, line)).collect();
        let table = Table::new(say("services-import-caption"), columns.map(|key| Column::new(say(key))).into(), rows);
        let block = Block::new("dry", say("services-import-dry-title"))
            .line(words.say_with("services-import-sums", &sums))
            .line(say("services-import-dry-text"))
            .with(table);
        let kept = visit.form.pairs().iter().filter(|(name, _)| name != GO).cloned();
        let again = Again {
            action: PATH,
            pairs: kept.collect(),
            confirm: say("services-import-do"),
            change: say("casework-refer-change"),
        };
        around(visit, false).block(block).foot(again)
    });
    Ok(Answer::page(&page)?)
}

fn row(visit: &Visit<'_>, line: &BroughtLine) -> Vec<Phrase> {
    let words = &visit.words;
    let state = match line.becomes {
        Becomes::Made => State::Met,
        Becomes::Changed => State::Due,
        Becomes::Same => State::Plain,
        Becomes::Unreadable => State::Late,
        _ => State::Unknown,
    };
    let mut becomes = Phrase::from(Tag::new(state, words.code(Becomes::LIST, line.becomes.code())));
    if !line.detail.is_empty() {
        becomes = becomes.and(Phrase::code(line.detail.join(", ")));
    }
    vec![words.number(line.number).into(), Phrase::name(&line.called), Phrase::name(&line.organization), becomes]
}
