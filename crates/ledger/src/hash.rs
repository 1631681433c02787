//! SHA-256 as RFC 6962, section 2.1 uses it: leaf hashes, node hashes, the root of the empty tree.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::error::Error;

/// A Merkle tree hash: of a leaf, of a node, or of a whole tree (its root).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The root of the tree without leaves: SHA-256 of nothing.
    pub const EMPTY_TREE: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae,
        0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
    ]);

    /// Hash of a leaf's bytes: `SHA-256(0x00 || entry)`.
    pub fn of_leaf(entry: &[u8]) -> Self {
        Self(Sha256::new().chain_update([0x00]).chain_update(entry).finalize().into())
    }

    /// Hash of an inner node: `SHA-256(0x01 || left || right)`.
    pub fn of_node(left: &Self, right: &Self) -> Self {
        Self(Sha256::new().chain_update([0x01]).chain_update(left.0).chain_update(right.0).finalize().into())
    }

    /// Standard base64 with padding, as checkpoints and proofs write a hash.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// Reads what [`Hash::to_base64`] writes, and nothing else. `None` when it is not 32 bytes of canonical base64.
    pub fn from_base64(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok()?.try_into().ok().map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_base64())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_base64())
    }
}

/// Hash over a row of neighbours, the last of which may stand for a smaller subtree than the others.
///
/// Pairing from the left and carrying an odd last one up gives the same tree as RFC 6962's split at the largest power
/// of two.
pub(crate) fn over(row: &[Hash]) -> Option<Hash> {
    let mut row = row.to_vec();
    while row.len() > 1 {
        row = row
            .chunks(2)
            .filter_map(|pair| match pair {
                [left, right] => Some(Hash::of_node(left, right)),
                [last] => Some(*last),
                _ => None,
            })
            .collect();
    }
    row.first().copied()
}

/// Hashes laid end to end, as a tile stores them.
pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Vec<Hash>, Error> {
    match bytes.as_chunks::<32>() {
        (hashes, []) if (1..=256).contains(&hashes.len()) => Ok(hashes.iter().copied().map(Hash).collect()),
        _ => Err(Error::TileLength(bytes.len())),
    }
}
