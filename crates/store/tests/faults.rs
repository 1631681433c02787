//! What happens when the file fails under the writer.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;

use store::{Error, Schema, Store, Writer};

const SCHEMA: Schema<'static> =
    Schema { application_id: 1, steps: &[&["create table kept (id {i64} primary key, text text not null) {strict}"]] };
const FILE: &str = "STORE_TEST_FILE";

fn keep(writer: &Writer<()>, id: i64, text: &str) -> Result<usize, Error> {
    let text = text.to_owned();
    writer.submit(move |tx, ()| tx.exec("insert into kept (id, text) values ($1, $2)", &[id.into(), (&text).into()]))
}

fn count(store: &Store) -> Result<i64, Error> {
    let found = store.read(|tx| tx.one("select count(*) from kept", &[], |row| row.get::<i64>(0)))?;
    Ok(found.unwrap_or(-1))
}

/// Runs in a process of its own, in which no file may grow beyond a limit: the operating system then fails the write
/// itself, as a failing disk would.
#[test]
#[ignore = "started by the test below, in a process with a limit"]
fn in_a_process_with_a_limit() {
    let store = Store::open(Path::new(&std::env::var(FILE).unwrap()), &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    let mut answered = 0;
    let fault = loop {
        match keep(&writer, answered, &"specimen ".repeat(1000)) {
            Ok(_) => answered += 1,
            Err(error) => break error,
        }
    };
    assert!(answered > 3, "{answered}");
    assert!(matches!(fault, Error::Io(_)), "{fault:?}");
    // It does not try again, though one small row would still fit.
    for _ in 0..3 {
        assert!(matches!(keep(&writer, answered, "small"), Err(Error::Stopped)));
    }
    assert!(!writer.is_running());
    assert!(matches!(store.writer((), ()), Err(Error::WriterTaken)));
    assert_eq!(count(&store).unwrap(), answered, "reading goes on");
    std::fs::write(std::env::var(FILE).unwrap() + "-answered", answered.to_string()).unwrap();
}

#[test]
fn a_write_that_fails_stops_the_writer_and_loses_nothing_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("faults.db");
    drop(Store::open(&path, &SCHEMA).unwrap());
    // 1 MiB, counted in blocks of 512 bytes; the signal that would end the process is ignored, so that the write fails.
    let output = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 2048; exec \"$0\" --exact in_a_process_with_a_limit --ignored --nocapture",
        ])
        .arg(std::env::current_exe().unwrap())
        .env(FILE, &path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let answered: i64 = std::fs::read_to_string(folder.path().join("faults.db-answered")).unwrap().parse().unwrap();
    let store = Store::open(&path, &SCHEMA).unwrap();
    assert_eq!(count(&store).unwrap(), answered);
    assert_eq!(store.integrity_check().unwrap(), Vec::<String>::new());
    keep(&store.writer((), ()).unwrap(), answered, "after the disk was replaced").unwrap();
}

#[test]
fn a_damaged_file_stops_the_writer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("faults.db");
    let store = Store::open(&path, &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    for id in 0..200 {
        keep(&writer, id, &"specimen ".repeat(300)).unwrap();
    }
    drop(writer);
    drop(store);
    // Every page but the first two: the schema and the top of the table.
    let length = std::fs::metadata(&path).unwrap().len();
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(3 * 4096)).unwrap();
    file.write_all(&vec![0xa5; usize::try_from(length).unwrap() - 3 * 4096]).unwrap();

    let store = Store::open(&path, &SCHEMA).unwrap();
    let writer = store.writer((), ()).unwrap();
    let answer = keep(&writer, 1000, "onto a damaged page");
    assert!(matches!(answer, Err(Error::Corrupt(_))), "{answer:?}");
    let answer = keep(&writer, 1001, "later");
    assert!(matches!(answer, Err(Error::Stopped)), "{answer:?}");
    assert!(!store.integrity_check().unwrap_or(vec!["unreadable".into()]).is_empty());
}

#[test]
fn a_file_that_describes_itself_differently_is_not_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("described.db");
    let store = Store::open(&path, &SCHEMA).unwrap();
    assert_eq!(store.integrity_check().unwrap(), Vec::<String>::new());
    rusqlite::Connection::open(&path).unwrap().execute_batch("create index kept_by_text on kept (text)").unwrap();
    let wrong = Store::open(&path, &SCHEMA).unwrap().integrity_check().unwrap();
    assert!(wrong.iter().any(|line| line.contains("described")), "{wrong:?}");
}
