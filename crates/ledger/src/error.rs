//! The one error enum of this crate.
//!
//! It says what is wrong with bytes that were given. It carries no content: neither bodies nor keys appear in a
//! message.

/// Why bytes, text or a proof were refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A leaf is exactly 73 bytes.
    #[error("a leaf has 73 bytes, this one has {0}")]
    LeafLength(usize),
    /// The first byte of a leaf names its format; only 0x01 exists.
    #[error("leaf format {0:#04x} is not known")]
    LeafFormat(u8),
    /// An entry bundle that does not hold whole entries of a leaf's length, or more than 256 of them.
    #[error("the entry bundle is malformed: {0}")]
    EntryBundle(&'static str),

    /// Bytes do not open the commitment in the leaf: they, or their salt, are not those committed to.
    #[error("the content does not open its commitment")]
    CommitmentDiffers,

    /// A body is at most [`crate::seal::MAX_BODY`] bytes.
    #[error("a body of {0} bytes is too long to seal")]
    BodyTooLong(usize),
    /// Bodies are UTF-8.
    #[error("the body is not UTF-8")]
    BodyNotUtf8,
    /// A kind is 1 to 100 lower-case letters, digits, dots, underscores and hyphens.
    #[error("the kind cannot be written into associated data")]
    Kind,
    /// Versions start at 1.
    #[error("a version starts at 1")]
    Version,
    /// Year keys are named by years of four digits.
    #[error("a year key is named by a year of four digits")]
    Year,
    /// Sealed bytes shorter than suite, nonce and tag, or of a length no sealing produces.
    #[error("the sealed bytes have an impossible length")]
    SealedLength,
    /// The first byte of sealed bytes names the suite; only 0x01 can be opened here.
    #[error("sealing suite {0:#04x} is not known")]
    SealedSuite(u8),
    /// Wrong key, altered bytes, or sealed for another ledger, act, stream, kind, key name or epoch. Which one cannot
    /// be told.
    #[error("the sealed bytes do not open under this key and in this place")]
    NotOpened,
    /// Opened, but what is inside is not a padded body.
    #[error("the opened bytes are not a padded body")]
    Padding,

    /// A key name or origin is 1 to 255 bytes without white space, control characters or plus signs.
    #[error("not a key name: 1 to 255 bytes without space, control character or plus sign")]
    KeyName,
    /// Not a verifier key in the text form `name+id+key`.
    #[error("the verifier key is malformed: {0}")]
    VerifierKey(&'static str),
    /// Not a signed note.
    #[error("the signed note is malformed: {0}")]
    Note(&'static str),
    /// No signature on the note is by the key asked for.
    #[error("the note is not signed by {0}")]
    NotSigned(String),
    /// A signature claims a known key and does not verify.
    #[error("the signature by {0} is false")]
    FalseSignature(String),
    /// Not a checkpoint.
    #[error("the checkpoint is malformed: {0}")]
    Checkpoint(&'static str),
    /// A checkpoint or key of another ledger.
    #[error("the origin is {found}, not {expected}")]
    Origin {
        /// The ledger asked for.
        expected: String,
        /// The ledger the bytes speak of.
        found: String,
    },

    /// Not a path of a tile or entry bundle.
    #[error("not the path of a tile")]
    TilePath,
    /// The bytes of a tile are 1 to 256 whole hashes.
    #[error("a tile has 1 to 256 hashes of 32 bytes, not {0} bytes")]
    TileLength(usize),
    /// A tile that the tree size requires was not given, or is too narrow.
    #[error("tile {index} of level {level} is missing or too narrow")]
    TileMissing {
        /// Level of the tile, 0 holding leaf hashes.
        level: u8,
        /// Index of the tile within its level.
        index: u64,
    },

    /// A proof was asked for that does not exist: an index outside the tree, or an older tree larger than the newer.
    #[error("no such proof: {asked} is not within a tree of size {size}")]
    ProofRange {
        /// The index or older size asked for.
        asked: u64,
        /// Size of the tree.
        size: u64,
    },
    /// The hashes of the proof do not lead to the root.
    #[error("the proof does not lead to the root")]
    ProofRefused,
    /// Not a proof in the text form of c2sp.org/tlog-proof@v1.
    #[error("the proof text is malformed: {0}")]
    ProofText(&'static str),

    /// A line of `envelopes.jsonl` or `bodies.jsonl` is not in the form the format document gives.
    #[error("the line is malformed: {0}")]
    Line(String),
}
