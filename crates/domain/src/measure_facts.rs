//! Facts of restrictive measures: their terms as codes, and what was recorded under them.
//!
//! Dates, codes and ids only. What was left open when a measure was recorded is left open here.

use crate::command::CommandLine;
use crate::facts::{Facts, MeasureFacts, Origin, RegimeFacts, ReviewFacts};
use crate::id::ActId;
use crate::kind::topic;
use crate::measure::{FoundInForce, Imposed, YesNo};
use crate::measure_terms::{Authority, EndSaid, MeasureEffect, MeasureGround, Untouchable};
use crate::moment::{Date, Moment, Span};
use crate::recorded::Recorded;
use crate::under_measure::{CellLight, MeasureAnswer, MeasureOffer};

/// What is known of a measure beyond its kind, purpose and time. Nothing where nobody said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureTerms {
    /// What was said of its end.
    pub end_said: EndSaid,
    /// The grounds.
    pub grounds: Option<Vec<MeasureGround>>,
    /// Was another way considered, with a reason against it?
    pub alternatives: Option<YesNo>,
    /// Was a law or regulation named?
    pub law: Option<YesNo>,
    /// Is there a policy on its use and review?
    pub policy: Option<YesNo>,
    /// Since when that policy is in force.
    pub policy_since: Option<Date>,
    /// Is a review planned?
    pub review: Option<YesNo>,
    /// By whose authority.
    pub authority: Option<Authority>,
    /// When it was authorised, if that was after it began.
    pub authorised_at: Option<Moment>,
    /// Was it begun in an emergency?
    pub emergency: Option<YesNo>,
    /// Did anybody of the health service sign it, or agree to it?
    pub health_took_part: Option<YesNo>,
    /// What it takes away.
    pub effects: Option<Vec<MeasureEffect>>,
    /// What it takes away or does that no measure may.
    pub withheld: Option<Vec<Untouchable>>,
    /// Of a child: are trained staff there, or close by?
    pub supervised: Option<YesNo>,
}

impl MeasureTerms {
    /// Does it take this away? Nobody knows if its effects are not on record.
    pub fn takes(&self, effect: MeasureEffect) -> Option<bool> {
        self.effects.as_ref().map(|effects| effects.contains(&effect))
    }
}

fn said<T>(list: &[T]) -> Option<Vec<T>>
where
    T: Clone,
{
    (!list.is_empty()).then(|| list.to_vec())
}

impl From<&Imposed> for MeasureTerms {
    fn from(body: &Imposed) -> Self {
        let yes = |known: bool| if known { YesNo::Yes } else { YesNo::No };
        // Since version 2 a decision says all it takes away; nothing in the list means nothing is taken away.
        let told = body.policy.is_some();
        Self {
            end_said: EndSaid::Named,
            grounds: said(&body.grounds),
            alternatives: Some(yes(!body.alternatives.is_empty())),
            law: Some(YesNo::Yes),
            policy: told.then_some(YesNo::Yes),
            policy_since: body.policy.as_ref().map(|policy| policy.since),
            review: Some(YesNo::Yes),
            authority: body.authority,
            authorised_at: body.authorised_at,
            emergency: body.emergency,
            health_took_part: body.authority.map(|authority| yes(authority == Authority::HealthService)),
            effects: told.then(|| body.effects.clone()),
            withheld: told.then(Vec::new),
            supervised: body.supervised,
        }
    }
}

impl From<&FoundInForce> for MeasureTerms {
    fn from(body: &FoundInForce) -> Self {
        Self {
            end_said: body.end_said,
            grounds: said(&body.grounds),
            alternatives: body.alternatives,
            law: body.law,
            policy: body.policy,
            policy_since: None,
            review: body.review,
            authority: body.authority,
            authorised_at: body.authorised_at,
            emergency: None,
            health_took_part: body.health_took_part,
            effects: said(&body.effects),
            withheld: said(&body.withheld),
            supervised: body.supervised,
        }
    }
}

/// Something that was recorded of one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under<T> {
    /// The act.
    pub act: ActId,
    /// The measure.
    pub measure: ActId,
    /// When it was so.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
    /// What.
    pub value: T,
}

