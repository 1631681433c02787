//! Bodies of measures as version 1 had them, and how they are read now.
//!
//! What a body of that time could not say is not read into it: it says nothing of grounds, authority, policy and effects, and
//! rules leave that open.

use serde::{Deserialize, Serialize};

use crate::act::read_body;
use crate::id::ActId;
use crate::kind::{Act, Kind, NotAnAct};
use crate::measure::{Alternative, Extended, FoundInForce, Imposed, IndividualFact, MeasureKind, MeasurePurpose};
use crate::measure_terms::EndSaid;
use crate::moment::Moment;
use crate::text::{Line, Text};

/// A body of an older version that has a shape of its own; nothing for one that is read as the newest is.
pub(crate) fn read(kind: Kind, version: u16, body: &[u8]) -> Option<Result<Act, NotAnAct>> {
    match (kind, version) {
        (Kind::MeasureImposed, 1) => Some(read_body::<Imposed1>(body).map(|old| Imposed::from(old).into())),
        (Kind::MeasureFoundInForce, 1) => {
            Some(read_body::<FoundInForce1>(body).map(|old| FoundInForce::from(old).into()))
        }
        (Kind::MeasureExtended, 1) => Some(read_body::<Extended1>(body).map(|old| Extended::from(old).into())),
        _ => None,
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Imposed1 {
    measure: MeasureKind,
    purpose: MeasurePurpose,
    planned_end: Moment,
    facts: Vec<IndividualFact>,
    alternatives: Vec<Alternative>,
    legal_basis: Line,
    authorised_by: Line,
    same_for_anyone: Text,
    fits_person: Text,
    review_by: Moment,
    goes_on: Text,
}

impl From<Imposed1> for Imposed {
    fn from(old: Imposed1) -> Self {
        Self {
            measure: old.measure,
            purpose: old.purpose,
            planned_end: old.planned_end,
            grounds: Vec::new(),
            facts: old.facts,
            necessary: None,
            alternatives: old.alternatives,
            proportionate: None,
            legal_basis: old.legal_basis,
            policy: None,
            authority: None,
            authorised_by: old.authorised_by,
            authorised_at: None,
            emergency: None,
            same_for_anyone: old.same_for_anyone,
            fits_person: old.fits_person,
            supervised: None,
            review_by: old.review_by,
            ends_when: None,
            effects: Vec::new(),
            goes_on: old.goes_on,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FoundInForce1 {
    measure: MeasureKind,
    purpose: MeasurePurpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    planned_end: Option<Moment>,
    what: Text,
}

impl From<FoundInForce1> for FoundInForce {
    fn from(old: FoundInForce1) -> Self {
        Self {
            measure: old.measure,
            purpose: old.purpose,
            planned_end: old.planned_end,
            end_said: if old.planned_end.is_some() { EndSaid::Named } else { EndSaid::NotKnown },
            what: old.what,
            grounds: Vec::new(),
            alternatives: None,
            law: None,
            policy: None,
            review: None,
            authority: None,
            authorised_at: None,
            health_took_part: None,
            effects: Vec::new(),
            withheld: Vec::new(),
            supervised: None,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Extended1 {
    measure: ActId,
    until: Moment,
    facts: Vec<IndividualFact>,
    why: Text,
}

impl From<Extended1> for Extended {
    fn from(old: Extended1) -> Self {
        Self { measure: old.measure, until: old.until, review: None, facts: old.facts, why: old.why }
    }
}
