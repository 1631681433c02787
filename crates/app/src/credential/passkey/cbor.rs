//! The part of CBOR (RFC 8949) that authenticators write: the canonical form of CTAP2, in which a length is always known
//! and nothing is nested deeply.
//!
//! Reads and never writes. What is of another form is unreadable: no tags, no fractions, no length left open, no key twice.

/// How deep things may lie in each other: "at most 4 levels" (Client to Authenticator Protocol 2.1, section 8).
const DEEPEST: u8 = 4;

/// A value; texts and bytes stay where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A number from 0.
    Unsigned(u64),
    /// Less than 0: the number of -1 minus this.
    Negative(u64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A text.
    Text(&'a str),
    /// One after the other.
    Array(Vec<Value<'a>>),
    /// Keys, none twice, and what stands under them.
    Map(Vec<(Value<'a>, Value<'a>)>),
    /// False, true, null: 20, 21, 22.
    Simple(u8),
}

impl<'a> Value<'a> {
    /// What stands under a key of a map.
    pub(super) fn at(&self, key: &Value<'_>) -> Option<&Value<'a>> {
        match self {
            Self::Map(pairs) => pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The bytes, if these are some.
    pub(super) fn bytes(&self) -> Option<&'a [u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// Reads one value from the front; the value and what follows it.
pub(super) fn read(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    read_at(bytes, 0)
}

fn read_at(bytes: &[u8], depth: u8) -> Option<(Value<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (number, rest) = number(first & 0x1f, rest)?;
    match first >> 5 {
        0 => Some((Value::Unsigned(number), rest)),
        1 => Some((Value::Negative(number), rest)),
        2 => {
            let (taken, rest) = take(rest, number)?;
            Some((Value::Bytes(taken), rest))
        }
        3 => {
            let (taken, rest) = take(rest, number)?;
            Some((Value::Text(std::str::from_utf8(taken).ok()?), rest))
        }
        4 => {
            let (mut items, mut rest) = (Vec::new(), rest);
            for _ in 0..counted(number, rest, depth)? {
                let (item, after) = read_at(rest, depth + 1)?;
                items.push(item);
                rest = after;
            }
            Some((Value::Array(items), rest))
        }
        5 => {
            let (mut pairs, mut rest): (Vec<(Value<'_>, Value<'_>)>, _) = (Vec::new(), rest);
            for _ in 0..counted(number, rest, depth)? {
                let (key, after) = read_at(rest, depth + 1)?;
                let (value, after) = read_at(after, depth + 1)?;
                if pairs.iter().any(|(known, _)| *known == key) {
                    return None;
                }
                pairs.push((key, value));
                rest = after;
            }
            Some((Value::Map(pairs), rest))
        }
        // What stands in the first byte alone, and is no fraction.
        7 if (20..=22).contains(&(first & 0x1f)) => Some((Value::Simple(first & 0x1f), rest)),
        _ => None,
    }
}

/// How many items follow: no more than there are bytes, and not too deep.
fn counted(number: u64, rest: &[u8], depth: u8) -> Option<usize> {
    let count = usize::try_from(number).ok()?;
    (count <= rest.len() && depth < DEEPEST).then_some(count)
}

/// The number that a first byte begins (RFC 8949, section 3).
fn number(additional: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let width = match additional {
        small @ 0..=23 => return Some((small.into(), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (taken, rest) = take(rest, width)?;
    Some((taken.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), rest))
}

fn take(bytes: &[u8], length: u64) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(hexadecimal: &str) -> Option<Value<'static>> {
        let bytes: &'static [u8] = hex::decode(hexadecimal).unwrap().leak();
        read(bytes).filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
    }

    #[test]
    fn the_examples_of_rfc_8949_are_read() {
        // Appendix A, as far as it is of our form.
        let (two, three) = (Value::Unsigned(2), Value::Unsigned(3));
        for (bytes, value) in [
            ("00", Value::Unsigned(0)),
            ("17", Value::Unsigned(23)),
            ("1818", Value::Unsigned(24)),
            ("1903e8", Value::Unsigned(1000)),
            ("1a000f4240", Value::Unsigned(1_000_000)),
            ("1bffffffffffffffff", Value::Unsigned(u64::MAX)),
            ("20", Value::Negative(0)),
            ("3903e7", Value::Negative(999)),
            ("f4", Value::Simple(20)),
            ("f6", Value::Simple(22)),
            ("40", Value::Bytes(&[])),
            ("4401020304", Value::Bytes(&[1, 2, 3, 4])),
            ("6449455446", Value::Text("IETF")),
            ("62c3bc", Value::Text("ü")),
            ("83010203", Value::Array(vec![Value::Unsigned(1), two.clone(), three.clone()])),
            ("a201020304", Value::Map(vec![(Value::Unsigned(1), two), (three, Value::Unsigned(4))])),
        ] {
            assert_eq!(whole(bytes), Some(value), "{bytes}");
        }
    }

    #[test]
    fn what_is_of_another_form_is_unreadable() {
        for bytes in [
            "",
            "18",
            "1903",
            "44010203",
            "62c3",
            "62c328",
            "830102",
            "a20102",
            "a10102ff",
            "5f42010243030405ff",
            "9fff",
            "bf61610161629f0203ffff",
            "c11a514b67b0",
            "f97e00",
            "fb3ff199999999999a",
            "f7",
            "f0",
            "f818",
            "1c",
            "ff",
            "a201020103",
            "9bffffffffffffffff",
            "5bffffffffffffffff00",
            "818181818100",
        ] {
            assert_eq!(whole(bytes), None, "{bytes}");
        }
        assert!(whole("8181818100").is_some(), "four in each other");
    }

    proptest! {
        #[test]
        fn reading_ends_and_takes_no_more_than_there_is(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Some((_, rest)) = read(&bytes) {
                prop_assert!(rest.len() < bytes.len());
            }
        }
    }
}
