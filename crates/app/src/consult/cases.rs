//! The list of cases: what a page, a count and a search see comes from the asker's grounds, and nothing is filtered
//! afterwards. It reads as many rows as it shows, whatever its reader may see.

use std::collections::BTreeMap;

use access::{Actor, PartSet};
use domain::custody::Status;
use domain::facts::Step;
use domain::look::ListName;
use domain::{AccountId, CaseId, Date, Moment, Part, StreamId};
use store::{Row, Tx, Val};

use super::places::{AtStep, Place, Total, place, places};
use super::{listed_until, readable, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground::{in_portions, standings, these};
use crate::names::PersonName;
use crate::refusal::{Fault, Refusal};

/// Rows on one page of a list.
pub const PAGE: u32 = 25;

/// What a list of cases is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// A step.
    pub step: Option<Step>,
    /// Only those that the asker carries.
    pub mine: Mine,
    /// Part of one name or number, three letters at least.
    pub name: Option<String>,
    /// Page, from 0.
    pub page: u32,
}

/// Whose cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mine {
    /// Everybody's that the asker may see.
    #[default]
    All,
    /// Those allocated to the asker.
    Carried,
}

/// One case in a list.
#[derive(Debug, Clone)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// The name, once names are loaded.
    pub name: Option<PersonName>,
    /// Where it stands.
    pub step: Step,
    /// Status.
    pub status: Option<Status>,
    /// Who carries it, by name.
    pub carried_by: Option<String>,
    /// `none`, `proposed`, `answered`, `returned` or `approved`.
    pub plan_state: String,
    /// The next plan review.
    pub review_on: Option<Date>,
    /// The expected release.
    pub release_on: Option<Date>,
    /// `none`, `offered`, `accepted` or `returned`.
    pub handover: String,
    /// The day by which a handover is answered.
    pub handover_by: Option<Date>,
    /// Measures in force.
    pub measures: u32,
    /// The nearest planned end of one.
    pub measure_end: Option<Moment>,
    /// Released, and first contact made?
    pub released: Option<Moment>,
    /// First contact after release.
    pub first_contact: Option<Moment>,
    /// Open findings: breaches and undetermined.
    pub breaches: u32,
    /// Undetermined.
    pub undetermined: u32,
}

impl CaseLine {
    /// Leaves what belongs to these parts.
    fn keep(&mut self, parts: PartSet) {
        if !parts.contains(Part::Sentence) {
            self.status = None;
        }
        if !parts.contains(Part::Plan) {
            "none".clone_into(&mut self.plan_state);
            self.review_on = None;
        }
        if !parts.contains(Part::Release) {
            "none".clone_into(&mut self.handover);
            self.handover_by = None;
            self.first_contact = None;
        }
        if !parts.contains(Part::Release) && !parts.contains(Part::Sentence) {
            self.release_on = None;
        }
        if !parts.contains(Part::Measures) {
            self.measures = 0;
            self.measure_end = None;
        }
        if !parts.contains(Part::Measures) || !parts.contains(Part::Plan) {
            self.breaches = 0;
            self.undetermined = 0;
        }
    }
}

/// A page of cases.
#[derive(Debug, Clone)]
pub struct CaseList {
    /// The rows.
    pub lines: Vec<CaseLine>,
    /// How many there are that the asker may see and that fit the filter.
    pub total: Total,
    /// The filter.
    pub filter: CaseFilter,
    /// Are names still being loaded?
    pub loading: bool,
}

const SELECT: &str = concat!(
    "select c.stream, c.step, c.status, c.carried_by, c.plan_state, c.review_on, c.release_on, c.handover,
        c.handover_by, c.measures, c.measure_end, c.released_at, c.first_contact_at,
        (select count(*) from finding f where f.stream = c.stream and f.closed_at is null and f.outcome = 'breach'),
        (select count(*) from finding f where f.stream = c.stream and f.closed_at is null and f.outcome = 'undetermined')
     from case_index c where c.stream in ",
    these!()
);

