//! Offers and referrals of the reader: what waits for an answer first, then what is under way.
//!
//! The name of a person stands here only for those who may read what was released to them; others see the alias.

use app::consult::{OfferLine, ReferralList};
use domain::referral_facts::{ReferralEnd, ReferralState};
use domain::{Date, Moment};
use jiff::{SignedDuration, Timestamp};

use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::{Block, Page};
use crate::part::{Bar, Column, Empty, Identity, Phrase, State, Table, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::Words;

/// The routes of this page.
pub const ROUTES: &[Route] = &[Route::get("/referrals", Asks::Consult("the list of offers and referrals"), list)];

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.referrals(visit.actor()?)?;
    Ok(Answer::page(&found.map(|found| page(visit, &found)))?)
}

fn page(visit: &Visit<'_>, found: &ReferralList) -> Page {
    let words = &visit.words;
    let (offers, others): (Vec<_>, Vec<_>) =
        found.lines.iter().partition(|line| line.state == ReferralState::Offered.code());
    let (over, running): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|line| line.state.parse::<ReferralEnd>().is_ok());
    let page = Page::new(visit.shell("referrals-title"))
        .head(Identity::new(words.say("referrals-title")).lead(words.say("referrals-lead")))
        .block(waiting(visit, &offers))
        .block(under_way(words, "running", &running));
    if over.is_empty() { page } else { page.block(under_way(words, "over", &over)) }
}

fn waiting(visit: &Visit<'_>, offers: &[&OfferLine]) -> Block {
    let words = &visit.words;
    let block = Block::new("offers", words.say("referrals-offers"));
    if offers.is_empty() {
        return block.with(Empty::new(words.say("referrals-no-offer"), words.say("referrals-no-offer-text")));
    }
    let columns = ["referrals-who", "referrals-service", "referrals-from", "referrals-answer-by"];
    let row = |line: &&OfferLine| -> Vec<Phrase> {
        vec![
            link(line),
            Phrase::name(&line.service_name),
            Phrase::name(&line.sender),
            line.answer_by.map_or_else(Phrase::default, |by| answer_by(visit, line.offered, by)),
        ]
    };
    let rows = offers.iter().map(row).collect();
    block.with(
        Table::new(words.say("referrals-offers"), columns.map(|key| Column::new(words.say(key))).into(), rows)
            .caption_unseen(),
    )
}

fn link(line: &OfferLine) -> Phrase {
    Phrase::link(format!("/referrals/{}", line.referral), line.called.clone())
}

/// The day, and how much of the time to answer is used.
fn answer_by(visit: &Visit<'_>, offered: Option<Moment>, by: Date) -> Phrase {
    let when = Phrase::from(When::short(&visit.words, by));
    match offered {
        Some(offered) => when.and(answer_bar(visit, offered, by)),
        None => when,
    }
}

/// The time to answer: our own clock, from the offer to the end of the last day.
pub(crate) fn answer_bar(visit: &Visit<'_>, offered: Moment, by: Date) -> Bar {
    let end = by.tomorrow().map(|next| Moment::start_of(next, visit.app.zone()));
    let limit = end.map_or(SignedDuration::ZERO, |end| SignedDuration::from_millis(end.since(offered)));
    Bar::new(&visit.words, SignedDuration::from_millis(visit.now().since(offered)), limit, Whose::Policy)
}

fn under_way(words: &Words, id: &str, lines: &[&OfferLine]) -> Block {
    let title = words.say(if id == "over" { "referrals-over" } else { "referrals-running" });
    let block = Block::new(id, title.clone());
    if lines.is_empty() {
        return block.with(Empty::new(words.say("referrals-none-running"), words.say("referrals-none-running-text")));
    }
    let columns = ["referrals-who", "referrals-service", "referrals-state", "referrals-carried", "referrals-next"];
    let row = |line: &&OfferLine| -> Vec<Phrase> {
        vec![
            link(line),
            Phrase::name(&line.service_name),
            state_tag(words, &line.state).into(),
            line.assigned.as_ref().map_or_else(|| words.say("referrals-nobody").into(), Phrase::name),
            line.next_session.map_or_else(
                || words.say("referrals-no-session").into(),
                |at| When::moment(words, Timestamp::from(at)).into(),
            ),
        ]
    };
    // What has ended has no next session; a table shows as many cells of a row as it has columns.
    let shown = columns.into_iter().filter(|key| id != "over" || *key != "referrals-next");
    let columns = shown.map(|key| Column::new(words.say(key))).collect();
    block.with(Table::new(title, columns, lines.iter().map(row).collect()).caption_unseen())
}

/// The state of a referral, or how it ended: shape, then word.
pub(crate) fn state_tag(words: &Words, state: &str) -> Tag {
    let looks = match state.parse::<ReferralState>() {
        Ok(ReferralState::Offered | ReferralState::Accepted | ReferralState::OnHold) => State::Due,
        Ok(ReferralState::Assigned | ReferralState::Meeting) => State::Met,
        Ok(ReferralState::PlaceLost) => State::Late,
        Ok(ReferralState::Ended | ReferralState::None) | Err(_) => State::Plain,
    };
    Tag::new(looks, words.say(&format!("referrals-is-{}", state.replace('_', "-"))))
}
