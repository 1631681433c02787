//! Whether what a server holds is sound, as far as the server itself can tell.

use super::Server;
use crate::Error;

impl Server {
    /// Lists what is wrong: no checksums, rows that cannot be read, references that were never checked.
    pub(crate) fn integrity_check(&self) -> Result<Vec<String>, Error> {
        let mut client = self.connect()?;
        let mut wrong = Vec::new();
        let checksums: String = client.query_one("show data_checksums", &[])?.try_get(0)?;
        if checksums != "on" {
            wrong.push("the server keeps no checksums of its pages (initdb --data-checksums)".to_owned());
        }
        let unchecked = "select conname::text from pg_catalog.pg_constraint
                         where connamespace = current_schema()::regnamespace and not convalidated order by conname";
        for row in client.query(unchecked, &[])? {
            wrong.push(format!("the constraint {} was never checked", row.try_get::<_, String>(0)?));
        }
        let tables = "select quote_ident(tablename) from pg_catalog.pg_tables where schemaname = current_schema()
                      order by tablename";
        for row in client.query(tables, &[])? {
            let table: String = row.try_get(0)?;
            // As text, so that what is stored beside the row is read too.
            let read =
                client.query_one(&format!("select coalesce(sum(length(t::text)), 0)::bigint from {table} t"), &[]);
            if let Err(error) = read {
                match Error::from(error) {
                    lost @ Error::Unreachable(_) => return Err(lost),
                    error => wrong.push(format!("{table}: {error}")),
                }
            }
        }
        Ok(wrong)
    }
}
