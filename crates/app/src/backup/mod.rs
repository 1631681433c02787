//! Backups: a copy of the data and, apart from it, a copy of the keys. Each is a tar inside an age file for two recipients,
//! the operator and the oversight body, whose private halves are never on the server. `docs/backup-format.md` has the bytes.
//!
//! A backup is made beside a running server, from its own process: it reads one state of the database and changes nothing.
//! Keys and data are never in one file: copies of keys must be able to die sooner than copies of data, or nothing could be
//! erased.

mod age;
mod archive;
mod bech32;
mod copy;
mod manifest;
mod restore;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use domain::Moment;

pub use age::{Decryptor, Encryptor, Identity, NotOpened, Recipient};
pub use manifest::{FORMAT, Holds, Log, Manifest, Part};
pub use restore::{Restored, Restoring, restore};

use crate::chance::Entropy;
use crate::durable::flush_folder_of;
use crate::installation::{Opening, Place};
use crate::keys::Keys;
use crate::refusal::Fault;
use crate::schema::schema;
use archive::Entry;

/// How long a backup of keys may be used, in milliseconds: 35 days. An erasure has its full effect no later than this after
/// the keys of its epoch were destroyed.
pub const KEYS_LIVE: i64 = 35 * domain::moment::DAY;

/// The name of the manifest in an archive; it comes first.
const MANIFEST: &str = "manifest";
/// The name of the database in an archive.
const DATABASE: &str = "casework.db";
/// The name of the checkpoint in an archive.
const CHECKPOINT: &str = "checkpoint";
/// The name of the erasure list in an archive.
const ERASURES: &str = "erasures";

/// For whom backups are written: two keys of different people, either of which opens them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipients {
    operator: Recipient,
    oversight: Recipient,
}

impl Recipients {
    /// The operator and the oversight body; they cannot be one.
    pub fn new(operator: Recipient, oversight: Recipient) -> Result<Self, Fault> {
        if operator == oversight {
            return Err(Fault::Installation {
                file: operator.to_string(),
                why:
                    "operator and oversight need a key each: one of them makes another with `passerelle backup-key new`"
                        .to_owned(),
            });
        }
        Ok(Self { operator, oversight })
    }
}

/// A backup that was made.
#[derive(Debug, Clone)]
pub struct BackedUp {
    /// Where it is.
    pub file: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// What it says of itself.
    pub manifest: Manifest,
}

/// A file of the archive, before its bytes are read.
enum Source {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// Writes a backup of the data to `to`, which must not exist. The server may run.
pub fn back_up(place: &Place, opening: &Opening, recipients: &Recipients, to: &Path) -> Result<BackedUp, Fault> {
    founded(place)?;
    free(to)?;
    let keys = Keys::open(&place.keys())?;
    let copy = copy::Copy::take(place, opening, &keys)?;
    let parts = vec![
        (DATABASE.to_owned(), Source::File(copy.file().to_owned())),
        (CHECKPOINT.to_owned(), Source::Bytes(copy.log.checkpoint.clone().into_bytes())),
        (ERASURES.to_owned(), Source::Bytes(erasures(place)?)),
    ];
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        holds: Holds::Data,
        made_at: opening.clock.now(),
        origin: keys.origin().to_owned(),
        schema: version(),
        epochs: copy.epochs.clone(),
        log: Some(copy.log.clone()),
        parts: Vec::new(),
    };
    write(manifest, &parts, &keys, recipients, &*opening.entropy, to)
}

