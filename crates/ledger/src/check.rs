//! The check of a whole exported copy.
//!
//! Reads the copy once, a bundle of 256 leaves at a time, and keeps no more than that. It reads no file itself: the
//! caller hands over bytes. It judges the copy, not what the acts say, nor whether anything was left unrecorded.

use crate::checkpoint::Checkpoint;
use crate::error::Error;
use crate::export::{Line, Lines};
use crate::hash::Hash;
use crate::leaf::Leaf;
use crate::tile::{self, FULL, Row, Tile, TilePath};
use crate::tree::TileTree;

/// Length of an entry in a bundle: two bytes of length, then the leaf.
const ENTRY: usize = 2 + Leaf::LENGTH;

/// Gives the files of a copy.
pub trait Files {
    /// What went wrong while reading: a matter of the machine, not of the copy.
    type Fault;

    /// A whole file by its path within the copy; `None` when there is no such file.
    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Self::Fault>;

    /// The next line without its newline; `None` at the end, and when there is no such file.
    fn next_line(&mut self, lines: Lines) -> Result<Option<Vec<u8>>, Self::Fault>;
}

/// What a good copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Leaves, every one of them checked.
    pub leaves: u64,
    /// Hash tiles, every one of them checked.
    pub tiles: u64,
    /// When the first and the last leaf were recorded, in milliseconds since the Unix epoch; `None` for an empty
    /// ledger.
    pub recorded: Option<(u64, u64)>,
    /// Envelopes present, each opening the commitment in its leaf.
    pub envelopes: u64,
    /// Bodies released, each opening the commitment in its leaf.
    pub bodies: u64,
}

/// What is wrong with a copy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A file that the tree size requires is not there, or too short to hold this leaf.
    #[error("leaf {index}: {path} is missing or too short")]
    Missing {
        /// First leaf that cannot be checked.
        index: u64,
        /// The file.
        path: String,
    },
    /// A file has bytes after its last hash or entry.
    #[error("leaf {index}: {path} goes on after its end")]
    TooLong {
        /// First leaf of that file.
        index: u64,
        /// The file.
        path: String,
    },
    /// An entry is not a leaf.
    #[error("leaf {index}: {why}")]
    Malformed {
        /// The leaf.
        index: u64,
        /// What is wrong with it.
        why: Error,
    },
    /// A leaf and its hash in the tile of level 0 disagree.
    #[error("leaf {index}: it does not have the hash that {path} gives it")]
    LeafHash {
        /// The leaf.
        index: u64,
        /// The tile.
        path: String,
    },
    /// A leaf was recorded before the one that precedes it.
    #[error("leaf {index}: recorded earlier than the leaf before it")]
    Earlier {
        /// The later leaf.
        index: u64,
    },
    /// A hash in a higher tile is not that of the leaves below it.
    #[error("leaf {index}: the hash over it in {path} is not that of the leaves below")]
    TileHash {
        /// First leaf below that hash.
        index: u64,
        /// The tile.
        path: String,
    },
    /// All leaves and tiles agree with one another, but not with the signed checkpoint.
    #[error("the {size} leaves do not have the root of the checkpoint")]
    Root {
        /// Size of the tree.
        size: u64,
    },
    /// The ledger was rewritten: its first leaves are not those of an earlier checkpoint.
    #[error("the first {size} leaves are not those of the earlier checkpoint of that size")]
    Rewritten {
        /// Size of the earlier checkpoint.
        size: u64,
    },
    /// The ledger was cut: an earlier checkpoint had more leaves.
    #[error("an earlier checkpoint has {held} leaves, this one only {size}")]
    Cut {
        /// Size of the earlier checkpoint.
        held: u64,
        /// Size of the tree.
        size: u64,
    },
    /// An envelope or body is not the one committed to.
    #[error("leaf {index}: its line in {file} does not open its commitment")]
    Content {
        /// The leaf.
        index: u64,
        /// The file of lines.
        file: &'static str,
    },
    /// A line cannot be read.
    #[error("line {line} of {file}: {why}")]
    Line {
        /// The file of lines.
        file: &'static str,
        /// Number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        why: Error,
    },
    /// Lines do not stand in the order of their indexes, or one index has two.
    #[error("leaf {index}: line {line} of {file} is out of order")]
    Order {
        /// The leaf the line speaks of.
        index: u64,
        /// The file of lines.
        file: &'static str,
        /// Number of the line, from 1.
        line: u64,
    },
    /// A line speaks of a leaf that is not in the tree.
    #[error("leaf {index}: {file} speaks of it, but it is not in the tree")]
    Beyond {
        /// The leaf the line speaks of.
        index: u64,
        /// The file of lines.
        file: &'static str,
    },
}

