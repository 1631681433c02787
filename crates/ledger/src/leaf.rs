//! A leaf: the 73 bytes the tree is built over.
//!
//! It holds nothing personal and can never be erased; what it commits to can.

use crate::commitment::Commitment;
use crate::error::Error;
use crate::hash::Hash;

/// First byte of every leaf of this format.
pub const FORMAT: u8 = 0x01;

/// One leaf: when it was recorded and what it commits to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// When the act was recorded, in milliseconds since the Unix epoch, UTC. Never decreases along a ledger.
    pub recorded_at: u64,
    /// Commitment to the envelope.
    pub envelope: Commitment,
    /// Commitment to the body.
    pub body: Commitment,
}

impl Leaf {
    /// Length of a leaf in bytes.
    pub const LENGTH: usize = 1 + 8 + 32 + 32;

    /// The bytes that are hashed, and served in entry bundles.
    pub fn to_bytes(&self) -> [u8; Self::LENGTH] {
        let mut bytes = [FORMAT; Self::LENGTH];
        let fields = [&self.recorded_at.to_be_bytes()[..], &self.envelope.0, &self.body.0];
        for (place, byte) in bytes.iter_mut().skip(1).zip(fields.into_iter().flatten()) {
            *place = *byte;
        }
        bytes
    }

    /// Reads a leaf; any other length or format is refused.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let wrong_length = || Error::LeafLength(bytes.len());
        let bytes: &[u8; Self::LENGTH] = bytes.try_into().map_err(|_| wrong_length())?;
        let (format, rest) = bytes.split_first().ok_or_else(wrong_length)?;
        if *format != FORMAT {
            return Err(Error::LeafFormat(*format));
        }
        let (recorded_at, rest) = rest.split_first_chunk::<8>().ok_or_else(wrong_length)?;
        let (envelope, rest) = rest.split_first_chunk::<32>().ok_or_else(wrong_length)?;
        let (body, _) = rest.split_first_chunk::<32>().ok_or_else(wrong_length)?;
        Ok(Self {
            recorded_at: u64::from_be_bytes(*recorded_at),
            envelope: Commitment(*envelope),
            body: Commitment(*body),
        })
    }

    /// The leaf hash of RFC 6962.
    pub fn hash(&self) -> Hash {
        Hash::of_leaf(&self.to_bytes())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_leaf_reads_back_as_written(recorded_at: u64, envelope: [u8; 32], body: [u8; 32]) {
            let leaf = Leaf { recorded_at, envelope: Commitment(envelope), body: Commitment(body) };
            prop_assert_eq!(Leaf::from_bytes(&leaf.to_bytes()), Ok(leaf));
        }

        #[test]
        fn what_reads_as_a_leaf_writes_the_same_bytes(bytes in prop::collection::vec(any::<u8>(), 70..76), first in 0u8..3) {
            let mut bytes = bytes;
            bytes[0] = first;
            if let Ok(leaf) = Leaf::from_bytes(&bytes) {
                prop_assert_eq!(leaf.to_bytes().to_vec(), bytes);
            }
        }
    }

    #[test]
    fn other_lengths_and_formats_are_refused() {
        assert_eq!(Leaf::from_bytes(&[1; 72]), Err(Error::LeafLength(72)));
        assert_eq!(Leaf::from_bytes(&[]), Err(Error::LeafLength(0)));
        assert_eq!(Leaf::from_bytes(&[2; 73]), Err(Error::LeafFormat(2)));
    }
}
