//! Vaults that are open now: in memory, for one session each, until a quarter of an hour is over.
//!
//! Nothing correct rests on it: after a restart, or on another server, the passphrase is asked for again.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use access::Actor;
use domain::{AccountId, ActId, Moment};

use crate::backup::Identity;

/// Whose session, by the hash of its cookie.
type Session = (AccountId, [u8; 32]);

struct Open {
    vault: ActId,
    identity: Identity,
    until: Moment,
}

/// The vaults that are open. An identity is wiped when it is dropped.
#[derive(Default)]
pub(crate) struct Opened(Mutex<BTreeMap<Session, Open>>);

impl Opened {
    fn locked(&self) -> std::sync::MutexGuard<'_, BTreeMap<Session, Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn open(&self, actor: &Actor, session: [u8; 32], vault: ActId, identity: Identity, until: Moment) {
        self.locked().insert((actor.account, session), Open { vault, identity, until });
    }

    pub(super) fn close(&self, account: AccountId, session: [u8; 32]) {
        self.locked().remove(&(account, session));
    }

    pub(crate) fn close_all_of(&self, account: AccountId) {
        self.locked().retain(|(whose, _), _| *whose != account);
    }

    pub(super) fn sweep(&self, now: Moment) {
        self.locked().retain(|_, open| now < open.until);
    }

    /// Until when this vault is open in the session.
    pub(crate) fn until(&self, actor: &Actor, session: [u8; 32], vault: ActId, now: Moment) -> Option<Moment> {
        self.with(actor, session, vault, now, |_| ())?;
        self.locked().get(&(actor.account, session)).map(|open| open.until)
    }

    /// Does something with what opens this vault, if it is open in the session.
    pub(crate) fn with<T>(
        &self,
        actor: &Actor,
        session: [u8; 32],
        vault: ActId,
        now: Moment,
        work: impl FnOnce(&Identity) -> T,
    ) -> Option<T> {
        let mut all = self.locked();
        let whose = (actor.account, session);
        let open = all.get(&whose)?;
        if open.until <= now {
            all.remove(&whose);
            return None;
        }
        (open.vault == vault).then(|| work(&open.identity))
    }
}
