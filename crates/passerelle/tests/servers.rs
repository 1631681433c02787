//! The program with its database on a server: every command, a server that stands by, and one that is taken over from.
//!
//! On a database server only: `.ci/postgres cargo test -p passerelle --test servers -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../../store/tests/engine/mod.rs"]
mod engine;

use std::fs;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use app::installation::{Database, Server};
use tempfile::TempDir;

fn passerelle(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(arguments).env("RUST_LOG", "info");
    command
}

#[track_caller]
fn done(arguments: &[&str]) -> String {
    let output = passerelle(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A machine: a directory, and a configuration that names the database.
struct Machine {
    data: PathBuf,
    config: PathBuf,
}

fn machine(folder: &TempDir, name: &str) -> Machine {
    assert!(engine::is_server(), "PASSERELLE_TEST_POSTGRES must name a server; .ci/postgres starts one");
    let Database::Server(_) = engine::database(folder.path()).unwrap() else { unreachable!() };
    let server = std::env::var("PASSERELLE_TEST_POSTGRES").unwrap();
    let (data, config) = (folder.path().join(name), folder.path().join(format!("{name}.toml")));
    let schema = engine::schema(folder.path());
    fs::write(folder.path().join("password"), "open-sesame\n").unwrap();
    let lines = [
        format!("data = \"{name}\""),
        format!("database = \"{server}?options=-csearch_path%3D{schema}\""),
        "database_password = \"password\"".to_owned(),
        "listen = \"127.0.0.1:0\"".to_owned(),
        "https = \"none\"".to_owned(),
    ];
    fs::write(&config, lines.join("\n")).unwrap();
    Machine { data, config }
}

fn found(how: &[&str]) -> String {
    let rest = ["--zone", "Africa/Tunis", "--name", "Specimen", "--origin", "specimen.passerelle.example"];
    let people =
        ["--organisation", "Example Service", "--admin", "first:Eva Sample", "--admin", "second:Nabil Specimen"];
    done(&[&["init"][..], how, &rest, &people].concat())
}

/// A program that serves or stands by, ended when dropped.
struct Serving {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Serving {
    fn start(config: &Path) -> Self {
        let mut child = passerelle(&["serve", "--config", text(config)])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    fn says(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }

    fn health(&mut self) -> String {
        let said = self.says();
        let address = said.strip_prefix("listening on http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET /health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn tell(&self, signal: &str) {
        assert!(Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

#[test]
#[ignore = "on a database server only"]
fn every_command_works_on_a_server_and_none_shows_the_password() {
    let folder = TempDir::new().unwrap();
    let machine = machine(&folder, "place");
    let config = text(&machine.config);
    let mut shown = found(&["--config", config]);
    assert!(machine.data.join("keys/origin").exists() && !machine.data.join("casework.db").exists());
    for arguments in [
        &["verify", "--config", config][..],
        &["replay", "--config", config],
        &["check", "--all", "--config", config],
        &["account", "list", "--config", config],
        &["export", "log", "--config", config, text(&folder.path().join("copy"))],
    ] {
        shown.push_str(&done(arguments));
    }
    assert!(shown.contains("the log is what its checkpoint says"), "{shown}");
    assert!(shown.contains("every index table is what the ledger makes of it"), "{shown}");
    assert!(folder.path().join("copy/checkpoint").exists());
    let again =
        passerelle(&["init", "--config", config, "--zone", "Africa/Tunis", "--name", "S", "--origin", "s.example"])
            .args(["--organisation", "S", "--admin", "a:A", "--admin", "b:B"])
            .output()
            .unwrap();
    assert_eq!(again.status.code(), Some(2));
    shown.push_str(&said(&again));
    // A server that does not answer is said, and nothing else.
    let nobody =
        format!("data = \"{}\"\ndatabase = \"postgres://specimen:open-sesame@127.0.0.1:9/none\"", text(&machine.data));
    fs::write(folder.path().join("nobody.toml"), nobody).unwrap();
    let lost = passerelle(&["serve", "--config", text(&folder.path().join("nobody.toml"))]).output().unwrap();
    assert_eq!(lost.status.code(), Some(2));
    shown.push_str(&said(&lost));
    assert!(said(&lost).contains("cannot be reached"), "{}", said(&lost));
    assert!(!shown.contains("sesame"), "{shown}");
}

#[test]
#[ignore = "on a database server only"]
fn a_server_that_stands_by_begins_when_the_other_ends() {
    let folder = TempDir::new().unwrap();
    let (one, other) = (machine(&folder, "one"), machine(&folder, "other"));
    found(&["--config", text(&one.config)]);
    let copied = Command::new("cp").args(["-r", text(&one.data), text(&other.data)]).status().unwrap();
    assert!(copied.success());
    let mut first = Serving::start(&one.config);
    assert!(first.health().starts_with("HTTP/1.1 200"));
    let mut second = Serving::start(&other.config);
    assert_eq!(second.says(), "standing by: another server writes");
    first.tell("-TERM");
    assert!(first.child.wait().unwrap().success());
    assert!(second.health().starts_with("HTTP/1.1 200"));
    // And back, with the log grown meanwhile or not: the checkpoint of the first machine is older, and is gone on from.
    let mut third = Serving::start(&one.config);
    assert_eq!(third.says(), "standing by: another server writes");
    second.tell("-TERM");
    assert!(second.child.wait().unwrap().success());
    assert!(third.health().starts_with("HTTP/1.1 200"));
}

#[test]
#[ignore = "on a database server only"]
fn a_file_moves_to_a_server_and_is_the_same_log_there() {
    let folder = TempDir::new().unwrap();
    let machine = machine(&folder, "place");
    let (data, config) = (text(&machine.data), text(&machine.config));
    found(&["--data", data]);
    let before = done(&["verify", "--data", data]);
    let moved = done(&["move-to-server", "--config", config]);
    assert!(moved.contains("leaves are on the server"), "{moved}");
    assert!(!machine.data.join("casework.db").exists() && machine.data.join("casework.db.moved").exists());
    assert_eq!(done(&["verify", "--config", config]), before);
    done(&["replay", "--config", config]);
    let again = passerelle(&["move-to-server", "--config", config]).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("no database in this file"), "{}", said(&again));
    // Without the configuration nobody takes the directory for an installation and begins a second history.
    assert_eq!(passerelle(&["serve", "--data", data]).output().unwrap().status.code(), Some(2));
}
