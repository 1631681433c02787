//! The files of the work tree that are, or are about to be, under version control.
//!
//! Ignored files are not looked at, and nothing is changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

/// One file with its text.
pub struct Source {
    /// Relative to the root, with forward slashes.
    pub path: String,
    pub text: String,
}

/// Every file that is text; what is not UTF-8 has no lines to judge.
pub struct Tree {
    pub root: PathBuf,
    pub sources: Vec<Source>,
}

impl Tree {
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .current_dir(root)
            .output()
            .context("git could not be started")?;
        ensure!(listed.status.success(), "git does not list the files of {}", root.display());
        let mut sources = Vec::new();
        for path in String::from_utf8(listed.stdout)?.split('\0').filter(|path| !path.is_empty()) {
            // A file deleted but not yet committed is still listed.
            let Ok(bytes) = fs::read(root.join(path)) else { continue };
            if let Ok(text) = String::from_utf8(bytes) {
                sources.push(Source { path: path.to_owned(), text });
            }
        }
        Ok(Self { root: root.to_path_buf(), sources })
    }

    pub fn ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(move |source| source.path.ends_with(ending))
    }

    pub fn find(&self, path: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.path == path)
    }
}
