//! Values as they go into a statement and come out of a row.
//!
//! Three kinds are enough and mean the same in every engine: whole numbers, text, bytes. Dates, ids and yes/no are the
//! caller's to express in them; there are no floating-point columns.

use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::{Error, server};

/// A value bound to a statement or found in a column; borrowed from whoever holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Val<'a> {
    /// A whole number.
    I64(i64),
    /// Text in UTF-8.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// Nothing.
    Null,
}

impl Val<'_> {
    pub(crate) fn bound(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(match *self {
            Val::I64(number) => ValueRef::Integer(number),
            Val::Text(text) => ValueRef::Text(text.as_bytes()),
            Val::Blob(bytes) => ValueRef::Blob(bytes),
            Val::Null => ValueRef::Null,
        })
    }
}

impl From<i64> for Val<'_> {
    fn from(number: i64) -> Self {
        Val::I64(number)
    }
}

impl From<i32> for Val<'_> {
    fn from(number: i32) -> Self {
        Val::I64(number.into())
    }
}

impl From<u32> for Val<'_> {
    fn from(number: u32) -> Self {
        Val::I64(number.into())
    }
}

impl<'a> From<&'a str> for Val<'a> {
    fn from(text: &'a str) -> Self {
        Val::Text(text)
    }
}

impl<'a> From<&'a String> for Val<'a> {
    fn from(text: &'a String) -> Self {
        Val::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Val<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Val::Blob(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Val<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Val::Blob(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Val<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Val::Blob(bytes)
    }
}

impl<'a, T: Into<Val<'a>>> From<Option<T>> for Val<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Val::Null, Into::into)
    }
}

/// What a column can be read as.
pub trait Column<'a>: Sized {
    /// The value, or nothing if the column holds another kind of value.
    fn from_val(val: Val<'a>) -> Option<Self>;
}

impl<'a> Column<'a> for Val<'a> {
    fn from_val(val: Val<'a>) -> Option<Self> {
        Some(val)
    }
}

impl Column<'_> for i64 {
    fn from_val(val: Val<'_>) -> Option<Self> {
        match val {
            Val::I64(number) => Some(number),
            _ => None,
        }
    }
}

impl Column<'_> for u64 {
    fn from_val(val: Val<'_>) -> Option<Self> {
        i64::from_val(val)?.try_into().ok()
    }
}

impl Column<'_> for u32 {
    fn from_val(val: Val<'_>) -> Option<Self> {
        i64::from_val(val)?.try_into().ok()
    }
}

impl<'a> Column<'a> for &'a str {
    fn from_val(val: Val<'a>) -> Option<Self> {
        match val {
            Val::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Column<'_> for String {
    fn from_val(val: Val<'_>) -> Option<Self> {
        <&str>::from_val(val).map(Into::into)
    }
}

impl<'a> Column<'a> for &'a [u8] {
    fn from_val(val: Val<'a>) -> Option<Self> {
        match val {
            Val::Blob(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl Column<'_> for Vec<u8> {
    fn from_val(val: Val<'_>) -> Option<Self> {
        <&[u8]>::from_val(val).map(Into::into)
    }
}

impl<const N: usize> Column<'_> for [u8; N] {
    fn from_val(val: Val<'_>) -> Option<Self> {
        <&[u8]>::from_val(val)?.try_into().ok()
    }
}

impl<'a, T: Column<'a>> Column<'a> for Option<T> {
    fn from_val(val: Val<'a>) -> Option<Self> {
        match val {
            Val::Null => Some(None),
            val => T::from_val(val).map(Some),
        }
    }
}

/// One row of an answer; lives only inside the closure it is given to.
pub struct Row<'a> {
    row: Source<'a>,
}

/// Whose row it is.
enum Source<'a> {
    File(&'a rusqlite::Row<'a>),
    Server(&'a postgres::Row),
}

impl<'a> Row<'a> {
    pub(crate) fn of_file(row: &'a rusqlite::Row<'a>) -> Row<'a> {
        Row { row: Source::File(row) }
    }

    pub(crate) fn of_server(row: &'a postgres::Row) -> Row<'a> {
        Row { row: Source::Server(row) }
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        match self.row {
            Source::File(row) => row.as_ref().column_count(),
            Source::Server(row) => row.len(),
        }
    }

    /// The column at `index`, counted from 0. A null, or a value of another kind, length or range, is
    /// [`Error::Unreadable`]; ask for an `Option` where null is meant.
    pub fn get<'row, T: Column<'row>>(&'row self, index: usize) -> Result<T, Error> {
        let val = match self.row {
            Source::File(row) => match row.get_ref(index)? {
                ValueRef::Integer(number) => Some(Val::I64(number)),
                ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(Val::Text),
                ValueRef::Blob(bytes) => Some(Val::Blob(bytes)),
                ValueRef::Null => Some(Val::Null),
                ValueRef::Real(_) => None,
            },
            Source::Server(row) => server::column(row, index)?,
        };
        val.and_then(T::from_val).ok_or_else(|| {
            let name = match self.row {
                Source::File(row) => row.as_ref().column_name(index).unwrap_or("?"),
                Source::Server(row) => row.columns().get(index).map_or("?", postgres::Column::name),
            };
            Error::unreadable(&format!("column {index} ({name})"))
        })
    }
}