/// Writes a backup of the keys to `to`, which must not exist: signing key, working key, every epoch key, and the erasure list.
/// It opens everything, and may be used for [`KEYS_LIVE`]; whoever keeps it destroys it then.
pub fn back_up_keys(place: &Place, opening: &Opening, recipients: &Recipients, to: &Path) -> Result<BackedUp, Fault> {
    founded(place)?;
    free(to)?;
    let keys = Keys::open(&place.keys())?;
    let mut names = Vec::new();
    for entry in fs::read_dir(place.keys()).map_err(|error| broken(&place.keys(), error))? {
        let entry = entry.map_err(|error| broken(&place.keys(), error))?;
        if let Some(name) = entry.file_name().to_str().filter(|name| Keys::is_file(name)) {
            names.push(name.to_owned());
        }
    }
    names.sort();
    let mut parts: Vec<_> =
        names.iter().map(|name| (format!("keys/{name}"), Source::File(place.keys().join(name)))).collect();
    parts.push((ERASURES.to_owned(), Source::Bytes(erasures(place)?)));
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        holds: Holds::Keys,
        made_at: opening.clock.now(),
        origin: keys.origin().to_owned(),
        schema: version(),
        epochs: keys.epochs(),
        log: None,
        parts: Vec::new(),
    };
    write(manifest, &parts, &keys, recipients, &*opening.entropy, to)
}

fn write(
    mut manifest: Manifest,
    parts: &[(String, Source)],
    keys: &Keys,
    recipients: &Recipients,
    entropy: &dyn Entropy,
    to: &Path,
) -> Result<BackedUp, Fault> {
    for (name, source) in parts {
        let (length, sha256) = match source {
            Source::File(file) => copy::measured(fs::File::open(file).map_err(|error| broken(file, error))?),
            Source::Bytes(bytes) => copy::measured(&bytes[..]),
        }
        .map_err(|error| broken(to, error))?;
        manifest.parts.push(Part { name: name.clone(), length, sha256 });
    }
    let signed = manifest.sign(&keys.signer)?;
    let draft = beside(to, ".part");
    let _ = fs::remove_file(&draft);
    let written = (|| -> std::io::Result<u64> {
        let out = BufWriter::new(copy::private(&draft)?);
        let everybody = [recipients.operator.clone(), recipients.oversight.clone()];
        let mut out = Encryptor::begin(out, &everybody, entropy).map_err(std::io::Error::other)?;
        let entry =
            |name: &str, length: usize| Entry { name: name.to_owned(), length: length.try_into().unwrap_or(u64::MAX) };
        archive::write_entry(&mut out, &entry(MANIFEST, signed.len()), &mut signed.as_bytes())?;
        for ((name, source), part) in parts.iter().zip(&manifest.parts) {
            let entry = Entry { name: name.clone(), length: part.length };
            match source {
                Source::File(file) => archive::write_entry(&mut out, &entry, &mut fs::File::open(file)?)?,
                Source::Bytes(bytes) => archive::write_entry(&mut out, &entry, &mut &bytes[..])?,
            }
        }
        archive::write_end(&mut out)?;
        let mut out = out.finish()?;
        out.flush()?;
        let file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let length = file.metadata()?.len();
        // A crash before the rename leaves a file whose name says that it is a part.
        fs::rename(&draft, to)?;
        flush_folder_of(to)?;
        Ok(length)
    })();
    match written {
        Ok(length) => Ok(BackedUp { file: to.to_owned(), length, manifest }),
        Err(error) => {
            let _ = fs::remove_file(&draft);
            Err(broken(to, error))
        }
    }
}

fn version() -> u64 {
    u64::try_from(schema().steps.len()).unwrap_or(u64::MAX)
}

fn founded(place: &Place) -> Result<(), Fault> {
    if place.is_founded() {
        return Ok(());
    }
    Err(broken(&place.directory, "there is no installation here: give the directory that `passerelle init` made"))
}

fn free(to: &Path) -> Result<(), Fault> {
    if !to.exists() {
        return Ok(());
    }
    Err(broken(to, "it exists already: give the name of a new file, a backup is never written over another"))
}

fn erasures(place: &Place) -> Result<Vec<u8>, Fault> {
    match fs::read(place.erasures()) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(broken(&place.erasures(), error)),
    }
}

/// The same path with something behind its name.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn broken(file: &Path, why: impl std::fmt::Display) -> Fault {
    Fault::Installation { file: file.display().to_string(), why: why.to_string() }
}

/// May a backup of keys that was made then still be used?
fn still_lives(made_at: Moment, now: Moment) -> bool {
    now < made_at.plus(KEYS_LIVE)
}
