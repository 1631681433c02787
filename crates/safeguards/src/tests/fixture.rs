//! A case as a tiny story. Everything that a test does not mention is ordinary.

use domain::command::CommandLine;
use domain::custody::{Born, Circumstance, Status};
use domain::facts::{Dated, Facts, MeasureFacts, Origin, PlanFacts, RegimeFacts, ReviewFacts};
use domain::measure::{ContactKind, MeasureKind, MeasurePurpose, MeasureReview, YesNo};
use domain::measure_facts::MeasureTerms;
use domain::measure_terms::{Authority, EndSaid, MeasureGround};
use domain::moment::{DAY, HOUR};
use domain::{AccountId, ActId, Moment, Span};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use crate::{Checked, Settings, check};

/// A minute in milliseconds.
pub const MINUTE: i64 = HOUR / 60;
/// A second in milliseconds.
pub const SECOND: i64 = 1000;

/// So long after 1 May 2026, 00:00 UTC.
pub fn at(millis: i64) -> Moment {
    "2026-05-01T00:00:00.000Z".parse::<Moment>().unwrap().plus(millis)
}

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub fn days(days: i64) -> i64 {
    days * DAY
}

pub fn hours(hours: i64) -> i64 {
    hours * HOUR
}

pub fn zone(name: &str) -> Settings {
    Settings::new(TimeZone::get(name).unwrap())
}

pub fn utc() -> Settings {
    Settings::new(TimeZone::UTC)
}

/// An adult, admitted and convicted long ago, with a plan that looks beyond release.
pub fn case() -> Case {
    let mut case = Case { facts: Facts::default(), acts: 0 };
    let admission = case.act();
    case.facts.admitted = Some((admission, at(days(-100))));
    case.born(date(1990, 1, 1)).status(Status::Convicted, at(days(-100))).plan(at(days(-90)), Some(()))
}

#[derive(Clone)]
pub struct Case {
    pub facts: Facts,
    acts: u8,
}

impl Case {
    pub fn facts(self) -> Facts {
        self.facts
    }

    pub fn act(&mut self) -> ActId {
        self.acts += 1;
        ActId::from_bytes([self.acts; 16])
    }

    pub fn born(self, on: Date) -> Self {
        self.born_between(on, on)
    }

    pub fn born_between(mut self, earliest: Date, latest: Date) -> Self {
        self.facts.born = Some(Born { earliest, latest });
        self
    }

    pub fn born_unknown(mut self) -> Self {
        self.facts.born = None;
        self
    }

    pub fn status(mut self, value: Status, from: Moment) -> Self {
        let act = self.act();
        for row in &mut self.facts.status {
            row.span = row.span.ended(from);
        }
        self.facts.status.push(Dated { act, value, span: Span::since(from), known: from });
        self
    }

    pub fn no_plan(mut self) -> Self {
        self.facts.plans.clear();
        self
    }

    pub fn plan(mut self, proposed: Moment, release_section: Option<()>) -> Self {
        let act = self.act();
        self.facts.plans.push(PlanFacts {
            act,
            version: u32::try_from(self.facts.plans.len()).unwrap() + 1,
            proposed,
            author: AccountId::from_bytes([1; 16]),
            goals: Vec::new(),
            release_section: release_section.is_some(),
            answer: None,
            approved: None,
            returned: None,
            review_on: date(2030, 1, 1),
            reviews: Vec::new(),
        });
        self
    }

    pub fn noted(mut self, value: Circumstance, from: Moment, until: Option<Moment>) -> Self {
        let act = self.act();
        self.facts.circumstances.push(Dated { act, value, span: Span { from, until }, known: from });
        self
    }

    /// A measure with a planned end where it really ended, or fifteen days after its beginning.
    pub fn measure(
        mut self,
        kind: MeasureKind,
        purpose: MeasurePurpose,
        from: Moment,
        until: impl Into<Option<Moment>>,
    ) -> Self {
        let (act, until) = (self.act(), until.into());
        let fifteen = from.plus(days(15));
        self.facts.measures.push(MeasureFacts {
            act,
            kind,
            purpose,
            span: Span { from, until },
            planned_end: Some(until.map_or(fifteen, |until| until.min(fifteen))),
            terms: terms(),
            origin: Origin::Decided,
            decided_by: AccountId::from_bytes([1; 16]),
            extensions: Vec::new(),
            extended_by: Vec::new(),
            reviews: Vec::new(),
            ended_by: None,
            known: from,
        });
        self
    }

