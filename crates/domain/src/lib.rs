//! The words of the trade: ids, dates, codes, the kind table, acts by topic, folds and admission.
//!
//! Everything here is a value or a pure function of values. It knows no clock, no randomness, no database, no
//! network and no page: what happened is told to it, and what follows is returned.

pub mod account;
pub mod act;
pub mod admission;
pub mod assessment;
pub mod clock;
pub mod code;
pub mod command;
pub mod consent;
pub mod contact;
pub mod custody;
pub mod daily;
pub mod directory;
pub mod emergency;
pub mod facts;
pub mod file;
mod fold;
pub mod health;
pub mod id;
pub mod information;
pub mod inspection;
pub mod keeping;
pub mod kind;
pub mod lodging;
pub mod look;
pub mod measure;
mod measure_admission;
mod measure_before;
pub mod measure_facts;
pub mod measure_terms;
pub mod moment;
pub mod organisation;
pub mod passage_facts;
pub mod plan;
pub mod post;
mod post_admission;
pub mod post_facts;
pub mod reception;
pub mod recorded;
pub mod recovery;
pub mod referral;
mod referral_admission;
pub mod referral_facts;
pub mod regime;
pub mod registry;
mod registry_admission;
pub mod release;
pub mod restraint;
mod restraint_admission;
pub mod right;
pub mod search;
pub mod shape;
pub mod text;
pub mod token;
pub mod under_measure;
pub mod weighing;

pub use act::Act;
pub use id::{AccountId, ActId, CaseId, OrgId, ReferralId, ServiceId, StreamId};
pub use kind::{Kind, KindRow};
pub use moment::{Date, Moment, Span};
pub use recorded::{Envelope, Recorded};
pub use right::{Action, Capacity, Ground, Part, Strength};
pub use text::{Line, Text};
