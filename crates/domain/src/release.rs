//! Release: what is arranged, who takes over *before* the gate opens, and the first contacts after it.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::OrgId;
use crate::moment::{Date, Moment};
use crate::text::{Line, Text};

codes! {
    /// What must be arranged (Mandela Rules 87, 90, 108(1)).
    pub ReleaseItem as "release_item" {
        /// A place to live.
        Home = "home",
        /// Work, education or means to live.
        Living = "living",
        /// Identity papers.
        Papers = "papers",
        /// Clothing, money for the first days, the journey.
        Journey = "journey",
        /// Health care goes on.
        HealthCare = "health_care",
        /// Family expects or knows.
        Family = "family",
    }
}

codes! {
    /// Why a handover is returned.
    pub ReturnReason as "return_reason" {
        /// Another area.
        Area = "area",
        /// No capacity.
        Capacity = "capacity",
        /// Something is missing.
        Incomplete = "incomplete",
        /// Somebody here knows the person.
        Conflict = "conflict",
    }
}

codes! {
    /// How a contact took place.
    pub ContactManner as "contact_manner" {
        /// Face to face.
        InPerson = "in_person",
        /// By telephone.
        Telephone = "telephone",
        /// Tried and not reached.
        NotReached = "not_reached",
    }
}

/// `release.item_arranged`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemArranged {
    /// What.
    pub item: ReleaseItem,
    /// How.
    pub how: Text,
}

/// `release.handover_offered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverOffered {
    /// The service that is to take over.
    pub to: OrgId,
    /// What it needs to know to answer.
    pub summary: Text,
    /// The day by which it answers.
    pub answer_by: Date,
}

/// `release.handover_accepted`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverAccepted {
    /// When and where the first meeting after release is.
    pub first_meeting: Moment,
    /// Where.
    pub place: Line,
}

/// `release.handover_returned`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverReturned {
    /// Why.
    pub reason: ReturnReason,
    /// What would help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// `release.file_copy_offered` (Mandela Rule 9)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileCopyOffered {
    /// Did the person take it?
    pub taken: crate::measure::YesNo,
}

/// `release.first_contact`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstContact {
    /// How.
    pub manner: ContactManner,
    /// What was agreed.
    pub agreed: Text,
}

/// `release.aftercare_contact`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AftercareContact {
    /// How.
    pub manner: ContactManner,
    /// What was agreed.
    pub agreed: Text,
}
