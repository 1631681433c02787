//! The application from outside: an installation in a directory of its own, people with accounts, and what they do and
//! see. Time is set by the test; everything else is as in a real installation.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

mod acts;
mod backups;
mod board;
mod bridge;
mod budget;
mod by_hand;
mod correcting;
mod daily;
#[path = "../device/mod.rs"]
mod device;
mod directory;
mod doors;
mod duty;
mod emergency;
#[path = "../../../store/tests/engine/mod.rs"]
mod engine;
mod erasing;
mod examined;
mod force;
mod fresh;
mod house;
mod in_flight;
mod inspections;
mod instants;
mod interference;
mod kept;
mod kept_forms;
mod long_list;
mod losing;
mod opening;
mod outlets;
mod pace;
mod paced;
mod passage;
mod passkeys;
mod posts;
mod recovery;
mod rights;
mod rules_taken;
mod safeguards;
mod second;
mod sharing;
mod sight;
mod standby;
mod time;
mod together;
mod vault;
mod visible;

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::{DerSignature, SigningKey};
use store::{Database, Server};
