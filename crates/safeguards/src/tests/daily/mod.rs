//! Daily life, contact and information. Day 0 is 1 May 2026, a Friday; the stay begins at its midnight.

mod arrival;
mod contact;
mod days;
mod place;
pub mod random;
mod work;

use domain::contact::{ContactMeans, ContactOutcome, ContactWith};
use domain::custody::{Sex, Status};
use domain::daily::{ContactFacts, DayFacts, InformedFacts, NoticeFacts, PlacedFacts};
use domain::facts::{Dated, Facts};
use domain::information::{FamilyEvent, FamilyTold, InformationForm, InformationTopic, Understood};
use domain::lodging::{Mixed, MixedAge, Room};
use domain::measure::YesNo;
use domain::regime::{DayWork, Weather};
use domain::{ActId, Line, Moment, OrgId, Span};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::fixture::{at, case, days as of_days};

/// The act by which the stay began.
const ADMISSION: ActId = ActId::from_bytes([200; 16]);

/// Somebody in prison since day 0.
fn held() -> Held {
    let mut facts = case().no_plan().facts();
    facts.sex = Some(Sex::Male);
    facts.status.clear();
    facts.admitted = Some((ADMISSION, at(0)));
    facts.custody.push(Dated {
        act: ADMISSION,
        value: OrgId::from_bytes([9; 16]),
        span: Span::since(at(0)),
        known: at(0),
    });
    Held { facts, acts: 0 }
}

/// A child in prison since day 0, 18 on 1 January 2028.
fn child() -> Held {
    held().born(date(2010, 1, 1))
}

struct Held {
    facts: Facts,
    acts: u8,
}

impl Held {
    fn act(&mut self) -> ActId {
        self.acts += 1;
        ActId::from_bytes([self.acts; 16])
    }

    fn born(mut self, on: Date) -> Self {
        self.facts.born = Some(domain::custody::Born { earliest: on, latest: on });
        self
    }

    fn woman(mut self) -> Self {
        self.facts.sex = Some(Sex::Female);
        self
    }

    fn status(mut self, value: Status, from: Moment) -> Self {
        let act = self.act();
        self.facts.status.push(Dated { act, value, span: Span::since(from), known: from });
        self
    }

    fn noted(mut self, value: domain::custody::Circumstance, from: Moment) -> Self {
        let act = self.act();
        self.facts.circumstances.push(Dated { act, value, span: Span::since(from), known: from });
        self
    }

    /// Moved to another prison.
    fn moved(mut self, on: Moment) -> Self {
        let act = self.act();
        for row in &mut self.facts.custody {
            row.span = row.span.ended(on);
        }
        let value = OrgId::from_bytes([8; 16]);
        self.facts.custody.push(Dated { act, value, span: Span::since(on), known: on });
        self
    }

    fn released(mut self, on: Moment) -> Self {
        let act = self.act();
        for row in &mut self.facts.custody {
            row.span = row.span.ended(on);
        }
        self.facts.released = Some((act, on));
        self
    }

    fn day(self, day: i64, open_air: u16) -> Self {
        self.day_with(day, |facts| facts.open_air = open_air)
    }

    /// An ordinary day, but for this.
    fn day_with(mut self, day: i64, change: impl FnOnce(&mut DayFacts)) -> Self {
        let act = self.act();
        let mut facts = DayFacts {
            act,
            date: date(2026, 5, 1).checked_add(day.days()).unwrap(),
            out_of_cell: 240,
            open_air: 60,
            weather: Weather::Permitted,
            work: DayWork::None,
            requests: YesNo::Yes,
            known: at(of_days(day)),
        };
        change(&mut facts);
        self.facts.daily.days.push(facts);
        self
    }

    fn days(self, days: std::ops::Range<i64>) -> Self {
        days.fold(self, |held, day| held.day(day, 60))
    }

