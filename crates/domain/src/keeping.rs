//! What in a file counts no more, and how long it is kept: corrections, strikes, holds, an erasure that was announced.
//!
//! A correction puts one report in the place of another when a file is folded; a strike takes the body away, so that there
//! is nothing left to fold. Whether the acts named exist, and who may, is decided elsewhere.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::admission::{NotPossible, earliest_day, latest_day};
use crate::facts::Facts;
use crate::file::ErasureBasis;
use crate::id::{AccountId, ActId};
use crate::kind::{Act, Kind, Nature, topic};
use crate::moment::{DAY, Date, Moment};
use crate::recorded::Recorded;

/// A hold lasts no longer than this, in milliseconds: six months.
pub const LONGEST_HOLD: i64 = 184 * DAY;

/// Between announcing an erasure and its day there are at least so many milliseconds: fourteen days.
pub const ANNOUNCED_FOR: i64 = 14 * DAY;

/// A closed file is kept for so many years after its closing or the end of the sentence, whichever is later.
pub const KEPT_FOR_YEARS: i64 = 2;

/// The last day for which a file is kept: nothing while it is open. A day is judged generously, for no time zone is known here.
pub fn kept_until(facts: &Facts) -> Option<Date> {
    let (_, closed, _) = facts.closed?;
    let ended = facts.sentence.map(|(_, _, ends)| ends);
    let from = ended.into_iter().chain([latest_day(closed)]).max()?;
    Some(from.saturating_add(jiff::Span::new().years(KEPT_FOR_YEARS)))
}

/// A hold on erasing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldFacts {
    /// The act that set it.
    pub act: ActId,
    /// When it was set.
    pub since: Moment,
    /// Its last day.
    pub until: Date,
    /// When it was lifted.
    pub lifted: Option<Moment>,
}

/// An erasure that was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnouncedFacts {
    /// The act.
    pub act: ActId,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Moment,
    /// The first day on which it may be carried out.
    pub on: Date,
    /// On what basis.
    pub basis: ErasureBasis,
}

/// What somebody proposed to strike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrikeFacts {
    /// The proposal.
    pub act: ActId,
    /// What is to be struck.
    pub of: ActId,
    /// By whom it was proposed.
    pub by: AccountId,
    /// Was it struck?
    pub struck: Option<ActId>,
}

/// How long a file is kept, and what in it counts no more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeepingFacts {
    /// Corrections: the report that was wrong, and the one in its place.
    pub corrected: Vec<(ActId, ActId)>,
    /// Strikes, proposed and done.
    pub strikes: Vec<StrikeFacts>,
    /// Holds.
    pub holds: Vec<HoldFacts>,
    /// The erasure announced last.
    pub announced: Option<AnnouncedFacts>,
}

impl KeepingFacts {
    /// Does a hold lie on the file at this moment? It does until its last day is over in the time zone of the place.
    pub fn held(&self, at: Moment, zone: &TimeZone) -> bool {
        self.holds.iter().any(|hold| hold.lifted.is_none() && at.date_in(zone) <= hold.until)
    }

    /// May this person erase the file at this moment?
    pub fn may_be_erased(&self, by: AccountId, at: Moment, zone: &TimeZone) -> Result<AnnouncedFacts, NotPossible> {
        let announced = self.announced.ok_or(NotPossible::NotAnnounced)?;
        if announced.by == by {
            Err(NotPossible::OwnProposal)
        } else if at.date_in(zone) < announced.on {
            Err(NotPossible::TooSoon)
        } else if self.held(at, zone) {
            Err(NotPossible::HeldBack)
        } else {
            Ok(announced)
        }
    }

