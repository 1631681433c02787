//! Reception: the order on which somebody is held, what was written down at the gate, and what they brought with them.
//!
//! Says that something is on record, not what: reasons, injuries, names of a family and lists of belongings stay in the
//! register of the prison. No offence, no third person and no finding of the health service has a place here.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::measure::{IndividualFact, YesNo};
use crate::moment::{Date, Moment};
use crate::text::Line;

codes! {
    /// What must be written down when somebody is received (Mandela Rule 7; the last two for children, Havana Rule 21).
    pub AdmissionGroup as "admission_group" {
        /// Who the person is, with the gender they perceive themselves to have.
        Identity = "identity",
        /// Reasons and authority; day, hour and place of arrest.
        Reasons = "reasons",
        /// Day and hour of admission.
        Hour = "hour",
        /// Visible injuries, and complaints of ill-treatment before.
        Injuries = "injuries",
        /// Belongings.
        Property = "property",
        /// Names of the family; children with age, place and who looks after them.
        Family = "family",
        /// Emergency contact and next of kin.
        Contact = "contact",
        /// Parents or guardians were told.
        ParentsTold = "parents_told",
        /// Health problems that are known.
        HealthKnown = "health_known",
    }
}

codes! {
    /// How a group stands. Silence is none of these.
    pub GroupState as "group_state" {
        /// Written in the register.
        Written = "written",
        /// Asked, and there is nothing to write.
        Nothing = "nothing",
        /// The person would rather not say.
        Refused = "refused",
        /// Nobody knows yet.
        Unknown = "unknown",
    }
}

codes! {
    /// Was the care of children arranged?
    pub CareArranged as "care_arranged" {
        /// It was offered, before the person was received or then.
        Offered = "offered",
        /// It was offered later.
        Later = "later",
        /// It was not offered.
        NotOffered = "not_offered",
        /// Nobody depends on the person.
        DoesNotArise = "does_not_arise",
    }
}

codes! {
    /// What a classification is for (Mandela Rule 93).
    pub ClassPurpose as "class_purpose" {
        /// To keep people from a bad influence.
        Separate = "separate",
        /// To make it easier to help with what the person needs.
        Facilitate = "facilitate",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// The regime: of a place, never of a person.
    pub Regime as "regime" {
        /// Open.
        Open = "open",
        /// Half open.
        HalfOpen = "half_open",
        /// Closed.
        Closed = "closed",
    }
}

codes! {
    /// Why the person is placed here and not nearer to home.
    pub PlacementReason as "placement_reason" {
        /// It is the nearest that is suitable.
        Nearest = "nearest",
        /// The person prefers it.
        Preferred = "preferred",
        /// The care that the person needs is here.
        Care = "care",
        /// Treatment or school is here.
        Programme = "programme",
        /// Safety of the person, by dated facts in the file.
        Safety = "safety",
        /// The nearer one is full.
        Full = "full",
    }
}

/// `admission.order_recorded`: was a valid order shown, and from when until when does it hold?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRecorded {
    /// Was an order shown?
    pub shown: YesNo,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Line>,
    /// From when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    /// Until when; nothing if it names no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

/// How one group stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRecorded {
    /// The group.
    pub group: AdmissionGroup,
    /// How it stands.
    pub state: GroupState,
}

/// `admission.recorded`: which groups of the register are filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdmissionRecorded {
    /// The groups that were looked at.
    pub groups: Vec<GroupRecorded>,
}

/// `admission.children_recorded`: how many children, and of how many the register has name, age, place and guardian.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildrenRecorded {
    /// How many children the person has.
    pub count: u32,
    /// Of how many all four are written in the register.
    pub complete: u32,
    /// Was it offered to arrange their care?
    pub arranged: CareArranged,
}

/// `admission.property_listed`: the list itself is in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyListed {
    /// How many things are on it.
    pub items: u32,
    /// Did the person sign it?
    pub signed: YesNo,
}

/// `release.property_returned`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyReturned {
    /// How many things were given back.
    pub returned: u32,
    /// How many were spent, sent out or destroyed for a reason that is written down.
    pub exceptions: u32,
    /// Did the person sign the receipt?
    pub signed: YesNo,
}

/// `custody.distance_recorded`: how far the person is from home, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DistanceRecorded {
    /// From home, or from where the person will live, to this prison, in kilometres.
    pub km: u32,
    /// To the nearest that is suitable, in kilometres.
    pub nearest_km: u32,
    /// Was the person asked what they prefer?
    pub asked: YesNo,
    /// Why here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<PlacementReason>,
}

/// `custody.classified`: under which regime the person lives, until it is looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classified {
    /// The regime.
    pub regime: Regime,
    /// What it is for.
    pub purpose: ClassPurpose,
    /// Dated facts about this person; an offence or a sentence is none.
    pub facts: Vec<IndividualFact>,
    /// When it is looked at again.
    pub review_on: Date,
}
