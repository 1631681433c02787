//! The file itself: who carries it.

use serde::{Deserialize, Serialize};

use crate::id::AccountId;

/// `file.allocated`: from now on this case manager carries the file; whoever carried it before no longer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocated {
    /// The case manager.
    pub to: AccountId,
}
