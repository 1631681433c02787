//! What the project does to itself: generated files.
//!
//! Nothing here is shipped.

use clap::{Parser, Subcommand};

mod generate;

#[derive(Parser)]
#[command(about = "Tasks of the project on itself")]
struct Tasks {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write every generated file anew.
    Generate,
}

fn main() -> anyhow::Result<()> {
    match Tasks::parse().task {
        Task::Generate => generate::access::who_may_what(),
    }
}
