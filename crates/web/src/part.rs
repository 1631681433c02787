//! The parts that pages are made of. Each is a value that a template shows with `{{ part }}`; nothing a person wrote gets out of it
//! unescaped.
//!
//! Parts lay out; they choose no words about a person and judge nothing. Each has a `sample`, which the tests render in every
//! language and the gallery shows.

mod bar;
mod clock;
mod door;
mod empty;
mod identity;
mod log;
mod margin;
mod note;
mod pairs;
mod passkey;
mod people;
mod phrase;
mod queues;
mod said;
mod share;
mod slip;
mod steps;
mod table;
mod tabs;
mod tag;
mod when;

pub use bar::Bar;
pub use clock::{Clock, Post};
pub use door::{Door, Doors};
pub use empty::Empty;
pub use identity::Identity;
pub use log::{Entry, Log};
pub use margin::Margin;
pub use note::Note;
pub use pairs::Pairs;
pub use passkey::AskPasskey;
pub use people::People;
pub use phrase::Phrase;
pub use queues::{Queue, Queues};
pub use said::Said;
pub use share::Share;
pub use slip::Slip;
pub use steps::{Step, StepState, Steps};
pub use table::{Column, Sorted, Table};
pub use tabs::{Pages, Tab, Tabs};
pub use tag::{State, Tag};
pub use when::When;

use crate::words::Words;

/// A sample of each part, with its name, as HTML.
pub fn samples(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("tag", Tag::sample(words).to_string()),
        ("when", When::sample(words).to_string()),
        ("phrase", Phrase::sample(words).to_string()),
        ("identity", Identity::sample(words).to_string()),
        ("steps", Steps::sample(words).to_string()),
        ("note", Note::sample(words).to_string()),
        ("bar", Bar::sample(words).to_string()),
        ("clock", Clock::sample(words).to_string()),
        ("share", Share::sample(words).to_string()),
        ("tabs", Tabs::sample(words).to_string()),
        ("queues", Queues::sample(words).to_string()),
        ("log", Log::sample(words).to_string()),
        ("people", People::sample(words).to_string()),
        ("table", Table::sample(words).to_string()),
        ("pairs", Pairs::sample(words).to_string()),
        ("said", Said::sample(words).to_string()),
        ("empty", Empty::sample(words).to_string()),
        ("margin", Margin::sample(words).to_string()),
        ("doors", Doors::sample(words).to_string()),
        ("slip", Slip::sample(words).to_string()),
        ("passkey", AskPasskey::sample(words).to_string()),
    ]
}

#[cfg(test)]
mod tests;
