//! Whose day an officer can record: those who sleep in one unit of the prison now, or everybody there.
//!
//! Of where somebody sleeps only the present is listed, for those alone who record the day; nobody is looked for by it, and
//! it says nothing of who was where before. What is on record of a day already is told, so that nothing is recorded twice.

use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::kind::Subject;
use domain::look::ListName;
use domain::{Action, CaseId, Date, Ground, Moment, Part, StreamId};

use super::places::{AtStep, places};
use super::{listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground::{in_portions, these};
use crate::names::PersonName;
use crate::refusal::Refusal;

/// Most people whose day is recorded in one deed.
pub const IN_A_WING: usize = 150;

/// Days that are looked back on, to tell what is on record already.
const BACK: usize = 31;

/// Which of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InWing {
    /// Everybody in the prison.
    Everybody,
    /// Those who sleep in this unit.
    Unit(String),
    /// Those of whom no unit is on record.
    NoUnit,
}

/// One person.
#[derive(Debug, Clone)]
pub struct WingLine {
    /// The case.
    pub case: CaseId,
    /// The name, once names are loaded.
    pub name: Option<PersonName>,
    /// Days on record, the latest of them, newest first.
    pub days: Vec<Date>,
}

/// A wing.
#[derive(Debug, Clone)]
pub struct Wing {
    /// Units in which somebody sleeps now.
    pub units: Vec<String>,
    /// Does somebody sleep in none that is on record?
    pub some_without: bool,
    /// The people; none, if there are more than one deed takes.
    pub lines: Vec<WingLine>,
    /// How many there are.
    pub total: usize,
}

const UNITS: &str = concat!("select stream, unit from case_index where prison is not null and stream in ", these!());

impl App {
    /// Those whose day the asker can record, by name.
    pub fn wing(&self, actor: &Actor, asked: &InWing) -> Result<Disclosed<Wing>, Refusal> {
        self.show_for_an_act(actor, |tx, now| {
            let records =
                access::allows(actor.capacity, Ground::Custody, Part::Measures, Action::Record, actor.strength);
            if !records {
                return Err(Refusal::NotYours);
            }
            let (found, _) = places(tx, actor, (Part::Measures, AtStep::NotClosed), usize::MAX, now)?;
            let streams: Vec<StreamId> = found.iter().map(|place| place.stream).collect();
            let units: BTreeMap<StreamId, Option<String>> = in_portions(tx, UNITS, &streams, &[], |row| {
                Ok((StreamId::from_bytes(row.get(0)?), row.get::<Option<String>>(1)?))
            })?
            .into_iter()
            .collect();
            let known: BTreeSet<&String> = units.values().flatten().collect();
            let fits = |stream: &&StreamId| match (asked, units.get(stream)) {
                (_, None) => false,
                (InWing::Everybody, _) => true,
                (InWing::Unit(wanted), Some(unit)) => unit.as_ref() == Some(wanted),
                (InWing::NoUnit, Some(unit)) => unit.is_none(),
            };
            let mut people: Vec<StreamId> = streams.iter().filter(fits).copied().collect();
            let total = people.len();
            if total > IN_A_WING {
                people.clear();
            }
            let mut lines = Vec::with_capacity(people.len());
            for stream in &people {
                let state = self.folded(tx, *stream, Subject::Case)?;
                let days = state.case().map(|facts| latest(facts, now)).unwrap_or_default();
                lines.push(WingLine { case: (*stream).into(), name: self.names.person(*stream), days });
            }
            let by_name = |line: &WingLine| line.name.as_ref().map(|name| (name.family.clone(), name.given.clone()));
            lines.sort_by_key(|line| (by_name(line), line.case));
            let wing = Wing {
                units: known.into_iter().cloned().collect(),
                some_without: units.values().any(Option::is_none),
                lines,
                total,
            };
            let rests_on = resting(&people, Part::Measures);
            listed(tx, actor, now, (ListName::Cases, people), (wing, rests_on))
        })
    }
}

/// The latest days on record, each once.
fn latest(facts: &domain::facts::Facts, now: Moment) -> Vec<Date> {
    let days: BTreeSet<Date> = facts.daily.days.iter().filter(|day| day.known <= now).map(|day| day.date).collect();
    days.into_iter().rev().take(BACK).collect()
}
