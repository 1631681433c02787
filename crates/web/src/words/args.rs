//! The values that may be put into a text, and how a number inside a text is written.

use super::{Language, calendar};
use fluent_bundle::FluentValue;
use std::borrow::Cow;

/// A value for a text: words, or a whole number (which also chooses the plural).
#[derive(Clone, Debug)]
pub enum Value<'v> {
    /// Words as they are.
    Text(Cow<'v, str>),
    /// A number, written as the language writes it.
    Number(i64),
}

impl Value<'_> {
    pub(super) fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text.clone().into_owned()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// The function that Fluent calls for each value. It must be a plain function, so there is one for each language.
pub(super) fn formatter<M>(language: Language) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match language {
        Language::En => |value, _| whole(Language::En, value),
        Language::Fr => |value, _| whole(Language::Fr, value),
        Language::Ar => |value, _| whole(Language::Ar, value),
    }
}

/// Only whole numbers get here: `Value` has no others. The detour over text avoids a lossy cast.
fn whole(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(calendar::number(language, number.as_string().parse().ok()?))
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<&&'v str> for Value<'v> {
    fn from(text: &&'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        Self::Text(text)
    }
}

impl<'v> From<&'v Cow<'_, str>> for Value<'v> {
    fn from(text: &'v Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(number.try_into().unwrap_or(i64::MAX))
            }
        }
        impl From<&$kind> for Value<'_> {
            fn from(number: &$kind) -> Self {
                Self::from(*number)
            }
        }
    )*};
}
numbers!(i64, i32, u8, u16, u32, u64, usize);
