//! What people write: a line or a text, trimmed, without control characters, of bounded length.
//!
//! Says nothing about meaning. Text is never searched, ranked or judged.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// Why a piece of writing was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// Nothing, or only white space.
    #[error("it is empty")]
    Empty,
    /// Longer than the form allows.
    #[error("it is longer than {max} characters")]
    TooLong {
        /// The greatest number of characters taken.
        max: usize,
    },
    /// A control character other than a line break or tab.
    #[error("it has a control character")]
    Control,
}

macro_rules! written {
    ($($(#[$doc:meta])* $name:ident, $max:literal, $breaks:expr);+ $(;)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The greatest length, in characters.
            pub const MAX: usize = $max;

            /// Takes what was written, trimmed.
            pub fn new(text: impl AsRef<str>) -> Result<Self, NotText> {
                let text = text.as_ref().trim();
                if text.is_empty() {
                    return Err(NotText::Empty);
                }
                if text.chars().count() > Self::MAX {
                    return Err(NotText::TooLong { max: Self::MAX });
                }
                let breaks: fn(char) -> bool = $breaks;
                if text.chars().any(|c| c.is_control() && !breaks(c)) {
                    return Err(NotText::Control);
                }
                Ok(Self(text.replace("\r\n", "\n")))
            }

            /// What was written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::new(&text).map_err(serde::de::Error::custom)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            /// Never the writing itself: a debug line may end in a log.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} characters)"), self.0.chars().count())
            }
        }
    )+};
}

written! {
    /// One line: a name, a number, a reference. Up to 200 characters.
    Line, 200, |_| false;
    /// Several lines: a reason, a summary, somebody's words. Up to 4,000 characters.
    Text, 4000, |c| matches!(c, '\n' | '\r' | '\t');
    /// What was sealed before it came here, in base 64: nothing of it can be read. Up to 60,000 characters.
    Sealed, 60000, |_| false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_bounded_and_unbroken() {
        assert_eq!(Line::new("  Example  ").unwrap().as_str(), "Example");
        assert_eq!(Line::new(" \n "), Err(NotText::Empty));
        assert_eq!(Line::new("a\nb"), Err(NotText::Control));
        assert!(Line::new("x".repeat(200)).is_ok());
        assert_eq!(Line::new("x".repeat(201)), Err(NotText::TooLong { max: 200 }));
    }

    #[test]
    fn a_text_keeps_its_lines_and_hides_from_logs() {
        let text = Text::new("one\r\ntwo").unwrap();
        assert_eq!(text.as_str(), "one\ntwo");
        assert_eq!(format!("{text:?}"), "Text(7 characters)");
        assert_eq!(Text::new("a\u{0}b"), Err(NotText::Control));
    }
}
