//! What the installation writes down by itself: looks, refusals, sign-ins. Sealed by the key of the year, and moving no
//! head.
//!
//! INVARIANT: nothing is shown before the entry of the look is durable, and no look is entered for which the right had
//! ended by then: the writer asks again.

use access::{Actor, PartSet, Reading};
use domain::kind::Sealing;
use domain::look::{self, RefusalReason};
use domain::{Act, Moment, Part, StreamId};
use ledger::seal::Key;
use store::{Tx, Val};

use crate::App;
use crate::budget::{At, Cost};
use crate::chance::draw;
use crate::disclosed::Disclosed;
use crate::ground;
use crate::keys::SealedBy;
use crate::ledger_rows::{key_of, signed};
use crate::refusal::{Fault, Refusal, Turn};
use crate::writing::size_of;

/// How often something is prepared or read again because something else moved under it.
pub(crate) const TRIES: usize = 8;

/// Something read for somebody, not shown yet.
pub(crate) struct Opened<T> {
    /// What was read.
    pub(crate) value: T,
    /// Until when the right to see it lasts, as far as it was known then.
    pub(crate) until: Option<Moment>,
    /// In whose stream the look is entered, and the entry.
    pub(crate) entry: (StreamId, Act),
    /// What had to be open for it: streams, and the parts of each.
    pub(crate) rests_on: Vec<Resting>,
}

impl<T> Opened<T> {
    /// A file that is open because somebody is in danger is limited by nothing.
    fn limited(&self) -> At {
        let free = self.rests_on.iter().any(|resting| resting.limited == At::NoLimit);
        if free { At::NoLimit } else { At::TheLimit }
    }
}

/// What something that was read rests on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Resting {
    stream: StreamId,
    parts: PartSet,
    by: By,
    limited: At,
}

/// By what right it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// Reading these parts of a stream.
    Reading,
    /// Putting them on paper.
    Printing,
    /// More rights than can be asked for again one by one: if any moved, it is read again.
    EveryRight,
}

impl Resting {
    /// On this much of what a reading opens.
    pub(crate) fn on(reading: &Reading, parts: PartSet) -> Self {
        let by = if reading.action() == domain::Action::Print { By::Printing } else { By::Reading };
        Self { stream: reading.stream(), parts, by, limited: At::on(reading.ground()) }
    }

    /// On reading one part of a stream.
    pub(crate) fn part(stream: StreamId, part: Part) -> Self {
        Self { stream, parts: PartSet::EMPTY.with(part), by: By::Reading, limited: At::TheLimit }
    }

    /// On every right that there is.
    pub(crate) fn on_every_right() -> Self {
        Self { stream: StreamId::INSTALLATION, parts: PartSet::EMPTY, by: By::EveryRight, limited: At::TheLimit }
    }

    fn stands(&self, tx: &mut Tx<'_>, actor: &Actor, at: Moment) -> Result<bool, Fault> {
        let standing = ground::standing(tx, actor, self.stream, at)?;
        let opened = match self.by {
            By::Reading => standing.readable(actor, self.stream, at),
            By::Printing => standing.printable(actor, self.stream, at),
            By::EveryRight => return Ok(false),
        };
        Ok(opened.is_some_and(|reading| self.parts.is_within(reading.parts())))
    }
}

/// What a look was read from: entered only if it still stands.
struct Seen {
    size: u64,
    until: Option<Moment>,
    rests_on: Vec<Resting>,
    limited: At,
}

