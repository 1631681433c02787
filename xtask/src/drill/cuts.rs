//! What many cuts came to, whatever was cut: counted, told now and then, and held against every word that was given.

use super::acknowledged::{Found, Lost, Standing, Words};

/// How a run of cuts ended.
#[derive(Debug, Default)]
pub struct Cuts {
    /// Answers that were given before.
    pub answers: u64,
    /// Cuts.
    pub done: u64,
    /// Writes that were taken back, if the drill counts them.
    pub taken_back: u64,
    /// Cuts after which something was missing.
    pub losing: u64,
    /// What was missing, or too many.
    pub lost: Lost,
    /// What could not be opened, or did not hold together, and why.
    pub broken: Vec<String>,
}

impl Cuts {
    /// Takes in what was found after one cut; what stands now, if all is well. `durability` is what the child was asked for: of one that does
    /// not wait for the disk losses are expected, and not told.
    pub fn take(&mut self, round: u64, durability: &str, words: &Words, found: Found) -> Option<Standing> {
        self.done += 1;
        self.answers += words.answers();
        self.taken_back += words.cut.unwrap_or(0);
        let well = found.is_well();
        self.losing += u64::from(!well);
        if !well && durability == "full" {
            println!("round {round}: {:?} {:?}", found.lost, found.broken);
        }
        self.lost.add(found.lost);
        self.broken.extend(found.broken.map(|why| format!("round {round}: {why}")));
        if self.done.is_multiple_of(50) {
            println!(
                "{} cuts, {} answers, lost {:?}, broken {}",
                self.done,
                self.answers,
                self.lost,
                self.broken.len()
            );
        }
        well.then_some(found.standing)
    }
}