    fn contact(
        mut self,
        with: ContactWith,
        means: ContactMeans,
        outcome: ContactOutcome,
        when: Moment,
        change: impl FnOnce(&mut ContactFacts),
    ) -> Self {
        let act = self.act();
        let mut facts = ContactFacts {
            act,
            at: when,
            with,
            means,
            outcome,
            asked: None,
            hearing: None,
            interpreter: None,
            known: when,
        };
        change(&mut facts);
        self.facts.daily.contacts.push(facts);
        self
    }

    fn family(self, means: ContactMeans, outcome: ContactOutcome, when: Moment) -> Self {
        self.contact(ContactWith::Family, means, outcome, when, |_| {})
    }

    fn told(
        mut self,
        topics: &[InformationTopic],
        forms: &[InformationForm],
        understood: Understood,
        when: Moment,
    ) -> Self {
        let act = self.act();
        let (topics, forms) = (topics.to_vec(), forms.to_vec());
        self.facts.daily.informed.push(InformedFacts { act, at: when, topics, forms, understood, known: when });
        self
    }

    fn family_told(mut self, event: FamilyEvent, told: FamilyTold, when: Moment) -> Self {
        let act = self.act();
        self.facts.daily.notices.push(NoticeFacts { act, at: when, event, told });
        self
    }

    fn placed(mut self, when: Moment, change: impl FnOnce(&mut PlacedFacts)) -> Self {
        let act = self.act();
        let mut value = PlacedFacts {
            unit: Line::new("B2").unwrap(),
            room: Room::Alone,
            allowed: None,
            other_sex: Mixed::No,
            other_age: MixedAge::No,
            other_status: Mixed::No,
        };
        change(&mut value);
        for row in &mut self.facts.daily.placed {
            row.span = row.span.ended(when);
        }
        self.facts.daily.placed.push(Dated { act, value, span: Span::since(when), known: when });
        self
    }

    /// What `rule` says, what waits among it.
    fn says(&self, rule: &str, now: Moment) -> Vec<String> {
        let checked = crate::check(&self.facts, &super::fixture::utc(), now);
        let waiting = checked.waiting.iter().map(|result| (true, result));
        let others = checked.findings.iter().chain(&checked.met).map(|result| (false, result));
        waiting
            .chain(others)
            .filter(|(_, result)| result.rule.id() == rule)
            .map(|(waits, result)| {
                let flags: Vec<_> = result.flags.iter().map(|flag| flag.code()).collect();
                let over = if result.over.is_some() { " over" } else { "" };
                let waits = if waits { "waits " } else { "" };
                format!("{waits}{}{over} since {} {}", result.outcome, result.since, flags.join(","))
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }

    /// The answers alone.
    fn answers(&self, rule: &str, now: Moment) -> Vec<String> {
        let word = |said: String| said.split(" since").next().unwrap_or_default().to_owned();
        self.says(rule, now).into_iter().map(word).collect()
    }

    fn next(&self, now: Moment) -> Option<Moment> {
        crate::check(&self.facts, &super::fixture::utc(), now).next_change_at
    }
}

/// Nothing changes before the instant that the check names, for any of the rules of this family.
fn next_is_never_late(held: &Held, until_day: i64) {
    let mut now = at(-1);
    while let Some(next) = held.next(now).filter(|next| *next < at(of_days(until_day))) {
        let before = crate::check(&held.facts, &super::fixture::utc(), next.plus(-1));
        let then = crate::check(&held.facts, &super::fixture::utc(), now);
        let answers = |checked: &crate::Checked| {
            let mut all: Vec<_> = checked
                .findings
                .iter()
                .chain(&checked.met)
                .chain(&checked.waiting)
                .map(|result| (result.rule.id(), result.outcome, result.anchor, result.since, result.over))
                .collect();
            all.sort();
            all
        };
        assert_eq!(answers(&then), answers(&before), "between {now} and {next}");
        now = next;
    }
}
