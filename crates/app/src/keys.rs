//! The keys of an installation on disk, and the cache of opened stream keys.
//!
//! The signing key, the epoch keys and the working key lie in a directory of their own, apart from the database, so
//! that a copy of the database alone opens nothing and epoch keys can have their own short-lived backups.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::StreamId;
use ledger::note::{KeyName, Signer};
use ledger::seal::{EpochKey, Key, Sealer, WrappedName};
use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::refusal::Fault;

/// How many opened stream keys are kept in memory.
const CACHE: usize = 20_000;

/// The keys of one installation.
pub struct Keys {
    pub(crate) sealer: Sealer,
    pub(crate) signer: Arc<Signer>,
    pub(crate) epoch: u32,
    epochs: BTreeMap<u32, EpochKey>,
    pub(crate) working: crate::credential::WorkingKey,
    opened: Mutex<BTreeMap<WrappedName, Key>>,
}

/// Which key seals a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SealedBy {
    /// The key of its stream.
    Stream(StreamId),
    /// The key of the year.
    Year(u16),
}

impl SealedBy {
    pub(crate) fn name(self) -> WrappedName {
        match self {
            Self::Stream(stream) => WrappedName::Stream(stream.bytes()),
            Self::Year(year) => WrappedName::Year(year),
        }
    }
}

impl Keys {
    /// Makes new keys in `directory`, which must not hold any.
    pub fn make(directory: &Path, origin: &str, entropy: &dyn Entropy) -> Result<(), Fault> {
        KeyName::new(origin)?;
        fs::create_dir_all(directory).map_err(|error| wrong(directory, &error))?;
        write_new(&directory.join("origin"), origin.as_bytes())?;
        for name in ["signing.key", "epoch-1.key", "working.key"] {
            let secret = Zeroizing::new(draw::<32>(entropy)?);
            write_new(&directory.join(name), &*secret)?;
        }
        Ok(())
    }

    /// Reads the keys of an installation.
    pub fn open(directory: &Path) -> Result<Self, Fault> {
        let origin_file = directory.join("origin");
        let origin = fs::read_to_string(&origin_file).map_err(|error| wrong(&origin_file, &error))?;
        let origin = KeyName::new(origin.trim())?;
        let mut epochs = BTreeMap::new();
        for entry in fs::read_dir(directory).map_err(|error| wrong(directory, &error))? {
            let path = entry.map_err(|error| wrong(directory, &error))?.path();
            let number = path.file_name().and_then(|name| name.to_str()).and_then(epoch_of);
            if let Some(number) = number {
                epochs.insert(number, EpochKey::new(*secret(&path)?));
            }
        }
        let epoch = epochs.keys().next_back().copied().ok_or_else(|| Fault::Installation {
            file: directory.display().to_string(),
            why: "no epoch key; bring back the key directory of this installation".to_owned(),
        })?;
        Ok(Self {
            sealer: Sealer::new(origin.clone()),
            signer: Arc::new(Signer::new(origin, &*secret(&directory.join("signing.key"))?)),
            epoch,
            epochs,
            working: crate::credential::WorkingKey::new(*secret(&directory.join("working.key"))?),
            opened: Mutex::new(BTreeMap::new()),
        })
    }

    /// Is this the name of a file that a key directory holds?
    pub(crate) fn is_file(name: &str) -> bool {
        matches!(name, "origin" | "signing.key" | "working.key") || epoch_of(name).is_some()
    }

    /// The numbers of the epochs whose keys are here, the present one last.
    pub(crate) fn epochs(&self) -> Vec<u32> {
        self.epochs.keys().copied().collect()
    }

    /// The text by which others verify checkpoints of this log.
    pub fn verifier_key(&self) -> String {
        self.signer.verifier_key().to_string()
    }

    /// The origin of the log.
    pub fn origin(&self) -> &str {
        self.signer.name().as_str()
    }

    /// Wraps a new key under the present epoch.
    pub(crate) fn wrap(&self, name: WrappedName, key: &Key, entropy: &dyn Entropy) -> Result<Vec<u8>, Fault> {
        let under = self.epochs.get(&self.epoch).ok_or_else(|| Fault::unreadable("no epoch key"))?;
        Ok(self.sealer.wrap_key(under, self.epoch, name, key, draw(entropy)?)?)
    }

    /// Unwraps a stored key.
    pub(crate) fn unwrap(&self, name: WrappedName, epoch: u32, wrapped: &[u8]) -> Result<Key, Fault> {
        let under = self.epochs.get(&epoch).ok_or_else(|| Fault::Installation {
            file: format!("epoch-{epoch}.key"),
            why: "a stored key is wrapped under an epoch whose key is not here".to_owned(),
        })?;
        let key = self.sealer.unwrap_key(under, epoch, name, wrapped)?;
        self.remember(name, &key);
        Ok(key)
    }

    pub(crate) fn remember(&self, name: WrappedName, key: &Key) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if opened.len() >= CACHE {
            opened.clear();
        }
        opened.insert(name, key.clone());
    }

    pub(crate) fn opened(&self, name: WrappedName) -> Option<Key> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned()
    }
}

/// The epoch whose key lies in a file of this name.
fn epoch_of(name: &str) -> Option<u32> {
    name.strip_prefix("epoch-")?.strip_suffix(".key")?.parse().ok()
}

fn wrong(path: &Path, error: &std::io::Error) -> Fault {
    Fault::Installation { file: path.display().to_string(), why: error.to_string() }
}

fn secret(path: &PathBuf) -> Result<Zeroizing<[u8; 32]>, Fault> {
    let bytes = Zeroizing::new(fs::read(path).map_err(|error| wrong(path, &error))?);
    let secret = <[u8; 32]>::try_from(bytes.as_slice())
        .map_err(|_| Fault::Installation { file: path.display().to_string(), why: "a key has 32 bytes".to_owned() })?;
    Ok(Zeroizing::new(secret))
}

/// Writes a file that nobody else may read, and refuses to write over one.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|error| wrong(path, &error))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| wrong(path, &error))
}