    pub(crate) fn take(&mut self, recorded: &Recorded, act: &topic::File) {
        let (id, by) = (recorded.id(), recorded.envelope.actor);
        match act {
            topic::File::Corrected(body) => self.corrected.push((body.of, body.by)),
            topic::File::StrikeProposed(body) => {
                self.strikes.push(StrikeFacts { act: id, of: body.of, by, struck: None });
            }
            topic::File::Struck(body) => {
                if let Some(strike) = self.strikes.iter_mut().find(|strike| strike.act == body.proposed) {
                    strike.struck.get_or_insert(id);
                }
            }
            topic::File::HoldSet(body) => {
                self.holds.push(HoldFacts { act: id, since: recorded.at, until: body.until, lifted: None });
            }
            topic::File::HoldLifted(body) => {
                if let Some(hold) = self.holds.iter_mut().find(|hold| hold.act == body.hold) {
                    hold.lifted.get_or_insert(recorded.at);
                }
            }
            topic::File::ErasureAnnounced(body) => {
                self.announced = Some(AnnouncedFacts { act: id, by, at: recorded.at, on: body.on, basis: body.basis });
            }
            topic::File::ErasureWithdrawn(body) => {
                self.announced = self.announced.filter(|announced| announced.act != body.announced);
            }
            _ => {}
        }
    }

    /// Is it possible? Calendar days are judged generously, for no time zone is known here.
    pub(crate) fn admit(&self, recorded: &Recorded, act: &topic::File) -> Result<(), NotPossible> {
        let named = |act: ActId| self.corrected.iter().any(|(of, by)| *of == act || *by == act);
        let struck = |act: ActId| self.strikes.iter().any(|strike| strike.of == act && strike.struck.is_some());
        match act {
            // Whoever finds a mistake in a correction corrects the first report again.
            topic::File::Corrected(body) if self.corrected.iter().any(|(_, by)| *by == body.of) => {
                Err(NotPossible::NotCorrectable)
            }
            topic::File::Corrected(body) if body.of == body.by || named(body.by) => Err(NotPossible::NotCorrectable),
            topic::File::Corrected(body) if struck(body.of) => Err(NotPossible::AlreadyDone),
            topic::File::StrikeProposed(body) if struck(body.of) => Err(NotPossible::AlreadyDone),
            topic::File::Struck(body) => {
                let proposed = |strike: &&StrikeFacts| strike.act == body.proposed && strike.of == body.of;
                let strike = self.strikes.iter().find(proposed).ok_or(NotPossible::NotProposed)?;
                if strike.struck.is_some() || struck(body.of) {
                    Err(NotPossible::AlreadyDone)
                } else if strike.by == recorded.envelope.actor {
                    Err(NotPossible::OwnProposal)
                } else if self.holds.iter().any(|hold| hold.lifted.is_none() && earliest_day(recorded.at) <= hold.until)
                {
                    // A hold keeps what may be evidence: nothing of the file is destroyed while it lies.
                    Err(NotPossible::HeldBack)
                } else {
                    Ok(())
                }
            }
            topic::File::HoldSet(body) => {
                let today = earliest_day(recorded.at);
                let last = recorded.at.plus(LONGEST_HOLD).date_in(&TimeZone::UTC);
                if body.until < today {
                    Err(NotPossible::EndBeforeBeginning)
                } else if body.until > last {
                    Err(NotPossible::HoldTooLong)
                } else {
                    Ok(())
                }
            }
            topic::File::HoldLifted(body) => {
                let stands = self.holds.iter().any(|hold| hold.act == body.hold && hold.lifted.is_none());
                stands.then_some(()).ok_or(NotPossible::HoldUnknown)
            }
            topic::File::ErasureAnnounced(body) => {
                let ordered = body.basis == ErasureBasis::OrderedByLaw;
                let to_come = body.order.as_ref().is_some_and(|order| order.dated > latest_day(recorded.at));
                if ordered != body.order.is_some() || to_come {
                    return Err(NotPossible::OrderNotNamed);
                }
                let first = match body.basis {
                    ErasureBasis::OrderedByLaw => earliest_day(recorded.at),
                    _ => earliest_day(recorded.at.plus(ANNOUNCED_FOR)),
                };
                if body.on < first { Err(NotPossible::TooSoon) } else { Ok(()) }
            }
            // The last one announced is the one that counts: of an earlier one there is nothing to withdraw.
            topic::File::ErasureWithdrawn(body) => {
                let stands = self.announced.is_some_and(|announced| announced.act == body.announced);
                stands.then_some(()).ok_or(NotPossible::NotAnnounced)
            }
            topic::File::Erased(_) => Err(NotPossible::WrongSubject),
            _ => Ok(()),
        }
    }
}

