//! The standards as a list: every row that a case, a prison or an installation can be held to, and why it is not checked here.
//!
//! A row whose name is that of a rule in the catalogue is checked. Of all others it is said honestly that they are not: only a
//! person can attest them, only an inspection can see them, or no code checks them yet. Paraphrases, not quotations.

mod table;

use crate::finding::Severity;
use crate::rule::{RULES, Rule};

pub use table::STANDARDS;

/// The text that a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandardText {
    /// Nelson Mandela Rules, A/RES/70/175.
    Mandela,
    /// Bangkok Rules, A/RES/65/229.
    Bangkok,
    /// Havana Rules, A/RES/45/113.
    Havana,
    /// Beijing Rules, A/RES/40/33.
    Beijing,
    /// General comment 24 of the Committee on the Rights of the Child.
    ChildRights,
    /// Tokyo Rules, A/RES/45/110.
    Tokyo,
    /// Security Council resolution 2396 (2017).
    SecurityCouncil,
    /// Madrid Guiding Principles and their addendum.
    Madrid,
    /// Basic principles on restorative justice, ECOSOC 2002/12.
    Restorative,
    /// Guidelines of the Council of Europe on radicalisation in prisons, 2016.
    CouncilOfEurope,
    /// Memoranda of the Global Counterterrorism Forum.
    Gctf,
    /// Handbook of UNODC, 2016.
    Unodc,
    /// Conditions of use of VERA-2R.
    Vera,
}

impl StandardText {
    /// Every text, in the order of the list.
    pub const ALL: &'static [Self] = &[
        Self::Mandela,
        Self::Bangkok,
        Self::Havana,
        Self::Beijing,
        Self::ChildRights,
        Self::Tokyo,
        Self::SecurityCouncil,
        Self::Madrid,
        Self::Restorative,
        Self::CouncilOfEurope,
        Self::Gctf,
        Self::Unodc,
        Self::Vera,
    ];

    /// The word that stands for it in documents and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mandela => "mandela",
            Self::Bangkok => "bangkok",
            Self::Havana => "havana",
            Self::Beijing => "beijing",
            Self::ChildRights => "child_rights",
            Self::Tokyo => "tokyo",
            Self::SecurityCouncil => "security_council",
            Self::Madrid => "madrid",
            Self::Restorative => "restorative",
            Self::CouncilOfEurope => "council_of_europe",
            Self::Gctf => "gctf",
            Self::Unodc => "unodc",
            Self::Vera => "vera",
        }
    }
}

/// How a row could be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The text itself can be computed.
    Text,
    /// Computed with a clock of policy.
    Clock,
    /// That a record exists; its quality is not judged.
    Proxy,
    /// Only a person can attest it.
    Attestation,
    /// Only an inspection can see it.
    Inspection,
}

impl Held {
    /// The mark in the catalogue.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Text => "C-text",
            Self::Clock => "C-clock",
            Self::Proxy => "C-proxy",
            Self::Attestation => "attest.",
            Self::Inspection => "inspect.",
        }
    }
}

/// Why a row is not checked by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It could be computed, and no rule of this program does.
    NotYet,
    /// Its wording or number was not verified against the text.
    NotVerified,
    /// Only a person can attest it.
    Attestation,
    /// Only an inspection can see it.
    Inspection,
    /// It says what a word means; other rows use it.
    Definition,
}

impl Why {
    /// Every reason, in the order of the list.
    pub const ALL: &'static [Self] =
        &[Self::NotYet, Self::NotVerified, Self::Attestation, Self::Inspection, Self::Definition];

    /// The word that stands for it in documents and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotYet => "not_yet",
            Self::NotVerified => "not_verified",
            Self::Attestation => "attestation",
            Self::Inspection => "inspection",
            Self::Definition => "definition",
        }
    }
}

/// One row of the standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// The name, such as `NMR-43b`.
    pub id: &'static str,
    /// The text.
    pub text: StandardText,
    /// Rule and paragraph, as they are cited.
    pub paragraph: &'static str,
    /// What it asks, in short.
    pub asks: &'static str,
    /// How it could be checked.
    pub held: Held,
    /// How much it weighs.
    pub severity: Severity,
    /// Why it is not checked, as long as it is not.
    pub why: Why,
}

impl Standard {
    /// The rule that checks it, if one does.
    pub fn rule(&self) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.id == self.id)
    }

    /// The key of what it asks in `locales/`.
    pub fn key(&self) -> String {
        format!("standard-{}", self.id.to_lowercase())
    }
}

/// The rows that no code checks.
pub fn unchecked() -> impl Iterator<Item = &'static Standard> {
    STANDARDS.iter().filter(|row| row.rule().is_none())
}
