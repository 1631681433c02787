//! Daily life of one person: the last days, contact with people outside, where the person sleeps.
//!
//! A day without a record is shown as such: an empty line must not look like a good day.

use domain::contact::ContactOutcome;
use domain::daily::{ContactFacts, DayFacts, WorkFacts};
use domain::measure::YesNo;
use domain::regime::{Weather, WorkFor, WorkTerms};
use domain::{Date, Kind};
use jiff::ToSpan as _;

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Phrase, State, Table, Tag, When};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Days that are shown.
const DAYS: usize = 14;
/// Contacts that are shown.
const CONTACTS: usize = 20;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Daily, |case| {
        let doors = case.doors(&[
            (Kind::RegimeDayRecorded, &[]),
            (Kind::RegimeWorkRecorded, &[]),
            (Kind::ContactRecorded, &[]),
            (Kind::InformationGiven, &[]),
            (Kind::InformationFamilyInformed, &[]),
            (Kind::LodgingPlaced, &[]),
        ]);
        let mut page = case.frame(Section::Daily, doors);
        page = page.block(days(case).margin(case.cite("mandela-23", Whose::Text)));
        page = page.block(work(case).margin(case.cite("mandela-97", Whose::Text)));
        page = page.block(contacts(case).margin(case.cite("mandela-58", Whose::Text)));
        Ok(page.block(place(case).margin(case.cite("mandela-11", Whose::Text))))
    })
}

/// The last days that the person was in prison, newest first, each with what is on record of it.
fn days(case: &Case<'_>) -> Block {
    let facts = &case.file.facts;
    let block = Block::new("days", case.say("casework-daily-days"));
    let today = case.day(case.file.now);
    let held = |date: Date| {
        facts.custody.iter().any(|place| {
            case.day(place.span.from) <= date && place.span.until.is_none_or(|until| date <= case.day(until))
        })
    };
    let dates = std::iter::successors(Some(today), |date| date.checked_sub(1.day()).ok()).take(DAYS);
    let rows: Vec<Vec<Phrase>> = dates
        .filter(|date| held(*date))
        .flat_map(|date| {
            let of_day: Vec<&DayFacts> = facts.daily.days.iter().filter(|day| day.date == date).collect();
            let on = When::date(case.words, date);
            if of_day.is_empty() {
                let unknown: Phrase = Tag::new(State::Unknown, case.say("casework-daily-no-record")).into();
                return vec![vec![on.into(), unknown, Phrase::default(), Phrase::default(), Phrase::default()]];
            }
            of_day.into_iter().map(|day| row(case, on.clone(), day)).collect()
        })
        .collect();
    if rows.is_empty() {
        return block.with(Empty::new(case.say("casework-daily-none"), case.say("casework-daily-none-text")));
    }
    let columns = [
        "casework-daily-day",
        "casework-daily-open-air",
        "casework-daily-out",
        "casework-daily-work",
        "casework-daily-requests",
    ];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    block.with(Table::new(case.say("casework-daily-days"), columns, rows).caption_unseen())
}

fn row(case: &Case<'_>, on: When, day: &DayFacts) -> Vec<Phrase> {
    let minutes = |minutes: u16| Phrase::from(case.words.say1("casework-daily-minutes", "minutes", minutes));
    let mut air = minutes(day.open_air);
    if day.weather == Weather::Prevented {
        air = air.note(case.say("casework-daily-weather"));
    }
    let requests = case.words.code(YesNo::LIST, day.requests.code()).into_owned();
    let requests = match day.requests {
        YesNo::Yes => Phrase::from(requests),
        YesNo::No => Tag::new(State::Late, requests).into(),
    };
    vec![on.into(), air, minutes(day.out_of_cell), case.words.code("day-work", day.work.code()).into(), requests]
}

/// Work that was offered, given or not, the newest first.
fn work(case: &Case<'_>) -> Block {
    let block = Block::new("work", case.say("casework-daily-work-title"));
    let mut found: Vec<&WorkFacts> = case.file.facts.daily.work.iter().collect();
    found.sort_by_key(|work| std::cmp::Reverse((work.at, work.act)));
    if found.is_empty() {
        let empty = Empty::new(case.say("casework-daily-work-none"), case.say("casework-daily-work-none-text"));
        return block.with(empty);
    }
    let unknown = || Phrase::from(Tag::new(State::Unknown, case.say("casework-not-known")));
    let rows = found.into_iter().take(CONTACTS).map(|work| {
        vec![
            Phrase::from(case.words.code("work-outcome", work.outcome.code()).into_owned()),
            case.when(work.at).into(),
            work.benefit.map(WorkFor::code).map_or_else(unknown, |code| case.words.code("work-for", code).into()),
            work.terms.map(WorkTerms::code).map_or_else(unknown, |code| case.words.code("work-terms", code).into()),
        ]
    });
    let columns = [
        "casework-daily-work-title",
        "casework-daily-day",
        "f-regime-work-recorded-benefit",
        "f-regime-work-recorded-terms",
    ];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    block.with(Table::new(case.say("casework-daily-work-title"), columns, rows.collect()).caption_unseen())
}

fn contacts(case: &Case<'_>) -> Block {
    let block = Block::new("contacts", case.say("casework-daily-contacts"));
    let mut found: Vec<&ContactFacts> = case.file.facts.daily.contacts.iter().collect();
    found.sort_by_key(|contact| std::cmp::Reverse((contact.at, contact.act)));
    if found.is_empty() {
        let empty = Empty::new(case.say("casework-daily-contacts-none"), case.say("casework-daily-contacts-none-text"));
        return block.with(empty);
    }
    let rows = found.into_iter().take(CONTACTS).map(|contact| {
        let outcome = case.words.code("contact-outcome", contact.outcome.code()).into_owned();
        let outcome = match contact.outcome {
            ContactOutcome::NotGiven => Phrase::from(Tag::new(State::Late, outcome)),
            ContactOutcome::Held | ContactOutcome::Declined | ContactOutcome::OtherSide => outcome.into(),
        };
        vec![
            Phrase::from(case.words.code("contact-with", contact.with.code()))
                .note(case.words.code("contact-means", contact.means.code())),
            case.when(contact.at).into(),
            outcome,
        ]
    });
    let columns = ["casework-daily-with", "casework-daily-day", "casework-daily-outcome"];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    block.with(Table::new(case.say("casework-daily-contacts"), columns, rows.collect()).caption_unseen())
}

fn place(case: &Case<'_>) -> Block {
    let block = Block::new("place", case.say("casework-daily-place"));
    match case.file.facts.sleeps_at(case.file.now) {
        None => block.line(Tag::new(State::Unknown, case.say("casework-daily-place-unknown"))),
        Some(row) => block.line(
            Phrase::name(row.value.unit.as_str())
                .and(case.words.code("room", row.value.room.code()))
                .and(case.on(case.day(row.span.from))),
        ),
    }
}
