//! Services: looked for by need, place, language, sex, age, free places and aim; publishing one's own.
//!
//! Who uses a service is not shown here, and nobody can ask for a faith or an ethnicity: there is no field for either.

mod asked;
mod doing;
mod importing;
mod one;
mod taken;
mod told;

use app::consult::{ServiceLine, ServiceList, ServicesAsked};
use app::{Disclosed, Refusal};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::measure::YesNo;
use domain::organisation::Aim;
use domain::{Action, Ground, Kind, Part, ServiceId};

use super::organisations::{form_of, may};
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Phrase, Table};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
pub(crate) use asked::{Goal, OLDEST, address, asked as services_asked};

const LIST: Asks = Asks::Consult("the services that answer what is asked");
const ONE: Asks = Asks::Consult("one service that is on offer");
const WAITING: Asks = Asks::Consult("entries that wait for their organisation, or for whoever keeps the directory");

const CSV: &str = "/services/table.csv";
const XLSX: &str = "/services/table.xlsx";

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/services", LIST, list),
    Route::get(CSV, LIST, taken::csv),
    Route::get(XLSX, LIST, taken::xlsx),
    Route::get("/services/new", LIST, |visit| asking::show(visit, publish(visit)?)),
    Route::post("/services/new", Asks::Perform("service.published"), published),
    Route::get("/services/waiting", WAITING, doing::waiting),
    Route::get(
        "/services/import",
        Asks::SignedIn("an empty form; only whoever keeps the directory gets it"),
        importing::show,
    ),
    Route::post(
        "/services/import",
        Asks::Perform("service.drafted, after a reading that changes nothing"),
        importing::send,
    ),
    Route::get("/services/drafts/new", WAITING, doing::draft_new),
    Route::post("/services/drafts/new", Asks::Perform("service.drafted"), doing::drafted_new),
    Route::get("/services/{service}", ONE, one::show),
    Route::get("/services/{service}/do/{kind}", ONE, doing::show),
    Route::post("/services/{service}/do/{kind}", Asks::Perform("service.* of one service"), doing::send),
    Route::get("/services/{service}/draft", WAITING, doing::draft),
    Route::post("/services/{service}/draft", Asks::Perform("service.published"), doing::draft_published),
];