impl App {
    /// Reads something for somebody and shows it once the entry of the look is durable. Whoever may not see it leaves one
    /// entry of a refusal, whatever was asked for.
    pub(crate) fn show<T>(
        &self,
        actor: &Actor,
        read: impl Fn(&mut Tx<'_>, Moment) -> Result<Opened<T>, Refusal>,
    ) -> Result<Disclosed<T>, Refusal> {
        self.show_up_to(At::TheLimit, actor, read)
    }

    /// The same for a question that must be answered before something can be recorded: it counts, and is never too much.
    pub(crate) fn show_for_an_act<T>(
        &self,
        actor: &Actor,
        read: impl Fn(&mut Tx<'_>, Moment) -> Result<Opened<T>, Refusal>,
    ) -> Result<Disclosed<T>, Refusal> {
        self.show_up_to(At::NoLimit, actor, read)
    }

    fn show_up_to<T>(
        &self,
        limited: At,
        actor: &Actor,
        read: impl Fn(&mut Tx<'_>, Moment) -> Result<Opened<T>, Refusal>,
    ) -> Result<Disclosed<T>, Refusal> {
        let outcome = match self.try_show(limited, actor, read) {
            Err(Refusal::OverBudget { what, limit, until }) => {
                self.note_over_budget(actor, what, limit)?;
                Err(Refusal::OverBudget { what, limit, until })
            }
            Err(Refusal::Paced { turn: Turn::ToTake(file), .. }) => Err(self.take_turn(actor, file)?),
            outcome => outcome,
        };
        self.on_record(actor, outcome)
    }

    fn try_show<T>(
        &self,
        limited: At,
        actor: &Actor,
        read: impl Fn(&mut Tx<'_>, Moment) -> Result<Opened<T>, Refusal>,
    ) -> Result<Disclosed<T>, Refusal> {
        for _ in 0..TRIES {
            let now = self.now();
            let (opened, size) = self.store.read(|tx| -> Result<_, Refusal> {
                if !ground::stands(tx, actor, now)? {
                    return Err(Refusal::NotYours);
                }
                let opened = read(tx, now)?;
                // Asked after the rights, so that a file that is not theirs is the one 404 at any count.
                if limited == At::TheLimit && opened.limited() == At::TheLimit {
                    let (stream, act) = &opened.entry;
                    self.budget.admits(tx, actor, Cost::of(*stream, act, actor), now)?;
                }
                Ok((opened, size_of(tx)?))
            })?;
            let limited = if limited == At::TheLimit { opened.limited() } else { limited };
            let Opened { value, until, entry: (stream, act), rests_on } = opened;
            let seen = Seen { size, until, rests_on, limited };
            if self.enter(actor, stream, act, Some(seen))? {
                return Ok(Disclosed::new(value, until));
            }
        }
        Err(Fault::from(store::Error::Busy).into())
    }

    /// One entry in the record of whoever asked; it does not say what was asked for.
    pub(crate) fn record_refusal(&self, actor: &Actor, reason: RefusalReason) -> Result<(), Refusal> {
        self.witness(actor, actor.account.stream(), Act::from(look::Refused { reason }))
    }

    /// Writes down an act of the installation's own.
    pub(crate) fn witness(&self, actor: &Actor, stream: StreamId, act: Act) -> Result<(), Refusal> {
        self.enter(actor, stream, act, None).map(|_| ())
    }

    /// Writes an entry; no, if what it tells of no longer stands.
    fn enter(&self, actor: &Actor, stream: StreamId, act: Act, seen: Option<Seen>) -> Result<bool, Refusal> {
        debug_assert!(act.kind().row().sealing == Sealing::Year);
        let (budget, cost) = (self.budget, Cost::of(stream, &act, actor));
        let (entry, actor, now) = (self.entry(actor, stream, act)?, *actor, self.now());
        let outcome = self.change(move |tx, edge| {
            if let Some(seen) = &seen {
                let at = edge.at(now);
                let ended = seen.until.is_some_and(|until| until <= at);
                let changed = edge.rights > seen.size;
                if ended || (changed && !all_stand(tx, &actor, &seen.rests_on, at)?) {
                    return Err(Refusal::Meanwhile { moved: Vec::new() });
                }
                // Others of the same account may have been entered since it was counted.
                if seen.limited == At::TheLimit {
                    budget.admits(tx, &actor, cost, at)?;
                }
                budget.spend(tx, &actor, (cost, entry.act()), at)?;
            }
            Ok(entry.write(tx, edge)?)
        });
        match outcome {
            Ok(_) => Ok(true),
            Err(Refusal::Meanwhile { .. }) => Ok(false),
            Err(refusal) => Err(refusal),
        }
    }

    /// The key of a year, made when the first look of the year is recorded.
    pub(crate) fn year_key(&self, year: u16) -> Result<Key, Refusal> {
        let sealed_by = SealedBy::Year(year);
        if let Some(key) = self.keys.opened(sealed_by.name()) {
            return Ok(key);
        }
        if let Some(key) = self.store.read(|tx| key_of(&self.keys, tx, sealed_by))? {
            return Ok(key);
        }
        let fresh = Key::new(draw(&*self.entropy)?);
        let wrapped = self.keys.wrap(sealed_by.name(), &fresh, &*self.entropy)?;
        let epoch = self.keys.epoch;
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec(
                "insert into year_key (year, epoch, wrapped) values ($1, $2, $3) on conflict (year) do nothing",
                &[signed(year.into()), Val::I64(epoch.into()), Val::Blob(&wrapped)],
            )?;
            Ok(())
        })?;
        let key = self.store.read(|tx| key_of(&self.keys, tx, sealed_by))?;
        key.ok_or_else(|| Fault::unreadable("the key of the year").into())
    }
}

fn all_stand(tx: &mut Tx<'_>, actor: &Actor, rests_on: &[Resting], at: Moment) -> Result<bool, Fault> {
    if !ground::stands(tx, actor, at)? {
        return Ok(false);
    }
    for resting in rests_on {
        if !resting.stands(tx, actor, at)? {
            return Ok(false);
        }
    }
    Ok(true)
}
