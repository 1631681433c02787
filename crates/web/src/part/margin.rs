//! The rule in the margin, as in a law book: its number, one line in plain words, whose limit it is. In a page:
//! `<div class="file"><section><div>…</div>{{ margin }}</section></div>`.

use super::Phrase;
use crate::{form::Whose, words::Words};
use askama::{Template, filters::HtmlSafe};

/// One or more rules beside a section.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/margin.html")]
pub struct Margin {
    name: String,
    rules: Vec<Rule>,
    note: Phrase,
}

impl HtmlSafe for Margin {}

#[derive(Clone, Debug)]
struct Rule {
    text: String,
    whose: String,
    policy: bool,
}

impl Margin {
    /// The rule's number ("Mandela 43(1)(b), 44"), what it says in plain words, and whose it is.
    pub fn new(words: &Words, name: impl Into<String>, text: impl Into<String>, whose: Whose) -> Self {
        Self { name: name.into(), rules: Vec::new(), note: Phrase::default() }.and(words, text, whose)
    }

    /// With what else applies, such as the clock that the service has set for it.
    #[must_use]
    pub fn and(mut self, words: &Words, text: impl Into<String>, whose: Whose) -> Self {
        let whose_words = words.say(whose.key()).into_owned();
        self.rules.push(Rule { text: text.into(), whose: whose_words, policy: whose == Whose::Policy });
        self
    }

    /// With a smaller note: rule set, facts used.
    #[must_use]
    pub fn note(mut self, note: impl Into<Phrase>) -> Self {
        self.note = note.into();
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(words, words.say("cite-sample-who"), words.say("cite-sample-who-text"), Whose::Text)
            .and(words, words.say("cite-sample-when-text"), Whose::Policy)
            .note(Phrase::code("NMR-45"))
    }
}
