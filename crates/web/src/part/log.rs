//! A timeline, newest first: when, what in one sentence, and of which kind and by whom.

use super::{Phrase, When};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When it happened.
    pub when: When,
    /// What happened, in one sentence.
    pub what: Phrase,
    /// Its kind, and who recorded it.
    pub by: Phrase,
}

/// A timeline.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/log.html")]
pub struct Log {
    entries: Vec<Entry>,
    older: Option<(String, String)>,
}

impl HtmlSafe for Log {}

impl Log {
    /// Entries, newest first.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self { entries, older: None }
    }

    /// With a link to what is older: address and words.
    #[must_use]
    pub fn older(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.older = Some((href.into(), label.into()));
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let entry = |key: &str| Entry {
            when: When::sample(words),
            what: words.say(key).into(),
            by: Phrase::name("M. Sample").and(Phrase::code("R-0417")),
        };
        Self::new(vec![entry("sample-note"), entry("sample-sentence")]).older("#older", words.say("sample-record"))
    }
}
