//! What the writing thread asks of the engine under it: transactions of a group, undoing one job, and what it does between
//! groups.
//!
//! Over a file each job has a savepoint, which costs nothing. Over a server a savepoint costs two more journeys, so a group
//! runs without them; only a group in which something has to be undone is run again with one for each job.

use std::time::Duration;

use rusqlite::Connection;

use crate::connection::WriterLock;
use crate::log::Log;
use crate::server::{Lease, Server, Session};
use crate::writer::Tally;
use crate::{Error, Settings, Tx};

/// How a job can be undone without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// By a savepoint before it.
    EachJob,
    /// Not at all.
    WholeGroup,
}

/// The right to write, and the connection to do it with.
#[derive(Debug)]
pub(crate) enum Engine {
    File { connection: Connection, log: Log },
    Server { session: Box<Session>, lease: Lease },
}

impl Engine {
    pub(crate) fn of_file(connection: Connection) -> Engine {
        Engine::File { connection, log: Log::default() }
    }

    /// Takes the lease of the database.
    pub(crate) fn of_server(server: &Server, settings: &Settings) -> Result<Engine, Error> {
        let mut session = Box::new(server.writing(settings.synchronous, settings.lease)?);
        let lease = Lease::take(&mut session, settings.lease)?;
        Ok(Engine::Server { session, lease })
    }

    /// With how much care a group is run at first.
    pub(crate) fn usual_care(&self) -> Care {
        match self {
            Engine::File { .. } => Care::EachJob,
            Engine::Server { .. } => Care::WholeGroup,
        }
    }

    /// How long the writer may wait for work before it must be heard of.
    pub(crate) fn rest(&self) -> Option<Duration> {
        match self {
            Engine::File { .. } => None,
            Engine::Server { lease, .. } => Some(lease.rest()),
        }
    }

    /// Says that the writer is still there, when nothing came for that long.
    pub(crate) fn keep(&mut self) -> Result<(), Error> {
        match self {
            Engine::File { .. } => Ok(()),
            Engine::Server { session, lease } => lease.keep(session),
        }
    }

    pub(crate) fn begin(&mut self) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => say(connection, "begin immediate"),
            Engine::Server { session, lease } => lease.begin(session),
        }
    }

    pub(crate) fn tx(&mut self) -> Tx<'_> {
        match self {
            Engine::File { connection, .. } => Tx::of_file(connection),
            Engine::Server { session, .. } => Tx::of_server(session),
        }
    }

    pub(crate) fn before_job(&mut self) -> Result<(), Error> {
        self.say("savepoint job")
    }

    pub(crate) fn undo_job(&mut self) -> Result<(), Error> {
        self.say("rollback to job")
    }

    pub(crate) fn after_job(&mut self) -> Result<(), Error> {
        self.say("release job")
    }

    /// An error that is neither a conflict nor one of those that end writing has changed nothing.
    pub(crate) fn commit(&mut self) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => say(connection, "commit"),
            Engine::Server { session, .. } => session.commit(),
        }
    }

    pub(crate) fn rollback(&mut self) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => say(connection, "rollback"),
            Engine::Server { session, .. } => session.rollback(),
        }
    }

    /// Ends what an attempt that failed left open.
    pub(crate) fn clear(&mut self) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } if connection.is_autocommit() => Ok(()),
            Engine::File { connection, .. } => {
                say(connection, "rollback").map_err(|error| Error::Io(error.to_string().into()))
            }
            Engine::Server { session, .. } if session.is_open() => session.rollback(),
            Engine::Server { .. } => Ok(()),
        }
    }

    /// Between groups.
    pub(crate) fn after_group(&mut self, tally: &Tally) -> Result<(), Error> {
        match self {
            Engine::File { connection, log } => log.move_if_long(connection, tally),
            Engine::Server { .. } => Ok(()),
        }
    }

    /// In a pause.
    pub(crate) fn at_rest(&mut self, tally: &Tally) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => Log::move_what_is_free(connection, tally),
            Engine::Server { .. } => Ok(()),
        }
    }

    /// At the end.
    pub(crate) fn at_end(&mut self, tally: &Tally) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => Log::move_all(connection, tally),
            Engine::Server { .. } => {
                self.give_back();
                Ok(())
            }
        }
    }

    /// Lets the next writer begin at once. If this fails the lease ends by itself.
    pub(crate) fn give_back(&mut self) {
        if let Engine::Server { session, lease } = self
            && let Err(error) = lease.give_back(session)
        {
            tracing::warn!(%error, "the lease of the writer could not be given back; it ends by itself");
        }
    }

    fn say(&mut self, sql: &str) -> Result<(), Error> {
        match self {
            Engine::File { connection, .. } => say(connection, sql),
            Engine::Server { session, .. } => session.say(sql),
        }
    }
}

fn say(connection: &Connection, sql: &str) -> Result<(), Error> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// What keeps other writers away for as long as the handle of the writer lives: over a file a lock; over a server the lease
/// does, and ends by itself.
#[derive(Debug)]
pub(crate) enum Alone {
    Locked { _lock: WriterLock },
    Leased,
}
