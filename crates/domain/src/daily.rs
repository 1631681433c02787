//! Facts of daily life: days, contact, information, where somebody sleeps.
//!
//! Dates, codes and ids; the name of a unit is a code of the place. Everything is kept as it was recorded, in any order:
//! two records of one day both stand, and a mistake is corrected, not written over.

use crate::contact::{ContactMeans, ContactOutcome, ContactWith, Hearing, LegalInterpreter};
use crate::facts::{Dated, Facts};
use crate::id::ActId;
use crate::information::{FamilyEvent, FamilyTold, InformationForm, InformationTopic, Understood};
use crate::kind::topic;
use crate::lodging::{Mixed, MixedAge, Placed, Room};
use crate::measure::YesNo;
use crate::moment::{Date, Moment, Span};
use crate::recorded::Recorded;
use crate::regime::{DayWork, Weather, WorkFor, WorkOutcome, WorkTerms, WorkTowards};
use crate::text::Line;

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFacts {
    /// The act.
    pub act: ActId,
    /// The day.
    pub date: Date,
    /// Minutes out of the cell.
    pub out_of_cell: u16,
    /// Minutes in the open air.
    pub open_air: u16,
    /// Did the weather permit it?
    pub weather: Weather,
    /// Work.
    pub work: DayWork,
    /// Could a request be made?
    pub requests: YesNo,
    /// When it was recorded.
    pub known: Moment,
}

/// One contact that was offered, took place or was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// With whom.
    pub with: ContactWith,
    /// By which way.
    pub means: ContactMeans,
    /// What became of it.
    pub outcome: ContactOutcome,
    /// When it was asked for.
    pub asked: Option<Moment>,
    /// Could it be heard?
    pub hearing: Option<Hearing>,
    /// Who interpreted.
    pub interpreter: Option<LegalInterpreter>,
    /// When it was recorded.
    pub known: Moment,
}

/// Information that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InformedFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// About what.
    pub topics: Vec<InformationTopic>,
    /// In which forms.
    pub forms: Vec<InformationForm>,
    /// Was it understood?
    pub understood: Understood,
    /// When it was recorded.
    pub known: Moment,
}

/// Whether the family learned of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// Of what.
    pub event: FamilyEvent,
    /// How.
    pub told: FamilyTold,
}

/// Work that was offered, given, not taken or not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// What became of it.
    pub outcome: WorkOutcome,
    /// For whose benefit.
    pub benefit: Option<WorkFor>,
    /// On what terms.
    pub terms: Option<WorkTerms>,
    /// Is it paid?
    pub paid: Option<YesNo>,
    /// What it is towards others in prison.
    pub towards: Option<WorkTowards>,
    /// When it was recorded.
    pub known: Moment,
}

/// Where somebody sleeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFacts {
    /// The unit.
    pub unit: Line,
    /// Alone, or with how many.
    pub room: Room,
    /// Was it allowed, if not alone?
    pub allowed: Option<YesNo>,
    /// People of the other sex.
    pub other_sex: Mixed,
    /// Children and adults.
    pub other_age: MixedAge,
    /// Convicted people and others.
    pub other_status: Mixed,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DailyFacts {
    /// Days, in the order in which they were recorded.
    pub days: Vec<DayFacts>,
    /// Work, in the same order.
    pub work: Vec<WorkFacts>,
    /// Contact, in the same order.
    pub contacts: Vec<ContactFacts>,
    /// Information, in the same order.
    pub informed: Vec<InformedFacts>,
    /// What the family learned, in the same order.
    pub notices: Vec<NoticeFacts>,
    /// Where the person sleeps, by beginning, the latest last. A transfer or a release ends it, which is not written here.
    pub placed: Vec<Dated<PlacedFacts>>,
}

impl DailyFacts {
    pub(crate) fn take_regime(&mut self, recorded: &Recorded, act: &topic::Regime) {
        match act {
            topic::Regime::DayRecorded(body) => self.days.push(DayFacts {
                act: recorded.id(),
                date: body.date,
                out_of_cell: body.out_of_cell,
                open_air: body.open_air,
                weather: body.weather,
                work: body.work,
                requests: body.requests,
                known: recorded.at,
            }),
            topic::Regime::WorkRecorded(body) => self.work.push(WorkFacts {
                act: recorded.id(),
                at: recorded.concerns(),
                outcome: body.outcome,
                benefit: body.benefit,
                terms: body.terms,
                paid: body.paid,
                towards: body.towards,
                known: recorded.at,
            }),
        }
    }

    pub(crate) fn take_contact(&mut self, recorded: &Recorded, act: &topic::Contact) {
        match act {
            topic::Contact::Recorded(body) => self.contacts.push(ContactFacts {
                act: recorded.id(),
                at: recorded.concerns(),
                with: body.with,
                means: body.means,
                outcome: body.outcome,
                asked: body.asked,
                hearing: body.hearing,
                interpreter: body.interpreter,
                known: recorded.at,
            }),
        }
    }

    pub(crate) fn take_information(&mut self, recorded: &Recorded, act: &topic::Information) {
        let (act_id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Information::Given(body) => self.informed.push(InformedFacts {
                act: act_id,
                at,
                topics: body.topics.clone(),
                forms: body.forms.clone(),
                understood: body.understood,
                known: recorded.at,
            }),
            topic::Information::FamilyInformed(body) => {
                self.notices.push(NoticeFacts { act: act_id, at, event: body.event, told: body.told });
            }
        }
    }

    pub(crate) fn take_lodging(&mut self, recorded: &Recorded, act: &topic::Lodging) {
        match act {
            topic::Lodging::Placed(body) => {
                let span = Span::since(recorded.concerns());
                let value = PlacedFacts::from(body);
                crate::fold::begin(&mut self.placed, Dated { act: recorded.id(), value, span, known: recorded.at });
            }
        }
    }
}

impl From<&Placed> for PlacedFacts {
    fn from(body: &Placed) -> Self {
        Self {
            unit: body.unit.clone(),
            room: body.room,
            allowed: body.allowed,
            other_sex: body.other_sex,
            other_age: body.other_age,
            other_status: body.other_status,
        }
    }
}

impl Facts {
    /// Where the person sleeps at this moment: in a unit of the prison that holds them, if that is on record.
    pub fn sleeps_at(&self, at: Moment) -> Option<&Dated<PlacedFacts>> {
        let held = self.custody.iter().rev().find(|place| place.span.holds(at))?;
        self.daily.placed.iter().rev().find(|row| row.span.holds(at)).filter(|row| held.span.from <= row.span.from)
    }
}
