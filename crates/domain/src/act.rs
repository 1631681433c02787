//! Acts: what somebody did, past tense. Command and event are one thing.
//!
//! The enum itself is made from the kind table in [`crate::kind`]; this file reads bodies strictly: unknown fields,
//! duplicate keys and lists of values without their names are refused, wherever they stand. It judges the shape, not
//! whether what is said is true or possible.

use std::io::Write;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use crate::kind::{Act, topic};
use crate::kind::{Kind, NotAnAct};

/// Reads a body as strictly as a clerk reads a form.
pub(crate) fn read_body<T: DeserializeOwned + Serialize>(body: &[u8]) -> Result<T, NotAnAct> {
    // Only a body that is refused is read again, to learn where.
    let value = serde_json::from_slice(body).map_err(|_| refused::<T>(body))?;
    if !is_named(body, &value) {
        return Err(NotAnAct::Body {
            at: String::new(),
            why: "a list stands where named fields are wanted".to_owned(),
        });
    }
    Ok(value)
}

impl Kind {
    /// Fields of the body that the program writes, of what stands elsewhere: nobody sends them.
    pub const fn resolved(self) -> &'static [&'static str] {
        match self {
            Self::MeasureReviewed => &["command"],
            Self::FileEmergencyReviewed => &["below"],
            Self::ReferralBegun => &["aim"],
            _ => &[],
        }
    }
}

/// What a body of an older version could not say is not read into it.
pub(crate) fn as_of(version: u16, act: Act) -> Result<Act, NotAnAct> {
    match &act {
        Act::Measure(topic::Measure::Reviewed(body)) if version < 2 && body.command.is_some() => {
            Err(NotAnAct::at("command", "unknown field `command` in version 1"))
        }
        Act::File(topic::File::EmergencyReviewed(body)) if version < 2 && body.below.is_some() => {
            Err(NotAnAct::at("below", "unknown field `below` in version 1"))
        }
        Act::Organisation(topic::Organisation::ServicePublished(body)) if version < 2 && body.whom.is_some() => {
            Err(NotAnAct::at("whom", "unknown field `whom` in version 1"))
        }
        Act::Referral(topic::Referral::Begun(body)) if version < 2 && body.aim.is_some() => {
            Err(NotAnAct::at("aim", "unknown field `aim` in version 1"))
        }
        _ => Ok(act),
    }
}

/// Where and why a body is refused.
fn refused<T: DeserializeOwned>(body: &[u8]) -> NotAnAct {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let (at, why) = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => (error.path().to_string(), error.inner().to_string()),
        Ok(_) => (String::from("."), deserializer.end().err().map(|error| error.to_string()).unwrap_or_default()),
    };
    NotAnAct::at(&at, &why)
}

/// The decoder would also take `["a", "b"]` for `{"x": "a", "y": "b"}`: then fewer objects were read than are written.
fn is_named<T: Serialize>(body: &[u8], value: &T) -> bool {
    let (mut read, mut written) = (Objects::default(), Objects::default());
    read.write_all(body).is_ok() && serde_json::to_writer(&mut written, value).is_ok() && read.count == written.count
}

/// Counts the objects in JSON that is written to it, and keeps nothing.
#[derive(Default)]
struct Objects {
    count: usize,
    in_text: bool,
    escaped: bool,
}

impl Write for Objects {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for byte in bytes {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = self.in_text,
                b'"' => self.in_text = !self.in_text,
                b'{' if !self.in_text => self.count += 1,
                _ => {}
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The field that is meant, as a path such as `goals.0.goal`. Of a field that is missing or comes twice the decoder
/// names what it stands in, and the field only in its words.
pub(crate) fn place(path: &str, why: &str) -> String {
    let within = if path == "." { String::new() } else { path.replace('[', ".").replace(']', "") };
    let field = why.strip_prefix("missing field `").or_else(|| why.strip_prefix("duplicate field `"));
    match field.and_then(|rest| rest.strip_suffix('`')) {
        Some(field) if within.is_empty() => field.to_owned(),
        Some(field) => format!("{within}.{field}"),
        None => within,
    }
}

/// The decoder adds "at line 1 column 9", which helps nobody who filled in a form.
pub(crate) fn strip_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

impl Act {
    /// Reads an act from the name of its kind, the version and the body as stored.
    pub fn decode(kind: &str, version: u16, body: &[u8]) -> Result<Self, NotAnAct> {
        kind.parse::<Kind>()?.decode(version, body)
    }
}
