//! `drill restore`: an installation is backed up while it is written to, then lost; another is put together from the two
//! backups and one private key, somewhere else.
//!
//! Every act up to the head of the backup must be there. A wrong key, a backup that was cut short or changed, and the two
//! files exchanged must be refused, and leave nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use app::SystemEntropy;
use app::backup::{self, Identity, Recipients, Restored, Restoring};
use app::installation::Place;
use rusqlite::{Connection, OpenFlags};

use super::base::{self, Base};
use super::chance::Chance;
use super::{Common, Promise, child};
use crate::watch::{millis, start};

/// What to do.
#[derive(clap::Args)]
pub struct Restore {
    #[command(flatten)]
    common: Common,
    /// Backups, each of more acts than the one before.
    #[arg(long, default_value_t = 10)]
    rounds: u64,
    /// Cases.
    #[arg(long, default_value_t = 200)]
    people: usize,
}

/// The ids of the first acts of a log, in order.
fn acts(data: &Path, most: u64) -> anyhow::Result<Vec<Vec<u8>>> {
    let file = Connection::open_with_flags(data.join("casework.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut rows = file.prepare("select id from act where seq < $1 order by seq")?;
    let most = i64::try_from(most)?;
    Ok(rows.query_map([most], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The files of one backup, and who may open them.
struct Kept {
    data: PathBuf,
    keys: PathBuf,
    identity: Identity,
}

impl Kept {
    fn restore(&self, to: &Path) -> Result<Restored, app::Refusal> {
        restored((&self.data, &self.keys, &self.identity), to)
    }
}

fn restored((data, keys, identity): (&Path, &Path, &Identity), to: &Path) -> Result<Restored, app::Refusal> {
    let opening = crate::house::opening(app::StoreSettings::default());
    backup::restore(&Restoring { data, keys, identity }, &Place::new(to), &opening)
}

/// Backs up, loses, restores.
pub fn run(asked: &Restore) -> anyhow::Result<()> {
    println!("restore: seed {}, {} rounds, {} cases", asked.common.seed, asked.rounds, asked.people);
    let folder = tempfile::tempdir()?;
    let above = folder.path();
    let base = Base::make(above, asked.people)?;
    let data = above.join("drilled");
    base.copy_to(&data)?;
    let mut chance = Chance::new(asked.common.seed, 4);
    let (mut refused, mut longest, mut leaves, mut bytes) = (0_u64, 0.0_f64, 0, 0);
    for round in 0..asked.rounds {
        let kept = written_to_while_backed_up(&data, &base, above, round)?;
        let to = above.join(format!("elsewhere-{round}"));
        let begun = start();
        let again = kept.restore(&to).context("the restore")?;
        longest = longest.max(begun.elapsed().as_secs_f64());
        (leaves, bytes) = (again.leaves, fs::metadata(&kept.data)?.len());
        let (mut was, is) = (acts(&data, again.leaves)?, acts(&to, u64::MAX >> 1)?);
        if asked.common.promise() == Promise::Broken {
            // An act that was there before the backup and that no restore brings.
            was.push(vec![0; 16]);
        }
        ensure!(was == is, "round {round}: the acts up to the head of the backup are not those that came back");
        base::open(&to)?.examine()?;
        fs::remove_dir_all(&to)?;
        refused += refuses(&kept, &to, &mut chance)?;
        println!("round {round}: {leaves} leaves in {:.0} ms", millis(begun.elapsed()));
        fs::remove_file(&kept.data)?;
        fs::remove_file(&kept.keys)?;
    }
    println!(
        "restore: {} restores, the last of {leaves} leaves from {bytes} bytes, the longest {:.0} ms; every act up to the head \
         of each backup came back; {refused} wrong keys, changed, shortened and exchanged archives refused, none taken",
        asked.rounds,
        longest * 1e3
    );
    Ok(())
}

/// Backs up data and keys while somebody writes.
fn written_to_while_backed_up(data: &Path, base: &Base, above: &Path, round: u64) -> anyhow::Result<Kept> {
    let app = base::open(data)?;
    let (operator, oversight) = (Identity::draw(&SystemEntropy)?, Identity::draw(&SystemEntropy)?);
    let recipients = Recipients::new(operator.recipient(), oversight.recipient())?;
    let kept = Kept {
        data: above.join(format!("data-{round}.backup")),
        keys: above.join(format!("keys-{round}.backup")),
        identity: if round.is_multiple_of(2) { operator } else { oversight },
    };
    let opening = crate::house::opening(app::StoreSettings::default());
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for case in &base.cast.cases {
                app.perform(&base.cast.health(), &app::Deed::one(*case, child::visit()))?;
            }
            Ok::<(), app::Refusal>(())
        });
        backup::back_up(&Place::new(data), &opening, &recipients, &kept.data)?;
        backup::back_up_keys(&Place::new(data), &opening, &recipients, &kept.keys)?;
        writing.join().map_err(|_| anyhow::anyhow!("the writer panicked"))??;
        anyhow::Ok(())
    })?;
    Ok(kept)
}

/// What must not be taken; how many were tried.
fn refuses(kept: &Kept, to: &Path, chance: &mut Chance) -> anyhow::Result<u64> {
    let stranger = Identity::draw(&SystemEntropy)?;
    let (data, keys) = (fs::read(&kept.data)?, fs::read(&kept.keys)?);
    let wrong = kept.data.with_extension("wrong");
    let mut tried = 0;
    let mut must_refuse = |what: &str, outcome: Result<Restored, app::Refusal>| -> anyhow::Result<()> {
        ensure!(outcome.is_err(), "{what} was taken");
        ensure!(!to.join("casework.db").exists(), "{what} was refused, and left something behind");
        tried += 1;
        Ok(())
    };
    must_refuse("a wrong key", restored((&kept.data, &kept.keys, &stranger), to))?;
    must_refuse("two files that were exchanged", restored((&kept.keys, &kept.data, &kept.identity), to))?;
    must_refuse("data in the place of keys", restored((&kept.data, &kept.data, &kept.identity), to))?;
    for (bytes, other, is_data) in [(&data, &kept.keys, true), (&keys, &kept.data, false)] {
        for shortened in [true, false] {
            let mut bytes = bytes.clone();
            let at = chance.index(bytes.len());
            if shortened {
                bytes.truncate(at);
            } else if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
            fs::write(&wrong, &bytes)?;
            let files = if is_data { (wrong.as_path(), other.as_path()) } else { (other.as_path(), wrong.as_path()) };
            let what = format!("an archive {} at byte {at}", if shortened { "cut short" } else { "changed" });
            must_refuse(&what, restored((files.0, files.1, &kept.identity), to))?;
        }
    }
    fs::remove_file(&wrong)?;
    Ok(tried)
}
