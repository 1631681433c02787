//! Emergency access: somebody is in danger, and nobody who holds a ground on the file can be reached.
//!
//! One file, found by its whole number, for sixty minutes; examined afterwards by somebody else. Which parts may be read
//! meanwhile, and in which capacities, is decided by the policies; whether a restriction or a tie stands against it is asked
//! where the act is performed.

use serde::{Deserialize, Serialize};

use crate::admission::NotPossible;
use crate::code::codes;
use crate::command::Below;
use crate::id::{AccountId, ActId, OrgId};
use crate::kind::topic;
use crate::moment::{DAY, HOUR, Moment};
use crate::recorded::Recorded;
use crate::right::Capacity;
use crate::text::{Line, Text};

/// A file stays open for so many milliseconds: sixty minutes (security model, section 3.2).
pub const OPEN_FOR: i64 = HOUR;

/// An opening is examined within so many milliseconds: seventy-two hours.
pub const EXAMINED_WITHIN: i64 = 72 * HOUR;

/// Whoever has an opening that nobody examined for longer than this many milliseconds opens no other: seven days.
pub const SUSPENDED_AFTER: i64 = 7 * DAY;

/// Openings of one account are counted over so many milliseconds: thirty days.
pub const COUNTED_OVER: i64 = 30 * DAY;

/// More openings of one account than this in that time are told to oversight.
pub const USUAL_AT_MOST: u32 = 3;

/// How many openings and tries are counted over so many milliseconds: one hour, at whose end they no longer count.
pub const PACED_OVER: i64 = HOUR;

/// So many files one account opens within that time. An opening that somebody examined and found justified no longer counts.
pub const OPENED_BY_ONE: u32 = 3;

/// So many files the people of one organisation open within that time, together. An opening that somebody outside the prison
/// (a monitor, a data protection officer) found justified no longer counts.
pub const OPENED_BY_ALL: u32 = 6;

/// So many numbers under which nothing opened one account tries within that time.
pub const TRIED_BY_ONE: u32 = 10;

codes! {
    /// What the emergency is.
    pub EmergencyReason as "emergency_reason" {
        /// The person's own life or health is in danger.
        LifeInDanger = "life_in_danger",
        /// The life or health of others is in danger.
        OthersInDanger = "others_in_danger",
        /// The person is missing, and may be in danger.
        Missing = "missing",
    }
}

codes! {
    /// What whoever examined an opening found.
    pub EmergencyFinding as "emergency_finding" {
        /// There was a danger, and the file was needed for it.
        Justified = "justified",
        /// There was none, or the file was not needed.
        NotJustified = "not_justified",
    }
}

/// `file.emergency_opened`: on record before anything is shown. It ends by itself, and is never prolonged: a new one needs a
/// new reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyOpened {
    /// The number by which the file was asked for, whole.
    pub number: Line,
    /// What the emergency is.
    pub reason: EmergencyReason,
    /// In a sentence.
    pub words: Text,
}

/// `file.emergency_reviewed`: by somebody else than whoever opened it. It is a report: whoever examined the opening later, or
/// sees it otherwise than the one before, is recorded beside that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyReviewed {
    /// The opening.
    pub opening: ActId,
    /// What was found.
    pub found: EmergencyFinding,
    /// Why.
    pub reason: Text,
    /// Did whoever examined it stand below whoever opened it, on the day of the opening or of the examination? Computed from posts
    /// and lines and written by the program; nothing in version 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Below>,
}

/// What somebody found who examined an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExaminedFacts {
    /// The act.
    pub act: ActId,
    /// Who examined it.
    pub by: AccountId,
    /// When.
    pub at: Moment,
    /// What was found.
    pub found: EmergencyFinding,
}

/// One opening of a file in an emergency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyFacts {
    /// The act.
    pub act: ActId,
    /// Who opened it.
    pub by: AccountId,
    /// In which capacity.
    pub capacity: Capacity,
    /// For which organisation.
    pub org: OrgId,
    /// When.
    pub at: Moment,
    /// What the emergency was.
    pub reason: EmergencyReason,
    /// When somebody was shut out before the hour was over, by a restriction that does not name them or by a tie.
    pub shut: Option<Moment>,
    /// Who examined it, in the order in which it was recorded. The first ends the wait; the last word counts.
    pub examined: Vec<ExaminedFacts>,
}

