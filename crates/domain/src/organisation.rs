//! Organisations, their services, mandates, and the installation itself.

use serde::{Deserialize, Serialize};

use crate::assessment::NeedArea;
use crate::code::codes;
use crate::id::OrgId;
use crate::moment::Date;
use crate::text::{Line, Text};

codes! {
    /// What an organisation is.
    pub OrgKind as "org_kind" {
        /// A prison.
        Prison = "prison",
        /// The prison service above it.
        PrisonService = "prison_service",
        /// A civil society organisation.
        CivilSociety = "civil_society",
        /// Probation.
        Probation = "probation",
        /// Aftercare.
        Aftercare = "aftercare",
        /// Independent oversight.
        Oversight = "oversight",
        /// A ministry.
        Ministry = "ministry",
        /// A United Nations entity.
        UnitedNations = "united_nations",
        /// A donor.
        Donor = "donor",
    }
}

codes! {
    /// What a service aims at. Views are no outcome.
    pub Aim as "aim" {
        /// Leaving violence.
        Disengagement = "disengagement",
        /// Support.
        Support = "support",
        /// Reintegration.
        Reintegration = "reintegration",
    }
}

/// `installation.founded`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Founded {
    /// What people call it.
    pub name: Line,
    /// The origin of its log.
    pub origin: Line,
    /// The time zone of its places, as the zone database names it.
    pub zone: Line,
}

/// `organisation.registered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// Its name.
    pub name: Line,
    /// What it is.
    pub kind: OrgKind,
    /// Where it is.
    pub place: Line,
    /// Whom to ring.
    pub contact: Line,
}

/// `organisation.mandate_given`: stands in the prison's stream. The body may see what the prison holds of its cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateGiven {
    /// The oversight body.
    pub body: OrgId,
    /// The law or decision it rests on.
    pub basis: Line,
    /// The last day, if it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// `service.published`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicePublished {
    /// Who offers it.
    pub org: OrgId,
    /// Its name: neutral, for it may be read on a wing.
    pub name: Line,
    /// What it aims at.
    pub aim: Aim,
    /// The needs it answers.
    pub needs: Vec<NeedArea>,
    /// Languages.
    pub languages: Vec<Line>,
    /// Where.
    pub place: Line,
    /// What it does.
    pub description: Text,
    /// How many people it can take now.
    pub places: u32,
}

/// `service.withdrawn`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceWithdrawn {
    /// Why.
    pub reason: Line,
}
