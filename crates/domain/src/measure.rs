//! Restrictive measures: what was decided or found, and what happened under them.
//!
//! A measure answers five questions, each in its own words: is it about this person, is it the least that works, is
//! there a lawful reason, would anyone else be treated the same, does it fit age, sex and health. A sentence, an offence, a
//! list or a protected ground carries none: see [`crate::measure_terms`].

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::command::CommandLine;
use crate::id::{ActId, ReferralId};
use crate::measure_terms::{Authority, EndSaid, MeasureEffect, MeasureGround, PolicyReference, Untouchable, needed};
use crate::moment::{Date, Moment};
use crate::text::{Line, Text};

codes! {
    /// What is restricted.
    pub MeasureKind as "measure_kind" {
        /// Confinement apart, expected to leave two hours or less of meaningful contact in a block of 24 hours.
        Solitary = "solitary",
        /// Apart from others, with more contact than that.
        Separation = "separation",
        /// Closer observation.
        Observation = "observation",
        /// Fewer activities.
        ActivitiesLimited = "activities_limited",
        /// Fewer visits, calls or letters.
        ContactLimited = "contact_limited",
    }
}

codes! {
    /// Why the measure is taken.
    pub MeasurePurpose as "measure_purpose" {
        /// The person's own safety.
        OwnSafety = "own_safety",
        /// Somebody else's safety.
        SafetyOfOthers = "safety_of_others",
        /// Order, on an individual fact.
        Order = "order",
        /// A disciplinary sanction, after a hearing.
        Sanction = "sanction",
    }
}

codes! {
    /// Contact that counts as meaningful. Door checks, meals and escorts are not in the list (policy of the
    /// installation; the Rules leave it open).
    pub ContactKind as "contact_kind" {
        /// Association with others in prison.
        Association = "association",
        /// A visit.
        Visit = "visit",
        /// A call with family.
        FamilyCall = "family_call",
        /// A session or class.
        Session = "session",
        /// A talk with staff, a chaplain or a volunteer.
        Talk = "talk",
        /// Lawyer or consul.
        Legal = "legal",
    }
}

codes! {
    /// What an independent review asks for.
    pub MeasureReview as "measure_review" {
        /// End it.
        End = "end",
        /// Ease it.
        Ease = "ease",
        /// It may go on until its planned end.
        GoOn = "go_on",
    }
}

/// A dated, sourced fact about this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndividualFact {
    /// When.
    pub on: Date,
    /// What.
    pub what: Text,
    /// Who or what says so.
    pub source: Line,
}

/// Another way that was tried or considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The other way.
    pub way: Line,
    /// Why it was not enough.
    pub outcome: Text,
}

/// `measure.imposed`: decided, from the time concerned.
///
/// Version 2 says on what coded grounds, under which policy, by whose authority, why it is necessary and proportionate, what
/// it takes away and what would end it. What was written before it says nothing of that, and is read so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imposed {
    /// What is restricted.
    pub measure: MeasureKind,
    /// Why.
    pub purpose: MeasurePurpose,
    /// The planned end (Mandela Rule 43(1)(a): never without one).
    pub planned_end: Moment,
    /// 1. On what kind of facts it rests; at least one is about this person.
    pub grounds: Vec<MeasureGround>,
    /// 1. Is it about this person?
    pub facts: Vec<IndividualFact>,
    /// 2. Why it is necessary now.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub necessary: Option<Text>,
    /// 2. Is it the least that works?
    pub alternatives: Vec<Alternative>,
    /// 2. How it is in proportion to what happened and to what it costs the person.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub proportionate: Option<Text>,
    /// 3. Is there a lawful reason?
    pub legal_basis: Line,
    /// 3. The policy under which it is used. In a box, for a measure says more than any other act of its topic.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub policy: Option<Box<PolicyReference>>,
    /// 3. By whose authority.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// 3. Who authorised it.
    pub authorised_by: Line,
    /// 3. When, if that was after it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorised_at: Option<Moment>,
    /// 3. Was it begun in an emergency, before it was authorised?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<YesNo>,
    /// 4. Would anyone else be treated the same?
    pub same_for_anyone: Text,
    /// 5. Does it fit age, sex and health?
    pub fits_person: Text,
    /// 5. Of a child: are trained staff there, or close by, all the time?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervised: Option<YesNo>,
    /// When somebody independent looks at it.
    pub review_by: Moment,
    /// What would end it before the planned end.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub ends_when: Option<Text>,
    /// What it takes away. There is no word for what no measure may take away: it cannot be decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<MeasureEffect>,
    /// What goes on all the same: contact, work, programmes.
    pub goes_on: Text,
}

