//! The tree, tiles and proofs agree with `tlog_tiles`, an independent implementation, and with the vectors of RFC 6962's
//! reference implementation.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use ledger::tile::{self, Row};
use ledger::{Error, Hash, TilePath, TileTree, proof};
use proptest::prelude::*;
use tlog_tiles::{HashReader, Tile as TheirTile, stored_hash_index, stored_hashes_for_record_hash, tree_hash};

/// Their store of hashes: the same leaves, kept in the order `tlog_tiles` gives them.
struct Theirs(Vec<tlog_tiles::Hash>);

impl HashReader for Theirs {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

/// The same log held by both: entries are the big-endian bytes of their index.
struct Both {
    tree: TileTree,
    tiles: BTreeMap<(u8, u64), Vec<Hash>>,
    theirs: Theirs,
}

impl Both {
    fn grown_to(size: u64) -> Self {
        let mut both = Self { tree: TileTree::new(), tiles: BTreeMap::new(), theirs: Theirs(Vec::new()) };
        (0..size).for_each(|index| both.append(index));
        both
    }

    fn append(&mut self, index: u64) {
        let entry = index.to_be_bytes();
        for tile in self.tree.append(&[Hash::of_leaf(&entry)]) {
            self.tiles.insert((tile.level, tile.index), tile.hashes);
        }
        let record = tlog_tiles::record_hash(&entry);
        let hashes = stored_hashes_for_record_hash(index, record, &self.theirs).unwrap();
        self.theirs.0.extend(hashes);
    }

