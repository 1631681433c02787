//! The reading: which parts of one stream may be opened for one actor now.
//!
//! It opens nothing itself, and it is no promise that the look was recorded.

use domain::{AccountId, Action, Capacity, Ground, Moment, OrgId, Part, StreamId};

use crate::PartSet;
use crate::actor::{Actor, Bar, Held, standing};
use crate::right::parts;

/// What may be opened: made by [`readable`] and [`printable`] alone.
///
/// ```compile_fail,E0451
/// use domain::{Action, Capacity, Ground, StreamId};
/// fn forge(actor: &access::Actor) -> access::Reading {
///     access::Reading {
///         account: actor.account,
///         org: actor.org,
///         capacity: Capacity::Monitor,
///         stream: StreamId::INSTALLATION,
///         action: Action::Read,
///         parts: access::PartSet::EMPTY,
///         ground: Ground::Mandate,
///         until: None,
///     }
/// }
/// ```
///
/// ```compile_fail,E0599
/// fn twice(reading: access::Reading) -> (access::Reading, access::Reading) {
///     (reading.clone(), reading)
/// }
/// ```
#[derive(Debug)]
#[must_use = "a reading is what decides which bodies are opened"]
pub struct Reading {
    account: AccountId,
    org: OrgId,
    capacity: Capacity,
    stream: StreamId,
    action: Action,
    parts: PartSet,
    ground: Ground,
    until: Option<Moment>,
}

/// Which parts of this stream the actor may see now; `None` if none, and then nothing may show that the stream exists.
pub fn readable(actor: &Actor, stream: StreamId, held: &[Held], bars: &[Bar], now: Moment) -> Option<Reading> {
    reading(actor, stream, Action::Read, held, bars, now)
}

/// Which parts of this stream the actor may put on paper or export now.
pub fn printable(actor: &Actor, stream: StreamId, held: &[Held], bars: &[Bar], now: Moment) -> Option<Reading> {
    reading(actor, stream, Action::Print, held, bars, now)
}

/// Joins what each ground opens. A part is taken from the ground that opens it longest, and the whole lasts until the
/// first of the grounds that it was taken from ends.
fn reading(
    actor: &Actor,
    stream: StreamId,
    action: Action,
    held: &[Held],
    bars: &[Bar],
    now: Moment,
) -> Option<Reading> {
    if actor.is_installation() {
        return None;
    }
    let mut opened = PartSet::EMPTY;
    let mut widest: Option<(Ground, usize)> = None;
    let mut until: Option<Moment> = None;
    for on in standing(held, bars, now) {
        let on_this = parts(actor.capacity, on.ground, action, actor.strength);
        if on_this.is_within(opened) {
            continue;
        }
        opened = opened.union(on_this);
        until = match (until, on.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        if widest.is_none_or(|(_, width)| width < on_this.len()) {
            widest = Some((on.ground, on_this.len()));
        }
    }
    let (ground, _) = widest?;
    Some(Reading {
        account: actor.account,
        org: actor.org,
        capacity: actor.capacity,
        stream,
        action,
        parts: opened,
        ground,
        until,
    })
}

impl Reading {
    /// May this part of this stream be opened with it?
    pub fn opens(&self, stream: StreamId, part: Part) -> bool {
        self.stream == stream && self.parts.contains(part)
    }

    /// Does it still stand at this instant? At its end it no longer does.
    pub fn stands_at(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// The account that looks.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The organisation it looks for.
    pub const fn org(&self) -> OrgId {
        self.org
    }

    /// What it looks as.
    pub const fn capacity(&self) -> Capacity {
        self.capacity
    }

    /// The stream that may be opened.
    pub const fn stream(&self) -> StreamId {
        self.stream
    }

    /// Reading, or printing.
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The parts that may be opened; never none.
    pub const fn parts(&self) -> PartSet {
        self.parts
    }

    /// The ground that opens most of them: what the record of the look will say.
    pub const fn ground(&self) -> Ground {
        self.ground
    }

    /// The first instant at which it no longer stands.
    pub const fn until(&self) -> Option<Moment> {
        self.until
    }
}
