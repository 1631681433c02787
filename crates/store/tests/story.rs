//! One story through the whole crate, on either engine: what a program that keeps a register would do with it.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod engine;

use std::path::PathBuf;
use std::sync::mpsc;

use store::{Committed, Database, Duties, Error, Schema, Server, Settings, Store, Tx, Val, portable};

const SCHEMA: Schema<'static> = Schema {
    application_id: 0x5354_4f52,
    steps: &[
        &["create table entry (id {blob} primary key, text text not null, place {i64}) {strict}"],
        &["create table page (first {i64} primary key, entries {i64} not null) {strict}"],
    ],
};
const INSERT: &str = "insert into entry (id, text, place) values ($1, $2, $3)";
const TEXTS: &str = "select text from entry order by place, text";

/// Counts entries in memory and writes one page per group.
struct Pages {
    heard: mpsc::Sender<(i64, Committed)>,
}

impl Duties for Pages {
    type State = i64;

    fn before_commit(&mut self, tx: &mut Tx<'_>, entries: &mut i64) -> Result<(), Error> {
        let sql = "insert into page (first, entries) select coalesce(max(first), 0) + 1, $1 from page where first > $2";
        tx.exec(sql, &[(*entries).into(), 0.into()])?;
        Ok(())
    }

    fn after_commit(&mut self, entries: &i64, committed: Committed) {
        let _ = self.heard.send((*entries, committed));
    }
}

#[derive(Debug)]
enum Refusal {
    Unwelcome,
    Fault(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Refusal::Fault(error)
    }
}

fn texts(store: &Store) -> Result<Vec<String>, Error> {
    store.read(|tx| tx.all(TEXTS, &[], |row| row.get(0)))
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("register.db")
}

fn open(folder: &tempfile::TempDir, schema: &Schema<'_>) -> Result<Store, Error> {
    Store::of(&engine::database(&file(folder)).unwrap(), schema, Settings::default())
}

#[test]
fn a_register_is_written_read_copied_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder, &SCHEMA).unwrap();
    let (heard, told) = mpsc::channel();
    let writer = store.writer(0, Pages { heard }).unwrap();

    // Written, counted in memory, paged before the commit, told after it.
    let count = writer.submit(|tx, entries| {
        tx.exec(INSERT, &[(&[1_u8; 16]).into(), "first".into(), None::<i64>.into()])?;
        *entries += 1;
        Ok::<_, Error>(*entries)
    });
    assert_eq!(count.unwrap(), 1);
    assert_eq!(told.recv().unwrap(), (1, Committed { jobs: 1 }));
    let page = "select entries from page where first = $1";
    assert_eq!(store.read(|tx| tx.one(page, &[1.into()], |row| row.get::<i64>(0))).unwrap(), Some(1));

    // Refused: neither the table nor the memory remembers it, and no commit was spent on it.
    let flushes = writer.counts().flushes;
    let refused = writer.submit(|tx, entries| {
        tx.exec(INSERT, &[(&[2_u8; 16]).into(), "unwelcome".into(), 7.into()])?;
        *entries += 1;
        Err::<(), _>(Refusal::Unwelcome)
    });
    assert!(matches!(refused, Err(Refusal::Unwelcome)));
    let conflict = writer.submit(|tx, entries| {
        *entries += 1;
        tx.exec(INSERT, &[(&[1_u8; 16]).into(), "again".into(), Val::Null])?;
        Ok::<_, Refusal>(())
    });
    assert!(matches!(conflict, Err(Refusal::Fault(Error::Conflict(_)))), "{conflict:?}");
    assert_eq!(writer.counts().flushes, flushes);
    assert_eq!(writer.submit(|_, entries| Ok::<_, Error>(*entries)).unwrap(), 1);
    assert_eq!(texts(&store).unwrap(), ["first"]);

    // Typed reading, counted.
    let asked = store.asked();
    assert_eq!(texts(&store).unwrap(), ["first"]);
    let then = store.asked();
    assert_eq!((then.statements - asked.statements, then.rows - asked.rows), (1, 1));
    let written = writer.asked();
    assert_eq!((written.statements, written.rows), (3, 0));
    store
        .read(|tx| {
            let read = tx.one("select id, text, place from entry", &[], |row| {
                assert!(matches!(row.get::<i64>(1), Err(Error::Unreadable(_))));
                assert!(matches!(row.get::<i64>(2), Err(Error::Unreadable(_))));
                assert!(matches!(row.get::<[u8; 4]>(0), Err(Error::Unreadable(_))));
                assert!(row.get::<i64>(3).is_err());
                Ok((row.get::<[u8; 16]>(0)?, row.get::<String>(1)?, row.get::<Option<i64>>(2)?))
            })?;
            assert_eq!(read, Some(([1; 16], "first".to_owned(), None)));
            assert!(tx.one("select 1 union select 2", &[], |_| Ok(())).is_err());
            assert!(matches!(tx.exec("delete from entry", &[]), Err(Error::Engine(_))), "a reader cannot write");
            Ok::<_, Error>(())
        })
        .unwrap();

    // A second writer is refused while the first lives; a second reader of the same file is not.
    assert!(matches!(store.writer((), ()), Err(Error::WriterTaken)));
    assert_eq!(texts(&open(&folder, &SCHEMA).unwrap()).unwrap(), ["first"]);

    // A copy while both are open, a second copy not over the first.
    let copy = folder.path().join("copy.db");
    store.backup_into(&copy).unwrap();
    assert!(store.backup_into(&copy).is_err());
    assert_eq!(texts(&Store::open(&copy, &SCHEMA).unwrap()).unwrap(), ["first"]);
    assert_eq!(store.integrity_check().unwrap(), Vec::<String>::new());

    // Closed: the log is in the database. Opened: everything is found.
    drop(writer);
    if !engine::is_server() {
        assert_eq!(std::fs::metadata(folder.path().join("register.db-wal")).unwrap().len(), 0);
    }
    drop(store);
    let store = open(&folder, &SCHEMA).unwrap();
    assert_eq!(texts(&store).unwrap(), ["first"]);
    store.writer((), ()).unwrap();
}

