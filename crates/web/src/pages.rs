//! The pages. Each file has its routes, and what it answers.

pub mod accounts;
pub(crate) mod alerts;
mod asking;
pub mod case;
pub mod cases;
pub mod clock;
pub mod door;
pub mod emergencies;
pub mod emergency;
pub mod findings;
pub mod home;
pub mod log;
pub mod organisations;
pub mod passkeys;
pub mod protection;
pub mod public;
pub mod reallocate;
pub mod referral;
pub mod referrals;
mod refused;
pub mod rules;
pub mod services;
mod sheet;
pub mod sign_ins;
pub mod step_up;
pub mod tokens;
