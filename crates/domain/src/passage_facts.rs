//! Facts of the way through: admission, health attestations, assessment and plan, transfer and release.
//!
//! Times, codes and ids only. What a rule about that way needs beyond the facts that every page uses is kept here; nothing
//! in it says why somebody is held, what they suffer from, or what anybody thinks of them.

use crate::admission::{NotPossible, latest_day};
use crate::facts::Facts;
use crate::health::{AdviceAnswer, AdviceWeight, Attestation, Reach, ScreeningArea, Urgency};
use crate::id::ActId;
use crate::kind::{Act, topic};
use crate::measure::YesNo;
use crate::moment::{Date, Moment};
use crate::organisation::Aim;
use crate::reception::{AdmissionGroup, CareArranged, ClassPurpose, GroupState, PlacementReason};
use crate::recorded::Recorded;
use crate::release::ReleaseItem;
use crate::weighing::{AccommodationAnswer, AccommodationNeed, AssessmentAspect, Considered, PlanAspect};

/// Something that was recorded of the way, and when it was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted<T> {
    /// The act.
    pub act: ActId,
    /// When it was so.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
    /// What.
    pub value: T,
}

impl<T> Noted<T> {
    fn of(recorded: &Recorded, value: T) -> Self {
        Self { act: recorded.id(), at: recorded.concerns(), known: recorded.at, value }
    }
}

/// An order, as it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderFacts {
    /// Was one shown?
    pub shown: YesNo,
    /// From when it holds; nothing if that is not written on it.
    pub from: Option<Moment>,
    /// Until when; nothing if it names no end.
    pub until: Option<Moment>,
}

impl OrderFacts {
    /// Was it valid at this moment? Half-open, like every span.
    pub fn holds(&self, at: Moment) -> bool {
        let begun = self.from.is_some_and(|from| from <= at);
        self.shown == YesNo::Yes && begun && self.until.is_none_or(|until| at < until)
    }
}

/// Children: how many, of how many everything is written down, and whether their care was arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildrenFacts {
    /// How many.
    pub count: u32,
    /// Of how many all four are written.
    pub complete: u32,
    /// Was it offered to arrange their care?
    pub arranged: CareArranged,
}

/// Belongings given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnFacts {
    /// How many.
    pub returned: u32,
    /// How many were not, for a reason that is written down.
    pub exceptions: u32,
    /// Was the receipt signed?
    pub signed: YesNo,
}

/// How far from home, in kilometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DistanceFacts {
    /// To this prison.
    pub km: u32,
    /// To the nearest that is suitable.
    pub nearest_km: u32,
    /// Was the person asked?
    pub asked: YesNo,
    /// Why here.
    pub reason: Option<PlacementReason>,
}

/// A classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassFacts {
    /// What it is for.
    pub purpose: ClassPurpose,
    /// How many dated facts about this person it rests on.
    pub facts: usize,
    /// When it is looked at again.
    pub review_on: Date,
}

/// Something that was asked for, said or advised, and what followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed<T, A> {
    /// What began it.
    pub begun: Noted<T>,
    /// What followed, in the order of recording.
    pub after: Vec<Noted<A>>,
}

impl<T, A> Followed<T, A> {
    fn of(recorded: &Recorded, value: T) -> Self {
        Self { begun: Noted::of(recorded, value), after: Vec::new() }
    }
}

/// A version of the plan, by the act that proposed it, and what came of each aspect that was considered.
pub type PlanAspects = (ActId, Vec<(PlanAspect, Considered)>);

/// What became of advice or of a clinical decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdviceOutcome {
    /// The director answered.
    Answered(AdviceAnswer),
    /// The health service found that it is not followed.
    FoundIgnored,
}

