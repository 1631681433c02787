//! What the small script of a page hands over: few names, all known, and bytes as base 64 for addresses, without padding.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer};

use super::Breach;

/// Longest answer, in bytes: an authenticator says a few hundred.
const LONGEST: usize = 16 * 1024;

/// Bytes in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Coded(Vec<u8>);

impl<'de> Deserialize<'de> for Coded {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        URL_SAFE_NO_PAD.decode(text).map(Self).map_err(serde::de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CreatedText {
    client_data: Coded,
    attestation: Coded,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssertedText {
    id: Coded,
    client_data: Coded,
    authenticator_data: Coded,
    signature: Coded,
    user_handle: Coded,
}

/// A new passkey, as the browser made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    pub(super) client_data: Vec<u8>,
    pub(super) attestation: Vec<u8>,
}

/// An answer of a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asserted {
    pub(super) id: Vec<u8>,
    pub(super) client_data: Vec<u8>,
    pub(super) authenticator_data: Vec<u8>,
    pub(super) signature: Vec<u8>,
    pub(super) user_handle: Vec<u8>,
}

impl Created {
    /// Reads what the script wrote into its field.
    pub fn read(text: &str) -> Result<Self, Breach> {
        let CreatedText { client_data, attestation } = read(text)?;
        Ok(Self { client_data: client_data.0, attestation: attestation.0 })
    }
}

impl Asserted {
    /// Reads what the script wrote into its field.
    pub fn read(text: &str) -> Result<Self, Breach> {
        let AssertedText { id, client_data, authenticator_data, signature, user_handle } = read(text)?;
        Ok(Self {
            id: id.0,
            client_data: client_data.0,
            authenticator_data: authenticator_data.0,
            signature: signature.0,
            user_handle: user_handle.0,
        })
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Breach> {
    if text.len() > LONGEST {
        return Err(Breach::Unreadable);
    }
    serde_json::from_str(text).map_err(|_| Breach::Unreadable)
}
