//! The pages. Each file has its routes, and what it answers.

pub mod case;
pub mod cases;
pub mod door;
pub mod findings;
pub mod home;
pub mod log;
pub mod public;
mod refused;
pub mod rules;
mod sheet;
