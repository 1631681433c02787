//! The catalogue of rules as data: what each asks, what is counted, and which acts give the facts.
//!
//! Paraphrases, not quotations. A rule stands here only when it is checked by code and can be met, broken and left
//! undetermined through acts that people record.

mod release;
mod solitary;

use std::fmt;
use std::str::FromStr;

use domain::{Kind, Part};

use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

/// The version of the rules, as findings carry it. It changes whenever an answer may change.
pub const RULE_SET: &str = "2026.2";

/// Declares the catalogue: a name in the code for each rule, and its row.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $rule:ident => $row:path),+ $(,)?) => {
        /// The name of a rule in the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId { $($(#[$doc])* $rule),+ }

        impl RuleId {
            /// Its row in the catalogue.
            pub const fn rule(self) -> &'static Rule {
                match self { $(Self::$rule => &$row),+ }
            }
        }

        /// Every rule, in the order of the instruments.
        pub const RULES: &[&Rule] = &[$(&$row),+];
    };
}

catalogue! {
    /// `NMR-43b`: no prolonged solitary confinement.
    Nmr43b => solitary::NMR_43B,
    /// `NMR-45c`: solitary confinement is subject to independent review.
    Nmr45c => solitary::NMR_45C,
    /// `NMR-45f`: no solitary confinement of protected groups.
    Nmr45f => solitary::NMR_45F,
    // Measures and separation.
    // Restraints, searches and discipline.
    // Daily life, contact and information.
    // Admission, health, plan and release.
    /// `NMR-107`: life after release, from the beginning of the sentence.
    Nmr107 => release::NMR_107,
}

/// No rule has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rule of this catalogue")]
pub struct UnknownRule(pub String);

impl RuleId {
    /// The name as it is stored and shown.
    pub const fn id(self) -> &'static str {
        self.rule().id
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let row = RULES.iter().find(|rule| rule.id == name).ok_or_else(|| UnknownRule(name.to_owned()))?;
        Ok(row.rule)
    }
}

/// How far a check can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The text itself can be computed.
    Text,
    /// Computed with a clock that policy sets, because the text has only a word.
    Clock,
    /// A record exists; its quality is not judged.
    Proxy,
}

impl CheckKind {
    /// The mark in the catalogue.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Text => "C-text",
            Self::Clock => "C-clock",
            Self::Proxy => "C-proxy",
        }
    }
}

/// One row of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// The rule.
    pub rule: RuleId,
    /// The name, such as `NMR-43b`.
    pub id: &'static str,
    /// Rule and paragraph of each instrument.
    pub cites: &'static [Citation],
    /// How much it weighs here.
    pub severity: Severity,
    /// The word of the text.
    pub word: TextWord,
    /// How far the check goes.
    pub kind: CheckKind,
    /// The part of the file that its findings hang on: whoever may not open it is not told of them.
    pub part: Part,
    /// To whom it applies.
    pub population: &'static str,
    /// The key of the paraphrase in `locales/`.
    pub key: &'static str,
    /// The paraphrase, in English.
    pub asks: &'static str,
    /// What is checked.
    pub checks: &'static str,
    /// An example that meets it.
    pub met_by: &'static str,
    /// An example that breaks it.
    pub broken_by: &'static str,
    /// What leaves it undetermined.
    pub undetermined_by: &'static str,
    /// The clocks that policy sets.
    pub clocks: &'static [ClockName],
    /// How the text was verified.
    pub source: &'static str,
    /// Which acts give which datum.
    pub data: &'static [(Kind, &'static str)],
}

impl Rule {
    /// Why it is not checked unless a national profile switches it on; nothing for a rule that is.
    pub fn off_because(&self) -> Option<OffBecause> {
        self.source.contains("unverified").then_some(OffBecause::NotVerified)
    }

    /// May a finding of it be excused, with a reason, an end and a second person? Only a task with a clock: what is prohibited
    /// cannot be waived, and advice needs no excuse.
    pub fn excuse(&self) -> Excuse {
        match self.severity {
            Severity::Obligation => Excuse::BySecondPerson,
            Severity::Prohibition | Severity::Recommendation => Excuse::Never,
        }
    }
}

/// Why a rule of the catalogue is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffBecause {
    /// The wording or the number of the paragraph was not verified against the text.
    NotVerified,
}

impl OffBecause {
    /// The word that stands for it in documents.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotVerified => "not_verified",
        }
    }
}

/// Whether a finding may be excused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// Nobody can waive it.
    Never,
    /// With a coded reason and an end, proposed by one person and confirmed by another.
    BySecondPerson,
}

const fn mandela(rule: u16, paragraph: &'static str) -> Citation {
    Citation { instrument: Instrument::Mandela, rule, paragraph }
}
