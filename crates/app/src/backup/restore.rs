//! Putting an installation together again from a backup of data and one of keys.
//!
//! Everything is put together and checked in a folder of its own beside the target; only a whole and true installation is
//! moved in. The checkpoint store and the erasure list of the target are never touched: they remember what a restore would
//! like to forget.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufReader, Read, Write as _};
use std::path::{Path, PathBuf};

use domain::Moment;
use ledger::note::Note;
use sha2::{Digest as _, Sha256};
use store::Tx;

use super::age::{Decryptor, Identity};
use super::archive::{Entry, next_entry, read_body};
use super::manifest::{Holds, Manifest};
use super::{CHECKPOINT, DATABASE, ERASURES, MANIFEST, beside, broken, copy, still_lives, version};
use crate::App;
use crate::erasure_list::ErasureList;
use crate::installation::{Opening, Place};
use crate::keys::Keys;
use crate::refusal::{Fault, Refusal};
use crate::writing::Checkpoints;

/// The checkpoint that came with the data, while it is not known of which log it is.
const CHECKPOINT_OF_DATA: &str = "checkpoint-of-data";

/// The erasure list that came with the keys, while it is not joined with the other one.
const ERASURES_OF_KEYS: &str = "erasures-of-keys";

/// Longest manifest that is read, in bytes.
const LONGEST_MANIFEST: u64 = 1024 * 1024;

/// What to put together.
pub struct Restoring<'a> {
    /// The backup of the data.
    pub data: &'a Path,
    /// The backup of the keys.
    pub keys: &'a Path,
    /// The private key of one of the two recipients.
    pub identity: &'a Identity,
}

/// What was put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When the data was copied.
    pub made_at: Moment,
    /// When the keys were copied.
    pub keys_made_at: Moment,
    /// The origin of the log.
    pub origin: String,
    /// The key to compare with the one that oversight holds on paper.
    pub verifier_key: String,
    /// Leaves, all of them checked.
    pub leaves: u64,
    /// The root over them, base64.
    pub root: String,
    /// Bodies that opened and are what was committed to.
    pub bodies: u64,
    /// How many acts the checkpoint store of the target knows beyond these. If any, the server will not start.
    pub lost: Option<u64>,
}

/// Puts an installation together in the directory of `place`, which must not hold one. It may hold the checkpoint store and
/// the erasure list of the installation that was lost; they stay as they are. Whatever is wrong, the directory is left as it
/// was.
pub fn restore(asked: &Restoring<'_>, place: &Place, opening: &Opening) -> Result<Restored, Refusal> {
    if place.is_founded() || place.keys().exists() {
        let why = "there is an installation here: give a new directory, nothing is restored over another one";
        return Err(broken(&place.directory, why).into());
    }
    let staging = beside(&place.directory, ".restoring");
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(|error| broken(&staging, error))?;
    }
    let staged = Place::new(&staging);
    let outcome = stage(asked, place, &staged, opening).and_then(|restored| {
        move_in(&staged, place)?;
        Ok(restored)
    });
    let _ = fs::remove_dir_all(&staging);
    outcome
}

