//! The one writer's share: places in the log, times that never go back, tiles, checkpoints.
//!
//! INVARIANT: a row of `act`, its index rows and its tiles are written in one transaction or not at all.
//! INVARIANT: a checkpoint is signed only over a tree whose commit is durable, and is kept in a store of its own that
//! no restore touches.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::{Moment, Recorded, StreamId};
use ledger::checkpoint::Checkpoint;
use ledger::hash::Hash;
use ledger::note::{Note, Signer};
use ledger::proof;
use ledger::tree::TileTree;
use store::{Committed, Duties, Tx, Val};

use crate::chance::Clock;
use crate::index;
use crate::ledger_rows::{Prepared, signed};
use crate::refusal::Fault;

/// What jobs of the writer share.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    /// Leaves in the log, those of this group included.
    pub(crate) size: u64,
    /// The latest time of recording.
    pub(crate) last: i64,
    /// How many leaves the log had once rights changed for the last time since the start.
    pub(crate) rights: u64,
    pending: Vec<Hash>,
}

impl Edge {
    /// Reads where the log stands.
    pub(crate) fn read(tx: &mut Tx<'_>) -> Result<Self, Fault> {
        let row = tx.one("select seq, recorded_at from act order by seq desc limit 1", &[], |row| {
            Ok((row.get::<u64>(0)?, row.get::<i64>(1)?))
        })?;
        Ok(row.map_or_else(Self::default, |(seq, last)| Self {
            size: seq.saturating_add(1),
            last,
            rights: 0,
            pending: Vec::new(),
        }))
    }

    /// Rights changed by something that is no act of anybody.
    pub(crate) fn rights_changed(&mut self) {
        self.rights = self.size;
    }

    /// When something is recorded that was prepared at `now`: never before what is recorded already.
    pub(crate) fn at(&self, now: Moment) -> Moment {
        Moment::from_millis(now.millis().max(self.last))
    }

    /// Writes an act and its index rows; returns it as recorded, with its place.
    pub(crate) fn append(
        &mut self,
        tx: &mut Tx<'_>,
        prepared: &Prepared,
        now: Moment,
        zone: &jiff::tz::TimeZone,
    ) -> Result<(u64, Recorded), store::Error> {
        let at = self.at(now);
        let seq = self.size;
        prepared.insert(tx, seq, at)?;
        let recorded = prepared.recorded(at);
        index::move_head(tx, &recorded)?;
        let rights = index::take(tx, &recorded, zone)?;
        self.pending.push(prepared.leaf(at).hash());
        self.size = self.size.saturating_add(1);
        if rights {
            self.rights = self.size;
        }
        self.last = at.millis();
        Ok((seq, recorded))
    }
}

/// Keeps the tree and signs checkpoints.
pub(crate) struct Scribe {
    tree: TileTree,
    grown: Option<TileTree>,
    checkpoints: Arc<Checkpoints>,
    clock: Arc<dyn Clock>,
    latest: Arc<AtomicI64>,
    signed_at: i64,
}

/// At most one checkpoint a second, off the answer's path.
const BETWEEN_CHECKPOINTS: i64 = 1_000;

impl Scribe {
    /// `latest` is told the time of every commit.
    pub(crate) fn new(
        tree: TileTree,
        checkpoints: Arc<Checkpoints>,
        clock: Arc<dyn Clock>,
        latest: Arc<AtomicI64>,
    ) -> Self {
        Self { tree, grown: None, checkpoints, clock, latest, signed_at: 0 }
    }

    fn sign(&mut self) {
        match self.checkpoints.keep(&self.tree) {
            Ok(()) => {
                self.signed_at = self.clock.now().millis();
                self.checkpoints.kept_at.store(self.signed_at, Ordering::Relaxed);
            }
            Err(fault) => tracing::error!(%fault, "the checkpoint could not be kept"),
        }
    }
}

impl Duties for Scribe {
    type State = Edge;

    fn before_commit(&mut self, tx: &mut Tx<'_>, state: &mut Edge) -> Result<(), store::Error> {
        let mut grown = self.tree.clone();
        let pending = std::mem::take(&mut state.pending);
        for tile in grown.append(&pending) {
            tx.exec(
                "insert into tile (level, number, hashes) values ($1, $2, $3)
                 on conflict (level, number) do update set hashes = excluded.hashes",
                &[Val::I64(tile.level.into()), signed(tile.index), Val::Blob(&tile.to_bytes())],
            )?;
        }
        self.grown = Some(grown);
        Ok(())
    }

    fn after_commit(&mut self, state: &Edge, _committed: Committed) {
        self.latest.fetch_max(state.last, Ordering::AcqRel);
        if let Some(grown) = self.grown.take() {
            self.tree = grown;
        }
        if self.clock.now().millis() >= self.signed_at.saturating_add(BETWEEN_CHECKPOINTS) {
            self.sign();
        }
    }

    fn at_rest(&mut self, _state: &Edge) {
        if self.checkpoints.size() != self.tree.size() {
            self.sign();
        }
    }
}

/// The checkpoint store: the last checkpoint that was signed, in a file of its own.
pub struct Checkpoints {
    path: PathBuf,
    signer: Arc<Signer>,
    last: RwLock<(u64, Note)>,
    keeping: Mutex<()>,
    /// When a checkpoint was last kept, in milliseconds; 0 before the first.
    kept_at: AtomicI64,
}

