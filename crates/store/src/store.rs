//! One database file: opening it, reading from it, copying it, checking it.
//!
//! Does not write; see [`Writer`].

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::connection::{self, WriterLock};
use crate::pool::Pool;
use crate::{Duties, Error, Schema, Tx, Writer, schema};

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
}

impl Default for Settings {
    fn default() -> Self {
        Settings { synchronous: Synchronous::Full, readers: 8, queue: 1024, group: 64 }
    }
}

/// An open database file. Share it by reference or in an `Arc`.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
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
        connection::create(path)?;
        let mut connection = connection::writing(path, settings.synchronous)?;
        if schema::missing(&connection, schema)? > 0 {
            let _alone = WriterLock::take(path)?;
            schema::install(&mut connection, schema)?;
        }
        let store = Store { path: path.into(), settings, readers: Pool::new(path.into(), settings.readers) };
        // The first reading connection is open as long as the store is. Without one, the next to come after a failed flush
        // would take what is in doubt for committed.
        store.read(|tx| tx.one("select count(*) from schema_version", &[], |_| Ok(())))?;
        Ok(store)
    }

    /// Runs `work` on the calling thread within one read transaction: it sees one state of the database, with everything
    /// that was answered before. Waits while all reading connections are in use, so do not nest reads.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let loan = self.readers.lend()?;
        let connection = loan.connection()?;
        connection.prepare_cached("begin").and_then(|mut begin| begin.execute([])).map_err(Error::from)?;
        work(&mut Tx::new(connection))
        // The loan ends the transaction.
    }

    /// Starts the one writer, with the state its jobs share. [`Error::WriterTaken`] while another has the file, in this
    /// process or in another.
    pub fn writer<D: Duties>(&self, state: D::State, duties: D) -> Result<Writer<D::State>, Error> {
        let lock = WriterLock::take(&self.path)?;
        let connection = connection::writing(&self.path, self.settings.synchronous)?;
        Writer::start(lock, connection, state, duties, self.settings)
    }

    /// Writes a consistent, compact copy to `path`, which must not exist, while reading and writing go on. When it returns
    /// the copy is on the disk. It needs no log beside it.
    pub fn backup_into(&self, path: &Path) -> Result<(), Error> {
        let target = path.to_str().ok_or_else(|| Error::Engine("the path of a copy must be UTF-8".into()))?;
        let source = connection::copying(&self.path)?;
        connection::create_new(path)?;
        if let Err(error) = source.execute("vacuum into $1", [target]) {
            // Half a copy must not be taken for one; what made it fail is worth more than a failure to remove it.
            let _ = std::fs::remove_file(path);
            return Err(error.into());
        }
        File::open(path)?.sync_all()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// Reads the whole file and lists what is wrong with its structure, its constraints or its references. Nothing, when
    /// it is sound.
    pub fn integrity_check(&self) -> Result<Vec<String>, Error> {
        self.read(|tx| {
            let mut wrong = tx.all("pragma integrity_check", &[], |row| row.get::<String>(0))?;
            wrong.retain(|line| line != "ok");
            tx.rows("pragma foreign_key_check", &[], |row| {
                let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
                wrong.push(format!("a row of {table} refers to a row of {parent} that does not exist"));
                Ok(())
            })?;
            Ok(wrong)
        })
    }
}
