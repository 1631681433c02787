//! The read budget: how many different files, and how many lists of people, one account opens within an hour.
//!
//! Whoever works with people opens some files; whoever copies a register opens all of them. Near the limit somebody is told, and
//! files open one after another ([`pace`]); at it they wait, and those who lead and oversee them are told of both. The same file again within the hour costs nothing, so that
//! no open page is lost. What is done (acts, signing out) is no look and costs nothing, and a question that recording needs is
//! counted and never refused. Rows of the last hour alone are kept, as working state: the record of looks is elsewhere.
//!
//! INVARIANT: the writer counts again before a look is entered. Two readers at once cannot both take the last place, and if it
//! cannot be counted, nothing is shown.

pub mod pace;

use std::sync::atomic::Ordering;

use access::{Actor, Permit};
use domain::look::{BudgetReached, Budgeted, ListName};
use domain::moment::HOUR;
use domain::{AccountId, Act, ActId, Capacity, Ground, Moment, Part, StreamId};
use store::{Tx, Val};

use crate::App;
use crate::chance::draw;
use crate::keys::SealedBy;
use crate::ledger_rows::{Prepared, Seal, envelope};
use crate::refusal::{Fault, Refusal};

/// The rows that are counted, and when somebody was last told of.
pub(crate) const TABLES: &[&str] = &[
    "create table looked (
        account {blob} not null, what text not null, of_what {blob} not null, at {i64} not null,
        primary key (account, what, of_what)){strict}",
    "create index looked_at on looked (account, what, at)",
    // Alerts and refusals are few among many looks: found without reading the others.
    "create index act_of_alert on act (recorded_at) where kind = 'look.budget_reached'",
    "create index act_of_refusal on act (recorded_at, actor) where kind = 'look.refused'",
];

/// Of so many tenths of a limit on, somebody is told that it comes near.
const NEAR_TENTHS: u64 = 8;

/// How much may be opened within any hour. A deployment may set less, never more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Different files, for civil society organisations and for everybody who is named nowhere else.
    pub civil_society: u32,
    /// Different files, for case managers and for probation.
    pub casework: u32,
    /// Different files, for all others who work in a prison.
    pub custody: u32,
    /// Different files, for oversight and data protection.
    pub oversight: u32,
    /// Lists that name people, for everybody.
    pub lists: u32,
}

impl Limits {
    /// What holds if nothing stricter is set. Reasons in `docs/adr/0021-read-budget.md`.
    pub const GENERAL: Self = Self { civil_society: 30, casework: 60, custody: 120, oversight: 300, lists: 600 };

    /// Is each of them at least one, and none more than the general one?
    pub fn are_as_strict(self) -> bool {
        let general = Self::GENERAL;
        let within = |set: u32, most: u32| (1..=most).contains(&set);
        within(self.civil_society, general.civil_society)
            && within(self.casework, general.casework)
            && within(self.custody, general.custody)
            && within(self.oversight, general.oversight)
            && within(self.lists, general.lists)
    }

    /// The limit of one capacity.
    pub fn of(self, capacity: Capacity, what: Budgeted) -> u32 {
        match (what, capacity) {
            (Budgeted::Lists, _) => self.lists,
            (Budgeted::Files, Capacity::CaseManager | Capacity::ProbationOfficer) => self.casework,
            (
                Budgeted::Files,
                Capacity::Supervisor
                | Capacity::Governor
                | Capacity::CustodyOfficer
                | Capacity::Registrar
                | Capacity::Health
                | Capacity::HearingOfficer
                | Capacity::ComplaintHandler,
            ) => self.custody,
            (Budgeted::Files, Capacity::Monitor | Capacity::IndependentReviewer | Capacity::DataProtection) => {
                self.oversight
            }
            (Budgeted::Files, _) => self.civil_society,
        }
    }
}

/// Whether looks are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBudget {
    /// They are, up to these limits.
    Within(Limits),
    /// They are not: while a synthetic past is lived through, and where a program reads by itself for a measurement. Never in
    /// a real installation.
    Uncounted,
}

impl Default for ReadBudget {
    fn default() -> Self {
        Self::Within(Limits::GENERAL)
    }
}

/// How much of a limit is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// Of what.
    pub what: Budgeted,
    /// So much within the last hour.
    pub used: u32,
    /// Of so much.
    pub limit: u32,
}