impl EmergencyFacts {
    /// The first instant at which the file is no longer open through it.
    pub fn until(&self) -> Moment {
        let hour = self.at.plus(OPEN_FOR);
        self.shut.map_or(hour, |shut| shut.min(hour))
    }

    /// Is the file open through it at this instant? At its end it no longer is.
    pub fn is_open(&self, at: Moment) -> bool {
        self.at <= at && at < self.until()
    }

    /// The instant by which it is examined.
    pub const fn review_by(&self) -> Moment {
        self.at.plus(EXAMINED_WITHIN)
    }

    /// May it be examined by this account? Never by whoever opened it, nor by somebody who stands below that person: in the line of
    /// command, as far as it is on record; where it is not, a supervisor stands below whoever leads the same prison.
    pub fn may_be_examined_by(
        &self,
        account: AccountId,
        (capacity, org): (Capacity, OrgId),
        below: Below,
    ) -> Result<(), NotPossible> {
        let leads = matches!(self.capacity, Capacity::Supervisor | Capacity::Governor);
        let by_capacity = capacity == Capacity::Supervisor && org == self.org && leads;
        match below {
            _ if self.by == account => Err(NotPossible::OwnEmergency),
            Below::Below => Err(NotPossible::EmergencyOfLeader),
            Below::NotKnown if by_capacity => Err(NotPossible::EmergencyOfLeader),
            Below::NotBelow | Below::NotKnown => Ok(()),
        }
    }
}

/// What an act that opens a file says of itself.
pub fn opened(recorded: &Recorded, body: &EmergencyOpened) -> EmergencyFacts {
    let by = &recorded.envelope;
    EmergencyFacts {
        act: recorded.id(),
        by: by.actor,
        capacity: by.capacity,
        org: by.org,
        at: recorded.at,
        reason: body.reason,
        shut: None,
        examined: Vec::new(),
    }
}

/// Takes an act into the openings of a file.
pub(crate) fn take(openings: &mut Vec<EmergencyFacts>, recorded: &Recorded, act: &topic::File) {
    match act {
        topic::File::EmergencyOpened(body) => openings.push(opened(recorded, body)),
        topic::File::EmergencyReviewed(body) => {
            if let Some(opening) = openings.iter_mut().find(|opening| opening.act == body.opening) {
                let (act, by, at) = (recorded.id(), recorded.envelope.actor, recorded.at);
                opening.examined.push(ExaminedFacts { act, by, at, found: body.found });
            }
        }
        topic::File::Restricted(body) => {
            shut(openings, recorded.at, |opening| body.named.iter().all(|named| named.account != opening.by));
        }
        topic::File::ConflictDeclared(body) => shut(openings, recorded.at, |opening| opening.by == body.account),
        _ => {}
    }
}

/// Shuts those of these openings that are still open.
fn shut(openings: &mut [EmergencyFacts], at: Moment, whose: impl Fn(&EmergencyFacts) -> bool) {
    for opening in openings.iter_mut().filter(|opening| opening.is_open(at) && whose(opening)) {
        opening.shut = Some(at);
    }
}

/// Is it possible? Time runs from when it was recorded: nobody opens a file yesterday.
pub(crate) fn admit(openings: &[EmergencyFacts], recorded: &Recorded, act: &topic::File) -> Result<(), NotPossible> {
    let by = &recorded.envelope;
    match act {
        topic::File::EmergencyOpened(_) => {
            let open = openings.iter().any(|opening| opening.by == by.actor && opening.is_open(recorded.at));
            if open { Err(NotPossible::EmergencyOpen) } else { Ok(()) }
        }
        topic::File::EmergencyReviewed(body) => {
            let opening = openings.iter().find(|opening| opening.act == body.opening);
            let opening = opening.ok_or(NotPossible::EmergencyUnknown)?;
            opening.may_be_examined_by(by.actor, (by.capacity, by.org), body.below.unwrap_or(Below::NotKnown))
        }
        _ => Ok(()),
    }
}
