//! The program as it is served, in a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, ensure};

/// A running server. It is killed when this goes.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: String,
}

/// The program, built as this task was.
pub fn built(root: &Path) -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("passerelle");
    if !program.exists() {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--locked", "--package", "passerelle"]).current_dir(root);
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        ensure!(cargo.status()?.success(), "the program was not built");
    }
    ensure!(program.exists(), "{} is not there: build the program", program.display());
    Ok(program)
}

impl Server {
    /// Starts it on a free port.
    pub fn start(program: &Path, data: &Path) -> anyhow::Result<Self> {
        Self::begin(Command::new(program), data)
    }

    /// The same, with files that cannot grow beyond so many bytes: the system fails the write, as a failing disk would.
    pub fn start_within(program: &Path, data: &Path, bytes: u64) -> anyhow::Result<Self> {
        let mut command = Command::new("sh");
        // The signal that would end the process is ignored; the limit is counted in blocks of 512 bytes.
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", bytes / 512)]).arg(program);
        Self::begin(command, data)
    }

    fn begin(mut command: Command, data: &Path) -> anyhow::Result<Self> {
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data);
        command.env("RUST_LOG", "off").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let mut said = String::new();
        BufReader::new(child.stdout.take().context("its output")?).read_line(&mut said)?;
        let address = said.trim().strip_prefix("listening on http://").map(str::to_owned);
        let started = Self { child, address: address.clone().unwrap_or_default() };
        // Not started, it is ended by being dropped.
        ensure!(address.is_some(), "the server did not start: {said:?}");
        Ok(started)
    }

    /// Memory of the process in MiB.
    pub fn memory(&self) -> anyhow::Result<u64> {
        crate::watch::memory(&self.child.id().to_string())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}
