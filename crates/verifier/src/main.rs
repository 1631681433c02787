//! `passerelle-verify`: checks an exported copy of a ledger without trusting the program that wrote it.
//!
//! Reads files and prints what it found; all judging is in `ledger::check`. It opens no connection, reads no database
//! and changes nothing.

mod arguments;
mod day;
mod directory;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ledger::check::{self, Report, Stop};
use ledger::{Checkpoint, Error, Note, VerifierKey, export};

use arguments::{Arguments, Asked};
use directory::Directory;

/// Why the copy was not found good.
enum Failure {
    /// The copy is bad: exit code 1.
    Bad(String),
    /// It could not be checked: exit code 2.
    Unchecked(String),
}

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Asked::Check(arguments)) => arguments,
        Ok(Asked::Help) => {
            print!("{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Ok(Asked::Version) => {
            println!("passerelle-verify {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Err(why) => {
            eprintln!("passerelle-verify: {why}\nTry passerelle-verify --help.");
            return ExitCode::from(2);
        }
    };
    match verify(&arguments) {
        Ok(()) => {
            println!("good           everything in this copy agrees with its checkpoint");
            ExitCode::SUCCESS
        }
        Err(Failure::Bad(why)) => {
            println!("BAD            {why}");
            ExitCode::from(1)
        }
        Err(Failure::Unchecked(why)) => {
            eprintln!("passerelle-verify: {why}");
            ExitCode::from(2)
        }
    }
}

/// Checks signature, leaves, tiles, earlier checkpoints and lines, printing each finding as soon as it is certain.
fn verify(arguments: &Arguments) -> Result<(), Failure> {
    let mut directory = Directory::open(&arguments.directory).map_err(Failure::Unchecked)?;
    let key = log_key(arguments, &directory)?;
    let bad_checkpoint = |why: Error| Failure::Bad(format!("{}: {why}", export::CHECKPOINT));
    let note = read_note(&arguments.directory.join(export::CHECKPOINT)).map_err(Failure::Unchecked)?;
    let note = Note::parse(&note).map_err(bad_checkpoint)?;
    let checkpoint = Checkpoint::open(&note, &key).map_err(bad_checkpoint)?;
    println!("origin         {}", checkpoint.origin);
    println!("checkpoint     {} leaves, root {}, signature true", checkpoint.size, checkpoint.root);
    for witness in &arguments.witnesses {
        let time = note.verify(witness).map_err(bad_checkpoint)?;
        let when = time.map_or_else(|| "at no stated time".to_owned(), |time| day::utc(time.saturating_mul(1000)));
        println!("cosigned       {when} by {}", witness.name());
    }
    let held = held_checkpoints(arguments, &directory, &key)?;
    let report = check::copy(&mut directory, &checkpoint, &held).map_err(|stop| match stop {
        Stop::Flaw(flaw) => Failure::Bad(flaw.to_string()),
        Stop::Fault(why) => Failure::Unchecked(why),
    })?;
    print_report(&report, held.len());
    Ok(())
}

/// The key given on the command line, or else the one lying in the copy, with a warning.
fn log_key(arguments: &Arguments, directory: &Directory) -> Result<VerifierKey, Failure> {
    if let Some(key) = &arguments.key {
        println!("key            given from outside the copy");
        return Ok(key.clone());
    }
    let path = directory.path().join(export::VERIFIER_KEY);
    let text = std::fs::read_to_string(&path)
        .map_err(|error| Failure::Unchecked(format!("no --vkey given, and {} not read: {error}", path.display())))?;
    let key = VerifierKey::parse(text.trim_end_matches('\n'))
        .map_err(|why| Failure::Bad(format!("{}: {why}", path.display())))?;
    eprintln!(
        "passerelle-verify: warning: the key was taken from the copy itself. That shows only that the copy agrees with itself;\n\
         obtain the key another way and give it with --vkey."
    );
    println!("key            found in the copy, not known from outside");
    Ok(key)
}

/// Checkpoints from `--held`, which must be readable, and from `older/` in the copy, which must be true.
fn held_checkpoints(
    arguments: &Arguments,
    directory: &Directory,
    key: &VerifierKey,
) -> Result<Vec<Checkpoint>, Failure> {
    let open = |path: &PathBuf| -> Result<Checkpoint, String> {
        let note = read_note(path)?;
        let opened = Note::parse(&note).and_then(|note| Checkpoint::open(&note, key));
        opened.map_err(|why| format!("{}: {why}", path.display()))
    };
    let mut held = Vec::new();
    for path in &arguments.held {
        held.push(open(path).map_err(Failure::Unchecked)?);
    }
    for path in directory.older().map_err(Failure::Unchecked)? {
        held.push(open(&path).map_err(Failure::Bad)?);
    }
    Ok(held)
}

fn read_note(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} not read: {error}", path.display()))
}

fn print_report(report: &Report, held: usize) {
    let Report { leaves, tiles, recorded, envelopes, bodies } = report;
    println!("leaves         {leaves}, each as {tiles} tiles state it");
    if let Some((first, last)) = recorded {
        println!("recorded       from {} to {}, never going back", day::utc(*first), day::utc(*last));
    }
    match held {
        0 => println!("earlier        no earlier checkpoint given; keep this one for the next check"),
        _ => println!("earlier        {held} earlier checkpoints, nothing before them rewritten"),
    }
    println!("envelopes      {envelopes} of {leaves} present{}, each as committed to", share(*envelopes, *leaves));
    println!("bodies         {bodies} released, each as committed to");
}

/// `" (98.6 %)"`, rounded down, so that 100.0 % means all.
fn share(part: u64, whole: u64) -> String {
    let Some(per_mille) = (u128::from(part) * 1000).checked_div(u128::from(whole)) else { return String::new() };
    format!(" ({}.{} %)", per_mille / 10, per_mille % 10)
}
