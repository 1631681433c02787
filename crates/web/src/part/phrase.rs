//! A run of text with links, tags, dates and codes in it: what a cell of a table, a line of a list or an entry of a timeline holds.

use super::{Bar, Share, State, Tag, When};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// A run of text. Made with `"text".into()`, `Tag::…​.into()`, `Phrase::link(…)`, and put together with `.and(…)`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/phrase.html")]
pub struct Phrase {
    pieces: Vec<Piece>,
}

impl HtmlSafe for Phrase {}

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    /// A name or somebody's own words, in whatever direction they are written.
    Name(String),
    Strong(String),
    Small(String),
    Code(String),
    Link {
        href: String,
        label: String,
    },
    Tag(Tag),
    When(When),
    Bar(Bar),
    Share(Share),
    Lock,
}

impl Phrase {
    fn of(piece: Piece) -> Self {
        Self { pieces: vec![piece] }
    }

    /// A name or somebody's own words: kept apart from the direction of the text around it.
    pub fn name(name: impl Into<String>) -> Self {
        Self::of(Piece::Name(name.into()))
    }

    /// What matters in the run.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::of(Piece::Strong(text.into()))
    }

    /// A code or number that is read from left to right in every language.
    pub fn code(code: impl Into<String>) -> Self {
        Self::of(Piece::Code(code.into()))
    }

    /// A link.
    pub fn link(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self::of(Piece::Link { href: href.into(), label: label.into() })
    }

    /// The lock that stands before who may see something.
    pub fn lock() -> Self {
        Self::of(Piece::Lock)
    }

    /// This, a space, and that.
    #[must_use]
    pub fn and(mut self, more: impl Into<Phrase>) -> Self {
        self.pieces.extend(more.into().pieces);
        self
    }

    /// With a second, smaller line.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.pieces.push(Piece::Small(note.into()));
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::link("#sample", "Specimen Prison")
            .and(Phrase::code("DEMO-0147"))
            .and(When::sample(words))
            .and(Tag::of(State::Due, words))
            .note("M. Sample")
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::of(Piece::Text(text.to_owned()))
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::of(Piece::Text(text))
    }
}

impl From<std::borrow::Cow<'_, str>> for Phrase {
    fn from(text: std::borrow::Cow<'_, str>) -> Self {
        Self::of(Piece::Text(text.into_owned()))
    }
}

impl From<Tag> for Phrase {
    fn from(tag: Tag) -> Self {
        Self::of(Piece::Tag(tag))
    }
}

impl From<When> for Phrase {
    fn from(when: When) -> Self {
        Self::of(Piece::When(when))
    }
}

impl From<Bar> for Phrase {
    fn from(bar: Bar) -> Self {
        Self::of(Piece::Bar(bar))
    }
}

impl From<Share> for Phrase {
    fn from(share: Share) -> Self {
        Self::of(Piece::Share(share))
    }
}
