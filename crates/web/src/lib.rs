//! The pages and the API: HTML in, HTML out, over `app`.
//!
//! It decides nothing about rights or rules and opens no store: every page asks `app` and gets something it may show.

pub mod act_form;
pub mod assets;
pub mod form;
pub mod headers;
pub mod layout;
pub mod part;
#[cfg(test)]
pub(crate) mod sound;
pub mod words;
