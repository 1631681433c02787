//! Facts of the way through: admission, health attestations, assessment and plan, transfer and release.
//!
//! Times, codes and ids only. What a rule about that way needs beyond the facts that every page uses is kept here; nothing
//! in it says why somebody is held, what they suffer from, or what anybody thinks of them.

use crate::id::ActId;
use crate::kind::{Act, topic};
use crate::moment::Moment;
use crate::organisation::Aim;
use crate::recorded::Recorded;
use crate::release::ReleaseItem;

/// Something that was recorded of the way, and when it was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted<T> {
    /// The act.
    pub act: ActId,
    /// When it was so.
    pub at: Moment,
    /// When it was recorded.
    pub known: Moment,
    /// What.
    pub value: T,
}

impl<T> Noted<T> {
    fn of(recorded: &Recorded, value: T) -> Self {
        Self { act: recorded.id(), at: recorded.concerns(), known: recorded.at, value }
    }
}

/// What the way has left on record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassageFacts {
    /// Every time somebody was received from outside: admitted, or back in custody.
    pub received: Vec<Noted<()>>,
    /// When each date of release became known: with the sentence, or set by itself.
    pub dates: Vec<Noted<()>>,
    /// Release items, of every release.
    pub items: Vec<Noted<ReleaseItem>>,
    /// What the service of each referral aimed at; nothing if it was not known that day.
    pub aims: Vec<Noted<Option<Aim>>>,
}

impl PassageFacts {
    /// Takes one act in.
    pub(crate) fn take(&mut self, recorded: &Recorded) {
        match &recorded.act {
            Act::Custody(topic::Custody::Admitted(_) | topic::Custody::Returned(_)) => {
                self.received.push(Noted::of(recorded, ()));
            }
            Act::Custody(topic::Custody::SentenceRecorded(_) | topic::Custody::ReleaseDateSet(_)) => {
                self.dates.push(Noted::of(recorded, ()));
            }
            Act::Release(topic::Release::ItemArranged(body)) => self.items.push(Noted::of(recorded, body.item)),
            Act::Referral(topic::Referral::Begun(body)) => self.aims.push(Noted::of(recorded, body.aim)),
            _ => {}
        }
    }
}
