//! Somebody's own words, in the language they were said in and in translations beside them, and who said them when.

use super::Phrase;
use crate::words::{Words, direction};
use askama::{Template, filters::HtmlSafe};

/// A quotation.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/said.html")]
pub struct Said {
    texts: Vec<(String, &'static str, String)>,
    by: Phrase,
}

impl HtmlSafe for Said {}

impl Said {
    /// Words in a language (its tag), and who said them.
    pub fn new(tag: &str, text: impl Into<String>, by: impl Into<Phrase>) -> Self {
        Self { texts: vec![(tag.to_owned(), direction(tag), text.into())], by: by.into() }
    }

    /// With a translation.
    #[must_use]
    pub fn translated(mut self, tag: &str, text: impl Into<String>) -> Self {
        self.texts.push((tag.to_owned(), direction(tag), text.into()));
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(
            "en",
            "I want to finish my joiner’s certificate.",
            Phrase::name("Idris Example").and(words.say("sample-record")),
        )
        .translated("ar", "أريد أن أنهي شهادة النجارة.")
    }
}
