//! What the project does to itself: proofs of its own rules, generated files, measurements.
//!
//! Nothing here is shipped, and nothing here is needed to run the product.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

mod bench;
mod drill;
mod generate;
mod house;
mod http;
mod tidy;
mod tree;
mod watch;

#[derive(Parser)]
#[command(about = "Tasks of the project on itself")]
struct Tasks {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prove the rules that no compiler proves: which crate may know which, how files are named, pages without
    /// physical directions, one set of words in every language.
    Tidy,
    /// Write every generated file anew.
    Generate {
        /// Write nothing; fail if a file differs from what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Measure the whole path beside the disk's own flush. Run it in a release build.
    Bench(bench::Bench),
    /// Break it on purpose — kills, power cuts, full disks, flipped bits — and see that it keeps its word.
    Drill {
        /// Which.
        #[command(subcommand)]
        drill: drill::Drill,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The causes in one line: a stack of ours helps nobody who reads what a check found.
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let root = root()?;
    match Tasks::parse().task {
        Task::Bench(asked) => bench::bench(&asked),
        Task::Drill { drill } => drill::run(&root, &drill),
        Task::Tidy => tidy::tidy(&root),
        Task::Generate { check: false } => generate::write(&root),
        Task::Generate { check: true } => generate::compare(&root),
    }
}

/// The root of the work tree: the folder above this crate.
fn root() -> anyhow::Result<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    above.map(Path::to_path_buf).context("the task crate has no parent folder")
}
