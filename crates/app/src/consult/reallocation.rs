//! What somebody carries, for giving all of it to somebody else in one deed.
//!
//! Asked by those alone who allocate files. Files that the receiver is kept from stay where they are, and are counted.

use access::Actor;
use domain::look::ListName;
use domain::{AccountId, Action, CaseId, Ground, Part, StreamId};

use super::cases::carried_places;
use super::places::AtStep;
use super::{listed, resting};
use crate::disclosed::Disclosed;
use crate::refusal::Refusal;
use crate::{App, bar};

/// Most files that one deed gives to somebody else.
pub const AT_ONCE: usize = 500;

/// What one case manager carries, as far as the asker sees it.
#[derive(Debug, Clone)]
pub struct Carried {
    /// Files that can be given to the receiver.
    pub cases: Vec<CaseId>,
    /// How many files the receiver is kept from, by a restriction or a conflict of interest.
    pub kept_from: usize,
}

impl App {
    /// The files that `from` carries, and which of them `to` may be given; at most [`AT_ONCE`].
    pub fn carried(&self, actor: &Actor, from: AccountId, to: AccountId) -> Result<Disclosed<Carried>, Refusal> {
        self.show_for_an_act(actor, |tx, now| {
            let allocates =
                access::allows(actor.capacity, Ground::Custody, Part::Identity, Action::Allocate, actor.strength);
            if !allocates {
                return Err(Refusal::NotYours);
            }
            let carried = carried_places(tx, actor, from, AtStep::NotClosed, now)?;
            // The oldest first, and no more than one deed gives.
            let files: Vec<StreamId> = carried.iter().rev().take(AT_ONCE).map(|place| place.stream).collect();
            // The receiver works in the same prison: only that counts for what keeps somebody from a file.
            let receiver = Actor { account: to, stands_in: None, ..*actor };
            let mut carried = Carried { cases: Vec::new(), kept_from: 0 };
            for file in &files {
                if bar::on(tx, &receiver, *file, now)?.is_empty() {
                    carried.cases.push((*file).into());
                } else {
                    carried.kept_from = carried.kept_from.saturating_add(1);
                }
            }
            let rests_on = resting(&files, Part::Identity);
            listed(tx, actor, now, (ListName::Cases, files), (carried, rests_on))
        })
    }
}
