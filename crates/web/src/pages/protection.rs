//! What a data protection officer acts on, prison by prison: erasings announced and done, holds, files past their time, what was
//! refused, and who looked too much. Files stand here by their ids; nobody is named but staff.

use app::consult::{ErasedLine, ErasingLine, ErasingState, HoldLine, OverdueLine, PrisonKeeping, Protection};
use domain::{CaseId, Date, Moment};
use jiff::{SignedDuration, Timestamp};

use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::csv::Csv;
use crate::part::{Column, Doors, Empty, Identity, Phrase, State, Table, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::Words;

const HERE: &str = "/data-protection";
const TABLE: &str = "/data-protection/waiting.csv";

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get(
        HERE,
        Asks::Consult("what waits for the end of its keeping, in prisons under the reader's mandate"),
        show,
    ),
    Route::get(TABLE, Asks::Consult("the same, taken away as a table; its own kind of look"), table),
];

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let protection = visit.app.protection(visit.actor()?)?;
    let page = arrange(visit, &protection);
    Ok(Answer::page(&protection.map(|_| page))?)
}

/// So much of an id as tells files apart on one page; the whole is in the link.
fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

fn file(words: &Words, case: CaseId) -> Phrase {
    let label = words.say1("protection-file", "id", short(&case.to_string())).into_owned();
    Phrase::link(format!("/cases/{case}/keeping"), label)
}

fn arrange(visit: &Visit<'_>, protection: &Protection) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let due = protection
        .prisons
        .iter()
        .flat_map(|prison| &prison.announced)
        .filter(|line| line.state == ErasingState::Due && !line.own)
        .count();
    let mut bar = Identity::new(say("protection-title")).lead(words.say1("protection-lead", "count", due));
    if visit.signed.as_ref().is_some_and(|signed| may_take_away(signed.actor.capacity)) {
        bar = bar.doors(Doors::first(TABLE, say("protection-table")));
    }
    let mut page = Page::new(visit.shell("protection-title")).head(bar);
    if protection.prisons.is_empty() {
        let none = Empty::new(say("protection-none"), say("protection-none-text"));
        page = page.block(Block::new("none", say("protection-title")).with(none));
    }
    for (number, prison) in protection.prisons.iter().enumerate() {
        page = page.block(of_prison(words, protection.now, number, prison));
    }
    if !protection.alerts.is_empty() {
        page = page.block(super::alerts::block(visit, &protection.alerts));
    }
    page
}

/// Whose capacity takes the table away, once they have proved themselves again.
fn may_take_away(capacity: domain::Capacity) -> bool {
    use domain::{Action, Ground, Part, Strength};
    access::allows(capacity, Ground::Mandate, Part::Keeping, Action::Print, Strength::Fresh)
}

fn of_prison(words: &Words, now: Moment, number: usize, prison: &PrisonKeeping) -> Block {
    let say = |key: &str| words.say(key).into_owned();
    let table = |key: &str, columns: &[&str], rows: Vec<Vec<Phrase>>| {
        let columns = columns.iter().map(|key| Column::new(say(key))).collect();
        Table::new(say(key), columns, rows).caption_unseen()
    };
    let counts = [("restricted", prison.restricted.into()), ("refused", prison.refused.into())];
    let mut block = Block::new(format!("prison-{number}"), prison.name.clone())
        .line(words.say_with("protection-counts", &counts))
        .heading(say("protection-announced"));
    block = if prison.announced.is_empty() {
        block.line(say("protection-announced-none"))
    } else {
        let rows = prison.announced.iter().map(|line| announced(words, line)).collect();
        let columns = [
            "protection-col-file",
            "protection-col-state",
            "protection-col-from",
            "protection-col-basis",
            "protection-col-announced",
        ];
        block.with(table("protection-announced", &columns, rows))
    };
    block = block.heading(say("protection-overdue")).line(say("protection-overdue-text"));
    block = if prison.overdue.is_empty() {
        block.line(say("protection-overdue-none"))
    } else {
        let rows = prison.overdue.iter().map(|line| overdue(words, line)).collect();
        let columns = ["protection-col-file", "protection-col-kept-until", "protection-col-state"];
        block.with(table("protection-overdue", &columns, rows))
    };
    block = block.heading(say("protection-holds"));
    block = if prison.holds.is_empty() {
        block.line(say("protection-holds-none"))
    } else {
        let rows = prison.holds.iter().map(|line| hold(words, now, line)).collect();
        let columns = ["protection-col-file", "protection-col-age", "protection-col-until"];
        block.with(table("protection-holds", &columns, rows))
    };
    block = block.heading(say("protection-erased"));
    if prison.erased.is_empty() {
        return block.line(say("protection-erased-none"));
    }
    let rows = prison.erased.iter().map(|line| erased(words, line)).collect();
    let columns = ["protection-col-when", "protection-col-basis", "protection-col-order", "protection-col-proof"];
    block.with(table("protection-erased", &columns, rows))
}

