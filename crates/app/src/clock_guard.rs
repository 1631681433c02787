//! The clock guard: the clock on the wall compared with time that only goes on.
//!
//! A step of more than ten minutes between them stops decisions until two administrators have said why, on record; reports go
//! on, at the time that really passed. It decides nothing about who is right: people do. See `docs/adr/0015`.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use access::{Actor, PartSet};
use domain::clock::{ClockFacts, ClockStepNoticed};
use domain::kind::{Subject, topic};
use domain::look::{Consulted, Purpose};
use domain::{AccountId, Act, Moment, Part, Recorded, StreamId};

use crate::App;
use crate::disclosed::Disclosed;
use crate::due::Due;
use crate::refusal::{Fault, Refusal};
use crate::state::State;
use crate::witness::{Opened, Resting};

/// Milliseconds by which the clock may differ from the time that passed: ten minutes. Exactly so much is no step.
pub const STEP: i64 = 10 * 60_000;

/// Milliseconds that an installation may have stood still before a start is taken for a step ahead: thirty-one days.
pub const LONGEST_REST: i64 = 31 * domain::moment::DAY;

/// Whether the clock can be relied on for decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// It can.
    Steady,
    /// It jumped, and nobody has said why.
    Stepped {
        /// By how many milliseconds it went ahead; negative, if it went back.
        ahead_by: i64,
    },
    /// Somebody has said why; another administrator has to confirm.
    Explained {
        /// Who.
        by: AccountId,
        /// By how many milliseconds it went ahead; negative, if it went back.
        ahead_by: i64,
    },
}

/// What the guard compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Watch {
    /// The clock.
    Clock,
    /// Nothing: a demonstration lives in a past that is made up.
    Nothing,
}

/// The guard of one installation.
#[derive(Debug)]
pub(crate) struct ClockGuard {
    watch: Watch,
    /// What the clock shows ahead of the time since the program started, as it was when it was last relied on.
    offset: AtomicI64,
    standing: Mutex<Standing>,
}

#[derive(Debug)]
struct Standing {
    state: ClockState,
    /// A step that is not on record yet.
    pending: Option<ClockStepNoticed>,
}

impl From<ClockFacts> for ClockState {
    fn from(facts: ClockFacts) -> Self {
        match facts {
            ClockFacts::Steady => Self::Steady,
            ClockFacts::Stepped { ahead_by, .. } => Self::Stepped { ahead_by },
            ClockFacts::Explained { by, ahead_by } => Self::Explained { by, ahead_by },
        }
    }
}

impl ClockGuard {
    /// A guard of a demonstration.
    pub(crate) fn of_nothing() -> Self {
        let standing = Standing { state: ClockState::Steady, pending: None };
        Self { watch: Watch::Nothing, offset: AtomicI64::new(0), standing: Mutex::new(standing) }
    }

    /// A guard that begins now. `facts` is what the log says of the clock, `last` the last time in it, if it is not empty.
    ///
    /// A clock far behind the log is not believed: time goes on from the log. One far ahead is, for nothing better is known;
    /// but decisions wait all the same.
    pub(crate) fn starting(facts: ClockFacts, last: Option<Moment>, wall: Moment, elapsed: i64) -> Self {
        let mut standing = Standing { state: facts.into(), pending: None };
        let mut offset = wall.millis().saturating_sub(elapsed);
        if let Some(last) = last {
            let ahead_by = wall.since(last);
            if ahead_by < -STEP {
                offset = last.millis().saturating_sub(elapsed);
            }
            if !(-STEP..=LONGEST_REST).contains(&ahead_by) && standing.state == ClockState::Steady {
                standing.notice(ClockStepNoticed { ahead_by, shown: wall });
            }
        }
        Self { watch: Watch::Clock, offset: AtomicI64::new(offset), standing: Mutex::new(standing) }
    }

