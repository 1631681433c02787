//! What holds on a database server alone: who may write, what a lost connection means, what must be set.
//!
//! `.ci/postgres cargo test -p store --test servers -- --ignored` runs these; without a server they fail.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod engine;

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use postgres::{Client, NoTls};
use store::{Database, Duties, Error, Schema, Server, Settings, Store, Tx, Writer};
use tempfile::TempDir;

const SCHEMA: Schema<'static> = Schema {
    application_id: 1,
    steps: &[&["create table kept (name text primary key, value {i64} not null) {strict}"]],
};

/// A lease that is over as soon as it is taken: whoever has it is at once like a server that was paused for too long.
const OVER: Settings =
    Settings { synchronous: store::Synchronous::Full, readers: 2, queue: 64, group: 8, lease: Duration::ZERO };

struct Sum;

impl Duties for Sum {
    type State = i64;
}

fn place() -> (TempDir, Database) {
    assert!(engine::is_server(), "PASSERELLE_TEST_POSTGRES must name a server; .ci/postgres starts one");
    let folder = tempfile::tempdir().unwrap();
    let database = engine::database(&folder.path().join("servers")).unwrap();
    (folder, database)
}

fn open(database: &Database, settings: Settings) -> Store {
    Store::of(database, &SCHEMA, settings).unwrap()
}

/// Somebody beside the program, in its tables: an administrator, or an accident.
fn beside(folder: &TempDir) -> Client {
    let mut client = Client::connect(&std::env::var("PASSERELLE_TEST_POSTGRES").unwrap(), NoTls).unwrap();
    let schema = engine::schema(&folder.path().join("servers"));
    client.batch_execute(&format!("set search_path = {schema}")).unwrap();
    client
}

fn keep(tx: &mut Tx<'_>, name: &str, value: i64) -> Result<(), Error> {
    tx.exec("insert into kept (name, value) values ($1, $2)", &[name.into(), value.into()]).map(|_| ())
}

fn write(writer: &Writer<i64>, name: &'static str) -> Result<i64, Error> {
    writer.submit(move |tx, sum| {
        *sum += 1;
        keep(tx, name, *sum)?;
        Ok(*sum)
    })
}

fn kept(store: &Store) -> Vec<(String, i64)> {
    let sql = "select name, value from kept order by value";
    store.read(|tx| tx.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))).unwrap()
}

/// Takes the right to write and goes on from what the tables say, as a server that stood by does.
fn take_over(store: &Store) -> Result<Writer<i64>, Error> {
    let claim = store.claim()?;
    let sum = store.read(|tx| tx.one("select count(*) from kept", &[], |row| row.get(0)))?;
    claim.start(sum.unwrap_or(0), Sum)
}

/// [`take_over`], once whoever has the lease is between two groups: even a writer that rests says at times that it is there.
fn take_over_in_time(store: &Store) -> Writer<i64> {
    loop {
        match take_over(store) {
            Ok(writer) => return writer,
            Err(Error::WriterTaken) => thread::yield_now(),
            Err(other) => panic!("{other:?}"),
        }
    }
}

fn backend(writer: &Writer<i64>) -> i64 {
    writer.submit(|tx, _| tx.one("select pg_backend_pid()", &[], |row| row.get::<i64>(0))).unwrap().unwrap()
}

#[test]
#[ignore = "on a database server only"]
fn a_server_paused_past_its_lease_writes_nothing_more_and_the_one_that_stood_by_goes_on() {
    let (_folder, database) = place();
    let (paused, standby) = (open(&database, OVER), open(&database, Settings::default()));
    let first = take_over(&paused).unwrap();
    assert_eq!(write(&first, "one").unwrap(), 1);
    assert_eq!(write(&first, "two").unwrap(), 2, "while nobody takes it over it goes on");

    let second = take_over_in_time(&standby);
    assert_eq!(write(&second, "three").unwrap(), 3);
    let refused = write(&first, "never");
    assert!(matches!(refused, Err(Error::Superseded)), "{refused:?}");
    let refused = write(&first, "never");
    assert!(matches!(refused, Err(Error::Stopped)), "{refused:?}");
    assert!(!first.is_running());
    // Not even its end disturbs the other.
    drop(first);
    assert!(matches!(paused.claim(), Err(Error::WriterTaken)));
    assert_eq!(write(&second, "four").unwrap(), 4);
    assert_eq!(kept(&paused).len(), 4);
    assert_eq!(
        kept(&standby).iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["one", "two", "three", "four"]
    );
}

