//! Consent: to whom, for what, which parts, until when, and how it was explained.
//!
//! Consent is never the only ground of a disclosure: it is an extra veto that the person holds.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{ActId, OrgId};
use crate::moment::Date;
use crate::text::{Line, Text};

codes! {
    /// What a receiver would see.
    pub SharedPart as "shared_part" {
        /// Name and languages.
        Name = "name",
        /// The goals this service helps with.
        Goals = "goals",
        /// When and how to visit.
        Visiting = "visiting",
        /// The expected release date.
        ReleaseDate = "release_date",
    }
}

codes! {
    /// Who consented.
    pub ConsentBy as "consent_by" {
        /// The person.
        Person = "person",
        /// A parent or guardian, for a child.
        Guardian = "guardian",
    }
}

/// `consent.given`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The receiver.
    pub recipient: OrgId,
    /// For what.
    pub purpose: Line,
    /// Which parts.
    pub parts: Vec<SharedPart>,
    /// The last day on which it holds.
    pub until: Date,
    /// Who consented.
    pub by: ConsentBy,
    /// Who explained it: not somebody who gains by it.
    pub explained_by: Line,
    /// In which language.
    pub language: Line,
    /// What happens if the person says no.
    pub alternative: Text,
}

/// `consent.refused`: it carries no adverse effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// For what.
    pub purpose: Line,
}

/// `consent.withdrawn`: ends what rested on it at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The consent.
    pub consent: ActId,
}
