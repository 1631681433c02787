//! What holds for jobs that share a commit.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod engine;

use std::sync::mpsc;
use std::thread;

use proptest::prelude::*;
use store::{Database, Duties, Error, Schema, Server, Settings, Store, Tx, Writer};
use tempfile::TempDir;

const SCHEMA: Schema<'static> = Schema {
    application_id: 1,
    steps: &[&["create table kept (name text primary key, value {i64} not null) {strict}"]],
};
/// A sum in memory that must always agree with the table.
struct Sum;

impl Duties for Sum {
    type State = i64;
}

const KEEP: &str =
    "insert into kept (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value";

fn open(settings: Settings) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::of(&engine::database(&folder.path().join("groups.db")).unwrap(), &SCHEMA, settings).unwrap();
    (folder, store)
}

fn kept(store: &Store) -> Vec<(String, i64)> {
    store
        .read(|tx| tx.all("select name, value from kept order by name", &[], |row| Ok((row.get(0)?, row.get(1)?))))
        .unwrap()
}

fn keep(tx: &mut Tx<'_>, name: &str, value: i64) -> Result<(), Error> {
    tx.exec(KEEP, &[name.into(), value.into()]).map(|_| ())
}

/// Submits the jobs so that they stand in the queue in this order and are all there before the first is run.
fn together<S, T, J>(writer: &Writer<S>, jobs: Vec<J>) -> Vec<Result<T, Error>>
where
    S: Clone + Send + 'static,
    T: Send + 'static,
    J: FnMut(&mut Tx<'_>, &mut S) -> Result<T, Error> + Send + 'static,
{
    thread::scope(|scope| {
        let (inside, entered) = mpsc::channel();
        let (open, gate) = mpsc::channel::<()>();
        scope.spawn(move || {
            writer.submit(move |_, _| {
                let _ = inside.send(());
                let _ = gate.recv();
                Ok::<_, Error>(())
            })
        });
        entered.recv().unwrap();
        let submitted: Vec<_> = jobs
            .into_iter()
            .zip(1..)
            .map(|(job, place)| {
                let handle = scope.spawn(move || writer.submit(job));
                while writer.waiting() < place {
                    thread::yield_now();
                }
                handle
            })
            .collect();
        drop(open);
        submitted.into_iter().map(|handle| handle.join().unwrap()).collect()
    })
}

#[test]
fn a_refused_job_is_undone_alone_and_its_neighbours_share_one_commit() {
    let (_folder, store) = open(Settings::default());
    let writer = store.writer(0, Sum).unwrap();
    let before = writer.counts();
    let answers = together(
        &writer,
        (1..=4)
            .map(|number: i64| {
                move |tx: &mut Tx<'_>, sum: &mut i64| {
                    keep(tx, &format!("job {number}"), number)?;
                    *sum += number;
                    if number == 2 { Err(Error::unreadable("sample refusal")) } else { Ok(*sum) }
                }
            })
            .collect(),
    );
    assert!(matches!(answers[..], [Ok(1), Err(Error::Unreadable(_)), Ok(4), Ok(8)]), "{answers:?}");
    assert_eq!(kept(&store), [("job 1".into(), 1), ("job 3".into(), 3), ("job 4".into(), 4)]);
    let after = writer.counts();
    assert_eq!((after.flushes - before.flushes, after.jobs - before.jobs), (1, 5));
}

