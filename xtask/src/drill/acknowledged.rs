//! What a broken process had answered, and whether the installation it left behind knows all of it, once.
//!
//! The words come through a pipe, which outlives the process. The rows are read by SQL of the drill's own, and the log is
//! checked by the product as `passerelle verify` does.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use app::{App, Deed};
use domain::{ActId, CaseId};
use ledger::checkpoint::Checkpoint;
use ledger::note::{Note, VerifierKey};
use ledger::tile::{self, Row, TilePath};
use rusqlite::{Connection, OpenFlags};

use super::base::{self, Cast};
use super::child::{acts, key, visit};

/// What one writer was answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered {
    /// Acts, by id where it was said.
    pub acts: Vec<Option<ActId>>,
    /// Looks.
    pub looks: u64,
}

impl Answered {
    /// The step that was under way, or about to be, when the process ended.
    fn next(&self) -> u64 {
        u64::try_from(self.acts.len()).unwrap_or(u64::MAX).saturating_add(self.looks)
    }
}

/// Everything a process said.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// By writer.
    pub writers: BTreeMap<usize, Answered>,
    /// Checkpoints that were handed out.
    pub checkpoints: Vec<String>,
    /// Did it open the installation?
    pub ready: bool,
    /// Writes that were taken back when its power was cut.
    pub cut: Option<u64>,
}

impl Words {
    /// Takes one line.
    pub fn take(&mut self, line: &str) -> anyhow::Result<()> {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["ready"] => self.ready = true,
            ["cut", _, taken_back] => self.cut = Some(taken_back.parse()?),
            ["act", writer, _, act] => {
                self.writers.entry(writer.parse()?).or_default().acts.push(act.parse().ok());
            }
            ["look", writer, ..] => self.writers.entry(writer.parse()?).or_default().looks += 1,
            ["checkpoint", text] => self.checkpoints.push(String::from_utf8(hex::decode(text)?)?),
            _ => bail!("a line that means nothing: {line}"),
        }
        Ok(())
    }

    /// Answers in all.
    pub fn answers(&self) -> u64 {
        self.writers.values().map(Answered::next).sum()
    }
}

/// A child and what it says.
pub struct Broken {
    child: Child,
    lines: Receiver<String>,
    words: Words,
}

impl Broken {
    /// Starts it.
    pub fn start(mut command: Command) -> anyhow::Result<Self> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let out = child.stdout.take().context("its standard output")?;
        let (say, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if say.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, lines, words: Words::default() })
    }

    /// Waits until it has opened the installation, but no longer than this.
    pub fn wait_until_ready(&mut self, most: Duration) -> anyhow::Result<()> {
        match self.lines.recv_timeout(most) {
            Ok(line) => self.words.take(&line),
            Err(_) => Ok(()),
        }
    }

    /// Kills it now, and takes in what it had said.
    pub fn kill(mut self) -> anyhow::Result<Words> {
        // Nothing to kill when it ended by itself, which the words then show.
        let _ended = self.child.kill();
        self.take_in()
    }

    /// Waits until it ends by itself, and takes in what it had said.
    pub fn wait(self) -> anyhow::Result<Words> {
        self.take_in()
    }

    fn take_in(mut self) -> anyhow::Result<Words> {
        // Ends when the pipe is closed, which it is once the process is gone.
        for line in &self.lines {
            self.words.take(&line)?;
        }
        self.child.wait()?;
        Ok(self.words)
    }
}

/// What stands in the ledger, case by case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Visits, by case.
    pub acts: BTreeMap<CaseId, BTreeSet<ActId>>,
    /// Looks, by case.
    pub looks: BTreeMap<CaseId, u64>,
}

