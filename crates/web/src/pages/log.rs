//! The record as anybody can check it: what it is, its newest checkpoint, and the proof of one act for whoever holds a
//! paper with its id. Nothing here is personal.

use domain::ActId;

use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::part::{Identity, Phrase};
use crate::route::{Asks, Route};
use crate::routes::nothing;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/verify", Asks::Nothing("how to check the record; shows the public checkpoint"), show),
    Route::get("/log/proof/{act}", nothing(), proof),
];

fn proof(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let act: ActId = visit.id("act")?;
    let proof = visit.app.proof_of(act)?.ok_or_else(Trouble::not_found)?;
    Ok(Answer::bytes("text/plain; charset=utf-8", proof.into_bytes()))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let say = |key: &str| visit.words.say(key).into_owned();
    let mut shell = visit.shell("verify-title");
    shell.recorded = false;
    let about = visit.app.about();
    let page = Page::new(shell)
        .head(Identity::new(say("verify-title")).lead(say("verify-lead")))
        .block(Block::new("what", say("verify-what")).line(say("verify-what-text")).line(say("verify-what-not")))
        .block(
            Block::new("checkpoint", say("verify-checkpoint"))
                .line(say("verify-checkpoint-text"))
                .verbatim(visit.app.checkpoint())
                .line(Phrase::link("/log/checkpoint", say("verify-checkpoint-link"))),
        )
        .block(
            Block::new("key", say("verify-key"))
                .line(say("verify-key-text"))
                .verbatim(about.verifier_key.as_str())
                .line(Phrase::link("/log/vkey", say("verify-key-link"))),
        )
        .block(
            Block::new("how", say("verify-how")).line(say("verify-how-paper")).line(say("verify-how-copy")).verbatim(
                format!("passerelle-verify OUT --vkey \"{}\" --held checkpoint-of-the-last-visit", about.verifier_key),
            ),
        );
    Ok(Answer::open_page(&page)?)
}