    /// The time that may be relied on: what the clock shows, or, if it jumped, the time that really passed.
    pub(crate) fn reliable(&self, wall: Moment, elapsed: i64) -> Moment {
        match self.step(wall, elapsed) {
            None => wall,
            Some(_) => Moment::from_millis(self.offset.load(Ordering::Acquire).saturating_add(elapsed)),
        }
    }

    /// By how much the clock jumped, if it did.
    fn step(&self, wall: Moment, elapsed: i64) -> Option<i64> {
        if self.watch == Watch::Nothing {
            return None;
        }
        let passed = self.offset.load(Ordering::Acquire).saturating_add(elapsed);
        let ahead_by = wall.millis().saturating_sub(passed);
        (ahead_by.saturating_abs() > STEP).then_some(ahead_by)
    }

    fn state(&self) -> ClockState {
        self.standing().state
    }

    fn standing(&self) -> std::sync::MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Compares; takes what has to go on record, once.
    fn compare(&self, wall: Moment, elapsed: i64) -> Option<ClockStepNoticed> {
        let step = self.step(wall, elapsed);
        let mut standing = self.standing();
        if let Some(ahead_by) = step {
            let before = match standing.state {
                ClockState::Steady => 0,
                ClockState::Stepped { ahead_by } | ClockState::Explained { ahead_by, .. } => ahead_by,
            };
            // The same step is noticed once; another one takes an explanation back.
            if ahead_by.saturating_sub(before).saturating_abs() > STEP {
                standing.notice(ClockStepNoticed { ahead_by, shown: wall });
            }
        }
        standing.pending.take()
    }

    fn put_back(&self, noticed: ClockStepNoticed) {
        self.standing().pending.get_or_insert(noticed);
    }

    /// Takes an act about the clock in. Once it is confirmed, what the clock shows is relied on.
    pub(crate) fn take(&self, recorded: &Recorded, wall: Moment, elapsed: i64) {
        let Act::Organisation(act) = &recorded.act else { return };
        let mut standing = self.standing();
        match (act, standing.state) {
            (topic::Organisation::ClockStepped(_), ClockState::Stepped { ahead_by }) => {
                standing.state = ClockState::Explained { by: recorded.envelope.actor, ahead_by };
            }
            (topic::Organisation::ClockStepConfirmed(_), _) => {
                self.offset.store(wall.millis().saturating_sub(elapsed), Ordering::Release);
                *standing = Standing { state: ClockState::Steady, pending: None };
            }
            _ => {}
        }
    }
}

impl Standing {
    fn notice(&mut self, noticed: ClockStepNoticed) {
        self.state = ClockState::Stepped { ahead_by: noticed.ahead_by };
        self.pending = Some(noticed);
    }
}

/// Is it an act by which people mend this very thing?
pub(crate) fn mends(act: &Act) -> bool {
    matches!(act, Act::Organisation(topic::Organisation::ClockStepped(_) | topic::Organisation::ClockStepConfirmed(_)))
}

impl App {
    /// Whether the clock can be relied on for decisions, as it was last compared.
    pub fn clock_state(&self) -> ClockState {
        self.clock_guard.state()
    }

    /// Compares the clock with the time that passed, and puts a step on record. To be called every few seconds, and before
    /// every decision.
    pub fn watch_clock(&self) -> Result<ClockState, Refusal> {
        let noticed = self.clock_guard.compare(self.clock.now(), self.clock.elapsed());
        if let Some(noticed) = noticed {
            tracing::error!(ahead_by = noticed.ahead_by, "the clock jumped: decisions wait for two administrators");
            let act = Act::from(noticed.clone());
            match self.record_own(StreamId::INSTALLATION, vec![act], Due::Unchanged) {
                Ok(1) => {}
                // Somebody acted on the installation at that moment: the next call records it.
                Ok(_) => self.clock_guard.put_back(noticed),
                Err(refusal) => {
                    self.clock_guard.put_back(noticed);
                    return Err(refusal);
                }
            }
        }
        Ok(self.clock_state())
    }

