//! Pages: one file for what a person does at one place. Each names its routes and answers them.

pub mod door;
pub mod public;
