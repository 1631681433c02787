//! The file itself: who carries it, who alone may see it, and who must not.
//!
//! A tie between an account and a person is a reason to keep that account away, and nothing else is ever asked of it.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::AccountId;
use crate::text::Text;

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
