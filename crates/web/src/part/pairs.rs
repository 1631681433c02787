//! A list of terms and what they are: the facts of a measure, an offer, an agreement.

use super::{Phrase, When};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// Terms with what they are.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "parts/pairs.html")]
pub struct Pairs {
    pairs: Vec<(String, Phrase)>,
    figures: bool,
}

impl HtmlSafe for Pairs {}

impl Pairs {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// A list of the few figures that stand large at the top of a page.
    pub fn figures() -> Self {
        Self { figures: true, ..Self::default() }
    }

    /// With one more pair.
    #[must_use]
    pub fn with(mut self, term: impl Into<String>, what: impl Into<Phrase>) -> Self {
        self.pairs.push((term.into(), what.into()));
        self
    }

    /// With one more pair, if there is something to say.
    #[must_use]
    pub fn with_some(self, term: impl Into<String>, what: Option<impl Into<Phrase>>) -> Self {
        match what {
            Some(what) => self.with(term, what),
            None => self,
        }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new()
            .with(words.code("sample-step", "plan"), words.say("sample-sentence"))
            .with(words.code("sample-step", "review"), When::sample(words))
            .with_some(words.code("sample-step", "release"), None::<Phrase>)
    }
}
