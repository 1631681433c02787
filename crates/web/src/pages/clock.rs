//! The clock, where it jumped: one administrator says why, another confirms, and decisions go on.
//!
//! It sets no clock.

use app::Disclosed;
use app::clock_guard::ClockState;
use domain::{Kind, StreamId};
use jiff::SignedDuration;

use crate::answer::Answer;
use crate::pages::asking::{self, Asking};
use crate::pages::organisations::form_of;
use crate::pages::sheet::{Block, Page};
use crate::part::{Identity, Pairs};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LOOK: Asks = Asks::Consult("how it stands with the clock of the installation");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/clock", LOOK, show),
    Route::post("/clock/stepped", Asks::Perform("installation.clock_stepped"), explained),
    Route::post("/clock/confirmed", Asks::Perform("installation.clock_step_confirmed"), confirmed),
];

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = visit.app.clock(visit.actor()?)?;
    match *found {
        ClockState::Steady => Ok(Answer::page(&found.map(|state| plain(visit, state)))?),
        ClockState::Stepped { .. } => asking::show(visit, ask(visit, found, Kind::ClockStepped)?),
        // Whoever said why cannot confirm it, and is told so.
        ClockState::Explained { by, .. } if by == visit.actor()?.account => {
            Ok(Answer::page(&found.map(|state| plain(visit, state)))?)
        }
        ClockState::Explained { .. } => asking::show(visit, ask(visit, found, Kind::ClockStepConfirmed)?),
    }
}

fn plain(visit: &Visit<'_>, state: ClockState) -> Page {
    let words = &visit.words;
    let lead = match state {
        ClockState::Steady => "clock-steady",
        _ => "clock-waits",
    };
    Page::new(visit.shell("clock-title"))
        .head(Identity::new(words.say("clock-title")).lead(words.say(lead)))
        .blocks(about(visit, state))
}

/// By how much it jumped.
fn about(visit: &Visit<'_>, state: ClockState) -> Vec<Block> {
    let words = &visit.words;
    let (ClockState::Stepped { ahead_by } | ClockState::Explained { ahead_by, .. }) = state else { return Vec::new() };
    let by = words.span_of(SignedDuration::from_millis(ahead_by.saturating_abs()));
    let way = if ahead_by < 0 { "clock-back" } else { "clock-ahead" };
    let pairs = Pairs::new()
        .with(words.say("clock-step"), words.say1(way, "span", by))
        .with(words.say("clock-goes-on"), words.moment(jiff::Timestamp::from(visit.now())));
    vec![Block::new("step", words.say("clock-what")).with(pairs)]
}

fn ask(visit: &Visit<'_>, found: Disclosed<ClockState>, kind: Kind) -> Result<Disclosed<Asking>, Trouble> {
    let form = form_of(kind)?;
    let (action, lead) = match kind {
        Kind::ClockStepConfirmed => ("/clock/confirmed", "clock-confirm-lead"),
        _ => ("/clock/stepped", "clock-stepped-lead"),
    };
    Ok(found.map(|state| Asking {
        lead: visit.words.say(lead).into_owned(),
        about: about(visit, state),
        ..Asking::new(visit, form, action.to_owned(), ("/", "nav-home"))
    }))
}

fn explained(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    sent(visit, Kind::ClockStepped)
}

fn confirmed(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    sent(visit, Kind::ClockStepConfirmed)
}

fn sent(visit: &Visit<'_>, kind: Kind) -> Result<Answer, Trouble> {
    let asking = ask(visit, visit.app.clock(visit.actor()?)?, kind)?;
    let deed = asking.deed(visit, StreamId::INSTALLATION);
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/clock")))
}
