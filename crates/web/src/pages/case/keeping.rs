//! How long a case is kept, and what in it counts no more: corrections, strikes, holds, the erasure that was announced; and
//! the page on which the second of two people erases it.

use domain::kind::{Act, topic};
use domain::{ActId, CaseId, Kind};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::{FormSpec, Section as Questions};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Empty, Identity, Note, Pairs, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The button that erases; nothing is asked, everything was announced.
const ERASE: FormSpec = FormSpec {
    id: "file.erased",
    sections: &[Questions { legend: "casework-erase-sure", cite: None, fields: &[] }],
    submit: "casework-erase",
};

fn table(case: &Case<'_>, caption: &str, columns: &[&str], rows: Vec<Vec<Phrase>>) -> Table {
    let columns = columns.iter().map(|key| Column::new(case.say(key))).collect();
    Table::new(case.say(caption), columns, rows).caption_unseen()
}

/// What an act was, by its kind, as far as the reader has it.
fn told_of(case: &Case<'_>, act: ActId) -> Phrase {
    let found = case.file.acts.iter().find(|recorded| recorded.id() == act);
    found.map_or_else(
        || case.say("casework-other-part").into(),
        |recorded| {
            Phrase::from(case.say(&crate::act_form::told(recorded.act.kind())))
                .and(case.on(case.day(recorded.concerns())))
        },
    )
}

fn corrections(case: &Case<'_>) -> Block {
    let mut rows = Vec::new();
    for recorded in case.file.acts.iter().rev() {
        let (what, state, why) = match &recorded.act {
            Act::File(topic::File::Corrected(body)) => (
                told_of(case, body.of),
                Phrase::from(Tag::new(State::Plain, case.say("casework-corrected"))),
                Phrase::from(case.words.code("correction_reason", body.why.code()).into_owned()),
            ),
            Act::File(topic::File::StrikeProposed(body)) => {
                let strike = case.file.facts.keeping.strikes.iter().find(|strike| strike.act == recorded.id());
                let state = if strike.is_some_and(|strike| strike.struck.is_some()) {
                    Phrase::from(Tag::new(State::Plain, case.say("casework-struck")))
                } else {
                    let waits = Phrase::from(Tag::new(State::Due, case.say("casework-strike-waits")));
                    let known = [("of", body.of.to_string()), ("proposed", recorded.id().to_string())];
                    if case.may(Kind::FileStruck) {
                        waits.and(Phrase::link(case.doing(Kind::FileStruck, &known), case.title_of(Kind::FileStruck)))
                    } else {
                        waits
                    }
                };
                (told_of(case, body.of), state, Phrase::name(body.why.as_str()))
            }
            _ => continue,
        };
        let by = Phrase::name(case.staff(recorded.envelope.actor));
        rows.push(vec![what, state, why, case.on(case.day(recorded.at)).into(), by]);
    }
    let block = Block::new("corrections", case.say("casework-corrections")).line(case.say("casework-corrections-text"));
    if rows.is_empty() {
        return block.line(case.say("casework-corrections-none"));
    }
    let columns = ["casework-what", "casework-state", "casework-why", "casework-when", "casework-by-whom"];
    block.with(table(case, "casework-corrections", &columns, rows))
}

fn holds(case: &Case<'_>) -> Block {
    let mut rows = Vec::new();
    for recorded in case.file.acts.iter().rev() {
        let Act::File(topic::File::HoldSet(body)) = &recorded.act else { continue };
        let facts = case.file.facts.keeping.holds.iter().find(|hold| hold.act == recorded.id());
        let stands = facts.is_some_and(|hold| hold.lifted.is_none()) && case.today() <= body.until;
        let state = if stands {
            let tag = Phrase::from(Tag::new(State::Due, case.say("casework-hold-stands")));
            let known = [("hold", recorded.id().to_string())];
            if case.may(Kind::FileHoldLifted) {
                tag.and(Phrase::link(case.doing(Kind::FileHoldLifted, &known), case.title_of(Kind::FileHoldLifted)))
            } else {
                tag
            }
        } else {
            Tag::new(State::Plain, case.say("casework-hold-over")).into()
        };
        rows.push(vec![
            Phrase::name(body.owner.as_str()),
            Phrase::name(body.why.as_str()),
            case.on(body.until).into(),
            state,
        ]);
    }
    let block = Block::new("holds", case.say("casework-holds")).line(case.say("casework-holds-text"));
    if rows.is_empty() {
        return block.line(case.say("casework-holds-none"));
    }
    let columns = ["casework-hold-owner", "casework-why", "casework-until", "casework-state"];
    block.with(table(case, "casework-holds", &columns, rows))
}

