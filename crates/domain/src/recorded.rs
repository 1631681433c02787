//! A recorded act: the envelope in clear, the act, and when it was recorded.

use serde::{Deserialize, Serialize};

use crate::act::Act;
use crate::id::{AccountId, ActId, OrgId, StreamId};
use crate::moment::Moment;
use crate::right::{Capacity, Ground};

/// What stands beside a leaf in clear: who did what kind of thing, where, on what ground. Nothing of the content.
///
/// The field order is the order in which envelopes are written; see `docs/ledger-format.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// The act.
    pub act: ActId,
    /// Who did it; the installation's own acts carry the installation's id.
    pub actor: AccountId,
    /// What they acted as.
    pub capacity: Capacity,
    /// For which organisation.
    pub org: OrgId,
    /// Whose stream it belongs to.
    pub stream: StreamId,
    /// The name of the kind.
    pub kind: String,
    /// The version of the body.
    pub version: u16,
    /// The time that it concerns, which may lie before the time of recording.
    pub concerns: Moment,
    /// The ground on which it was allowed.
    pub ground: Ground,
    /// The post for which somebody acted who stood in for it, called by the act that established it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_post: Option<ActId>,
}

/// An act as it stands in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The envelope.
    pub envelope: Envelope,
    /// When it was recorded: never earlier than the act before it.
    pub at: Moment,
    /// What was done.
    pub act: Act,
}

impl Recorded {
    /// The id of the act.
    pub fn id(&self) -> ActId {
        self.envelope.act
    }

    /// The time that it concerns.
    pub fn concerns(&self) -> Moment {
        self.envelope.concerns
    }
}
