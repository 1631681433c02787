//! A small set of parts, as long as a machine word.

use std::fmt;

use domain::Part;

/// Some of the parts of what is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PartSet(u32);

impl PartSet {
    /// No part.
    pub const EMPTY: Self = Self(0);

    /// Is this part among them?
    pub const fn contains(self, part: Part) -> bool {
        self.0 & bit(part) != 0
    }

    /// Is there none?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// These and this one.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self(self.0 | bit(part))
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Is everything in this one also in the other?
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The parts, in the order of the list of parts.
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.iter().copied().filter(move |part| self.contains(*part))
    }
}

const fn bit(part: Part) -> u32 {
    1 << part as u32
}

// INVARIANT: every part has a bit of its own.
const _: () = assert!(Part::ALL.len() <= u32::BITS as usize);

impl FromIterator<Part> for PartSet {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        parts.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl fmt::Debug for PartSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_into_it_and_nothing_else() {
        for &part in Part::ALL {
            let alone = PartSet::EMPTY.with(part);
            assert_eq!(alone.iter().collect::<Vec<_>>(), [part]);
            assert_eq!(alone.len(), 1);
        }
        let all: PartSet = Part::ALL.iter().copied().collect();
        assert_eq!(all.len(), Part::ALL.len());
        assert!(all.without(all).is_empty());
    }

    #[test]
    fn sets_join_meet_and_leave_out() {
        let plan = PartSet::EMPTY.with(Part::Plan).with(Part::Identity);
        let care = PartSet::EMPTY.with(Part::Plan).with(Part::Release);
        assert_eq!(plan.intersection(care), PartSet::EMPTY.with(Part::Plan));
        assert_eq!(plan.without(care), PartSet::EMPTY.with(Part::Identity));
        assert_eq!(plan.union(care).len(), 3);
        assert!(plan.is_within(plan.union(care)) && !plan.is_within(care));
    }
}
