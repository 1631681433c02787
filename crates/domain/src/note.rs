//! A practitioner's note: what somebody of a civil society organisation writes for themselves and whoever carries the
//! referral after them.
//!
//! It stands in a stream of its own, one for each set of notes, and is sealed to the vault of its organisation before it
//! is recorded. No fold, index, search, list or rule reads it, and none could: only a holder of the vault opens it.

use serde::{Deserialize, Serialize};

use crate::id::{ActId, ReferralId};
use crate::text::Sealed;

/// `note.written`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The referral that it is about.
    pub referral: ReferralId,
    /// The vault it is sealed to, called by the act that made it.
    pub vault: ActId,
    /// The words, sealed: nobody but a holder of the vault can read them.
    pub sealed: Sealed,
}
