//! A date or a moment in the reader's language, with the machine's form beside it.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};
use jiff::{Timestamp, civil};
use std::borrow::Borrow;

/// A `<time>`.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<time datetime="{{ machine }}">{{ text }}</time>"#, ext = "html")]
pub struct When {
    machine: String,
    text: String,
}

impl HtmlSafe for When {}

impl When {
    /// A date in full.
    pub fn date(words: &Words, date: impl Borrow<civil::Date>) -> Self {
        let date = *date.borrow();
        Self { machine: date.to_string(), text: words.date(date) }
    }

    /// A date for tables.
    pub fn short(words: &Words, date: impl Borrow<civil::Date>) -> Self {
        let date = *date.borrow();
        Self { machine: date.to_string(), text: words.short_date(date) }
    }

    /// A date with its weekday.
    pub fn weekday(words: &Words, date: impl Borrow<civil::Date>) -> Self {
        let date = *date.borrow();
        Self { machine: date.to_string(), text: words.weekday(date) }
    }

    /// A moment, in the time zone of the installation.
    pub fn moment(words: &Words, moment: impl Borrow<Timestamp>) -> Self {
        let moment = *moment.borrow();
        Self { machine: moment.to_string(), text: words.moment(moment) }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::moment(words, Timestamp::constant(1_795_455_000, 0))
    }
}
