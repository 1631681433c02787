//! The words of the trade: ids, dates, codes, the kind table, acts by topic, folds and admission.
//!
//! Everything here is a value or a pure function of values. It knows no clock, no randomness, no database, no
//! network and no page: what happened is told to it, and what follows is returned.

pub mod code;
pub mod id;
pub mod moment;
pub mod right;
pub mod text;

pub use id::{AccountId, ActId, CaseId, OrgId, ReferralId, ServiceId, StreamId};
pub use moment::{Date, Moment, Span};
pub use right::{Action, Capacity, Ground, Part, Strength};
pub use text::{Line, Text};