fn day(words: &Words, date: Date) -> Phrase {
    words.date(date).into()
}

fn state_of(state: ErasingState) -> (State, &'static str) {
    match state {
        ErasingState::Waits => (State::Plain, "waits"),
        ErasingState::Held => (State::Due, "held"),
        ErasingState::Due => (State::Late, "due"),
    }
}

fn announced(words: &Words, line: &ErasingLine) -> Vec<Phrase> {
    let (state, key) = state_of(line.state);
    let tag = Phrase::from(Tag::new(state, words.say(&format!("protection-state-{key}")).into_owned()));
    let tag = if line.own { tag.note(words.say("protection-own")) } else { tag };
    vec![
        file(words, line.case),
        tag,
        day(words, line.on),
        words.code("erasure_basis", line.basis.code()).into_owned().into(),
        words.moment(Timestamp::from(line.announced)).into(),
    ]
}

fn overdue(words: &Words, line: &OverdueLine) -> Vec<Phrase> {
    let state = if line.held {
        Tag::new(State::Due, words.say("protection-state-held").into_owned()).into()
    } else {
        Phrase::from(words.say("protection-state-nobody"))
    };
    vec![file(words, line.case), day(words, line.until), state]
}

fn hold(words: &Words, now: Moment, line: &HoldLine) -> Vec<Phrase> {
    let age = SignedDuration::from_millis(now.since(line.since).max(0));
    vec![file(words, line.case), words.span_of(age).into(), day(words, line.until)]
}

fn erased(words: &Words, line: &ErasedLine) -> Vec<Phrase> {
    let order = line.order.as_ref().map_or_else(
        || Phrase::from(words.say("protection-no-order")),
        |order| {
            Phrase::name(order.authority.as_str())
                .and(Phrase::name(order.reference.as_str()))
                .and(day(words, order.dated))
        },
    );
    let proof = Phrase::code(line.act.to_string());
    let proof = if line.from_the_list { proof.note(words.say("protection-from-the-list")) } else { proof };
    vec![
        words.moment(Timestamp::from(line.at)).into(),
        words.code("erasure_basis", line.basis.code()).into_owned().into(),
        order,
        proof,
    ]
}

fn table(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let protection = visit.app.protection_table(visit.actor()?)?;
    let csv = rows(&protection);
    Ok(Answer::csv(&protection.map(|_| csv)))
}

/// Codes and dates as the record has them, in one language for every machine.
fn rows(protection: &Protection) -> Csv {
    let heads = [
        "prison",
        "what",
        "file_or_act",
        "since",
        "until_or_from",
        "basis",
        "state",
        "authority",
        "reference",
        "dated",
    ];
    let mut csv = Csv::headed(&heads);
    for prison in &protection.prisons {
        let name = prison.name.as_str();
        for line in &prison.announced {
            let (_, state) = state_of(line.state);
            let (since, on) = (line.announced.to_string(), line.on.to_string());
            let case = line.case.to_string();
            csv.row(&[name, "announced", &case, &since, &on, line.basis.code(), state, "", "", ""]);
        }
        for line in &prison.overdue {
            let state = if line.held { "held" } else { "nobody" };
            let (case, until) = (line.case.to_string(), line.until.to_string());
            csv.row(&[name, "past_its_time", &case, "", &until, "", state, "", "", ""]);
        }
        for line in &prison.holds {
            let (case, since, until) = (line.case.to_string(), line.since.to_string(), line.until.to_string());
            csv.row(&[name, "hold", &case, &since, &until, "", "", "", "", ""]);
        }
        for line in &prison.erased {
            let (act, at) = (line.act.to_string(), line.at.to_string());
            let told = |of: fn(&domain::file::LegalOrder) -> String| line.order.as_ref().map(of).unwrap_or_default();
            let authority = told(|order| order.authority.to_string());
            let reference = told(|order| order.reference.to_string());
            let dated = told(|order| order.dated.to_string());
            csv.row(&[name, "erased", &act, &at, "", line.basis.code(), "", &authority, &reference, &dated]);
        }
    }
    csv
}
