//! Every row of one database into another that has the same tables and no rows, whichever engine either has.
//!
//! Copies no structure: the tables are made by the same steps as those of any other database.

use rusqlite::Connection;

use crate::{Error, Schema, Tx, Val};

/// The steps of a schema, kept for a copy that is made later.
#[derive(Clone, Debug)]
pub(crate) struct Steps {
    application_id: i32,
    steps: Vec<Vec<String>>,
}

impl Steps {
    pub(crate) fn of(schema: &Schema<'_>) -> Steps {
        let owned = |step: &&[&str]| step.iter().map(|sql| (*sql).to_owned()).collect();
        Steps { application_id: schema.application_id, steps: schema.steps.iter().map(owned).collect() }
    }

    /// Does something with them as a schema.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&Schema<'_>) -> T) -> T {
        let steps: Vec<Vec<&str>> = self.steps.iter().map(|step| step.iter().map(String::as_str).collect()).collect();
        let steps: Vec<&[&str]> = steps.iter().map(Vec::as_slice).collect();
        work(&Schema { application_id: self.application_id, steps: &steps })
    }
}

/// A table and its columns.
#[derive(Debug)]
pub(crate) struct Table {
    name: String,
    columns: Vec<String>,
}

/// The tables of a file, but for the one that holds its version.
pub(crate) fn tables_of(file: &Connection) -> Result<Vec<Table>, Error> {
    let mut names = file.prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'schema_version'
         order by name",
    )?;
    let names = names.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut columns = file.prepare("select name from pragma_table_info($1) order by cid")?;
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        let columns = columns.query_map([&name], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

/// Is there any row?
pub(crate) fn is_empty(tables: &[Table], tx: &mut Tx<'_>) -> Result<bool, Error> {
    for Table { name, .. } in tables {
        if tx.one(&format!("select 1 from {name} limit 1"), &[], |_| Ok(()))?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Copies every row of these tables.
pub(crate) fn copy(tables: &[Table], from: &mut Tx<'_>, to: &mut Tx<'_>) -> Result<(), Error> {
    for Table { name, columns } in tables {
        let listed = columns.join(", ");
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
        let insert = format!("insert into {name} ({listed}) values ({})", places.join(", "));
        from.rows(&format!("select {listed} from {name}"), &[], |row| {
            let vals = (0..columns.len()).map(|column| row.get(column)).collect::<Result<Vec<Val<'_>>, _>>()?;
            to.exec(&insert, &vals).map(|_| ())
        })?;
    }
    Ok(())
}
