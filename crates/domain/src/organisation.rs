//! Organisations, their services, mandates, and the installation itself.

use serde::{Deserialize, Serialize};

use crate::assessment::NeedArea;
use crate::code::codes;
use crate::directory::Whom;
use crate::id::{AccountId, ActId, OrgId};
use crate::moment::Date;
use crate::right::Capacity;
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

impl OrgKind {
    /// What an account of such an organisation can act as.
    ///
    /// Who carries, decides on or guards a person works in the prison; who reviews a measure works outside the line of
    /// command; a civil society organisation never holds a capacity of the prison, nor the prison one of theirs. Two
    /// capacities belong to no organisation: the person, and their legal representative.
    pub const fn capacities(self) -> &'static [Capacity] {
        match self {
            Self::Prison => &[
                Capacity::CaseManager,
                Capacity::Supervisor,
                Capacity::Governor,
                Capacity::CustodyOfficer,
                Capacity::Registrar,
                Capacity::Health,
                Capacity::HearingOfficer,
                Capacity::ComplaintHandler,
                Capacity::OrgAdministrator,
            ],
            Self::PrisonService => &[
                Capacity::ComplaintHandler,
                Capacity::DataProtection,
                Capacity::Analyst,
                Capacity::OrgAdministrator,
                Capacity::SystemAdministrator,
            ],
            Self::CivilSociety => &[Capacity::CsoManager, Capacity::CsoPractitioner, Capacity::OrgAdministrator],
            Self::Probation | Self::Aftercare => &[Capacity::ProbationOfficer, Capacity::OrgAdministrator],
            Self::Oversight => &[
                Capacity::Monitor,
                Capacity::IndependentReviewer,
                Capacity::DataProtection,
                Capacity::OrgAdministrator,
            ],
            Self::Ministry => &[
                Capacity::Analyst,
                Capacity::ExchangeEditor,
                Capacity::OrgAdministrator,
                Capacity::SystemAdministrator,
            ],
            Self::UnitedNations | Self::Donor => {
                &[Capacity::Analyst, Capacity::ExchangeEditor, Capacity::OrgAdministrator]
            }
        }
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

/// `installation.continued`: acts were lost with their machine. The log goes on under a new origin, from the acts that are
/// left; the old log is at an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Continued {
    /// The origin of the log from now on.
    pub origin: Line,
    /// The origin before it.
    pub from: Line,
    /// How many leaves are left: the lost ones begin at this number.
    pub left: u64,
    /// How many leaves the last checkpoint of the old log speaks of: the lost ones end before this number.
    pub known: u64,
    /// That checkpoint, a signed note.
    pub checkpoint: Text,
    /// What happened.
    pub why: Text,
    /// One administrator.
    pub first: AccountId,
    /// The other one.
    pub second: AccountId,
}

/// `installation.keys_rotated`: every key that is left was wrapped again under a new epoch key, and the older epoch keys
/// were destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysRotated {
    /// The epoch from now on.
    pub epoch: u32,
    /// How many keys were wrapped again.
    pub keys: u64,
}

/// `installation.rules_taken`: by which rules cases are judged from now on, written down whenever that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesTaken {
    /// The version of the catalogue of rules.
    pub rule_set: Line,
    /// The SHA-256 of the file of the national profile, in hexadecimal digits; nothing where there is none.
    pub profile: Option<Line>,
    /// Who set it, in the words of the profile.
    pub set_by: Option<Line>,
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

/// `organisation.mandate_proposed`: stands in the prison's stream. Once another administrator confirms it, the body may
/// see what the prison holds of its cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateProposed {
    /// The oversight body.
    pub body: OrgId,
    /// The law or decision it rests on.
    pub basis: Line,
    /// The last day, if it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// `organisation.mandate_confirmed`: from now on it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateConfirmed {
    /// The act that proposed it.
    pub mandate: ActId,
}

/// `organisation.mandate_end_proposed`: nobody alone takes the eyes of oversight away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateEndProposed {
    /// The act that proposed the mandate.
    pub mandate: ActId,
    /// The law or decision that ends it.
    pub basis: Line,
}

/// `organisation.mandate_ended`: from now on it no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateEnded {
    /// The act that proposed the mandate.
    pub mandate: ActId,
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
    /// Whom it takes, and how. Not said before version 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<Whom>,
}

/// `service.withdrawn`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceWithdrawn {
    /// Why.
    pub reason: Line,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds_with(capacity: Capacity) -> Vec<&'static str> {
        OrgKind::ALL.iter().filter(|kind| kind.capacities().contains(&capacity)).map(|kind| kind.code()).collect()
    }

    #[test]
    fn every_capacity_of_an_account_belongs_to_some_organisation() {
        for capacity in Capacity::ALL.iter().copied() {
            let of_nobody = matches!(capacity, Capacity::Person | Capacity::LegalRepresentative);
            assert_eq!(kinds_with(capacity).is_empty(), of_nobody, "{capacity}");
        }
    }

    #[test]
    fn whoever_decides_on_a_measure_works_elsewhere_than_whoever_reviews_it() {
        assert_eq!(kinds_with(Capacity::Governor), ["prison"]);
        assert_eq!(kinds_with(Capacity::IndependentReviewer), ["oversight"]);
        assert_eq!(kinds_with(Capacity::Monitor), ["oversight"]);
        assert_eq!(kinds_with(Capacity::CsoPractitioner), ["civil_society"]);
        assert_eq!(kinds_with(Capacity::SystemAdministrator), ["prison_service", "ministry"]);
    }

    #[test]
    fn every_organisation_has_an_administrator_of_its_own() {
        assert_eq!(kinds_with(Capacity::OrgAdministrator).len(), OrgKind::ALL.len());
    }
}
