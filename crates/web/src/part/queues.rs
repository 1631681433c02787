//! Counted queues of work. A queue with nothing in it stays in its place, so that the page looks the same every night.

use super::{Phrase, State, Tag};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// One queue.
#[derive(Clone, Debug)]
pub struct Queue {
    /// How many wait.
    pub count: i64,
    /// Where the list is.
    pub href: String,
    /// What waits.
    pub label: String,
    /// The oldest or nearest, or that nothing waits.
    pub note: Phrase,
}

/// A list of queues.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/queues.html")]
pub struct Queues {
    queues: Vec<(String, Queue)>,
}

impl HtmlSafe for Queues {}

impl Queues {
    /// Queues in the order of their urgency.
    pub fn new(words: &Words, queues: Vec<Queue>) -> Self {
        Self { queues: queues.into_iter().map(|queue| (words.number(queue.count).into_owned(), queue)).collect() }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let queue = |count, key: &str, note: Phrase| Queue {
            count,
            href: format!("#{key}"),
            label: words.code("sample-step", key).into_owned(),
            note,
        };
        Self::new(
            words,
            vec![
                queue(4, "review", Phrase::from(Tag::of(State::Late, words)).and("Placeholder, Sami")),
                queue(1200, "services", Phrase::code("R-0417")),
                queue(0, "release", words.say("sample-empty").into()),
            ],
        )
    }
}