fn stage(asked: &Restoring<'_>, place: &Place, staged: &Place, opening: &Opening) -> Result<Restored, Refusal> {
    private_folder(&staged.directory)?;
    private_folder(&staged.keys())?;
    let unpack = |file, holds| unpack(file, asked.identity, holds, &staged.directory);
    let (data, data_note) = unpack(asked.data, Holds::Data)?;
    let (keys, keys_note) = unpack(asked.keys, Holds::Keys)?;
    let in_data = |why: String| broken(asked.data, why);
    let in_keys = |why: String| broken(asked.keys, why);
    if !still_lives(keys.made_at, opening.clock.now()) {
        let why = "these keys were copied more than 35 days ago and should have been destroyed: what was erased since would \
                   come back. Give a newer backup of the keys";
        return Err(in_keys(why.to_owned()).into());
    }
    let opened =
        Keys::open(&staged.keys()).map_err(|fault| in_keys(format!("{fault}: take another copy of this backup")))?;
    let key = opened.signer.verifier_key();
    Manifest::is_of(&keys_note, &key).map_err(in_keys)?;
    Manifest::is_of(&data_note, &key).map_err(in_data)?;
    if keys.origin != opened.origin() || data.origin != opened.origin() {
        return Err(in_data(format!("it is of the log {}, the keys are of {}", data.origin, opened.origin())).into());
    }
    if data.schema > version() {
        return Err(
            in_data("it was made by a newer version of the program: restore it with that one".to_owned()).into()
        );
    }
    let missing: Vec<_> = data.epochs.iter().filter(|epoch| !opened.epochs().contains(epoch)).collect();
    if !missing.is_empty() {
        let why = format!(
            "what it holds is wrapped under keys of epoch {missing:?}, which these keys do not have: they were destroyed with \
             everything that was erased then. Give a backup of the data that was made after the change of epoch"
        );
        return Err(in_data(why).into());
    }
    // What any of the copies knows to be erased is erased again before anything is served.
    let list = ErasureList::new(staged.erasures(), opened.signers.clone());
    let of_keys = staged.directory.join(ERASURES_OF_KEYS);
    list.join(&[&of_keys, &place.erasures()])?;
    let log = data.log.as_ref().ok_or_else(|| in_data("its manifest says nothing of the log".to_owned()))?;
    let checkpoint = staged.checkpoint(&opened);
    fs::rename(staged.directory.join(CHECKPOINT_OF_DATA), &checkpoint).map_err(|error| broken(&checkpoint, error))?;
    let app = App::open(staged, opening.clone()).map_err(|fault| in_data(fault.to_string()))?;
    let verified =
        app.verify().map_err(|bad| in_data(format!("{bad}: take another copy of this backup, or another backup")))?;
    if verified.leaves != log.size || verified.root != log.root {
        return Err(
            in_data("the log in it is not the one that its manifest names: take another backup".to_owned()).into()
        );
    }
    let wrong = app.integrity()?;
    if let Some(first) = wrong.first() {
        return Err(in_data(format!("{first}: take another copy of this backup, or another backup")).into());
    }
    // Whoever was signed in when the copy was made is not any more.
    app.end_all_sessions()?;
    let kept = Checkpoints::kept(&place.checkpoint(&opened), &opened.signer).map_err(|fault| {
        let why = format!("{fault}: this is the checkpoint store of another log; give a new directory");
        broken(&place.checkpoint(&opened), why)
    })?;
    if let Some(kept) = kept.as_ref().filter(|kept| kept.size <= log.size) {
        app.goes_on_from(&place.checkpoint(&opened), kept)?;
    }
    drop(app);
    Ok(Restored {
        made_at: data.made_at,
        keys_made_at: keys.made_at,
        origin: data.origin,
        verifier_key: opened.verifier_key(),
        leaves: verified.leaves,
        root: verified.root,
        bodies: verified.bodies,
        lost: kept.and_then(|kept| kept.size.checked_sub(log.size)).filter(|lost| *lost > 0),
    })
}

impl App {
    /// Ends every session there is.
    fn end_all_sessions(&self) -> Result<(), Refusal> {
        self.writer.submit(|tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            tx.exec("delete from session", &[])?;
            Ok(())
        })
    }
}

