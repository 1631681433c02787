//! How a connection to the file is set up, and the lock that admits one writer.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::{Error, Synchronous};

/// How long a statement waits for somebody else's lock. Only a tool beside the server can hold one.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept prepared per connection.
const STATEMENTS: usize = 256;

/// Memory for pages, in KiB, per reading connection and for the writer.
const READING_CACHE: i64 = 8 * 1024;
const WRITING_CACHE: i64 = 32 * 1024;

/// Bytes of write-ahead log kept on the disk when the log starts again from its beginning.
const LOG_KEPT: i64 = 16 * 1024 * 1024;

/// A connection that can only read.
pub(crate) fn reading(path: &Path) -> Result<Connection, Error> {
    let connection = guarded(path)?;
    connection.pragma_update(None, "query_only", "on")?;
    connection.pragma_update(None, "cache_size", -READING_CACHE)?;
    Ok(connection)
}

/// A connection to copy the file from: it changes nothing, but the engine counts the copy as a change.
pub(crate) fn copying(path: &Path) -> Result<Connection, Error> {
    guarded(path)
}

/// A connection to fill a new file with, which is complete or thrown away: it keeps no log beside the file.
pub(crate) fn filling(path: &Path) -> Result<Connection, Error> {
    let connection = guarded(path)?;
    connection.pragma_update_and_check(None, "journal_mode", "memory", |row| row.get::<_, String>(0))?;
    Ok(connection)
}

/// The connection of the one writer.
pub(crate) fn writing(path: &Path, synchronous: Synchronous) -> Result<Connection, Error> {
    let connection = guarded(path)?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
    let synchronous = match synchronous {
        Synchronous::Full => "full",
        Synchronous::Normal => "normal",
    };
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    connection.pragma_update(None, "cache_size", -WRITING_CACHE)?;
    // What is erased must not survive in free pages.
    connection.pragma_update_and_check(None, "secure_delete", "on", |row| row.get::<_, i64>(0))?;
    // A checkpoint inside a commit would hold every caller of the group; the writer chooses the moment instead.
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |row| row.get::<_, i64>(0))?;
    connection.pragma_update_and_check(None, "journal_size_limit", LOG_KEPT, |row| row.get::<_, i64>(0))?;
    Ok(connection)
}

/// What every connection has in common.
fn guarded(path: &Path) -> Result<Connection, Error> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A quoted word is an identifier, in every engine.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // A statement keeps the plan it was prepared with, whatever is bound to it: otherwise it is prepared anew each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Closing after a failed flush must not flush again: the kernel may have dropped the pages and would report success.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "trusted_schema", "off")?;
    connection.pragma_update(None, "cell_size_check", "on")?;
    connection.pragma_update(None, "temp_store", "memory")?;
    Ok(connection)
}

/// Makes the file if it is missing, readable by its owner alone; the engine gives its log the same permissions.
pub(crate) fn create(path: &Path) -> Result<(), Error> {
    private().open(path)?;
    Ok(())
}

/// Makes a file that must not exist yet, readable by its owner alone.
pub(crate) fn create_new(path: &Path) -> Result<(), Error> {
    private().create_new(true).open(path)?;
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Held while somebody may write, in this process or another: what the writer keeps in memory is true only if nobody
/// else writes.
#[derive(Debug)]
pub(crate) struct WriterLock {
    held: File,
}

impl WriterLock {
    pub(crate) fn take(path: &Path) -> Result<WriterLock, Error> {
        let mut beside = OsString::from(path);
        beside.push("-writer");
        let beside = PathBuf::from(beside);
        let file = private().open(&beside)?;
        match file.try_lock() {
            Ok(()) => Ok(WriterLock { held: file }),
            Err(TryLockError::WouldBlock) => Err(Error::WriterTaken),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for WriterLock {
    /// Closing alone would do, unless a child process that is just being started still has the file open.
    fn drop(&mut self) {
        if let Err(error) = self.held.unlock() {
            tracing::warn!(%error, "the lock of the writer could not be given back");
        }
    }
}
