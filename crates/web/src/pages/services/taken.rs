//! What was found, as a table to take away: for a spreadsheet, or for any program.
//!
//! Every cell is text or a number that was stated; none is a formula.

use app::consult::{SERVICES_TABLE, ServiceLine};
use domain::organisation::Aim;

use super::{asked, told};
use crate::answer::Answer;
use crate::csv::Csv;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::Words;
use crate::xlsx::{Cell, Sheet};

const HEADS: [&str; 14] = [
    "services-name",
    "services-org",
    "services-aim",
    "services-needs",
    "services-languages",
    "services-place",
    "services-sexes",
    "services-age",
    "services-modes",
    "services-free",
    "services-waiting",
    "services-said-head",
    "services-assured",
    "services-looked-head",
];

fn row(words: &Words, line: &ServiceLine) -> [Cell; HEADS.len()] {
    let said = line.availability.as_ref().filter(|_| line.counts);
    let number = |number: Option<u32>| number.map_or_else(|| Cell::Text(String::new()), Cell::Number);
    [
        Cell::Text(line.published.name.to_string()),
        Cell::Text(line.org_name.clone()),
        Cell::Text(words.code(Aim::LIST, line.published.aim.code()).into_owned()),
        Cell::Text(told::needs(words, line)),
        Cell::Text(told::languages(words, line)),
        Cell::Text(told::places(words, line)),
        Cell::Text(told::sexes(words, line)),
        Cell::Text(told::ages(words, line)),
        Cell::Text(told::modes(words, line)),
        number(said.map(|said| said.free)),
        number(said.and_then(domain::directory::Availability::wait)),
        Cell::Text(told::who_said(words, line)),
        Cell::Text(words.code("assurance", line.assurance.code()).into_owned()),
        Cell::Text(told::who_looked(words, line)),
    ]
}

/// The table as text.
pub(super) fn csv(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.services_table(visit.actor()?, &asked::asked(visit)?)?;
    let words = &visit.words;
    let heads = HEADS.map(|key| words.say(key).into_owned());
    let mut csv = Csv::headed(&heads.each_ref().map(String::as_str));
    for line in &found.lines {
        let cells = row(words, line).map(|cell| cell.written());
        csv.row(&cells.each_ref().map(String::as_str));
    }
    if found.more {
        csv.row(&[&words.say1("services-table-more", "count", SERVICES_TABLE)]);
    }
    Ok(Answer::csv(&found.map(|_| csv)))
}

/// The table as a spreadsheet.
pub(super) fn xlsx(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.services_table(visit.actor()?, &asked::asked(visit)?)?;
    let words = &visit.words;
    let mut sheet = Sheet::new(&words.say("services-title"), words.language().is_rtl())?;
    sheet.heads(&HEADS.map(|key| words.say(key).into_owned()))?;
    for line in &found.lines {
        sheet.row(&row(words, line))?;
    }
    if found.more {
        sheet.row(&[Cell::Text(words.say1("services-table-more", "count", SERVICES_TABLE).into_owned())])?;
    }
    let bytes = sheet.bytes()?;
    Ok(Answer::xlsx(&found.map(|_| bytes)))
}