impl App {
    /// Cases that the asker may see, newest first.
    pub fn cases(&self, actor: &Actor, filter: &CaseFilter) -> Result<Disclosed<CaseList>, Refusal> {
        let named = filter.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_lowercase);
        self.show(actor, |tx, now| {
            let (page, total) = match &named {
                Some(name) => self.named_places(tx, actor, name, filter.page, now)?,
                None => case_page(tx, actor, filter, now)?,
            };
            let page: Vec<StreamId> = page.iter().map(|place| place.stream).collect();
            let (lines, until) = self.case_lines(tx, actor, &page, now)?;
            let rests_on = resting(&page, Part::Identity);
            let list = CaseList { lines, total, loading: !self.names.loaded(), filter: filter.clone() };
            let name = if named.is_some() { ListName::Names } else { ListName::Cases };
            Ok(listed_until(actor, until, (name, page), (list, rests_on)))
        })
    }

    /// One name at a time, three letters at least, compared only with what the asker may see.
    fn named_places(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        name: &str,
        page: u32,
        now: Moment,
    ) -> Result<(Vec<Place>, Total), Fault> {
        if name.chars().count() < 3 {
            return Ok((Vec::new(), Total::Exactly(0)));
        }
        let (mut found, _) = places(tx, actor, (Part::Identity, AtStep::Any), usize::MAX, now)?;
        found.retain(|place| self.names.is_called(place.stream, name));
        let total = Total::Exactly(u32::try_from(found.len()).unwrap_or(u32::MAX));
        Ok((of_page(found, page), total))
    }

    /// These cases as lines, each with what belongs to parts that the asker may see of that case; and until when all of them
    /// may be seen at the least.
    pub(crate) fn case_lines(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        cases: &[StreamId],
        now: Moment,
    ) -> Result<(Vec<CaseLine>, Option<Moment>), Refusal> {
        let rows = in_portions(tx, SELECT, cases, &[], |row| self.case_line(row))?;
        let mut rows: BTreeMap<StreamId, CaseLine> = rows.into_iter().map(|line| (line.case.stream(), line)).collect();
        let standings = standings(tx, actor, cases, now)?;
        let (mut lines, mut first_end) = (Vec::with_capacity(cases.len()), None);
        for case in cases {
            let Some((mut line, standing)) = rows.remove(case).zip(standings.get(case)) else { continue };
            let reading = readable(standing, actor, *case, now)?;
            line.keep(reading.parts());
            first_end = [first_end, reading.until()].into_iter().flatten().min();
            lines.push(line);
        }
        Ok((lines, first_end))
    }

    pub(crate) fn case_line(&self, row: &Row<'_>) -> Result<CaseLine, store::Error> {
        let stream = StreamId::from_bytes(row.get(0)?);
        let carried = row.get::<Option<[u8; 16]>>(3)?.map(StreamId::from_bytes);
        let date = |text: Option<String>| text.and_then(|text| text.parse::<Date>().ok());
        Ok(CaseLine {
            case: stream.into(),
            name: self.names.person(stream),
            step: row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a step"))?,
            status: row.get::<Option<String>>(2)?.and_then(|status| status.parse().ok()),
            carried_by: carried.and_then(|account| self.names.staff(account)),
            plan_state: row.get(4)?,
            review_on: date(row.get(5)?),
            release_on: date(row.get(6)?),
            handover: row.get(7)?,
            handover_by: date(row.get(8)?),
            measures: row.get(9)?,
            measure_end: row.get::<Option<i64>>(10)?.map(Moment::from_millis),
            released: row.get::<Option<i64>>(11)?.map(Moment::from_millis),
            first_contact: row.get::<Option<i64>>(12)?.map(Moment::from_millis),
            breaches: row.get(13)?,
            undetermined: row.get(14)?,
        })
    }
}

/// The cases that somebody carries, as far as the asker may see them, newest first.
pub(crate) fn carried_places(
    tx: &mut Tx<'_>,
    actor: &Actor,
    carrier: AccountId,
    step: AtStep,
    now: Moment,
) -> Result<Vec<Place>, Fault> {
    let (only, but) = step.codes();
    let places = tx.all(
        "select admitted_at, stream from case_index where carried_by = $1 and ($2 = '' or step = $2) and step <> $3
         order by admitted_at desc nulls last, stream",
        &[Val::Blob(&carrier.bytes()), Val::Text(only), Val::Text(but)],
        place,
    )?;
    let ids: Vec<StreamId> = places.iter().map(|place| place.stream).collect();
    let standings = standings(tx, actor, &ids, now)?;
    let opens = |place: &Place| {
        let reading = standings.get(&place.stream).and_then(|standing| standing.readable(actor, place.stream, now));
        reading.is_some_and(|reading| reading.opens(place.stream, Part::Identity))
    };
    Ok(places.into_iter().filter(opens).collect())
}

/// The places on one page of the list, and how many there are in all.
fn case_page(tx: &mut Tx<'_>, actor: &Actor, filter: &CaseFilter, now: Moment) -> Result<(Vec<Place>, Total), Fault> {
    let step = filter.step.map_or(AtStep::Any, AtStep::Only);
    if filter.mine == Mine::Carried {
        let carried = carried_places(tx, actor, actor.seat(), step, now)?;
        let total = Total::Exactly(u32::try_from(carried.len()).unwrap_or(u32::MAX));
        return Ok((of_page(carried, filter.page), total));
    }
    let wanted = PAGE.saturating_mul(filter.page.saturating_add(1));
    let (found, total) = places(tx, actor, (Part::Identity, step), usize::try_from(wanted).unwrap_or(usize::MAX), now)?;
    Ok((of_page(found, filter.page), total))
}

fn of_page(places: Vec<Place>, page: u32) -> Vec<Place> {
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let before = usize::try_from(PAGE.saturating_mul(page)).unwrap_or(usize::MAX);
    places.into_iter().skip(before).take(size).collect()
}
