//! The growing tree: takes leaf hashes, says which tiles changed, knows its root.
//!
//! Holds the right edge only (at most 255 hashes for each level), whatever the size of the ledger. Stores nothing: the
//! caller writes the changed tiles in the transaction that writes the leaves, and keeps a clone to go back to when that
//! fails.

use crate::error::Error;
use crate::hash::{self, Hash};
use crate::tile::{self, FULL, Tile};

/// The right edge of a tree of tiles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TileTree {
    size: u64,
    /// INVARIANT: `edge[level]` holds the hashes of the partial tile at that level, 0 to 255 of them.
    edge: Vec<Vec<Hash>>,
}

impl TileTree {
    /// The tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up a tree of `size` leaves from its right-edge tiles: `read` is asked for the partial tile of each level,
    /// as (level, index), and must give exactly the hashes that tile has at this size.
    pub fn resume(size: u64, mut read: impl FnMut(u8, u64) -> Option<Vec<Hash>>) -> Result<Self, Error> {
        let mut edge = Vec::new();
        for level in 0..8 {
            let row = tile::row_length(size, level);
            if row == 0 {
                break;
            }
            let (index, width) = (row / u64::from(FULL), row % u64::from(FULL));
            let hashes = if width == 0 { Vec::new() } else { read(level, index).unwrap_or_default() };
            if u64::try_from(hashes.len()) != Ok(width) {
                return Err(Error::TileMissing { level, index });
            }
            edge.push(hashes);
        }
        Ok(Self { size, edge })
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The Merkle tree hash of all leaves so far.
    pub fn root(&self) -> Hash {
        let mut right: Option<Hash> = None;
        for level in &self.edge {
            let row: Vec<Hash> = level.iter().copied().chain(right).collect();
            right = hash::over(&row);
        }
        right.unwrap_or(Hash::EMPTY_TREE)
    }

    /// The partial tiles at the right edge, from which [`TileTree::resume`] takes up the tree again.
    pub fn edge(&self) -> Vec<Tile> {
        let partial = (0_u8..).zip(&self.edge).filter(|(_, hashes)| !hashes.is_empty());
        let index = |level| tile::row_length(self.size, level) / u64::from(FULL);
        partial.map(|(level, hashes)| Tile { level, index: index(level), hashes: hashes.clone() }).collect()
    }

    /// Appends leaf hashes in order. Returns each tile that changed once, with all its hashes so far: full tiles as
    /// they filled, then the partial ones.
    pub fn append(&mut self, leaf_hashes: &[Hash]) -> Vec<Tile> {
        let before = self.size;
        let mut changed = Vec::new();
        for leaf_hash in leaf_hashes {
            self.size = self.size.saturating_add(1);
            self.place(*leaf_hash, &mut changed);
        }
        let grew = |tile: &Tile| tile::row_length(self.size, tile.level) != tile::row_length(before, tile.level);
        changed.extend(self.edge().into_iter().filter(grew));
        changed
    }

    /// Puts a leaf hash at the edge, and the hash of each tile it fills on the level above.
    fn place(&mut self, leaf_hash: Hash, filled: &mut Vec<Tile>) {
        let mut carried = leaf_hash;
        for level in 0_u8.. {
            let Some(hashes) = self.edge.get_mut(usize::from(level)) else {
                self.edge.push(vec![carried]);
                return;
            };
            hashes.push(carried);
            if hashes.len() < usize::from(FULL) {
                return;
            }
            let hashes = std::mem::take(hashes);
            let Some(above) = hash::over(&hashes) else { return };
            carried = above;
            filled.push(Tile { level, index: (tile::row_length(self.size, level) - 1) / u64::from(FULL), hashes });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn leaves(count: u64) -> Vec<Hash> {
        (0..count).map(|n| Hash::of_leaf(&n.to_be_bytes())).collect()
    }

    /// RFC 6962, section 2.1, word for word.
    fn root_by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::EMPTY_TREE,
            [only] => *only,
            more => {
                let (left, right) = more.split_at(more.len().next_power_of_two() / 2);
                Hash::of_node(&root_by_definition(left), &root_by_definition(right))
            }
        }
    }

    #[test]
    fn the_root_is_that_of_the_definition_for_every_size() {
        let leaves = leaves(600);
        let mut tree = TileTree::new();
        assert_eq!(tree.root(), Hash::EMPTY_TREE);
        for size in 1..=600 {
            tree.append(&leaves[size - 1..size]);
            assert_eq!(tree.root(), root_by_definition(&leaves[..size]), "size {size}");
        }
    }

    #[test]
    fn a_tree_resumed_at_any_size_is_the_tree_that_grew() {
        let leaves = leaves(66_000);
        let mut tree = TileTree::new();
        let mut stored: BTreeMap<(u8, u64), Vec<Hash>> = BTreeMap::new();
        for chunk in leaves.chunks(127) {
            for tile in tree.append(chunk) {
                stored.insert((tile.level, tile.index), tile.hashes);
            }
            let resumed = TileTree::resume(tree.size(), |level, index| stored.get(&(level, index)).cloned()).unwrap();
            assert_eq!(resumed.root(), tree.root());
            assert_eq!(resumed, tree);
        }
        for path in tile::paths(tree.size()) {
            if let tile::Row::Hashes(level) = path.row() {
                assert_eq!(stored[&(level, path.index())].len(), usize::from(path.width()));
            }
        }
    }

    #[test]
    fn an_edge_tile_that_is_missing_or_of_another_width_is_refused() {
        let missing = TileTree::resume(300, |level, _| (level == 0).then(|| leaves(44)));
        assert_eq!(missing, Err(Error::TileMissing { level: 1, index: 0 }));
        let wide = TileTree::resume(300, |level, _| Some(leaves(if level == 0 { 45 } else { 1 })));
        assert_eq!(wide, Err(Error::TileMissing { level: 0, index: 1 }));
    }

    proptest! {
        #[test]
        fn batches_do_not_change_the_tree(batches in prop::collection::vec(0u64..600, 0..5)) {
            let total: u64 = batches.iter().sum();
            let leaves = leaves(total);
            let mut at_once = TileTree::new();
            at_once.append(&leaves);
            let mut rest = &leaves[..];
            let mut grown = TileTree::new();
            for batch in batches {
                let (now, later) = rest.split_at(usize::try_from(batch).unwrap());
                let changed = grown.append(now);
                prop_assert_eq!(changed.is_empty(), now.is_empty());
                rest = later;
            }
            prop_assert_eq!(grown, at_once);
        }
    }
}
