//! Restraints, force and searches of a case. What is on now stands first, with the check that is due: one answer, one button.

use domain::facts::Facts;
use domain::restraint::{Restrained, ToldWhom};
use domain::search::SearchFacts;
use domain::{ActId, Kind};

use super::{Case, Section};
use crate::act_form;
use crate::acting;
use crate::answer::Answer;
use crate::form::{Form, Input, Whose};
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Orders that a restraint can rest on, the newest first.
pub(super) fn orders(case: &Case<'_>) -> Vec<(String, String)> {
    let told = |order: &domain::restraint::OrderFacts| {
        let what = case.words.code("instrument", order.terms.instrument.code()).into_owned();
        let when = case.words.moment(jiff::Timestamp::from(order.at));
        (order.act.to_string(), format!("{what}{}{when}", case.say("shell-comma")))
    };
    case.file.facts.restraint.orders.iter().rev().map(told).collect()
}

/// What an act about a restraint is most likely about when it is opened without a place.
pub(super) fn newest(facts: &Facts, kind: Kind) -> Option<ActId> {
    let restraint = &facts.restraint;
    let on = restraint.on().last().or(restraint.applied.last()).map(|known| known.act);
    match kind {
        Kind::RestraintTold => on.or(restraint.force.last().map(|force| force.act)),
        _ => on,
    }
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Force, |case| {
        let doors = case.doors(&[
            (Kind::RestraintApplied, &[]),
            (Kind::SearchRecorded, &[]),
            (Kind::RestraintForceUsed, &[]),
            (Kind::RestraintAppeared, &[]),
            (Kind::RestraintOrdered, &[]),
        ]);
        let mut page = case.frame(Section::Force, doors);
        for (number, restraint) in case.file.facts.restraint.on().enumerate() {
            // Two forms on one page would have the same ids: the first one is here, the others are a link away.
            let form = if number == 0 { check_form(case, restraint)? } else { None };
            page = page.block(on(case, number, restraint, form));
        }
        Ok(page.block(restraints(case)).block(force(case)).block(searches(case)))
    })
}

/// The check, as it can be made at the door of the cell.
fn check_form(case: &Case<'_>, restraint: &Restrained) -> Result<Option<Form>, Trouble> {
    let form = act_form::of(Kind::RestraintChecked).filter(|form| case.may(form.kind));
    let Some(form) = form else { return Ok(None) };
    let mut input = Input::default();
    input.put("restraint", restraint.act.to_string());
    let action = case.doing(form.kind, &[]);
    let shown = acting::shown(case.visit, form, (&action, Some(case.file.head)), &Vec::new(), (&input, &[]))?;
    Ok(Some(shown))
}

fn on(case: &Case<'_>, number: usize, restraint: &Restrained, form: Option<Form>) -> Block {
    let known = [("restraint", restraint.act.to_string())];
    let mut block = Block::new(format!("on-{number}"), case.say("force-on"))
        .line(
            Phrase::strong(case.words.code("instrument", restraint.terms.instrument.code()))
                .and(case.say("force-since"))
                .and(case.when(restraint.span.from)),
        )
        .line(match restraint.checks.last() {
            Some((_, at, danger)) => Phrase::from(case.say("force-last-check"))
                .and(case.when(*at))
                .and(case.say(&format!("force-danger-{}", danger.code()))),
            None => Tag::new(State::Unknown, case.say("force-no-check")).into(),
        })
        .with_some(form);
    let links: Vec<Phrase> = [Kind::RestraintRemoved, Kind::RestraintTold, Kind::RestraintChecked]
        .into_iter()
        .filter(|kind| case.may(*kind) && (number > 0 || *kind != Kind::RestraintChecked))
        .map(|kind| Phrase::link(case.doing(kind, &known), case.title_of(kind)))
        .collect();
    block = block.items(links);
    block.margin(case.cite("restraint-check", Whose::Policy))
}

/// Who was told, and the way to record that somebody was.
fn told(case: &Case<'_>, of: ActId, told: &[(ActId, domain::Moment, ToldWhom)]) -> Phrase {
    let mut phrase = Phrase::default();
    for (_, at, whom) in told {
        phrase = phrase.and(case.words.code("told-whom", whom.code()).into_owned()).and(case.when(*at));
    }
    if told.is_empty() {
        phrase = phrase.and(Tag::new(State::Unknown, case.say("force-nobody-told")));
    }
    if case.may(Kind::RestraintTold) {
        let known = [("restraint", of.to_string())];
        phrase = phrase.and(Phrase::link(case.doing(Kind::RestraintTold, &known), case.say("force-told-more")));
    }
    phrase
}

