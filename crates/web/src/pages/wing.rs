//! The day of a wing: one answer for everybody in a list and exceptions for some, one entry in each file, in one deed.
//!
//! The list that was shown travels with the form, so that nobody is recorded who was not seen. Who has left meanwhile, or
//! whose file has been closed to the officer, is counted and left out; everybody else is recorded.

mod paper;

use std::collections::BTreeMap;

use app::consult::{InWing, Wing, WingLine};
use app::{Deed, Disclosed, Refusal};
use axum::http::StatusCode;
use domain::regime::DayRecorded;
use domain::{Capacity, CaseId, Date};
use serde_json::{Map, Value};

use crate::act_form::daily::{OPEN_AIR, OUT_OF_CELL, REQUESTS, WEATHER, WORK};
use crate::answer::Answer;
use crate::form::{Cite, Field, FieldError, FormPage, FormSpec, Input, ONCE, Section, Whose};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Empty, Identity, Note, Phrase, State, Tab, Table, Tabs, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/wing", Asks::Consult("whose day can be recorded: a unit of the own prison, or everybody there"), show),
    Route::post("/wing", Asks::Perform("regime.day_recorded for everybody in the list, in one deed"), send),
    Route::get(
        "/wing/paper",
        Asks::SignedIn("the same questions on a blank sheet; it holds nothing of anybody"),
        paper::show,
    ),
];

const HERE: &str = "/wing";

/// Somebody was away that day.
const AWAY: &str = "away";
/// Somebody had another day.
const OTHER: &str = "other";

/// The ids of everybody in the list, with a space between them.
const PEOPLE: &str = "people";
/// Room for them.
const PEOPLE_MAX: usize = 37 * app::consult::IN_A_WING;

static FORM: FormSpec = FormSpec {
    id: "regime.wing_recorded",
    sections: &[
        Section {
            legend: "f-regime-wing-recorded-what",
            cite: Some(Cite { key: "mandela-23", whose: Whose::Text }),
            fields: &[
                Field::hidden(PEOPLE, PEOPLE_MAX),
                Field::date("date").required(),
                OUT_OF_CELL.required().hint(),
                OPEN_AIR.required().hint(),
                WEATHER.required(),
                WORK.required(),
                REQUESTS.required().hint(),
            ],
        },
        Section {
            legend: "f-regime-wing-recorded-except",
            cite: None,
            fields: &[Field::repeat(
                "exceptions",
                0,
                2,
                app::consult::IN_A_WING,
                &[
                    Field::pick("person").required(),
                    Field::choice("instead", "wing_exception", &[AWAY, OTHER]).required(),
                    OUT_OF_CELL.when("instead", OTHER),
                    OPEN_AIR.when("instead", OTHER),
                    WORK.when("instead", OTHER),
                ],
            )
            .hint()],
        },
    ],
    submit: "f-regime-wing-recorded-submit",
};

/// Who records the day of a wing. What is shown here decides nothing: whoever may not is refused all the same.
pub(crate) fn records(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::CustodyOfficer | Capacity::Governor)
}

/// The unit that the address names.
fn asked(visit: &Visit<'_>) -> InWing {
    match visit.query.get("unit") {
        None | Some("") => InWing::Everybody,
        Some("-") => InWing::NoUnit,
        Some(unit) => InWing::Unit(unit.chars().take(80).collect()),
    }
}

/// The address of a unit.
fn address(unit: &InWing) -> String {
    match unit {
        InWing::Everybody => HERE.to_owned(),
        InWing::NoUnit => format!("{HERE}?unit=-"),
        InWing::Unit(unit) => format!("{HERE}?unit={}", encoded(unit)),
    }
}

