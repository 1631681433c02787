//! Tiles and entry bundles as c2sp.org/tlog-tiles serves them: paths, widths, bytes.
//!
//! Says which tiles exist for a tree size and what they are called. Does not compute hashes (`tree`) nor store
//! anything.

use std::fmt;

use crate::error::Error;
use crate::hash::{self, Hash};
use crate::leaf::Leaf;

/// Hashes in a full tile, entries in a full bundle.
pub const FULL: u16 = 256;

/// The highest level a path may name. No tree has more than eight levels of tiles.
pub const MAX_LEVEL: u8 = 63;

/// A tile with its hashes so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// 0 holds leaf hashes; each hash of level n + 1 stands for a full tile of level n.
    pub level: u8,
    /// Index of the tile within its level.
    pub index: u64,
    /// 1 to 256 hashes.
    pub hashes: Vec<Hash>,
}

impl Tile {
    /// The bytes to store and serve: the hashes end to end.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.hashes.iter().flat_map(|hash| hash.0).collect()
    }
}

/// Reads the bytes of a tile: 1 to 256 whole hashes.
pub fn hashes(bytes: &[u8]) -> Result<Vec<Hash>, Error> {
    hash::from_bytes(bytes)
}

/// What a path under `tile/` leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A tile of hashes, with its level.
    Hashes(u8),
    /// A bundle of entries.
    Entries,
}

/// Path of a tile or entry bundle: `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TilePath {
    row: Row,
    index: u64,
    width: u16,
}

impl TilePath {
    /// A path; refused when the level is above 63 or the width not within 1 to 256.
    pub fn new(row: Row, index: u64, width: u16) -> Result<Self, Error> {
        match row {
            Row::Hashes(level) if level > MAX_LEVEL => Err(Error::TilePath),
            _ if width == 0 || width > FULL => Err(Error::TilePath),
            _ => Ok(Self { row, index, width }),
        }
    }

    /// Hashes of which level, or entries.
    pub fn row(&self) -> Row {
        self.row
    }

    /// Index within the row.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Number of hashes or entries, 256 when full.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// The same tile, full.
    #[must_use]
    pub fn when_full(self) -> Self {
        Self { width: FULL, ..self }
    }

