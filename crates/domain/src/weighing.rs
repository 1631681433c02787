//! What was weighed in an assessment and in a plan, and what was asked for in everyday life because of a disability.
//!
//! Says that a question was asked, never what the answer was: no trait, no rating and no label of a person comes of it.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::ActId;
use crate::text::Text;

codes! {
    /// What an assessment has looked at. The first seven are those of Mandela Rule 92(1).
    pub AssessmentAspect as "assessment_aspect" {
        /// Life before: family, school, work.
        SocialHistory = "social_history",
        /// Earlier sentences, as far as they matter for help.
        SentenceHistory = "sentence_history",
        /// What the person can do, in body and mind.
        Capacities = "capacities",
        /// What the person is good at.
        Aptitudes = "aptitudes",
        /// How the person likes to be met.
        Temperament = "temperament",
        /// How long the sentence is.
        SentenceLength = "sentence_length",
        /// What can be expected after release.
        Prospects = "prospects",
        /// Whether the person is, or was, a victim themselves.
        Victim = "victim",
        /// What age and gender ask for.
        AgeAndGender = "age_and_gender",
        /// Children, and others who depend on the person.
        Caring = "caring",
    }
}

codes! {
    /// What a plan has considered beyond its goals.
    pub PlanAspect as "plan_aspect" {
        /// Relations with the family, as far as both sides want them.
        Family = "family",
        /// An organisation of the community.
        Community = "community",
        /// One who coordinates, if several help.
        Coordinator = "coordinator",
        /// School or training.
        Education = "education",
        /// Work.
        Work = "work",
        /// Practical help: a room, papers, money.
        PracticalHelp = "practical_help",
        /// Time frame, means and stages.
        Stages = "stages",
        /// Leave to go home.
        HomeLeave = "home_leave",
        /// An open prison.
        OpenPrison = "open_prison",
        /// A half-way house.
        HalfwayHouse = "halfway_house",
        /// Programmes in the community.
        CommunityProgramme = "community_programme",
    }
}

codes! {
    /// What came of it.
    pub Considered as "considered" {
        /// It is in the plan.
        InPlan = "in_plan",
        /// The person does not want it.
        NotWanted = "not_wanted",
        /// It is not possible now; the reason is in the file.
        NotPossible = "not_possible",
        /// It does not arise.
        DoesNotArise = "does_not_arise",
    }
}

codes! {
    /// What was asked for. Needs of everyday life, not their cause.
    pub AccommodationNeed as "accommodation_need" {
        /// A way without steps.
        StepFree = "step_free",
        /// A sign language interpreter.
        SignLanguage = "sign_language",
        /// Writing that can be felt, heard or seen large.
        ReadableText = "readable_text",
        /// A helper.
        Helper = "helper",
        /// A device, such as a hearing aid or a chair.
        Device = "device",
        /// A quieter or simpler setting.
        Setting = "setting",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// What was decided.
    pub AccommodationAnswer as "accommodation_answer" {
        /// Given.
        Given = "given",
        /// Given in another way, agreed with the person.
        OtherWay = "other_way",
        /// Not given.
        NotGiven = "not_given",
    }
}

/// `assessment.aspects_considered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentConsidered {
    /// What was looked at.
    pub aspects: Vec<AssessmentAspect>,
}

/// One thing that a plan has considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanConsidering {
    /// What.
    pub aspect: PlanAspect,
    /// What came of it.
    pub outcome: Considered,
}

/// `plan.aspects_considered`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanConsidered {
    /// The version.
    pub plan: ActId,
    /// What was considered.
    pub aspects: Vec<PlanConsidering>,
}

/// `accommodation.asked`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccommodationAsked {
    /// What for.
    pub need: AccommodationNeed,
    /// In the person's words, if they wish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// `accommodation.decided`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccommodationDecided {
    /// The act by which it was asked for.
    pub asked: ActId,
    /// What was decided.
    pub answer: AccommodationAnswer,
    /// Why.
    pub reason: Text,
}
