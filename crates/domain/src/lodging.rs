//! Where somebody sleeps: a unit, alone or not, and whether people who must be kept apart share it.
//!
//! Holds the unit and what an officer attests of it as a whole, never who else is there: nothing here leads from one person
//! to another.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::measure::YesNo;
use crate::text::Line;

codes! {
    /// How the person sleeps.
    pub Room as "room" {
        /// Alone in a room.
        Alone = "alone",
        /// With one other person.
        Two = "two",
        /// With several, in a dormitory.
        Several = "several",
    }
}

codes! {
    /// Does the unit hold people of the other kind too?
    pub Mixed as "mixed" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
        /// Not known.
        NotKnown = "not_known",
    }
}

codes! {
    /// Does the unit hold children and adults?
    pub MixedAge as "mixed_age" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
        /// Only of the person's own family.
        OwnFamily = "own_family",
        /// Not known.
        NotKnown = "not_known",
    }
}

/// `lodging.placed`: sleeps there from the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// The unit, as the prison calls it, such as `B2`.
    pub unit: Line,
    /// Alone, or with how many.
    pub room: Room,
    /// If not alone: did the central administration allow it, for a special reason?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<YesNo>,
    /// Does the unit hold people of the other sex?
    pub other_sex: Mixed,
    /// Does it hold children and adults?
    pub other_age: MixedAge,
    /// Does it hold convicted people and others?
    pub other_status: Mixed,
}
