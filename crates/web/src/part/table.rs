//! A table: the first cell of a row is its header and usually the link. On a phone each row becomes a block in which every cell
//! repeats its heading. Sorting is by links; the server sorts.

use super::{Phrase, Share, State, Tag, When};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// How a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// It is not.
    No,
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    numeric: bool,
    href: String,
    sorted: Sorted,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, href: String::new(), sorted: Sorted::No }
    }

    /// A column of numbers, which stand at the end of the cell.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { numeric: true, ..Self::new(label) }
    }

    /// With the link that sorts by it, and how it is sorted now.
    #[must_use]
    pub fn sorts(mut self, href: impl Into<String>, sorted: Sorted) -> Self {
        self.href = href.into();
        self.sorted = sorted;
        self
    }
}

/// A table.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/table.html")]
pub struct Table {
    caption: String,
    caption_unseen: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Phrase>>,
}

impl HtmlSafe for Table {}

impl Table {
    /// A table with the caption that says what it holds.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Phrase>>) -> Self {
        Self { caption: caption.into(), caption_unseen: false, columns, rows }
    }

    /// With a caption only for those who do not see the heading above it.
    #[must_use]
    pub fn caption_unseen(mut self) -> Self {
        self.caption_unseen = true;
        self
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let columns = vec![
            Column::new(words.code("sample-step", "plan")),
            Column::new(words.code("sample-step", "review")).sorts("#sort", Sorted::Up),
            Column::new(words.code("sample-step", "services")),
            Column::numbers(words.say("state-met")),
            Column::new(""),
        ];
        let row = |n: u32, state| -> Vec<Phrase> {
            vec![
                Phrase::link(format!("#row-{n}"), "Placeholder, Sami").note("DEMO-0158"),
                When::sample(words).into(),
                Tag::of(state, words).into(),
                words.number(n).into(),
                Share::new(words, n, 3, 1).into(),
            ]
        };
        Self::new(
            words.say("sample-sentence"),
            columns,
            vec![row(17, State::Met), row(1200, State::Breach), row(4, State::Unknown)],
        )
    }
}