/// May the reader carry out what was announced now?
fn erasable(case: &Case<'_>) -> bool {
    let account = case.visit.signed.as_ref().map(|signed| signed.actor.account);
    // Two of those who announce carry it out; where there are no two, oversight does.
    let may = case.file.may.contains(&Kind::FileErasureAnnounced) || case.file.may.contains(&Kind::FileErased);
    may && account.is_some_and(|by| case.file.facts.keeping.may_be_erased(by, case.file.now, case.words.zone()).is_ok())
}

fn announced(case: &Case<'_>) -> Option<Pairs> {
    let facts = case.file.facts.keeping.announced?;
    let body = case.file.acts.iter().find_map(|recorded| match &recorded.act {
        Act::File(topic::File::ErasureAnnounced(body)) if recorded.id() == facts.act => Some(body),
        _ => None,
    })?;
    let pairs = Pairs::new()
        .with(case.say("casework-erasure-from"), case.on(facts.on))
        .with(case.say("casework-erasure-basis"), case.words.code("erasure_basis", facts.basis.code()).into_owned())
        .with(case.say("casework-why"), Phrase::name(body.why.as_str()))
        .with(case.say("casework-erasure-by"), Phrase::name(case.staff(facts.by)));
    let Some(order) = &body.order else { return Some(pairs) };
    let pairs = pairs
        .with(case.say("casework-erasure-ordered-by"), Phrase::name(order.authority.as_str()))
        .with(case.say("casework-erasure-order-reference"), Phrase::name(order.reference.as_str()))
        .with(case.say("f-file-erasure-announced-order-dated"), case.on(order.dated));
    Some(pairs)
}

fn erasure(case: &Case<'_>) -> Block {
    let block = Block::new("erasure", case.say("casework-erasure")).line(case.say("casework-erasure-text"));
    let block = match announced(case) {
        None => block.with(Empty::new(case.say("casework-nothing"), case.say("casework-erasure-none"))),
        Some(pairs) => block.with(pairs),
    };
    let way =
        erasable(case).then(|| Phrase::link(format!("/cases/{}/erase", case.file.case), case.say("casework-erase")));
    let withdraw =
        case.file.facts.keeping.announced.filter(|_| case.may(Kind::FileErasureWithdrawn)).map(|announced| {
            let known = [("announced", announced.act.to_string())];
            Phrase::link(case.doing(Kind::FileErasureWithdrawn, &known), case.title_of(Kind::FileErasureWithdrawn))
        });
    block.line_some(way).line_some(withdraw)
}

/// A note on the first page of a case, for whoever works with it.
pub(super) fn note(case: &Case<'_>) -> Option<Note> {
    let facts = case.file.facts.keeping.announced.filter(|_| case.file.parts.contains(domain::Part::Keeping))?;
    let text = Phrase::from(case.say("casework-erasure-from")).and(case.on(facts.on));
    let way = Phrase::link(case.href(Section::Keeping), case.say("casework-section-keeping"));
    Some(Note::new(case.say(&crate::act_form::told(Kind::FileErasureAnnounced)), text.and(way)))
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Keeping, |case| {
        let doors = case.doors(&[(Kind::FileHoldSet, &[]), (Kind::FileErasureAnnounced, &[])]);
        let page = case.frame(Section::Keeping, doors);
        Ok(page.block(erasure(case)).block(holds(case)).block(corrections(case)))
    })
}

/// The page with the button, for whoever may press it now.
pub(super) fn ask(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Keeping, |case| {
        if !erasable(case) {
            return Ok(case.frame(Section::Keeping, None).block(erasure(case)).block(holds(case)));
        }
        let action = format!("/cases/{}/erase", case.file.case);
        let (csrf, once) = (case.visit.csrf(), case.visit.once()?);
        let shown = ERASE.show(case.visit.form_page(&action, &csrf, "", &once), &crate::form::Input::default(), &[]);
        let page = case.frame(Section::Keeping, None);
        Ok(page.block(erasure(case)).foot(shown))
    })
}

/// Erases it.
pub(super) fn erase(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let case: CaseId = visit.id("case")?;
    let erased = visit.app.erase(visit.actor()?, case)?;
    let words = &visit.words;
    let title = words.say("casework-erased-title").into_owned();
    let receipt = Pairs::new()
        .with(words.say("casework-erased-receipt"), Phrase::code(erased.certificate.to_string()))
        .with(words.say("casework-when"), words.moment(jiff::Timestamp::from(erased.at)));
    let page = Page::new(visit.shell("casework-erased-title"))
        .trail("/cases", words.say("nav-cases").into_owned())
        .trail("", title.clone())
        .head(Identity::new(title.clone()).lead(words.say("casework-erased-text")))
        .block(Block::new("receipt", words.say("casework-erased-receipt").into_owned()).with(receipt));
    Ok(Answer::open_page(&page)?)
}