    /// Solitary confinement for the safety of others.
    pub fn isolated(self, from: Moment, until: impl Into<Option<Moment>>) -> Self {
        self.measure(MeasureKind::Solitary, MeasurePurpose::SafetyOfOthers, from, until)
    }

    /// Separation for the safety of others.
    pub fn separated(self, from: Moment, until: impl Into<Option<Moment>>) -> Self {
        self.measure(MeasureKind::Separation, MeasurePurpose::SafetyOfOthers, from, until)
    }

    /// The latest measure was reviewed by somebody who stood there towards the line of command.
    pub fn reviewed(mut self, at: Moment, command: CommandLine) -> Self {
        let act = self.act();
        self.facts.measures.last_mut().unwrap().reviews.push(ReviewFacts {
            act,
            at,
            command,
            outcome: MeasureReview::GoOn,
        });
        self
    }

    /// The planned end of the latest measure.
    pub fn planned(mut self, end: impl Into<Option<Moment>>) -> Self {
        self.facts.measures.last_mut().unwrap().planned_end = end.into();
        self
    }

    /// The latest measure became known only then.
    pub fn known(mut self, known: Moment) -> Self {
        self.facts.measures.last_mut().unwrap().known = known;
        self
    }

    /// An act that extends the latest measure.
    pub fn extended(mut self, until: Moment) -> Self {
        let act = self.act();
        self.facts.measures.last_mut().unwrap().extensions.push(act);
        self.planned(until)
    }

    /// A complete record of `[from, until)` with one association `[begin, end)`.
    pub fn regime(mut self, from: Moment, until: Moment, contact: impl Into<Option<(Moment, Moment)>>) -> Self {
        let act = self.act();
        let contacts = contact.into().into_iter().map(|(begin, end)| (begin, end, ContactKind::Association)).collect();
        self.facts.regime.push(RegimeFacts { act, from, until, contacts });
        self
    }

    /// A complete record of the day counted from 1 May (day 0), with so long an association from 10:00 on.
    pub fn contact(self, day: i64, millis: i64) -> Self {
        let midnight = at(days(day));
        let ten = midnight.plus(hours(10));
        self.regime(midnight, midnight.plus(DAY), (millis > 0).then(|| (ten, ten.plus(millis))))
    }

    /// The same record on each of these days.
    pub fn contacts(self, days: std::ops::Range<i64>, millis: i64) -> Self {
        days.fold(self, |case, day| case.contact(day, millis))
    }

    pub fn check(&self, now: Moment) -> Checked {
        check(&self.facts, &utc(), now)
    }

    /// What `rule` says at `now`, in the time zone of the place.
    pub fn says_in(&self, settings: &Settings, rule: &str, now: Moment) -> Vec<String> {
        let checked = check(&self.facts, settings, now);
        let results = checked.findings.iter().chain(&checked.met).filter(|result| result.rule.id() == rule);
        results.map(said).collect()
    }

    pub fn says(&self, rule: &str, now: Moment) -> Vec<String> {
        self.says_in(&utc(), rule, now)
    }

    pub fn advised(&self, now: Moment) -> Vec<String> {
        let said = |advisory: &crate::Advisory| {
            format!("{} {} since {} ({} h)", advisory.rule, advisory.kind, advisory.since, advisory.counted / HOUR)
        };
        self.check(now).advisories.iter().map(said).collect()
    }
}

/// The terms of a measure about which nothing is wrong.
pub fn terms() -> MeasureTerms {
    MeasureTerms {
        end_said: EndSaid::Named,
        grounds: Some(vec![MeasureGround::Attacked]),
        alternatives: Some(YesNo::Yes),
        law: Some(YesNo::Yes),
        policy: Some(YesNo::Yes),
        policy_since: Some(date(2020, 1, 1)),
        review: Some(YesNo::Yes),
        authority: Some(Authority::Director),
        authorised_at: None,
        emergency: None,
        health_took_part: Some(YesNo::No),
        effects: Some(Vec::new()),
        withheld: Some(Vec::new()),
        supervised: None,
    }
}

/// A result in one line: outcome, since, until, flags, clock.
pub fn said(result: &crate::Finding) -> String {
    use std::fmt::Write as _;
    let mut line = result.to_string();
    if result.outcome != domain::look::Outcome::Met {
        write!(line, ", since {}", result.since).unwrap();
    }
    if let Some(over) = result.over {
        write!(line, ", over {over}").unwrap();
    }
    for flag in &result.flags {
        write!(line, ", {flag}").unwrap();
    }
    if let Some(clock) = &result.clock {
        write!(line, ", {} of {} h", clock.elapsed / HOUR, clock.limit.millis() / HOUR).unwrap();
    }
    line
}
