//! What the browser says of the page that asked: for what, with which challenge, on which origin (Web Authentication
//! Level 3, section 5.8.1).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use super::{Breach, PublicAddress};

/// Which ceremony a page asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ceremony {
    /// A new passkey.
    Create,
    /// An answer of one that is known.
    Get,
}

impl Ceremony {
    fn name(self) -> &'static str {
        match self {
            Self::Create => "webauthn.create",
            Self::Get => "webauthn.get",
        }
    }
}

/// The text that the browser wrote. It may say more, and browsers do, so that nobody relies on a pattern (section 5.8.1):
/// what is not known is passed over, what is known may not come twice.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    ceremony: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: Option<bool>,
    #[serde(rename = "topOrigin", default)]
    top_origin: Option<String>,
}

/// The challenge that was answered, if the page was ours (sections 7.1 and 7.2).
pub(super) fn challenge_of(bytes: &[u8], ceremony: Ceremony, address: &PublicAddress) -> Result<Vec<u8>, Breach> {
    let said: ClientData = serde_json::from_slice(bytes).map_err(|_| Breach::Unreadable)?;
    if said.ceremony != ceremony.name() {
        return Err(Breach::Ceremony);
    }
    if said.origin != address.origin() {
        return Err(Breach::Origin);
    }
    // No page of ours stands in a page of somebody else.
    if said.cross_origin == Some(true) || said.top_origin.is_some() {
        return Err(Breach::Framed);
    }
    URL_SAFE_NO_PAD.decode(said.challenge).map_err(|_| Breach::Challenge)
}
