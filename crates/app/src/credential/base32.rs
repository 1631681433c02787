//! Base 32 as in RFC 4648, upper case, without padding: secrets as telephones and cookies carry them.
//!
//! Not constant in time: it is used on whole random values, never to compare them.

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The text of the bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(sign(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(sign(held << (5 - bits)));
    }
    text
}

/// The bytes of a text, if it is one that [`encode`] writes: left-over bits must be zero, so that no two texts mean the
/// same.
pub(super) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let mut places = bytes.iter_mut();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for sign in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == sign)?;
        held = held << 5 | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            *places.next()? = u8::try_from(held >> bits & 0xff).ok()?;
        }
        held &= (1 << bits) - 1;
    }
    (places.next().is_none() && bits < 5 && held == 0).then_some(bytes)
}

fn sign(value: u32) -> char {
    let place = usize::try_from(value & 31).unwrap_or(0);
    ALPHABET.get(place).map_or('A', |sign| char::from(*sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_4648_hold() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
        }
        assert_eq!(decode::<6>("MZXW6YTBOI"), Some(*b"foobar"));
    }

    #[test]
    fn a_text_of_another_length_sign_or_spelling_is_no_text() {
        for wrong in ["MZXW6YTBO", "MZXW6YTBOIA", "MZXW6YTBOI======", "mzxw6ytboi", "MZXW6YTB0I", "MZXW6YTBOJ", ""] {
            assert_eq!(decode::<6>(wrong), None, "{wrong}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_was_encoded_is_decoded(bytes: [u8; 32]) {
            proptest::prop_assert_eq!(decode::<32>(&encode(&bytes)), Some(bytes));
        }
    }
}
