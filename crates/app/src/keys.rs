//! The keys of an installation on disk, and the cache of opened stream keys.
//!
//! The signing key, the epoch keys and the working key lie in a directory of their own, apart from the database, so
//! that a copy of the database alone opens nothing and epoch keys can have their own short-lived backups.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::StreamId;
use domain::organisation::Continued;
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
    /// Whoever signed the log, before a loss and after it; the present signer is the last.
    pub(crate) signers: Vec<Arc<Signer>>,
    /// Which log it is: 1, or one more for every loss.
    pub(crate) log: u32,
    /// What the present log went on from, if it did not begin with the installation.
    pub(crate) continued: Option<Continued>,
    pub(crate) epoch: u32,
    epochs: BTreeMap<u32, EpochKey>,
    pub(crate) working: crate::credential::WorkingKey,
    opened: Mutex<BTreeMap<WrappedName, Key>>,
    destroyed: Mutex<BTreeSet<WrappedName>>,
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
        let mut signers = vec![Arc::new(Signer::new(origin.clone(), &*secret(&directory.join("signing.key"))?))];
        let (mut log, mut continued) = (1_u32, None);
        while let Some(next) = read_log(directory, log.saturating_add(1))? {
            log = log.saturating_add(1);
            let key = secret(&directory.join(format!("signing-{log}.key")))?;
            signers.push(Arc::new(Signer::new(KeyName::new(next.origin.as_str())?, &key)));
            continued = Some(next);
        }
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
            // Bodies are bound to the first origin for ever.
            sealer: Sealer::new(origin),
            signer: signers.last().map(Arc::clone).ok_or_else(|| Fault::unreadable("no signing key"))?,
            signers,
            log,
            continued,
            epoch,
            epochs,
            working: crate::credential::WorkingKey::new(*secret(&directory.join("working.key"))?),
            opened: Mutex::new(BTreeMap::new()),
            destroyed: Mutex::new(BTreeSet::new()),
        })
    }

    /// Is this the name of a file that a key directory holds?
    pub(crate) fn is_file(name: &str) -> bool {
        let numbered = |before: &str, after: &str| {
            let number = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            number.and_then(|number| number.parse::<u32>().ok()).is_some()
        };
        matches!(name, "origin" | "signing.key" | "working.key")
            || numbered("epoch-", ".key")
            || numbered("signing-", ".key")
            || numbered("log-", ".json")
    }

    /// Makes the key of a new epoch, beside the older ones.
    pub(crate) fn begin_epoch(directory: &Path, epoch: u32, entropy: &dyn Entropy) -> Result<u32, Fault> {
        let secret = Zeroizing::new(draw::<32>(entropy)?);
        write_new(&directory.join(format!("epoch-{epoch}.key")), &*secret)?;
        flush(directory)?;
        Ok(epoch)
    }

    /// Destroys the keys of every epoch before this one; their numbers.
    pub(crate) fn end_epochs_before(directory: &Path, epoch: u32) -> Result<Vec<u32>, Fault> {
        let mut ended = Vec::new();
        for entry in fs::read_dir(directory).map_err(|error| wrong(directory, &error))? {
            let path = entry.map_err(|error| wrong(directory, &error))?.path();
            let number = path.file_name().and_then(|name| name.to_str()).and_then(epoch_of);
            let Some(number) = number.filter(|number| *number < epoch) else { continue };
            // Written over before it is removed, for what that is worth on a disk of today: encrypt the disk.
            let over = fs::OpenOptions::new().write(true).open(&path);
            over.and_then(|mut file| file.write_all(&[0; 32]).and_then(|()| file.sync_all()))
                .and_then(|()| fs::remove_file(&path))
                .map_err(|error| wrong(&path, &error))?;
            ended.push(number);
        }
        flush(directory)?;
        ended.sort_unstable();
        Ok(ended)
    }

    /// Makes the signing key of a log that goes on after a loss.
    pub(crate) fn begin_log(
        &self,
        directory: &Path,
        continued: &Continued,
        entropy: &dyn Entropy,
    ) -> Result<Signer, Fault> {
        let path = directory.join(format!("signing-{}.key", self.log.saturating_add(1)));
        // Left by a crash, it has signed nothing that anybody has seen.
        let _ = fs::remove_file(&path);
        let secret = Zeroizing::new(draw::<32>(entropy)?);
        write_new(&path, &*secret)?;
        Ok(Signer::new(KeyName::new(continued.origin.as_str())?, &secret))
    }

    /// Names the log that goes on: from now on it is the log of this installation.
    pub(crate) fn name_log(&self, directory: &Path, continued: &Continued) -> Result<(), Fault> {
        let text = serde_json::to_vec_pretty(continued).map_err(Fault::unreadable)?;
        let path = directory.join(format!("log-{}.json", self.log.saturating_add(1)));
        let draft = path.with_extension("new");
        let _ = fs::remove_file(&draft);
        write_new(&draft, &text)?;
        fs::rename(&draft, &path).map_err(|error| wrong(&path, &error))?;
        flush(directory)
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

    /// Forgets a key whose wrapped form was destroyed, for good: a reader of an older state may still bring it here.
    pub(crate) fn destroyed(&self, name: WrappedName) {
        self.destroyed.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).remove(&name);
    }

    pub(crate) fn remember(&self, name: WrappedName, key: &Key) {
        let destroyed = self.destroyed.lock().unwrap_or_else(PoisonError::into_inner);
        if destroyed.contains(&name) {
            return;
        }
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

/// What a log went on from, if there is a log of this number.
fn read_log(directory: &Path, log: u32) -> Result<Option<Continued>, Fault> {
    let path = directory.join(format!("log-{log}.json"));
    match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .map(Some)
            .map_err(|error| Fault::Installation { file: path.display().to_string(), why: error.to_string() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(wrong(&path, &error)),
    }
}

/// Makes names in a folder durable.
fn flush(directory: &Path) -> Result<(), Fault> {
    fs::File::open(directory).and_then(|folder| folder.sync_all()).map_err(|error| wrong(directory, &error))
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
