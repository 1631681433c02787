//! The plan: goals that answer needs, a release section from version 1, and the person's own answer to it.
//!
//! A plan is never in force by itself: somebody other than its author approves it (Mandela Rules 92, 94, 107).

use serde::{Deserialize, Serialize};

use crate::assessment::NeedArea;
use crate::code::codes;
use crate::id::ActId;
use crate::moment::Date;
use crate::text::{Line, Text};

codes! {
    /// Where a goal stands.
    pub StepState as "step_state" {
        /// Being worked on.
        UnderWay = "under_way",
        /// Reached.
        Reached = "reached",
        /// On hold, for a reason outside the person.
        OnHold = "on_hold",
        /// No longer pursued.
        Dropped = "dropped",
    }
}

codes! {
    /// What a review decided.
    pub ReviewOutcome as "review_outcome" {
        /// The plan goes on.
        GoesOn = "goes_on",
        /// A new version is needed.
        NewVersion = "new_version",
    }
}

codes! {
    /// Why the person gave no answer.
    pub NoAnswer as "no_answer" {
        /// Was not asked in a language they understand.
        Language = "language",
        /// Was not well.
        Unwell = "unwell",
        /// Was elsewhere: court, hospital, transfer.
        Away = "away",
        /// Wished to answer later.
        Later = "later",
        /// Said nothing.
        Silent = "silent",
    }
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The need it answers.
    pub need: NeedArea,
    /// What is to be reached, in words the person would use.
    pub goal: Text,
    /// The next step.
    pub step: Text,
    /// Who helps.
    pub helper: Line,
}

/// The release section (Mandela Rule 107).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseSection {
    /// Where and with whom the person wants to live.
    pub home: Text,
    /// Work, education, means.
    pub living: Text,
    /// Ties to keep or rebuild.
    pub ties: Text,
    /// The outside agency that was consulted, and when.
    pub agency: Line,
}

/// `plan.proposed`: a version of the plan, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// The goals.
    pub goals: Vec<Goal>,
    /// Life after release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseSection>,
    /// What the person said they want.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// When it is to be reviewed.
    pub review_on: Date,
}

/// `plan.agreed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// The version.
    pub plan: ActId,
    /// The language it was explained in.
    pub language: Line,
    /// What the person said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// `plan.disagreed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreed {
    /// The version.
    pub plan: ActId,
    /// The language it was explained in.
    pub language: Line,
    /// The person's reason.
    pub reason: Text,
}

/// `plan.not_answered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotAnswered {
    /// The version.
    pub plan: ActId,
    /// Why there is no answer.
    pub reason: NoAnswer,
    /// When they will be asked again.
    pub ask_again: Date,
}

/// `plan.approved`: never by its author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// The version.
    pub plan: ActId,
}

/// `plan.returned`: sent back to its author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Returned {
    /// The version.
    pub plan: ActId,
    /// What must change.
    pub reason: Text,
}

/// `plan.step_recorded`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecorded {
    /// The version.
    pub plan: ActId,
    /// The goal, counted from 1.
    pub goal: u32,
    /// Where it stands.
    pub state: StepState,
    /// What happened.
    pub note: Text,
}

/// `plan.reviewed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// The version.
    pub plan: ActId,
    /// Who was present.
    pub present: Vec<Line>,
    /// The person's view.
    pub view: Text,
    /// Who saw it differently, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissent: Option<Text>,
    /// What was decided.
    pub outcome: ReviewOutcome,
    /// The next review.
    pub next_review: Date,
}