/// What the way has left on record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassageFacts {
    /// Every time somebody was received from outside: admitted, or back in custody.
    pub received: Vec<Noted<()>>,
    /// When each date of release became known: with the sentence, or set by itself.
    pub dates: Vec<Noted<()>>,
    /// Release items, of every release.
    pub items: Vec<Noted<ReleaseItem>>,
    /// What the service of each referral aimed at; nothing if it was not known that day.
    pub aims: Vec<Noted<Option<Aim>>>,
    /// Orders on which the person is held.
    pub orders: Vec<Noted<OrderFacts>>,
    /// Groups of the register that were filled.
    pub registers: Vec<Noted<Vec<(AdmissionGroup, GroupState)>>>,
    /// Children of the person, as counts.
    pub children: Vec<Noted<ChildrenFacts>>,
    /// Things on the list of belongings, and whether it was signed.
    pub listed: Vec<Noted<(u32, YesNo)>>,
    /// Belongings given back.
    pub returned: Vec<Noted<ReturnFacts>>,
    /// Distances from home.
    pub distances: Vec<Noted<DistanceFacts>>,
    /// Classifications.
    pub classes: Vec<Noted<ClassFacts>>,
    /// Examinations, and the areas that were spoken about.
    pub examined: Vec<Noted<Vec<ScreeningArea>>>,
    /// What the health service attested.
    pub attested: Vec<Noted<Attestation>>,
    /// Who asked to be seen, and when they were reached.
    pub care: Vec<Followed<Urgency, Reach>>,
    /// Advice and clinical decisions, and what became of them.
    pub advice: Vec<Followed<AdviceWeight, AdviceOutcome>>,
    /// What assessments looked at.
    pub weighed: Vec<Noted<Vec<AssessmentAspect>>>,
    /// What plan versions considered, by the act of the version.
    pub considered: Vec<Noted<PlanAspects>>,
    /// Accommodation asked for, and decided.
    pub accommodation: Vec<Followed<AccommodationNeed, AccommodationAnswer>>,
}

impl PassageFacts {
    /// Takes one act in.
    pub(crate) fn take(&mut self, recorded: &Recorded) {
        match &recorded.act {
            Act::Custody(topic::Custody::Admitted(_) | topic::Custody::Returned(_)) => {
                self.received.push(Noted::of(recorded, ()));
            }
            Act::Custody(topic::Custody::SentenceRecorded(_) | topic::Custody::ReleaseDateSet(_)) => {
                self.dates.push(Noted::of(recorded, ()));
            }
            Act::Release(topic::Release::ItemArranged(body)) => self.items.push(Noted::of(recorded, body.item)),
            Act::Referral(topic::Referral::Begun(body)) => self.aims.push(Noted::of(recorded, body.aim)),
            Act::Reception(act) => self.take_reception(recorded, act),
            Act::Health(act) => self.take_health(recorded, act),
            Act::Weighing(act) => self.take_weighing(recorded, act),
            _ => {}
        }
    }

    fn take_reception(&mut self, recorded: &Recorded, act: &topic::Reception) {
        match act {
            topic::Reception::OrderRecorded(body) => {
                let order = OrderFacts { shown: body.shown, from: body.from, until: body.until };
                self.orders.push(Noted::of(recorded, order));
            }
            topic::Reception::AdmissionRecorded(body) => {
                let groups = body.groups.iter().map(|row| (row.group, row.state)).collect();
                self.registers.push(Noted::of(recorded, groups));
            }
            topic::Reception::ChildrenRecorded(body) => {
                let children = ChildrenFacts { count: body.count, complete: body.complete, arranged: body.arranged };
                self.children.push(Noted::of(recorded, children));
            }
            topic::Reception::PropertyListed(body) => {
                self.listed.push(Noted::of(recorded, (body.items, body.signed)));
            }
            topic::Reception::PropertyReturned(body) => {
                let (returned, exceptions, signed) = (body.returned, body.exceptions, body.signed);
                self.returned.push(Noted::of(recorded, ReturnFacts { returned, exceptions, signed }));
            }
            topic::Reception::DistanceRecorded(body) => {
                let (km, nearest_km, asked, reason) = (body.km, body.nearest_km, body.asked, body.reason);
                self.distances.push(Noted::of(recorded, DistanceFacts { km, nearest_km, asked, reason }));
            }
            topic::Reception::Classified(body) => {
                let (purpose, facts, review_on) = (body.purpose, body.facts.len(), body.review_on);
                self.classes.push(Noted::of(recorded, ClassFacts { purpose, facts, review_on }));
            }
        }
    }