impl Flaw {
    /// The leaf concerned, where one can be named.
    pub fn index(&self) -> Option<u64> {
        match self {
            Self::Missing { index, .. }
            | Self::TooLong { index, .. }
            | Self::Malformed { index, .. }
            | Self::LeafHash { index, .. }
            | Self::Earlier { index }
            | Self::TileHash { index, .. }
            | Self::Content { index, .. }
            | Self::Order { index, .. }
            | Self::Beyond { index, .. } => Some(*index),
            Self::Root { .. } | Self::Rewritten { .. } | Self::Cut { .. } | Self::Line { .. } => None,
        }
    }
}

/// Why a check ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop<F> {
    /// The copy is bad.
    Flaw(Flaw),
    /// The copy could not be read.
    Fault(F),
}

impl<F> From<Flaw> for Stop<F> {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

/// Checks a whole copy against its checkpoint and against earlier ones, all of them already opened with the ledger's
/// key. Stops at the first flaw.
pub fn copy<S: Files>(files: &mut S, checkpoint: &Checkpoint, held: &[Checkpoint]) -> Result<Report, Stop<S::Fault>> {
    let size = checkpoint.size;
    let mut held: Vec<&Checkpoint> = held.iter().collect();
    held.sort_by_key(|held| held.size);
    if let Some(longer) = held.iter().find(|held| held.size > size) {
        return Err(Flaw::Cut { held: longer.size, size }.into());
    }
    let mut check = Check {
        files,
        tree: TileTree::new(),
        recorded: None,
        tiles: 0,
        envelopes: Matched::new(Lines::Envelopes),
        bodies: Matched::new(Lines::Bodies),
    };
    check.envelopes.advance(check.files)?;
    check.bodies.advance(check.files)?;
    let mut held = held.into_iter().peekable();
    for bundle in 0..size.div_ceil(u64::from(FULL)) {
        let leaf_hashes = check.bundle(bundle, size)?;
        let mut rest = leaf_hashes.as_slice();
        while let Some(earlier) = held.next_if(|held| held.size <= (bundle + 1).saturating_mul(u64::from(FULL))) {
            let until = usize::try_from(earlier.size.saturating_sub(check.tree.size())).unwrap_or(usize::MAX);
            let (before, after) = rest.split_at_checked(until).unwrap_or((rest, &[]));
            check.grow(before)?;
            rest = after;
            if check.tree.root() != earlier.root {
                return Err(Flaw::Rewritten { size: earlier.size }.into());
            }
        }
        check.grow(rest)?;
    }
    for tile in check.tree.edge() {
        check.compare(&tile)?;
    }
    if check.tree.root() != checkpoint.root {
        return Err(Flaw::Root { size }.into());
    }
    check.envelopes.end()?;
    check.bodies.end()?;
    Ok(Report {
        leaves: size,
        tiles: check.tiles,
        recorded: check.recorded,
        envelopes: check.envelopes.count,
        bodies: check.bodies.count,
    })
}

/// A check under way.
struct Check<'a, S> {
    files: &'a mut S,
    tree: TileTree,
    recorded: Option<(u64, u64)>,
    tiles: u64,
    envelopes: Matched,
    bodies: Matched,
}

