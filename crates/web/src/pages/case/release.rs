//! Release: what is arranged, who takes over before the gate opens, and the contacts after it.

use domain::kind::{Act, topic};
use domain::release::ReleaseItem;
use domain::{Kind, Recorded};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Entry, Log, Pairs, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Release, |case| {
        let doors = case.doors(&[
            (Kind::HandoverAccepted, &[]),
            (Kind::HandoverReturned, &[]),
            (Kind::FirstContactMade, &[]),
            (Kind::AftercareContactMade, &[]),
            (Kind::ReleaseItemArranged, &[]),
            (Kind::FileCopyOffered, &[]),
            (Kind::PropertyReturned, &[]),
            (Kind::HandoverOffered, &[]),
        ]);
        Ok(case.frame(Section::Release, doors).block(items(case)).block(handover(case)).block(contacts(case)))
    })
}

fn arranged<'c>(case: &'c Case<'_>, item: ReleaseItem) -> Option<(&'c Recorded, &'c str)> {
    let (act, _) = case.file.facts.release_items.iter().rev().find(|(_, arranged)| *arranged == item)?;
    let recorded = case.file.acts.iter().find(|recorded| recorded.id() == *act)?;
    match &recorded.act {
        Act::Release(topic::Release::ItemArranged(body)) => Some((recorded, body.how.as_str())),
        _ => None,
    }
}

/// What must be arranged: everything in its place, also what nobody has recorded yet.
fn items(case: &Case<'_>) -> Block {
    let rows = ReleaseItem::ALL.iter().map(|item| {
        let name = Phrase::from(case.words.code("release-item", item.code()));
        match arranged(case, *item) {
            Some((recorded, how)) => vec![
                name,
                Phrase::from(Tag::new(State::Met, case.say("casework-arranged")))
                    .and(case.on(case.day(recorded.concerns()))),
                Phrase::name(how),
            ],
            None => vec![
                name,
                Tag::new(State::Plain, case.say("casework-nothing")).into(),
                if case.may(Kind::ReleaseItemArranged) {
                    let known = [("item", item.code().to_owned())];
                    Phrase::link(
                        case.doing(Kind::ReleaseItemArranged, &known),
                        case.title_of(Kind::ReleaseItemArranged),
                    )
                } else {
                    Phrase::default()
                },
            ],
        }
    });
    let columns = ["casework-what", "casework-state", "casework-how"].map(|key| Column::new(case.say(key))).to_vec();
    let mut block = Block::new("items", case.say("casework-release-items"));
    if let Some(on) = case.file.facts.release_expected().filter(|_| case.file.facts.released.is_none()) {
        block = block.line(Phrase::from(case.say("casework-release-expected")).and(Phrase::from(case.on(on))));
    }
    block = block.with(Table::new(case.say("casework-release-items"), columns, rows.collect()).caption_unseen());
    if let Some((_, at)) = case.file.facts.file_copy {
        block = block.line(Phrase::from(case.say("casework-copy-offered")).and(case.on(case.day(at))));
    }
    block.margin(case.cite("mandela-108", Whose::Text))
}

fn handover(case: &Case<'_>) -> Block {
    let mut block = Block::new("handover", case.say("casework-handover"));
    let mut any = false;
    for handover in case.file.facts.handovers.iter().rev() {
        any = true;
        let state =
            match (handover.accepted, handover.returned) {
                (Some((_, at, _, _)), _) => Phrase::from(Tag::new(State::Met, case.say("casework-handover-accepted")))
                    .and(case.on(case.day(at))),
                (None, Some((_, at))) => Phrase::from(Tag::new(State::Due, case.say("casework-handover-returned")))
                    .and(case.on(case.day(at))),
                (None, None) => Phrase::from(Tag::new(State::Due, case.say("casework-handover-waits")))
                    .and(case.dated("casework-answer-by", handover.answer_by)),
            };
        let mut pairs = Pairs::new()
            .with(case.say("casework-receiver"), Phrase::name(case.org(handover.to)))
            .with(case.say("casework-state"), state)
            .with(case.say("casework-offered-on"), case.on(case.day(handover.offered)));
        if let Some((act, _, by, meeting)) = handover.accepted {
            let place = case.act(act).and_then(|recorded| match &recorded.act {
                Act::Release(topic::Release::HandoverAccepted(body)) => Some(body.place.to_string()),
                _ => None,
            });
            pairs = pairs.with(case.say("casework-taken-by"), Phrase::name(case.staff(by))).with(
                case.say("casework-first-meeting"),
                Phrase::from(case.when(meeting)).and(Phrase::name(place.unwrap_or_default())),
            );
        }
        if let Some((act, _)) = handover.returned
            && let Some(Act::Release(topic::Release::HandoverReturned(body))) =
                case.act(act).map(|recorded| &recorded.act)
        {
            let why = Phrase::from(case.words.code("return-reason", body.reason.code()));
            pairs = pairs.with(
                case.say("casework-why"),
                match &body.note {
                    Some(note) => why.note(note.as_str()),
                    None => why,
                },
            );
        }
        block = block.with(pairs);
        if let Some(Act::Release(topic::Release::HandoverOffered(body))) =
            case.act(handover.act).map(|recorded| &recorded.act)
        {
            block =
                block.folded(case.say("casework-handover-summary"), Block::new("", "").written(body.summary.as_str()));
        }
    }
    if !any {
        let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-handover-empty"));
        if case.may(Kind::HandoverOffered) {
            empty = empty.step(case.doing(Kind::HandoverOffered, &[]), case.title_of(Kind::HandoverOffered));
        }
        block = block.with(empty);
    }
    block.margin(case.cite("mandela-90", Whose::Text))
}

fn contacts(case: &Case<'_>) -> Block {
    let entries: Vec<Entry> = case
        .file
        .acts
        .iter()
        .rev()
        .filter_map(|recorded| {
            let (manner, agreed) = match &recorded.act {
                Act::Release(topic::Release::FirstContact(body)) => (body.manner, &body.agreed),
                Act::Release(topic::Release::AftercareContact(body)) => (body.manner, &body.agreed),
                _ => return None,
            };
            let what = Phrase::from(case.words.code("contact-manner", manner.code())).note(agreed.as_str());
            let who =
                Phrase::name(case.staff(recorded.envelope.actor)).and(Phrase::name(case.org(recorded.envelope.org)));
            Some(Entry { when: case.when(recorded.concerns()), what, by: who })
        })
        .collect();
    let block = Block::new("contacts", case.say("casework-contacts"));
    let block = if entries.is_empty() {
        let key = if case.file.facts.released.is_some() { "casework-contacts-due" } else { "casework-contacts-empty" };
        block.with(Empty::new(case.say("casework-nothing"), case.say(key)))
    } else {
        block.with(Log::new(entries))
    };
    block.margin(case.cite("mandela-90", Whose::Text).and(
        case.words,
        case.say("casework-first-contact-clock"),
        Whose::Policy,
    ))
}
