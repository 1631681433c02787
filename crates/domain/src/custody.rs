//! Custody: from admission to release, return or death.
//!
//! Holds no offence and no label: only who is held, where, on what order, in what status and until when.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId};
use crate::moment::{Date, Moment};
use crate::recorded::Recorded;
use crate::text::{Line, Text};

codes! {
    /// Legal status in custody.
    pub Status as "status" {
        /// Not yet tried.
        Untried = "untried",
        /// Convicted and sentenced.
        Convicted = "convicted",
        /// Held under civil law.
        Civil = "civil",
        /// Held without charge.
        WithoutCharge = "without_charge",
    }
}

codes! {
    /// Sex as it decides on accommodation and protective rules.
    pub Sex as "sex" {
        /// A woman or girl.
        Female = "female",
        /// A man or boy.
        Male = "male",
        /// Not stated, or neither.
        NotStated = "not_stated",
    }
}

codes! {
    /// A dated circumstance that gives protection or help. The health service attests the first four: yes and since
    /// when, nothing else.
    pub Circumstance as "circumstance" {
        /// Pregnant.
        Pregnant = "pregnant",
        /// Has an infant with her.
        WithInfant = "with_infant",
        /// Breastfeeding.
        Breastfeeding = "breastfeeding",
        /// In labour, giving birth, or in the time after it that the health service sets.
        Childbirth = "childbirth",
        /// Needs an accommodation for a disability.
        Accommodation = "accommodation",
        /// Needs an interpreter.
        Interpreter = "interpreter",
        /// Needs help with reading.
        ReadingHelp = "reading_help",
        /// Is not a national.
        ForeignNational = "foreign_national",
    }
}

codes! {
    /// Why a case is closed.
    pub ClosingReason as "closing_reason" {
        /// Aftercare ended as planned.
        AftercareEnded = "aftercare_ended",
        /// The person wanted no aftercare.
        AftercareNotWanted = "aftercare_not_wanted",
        /// Released without conviction.
        NotConvicted = "not_convicted",
        /// Moved out of the country.
        LeftCountry = "left_country",
        /// Died.
        Died = "died",
    }
}

/// A date of birth as an interval: exact when both ends are equal, disputed or unknown otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Born {
    /// The earliest date it can be.
    pub earliest: Date,
    /// The latest date it can be.
    pub latest: Date,
}

impl Born {
    /// While an age is disputed the child rules apply until nobody can doubt it: the latest date decides. Whoever was
    /// born on 29 February is a child until 1 March, because laws differ and the later day protects.
    pub fn child_until(self) -> Date {
        let birthday = self.latest.saturating_add(jiff::Span::new().years(18));
        if birthday.day() == self.latest.day() { birthday } else { birthday.saturating_add(jiff::Span::new().days(1)) }
    }
}

/// Who somebody is, as far as the work needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Family name.
    pub family_name: Line,
    /// Given names.
    pub given_names: Line,
    /// Date of birth.
    pub born: Born,
    /// Sex.
    pub sex: Sex,
    /// Languages spoken, best first.
    pub languages: Vec<Line>,
    /// The language for papers: a language the person reads, or has read to them.
    pub reads: Line,
}

/// `custody.admitted`: received into a prison on a lawful order (Mandela Rules 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admitted {
    /// The case number of the prison service.
    pub number: Line,
    /// Who is admitted.
    pub person: Person,
    /// The receiving prison.
    pub prison: OrgId,
    /// The order on which the person is held.
    pub order: Line,
    /// Legal status at admission.
    pub status: Status,
}

/// `custody.identity_corrected`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityCorrected {
    /// The corrected identity, whole.
    pub person: Person,
    /// Why it was wrong and how it is now known.
    pub why: Text,
}

/// `custody.status_changed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusChanged {
    /// The status from the time concerned.
    pub status: Status,
    /// The order or judgment.
    pub order: Line,
}

/// `custody.sentence_recorded`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentenceRecorded {
    /// When the sentence begins to count.
    pub begins: Date,
    /// The earliest lawful release.
    pub earliest_release: Date,
    /// The end of the sentence.
    pub ends: Date,
    /// The judgment.
    pub order: Line,
}

/// `custody.circumstance_noted`: holds from the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceNoted {
    /// What is the case.
    pub circumstance: Circumstance,
    /// Until when, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// Who says so.
    pub source: Line,
}

/// `custody.transferred`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transferred {
    /// The receiving prison.
    pub to: OrgId,
    /// Why.
    pub reason: Text,
}

/// `custody.release_date_set`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseDateSet {
    /// The date.
    pub on: Date,
    /// The decision it rests on.
    pub basis: Line,
}

/// `custody.released`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Released {
    /// The order or the end of sentence it rests on.
    pub basis: Line,
}

/// For so long the word of one person that somebody is back waits for the word of another, in milliseconds.
pub const RETURN_WAITS: i64 = 7 * crate::moment::DAY;

/// What one person said of a return: whoever says it by themselves opens no file and ends nobody's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnWord {
    /// The act.
    pub act: ActId,
    /// Who said it.
    pub by: AccountId,
    /// Of which organisation.
    pub org: OrgId,
    /// The prison that received the person.
    pub prison: OrgId,
    /// When the person was received.
    pub at: Moment,
    /// When it was said.
    pub said: Moment,
}

impl ReturnWord {
    /// What an act says.
    pub fn of(recorded: &Recorded, prison: OrgId) -> Self {
        let envelope = &recorded.envelope;
        let (act, by, org) = (envelope.act, envelope.actor, envelope.org);
        Self { act, by, org, prison, at: recorded.concerns(), said: recorded.at }
    }

    /// Is it said by two together with this one: of the same prison, by two people of whom one works there, within the time
    /// that a word waits?
    pub fn is_joined_by(&self, second: &Self) -> bool {
        let there = self.org == self.prison || second.org == second.prison;
        self.prison == second.prison && self.by != second.by && there && second.said < self.said.plus(RETURN_WAITS)
    }
}

/// `custody.returned`: back in custody after release, as one person says it. It counts once a second person says it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Returned {
    /// The receiving prison.
    pub prison: OrgId,
    /// The order.
    pub order: Line,
}

/// `custody.died`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Died {
    /// Who was told, and when an independent inquiry was asked for (Mandela Rules 69, 71).
    pub told: Text,
}

/// `custody.closed`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why.
    pub reason: ClosingReason,
    /// A word for whoever opens the file later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
