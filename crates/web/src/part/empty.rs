//! Nothing is there: that nothing is recorded, why it matters, from when, and the first step.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// An empty state.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    strong: String,
    rest: String,
    step: Option<(String, String)>,
}

impl HtmlSafe for Empty {}

impl Empty {
    /// "Nothing recorded yet", and the rest of what is to be said.
    pub fn new(strong: impl Into<String>, rest: impl Into<String>) -> Self {
        Self { strong: strong.into(), rest: rest.into(), step: None }
    }

    /// With the first step: address and words.
    #[must_use]
    pub fn step(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.step = Some((href.into(), label.into()));
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(words.say("sample-empty"), words.say("sample-note-text")).step("#step", words.say("sample-record"))
    }
}
