//! The course of one post: who held it, where it reported, who stood in, from when until when; and what can be recorded of it.

use app::consult::{HolderLine, PostLine, Posts, ReportLine};
use domain::{Capacity, Kind, Span};

use super::words::{between, reports};
use super::{ask, cover_table, not_known, opened, path};
use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Empty, Identity, Pairs, Phrase, Table};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (found, line) = opened(visit)?;
    Ok(Answer::page(&found.map(|found| page(visit, &found, &line)))?)
}

fn page(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Page {
    let words = &visit.words;
    let head = Identity::new(line.title.clone())
        .fact(Phrase::name(&found.org_name))
        .fact(words.code(Capacity::LIST, line.capacity.code()))
        .doors(doors(visit, found, line));
    Page::new(visit.shell("posts-one"))
        .trail(path(found.org), words.say("posts-title"))
        .trail("", words.say("posts-one"))
        .head(head)
        .block(now(visit, found, line))
        .block(held(visit, found, line))
        .block(lines(visit, found, line))
        .block(covers(visit, found))
}

/// Whether a post is there still.
fn is_there(found: &Posts, line: &PostLine) -> bool {
    line.exists.until.is_none_or(|until| found.now < until)
}

fn doors(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Doors {
    let mut doors = Doors::default();
    if !is_there(found, line) {
        return doors;
    }
    let mut or = |kind: Kind, key: &str| {
        let to = ask(found.org, line.post, kind, None);
        doors = std::mem::take(&mut doors).or(to, visit.words.say(key));
    };
    if line.says_cover {
        or(Kind::PostCoverProposed, "act-post-cover-proposed");
    }
    if found.may.contains(&Kind::PostTaken) {
        or(Kind::PostTaken, "act-post-taken");
        or(Kind::PostPlaced, "act-post-placed");
        or(Kind::PostRenamed, "act-post-renamed");
        or(Kind::PostAbolished, "act-post-abolished");
    }
    doors
}

fn now(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Block {
    let words = &visit.words;
    let held = line.holder(found.now).map(|held| Phrase::name(&held.name));
    let reports_to = line.line(found.now).map(|to| reports(words, found.org, to));
    let stands = line.stands_in.iter().find(|(_, span)| span.holds(found.now));
    let pairs = Pairs::new()
        .with_some(words.say("posts-unit"), line.unit.clone().map(Phrase::name))
        .with(words.say("posts-exists"), between(words, line.exists))
        .with(words.say("posts-held-by"), held.unwrap_or_else(|| words.say("posts-vacant").into()))
        .with(words.say("posts-reports-to"), reports_to.unwrap_or_else(|| not_known(visit)))
        .with_some(
            words.say("posts-stands-in"),
            stands.map(|(name, span)| Phrase::name(name).note(between(words, *span))),
        );
    let block = Block::new("now", words.say("posts-now")).with(pairs);
    // Files go with the person who carries them, not with the post: whoever allocates gives them on.
    let carries = line.capacity == Capacity::CaseManager
        && visit.signed.as_ref().is_some_and(|signed| signed.actor.capacity == Capacity::Supervisor);
    match line.held.iter().rev().find(|held| carries && held.span.from <= found.now) {
        Some(held) => block.line(words.say("posts-files-text")).line(Phrase::link(
            format!("/reallocate?from={}", held.account),
            words.say1("posts-files", "name", &held.name),
        )),
        None => block,
    }
}

/// Does an entry count still, so that it can be ended?
fn runs(found: &Posts, span: Span) -> bool {
    span.until.is_none_or(|until| found.now < until)
}

fn held(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Block {
    let words = &visit.words;
    let block = Block::new("held", words.say("posts-holders"));
    if line.held.is_empty() {
        return block.with(Empty::new(words.say("posts-holders-none"), words.say("posts-holders-none-text")));
    }
    let keeps = found.may.contains(&Kind::PostLeft);
    let row = |held: &HolderLine| -> Vec<Phrase> {
        let mut row = vec![Phrase::name(&held.name), between(words, held.span).into()];
        if keeps {
            row.push(mend(visit, found, line, (Kind::PostLeft, "taken"), held.taken, held.span));
        }
        row
    };
    block.with(table(visit, ("posts-holders", "posts-held-by"), keeps, line.held.iter().map(row).collect()))
}

fn lines(visit: &Visit<'_>, found: &Posts, line: &PostLine) -> Block {
    let words = &visit.words;
    let block = Block::new("lines", words.say("posts-lines"));
    if line.lines.is_empty() {
        return block.with(Empty::new(words.say("posts-lines-none"), words.say("posts-lines-none-text")));
    }
    let keeps = found.may.contains(&Kind::PostLineEnded);
    let row = |to: &ReportLine| -> Vec<Phrase> {
        let mut row = vec![reports(words, found.org, to), between(words, to.span).into()];
        if keeps {
            row.push(mend(visit, found, line, (Kind::PostLineEnded, "line"), to.line, to.span));
        }
        row
    };
    block.with(table(visit, ("posts-lines", "posts-reports-to"), keeps, line.lines.iter().map(row).collect()))
}

/// Ending an entry, as long as it counts, and saying that it was wrong.
fn mend(
    visit: &Visit<'_>,
    found: &Posts,
    line: &PostLine,
    (kind, name): (Kind, &str),
    act: domain::ActId,
    span: Span,
) -> Phrase {
    let words = &visit.words;
    let wrong = Phrase::link(
        ask(found.org, line.post, Kind::PostEntryVoided, Some(("of", act))),
        words.say("act-post-entry-voided"),
    );
    if runs(found, span) {
        let key = crate::act_form::of(kind).map(crate::act_form::ActForm::title).unwrap_or_default();
        Phrase::link(ask(found.org, line.post, kind, Some((name, act))), words.say(&key)).and(wrong)
    } else {
        wrong
    }
}

fn table(visit: &Visit<'_>, (caption, first): (&str, &str), keeps: bool, rows: Vec<Vec<Phrase>>) -> Table {
    let words = &visit.words;
    let mut columns = vec![Column::new(words.say(first)), Column::new(words.say("posts-when"))];
    if keeps {
        columns.push(Column::new(words.say("posts-next")));
    }
    Table::new(words.say(caption), columns, rows).caption_unseen()
}

fn covers(visit: &Visit<'_>, found: &Posts) -> Block {
    let words = &visit.words;
    let block = Block::new("covers", words.say("posts-covers"));
    if found.covers.is_empty() {
        block.with(Empty::new(words.say("posts-covers-none"), words.say("posts-covers-none-ever")))
    } else {
        block.line(words.say("posts-covers-text")).with(cover_table(visit, found))
    }
}