    /// Reads a path exactly as [`TilePath`] displays it; any other spelling is refused.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let path = Self::read(text).ok_or(Error::TilePath)?;
        // There is one spelling of each path, so comparing refuses leading zeros, signs and empty groups at once.
        if path.to_string() == text { Ok(path) } else { Err(Error::TilePath) }
    }

    fn read(text: &str) -> Option<Self> {
        let (row, rest) = text.strip_prefix("tile/")?.split_once('/')?;
        let row = if row == "entries" { Row::Entries } else { Row::Hashes(row.parse().ok()?) };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().ok().filter(|width| *width < FULL)?),
            None => (rest, FULL),
        };
        let index = number.split('/').try_fold(0_u64, |index, group| {
            let group: u64 = group.trim_start_matches('x').parse().ok().filter(|group| *group < 1000)?;
            index.checked_mul(1000)?.checked_add(group)
        })?;
        Self::new(row, index, width).ok()
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Row::Hashes(level) => write!(f, "tile/{level}/")?,
            Row::Entries => f.write_str("tile/entries/")?,
        }
        // 10^18 is the largest power of a thousand within u64.
        let mut power = 1_000_000_000_000_000_000_u64;
        while power > 1 {
            if self.index >= power {
                write!(f, "x{:03}/", self.index / power % 1000)?;
            }
            power /= 1000;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.width < FULL { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

/// Hashes that stand at `level` in a tree of `size` leaves.
pub(crate) fn row_length(size: u64, level: u8) -> u64 {
    size.checked_shr(8 * u32::from(level)).unwrap_or(0)
}

/// Width of a tile in a tree of `size` leaves, 1 to 256; `None` when that tree has no such tile.
pub fn width(size: u64, level: u8, index: u64) -> Option<u16> {
    let after = row_length(size, level).checked_sub(index.checked_mul(u64::from(FULL))?)?;
    u16::try_from(after.min(u64::from(FULL))).ok().filter(|width| *width > 0)
}

/// Every file under `tile/` for a tree of `size` leaves: hash tiles level by level, then entry bundles.
pub fn paths(size: u64) -> impl Iterator<Item = TilePath> {
    let levels = (0..8_u8).filter(move |level| row_length(size, *level) > 0);
    let rows = levels.map(|level| (Row::Hashes(level), level)).chain([(Row::Entries, 0)]);
    rows.flat_map(move |(row, level)| {
        (0..row_length(size, level).div_ceil(u64::from(FULL)))
            .filter_map(move |index| Some(TilePath { row, index, width: width(size, level, index)? }))
    })
}

/// The bytes of an entry bundle: each leaf after its length as u16, big-endian. At most 256 leaves.
pub fn entry_bundle(leaves: &[Leaf]) -> Result<Vec<u8>, Error> {
    if leaves.is_empty() || leaves.len() > usize::from(FULL) {
        return Err(Error::EntryBundle("a bundle has 1 to 256 entries"));
    }
    Ok(leaves.iter().flat_map(|leaf| ENTRY_LENGTH.to_be_bytes().into_iter().chain(leaf.to_bytes())).collect())
}

/// Splits an entry bundle into its entries, not yet read as leaves.
pub fn entries(bundle: &[u8]) -> Result<Vec<&[u8]>, Error> {
    let mut entries = Vec::new();
    let mut rest = bundle;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<2>().ok_or(Error::EntryBundle("it ends within a length"))?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (entry, after) = after.split_at_checked(length).ok_or(Error::EntryBundle("it ends within an entry"))?;
        entries.push(entry);
        rest = after;
    }
    if entries.is_empty() || entries.len() > usize::from(FULL) {
        return Err(Error::EntryBundle("a bundle has 1 to 256 entries"));
    }
    Ok(entries)
}

/// [`Leaf::LENGTH`] as an entry bundle writes it.
const ENTRY_LENGTH: u16 = 73;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::commitment::Commitment;

    #[test]
    fn a_tree_of_seventy_thousand_has_the_tiles_of_the_specification() {
        let hash_tiles = |level| paths(70_000).filter(|path| path.row() == Row::Hashes(level)).collect::<Vec<_>>();
        assert_eq!(hash_tiles(0).len(), 274);
        assert_eq!(hash_tiles(0)[273].to_string(), "tile/0/273.p/112");
        assert_eq!(
            hash_tiles(1).iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["tile/1/000", "tile/1/001.p/17"]
        );
        assert_eq!(hash_tiles(2).iter().map(ToString::to_string).collect::<Vec<_>>(), ["tile/2/000.p/1"]);
        assert_eq!(paths(70_000).filter(|path| path.row() == Row::Entries).count(), 274);
        assert_eq!(paths(0).count(), 0);
    }

    #[test]
    fn a_tree_of_256_has_a_full_tile_and_one_hash_above() {
        let paths: Vec<String> = paths(256).map(|path| path.to_string()).collect();
        assert_eq!(paths, ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
    }

    #[test]
    fn only_the_one_spelling_of_a_path_is_read() {
        assert_eq!(TilePath::parse("tile/0/x001/x234/067"), TilePath::new(Row::Hashes(0), 1_234_067, 256));
        assert_eq!(TilePath::parse("tile/entries/x001/000.p/7"), TilePath::new(Row::Entries, 1000, 7));
        for wrong in [
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "tile/00/000",
            "tile/64/000",
            "tile/+1/000",
            "tile/0/0",
            "tile/0/0000",
            "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/x001",
            "tile/0/xx01/000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/1/2",
            "tile/0/000.p/",
            "/tile/0/000",
            "tile/0/000/",
            "tile/data/000",
            "tile/Entries/000",
            "tile/8/0/000",
            "tile/0/-01",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "tile/0/\u{661}",
        ] {
            assert_eq!(TilePath::parse(wrong), Err(Error::TilePath), "{wrong}");
        }
        let last = TilePath::new(Row::Hashes(63), u64::MAX, 255).unwrap();
        assert_eq!(last.to_string(), "tile/63/x018/x446/x744/x073/x709/x551/615.p/255");
        assert_eq!(TilePath::parse(&last.to_string()), Ok(last));
    }

    #[test]
    fn the_length_before_an_entry_is_that_of_a_leaf() {
        assert_eq!(usize::from(ENTRY_LENGTH), Leaf::LENGTH);
    }

    proptest! {
        #[test]
        fn a_path_reads_back_as_written(level in 0u8..64, entries: bool, index: u64, width in 1u16..=256) {
            let path = TilePath::new(if entries { Row::Entries } else { Row::Hashes(level) }, index, width).unwrap();
            prop_assert_eq!(TilePath::parse(&path.to_string()), Ok(path));
        }

        #[test]
        fn no_text_makes_the_path_reader_panic_or_read_two_spellings(text in "(tile/)?[0-9ex]{0,3}/[x0-9/.p+]{0,20}|.{0,40}") {
            if let Ok(path) = TilePath::parse(&text) {
                prop_assert_eq!(path.to_string(), text);
            }
        }

        #[test]
        fn no_bytes_make_the_tile_and_bundle_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = hashes(&bytes);
            if let Ok(entries) = entries(&bytes) {
                prop_assert_eq!(entries.iter().map(|entry| entry.len() + 2).sum::<usize>(), bytes.len());
            }
        }

        #[test]
        fn a_bundle_splits_into_the_leaves_it_was_made_of(times in prop::collection::vec(any::<u64>(), 1..=256)) {
            let leaves: Vec<Leaf> = times.iter()
                .map(|at| Leaf { recorded_at: *at, envelope: Commitment([1; 32]), body: Commitment([2; 32]) })
                .collect();
            let bundle = entry_bundle(&leaves).unwrap();
            let read: Vec<Leaf> = entries(&bundle).unwrap().into_iter().map(|entry| Leaf::from_bytes(entry).unwrap()).collect();
            prop_assert_eq!(read, leaves);
        }
    }
}
