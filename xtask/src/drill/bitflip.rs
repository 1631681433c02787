//! `drill bitflip`: one bit of the database file is another, many times, at random places.
//!
//! Every flip must be found — the installation does not open, or `examine` (what `passerelle verify` asks) says so — or be
//! in a place that says nothing: then every row of every table, read with the bit flipped, is what it was. Nothing may read
//! differently and be called good.
//!
//! Working state — sessions, hashes of passwords, keys of repeated requests — is no part of the ledger and nothing repeats
//! it, so a flip there can pass. It is counted by itself, and a run fails if any other table is touched unseen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};

use super::base::{self, Base, Cast};
use super::chance::Chance;
use super::{Common, Promise, child};

/// What to do.
#[derive(clap::Args)]
pub struct BitFlip {
    #[command(flatten)]
    common: Common,
    /// Flips.
    #[arg(long, default_value_t = 1_000)]
    rounds: u64,
    /// Cases, with a few acts and looks each.
    #[arg(long, default_value_t = 24)]
    people: usize,
}

/// Tables whose rows nothing repeats and that are no part of the ledger.
const WORKING: &[&str] = &[
    "code_card",
    "credential",
    "due",
    "kept_form",
    "passkey",
    "passkey_challenge",
    "performed",
    "session",
    "sign_in_failure",
    "token_secret",
];

/// A digest of the rows of each table, and of the tables there are.
type Content = BTreeMap<String, [u8; 32]>;

/// Flips.
pub fn run(asked: &BitFlip) -> anyhow::Result<()> {
    println!("bitflip: seed {}, {} flips", asked.common.seed, asked.rounds);
    let folder = tempfile::tempdir()?;
    let base = Base::make(folder.path(), asked.people)?;
    let whole = folder.path().join("whole");
    base.copy_to(&whole)?;
    fill(&whole, &base.cast)?;
    let file = fs::read(whole.join("casework.db"))?;
    let content = content(&whole)?;
    base::open(&whole)?.examine()?;
    let data = folder.path().join("drilled");
    let mut chance = Chance::new(asked.common.seed, 3);
    let (mut refused, mut found, mut nothing) = (0_u64, 0_u64, 0_u64);
    let mut working: BTreeMap<String, u64> = BTreeMap::new();
    let mut silent = Vec::new();
    for round in 0..asked.rounds {
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        base::copy(&whole, &data)?;
        let mut flipped = file.clone();
        let (at, bit) = (chance.index(flipped.len()), chance.below(8));
        *flipped.get_mut(at).context("a byte")? ^= 1 << bit;
        fs::write(data.join("casework.db"), &flipped)?;
        // Read before the program touches it, for a start may write.
        let differing = differing(&content, content_of(&data));
        let seen = match base::open(&data) {
            Err(_) => {
                refused += 1;
                continue;
            }
            Ok(app) => asked.common.promise() == Promise::Kept && app.examine().is_err(),
        };
        match differing.as_slice() {
            _ if seen => found += 1,
            [] => nothing += 1,
            [table] if WORKING.contains(&table.as_str()) => *working.entry(table.clone()).or_default() += 1,
            tables => silent.push(format!("round {round}, byte {at}, bit {bit}: {}", tables.join(", "))),
        }
        if (round + 1) % 200 == 0 {
            println!(
                "{} flips: {refused} refused, {found} found, {nothing} in nothing, {working:?}, {silent:?}",
                round + 1
            );
        }
    }
    for line in &silent {
        println!("SILENT {line}");
    }
    println!(
        "bitflip: {} flips of a file of {} bytes: {refused} refused at the start, {found} found, {nothing} in places that say \
         nothing, {} in working state ({working:?}), {} silent",
        asked.rounds,
        file.len(),
        working.values().sum::<u64>(),
        silent.len()
    );
    ensure!(found > 0, "nothing was found: nothing was drilled");
    ensure!(silent.is_empty(), "a flip went unseen in {} places", silent.len());
    Ok(())
}

/// Acts and looks, so that there are rows of every kind in tables of more than one page.
fn fill(data: &Path, cast: &Cast) -> anyhow::Result<()> {
    let app = base::open(data)?;
    for case in &cast.cases {
        for step in 0..6 {
            let once = Some(format!("{}-{case}", child::key(0, 0, step)));
            let deed = app::Deed { once, ..app::Deed::one(*case, child::visit()) };
            app.perform(&cast.health(), &deed)?;
            app.case(&cast.manager(), *case, domain::look::Purpose::Casework)?;
        }
    }
    Ok(())
}

fn content(data: &Path) -> anyhow::Result<Content> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let file = Connection::open_with_flags(data.join("casework.db"), flags)?;
    let mut tables = file.prepare("select name, sql from sqlite_schema order by name")?;
    let tables: Vec<(String, Option<String>)> =
        tables.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut content = Content::new();
    for (name, sql) in tables {
        let mut digest = Sha256::new();
        digest.update(format!("{sql:?}"));
        let is_table = sql.as_ref().is_some_and(|sql| sql.to_lowercase().starts_with("create table"));
        if is_table {
            // As the rows stand, and not as an index has them.
            let mut rows = file.prepare(&format!("select * from {name} not indexed order by rowid"))?;
            let columns = rows.column_count();
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    match row.get_ref(column)? {
                        ValueRef::Null => digest.update([0]),
                        ValueRef::Integer(number) => digest.update([&[1][..], &number.to_be_bytes()].concat()),
                        ValueRef::Real(number) => digest.update([&[2][..], &number.to_be_bytes()].concat()),
                        ValueRef::Text(bytes) => {
                            digest.update([&[3][..], &bytes.len().to_be_bytes(), bytes].concat());
                        }
                        ValueRef::Blob(bytes) => {
                            digest.update([&[4][..], &bytes.len().to_be_bytes(), bytes].concat());
                        }
                    }
                }
            }
        }
        content.insert(name, digest.finalize().into());
    }
    Ok(content)
}

/// What can be read of it; nothing if it cannot be read through.
fn content_of(data: &Path) -> Option<Content> {
    content(data).ok()
}

/// The tables that read differently. A file that cannot be read through differs in everything.
fn differing(before: &Content, after: Option<Content>) -> Vec<String> {
    let Some(after) = after else { return vec!["the whole file".to_owned(), "which cannot be read".to_owned()] };
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_reads_differently_is_named_and_a_file_that_cannot_be_read_is_not_the_same() {
        let before = Content::from([("act".to_owned(), [1; 32]), ("tile".to_owned(), [2; 32])]);
        assert!(differing(&before, Some(before.clone())).is_empty());
        let after = Content::from([("act".to_owned(), [1; 32]), ("tile".to_owned(), [3; 32])]);
        assert_eq!(differing(&before, Some(after)), ["tile"]);
        assert!(!differing(&before, None).is_empty());
    }
}