/// `measure.found_in_force`: somebody found a person under a measure that this file did not know.
///
/// Version 2 says what was said of its end and, as far as anybody knows, of everything that a decision answers. What is not
/// known is left open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundInForce {
    /// What is restricted.
    pub measure: MeasureKind,
    /// Whether it was said to be a sanction.
    pub purpose: MeasurePurpose,
    /// What was said of its end.
    pub end_said: EndSaid,
    /// The end that was planned, if any was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<Moment>,
    /// What was found, and who said what.
    pub what: Text,
    /// The grounds that were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<MeasureGround>,
    /// Was another way considered, with a reason against it?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<YesNo>,
    /// Was a law or regulation named?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<YesNo>,
    /// Is there a policy in force on its use and review?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<YesNo>,
    /// Is a review planned?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<YesNo>,
    /// By whose authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// When it was authorised, if that was after it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorised_at: Option<Moment>,
    /// Did anybody of the health service sign it, or agree to it?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_took_part: Option<YesNo>,
    /// What it takes away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<MeasureEffect>,
    /// What it takes away or does that no measure may.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Untouchable>,
    /// Of a child: were trained staff there, or close by, all the time?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervised: Option<YesNo>,
}

/// `measure.extended`: only after somebody outside the line of command looked at it and said that it may go on.
///
/// Version 2 names that review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extended {
    /// The measure.
    pub measure: ActId,
    /// The new planned end.
    pub until: Moment,
    /// The review it rests on.
    #[serde(deserialize_with = "needed", skip_serializing_if = "Option::is_none")]
    pub review: Option<ActId>,
    /// What has happened since, dated and sourced.
    pub facts: Vec<IndividualFact>,
    /// Why a shorter time is not enough.
    pub why: Text,
}

/// One meaningful contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// When it began.
    pub from: Moment,
    /// When it ended.
    pub until: Moment,
    /// What it was.
    pub contact: ContactKind,
}

/// `measure.regime_recorded`: every meaningful contact in `[from, until)`. No contact in it means that there was none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegimeRecorded {
    /// From when the record is complete.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// The contacts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
}

/// `measure.health_visited`: the health service saw the person (Mandela Rule 46(1)). Nothing of what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HealthVisited {
    /// Does the health service advise to end or change the measure?
    pub advises_change: YesNo,
}

codes! {
    /// Yes or no, and nothing else.
    pub YesNo as "yes_no" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

/// `measure.reviewed`: by somebody outside the line of command that day.
///
/// Version 2 says whether they were. What was written before it says nothing of that, and is read so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// The measure.
    pub measure: ActId,
    /// What the review asks for.
    pub outcome: MeasureReview,
    /// Reasons.
    pub reasons: Text,
    /// What the person said.
    pub view: Text,
    /// Was the reviewer outside the line of command of those who decided on the measure, that day and on the days of their
    /// decisions? Written by the program from the posts on record then, never by whoever reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandLine>,
}

/// `measure.lifted`: ended, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifted {
    /// The measure.
    pub measure: ActId,
    /// Why now.
    pub reason: Text,
}

/// `measure.place_lost`: a place in a service was lost through the measure, never through the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceLost {
    /// The measure.
    pub measure: ActId,
    /// The referral.
    pub referral: ReferralId,
}