impl Standing {
    /// Reads it by SQL alone, while nobody or anybody has the installation open.
    pub fn read(data: &Path) -> anyhow::Result<Self> {
        let file = Connection::open_with_flags(data.join("casework.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut standing = Self::default();
        let mut rows = file.prepare(
            "select id, stream, kind from act where kind in ('measure.health_visited', 'look.consulted') order by seq",
        )?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let case = CaseId::from_bytes(row.get(1)?);
            if row.get::<_, String>(2)? == "look.consulted" {
                *standing.looks.entry(case).or_default() += 1;
            } else {
                let act = ActId::from_bytes(row.get(0)?);
                ensure!(standing.acts.entry(case).or_default().insert(act), "act {act} stands there twice");
            }
        }
        Ok(standing)
    }

    fn of(&self, case: CaseId) -> (BTreeSet<ActId>, u64) {
        (self.acts.get(&case).cloned().unwrap_or_default(), self.looks.get(&case).copied().unwrap_or(0))
    }
}

/// What was not kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lost {
    /// Acts that were answered and do not stand there.
    pub acts: u64,
    /// Looks that were answered and do not stand there.
    pub looks: u64,
    /// Acts or looks that nobody asked for, or that stand there twice.
    pub more: u64,
}

impl Lost {
    /// Nothing?
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Adds up.
    pub fn add(&mut self, other: Self) {
        self.acts += other.acts;
        self.looks += other.looks;
        self.more += other.more;
    }
}

/// Compares what stands there with what was answered since `before`. What was under way may stand there or not.
pub fn lost(cases: &[CaseId], before: &Standing, words: &Words, after: &Standing) -> Lost {
    let mut lost = Lost::default();
    for (writer, case) in cases.iter().enumerate() {
        let answered = words.writers.get(&writer).cloned().unwrap_or_default();
        let ((acts_before, looks_before), (acts_now, looks_now)) = (before.of(*case), after.of(*case));
        let under_way = answered.next();
        let said: BTreeSet<ActId> = answered.acts.iter().flatten().copied().collect();
        let gone = acts_before.union(&said).filter(|act| !acts_now.contains(act)).count();
        let expected = acts_before.len() + answered.acts.len();
        // An act whose id was not said can only be counted.
        let missing = gone.max(expected.saturating_sub(acts_now.len()));
        lost.acts += u64::try_from(missing).unwrap_or(u64::MAX);
        let spare = usize::from(acts(under_way));
        lost.more += u64::try_from(acts_now.len().saturating_sub(expected + spare)).unwrap_or(u64::MAX);
        let expected = looks_before + answered.looks;
        lost.looks += expected.saturating_sub(looks_now);
        lost.more += looks_now.saturating_sub(expected + u64::from(!acts(under_way)));
    }
    lost
}

/// What a process left behind, opened again.
pub struct Left<'a> {
    /// Where.
    pub data: &'a Path,
    /// Who acts.
    pub cast: &'a Cast,
    /// What stood there before the process began.
    pub before: &'a Standing,
    /// What it said.
    pub words: &'a Words,
    /// Its round.
    pub round: u64,
}

/// What was found of it.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Words that were not kept.
    pub lost: Lost,
    /// Why the installation is not whole, if it is not.
    pub broken: Option<String>,
    /// What stands there now.
    pub standing: Standing,
    /// How long the installation took to open again.
    pub opened_in: Duration,
}

impl Found {
    /// Were all words kept?
    pub fn is_well(&self) -> bool {
        self.lost.is_nothing() && self.broken.is_none()
    }
}

impl Left<'_> {
    /// Opens the installation again, checks the whole of it, and does again what was under way: that must give one act,
    /// whether or not it had been written.
    pub fn judge(&self) -> anyhow::Result<Found> {
        let begun = crate::watch::start();
        let opened = base::open(self.data);
        let mut found = Found { opened_in: begun.elapsed(), ..Found::default() };
        let app = match opened {
            Ok(app) => app,
            Err(error) => {
                found.broken = Some(format!("it does not open: {error:#}"));
                return Ok(found);
            }
        };
        if let Err(bad) = app.examine() {
            found.broken = Some(bad.to_string());
        }
        found.standing = Standing::read(self.data)?;
        found.lost = lost(&self.cast.cases, self.before, self.words, &found.standing);
        for checkpoint in &self.words.checkpoints {
            if let Err(error) = goes_on(&app, checkpoint) {
                found.broken = Some(format!("a checkpoint that was handed out: {error:#}"));
            }
        }
        if found.is_well() {
            self.repeat(&app, &mut found)?;
        }
        Ok(found)
    }

    fn repeat(&self, app: &App, found: &mut Found) -> anyhow::Result<()> {
        for (writer, case) in self.cast.cases.iter().enumerate() {
            let answered = self.words.writers.get(&writer).cloned().unwrap_or_default();
            let step = answered.next();
            if !acts(step) {
                continue;
            }
            let deed = Deed { once: Some(key(self.round, writer, step)), ..Deed::one(*case, visit()) };
            let receipt = app.perform(&self.cast.health(), &deed)?;
            let act = *receipt.acts.first().context("an act")?;
            let acts = found.standing.acts.entry(*case).or_default();
            // Recognised if and only if it had been written, and then it is the act that stands there.
            if acts.insert(act) == receipt.repeated {
                found.broken = Some(format!("act {act}, done again with its key, is not one act"));
            }
        }
        let now = Standing::read(self.data)?;
        if now != found.standing {
            found.broken = Some("what was done again does not stand there once".to_owned());
        }
        Ok(())
    }
}

