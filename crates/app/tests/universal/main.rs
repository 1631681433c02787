//! What holds in every history: random organisations, people, consents and sequences of real acts, done and looked at
//! through the two doors over a real database, and each answer compared with a model of its own.
//!
//! The model of grounds (`model.rs`) and the decider (`access/tests/reference`) were written from the documents. The
//! seed is fixed; `PASSERELLE_CASES` says how many histories each statement is tried on.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

#[path = "../story/acts.rs"]
mod acts;
mod alone;
mod changes;
mod decisions;
#[path = "../../../store/tests/engine/mod.rs"]
mod engine;
mod entries;
#[path = "../story/house.rs"]
#[expect(dead_code, reason = "the house that stories live in as well")]
mod house;
mod kept_out;
mod model;
#[path = "../../../access/tests/reference/mod.rs"]
mod reference;
mod runner;
mod step;
mod urgent;
#[path = "../story/visible.rs"]
mod visible;
mod without;
mod world;

use store::{Database, Server};
