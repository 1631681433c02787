//! How a file is opened and its connections are shared.

use std::sync::Barrier;
use std::thread;

use store::{Error, Schema, Settings, Store, Tx};

const SCHEMA: Schema<'static> =
    Schema { application_id: 1, steps: &[&["create table kept (id {i64} primary key) {strict}"]] };

fn number(tx: &mut Tx<'_>, sql: &str) -> Result<i64, Error> {
    tx.one(sql, &[], |row| row.get(0)).map(|found| found.unwrap_or(-1))
}

#[test]
fn the_writer_flushes_every_commit_and_leaves_nothing_of_what_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("opening.db"), &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    for (pragma, value) in [
        ("pragma synchronous", 2),
        ("pragma foreign_keys", 1),
        ("pragma secure_delete", 1),
        ("pragma trusted_schema", 0),
        ("pragma temp_store", 2),
        ("pragma wal_autocheckpoint", 0),
    ] {
        assert_eq!(writer.submit(move |tx, ()| number(tx, pragma)).unwrap(), value, "{pragma}");
    }
    let journal = writer.submit(|tx, ()| tx.one("pragma journal_mode", &[], |row| row.get::<String>(0)));
    assert_eq!(journal.unwrap().as_deref(), Some("wal"));
}

#[cfg(unix)]
#[test]
fn nobody_but_its_owner_can_open_the_file_its_log_or_a_copy() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("opening.db"), &SCHEMA).unwrap();
    let _writer = store.writer((), ()).unwrap();
    store.backup_into(&folder.path().join("copy.db")).unwrap();
    let mut files = 0;
    for file in std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
        files += 1;
    }
    assert_eq!(files, 5, "database, log, its index, lock and copy");
}

#[test]
fn readers_beyond_the_limit_wait_for_their_turn_and_a_panic_gives_its_turn_back() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { readers: 2, ..Settings::default() };
    let store = Store::open_with(&folder.path().join("opening.db"), &SCHEMA, settings).unwrap();
    let together = Barrier::new(8);
    thread::scope(|scope| {
        for reader in 0..8 {
            let (store, together) = (&store, &together);
            scope.spawn(move || {
                together.wait();
                for turn in 0..50 {
                    let read = std::panic::catch_unwind(|| {
                        store.read(|tx| {
                            let found = number(tx, "select count(*) from kept")?;
                            assert!((reader + turn) % 7 != 0, "a specimen panic");
                            if turn % 5 == 0 { Err(Error::unreadable("sample refusal")) } else { Ok(found) }
                        })
                    });
                    assert_eq!(read.is_err(), (reader + turn) % 7 == 0);
                }
            });
        }
    });
    assert_eq!(store.read(|tx| number(tx, "select count(*) from kept")).unwrap(), 0);
}