impl Spent {
    /// How long the next file waits to be opened, in milliseconds. Lists open at once or not at all.
    pub fn next_waits(self) -> i64 {
        match self.what {
            Budgeted::Files if self.used < self.limit => pace::pause(self.used, self.limit),
            Budgeted::Files | Budgeted::Lists => 0,
        }
    }

    /// Is it near the limit, or at it?
    pub fn is_near(self) -> bool {
        u64::from(self.used) * 10 >= u64::from(self.limit) * NEAR_TENTHS
    }
}

/// What a look costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cost {
    /// Nothing: one's own account, the installation, the directory.
    Nothing,
    /// This file, unless it was opened within the hour.
    File(StreamId),
    /// A list that names people.
    List,
}

impl Cost {
    /// What the entry of a look costs.
    pub(crate) fn of(stream: StreamId, act: &Act, actor: &Actor) -> Self {
        use domain::act::topic::Look;
        match act {
            Act::Look(Look::Consulted(_) | Look::Printed(_)) => {
                let own = stream == actor.account.stream() || stream == StreamId::INSTALLATION;
                if own { Self::Nothing } else { Self::File(stream) }
            }
            Act::Look(Look::Listed(body)) => match body.list {
                ListName::Organisations | ListName::Services | ListName::Accounts => Self::Nothing,
                _ => Self::List,
            },
            _ => Self::Nothing,
        }
    }

    fn what(self) -> Option<Budgeted> {
        match self {
            Self::Nothing => None,
            Self::File(_) => Some(Budgeted::Files),
            Self::List => Some(Budgeted::Lists),
        }
    }
}

/// Whether a look that costs too much is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// It is: somebody looks.
    TheLimit,
    /// It is counted and shown all the same: something is recorded with it, or somebody is in danger.
    NoLimit,
}

impl At {
    /// A file that was opened in an emergency is opened whatever was opened before.
    pub(crate) fn on(ground: Ground) -> Self {
        if ground == Ground::Emergency { Self::NoLimit } else { Self::TheLimit }
    }
}

impl ReadBudget {
    /// May this look be entered at this moment? Refused with the moment from which on it may.
    pub(crate) fn admits(self, tx: &mut Tx<'_>, actor: &Actor, cost: Cost, at: Moment) -> Result<(), Refusal> {
        let (Self::Within(limits), Some(what)) = (self, cost.what()) else { return Ok(()) };
        let limit = limits.of(actor.capacity, what);
        if let Cost::File(stream) = cost
            && opened_before(tx, actor.account, stream, at)?
        {
            return Ok(());
        }
        let used = used(tx, actor.account, what, at)?;
        if used < limit {
            return match cost {
                Cost::File(file) => pace::in_turn(tx, (actor.account, file), (used, limit), at),
                Cost::List | Cost::Nothing => Ok(()),
            };
        }
        Err(Refusal::OverBudget { what, limit, until: room_from(tx, actor.account, (what, limit), at)? })
    }

    /// Enters the cost of a look that is entered itself in the same transaction.
    pub(crate) fn spend(
        self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (cost, entry): (Cost, ActId),
        at: Moment,
    ) -> Result<(), store::Error> {
        let (Self::Within(_), Some(what)) = (self, cost.what()) else { return Ok(()) };
        let of = match cost {
            Cost::File(stream) => stream.bytes(),
            // Every list is one more: each has an entry of its own.
            Cost::List | Cost::Nothing => entry.bytes(),
        };
        note(tx, actor.account, (what.code(), &of), at)?;
        if let Cost::File(file) = cost {
            pace::over(tx, actor.account, file)?;
        }
        tx.exec(
            "delete from looked where account = $1 and what = $2 and at <= $3",
            &[Val::Blob(&actor.account.bytes()), Val::Text(what.code()), Val::I64(at.plus(-HOUR).millis())],
        )?;
        Ok(())
    }
}

fn note(tx: &mut Tx<'_>, account: AccountId, (what, of): (&str, &[u8; 16]), at: Moment) -> Result<(), store::Error> {
    tx.exec(
        "insert into looked (account, what, of_what, at) values ($1, $2, $3, $4)
         on conflict (account, what, of_what) do update set at = excluded.at",
        &[Val::Blob(&account.bytes()), Val::Text(what), Val::Blob(of), Val::I64(at.millis())],
    )?;
    Ok(())
}