#[test]
fn a_copy_is_a_file_that_fills_an_empty_database_and_no_other() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = open(&folder, &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    for (id, place) in (1_u8..).zip([Some(i64::MIN), None, Some(i64::MAX)]) {
        let text = format!("Spécimen {id} ثلاثة");
        writer.submit(move |tx, ()| tx.exec(INSERT, &[(&[id; 16]).into(), (&text).into(), place.into()])).unwrap();
    }
    let copy = folder.path().join("copy.db");
    store.backup_into(&copy).unwrap();
    let rows = |store: &Store| {
        let sql = "select id, text, place from entry order by id";
        let row =
            |row: &store::Row<'_>| Ok((row.get::<[u8; 16]>(0)?, row.get::<String>(1)?, row.get::<Option<i64>>(2)?));
        store.read(|tx| tx.all(sql, &[], row)).unwrap()
    };
    let filled = open(&other, &SCHEMA).unwrap();
    filled.fill_from(&copy).unwrap();
    assert_eq!(rows(&filled), rows(&store));
    let again = filled.fill_from(&copy);
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
    assert_eq!(rows(&filled).len(), 3);
    // It can be written at once, and a file that somebody writes is not taken.
    filled.writer((), ()).unwrap().submit(|tx, ()| tx.exec("delete from entry", &[])).unwrap();
    let busy = Store::open(&copy, &SCHEMA).unwrap();
    let _writing = busy.writer((), ()).unwrap();
    assert!(matches!(filled.fill_from(&copy), Err(Error::WriterTaken)));
}

#[test]
fn the_statements_of_this_story_are_portable() {
    for sql in SCHEMA.steps.iter().copied().flatten().copied().chain([INSERT, TEXTS]) {
        assert_eq!(portable(sql), Ok(()), "{sql}");
    }
}

#[test]
fn text_is_ordered_by_its_bytes_and_nothing_comes_where_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder, &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    for (id, (text, place)) in
        (1_u8..).zip([("a", Some(2)), ("B", None), ("é", Some(1)), ("Z", Some(i64::MAX)), ("z", Some(i64::MIN))])
    {
        writer.submit(move |tx, ()| tx.exec(INSERT, &[(&[id; 16]).into(), text.into(), place.into()])).unwrap();
    }
    let texts = |sql: &str| store.read(|tx| tx.all(sql, &[], |row| row.get::<String>(0))).unwrap();
    assert_eq!(texts("select text from entry order by text"), ["B", "Z", "a", "z", "é"]);
    assert_eq!(texts("select text from entry where text > 'Z' order by text"), ["a", "z", "é"]);
    assert_eq!(texts("select text from entry order by place nulls first"), ["B", "z", "é", "a", "Z"]);
    assert_eq!(texts("select text from entry order by place desc nulls last"), ["Z", "a", "é", "z", "B"]);
    assert_eq!(texts("select max(text) from entry"), ["é"]);
}

#[test]
fn an_older_file_is_brought_forward_and_a_newer_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let older = Schema { steps: &SCHEMA.steps[..1], ..SCHEMA };
    let store = open(&folder, &older).unwrap();
    let writer = store.writer((), ()).unwrap();
    writer.submit(|tx, ()| tx.exec(INSERT, &[(&[1_u8; 16]).into(), "kept".into(), Val::Null])).unwrap();
    // While a writer of the old version is at work, nobody changes the tables under it.
    assert!(matches!(open(&folder, &SCHEMA), Err(Error::WriterTaken)));
    drop(writer);

    let store = open(&folder, &SCHEMA).unwrap();
    assert_eq!(texts(&store).unwrap(), ["kept"]);
    store.read(|tx| tx.all("select entries from page", &[], |row| row.get::<i64>(0))).unwrap();

    let refused = open(&folder, &older);
    assert!(matches!(refused, Err(Error::NewerSchema { found: 2, known: 1 })), "{refused:?}");
    let refused = open(&folder, &Schema { application_id: 0x4f54_4852, ..SCHEMA });
    assert!(matches!(refused, Err(Error::Foreign { found: 0x5354_4f52, expected: 0x4f54_4852 })), "{refused:?}");
}

#[test]
fn a_step_that_fails_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let faulty =
        Schema { steps: &[SCHEMA.steps[0], &["create table page (first {i64})", "no such statement"]], ..SCHEMA };
    assert!(open(&folder, &faulty).is_err());
    let store = open(&folder, &SCHEMA).unwrap();
    assert_eq!(texts(&store).unwrap(), Vec::<String>::new());
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(file(&folder), "Specimen text, long enough to be taken for the head of a database file. ".repeat(9))
        .unwrap();
    let refused = Store::open(&file(&folder), &SCHEMA);
    assert!(matches!(refused, Err(Error::Corrupt(_))), "{refused:?}");
}
