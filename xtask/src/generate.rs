//! Generated files, one module each.

pub mod access;