#[test]
fn what_is_not_committed_is_not_seen_and_a_snapshot_stays_what_it_was() {
    let (_folder, store) = open(Settings::default());
    let writer = store.writer(0, Sum).unwrap();
    writer.submit(|tx, _| keep(tx, "one", 1)).unwrap();
    store
        .read(|tx| {
            let count = "select count(*) from kept";
            assert_eq!(tx.one(count, &[], |row| row.get::<i64>(0))?, Some(1));
            let (inside, entered) = mpsc::channel();
            let (open, gate) = mpsc::channel::<()>();
            thread::scope(|scope| {
                let writer = &writer;
                let writing = scope.spawn(move || {
                    writer.submit(move |tx, _| {
                        keep(tx, "two", 2)?;
                        let _ = inside.send(());
                        let _ = gate.recv();
                        Ok::<_, Error>(())
                    })
                });
                entered.recv().unwrap();
                assert_eq!(kept(&store).len(), 1, "written and not committed");
                drop(open);
                writing.join().unwrap().unwrap();
            });
            assert_eq!(kept(&store).len(), 2, "committed");
            assert_eq!(tx.one(count, &[], |row| row.get::<i64>(0))?, Some(1), "the older snapshot");
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn sixty_four_callers_lose_nothing_and_share_flushes() {
    let (_folder, store) = open(Settings::default());
    let writer = store.writer(0, Sum).unwrap();
    let (callers, each) = (64_i64, 50);
    thread::scope(|scope| {
        for caller in 0..callers {
            let (writer, store) = (&writer, &store);
            scope.spawn(move || {
                for turn in 0..each {
                    let name = format!("{caller} {turn}");
                    let asked = name.clone();
                    writer
                        .submit(move |tx, sum| {
                            *sum += 1;
                            keep(tx, &name, turn)
                        })
                        .unwrap();
                    let found = store.read(|tx| {
                        tx.one("select value from kept where name = $1", &[(&asked).into()], |row| row.get::<i64>(0))
                    });
                    assert_eq!(found.unwrap(), Some(turn), "what was answered is seen");
                }
            });
        }
    });
    assert_eq!(kept(&store).len(), 64 * 50);
    assert_eq!(writer.submit(|_, sum| Ok::<_, Error>(*sum)).unwrap(), callers * each);
    let counts = writer.counts();
    assert_eq!(counts.jobs, 64 * 50 + 1);
    assert!(counts.flushes * 2 < counts.jobs, "{counts:?}");
}

#[test]
fn a_job_that_panics_is_undone_and_the_writer_goes_on() {
    let (_folder, store) = open(Settings::default());
    let writer = store.writer(0, Sum).unwrap();
    let answers = together(
        &writer,
        (1..=3)
            .map(|number: i64| {
                move |tx: &mut Tx<'_>, sum: &mut i64| {
                    *sum += number;
                    tx.rows("select 1 union select 2", &[], |_| {
                        assert_ne!(number, 2, "a specimen panic in the middle of reading");
                        Ok(())
                    })?;
                    keep(tx, &format!("job {number}"), number)?;
                    Ok(*sum)
                }
            })
            .collect(),
    );
    assert!(matches!(answers[..], [Ok(1), Err(Error::Panicked), Ok(4)]), "{answers:?}");
    assert_eq!(kept(&store), [("job 1".into(), 1), ("job 3".into(), 3)]);
    assert!(writer.is_running());
}

#[test]
fn a_full_disk_refuses_what_does_not_fit_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("groups.db"), &SCHEMA).unwrap();
    let writer = store.writer(0, Sum).unwrap();
    writer.submit(|tx, _| keep(tx, "before", 0)).unwrap();
    let limit = |pages: &'static str| {
        writer.submit(move |tx, _| tx.one(pages, &[], |row| row.get::<i64>(0))).unwrap().unwrap();
    };
    limit("pragma max_page_count = 16");
    let fill = "insert into kept (name, value) with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) \
                select 'filler ' || i, i from n";
    let answers = together(
        &writer,
        (1..=3)
            .map(|number: i64| {
                move |tx: &mut Tx<'_>, sum: &mut i64| {
                    *sum += number;
                    keep(tx, &format!("job {number}"), number)?;
                    if number == 2 {
                        for part in 0..100 {
                            keep(tx, &"a long specimen name ".repeat(150 + part), 0)?;
                        }
                    }
                    Ok(*sum)
                }
            })
            .collect(),
    );
    assert!(matches!(answers[..], [Ok(1), Err(Error::Full), Ok(4)]), "{answers:?}");
    let one_statement = writer.submit(move |tx, sum| {
        *sum += 100;
        tx.exec(fill, &[])
    });
    assert!(matches!(one_statement, Err(Error::Full)), "{one_statement:?}");
    let regardless = writer.submit(|tx, _| {
        for part in 0..100 {
            let _ = keep(tx, &"a long specimen name ".repeat(150 + part), 0);
        }
        keep(tx, "written outside of any transaction", 0)
    });
    assert!(matches!(regardless, Err(Error::Full | Error::Engine(_))), "{regardless:?}");
    let expected = [("before".into(), 0), ("job 1".into(), 1), ("job 3".into(), 3)];
    assert_eq!(kept(&store), expected);
    assert!(writer.is_running());

    limit("pragma max_page_count = 100000");
    let sum = writer.submit(move |tx, sum| {
        tx.exec(fill, &[])?;
        Ok::<_, Error>(*sum)
    });
    assert_eq!(sum.unwrap(), 4, "the memory forgot what was refused");
    assert_eq!(kept(&store).len(), 5003);
    assert_eq!(store.integrity_check().unwrap(), Vec::<String>::new());
}