/// How the room is, and what is lacking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionsFacts {
    /// The light.
    pub light: CellLight,
    /// What is lacking.
    pub lacking: Vec<Untouchable>,
}

/// What was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LossFacts {
    /// What.
    pub lost: Vec<MeasureEffect>,
    /// Until when it was said to be gone.
    pub until: Option<Moment>,
}

/// A visit of the health service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// Did the health service advise to end or change the measure?
    pub advises: YesNo,
    /// When it was recorded.
    pub known: Moment,
}

/// A day on which the health service did not see the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissedFacts {
    /// The act.
    pub act: ActId,
    /// The day.
    pub on: Date,
    /// When it was recorded.
    pub known: Moment,
}

/// What the health service told the director.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HealthSaid {
    /// The act.
    pub act: ActId,
    /// The measure, if it was of one.
    pub measure: Option<ActId>,
    /// When an effect was seen, if one was.
    pub observed: Option<Moment>,
    /// When it was told.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
}

/// What the director did with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerFacts {
    /// The act.
    pub act: ActId,
    /// What it answers.
    pub to: ActId,
    /// When.
    pub at: Moment,
    /// What was done.
    pub answer: MeasureAnswer,
}

/// An attestation that solitary confinement would make a disability worse, or would not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HarmFacts {
    /// The act.
    pub act: ActId,
    /// From when it holds, until the next one.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
    /// Would it?
    pub worsens: YesNo,
}

/// What was recorded under measures, each list in the order of recording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnderMeasureFacts {
    /// Living conditions.
    pub conditions: Vec<Under<ConditionsFacts>>,
    /// What was offered.
    pub offers: Vec<Under<MeasureOffer>>,
    /// Plans that lessen the harm of being apart.
    pub reliefs: Vec<Under<()>>,
    /// What was lost.
    pub losses: Vec<Under<LossFacts>>,
    /// What was asked back.
    pub reentries: Vec<Under<Vec<MeasureEffect>>>,
    /// Attestations.
    pub harm: Vec<HarmFacts>,
    /// Visits of the health service.
    pub visits: Vec<VisitFacts>,
    /// Days without one.
    pub missed: Vec<MissedFacts>,
    /// Effects that were reported.
    pub reported: Vec<HealthSaid>,
    /// Advice to end or change a measure.
    pub advised: Vec<HealthSaid>,
    /// Answers of the director.
    pub answers: Vec<AnswerFacts>,
}

impl UnderMeasureFacts {
    /// Is this something that the health service told the director, and that is answered?
    pub fn is_said(&self, act: ActId) -> bool {
        self.said().any(|said| said.act == act)
    }

    /// All that the health service told the director: effects, advice, and visits at which it advised a change.
    pub fn said(&self) -> impl Iterator<Item = HealthSaid> {
        let visits = self.visits.iter().filter(|visit| visit.advises == YesNo::Yes).map(|visit| HealthSaid {
            act: visit.act,
            measure: None,
            observed: None,
            at: visit.at,
            known: visit.known,
        });
        self.reported.iter().chain(&self.advised).copied().chain(visits)
    }

