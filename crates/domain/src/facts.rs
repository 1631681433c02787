//! Facts of a case: dates, codes and ids. What rules, access and lists use, and the only fold that may be kept.
//!
//! Holds no name, faith, ethnicity, offence or free text. Folding is total: an act that does not fit is noted as a
//! contradiction and never lost.

use jiff::tz::TimeZone;

use crate::assessment::NeedArea;
use crate::custody::{Born, Circumstance, ClosingReason, Sex, Status};
use crate::id::{AccountId, ActId, OrgId, ReferralId};
use crate::kind::{Act, topic};
use crate::measure::{ContactKind, MeasureKind, MeasurePurpose};
use crate::moment::{Date, Moment, Span};
use crate::recorded::Recorded;
use crate::release::ReleaseItem;

/// Something that holds for a time, and the act that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The act.
    pub act: ActId,
    /// What holds.
    pub value: T,
    /// When.
    pub span: Span,
    /// When it was recorded.
    pub known: Moment,
}

/// One restrictive measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureFacts {
    /// The act that imposed or found it.
    pub act: ActId,
    /// What is restricted.
    pub kind: MeasureKind,
    /// Why.
    pub purpose: MeasurePurpose,
    /// From when, and until when it really ran.
    pub span: Span,
    /// The planned end, with extensions.
    pub planned_end: Option<Moment>,
    /// Was it decided here, or found in force?
    pub origin: Origin,
    /// Who decided it, and the day on which an independent look is due.
    pub decided_by: AccountId,
    /// Extensions.
    pub extensions: Vec<ActId>,
    /// Independent reviews: act and time.
    pub reviews: Vec<(ActId, Moment)>,
    /// The act that ended it.
    pub ended_by: Option<ActId>,
    /// When it was recorded.
    pub known: Moment,
}

/// How a measure came into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Decided through this file.
    Decided,
    /// Found in force by somebody.
    Found,
}

/// A stretch for which every meaningful contact is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegimeFacts {
    /// The act.
    pub act: ActId,
    /// From when the record is complete.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// Meaningful contacts.
    pub contacts: Vec<(Moment, Moment, ContactKind)>,
}

/// The person's answer to a plan version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Agreed.
    Agreed,
    /// Did not agree.
    Disagreed,
    /// Could not answer; asked again on the date.
    NotAnswered(Date),
}

/// One version of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFacts {
    /// The act; its id is the id of the version.
    pub act: ActId,
    /// Counted from 1.
    pub version: u32,
    /// When it was proposed.
    pub proposed: Moment,
    /// By whom.
    pub author: AccountId,
    /// The needs that its goals answer, in the order of the goals.
    pub goals: Vec<NeedArea>,
    /// Has it a release section?
    pub release_section: bool,
    /// The person's last answer.
    pub answer: Option<(ActId, Answer)>,
    /// When it was approved, and by whom.
    pub approved: Option<(ActId, Moment, AccountId)>,
    /// Was it returned to its author?
    pub returned: Option<ActId>,
    /// The next review.
    pub review_on: Date,
    /// Reviews held.
    pub reviews: Vec<(ActId, Moment)>,
}

/// One referral, as the case sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralLink {
    /// The act that began it.
    pub act: ActId,
    /// The referral.
    pub referral: ReferralId,
    /// The receiving organisation.
    pub org: OrgId,
    /// Plan version and goal.
    pub goal: (ActId, u32),
    /// The consent.
    pub consent: ActId,
}

/// One consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentFacts {
    /// The act; its id is the id of the consent.
    pub act: ActId,
    /// The receiver.
    pub recipient: OrgId,
    /// The last day on which it holds.
    pub until: Date,
    /// When it was given.
    pub given: Moment,
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
}

impl ConsentFacts {
    /// Does it hold on this day, at this moment?
    pub fn holds(&self, at: Moment, zone: &TimeZone) -> bool {
        self.given <= at && at.date_in(zone) <= self.until && self.withdrawn.is_none_or(|withdrawn| at < withdrawn)
    }
}

