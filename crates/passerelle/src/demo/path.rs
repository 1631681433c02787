//! The way of each person over the bridge: what happens, and when. Nothing is performed here.
//!
//! A way is told to its end; what lies after the last day of the simulated past is left out, so that people stand at every
//! step of it.

use domain::moment::DAY;
use domain::{Capacity, Moment};

use super::dice::Dice;
use super::time::working_hour;

/// What happens next in somebody's file. A slot is the place of a referral among those of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Admit,
    Sentence,
    Allocate,
    Needs,
    Assess,
    Contest,
    Propose {
        release_section: bool,
    },
    Answer(Said),
    ReturnPlan,
    Approve,
    Refer(usize),
    Accept(usize),
    Decline(usize),
    Assign(usize),
    Meet(usize),
    Schedule(usize),
    Change(usize),
    Session(usize, &'static str),
    Hold(usize),
    Resume(usize),
    LosePlace(usize),
    AskAgain(usize),
    Reenter(usize),
    Withdraw(usize),
    Report(usize),
    Conclude(usize),
    NoteGoal,
    Review,
    ReleaseDate(Moment),
    Arrange(&'static str),
    OfferHandover,
    AcceptHandover(Moment),
    ReturnHandover,
    Release,
    FileCopy,
    FirstContact,
    Contact,
    Close,
    Impose(&'static str, &'static str, i64),
    Find(&'static str, &'static str, Option<i64>),
    Regime {
        contact: i64,
    },
    HealthVisit,
    ReviewMeasure,
    Lift,
    LoseByMeasure(usize),
    /// Put on by an officer who was alone with the decision, and taken off; or on the governor's word.
    Restrain(&'static str, Order),
    RestraintEnds,
    Search(&'static str),
    Look(Capacity),
    Print,
}

/// The person's answer to a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Yes,
    No,
    Nothing,
}

/// On whose word somebody was restrained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Governors,
    Nobodys,
}

/// Something out of the ordinary in somebody's file, so that every page has content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    BreachRunning,
    BreachOver,
    SeparationLifted,
    SeparationUnrecorded,
    PlaceLost,
    ContactLimited,
    ChildFound,
    NoPlannedEnd,
    SolitaryWithin,
    Observation,
}

/// In the order in which they are given out; the first ones are there in a small demonstration too.
pub const EXTRAS: &[Extra] = &[
    Extra::BreachRunning,
    Extra::SeparationLifted,
    Extra::ChildFound,
    Extra::SeparationUnrecorded,
    Extra::ContactLimited,
    Extra::PlaceLost,
    Extra::NoPlannedEnd,
    Extra::SolitaryWithin,
    Extra::BreachOver,
    Extra::Observation,
];

/// Steps with their moments, in no particular order yet.
pub type Way = Vec<(Moment, Step)>;

struct Telling<'a> {
    dice: &'a Dice,
    way: Way,
    at: Moment,
}

impl Telling<'_> {
    /// So many days later, in working hours, this happens.
    fn after(&mut self, least: u32, most: u32, step: Step) {
        let days = i64::from(self.dice.between(least, most));
        let then = working_hour(self.at.plus(days * DAY), self.dice);
        self.at = if then > self.at { then } else { self.at.plus(20 * 60_000) };
        self.way.push((self.at, step));
    }
}

/// Tells the way of somebody who was admitted at `admitted`. Who has an extra is still in prison at the end.
pub fn told(admitted: Moment, until: Moment, extra: Option<Extra>, dice: &Dice) -> Way {
    let stay = if extra.is_some() { 900 } else { dice.between(150, 330) };
    let release = working_hour(admitted.plus(i64::from(stay) * DAY), dice);
    let mut telling = Telling { dice, way: vec![(admitted, Step::Admit)], at: admitted };
    // Who has something out of the ordinary keeps one goal free for a late referral.
    let referrals = inside(&mut telling, if extra.is_some() { 2 } else { 3 });
    telling.way.retain(|(at, _)| *at < release.plus(-DAY));
    let late = (referrals.len(), referrals.last().map_or(admitted, |(_, at)| at.plus(DAY)));
    for (slot, offered) in referrals {
        if offered < release.plus(-20 * DAY) {
            referral(&mut telling, slot, offered);
        }
    }
    leaving(&mut telling, release);
    if let Some(extra) = extra {
        late_referral(&mut telling, extra, late, until);
        unusual(&mut telling.way, extra, until);
    }
    telling.way.retain(|(at, _)| *at <= until);
    telling.way
}

