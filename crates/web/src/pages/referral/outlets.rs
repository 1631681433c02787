//! What left the organisation about the person: notes on welfare that the person agreed to, and dangers that were disclosed.

use app::consult::ReferralFile;
use domain::act::topic;
use domain::measure::YesNo;
use domain::referral::{Danger, DangerDisclosed};
use domain::referral_facts::DangerFacts;
use domain::{Act, ActId, Kind, Recorded};
use jiff::Timestamp;

use super::course::{href, label};
use super::possible;
use crate::pages::sheet::Block;
use crate::part::{Pairs, Phrase, State, Tag, When};
use crate::visit::Visit;
use crate::words::Words;

/// Notes on welfare, newest first.
pub(super) fn welfare(words: &Words, file: &ReferralFile) -> Option<Block> {
    let mut notes = file.acts.iter().rev().filter_map(|recorded| match &recorded.act {
        Act::Referral(topic::Referral::WelfareNoted(body)) => Some((recorded, body)),
        _ => None,
    });
    let first = notes.next()?;
    let block = Block::new("welfare", words.say("referral-welfare"));
    Some(std::iter::once(first).chain(notes).fold(block, |block, (recorded, body)| {
        let when = When::moment(words, Timestamp::from(recorded.concerns()));
        block.line(Phrase::from(when).note(words.say("referral-agreed"))).written(&body.asked.to_string())
    }))
}

fn disclosed(file: &ReferralFile, act: ActId) -> Option<(&Recorded, &DangerDisclosed)> {
    file.acts.iter().find_map(|recorded| match &recorded.act {
        Act::Referral(topic::Referral::DangerDisclosed(body)) if recorded.id() == act => Some((recorded, body)),
        _ => None,
    })
}

/// Dangers, the unanswered first, each with what was said, who was told, and what was done.
pub(super) fn dangers(visit: &Visit<'_>, file: &ReferralFile) -> Vec<Block> {
    let mut dangers: Vec<&DangerFacts> = file.facts.dangers.iter().rev().collect();
    dangers.sort_by_key(|danger| danger.answered.is_some());
    dangers.into_iter().filter_map(|danger| one(visit, file, danger)).collect()
}

fn one(visit: &Visit<'_>, file: &ReferralFile, danger: &DangerFacts) -> Option<Block> {
    let words = &visit.words;
    let (recorded, body) = disclosed(file, danger.act)?;
    let moment = |at| When::moment(words, Timestamp::from(at));
    let person = match body.person_told {
        YesNo::Yes => Phrase::from(words.say("referral-danger-person-told")),
        YesNo::No => {
            let later = body.tell_by.map(|on| Phrase::from(When::date(words, on))).unwrap_or_default();
            let later = Phrase::from(words.say("referral-danger-person-later")).and(later);
            later.note(body.why_later.as_ref().map(ToString::to_string).unwrap_or_default())
        }
    };
    let state = match danger.answered {
        Some(_) => Tag::new(State::Met, words.say("referral-danger-answered")),
        None => Tag::new(State::Due, words.say("referral-danger-waits")),
    };
    let pairs = Pairs::new()
        .with(words.say("referral-danger-what"), words.code(Danger::LIST, body.danger.code()).into_owned())
        .with(words.say("referral-danger-facts"), Phrase::name(body.facts.to_string()))
        .with(words.say("referral-danger-told"), Phrase::name(body.told.to_string()).and(moment(body.told_at)))
        .with(words.say("referral-danger-person"), person);
    let id = format!("danger-{}", danger.act);
    let title = words.say("referral-danger");
    let mut block =
        Block::new(id, title).line(Phrase::from(moment(recorded.concerns())).and(Phrase::from(state))).with(pairs);
    for answer in &file.acts {
        if let Act::Referral(topic::Referral::DangerAnswered(done)) = &answer.act
            && done.disclosed == danger.act
        {
            let when = Phrase::from(words.say("referral-danger-done")).and(moment(answer.concerns()));
            block = block.line(when).written(&done.done.to_string());
        }
    }
    // Whoever disclosed it does not answer it.
    let others = visit.actor().is_ok_and(|actor| actor.org != danger.by);
    let answers = others && possible::unanswered(danger) && possible::can(file, Kind::ReferralDangerAnswered);
    let link = format!("{}?disclosed={}", href(file, Kind::ReferralDangerAnswered), danger.act);
    Some(block.line_some(answers.then(|| Phrase::link(link, label(words, Kind::ReferralDangerAnswered)))))
}