/// The state of a handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverFacts {
    /// The act that offered it.
    pub act: ActId,
    /// The service that is to take over.
    pub to: OrgId,
    /// When it was offered.
    pub offered: Moment,
    /// The day by which it answers.
    pub answer_by: Date,
    /// When it was accepted, by whom, and the first meeting that was named.
    pub accepted: Option<(ActId, Moment, AccountId, Moment)>,
    /// When it was returned.
    pub returned: Option<(ActId, Moment)>,
}

/// Facts of one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// When the person was first admitted, and the act that says so.
    pub admitted: Option<(ActId, Moment)>,
    /// Date of birth as an interval.
    pub born: Option<Born>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Which prison, when.
    pub custody: Vec<Dated<OrgId>>,
    /// Which status, when.
    pub status: Vec<Dated<Status>>,
    /// Circumstances that protect.
    pub circumstances: Vec<Dated<Circumstance>>,
    /// The earliest release of the sentence in force.
    pub sentence: Option<(ActId, Date, Date)>,
    /// The release date that was set.
    pub release_on: Option<(ActId, Date)>,
    /// When released; taken back when returned.
    pub released: Option<(ActId, Moment)>,
    /// When and why closed.
    pub closed: Option<(ActId, Moment, ClosingReason)>,
    /// Who carries the file, latest last.
    pub allocated: Vec<Dated<AccountId>>,
    /// First-day needs taken.
    pub needs_taken: Option<(ActId, Moment)>,
    /// Assessments: act, time, areas of need.
    pub assessments: Vec<(ActId, Moment, Vec<NeedArea>)>,
    /// Plan versions, oldest first.
    pub plans: Vec<PlanFacts>,
    /// Consents.
    pub consents: Vec<ConsentFacts>,
    /// Referrals.
    pub referrals: Vec<ReferralLink>,
    /// Measures.
    pub measures: Vec<MeasureFacts>,
    /// Regime records.
    pub regime: Vec<RegimeFacts>,
    /// Health visits: act and time.
    pub health_visits: Vec<(ActId, Moment)>,
    /// Places lost through a measure: act, measure, referral.
    pub places_lost: Vec<(ActId, ActId, ReferralId)>,
    /// Release items arranged.
    pub release_items: Vec<(ActId, ReleaseItem)>,
    /// Handovers, latest last.
    pub handovers: Vec<HandoverFacts>,
    /// Was a copy of the file offered?
    pub file_copy: Option<(ActId, Moment)>,
    /// First contact after the latest release.
    pub first_contact: Option<(ActId, Moment)>,
    /// Later contacts.
    pub aftercare_contacts: Vec<(ActId, Moment)>,
    /// Reports that contradict the state they were made in, and ask for a correction.
    pub contradictions: Vec<ActId>,
}

