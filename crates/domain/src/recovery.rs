//! An account whose holder lost a password or a factor: one administrator asks for new credentials, another confirms, and each
//! then holds one half of them. Neither is the holder, and neither half signs anybody in.
//!
//! Holds no credential.

use serde::{Deserialize, Serialize};

use crate::admission::NotPossible;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::moment::Moment;
use crate::recorded::Recorded;
use crate::right::{Capacity, Ground};
use crate::text::Text;

/// `account.recovery_asked`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryAsked {
    /// What was lost, and how it was made sure that the holder asks.
    pub reason: Text,
}

/// `account.recovery_confirmed`: by somebody other than whoever asked. Everything the account could sign in with is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryConfirmed {}

/// `account.recovery_refused`, or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryRefused {
    /// Why.
    pub reason: Text,
}

/// A recovery that waits for a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecoveryFacts {
    /// The act that asked.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// Who asked.
    pub by: AccountId,
    /// In which capacity.
    pub capacity: Capacity,
}

/// Takes an act of recovery in; `waiting` is what waits afterwards.
pub(crate) fn take(waiting: &mut Option<RecoveryFacts>, recorded: &Recorded, act: &topic::Account) {
    let envelope = &recorded.envelope;
    match act {
        topic::Account::RecoveryAsked(_) => {
            let (act, at) = (recorded.id(), recorded.concerns());
            *waiting = Some(RecoveryFacts { act, at, by: envelope.actor, capacity: envelope.capacity });
        }
        topic::Account::RecoveryConfirmed(_) | topic::Account::RecoveryRefused(_) | topic::Account::Disabled(_) => {
            *waiting = None;
        }
        _ => {}
    }
}

/// Is an act of recovery possible on an open account? Nobody recovers their own, nobody confirms what they asked for, and both
/// administer in the same capacity: the organisation's two, or the installation's.
pub(crate) fn admit(
    waiting: Option<&RecoveryFacts>,
    recorded: &Recorded,
    act: &topic::Account,
) -> Result<(), NotPossible> {
    let envelope = &recorded.envelope;
    let own = envelope.actor.stream() == envelope.stream;
    match (act, waiting) {
        (topic::Account::RecoveryAsked(_) | topic::Account::RecoveryConfirmed(_), _) if own => {
            Err(NotPossible::OwnAccount)
        }
        (topic::Account::RecoveryAsked(_), Some(_)) => Err(NotPossible::AlreadyDone),
        (topic::Account::RecoveryAsked(_), None) => Ok(()),
        (_, None) => Err(NotPossible::NotProposed),
        (topic::Account::RecoveryConfirmed(_), Some(asked)) if asked.by == envelope.actor => {
            Err(NotPossible::OwnProposal)
        }
        // Where no other administrator of that capacity is left, it is oversight that confirms.
        (topic::Account::RecoveryConfirmed(_), Some(asked))
            if asked.capacity != envelope.capacity && envelope.ground != Ground::NoSecondPerson =>
        {
            Err(NotPossible::OtherCapacity)
        }
        _ => Ok(()),
    }
}
