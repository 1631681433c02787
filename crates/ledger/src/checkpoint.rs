//! Checkpoints (c2sp.org/tlog-checkpoint): origin, size and root of a ledger as a signed note.
//!
//! Signing one is a promise never to sign one inconsistent with it; keeping that promise is the caller's work.
//! Extension lines are refused: nobody could audit them.

use std::fmt;

use crate::error::Error;
use crate::hash::Hash;
use crate::note::{KeyName, Note, Signer, VerifierKey};

/// What a ledger states about itself at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which ledger.
    pub origin: KeyName,
    /// Number of leaves.
    pub size: u64,
    /// Merkle tree hash of these leaves.
    pub root: Hash,
}

impl Checkpoint {
    /// Signs with the key named by this ledger's origin.
    pub fn sign(&self, signer: &Signer) -> Result<Note, Error> {
        self.belongs_to(signer.name())?;
        signer.sign(&self.to_string())
    }

    /// Reads a note text of exactly three lines: origin, size, root.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let body = text.strip_suffix('\n').ok_or(Error::Checkpoint("no newline at the end"))?;
        let mut lines = body.split('\n');
        let (Some(origin), Some(size), Some(root), None) = (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(Error::Checkpoint("not three lines"));
        };
        let checkpoint = Self {
            origin: KeyName::new(origin)?,
            size: size.parse().map_err(|_| Error::Checkpoint("the size is not a number"))?,
            root: Hash::from_base64(root).ok_or(Error::Checkpoint("the root is not a hash"))?,
        };
        if checkpoint.to_string() == text {
            Ok(checkpoint)
        } else {
            Err(Error::Checkpoint("not the one spelling it has"))
        }
    }

    /// Verifies the signature of the ledger's own key on a note and reads the checkpoint in it.
    pub fn open(note: &Note, key: &VerifierKey) -> Result<Self, Error> {
        note.verify(key)?;
        let checkpoint = Self::parse(note.text())?;
        checkpoint.belongs_to(key.name())?;
        if checkpoint.size == 0 && checkpoint.root != Hash::EMPTY_TREE {
            return Err(Error::Checkpoint("size 0 with the root of leaves"));
        }
        Ok(checkpoint)
    }

    fn belongs_to(&self, name: &KeyName) -> Result<(), Error> {
        if &self.origin == name {
            return Ok(());
        }
        Err(Error::Origin { expected: name.to_string(), found: self.origin.to_string() })
    }
}

/// The note text.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, self.root)
    }
}
