//! A copy of the database, taken from one state while the server runs, and what it holds: how far the log goes, and which
//! epochs its keys are wrapped in.
//!
//! The copy lies in the directory of the installation, where what it shows is shown already, and is removed with the value.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use ledger::checkpoint::Checkpoint;
use sha2::{Digest as _, Sha256};
use store::Store;

use super::{Log, beside, broken};
use crate::installation::{Opening, Place, read_tree};
use crate::keys::Keys;
use crate::refusal::Fault;
use crate::schema::schema;
use crate::writing::{Checkpoints, size_of};

pub(super) struct Copy {
    file: PathBuf,
    pub(super) log: Log,
    pub(super) epochs: Vec<u32>,
    /// Held while the copy exists; the system gives it back if the program dies.
    _alone: fs::File,
}

impl Copy {
    pub(super) fn take(place: &Place, opening: &Opening, keys: &Keys) -> Result<Self, Fault> {
        let file = place.directory.join("backup-copy.db");
        let lock = beside(&file, "-lock");
        let alone = fs::OpenOptions::new().create(true).write(true).truncate(false).open(&lock);
        let alone = alone.map_err(|error| broken(&lock, error))?;
        alone.try_lock().map_err(|_| broken(&lock, "another backup is being made: wait until it is done"))?;
        remove(&file);
        // What was kept before the copy was taken, the copy must go on from.
        let kept = Checkpoints::kept(&place.checkpoint(keys), &keys.signer)?;
        let source = place.store(opening.store)?;
        source.backup_into(&file)?;
        drop(source);
        let mut copy = Self {
            file,
            log: Log { size: 0, root: String::new(), checkpoint: String::new() },
            epochs: Vec::new(),
            _alone: alone,
        };
        let store = Store::open_with(&copy.file, &schema(), opening.store)?;
        let (tree, epochs) = store.read(|tx| -> Result<_, Fault> {
            let size = size_of(tx)?;
            let tree = read_tree(tx, size)?;
            if let Some(kept) = &kept {
                let hashes = |level, number| crate::log::hashes_at(tx, level, number, size).ok().flatten();
                Checkpoints::agree(&place.checkpoint(keys), kept, &tree, hashes)?;
            }
            let epochs =
                tx.all("select epoch from stream_key union select epoch from year_key order by epoch", &[], |row| {
                    row.get::<i64>(0)
                })?;
            Ok((tree, epochs))
        })?;
        drop(store);
        copy.epochs = epochs.into_iter().filter_map(|epoch| u32::try_from(epoch).ok()).collect();
        let origin = keys.signer.name().clone();
        let checkpoint = Checkpoint { origin, size: tree.size(), root: tree.root() };
        copy.log = Log {
            size: tree.size(),
            root: tree.root().to_base64(),
            checkpoint: checkpoint.sign(&keys.signer)?.to_string(),
        };
        // What the engine put beside the copy when it was read must hold nothing of it.
        let log = beside(&copy.file, "-wal");
        if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            return Err(broken(&log, "the copy of the database is not whole by itself: make the backup again"));
        }
        Ok(copy)
    }

    pub(super) fn file(&self) -> &Path {
        &self.file
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        remove(&self.file);
    }
}

/// Removes a copy and what the engine puts beside it.
fn remove(file: &Path) {
    for end in ["", "-wal", "-shm", "-writer"] {
        let _ = fs::remove_file(beside(file, end));
    }
}

/// Length and SHA-256 of what a stream holds.
pub(super) fn measured(mut from: impl Read) -> std::io::Result<(u64, String)> {
    let (mut length, mut digest) = (0_u64, Sha256::new());
    let mut buffer = vec![0_u8; 256 * 1024];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok((length, hex::encode(digest.finalize())));
        }
        digest.update(buffer.get(..read).unwrap_or(&[]));
        length = length.saturating_add(u64::try_from(read).unwrap_or(0));
    }
}

/// A new file that nobody else may read.
pub(super) fn private(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