impl<S: Files> Check<'_, S> {
    /// Checks the leaves of one bundle by themselves and against their hashes; returns these.
    fn bundle(&mut self, bundle: u64, size: u64) -> Result<Vec<Hash>, Stop<S::Fault>> {
        let first = bundle * u64::from(FULL);
        let width = tile::width(size, 0, bundle).unwrap_or(0);
        let (_, entries) = self.file(Row::Entries, bundle, width, ENTRY, first)?;
        let (tile_path, hashes) = self.file(Row::Hashes(0), bundle, width, 32, first)?;
        let mut leaf_hashes = Vec::with_capacity(width.into());
        for ((entry, stated), index) in entries.chunks(ENTRY).zip(hashes.chunks(32)).zip(first..) {
            let leaf = leaf_of(entry).map_err(|why| Flaw::Malformed { index, why })?;
            let hash = leaf.hash();
            if hash.0 != stated {
                return Err(Flaw::LeafHash { index, path: tile_path }.into());
            }
            let (start, last) = self.recorded.unwrap_or((leaf.recorded_at, leaf.recorded_at));
            if leaf.recorded_at < last {
                return Err(Flaw::Earlier { index }.into());
            }
            self.recorded = Some((start, leaf.recorded_at));
            let opens = |line: &Line| leaf.envelope.check_envelope(&line.salt, line.content.as_bytes()).is_ok();
            self.envelopes.check(self.files, index, opens)?;
            let opens = |line: &Line| leaf.body.check_body(&line.salt, line.content.as_bytes()).is_ok();
            self.bodies.check(self.files, index, opens)?;
            leaf_hashes.push(hash);
        }
        self.tiles += 1;
        Ok(leaf_hashes)
    }

    /// Appends leaf hashes and compares each higher tile as it fills.
    fn grow(&mut self, leaf_hashes: &[Hash]) -> Result<(), Stop<S::Fault>> {
        for tile in self.tree.append(leaf_hashes) {
            if tile.hashes.len() == usize::from(FULL) {
                self.compare(&tile)?;
            }
        }
        Ok(())
    }

    /// Compares a tile of hashes we computed with the file. Level 0 was compared leaf by leaf.
    fn compare(&mut self, tile: &Tile) -> Result<(), Stop<S::Fault>> {
        if tile.level == 0 {
            return Ok(());
        }
        let leaf_below = |offset: u64| (tile.index * u64::from(FULL) + offset) << (8 * u32::from(tile.level));
        let width = u16::try_from(tile.hashes.len()).unwrap_or(FULL);
        let (path, bytes) = self.file(Row::Hashes(tile.level), tile.index, width, 32, leaf_below(0))?;
        for ((stated, hash), offset) in bytes.chunks(32).zip(&tile.hashes).zip(0..) {
            if hash.0 != stated {
                return Err(Flaw::TileHash { index: leaf_below(offset), path }.into());
            }
        }
        self.tiles += 1;
        Ok(())
    }

    /// The first `width` pieces of a tile or bundle. Where a log has grown since, the full file may stand for the
    /// partial one.
    fn file(
        &mut self,
        row: Row,
        index: u64,
        width: u16,
        piece: usize,
        first: u64,
    ) -> Result<(String, Vec<u8>), Stop<S::Fault>> {
        let path = TilePath::new(row, index, width).map_err(|why| Flaw::Malformed { index: first, why })?;
        let (mut name, mut full) = (path.to_string(), width == FULL);
        let mut read = self.files.read(&name).map_err(Stop::Fault)?;
        if read.is_none() && !full {
            full = true;
            read = self.files.read(&path.when_full().to_string()).map_err(Stop::Fault)?;
            if read.is_some() {
                name = path.when_full().to_string();
            }
        }
        let mut bytes = read.ok_or_else(|| Flaw::Missing { index: first, path: name.clone() })?;
        let wanted = usize::from(width) * piece;
        if bytes.len() < wanted {
            let whole = u64::try_from(bytes.len() / piece).unwrap_or(0);
            let leaves_each = match row {
                Row::Hashes(level) => 1 << (8 * u32::from(level)),
                Row::Entries => 1,
            };
            return Err(Flaw::Missing { index: first + whole * leaves_each, path: name }.into());
        }
        if bytes.len() > (if full { usize::from(FULL) * piece } else { wanted }) {
            return Err(Flaw::TooLong { index: first, path: name }.into());
        }
        bytes.truncate(wanted);
        Ok((name, bytes))
    }
}

/// Reads one entry of a bundle: its length, which is that of a leaf, and the leaf.
fn leaf_of(entry: &[u8]) -> Result<Leaf, Error> {
    let (length, leaf) = entry.split_first_chunk::<2>().ok_or(Error::LeafLength(entry.len()))?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == Leaf::LENGTH { Leaf::from_bytes(leaf) } else { Err(Error::LeafLength(length)) }
}

/// A file of lines, walked along with the leaves.
struct Matched {
    lines: Lines,
    next: Option<Line>,
    line: u64,
    count: u64,
}

impl Matched {
    fn new(lines: Lines) -> Self {
        Self { lines, next: None, line: 0, count: 0 }
    }

    /// Reads one line ahead and returns the one read before.
    fn advance<S: Files>(&mut self, files: &mut S) -> Result<Option<Line>, Stop<S::Fault>> {
        let text = files.next_line(self.lines).map_err(Stop::Fault)?;
        self.line += 1;
        let (file, line) = (self.lines.file(), self.line);
        let parsed = text.map(|text| Line::parse(self.lines, &text)).transpose();
        let following = parsed.map_err(|why| Flaw::Line { file, line, why })?;
        if let (Some(last), Some(following)) = (&self.next, &following)
            && following.index <= last.index
        {
            return Err(Flaw::Order { index: following.index, file, line }.into());
        }
        Ok(std::mem::replace(&mut self.next, following))
    }

    /// Checks the line that speaks of this leaf, if there is one.
    fn check<S: Files>(
        &mut self,
        files: &mut S,
        index: u64,
        opens: impl Fn(&Line) -> bool,
    ) -> Result<(), Stop<S::Fault>> {
        let Some(line) = self.next.as_ref().filter(|line| line.index == index) else { return Ok(()) };
        if !opens(line) {
            return Err(Flaw::Content { index, file: self.lines.file() }.into());
        }
        self.count += 1;
        self.advance(files)?;
        Ok(())
    }

    /// After the last leaf no line may be left.
    fn end(&self) -> Result<(), Flaw> {
        match &self.next {
            Some(line) => Err(Flaw::Beyond { index: line.index, file: self.lines.file() }),
            None => Ok(()),
        }
    }
}