    fn take(&mut self, recorded: &Recorded, act: &topic::Measure) {
        let (id, at, known) = (recorded.id(), recorded.concerns(), recorded.at);
        match act {
            topic::Measure::ConditionsRecorded(body) => {
                let value = ConditionsFacts { light: body.light, lacking: body.lacking.clone() };
                self.conditions.push(Under { act: id, measure: body.measure, at, known, value });
            }
            topic::Measure::Offered(body) => {
                self.offers.push(Under { act: id, measure: body.measure, at, known, value: body.offer });
            }
            // A plan in which nothing stands is none.
            topic::Measure::ReliefPlanned(body) if body.ways.is_empty() => {}
            topic::Measure::ReliefPlanned(body) => {
                self.reliefs.push(Under { act: id, measure: body.measure, at, known, value: () });
            }
            topic::Measure::LossRecorded(body) => {
                let value = LossFacts { lost: body.lost.clone(), until: body.until };
                self.losses.push(Under { act: id, measure: body.measure, at, known, value });
            }
            topic::Measure::ReentryAsked(body) => {
                let value = body.areas.clone();
                self.reentries.push(Under { act: id, measure: body.measure, at, known, value });
            }
            topic::Measure::HarmAttested(body) => {
                self.harm.push(HarmFacts { act: id, at, known, worsens: body.worsens });
            }
            topic::Measure::HealthVisited(body) => {
                self.visits.push(VisitFacts { act: id, at, advises: body.advises_change, known });
            }
            topic::Measure::VisitMissed(body) => self.missed.push(MissedFacts { act: id, on: body.on, known }),
            topic::Measure::EffectReported(body) => {
                let (measure, observed) = (Some(body.measure), Some(body.observed));
                self.reported.push(HealthSaid { act: id, measure, observed, at, known });
            }
            topic::Measure::ChangeAdvised(body) => {
                self.advised.push(HealthSaid { act: id, measure: Some(body.measure), observed: None, at, known });
            }
            topic::Measure::AdviceAnswered(body) => {
                self.answers.push(AnswerFacts { act: id, to: body.advice, at, answer: body.answer });
            }
            topic::Measure::Imposed(_)
            | topic::Measure::FoundInForce(_)
            | topic::Measure::Extended(_)
            | topic::Measure::RegimeRecorded(_)
            | topic::Measure::Reviewed(_)
            | topic::Measure::Lifted(_)
            | topic::Measure::PlaceLost(_) => {}
        }
    }
}

impl MeasureFacts {
    /// The last time that somebody decided on it: when it was imposed, or extended.
    pub fn last_decided(&self) -> Moment {
        self.extended_by.iter().map(|(_, at)| *at).fold(self.span.from, Moment::max)
    }
}

impl Facts {
    pub(crate) fn take_measure(&mut self, recorded: &Recorded, act: &topic::Measure) {
        let (id, at) = (recorded.id(), recorded.concerns());
        let begun = |kind, purpose, planned_end, origin, terms| MeasureFacts {
            act: id,
            kind,
            purpose,
            span: Span::since(at),
            planned_end,
            terms,
            origin,
            decided_by: recorded.envelope.actor,
            extensions: Vec::new(),
            extended_by: Vec::new(),
            reviews: Vec::new(),
            ended_by: None,
            known: recorded.at,
        };
        match act {
            topic::Measure::Imposed(body) => {
                let terms = MeasureTerms::from(body);
                let end = Some(body.planned_end);
                self.measures.push(begun(body.measure, body.purpose, end, Origin::Decided, terms));
            }
            topic::Measure::FoundInForce(body) => {
                let terms = MeasureTerms::from(body);
                self.measures.push(begun(body.measure, body.purpose, body.planned_end, Origin::Found, terms));
            }
            topic::Measure::Extended(body) => self.on_measure(body.measure, |measure| {
                measure.planned_end = Some(body.until);
                measure.extensions.push(id);
                measure.extended_by.push((recorded.envelope.actor, at));
            }),
            topic::Measure::RegimeRecorded(body) => self.regime.push(RegimeFacts {
                act: id,
                from: body.from,
                until: body.until,
                contacts: body.contacts.iter().map(|contact| (contact.from, contact.until, contact.contact)).collect(),
            }),
            topic::Measure::Reviewed(body) => self.on_measure(body.measure, |measure| {
                let command = body.command.unwrap_or(CommandLine::NotKnown);
                measure.reviews.push(ReviewFacts { act: id, at, command, outcome: body.outcome });
            }),
            // The first lifting stands: a second, earlier one would make a measure shorter on paper than it was.
            topic::Measure::Lifted(body) => self.on_measure(body.measure, |measure| {
                if measure.span.until.is_none() {
                    measure.span = measure.span.ended(at.max(measure.span.from));
                    measure.ended_by = Some(id);
                }
            }),
            topic::Measure::PlaceLost(body) => self.places_lost.push((id, body.measure, body.referral)),
            act => self.under.take(recorded, act),
        }
    }

    fn on_measure(&mut self, measure: ActId, change: impl FnOnce(&mut MeasureFacts)) {
        if let Some(measure) = self.measures.iter_mut().find(|known| known.act == measure) {
            change(measure);
        }
    }
}
