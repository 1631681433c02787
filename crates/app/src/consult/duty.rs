//! The duty sheet: what is late, what comes due within twenty-four hours, and which rules are open, for one seat and for paper.
//!
//! Paper lies about: who may read a name need not be allowed to print it, so a name stands on the sheet only where the reader may
//! put it on paper. Everybody else's line has room to write.

use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::look::{ListName, Outcome};
use domain::moment::{DAY, HOUR};
use domain::{Capacity, CaseId, Date, Moment, Part, StreamId};
use safeguards::RuleId;

use super::cases::CaseLine;
use super::lists::grounds_for;
use super::queues::Why;
use super::{listed, resting};
use crate::App;
use crate::disclosed::Disclosed;
use crate::ground::standings;
use crate::names::PersonName;
use crate::refusal::Refusal;

/// How far the sheet looks ahead, in milliseconds.
const AHEAD: i64 = DAY;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyTime {
    /// On this day.
    Day(Date),
    /// At this moment.
    At(Moment),
}

/// Does it lie behind or ahead?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyState {
    /// It is past its time.
    Late,
    /// Today, or within twenty-four hours.
    Soon,
}

/// One thing that is to be done.
#[derive(Debug, Clone)]
pub struct DutyLine {
    /// Is it late?
    pub state: DutyState,
    /// When it was or is due.
    pub when: DutyTime,
    /// What.
    pub why: Why,
    /// The case.
    pub case: CaseId,
    /// The person, where the reader may put a name on paper.
    pub name: Option<PersonName>,
    begins: Moment,
}

/// One rule that is open in cases of the seat, and about which the seat can do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DutyRule {
    /// The rule.
    pub rule: RuleId,
    /// Cases that it cannot judge.
    pub undetermined: u32,
    /// Where it is broken.
    pub breach: u32,
}

/// What a seat has to do today.
#[derive(Debug, Clone)]
pub struct DutySheet {
    /// What is late, then what is due, the nearest first.
    pub lines: Vec<DutyLine>,
    /// Open rules: those that cannot be judged first.
    pub rules: Vec<DutyRule>,
    /// Cases that were looked through.
    pub cases: usize,
    /// When it was drawn up.
    pub now: Moment,
    /// How far it looks ahead.
    pub until: Moment,
}

impl App {
    /// What somebody has to do today, for paper. Opening it is a look, each time.
    pub fn duty_sheet(&self, actor: &Actor) -> Result<Disclosed<DutySheet>, Refusal> {
        self.show(actor, |tx, now| {
            if grounds_for(actor, Part::Identity).iter().all(|ground| ground.is_empty()) {
                return Err(Refusal::NotYours);
            }
            let cases = self.active_cases(tx, actor, now)?;
            let until = now.plus(AHEAD);
            let mut lines: Vec<DutyLine> =
                cases.iter().flat_map(|line| self.duties(actor.capacity, line, (now, until))).collect();
            let with_duty: BTreeSet<StreamId> = lines.iter().map(|line| line.case.stream()).collect();
            let with_duty: Vec<StreamId> = with_duty.into_iter().collect();
            let standings = standings(tx, actor, &with_duty, now)?;
            for line in &mut lines {
                let stream = line.case.stream();
                let printable = standings.get(&stream).and_then(|standing| standing.printable(actor, stream, now));
                if !printable.is_some_and(|reading| reading.opens(stream, Part::Identity)) {
                    line.name = None;
                }
            }
            lines.sort_by_key(|line| (line.state, line.begins, line.case.stream()));
            let open = self.open_to_act_on(tx, actor, &cases, now)?;
            let mut rules: BTreeMap<RuleId, (u32, u32)> = BTreeMap::new();
            for (_, rule, outcome) in &open {
                let sum = rules.entry(*rule).or_default();
                let count = if *outcome == Outcome::Undetermined { &mut sum.0 } else { &mut sum.1 };
                *count = count.saturating_add(1);
            }
            let sum = |(rule, (undetermined, breach))| DutyRule { rule, undetermined, breach };
            let mut rules: Vec<DutyRule> = rules.into_iter().map(sum).collect();
            rules.sort_by_key(|rule| std::cmp::Reverse((rule.undetermined > 0, rule.breach, rule.undetermined)));
            let mut shown: Vec<StreamId> = open.iter().map(|(case, ..)| *case).chain(with_duty).collect();
            shown.sort_unstable();
            shown.dedup();
            let rests_on = resting(&shown, Part::Identity);
            let sheet = DutySheet { lines, rules, cases: cases.len(), now, until };
            listed(tx, actor, now, (ListName::DutySheet, shown), (sheet, rests_on))
        })
    }

    /// What of a case is late or due before the end of the sheet. A day is due as long as it lasts, a moment until it has passed.
    fn duties(&self, capacity: Capacity, line: &CaseLine, (now, until): (Moment, Moment)) -> Vec<DutyLine> {
        let today = now.date_in(&self.zone);
        let of =
            |state, when, why, begins| DutyLine { state, when, why, case: line.case, name: line.name.clone(), begins };
        let on = |day: Date, why| {
            let state = if day < today { DutyState::Late } else { DutyState::Soon };
            (day <= today).then(|| of(state, DutyTime::Day(day), why, Moment::start_of(day, &self.zone)))
        };
        let at = |moment: Moment, why| {
            let state = if moment < now { DutyState::Late } else { DutyState::Soon };
            (moment < until).then(|| of(state, DutyTime::At(moment), why, moment))
        };
        let mut duties: Vec<Option<DutyLine>> = Vec::new();
        for (day, why) in self.clocks(capacity, line) {
            duties.push(match why {
                Why::MeasureEnd => line.measure_end.and_then(|end| at(end, why)),
                Why::FirstContact => line.released.and_then(|released| at(released.plus(72 * HOUR), why)),
                _ => on(day, why),
            });
        }
        if capacity == Capacity::ProbationOfficer && line.handover == "offered" {
            duties.push(line.handover_by.and_then(|day| on(day, Why::HandoverToAnswer)));
        }
        duties.into_iter().flatten().collect()
    }
}
