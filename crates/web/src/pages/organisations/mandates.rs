//! Mandates of oversight bodies: what holds, what waits for a second administrator, and the next step of each.
//!
//! Nobody alone opens a prison to an oversight body, and nobody alone closes it.

use app::Disclosed;
use app::consult::{Directory, MandateLine};
use domain::registry::MandateState;
use domain::{AccountId, ActId, Kind};

use super::{administered, form_of, name_of};
use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Pairs, Phrase, State, Table, Tag, When};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The list of them, with the next step for whoever may take it.
pub(super) fn block(visit: &Visit<'_>, found: &Directory) -> Block {
    let words = &visit.words;
    let block = Block::new("mandates", words.say("organisations-mandates"));
    if found.mandates.is_empty() {
        return block
            .with(Empty::new(words.say("organisations-no-mandate"), words.say("organisations-no-mandate-text")));
    }
    let own = visit.signed.as_ref().map(|signed| signed.actor.account);
    let row = |line: &MandateLine| -> Vec<Phrase> {
        let mut row = vec![
            Phrase::name(name_of(found, line.body)).note(line.basis.clone()),
            Phrase::name(name_of(found, line.prison)),
            state(visit, line),
        ];
        if found.may_administer {
            row.push(next(visit, line, own));
        }
        row
    };
    let mut columns = vec!["organisations-body", "organisations-prison", "organisations-mandate-state"];
    if found.may_administer {
        columns.push("organisations-mandate-next");
    }
    let columns = columns.into_iter().map(|key| Column::new(words.say(key))).collect();
    block.line(words.say("organisations-mandates-text")).with(
        Table::new(words.say("organisations-mandates"), columns, found.mandates.iter().map(row).collect())
            .caption_unseen(),
    )
}

fn state(visit: &Visit<'_>, line: &MandateLine) -> Phrase {
    let words = &visit.words;
    let looks = if line.waits_after.is_some() { State::Due } else { State::Met };
    let tag = Phrase::from(Tag::new(looks, words.code(MandateState::LIST, line.state.code()).into_owned()));
    match line.until {
        Some(until) => tag.and(words.say("organisations-mandate-until")).and(When::date(words, until)),
        None => tag,
    }
}

/// What somebody can do with a mandate next. Whoever took the last step waits for another.
fn next(visit: &Visit<'_>, line: &MandateLine, own: Option<AccountId>) -> Phrase {
    let words = &visit.words;
    if line.waits_after.is_some() && line.waits_after == own {
        return words.say("organisations-mandate-waits").into();
    }
    Phrase::link(format!("/organisations/mandates/{}", line.mandate), words.say(step(line.state).1))
}

/// The act that a mandate in this state waits for, and the words of the link to it.
const fn step(state: MandateState) -> (Kind, &'static str) {
    match state {
        MandateState::Proposed => (Kind::MandateConfirmed, "organisations-mandate-confirm"),
        MandateState::Holds | MandateState::Over => (Kind::MandateEndProposed, "organisations-mandate-end"),
        MandateState::EndProposed => (Kind::MandateEnded, "organisations-mandate-confirm-end"),
    }
}

fn asked(visit: &Visit<'_>) -> Result<(MandateLine, Disclosed<Asking>), Trouble> {
    let found = administered(visit)?;
    let mandate: ActId = visit.id("mandate")?;
    let line = found.mandates.iter().find(|line| line.mandate == mandate).cloned().ok_or_else(Trouble::not_found)?;
    let form = form_of(step(line.state).0)?;
    let words = &visit.words;
    let asking = found.map(|found| {
        let mut pairs = Pairs::new()
            .with(words.say("organisations-body"), Phrase::name(name_of(&found, line.body)))
            .with(words.say("organisations-prison"), Phrase::name(name_of(&found, line.prison)))
            .with(words.say("organisations-mandate-basis"), Phrase::from(line.basis.clone()))
            .with(words.say("organisations-mandate-state"), state(visit, &line));
        if let Some(until) = line.until {
            pairs = pairs.with(words.say("organisations-mandate-last-day"), Phrase::from(When::date(words, until)));
        }
        Asking {
            lead: words
                .say(&format!("organisations-mandate-lead-{}", line.state.code().replace('_', "-")))
                .into_owned(),
            about: vec![Block::new("which", words.say("organisations-mandate-which")).with(pairs)],
            opened: form.opened(&[("mandate", &line.mandate.to_string())]),
            ..Asking::new(
                visit,
                form,
                format!("/organisations/mandates/{}", line.mandate),
                ("/organisations", "organisations-title"),
            )
        }
    });
    Ok((line, asking))
}

/// The step that a mandate waits for.
pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = asked(visit)?;
    // Whoever took the last step finds no button for the next one.
    if line.waits_after == Some(visit.actor()?.account) {
        return Ok(Answer::see("/organisations"));
    }
    asking::show(visit, asking)
}

/// Takes it.
pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = asked(visit)?;
    let deed = asking.deed(visit, line.prison.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/organisations")))
}