/// Notes that somebody tries a number in an emergency.
pub(crate) fn note_try(tx: &mut Tx<'_>, account: AccountId, mark: ActId, at: Moment) -> Result<(), store::Error> {
    note(tx, account, ("tried", &mark.bytes()), at)
}

/// Forgets a try of which something came.
pub(crate) fn forget_try(tx: &mut Tx<'_>, account: AccountId, mark: ActId) -> Result<(), store::Error> {
    tx.exec(
        "delete from looked where account = $1 and what = 'tried' and of_what = $2",
        &[Val::Blob(&account.bytes()), Val::Blob(&mark.bytes())],
    )?;
    Ok(())
}

/// How many such numbers somebody tried after this moment.
pub(crate) fn tried(tx: &mut Tx<'_>, account: AccountId, since: Moment) -> Result<u32, store::Error> {
    let tried = tx.one(
        "select count(*) from looked where account = $1 and what = 'tried' and at > $2",
        &[Val::Blob(&account.bytes()), Val::I64(since.millis())],
        |row| row.get::<u32>(0),
    )?;
    Ok(tried.unwrap_or(u32::MAX))
}

/// A look counts for one hour: at its end it no longer does.
fn used(tx: &mut Tx<'_>, account: AccountId, what: Budgeted, at: Moment) -> Result<u32, Fault> {
    counted(tx, account, what.code(), at)
}

fn counted(tx: &mut Tx<'_>, account: AccountId, what: &str, at: Moment) -> Result<u32, Fault> {
    let used = tx.one(
        "select count(*) from looked where account = $1 and what = $2 and at > $3",
        &[Val::Blob(&account.bytes()), Val::Text(what), Val::I64(at.plus(-HOUR).millis())],
        |row| row.get::<u32>(0),
    )?;
    used.ok_or_else(|| Fault::unreadable("a count of looks"))
}

