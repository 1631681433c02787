//! What was sent or shall be shown: names and values in order, as a browser sends them.

use super::spec::is_index;

/// Name of the hidden field with the form token of the session.
pub const CSRF: &str = "csrf";
/// Name of the hidden field with the head of the stream on which the form was shown.
pub const BASED_ON: &str = "based_on";
/// Name of the hidden field with the idempotence key.
pub const ONCE: &str = "once";
/// Name of a second button beside the first, for pages which have one ("check my answers").
pub const GO: &str = "go";

/// Begins the name of a button that asks for one more group: `add:goals`.
pub(super) const ADD: &str = "add:";
/// Begins the name of the hidden field with the number of groups shown: `rows:goals`.
pub(super) const ROWS: &str = "rows:";

/// Names and values, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    pairs: Vec<(String, String)>,
}

impl Input {
    /// From the pairs of a form.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }

    /// The value of a name; the first if there are several.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |pair| pair.0 == name).map(|pair| pair.1.as_str())
    }

    /// All names and values.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Adds a value.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    /// Whether nothing was typed, ticked or chosen.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Whether the sender asked for one more group instead of sending the form in; then the page shows the same input again
    /// (`read` is not called), and the group is there.
    pub fn asks_for_more(&self) -> bool {
        self.pairs.iter().any(|pair| pair.0.starts_with(ADD))
    }

    /// Whether a name belongs to the machinery of the form and not to the body of the act.
    pub(super) fn is_control(name: &str) -> bool {
        [CSRF, BASED_ON, ONCE, GO].contains(&name)
    }

    /// Whether one more group is asked for at this place.
    pub(super) fn asks_for_more_at(&self, name: &str) -> bool {
        self.pairs.iter().any(|pair| pair.0.strip_prefix(ADD) == Some(name))
    }

    /// How many groups were shown at a place: as told by the form, or by the highest number that was sent.
    pub(super) fn rows(&self, name: &str) -> usize {
        let told =
            self.pairs.iter().find(|pair| pair.0.strip_prefix(ROWS) == Some(name)).and_then(|pair| pair.1.parse().ok());
        self.rows_sent(name).max(told.unwrap_or(0))
    }

    /// One more than the highest number of a group that was sent at a place; below a thousand, for longer numbers are strangers.
    pub(super) fn rows_sent(&self, name: &str) -> usize {
        self.pairs.iter().filter_map(|pair| index_after(&pair.0, name)).max().map_or(0, |last| last.saturating_add(1))
    }
}

/// The number that follows `name.` in `sent`.
fn index_after(sent: &str, name: &str) -> Option<usize> {
    let index = sent.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?;
    if is_index(index) && index.len() < 4 { index.parse().ok() } else { None }
}
