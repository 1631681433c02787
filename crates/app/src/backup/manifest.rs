//! What a backup says of itself: format, schema, how far the log goes, length and SHA-256 of each part. Signed by the key of
//! the log, for anybody can write a file for a public recipient.

use domain::Moment;
use ledger::note::{Note, Signer, VerifierKey};
use serde::{Deserialize, Serialize};

use crate::refusal::Fault;

/// The format of backups that this program writes and reads.
pub const FORMAT: &str = "passerelle-backup/1";

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    /// The database, the checkpoint, the erasure list. Opens nothing by itself.
    Data,
    /// The keys, and the erasure list. Lives 35 days.
    Keys,
}

impl Holds {
    /// The word in manifests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Keys => "keys",
        }
    }
}

/// How far the log goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// Leaves.
    pub size: u64,
    /// The root over them, base64.
    pub root: String,
    /// The checkpoint over exactly these leaves, a signed note.
    pub checkpoint: String,
}

/// One file of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in the archive.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// What it holds.
    pub holds: Holds,
    /// When it was made.
    pub made_at: Moment,
    /// The origin of the log.
    pub origin: String,
    /// The version of the database schema.
    pub schema: u64,
    /// The epochs of keys: those that the database needs, or those that are here.
    pub epochs: Vec<u32>,
    /// How far the log goes; only in a backup of data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log: Option<Log>,
    /// The other files, in their order.
    pub parts: Vec<Part>,
}

impl Manifest {
    /// The signed text of it.
    pub(super) fn sign(&self, signer: &Signer) -> Result<String, Fault> {
        let text = serde_json::to_string_pretty(self).map_err(Fault::unreadable)?;
        Ok(signer.sign(&format!("{text}\n"))?.to_string())
    }

    /// Reads a manifest and gives the note back, whose signature is checked once the key is known.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, Note), String> {
        let wrong = |why: &dyn std::fmt::Display| {
            format!("its manifest cannot be read ({why}): take another copy of this backup")
        };
        let text = std::str::from_utf8(bytes).map_err(|error| wrong(&error))?;
        let note = Note::parse(text).map_err(|error| wrong(&error))?;
        let format = serde_json::from_str::<serde_json::Value>(note.text()).map_err(|error| wrong(&error))?;
        if format.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
            return Err(format!(
                "it is not of the format {FORMAT}: open it with the version of the program that made it"
            ));
        }
        let manifest = serde_json::from_str(note.text()).map_err(|error| wrong(&error))?;
        Ok((manifest, note))
    }

    /// Was it signed by this key?
    pub(super) fn is_of(note: &Note, key: &VerifierKey) -> Result<(), String> {
        note.verify(key).map(|_| ()).map_err(|_| {
            format!(
                "its manifest is not signed by the key of the log {}: the two backups do not belong together, or one was forged",
                key.name()
            )
        })
    }
}
