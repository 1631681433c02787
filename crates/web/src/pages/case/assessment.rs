//! The assessment: the first hours, then facts and judgements apart, each with its source or author, its day and its review.

use domain::assessment::{Assessed, NeedsTaken};
use domain::kind::{Act, topic};
use domain::{Kind, Recorded};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Assessment, |case| {
        let doors = case.doors(&[
            (Kind::NeedsTaken, &[]),
            (Kind::Assessed, &[]),
            (Kind::AssessmentConsidered, &[]),
            (Kind::AssessmentContested, &[]),
        ]);
        let mut page = case.frame(Section::Assessment, doors);
        let mut any = false;
        let mut current = true;
        for (number, recorded) in case.file.acts.iter().rev().enumerate() {
            let block = match &recorded.act {
                Act::Assessment(topic::Assessment::Assessed(body)) => {
                    let block = assessed(case, number, recorded, body, current);
                    current = false;
                    block
                }
                Act::Assessment(topic::Assessment::NeedsTaken(body)) => needs(case, number, recorded, body),
                Act::Assessment(topic::Assessment::Contested(body)) => {
                    Block::new(format!("a{number}"), case.say("casework-contested"))
                        .with(case.said(body.words.as_str(), case.by(recorded)))
                        .margin(case.cite("assessment-judgements", Whose::Text))
                }
                _ => continue,
            };
            any = true;
            page = page.block(block);
        }
        if !any {
            let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-assessment-empty"));
            if case.may(Kind::NeedsTaken) {
                empty = empty.step(case.doing(Kind::NeedsTaken, &[]), case.title_of(Kind::NeedsTaken));
            }
            page = page.block(
                Block::new("none", case.say("casework-section-assessment"))
                    .with(empty)
                    .margin(case.cite("mandela-94", Whose::Text)),
            );
        }
        Ok(page)
    })
}

fn needs(case: &Case<'_>, number: usize, recorded: &Recorded, body: &NeedsTaken) -> Block {
    let rows = body
        .answers
        .iter()
        .map(|answer| {
            let state = match answer.looked {
                domain::assessment::Looked::Yes => State::Met,
                domain::assessment::Looked::NotYet => State::Due,
                domain::assessment::Looked::DoesNotArise => State::Plain,
            };
            let looked = case.words.code("looked", answer.looked.code()).into_owned();
            vec![
                case.words.code("immediate-need", answer.need.code()).into_owned().into(),
                Tag::new(state, looked).into(),
                answer.note.as_ref().map(|note| Phrase::name(note.as_str())).unwrap_or_default(),
            ]
        })
        .collect();
    let columns = ["casework-need", "casework-looked-after", "casework-note"];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    Block::new(format!("a{number}"), case.say("casework-first-hours"))
        .with(Table::new(case.say("casework-first-hours"), columns, rows).caption_unseen())
        .line(
            Phrase::from(case.words.say1("casework-spoken", "language", body.language.as_str())).and(case.by(recorded)),
        )
        .margin(case.cite("first-hours", Whose::Text))
}

fn assessed(case: &Case<'_>, number: usize, recorded: &Recorded, body: &Assessed, current: bool) -> Block {
    let key = if current { "casework-assessment-now" } else { "casework-assessment-before" };
    let column = |key: &str| Column::new(case.say(key));
    let needs = body
        .needs
        .iter()
        .map(|need| Phrase::strong(case.words.code("need-area", need.area.code())).note(need.text.as_str()));
    let facts = body.facts.iter().map(|fact| {
        vec![Phrase::name(fact.text.as_str()), Phrase::name(fact.source.as_str()), case.on(fact.on).into()]
    });
    let today = case.today();
    let judgements: Vec<Vec<Phrase>> = body
        .judgements
        .iter()
        .map(|judgement| {
            let review = Phrase::from(case.on(judgement.review));
            let review = if judgement.review < today && current {
                Phrase::from(Tag::of(State::Late, case.words)).and(review)
            } else {
                review
            };
            vec![Phrase::name(judgement.text.as_str()), Phrase::name(judgement.basis.as_str()), review]
        })
        .collect();
    let mut block = Block::new(format!("a{number}"), case.say(key))
        .line(case.by(recorded))
        .heading(case.say("casework-needs"))
        .items(needs.collect())
        .heading(case.say("casework-facts"))
        .with(Table::new(
            case.say("casework-facts-caption"),
            vec![column("casework-fact"), column("casework-source"), column("casework-true-of")],
            facts.collect(),
        ));
    block = block.heading(case.say("casework-judgements"));
    block = if judgements.is_empty() {
        block.line(case.say("casework-judgements-none"))
    } else {
        block.with(Table::new(
            case.say("casework-judgements-caption"),
            vec![column("casework-judgement"), column("casework-basis"), column("casework-look-again")],
            judgements,
        ))
    };
    if let Some(strengths) = &body.strengths {
        block = block.heading(case.say("casework-strengths")).written(strengths.as_str());
    }
    block.margin(case.cite("assessment-facts", Whose::Text).and(
        case.words,
        case.say("cite-assessment-judgements-text"),
        Whose::Text,
    ))
}
