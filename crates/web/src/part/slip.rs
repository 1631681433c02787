//! A slip of paper that is handed to somebody once: the first password, a card of one-time codes. Shown once, printed, never again.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// A slip.
#[derive(Clone, Template)]
#[template(path = "parts/slip.html")]
pub struct Slip {
    title: String,
    text: String,
    lines: Vec<(String, String)>,
    codes: Vec<String>,
}

impl HtmlSafe for Slip {}

impl Slip {
    /// What it is, and what to do with it.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), lines: Vec::new(), codes: Vec::new() }
    }

    /// With a line: what it is, and the secret itself.
    #[must_use]
    pub fn line(mut self, label: impl Into<String>, secret: impl Into<String>) -> Self {
        self.lines.push((label.into(), secret.into()));
        self
    }

    /// With one-time codes, numbered in their order.
    #[must_use]
    pub fn codes(mut self, codes: Vec<String>) -> Self {
        self.codes = codes;
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(words.say("sample-slip"), words.say("sample-note-text"))
            .line(words.say("f-sample-asked-person-family-name"), "m.sample")
            .codes((0..10).map(|n| format!("0000 {:04}", n * 1111)).collect())
    }
}
