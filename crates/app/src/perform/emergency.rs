//! Which file an emergency asks for: found by its whole number, and by nothing else.
//!
//! INVARIANT: whatever stands against it — no such number, two files under one number, a restriction, a tie, an end of the
//! file — is one refusal, after the same questions. Everything that is asked before the number is about the asker alone.

use domain::admission::NotPossible;
use domain::emergency::EmergencyOpened;
use domain::{Action, Part, StreamId};
use store::Tx;

use super::{Proposed, Work};
use crate::refusal::{Fault, Refusal};
use crate::{bar, emergency, ground, step_up};

/// The stream that a deed names before the number was looked up.
pub const UNFOUND: StreamId = StreamId::INSTALLATION;

/// What opening a file asks of the table.
const OPENS: (Part, Action) = (Part::Record, Action::Open);

impl Work<'_> {
    /// The same act on the file with this number.
    pub(super) fn called(
        &self,
        tx: &mut Tx<'_>,
        proposed: &Proposed,
        body: &EmergencyOpened,
    ) -> Result<Proposed, Refusal> {
        let (actor, now) = (self.actor, self.now);
        if actor.stands_in.is_some() {
            // It would stand under the capacity of the post, and be open to nobody who acts for one.
            return Err(NotPossible::EmergencyStandingIn.into());
        }
        let org = actor.org.stream();
        let own = ground::standing(tx, actor, org, now)?;
        if own.permit(actor, org, OPENS, now).is_none() {
            let fresh = step_up::proved(actor).is_some_and(|proved| own.permit(&proved, org, OPENS, now).is_some());
            return Err(if fresh { Refusal::NeedsFresh } else { Refusal::NotAllowed });
        }
        if emergency::suspended(tx, actor.account, now)? {
            return Err(NotPossible::EmergencySuspended.into());
        }
        if emergency::paced(tx, actor, now)? {
            return Err(NotPossible::EmergencyPaced.into());
        }
        // Numbers are known once names are: until then the answer is "not now", and never "no such file".
        if !self.app.names.loaded() {
            return Err(Fault::from(store::Error::Busy).into());
        }
        let found = self.app.names.numbered(body.number.as_str().trim());
        let only = if let [only] = found.as_slice() { Some(*only) } else { None };
        // Asked whether there is a file or not, so that both take the same work.
        let stream = only.unwrap_or(UNFOUND);
        let standing = ground::standing(tx, actor, stream, now)?;
        let barred = !bar::on(tx, actor, stream, now)?.is_empty();
        let restricted = bar::restricted_to_others(tx, actor, stream, now)?;
        let closed = emergency::is_closed(tx, stream)?;
        if only.is_none() || barred || restricted || closed || ![UNFOUND, stream].contains(&proposed.stream) {
            return Err(Refusal::NotYours);
        }
        if standing.opens_by_work(actor, stream, Part::Identity, now) {
            return Err(NotPossible::EmergencyNotNeeded.into());
        }
        // Time runs from when it is recorded: nobody opens a file yesterday.
        Ok(Proposed { stream, act: proposed.act.clone(), concerns: None })
    }
}

/// What a file as it stands answers to an emergency. Its end is no news to somebody who may not see that it is there.
pub(super) fn told_alike(reason: NotPossible) -> Refusal {
    match reason {
        NotPossible::EmergencyOpen => reason.into(),
        _ => Refusal::NotYours,
    }
}
