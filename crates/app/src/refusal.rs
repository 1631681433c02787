//! Why something was not done: a refusal that somebody can act on, or a fault that an operator must mend.

use domain::admission::NotPossible;
use domain::kind::NotAnAct;
use domain::{ActId, StreamId};
use safeguards::Finding;

/// Why a deed was not performed or a file not shown. Wording lives in `locales/`.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Not there, or not yours: nobody learns which.
    #[error("not there, or not yours")]
    NotYours,
    /// You may see it, but not do this.
    #[error("not allowed")]
    NotAllowed,
    /// You may, once you have given a second factor again.
    #[error("needs a fresh second factor")]
    NeedsFresh,
    /// The clock jumped, and two administrators have not said why: nothing is decided meanwhile.
    #[error("the clock jumped; decisions wait for two administrators")]
    ClockStepped,
    /// Not possible in the state the file is in.
    #[error("not possible: {0}")]
    NotPossible(NotPossible),
    /// Somebody acted on this since the page was opened.
    #[error("somebody acted meanwhile")]
    Meanwhile {
        /// The streams that moved.
        moved: Vec<StreamId>,
    },
    /// A safeguard forbids it as stated.
    #[error("a safeguard forbids it")]
    Safeguard(Vec<Finding>),
    /// The form could not be read.
    #[error("the form could not be read: {0}")]
    Form(#[from] NotAnAct),
    /// The time concerned lies in the future.
    #[error("the time concerned lies in the future")]
    InFuture,
    /// Something is named that is not there or not open: an organisation, a service, an account.
    #[error("{0} is not known or not open")]
    Unknown(&'static str),
    /// This key was used for another deed.
    #[error("this key was used for another deed")]
    KeyReused,
    /// They looked at as much as an hour allows: there is room again from a moment on.
    #[error("no more than {limit} {what} are opened within an hour")]
    OverBudget {
        /// Of what.
        what: domain::look::Budgeted,
        /// How many an hour allows.
        limit: u32,
        /// From when on there is room again.
        until: domain::Moment,
    },
    /// They opened so much that the next file opens later: from a moment on.
    #[error("files open one after another: this one later")]
    Paced {
        /// From when on: the file of whoever has a turn, and otherwise a turn can be taken.
        opens: domain::Moment,
        /// Whether they have a turn.
        turn: Turn,
    },
    /// Something broke.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The turn of a file that opens later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It has one: asked again at its moment, the file opens.
    Kept,
    /// One can be taken, for this stream.
    ToTake(StreamId),
    /// Too many wait already for this account: to be asked for again.
    None,
}

/// Something broke. What exactly is for the log of the program; people get an incident number.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Fault {
    /// The store failed.
    #[error("store: {0}")]
    Store(#[from] store::Error),
    /// Sealing, opening or proving failed.
    #[error("ledger: {0}")]
    Ledger(#[from] ledger::Error),
    /// No randomness.
    #[error(transparent)]
    Entropy(#[from] crate::chance::NoEntropy),
    /// What was stored is not what was written.
    #[error("act {act:?} cannot be read: {why}")]
    Unreadable {
        /// The act, if it is known.
        act: Option<ActId>,
        /// Why.
        why: String,
    },
    /// A file of the installation is missing or wrong.
    #[error("{file}: {why}")]
    Installation {
        /// Which.
        file: String,
        /// What is wrong and what to do.
        why: String,
    },
}

impl Fault {
    /// Would trying again later help?
    pub fn passes(&self) -> bool {
        use store::Error::{Busy, Full, Overloaded, Superseded, Unreachable};
        matches!(self, Self::Store(Busy | Overloaded | Full | Superseded | Unreachable(_)))
    }

    pub(crate) fn unreadable(why: impl std::fmt::Display) -> Self {
        Self::Unreadable { act: None, why: why.to_string() }
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<ledger::Error> for Refusal {
    fn from(error: ledger::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<NotPossible> for Refusal {
    fn from(reason: NotPossible) -> Self {
        Self::NotPossible(reason)
    }
}

impl From<crate::chance::NoEntropy> for Refusal {
    fn from(error: crate::chance::NoEntropy) -> Self {
        Self::Fault(error.into())
    }
}

impl Refusal {
    /// The one word that the actor's own record keeps of it.
    pub(crate) fn reason(&self) -> Option<domain::look::RefusalReason> {
        use domain::look::RefusalReason as Reason;
        match self {
            Self::NotYours => Some(Reason::NotYours),
            Self::NotAllowed => Some(Reason::NotAllowed),
            Self::NeedsFresh => Some(Reason::NeedsFresh),
            Self::ClockStepped => Some(Reason::ClockStepped),
            Self::NotPossible(_) | Self::Unknown(_) | Self::InFuture => Some(Reason::NotPossible),
            Self::Meanwhile { .. } | Self::KeyReused => Some(Reason::Meanwhile),
            Self::Safeguard(_) => Some(Reason::Safeguard),
            Self::Form(_) => Some(Reason::Form),
            Self::OverBudget { .. } | Self::Paced { turn: Turn::None, .. } => Some(Reason::OverBudget),
            // Whoever has a turn is answered in the end, and then it is a look.
            Self::Paced { .. } => None,
            Self::Fault(_) => None,
        }
    }
}