/// Does the log go on from a checkpoint that was handed out?
pub fn goes_on(app: &App, handed_out: &str) -> anyhow::Result<()> {
    let key = VerifierKey::parse(&app.about().verifier_key)?;
    let older = Checkpoint::open(&Note::parse(handed_out)?, &key)?;
    let newer = Checkpoint::open(&Note::parse(&app.checkpoint())?, &key)?;
    ensure!(older.size <= newer.size, "it covers {} leaves, the log has {}", older.size, newer.size);
    if older.size == 0 {
        return Ok(());
    }
    let hashes = |level, number| {
        let path = TilePath::new(Row::Hashes(level), number, tile::width(newer.size, level, number)?).ok()?;
        tile::hashes(&app.tile(&path.to_string()).ok()??).ok()
    };
    let path = ledger::proof::consistency(newer.size, older.size, hashes)?;
    Ok(ledger::proof::verify_consistency(newer.size, &newer.root, older.size, &older.root, &path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(number: u8) -> ActId {
        ActId::from_bytes([number; 16])
    }

    fn standing(acts: &[u8], looks: u64) -> Standing {
        let case = CaseId::from_bytes([1; 16]);
        Standing {
            acts: BTreeMap::from([(case, acts.iter().copied().map(act).collect())]),
            looks: BTreeMap::from([(case, looks)]),
        }
    }

    fn judged(before: &Standing, said: &[&str], after: &Standing) -> (u64, u64, u64) {
        let mut words = Words::default();
        for line in said {
            words.take(line).unwrap();
        }
        let lost = lost(&[CaseId::from_bytes([1; 16])], before, &words, after);
        (lost.acts, lost.looks, lost.more)
    }

    #[test]
    fn what_was_answered_must_stand_there_and_what_was_under_way_may() {
        let said = format!("act 0 0 {}", act(2));
        let said = [said.as_str(), "look 0 1 -"];
        let before = standing(&[1], 4);
        assert_eq!(judged(&before, &said, &standing(&[1, 2], 5)), (0, 0, 0));
        assert_eq!(judged(&before, &said, &standing(&[1, 2, 3], 5)), (0, 0, 0), "the next act was under way");
        assert_eq!(judged(&before, &said, &standing(&[1, 2], 6)), (0, 0, 1), "no look was");
        assert_eq!(judged(&before, &said, &standing(&[1, 2, 3, 4], 5)), (0, 0, 1));
        assert_eq!(judged(&before, &said, &standing(&[1, 3], 4)), (1, 1, 0), "another act does not stand for it");
        assert_eq!(judged(&before, &said, &standing(&[2], 5)), (1, 0, 0), "nor may an older one be gone");
        assert_eq!(judged(&before, &["act 0 0 ?"], &standing(&[1], 4)), (1, 0, 0), "a word before the act is a lie");
        assert_eq!(judged(&before, &["act 0 0 ?", "look 0 1 ?"], &standing(&[1, 2], 4)), (0, 1, 0));
    }

    #[test]
    fn half_a_line_is_no_word() {
        assert!(Words::default().take("act 0").is_err());
    }
}
