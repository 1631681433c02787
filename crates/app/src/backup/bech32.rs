//! Keys of recipients as text: Bech32 (BIP 173), as the age format writes them. A slip of the pen is found by its checksum.
//!
//! Knows no key: thirty-two bytes in, text out.

use crate::refusal::Fault;

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

fn polymod(values: impl IntoIterator<Item = u8>) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.into_iter().fold(1, |sum, value| {
        let top = sum >> 25;
        let shifted = ((sum & 0x01ff_ffff) << 5) ^ u32::from(value);
        GENERATOR
            .iter()
            .enumerate()
            .fold(shifted, |sum, (bit, term)| if (top >> bit) & 1 == 1 { sum ^ term } else { sum })
    })
}

fn expanded(prefix: &str) -> Vec<u8> {
    prefix.bytes().map(|byte| byte >> 5).chain([0]).chain(prefix.bytes().map(|byte| byte & 31)).collect()
}

/// Regroups bits, most significant first; what is left over is filled with zero bits.
fn regrouped(bytes: &[u8], from: u32, to: u32) -> (Vec<u8>, u32, u32) {
    let (mut held, mut bits, mut out) = (0_u32, 0_u32, Vec::new());
    for byte in bytes {
        held = ((held << from) | u32::from(*byte)) & 0xfff;
        bits += from;
        while bits >= to {
            bits -= to;
            out.push(u8::try_from((held >> bits) & ((1 << to) - 1)).unwrap_or(0));
        }
    }
    (out, held & ((1 << bits) - 1), bits)
}

/// The text of thirty-two bytes under a prefix in lower case.
pub(super) fn written(prefix: &str, bytes: &[u8; 32]) -> String {
    let (mut words, rest, bits) = regrouped(bytes, 8, 5);
    words.push(u8::try_from(rest << (5 - bits)).unwrap_or(0));
    let sum = polymod(expanded(prefix).into_iter().chain(words.iter().copied()).chain([0; 6])) ^ 1;
    words.extend((0..6).rev().map(|place| u8::try_from((sum >> (5 * place)) & 31).unwrap_or(0)));
    let letters = words.iter().filter_map(|word| ALPHABET.get(usize::from(*word))).map(|letter| char::from(*letter));
    prefix.chars().chain(['1']).chain(letters).collect()
}

/// Reads such a text; upper or lower case, not mixed.
pub(super) fn read(prefix: &str, text: &str) -> Result<[u8; 32], Fault> {
    let wrong =
        || Fault::unreadable(format!("this is not a key that begins with {prefix}1, or a letter of it is wrong"));
    let lower = text.to_ascii_lowercase();
    if text != lower && text != text.to_ascii_uppercase() {
        return Err(wrong());
    }
    let letters = lower.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('1')).ok_or_else(wrong)?;
    let place = |letter: u8| ALPHABET.iter().position(|known| *known == letter).and_then(|at| u8::try_from(at).ok());
    let words: Vec<u8> = letters.bytes().map(place).collect::<Option<_>>().ok_or_else(wrong)?;
    if polymod(expanded(prefix).into_iter().chain(words.iter().copied())) != 1 {
        return Err(wrong());
    }
    let body = words.len().checked_sub(6).and_then(|end| words.get(..end)).ok_or_else(wrong)?;
    let (bytes, rest, bits) = regrouped(body, 5, 8);
    if rest != 0 || bits >= 5 {
        return Err(wrong());
    }
    bytes.try_into().map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_and_a_wrong_letter_is_found() {
        let bytes: [u8; 32] = std::array::from_fn(|place| u8::try_from(place * 7).unwrap());
        let text = written("age", &bytes);
        assert_eq!(read("age", &text).unwrap(), bytes);
        assert_eq!(read("age", &text.to_uppercase()).unwrap(), bytes);
        assert!(read("age-secret-key-", &text).is_err());
        for place in 4..text.len() {
            let mut wrong = text.clone().into_bytes();
            let letter = wrong.get_mut(place).unwrap();
            *letter = if *letter == b'q' { b'p' } else { b'q' };
            assert!(read("age", &String::from_utf8(wrong).unwrap()).is_err(), "letter {place}");
        }
        assert!(read("age", "").is_err() && read("age", "age1").is_err());
    }
}
