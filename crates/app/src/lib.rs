//! The clerk of the house: `perform`, the only way anything changes, and `consult`, the only way anything is seen.
//!
//! Knows no page and no network. Time and randomness are given to it once, at the start.

pub mod backup;
mod bar;
mod beside;
pub mod bringing;
pub mod budget;
pub mod chance;
pub mod clock_guard;
pub mod consult;
pub mod continuing;
pub mod credential;
mod deed;
mod directory_index;
mod disclosed;
mod due;
mod durable;
mod emergency;
mod erase;
mod erasure_list;
mod examine;
mod findings;
mod ground;
mod index;
pub mod installation;
mod kept;
pub mod kept_form;
mod keys;
mod ledger_rows;
pub mod log;
mod moving;
mod names;
mod notes;
mod once;
pub mod own_sign_ins;
pub mod passkeys;
pub mod perform;
pub mod posts;
pub mod recovery;
pub mod refusal;
mod replay;
mod resolve;
mod returning;
mod rotation;
mod rules_taken;
mod schema;
pub mod second;
pub mod sign_in;
mod state;
pub mod step_up;
pub mod token;
pub mod vault;
mod witness;
mod writing;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use domain::Moment;
use jiff::tz::TimeZone;
use store::{Store, Writer};

pub use budget::{Limits, ReadBudget};
pub use chance::{Clock, Entropy, SeededEntropy, SteppedClock, SystemClock, SystemEntropy};
pub use disclosed::Disclosed;
pub use erase::{FileErased, Settled};
pub use keys::Keys;
pub use moving::Moved;
pub use names::PersonName;
pub use perform::{Correcting, Deed, Proposed, Receipt};
pub use refusal::{Fault, Refusal, Turn};
pub use replay::{Replayed, Verified};
pub use returning::{ReturnLine, SaidBy};
pub use rotation::{Rotated, rotate_keys};
pub use rules_taken::RulesChanged;
pub use store::{Asked, Counts, Error as StoreError, Settings as StoreSettings, Synchronous};

/// One installation, open: its store, its writer, its keys and its clock.
pub struct App {
    pub(crate) store: Arc<Store>,
    pub(crate) writer: Writer<writing::Edge>,
    pub(crate) checkpoints: Arc<writing::Checkpoints>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) clock_guard: clock_guard::ClockGuard,
    /// The latest moment that the log or the clock has shown, in milliseconds.
    pub(crate) latest: Arc<AtomicI64>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) names: names::Names,
    pub(crate) kept: kept::Kept,
    pub(crate) erasures: erase::SharedList,
    /// What was erased, and may still be in the files of the engine.
    pub(crate) to_settle: std::sync::Mutex<Vec<erase::Trace>>,
    pub(crate) gate: credential::Gate,
    pub(crate) vaults: vault::Opened,
    pub(crate) budget: budget::ReadBudget,
    /// Looks that were refused for being too many, since the start.
    pub(crate) over_budget: AtomicU64,
    pub(crate) zone: TimeZone,
    pub(crate) safeguards: safeguards::Settings,
    pub(crate) about: installation::About,
}

impl App {
    /// The present moment: never earlier than what is recorded, nor than the clock said before. A clock that is put back
    /// gives no right a second life, and one that jumped ahead ends none and spoils no record.
    pub fn now(&self) -> Moment {
        let clock = self.clock_guard.reliable(self.clock.now(), self.clock.elapsed()).millis();
        Moment::from_millis(self.latest.fetch_max(clock, Ordering::AcqRel).max(clock))
    }

    /// Something was recorded at this moment.
    pub(crate) fn has_been(&self, at: Moment) {
        self.latest.fetch_max(at.millis(), Ordering::AcqRel);
    }

    /// The time zone of the installation's places.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// By which clocks and limits cases are judged here.
    pub fn safeguards(&self) -> &safeguards::Settings {
        &self.safeguards
    }

    /// What the installation says of itself.
    pub fn about(&self) -> &installation::About {
        &self.about
    }

    /// Sixteen random bytes, for the id of a stream that a deed begins.
    pub fn fresh_id(&self) -> Result<[u8; 16], Fault> {
        Ok(chance::draw(&*self.entropy)?)
    }

    /// Does the writer still take acts?
    pub fn is_well(&self) -> bool {
        self.writer.is_running()
    }

    /// How the installation does, in numbers that say nothing of anybody.
    pub fn pulse(&self) -> Result<Pulse, Fault> {
        let kept_at = self.checkpoints.kept_at();
        Ok(Pulse {
            leaves: self.store.read(writing::size_of)?,
            covered: self.checkpoints.size(),
            checkpoint_age: kept_at.map(|kept_at| self.now().since(kept_at)),
            waiting: self.writer.waiting(),
            counts: self.counts(),
            over_budget: self.over_budget.load(Ordering::Relaxed),
        })
    }

    /// What the writer has done so far.
    pub fn counts(&self) -> store::Counts {
        self.writer.counts()
    }

    /// What was asked of the database since the program was started: by reading, and by jobs of the writer.
    pub fn asked(&self) -> [store::Asked; 2] {
        [self.store.asked(), self.writer.asked()]
    }
}

/// How an installation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// Leaves in the log.
    pub leaves: u64,
    /// Leaves that the newest checkpoint covers.
    pub covered: u64,
    /// Milliseconds since a checkpoint was last kept; nothing before the first since the start.
    pub checkpoint_age: Option<i64>,
    /// Jobs that wait for the writer.
    pub waiting: usize,
    /// What the writer has done so far.
    pub counts: store::Counts,
    /// Looks that were refused since the start for being more than an hour allows.
    pub over_budget: u64,
}
