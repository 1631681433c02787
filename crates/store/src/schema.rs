//! The tables a database has, grown in steps.
//!
//! Steps only ever follow each other: there is no way back to an older version.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::Error;

/// What the database must hold.
#[derive(Clone, Copy, Debug)]
pub struct Schema<'a> {
    /// Marks it as this kind of database; not zero.
    pub application_id: i32,
    /// The statements of version 1, then those that lead from 1 to 2, and so on; the version is the number of steps.
    /// In them `{blob}` and `{i64}` stand for the engine's column types, and `{strict}`, after the closing bracket of a table,
    /// for its word that holds columns to their types.
    pub steps: &'a [&'a [&'a str]],
}

impl Schema<'_> {
    pub(crate) fn version(&self) -> i64 {
        i64::try_from(self.steps.len()).unwrap_or(i64::MAX)
    }

    /// How many steps follow a version.
    pub(crate) fn missing_from(&self, version: i64) -> Result<usize, Error> {
        let known = self.version();
        let missing = known.checked_sub(version).and_then(|steps| usize::try_from(steps).ok());
        missing.ok_or(Error::NewerSchema { found: version, known })
    }
}

/// How many steps the file still needs. Refuses a file of another application or of a newer program.
pub(crate) fn missing(connection: &Connection, schema: &Schema<'_>) -> Result<usize, Error> {
    let found: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("select count(*) from sqlite_schema", [], |row| row.get(0))?;
    if found == 0 && tables == 0 {
        return Ok(schema.steps.len());
    }
    if found != schema.application_id {
        return Err(Error::Foreign { found, expected: schema.application_id });
    }
    let version: i64 = connection
        .query_row("select version from schema_version where only_row = 1", [], |row| row.get(0))
        .optional()?
        .unwrap_or(0);
    schema.missing_from(version)
}

/// Takes the missing steps, all or none.
pub(crate) fn install(connection: &mut Connection, schema: &Schema<'_>) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again under the lock: another process may have taken the steps meanwhile.
    let missing = missing(&transaction, schema)?;
    transaction.pragma_update(None, "application_id", schema.application_id)?;
    transaction.execute(
        "create table if not exists schema_version (only_row integer primary key check (only_row = 1), version integer not null)",
        [],
    )?;
    for step in schema.steps.iter().skip(schema.steps.len() - missing) {
        for statement in *step {
            transaction.execute_batch(&spelled_out(statement))?;
        }
    }
    transaction.execute(
        "insert into schema_version (only_row, version) values (1, $1) on conflict (only_row) do update set version = excluded.version",
        [schema.version()],
    )?;
    transaction.commit()?;
    Ok(())
}

fn spelled_out(statement: &str) -> String {
    statement.replace("{blob}", "blob").replace("{i64}", "integer").replace("{strict}", "strict")
}
