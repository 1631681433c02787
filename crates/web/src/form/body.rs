//! The body of a sent form (`application/x-www-form-urlencoded`), read strictly.
//!
//! What is not UTF-8, too long or too many is refused as a whole: nothing half-read reaches a record. Files are not read here.

use super::Input;

/// Longest body, in bytes: the longest form, every answer of it at its limit, in a script whose letters take six bytes when sent.
pub const MAX_BYTES: usize = 512 * 1024;
/// Most pairs in a body.
pub const MAX_PAIRS: usize = 500;

/// Why a body was not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyRefused {
    /// More than [`MAX_BYTES`].
    #[error("the form is longer than {MAX_BYTES} bytes")]
    TooLong,
    /// More than [`MAX_PAIRS`].
    #[error("the form has more than {MAX_PAIRS} fields")]
    TooMany,
    /// A broken escape, or bytes that are not UTF-8.
    #[error("the form is not text")]
    NotText,
}

/// Names and values of a body.
pub fn read_body(body: &[u8]) -> Result<Input, BodyRefused> {
    if body.len() > MAX_BYTES {
        return Err(BodyRefused::TooLong);
    }
    let mut pairs = Vec::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if pairs.len() == MAX_PAIRS {
            return Err(BodyRefused::TooMany);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decoded(halves.next().unwrap_or_default())?;
        let value = decoded(halves.next().unwrap_or_default())?;
        pairs.push((name, value));
    }
    Ok(Input::new(pairs))
}

fn decoded(escaped: &[u8]) -> Result<String, BodyRefused> {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = hex(rest.next()).ok_or(BodyRefused::NotText)?;
                let low = hex(rest.next()).ok_or(BodyRefused::NotText)?;
                high << 4 | low
            }
            plain => *plain,
        });
    }
    String::from_utf8(bytes).map_err(|_| BodyRefused::NotText)
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    match digit? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        digit @ b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(body: &str) -> Result<Vec<(String, String)>, BodyRefused> {
        read_body(body.as_bytes()).map(|input| input.pairs().to_vec())
    }

    #[test]
    fn names_and_values_are_decoded_in_order() {
        let read = pairs("a=1&a=%D8%B3+x&empty=&bare&=v&&x=%3d=").unwrap();
        let expected = [("a", "1"), ("a", "س x"), ("empty", ""), ("bare", ""), ("", "v"), ("x", "==")];
        assert_eq!(read, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for body in ["a=%", "a=%4", "a=%zz", "a=%ff", "%C3%28=1"] {
            assert_eq!(pairs(body), Err(BodyRefused::NotText), "{body}");
        }
        assert_eq!(read_body(b"a=\xff"), Err(BodyRefused::NotText));
    }

    #[test]
    fn too_long_and_too_many_are_refused() {
        assert_eq!(pairs(&"a".repeat(MAX_BYTES + 1)), Err(BodyRefused::TooLong));
        assert_eq!(pairs(&"a=1&".repeat(MAX_PAIRS)).unwrap().len(), MAX_PAIRS);
        assert_eq!(pairs(&"a=1&".repeat(MAX_PAIRS + 1)), Err(BodyRefused::TooMany));
    }
}