#[test]
#[ignore = "on a database server only"]
fn a_server_that_rests_learns_that_it_was_superseded() {
    let (_folder, database) = place();
    let (resting, standby) = (open(&database, OVER), open(&database, Settings::default()));
    let first = take_over(&resting).unwrap();
    let _second = take_over_in_time(&standby);
    while first.is_running() {
        thread::yield_now();
    }
    assert!(matches!(write(&first, "never"), Err(Error::Stopped)));
}

#[test]
#[ignore = "on a database server only"]
fn a_lease_keeps_others_away_until_it_is_given_back() {
    let (_folder, database) = place();
    let (one, other) = (open(&database, Settings::default()), open(&database, Settings::default()));
    let writer = take_over(&one).unwrap();
    assert!(matches!(other.claim(), Err(Error::WriterTaken)));
    assert!(matches!(one.claim(), Err(Error::WriterTaken)));
    write(&writer, "one").unwrap();
    drop(writer);
    // A claim that comes to nothing gives it back too.
    drop(other.claim().unwrap());
    assert_eq!(write(&take_over(&other).unwrap(), "two").unwrap(), 2);
}

#[test]
#[ignore = "on a database server only"]
fn a_server_in_the_middle_of_a_group_is_not_superseded() {
    let (_folder, database) = place();
    let (busy, standby) = (open(&database, OVER), open(&database, OVER));
    let writer = take_over(&busy).unwrap();
    let (inside, entered) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            writer.submit(move |tx, _| {
                keep(tx, "slow", 1)?;
                let _ = inside.send(());
                let _ = gate.recv();
                Ok::<_, Error>(())
            })
        });
        entered.recv().unwrap();
        assert!(matches!(standby.claim(), Err(Error::WriterTaken)));
        drop(open);
        writing.join().unwrap().unwrap();
    });
    assert_eq!(kept(&standby).len(), 1);
}

#[test]
#[ignore = "on a database server only"]
fn a_server_that_stops_in_the_middle_of_a_group_does_not_hold_the_others_up() {
    let (_folder, database) = place();
    let short = Settings { lease: Duration::from_millis(40), ..Settings::default() };
    let (paused, standby) = (open(&database, short), open(&database, Settings::default()));
    let first = take_over(&paused).unwrap();
    let (inside, entered) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            first.submit(move |tx, _| {
                keep(tx, "never", 1)?;
                let _ = inside.send(());
                let _ = gate.recv();
                keep(tx, "not either", 2)
            })
        });
        entered.recv().unwrap();
        // The database ends the transaction that stands still, and with it the lock on the lease.
        let second = take_over_in_time(&standby);
        write(&second, "one").unwrap();
        drop(open);
        let lost = writing.join().unwrap();
        assert!(matches!(lost, Err(Error::Unreachable(_))), "{lost:?}");
    });
    assert!(matches!(write(&first, "later"), Err(Error::Stopped)));
    assert_eq!(kept(&standby), [("one".to_owned(), 1)]);
}

#[test]
#[ignore = "on a database server only"]
fn a_connection_lost_before_the_commit_keeps_nothing() {
    let (folder, database) = place();
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    let pid = backend(&writer);
    let (inside, entered) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let writing = scope.spawn(|| {
            writer.submit(move |tx, _| {
                keep(tx, "never", 1)?;
                let _ = inside.send(());
                let _ = gate.recv();
                keep(tx, "not either", 2)
            })
        });
        entered.recv().unwrap();
        let pid = i32::try_from(pid).unwrap();
        // Waits until the connection is gone.
        let gone = "select pg_terminate_backend($1, 10000)";
        assert!(beside(&folder).query_one(gone, &[&pid]).unwrap().get::<_, bool>(0));
        drop(open);
        let lost = writing.join().unwrap();
        assert!(matches!(lost, Err(Error::Unreachable(_))), "{lost:?}");
    });
    assert!(matches!(write(&writer, "later"), Err(Error::Stopped)));
    assert_eq!(kept(&store), []);
}