/// Can a report of this kind be corrected by another one? Decisions are changed by decisions, and what is said of the file
/// itself is not a report about the person. A name has a correction of its own. What gives or ends a right has had its effect:
/// it is undone by another such act, never by saying that it was different.
pub fn correctable(kind: Kind) -> bool {
    let row = kind.row();
    let itself = matches!(kind, Kind::CustodyAdmitted | Kind::CustodyIdentityCorrected);
    let rights = gives_or_ends_rights(kind);
    row.subject == crate::kind::Subject::Case
        && row.nature == Nature::Report
        && !itself
        && !rights
        && !of_the_file(kind)
}

/// Does an act of a case give somebody a ground, or end one?
fn gives_or_ends_rights(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CustodyTransferred
            | Kind::CustodyReleased
            | Kind::CustodyReturned
            | Kind::CustodyDied
            | Kind::ConsentGiven
            | Kind::ConsentWithdrawn
            | Kind::HandoverReturned
    )
}

/// Can an act of this kind be struck? Not the admission, without which there is no file: a whole file of the wrong person is
/// erased. Nor what has a stream of its own behind it, what is said of the file itself, a consent, on which others' rights
/// rest (it is withdrawn, and given anew), or what the safeguards found.
pub fn strikable(kind: Kind) -> bool {
    let consent = matches!(kind, Kind::ConsentGiven | Kind::ConsentWithdrawn);
    let found = matches!(kind, Kind::FindingRaised | Kind::FindingClosed);
    let fast = consent || found || matches!(kind, Kind::CustodyAdmitted | Kind::ReferralBegun);
    kind.row().subject == crate::kind::Subject::Case && !fast && !of_the_file(kind)
}

fn of_the_file(kind: Kind) -> bool {
    kind.code().starts_with("file.")
}

/// Is this said of how long the file is kept, or of what in it counts?
pub fn is_of_keeping(act: &topic::File) -> bool {
    matches!(
        act,
        topic::File::Corrected(_)
            | topic::File::StrikeProposed(_)
            | topic::File::Struck(_)
            | topic::File::HoldSet(_)
            | topic::File::HoldLifted(_)
            | topic::File::ErasureAnnounced(_)
            | topic::File::ErasureWithdrawn(_)
            | topic::File::Erased(_)
    )
}

/// The acts as they count: each report that was corrected says what the one in its place says, and that one is left out.
pub(crate) fn counting(acts: Vec<&Recorded>) -> Vec<Cow<'_, Recorded>> {
    let mut places: BTreeMap<ActId, ActId> = BTreeMap::new();
    for recorded in &acts {
        if let Act::File(topic::File::Corrected(body)) = &recorded.act {
            places.insert(body.of, body.by);
        }
    }
    if places.is_empty() {
        return acts.into_iter().map(Cow::Borrowed).collect();
    }
    let by_id: BTreeMap<ActId, &Recorded> = acts.iter().map(|recorded| (recorded.id(), *recorded)).collect();
    // A reader who may not open both sees neither changed.
    let stands = |of: &ActId, by: &ActId| match (by_id.get(of), by_id.get(by)) {
        (Some(of), Some(by)) => of.act.kind() == by.act.kind(),
        _ => false,
    };
    places.retain(|of, by| stands(of, by));
    // Every replacement but the last one of a report is left out too.
    let replacing: std::collections::BTreeSet<ActId> = acts
        .iter()
        .filter_map(|recorded| match &recorded.act {
            Act::File(topic::File::Corrected(body)) if places.contains_key(&body.of) => Some(body.by),
            _ => None,
        })
        .collect();
    let mut counted = Vec::with_capacity(acts.len());
    for recorded in acts {
        let id = recorded.id();
        if replacing.contains(&id) {
            continue;
        }
        match places.get(&id).and_then(|by| by_id.get(by)) {
            None => counted.push(Cow::Borrowed(recorded)),
            Some(by) => {
                let mut in_place = recorded.clone();
                in_place.act = by.act.clone();
                in_place.envelope.concerns = by.concerns();
                // What happened after the first report was made was known only with the second.
                in_place.at = if by.concerns() > recorded.at { by.at } else { recorded.at };
                counted.push(Cow::Owned(in_place));
            }
        }
    }
    counted
}
