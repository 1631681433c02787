//! The tables of a database on a server, grown in the same steps as those of a file.

use postgres::{Client, Transaction};

use super::lease;
use crate::schema::Schema;
use crate::{Error, Server, Synchronous};

/// One number for everybody who changes tables of ours: only one at a time does.
const LOCK: i64 = 0x5061_7373_5065_6c6c;

const VERSION: &str = "create table if not exists schema_version (
    only_row integer primary key check (only_row = 1), application integer not null, version bigint not null)";

/// Takes the steps that are missing, all or none. [`Error::WriterTaken`] while a writer is at work and steps are missing.
pub(crate) fn bring_forward(server: &Server, schema: &Schema<'_>, synchronous: Synchronous) -> Result<(), Error> {
    let mut session = server.writing(synchronous, std::time::Duration::ZERO)?;
    let client: &mut Client = session.client()?;
    let mut transaction = client.transaction()?;
    transaction.execute("select pg_advisory_xact_lock($1)", &[&LOCK])?;
    let missing = missing(&mut transaction, schema)?;
    if missing == 0 {
        return Ok(transaction.rollback()?);
    }
    transaction.batch_execute(VERSION)?;
    transaction.batch_execute(lease::TABLE)?;
    transaction.batch_execute(
        "insert into writer_lease (only_row, epoch, holder, until) values (1, 0, '', 0) on conflict (only_row) do nothing",
    )?;
    // Locked until the commit; whoever wrote under the older tables finds a higher epoch, and no more of its own.
    let free = transaction.query(
        "update writer_lease set epoch = epoch + 1
         where only_row = 1 and until <= extract(epoch from clock_timestamp()) * 1000 returning epoch",
        &[],
    )?;
    if free.is_empty() {
        return Err(Error::WriterTaken);
    }
    for step in schema.steps.iter().skip(schema.steps.len() - missing) {
        for statement in *step {
            transaction.batch_execute(&spelled_out(statement))?;
        }
    }
    transaction.execute(
        "insert into schema_version (only_row, application, version) values (1, $1, $2)
         on conflict (only_row) do update set version = excluded.version",
        &[&schema.application_id, &schema.version()],
    )?;
    transaction.commit().map_err(super::at_commit)
}

/// How many steps the database still needs. Refuses one of another application or of a newer program.
fn missing(transaction: &mut Transaction<'_>, schema: &Schema<'_>) -> Result<usize, Error> {
    let tables = "select count(*), count(*) filter (where c.relname = 'schema_version')
                  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = current_schema() and c.relkind in ('r', 'p')";
    let row = transaction.query_one(tables, &[])?;
    let (all, ours): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    let expected = schema.application_id;
    match (all, ours) {
        (0, _) => return Ok(schema.steps.len()),
        (_, 0) => return Err(Error::Foreign { found: 0, expected }),
        _ => {}
    }
    let row = transaction.query_one("select application, version from schema_version where only_row = 1", &[])?;
    let (found, version): (i32, i64) = (row.try_get(0)?, row.try_get(1)?);
    if found != expected {
        return Err(Error::Foreign { found, expected });
    }
    schema.missing_from(version)
}

/// Text is compared by its bytes, as in a file, whatever the server's own order of letters is.
fn spelled_out(statement: &str) -> String {
    let statement = statement.replace("{blob}", "bytea").replace("{i64}", "bigint").replace("{strict}", "");
    if !statement.trim_start().starts_with("create table") {
        return statement;
    }
    let mut spelled = String::with_capacity(statement.len() + 64);
    let mut rest = statement.as_str();
    while let Some((before, after)) = rest.split_once("text") {
        spelled.push_str(before);
        // The second word of a column is its type; the first is its name.
        let begins = spelled.ends_with(char::is_whitespace)
            && spelled.trim_end().ends_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
        spelled.push_str("text");
        let ends = !after.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
        if begins && ends {
            spelled.push_str(" collate \"C\"");
        }
        rest = after;
    }
    spelled.push_str(rest);
    spelled
}

#[cfg(test)]
mod tests {
    use super::spelled_out;

    #[test]
    fn text_is_ordered_by_its_bytes_and_a_column_may_be_called_text() {
        assert_eq!(
            spelled_out(
                "create table kept (id {blob} primary key, text text not null, context {i64}, note text){strict}"
            ),
            "create table kept (id bytea primary key, text text collate \"C\" not null, context bigint, note text collate \"C\")"
        );
        assert_eq!(
            spelled_out("create index kept_text on kept (id, text)"),
            "create index kept_text on kept (id, text)"
        );
    }
}
