//! Questions to the table. Whatever the table does not say is denied.

use domain::{Action, Capacity, Ground, Part, Strength};

use crate::PartSet;
use crate::table::ROWS;

/// One line of the table: on this ground, this capacity may do this to these parts.
pub(crate) struct Row {
    /// Who.
    capacity: Capacity,
    /// Why.
    ground: Ground,
    /// With a session of any of these strengths.
    strengths: &'static [Strength],
    /// What is done.
    action: Action,
    /// To which parts.
    parts: &'static [Part],
}

/// A session of whatever strength.
pub(crate) const ANY: &[Strength] = Strength::ALL;

/// Writes one line of the table.
pub(crate) const fn row(
    capacity: Capacity,
    ground: Ground,
    strengths: &'static [Strength],
    action: Action,
    parts: &'static [Part],
) -> Row {
    Row { capacity, ground, strengths, action, parts }
}

/// May this capacity, on this ground, do this to this part?
pub fn allows(capacity: Capacity, ground: Ground, part: Part, action: Action, strength: Strength) -> bool {
    parts(capacity, ground, action, strength).contains(part)
}

/// The parts to which this capacity, on this ground, may do this.
pub fn parts(capacity: Capacity, ground: Ground, action: Action, strength: Strength) -> PartSet {
    CELLS.get(cell(capacity, ground, action, strength)).copied().unwrap_or(PartSet::EMPTY)
}

/// The grounds on which this capacity may do this to this part: what a list or a count selects rows by.
pub fn grounds(capacity: Capacity, part: Part, action: Action, strength: Strength) -> impl Iterator<Item = Ground> {
    Ground::ALL.iter().copied().filter(move |ground| allows(capacity, *ground, part, action, strength))
}

/// The table laid out for one look-up per question: a cell holds parts, a cell that no row names holds none.
static CELLS: [PartSet; CELL_COUNT] = lay_out();

const CELL_COUNT: usize = Capacity::ALL.len() * Ground::ALL.len() * Action::ALL.len() * Strength::ALL.len();

const fn cell(capacity: Capacity, ground: Ground, action: Action, strength: Strength) -> usize {
    let row = capacity as usize * Ground::ALL.len() + ground as usize;
    (row * Action::ALL.len() + action as usize) * Strength::ALL.len() + strength as usize
}

#[expect(clippy::large_stack_arrays, reason = "it is laid out by the compiler, on no stack of ours")]
const fn lay_out() -> [PartSet; CELL_COUNT] {
    let mut cells = [PartSet::EMPTY; CELL_COUNT];
    let mut rows = ROWS;
    while let [row, later @ ..] = rows {
        let mut parts = row.parts;
        let mut named = PartSet::EMPTY;
        while let [part, others @ ..] = parts {
            named = named.with(*part);
            parts = others;
        }
        let mut strengths = row.strengths;
        while let [strength, others @ ..] = strengths {
            let at = cell(row.capacity, row.ground, row.action, *strength);
            if let Some((_, [cell, ..])) = cells.split_at_mut_checked(at) {
                *cell = cell.union(named);
            }
            strengths = others;
        }
        rows = later;
    }
    cells
}
