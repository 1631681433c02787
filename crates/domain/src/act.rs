//! Acts: what somebody did, past tense. Command and event are one thing.
//!
//! The enum itself is made from the kind table in [`crate::kind`]; this file reads bodies strictly: unknown fields and
//! duplicate keys are refused, wherever they stand.

use serde::de::DeserializeOwned;

pub use crate::kind::{Act, topic};
use crate::kind::{Kind, NotAnAct};

/// Reads a body as strictly as a clerk reads a form.
pub(crate) fn read_body<T: DeserializeOwned>(body: &[u8]) -> Result<T, NotAnAct> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let why = strip_position(&error.inner().to_string());
        NotAnAct::Body { at: place(&path, &why), why }
    })?;
    deserializer.end().map_err(|error| NotAnAct::Body { at: String::new(), why: error.to_string() })?;
    Ok(value)
}

/// The field that is meant, as a path such as `goals.0.goal`. Of a field that is missing or comes twice the decoder
/// names what it stands in, and the field only in its words.
fn place(path: &str, why: &str) -> String {
    let within = if path == "." { String::new() } else { path.replace('[', ".").replace(']', "") };
    let field = why.strip_prefix("missing field `").or_else(|| why.strip_prefix("duplicate field `"));
    match field.and_then(|rest| rest.strip_suffix('`')) {
        Some(field) if within.is_empty() => field.to_owned(),
        Some(field) => format!("{within}.{field}"),
        None => within,
    }
}

/// The decoder adds "at line 1 column 9", which helps nobody who filled in a form.
fn strip_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

impl Act {
    /// Reads an act from the name of its kind, the version and the body as stored.
    pub fn decode(kind: &str, version: u16, body: &[u8]) -> Result<Self, NotAnAct> {
        kind.parse::<Kind>()?.decode(version, body)
    }
}