/// From admission to the second review; returns when each referral was offered.
fn inside(telling: &mut Telling<'_>, most: u32) -> Vec<(usize, Moment)> {
    let dice = telling.dice;
    if !dice.percent(10) {
        telling.after(0, 0, Step::Sentence);
    }
    telling.after(1, 4, Step::Allocate);
    telling.after(0, 0, Step::Look(Capacity::CaseManager));
    telling.after(0, 2, Step::Needs);
    telling.after(5, 14, Step::Assess);
    if dice.percent(12) {
        telling.after(1, 3, Step::Contest);
    }
    let release_section = !dice.percent(11);
    telling.after(6, 25, Step::Propose { release_section });
    telling.after(0, 1, Step::Look(Capacity::Supervisor));
    match dice.below(10) {
        0 | 1 => telling.after(1, 6, Step::Answer(Said::No)),
        2 | 3 => {
            telling.after(1, 3, Step::Answer(Said::Nothing));
            telling.after(4, 9, Step::Answer(Said::Yes));
        }
        _ => telling.after(1, 6, Step::Answer(Said::Yes)),
    }
    if dice.percent(14) {
        telling.after(1, 3, Step::ReturnPlan);
        telling.after(3, 8, Step::Propose { release_section: true });
        telling.after(1, 3, Step::Answer(Said::Yes));
    }
    telling.after(1, 7, Step::Approve);
    telling.after(0, 1, Step::Print);
    let mut referrals = Vec::new();
    for slot in 0..usize::try_from(dice.between(1, most)).unwrap_or(1) {
        telling.after(2, 12, Step::Refer(slot));
        referrals.push((slot, telling.at));
    }
    telling.after(30, 45, Step::NoteGoal);
    telling.after(0, 0, Step::Look(Capacity::Governor));
    telling.after(25, 40, Step::Review);
    telling.after(20, 50, Step::NoteGoal);
    telling.after(0, 3, Step::Look(Capacity::CustodyOfficer));
    telling.after(40, 60, Step::Review);
    referrals
}

/// What a service does with an offer, up to its report.
fn referral(telling: &mut Telling<'_>, slot: usize, offered: Moment) {
    let dice = telling.dice;
    telling.at = offered;
    match dice.below(20) {
        // Nobody answers, and the offer lapses.
        0 => return,
        1 | 2 => return telling.after(1, 6, Step::Decline(slot)),
        _ => telling.after(1, 7, Step::Accept(slot)),
    }
    telling.after(0, 2, Step::Assign(slot));
    telling.after(3, 10, Step::Meet(slot));
    let sessions = dice.between(5, 11);
    let turn = dice.below(sessions * 3);
    for number in 0..sessions {
        if number == turn {
            match dice.below(5) {
                0 => {
                    telling.after(1, 3, Step::LosePlace(slot));
                    telling.after(5, 15, Step::AskAgain(slot));
                    telling.after(5, 12, Step::Reenter(slot));
                }
                1 => return telling.after(1, 4, Step::Withdraw(slot)),
                _ => {
                    telling.after(1, 3, Step::Hold(slot));
                    telling.after(8, 20, Step::Resume(slot));
                }
            }
        }
        telling.after(1, 2, Step::Schedule(slot));
        if dice.percent(12) {
            telling.after(1, 2, Step::Change(slot));
        }
        let attendance = ["took_place", "could_not", "chose_not", "logistics", "regime"];
        let place = if dice.percent(70) { 0 } else { usize::try_from(dice.between(1, 4)).unwrap_or_default() };
        telling.after(5, 7, Step::Session(slot, attendance.get(place).copied().unwrap_or("took_place")));
    }
    telling.after(2, 6, Step::Report(slot));
    telling.after(1, 4, Step::Conclude(slot));
}

/// Release and aftercare.
fn leaving(telling: &mut Telling<'_>, release: Moment) {
    let dice = telling.dice;
    let before = |days: i64| working_hour(release.plus(-days * DAY), dice);
    telling.way.push((before(62), Step::ReleaseDate(release)));
    for (days, item) in
        [(55, "home"), (50, "papers"), (44, "living"), (30, "health_care"), (12, "family"), (5, "journey")]
    {
        if !dice.percent(15) {
            telling.way.push((before(days), Step::Arrange(item)));
        }
    }
    telling.way.push((before(40), Step::OfferHandover));
    let answer = dice.below(10);
    if answer == 0 {
        telling.way.push((before(36), Step::ReturnHandover));
        telling.way.push((before(28), Step::OfferHandover));
    }
    let taken = answer != 1;
    if taken {
        telling.way.push((before(24), Step::AcceptHandover(working_hour(release.plus(2 * DAY), dice))));
        telling.way.push((before(23), Step::Look(Capacity::ProbationOfficer)));
    }
    telling.way.push((release, Step::Release));
    telling.way.push((release.plus(30 * 60_000), Step::FileCopy));
    telling.at = release.plus(60 * 60_000);
    if taken && !dice.percent(12) {
        telling.after(1, 4, Step::FirstContact);
        for _ in 0..dice.between(3, 7) {
            telling.after(6, 12, Step::Contact);
        }
        telling.after(10, 20, Step::Close);
    }
}