impl Facts {
    /// Folds the acts of one case stream, in the order in which they were recorded.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut facts = Self::default();
        for recorded in acts {
            facts.take(recorded);
        }
        facts
    }

    /// These facts, once one more act has been recorded.
    #[must_use]
    pub fn after(&self, recorded: &Recorded) -> Self {
        let mut facts = self.clone();
        facts.take(recorded);
        facts
    }

    /// Takes one act in.
    pub fn take(&mut self, recorded: &Recorded) {
        if crate::admission::admit_case(self, recorded).is_err() {
            self.contradictions.push(recorded.id());
        }
        match &recorded.act {
            Act::Custody(act) => self.take_custody(recorded, act),
            Act::File(topic::File::Allocated(body)) => {
                let at = recorded.concerns();
                end_running(&mut self.allocated, at);
                self.allocated.push(dated(recorded, body.to));
            }
            Act::Assessment(act) => self.take_assessment(recorded, act),
            Act::Plan(act) => self.take_plan(recorded, act),
            Act::Consent(act) => self.take_consent(recorded, act),
            Act::Referral(topic::Referral::Begun(body)) => self.referrals.push(ReferralLink {
                act: recorded.id(),
                referral: body.referral,
                org: body.org,
                goal: (body.plan, body.goal),
                consent: body.consent,
            }),
            Act::Measure(act) => self.take_measure(recorded, act),
            Act::Release(act) => self.take_release(recorded, act),
            Act::Referral(_) | Act::Organisation(_) | Act::Account(_) | Act::Look(_) | Act::Finding(_) => {}
        }
    }

    fn take_custody(&mut self, recorded: &Recorded, act: &topic::Custody) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Custody::Admitted(body) => {
                self.admitted.get_or_insert((id, at));
                self.born = Some(body.person.born);
                self.sex = Some(body.person.sex);
                end_running(&mut self.custody, at);
                self.custody.push(dated(recorded, body.prison));
                end_running(&mut self.status, at);
                self.status.push(dated(recorded, body.status));
            }
            topic::Custody::IdentityCorrected(body) => {
                self.born = Some(body.person.born);
                self.sex = Some(body.person.sex);
            }
            topic::Custody::StatusChanged(body) => {
                end_running(&mut self.status, at);
                self.status.push(dated(recorded, body.status));
            }
            topic::Custody::SentenceRecorded(body) => self.sentence = Some((id, body.earliest_release, body.ends)),
            topic::Custody::CircumstanceNoted(body) => {
                let span = Span { from: at, until: body.until };
                self.circumstances.push(Dated { span, ..dated(recorded, body.circumstance) });
            }
            topic::Custody::Transferred(body) => {
                end_running(&mut self.custody, at);
                self.custody.push(dated(recorded, body.to));
            }
            topic::Custody::ReleaseDateSet(body) => self.release_on = Some((id, body.on)),
            topic::Custody::Released(_) => {
                end_running(&mut self.custody, at);
                self.end_measures(id, at);
                self.released = Some((id, at));
                self.first_contact = None;
            }
            topic::Custody::Returned(body) => {
                self.custody.push(dated(recorded, body.prison));
                self.released = None;
                self.closed = None;
            }
            topic::Custody::Died(_) => {
                end_running(&mut self.custody, at);
                self.end_measures(id, at);
            }
            topic::Custody::Closed(body) => self.closed = Some((id, at, body.reason)),
        }
    }

    /// Leaving prison ends every measure: what ran until then stays on record with its true length.
    fn end_measures(&mut self, by: ActId, at: Moment) {
        for measure in self.measures.iter_mut().filter(|measure| measure.span.until.is_none()) {
            measure.span = measure.span.ended(at);
            measure.ended_by = Some(by);
        }
    }

    fn take_assessment(&mut self, recorded: &Recorded, act: &topic::Assessment) {
        match act {
            topic::Assessment::NeedsTaken(_) => {
                self.needs_taken.get_or_insert((recorded.id(), recorded.concerns()));
            }
            topic::Assessment::Assessed(body) => {
                let areas = body.needs.iter().map(|need| need.area).collect();
                self.assessments.push((recorded.id(), recorded.concerns(), areas));
            }
            topic::Assessment::Contested(_) => {}
        }
    }

    fn take_plan(&mut self, recorded: &Recorded, act: &topic::Plan) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Plan::Proposed(body) => {
                let version = u32::try_from(self.plans.len()).unwrap_or(u32::MAX).saturating_add(1);
                self.plans.push(PlanFacts {
                    act: id,
                    version,
                    proposed: at,
                    author: recorded.envelope.actor,
                    goals: body.goals.iter().map(|goal| goal.need).collect(),
                    release_section: body.release.is_some(),
                    answer: None,
                    approved: None,
                    returned: None,
                    review_on: body.review_on,
                    reviews: Vec::new(),
                });
            }
            topic::Plan::Agreed(body) => self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::Agreed))),
            topic::Plan::Disagreed(body) => self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::Disagreed))),
            topic::Plan::NotAnswered(body) => {
                self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::NotAnswered(body.ask_again))));
            }
            topic::Plan::Approved(body) => {
                self.on_plan(body.plan, |plan| plan.approved = Some((id, at, recorded.envelope.actor)));
            }
            topic::Plan::Returned(body) => self.on_plan(body.plan, |plan| plan.returned = Some(id)),
            topic::Plan::StepRecorded(_) => {}
            topic::Plan::Reviewed(body) => self.on_plan(body.plan, |plan| {
                plan.reviews.push((id, at));
                plan.review_on = body.next_review;
            }),
        }
    }

    fn on_plan(&mut self, plan: ActId, change: impl FnOnce(&mut PlanFacts)) {
        if let Some(plan) = self.plans.iter_mut().find(|version| version.act == plan) {
            change(plan);
        }
    }

    fn take_consent(&mut self, recorded: &Recorded, act: &topic::Consent) {
        match act {
            topic::Consent::Given(body) => self.consents.push(ConsentFacts {
                act: recorded.id(),
                recipient: body.recipient,
                until: body.until,
                given: recorded.concerns(),
                withdrawn: None,
            }),
            topic::Consent::Refused(_) => {}
            topic::Consent::Withdrawn(body) => {
                if let Some(consent) = self.consents.iter_mut().find(|consent| consent.act == body.consent) {
                    consent.withdrawn.get_or_insert(recorded.concerns());
                }
            }
        }
    }

    fn take_measure(&mut self, recorded: &Recorded, act: &topic::Measure) {
        let (id, at) = (recorded.id(), recorded.concerns());
        let begun = |kind, purpose, planned_end, origin| MeasureFacts {
            act: id,
            kind,
            purpose,
            span: Span::since(at),
            planned_end,
            origin,
            decided_by: recorded.envelope.actor,
            extensions: Vec::new(),
            reviews: Vec::new(),
            ended_by: None,
            known: recorded.at,
        };
        match act {
            topic::Measure::Imposed(body) => {
                self.measures.push(begun(body.measure, body.purpose, Some(body.planned_end), Origin::Decided));
            }
            topic::Measure::FoundInForce(body) => {
                self.measures.push(begun(body.measure, body.purpose, body.planned_end, Origin::Found));
            }
            topic::Measure::Extended(body) => self.on_measure(body.measure, |measure| {
                measure.planned_end = Some(body.until);
                measure.extensions.push(id);
            }),
            topic::Measure::RegimeRecorded(body) => self.regime.push(RegimeFacts {
                act: id,
                from: body.from,
                until: body.until,
                contacts: body.contacts.iter().map(|contact| (contact.from, contact.until, contact.contact)).collect(),
            }),
            topic::Measure::HealthVisited(_) => self.health_visits.push((id, at)),
            topic::Measure::Reviewed(body) => self.on_measure(body.measure, |measure| measure.reviews.push((id, at))),
            topic::Measure::Lifted(body) => self.on_measure(body.measure, |measure| {
                measure.span = measure.span.ended(at);
                measure.ended_by.get_or_insert(id);
            }),
            topic::Measure::PlaceLost(body) => self.places_lost.push((id, body.measure, body.referral)),
        }
    }

    fn on_measure(&mut self, measure: ActId, change: impl FnOnce(&mut MeasureFacts)) {
        if let Some(measure) = self.measures.iter_mut().find(|known| known.act == measure) {
            change(measure);
        }
    }

    fn take_release(&mut self, recorded: &Recorded, act: &topic::Release) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Release::ItemArranged(body) => self.release_items.push((id, body.item)),
            topic::Release::HandoverOffered(body) => self.handovers.push(HandoverFacts {
                act: id,
                to: body.to,
                offered: at,
                answer_by: body.answer_by,
                accepted: None,
                returned: None,
            }),
            topic::Release::HandoverAccepted(body) => {
                if let Some(handover) = self.handovers.last_mut() {
                    handover.accepted = Some((id, at, recorded.envelope.actor, body.first_meeting));
                }
            }
            topic::Release::HandoverReturned(_) => {
                if let Some(handover) = self.handovers.last_mut() {
                    handover.returned = Some((id, at));
                }
            }
            topic::Release::FileCopyOffered(_) => {
                self.file_copy.get_or_insert((id, at));
            }
            topic::Release::FirstContact(_) => {
                self.first_contact.get_or_insert((id, at));
            }
            topic::Release::AftercareContact(_) => self.aftercare_contacts.push((id, at)),
        }
    }

    /// The prison that holds the person at this moment.
    pub fn held_at(&self, at: Moment) -> Option<OrgId> {
        self.custody.iter().rev().find(|place| place.span.holds(at)).map(|place| place.value)
    }

    /// The status at this moment.
    pub fn status_at(&self, at: Moment) -> Option<Status> {
        self.status.iter().rev().find(|status| status.span.holds(at)).map(|status| status.value)
    }

    /// The case manager who carries the file at this moment.
    pub fn carried_by(&self, at: Moment) -> Option<AccountId> {
        self.allocated.iter().rev().find(|row| row.span.holds(at)).map(|row| row.value)
    }

    /// The plan version that counts: the last approved, or the last proposed if none is.
    pub fn plan(&self) -> Option<&PlanFacts> {
        self.plans.iter().rev().find(|plan| plan.approved.is_some()).or_else(|| self.plans.last())
    }

    /// Measures that run at this moment.
    pub fn measures_at(&self, at: Moment) -> impl Iterator<Item = &MeasureFacts> {
        self.measures.iter().filter(move |measure| measure.span.holds(at))
    }

    /// The earliest date of release that is known: set by decision, or by the sentence.
    pub fn release_expected(&self) -> Option<Date> {
        self.release_on.map(|(_, on)| on).or(self.sentence.map(|(_, earliest, _)| earliest))
    }

    /// Where the case stands. Computed, never set by hand.
    pub fn step(&self) -> Step {
        if self.closed.is_some() {
            Step::Closed
        } else if self.released.is_some() {
            Step::Aftercare
        } else if self.handovers.iter().any(|handover| handover.returned.is_none()) {
            Step::Release
        } else if self.plans.iter().any(|plan| !plan.reviews.is_empty()) {
            Step::Review
        } else if !self.referrals.is_empty() || self.plans.iter().any(|plan| plan.approved.is_some()) {
            Step::Services
        } else if !self.assessments.is_empty() {
            Step::Plan
        } else if self.needs_taken.is_some() {
            Step::Assessment
        } else {
            Step::New
        }
    }
}

crate::code::codes! {
    /// The steps of the way over the bridge.
    pub Step as "step" {
        /// Admitted.
        New = "new",
        /// Needs are being understood.
        Assessment = "assessment",
        /// A plan is being made.
        Plan = "plan",
        /// Services are at work.
        Services = "services",
        /// The plan has been looked at again.
        Review = "review",
        /// Release is being prepared.
        Release = "release",
        /// Outside, with somebody who took over.
        Aftercare = "aftercare",
        /// Closed.
        Closed = "closed",
    }
}

fn dated<T>(recorded: &Recorded, value: T) -> Dated<T> {
    Dated { act: recorded.id(), value, span: Span::since(recorded.concerns()), known: recorded.at }
}

/// Ends whatever runs at `at`. A late entry about an earlier time ends it there, never before it began.
fn end_running<T>(rows: &mut [Dated<T>], at: Moment) {
    for row in rows.iter_mut().filter(|row| row.span.until.is_none()) {
        row.span = row.span.ended(at.max(row.span.from));
    }
}
