//! A transaction as a unit of work sees it: four ways to say SQL.
//!
//! Begins and ends nothing itself; whoever hands it out does.

use rusqlite::{CachedStatement, Connection, params_from_iter};

use crate::asked::Asking;
use crate::server::{Failure, Session};
use crate::{Error, Row, Val};

/// An open transaction. Statements are portable SQL with `$1…$n` (a debug build checks each, see [`crate::portable`]) and are prepared once per
/// connection, so keep them constant and bind what varies.
pub struct Tx<'a> {
    engine: Engine<'a>,
    /// The last error that may have cost more than its own statement.
    grave: Option<Error>,
    /// Whether a statement may have changed something.
    changed: Changed,
    /// Where what is asked is counted, if it is.
    asking: Option<&'a Asking>,
}

enum Engine<'a> {
    File(&'a Connection),
    Server(&'a mut Session),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    Nothing,
    Something,
}

impl<'a> Tx<'a> {
    pub(crate) fn of_file(connection: &'a Connection) -> Tx<'a> {
        Tx { engine: Engine::File(connection), grave: None, changed: Changed::Nothing, asking: None }
    }

    pub(crate) fn of_server(session: &'a mut Session) -> Tx<'a> {
        Tx { engine: Engine::Server(session), grave: None, changed: Changed::Nothing, asking: None }
    }

    /// The same, counted here.
    pub(crate) fn counted(self, asking: &'a Asking) -> Tx<'a> {
        Tx { asking: Some(asking), ..self }
    }

    fn count(&self, rows: u64) {
        if let Some(asking) = self.asking {
            asking.count(rows);
        }
    }

    /// When space or the disk fails in the middle of a statement, the engine of a file may undo the whole transaction. What a
    /// closure says after that would stand alone and be committed at once; so nothing more is said, whatever it made of the
    /// error. A server takes nothing more after any error of a statement.
    pub(crate) fn still_whole(&self) -> Result<(), Error> {
        match (&self.engine, &self.grave) {
            (_, Some(error)) if error.ends_writing() => Err(error.clone()),
            (Engine::Server(_), Some(error)) => Err(error.clone()),
            (Engine::Server(_), None) => Ok(()),
            (Engine::File(connection), Some(error)) if connection.is_autocommit() => Err(error.clone()),
            (Engine::File(connection), None) if connection.is_autocommit() => {
                Err(Error::Engine("the transaction has ended already".into()))
            }
            _ => Ok(()),
        }
    }

    /// What a closure left behind, on a server: the error that it may have passed over in silence, and whether there is
    /// anything to undo.
    pub(crate) fn left(&self) -> (Option<Error>, Changed) {
        match self.engine {
            Engine::File(_) => (None, self.changed),
            Engine::Server(_) if self.grave.is_some() => (self.grave.clone(), Changed::Something),
            Engine::Server(_) => (None, self.changed),
        }
    }

    /// Executes a statement that answers no rows; returns how many it changed.
    pub fn exec(&mut self, sql: &str, vals: &[Val<'_>]) -> Result<usize, Error> {
        must_be_portable(sql);
        self.still_whole()?;
        self.changed = Changed::Something;
        let changed = match &mut self.engine {
            Engine::File(connection) => {
                let changed = connection.prepare_cached(sql).and_then(|mut statement| execute(&mut statement, vals));
                changed.map_err(Error::from)
            }
            Engine::Server(session) => session.exec(sql, vals),
        };
        self.count(0);
        changed.map_err(|error| self.noted(error))
    }

    /// Calls `each` for every row, in order, until it fails.
    pub fn rows(
        &mut self,
        sql: &str,
        vals: &[Val<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        must_be_portable(sql);
        self.still_whole()?;
        let mut count = 0;
        let mut each = |row: &Row<'_>| {
            count += 1;
            each(row)
        };
        let walked: Result<(), Failure> = match &mut self.engine {
            Engine::File(connection) => (|| {
                let mut statement = connection.prepare_cached(sql)?;
                let mut rows = statement.query(params_from_iter(vals.iter().map(Val::bound)))?;
                while let Some(row) = rows.next()? {
                    each(&Row::of_file(row))?;
                }
                Ok(())
            })()
            .map_err(Failure::Statement),
            Engine::Server(session) => session.rows(sql, vals, &mut each),
        };
        self.count(count);
        match walked {
            Err(Failure::Closure(error)) => Err(error),
            Err(Failure::Statement(error)) => Err(self.noted(error)),
            Ok(()) => Ok(()),
        }
    }

    /// The only row, or nothing. More than one row is an error: the statement did not say what it meant.
    pub fn one<T>(
        &mut self,
        sql: &str,
        vals: &[Val<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let mut read = Some(read);
        let mut found = None;
        self.rows(sql, vals, |row| match read.take() {
            Some(read) => {
                found = Some(read(row)?);
                Ok(())
            }
            None => Err(Error::Engine("more than one row where at most one was asked for".into())),
        })?;
        Ok(found)
    }

    /// Every row, in order.
    pub fn all<T>(
        &mut self,
        sql: &str,
        vals: &[Val<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut found = Vec::new();
        self.rows(sql, vals, |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    fn noted(&mut self, error: Error) -> Error {
        let ends_all = matches!(self.engine, Engine::Server(_));
        if ends_all || error.ends_writing() || matches!(error, Error::Full) {
            self.grave = Some(error.clone());
        }
        error
    }
}

fn execute(statement: &mut CachedStatement<'_>, vals: &[Val<'_>]) -> rusqlite::Result<usize> {
    statement.execute(params_from_iter(vals.iter().map(Val::bound)))
}

/// Every statement that a test runs is checked, also one that is put together of constants. What is asked of the engine
/// itself begins with its own word.
fn must_be_portable(sql: &str) {
    debug_assert!(sql.starts_with("pragma ") || crate::portable(sql).is_ok(), "{:?}: {sql}", crate::portable(sql));
}
