//! What the person was told on arrival, and whether their family could learn where they are.
//!
//! The languages that somebody speaks and reads stand in the record of admission. Here stands only whether this information
//! was understood, as attested by whoever gave it.

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// What the information was about.
    pub InformationTopic as "information_topic" {
        /// The law and rules of the prison.
        Law = "law",
        /// Rights: information, legal help, requests and complaints.
        Rights = "rights",
        /// Duties, and sanctions that may follow.
        Duties = "duties",
        /// Everything else that is needed to live here, such as the day, visits and calls.
        DailyLife = "daily_life",
        /// Where to seek help.
        WhereHelp = "where_help",
        /// Addresses for complaints outside the prison.
        ComplaintAddresses = "complaint_addresses",
        /// Addresses for legal help.
        LegalHelp = "legal_help",
        /// Why the person is held, and any charges.
        Charges = "charges",
    }
}

codes! {
    /// In which form it was given.
    pub InformationForm as "information_form" {
        /// In writing, to keep.
        Written = "written",
        /// Spoken or read aloud.
        Aloud = "aloud",
        /// As a recording or in braille.
        AudioOrBraille = "audio_or_braille",
        /// In sign language.
        Sign = "sign",
    }
}

codes! {
    /// Was it understood?
    pub Understood as "understood" {
        /// It was in a language that the person understands.
        OwnLanguage = "own_language",
        /// Somebody interpreted.
        Interpreted = "interpreted",
        /// It was in a language that the person does not understand, and nobody interpreted.
        NotUnderstood = "not_understood",
        /// Not known.
        NotKnown = "not_known",
    }
}

codes! {
    /// What the family is to learn of.
    pub FamilyEvent as "family_event" {
        /// Received in prison.
        Admission = "admission",
        /// Moved to another prison.
        Transfer = "transfer",
        /// Released.
        Release = "release",
    }
}

codes! {
    /// How they learned of it.
    pub FamilyTold as "family_told" {
        /// The person told them.
        ByThePerson = "by_the_person",
        /// The prison told them, with the person's agreement; of a child, the parents or guardians.
        ByThePrison = "by_the_prison",
        /// The person could, and did not want to.
        NotWanted = "not_wanted",
        /// There is nobody to tell.
        Nobody = "nobody",
        /// It was not made possible.
        NotPossible = "not_possible",
    }
}

/// `information.given`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformationGiven {
    /// About what.
    pub topics: Vec<InformationTopic>,
    /// In which forms.
    pub forms: Vec<InformationForm>,
    /// Was it understood?
    pub understood: Understood,
}

/// `information.family_informed`: at the time concerned the family was told, or could have been.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyInformed {
    /// Of what.
    pub event: FamilyEvent,
    /// How.
    pub told: FamilyTold,
}
