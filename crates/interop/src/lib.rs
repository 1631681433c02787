//! What others read and write: formats of other programs, as pure functions from values to text and back.
//!
//! It reads no file, asks no network, decides no right, and knows no name of a person: what is public was chosen before it
//! comes here, and what is brought in is judged after it leaves.

pub mod hsds;
