//! Posts of an organisation: who holds each, to which other post it reports, and who stands in for whom.
//!
//! Everything here is a span. A post gives no right by itself: its holder has an account of the same capacity already. Only
//! standing in does, and for that two people are needed.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId};
use crate::moment::Moment;
use crate::right::Capacity;
use crate::text::{Line, Text};

codes! {
    /// Why somebody stands in.
    pub CoverKind as "cover_kind" {
        /// Whoever holds the post is away, and comes back.
        Leave = "leave",
        /// Somebody acts in the post, held by another or by nobody.
        ActingUp = "acting_up",
    }
}

/// Another post, which may belong to another organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostOf {
    /// The organisation.
    pub org: OrgId,
    /// The post, called by the act that established it.
    pub post: ActId,
}

/// `post.established`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Established {
    /// What people call it.
    pub title: Line,
    /// What its holder acts as.
    pub capacity: Capacity,
    /// The unit or wing, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Line>,
    /// Since when it exists.
    pub from: Moment,
}

/// `post.renamed`: another title or unit, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// The post.
    pub post: ActId,
    /// What people call it.
    pub title: Line,
    /// The unit or wing, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Line>,
}

/// `post.abolished`: with it end whoever holds it, its line, and standing in for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abolished {
    /// The post.
    pub post: ActId,
    /// The first instant at which it no longer exists.
    pub at: Moment,
}

/// `post.taken`: somebody of the same capacity holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The post.
    pub post: ActId,
    /// Who holds it.
    pub account: AccountId,
    /// The first instant.
    pub from: Moment,
    /// The first instant at which no longer, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

/// `post.left`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    /// The act by which it was taken.
    pub taken: ActId,
    /// The first instant at which it is no longer held.
    pub at: Moment,
}

/// `post.placed`: to which post it reports. Without one it reports to nobody, which must be said too: what nobody has
/// said is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// The post.
    pub post: ActId,
    /// The post above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<PostOf>,
    /// The first instant.
    pub from: Moment,
    /// The first instant at which no longer, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

/// `post.line_ended`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineEnded {
    /// The act by which the post was placed.
    pub line: ActId,
    /// The first instant at which it no longer reports there.
    pub at: Moment,
}

/// `post.cover_proposed`: somebody is to stand in. It gives nothing until another person confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverProposed {
    /// The post.
    pub post: ActId,
    /// Who stands in.
    pub account: AccountId,
    /// For whom: whoever holds the post then; nobody, if nobody does. It gives nothing of anybody else's, whoever is found to
    /// have held the post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<AccountId>,
    /// Why.
    pub cover: CoverKind,
    /// The first instant.
    pub from: Moment,
    /// The first instant at which no longer: never without an end.
    pub until: Moment,
    /// The order it rests on.
    pub basis: Line,
}

/// `post.cover_confirmed`: by somebody other than whoever proposed it, and never by whoever is to stand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverConfirmed {
    /// The act that proposed it.
    pub cover: ActId,
}

/// `post.cover_ended`: from now on nobody stands in by it. Before it is confirmed, this refuses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverEnded {
    /// The act that proposed it.
    pub cover: ActId,
    /// Why.
    pub reason: Text,
}

/// `post.entry_voided`: who holds a post, or where it reports, was recorded wrongly, and counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryVoided {
    /// The act that was wrong.
    pub of: ActId,
    /// What was wrong with it.
    pub reason: Text,
}
