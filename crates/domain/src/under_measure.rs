//! What is recorded while a measure runs, and after it: living conditions, what was offered, what was lost and asked back, and
//! what the health service says of it.
//!
//! The health service says yes, no and when. There is no diagnosis, and no word on what anybody is fit for: nobody of the
//! health service has a part in deciding on a measure.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::ActId;
use crate::measure::YesNo;
use crate::measure_terms::{MeasureEffect, Untouchable};
use crate::moment::{Date, Moment};
use crate::text::Text;

codes! {
    /// The light in the room.
    pub CellLight as "cell_light" {
        /// Light by day, and dark or dimmed by night.
        DayAndNight = "day_and_night",
        /// Dark by day too.
        Dark = "dark",
        /// Lit day and night.
        Constant = "constant",
    }
}

codes! {
    /// What was offered.
    pub MeasureOffer as "measure_offer" {
        /// A bath or a shower.
        Shower = "shower",
        /// Recreation, sport or culture.
        Recreation = "recreation",
    }
}

codes! {
    /// What lessens the harm of being apart.
    pub Relief as "relief" {
        /// Somebody to talk with each day.
        Company = "company",
        /// More contact with family.
        Family = "family",
        /// More time outside.
        Outside = "outside",
        /// Work or learning in the room or in a small group.
        Activity = "activity",
        /// Books, music, a radio.
        Books = "books",
        /// Steps back to the others.
        StepsBack = "steps_back",
    }
}

codes! {
    /// What the health service advises.
    pub ChangeAdvice as "change_advice" {
        /// End the measure.
        End = "end",
        /// Change it.
        Alter = "alter",
    }
}

codes! {
    /// What the director did with it.
    pub MeasureAnswer as "measure_answer" {
        /// Ended the measure.
        Ended = "ended",
        /// Changed it.
        Altered = "altered",
        /// Disagreed, and referred it upward with reasons.
        ReferredUpward = "referred_upward",
        /// Let it go on.
        GoesOn = "goes_on",
    }
}

/// `measure.conditions_recorded`: how the room is and what is lacking, from the time concerned until it is recorded again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionsRecorded {
    /// The measure.
    pub measure: ActId,
    /// The light.
    pub light: CellLight,
    /// What is not there as it is for everybody else; nothing means that all of it is there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<Untouchable>,
}

/// `measure.offered`: offered to the person, whether they wanted it or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// The measure.
    pub measure: ActId,
    /// What.
    pub offer: MeasureOffer,
}

/// `measure.relief_planned`: what is done so that being apart harms less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReliefPlanned {
    /// The measure.
    pub measure: ActId,
    /// What.
    pub ways: Vec<Relief>,
}

/// `measure.loss_recorded`: something was lost through the measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LossRecorded {
    /// The measure.
    pub measure: ActId,
    /// What.
    pub lost: Vec<MeasureEffect>,
    /// Until when it was said to be gone, if anybody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

/// `measure.reentry_asked`: that the person has back what the measure took away was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReentryAsked {
    /// The measure.
    pub measure: ActId,
    /// What. Nothing means that nothing was lost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<MeasureEffect>,
}

/// `measure.harm_attested`: would solitary confinement make a mental or physical disability of this person worse? No also means
/// that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HarmAttested {
    /// Yes or no.
    pub worsens: YesNo,
}

/// `measure.effect_reported`: told to the director that the measure harms the person. Not how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectReported {
    /// The measure.
    pub measure: ActId,
    /// When it was seen.
    pub observed: Moment,
    /// What is advised, if anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<ChangeAdvice>,
}

/// `measure.change_advised`: the health service looked at the measure and advises to end or change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeAdvised {
    /// The measure.
    pub measure: ActId,
    /// What.
    pub advice: ChangeAdvice,
}

/// `measure.advice_answered`: what the director did with what the health service said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceAnswered {
    /// The report, the advice, or the visit at which it was given.
    pub advice: ActId,
    /// What was done.
    pub answer: MeasureAnswer,
    /// Reasons.
    pub reasons: Text,
}

/// `measure.visit_missed`: the health service did not see the person on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitMissed {
    /// The day.
    pub on: Date,
}
