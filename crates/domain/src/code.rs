//! Closed lists of codes. Each list lives beside its owner; this file only gives them one shape.
//!
//! A code is what rules, access and lists may look at. It has no free text and no translation: words for a code are
//! in `locales/` under `code-<list>-<value>`.

/// A value that was not in a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a {list}")]
pub struct UnknownCode {
    /// The list that was asked.
    pub list: &'static str,
    /// What was given.
    pub value: String,
}

/// Declares a closed list: an enum whose members read and write as one snake-case word.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $vis:vis $list:ident as $name:literal { $($(#[$member_doc:meta])* $member:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $list {
            $($(#[$member_doc])* #[serde(rename = $code)] $member),+
        }

        impl $list {
            /// The name of the list, as used in translations and documents.
            pub const LIST: &'static str = $name;
            /// Every member, in the order in which people should see them.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];
            /// Every code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The word that stands for this member in stored acts, tables and documents.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }
        }

        impl std::fmt::Display for $list {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $list {
            type Err = $crate::code::UnknownCode;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match value {
                    $($code => Ok(Self::$member),)+
                    other => Err($crate::code::UnknownCode { list: $name, value: other.to_owned() }),
                }
            }
        }
    };
}
pub use crate::codes;