/// Opens one archive and writes its files below `into`. Names and order are those of its manifest, and no others.
fn unpack(file: &Path, identity: &Identity, holds: Holds, into: &Path) -> Result<(Manifest, Note), Fault> {
    let wrong = |why: &dyn std::fmt::Display| broken(file, why);
    let from = BufReader::new(fs::File::open(file).map_err(|error| wrong(&error))?);
    let mut from = Decryptor::begin(from, identity).map_err(|why| wrong(&why))?;
    let first = next_entry(&mut from).map_err(|error| wrong(&error))?;
    let not_ours = "it does not begin with a manifest: give the file that `passerelle backup` wrote";
    let first = first
        .filter(|entry| entry.name == MANIFEST && entry.length <= LONGEST_MANIFEST)
        .ok_or_else(|| wrong(&not_ours))?;
    let mut bytes = Vec::new();
    read_body(&mut from, &first, |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })
    .map_err(|error| wrong(&error))?;
    let (manifest, note) = Manifest::read(&bytes).map_err(|why| wrong(&why))?;
    if manifest.holds != holds {
        let (is, wanted) = (manifest.holds.word(), holds.word());
        return Err(wrong(&format!(
            "it is a backup of {is}, and one of {wanted} is wanted here: the two files were exchanged"
        )));
    }
    let mut seen = BTreeSet::new();
    for part in &manifest.parts {
        let target = target(&part.name, holds, into).filter(|_| seen.insert(part.name.clone()));
        let target = target.ok_or_else(|| {
            wrong(&format!("its manifest names {}, which no backup of {} holds", part.name, holds.word()))
        })?;
        let entry = next_entry(&mut from).map_err(|error| wrong(&error))?;
        let entry = entry.filter(|entry| entry.name == part.name && entry.length == part.length);
        let entry = entry.ok_or_else(|| {
            wrong(&"its files are not those that its manifest names, in that order: take another copy of this backup")
        })?;
        let digest = write_out(&mut from, &entry, &target).map_err(|error| wrong(&error))?;
        if digest != part.sha256 {
            return Err(wrong(&format!(
                "{} is not what the manifest says it is: take another copy of this backup",
                part.name
            )));
        }
    }
    if !complete(&seen, holds) {
        return Err(wrong(&"its manifest leaves out what every backup holds: take another backup"));
    }
    if next_entry(&mut from).map_err(|error| wrong(&error))?.is_some() {
        return Err(wrong(&"it holds more than its manifest names: take another copy of this backup"));
    }
    Ok((manifest, note))
}

/// Where a file of an archive goes; nothing if no such backup holds one of that name.
fn target(name: &str, holds: Holds, into: &Path) -> Option<PathBuf> {
    match (holds, name) {
        (Holds::Data, DATABASE | ERASURES) => Some(into.join(name)),
        // Where it belongs is known once the keys are: the log may have gone on after a loss.
        (Holds::Data, CHECKPOINT) => Some(into.join(CHECKPOINT_OF_DATA)),
        // Beside the list that came with the data: the two are put together.
        (Holds::Keys, ERASURES) => Some(into.join(ERASURES_OF_KEYS)),
        (Holds::Keys, name) => {
            let name = name.strip_prefix("keys/").filter(|name| Keys::is_file(name))?;
            Some(into.join("keys").join(name))
        }
        _ => None,
    }
}

fn complete(seen: &BTreeSet<String>, holds: Holds) -> bool {
    let wanted: &[&str] = match holds {
        Holds::Data => &[DATABASE, CHECKPOINT, ERASURES],
        Holds::Keys => &["keys/origin", "keys/signing.key", "keys/working.key", ERASURES],
    };
    wanted.iter().all(|name| seen.contains(*name))
}

fn write_out(from: &mut impl Read, entry: &Entry, target: &Path) -> std::io::Result<String> {
    let mut file = copy::private(target)?;
    let mut digest = Sha256::new();
    read_body(from, entry, |piece| {
        digest.update(piece);
        file.write_all(piece)
    })?;
    file.sync_all()?;
    Ok(hex::encode(digest.finalize()))
}

/// Moves a whole installation into its place, the database last: until then there is none.
fn move_in(staged: &Place, place: &Place) -> Result<(), Fault> {
    let failed = |error: std::io::Error| broken(&place.directory, error);
    if !place.directory.exists() {
        private_folder(&place.directory)?;
    }
    fs::rename(staged.keys(), place.keys()).map_err(failed)?;
    let keys = Keys::open(&place.keys())?;
    if !place.checkpoint(&keys).exists() {
        fs::rename(staged.checkpoint(&keys), place.checkpoint(&keys)).map_err(failed)?;
    }
    // The list only ever grows.
    ErasureList::new(place.erasures(), keys.signers.clone()).join(&[&staged.erasures()])?;
    let log = beside(&staged.database(), "-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(broken(&log, "the log of the engine was not moved into the database: restore again"));
    }
    fs::rename(staged.database(), place.database()).map_err(failed)?;
    crate::durable::flush_folder_of(&place.database()).map_err(failed)
}

fn private_folder(path: &Path) -> Result<(), Fault> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| broken(path, error))
}
