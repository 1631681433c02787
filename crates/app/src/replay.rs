//! `replay` and `verify`: the index tables are what the ledger makes of them, and the ledger is what its leaves say.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::kind::Subject;
use domain::{Moment, StreamId};
use ledger::checkpoint::Checkpoint;
use ledger::note::Note;
use ledger::tree::TileTree;
use store::{Tx, Val};

use crate::App;
use crate::index;
use crate::keys::Keys;
use crate::ledger_rows::{Closed, acts_of, signed};
use crate::log::{leaves, pieces};
use crate::refusal::{Fault, Refusal};
use crate::schema::INDEXES;
use crate::state::State;

/// What a replay found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Acts read.
    pub acts: u64,
    /// Acts whose body was erased or is not known here.
    pub closed: u64,
    /// Index tables whose rows were not what the ledger makes of them.
    pub differing: Vec<String>,
}

/// What a check of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Leaves read.
    pub leaves: u64,
    /// The root over them, base64.
    pub root: String,
    /// Envelopes that are still there and match their leaf.
    pub envelopes: u64,
    /// Bodies that are still there, open, and match their leaf.
    pub bodies: u64,
}

impl App {
    /// Drops the index tables and makes them again from the ledger, in one transaction; says which differed.
    pub fn replay(&self, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Result<Replayed, Refusal> {
        // The job runs while nobody else writes; what it needs of the application is what a reader has anyway.
        let keys = Arc::clone(&self.keys);
        let zone = self.zone.clone();
        self.writer.submit(move |tx: &mut Tx<'_>, edge| rebuild(tx, edge.size, &keys, &zone, &progress))
    }

    /// What a replay would find. Nothing is changed: the tables are made anew in a transaction that is undone.
    pub fn compare_tables(&self) -> Result<Replayed, Refusal> {
        let keys = Arc::clone(&self.keys);
        let zone = self.zone.clone();
        let compared = self.writer.submit(move |tx: &mut Tx<'_>, edge| -> Result<(), Undone> {
            Err(rebuild(tx, edge.size, &keys, &zone, &|_, _| {}).map_or_else(Undone::Failed, Undone::Compared))
        });
        match compared {
            Ok(()) => Ok(Replayed::default()),
            Err(Undone::Compared(replayed)) => Ok(replayed),
            Err(Undone::Failed(refusal)) => Err(refusal),
        }
    }

    /// Does the log go on from this checkpoint, kept in another place?
    pub(crate) fn goes_on_from(&self, path: &std::path::Path, kept: &Checkpoint) -> Result<(), Refusal> {
        self.store.read(|tx| {
            let size = crate::writing::size_of(tx)?;
            let tree = crate::installation::read_tree(tx, size)?;
            let hashes = |level, number| crate::log::hashes_at(tx, level, number, size).ok().flatten();
            Ok(crate::writing::Checkpoints::agree(path, kept, &tree, hashes)?)
        })
    }

    /// Checks the whole log: leaves, tiles, root, checkpoint, times, envelopes and bodies.
    pub fn verify(&self) -> Result<Verified, Refusal> {
        let (size, checkpoint) = self.checkpoints.last();
        let checkpoint = Checkpoint::open(&Note::parse(&checkpoint)?, &self.keys.signer.verifier_key())?;
        let mut tree = TileTree::new();
        let mut verified = Verified { leaves: 0, root: String::new(), envelopes: 0, bodies: 0 };
        let mut last = Moment::from_millis(i64::MIN);
        let bad = |index: u64, what: &str| Refusal::from(Fault::unreadable(format!("leaf {index}: {what}")));
        for (from, until) in pieces(size, 256) {
            let (found, rows) = self.store.read(|tx| -> Result<_, Fault> {
                let found = leaves(tx, from, until)?;
                let rows = tx.all(
                    "select seq, leaf, envelope, envelope_salt, sealed, year from act where seq >= $1 and seq < $2 order by seq",
                    &[signed(from), signed(until)],
                    Closed::read,
                )?;
                let mut opened = 0_u64;
                let mut envelopes = 0_u64;
                for row in rows.into_iter().flatten() {
                    envelopes = envelopes.saturating_add(1);
                    if row.stands(&self.keys, tx)? {
                        opened = opened.saturating_add(1);
                    }
                }
                Ok((found, (envelopes, opened)))
            })?;
            if found.len() != usize::try_from(until.saturating_sub(from)).unwrap_or(usize::MAX) {
                return Err(bad(from, "a leaf is missing here"));
            }
            for (index, leaf) in (from..).zip(&found) {
                let at = Moment::from_millis(i64::try_from(leaf.recorded_at).unwrap_or(i64::MAX));
                if at < last {
                    return Err(bad(index, "its time lies before the leaf before it"));
                }
                last = at;
            }
            let hashes: Vec<_> = found.iter().map(ledger::leaf::Leaf::hash).collect();
            tree.append(&hashes);
            verified.leaves = until;
            verified.envelopes = verified.envelopes.saturating_add(rows.0);
            verified.bodies = verified.bodies.saturating_add(rows.1);
        }
        if tree.root() != checkpoint.root || tree.size() != checkpoint.size {
            return Err(bad(size, "the root over the leaves is not that of the checkpoint"));
        }
        verified.root = tree.root().to_base64();
        Ok(verified)
    }
}

/// How a comparison ends: always by being undone.
enum Undone {
    Compared(Replayed),
    Failed(Refusal),
}

impl From<store::Error> for Undone {
    fn from(error: store::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Makes the index tables anew within a transaction.
fn rebuild(
    tx: &mut Tx<'_>,
    size: u64,
    keys: &Keys,
    zone: &jiff::tz::TimeZone,
    progress: &impl Fn(u64, u64),
) -> Result<Replayed, Refusal> {
    let before = digests(tx)?;
    for (table, _) in INDEXES {
        tx.exec(&format!("delete from {table}"), &[])?;
    }
    let mut replayed = Replayed::default();
    for (from, until) in pieces(size, 1_000) {
        let rows = tx.all(
            "select seq, leaf, envelope, envelope_salt, sealed, year from act where seq >= $1 and seq < $2 order by seq",
            &[signed(from), signed(until)],
            Closed::read,
        )?;
        for row in rows {
            replayed.acts = replayed.acts.saturating_add(1);
            match row.map(|row| row.open(keys, tx)).transpose()?.flatten() {
                Some(recorded) => {
                    index::take(tx, &recorded, zone)?;
                }
                None => replayed.closed = replayed.closed.saturating_add(1),
            }
        }
        progress(until, size);
    }
    for (stream, subject) in subjects(tx)? {
        State::of(subject, &acts_of(keys, tx, stream)?).summarise(tx, stream)?;
    }
    let after = digests(tx)?;
    let differs = |(table, digest): &(&String, &[u8; 32])| after.get(*table) != Some(*digest);
    replayed.differing = before.iter().filter(differs).map(|(table, _)| table.clone()).collect();
    Ok(replayed)
}

fn subjects(tx: &mut Tx<'_>) -> Result<Vec<(StreamId, Subject)>, store::Error> {
    tx.all(
        "select id, subject from stream where subject in ('case', 'referral', 'organisation') order by id",
        &[],
        |row| {
            let subject = row.get::<String>(1)?.parse().map_err(|_| store::Error::unreadable("a subject"))?;
            Ok((StreamId::from_bytes(row.get(0)?), subject))
        },
    )
}

/// A digest of every row of every index table, in a fixed order.
fn digests(tx: &mut Tx<'_>) -> Result<BTreeMap<String, [u8; 32]>, store::Error> {
    use sha2::{Digest, Sha256};
    let mut digests = BTreeMap::new();
    for (table, unique) in INDEXES {
        let mut digest = Sha256::new();
        tx.rows(&format!("select * from {table} order by {unique}"), &[], |row| {
            for column in 0..row.columns() {
                match row.get::<Val<'_>>(column)? {
                    Val::I64(number) => digest.update([&[1][..], &number.to_be_bytes()].concat()),
                    Val::Text(text) => digest.update([&[2][..], &text.len().to_be_bytes(), text.as_bytes()].concat()),
                    Val::Blob(bytes) => digest.update([&[3][..], &bytes.len().to_be_bytes(), bytes].concat()),
                    Val::Null => digest.update([0]),
                }
            }
            Ok(())
        })?;
        digests.insert((*table).to_owned(), digest.finalize().into());
    }
    Ok(digests)
}
