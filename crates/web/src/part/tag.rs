//! A state: a shape, then a word, then a colour, in that order of importance. One mapping for the whole product.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// What a tag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A rule is met, or something goes on as it should.
    Met,
    /// A rule is broken.
    Breach,
    /// Nobody knows: what is not recorded is never counted as met.
    Unknown,
    /// Something is to be done, or waits.
    Due,
    /// Something should have been done.
    Late,
    /// Neither good nor bad.
    Plain,
}

impl State {
    /// The class, and the symbol before the word.
    fn looks(self) -> (&'static str, &'static str) {
        match self {
            Self::Met => ("met", "met"),
            Self::Breach => ("breach", "breach"),
            Self::Unknown => ("unknown", "unknown"),
            Self::Due => ("due", "due"),
            Self::Late => ("breach", "late"),
            Self::Plain => ("noted", ""),
        }
    }
}

/// A state in words.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/tag.html")]
pub struct Tag {
    class: &'static str,
    symbol: &'static str,
    text: String,
}

impl HtmlSafe for Tag {}

impl Tag {
    /// A state with words of its own ("2 days late").
    pub fn new(state: State, text: impl Into<String>) -> Self {
        let (class, symbol) = state.looks();
        Self { class, symbol, text: text.into() }
    }

    /// A state with its usual word.
    pub fn of(state: State, words: &Words) -> Self {
        let word = match state {
            State::Met => words.say("state-met"),
            State::Breach => words.say("state-breach"),
            State::Unknown => words.say("state-unknown"),
            State::Due => words.say("state-due"),
            State::Late => words.say("state-late"),
            State::Plain => words.say("state-recorded"),
        };
        Self::new(state, word)
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::of(State::Unknown, words)
    }
}
