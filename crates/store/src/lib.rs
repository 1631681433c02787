//! Units of work in portable SQL over one SQLite file or one PostgreSQL database: snapshots for readers, one writing thread
//! that commits groups.
//!
//! A reader runs its closure on its own thread inside one read transaction. Whoever changes something submits a job to
//! the [`Writer`] and is answered after the commit that holds it is on the disk; jobs that arrive together share that
//! commit. Everything is synchronous.
//!
//! This crate knows no tables, acts or prisons: it is told SQL and closures. It never retries a failed flush, never
//! builds SQL, and offers no way to write except through the one writer.

mod asked;
mod connection;
mod copying;
mod engine;
mod erasure;
mod error;
mod group;
mod job;
mod log;
mod pool;
mod portable;
mod schema;
mod server;
mod store;
mod tx;
mod value;
mod writer;

pub use asked::Asked;
pub use erasure::Remains;
pub use error::Error;
pub use group::{Committed, Duties};
pub use portable::portable;
pub use schema::Schema;
pub use server::Server;
pub use store::{Claim, Database, Settings, Store, Synchronous};
pub use tx::Tx;
pub use value::{Column, Row, Val};
pub use writer::{Counts, Writer};
