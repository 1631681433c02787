//! Tables of a server without what was deleted: `vacuum full` writes a table into a new file and gives the old one back.
//!
//! A plain `vacuum` leaves the bytes of deleted rows in the empty places of pages; it is what a table gets that is too large to
//! be locked while it is written anew. What stands in the server's own log, in its archive and in base backups is not reached
//! from here: that runs out by itself, and whoever runs the server sees to it.
//!
//! A crash leaves each table as it was before, or written anew.

use std::time::Duration;

use postgres::Client;

use super::Server;
use crate::{Error, Remains};

/// A table of so many bytes is written anew while nobody can use it: a second or two. A larger one is vacuumed.
const LARGEST: i64 = 256 << 20;

/// The tables of this database and their size.
const TABLES: &str = "select quote_ident(c.relname), pg_relation_size(c.oid) from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname";

/// Whoever still sees the state before this moment: a snapshot, a copy that holds one back, a transaction put aside.
const OLDER: &str = "select
    (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_xmin is not null and age(backend_xmin) > age($1::text::xid))
  + (select count(*) from pg_replication_slots where xmin is not null and age(xmin) > age($1::text::xid))
  + (select count(*) from pg_prepared_xacts where age(transaction) > age($1::text::xid))";

impl Server {
    /// Writes the tables anew, once nobody reads a state from before; gives up after so many tries, each with so much patience.
    pub(crate) fn write_anew(&self, patience: Duration, tries: u32) -> Result<Remains, Error> {
        let mut client = self.connect()?;
        let wait = patience.as_millis().clamp(1, i32::MAX.unsigned_abs().into());
        client.batch_execute(&format!("set lock_timeout = {wait}"))?;
        // Younger than whatever was deleted before this was called.
        let now: String = client.query_one("select pg_current_xact_id()::xid::text", &[])?.try_get(0)?;
        if !is_alone(&mut client, &now, (patience, tries))? {
            return Ok(Remains::Something);
        }
        let tables: Vec<(String, i64)> = client
            .query(TABLES, &[])?
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<_, postgres::Error>>()?;
        for (table, bytes) in tables {
            let how = if bytes > LARGEST { "vacuum" } else { "vacuum full" };
            if !vacuumed(&mut client, &format!("{how} {table}"), tries)? {
                return Ok(Remains::Something);
            }
        }
        Ok(Remains::OnServer)
    }
}

/// Does nobody see an older state, now or after a little patience?
fn is_alone(client: &mut Client, now: &str, (patience, tries): (Duration, u32)) -> Result<bool, Error> {
    for _ in 0..tries {
        let older: i64 = client.query_one(OLDER, &[&now])?.try_get(0)?;
        if older == 0 {
            return Ok(true);
        }
        std::thread::park_timeout(patience / 10);
    }
    Ok(false)
}

/// Tries it as often as somebody else has the table.
fn vacuumed(client: &mut Client, how: &str, tries: u32) -> Result<bool, Error> {
    for _ in 0..tries {
        match client.batch_execute(how) {
            Ok(()) => return Ok(true),
            Err(error) if error.code() == Some(&postgres::error::SqlState::LOCK_NOT_AVAILABLE) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(false)
}
