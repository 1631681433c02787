//! One service by itself: what the directory says of it, who said so, and what its organisation or whoever keeps the directory
//! can do.

use app::consult::{FeedEntry, ServiceFile};
use domain::Kind;
use domain::directory::FeedState;
use domain::organisation::Aim;

use super::told;
use crate::answer::Answer;
use crate::pages::sheet::{Block, Page};
use crate::part::{Doors, Identity, Pairs, Phrase, State, Tag, When};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.service(visit.actor()?, visit.id("service")?)?;
    let page = found.map(|file| arrange(visit, &file));
    Ok(Answer::page(&page)?)
}

/// Where the form of one act of this service stands.
pub(super) fn doing(file: &ServiceFile, kind: Kind) -> String {
    format!("/services/{}/do/{}", file.line.service, kind.row().name)
}

fn arrange(visit: &Visit<'_>, file: &ServiceFile) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let line = &file.line;
    let door = |kind: Kind| (doing(file, kind), say(&format!("act-{}", crate::words::dashed(kind.row().name))));
    let mut head = Identity::new(line.published.name.to_string())
        .lead(words.code(Aim::LIST, line.published.aim.code()))
        .fact(Phrase::link(format!("/organisations/{}", line.published.org), line.org_name.clone()));
    if file.own {
        let [first, second, third] = [Kind::ServiceAssured, Kind::AvailabilityStated, Kind::ServiceRevised].map(door);
        head = head.doors(Doors::first(first.0, first.1).or(second.0, second.1).or(third.0, third.1));
    }
    let what = Pairs::new()
        .with(say("services-needs"), told::needs(words, line))
        .with(say("services-languages"), Phrase::name(told::languages(words, line)))
        .with(say("services-place"), Phrase::name(told::places(words, line)))
        .with(say("services-sexes"), told::sexes(words, line))
        .with(say("services-age"), told::ages(words, line))
        .with(say("services-modes"), told::modes(words, line))
        .with(say("organisations-contact"), Phrase::name(&file.contact));
    let until = line.until.map(|until| When::moment(words, jiff::Timestamp::from(until)));
    let standing = Pairs::new()
        .with(say("services-free"), told::availability(words, line))
        .with(say("services-assured"), told::assurance(words, line))
        .with_some(say("services-until"), until.map(Phrase::from));
    let mut page = Page::new(visit.shell("services-one-title"))
        .trail("/services", say("services-title"))
        .trail("", Phrase::name(line.published.name.to_string()))
        .head(head)
        .block(Block::new("what", say("services-what")).written(line.published.description.as_str()).with(what))
        .block(Block::new("standing", say("services-standing")).line(say("services-standing-text")).with(standing));
    if let Some(feed) = &file.feed {
        page = page.block(public(visit, file, feed));
    }
    if file.own {
        let (href, label) = door(Kind::ServiceWithdrawn);
        page = page.block(Block::new("end", say("services-end")).line(Phrase::link(href, label)));
    }
    page
}

/// Where it stands towards the public feed.
fn public(visit: &Visit<'_>, file: &ServiceFile, feed: &FeedEntry) -> Block {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let state = match feed.state {
        FeedState::Out => State::Plain,
        FeedState::Asked => State::Due,
        FeedState::Approved => State::Met,
        FeedState::Refused => State::Late,
    };
    let link = |kind: Kind| {
        let label = say(&format!("act-{}", crate::words::dashed(kind.row().name)));
        Phrase::link(doing(file, kind), label)
    };
    let mut block = Block::new("feed", say("services-feed"))
        .line(say(if visit.site.feed() { "services-feed-on" } else { "services-feed-off" }))
        .line(Tag::new(state, words.code(FeedState::LIST, feed.state.code())));
    if let Some(reason) = &feed.reason {
        block = block.written(reason);
    }
    if let Some((_, asked)) = &feed.asked {
        let given = |line: &Option<domain::Line>| line.as_ref().map(|line| Phrase::name(line.as_str()));
        block = block.with(
            Pairs::new()
                .with_some(say("field-phone"), given(&asked.phone))
                .with_some(say("field-email"), given(&asked.email))
                .with_some(say("field-web"), given(&asked.web)),
        );
    }
    if file.own {
        block = block.line(link(Kind::FeedAsked));
        if feed.state != FeedState::Out {
            block = block.line(link(Kind::FeedLeft));
        }
    }
    if file.keeps && feed.state == FeedState::Asked {
        block = block.line(link(Kind::FeedApproved)).line(link(Kind::FeedRefused));
    }
    block
}
