//! How files open one after another once an hour's work is done: up to eight tenths of the limit at once, beyond that each
//! further one later, at the limit none.
//!
//! Nothing waits here. Whoever asks is told from which moment on the file opens, and has a *turn*; the web layer waits with its
//! own timer, holds no thread meanwhile, and asks again from the beginning: who they are, whether they may, and whether the
//! moment has come. So a right that ends during the wait ends the answer too.
//!
//! INVARIANT: the turns of one account follow one another, however many it asks for at once, and none lies further away than
//! [`LONGEST`]: one more is told when to ask again.

use access::Actor;
use domain::look::Budgeted;
use domain::moment::HOUR;
use domain::{AccountId, Moment, StreamId};
use store::{Tx, Val};

use super::{NEAR_TENTHS, ReadBudget, counted, note, used};
use crate::App;
use crate::refusal::{Fault, Refusal, Turn};

/// The longest that a file is waited for, in milliseconds.
pub const LONGEST: i64 = 30_000;

/// What stands for a turn among the rows that are counted: its file, and the moment from which on it opens.
const TURN: &str = "turn";

/// How many open at once.
pub(crate) fn at_once(limit: u32) -> u32 {
    let tenths = u64::from(limit) * NEAR_TENTHS;
    u32::try_from(tenths.div_ceil(10)).unwrap_or(limit)
}

/// How long the one after so many waits after the one before it: nothing up to eight tenths of the limit, then longer with each,
/// and [`LONGEST`] for the last.
pub fn pause(used: u32, limit: u32) -> i64 {
    let at_once = at_once(limit);
    let beyond = i64::from(used.min(limit.saturating_sub(1))) + 1 - i64::from(at_once);
    let range = i64::from(limit) - i64::from(at_once);
    if beyond <= 0 || range <= 0 { 0 } else { LONGEST * beyond / range }
}

/// May this file open at this moment, of which so many are used? Refused with its turn, if it has one.
pub(super) fn in_turn(
    tx: &mut Tx<'_>,
    (account, file): (AccountId, StreamId),
    (used, limit): (u32, u32),
    at: Moment,
) -> Result<(), Refusal> {
    if used < at_once(limit) {
        return Ok(());
    }
    match turn_of(tx, account, file, at)? {
        Some(opens) if opens <= at => Ok(()),
        Some(opens) => Err(Refusal::Paced { opens, turn: Turn::Kept }),
        None => Err(Refusal::Paced { opens: at, turn: Turn::ToTake(file) }),
    }
}

/// Forgets a turn that was used.
pub(super) fn over(tx: &mut Tx<'_>, account: AccountId, file: StreamId) -> Result<(), store::Error> {
    tx.exec(
        "delete from looked where account = $1 and what = $2 and of_what = $3",
        &[Val::Blob(&account.bytes()), Val::Text(TURN), Val::Blob(&file.bytes())],
    )?;
    Ok(())
}

fn turn_of(tx: &mut Tx<'_>, account: AccountId, file: StreamId, at: Moment) -> Result<Option<Moment>, Fault> {
    let turn = tx.one(
        "select at from looked where account = $1 and what = $2 and of_what = $3 and at > $4",
        &[Val::Blob(&account.bytes()), Val::Text(TURN), Val::Blob(&file.bytes()), Val::I64(at.plus(-HOUR).millis())],
        |row| row.get::<i64>(0),
    )?;
    Ok(turn.map(Moment::from_millis))
}

/// When the last of the turns that were taken opens.
fn last(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Moment>, Fault> {
    let last = tx.one(
        "select max(at) from looked where account = $1 and what = $2",
        &[Val::Blob(&account.bytes()), Val::Text(TURN)],
        |row| row.get::<Option<i64>>(0),
    )?;
    Ok(last.flatten().map(Moment::from_millis))
}

/// The turn of a file, taken now if it has none: after those that were taken before.
fn take(tx: &mut Tx<'_>, (account, file): (AccountId, StreamId), limit: u32, at: Moment) -> Result<Refusal, Fault> {
    if let Some(opens) = turn_of(tx, account, file, at)? {
        return Ok(Refusal::Paced { opens, turn: Turn::Kept });
    }
    let used = used(tx, account, Budgeted::Files, at)?;
    let before = used.saturating_add(counted(tx, account, TURN, at)?);
    let free = last(tx, account)?.map_or(at, |last| last.max(at));
    let opens = free.plus(pause(before, limit));
    if opens.since(at) > LONGEST {
        return Ok(Refusal::Paced { opens: free, turn: Turn::None });
    }
    note(tx, account, (TURN, &file.bytes()), opens)?;
    Ok(Refusal::Paced { opens, turn: Turn::Kept })
}

impl ReadBudget {
    /// Of how many files on they open one after another, for this capacity.
    pub(crate) fn slows_from(self, actor: &Actor) -> Option<(u32, u32)> {
        let Self::Within(limits) = self else { return None };
        let limit = limits.of(actor.capacity, Budgeted::Files);
        Some((at_once(limit), limit))
    }
}

impl App {
    /// Takes a turn for a file that does not open at once, and says on record, once an hour, that somebody came so far.
    pub(crate) fn take_turn(&self, actor: &Actor, file: StreamId) -> Result<Refusal, Refusal> {
        let Some((at_once, limit)) = self.budget.slows_from(actor) else {
            return Err(Fault::unreadable("a turn where nothing is counted").into());
        };
        self.note_slowed(actor, at_once)?;
        let (account, now) = (actor.account, self.now());
        self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<Refusal, Refusal> {
            Ok(take(tx, (account, file), limit, edge.at(now))?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_waits_up_to_eight_tenths_and_then_each_longer_than_the_one_before() {
        assert_eq!([0, 23].map(|used| pause(used, 30)), [0, 0]);
        assert_eq!(
            [24, 25, 26, 27, 28, 29].map(|used| pause(used, 30)),
            [5_000, 10_000, 15_000, 20_000, 25_000, 30_000]
        );
        assert_eq!([47, 48, 49, 59].map(|used| pause(used, 60)), [0, 2_500, 5_000, 30_000]);
        assert_eq!([239, 240, 299].map(|used| pause(used, 300)), [0, 500, 30_000]);
    }

    #[test]
    fn no_wait_is_longer_than_the_longest_and_a_small_limit_has_none() {
        for limit in 0..=700 {
            let waits: Vec<_> = (0..=limit + 5).map(|used| pause(used, limit)).collect();
            assert!(waits.iter().all(|wait| (0..=LONGEST).contains(wait)), "{limit}");
            assert!(waits.is_sorted(), "{limit}");
            assert!(at_once(limit) <= limit, "{limit}");
        }
        for limit in 1..5 {
            assert!((0..9).all(|used| pause(used, limit) == 0), "{limit}");
        }
        assert_eq!(pause(4, 5), LONGEST);
    }
}
