//! The ledger: what makes a record of acts tamper-evident, and what seals their content.
//!
//! Leaves and their commitments, sealing of bodies and keys, the RFC 6962 tree, C2SP tiles, checkpoints, notes, cosignatures
//! and proofs, and the check of a whole exported copy. The format is defined in `docs/ledger-format.md` and nowhere else; a test
//! recomputes every vector of that document.
//!
//! It deliberately does no input or output, reads no clock and draws no randomness: bytes, times and random bytes come as
//! arguments. It knows nothing of prisons: an envelope and a body are bytes to it.

pub mod check;
pub mod checkpoint;
pub mod commitment;
pub mod error;
pub mod export;
pub mod hash;
pub mod leaf;
pub mod note;
pub mod proof;
pub mod seal;
pub mod tile;
pub mod tree;

pub use checkpoint::Checkpoint;
pub use commitment::Commitment;
pub use error::Error;
pub use hash::Hash;
pub use leaf::Leaf;
pub use note::{KeyName, Note, Signer, VerifierKey};
pub use tile::{Tile, TilePath};
pub use tree::TileTree;
