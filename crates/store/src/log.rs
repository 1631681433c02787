//! The write-ahead log, and when its pages are moved into the database.
//!
//! Not inside a commit, where a whole group of callers would wait for it: in pauses, and between groups when the log has
//! grown. A log that readers keep from starting again is moved by force once it is long; a reader that never ends makes
//! it grow all the same, and is reported.

use std::sync::atomic::Ordering;
use std::time::Duration;

use rusqlite::Connection;

use crate::Error;
use crate::writer::Tally;

/// Pages not yet in the database after which they are moved without waiting for a pause: 4 MiB.
const LONG: i64 = 1024;

/// Pages in the log after which writing waits for readers to let go of it: 64 MiB.
const TOO_LONG: i64 = 16 * LONG;

/// How long it waits for them.
const PATIENCE: Duration = Duration::from_millis(250);

#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Length at which moving is tried again after readers stood in the way.
    again_at: i64,
    /// Length at which force is tried again.
    force_at: i64,
}

/// Pages in the log, and how many of them are in the database too.
#[derive(Clone, Copy)]
struct Length {
    pages: i64,
    moved: i64,
}

impl Log {
    /// Between groups.
    pub(crate) fn move_if_long(&mut self, connection: &Connection, tally: &Tally) -> Result<(), Error> {
        let Some(now) = checkpoint(connection, "pragma wal_checkpoint(noop)")? else { return Ok(()) };
        if now.pages < LONG {
            *self = Log::default();
        }
        if now.pages - now.moved < LONG || now.pages < self.again_at {
            return Ok(());
        }
        let after = counted(connection, tally, "pragma wal_checkpoint(passive)")?.unwrap_or(now);
        self.again_at = if after.moved < after.pages { after.pages + LONG } else { 0 };
        if after.pages >= TOO_LONG.max(self.force_at) {
            let usual = Duration::from_millis(
                connection.pragma_query_value(None, "busy_timeout", |row| row.get::<_, i64>(0))?.unsigned_abs(),
            );
            connection.busy_timeout(PATIENCE)?;
            let after = counted(connection, tally, "pragma wal_checkpoint(truncate)")?.unwrap_or(after);
            connection.busy_timeout(usual)?;
            if after.pages > 0 {
                self.force_at = after.pages + TOO_LONG;
                tracing::warn!(pages = after.pages, "a long read keeps the write-ahead log from starting again");
            }
        }
        Ok(())
    }

    /// In a pause.
    pub(crate) fn move_what_is_free(connection: &Connection, tally: &Tally) -> Result<(), Error> {
        counted(connection, tally, "pragma wal_checkpoint(passive)")?;
        Ok(())
    }

    /// At the end.
    pub(crate) fn move_all(connection: &Connection, tally: &Tally) -> Result<(), Error> {
        counted(connection, tally, "pragma wal_checkpoint(truncate)")?;
        Ok(())
    }
}

fn counted(connection: &Connection, tally: &Tally, pragma: &str) -> Result<Option<Length>, Error> {
    let length = checkpoint(connection, pragma)?;
    if length.is_some() {
        tally.checkpoints.fetch_add(1, Ordering::Relaxed);
    }
    Ok(length)
}

/// Nothing, when it could not be done for want of space or for somebody else's lock: everything stays in the log and is
/// moved another time. A failed flush is an error, and is not repeated.
fn checkpoint(connection: &Connection, pragma: &str) -> Result<Option<Length>, Error> {
    let moved = connection
        .prepare_cached(pragma)
        .and_then(|mut statement| statement.query_row([], |row| Ok(Length { pages: row.get(1)?, moved: row.get(2)? })));
    match moved.map_err(Error::from) {
        Ok(length) => Ok(Some(length)),
        Err(error) if error.ends_writing() => Err(error),
        Err(error) => {
            tracing::warn!(%error, "the write-ahead log could not be moved into the database");
            Ok(None)
        }
    }
}
