//! The erasure list: what was erased, in a file beside the checkpoint store, so that a restore can be made to forget it again.
//!
//! Lines are only ever added. Each is signed by the key of the log; `docs/backup-format.md` has the bytes.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::file::{ErasureBasis, LegalOrder};
use domain::{AccountId, ActId, Moment, OrgId, StreamId};
use ledger::note::{Note, NoteSignature, Signer};
use serde::{Deserialize, Serialize};

use crate::erase::Followed;
use crate::refusal::Fault;

/// What was erased, when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<File>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    act: Option<ActId>,
    at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stream: StreamId,
    basis: ErasureBasis,
    announced_by: AccountId,
    /// Who held it, and the act that says so there: absent in lines of older programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recorded: Option<Recorded>,
}

/// What the act in the stream of the organisation says, for a restore may lose that act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recorded {
    /// The organisation that held the file.
    pub(crate) custody: OrgId,
    /// The act.
    pub(crate) act: ActId,
    /// The order of law that was followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) order: Option<LegalOrder>,
}

/// A line of the list.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    erased: Entry,
    signature: String,
}

impl Entry {
    pub(crate) fn file(stream: StreamId, at: Moment, basis: ErasureBasis, announced_by: AccountId) -> Self {
        Self { file: Some(File { stream, basis, announced_by, recorded: None }), act: None, at }
    }

    /// The same, with what was followed and the act that says so.
    #[must_use]
    pub(crate) fn with(mut self, followed: &Followed, act: ActId) -> Self {
        if let Some(file) = &mut self.file {
            let (custody, order) = (followed.custody, followed.order.clone());
            file.recorded = Some(Recorded { custody, act, order });
        }
        self
    }

    /// When.
    pub(crate) fn at(&self) -> Moment {
        self.at
    }

    /// On what basis a file was erased, and what was recorded of it.
    pub(crate) fn recorded(&self) -> Option<(ErasureBasis, &Recorded)> {
        self.file.as_ref().and_then(|file| Some((file.basis, file.recorded.as_ref()?)))
    }

    pub(crate) fn act(act: ActId, at: Moment) -> Self {
        Self { file: None, act: Some(act), at }
    }

    pub(crate) fn file_stream(&self) -> Option<StreamId> {
        self.file.as_ref().map(|file| file.stream)
    }

    pub(crate) fn struck_act(&self) -> Option<ActId> {
        self.act
    }

    /// Is it about the same thing?
    fn names_what(&self, other: &Self) -> bool {
        self.file_stream() == other.file_stream() && self.act == other.act
    }

    fn text(&self, origin: &str) -> Result<String, Fault> {
        let what = serde_json::to_string(self).map_err(Fault::unreadable)?;
        Ok(format!("passerelle/v1 erased\n{origin}\n{what}\n"))
    }
}

/// The list of one installation.
pub(crate) struct ErasureList {
    path: PathBuf,
    /// Whoever signed the log, the present signer last.
    signers: Vec<Arc<Signer>>,
}

impl ErasureList {
    pub(crate) fn new(path: PathBuf, signers: Vec<Arc<Signer>>) -> Self {
        Self { path, signers }
    }

    /// Everything on the list. A line that no key of the log signed is a fault: somebody was at the file.
    pub(crate) fn read(&self) -> Result<Vec<Entry>, Fault> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(self.wrong(&error)),
        };
        // A crash may leave the last line half written; what it named is not committed then.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        whole.lines().map(|line| self.entry(line)).collect()
    }

    fn entry(&self, line: &str) -> Result<Entry, Fault> {
        let wrong = || self.wrong(&"a line is not signed by the key of this log: bring back the list as it was");
        let line: Line = serde_json::from_str(line).map_err(|_| wrong())?;
        let signature = NoteSignature::parse(&line.signature).map_err(|_| wrong())?;
        for signer in &self.signers {
            let note = Note::new(&line.erased.text(signer.name().as_str())?, vec![signature.clone()]);
            if note.is_ok_and(|note| note.verify(&signer.verifier_key()).is_ok()) {
                return Ok(line.erased);
            }
        }
        Err(wrong())
    }

    /// Adds an entry, durably; once only, however often it is added.
    pub(crate) fn add(&self, entry: &Entry) -> Result<(), Fault> {
        if self.read()?.iter().any(|known| known.names_what(entry)) {
            return Ok(());
        }
        let signer = self.signers.last().ok_or_else(|| Fault::unreadable("no signing key"))?;
        let note = signer.sign(&entry.text(signer.name().as_str())?)?;
        let signature = note.signatures().first().map(ToString::to_string).unwrap_or_default();
        let line = serde_json::to_string(&Line { erased: entry.clone(), signature }).map_err(Fault::unreadable)?;
        self.append(&[line])
    }

    /// Adds the lines of other copies of this list that are missing here.
    pub(crate) fn join(&self, others: &[&Path]) -> Result<(), Fault> {
        let mut known: BTreeSet<String> = self.lines(&self.path)?.into_iter().collect();
        let mut missing = Vec::new();
        for other in others {
            for line in self.lines(other)? {
                if known.insert(line.clone()) {
                    missing.push(line);
                }
            }
        }
        self.append(&missing)
    }

    /// The lines of a copy, each of them checked.
    fn lines(&self, path: &Path) -> Result<Vec<String>, Fault> {
        let copy = Self { path: path.to_owned(), signers: self.signers.clone() };
        copy.read()?;
        let text = fs::read_to_string(path).unwrap_or_default();
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        Ok(whole.lines().map(str::to_owned).collect())
    }

    fn append(&self, lines: &[String]) -> Result<(), Fault> {
        if lines.is_empty() {
            return Ok(());
        }
        // Without the half of a line that a crash may have left.
        let text = fs::read_to_string(&self.path).unwrap_or_default();
        let whole = text.rsplit_once('\n').map_or(0, |(whole, _)| whole.len() + 1);
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = (|| {
            use std::io::{Seek as _, SeekFrom};
            let mut file = options.open(&self.path)?;
            let whole = u64::try_from(whole).unwrap_or(0);
            file.set_len(whole)?;
            file.seek(SeekFrom::Start(whole))?;
            file.write_all(format!("{}\n", lines.join("\n")).as_bytes())?;
            file.sync_all()?;
            crate::durable::flush_folder_of(&self.path)
        })();
        written.map_err(|error: std::io::Error| self.wrong(&error))
    }

    fn wrong(&self, why: &dyn std::fmt::Display) -> Fault {
        Fault::Installation { file: self.path.display().to_string(), why: why.to_string() }
    }
}
