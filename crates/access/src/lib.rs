//! Who may do what: *you see the parts your capacity has on a ground you hold now.*
//!
//! Policies in Cedar (`policies/`, readable by a lawyer) are evaluated when generated, into [`allows`]; grounds and
//! bars are rows that whoever calls has read; together they make a [`Permit`] or a [`Reading`], which nothing else can
//! make. The server does not link Cedar, and this crate reads no file, no clock and no store.
//!
//! It does not judge whether an act is possible in the state a file is in, nor who proposed what: that is for the
//! admission of acts, which sees the file.

mod actor;
mod document;
mod part_set;
mod permit;
mod reading;
mod right;
mod table;

pub use actor::{Actor, Bar, Held, StandsIn};
pub use document::{Article, Decider, Says, who_may_what};
pub use part_set::PartSet;
pub use permit::{Permit, permit};
pub use reading::{Reading, printable, readable};
pub use right::{allows, grounds, parts};
pub use table::{ARTICLES, POLICIES_SHA256};