    fn read(&self) -> impl FnMut(u8, u64) -> Option<Vec<Hash>> {
        |level, index| self.tiles.get(&(level, index)).cloned()
    }
}

fn ours(hashes: &[tlog_tiles::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash(hash.0)).collect()
}

fn their(hash: Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

#[test]
fn roots_agree_at_every_size() {
    let mut both = Both::grown_to(0);
    for index in 0..1100 {
        assert_eq!(both.tree.root(), Hash(tree_hash(index, &both.theirs).unwrap().0), "size {index}");
        both.append(index);
    }
}

#[test]
fn tiles_hold_their_stored_hashes() {
    let both = Both::grown_to(70_000);
    for ((level, index), hashes) in &both.tiles {
        for (offset, hash) in (0_u64..).zip(hashes) {
            let stored = stored_hash_index(8 * level, index * 256 + offset);
            assert_eq!(*hash, Hash(both.theirs.0[usize::try_from(stored).unwrap()].0));
        }
    }
    assert_eq!(both.tree.root(), Hash(tree_hash(70_000, &both.theirs).unwrap().0));
}

#[test]
fn the_files_of_a_tree_are_those_they_would_publish() {
    for size in [1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000, 1 << 24, (1 << 24) + 1] {
        let ours: Vec<String> =
            tile::paths(size).filter(|path| path.row() != Row::Entries).map(|path| path.to_string()).collect();
        let theirs: Vec<String> =
            TheirTile::new_tiles(8, 0, size).iter().map(|tile| tile.path().replacen("tile/8/", "tile/", 1)).collect();
        assert_eq!(ours, theirs, "size {size}");
    }
}

#[test]
fn a_batch_changes_the_tiles_they_would_publish() {
    for (before, after) in
        [(0, 1), (0, 256), (1, 255), (200, 300), (255, 256), (300, 1100), (511, 513), (65_530, 65_540)]
    {
        let mut tree = TileTree::new();
        let leaves: Vec<Hash> = (0..after).map(|index: u64| Hash::of_leaf(&index.to_be_bytes())).collect();
        let (old, new) = leaves.split_at(before);
        tree.append(old);
        let mut ours: Vec<String> = tree
            .append(new)
            .iter()
            .map(|tile| {
                let width = u16::try_from(tile.hashes.len()).unwrap();
                TilePath::new(Row::Hashes(tile.level), tile.index, width).unwrap().to_string()
            })
            .collect();
        ours.sort();
        let mut theirs: Vec<String> = TheirTile::new_tiles(8, before as u64, after)
            .iter()
            .map(|tile| tile.path().replacen("tile/8/", "tile/", 1))
            .collect();
        theirs.sort();
        assert_eq!(ours, theirs, "{before} to {after}");
    }
}

#[test]
fn proofs_of_all_small_trees_agree_and_verify() {
    let both = Both::grown_to(70);
    let mut roots = vec![Hash::EMPTY_TREE];
    for size in 1..=70_u64 {
        let root = Hash(tree_hash(size, &both.theirs).unwrap().0);
        roots.push(root);
        for index in 0..size {
            let path = proof::inclusion(size, index, both.read()).unwrap();
            assert_eq!(path, ours(&tlog_tiles::prove_record(size, index, &both.theirs).unwrap()), "{index} in {size}");
            let leaf_hash = Hash::of_leaf(&index.to_be_bytes());
            assert_eq!(proof::verify_inclusion(size, &root, index, &leaf_hash, &path), Ok(()));
        }
        for older in 1..=size {
            let path = proof::consistency(size, older, both.read()).unwrap();
            let theirs = tlog_tiles::prove_tree(size, older, &both.theirs).unwrap();
            assert_eq!(path, ours(&theirs), "{older} to {size}");
            let older_root = &roots[usize::try_from(older).unwrap()];
            assert_eq!(proof::verify_consistency(size, &root, older, older_root, &path), Ok(()));
        }
        assert_eq!(proof::consistency(size, 0, both.read()), Ok(Vec::new()));
        assert_eq!(proof::verify_consistency(size, &root, 0, &Hash::EMPTY_TREE, &[]), Ok(()));
    }
}

#[test]
fn proofs_of_a_tree_of_three_levels_agree() {
    let both = Both::grown_to(66_000);
    let sizes = [1, 255, 256, 257, 511, 512, 513, 4096, 40_000, 65_535, 65_536, 65_537, 65_999, 66_000];
    for size in sizes {
        for index in sizes.into_iter().flat_map(|n| [n - 1, n / 2, n / 3]).filter(|index| *index < size) {
            let path = proof::inclusion(size, index, both.read()).unwrap();
            assert_eq!(path, ours(&tlog_tiles::prove_record(size, index, &both.theirs).unwrap()), "{index} in {size}");
        }
        for older in sizes.into_iter().filter(|older| *older <= size) {
            let path = proof::consistency(size, older, both.read()).unwrap();
            assert_eq!(path, ours(&tlog_tiles::prove_tree(size, older, &both.theirs).unwrap()), "{older} to {size}");
        }
    }
}

#[test]
fn proofs_that_do_not_exist_are_refused() {
    let both = Both::grown_to(5);
    assert_eq!(proof::inclusion(5, 5, both.read()), Err(Error::ProofRange { asked: 5, size: 5 }));
    assert_eq!(proof::inclusion(0, 0, both.read()), Err(Error::ProofRange { asked: 0, size: 0 }));
    assert_eq!(proof::consistency(5, 6, both.read()), Err(Error::ProofRange { asked: 6, size: 5 }));
    assert_eq!(proof::inclusion(6, 0, both.read()), Err(Error::TileMissing { level: 0, index: 0 }));
    assert_eq!(proof::inclusion(u64::MAX, 7, |_, _| None), Err(Error::TileMissing { level: 7, index: 0 }));
    assert_eq!(proof::consistency(u64::MAX, 7, |_, _| None), Err(Error::TileMissing { level: 7, index: 0 }));
}

proptest! {
    /// Whatever is claimed, both say the same of it: true proofs, proofs changed in one place, and proofs of something else.
    #[test]
    fn verdicts_on_inclusion_agree(size in 1u64..300, at: prop::sample::Index, claimed in 0u64..300, change in 0usize..12, bit in 0u32..8) {
        let both = Both::grown_to(size);
        let index = at.index(usize::try_from(size).unwrap()) as u64;
        let mut path = proof::inclusion(size, index, both.read()).unwrap();
        match change {
            9 => path.push(Hash::EMPTY_TREE),
            10 => { path.pop(); }
            11 => path.reverse(),
            _ => if let Some(hash) = path.get_mut(change) { hash.0[3] ^= 1 << bit },
        }
        let (root, leaf_hash) = (both.tree.root(), Hash::of_leaf(&index.to_be_bytes()));
        for claimed in [index, claimed] {
            let theirs = path.iter().map(|hash| their(*hash)).collect();
            let verdict = tlog_tiles::check_record(&theirs, size, their(root), claimed, their(leaf_hash));
            prop_assert_eq!(proof::verify_inclusion(size, &root, claimed, &leaf_hash, &path).is_ok(), verdict.is_ok());
        }
    }

    #[test]
    fn verdicts_on_consistency_agree(size in 1u64..300, at: prop::sample::Index, claimed in 1u64..300, change in 0usize..12, bit in 0u32..8) {
        let both = Both::grown_to(size);
        let older = 1 + at.index(usize::try_from(size).unwrap()) as u64;
        let mut path = proof::consistency(size, older, both.read()).unwrap();
        match change {
            9 => path.push(Hash::EMPTY_TREE),
            10 => { path.pop(); }
            11 => path.reverse(),
            _ => if let Some(hash) = path.get_mut(change) { hash.0[3] ^= 1 << bit },
        }
        let (root, older_root) = (both.tree.root(), Hash(tree_hash(older, &both.theirs).unwrap().0));
        for claimed in [older, claimed] {
            let theirs = path.iter().map(|hash| their(*hash)).collect();
            let verdict = tlog_tiles::check_tree(&theirs, size, their(root), claimed, their(older_root));
            prop_assert_eq!(proof::verify_consistency(size, &root, claimed, &older_root, &path).is_ok(), verdict.is_ok());
        }
    }

    #[test]
    fn no_numbers_make_verifying_panic(size: u64, index: u64, path in prop::collection::vec(any::<[u8; 32]>(), 0..70)) {
        let path: Vec<Hash> = path.into_iter().map(Hash).collect();
        prop_assert!(proof::verify_inclusion(size, &Hash::EMPTY_TREE, index, &Hash::EMPTY_TREE, &path).is_err());
        if index != 0 && index != size {
            prop_assert!(proof::verify_consistency(size, &Hash::EMPTY_TREE, index, &Hash::EMPTY_TREE, &path).is_err());
        }
    }

    #[test]
    fn paths_are_spelt_as_theirs(level in 0u8..64, entries: bool, index: u64, width in 1u16..=256) {
        let row = if entries { Row::Entries } else { Row::Hashes(level) };
        let ours = TilePath::new(row, index, width).unwrap().to_string();
        let theirs = TheirTile::new(8, if entries { 0 } else { level }, index, width.into(), entries).path();
        prop_assert_eq!(ours, theirs.replacen("tile/8/", "tile/", 1).replacen("/data/", "/entries/", 1));
    }

    #[test]
    fn paths_are_read_as_theirs(text in "([0-5]?[0-9]|6[0-3])/(x[0-9]{3}/){0,3}[0-9]{2,4}(\\.p/0?[1-9][0-9]{0,2})?") {
        let ours = TilePath::parse(&format!("tile/{text}")).ok();
        let theirs = TheirTile::from_path(&format!("tile/8/{text}")).ok();
        prop_assert_eq!(ours.map(|path| (path.index(), u32::from(path.width()))), theirs.map(|tile| (tile.level_index(), tile.width())));
    }
}

/// Inputs and roots of the reference implementation's test (certificate-transparency, merkle tree of eight leaves).
#[test]
fn the_classic_eight_leaves_have_the_classic_roots() {
    let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut tree = TileTree::new();
    assert_eq!(hex::encode(tree.root().0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (leaf, root) in leaves.iter().zip(roots) {
        tree.append(&[Hash::of_leaf(&hex::decode(leaf).unwrap())]);
        assert_eq!(hex::encode(tree.root().0), root);
    }
}
