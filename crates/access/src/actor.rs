//! Who asks, what they hold, and what bars them.

use domain::{AccountId, ActId, Capacity, Ground, Moment, OrgId, StreamId, Strength};

/// Who acts: one account, for one organisation, in one capacity, with a session proved so strongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The account that signed in.
    pub account: AccountId,
    /// The organisation it acts for.
    pub org: OrgId,
    /// What it acts as in this session.
    pub capacity: Capacity,
    /// How strongly the session is proved at this moment.
    pub strength: Strength,
    /// The post for which they act, if they stand in for it: then the capacity is that of the post.
    pub stands_in: Option<StandsIn>,
}

/// For which post somebody acts who stands in for it, and by which act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandsIn {
    /// The act that said so.
    pub cover: ActId,
    /// The post, called by the act that established it.
    pub post: ActId,
    /// For whom; nobody, if nobody holds the post, or their account is not open.
    pub holder: Option<AccountId>,
}

impl Actor {
    /// The installation itself: its clock, its door. It witnesses, and it may do nothing else, whatever it is said to
    /// hold. Its capacity is written as the administrator's, who answers for it.
    pub fn installation() -> Self {
        Self {
            account: AccountId::from(StreamId::INSTALLATION),
            org: OrgId::from(StreamId::INSTALLATION),
            capacity: Capacity::SystemAdministrator,
            strength: Strength::Ordinary,
            stands_in: None,
        }
    }

    /// The account whose own grounds count: the actor's, or that of the one for whom they stand in. A post that nobody holds
    /// has no account: its own id stands for it, under which there is nothing.
    pub fn seat(&self) -> AccountId {
        let of_post = |stands: StandsIn| stands.holder.unwrap_or(AccountId::from_bytes(stands.post.bytes()));
        self.stands_in.map_or(self.account, of_post)
    }

    /// Is this the installation itself?
    pub fn is_installation(&self) -> bool {
        self.account.stream() == StreamId::INSTALLATION
    }
}

/// A ground that the actor holds on the stream in question, and that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Why.
    pub ground: Ground,
    /// The first instant at which it is no longer held.
    pub until: Option<Moment>,
}

impl Held {
    /// Is it still held at this instant? At its end it no longer is.
    pub fn holds(self, now: Moment) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// Something that keeps this actor from this stream, whatever grounds the actor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bar {
    /// The file is restricted to named people, and the actor is not one of them.
    Restricted,
    /// The actor, or somebody close in duty, is a party to what the file is about.
    Conflict,
    /// The file is about the actor or about a relative.
    OwnPerson,
}

impl Bar {
    /// Does it leave this ground standing? Only one bar does: a prison that restricts a file shuts out neither a mandate
    /// to oversee the prison, nor the person, nor whoever represents the person.
    pub fn leaves(self, ground: Ground) -> bool {
        let kept = matches!(ground, Ground::Mandate | Ground::NoSecondPerson | Ground::OwnFile | Ground::LegalMandate);
        self == Self::Restricted && kept
    }
}

/// The grounds among these that stand at this instant, the longest lasting first.
pub(crate) fn standing(held: &[Held], bars: &[Bar], now: Moment) -> Vec<Held> {
    let mut standing: Vec<Held> =
        held.iter().copied().filter(|held| held.holds(now) && bars.iter().all(|bar| bar.leaves(held.ground))).collect();
    // Equal ends are told apart by the list of grounds, so that the answer never depends on the order of rows.
    standing.sort_by_key(|held| (held.until.is_some(), std::cmp::Reverse(held.until), held.ground));
    standing
}
