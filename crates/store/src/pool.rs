//! Reading connections, opened as they are needed up to a limit and lent to one caller at a time.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use crate::asked::Asking;
use crate::server::Session;
use crate::{Database, Error, Tx, connection};

/// How long a caller waits for a connection before it is told that the database is busy.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Pool {
    database: Database,
    limit: usize,
    stock: Mutex<Stock>,
    returned: Condvar,
    /// What was asked over all of them.
    pub(crate) asking: Asking,
}

#[derive(Debug, Default)]
struct Stock {
    idle: Vec<Reading>,
    /// Idle and lent together; never above the limit.
    open: usize,
}

#[derive(Debug)]
enum Reading {
    File(Connection),
    Server(Box<Session>),
}

/// A connection on loan; goes back by being dropped.
pub(crate) struct Loan<'a> {
    pool: &'a Pool,
    connection: Option<Reading>,
}

impl Pool {
    pub(crate) fn new(database: Database, limit: usize) -> Pool {
        Pool {
            database,
            limit: limit.max(1),
            stock: Mutex::default(),
            returned: Condvar::new(),
            asking: Asking::default(),
        }
    }

    pub(crate) fn lend(&self) -> Result<Loan<'_>, Error> {
        let stock = self.stock.lock().unwrap_or_else(PoisonError::into_inner);
        let none_left = |stock: &mut Stock| stock.idle.is_empty() && stock.open >= self.limit;
        let (mut stock, waited) =
            self.returned.wait_timeout_while(stock, PATIENCE, none_left).unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(Error::Busy);
        }
        if let Some(connection) = stock.idle.pop() {
            return Ok(Loan { pool: self, connection: Some(connection) });
        }
        stock.open += 1;
        drop(stock);
        // From here the loan owns the place, and gives it back even when opening fails.
        let mut loan = Loan { pool: self, connection: None };
        loan.connection = Some(self.open()?);
        Ok(loan)
    }

    fn open(&self) -> Result<Reading, Error> {
        Ok(match &self.database {
            Database::File(path) => Reading::File(connection::reading(path)?),
            Database::Server(server) => Reading::Server(Box::new(server.reading()?)),
        })
    }
}

impl Loan<'_> {
    /// Begins a transaction; the end of the loan ends it.
    pub(crate) fn begin(&mut self) -> Result<Tx<'_>, Error> {
        if let Some(Reading::Server(session)) = &mut self.connection
            && let Err(error) = session.begin_reading()
        {
            // The server was started again while the connection lay idle. Nothing was asked yet, so another one will do.
            let Error::Unreachable(_) = error else { return Err(error) };
            self.connection = Some(self.pool.open()?);
            if let Some(Reading::Server(session)) = &mut self.connection {
                session.begin_reading()?;
            }
        }
        match &mut self.connection {
            Some(Reading::File(connection)) => {
                connection.prepare_cached("begin")?.execute([])?;
                Ok(Tx::of_file(connection).counted(&self.pool.asking))
            }
            Some(Reading::Server(session)) => Ok(Tx::of_server(session).counted(&self.pool.asking)),
            None => Err(Error::Busy),
        }
    }
}

impl Reading {
    /// Ends what is open on it; nothing, if it cannot be used any more.
    fn rested(mut self) -> Option<Reading> {
        let usable = match &mut self {
            Reading::File(connection) => {
                connection.is_autocommit()
                    || connection.prepare_cached("rollback").and_then(|mut end| end.execute([])).is_ok()
            }
            Reading::Server(session) => !session.is_open() || session.rollback().is_ok(),
        };
        usable.then_some(self)
    }
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        // A closure that failed or panicked leaves its transaction open; a connection that cannot end it is thrown away.
        let connection = self.connection.take().and_then(Reading::rested);
        let mut stock = self.pool.stock.lock().unwrap_or_else(PoisonError::into_inner);
        match connection {
            Some(connection) => stock.idle.push(connection),
            None => stock.open -= 1,
        }
        drop(stock);
        self.pool.returned.notify_one();
    }
}