#[test]
fn the_same_job_is_never_counted_twice_when_a_group_is_run_again() {
    /// Refuses every group whose sum is odd.
    struct Even;
    impl Duties for Even {
        type State = i64;
        fn before_commit(&mut self, tx: &mut Tx<'_>, sum: &mut i64) -> Result<(), Error> {
            keep(tx, "sum", *sum)?;
            if *sum % 2 == 0 { Ok(()) } else { Err(Error::unreadable("an odd sum")) }
        }
    }
    let (_folder, store) = open(Settings::default());
    let writer = store.writer(0, Even).unwrap();
    let answers = together(
        &writer,
        [2, 3, 4]
            .map(|number: i64| {
                move |tx: &mut Tx<'_>, sum: &mut i64| {
                    *sum += number;
                    keep(tx, &format!("job {number}"), number)
                }
            })
            .into(),
    );
    assert!(matches!(answers[..], [Ok(()), Err(Error::Unreadable(_)), Ok(())]), "{answers:?}");
    assert_eq!(kept(&store), [("job 2".into(), 2), ("job 4".into(), 4), ("sum".into(), 6)]);
}

#[test]
fn a_reference_left_dangling_costs_its_own_job_alone() {
    let folder = tempfile::tempdir().unwrap();
    let schema = Schema {
        application_id: 1,
        steps: &[&[
            "create table file (id {i64} primary key) {strict}",
            "create table act (file {i64} not null references file (id) deferrable initially deferred) {strict}",
        ]],
    };
    let database = engine::database(&folder.path().join("groups.db")).unwrap();
    let store = Store::of(&database, &schema, Settings::default()).unwrap();
    let writer = store.writer(0, Sum).unwrap();
    writer.submit(|tx, _| tx.exec("insert into file (id) values ($1)", &[1.into()])).unwrap();
    let answers = together(
        &writer,
        [1, 9, 1]
            .map(|file: i64| {
                move |tx: &mut Tx<'_>, _: &mut i64| tx.exec("insert into act (file) values ($1)", &[file.into()])
            })
            .into(),
    );
    assert!(matches!(answers[..], [Ok(1), Err(Error::Conflict(_)), Ok(1)]), "{answers:?}");
    assert_eq!(store.integrity_check().unwrap(), Vec::<String>::new());
}

