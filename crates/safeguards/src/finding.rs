//! What a check returns: findings, what is met, advisories, and the next instant that matters.
//!
//! Codes, ids and times only. Words for a code are in `locales/`; a finding has none of its own.

mod citation;
mod clock;
mod flag;
mod remedy;

use std::fmt;

use domain::look::Outcome;
use domain::{ActId, Moment, Span};
use serde::{Deserialize, Serialize, Serializer};

pub(crate) use self::citation::cited;
pub use self::citation::{Citation, Instrument, Severity, TextWord};
pub use self::clock::{Clock, Coverage, Limit};
pub use self::flag::Flag;
pub use self::remedy::Remedy;
use crate::rule::RuleId;
use crate::settings::Settings;

/// Declares a list of codes that only this crate makes.
macro_rules! codes {
    ($(#[$doc:meta])* $list:ident { $($(#[$member_doc:meta])* $member:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $list { $($(#[$member_doc])* #[serde(rename = $code)] $member),+ }

        impl $list {
            /// Every member.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The word that stands for this member in documents and answers.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }
        }

        impl fmt::Display for $list {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

/// For the lists of codes below, by its name.
use codes;

/// One answer of one rule about one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule, as the catalogue names it.
    pub rule: RuleId,
    /// Rule and paragraph.
    pub citations: &'static [Citation],
    /// Met, breach or undetermined.
    pub outcome: Outcome,
    /// How much the rule weighs.
    pub severity: Severity,
    /// The word of the text.
    pub word: TextWord,
    /// The act it hangs on: the first measure of the confinement, the measure, the plan version or the admission.
    pub anchor: ActId,
    /// The acts whose facts were used, the anchor among them.
    pub acts: Vec<ActId>,
    /// The clock, if the rule has one.
    pub clock: Option<Clock>,
    /// Since when it is so; the first instant of the breach, which may lie before anybody knew.
    pub since: Moment,
    /// When a breach was over. It stays a finding: what happened is not undone.
    pub over: Option<Moment>,
    /// The stretches during which the rule was broken, oldest first.
    pub stretches: Vec<Span>,
    /// When the anchor was recorded, if that was later than `since`: "known since".
    pub known: Option<Moment>,
    /// What else must be said.
    pub flags: Vec<Flag>,
    /// How much of the regime is on record.
    pub coverage: Option<Coverage>,
    /// The planned end that lies beyond the limit.
    pub planned_end: Option<Moment>,
    /// What would remedy it; nothing if nothing can.
    pub remedies: Vec<Remedy>,
    /// The version of the rules.
    pub rule_set: &'static str,
}

impl Finding {
    /// A result of `rule` that hangs on `anchor`; the caller adds what it knows beyond that.
    pub(crate) fn new(rule: RuleId, outcome: Outcome, anchor: ActId, since: Moment) -> Self {
        let row = rule.rule();
        Self {
            rule,
            citations: row.cites,
            outcome,
            severity: row.severity,
            word: row.word,
            anchor,
            acts: vec![anchor],
            clock: None,
            since,
            over: None,
            stretches: Vec::new(),
            known: None,
            flags: Vec::new(),
            coverage: None,
            planned_end: None,
            remedies: Vec::new(),
            rule_set: crate::rule::RULE_SET,
        }
    }

    /// Is this said about the result?
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Does the breach go on?
    pub fn runs(&self) -> bool {
        self.outcome == Outcome::Breach && self.over.is_none()
    }

    /// Takes the stretches of a breach; the first begins it, and it is over when none is open.
    pub(crate) fn broken(&mut self, stretches: Vec<Span>) {
        if let Some(first) = stretches.first() {
            self.since = first.from;
        }
        self.over =
            stretches.iter().map(|stretch| stretch.until).max_by_key(|until| (until.is_none(), *until)).flatten();
        self.stretches = stretches;
    }
}

impl fmt::Display for Finding {
    /// One line for a terminal, such as `NMR-43b breach — Mandela Rules 43(1)(b), 44`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} — {}", self.rule, self.outcome, cited(self.citations))
    }
}

codes! {
    /// What an advisory says.
    AdvisoryKind {
        /// Chains of solitary days close to each other: a short break does not reset the count silently.
        Pattern = "pattern",
        /// The first warning before the limit.
        Warning = "warning",
        /// The last warning before the limit.
        LastWarning = "last_warning",
    }
}

/// Advice to look, set by policy. Never a breach, never refuses anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advisory {
    /// The rule it belongs to.
    pub rule: RuleId,
    /// What it says.
    pub kind: AdvisoryKind,
    /// The act it hangs on.
    pub anchor: ActId,
    /// Since when.
    pub since: Moment,
    /// The clock by which it was raised.
    pub clock: Clock,
    /// Solitary time counted, in milliseconds: for a pattern, of all its chains.
    pub counted: i64,
}

/// What a check returns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Breaches, running and over, and what could not be determined.
    pub findings: Vec<Finding>,
    /// What is asked for and not yet due: undetermined, with a clock that has not run out. Nothing is raised for it.
    pub waiting: Vec<Finding>,
    /// What is met. A rule that does not apply to this case has no result at all.
    pub met: Vec<Finding>,
    /// Advice set by policy.
    pub advisories: Vec<Advisory>,
    /// The first instant at which an answer may change though nothing is recorded; check again then.
    pub next_change_at: Option<Moment>,
}

impl Checked {
    pub(crate) fn take(&mut self, result: Finding) {
        if result.outcome == Outcome::Met {
            self.met.push(result);
        } else {
            self.findings.push(result);
        }
    }

    /// Leaves out what is not checked in this place.
    pub(crate) fn keep(&mut self, settings: &Settings) {
        let checks = |rule: RuleId| settings.checks(rule.rule());
        self.findings.retain(|finding| checks(finding.rule));
        self.met.retain(|finding| checks(finding.rule));
        self.waiting.retain(|finding| checks(finding.rule));
        self.advisories.retain(|advisory| checks(advisory.rule));
    }

    /// Takes a result of which the clock may still run: before its limit nobody is told of a fault.
    pub(crate) fn settle(&mut self, result: Finding) {
        let runs = result.clock.as_ref().is_some_and(|clock| clock.until.is_none() && !clock.exceeded());
        if result.outcome == Outcome::Undetermined && runs {
            self.waiting.push(result);
        } else {
            self.take(result);
        }
    }

    /// The findings with this outcome.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(&self.waiting).chain(&self.met).filter(move |finding| finding.outcome == outcome)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
