//! The permit: leave to append one act, of one action, to one part of one stream.
//!
//! It says nothing of whether the act is possible or lawful: that is for admission and for the safeguards.

use domain::{AccountId, ActId, Action, Capacity, Ground, Moment, OrgId, Part, StreamId};

use crate::actor::{Actor, Bar, Held, standing};
use crate::right::allows;

/// Leave to append one act. Appending takes it by value; it cannot be copied, kept for another act, or made elsewhere:
///
/// ```compile_fail,E0451
/// use domain::{Action, Capacity, Ground, Part, StreamId};
/// fn forge(actor: &access::Actor) -> access::Permit {
///     access::Permit {
///         account: actor.account,
///         org: actor.org,
///         capacity: Capacity::Governor,
///         stream: StreamId::INSTALLATION,
///         part: Part::Measures,
///         action: Action::Decide,
///         ground: Ground::Custody,
///         until: None,
///         for_post: None,
///     }
/// }
/// ```
///
/// ```compile_fail,E0599
/// fn twice(permit: access::Permit) -> (access::Permit, access::Permit) {
///     (permit.clone(), permit)
/// }
/// ```
///
/// ```compile_fail,E0382
/// fn append(_: access::Permit) {}
/// fn twice(permit: access::Permit) {
///     append(permit);
///     append(permit);
/// }
/// ```
#[derive(Debug)]
#[must_use = "a permit that is not spent appends nothing"]
pub struct Permit {
    account: AccountId,
    org: OrgId,
    capacity: Capacity,
    stream: StreamId,
    part: Part,
    action: Action,
    ground: Ground,
    until: Option<Moment>,
    for_post: Option<ActId>,
}

/// Asks for leave to do this to this part of this stream, on the grounds held now.
///
/// Of several grounds that would do, the permit names the one that lasts longest. `None` says no more than *no*: the
/// answer to the asker must not depend on why.
pub fn permit(
    actor: &Actor,
    stream: StreamId,
    part: Part,
    action: Action,
    held: &[Held],
    bars: &[Bar],
    now: Moment,
) -> Option<Permit> {
    if actor.is_installation() {
        return None;
    }
    let on = standing(held, bars, now)
        .into_iter()
        .find(|held| allows(actor.capacity, held.ground, part, action, actor.strength))?;
    Some(Permit {
        account: actor.account,
        org: actor.org,
        capacity: actor.capacity,
        stream,
        part,
        action,
        ground: on.ground,
        until: on.until,
        for_post: actor.stands_in.map(|stands| stands.post),
    })
}

impl Permit {
    /// Leave to record what the installation records by itself: a look, a refusal, a sign-in, a finding, an expiry.
    /// It is for [`Action::Witness`] alone, so nothing that somebody does can be recorded with it.
    pub fn witness(actor: &Actor, stream: StreamId, part: Part) -> Self {
        Self {
            account: actor.account,
            org: actor.org,
            capacity: actor.capacity,
            stream,
            part,
            action: Action::Witness,
            ground: Ground::Installation,
            until: None,
            for_post: actor.stands_in.map(|stands| stands.post),
        }
    }

    /// Leave to found an installation: its first acts, before there is anybody who could be asked. Used by the founding
    /// alone; `xtask tidy` proves that.
    pub fn founding(stream: StreamId, part: Part, action: Action) -> Self {
        let Actor { account, org, capacity, .. } = Actor::installation();
        Self { account, org, capacity, stream, part, action, ground: Ground::Installation, until: None, for_post: None }
    }

    /// Is it leave to do this to this part of this stream?
    pub fn admits(&self, stream: StreamId, part: Part, action: Action) -> bool {
        self.stream == stream && self.part == part && self.action == action
    }

    /// Does it still stand at this instant? At its end it no longer does.
    pub fn stands_at(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// The account that acts.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The organisation it acts for.
    pub const fn org(&self) -> OrgId {
        self.org
    }

    /// What it acts as.
    pub const fn capacity(&self) -> Capacity {
        self.capacity
    }

    /// The stream it may append to.
    pub const fn stream(&self) -> StreamId {
        self.stream
    }

    /// The part it may touch.
    pub const fn part(&self) -> Part {
        self.part
    }

    /// What it may do.
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The ground it rests on: what the envelope of the act will say.
    pub const fn ground(&self) -> Ground {
        self.ground
    }

    /// The post for which somebody acts who stands in: what the envelope of the act will say.
    pub const fn for_post(&self) -> Option<ActId> {
        self.for_post
    }

    /// The first instant at which it no longer stands.
    pub const fn until(&self) -> Option<Moment> {
        self.until
    }
}