fn opened_before(tx: &mut Tx<'_>, account: AccountId, file: StreamId, at: Moment) -> Result<bool, Fault> {
    let found = tx.one(
        "select 1 from looked where account = $1 and what = $2 and of_what = $3 and at > $4",
        &[
            Val::Blob(&account.bytes()),
            Val::Text(Budgeted::Files.code()),
            Val::Blob(&file.bytes()),
            Val::I64(at.plus(-HOUR).millis()),
        ],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// From when on there is room: an hour after the look that must be forgotten first, so that fewer than the limit are left.
fn room_from(tx: &mut Tx<'_>, account: AccountId, (what, limit): (Budgeted, u32), at: Moment) -> Result<Moment, Fault> {
    let nth = tx.one(
        "select at from looked where account = $1 and what = $2 and at > $3 order by at desc limit 1 offset $4",
        &[
            Val::Blob(&account.bytes()),
            Val::Text(what.code()),
            Val::I64(at.plus(-HOUR).millis()),
            Val::I64(i64::from(limit.saturating_sub(1))),
        ],
        |row| row.get::<i64>(0),
    )?;
    Ok(nth.map_or(at, Moment::from_millis).plus(HOUR))
}

/// Deletes what counts no more.
pub(crate) fn clear_away(tx: &mut Tx<'_>, now: Moment) -> Result<(), store::Error> {
    tx.exec("delete from looked where at <= $1", &[Val::I64(now.plus(-HOUR).millis())])?;
    Ok(())
}

/// Is there anything that counts no more?
pub(crate) fn is_over(tx: &mut Tx<'_>, now: Moment) -> Result<bool, store::Error> {
    let old = [Val::I64(now.plus(-HOUR).millis())];
    Ok(tx.one("select 1 from looked where at <= $1 limit 1", &old, |row| row.get::<i64>(0))?.is_some())
}

impl App {
    /// How much of each limit somebody used within the last hour; nothing where looks are not counted.
    pub fn spent(&self, actor: &Actor) -> Result<Vec<Spent>, Fault> {
        let ReadBudget::Within(limits) = self.budget else { return Ok(Vec::new()) };
        let now = self.now();
        self.store.read(|tx| {
            let spent = |what: &Budgeted| {
                let used = used(tx, actor.account, *what, now)?;
                Ok(Spent { what: *what, used, limit: limits.of(actor.capacity, *what) })
            };
            Budgeted::ALL.iter().map(spent).collect()
        })
    }

    /// Says on record, in the stream of whoever looked, that they came to a limit: once an hour, however often they ask.
    pub(crate) fn note_over_budget(&self, actor: &Actor, what: Budgeted, limit: u32) -> Result<(), Refusal> {
        self.over_budget.fetch_add(1, Ordering::Relaxed);
        self.note_reached(actor, (what, limit), mark(what))
    }

    /// The same of somebody whose files open one after another from now on.
    pub(crate) fn note_slowed(&self, actor: &Actor, at_once: u32) -> Result<(), Refusal> {
        self.note_reached(actor, (Budgeted::Files, at_once), SLOWED)
    }

    fn note_reached(&self, actor: &Actor, (what, limit): (Budgeted, u32), mark: [u8; 16]) -> Result<(), Refusal> {
        let stream = actor.account.stream();
        let act = Act::from(BudgetReached { what, limit });
        let now = self.now();
        let year = now.year();
        let key = self.year_key(year)?;
        let permit = Permit::witness(&Actor::installation(), stream, Part::Record);
        let envelope = envelope(&permit, ActId::from_random(draw(&*self.entropy)?), &act, now);
        let seal = Seal { keys: &self.keys, entropy: &*self.entropy, by: SealedBy::Year(year), key: &key };
        let prepared = Prepared::seal(permit, &seal, envelope, act)?;
        let (zone, account) = (self.zone.clone(), actor.account);
        let at = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<Option<Moment>, Refusal> {
            let at = edge.at(now);
            let told = tx.one(
                "select 1 from looked where account = $1 and what = 'told' and of_what = $2 and at > $3",
                &[Val::Blob(&account.bytes()), Val::Blob(&mark), Val::I64(at.plus(-HOUR).millis())],
                |row| row.get::<i64>(0),
            )?;
            if told.is_some() {
                return Ok(None);
            }
            note(tx, account, ("told", &mark), at)?;
            Ok(Some(edge.append(tx, &prepared, now, &zone)?.1.at))
        })?;
        if let Some(at) = at {
            self.has_been(at);
        }
        Ok(())
    }
}

/// That somebody was slowed, where an id stands otherwise.
const SLOWED: [u8; 16] = [3; 16];

/// Of what somebody was told, where an id stands otherwise.
fn mark(what: Budgeted) -> [u8; 16] {
    let number = match what {
        Budgeted::Files => 1,
        Budgeted::Lists => 2,
    };
    [number; 16]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deployment_sets_less_and_never_more_nor_nothing() {
        let general = Limits::GENERAL;
        assert!(general.are_as_strict());
        assert!(Limits { casework: 1, ..general }.are_as_strict());
        for looser in [
            Limits { civil_society: 31, ..general },
            Limits { casework: 61, ..general },
            Limits { custody: 121, ..general },
            Limits { oversight: 301, ..general },
            Limits { lists: 601, ..general },
            Limits { custody: 0, ..general },
        ] {
            assert!(!looser.are_as_strict(), "{looser:?}");
        }
    }

    #[test]
    fn every_capacity_has_a_limit_and_those_outside_the_prison_the_smallest() {
        let of = |capacity| Limits::GENERAL.of(capacity, Budgeted::Files);
        for capacity in Capacity::ALL {
            assert!([30, 60, 120, 300].contains(&of(*capacity)), "{capacity}");
            assert_eq!(Limits::GENERAL.of(*capacity, Budgeted::Lists), 600);
        }
        assert_eq!([Capacity::CsoManager, Capacity::CsoPractitioner, Capacity::Person].map(of), [30; 3]);
        assert_eq!([Capacity::CaseManager, Capacity::ProbationOfficer].map(of), [60; 2]);
        assert_eq!([Capacity::Governor, Capacity::Health, Capacity::Registrar].map(of), [120; 3]);
        assert_eq!([Capacity::Monitor, Capacity::DataProtection].map(of), [300; 2]);
    }

    #[test]
    fn somebody_is_told_from_eight_tenths_on() {
        let near = |used, limit| Spent { what: Budgeted::Files, used, limit }.is_near();
        assert!(!near(23, 30) && near(24, 30) && near(30, 30));
        assert!(!near(0, 1) && near(1, 1));
    }
}