/// Every byte that is more than a letter or a digit, as an address writes it.
fn encoded(unit: &str) -> String {
    unit.bytes().fold(String::new(), |mut text, byte| {
        use std::fmt::Write as _;
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

fn named(visit: &Visit<'_>, line: &WingLine) -> String {
    match &line.name {
        Some(name) => format!("{}{}{} ({})", name.family, visit.words.say("shell-comma"), name.given, name.number),
        None => visit.words.say("cases-name-loading").into_owned(),
    }
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let wing = visit.app.wing(visit.actor()?, &asked(visit))?;
    let mut input = Input::default();
    input.put("date", visit.now().date_in(visit.words.zone()).to_string());
    let people: Vec<String> = wing.lines.iter().map(|line| line.case.to_string()).collect();
    input.put(PEOPLE, people.join(" "));
    let count = |name: &str| visit.query.get(name).and_then(|count| count.parse::<usize>().ok());
    let note = count("given").map(|given| {
        let [left, before] = ["left", "before"].map(|name| count(name).unwrap_or(0));
        let mut text = visit.words.say1("wing-done-text", "given", given).into_owned();
        for (key, count) in [("wing-done-before", before), ("wing-done-left", left)] {
            if count > 0 {
                text.push(' ');
                text.push_str(&visit.words.say1(key, "count", count));
            }
        }
        Note::new(visit.words.say("wing-done"), text)
    });
    page(visit, wing, note.into_iter().collect(), (&input, &[]), StatusCode::OK)
}

fn page(
    visit: &Visit<'_>,
    found: Disclosed<Wing>,
    notes: Vec<Note>,
    (input, errors): (&Input, &[FieldError]),
    status: StatusCode,
) -> Result<Answer, Trouble> {
    let (csrf, once) = (visit.csrf(), visit.once()?);
    let unit = asked(visit);
    let page = found.map(|wing| {
        let wing = &wing;
        let say = |key: &str| visit.words.say(key).into_owned();
        let title = say("wing-title");
        let mut page = Page::new(visit.shell_titled(title.clone()).with_errors(!errors.is_empty()))
            .trail("/cases", say("nav-cases"))
            .trail("", title.clone())
            .head(Identity::new(title).lead(say("wing-lead")).fact(Phrase::link("/wing/paper", say("wing-paper"))));
        for note in notes {
            page = page.head(note);
        }
        page = page.head(tabs(visit, wing, &unit));
        if wing.lines.is_empty() {
            let key = if wing.total > 0 { "wing-too-many" } else { "wing-nobody" };
            return page.block(Block::new(PEOPLE, say("wing-people")).with(Empty::new(say("wing-choose"), say(key))));
        }
        let people: Vec<(String, String)> =
            wing.lines.iter().map(|line| (line.case.to_string(), named(visit, line))).collect();
        let picks = [("exceptions.person", people)];
        let here = address(&unit);
        let base = visit.form_page(&here, &csrf, "", &once);
        let form = FORM.show(FormPage { picks: &picks, ..base }, input, errors);
        page.foot(form).block(listed(visit, wing))
    });
    Ok(Answer::page(&page)?.with_status(status))
}

fn tabs(visit: &Visit<'_>, wing: &Wing, here: &InWing) -> Tabs {
    let tab =
        |unit: InWing, label: String| Tab { href: address(&unit), label, note: String::new(), current: unit == *here };
    let mut tabs = vec![tab(InWing::Everybody, visit.words.say("wing-all").into_owned())];
    tabs.extend(wing.units.iter().map(|unit| tab(InWing::Unit(unit.clone()), unit.clone())));
    if wing.some_without {
        tabs.push(tab(InWing::NoUnit, visit.words.say("wing-no-unit").into_owned()));
    }
    Tabs::filters(visit.words.say("wing-choose"), tabs)
}

/// Everybody in the list, with the last day on record.
fn listed(visit: &Visit<'_>, wing: &Wing) -> Block {
    let say = |key: &str| visit.words.say(key).into_owned();
    // After sending, of each file whether the day stands in it; before, the last day that does.
    let sent: Option<Date> = visit.query.get("day").and_then(|day| day.parse().ok());
    let shown =
        |line: &WingLine| sent.map_or(line.days.first().copied(), |day| line.days.contains(&day).then_some(day));
    let rows = wing.lines.iter().map(|line| {
        let day = shown(line).map(|day| When::date(&visit.words, day).into());
        vec![
            Phrase::link(format!("/cases/{}/daily", line.case), named(visit, line)),
            day.unwrap_or_else(|| Tag::new(State::Unknown, say("casework-daily-no-record")).into()),
        ]
    });
    let columns = ["wing-people", "wing-last"].map(|key| Column::new(say(key))).to_vec();
    Block::new("list", say("wing-people"))
        .with(Table::new(say("wing-people"), columns, rows.collect()).caption_unseen())
}

/// What the form says: the day of the wing, and who had another one or none.
struct Told {
    day: DayRecorded,
    away: Vec<CaseId>,
    others: BTreeMap<CaseId, DayRecorded>,
}

/// Reads the answers into the bodies of the acts.
fn told(visit: &Visit<'_>) -> Result<Told, Vec<FieldError>> {
    let read = FORM.read(&visit.form, &visit.words)?;
    let unreadable = || vec![FieldError::new("", "wrong-opened")];
    let Value::Object(mut answers) = read else { return Err(unreadable()) };
    answers.remove(PEOPLE);
    let exceptions = match answers.remove("exceptions") {
        Some(Value::Array(exceptions)) => exceptions,
        _ => Vec::new(),
    };
    let body = |answers: &Map<String, Value>| {
        serde_json::from_value::<DayRecorded>(Value::Object(answers.clone())).map_err(|_| unreadable())
    };
    let day = body(&answers)?;
    if day.date > visit.now().date_in(visit.words.zone()) {
        return Err(vec![FieldError::new("date", "wing-future")]);
    }
    if day.open_air > day.out_of_cell {
        return Err(vec![FieldError::new("open_air", "wing-more-air")]);
    }
    let mut told = Told { day, away: Vec::new(), others: BTreeMap::new() };
    for (number, exception) in exceptions.iter().enumerate() {
        let at = |field: &str| format!("exceptions.{number}.{field}");
        let text = |field: &str| exception.get(field).and_then(Value::as_str).unwrap_or_default();
        let Ok(case) = text("person").parse::<CaseId>() else {
            return Err(vec![FieldError::new(at("person"), "wrong-choice")]);
        };
        if told.away.contains(&case) || told.others.contains_key(&case) {
            return Err(vec![FieldError::new(at("person"), "wing-twice")]);
        }
        if text("instead") == AWAY {
            told.away.push(case);
            continue;
        }
        let mut own = answers.clone();
        for field in [OUT_OF_CELL.path, OPEN_AIR.path, WORK.path] {
            if let Some(answer) = exception.get(field) {
                own.insert(field.to_owned(), answer.clone());
            }
        }
        let own = body(&own)?;
        if own.open_air > own.out_of_cell {
            return Err(vec![FieldError::new(at("open_air"), "wing-more-air")]);
        }
        told.others.insert(case, own);
    }
    Ok(told)
}

fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    let actor = visit.actor()?;
    let found = visit.app.wing(actor, &asked(visit))?;
    if visit.form.asks_for_more() {
        return page(visit, found, Vec::new(), (&visit.form, &[]), StatusCode::OK);
    }
    let told = match told(visit) {
        Ok(told) => told,
        Err(errors) => return page(visit, found, Vec::new(), (&visit.form, &errors), unfit),
    };
    let sent = visit.form.get(PEOPLE).unwrap_or_default();
    let people: Vec<CaseId> = sent.split(' ').filter_map(|id| id.parse().ok()).collect();
    let here = |case: &CaseId| found.lines.iter().find(|line| line.case == *case);
    let recorded = |line: &WingLine, date: Date| line.days.contains(&date);
    let mut deed: Option<Deed> = None;
    let (mut gone, mut before) = (0_usize, 0_usize);
    for case in people {
        let Some(line) = here(&case) else {
            gone = gone.saturating_add(1);
            continue;
        };
        if told.away.contains(&case) {
            continue;
        }
        if recorded(line, told.day.date) {
            before = before.saturating_add(1);
            continue;
        }
        let body = told.others.get(&case).unwrap_or(&told.day).clone();
        deed = Some(match deed {
            None => Deed::one(case, body),
            Some(deed) => deed.and(case, body),
        });
    }
    let Some(mut deed) = deed else {
        let error = FieldError::new("", "wing-none-left");
        return page(visit, found, Vec::new(), (&visit.form, &[error]), StatusCode::CONFLICT);
    };
    deed.once = visit.form.get(ONCE).map(str::to_owned);
    match visit.app.perform(actor, &deed) {
        Ok(receipt) => {
            let separator = if address(&asked(visit)).contains('?') { '&' } else { '?' };
            let (given, day) = (receipt.acts.len(), told.day.date);
            let told = format!("day={day}&given={given}&before={before}&left={gone}");
            Ok(Answer::see(format!("{}{separator}{told}", address(&asked(visit)))))
        }
        // Somebody left, or a file was closed to the officer, between the list and the entry.
        Err(Refusal::NotYours | Refusal::NotAllowed | Refusal::Meanwhile { .. }) => {
            let error = FieldError::new("", "wing-moved");
            page(visit, found, Vec::new(), (&visit.form, &[error]), StatusCode::CONFLICT)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};
    use jiff::tz::TimeZone;

    #[test]
    fn the_form_has_all_its_words_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::UTC);
            assert_eq!(FORM.missing_words(&words), Vec::<String>::new(), "{}", language.tag());
            for key in [
                "title",
                "lead",
                "choose",
                "all",
                "no-unit",
                "too-many",
                "nobody",
                "people",
                "last",
                "done",
                "done-text",
                "done-before",
                "done-left",
                "paper",
                "moved",
                "twice",
                "future",
                "more-air",
                "none-left",
            ] {
                assert!(words.knows(&format!("wing-{key}")), "{key}");
            }
        }
    }

    #[test]
    fn a_unit_is_written_into_an_address_so_that_nothing_of_it_is_lost() {
        assert_eq!(address(&InWing::Unit("B2".to_owned())), "/wing?unit=B2");
        assert_eq!(address(&InWing::Unit("ب &x".to_owned())), "/wing?unit=%D8%A8%20%26x");
        assert_eq!(
            (address(&InWing::NoUnit).as_str(), address(&InWing::Everybody).as_str()),
            ("/wing?unit=-", "/wing")
        );
    }
}