/// One choice of a list.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// The form that looks for services.
#[derive(Template)]
#[template(path = "parts/find-service.html")]
struct Find {
    label: String,
    lists: Vec<(&'static str, String, Vec<Choice>)>,
    age: (String, String),
    carried: Vec<(&'static str, String)>,
    button: String,
}

impl HtmlSafe for Find {}

/// May this reader publish services of the own organisation?
fn publishes(visit: &Visit<'_>) -> Result<bool, Trouble> {
    may(visit, Ground::OwnOrganisation, Part::Directory, Action::Publish)
}

/// Does this reader keep the directory?
fn keeps(visit: &Visit<'_>) -> Result<bool, Trouble> {
    may(visit, Ground::Installation, Part::Directory, Action::Administer)
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (publishes, keeps) = (publishes(visit)?, keeps(visit)?);
    let (asked, goal) = (services_asked(visit)?, Goal::asked(visit)?);
    let found = visit.app.services(visit.actor()?, &asked)?;
    let words = &visit.words;
    let page = found.map(|found| {
        let mut doors = Doors::default();
        if publishes {
            doors = Doors::first("/services/new", words.say("act-service-published"))
                .or("/services/waiting", words.say("services-waiting-title"));
        } else if keeps {
            doors = Doors::first("/services/waiting", words.say("services-waiting-title"));
        }
        let head = Identity::new(words.say("services-title")).lead(words.say("services-lead")).doors(doors);
        let block = Block::new("all", words.say("services-all")).with(find(visit, &found, goal));
        Page::new(visit.shell("services-title")).head(head).block(lines(visit, block, &found, goal))
    });
    Ok(Answer::page(&page)?)
}

/// What was found, in the order that is said, with the ways on.
fn lines(visit: &Visit<'_>, block: Block, found: &ServiceList, goal: Option<Goal>) -> Block {
    let words = &visit.words;
    let asked = &found.asked;
    if found.lines.is_empty() {
        let (strong, rest) = if asked.is_everything() {
            ("services-none", "services-none-text")
        } else {
            ("services-none-found", "services-none-found-text")
        };
        let empty = Empty::new(words.say(strong), words.say(rest));
        let all = address("/services", &ServicesAsked::default(), goal);
        let empty = if asked.is_everything() { empty } else { empty.step(all, words.say("services-show-all")) };
        return block.with(empty);
    }
    let mut block = block.line(words.say("services-order")).with(rows(visit, &found.lines, goal));
    let turned = |page: u32| address("/services", &ServicesAsked { page, ..asked.clone() }, goal);
    if asked.page > 1 {
        block = block.line(Phrase::link(turned(asked.page.saturating_sub(1)), words.say("services-previous-page")));
    }
    if found.more {
        block = block.line(Phrase::link(turned(asked.page.saturating_add(1)), words.say("services-next-page")));
    }
    let whole = ServicesAsked { page: 1, ..asked.clone() };
    block.line(words.say("services-not-found-so")).line(
        Phrase::from(words.say("services-take"))
            .and(Phrase::link(address(XLSX, &whole, None), words.say("services-take-xlsx")))
            .and(Phrase::link(address(CSV, &whole, None), words.say("services-take-csv"))),
    )
}

/// Services as a table, in the order in which they come.
pub(crate) fn rows(visit: &Visit<'_>, lines: &[ServiceLine], goal: Option<Goal>) -> Table {
    let words = &visit.words;
    let columns = [
        "services-name",
        "services-needs",
        "services-languages",
        "services-place",
        "services-whom",
        "services-free",
        "services-assured",
    ];
    let columns = columns.map(|key| Column::new(words.say(key))).into();
    Table::new(words.say("services-found"), columns, lines.iter().map(|line| row(visit, line, goal)).collect())
}

fn row(visit: &Visit<'_>, line: &ServiceLine, goal: Option<Goal>) -> Vec<Phrase> {
    let words = &visit.words;
    let mut name = Phrase::link(format!("/services/{}", line.service), line.published.name.to_string());
    if let Some(Goal { case, goal }) = goal {
        let href = format!("/cases/{case}/refer?goal={goal}&service={}", line.service);
        name = name.and(Phrase::link(href, words.say("services-choose")));
    }
    let whom = match line.published.whom {
        Some(_) => Phrase::from(told::sexes(words, line)).note(told::ages(words, line)),
        None => words.say("services-not-said").into(),
    };
    vec![
        name.note(&*line.org_name),
        Phrase::from(told::needs(words, line)).note(words.code(Aim::LIST, line.published.aim.code())),
        Phrase::name(told::languages(words, line)),
        Phrase::name(told::places(words, line)),
        whom,
        told::availability(words, line),
        told::assurance(words, line),
    ]
}

fn find(visit: &Visit<'_>, found: &ServiceList, goal: Option<Goal>) -> Find {
    let words = &visit.words;
    let asked = &found.asked;
    let say = |key: &str| words.say(key).into_owned();
    let any = || Choice { value: String::new(), label: say("services-any"), chosen: false };
    let coded = |list: &'static str, codes: &[&'static str], chosen: Option<&'static str>| -> Vec<Choice> {
        let choice = |code: &&'static str| Choice {
            value: (*code).to_owned(),
            label: words.code(list, code).into_owned(),
            chosen: chosen == Some(*code),
        };
        std::iter::once(any()).chain(codes.iter().map(choice)).collect()
    };
    let named = |values: &[String], chosen: Option<&str>| -> Vec<Choice> {
        // What was asked stays chosen even where nothing is offered in it any more.
        let there = chosen.is_none_or(|chosen| values.iter().any(|value| value == chosen));
        let more = chosen.filter(|_| !there).map(str::to_owned);
        let choice = |value: &String| Choice {
            value: value.clone(),
            label: value.clone(),
            chosen: chosen == Some(value.as_str()),
        };
        std::iter::once(any()).chain(values.iter().chain(more.iter()).map(choice)).collect()
    };
    let free = Choice { value: YesNo::Yes.code().to_owned(), label: say("services-free-now"), chosen: asked.free };
    Find {
        label: say("services-find"),
        lists: vec![
            ("need", say("services-need"), coded(NeedArea::LIST, NeedArea::CODES, asked.need.map(NeedArea::code))),
            ("place", say("services-place"), named(&found.places, asked.place.as_ref().map(domain::Line::as_str))),
            (
                "language",
                say("services-language"),
                named(&found.languages, asked.language.as_ref().map(domain::Line::as_str)),
            ),
            ("sex", say("services-sex"), coded(Sex::LIST, Sex::CODES, asked.sex.map(Sex::code))),
            ("aim", say("services-aim"), coded(Aim::LIST, Aim::CODES, asked.aim.map(Aim::code))),
            ("free", say("services-free"), vec![any(), free]),
        ],
        age: (say("services-age"), asked.age.map(|age| age.to_string()).unwrap_or_default()),
        carried: goal
            .iter()
            .flat_map(|goal| [("for", goal.case.to_string()), ("goal", goal.goal.to_string())])
            .collect(),
        button: say("services-find-button"),
    }
}

fn publish(visit: &Visit<'_>) -> Result<Disclosed<Asking>, Trouble> {
    if !publishes(visit)? {
        return Err(Refusal::NotAllowed.into());
    }
    let (actor, form) = (visit.actor()?, form_of(Kind::ServicePublished)?);
    Ok(visit.app.services(actor, &ServicesAsked::default())?.map(|_| Asking {
        lead: visit.words.say("services-publish-lead").into_owned(),
        opened: form.opened(&[("org", &actor.org.to_string())]),
        ..Asking::new(visit, form, "/services/new".to_owned(), ("/services", "services-title"))
    }))
}

fn published(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asking = publish(visit)?;
    let service = ServiceId::from_random(visit.app.fresh_id()?);
    let deed = asking.deed(visit, service.stream());
    asking::send(visit, asking, deed, |receipt| {
        let service = receipt.streams.first().copied().unwrap_or(service.stream());
        Ok(Answer::see(format!("/services/{service}")))
    })
}