    /// How it stands with the clock, for those who keep the keys and the configuration. On record as any look.
    pub fn clock(&self, actor: &Actor) -> Result<Disclosed<ClockState>, Refusal> {
        self.watch_clock()?;
        let stream = StreamId::INSTALLATION;
        self.show(actor, |tx, now| {
            let reading = self.reading(tx, actor, stream, now)?;
            if !reading.opens(stream, Part::Keys) {
                return Err(Refusal::NotYours);
            }
            let parts = PartSet::EMPTY.with(Part::Keys);
            let entry = Act::from(Consulted { parts: parts.iter().collect(), purpose: Purpose::Administration });
            let value = match &*self.folded(tx, stream, Subject::Installation)? {
                State::Installation(facts) => ClockState::from(facts.clock),
                _ => return Err(Fault::unreadable("the installation").into()),
            };
            Ok(Opened { value, until: None, entry: (stream, entry), rests_on: vec![Resting::on(&reading, parts)] })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_795_435_200_000);
    const DAY: i64 = domain::moment::DAY;

    fn guard() -> ClockGuard {
        ClockGuard::starting(ClockFacts::Steady, Some(NOON), NOON, 0)
    }

    #[test]
    fn ten_minutes_are_no_step_and_one_millisecond_more_is() {
        for sign in [1, -1] {
            let guard = guard();
            let at = |step: i64| NOON.plus(DAY + sign * step);
            assert_eq!(guard.compare(at(STEP), DAY), None);
            assert_eq!(guard.reliable(at(STEP), DAY), at(STEP));
            let noticed = guard.compare(at(STEP + 1), DAY).unwrap();
            assert_eq!(noticed.ahead_by, sign * (STEP + 1));
            assert_eq!(guard.reliable(at(STEP + 1), DAY), NOON.plus(DAY), "time goes on as it passed");
            assert_eq!(guard.compare(at(STEP + 1), DAY + 1), None, "it is noticed once");
            assert_eq!(guard.state(), ClockState::Stepped { ahead_by: sign * (STEP + 1) });
        }
    }

    #[test]
    fn small_steps_add_up() {
        let guard = guard();
        assert_eq!(guard.compare(NOON.plus(STEP), 0), None);
        assert!(guard.compare(NOON.plus(2 * STEP), 0).is_some());
    }

    #[test]
    fn a_clock_that_is_set_right_again_still_has_to_be_explained() {
        let guard = guard();
        assert!(guard.compare(NOON.plus(-DAY), 0).is_some());
        assert_eq!(guard.compare(NOON, 0), None);
        assert_eq!(guard.state(), ClockState::Stepped { ahead_by: -DAY });
        assert_eq!(guard.reliable(NOON, 0), NOON);
    }

    #[test]
    fn at_the_start_the_clock_is_held_against_the_log() {
        let start = |ahead_by: i64| {
            let wall = NOON.plus(ahead_by);
            let guard = ClockGuard::starting(ClockFacts::Steady, Some(NOON), wall, 77);
            let noticed = guard.compare(wall, 77);
            (noticed.map(|noticed| noticed.ahead_by), guard.reliable(wall, 77).since(NOON))
        };
        assert_eq!(start(0), (None, 0));
        assert_eq!(start(-STEP), (None, -STEP));
        assert_eq!(start(-STEP - 1), (Some(-STEP - 1), 0), "a clock behind the log is not believed");
        assert_eq!(start(LONGEST_REST), (None, LONGEST_REST));
        assert_eq!(start(LONGEST_REST + 1), (Some(LONGEST_REST + 1), LONGEST_REST + 1));
        let empty = ClockGuard::starting(ClockFacts::Steady, None, Moment::from_millis(0), 0);
        assert_eq!(empty.state(), ClockState::Steady);
    }

    #[test]
    fn a_guard_of_nothing_notices_nothing() {
        let guard = ClockGuard::of_nothing();
        assert_eq!(guard.compare(NOON, 0), None);
        assert_eq!(guard.reliable(NOON, 5), NOON);
    }
}
