//! Ids. Each is a random UUID (version 4): nothing can be learnt from one, nor guessed from another.
//!
//! Ids are made from bytes that the caller drew; this crate draws none.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes an id from sixteen random bytes.
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Takes an id back from a store.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// The sixteen bytes, as a store keeps them.
            pub fn bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.hyphenated())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// One act: also the id of whatever the act began (a measure, a consent, a plan version, a session).
    ActId,
    /// The acts of one subject, whatever the subject is.
    StreamId,
    /// One person's case, from admission to closing.
    CaseId,
    /// One referral of one person to one service. Never derivable from the case.
    ReferralId,
    /// An organisation, prisons included.
    OrgId,
    /// A service that an organisation offers.
    ServiceId,
    /// An account of somebody who works here.
    AccountId,
}

macro_rules! subjects {
    ($($name:ident),+) => {$(
        impl From<$name> for StreamId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }

        impl $name {
            /// The stream that holds the acts of this subject.
            pub fn stream(self) -> StreamId {
                StreamId(self.0)
            }
        }

        impl From<StreamId> for $name {
            /// Reads a stream as this subject; whoever calls has seen in the stream table that it is one.
            fn from(id: StreamId) -> Self {
                Self(id.0)
            }
        }
    )+};
}
subjects!(CaseId, ReferralId, OrgId, ServiceId, AccountId);

impl StreamId {
    /// The installation itself is a subject too: its founding, its organisations.
    pub const INSTALLATION: Self = Self(Uuid::from_u128(0x7061_7373_6572_4465_8c65_0000_0000_0001));
}
