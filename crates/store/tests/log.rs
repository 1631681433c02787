//! How long the write-ahead log gets, and when it is moved into the database.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

use store::{Duties, Error, Schema, Store, Writer};
use tempfile::TempDir;

const SCHEMA: Schema<'static> =
    Schema { application_id: 1, steps: &[&["create table kept (id {i64} primary key, text text not null) {strict}"]] };
const MIB: u64 = 1024 * 1024;

/// Tells when the writer rests.
struct Rest(mpsc::Sender<i64>);

impl Duties for Rest {
    type State = i64;

    fn at_rest(&mut self, last: &i64) {
        let _ = self.0.send(*last);
    }
}

fn open() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("log.db"), &SCHEMA).unwrap();
    (folder, store)
}

fn log_length(folder: &TempDir) -> u64 {
    std::fs::metadata(folder.path().join("log.db-wal")).unwrap().len()
}

/// Changes twenty rows in turn, so that the log grows and the database does not.
fn change(writer: &Writer<i64>, turn: i64, length: usize) {
    let text = format!("specimen {turn:03} ").repeat(length / 13);
    let sql = "insert into kept (id, text) values ($1, $2) on conflict (id) do update set text = excluded.text";
    let changed = writer.submit(move |tx, last| {
        *last = turn;
        tx.exec(sql, &[(turn % 20).into(), (&text).into()])
    });
    changed.unwrap();
}

fn count(store: &Store) -> i64 {
    store.read(|tx| tx.one("select count(*) from kept", &[], |row| row.get(0))).unwrap().unwrap()
}

#[test]
fn the_log_is_moved_while_readers_come_and_go_and_in_a_pause() {
    let (folder, store) = open();
    let (resting, rested) = mpsc::channel();
    let writer = store.writer(0, Rest(resting)).unwrap();
    let busy = AtomicBool::new(true);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while busy.load(Ordering::Relaxed) {
                    count(&store);
                }
            });
        }
        // More than a hundred megabytes; a busy machine may let the log come to where writing waits for readers.
        for turn in 0..1_200 {
            change(&writer, turn, 90_000);
        }
        busy.store(false, Ordering::Relaxed);
    });
    assert!(log_length(&folder) < 96 * MIB, "{} bytes", log_length(&folder));
    assert!(writer.counts().checkpoints > 1);
    assert_eq!(rested.recv().unwrap(), 1_199);
}

#[test]
fn a_long_read_lets_the_log_grow_only_while_it_lasts() {
    let (folder, store) = open();
    let writer = store.writer(0, Rest(mpsc::channel().0)).unwrap();
    change(&writer, 0, 100);
    store
        .read(|tx| {
            let seen = tx.one("select text from kept", &[], |row| row.get::<String>(0))?;
            for turn in 0..240 {
                change(&writer, turn, 400_000);
            }
            assert!(log_length(&folder) > 64 * MIB, "{} bytes", log_length(&folder));
            assert_eq!(tx.one("select text from kept", &[], |row| row.get::<String>(0))?, seen);
            Ok::<_, Error>(())
        })
        .unwrap();
    for turn in 0..20 {
        change(&writer, turn, 400_000);
    }
    assert!(log_length(&folder) < 20 * MIB, "{} bytes", log_length(&folder));
    assert_eq!(count(&store), 20);
}
