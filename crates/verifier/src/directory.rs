//! The files of a copy in a directory.
//!
//! Reads only the names that `ledger` asks for, and never more of a file than a good one could hold.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use ledger::check::Files;
use ledger::export::{self, Lines};

/// No tile or bundle is longer.
const LONGEST_FILE: u64 = 65_536;

/// The longest body, with every byte escaped in JSON, and some room.
const LONGEST_LINE: u64 = 128 * 1024 * 1024;

/// A copy in a directory.
pub struct Directory {
    path: PathBuf,
    envelopes: Option<BufReader<File>>,
    bodies: Option<BufReader<File>>,
}

impl Directory {
    /// Opens a copy; its files of lines may be absent.
    pub fn open(path: &Path) -> Result<Self, String> {
        if !path.is_dir() {
            return Err(format!("{} is not a directory", path.display()));
        }
        let lines = |lines: Lines| -> Result<Option<BufReader<File>>, String> {
            let path = path.join(lines.file());
            Ok(absent_is_none(&path, File::open(&path))?.map(BufReader::new))
        };
        Ok(Self { path: path.to_owned(), envelopes: lines(Lines::Envelopes)?, bodies: lines(Lines::Bodies)? })
    }

    /// Where the copy is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files in `older/`, by name; none when there is no such directory.
    pub fn older(&self) -> Result<Vec<PathBuf>, String> {
        let older = self.path.join(export::OLDER);
        let Some(found) = absent_is_none(&older, fs::read_dir(&older))? else { return Ok(Vec::new()) };
        let files: Result<Vec<PathBuf>, io::Error> = found.map(|file| file.map(|file| file.path())).collect();
        let mut files = files.map_err(|error| format!("{} not read: {error}", older.display()))?;
        files.sort();
        Ok(files)
    }
}

impl Files for Directory {
    type Fault = String;

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let path = self.path.join(path);
        let Some(file) = absent_is_none(&path, File::open(&path))? else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = file.take(LONGEST_FILE + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("{} not read: {error}", path.display()))?;
        Ok(Some(bytes))
    }

    fn next_line(&mut self, lines: Lines) -> Result<Option<Vec<u8>>, String> {
        let reader = match lines {
            Lines::Envelopes => &mut self.envelopes,
            Lines::Bodies => &mut self.bodies,
        };
        let Some(reader) = reader else { return Ok(None) };
        let mut line = Vec::new();
        let read = reader.take(LONGEST_LINE).read_until(b'\n', &mut line);
        read.map_err(|error| format!("{} not read: {error}", lines.file()))?;
        if line.pop_if(|last| *last == b'\n').is_none() && line.is_empty() {
            return Ok(None);
        }
        Ok(Some(line))
    }
}

/// A file or directory that is not there is no fault.
fn absent_is_none<T>(path: &Path, opened: io::Result<T>) -> Result<Option<T>, String> {
    match opened {
        Ok(opened) => Ok(Some(opened)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{} not read: {error}", path.display())),
    }
}
