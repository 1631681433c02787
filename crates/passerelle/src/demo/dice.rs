//! Chance that follows from the seed alone, so that the same demonstration can be built again.

use app::{Entropy as _, SeededEntropy};

/// A source of small choices.
pub struct Dice(SeededEntropy);

impl Dice {
    /// Dice that always fall alike for one seed.
    pub fn new(seed: u64) -> Self {
        Self(SeededEntropy::new(seed ^ 0x70_61_73_73))
    }

    /// A number below `sides`; 0 if there are none.
    pub fn below(&self, sides: u32) -> u32 {
        let mut bytes = [0_u8; 8];
        // Seeded bytes never run out.
        let _always = self.0.fill(&mut bytes);
        let drawn = u64::from_be_bytes(bytes) % u64::from(sides.max(1));
        u32::try_from(drawn).unwrap_or_default()
    }

    /// A number from `least` to `most`.
    pub fn between(&self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True so often out of a hundred.
    pub fn percent(&self, chance: u32) -> bool {
        self.below(100) < chance
    }

    /// One of a list that is not empty; the first stands in where it is.
    pub fn pick<T: Copy + Default>(&self, list: &[T]) -> T {
        let place = usize::try_from(self.below(u32::try_from(list.len()).unwrap_or(1))).unwrap_or_default();
        list.get(place).copied().unwrap_or_default()
    }
}
