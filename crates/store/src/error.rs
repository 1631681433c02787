//! What can go wrong with the file, the server, the engine or the writer.
//!
//! Carries no stored values: the texts come from the engine and name tables and columns at most.

use std::sync::Arc;

use rusqlite::ErrorCode;

/// A fault of storage. Cheap to clone, because one failed commit answers a whole group of jobs.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Somebody else held the file, or every reading connection was in use, for longer than we wait.
    #[error("the database is busy")]
    Busy,
    /// No space is left. Nothing of the unit of work was kept; it may succeed once there is space again.
    #[error("no space is left for the database")]
    Full,
    /// The file is damaged, or is no database at all.
    #[error("the database file is damaged: {0}")]
    Corrupt(Arc<str>),
    /// Reading or writing failed, or the connection was lost while a commit was on its way. After this nobody knows what the disk holds: the outcome of the unit of work is
    /// in doubt, and the writer has stopped.
    #[error("the database could not be read or written: {0}")]
    Io(Arc<str>),
    /// A constraint of the schema forbids it.
    #[error("a constraint of the schema forbids this: {0}")]
    Conflict(Arc<str>),
    /// A stored value is not what its reader expects.
    #[error("a stored value is not what was expected: {0}")]
    Unreadable(Arc<str>),
    /// Too many jobs wait for the writer; try again later.
    #[error("too much is waiting to be written")]
    Overloaded,
    /// The writer takes no more jobs, because it was shut down or because the file failed under it.
    #[error("nothing more is written: the writer has stopped")]
    Stopped,
    /// The job panicked; what it did was undone.
    #[error("a unit of work panicked and was undone")]
    Panicked,
    /// The file was made by a newer version of the program.
    #[error("the database has schema version {found}, newer than {known}, the newest this program knows")]
    NewerSchema {
        /// The version in the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file belongs to another application, or to another kind of database of ours.
    #[error("the file belongs to another application (id {found:#x} instead of {expected:#x})")]
    Foreign {
        /// The application id in the file.
        found: i32,
        /// The application id that was expected.
        expected: i32,
    },
    /// Another writer, here, in another process or on another server, has this database.
    #[error("another writer has this database")]
    WriterTaken,
    /// Another server took the lease over. Nothing of the unit of work was kept, and nothing more is written here.
    #[error("another server has taken over; nothing more is written here")]
    Superseded,
    /// The database server cannot be reached, or the connection was lost before the commit was asked for: nothing of the
    /// unit of work was kept.
    #[error("the database server cannot be reached: {0}")]
    Unreachable(Arc<str>),
    /// The database server is set up so that what was answered could be lost or read wrongly.
    #[error("the database server is not fit for this: {0}")]
    Unfit(Arc<str>),
    /// Anything else the engine reports; usually a fault in a statement.
    #[error("the database engine refused: {0}")]
    Engine(Arc<str>),
}

impl Error {
    /// A stored value that its reader cannot make sense of; `what` names it without repeating it.
    pub fn unreadable(what: &str) -> Error {
        Error::Unreadable(what.into())
    }

    /// After these the writer stops: what the disk holds is not known any more.
    pub(crate) fn ends_writing(&self) -> bool {
        matches!(self, Error::Io(_) | Error::Corrupt(_) | Error::Superseded | Error::Unreachable(_))
    }

    /// A group that failed for one of these may hold innocent jobs, each of which deserves a transaction of its own.
    pub(crate) fn may_be_one_jobs_doing(&self) -> bool {
        !self.ends_writing() && !matches!(self, Error::Busy | Error::Stopped)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let text = || -> Arc<str> { error.to_string().into() };
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
            Some(ErrorCode::DiskFull) => Error::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Error::Corrupt(text()),
            Some(ErrorCode::SystemIoFailure) => Error::Io(text()),
            Some(ErrorCode::ConstraintViolation) => Error::Conflict(text()),
            _ => Error::Engine(text()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full,
            _ => Error::Io(error.to_string().into()),
        }
    }
}
