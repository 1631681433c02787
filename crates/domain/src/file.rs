//! The file itself: who carries it, who alone may see it, and who must not; what in it was wrong, how long it is kept.
//!
//! A tie between an account and a person is a reason to keep that account away, and nothing else is ever asked of it. What is
//! corrected stays readable beside what replaced it; what is struck, or erased, is destroyed, and only the act that says so is
//! left.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{AccountId, ActId};
use crate::moment::{Date, Moment};
use crate::text::{Line, Text};

/// `file.allocated`: from now on this case manager carries the file; whoever carried it before no longer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocated {
    /// The case manager.
    pub to: AccountId,
}

/// One account that still sees a restricted file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The account.
    pub account: AccountId,
}

/// `file.restricted`: from now on nobody in the prison sees the file but those who are named. It takes the place of a
/// restriction before it. A mandate of oversight goes on, and so does what others outside the prison hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restricted {
    /// Why.
    pub reason: Text,
    /// Who still sees it. One of them at least can lift the restriction.
    pub named: Vec<Named>,
}

/// `file.restriction_lifted`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestrictionLifted {
    /// Why.
    pub reason: Text,
}

codes! {
    /// Why an account must not see a file.
    pub Tie as "tie" {
        /// The file is about the holder of the account.
        OwnPerson = "own_person",
        /// The file is about somebody of their family or household.
        Relative = "relative",
        /// Something else that would make fair work hard to believe.
        Other = "other",
    }
}

/// `file.conflict_declared`: by the account itself, or by who leads it. Ends the account's sight of the whole file,
/// referrals included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictDeclared {
    /// The account.
    pub account: AccountId,
    /// Why.
    pub tie: Tie,
}

/// `file.conflict_ended`: by somebody else than the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictEnded {
    /// The account.
    pub account: AccountId,
    /// Why it is over.
    pub reason: Text,
}

codes! {
    /// Why a record is corrected.
    pub CorrectionReason as "correction_reason" {
        /// A date or a time was wrong.
        WrongTime = "wrong_time",
        /// Something else in the entry was wrong.
        WrongEntry = "wrong_entry",
        /// It became known later.
        LearnedLater = "learned_later",
        /// The person showed that it was wrong.
        PersonShowed = "person_showed",
    }
}

codes! {
    /// On what basis a file is erased.
    pub ErasureBasis as "erasure_basis" {
        /// The time for which it is kept is over.
        RetentionOver = "retention_over",
        /// A law or a court orders it; then no days need pass.
        OrderedByLaw = "ordered_by_law",
        /// Acquitted, or the conviction was quashed.
        Acquitted = "acquitted",
        /// The person asked, and nothing stands against it.
        PersonAsked = "person_asked",
    }
}

/// `file.corrected`: of two reports of one kind the later one counts in the place of the earlier. The earlier one stays on
/// record, marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// The report that was wrong.
    pub of: ActId,
    /// The report that counts in its place.
    pub by: ActId,
    /// Why.
    pub why: CorrectionReason,
}

/// `file.strike_proposed`: this was recorded on the wrong person. A second person strikes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrikeProposed {
    /// The act.
    pub of: ActId,
    /// How it is known, without repeating what it says.
    pub why: Text,
}

/// `file.struck`: the body of the act is destroyed; that there was one, and why it went, stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Struck {
    /// The act.
    pub of: ActId,
    /// The proposal.
    pub proposed: ActId,
}

/// `file.hold_set`: nothing of this file is erased until the hold ends. Six months at the most; it can be set again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldSet {
    /// Who needs it.
    pub owner: Line,
    /// Why.
    pub why: Text,
    /// The last day.
    pub until: Date,
}

/// `file.hold_lifted`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldLifted {
    /// The hold.
    pub hold: ActId,
    /// Why it is no longer needed.
    pub why: Text,
}

/// An order of law, so that others can ask for it where it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalOrder {
    /// The court or authority that made it.
    pub authority: Line,
    /// Its reference there.
    pub reference: Line,
    /// Its date.
    pub dated: Date,
}

/// `file.erasure_announced`: on that day or after it a second person may erase the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasureAnnounced {
    /// The first day.
    pub on: Date,
    /// On what basis.
    pub basis: ErasureBasis,
    /// Which rule, order or request.
    pub why: Text,
    /// The order, where the law or a court orders it; nothing on any other basis.
    pub order: Option<LegalOrder>,
}

/// `file.erasure_withdrawn`: nothing is erased on this announcement any more. Whoever would have it after all announces it anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasureWithdrawn {
    /// The announcement.
    pub announced: ActId,
    /// Why.
    pub why: Text,
}

/// `file.erased`: the certificate. Sealed by the key of the year, for the key of the file is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// On what basis.
    pub basis: ErasureBasis,
    /// The account that announced it.
    pub announced_by: AccountId,
    /// How many acts were erased.
    pub acts: u64,
    /// How many streams: the case, and each of its referrals.
    pub streams: u64,
}

/// `organisation.erasure_recorded`: a file that this organisation held was erased, and on what. Kept with the organisation, for
/// the certificate of the file ends with its year. It names an order of law, so that whoever made it can be asked, and nobody
/// of whom the file was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasureRecorded {
    /// The certificate.
    pub certificate: ActId,
    /// On what basis.
    pub basis: ErasureBasis,
    /// The account that announced it.
    pub announced_by: AccountId,
    /// When it was announced.
    pub announced_at: Moment,
    /// The order, where the law or a court ordered it.
    pub order: Option<LegalOrder>,
    /// How many acts were erased.
    pub acts: u64,
    /// How many streams: the case, and each of its referrals.
    pub streams: u64,
}
