//! What somebody wants recorded, and what they get for it.
//!
//! Values alone: whether it may be, can be and is done is asked by `perform`.

use domain::{Act, ActId, Moment, StreamId};
use safeguards::Finding;

use crate::perform::Correcting;

/// One act somebody wants recorded.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The stream it belongs to.
    pub stream: StreamId,
    /// What was done.
    pub act: Act,
    /// The time it concerns; the time of recording if nothing is said.
    pub concerns: Option<Moment>,
}

/// One or more acts, written together or not at all.
#[derive(Debug, Clone, Default)]
pub struct Deed {
    /// The acts, in order.
    pub acts: Vec<Proposed>,
    /// The heads on which a decision is based, as the page showed them.
    pub based_on: Vec<(StreamId, u64)>,
    /// A key by which a repeated request is recognised.
    pub once: Option<String>,
    /// Which earlier report its one act corrects.
    pub correcting: Option<Correcting>,
}

impl Deed {
    /// A deed of a single act.
    pub fn one(stream: impl Into<StreamId>, act: impl Into<Act>) -> Self {
        Self { acts: vec![Proposed { stream: stream.into(), act: act.into(), concerns: None }], ..Self::default() }
    }

    /// The same deed, about an earlier time.
    #[must_use]
    pub fn concerning(mut self, at: Option<Moment>) -> Self {
        for proposed in &mut self.acts {
            proposed.concerns = at.or(proposed.concerns);
        }
        self
    }

    /// The same deed, with one more act.
    #[must_use]
    pub fn and(mut self, stream: impl Into<StreamId>, act: impl Into<Act>) -> Self {
        self.acts.push(Proposed { stream: stream.into(), act: act.into(), concerns: None });
        self
    }
}

/// What somebody gets for a deed: the ids of the acts and what the safeguards found. Never a place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The acts, in the order of the deed.
    pub acts: Vec<ActId>,
    /// The streams, in the same order.
    pub streams: Vec<StreamId>,
    /// When it was recorded.
    pub at: Moment,
    /// Findings that this deed raised.
    pub raised: Vec<Finding>,
    /// Was this the answer to a repeated request?
    pub repeated: bool,
}
