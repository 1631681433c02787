//! A note that interrupts: something in force that every reader of the page must see first, with its clock.

use super::{Bar, Phrase};
use crate::{form::Whose, words::Words};
use askama::{Template, filters::HtmlSafe};
use jiff::SignedDuration;

/// A note across the page.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/note.html")]
pub struct Note {
    title: String,
    text: Phrase,
    clock: Option<(Bar, String, bool)>,
}

impl HtmlSafe for Note {}

impl Note {
    /// A title that says it all, and the rest.
    pub fn new(title: impl Into<String>, text: impl Into<Phrase>) -> Self {
        Self { title: title.into(), text: text.into(), clock: None }
    }

    /// With a clock and the rule it stands for ("Mandela 43(1)(b), 44").
    #[must_use]
    pub fn clock(mut self, words: &Words, bar: Bar, whose: Whose, rule: &str) -> Self {
        let label = format!("{}: {rule}", words.say(whose.key()));
        self.clock = Some((bar, label, whose == Whose::Policy));
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let bar = Bar::new(words, SignedDuration::from_hours(151), SignedDuration::from_hours(360), Whose::Limit);
        Self::new(
            words.say("sample-note"),
            Phrase::from(words.say("sample-note-text")).and(Phrase::link("#m", words.say("sample-propose"))),
        )
        .clock(words, bar, Whose::Limit, "Mandela 43(1)(b), 44")
    }
}
