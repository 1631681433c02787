//! The measures of a case, those in force first.

use domain::facts::MeasureFacts;
use domain::{Kind, Moment};
use jiff::SignedDuration;

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Note, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

impl Case<'_> {
    /// The address of a measure.
    pub(super) fn measure_href(&self, measure: &MeasureFacts) -> String {
        format!("{}/{}", self.href(Section::Measures), measure.act)
    }

    /// What a measure is called in a heading.
    pub(super) fn measure_name(&self, measure: &MeasureFacts) -> String {
        self.say(&format!("casework-measure-{}", measure.kind.code().replace('_', "-")))
    }

    /// How long a measure has run, or ran.
    pub(super) fn measure_ran(&self, measure: &MeasureFacts) -> SignedDuration {
        let until: Moment = measure.span.until.unwrap_or(self.file.now);
        SignedDuration::from_millis(until.since(measure.span.from).max(0))
    }

    /// The note across the page for a measure that runs, with its clock if a limit is counted.
    pub(super) fn running_note(&self, measure: &MeasureFacts) -> Note {
        let day = self.measure_ran(measure).as_hours() / 24 + 1;
        let told = [("what", self.measure_name(measure).into()), ("day", day.into())];
        let title = self.words.say_with("casework-measure-running", &told).into_owned();
        let mut text = Phrase::from(self.say("casework-measure-since")).and(self.when(measure.span.from));
        if let Some(end) = measure.planned_end {
            let key = if end < self.file.now { "casework-measure-end-passed" } else { "casework-measure-end" };
            text = text.and(self.say(key)).and(self.when(end));
        }
        text = text.and(Phrase::link(self.measure_href(measure), self.say("casework-measure-open")));
        let note = Note::new(title, text);
        let checked = self.visit.app.check(&self.file.facts, self.file.now);
        let judged = super::measure::clock_of(&checked, measure);
        match judged.and_then(|finding| Some((finding, self.bar(finding)?))) {
            Some((finding, bar)) => {
                let whose = finding.clock.as_ref().map_or(Whose::Text, |clock| super::words::whose(&clock.limit));
                note.clock(self.words, bar, whose, &self.of_rule(finding, "cite"))
            }
            None => note,
        }
    }
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Measures, |case| {
        let facts = &case.file.facts;
        let doors = case.doors(&[
            (Kind::MeasureFoundInForce, &[]),
            (Kind::MeasureRegimeRecorded, &[]),
            (Kind::MeasureHealthVisited, &[]),
            (Kind::CustodyCircumstanceNoted, &[]),
            (Kind::HealthExamined, &[]),
            (Kind::CareAsked, &[]),
            (Kind::CareReached, &[]),
            (Kind::MeasureImposed, &[]),
        ]);
        let mut page = case.frame(Section::Measures, doors);
        for measure in facts.measures_at(case.file.now) {
            page = page.head(case.running_note(measure));
        }
        let rows: Vec<Vec<Phrase>> = facts
            .measures
            .iter()
            .rev()
            .map(|measure| {
                let state = match (measure.span.until, measure.planned_end) {
                    (Some(until), _) => {
                        Phrase::from(Tag::new(State::Plain, case.say("casework-measure-ended"))).and(case.when(until))
                    }
                    (None, Some(end)) if end < case.file.now => {
                        Tag::new(State::Late, case.say("casework-measure-past-end")).into()
                    }
                    (None, _) => Tag::new(State::Due, case.say("casework-measure-in-force")).into(),
                };
                vec![
                    Phrase::link(case.measure_href(measure), case.measure_name(measure))
                        .note(case.words.code("measure-purpose", measure.purpose.code())),
                    case.when(measure.span.from).into(),
                    measure.planned_end.map_or_else(
                        || Phrase::from(Tag::new(State::Unknown, case.say("casework-not-known"))),
                        |end| case.when(end).into(),
                    ),
                    case.words.span_of(case.measure_ran(measure)).into(),
                    state,
                ]
            })
            .collect();
        let block = Block::new("measures", case.say("casework-section-measures"));
        let block = if rows.is_empty() {
            block.with(Empty::new(case.say("casework-measures-none"), case.say("casework-measures-empty")))
        } else {
            let columns =
                ["casework-measure", "casework-from", "casework-planned-end", "casework-lasted", "casework-state"];
            let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
            block.with(Table::new(case.say("casework-section-measures"), columns, rows).caption_unseen())
        };
        page = page.block(block.margin(case.cite("mandela-36", Whose::Text)));
        let now = case.file.now;
        let circumstances: Vec<Phrase> = facts
            .circumstances
            .iter()
            .filter(|circumstance| circumstance.span.until.is_none_or(|until| until > now))
            .map(|circumstance| {
                Phrase::strong(case.words.code("circumstance", circumstance.value.code()))
                    .and(case.on(case.day(circumstance.span.from)))
            })
            .collect();
        if !circumstances.is_empty() {
            let block = Block::new("circumstances", case.say("casework-circumstances")).items(circumstances);
            page = page.block(block.margin(case.cite("circumstances", Whose::Text)));
        }
        Ok(page)
    })
}
