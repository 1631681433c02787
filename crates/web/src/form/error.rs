//! What is wrong at a field: a key and its values. The words are chosen when the form is shown again.

use crate::words::{Value, Words};
use std::borrow::Cow;

/// A mistake at one field, or (with an empty path) of the whole form.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The name of the field as sent, with numbers of groups: `goals.0.title`.
    pub path: String,
    /// The key of the sentence.
    pub key: Cow<'static, str>,
    /// Values of the sentence.
    pub args: Vec<(&'static str, Value<'static>)>,
}

impl FieldError {
    /// A mistake that needs no values. Pages use it for what only they can know ("no such place").
    pub fn new(path: impl Into<String>, key: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), key: key.into(), args: Vec::new() }
    }

    /// With a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The sentence.
    pub fn sentence(&self, words: &Words) -> Cow<'static, str> {
        words.say_with(&self.key, &self.args)
    }
}
