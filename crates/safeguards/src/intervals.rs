//! Sets of half-open stretches of time, in milliseconds: sorted, disjoint, none of them empty.
//!
//! Knows nothing of what they mean.

use domain::{Moment, Span};

/// A stretch `[from, until)`.
pub(crate) type Stretch = (i64, i64);

/// The end of a stretch that goes on.
pub(crate) const OPEN: i64 = i64::MAX;

/// A stretch as people read it: one that goes on has no end.
pub(crate) fn span((from, until): Stretch) -> Span {
    Span { from: Moment::from_millis(from), until: (until != OPEN).then(|| Moment::from_millis(until)) }
}

/// What began at these moments, in their order: each lasts until the next one, and the last until `end`.
pub(crate) fn each_until_next(begins: &[Moment], end: Option<Moment>) -> Vec<Span> {
    let ends = begins.iter().skip(1).copied().map(Some).chain([end]);
    begins.iter().zip(ends).map(|(from, until)| Span { from: *from, until }).collect()
}

/// The union of some stretches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Intervals(Vec<Stretch>);

impl Intervals {
    /// The union; empty and backward stretches vanish, touching ones grow together.
    pub(crate) fn of(stretches: impl IntoIterator<Item = Stretch>) -> Self {
        let mut sorted: Vec<Stretch> = stretches.into_iter().filter(|(from, until)| from < until).collect();
        sorted.sort_unstable();
        let mut union: Vec<Stretch> = Vec::with_capacity(sorted.len());
        for (from, until) in sorted {
            match union.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(until),
                _ => union.push((from, until)),
            }
        }
        Self(union)
    }

    /// Its stretches, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Stretch> {
        self.0.iter().copied()
    }

    pub(crate) fn first(&self) -> Option<Stretch> {
        self.0.first().copied()
    }

    /// The parts of it in `[from, until)`.
    pub(crate) fn pieces(&self, from: i64, until: i64) -> impl Iterator<Item = Stretch> {
        let begin = self.0.partition_point(|stretch| stretch.1 <= from);
        self.0
            .iter()
            .skip(begin)
            .take_while(move |stretch| stretch.0 < until)
            .map(move |stretch| (stretch.0.max(from), stretch.1.min(until)))
    }

    /// How much of `[from, until)` belongs to it.
    pub(crate) fn length(&self, from: i64, until: i64) -> i64 {
        self.pieces(from, until).map(|(from, until)| until - from).sum()
    }

    /// The first beginning at or after this instant.
    pub(crate) fn next_beginning(&self, at: i64) -> Option<i64> {
        let begin = self.0.partition_point(|stretch| stretch.0 < at);
        self.0.get(begin).map(|stretch| stretch.0)
    }

    /// What belongs to both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().flat_map(|&(from, until)| other.pieces(from, until)).collect())
    }

    /// What belongs to this and not to the other.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let mut left = Vec::with_capacity(self.0.len());
        for &(from, until) in &self.0 {
            let mut cursor = from;
            for (begin, end) in other.pieces(from, until) {
                if cursor < begin {
                    left.push((cursor, begin));
                }
                cursor = end;
            }
            if cursor < until {
                left.push((cursor, until));
            }
        }
        Self(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_stretches_grow_together_and_backward_ones_vanish() {
        let union = Intervals::of([(5, 9), (0, 3), (3, 5), (20, 10), (12, 12)]);
        assert_eq!(union.iter().collect::<Vec<_>>(), [(0, 9)]);
        assert_eq!(union.length(2, 100), 7);
    }

    #[test]
    fn what_is_left_out_is_left_out_exactly() {
        let all = Intervals::of([(0, 10), (20, 30)]);
        let some = Intervals::of([(2, 4), (8, 22), (30, 40)]);
        assert_eq!(all.without(&some).iter().collect::<Vec<_>>(), [(0, 2), (4, 8), (22, 30)]);
        assert_eq!(all.and(&some).iter().collect::<Vec<_>>(), [(2, 4), (8, 10), (20, 22)]);
        assert_eq!(all.next_beginning(1), Some(20));
        assert_eq!(all.next_beginning(20), Some(20));
        assert_eq!(all.next_beginning(21), None);
    }
}