#[test]
fn more_jobs_than_the_queue_holds_are_refused_at_once() {
    let (_folder, store) = open(Settings { queue: 2, ..Settings::default() });
    let writer = store.writer(0, Sum).unwrap();
    let (inside, entered) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let writer = &writer;
        scope.spawn(move || {
            writer.submit(move |_, _| {
                let _ = inside.send(());
                let _ = gate.recv();
                Ok::<_, Error>(())
            })
        });
        entered.recv().unwrap();
        let queued = ["one", "two"].map(|name| scope.spawn(move || writer.submit(move |tx, _| keep(tx, name, 1))));
        while writer.waiting() < 2 {
            thread::yield_now();
        }
        let refused = writer.submit(|tx, _| keep(tx, "three", 3));
        assert!(matches!(refused, Err(Error::Overloaded)), "{refused:?}");
        drop(open);
        for handle in queued {
            handle.join().unwrap().unwrap();
        }
    });
    assert_eq!(kept(&store), [("one".into(), 1), ("two".into(), 1)]);
}

#[test]
fn a_panic_in_a_duty_stops_the_writer_and_answers_everybody() {
    struct Faulty;
    impl Duties for Faulty {
        type State = i64;
        fn before_commit(&mut self, _: &mut Tx<'_>, sum: &mut i64) -> Result<(), Error> {
            assert_eq!(*sum, 0, "a specimen panic in a duty");
            Ok(())
        }
    }
    let (_folder, store) = open(Settings { group: 2, ..Settings::default() });
    let writer = store.writer(0, Faulty).unwrap();
    let job = |name: &'static str| {
        move |tx: &mut Tx<'_>, sum: &mut i64| {
            *sum += 1;
            keep(tx, name, 1)
        }
    };
    let answers = together(&writer, vec![job("one"), job("two"), job("three")]);
    assert!(matches!(answers[..], [Err(Error::Stopped), Err(Error::Stopped), Err(Error::Stopped)]), "{answers:?}");
    assert!(matches!(writer.submit(job("late")), Err(Error::Stopped)));
    assert_eq!(kept(&store), []);
    assert!(matches!(store.writer(0, Sum), Err(Error::WriterTaken)), "it is not started again behind its owner's back");
}

#[derive(Clone, Copy, Debug)]
enum End {
    Kept,
    Refused,
    Panicked,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_jobs_ends_like_a_list_worked_through_one_by_one(
        group in 1_usize..9,
        jobs in prop::collection::vec(
            (0_i64..5, 1_i64..1000, prop_oneof![4 => Just(End::Kept), 2 => Just(End::Refused), 1 => Just(End::Panicked)]),
            1..20,
        ),
    ) {
        let (_folder, store) = open(Settings { group, synchronous: store::Synchronous::Normal, ..Settings::default() });
        let writer = store.writer(0, Sum).unwrap();
        let answers = together(&writer, jobs.iter().map(|&(name, value, end)| {
            move |tx: &mut Tx<'_>, sum: &mut i64| {
                keep(tx, &name.to_string(), value)?;
                *sum += value;
                match end {
                    End::Kept => {
                        let seen = tx.one("select coalesce(sum(value), 0) from kept", &[], |row| row.get::<i64>(0))?;
                        Ok((seen, *sum))
                    }
                    End::Refused => Err(Error::unreadable("sample refusal")),
                    End::Panicked => panic!("a specimen panic"),
                }
            }
        }).collect());

        let mut model = std::collections::BTreeMap::new();
        let mut sum = 0;
        for (&(name, value, end), answer) in jobs.iter().zip(answers) {
            match end {
                End::Kept => {
                    model.insert(name.to_string(), value);
                    sum += value;
                    prop_assert_eq!(answer.unwrap(), (Some(model.values().sum::<i64>()), sum));
                }
                End::Refused => prop_assert!(matches!(answer, Err(Error::Unreadable(_)))),
                End::Panicked => prop_assert!(matches!(answer, Err(Error::Panicked))),
            }
        }
        prop_assert_eq!(kept(&store), model.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(writer.submit(|_, sum| Ok::<_, Error>(*sum)).unwrap(), sum);
    }
}
