//! The Human Services Data Specification (HSDS) 3.0 of Open Referral: services of a directory, told to others and read from
//! others.
//!
//! A subset: what this directory can say. What it does not say is left out, never filled with something that looks like it.

mod out;
mod reading;

pub use out::{Organization, Page, PublicService, Root, Service, Taxonomy, TaxonomyTerm, id_of};
pub use reading::{Brought, NotBrought, Row, read};

/// The version of the specification.
pub const VERSION: &str = "3.0";
/// Where the specification is told.
pub const PROFILE: &str = "https://docs.openreferral.org/en/3.0/";
/// The description of the interface that the specification gives.
pub const OPENAPI: &str = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";
