//! Referral: from a plan line to a service, and everything the service does until it is concluded.
//!
//! `referral.begun` stands in the case and names the referral; every other kind stands in the referral's own stream,
//! where nothing leads back to the case. The offer is minimal: no name, no number, no offence. The package is a kind
//! of its own so that it can stay closed until somebody is named to read it.

use serde::{Deserialize, Serialize};

use crate::assessment::NeedArea;
use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId, ReferralId, ServiceId};
use crate::moment::{Date, Moment};
use crate::organisation::Aim;
use crate::text::{Line, Text};

codes! {
    /// Why an offer is declined.
    pub DeclineReason as "decline_reason" {
        /// No capacity just now.
        Capacity = "capacity",
        /// Not the language.
        Language = "language",
        /// Outside the area.
        Area = "area",
        /// Not a service that is given.
        Service = "service",
        /// Somebody there knows the person.
        Conflict = "conflict",
        /// Another reason.
        Other = "other",
    }
}

codes! {
    /// Whether a meeting or session took place, and the cause if it did not. Only one of the causes is the person's,
    /// and even that one counts against nobody.
    pub Attendance as "attendance" {
        /// It took place.
        TookPlace = "took_place",
        /// The person could not come.
        CouldNot = "could_not",
        /// The person chose not to.
        ChoseNot = "chose_not",
        /// Transport, room, staff, illness of the practitioner.
        Logistics = "logistics",
        /// Regime, separation, transfer, security.
        Regime = "regime",
        /// It did not take place, and why stays with the organisation.
        Unsaid = "unsaid",
    }
}

impl Attendance {
    /// May it leave an organisation that helps people to leave something? Why somebody did not come stays inside: by what is said
    /// of the others one would know who chose not to.
    pub const fn leaves_the_organisation(self) -> bool {
        matches!(self, Self::TookPlace | Self::Unsaid)
    }
}

codes! {
    /// Who asked for a change.
    pub AskedBy as "asked_by" {
        /// The person.
        Person = "person",
        /// The organisation.
        Organisation = "organisation",
        /// The prison or the sending service.
        Prison = "prison",
    }
}

codes! {
    /// Why a referral is held or a place is lost.
    pub HoldReason as "hold_reason" {
        /// Regime or separation.
        Regime = "regime",
        /// Transfer or court.
        Away = "away",
        /// The person is not well.
        Unwell = "unwell",
        /// The person asked for a pause.
        PersonAsked = "person_asked",
        /// The organisation cannot for now.
        Organisation = "organisation",
        /// Why stays with the organisation.
        Unsaid = "unsaid",
    }
}

codes! {
    /// From what somebody must be kept.
    pub Danger as "danger" {
        /// The person's own life.
        OwnLife = "own_life",
        /// The life or body of somebody else.
        OtherLife = "other_life",
        /// A child.
        Child = "child",
    }
}

codes! {
    /// How far a desired outcome was reached.
    pub Reached as "reached" {
        /// Reached.
        Reached = "reached",
        /// In part.
        Partly = "partly",
        /// Not reached.
        NotReached = "not_reached",
        /// Too early to say.
        TooEarly = "too_early",
    }
}

codes! {
    /// Why a referral ended before its service report.
    pub WithdrawReason as "withdraw_reason" {
        /// The person no longer wants it.
        PersonAsked = "person_asked",
        /// Transferred or released out of reach.
        Away = "away",
        /// The need is answered elsewhere.
        AnsweredElsewhere = "answered_elsewhere",
        /// The organisation cannot go on.
        Organisation = "organisation",
        /// Why stays with the organisation.
        Unsaid = "unsaid",
    }
}

/// `referral.begun`: the case's side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    /// The referral's own stream.
    pub referral: ReferralId,
    /// The service.
    pub service: ServiceId,
    /// The organisation that offers it.
    pub org: OrgId,
    /// The plan version.
    pub plan: ActId,
    /// The goal, counted from 1.
    pub goal: u32,
    /// The consent it rests on.
    pub consent: ActId,
    /// What the service aimed at that day. Written by the program, never by whoever refers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
}

