//! Facts of a case: dates, codes and ids. What rules, access and lists use, and the only fold that may be kept.
//!
//! Holds no name, faith, ethnicity, offence or free text. How acts are taken in stands in `fold.rs`; this file only says
//! what is known and answers questions about it.

use jiff::tz::TimeZone;

use crate::assessment::NeedArea;
use crate::command::CommandLine;
use crate::custody::{Born, Circumstance, ClosingReason, ReturnWord, Sex, Status};
use crate::daily::DailyFacts;
use crate::emergency::EmergencyFacts;
use crate::file::Tie;
use crate::id::{AccountId, ActId, OrgId, ReferralId};
use crate::keeping::KeepingFacts;
use crate::measure::{ContactKind, MeasureKind, MeasurePurpose, MeasureReview};
use crate::measure_facts::{MeasureTerms, UnderMeasureFacts};
use crate::moment::{Date, Moment, Span};
use crate::passage_facts::PassageFacts;
use crate::release::ReleaseItem;
use crate::restraint::RestraintFacts;
use crate::search::SearchFacts;

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
    /// What else is known of it.
    pub terms: MeasureTerms,
    /// Was it decided here, or found in force?
    pub origin: Origin,
    /// Who decided it, and the day on which an independent look is due.
    pub decided_by: AccountId,
    /// Extensions.
    pub extensions: Vec<ActId>,
    /// Who decided on its extensions, and when.
    pub extended_by: Vec<(AccountId, Moment)>,
    /// Independent reviews.
    pub reviews: Vec<ReviewFacts>,
    /// The act that ended it.
    pub ended_by: Option<ActId>,
    /// When it was recorded.
    pub known: Moment,
}

/// A review of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewFacts {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// Where the reviewer stood towards the line of command, as it was known then.
    pub command: CommandLine,
    /// What it asks for.
    pub outcome: MeasureReview,
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
    /// Does it hold at this moment, to the end of its last day where the clocks show `zone`?
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

/// Who alone sees a file in the prison that holds the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestrictionFacts {
    /// The act.
    pub act: ActId,
    /// Since when.
    pub since: Moment,
    /// The prison in which it holds.
    pub prison: OrgId,
    /// The accounts that were named; after a move to another prison none, and there its governors see the file.
    pub named: Vec<AccountId>,
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
    /// Which prison, when: by beginning, the latest last, and never two at once.
    pub custody: Vec<Dated<OrgId>>,
    /// Which status, when: by beginning, the latest last.
    pub status: Vec<Dated<Status>>,
    /// Circumstances that protect.
    pub circumstances: Vec<Dated<Circumstance>>,
    /// The earliest release of the sentence in force.
    pub sentence: Option<(ActId, Date, Date)>,
    /// The release date that was set.
    pub release_on: Option<(ActId, Date)>,
    /// When released; taken back when returned.
    pub released: Option<(ActId, Moment)>,
    /// Returns that one person recorded and nobody else yet.
    pub returning: Vec<ReturnWord>,
    /// When the person died.
    pub died: Option<(ActId, Moment)>,
    /// When and why closed.
    pub closed: Option<(ActId, Moment, ClosingReason)>,
    /// Who carries the file, by beginning, the latest last. A transfer and a return end it: somebody there is named anew.
    pub allocated: Vec<Dated<AccountId>>,
    /// The restriction that stands.
    pub restricted: Option<RestrictionFacts>,
    /// Accounts that must not see the file, with the reason, in the order in which it was declared.
    pub conflicts: Vec<Dated<(AccountId, Tie)>>,
    /// Openings in an emergency, in the order in which they were recorded.
    pub emergencies: Vec<EmergencyFacts>,
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
    /// What was recorded under measures, visits of the health service among it.
    pub under: UnderMeasureFacts,
    /// Restraints and force.
    pub restraint: RestraintFacts,
    /// Searches.
    pub searches: Vec<SearchFacts>,
    /// Places lost through a measure: act, measure, referral.
    pub places_lost: Vec<(ActId, ActId, ReferralId)>,
    /// Release items arranged, for the release to come or the last one. A return begins all of this anew.
    pub release_items: Vec<(ActId, ReleaseItem)>,
    /// Handovers, latest last.
    pub handovers: Vec<HandoverFacts>,
    /// Was a copy of the file offered?
    pub file_copy: Option<(ActId, Moment)>,
    /// First contact after the latest release. A try that did not reach the person is none.
    pub first_contact: Option<(ActId, Moment)>,
    /// Later contacts that reached the person.
    pub aftercare_contacts: Vec<(ActId, Moment)>,
    /// Reports that contradict the state they were made in, and ask for a correction.
    pub contradictions: Vec<ActId>,
    /// Admission, health attestations, what was weighed, transfer and release.
    pub passage: PassageFacts,
    /// What was corrected or struck, and how long the file is kept.
    pub keeping: KeepingFacts,
    /// Daily life, contact and information.
    pub daily: DailyFacts,
}

impl Facts {
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

    /// Is this account kept from the file, by a restriction that does not name it or by a conflict of interest?
    ///
    /// Only for accounts of the prison: a restriction says nothing of others.
    pub fn bars(&self, account: AccountId) -> bool {
        let restricted = self.restricted.as_ref().filter(|restriction| !restriction.named.is_empty());
        restricted.is_some_and(|restriction| !restriction.named.contains(&account))
            || self.conflicts.iter().any(|row| row.value.0 == account && row.span.until.is_none())
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

    /// Where the case stands. Computed, never set by hand, from the furthest thing that counts now: a plan that was looked
    /// at again and replaced by a new version has its services before it, and a return leaves the last release behind.
    pub fn step(&self) -> Step {
        let plan = self.plan();
        if self.closed.is_some() || self.died.is_some() {
            Step::Closed
        } else if self.released.is_some() {
            Step::Aftercare
        } else if self.handovers.iter().any(|handover| handover.returned.is_none()) {
            Step::Release
        } else if plan.is_some_and(|plan| !plan.reviews.is_empty()) {
            Step::Review
        } else if !self.referrals.is_empty() || plan.is_some_and(|plan| plan.approved.is_some()) {
            Step::Services
        } else if !self.assessments.is_empty() {
            Step::Plan
        } else if self.needs_taken.is_some() || !self.allocated.is_empty() {
            Step::Assessment
        } else {
            Step::New
        }
    }
}

crate::code::codes! {
    /// The steps of the way over the bridge.
    pub Step as "step" {
        /// Admitted, and nobody named yet.
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
        /// Closed, or the person died.
        Closed = "closed",
    }
}
