//! Where a test keeps its database: in a file, or on the server that `PASSERELLE_TEST_POSTGRES` names.
//!
//! Taken in by the tests of other crates too, by its path; whoever does has `Database` and `Server` beside it. A server
//! that does not answer is a failure, never a skip.

use std::error::Error;
use std::path::Path;

use super::{Database, Server};

/// The address of a server for tests; `.ci/postgres` starts one.
const SERVER: &str = "PASSERELLE_TEST_POSTGRES";

/// Do these tests run on a server?
pub fn is_server() -> bool {
    std::env::var_os(SERVER).is_some()
}

/// The database that belongs to this path: the file itself or, on a server, a schema of its own. The path lies in a fresh
/// temporary folder, so nobody else has it; the same path is the same database.
pub fn database(path: &Path) -> Result<Database, Box<dyn Error>> {
    if !is_server() {
        return Ok(Database::File(path.to_owned()));
    }
    let server = Server::parse(&std::env::var(SERVER)?)?;
    Ok(Database::Server(server.within(&schema(path))?))
}

/// The schema that belongs to a path.
pub fn schema(path: &Path) -> String {
    // Upper-case letters are told apart from lower-case ones, as the folder's name does.
    let plain = |sign: char| match sign {
        'a'..='z' | '0'..='9' => sign.to_string(),
        'A'..='Z' => format!("_{}", sign.to_ascii_lowercase()),
        _ => "__".to_owned(),
    };
    let name: String = path.to_string_lossy().chars().map(plain).collect();
    format!("t{}", name.chars().rev().take(55).collect::<Vec<_>>().into_iter().rev().collect::<String>())
}
