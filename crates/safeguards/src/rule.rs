//! The catalogue of rules as data: what each asks, what is counted, and which acts give the facts.
//!
//! Paraphrases, not quotations. A rule stands here only when it is checked by code and can be met, broken and left
//! undetermined through acts that people record.

use std::fmt;
use std::str::FromStr;

use domain::Kind;

use crate::finding::{Citation, Instrument, Severity, TextWord};

/// The version of the rules, as findings carry it. It changes whenever an answer may change.
pub const RULE_SET: &str = "2026.1";

/// The name of a rule in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleId {
    /// `NMR-43b`: no prolonged solitary confinement.
    Nmr43b,
    /// `NMR-45f`: no solitary confinement of protected groups.
    Nmr45f,
    /// `NMR-107`: life after release, from the beginning of the sentence.
    Nmr107,
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

    /// Its row in the catalogue.
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::Nmr43b => &NMR_43B,
            Self::Nmr45f => &NMR_45F,
            Self::Nmr107 => &NMR_107,
        }
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
    pub clocks: &'static [&'static str],
    /// How the text was verified.
    pub source: &'static str,
    /// Which acts give which datum.
    pub data: &'static [(Kind, &'static str)],
}

/// Every rule, in the order of the instruments.
pub const RULES: &[&Rule] = &[&NMR_43B, &NMR_45F, &NMR_107];

const fn mandela(rule: u16, paragraph: &'static str) -> Citation {
    Citation { instrument: Instrument::Mandela, rule, paragraph }
}

static NMR_43B: Rule = Rule {
    rule: RuleId::Nmr43b,
    id: "NMR-43b",
    cites: &[mandela(43, "(1)(b)"), mandela(44, "")],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    population: "everyone",
    key: "rule-nmr-43b",
    asks: "No prolonged solitary confinement: 22 hours or more a day without meaningful human contact, for more than \
           15 days in a row.",
    checks: "Blocks of 24 hours from the start of confinement and calendar days at the place; either counts. A closed \
             block or day is solitary if 22 hours or more were spent confined without meaningful contact; the running \
             one is presumed to be until contact shows otherwise. A chain of such units longer than 15 × 24 hours of \
             elapsed time is a breach, and so is a planned end of solitary confinement beyond that, counted from where \
             the running chain began. A break in confinement of at most two hours \
             in a block counts as contact and resets nothing; a measure that begins when another ends goes on with its \
             chain. A block without a complete record is presumed solitary under solitary confinement and undetermined \
             under separation; a chain beyond the limit that rests on such blocks is a breach on presumption. Chains closer to each other than k.episode_gap that \
             together exceed the limit are shown as one pattern, as advice.",
    met_by: "Solitary confinement for exactly 360 hours; an order planned for 15 days.",
    broken_by: "Solitary confinement for 360 hours and one second; an order planned for 20 days.",
    undetermined_by: "Separation for 24 hours or more without a complete regime record; solitary confinement that was \
                      found in force and has no known planned end.",
    clocks: &["k.episode_gap", "k.solitary_alert", "k.solitary_last_alert"],
    source: "V1",
    data: &[
        (Kind::MeasureImposed, "start, planned end, kind of measure"),
        (Kind::MeasureFoundInForce, "start, planned end if known, kind of measure"),
        (Kind::MeasureExtended, "planned end"),
        (Kind::MeasureRegimeRecorded, "complete stretches of regime and every meaningful contact in them"),
        (Kind::MeasureLifted, "end"),
        (Kind::CustodyReleased, "end of every measure"),
        (Kind::CustodyDied, "end of every measure"),
    ],
};

static NMR_45F: Rule = Rule {
    rule: RuleId::Nmr45f,
    id: "NMR-45f",
    cites: &[
        mandela(45, "(2)"),
        Citation { instrument: Instrument::Bangkok, rule: 22, paragraph: "" },
        Citation { instrument: Instrument::Havana, rule: 67, paragraph: "" },
    ],
    severity: Severity::Prohibition,
    word: TextWord::Shall,
    kind: CheckKind::Text,
    population: "persons under 18; pregnant women, women with infants, breastfeeding mothers",
    key: "rule-nmr-45f",
    asks: "No solitary confinement and no disciplinary segregation of children, pregnant women, women with infants and \
           breastfeeding mothers.",
    checks: "Solitary confinement for any purpose, and separation as a sanction, of any length, at an instant at which \
             the person is under 18 or an attested circumstance holds. Until the first instant of the 18th birthday at \
             the place the person is a child; while a disputed age spans 18 the child rules apply. That solitary \
             confinement for other purposes than punishment is treated alike is policy, because rule 45(2) speaks of \
             its use.",
    met_by: "Solitary confinement that begins on the 18th birthday.",
    broken_by: "Solitary confinement that begins the day before the 18th birthday; separation as a sanction for one \
                hour while breastfeeding is attested.",
    undetermined_by: "A date of birth that is not on record.",
    clocks: &[],
    source: "V1 (Mandela 45); V3 (Bangkok 22, Havana 67)",
    data: &[
        (Kind::CustodyAdmitted, "date of birth, as an interval"),
        (Kind::CustodyIdentityCorrected, "date of birth, as an interval"),
        (Kind::CustodyCircumstanceNoted, "pregnancy, infant, breastfeeding: since when, until when"),
        (Kind::MeasureImposed, "start, kind, purpose"),
        (Kind::MeasureFoundInForce, "start, kind, purpose"),
        (Kind::MeasureLifted, "end"),
    ],
};

static NMR_107: Rule = Rule {
    rule: RuleId::Nmr107,
    id: "NMR-107",
    cites: &[mandela(107, "")],
    severity: Severity::Obligation,
    word: TextWord::Shall,
    kind: CheckKind::Proxy,
    population: "convicted persons",
    key: "rule-nmr-107",
    asks: "Life after release is considered from the beginning of the sentence, and the person is helped to keep ties \
           with people and agencies outside.",
    checks: "The first version of the plan has a release section. A record exists; its quality is not judged.",
    met_by: "A release section in version 1 of the plan.",
    broken_by: "A release section that is added in a later version only.",
    undetermined_by: "No plan yet; after the policy clock the missing record is itself overdue.",
    clocks: &["k.plan"],
    source: "V1",
    data: &[
        (Kind::CustodyAdmitted, "admission, status"),
        (Kind::CustodyStatusChanged, "convicted or not"),
        (Kind::PlanProposed, "version, release section"),
    ],
};
