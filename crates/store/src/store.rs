//! One database: opening it, reading from it, copying it, checking it.
//!
//! Does not write; see [`Writer`].

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::connection::{self, WriterLock};
use crate::copying::{self, Steps};
use crate::engine::{Alone, Engine};
use crate::pool::Pool;
use crate::{Asked, Duties, Error, Schema, Server, Tx, Writer, schema, server};

/// Where a database lies.
#[derive(Clone, Debug)]
pub enum Database {
    /// In a file of its own, by the engine that is built in.
    File(PathBuf),
    /// On a PostgreSQL server.
    Server(Server),
}

/// When a commit counts as durable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// When the disk says it has it. The only right choice.
    #[default]
    Full,
    /// When the operating system has it: a power cut loses answered commits. Exists so that tests of durability can show
    /// that they would notice.
    Normal,
}

/// What may differ from one installation to the next.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// When a commit counts as durable.
    pub synchronous: Synchronous,
    /// Reading connections opened at most.
    pub readers: usize,
    /// Jobs that may wait for the writer; more are refused as [`Error::Overloaded`].
    pub queue: usize,
    /// Jobs that share one commit at most.
    pub group: usize,
    /// On a database server: how long a server that is not heard of keeps the right to write. A file needs none.
    pub lease: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { synchronous: Synchronous::Full, readers: 8, queue: 1024, group: 64, lease: Duration::from_secs(15) }
    }
}

/// An open database. Share it by reference or in an `Arc`.
#[derive(Debug)]
pub struct Store {
    database: Database,
    steps: Steps,
    settings: Settings,
    readers: Pool,
}

impl Store {
    /// Opens the file with the default settings, makes it if it is missing, and takes the steps its schema still needs.
    pub fn open(path: &Path, schema: &Schema<'_>) -> Result<Store, Error> {
        Store::open_with(path, schema, Settings::default())
    }

    /// [`Store::open`], with settings.
    pub fn open_with(path: &Path, schema: &Schema<'_>, settings: Settings) -> Result<Store, Error> {
        Store::of(&Database::File(path.into()), schema, settings)
    }

    /// Opens a database wherever it lies, and takes the steps its schema still needs. A file is made if it is missing; a
    /// database on a server must be there.
    pub fn of(database: &Database, schema: &Schema<'_>, settings: Settings) -> Result<Store, Error> {
        match database {
            Database::File(path) => {
                connection::create(path)?;
                let mut connection = connection::writing(path, settings.synchronous)?;
                if schema::missing(&connection, schema)? > 0 {
                    let _alone = WriterLock::take(path)?;
                    schema::install(&mut connection, schema)?;
                }
            }
            Database::Server(server) => server::bring_forward(server, schema, settings.synchronous)?,
        }
        let readers = Pool::new(database.clone(), settings.readers);
        let store = Store { database: database.clone(), steps: Steps::of(schema), settings, readers };
        // The first reading connection is open as long as the store is. Without one, the next to come after a failed flush
        // would take what is in doubt for committed.
        store.read(|tx| tx.one("select count(*) from schema_version", &[], |_| Ok(())))?;
        Ok(store)
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// Runs `work` on the calling thread within one read transaction: it sees one state of the database, with everything
    /// that was answered before. Waits while all reading connections are in use, so do not nest reads.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut loan = self.readers.lend()?;
        work(&mut loan.begin()?)
        // The loan ends the transaction.
    }

    /// What was asked by reading since the store was opened.
    pub fn asked(&self) -> Asked {
        self.readers.asking.so_far()
    }

    /// Starts the one writer, with the state its jobs share. [`Error::WriterTaken`] while another has the database, in this
    /// process, in another or on another server. Where the state is read from the database, [`Store::claim`] it first.
    pub fn writer<D: Duties>(&self, state: D::State, duties: D) -> Result<Writer<D::State>, Error> {
        self.claim()?.start(state, duties)
    }

    /// Takes the right to write: nobody else writes from now on, and what is read now is what the writer goes on from.
    pub fn claim(&self) -> Result<Claim, Error> {
        let (alone, engine) = match &self.database {
            Database::File(path) => {
                let lock = WriterLock::take(path)?;
                let connection = connection::writing(path, self.settings.synchronous)?;
                (Alone::Locked { _lock: lock }, Engine::of_file(connection))
            }
            Database::Server(server) => (Alone::Leased, Engine::of_server(server, &self.settings)?),
        };
        Ok(Claim { held: Some((alone, engine)), settings: self.settings })
    }

