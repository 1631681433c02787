//! The list of cases that a reader may see, with filters as links and a search, and the admission of a person.

mod returning;

use app::consult::{CaseFilter, CaseLine, CaseList, Mine, PAGE, Total};
use axum::http::StatusCode;
use domain::facts::Step;
use domain::{Capacity, CaseId, Kind};

use super::home::{Find, name_of};
use super::sheet::{Block, Page};
use crate::act_form::{self, ActForm};
use crate::acting::{self, Outcome};
use crate::answer::Answer;
use crate::form::{FieldError, Input};
use crate::part::{Column, Doors, Empty, Identity, Pages, Phrase, State, Tab, Table, Tabs, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of these pages.
pub const ROUTES: &[Route] = &[
    Route::get("/cases", Asks::Consult("the cases that are open to the reader"), show),
    Route::get("/cases/admit", Asks::SignedIn("an empty form; only a registrar gets it"), admit),
    Route::post("/cases/admit", Asks::Perform("custody.admitted"), send),
    Route::get("/cases/return", Asks::SignedIn("an empty form; only a registrar gets it"), returning::show),
    Route::post("/cases/return", Asks::Perform("custody.returned, on the file of a released person"), returning::send),
];

fn filter(visit: &Visit<'_>) -> CaseFilter {
    let get = |name| visit.query.get(name).unwrap_or_default();
    let name = get("q").trim();
    CaseFilter {
        step: get("step").parse().ok(),
        mine: if get("mine") == "yes" { Mine::Carried } else { Mine::All },
        name: (!name.is_empty()).then(|| name.chars().take(100).collect()),
        page: get("page").parse().unwrap_or(0),
    }
}

/// The address of the list with this filter.
fn href(filter: &CaseFilter) -> String {
    let mut query = Vec::new();
    query.extend(filter.step.map(|step| format!("step={}", step.code())));
    query.extend((filter.mine == Mine::Carried).then(|| "mine=yes".to_owned()));
    query.extend(filter.name.as_ref().map(|name| format!("q={}", encoded(name))));
    query.extend((filter.page > 0).then(|| format!("page={}", filter.page)));
    if query.is_empty() { "/cases".to_owned() } else { format!("/cases?{}", query.join("&")) }
}

fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let actor = visit.actor()?;
    let works_with_cases = !access_free(actor.capacity);
    if !works_with_cases {
        return Err(Trouble::not_found());
    }
    let filter = filter(visit);
    let list = visit.app.cases(actor, &filter)?;
    let page = arrange(visit, &list, actor.capacity);
    Ok(Answer::page(&list.map(|_| page))?)
}

/// Capacities that never open a case: there is no list for them.
fn access_free(capacity: Capacity) -> bool {
    matches!(
        capacity,
        Capacity::CsoManager
            | Capacity::CsoPractitioner
            | Capacity::SystemAdministrator
            | Capacity::OrgAdministrator
            | Capacity::Analyst
            | Capacity::ExchangeEditor
            | Capacity::Person
            | Capacity::LegalRepresentative
    )
}

fn arrange(visit: &Visit<'_>, list: &CaseList, capacity: Capacity) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let filter = &list.filter;
    let mut bar = Identity::new(say("nav-cases")).lead(match list.total {
        Total::Exactly(count) => words.say1("cases-total", "count", count),
        Total::MoreThan(count) => words.say1("cases-total-over", "count", count),
    });
    if capacity == Capacity::Registrar {
        bar = bar.doors(
            Doors::first("/cases/admit", say("act-custody-admitted"))
                .or("/cases/return", say("act-custody-returned"))
                .or("/emergency", say("act-file-emergency-opened")),
        );
    }
    if capacity == Capacity::Supervisor {
        bar = bar.doors(
            Doors::default()
                .or("/reallocate", say("reallocate-title"))
                .or("/emergency", say("act-file-emergency-opened")),
        );
    }
    if super::emergency::opens(capacity) && !matches!(capacity, Capacity::Registrar | Capacity::Supervisor) {
        let mut doors = Doors::default();
        if super::wing::records(capacity) {
            doors = doors.or("/wing", say("wing-title"));
        }
        bar = bar.doors(doors.or("/emergency", say("act-file-emergency-opened")));
    }
    let mut block =
        Block::new("list", say("cases-list")).with(Find::new(visit, filter.name.as_deref().unwrap_or_default()));
    if filter.name.is_none() {
        block = block.with(steps(visit, filter, capacity));
    }
    if list.loading {
        block = block.line(Phrase::from(Tag::of(State::Due, words)).and(say("cases-loading")));
    }
    let short = filter.name.as_ref().is_some_and(|name| name.chars().count() < 3);
    block = if short {
        block.with(Empty::new(say("cases-short"), say("cases-short-text")))
    } else if list.lines.is_empty() {
        let key = if filter.name.is_some() { "cases-none-found" } else { "cases-none" };
        let mut empty = Empty::new(say(key), say(&format!("{key}-text")));
        if *filter != CaseFilter::default() {
            empty = empty.step("/cases", say("cases-all"));
        }
        block.with(empty)
    } else {
        block.with(table(visit, &list.lines)).with(pages(visit, list))
    };
    Page::new(visit.shell("nav-cases")).head(bar).block(block)
}