/// `referral.offered`: all that the organisation's intake sees before it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// The service.
    pub service: ServiceId,
    /// The organisation.
    pub org: OrgId,
    /// The sending organisation.
    pub from: OrgId,
    /// What the person is called until the offer is accepted.
    pub alias: Line,
    /// The area of need.
    pub need: NeedArea,
    /// What is asked, naming nobody.
    pub asked: Text,
    /// Languages.
    pub languages: Vec<Line>,
    /// Where meetings would be.
    pub place: Line,
    /// Whom to ring.
    pub contact: Line,
    /// When a first meeting is hoped for.
    pub first_meeting_by: Date,
    /// The day by which to answer.
    pub answer_by: Date,
}

/// `referral.package_released`: frozen; a correction is a new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageReleased {
    /// Counted from 1.
    pub version: u32,
    /// The person's name.
    pub name: Line,
    /// What they would like to be called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<Line>,
    /// The goal, as the plan has it.
    pub goal: Text,
    /// The next step.
    pub step: Text,
    /// When and how to visit.
    pub visiting: Text,
    /// The expected release date, if the person agreed to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release_on: Option<Date>,
    /// On what basis it is shared.
    pub basis: Line,
    /// The last day on which it may be read.
    pub until: Date,
}

/// `referral.accepted`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// A word to the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// `referral.declined`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    /// Why.
    pub reason: DeclineReason,
    /// A word to the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// `referral.expired`: the day of answer passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expired {
    /// The day that passed.
    pub answer_by: Date,
}

/// `referral.assigned`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    /// The practitioner.
    pub to: AccountId,
}

/// `referral.meeting_held`: the initial meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingHeld {
    /// Whether it took place.
    pub attendance: Attendance,
    /// Was the person told what may and may not stay between them?
    pub told_limits: crate::measure::YesNo,
    /// A summary that the person agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
}

/// `referral.session_scheduled`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionScheduled {
    /// When.
    pub at: Moment,
    /// Where.
    pub place: Line,
}

/// `referral.session_changed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionChanged {
    /// The session.
    pub session: ActId,
    /// The new time.
    pub at: Moment,
    /// Who asked.
    pub asked_by: AskedBy,
    /// Why.
    pub reason: Line,
}

/// `referral.session_recorded`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRecorded {
    /// The session.
    pub session: ActId,
    /// Whether it took place.
    pub attendance: Attendance,
    /// A summary that the person agreed to. Nothing else leaves the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
}

/// `referral.held`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Why.
    pub reason: HoldReason,
}

/// `referral.resumed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resumed {}

/// `referral.place_lost`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceLost {
    /// Why: never the person.
    pub reason: HoldReason,
}

/// `referral.reentry_asked`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReentryAsked {
    /// From when it is possible again.
    pub from: Date,
}

/// `referral.reentered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reentered {
    /// The first session again.
    pub from: Date,
}

/// One desired outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What was hoped for.
    pub hoped: Text,
    /// How far it was reached.
    pub reached: Reached,
    /// What helped or hindered.
    pub note: Text,
}

/// `referral.service_reported`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceReported {
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
    /// Did the person read it, or have it read?
    pub person_read: crate::measure::YesNo,
}

/// `referral.concluded`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concluded {}

/// `referral.withdrawn`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Why.
    pub reason: WithdrawReason,
}

/// `referral.welfare_noted`: something the prison should do for the person, in words that the person agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WelfareNoted {
    /// What is asked, as the person agreed to it.
    pub asked: Text,
    /// Did the person agree to these words, and that they are sent?
    pub agreed: crate::measure::YesNo,
}

/// `referral.danger_disclosed`: one page about a danger to life, by whoever learnt of it; the only thing that leaves the organisation
/// without the person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DangerDisclosed {
    /// From what somebody must be kept.
    pub danger: Danger,
    /// What was said or seen: facts, no guess about the person.
    pub facts: Text,
    /// Who was told by voice, for a page is read later.
    pub told: Line,
    /// When.
    pub told_at: Moment,
    /// Does the person know that it is disclosed?
    pub person_told: crate::measure::YesNo,
    /// If not: the day by which they are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell_by: Option<Date>,
    /// And why not before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_later: Option<Text>,
}

/// `referral.danger_answered`: what was done about it, by whoever received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DangerAnswered {
    /// The disclosure.
    pub disclosed: ActId,
    /// What was done.
    pub done: Text,
}