    fn take_health(&mut self, recorded: &Recorded, act: &topic::Health) {
        match act {
            topic::Health::Examined(body) => self.examined.push(Noted::of(recorded, body.areas.clone())),
            topic::Health::Attested(body) => self.attested.push(Noted::of(recorded, body.what)),
            topic::Health::CareAsked(body) => self.care.push(Followed::of(recorded, body.urgency)),
            topic::Health::CareReached(body) => follow(&mut self.care, body.asked, Noted::of(recorded, body.reach)),
            topic::Health::Advised(body) => self.advice.push(Followed::of(recorded, body.weight)),
            topic::Health::AdviceAnswered(body) => {
                let outcome = AdviceOutcome::Answered(body.answer);
                follow(&mut self.advice, body.advice, Noted::of(recorded, outcome));
            }
            topic::Health::AdviceFoundIgnored(body) => {
                follow(&mut self.advice, body.advice, Noted::of(recorded, AdviceOutcome::FoundIgnored));
            }
        }
    }

    fn take_weighing(&mut self, recorded: &Recorded, act: &topic::Weighing) {
        match act {
            topic::Weighing::AssessmentConsidered(body) => {
                self.weighed.push(Noted::of(recorded, body.aspects.clone()));
            }
            topic::Weighing::PlanConsidered(body) => {
                let aspects = body.aspects.iter().map(|row| (row.aspect, row.outcome)).collect();
                self.considered.push(Noted::of(recorded, (body.plan, aspects)));
            }
            topic::Weighing::AccommodationAsked(body) => self.accommodation.push(Followed::of(recorded, body.need)),
            topic::Weighing::AccommodationDecided(body) => {
                follow(&mut self.accommodation, body.asked, Noted::of(recorded, body.answer));
            }
        }
    }

    /// Does what it names stand in this file?
    pub(crate) fn admit(&self, facts: &Facts, recorded: &Recorded) -> Result<(), NotPossible> {
        let there = |found: bool| if found { Ok(()) } else { Err(NotPossible::ActUnknown) };
        match &recorded.act {
            Act::Reception(topic::Reception::OrderRecorded(body)) => match (body.from, body.until) {
                (Some(from), Some(until)) if until <= from => Err(NotPossible::EndBeforeBeginning),
                _ => Ok(()),
            },
            Act::Reception(topic::Reception::Classified(body)) => {
                if body.facts.is_empty() {
                    Err(NotPossible::NoIndividualFact)
                } else if body.facts.iter().any(|fact| fact.on > latest_day(recorded.at)) {
                    Err(NotPossible::FactInFuture)
                } else {
                    Ok(())
                }
            }
            Act::Health(topic::Health::CareReached(body)) => there(has(&self.care, body.asked)),
            Act::Health(topic::Health::AdviceAnswered(body)) => there(has(&self.advice, body.advice)),
            Act::Health(topic::Health::AdviceFoundIgnored(body)) => there(has(&self.advice, body.advice)),
            Act::Weighing(topic::Weighing::AccommodationDecided(body)) => there(has(&self.accommodation, body.asked)),
            Act::Weighing(topic::Weighing::PlanConsidered(body)) => {
                let known = facts.plans.iter().any(|plan| plan.act == body.plan);
                if known { Ok(()) } else { Err(NotPossible::PlanUnknown) }
            }
            _ => Ok(()),
        }
    }
}

/// Puts what followed beside what it names; what names nothing says nothing.
fn follow<T, A>(begun: &mut [Followed<T, A>], what: ActId, after: Noted<A>) {
    if let Some(row) = begun.iter_mut().find(|row| row.begun.act == what) {
        row.after.push(after);
    }
}

fn has<T, A>(begun: &[Followed<T, A>], what: ActId) -> bool {
    begun.iter().any(|row| row.begun.act == what)
}
