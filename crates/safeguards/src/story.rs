//! A case as a file: a list of acts in JSON, judged at a time that the reader chooses. The format is defined in
//! `docs/story-format.md`.
//!
//! For whoever wants to see what a rule answers without an installation: nothing is stored, nobody is asked for a
//! right, and ids are made from labels. Acts are read as strictly as in a ledger.

mod reading;

use std::collections::BTreeMap;
use std::fmt;

use domain::facts::Facts;
use domain::look::Outcome;
use domain::moment::{DAY, HOUR};
use domain::{ActId, Moment, Recorded};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::finding::{Advisory, Checked, Clock, Finding, Limit};
use crate::rule::RULE_SET;
use crate::settings::Settings;

/// Why a story could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAStory {
    /// The file as a whole is not JSON of the right shape.
    #[error("{at}{}{why}", if .at.is_empty() { "" } else { ": " })]
    Form {
        /// Where, as a path such as `acts.2.at`; empty for the whole.
        at: String,
        /// What is wrong.
        why: String,
    },
    /// No such time zone.
    #[error("zone: `{0}` is not a time zone such as Africa/Tunis")]
    Zone(String),
    /// A label that was given twice, or does not look like one.
    #[error("{at}: `{label}` {why}")]
    Label {
        /// Where it stands.
        at: String,
        /// The label.
        label: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// An act that is not one.
    #[error("acts.{index} ({kind}){}{at}: {why}", if .at.is_empty() { "" } else { ", " })]
    Act {
        /// Which act, counted from 0.
        index: usize,
        /// The kind that it says it is.
        kind: String,
        /// Where in its body; empty for the whole.
        at: String,
        /// What is wrong.
        why: String,
    },
}

/// A case, told as acts.
#[derive(Debug, Clone)]
pub struct Story {
    settings: Settings,
    acts: Vec<Recorded>,
    labels: BTreeMap<ActId, String>,
}

impl Story {
    /// Reads a story.
    pub fn parse(text: &str) -> Result<Self, NotAStory> {
        let (zone, acts, labels) = reading::read(text)?;
        Ok(Self { settings: Settings::new(zone), acts, labels })
    }

    /// The time zone of the place.
    pub fn zone(&self) -> &TimeZone {
        &self.settings.zone
    }

    /// The facts as they were known at a time: acts recorded later are not.
    pub fn facts(&self, at: Moment) -> Facts {
        Facts::of(self.acts.iter().filter(|recorded| recorded.at <= at))
    }

    /// What the rules answer at a time.
    pub fn judge(&self, at: Moment) -> Judgement {
        let facts = self.facts(at);
        let contradictions = facts.contradictions.iter().map(|act| self.label(*act)).collect();
        let checked = crate::check(&facts, &self.settings, at);
        Judgement { at, rule_set: RULE_SET, checked, contradictions, labels: self.labels.clone() }
    }

    fn label(&self, act: ActId) -> String {
        self.labels.get(&act).cloned().unwrap_or_else(|| act.to_string())
    }
}

/// The answer to a story: as JSON through `serde`, as lines for a terminal through `Display`.
#[derive(Debug, Clone, Serialize)]
pub struct Judgement {
    /// When the case was judged.
    pub at: Moment,
    /// The version of the rules.
    pub rule_set: &'static str,
    /// What the rules answer.
    #[serde(flatten)]
    pub checked: Checked,
    /// Acts that contradict the state in which they were recorded, by label.
    pub contradictions: Vec<String>,
    /// The labels of the acts, so that a reader finds them again.
    pub labels: BTreeMap<ActId, String>,
}

impl Judgement {
    fn name(&self, act: ActId) -> String {
        self.labels.get(&act).cloned().unwrap_or_else(|| act.to_string())
    }

    fn finding(&self, f: &mut fmt::Formatter<'_>, finding: &Finding) -> fmt::Result {
        writeln!(f, "{finding}")?;
        write!(f, "  {} ({}), on {}", finding.severity, finding.word, self.name(finding.anchor))?;
        if finding.outcome != Outcome::Met {
            write!(f, ", since {}", finding.since)?;
        }
        if let Some(over) = finding.over {
            write!(f, ", over {over}")?;
        }
        if let Some(known) = finding.known {
            write!(f, ", known since {known}")?;
        }
        writeln!(f)?;
        if let Some(clock) = &finding.clock {
            writeln!(f, "  clock: {}", Line(clock))?;
        }
        if let Some(coverage) = finding.coverage.filter(|coverage| coverage.closed > 0) {
            writeln!(f, "  recorded: {} of {} closed blocks of 24 hours", coverage.recorded, coverage.closed)?;
        }
        if let Some(end) = finding.planned_end {
            writeln!(f, "  planned end: {end}")?;
        }
        list(f, "also", finding.flags.iter().map(|flag| flag.code()))?;
        list(f, "remedy", finding.remedies.iter().map(|remedy| remedy.code()))?;
        let acts: Vec<String> = finding.acts.iter().map(|act| self.name(*act)).collect();
        list(f, "facts", acts.iter().map(String::as_str))
    }

    fn advisory(&self, f: &mut fmt::Formatter<'_>, advisory: &Advisory) -> fmt::Result {
        let Advisory { rule, kind, anchor, since, clock, counted } = advisory;
        writeln!(f, "{rule} advisory {kind}, on {}, since {since}", self.name(*anchor))?;
        writeln!(f, "  counted: {}; {}", Length(*counted), limit(&clock.limit))
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self.checked.findings.iter().chain(&self.checked.met) {
            self.finding(f, finding)?;
        }
        for advisory in &self.checked.advisories {
            self.advisory(f, advisory)?;
        }
        if self.checked.findings.is_empty() && self.checked.met.is_empty() {
            writeln!(f, "no rule applies")?;
        }
        list(f, "contradicts", self.contradictions.iter().map(String::as_str))?;
        match self.checked.next_change_at {
            Some(next) => writeln!(f, "rule set {}; next change {next}", self.rule_set),
            None => writeln!(f, "rule set {}; nothing changes by time alone", self.rule_set),
        }
    }
}

fn list<'a>(f: &mut fmt::Formatter<'_>, name: &str, words: impl Iterator<Item = &'a str>) -> fmt::Result {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { Ok(()) } else { writeln!(f, "  {name}: {}", words.join(", ")) }
}

/// A clock in one line.
struct Line<'a>(&'a Clock);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Clock { limit: against, from, until, elapsed, reached_at } = self.0;
        write!(f, "{} since {from}", Length(*elapsed))?;
        match until {
            Some(until) => write!(f, " until {until}")?,
            None => write!(f, ", limit reached {reached_at}")?,
        }
        write!(f, "; {}", limit(against))
    }
}

fn limit(limit: &Limit) -> String {
    match limit {
        Limit::UnLimit { hours } => format!("limit of the text {hours} h"),
        Limit::NationalLimit { hours, un_hours, set_by } => {
            format!("national limit {hours} h, set by {set_by}; limit of the text {un_hours} h")
        }
        Limit::PolicyClock { name, minutes, set_by } => {
            format!("policy clock {name} {}, set by {set_by}", crate::settings::length(*minutes))
        }
    }
}

/// A length of time in days, hours, minutes and seconds; what is left below a second is written out.
struct Length(i64);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(millis) = self;
        write!(
            f,
            "{} d {:02}:{:02}:{:02}",
            millis / DAY,
            millis % DAY / HOUR,
            millis % HOUR / 60_000,
            millis % 60_000 / 1000
        )?;
        if millis % 1000 == 0 { Ok(()) } else { write!(f, ".{:03}", millis % 1000) }
    }
}
