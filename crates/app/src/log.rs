//! The log as others see it: checkpoint, tiles, entry bundles, proofs, and an exported copy.
//!
//! Nothing here is personal: leaves commit to everything and say nothing. Envelopes leave only in an export, for whoever
//! runs the installation and for oversight.

use std::fs;
use std::path::Path;

use domain::ActId;
use ledger::hash::Hash;
use ledger::leaf::Leaf;
use ledger::proof::{self, TlogProof};
use ledger::tile::{self, FULL, Row, TilePath};
use store::{Tx, Val};

use crate::App;
use crate::ledger_rows::{place_of, signed};
use crate::refusal::{Fault, Refusal};

impl App {
    /// The newest checkpoint, a signed note.
    pub fn checkpoint(&self) -> String {
        self.checkpoints.last().1
    }

    /// A tile or entry bundle, if the newest checkpoint covers it.
    pub fn tile(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Ok(path) = TilePath::parse(path) else { return Ok(None) };
        let (size, _) = self.checkpoints.last();
        self.store.read(|tx| tile_at(tx, &path, size))
    }

    /// The proof that an act stands in the log, in the format of c2sp.org/tlog-proof, for whoever holds a paper with its
    /// id. Nothing if the newest checkpoint does not cover it yet.
    pub fn proof_of(&self, act: ActId) -> Result<Option<String>, Fault> {
        let (size, checkpoint) = self.checkpoints.last();
        self.store.read(|tx| {
            let Some((index, _)) = place_of(tx, act)?.filter(|(index, _)| *index < size) else { return Ok(None) };
            let path =
                proof::inclusion(size, index, |level, number| hashes_at(tx, level, number, size).ok().flatten())?;
            let checkpoint = ledger::note::Note::parse(&checkpoint)?;
            Ok(Some(TlogProof { extra: Vec::new(), index, path, checkpoint }.to_string()))
        })
    }

    /// Writes a copy of the log for `passerelle-verify` into a new directory: checkpoint, tiles, entries, envelopes and
    /// the verifier key. Returns the number of leaves.
    pub fn export_log(&self, directory: &Path) -> Result<u64, Refusal> {
        let failed = |error: std::io::Error| Fault::Installation {
            file: directory.display().to_string(),
            why: error.to_string(),
        };
        if directory.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(Fault::Installation {
                file: directory.display().to_string(),
                why: "the directory is not empty".to_owned(),
            }
            .into());
        }
        fs::create_dir_all(directory).map_err(failed)?;
        let (size, checkpoint) = self.checkpoints.last();
        let write = |name: &str, bytes: &[u8]| -> Result<(), Fault> {
            let path = directory.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(failed)?;
            }
            fs::write(&path, bytes).map_err(failed)
        };
        for path in tile::paths(size) {
            let bytes = self.store.read(|tx| tile_at(tx, &path, size))?.ok_or_else(|| Fault::unreadable("a tile"))?;
            write(&path.to_string(), &bytes)?;
        }
        let envelopes = fs::File::create(directory.join(ledger::export::Lines::Envelopes.file())).map_err(failed)?;
        self.write_envelopes(std::io::BufWriter::new(envelopes), size).map_err(|error| match error {
            Exporting::Io(error) => failed(error),
            Exporting::Fault(fault) => fault,
        })?;
        write(ledger::export::VERIFIER_KEY, format!("{}\n", self.keys.verifier_key()).as_bytes())?;
        write(ledger::export::CHECKPOINT, checkpoint.as_bytes())?;
        Ok(size)
    }

    fn write_envelopes(&self, mut out: impl std::io::Write, size: u64) -> Result<(), Exporting> {
        for (from, until) in pieces(size, 1_000) {
            let rows = self.store.read(|tx| {
                tx.all(
                    "select seq, envelope_salt, envelope from act where seq >= $1 and seq < $2 and envelope is not null order by seq",
                    &[signed(from), signed(until)],
                    |row| Ok((row.get::<u64>(0)?, row.get::<[u8; 32]>(1)?, row.get::<String>(2)?)),
                )
            });
            for (index, salt, content) in rows.map_err(|error: store::Error| Exporting::Fault(error.into()))? {
                let line = ledger::export::Line { index, salt, content };
                let text =
                    line.to_text(ledger::export::Lines::Envelopes).map_err(|error| Exporting::Fault(error.into()))?;
                writeln!(out, "{}", text.trim_end()).map_err(Exporting::Io)?;
            }
        }
        out.flush().map_err(Exporting::Io)
    }
}

enum Exporting {
    Io(std::io::Error),
    Fault(Fault),
}

/// The bytes of a tile as it stands at `size` leaves.
fn tile_at(tx: &mut Tx<'_>, path: &TilePath, size: u64) -> Result<Option<Vec<u8>>, Fault> {
    match path.row() {
        Row::Hashes(level) => {
            let covered = tile::width(size, level, path.index());
            if covered.is_none_or(|covered| covered < path.width()) {
                return Ok(None);
            }
            let row = tx.one(
                "select hashes from tile where level = $1 and number = $2",
                &[Val::I64(level.into()), signed(path.index())],
                |row| row.get::<Vec<u8>>(0),
            )?;
            Ok(row.and_then(|bytes| bytes.get(..usize::from(path.width()).saturating_mul(32)).map(<[u8]>::to_vec)))
        }
        Row::Entries => {
            let covered = tile::width(size, 0, path.index());
            if covered.is_none_or(|covered| covered < path.width()) {
                return Ok(None);
            }
            let first = path.index().saturating_mul(FULL.into());
            let leaves = leaves(tx, first, first.saturating_add(path.width().into()))?;
            Ok(Some(tile::entry_bundle(&leaves)?))
        }
    }
}

/// The hashes of a tile as it stands at `size` leaves, for proofs.
pub(crate) fn hashes_at(tx: &mut Tx<'_>, level: u8, number: u64, size: u64) -> Result<Option<Vec<Hash>>, Fault> {
    let Some(width) = tile::width(size, level, number) else { return Ok(None) };
    let path = TilePath::new(Row::Hashes(level), number, width)?;
    Ok(tile_at(tx, &path, size)?.map(|bytes| tile::hashes(&bytes)).transpose()?)
}

/// So many leaves from the first to the last, in pieces of at most `length`: where each begins, and where it ends.
pub(crate) fn pieces(size: u64, length: u32) -> impl Iterator<Item = (u64, u64)> {
    let length = u64::from(length.max(1));
    (0..size.div_ceil(length)).map(move |piece| {
        let from = piece.saturating_mul(length);
        (from, size.min(from.saturating_add(length)))
    })
}

pub(crate) fn leaves(tx: &mut Tx<'_>, from: u64, until: u64) -> Result<Vec<Leaf>, Fault> {
    let rows = tx.all(
        "select leaf from act where seq >= $1 and seq < $2 order by seq",
        &[signed(from), signed(until)],
        |row| row.get::<Vec<u8>>(0),
    )?;
    Ok(rows.iter().map(|bytes| Leaf::from_bytes(bytes)).collect::<Result<_, _>>()?)
}
