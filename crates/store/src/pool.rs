//! Reading connections, opened as they are needed up to a limit and lent to one caller at a time.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use crate::{Error, connection};

/// How long a caller waits for a connection before it is told that the database is busy.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Pool {
    path: PathBuf,
    limit: usize,
    stock: Mutex<Stock>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Stock {
    idle: Vec<Connection>,
    /// Idle and lent together; never above the limit.
    open: usize,
}

/// A connection on loan; goes back by being dropped.
pub(crate) struct Loan<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
}

impl Pool {
    pub(crate) fn new(path: PathBuf, limit: usize) -> Pool {
        Pool { path, limit: limit.max(1), stock: Mutex::default(), returned: Condvar::new() }
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
        loan.connection = Some(connection::reading(&self.path)?);
        Ok(loan)
    }
}

impl Loan<'_> {
    pub(crate) fn connection(&self) -> Result<&Connection, Error> {
        self.connection.as_ref().ok_or(Error::Busy)
    }
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        // A closure that failed or panicked leaves its transaction open; a connection that cannot end it is thrown away.
        let connection = self.connection.take().filter(|connection| {
            connection.is_autocommit()
                || connection.prepare_cached("rollback").and_then(|mut end| end.execute([])).is_ok()
        });
        let mut stock = self.pool.stock.lock().unwrap_or_else(PoisonError::into_inner);
        match connection {
            Some(connection) => stock.idle.push(connection),
            None => stock.open -= 1,
        }
        drop(stock);
        self.pool.returned.notify_one();
    }
}
