//! The pages and the API: HTML in, HTML out, over `app`.
//!
//! It decides nothing about rights or rules and opens no store: every page asks `app` and gets something it may show.

pub mod act_form;
mod acting;
pub mod answer;
pub mod api;
pub mod assets;
pub mod cookie;
mod csv;
mod desk;
pub mod form;
pub mod headers;
mod kept;
pub mod layout;
pub mod metrics;
pub mod pages;
pub mod part;
pub mod route;
pub mod routes;
pub mod serving;
pub mod site;
#[cfg(test)]
pub(crate) mod sound;
pub mod trouble;
pub mod visit;
pub mod words;
mod xlsx;
