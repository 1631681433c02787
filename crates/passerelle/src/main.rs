//! `passerelle`: the one program. Makes an installation, serves it, shows a demonstration, checks rules and the log.
//!
//! It decides nothing: every command asks `app`, `safeguards` or `web` and prints what came back. Exit code 0 means fine, 1
//! means that something was found bad, 2 that the question could not be answered.

mod arguments;
mod backup;
mod check;
mod config;
mod demo;
mod init;
mod inspect;
mod keys;
mod opened;
mod profile;
mod rules;
mod running;
mod serve;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Account, Arguments, Command, Export, Profile};

/// How a command ended that could answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Everything is as it should be.
    Fine,
    /// Something was found bad.
    Bad,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    logging();
    let outcome = match arguments.command {
        Command::Init(asked) => init::run(&asked),
        Command::Serve(asked) => serve::run(&asked),
        Command::Demo(asked) => demo::run(&asked),
        Command::Rules(asked) => rules::run(&asked),
        Command::Profile { what: Profile::Check(asked) } => profile::check(&asked),
        Command::Check(asked) => check::run(&asked),
        Command::Replay(asked) => inspect::replay(&asked),
        Command::Verify(asked) => inspect::verify(&asked),
        Command::Export { what: Export::Log(asked) } => inspect::export_log(&asked),
        Command::Backup(asked) => backup::run(&asked),
        Command::BackupKey { what } => backup::key(&what),
        Command::Restore(asked) => backup::restore(&asked),
        Command::Keys { what } => keys::run(&what),
        Command::ContinueAfterLoss(asked) => keys::go_on(&asked),
        Command::MoveToServer(asked) => opened::move_to_server(&asked),
        Command::Account { what: Account::List(asked) } => inspect::accounts(&asked),
    };
    match outcome {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Err(error) => {
            eprintln!("passerelle: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// One JSON object a line, on standard error. `RUST_LOG` chooses how much.
fn logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).with_env_filter(filter).init();
}