fn table(case: &Case<'_>, title: &str, columns: &[&str], rows: Vec<Vec<Phrase>>) -> Table {
    let columns = columns.iter().map(|key| Column::new(case.say(key))).collect();
    Table::new(case.say(title), columns, rows).caption_unseen()
}

fn restraints(case: &Case<'_>) -> Block {
    let block = Block::new("restraints", case.say("force-restraints"));
    let known = &case.file.facts.restraint;
    let mut rows: Vec<Vec<Phrase>> = Vec::new();
    for restraint in known.applied.iter().rev() {
        let until = match restraint.span.until {
            Some(until) => case.when(until).into(),
            None => Tag::new(State::Due, case.say("force-still-on")).into(),
        };
        let what = Phrase::strong(case.words.code("instrument", restraint.terms.instrument.code()));
        rows.push(vec![
            what.note(case.words.code("restraint-ground", restraint.terms.ground.code())),
            case.when(restraint.span.from).into(),
            until,
            case.words.number(u32::try_from(restraint.checks.len()).unwrap_or(u32::MAX)).into(),
            case.words.code("ordered-by", restraint.ordered_by.code()).into_owned().into(),
            told(case, restraint.act, &restraint.told),
        ]);
    }
    let block = if rows.is_empty() {
        block.with(Empty::new(case.say("force-restraints-none"), case.say("force-restraints-empty")))
    } else {
        let columns = [
            "casework-what",
            "casework-from",
            "force-until",
            "force-checks",
            "f-restraint-applied-ordered-by",
            "force-told",
        ];
        block.with(table(case, "force-restraints", &columns, rows))
    };
    let used: Vec<ActId> = known.applied.iter().filter_map(|restraint| restraint.order).collect();
    let unused = known.orders.iter().rev().filter(|order| !used.contains(&order.act)).map(|order| {
        Phrase::from(case.say("force-order"))
            .and(Phrase::strong(case.words.code("instrument", order.terms.instrument.code())))
            .and(case.when(order.at))
    });
    let appeared = known
        .appearances
        .iter()
        .rev()
        .map(|(_, span)| Phrase::from(case.say("force-appeared")).and(case.when(span.from)));
    let others = unused.chain(appeared).collect();
    block.items(others).margin(case.cite("mandela-47", Whose::Text).and(
        case.words,
        case.say("cite-mandela-48-text"),
        Whose::Text,
    ))
}

fn force(case: &Case<'_>) -> Block {
    let block = Block::new("force", case.say("force-force"));
    let rows: Vec<Vec<Phrase>> = case
        .file
        .facts
        .restraint
        .force
        .iter()
        .rev()
        .map(|force| {
            vec![
                Phrase::strong(case.words.code("force-ground", force.ground.code())),
                case.when(force.at).into(),
                told(case, force.act, &force.told),
            ]
        })
        .collect();
    let block = if rows.is_empty() {
        block.with(Empty::new(case.say("force-force-none"), case.say("force-force-empty")))
    } else {
        block.with(table(case, "force-force", &["casework-what", "casework-when", "force-told"], rows))
    };
    block.margin(case.cite("mandela-82", Whose::Text))
}

fn searches(case: &Case<'_>) -> Block {
    let block = Block::new("searches", case.say("force-searches"));
    let unknown = || Phrase::from(Tag::new(State::Unknown, case.say("casework-not-known")));
    let row = |search: &SearchFacts| {
        let code = |list: &str, code: Option<&'static str>| match code {
            Some(code) => Phrase::from(case.words.code(list, code).into_owned()),
            None => unknown(),
        };
        vec![
            Phrase::strong(case.words.code("search-kind", search.search.code())),
            case.when(search.at).into(),
            code("search-reason", search.reason.map(domain::search::SearchReason::code)),
            match search.searchers.len() {
                0 => unknown(),
                several => case.words.number(u32::try_from(several).unwrap_or(u32::MAX)).into(),
            },
            code("search-result", search.result.map(domain::search::SearchResult::code)),
        ]
    };
    let rows: Vec<Vec<Phrase>> = case.file.facts.searches.iter().rev().map(row).collect();
    let block = if rows.is_empty() {
        block.with(Empty::new(case.say("force-searches-none"), case.say("force-searches-empty")))
    } else {
        let columns = [
            "casework-what",
            "casework-when",
            "f-search-recorded-reason",
            "force-searchers",
            "f-search-recorded-result",
        ];
        block.with(table(case, "force-searches", &columns, rows))
    };
    block.margin(case.cite("mandela-50-51", Whose::Text))
}
