//! The clock of the machine, where it jumped: the installation notices, one administrator says what happened, another confirms.
//! Until then nothing is decided, and everything is still reported.
//!
//! Compares no clocks: whoever runs the program does.

use serde::{Deserialize, Serialize};

use crate::admission::NotPossible;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::moment::Moment;
use crate::recorded::Recorded;
use crate::text::Text;

/// `installation.clock_step_noticed`: by the installation itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStepNoticed {
    /// By how many milliseconds the clock went ahead of the time that had passed; negative, if it went back.
    pub ahead_by: i64,
    /// What the clock showed.
    pub shown: Moment,
}

/// `installation.clock_stepped`: an administrator looked at the clock, and says why it jumped and that it is right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStepped {
    /// What happened, and against what the clock was checked.
    pub reason: Text,
}

/// `installation.clock_step_confirmed`: by another administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStepConfirmed {}

/// Whether the clock can be relied on for decisions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClockFacts {
    /// It can.
    #[default]
    Steady,
    /// It jumped, and nobody has said why.
    Stepped {
        /// The act that noticed it.
        act: ActId,
        /// When it was noticed.
        at: Moment,
        /// By how many milliseconds it went ahead, or back.
        ahead_by: i64,
    },
    /// Somebody has said why; another has to confirm.
    Explained {
        /// Who.
        by: AccountId,
        /// By how many milliseconds it went ahead, or back.
        ahead_by: i64,
    },
}

/// Takes an act about the clock in.
pub(crate) fn take(clock: &mut ClockFacts, recorded: &Recorded, act: &topic::Organisation) {
    match (act, *clock) {
        // A second step takes an explanation of the first one back: it was given for another clock.
        (topic::Organisation::ClockStepNoticed(body), _) => {
            *clock = ClockFacts::Stepped { act: recorded.id(), at: recorded.at, ahead_by: body.ahead_by };
        }
        (topic::Organisation::ClockStepped(_), ClockFacts::Stepped { ahead_by, .. }) => {
            *clock = ClockFacts::Explained { by: recorded.envelope.actor, ahead_by };
        }
        (topic::Organisation::ClockStepConfirmed(_), ClockFacts::Explained { .. }) => *clock = ClockFacts::Steady,
        _ => {}
    }
}

/// Is an act about the clock possible?
pub(crate) fn admit(clock: ClockFacts, recorded: &Recorded, act: &topic::Organisation) -> Result<(), NotPossible> {
    match (act, clock) {
        (topic::Organisation::ClockStepNoticed(_), _) => Ok(()),
        (topic::Organisation::ClockStepped(_), ClockFacts::Stepped { .. }) => Ok(()),
        (topic::Organisation::ClockStepped(_), ClockFacts::Explained { .. }) => Err(NotPossible::AlreadyDone),
        (topic::Organisation::ClockStepConfirmed(_), ClockFacts::Explained { by, .. }) => {
            if by == recorded.envelope.actor { Err(NotPossible::OwnProposal) } else { Ok(()) }
        }
        (topic::Organisation::ClockStepped(_) | topic::Organisation::ClockStepConfirmed(_), _) => {
            Err(NotPossible::NotProposed)
        }
        _ => Err(NotPossible::WrongSubject),
    }
}