fn steps(visit: &Visit<'_>, filter: &CaseFilter, capacity: Capacity) -> Tabs {
    let words = &visit.words;
    let tab =
        |label: String, to: CaseFilter, current: bool| Tab { href: href(&to), label, note: String::new(), current };
    let all = CaseFilter { step: None, page: 0, ..filter.clone() };
    let mut tabs = vec![tab(
        words.say("cases-all").into_owned(),
        CaseFilter::default(),
        filter.step.is_none() && filter.mine == Mine::All,
    )];
    if capacity == Capacity::CaseManager {
        let mine = CaseFilter { mine: Mine::Carried, ..all.clone() };
        tabs.push(tab(words.say("cases-mine").into_owned(), mine, filter.mine == Mine::Carried));
    }
    for step in Step::ALL {
        let to = CaseFilter { step: Some(*step), ..all.clone() };
        tabs.push(tab(words.code("step", step.code()).into_owned(), to, filter.step == Some(*step)));
    }
    Tabs::filters(words.say("cases-filter"), tabs)
}

fn table(visit: &Visit<'_>, lines: &[CaseLine]) -> Table {
    let words = &visit.words;
    let rows = lines.iter().map(|line| {
        let mut name = Phrase::link(format!("/cases/{}", line.case), name_of(visit, line));
        if let Some(known) = &line.name {
            name = name.and(Phrase::code(known.number.clone()));
        }
        let mut notes = Phrase::default();
        if line.measures > 0 {
            notes = notes.and(Tag::new(State::Due, words.say1("cases-measures", "count", line.measures)));
        }
        if line.breaches > 0 {
            notes = notes.and(Tag::new(State::Breach, words.say1("cases-breaches", "count", line.breaches)));
        }
        if line.undetermined > 0 {
            notes = notes.and(Tag::new(State::Unknown, words.say1("cases-undetermined", "count", line.undetermined)));
        }
        vec![
            name,
            words.code("step", line.step.code()).into(),
            line.carried_by.clone().map_or_else(|| Phrase::from(words.say("cases-nobody")), Phrase::name),
            line.review_on
                .filter(|_| line.released.is_none())
                .map(|on| When::short(words, on).into())
                .unwrap_or_default(),
            notes,
        ]
    });
    let columns = ["cases-name", "cases-step", "cases-carried", "cases-review", "cases-notes"];
    let columns = columns.map(|key| Column::new(words.say(key))).to_vec();
    Table::new(words.say("cases-list"), columns, rows.collect()).caption_unseen()
}

fn pages(visit: &Visit<'_>, list: &CaseList) -> Tabs {
    let to = |page: u32| href(&CaseFilter { page, ..list.filter.clone() });
    let pages = match list.total {
        Total::Exactly(count) => Pages::All(count.div_ceil(PAGE)),
        Total::MoreThan(_) if u32::try_from(list.lines.len()) == Ok(PAGE) => Pages::More,
        Total::MoreThan(_) => Pages::All(list.filter.page.saturating_add(1)),
    };
    Tabs::paging(&visit.words, list.filter.page, pages, to)
}

/// The form of admission, for registrars: nobody else can do it, and there is no file yet that could be asked.
fn form(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    if visit.actor()?.capacity != Capacity::Registrar {
        return Err(Trouble::not_found());
    }
    act_form::of(Kind::CustodyAdmitted).ok_or_else(Trouble::not_found)
}

fn admit(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form(visit)?;
    let mut input = Input::default();
    input.put("prison", visit.actor()?.org.to_string());
    again(visit, form, &input, &[])
}

fn again(visit: &Visit<'_>, form: &ActForm, input: &Input, errors: &[FieldError]) -> Result<Answer, Trouble> {
    let own = visit.signed.as_ref().map(|signed| (signed.actor.org.to_string(), signed.org_name.clone()));
    let picks: acting::Options = form.picks.iter().map(|(path, _)| (*path, own.iter().cloned().collect())).collect();
    let shown = acting::shown(visit, form, ("/cases/admit", None), &picks, (input, errors))?;
    let title = visit.words.say(&form.title()).into_owned();
    let page = Page::new(visit.shell_titled(title.clone()).with_errors(!errors.is_empty()))
        .trail("/cases", visit.words.say("nav-cases"))
        .trail("", title.clone())
        .head(Identity::new(title).lead(visit.words.say("casework-report-lead")))
        .foot(shown);
    Ok(Answer::open_page(&page)?)
}

fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form(visit)?;
    if visit.form.asks_for_more() {
        return again(visit, form, &visit.form, &[]);
    }
    let case = CaseId::from_random(visit.app.fresh_id()?);
    match acting::perform(visit, form, acting::deed(visit, case.stream(), form))? {
        Outcome::Done(receipt) => {
            let case = receipt.streams.first().map_or(case, |stream| CaseId::from(*stream));
            Ok(Answer::see(format!("/cases/{case}")))
        }
        Outcome::Wrong(errors, status) => Ok(again(visit, form, &visit.form, &errors)?.with_status(status)),
        Outcome::Moved | Outcome::Stopped(_) => {
            Ok(again(visit, form, &visit.form, &[])?.with_status(StatusCode::CONFLICT))
        }
    }
}