/// A referral that stands in a state in which few stand long: accepted, on hold, place lost.
fn late_referral(telling: &mut Telling<'_>, extra: Extra, (slot, earliest): (usize, Moment), until: Moment) {
    let ago = |days: i64| until.plus(-days * DAY);
    let carried: &[Step] =
        &[Step::Assign(slot), Step::Meet(slot), Step::Schedule(slot), Step::Session(slot, "took_place")];
    let (offered, carried, end): (i64, &[Step], &[Step]) = match extra {
        Extra::ContactLimited => (4, &[], &[]),
        Extra::Observation => (50, carried, &[Step::Hold(slot)]),
        Extra::PlaceLost => (60, carried, &[Step::LosePlace(slot), Step::LoseByMeasure(slot), Step::AskAgain(slot)]),
        _ => return,
    };
    telling.at = ago(offered).max(earliest);
    telling.after(0, 0, Step::Refer(slot));
    telling.after(1, 1, Step::Accept(slot));
    for step in carried {
        telling.after(3, 5, *step);
    }
    // The measure that cost the place was imposed twenty-five days ago.
    telling.at = telling.at.max(ago(23));
    for step in end {
        telling.after(1, 2, *step);
    }
}

/// Measures, counted back from the end of the simulated past.
fn unusual(way: &mut Way, extra: Extra, until: Moment) {
    let ago = |days: i64, hour: i64| until.plus(-days * DAY + hour * 60_000);
    let mut regime = |from: i64, to: i64, contact: i64| {
        for day in (to..from).rev() {
            way.push((ago(day, 30), Step::Regime { contact }));
        }
    };
    match extra {
        Extra::BreachRunning => regime(18, 0, 60),
        Extra::BreachOver => regime(88, 71, 45),
        Extra::SeparationLifted => regime(48, 43, 200),
        Extra::SolitaryWithin => regime(4, 0, 90),
        _ => {}
    }
    let steps: &[(i64, i64, Step)] = match extra {
        Extra::BreachRunning => &[
            (18, 0, Step::Find("solitary", "order", Some(30))),
            (17, 50, Step::HealthVisit),
            (12, 50, Step::HealthVisit),
            (6, 50, Step::HealthVisit),
            (3, 60, Step::Look(Capacity::Monitor)),
            (2, 70, Step::ReviewMeasure),
            (1, 80, Step::Look(Capacity::Governor)),
        ],
        Extra::BreachOver => &[
            (88, 0, Step::Find("solitary", "safety_of_others", Some(10))),
            (80, 50, Step::HealthVisit),
            (74, 50, Step::Look(Capacity::IndependentReviewer)),
            (74, 60, Step::ReviewMeasure),
            (71, 40, Step::Lift),
        ],
        Extra::SeparationLifted => &[
            (48, 0, Step::Impose("separation", "own_safety", 6)),
            (47, 50, Step::HealthVisit),
            (46, 50, Step::ReviewMeasure),
            (43, 60, Step::Lift),
            (30, 0, Step::Search("cell")),
        ],
        Extra::SeparationUnrecorded => &[
            (8, 0, Step::Impose("separation", "order", 12)),
            (7, 50, Step::HealthVisit),
            (5, 50, Step::Look(Capacity::Health)),
            (4, 0, Step::Restrain("handcuffs", Order::Nobodys)),
            (4, 40, Step::RestraintEnds),
        ],
        Extra::PlaceLost => &[(25, 0, Step::Impose("separation", "safety_of_others", 10)), (17, 60, Step::Lift)],
        Extra::ContactLimited => &[
            (12, 0, Step::Impose("contact_limited", "safety_of_others", 28)),
            (9, 50, Step::ReviewMeasure),
            (2, 50, Step::Look(Capacity::DataProtection)),
        ],
        Extra::ChildFound => &[
            (2, 0, Step::Find("solitary", "sanction", Some(5))),
            (1, 50, Step::HealthVisit),
            (1, 70, Step::Look(Capacity::Monitor)),
        ],
        Extra::NoPlannedEnd => &[(3, 0, Step::Find("solitary", "order", None)), (2, 50, Step::HealthVisit)],
        Extra::SolitaryWithin => &[
            (4, 0, Step::Impose("solitary", "own_safety", 6)),
            (3, 50, Step::HealthVisit),
            (2, 50, Step::HealthVisit),
            (2, 60, Step::ReviewMeasure),
            (1, 50, Step::HealthVisit),
        ],
        Extra::Observation => &[
            (10, 0, Step::Impose("observation", "own_safety", 20)),
            (9, 30, Step::Restrain("soft_cuffs", Order::Governors)),
            (9, 50, Step::RestraintEnds),
            (3, 10, Step::Search("strip")),
        ],
    };
    way.extend(steps.iter().map(|(days, minutes, step)| (ago(*days, *minutes), *step)));
}
