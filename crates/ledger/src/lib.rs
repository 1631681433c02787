//! The ledger: what makes a record of acts tamper-evident, and what seals their content.
//!
//! Leaves and their commitments, sealing of bodies and keys, the RFC 6962 tree, C2SP tiles, checkpoints, notes,
//! cosignatures and proofs, and the check of a whole exported copy. The format is defined in `docs/ledger-format.md`
//! and nowhere else; a test recomputes every vector of that document.
//!
//! It deliberately does no input or output, reads no clock and draws no randomness: bytes, times and random bytes come
//! as arguments. It knows nothing of prisons: an envelope and a body are bytes to it.
//!
//! Recording one act, from its words to a signed checkpoint:
//!
//! ```
//! use ledger::seal::{Context, EpochKey, Key, Sealer, WrappedName};
//! use ledger::{Checkpoint, Commitment, KeyName, Leaf, Signer, TileTree};
//!
//! # fn main() -> Result<(), ledger::Error> {
//! let origin = KeyName::new("passerelle.example/casework")?;
//! let sealer = Sealer::new(origin.clone());
//!
//! // All of these are random in use.
//! let (act, stream, key, epoch_key) = ([1; 16], [2; 16], Key::new([3; 32]), EpochKey::new([4; 32]));
//! let (envelope_salt, body_salt, body_nonce, key_nonce) = ([5; 32], [6; 32], [7; 24], [8; 24]);
//!
//! // Once for each stream, and again for each epoch:
//! let wrapped = sealer.wrap_key(&epoch_key, 1, WrappedName::Stream(stream), &key, key_nonce)?;
//! let key = sealer.unwrap_key(&epoch_key, 1, WrappedName::Stream(stream), &wrapped)?;
//!
//! // For each act: what is stored is the envelope with its salt, the sealed body, and the leaf.
//! let context = Context { act, stream, kind: "custody.admitted", version: 1 };
//! let sealed = sealer.seal_body(&key, &context, b"{}", body_salt, body_nonce)?;
//! let envelope = Commitment::to_envelope(&envelope_salt, br#"{"act":"..."}"#);
//! let leaf = Leaf { recorded_at: 1_795_458_288_123, envelope, body: sealed.commitment };
//!
//! // In the same transaction: the tiles that changed.
//! let mut tree = TileTree::new();
//! for tile in tree.append(&[leaf.hash()]) {
//!     let _stored = (tile.level, tile.index, tile.to_bytes());
//! }
//!
//! // After the commit:
//! let signer = Signer::new(origin.clone(), &[9; 32]);
//! let note = Checkpoint { origin, size: tree.size(), root: tree.root() }.sign(&signer)?;
//! assert!(note.to_string().starts_with("passerelle.example/casework\n1\n"));
//!
//! let opened = sealer.open_body(&key, &context, &sealed.bytes, &leaf.body)?;
//! assert_eq!(opened.body, b"{}");
//! # Ok(())
//! # }
//! ```

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
