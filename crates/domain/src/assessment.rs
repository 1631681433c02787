//! Assessment: immediate needs, then facts and judgements apart.
//!
//! There is no score, level, rank or category here, and no place to put one. A fact has a source, a judgement has an
//! author, a basis and a date of review (Directive 2016/680, article 7).

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::moment::Date;
use crate::text::{Line, Text};

codes! {
    /// What is asked in the first hours.
    pub ImmediateNeed as "immediate_need" {
        /// Safe from others and from harm.
        Safety = "safety",
        /// Seen by the health service.
        HealthSeen = "health_seen",
        /// Family told, where the person wishes.
        FamilyTold = "family_told",
        /// Children and dependants cared for.
        Dependants = "dependants",
        /// A lawyer can be reached.
        Lawyer = "lawyer",
        /// Consulate told, where the person wishes.
        Consulate = "consulate",
        /// Told in a language they understand.
        Informed = "informed",
        /// Home, money and property looked after.
        Property = "property",
    }
}

codes! {
    /// Is it looked after?
    pub Looked as "looked" {
        /// Yes.
        Yes = "yes",
        /// No, and somebody has been asked.
        NotYet = "not_yet",
        /// It does not arise.
        DoesNotArise = "does_not_arise",
    }
}

codes! {
    /// What a goal can answer. Areas of life, not of opinion.
    pub NeedArea as "need_area" {
        /// A place to live.
        Home = "home",
        /// Work.
        Work = "work",
        /// Education and literacy.
        Education = "education",
        /// Family and children.
        Family = "family",
        /// People and a place to belong to.
        Belonging = "belonging",
        /// Talking things through, conflict, anger.
        Dialogue = "dialogue",
        /// Psychosocial support.
        Support = "support",
        /// Health care after release.
        HealthCare = "health_care",
        /// Money, debts, papers.
        MoneyAndPapers = "money_and_papers",
        /// Leaving violence behind.
        LeavingViolence = "leaving_violence",
        /// Making good.
        MakingGood = "making_good",
    }
}

/// One answer in the first hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImmediateAnswer {
    /// What was asked.
    pub need: ImmediateNeed,
    /// Whether it is looked after.
    pub looked: Looked,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// `assessment.needs_taken`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedsTaken {
    /// The answers.
    pub answers: Vec<ImmediateAnswer>,
    /// The language that was spoken.
    pub language: Line,
}

/// Something that is so, dated and sourced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What is so.
    pub text: Text,
    /// Who or what says so.
    pub source: Line,
    /// The date it is true of.
    pub on: Date,
}

/// Something somebody thinks, on a stated basis, until it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// What is thought.
    pub text: Text,
    /// On what basis.
    pub basis: Text,
    /// When it must be looked at again.
    pub review: Date,
}

/// A need, in words, in one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The area.
    pub area: NeedArea,
    /// The need.
    pub text: Text,
}

/// `assessment.assessed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessed {
    /// Facts.
    pub facts: Vec<Fact>,
    /// Judgements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
    /// Needs that follow.
    pub needs: Vec<Need>,
    /// What protects and helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strengths: Option<Text>,
}

/// `assessment.contested`: the person says that something in it is not so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contested {
    /// What is contested and what the person says instead.
    pub words: Text,
}
