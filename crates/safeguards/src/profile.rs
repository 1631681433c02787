//! A national profile: what one country asks beyond the texts, as a file that its service keeps.
//!
//! It may set a clock stricter than is proposed, a limit stricter than the text, and switch on rules whose wording was not
//! verified. It can loosen nothing and switch nothing off: such a line refuses the whole file, by its number and with the
//! reason. Described in `docs/operate/profile.md`, decided in `docs/adr/0025`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::Line;
use serde::Deserialize;
use toml::Spanned;

use crate::finding::Severity;
use crate::rule::{OffBecause, RULES, Rule, RuleId};
use crate::settings::{ClockName, LimitName, PROPOSED, Stricter, length};

/// The longest clock that can be written, in minutes: a hundred years.
const LONGEST: u32 = 100 * 366 * 24 * 60;

/// What a country sets. The default says nothing: proposed clocks, limits of the texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    set_by: Option<Line>,
    clocks: BTreeMap<ClockName, u32>,
    limits: BTreeMap<LimitName, u32>,
    on: BTreeSet<RuleId>,
    text: String,
}

/// Why a file is no profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct NotAProfile {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it, and what could stand there instead.
    pub why: String,
}

impl fmt::Display for NotAProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    set_by: Spanned<String>,
    #[serde(default)]
    clocks: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    limits: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    rules: BTreeMap<String, Spanned<Switch>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Switch {
    On,
    Off,
}

impl Profile {
    /// Reads a profile. It is taken whole or not at all.
    pub fn parse(text: &str) -> Result<Self, NotAProfile> {
        let at = |start: usize| text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
        let written: Written = toml::from_str(text).map_err(|error| NotAProfile {
            line: error.span().map_or(1, |span| at(span.start)),
            why: error.message().trim_end().to_owned(),
        })?;
        let refuse = |start: usize, why: String| NotAProfile { line: at(start), why };
        let set_by = Line::new(written.set_by.get_ref().as_str())
            .ok()
            .filter(|line| !line.as_str().trim().is_empty() && line.as_str() != PROPOSED)
            .ok_or_else(|| {
                let why = "set_by: name the law or whoever set this, in one line".to_owned();
                refuse(written.set_by.span().start, why)
            })?;
        let mut profile = Self { set_by: Some(set_by), text: text.to_owned(), ..Self::default() };
        for (name, value) in &written.clocks {
            let (clock, minutes) =
                clock(name, value.get_ref()).map_err(|why| refuse(value.span().start, format!("{name}: {why}")))?;
            profile.clocks.insert(clock, minutes);
        }
        for (name, value) in &written.limits {
            let (limit, hours) =
                limit(name, value.get_ref()).map_err(|why| refuse(value.span().start, format!("{name}: {why}")))?;
            profile.limits.insert(limit, hours);
        }
        for (name, value) in &written.rules {
            let on =
                switched(name, *value.get_ref()).map_err(|why| refuse(value.span().start, format!("{name}: {why}")))?;
            profile.on.extend(on);
        }
        Ok(profile)
    }

    /// Does it say anything at all?
    pub fn is_empty(&self) -> bool {
        self.set_by.is_none()
    }

    /// Who set it; the project itself, where nobody did.
    pub fn set_by(&self) -> &str {
        self.set_by.as_ref().map_or(PROPOSED, Line::as_str)
    }

    /// The file as it was read, for its hash.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A clock that it sets, in minutes.
    pub fn clock(&self, clock: ClockName) -> Option<u32> {
        self.clocks.get(&clock).copied()
    }

    /// A limit that it makes stricter, in hours.
    pub fn limit(&self, limit: LimitName) -> Option<u32> {
        self.limits.get(&limit).copied()
    }

    /// Does it switch this rule on?
    pub fn switches_on(&self, rule: RuleId) -> bool {
        self.on.contains(&rule)
    }

    /// The rules that it switches on.
    pub fn switched_on(&self) -> impl Iterator<Item = &'static Rule> {
        self.on.iter().map(|rule| rule.rule())
    }
}

fn clock(name: &str, written: &str) -> Result<(ClockName, u32), String> {
    let known = ClockName::ALL.iter().copied().find(|clock| clock.name() == name);
    let clock = known.ok_or("no clock of the catalogue has this name")?;
    let (minutes, proposed) = (minutes(written)?, clock.proposed());
    let looser = match clock.stricter() {
        Stricter::Shorter => minutes > proposed,
        Stricter::Longer => minutes < proposed,
    };
    if !looser {
        return Ok((clock, minutes));
    }
    let bound = match clock.stricter() {
        Stricter::Shorter => "at most",
        Stricter::Longer => "at least",
    };
    Err(format!("a profile may be stricter than what is proposed, never looser: {bound} {}", length(proposed)))
}

fn limit(name: &str, written: &str) -> Result<(LimitName, u32), String> {
    let known = LimitName::ALL.iter().copied().find(|limit| limit.name() == name);
    let limit = known.ok_or("no text names a number of this name")?;
    let minutes = minutes(written)?;
    if !minutes.is_multiple_of(60) {
        return Err("a limit is written in whole hours or days".to_owned());
    }
    let (hours, text) = (minutes / 60, limit.hours());
    if hours > text {
        return Err(format!(
            "this loosens a limit of the United Nations, which nobody can: at most {}",
            length(text.saturating_mul(60))
        ));
    }
    Ok((limit, hours))
}

fn switched(name: &str, switch: Switch) -> Result<Option<RuleId>, String> {
    let rule: RuleId = name.parse().map_err(|_| "no rule of the catalogue has this name".to_owned())?;
    let row = rule.rule();
    match (switch, row.off_because(), row.severity) {
        (Switch::On, _, _) => Ok(Some(rule)),
        (Switch::Off, Some(OffBecause::NotVerified), _) => Ok(None),
        (Switch::Off, None, Severity::Prohibition) => {
            Err("this is a prohibition, and nobody can switch one off".to_owned())
        }
        (Switch::Off, None, Severity::Obligation | Severity::Recommendation) => {
            Err("a profile switches nothing off: it may be stricter, never looser".to_owned())
        }
    }
}

/// A length such as `30 d`, `72 h` or `15 min`, in minutes.
fn minutes(written: &str) -> Result<u32, String> {
    let why = "a length is a whole number above 0 and `min`, `h` or `d`, such as \"72 h\"";
    let (number, unit) = written.trim().split_once(' ').ok_or(why)?;
    let unit = match unit.trim() {
        "min" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => return Err(why.to_owned()),
    };
    let number: u32 = number.parse().map_err(|_| why.to_owned())?;
    number.checked_mul(unit).filter(|minutes| (1..=LONGEST).contains(minutes)).ok_or_else(|| why.to_owned())
}

/// Every rule that is not checked unless a profile switches it on, with the reason.
pub fn off_by_default() -> impl Iterator<Item = (&'static Rule, OffBecause)> {
    RULES.iter().filter_map(|rule| Some((*rule, rule.off_because()?)))
}
