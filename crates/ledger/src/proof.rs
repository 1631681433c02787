//! Inclusion and consistency proofs of RFC 6962, and the text form of c2sp.org/tlog-proof@v1.
//!
//! Proofs are generated from tiles, read through a function of (level, index) that may give a tile wider than needed.
//! Verifying needs no tiles. Both work for any size up to 2^64 - 1; nothing recurses.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::Checkpoint;
use crate::error::Error;
use crate::hash::{self, Hash};
use crate::note::{Note, VerifierKey};

/// The proof that leaf `index` is in the tree of `size` leaves, from the leaf's sibling up.
pub fn inclusion(size: u64, index: u64, read: impl FnMut(u8, u64) -> Option<Vec<Hash>>) -> Result<Vec<Hash>, Error> {
    if index >= size {
        return Err(Error::ProofRange { asked: index, size });
    }
    let mut tiles = Tiles::new(read);
    let mut path = Vec::new();
    let (mut low, mut high) = (0, size);
    while high - low > 1 {
        let middle = low + split(high - low);
        if index < middle {
            path.push(tiles.range(middle, high)?);
            high = middle;
        } else {
            path.push(tiles.range(low, middle)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The proof that the tree of `size` leaves only added to the tree of `older` leaves. Empty when `older` is 0 or
/// `size`.
pub fn consistency(size: u64, older: u64, read: impl FnMut(u8, u64) -> Option<Vec<Hash>>) -> Result<Vec<Hash>, Error> {
    if older > size {
        return Err(Error::ProofRange { asked: older, size });
    }
    if older == 0 || older == size {
        return Ok(Vec::new());
    }
    let mut tiles = Tiles::new(read);
    let mut path = Vec::new();
    let (mut low, mut high) = (0, size);
    while older < high {
        let middle = low + split(high - low);
        if older <= middle {
            path.push(tiles.range(middle, high)?);
            high = middle;
        } else {
            path.push(tiles.range(low, middle)?);
            low = middle;
        }
    }
    // When the older tree is itself the leftmost subtree its root is already known to the verifier.
    if low > 0 {
        path.push(tiles.range(low, high)?);
    }
    path.reverse();
    Ok(path)
}

/// Refuses unless `path` leads from the leaf hash at `index` to `root`, the root of a tree of `size` leaves.
pub fn verify_inclusion(size: u64, root: &Hash, index: u64, leaf_hash: &Hash, path: &[Hash]) -> Result<(), Error> {
    if index >= size {
        return Err(Error::ProofRange { asked: index, size });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut reached = *leaf_hash;
    for sibling in path {
        if last == 0 {
            return Err(Error::ProofRefused);
        }
        if node & 1 == 1 || node == last {
            reached = Hash::of_node(sibling, &reached);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            reached = Hash::of_node(&reached, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && reached == *root { Ok(()) } else { Err(Error::ProofRefused) }
}

/// Refuses unless `path` shows that the tree (`size`, `root`) only added to the tree (`older`, `older_root`).
pub fn verify_consistency(size: u64, root: &Hash, older: u64, older_root: &Hash, path: &[Hash]) -> Result<(), Error> {
    if older > size {
        return Err(Error::ProofRange { asked: older, size });
    }
    if older == 0 || older == size {
        let expected = if older == 0 { &Hash::EMPTY_TREE } else { root };
        return if path.is_empty() && older_root == expected { Ok(()) } else { Err(Error::ProofRefused) };
    }
    let shift = (older - 1).trailing_ones();
    let mut node = (older - 1).checked_shr(shift).unwrap_or(0);
    let mut last = (size - 1).checked_shr(shift).unwrap_or(0);
    let (start, rest) =
        if older.is_power_of_two() { (older_root, path) } else { path.split_first().ok_or(Error::ProofRefused)? };
    let (mut older_reached, mut reached) = (*start, *start);
    for sibling in rest {
        if last == 0 {
            return Err(Error::ProofRefused);
        }
        if node & 1 == 1 || node == last {
            older_reached = Hash::of_node(sibling, &older_reached);
            reached = Hash::of_node(sibling, &reached);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            reached = Hash::of_node(&reached, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && reached == *root && older_reached == *older_root { Ok(()) } else { Err(Error::ProofRefused) }
}

/// Largest power of two smaller than `count`, which is at least 2.
fn split(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

/// Tiles read once each, while one proof is made.
struct Tiles<F> {
    read: F,
    known: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl<F: FnMut(u8, u64) -> Option<Vec<Hash>>> Tiles<F> {
    fn new(read: F) -> Self {
        Self { read, known: BTreeMap::new() }
    }

    /// Merkle tree hash of the leaves from `low` up to, not including, `high`; `low` is a multiple of the largest power
    /// of two within the range, as every range of a proof is.
    fn range(&mut self, low: u64, high: u64) -> Result<Hash, Error> {
        let mut row = Vec::new();
        let mut from = low;
        while from < high {
            let height = (high - from).ilog2();
            row.push(self.subtree(height, from >> height)?);
            from += 1 << height;
        }
        // Subtrees shrink to the right, so the tree over them is folded from there.
        let mut right = row.pop().ok_or(Error::ProofRefused)?;
        while let Some(left) = row.pop() {
            right = Hash::of_node(&left, &right);
        }
        Ok(right)
    }

    /// The `number`-th complete subtree of 2^`height` leaves.
    fn subtree(&mut self, height: u32, number: u64) -> Result<Hash, Error> {
        let level = u8::try_from(height / 8).unwrap_or(u8::MAX);
        let within = height % 8;
        let first = number << within;
        let (index, offset) = (first >> 8, usize::try_from(first & 255).unwrap_or(0));
        let missing = Error::TileMissing { level, index };
        let tile = match self.known.entry((level, index)) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => match (self.read)(level, index) {
                Some(hashes) => place.insert(hashes),
                None => return Err(missing),
            },
        };
        tile.get(offset..offset + (1 << within)).and_then(hash::over).ok_or(missing)
    }
}

/// A proof on its own: leaf index, inclusion path and signed checkpoint, as c2sp.org/tlog-proof@v1 writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    /// Opaque data nobody has signed; empty for none.
    pub extra: Vec<u8>,
    /// Index of the leaf.
    pub index: u64,
    /// Inclusion path, from the leaf's sibling up. At most 64 hashes.
    pub path: Vec<Hash>,
    /// The checkpoint with its signatures.
    pub checkpoint: Note,
}

const HEADER: &str = "c2sp.org/tlog-proof@v1\n";

impl TlogProof {
    /// Reads the text form, in the one spelling it has.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let rest = text.strip_prefix(HEADER).ok_or(Error::ProofText("the first line is another"))?;
        let (head, checkpoint) = rest.split_once("\n\n").ok_or(Error::ProofText("no empty line"))?;
        let mut lines = head.split('\n').peekable();
        let extra = match lines.next_if(|line| line.starts_with("extra ")).and_then(|line| line.strip_prefix("extra "))
        {
            Some(encoded) => STANDARD.decode(encoded).map_err(|_| Error::ProofText("extra data is not base64"))?,
            None => Vec::new(),
        };
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(Error::ProofText("no index"))?;
        let index = index.parse().map_err(|_| Error::ProofText("the index is not a number"))?;
        let path: Vec<Hash> = lines
            .take(65)
            .map(|line| Hash::from_base64(line).ok_or(Error::ProofText("a line of the path is not a hash")))
            .collect::<Result<_, _>>()?;
        if path.len() > 64 {
            return Err(Error::ProofText("the path is too long"));
        }
        let checkpoint = Note::parse(checkpoint)?;
        Checkpoint::parse(checkpoint.text())?;
        let proof = Self { extra, index, path, checkpoint };
        if proof.to_string() == text { Ok(proof) } else { Err(Error::ProofText("not the one spelling it has")) }
    }

    /// Verifies the ledger's signature and that the leaf is in the checkpointed tree. Cosignatures are on
    /// [`TlogProof::checkpoint`], to be judged by the caller's policy.
    pub fn verify(&self, key: &VerifierKey, leaf_hash: &Hash) -> Result<Checkpoint, Error> {
        let checkpoint = Checkpoint::open(&self.checkpoint, key)?;
        verify_inclusion(checkpoint.size, &checkpoint.root, self.index, leaf_hash, &self.path)?;
        Ok(checkpoint)
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEADER)?;
        if !self.extra.is_empty() {
            writeln!(f, "extra {}", STANDARD.encode(&self.extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.path {
            writeln!(f, "{hash}")?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}
