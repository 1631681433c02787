//! One connection to a database server, its prepared statements, and the transaction that is open on it.

use std::collections::HashMap;
use std::thread;

use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::ToSql;
use postgres::{Client, Statement};

use super::value::Bound;
use crate::{Error, Row, Val};

/// Statements kept prepared per connection; with one more, all are forgotten.
const STATEMENTS: usize = 512;

pub(crate) struct Session {
    /// Nothing only while it is being dropped.
    client: Option<Client>,
    statements: HashMap<Box<str>, Statement>,
    open: bool,
}

/// A statement failed, or the closure that was given its rows did.
pub(crate) enum Failure {
    /// After this the server takes no more of the same transaction.
    Statement(Error),
    /// The transaction stands.
    Closure(Error),
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("open", &self.open).finish_non_exhaustive()
    }
}

impl Session {
    pub(super) fn new(client: Client) -> Session {
        Session { client: Some(client), statements: HashMap::new(), open: false }
    }

    pub(super) fn client(&mut self) -> Result<&mut Client, Error> {
        self.client.as_mut().ok_or_else(|| Error::Unreachable("the connection is closed".into()))
    }

    /// Begins a transaction that sees one state of the database throughout.
    pub(crate) fn begin_reading(&mut self) -> Result<(), Error> {
        self.open = true;
        Ok(self.client()?.batch_execute("begin isolation level repeatable read read only")?)
    }

    /// Begins a transaction and asks something in the same breath.
    pub(super) fn begin_with(&mut self, question: &str) -> Result<Vec<postgres::SimpleQueryMessage>, Error> {
        self.open = true;
        let both = format!("begin isolation level read committed read write; {question}");
        Ok(self.client()?.simple_query(&both)?)
    }

    /// Is a transaction open, or may one be?
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    pub(crate) fn rollback(&mut self) -> Result<(), Error> {
        self.client()?.batch_execute("rollback")?;
        self.open = false;
        Ok(())
    }

    /// An error leaves the outcome in doubt, unless it is a conflict.
    pub(crate) fn commit(&mut self) -> Result<(), Error> {
        // A transaction in which a statement failed answers `commit` with a rollback and no error; the question before it
        // would fail.
        let done = self.client()?.batch_execute("select 1; commit").map_err(super::at_commit);
        self.open = false;
        done
    }

    /// Says a word of the engine's own.
    pub(crate) fn say(&mut self, sql: &str) -> Result<(), Error> {
        Ok(self.client()?.batch_execute(sql)?)
    }

    pub(crate) fn exec(&mut self, sql: &str, vals: &[Val<'_>]) -> Result<usize, Error> {
        let statement = self.prepared(sql)?;
        let bound: Vec<Bound<'_>> = vals.iter().copied().map(Bound).collect();
        let bound: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|val| val as _).collect();
        let changed = self.client()?.execute(&statement, &bound)?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    pub(crate) fn rows(
        &mut self,
        sql: &str,
        vals: &[Val<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let failed = |error: postgres::Error| Failure::Statement(error.into());
        let statement = self.prepared(sql).map_err(Failure::Statement)?;
        let client = self.client().map_err(Failure::Statement)?;
        let mut rows = client.query_raw(&statement, vals.iter().copied().map(Bound)).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            each(&Row::of_server(&row)).map_err(Failure::Closure)?;
        }
        Ok(())
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client()?.prepare(sql)?;
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(sql.into(), statement.clone());
        Ok(statement)
    }
}

impl Drop for Session {
    /// The client brings a runtime of its own, which must not be dropped on a thread that belongs to another runtime.
    fn drop(&mut self) {
        self.statements.clear();
        let client = self.client.take();
        if let Ok(closing) = thread::Builder::new().name("closing".into()).spawn(move || drop(client)) {
            let _ = closing.join();
        }
    }
}
