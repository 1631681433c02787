//! What a database server reports, as faults of storage.
//!
//! The texts name tables, columns and constraints at most: what the server says of single values is left out.

use postgres::error::DbError;

use crate::Error;

/// At a commit nothing is as certain as it would be before it.
pub(crate) fn at_commit(error: postgres::Error) -> Error {
    let refused = error.as_db_error().is_some_and(|reported| {
        // A constraint or a conflict between transactions is found before anything is durable.
        ["23", "40"].iter().any(|class| reported.code().code().starts_with(class))
    });
    match Error::from(error) {
        error if refused => error,
        error => Error::Io(error.to_string().into()),
    }
}

/// Whatever stood in the way of a connection.
pub(super) fn at_connect(error: &postgres::Error) -> Error {
    match error.as_db_error() {
        Some(reported) => Error::Unreachable(reported.message().into()),
        None => Error::Unreachable(error.to_string().into()),
    }
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        let Some(reported) = error.as_db_error() else {
            let source = std::error::Error::source(&error);
            let lost = error.is_closed() || source.is_some_and(<dyn std::error::Error>::is::<std::io::Error>);
            let text = error.to_string().into();
            return if lost { Error::Unreachable(text) } else { Error::Engine(text) };
        };
        let code = reported.code().code();
        let text = || said(reported).into();
        match (code.get(..2).unwrap_or(code), code) {
            ("23", _) => Error::Conflict(text()),
            (_, "53100") => Error::Full,
            ("53" | "40", _) | (_, "55P03" | "57014") => Error::Busy,
            ("08", _) | (_, "25P03" | "57P01" | "57P02" | "57P03" | "57P04" | "57P05") => Error::Unreachable(text()),
            ("58", _) => Error::Io(text()),
            (_, "XX001" | "XX002") => Error::Corrupt(text()),
            _ => Error::Engine(text()),
        }
    }
}

fn said(reported: &DbError) -> String {
    let code = reported.code().code();
    // Messages of these classes repeat the value that was wrong.
    let message = if ["21", "22"].iter().any(|class| code.starts_with(class)) { "a value" } else { reported.message() };
    let places = [reported.table(), reported.column(), reported.constraint()];
    let places: Vec<&str> = places.into_iter().flatten().collect();
    format!("{message} ({code} {})", places.join(" "))
}
