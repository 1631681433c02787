//! An exported copy of a ledger: the names of its files, and the lines of those that accompany the tiles.
//!
//! Tiles and entry bundles are named and written by `tile`. What is in a copy is judged by `check`. No file is touched
//! here.

use serde::{Deserialize, Serialize};

use crate::commitment::SALT_LENGTH;
use crate::error::Error;

/// The signed checkpoint that the copy is a copy for.
pub const CHECKPOINT: &str = "checkpoint";
/// The verifier key of the ledger, one line.
pub const VERIFIER_KEY: &str = "vkey";
/// Earlier checkpoints, one file each.
pub const OLDER: &str = "older";

/// The two files of lines that may accompany the tiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Envelopes that have not been erased.
    Envelopes,
    /// Bodies released to the reader of this copy.
    Bodies,
}

impl Lines {
    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Envelopes => "envelopes.jsonl",
            Self::Bodies => "bodies.jsonl",
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnvelopeLine {
    index: u64,
    salt: String,
    envelope: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyLine {
    index: u64,
    salt: String,
    body: String,
}

/// What a line of either file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index of the leaf that commits to it.
    pub index: u64,
    /// Salt of the commitment.
    pub salt: [u8; SALT_LENGTH],
    /// The envelope or body exactly as committed to.
    pub content: String,
}

impl Line {
    /// Writes the line for `lines`, with its newline. Lines stand in the order of their indexes.
    pub fn to_text(&self, lines: Lines) -> Result<String, Error> {
        let (index, salt, content) = (self.index, hex::encode(self.salt), self.content.clone());
        let text = match lines {
            Lines::Envelopes => serde_json::to_string(&EnvelopeLine { index, salt, envelope: content }),
            Lines::Bodies => serde_json::to_string(&BodyLine { index, salt, body: content }),
        };
        text.map(|text| text + "\n").map_err(|error| Error::Line(error.to_string()))
    }

    /// Reads a line of `lines`, without its newline. Unknown and repeated fields are refused.
    pub fn parse(lines: Lines, text: &[u8]) -> Result<Self, Error> {
        if text.first() != Some(&b'{') {
            return Err(Error::Line("not a JSON object".to_owned()));
        }
        let malformed = |error: serde_json::Error| Error::Line(error.to_string());
        let (index, salt, content) = match lines {
            Lines::Envelopes => {
                serde_json::from_slice(text).map(|EnvelopeLine { index, salt, envelope }| (index, salt, envelope))
            }
            Lines::Bodies => serde_json::from_slice(text).map(|BodyLine { index, salt, body }| (index, salt, body)),
        }
        .map_err(malformed)?;
        let bytes = hex::decode(&salt).ok().filter(|bytes| hex::encode(bytes) == salt);
        let salt = bytes.and_then(|bytes| bytes.try_into().ok());
        let salt = salt.ok_or_else(|| Error::Line("the salt is not 64 lower-case hexadecimal digits".to_owned()))?;
        Ok(Self { index, salt, content })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_has_its_three_fields_once_and_no_other() {
        let salt = "ab".repeat(32);
        let read = |text: &str| Line::parse(Lines::Envelopes, text.as_bytes());
        let good = format!(r#"{{"index":7,"salt":"{salt}","envelope":"{{}}"}}"#);
        assert_eq!(read(&good), Ok(Line { index: 7, salt: [0xab; 32], content: "{}".to_owned() }));
        for wrong in [
            String::new(),
            good.replace("envelope", "body"),
            good.replace("\"index\":7", "\"index\":-7"),
            good.replace("\"index\":7", "\"index\":7.0"),
            good.replace("\"index\":7", "\"index\":7,\"index\":7"),
            good.replace("\"index\":7", "\"index\":7,\"note\":0"),
            good.replace("ab", "AB"),
            good.replace("abab", "ab"),
            good.replace("\"index\":7,", ""),
            format!(r#"[7,"{salt}","{{}}"]"#),
            format!("{good}{good}"),
        ] {
            assert!(read(&wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_line_reads_back_as_written(index: u64, salt: [u8; 32], content: String, bodies: bool) {
            let lines = if bodies { Lines::Bodies } else { Lines::Envelopes };
            let line = Line { index, salt, content };
            let text = line.to_text(lines).unwrap();
            prop_assert_eq!(text.matches('\n').count(), 1);
            prop_assert_eq!(Line::parse(lines, text.trim_end_matches('\n').as_bytes()), Ok(line));
        }

        #[test]
        fn no_bytes_make_the_line_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "\\{?(\"index\":[0-9]{0,3},)?\\PC{0,60}") {
            let _ = Line::parse(Lines::Envelopes, &bytes);
            let _ = Line::parse(Lines::Bodies, text.as_bytes());
        }
    }
}
