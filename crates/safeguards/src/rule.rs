//! The catalogue of rules as data: what each asks, what is counted, and which acts give the facts.
//!
//! Paraphrases, not quotations. A rule stands here only when it is checked by code and can be met, broken and left
//! undetermined through acts that people record.

mod arrival;
mod daily;
mod release;
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
    // Daily life, contact and information.
    /// `NMR-11`: people are kept apart from those they must be kept apart from.
    Nmr11 => daily::NMR_11,
    /// `NMR-12`: a room alone.
    Nmr12 => daily::NMR_12,
    /// `NMR-23`: an hour in the open air every day.
    Nmr23 => daily::NMR_23,
    /// `NMR-54`: written information on admission.
    Nmr54 => arrival::NMR_54,
    /// `NMR-55a`: information in a language that is understood.
    Nmr55a => arrival::NMR_55A,
    /// `NMR-55b`: information aloud for whoever cannot read.
    Nmr55b => arrival::NMR_55B,
    /// `NMR-56a`: an opportunity to make requests every day.
    Nmr56a => daily::NMR_56A,
    /// `NMR-58a`: contact with family at regular intervals.
    Nmr58a => daily::NMR_58A,
    /// `NMR-61a`: the lawyer, without delay and unheard.
    Nmr61a => daily::NMR_61A,
    /// `NMR-61b`: an independent interpreter with the lawyer.
    Nmr61b => daily::NMR_61B,
    /// `NMR-62`: contact with consulate or protecting agency.
    Nmr62 => daily::NMR_62,
    /// `NMR-68`: the family can be told at once.
    Nmr68 => arrival::NMR_68,
    /// `NMR-102`: a day of rest in every week.
    Nmr102 => daily::NMR_102,
    /// `NMR-119`: reasons and charges are told.
    Nmr119 => arrival::NMR_119,
    /// `BKK-02a`: women who arrive.
    Bkk02a => arrival::BKK_02A,
    /// `HAV-22`: parents are told.
    Hav22 => arrival::HAV_22,
    /// `HAV-24`: information for children on admission.
    Hav24 => arrival::HAV_24,
    /// `HAV-29`: children apart from adults.
    Hav29 => daily::HAV_29,
    /// `HAV-60`: visits for children.
    Hav60 => daily::HAV_60,
    /// `HAV-61`: letters and calls for children.
    Hav61 => daily::HAV_61,
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