#[test]
#[ignore = "on a database server only"]
fn a_connection_lost_while_a_commit_is_on_its_way_leaves_it_in_doubt() {
    let (folder, database) = place();
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    beside(&folder)
        .batch_execute(
            "create function lose() returns trigger language plpgsql as
                 $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
             create constraint trigger lose after insert on kept deferrable initially deferred
                 for each row when (new.name = 'doubtful') execute function lose()",
        )
        .unwrap();
    write(&writer, "one").unwrap();
    let doubtful = write(&writer, "doubtful");
    assert!(matches!(doubtful, Err(Error::Io(_))), "{doubtful:?}");
    assert!(matches!(write(&writer, "later"), Err(Error::Stopped)));
}

#[test]
#[ignore = "on a database server only"]
fn a_reader_whose_connection_was_lost_while_it_lay_idle_gets_another() {
    let (folder, database) = place();
    let store = open(&database, Settings { readers: 1, ..Settings::default() });
    let pid = "select pg_backend_pid()";
    let before = store.read(|tx| tx.one(pid, &[], |row| row.get::<i64>(0))).unwrap().unwrap();
    let lost = i32::try_from(before).unwrap();
    beside(&folder).query_one("select pg_terminate_backend($1, 10000)", &[&lost]).unwrap();
    let after = store.read(|tx| tx.one(pid, &[], |row| row.get::<i64>(0))).unwrap().unwrap();
    assert_ne!(after, before);
}

#[test]
#[ignore = "on a database server only"]
fn the_writer_waits_for_the_disk_and_a_reader_sees_one_state() {
    let (_folder, database) = place();
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    let setting = "select setting from pg_settings where name = $1";
    let asked = |tx: &mut Tx<'_>, name: &str| tx.one(setting, &[name.into()], |row| row.get::<String>(0));
    assert_eq!(writer.submit(move |tx, _| asked(tx, "synchronous_commit")).unwrap().unwrap(), "on");
    let isolation = store.read(|tx| asked(tx, "transaction_isolation")).unwrap().unwrap();
    assert_eq!(isolation, "repeatable read");
    assert_eq!(store.read(|tx| asked(tx, "transaction_read_only")).unwrap().unwrap(), "on");
}

#[test]
#[ignore = "on a database server only"]
fn what_a_constraint_says_repeats_no_value() {
    let (_folder, database) = place();
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    write(&writer, "specimen secret").unwrap();
    let refused = write(&writer, "specimen secret").unwrap_err();
    assert!(matches!(refused, Error::Conflict(_)), "{refused:?}");
    let shown = format!("{refused} {refused:?} {database:?}");
    assert!(!shown.contains("specimen secret") && shown.contains("kept"), "{shown}");
}

#[test]
#[ignore = "on a database server only"]
fn an_error_that_a_job_passes_over_costs_that_job_and_no_other() {
    let (_folder, database) = place();
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    write(&writer, "one").unwrap();
    let careless = writer.submit(|tx, sum| {
        let _ = keep(tx, "one", 7);
        *sum += 100;
        Ok::<_, Error>(())
    });
    assert!(matches!(careless, Err(Error::Conflict(_))), "{careless:?}");
    assert_eq!(write(&writer, "two").unwrap(), 2);
    assert_eq!(kept(&store).len(), 2);
}

#[test]
#[ignore = "on a database server only"]
fn tables_are_not_changed_under_a_writer_and_a_writer_of_older_tables_is_fenced_off() {
    let (_folder, database) = place();
    let newer =
        Schema { steps: &[SCHEMA.steps[0], &["create table page (first {i64} primary key) {strict}"]], ..SCHEMA };
    let store = open(&database, Settings::default());
    let writer = take_over(&store).unwrap();
    assert!(matches!(Store::of(&database, &newer, Settings::default()), Err(Error::WriterTaken)));
    drop(writer);
    let paused = open(&database, OVER);
    let writer = take_over(&paused).unwrap();
    // It rests with a lease that is over; the tables are changed, and it finds out.
    let brought = loop {
        match Store::of(&database, &newer, Settings::default()) {
            Err(Error::WriterTaken | Error::Busy) => thread::yield_now(),
            other => break other.unwrap(),
        }
    };
    let refused = write(&writer, "never");
    assert!(matches!(refused, Err(Error::Superseded | Error::Stopped)), "{refused:?}");
    assert_eq!(kept(&brought), []);
}
