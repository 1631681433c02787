//! A plain list of people, looks or findings: one sentence each, with a smaller one under it.

use super::{Phrase, State, Tag, When};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// A plain list.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/people.html")]
pub struct People {
    lines: Vec<Phrase>,
}

impl HtmlSafe for People {}

impl People {
    /// One line each; `Phrase::note` gives the smaller sentence.
    pub fn new(lines: Vec<Phrase>) -> Self {
        Self { lines }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(vec![
            Phrase::name("M. Sample").note(words.say("sample-open-to")),
            Phrase::from(Tag::of(State::Unknown, words)).and(words.say("sample-sentence")).note("Mandela 46(1)"),
            Phrase::from(When::sample(words)).and(words.say("sample-record")),
        ])
    }
}
