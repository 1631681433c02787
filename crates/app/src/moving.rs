//! An installation whose database moves from its file to a server: every row, in one commit, and the same log after it.
//!
//! There is no way back but a backup, which is a file again.

use std::fs;
use std::path::PathBuf;

use store::{Settings, Store};

use crate::installation::{Place, read_tree};
use crate::refusal::Fault;
use crate::schema::schema;
use crate::writing::size_of;

/// What was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Leaves of the log.
    pub leaves: u64,
    /// The root over them, base64.
    pub root: String,
    /// Where the file lies that nobody uses any more.
    pub kept: PathBuf,
}

impl Place {
    /// Copies every row of the file to the empty database on the server, compares the logs, and puts the file out of the way.
    /// Nobody may serve the installation meanwhile.
    pub fn move_to_server(&self, settings: Settings) -> Result<Moved, Fault> {
        let file = self.database();
        let wrong = |why: &str| Fault::Installation { file: file.display().to_string(), why: why.to_owned() };
        if !self.is_on_a_server() {
            return Err(wrong("no server is named that it could be moved to: set `database` in the configuration"));
        }
        if !file.exists() {
            return Err(wrong("there is no database in this file that could be moved"));
        }
        let source = Store::open_with(&file, &schema(), settings)?;
        // Moves what is still in its log into the file, so that the file is whole by itself.
        drop(source.writer((), ())?);
        let target = self.store(settings)?;
        target.fill_from(&file)?;
        let (before, after) = (log_of(&source)?, log_of(&target)?);
        if before != after {
            return Err(wrong(
                "what the server holds is not what the file holds; empty the server's database and try again",
            ));
        }
        drop(source);
        let kept = file.with_extension("db.moved");
        fs::rename(&file, &kept).map_err(|error| wrong(&error.to_string()))?;
        let (leaves, root) = after;
        Ok(Moved { leaves, root, kept })
    }
}

fn log_of(store: &Store) -> Result<(u64, String), Fault> {
    store.read(|tx| {
        let size = size_of(tx)?;
        Ok((size, read_tree(tx, size)?.root().to_base64()))
    })
}
