//! The library that stands between a drilled process and its disk: built from C when a drill begins, by the compiler that the
//! project needs anyway. Nothing of it is in the product.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

const POWER_CUT: &str = include_str!("powercut.c");

/// Builds it below `above`.
pub fn build(above: &Path) -> anyhow::Result<PathBuf> {
    let (source, library) = (above.join("powercut.c"), above.join("powercut.so"));
    std::fs::write(&source, POWER_CUT)?;
    let built = Command::new("cc")
        .args(["-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .args(["-ldl", "-lpthread"])
        .output()
        .context("a C compiler, `cc`, is needed")?;
    ensure!(built.status.success(), "cc: {}", String::from_utf8_lossy(&built.stderr));
    Ok(library)
}
