//! Ways on: the one that is most likely wanted, and the others. "Record what happened" is always taken; "propose a decision" may be
//! refused; on a restriction the first door is to end it.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// One way on.
#[derive(Clone, Debug)]
pub struct Door {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
}

/// A row of ways on; the first is the main one.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/doors.html")]
pub struct Doors {
    doors: Vec<Door>,
}

impl HtmlSafe for Doors {}

impl Doors {
    /// The main way on.
    pub fn first(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self::default().or(href, label)
    }

    /// Another one.
    #[must_use]
    pub fn or(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.doors.push(Door { href: href.into(), label: label.into() });
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::first("#record", words.say("sample-record")).or("#decide", words.say("sample-propose"))
    }
}