    /// Writes a consistent, compact copy to the file `path`, which must not exist, while reading and writing go on. When it
    /// returns the copy is on the disk. It needs no log beside it. A copy is a file, also of a database on a server.
    pub fn backup_into(&self, path: &Path) -> Result<(), Error> {
        connection::create_new(path)?;
        let copied = match &self.database {
            Database::File(file) => whole_file(file, path),
            Database::Server(_) => self.every_row(path),
        };
        if let Err(error) = copied {
            // Half a copy must not be taken for one; what made it fail is worth more than a failure to remove it.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        File::open(path)?.sync_all()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// One state of a database on a server, row by row.
    fn every_row(&self, path: &Path) -> Result<(), Error> {
        let mut copy = connection::filling(path)?;
        self.steps.with(|schema| schema::install(&mut copy, schema))?;
        let tables = copying::tables_of(&copy)?;
        let filling = copy.transaction()?;
        self.read(|tx| copying::copy(&tables, tx, &mut Tx::of_file(&filling)))?;
        Ok(filling.commit()?)
    }

    /// Takes every row of a file that has the same tables, in one commit. The database itself must have no row, and the file
    /// no writer.
    pub fn fill_from(&self, file: &Path) -> Result<(), Error> {
        let source = self.steps.with(|schema| Store::open_with(file, schema, self.settings))?;
        let _alone = source.claim()?;
        let tables = copying::tables_of(&connection::reading(file)?)?;
        self.claim()?.once(|to| {
            if !copying::is_empty(&tables, to)? {
                return Err(Error::Conflict("the database that should be filled is not empty".into()));
            }
            source.read(|from| copying::copy(&tables, from, to))
        })
    }

    /// What a new file would say of itself.
    fn structure(&self) -> Result<Vec<Described>, Error> {
        let mut fresh = Connection::open_in_memory()?;
        self.steps.with(|schema| schema::install(&mut fresh, schema))?;
        let fresh = fresh.unchecked_transaction()?;
        Tx::of_file(&fresh).all(STRUCTURE, &[], described)
    }

    /// Reads the whole database and lists what is wrong with its structure, its constraints or its references. Nothing,
    /// when it is sound. A server is asked to read every row, which compares each page with its checksum.
    pub fn integrity_check(&self) -> Result<Vec<String>, Error> {
        if let Database::Server(server) = &self.database {
            return server.integrity_check();
        }
        self.read(|tx| {
            let mut wrong = tx.all("pragma integrity_check", &[], |row| row.get::<String>(0))?;
            wrong.retain(|line| line != "ok");
            tx.rows("pragma foreign_key_check", &[], |row| {
                let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
                wrong.push(format!("a row of {table} refers to a row of {parent} that does not exist"));
                Ok(())
            })?;
            let is = tx.all(STRUCTURE, &[], described)?;
            if is != self.structure()? {
                wrong.push("the tables and indexes are not described as this program describes them".to_owned());
            }
            Ok(wrong)
        })
    }
}

/// How a file describes what is in it. The engine checks that it can read this, not that it says what it said.
const STRUCTURE: &str = "select type, name, tbl_name, sql from sqlite_schema order by name";

type Described = (String, String, String, Option<String>);

fn described(row: &crate::Row<'_>) -> Result<Described, Error> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

/// The right to write, before the writer has begun.
#[derive(Debug)]
pub struct Claim {
    /// Nothing once the writer has it.
    held: Option<(Alone, Engine)>,
    settings: Settings,
}

impl Claim {
    /// Starts the writer, with the state its jobs share.
    pub fn start<D: Duties>(mut self, state: D::State, duties: D) -> Result<Writer<D::State>, Error> {
        let (alone, engine) = self.held.take().ok_or(Error::Stopped)?;
        Writer::start(alone, engine, state, duties, self.settings)
    }
}

impl Claim {
    /// One transaction, without a writer.
    fn once(mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let Some((_, engine)) = &mut self.held else { return Err(Error::Stopped) };
        engine.begin()?;
        let mut tx = engine.tx();
        let done = work(&mut tx).and_then(|()| tx.still_whole());
        let done = done.and_then(|()| engine.commit());
        if done.is_err() {
            engine.clear()?;
        }
        done
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let Some((_, mut engine)) = self.held.take() {
            engine.give_back();
        }
    }
}

fn whole_file(file: &Path, path: &Path) -> Result<(), Error> {
    let target = path.to_str().ok_or_else(|| Error::Engine("the path of a copy must be UTF-8".into()))?;
    connection::copying(file)?.execute("vacuum into $1", [target])?;
    Ok(())
}
