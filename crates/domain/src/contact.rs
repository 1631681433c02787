//! Contact with people outside: family, own children, lawyer, consulate.
//!
//! A record says that contact was offered, and what became of it. It has no name of anybody outside, no number and no
//! country: neither who visited nor which consulate.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::moment::Moment;

codes! {
    /// With whom.
    pub ContactWith as "contact_with" {
        /// Family or friends.
        Family = "family",
        /// An own child.
        OwnChild = "own_child",
        /// Lawyer or legal aid.
        Lawyer = "lawyer",
        /// Consular or diplomatic staff.
        Consulate = "consulate",
        /// An agency that protects refugees, stateless people or nationals of a State without a consulate.
        ProtectingAgency = "protecting_agency",
    }
}

codes! {
    /// By which way.
    pub ContactMeans as "contact_means" {
        /// A visit.
        Visit = "visit",
        /// A telephone call.
        Call = "call",
        /// A video call.
        Video = "video",
        /// A letter or a message in writing.
        Letter = "letter",
    }
}

codes! {
    /// What became of it.
    pub ContactOutcome as "contact_outcome" {
        /// It took place.
        Held = "held",
        /// It was offered and the person did not want it.
        Declined = "declined",
        /// It was offered and the other side could not or did not want to.
        OtherSide = "other_side",
        /// It was asked for or due, and the prison did not make it possible.
        NotGiven = "not_given",
    }
}

impl ContactOutcome {
    /// Was there an opportunity?
    pub const fn offered(self) -> bool {
        !matches!(self, Self::NotGiven)
    }
}

codes! {
    /// Why the prison did not make it possible.
    pub NotGivenReason as "not_given_reason" {
        /// Too few staff.
        Staff = "staff",
        /// No room or no transport.
        Place = "place",
        /// A telephone or a line that did not work.
        Equipment = "equipment",
        /// A measure or an order in force.
        Measure = "measure",
        /// The prison was closed to visits.
        Closed = "closed",
        /// Nobody said why.
        NotSaid = "not_said",
    }
}

codes! {
    /// Could staff hear or read what was said to a lawyer?
    pub Hearing as "hearing" {
        /// Nobody could; staff may have been in sight.
        Nobody = "nobody",
        /// Somebody could hear, listen in or read it.
        Somebody = "somebody",
        /// Not known.
        NotKnown = "not_known",
    }
}

codes! {
    /// Who interpreted between the person and a lawyer.
    pub LegalInterpreter as "legal_interpreter" {
        /// Nobody had to: they share a language.
        NotNeeded = "not_needed",
        /// Somebody independent of the prison.
        Independent = "independent",
        /// Staff of the prison or somebody else held there.
        OfThePrison = "of_the_prison",
        /// Nobody, though it was needed.
        Nobody = "nobody",
    }
}

/// `contact.recorded`: contact that was offered, took place or was not given, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactRecorded {
    /// With whom.
    pub with: ContactWith,
    /// By which way.
    pub means: ContactMeans,
    /// What became of it.
    pub outcome: ContactOutcome,
    /// Why it was not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotGivenReason>,
    /// With a lawyer: when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Moment>,
    /// With a lawyer: could staff hear or read it?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hearing: Option<Hearing>,
    /// With a lawyer: who interpreted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<LegalInterpreter>,
}
