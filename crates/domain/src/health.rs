//! What the health service attests of a person: yes, no, a date. And who asked for it.
//!
//! There is no diagnosis, no name of a drug, no result of an examination and no word on what anybody is fit for.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::ActId;

codes! {
    /// What was spoken about at the first examination (Bangkok Rule 6). Whether somebody answered is nobody's business here:
    /// an area that was offered and not wanted counts like any other.
    pub ScreeningArea as "screening_area" {
        /// Illnesses that pass from one to another; a test was offered, with advice.
        Infections = "infections",
        /// Mental health, and the risk of harming oneself.
        MentalHealth = "mental_health",
        /// Reproductive history, if the person wishes to speak of it.
        Reproductive = "reproductive",
        /// Dependency.
        Dependency = "dependency",
        /// Abuse and other violence suffered.
        Violence = "violence",
    }
}

codes! {
    /// What the health service attests.
    pub Attestation as "attestation" {
        /// Its report for the assessment was given to the director, on paper of its own.
        ReportGiven = "report_given",
        /// The person must be moved to a mental health facility.
        MoveNeeded = "move_needed",
        /// The move has begun.
        MoveBegun = "move_begun",
        /// The move is no longer needed.
        MoveNotNeeded = "move_not_needed",
        /// Whatever care goes on was handed over to where the person goes; or there is none. Which of the two nobody can tell.
        CareSettled = "care_settled",
        /// Something that goes on was not handed over.
        CareNotSettled = "care_not_settled",
    }
}

codes! {
    /// How soon somebody must be seen.
    pub Urgency as "urgency" {
        /// At once.
        Urgent = "urgent",
        /// On the next round.
        Ordinary = "ordinary",
    }
}

codes! {
    /// How the health service reached somebody who had asked.
    pub Reach as "reach" {
        /// Seen. What was asked for is done.
        Seen = "seen",
        /// A round was held and could have reached the person.
        Round = "round",
        /// A round was cancelled, or the person was not brought.
        KeptAway = "kept_away",
    }
}

codes! {
    /// What the health service says to the director.
    pub AdviceWeight as "advice_weight" {
        /// Advice: imprisonment, or a condition of it, harms this person.
        Advice = "advice",
        /// A clinical decision, which nobody else overrules.
        ClinicalDecision = "clinical_decision",
    }
}

codes! {
    /// What the director did with it.
    pub AdviceAnswer as "advice_answer" {
        /// Followed it.
        Followed = "followed",
        /// Disagreed, and referred it upward with a report of their own.
        ReferredUpward = "referred_upward",
        /// Took note.
        Noted = "noted",
        /// Set it aside.
        SetAside = "set_aside",
    }
}

/// `health.examined`: a health professional saw, spoke with and examined the person. Nothing of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examined {
    /// What was spoken about, or offered to be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<ScreeningArea>,
}

/// `health.attested`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// What.
    pub what: Attestation,
}

/// `health.care_asked`: the person asked to be seen, or somebody pointed them out. Not why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareAsked {
    /// How soon.
    pub urgency: Urgency,
}

/// `health.care_reached`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareReached {
    /// The act by which it was asked for.
    pub asked: ActId,
    /// How.
    pub reach: Reach,
}

/// `health.advised`: told to the director. What was said stays between the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advised {
    /// Advice or decision.
    pub weight: AdviceWeight,
}

/// `health.advice_answered`: what the director did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceAnswered {
    /// The act by which it was said.
    pub advice: ActId,
    /// What was done.
    pub answer: AdviceAnswer,
}

/// `health.advice_found_ignored`: the health service finds that a clinical decision of its own is not followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceFoundIgnored {
    /// The act by which it was said.
    pub advice: ActId,
}
