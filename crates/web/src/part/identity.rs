//! The head of a page about somebody or something: its name, the few facts that must be seen at once, and the doors.

use super::{Doors, Phrase};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// An identity bar. It holds the page's only `<h1>`.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/identity.html")]
pub struct Identity {
    name: String,
    lead: String,
    facts: Vec<Phrase>,
    doors: Doors,
}

impl HtmlSafe for Identity {}

impl Identity {
    /// With a name: of a person, a measure, an organisation, or the title of a page.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), lead: String::new(), facts: Vec::new(), doors: Doors::default() }
    }

    /// With a sentence under the name.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }

    /// With one more fact.
    #[must_use]
    pub fn fact(mut self, fact: impl Into<Phrase>) -> Self {
        self.facts.push(fact.into());
        self
    }

    /// With the doors.
    #[must_use]
    pub fn doors(mut self, doors: Doors) -> Self {
        self.doors = doors;
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new("Idris Example")
            .fact(Phrase::code("DEMO-0147"))
            .fact(Phrase::strong("C wing").and("Specimen Prison"))
            .fact(Phrase::lock().and(words.say("sample-open-to")))
            .doors(Doors::sample(words))
    }
}
