//! The catalogue of rules as data: what each asks, what is counted, and which acts give the facts.
//!
//! Paraphrases, not quotations. A rule stands here only when it is checked by code and can be met, broken and left
//! undetermined through acts that people record.

mod release;
mod restraint;
mod search;
mod solitary;

use std::fmt;
use std::str::FromStr;

use domain::{Kind, Part};

use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

/// The version of the rules, as findings carry it. It changes whenever an answer may change.
pub const RULE_SET: &str = "2026.3";

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
    /// `NMR-43f`: restraints are never a sanction.
    Nmr43f => restraint::NMR_43F,
    /// `NMR-47a`: no chains, irons or painful restraints.
    Nmr47a => restraint::NMR_47A,
    /// `NMR-47b`: no restraints before an authority.
    Nmr47b => restraint::NMR_47B,
    /// `NMR-47c`: restraints by order of the director only.
    Nmr47c => restraint::NMR_47C,
    /// `NMR-48a`: the least that works.
    Nmr48a => restraint::NMR_48A,
    /// `NMR-48b`: only as long as the danger lasts.
    Nmr48b => restraint::NMR_48B,
    /// `NMR-48c`: none in childbirth.
    Nmr48c => restraint::NMR_48C,
    /// `NMR-49`: training in what avoids restraints.
    Nmr49 => restraint::NMR_49,
    /// `NMR-50`: searches have a basis and a reason.
    Nmr50 => search::NMR_50,
    /// `NMR-51b`: a record of each search.
    Nmr51b => search::NMR_51B,
    /// `NMR-52a`: intrusive searches.
    Nmr52a => search::NMR_52A,
    /// `NMR-52b`: cavity searches.
    Nmr52b => search::NMR_52B,
    /// `NMR-53`: papers of the own case.
    Nmr53 => search::NMR_53,
    /// `NMR-82`: use of force.
    Nmr82 => restraint::NMR_82,
    /// `BKK-19`: women are searched by women.
    Bkk19 => search::BKK_19,
    /// `BKK-20`: scans in the place of intrusive searches.
    Bkk20 => search::BKK_20,
    /// `CRC-95f`: restraint of a child.
    Crc95f => restraint::CRC_95F,
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

const fn mandela(rule: u16, paragraph: &'static str) -> Citation {
    Citation { instrument: Instrument::Mandela, rule, paragraph }
}
