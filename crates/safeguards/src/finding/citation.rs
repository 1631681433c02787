//! What is cited, and with what weight: instruments, rules and paragraphs, the word of the text.

use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// How much a rule weighs.
    Severity {
        /// Cannot be waived; a decision that breaks it is refused, and oversight is told at once.
        Prohibition = "prohibition",
        /// A task with a clock.
        Obligation = "obligation",
        /// Advice.
        Recommendation = "recommendation",
    }
}

codes! {
    /// The word of the text itself, where the project's weight could be mistaken for it.
    TextWord {
        /// "shall"
        Shall = "shall",
        /// "should"
        Should = "should",
    }
}

codes! {
    /// The instrument that is cited.
    Instrument {
        /// Nelson Mandela Rules, A/RES/70/175.
        Mandela = "mandela",
        /// Bangkok Rules, A/RES/65/229.
        Bangkok = "bangkok",
        /// Havana Rules, A/RES/45/113.
        Havana = "havana",
        /// Beijing Rules, A/RES/40/33.
        Beijing = "beijing",
        /// General comments of the Committee on the Rights of the Child; the number is a paragraph of the comment.
        ChildRights = "child_rights",
        /// Tokyo Rules, A/RES/45/110.
        Tokyo = "tokyo",
        /// Security Council resolution 2396 (2017); the number is a paragraph.
        Resolution2396 = "resolution2396",
    }
}

impl Instrument {
    /// The short English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mandela => "Mandela Rules",
            Self::Bangkok => "Bangkok Rules",
            Self::Havana => "Havana Rules",
            Self::Beijing => "Beijing Rules",
            Self::ChildRights => "CRC general comment 24, paragraph",
            Self::Tokyo => "Tokyo Rules",
            Self::Resolution2396 => "S/RES/2396 (2017), paragraph",
        }
    }
}

/// Rule and paragraph of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Citation {
    /// The instrument.
    pub instrument: Instrument,
    /// The rule.
    pub rule: u16,
    /// The paragraph as it is written after the number, such as `(1)(b)`; empty for the whole rule.
    pub paragraph: &'static str,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.instrument.name(), self.rule, self.paragraph)
    }
}

/// Several citations on one line; the name of an instrument is written once.
pub(crate) fn cited(citations: &[Citation]) -> String {
    let mut line = String::new();
    let mut last = None;
    for citation in citations {
        let Citation { instrument, rule, paragraph } = citation;
        // Writing to a string cannot fail.
        let _ = match last {
            None => write!(line, "{citation}"),
            Some(same) if same == *instrument => write!(line, ", {rule}{paragraph}"),
            Some(_) => write!(line, "; {citation}"),
        };
        last = Some(*instrument);
    }
    line
}