impl Checkpoints {
    /// When a checkpoint was last kept since the start.
    pub(crate) fn kept_at(&self) -> Option<Moment> {
        let at = self.kept_at.load(Ordering::Relaxed);
        (at != 0).then(|| Moment::from_millis(at))
    }

    /// Opens the store beside the tree it speaks of. A tree older than the store means that an old copy of the database
    /// was put back: the program refuses to go on from there.
    ///
    /// `hashes` reads a row of tiles, so that a longer tree is proved to go on where the store ends.
    pub(crate) fn open(
        path: &Path,
        signer: Arc<Signer>,
        tree: &TileTree,
        hashes: impl FnMut(u8, u64) -> Option<Vec<Hash>>,
    ) -> Result<Self, Fault> {
        let wrong = |why: String| Fault::Installation { file: path.display().to_string(), why };
        let checkpoint =
            |tree: &TileTree| Checkpoint { origin: signer.name().clone(), size: tree.size(), root: tree.root() };
        let note = match Self::kept(path, &signer)? {
            Some(kept) => {
                if kept.size > tree.size() {
                    return Err(wrong(format!(
                        "the checkpoint store knows {} acts, the database holds {}: an older copy was put back. \
                         Bring back the newest copy, or go on without what was lost: two administrators open a new log that \
                         names the lost range with `passerelle continue-after-loss`",
                        kept.size,
                        tree.size()
                    )));
                }
                Self::agree(path, &kept, tree, hashes)?;
                checkpoint(tree).sign(&signer)?
            }
            None if tree.size() == 0 => checkpoint(tree).sign(&signer)?,
            None => {
                return Err(wrong(
                    "the checkpoint store is missing: bring it back; without it nobody can say whether this database is the \
                     newest"
                        .to_owned(),
                ));
            }
        };
        let store = Self {
            path: path.to_owned(),
            signer,
            last: RwLock::new((u64::MAX, note)),
            keeping: Mutex::new(()),
            kept_at: AtomicI64::new(0),
        };
        store.keep(tree)?;
        Ok(store)
    }

    /// The checkpoint that is kept there, if there is one.
    pub(crate) fn kept(path: &Path, signer: &Signer) -> Result<Option<Checkpoint>, Fault> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Some(Checkpoint::open(&Note::parse(&text)?, &signer.verifier_key())?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Fault::Installation { file: path.display().to_string(), why: error.to_string() }),
        }
    }

    /// Does the tree go on from this checkpoint, which covers no more than the tree does?
    pub(crate) fn agree(
        path: &Path,
        kept: &Checkpoint,
        tree: &TileTree,
        hashes: impl FnMut(u8, u64) -> Option<Vec<Hash>>,
    ) -> Result<(), Fault> {
        let other = |_| Fault::Installation {
            file: path.display().to_string(),
            why: "the database holds another history than the checkpoint store knows".to_owned(),
        };
        let same = kept.size == tree.size() && kept.root == tree.root();
        if kept.size == 0 || same {
            return Ok(());
        }
        let path = proof::consistency(tree.size(), kept.size, hashes).map_err(other)?;
        proof::verify_consistency(tree.size(), &tree.root(), kept.size, &kept.root, &path).map_err(other)
    }

    /// Signs and keeps a checkpoint over this tree: first on disk, then for everybody to see.
    pub(crate) fn keep(&self, tree: &TileTree) -> Result<(), Fault> {
        let _one = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let note = Checkpoint { origin: self.signer.name().clone(), size: tree.size(), root: tree.root() }
            .sign(&self.signer)?;
        Self::put(&self.path, &note)?;
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = (tree.size(), note);
        Ok(())
    }

    /// Writes a checkpoint durably in the place of an older one.
    pub(crate) fn put(path: &Path, note: &Note) -> Result<(), Fault> {
        let failed =
            |error: std::io::Error| Fault::Installation { file: path.display().to_string(), why: error.to_string() };
        let draft = path.with_extension("new");
        let mut file = fs::File::create(&draft).map_err(failed)?;
        file.write_all(note.to_string().as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        // A crash before the rename leaves the older checkpoint, which the tree still extends.
        fs::rename(&draft, path).map_err(failed)?;
        // Without this a power cut could take the name back, and with it the first checkpoint of an installation.
        crate::durable::flush_folder_of(path).map_err(failed)
    }

    pub(crate) fn size(&self) -> u64 {
        self.last.read().unwrap_or_else(PoisonError::into_inner).0
    }

    /// The last checkpoint, and the number of leaves it covers.
    pub fn last(&self) -> (u64, String) {
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
        (last.0, last.1.to_string())
    }
}

/// The head of a stream: the place of the last act that moved it.
pub(crate) fn head_of(tx: &mut Tx<'_>, stream: StreamId) -> Result<Option<u64>, store::Error> {
    // One row, whether there is such a stream or not: what is not there takes the same work as what is not the asker's.
    let head = tx.one("select max(head) from stream where id = $1", &[Val::Blob(&stream.bytes())], |row| row.get(0))?;
    Ok(head.flatten())
}

/// How many leaves the log has.
pub(crate) fn size_of(tx: &mut Tx<'_>) -> Result<u64, store::Error> {
    let last = tx.one("select seq from act order by seq desc limit 1", &[], |row| row.get::<u64>(0))?;
    Ok(last.map_or(0, |seq| seq.saturating_add(1)))
}
