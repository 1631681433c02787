//! After something was deleted: the files of the engine hold nothing of it any more.
//!
//! A deleted value is overwritten in its page (`secure_delete`), but older pages live on in the write-ahead log until that is
//! moved into the database and cut to nothing. Both are done here, and then the files are read to see that it is so. The files of
//! a server are read by nobody else: there the tables are written anew (`server/anew.rs`).

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::time::Duration;

use crate::{Database, Error, Store, connection};

/// How long readers of an older state are waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is tried within that time, and the pause before the next try where the engine did not wait itself.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(20);

/// What the files of the engine still hold of something that was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remains {
    /// They were read through, and hold nothing of it.
    Nothing,
    /// Something, for somebody still reads an older state; to be asked again.
    Something,
    /// The files are a server's, which alone can read them. Its tables were written anew without what was deleted (the largest
    /// were vacuumed); its own log and copies run out by themselves.
    OnServer,
}

impl Store {
    /// Writes the whole file of the database anew, where the engine keeps one. Pages that were split or joined while much was
    /// deleted may hold in their empty places what has moved elsewhere; in a new file there is nothing of it.
    ///
    /// A crash leaves the file as it was before.
    ///
    /// # Errors
    /// The engine could not have the file for itself.
    pub fn write_anew(&self) -> Result<(), Error> {
        let Database::File(database) = self.database() else { return Ok(()) };
        let connection = connection::copying(database)?;
        connection.busy_timeout(PATIENCE)?;
        connection.execute_batch("vacuum; pragma wal_checkpoint(truncate);")?;
        Ok(())
    }

    /// Empties the write-ahead log and reads every file of the database for these sixteen bytes.
    pub fn remains_of(&self, traces: &[[u8; 16]]) -> Result<Remains, Error> {
        let database = match self.database() {
            Database::File(database) => database,
            Database::Server(server) => return server.write_anew(PATIENCE / TRIES, TRIES),
        };
        let connection = connection::copying(database)?;
        connection.busy_timeout(PATIENCE / TRIES)?;
        // The engine waits for readers by itself, but not for the writer that empties the log at the same moment.
        let mut busy = 1;
        for _ in 0..TRIES {
            busy = connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get::<_, i64>(0))?;
            if busy == 0 {
                break;
            }
            std::thread::park_timeout(PAUSE);
        }
        drop(connection);
        if busy != 0 {
            return Ok(Remains::Something);
        }
        let traces: BTreeSet<&[u8]> = traces.iter().map(<[u8; 16]>::as_slice).collect();
        for end in ["", "-wal", "-shm"] {
            let mut file = OsString::from(database);
            file.push(end);
            if found(&PathBuf::from(file), &traces)? {
                return Ok(Remains::Something);
            }
        }
        Ok(Remains::Nothing)
    }
}

/// Does the file hold any of these? A missing file holds nothing.
fn found(path: &PathBuf, traces: &BTreeSet<&[u8]>) -> Result<bool, Error> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    // Few places begin like any of them; only those are looked up.
    let mut first = vec![false; 1 << 16];
    let start = |window: &[u8]| match window {
        [one, other, ..] => usize::from(*one) << 8 | usize::from(*other),
        _ => 0,
    };
    for trace in traces {
        if let Some(mark) = first.get_mut(start(trace)) {
            *mark = true;
        }
    }
    let mut held = Vec::new();
    let mut buffer = vec![0_u8; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(false);
        }
        held.extend_from_slice(buffer.get(..read).unwrap_or(&[]));
        for window in held.windows(16) {
            if first.get(start(window)) == Some(&true) && traces.contains(window) {
                return Ok(true);
            }
        }
        // What may begin a trace that goes on in the next piece.
        held.drain(..held.len().saturating_sub(15));
    }
}
