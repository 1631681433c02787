//! The program from outside: commands, exit codes, a real socket.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

fn passerelle(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(arguments).env("RUST_LOG", "warn");
    command
}

fn run(arguments: &[&str]) -> Output {
    passerelle(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn init(data: &Path, zone: &str) -> Output {
    passerelle(&["init", "--data", text(data), "--zone", zone, "--json"])
        .args(["--name", "Specimen", "--origin", "specimen.passerelle.example"])
        .args(["--organisation", "Example Prison Service"])
        .args(["--admin", "first:Eva Sample", "--admin", "second:Nabil Specimen"])
        .output()
        .unwrap()
}

/// A program that serves, ended when dropped.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(arguments: &[&str]) -> Self {
        let mut child = passerelle(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address =
            lines.map_while(Result::ok).find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned));
        Self { child, address: address.unwrap() }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn stop(mut self) -> bool {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        told.success() && self.child.wait().unwrap().success()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

#[test]
fn a_new_installation_is_served_until_it_is_told_to_stop() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("place");
    let made = init(&data, "Africa/Tunis");
    assert!(made.status.success(), "{}", said(&made));
    let slips: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    let card = slips.pointer("/administrators/1/code_card").and_then(|card| card.as_array()).unwrap();
    assert_eq!(card.len(), 40);
    let again = init(&data, "Africa/Tunis");
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("already"), "{}", said(&again));
    let config = folder.path().join("passerelle.toml");
    fs::write(&config, "data = \"place\"\nlisten = \"127.0.0.1:0\"\nhttps = \"none\"\nthreads = 4\n").unwrap();
    let serving = Serving::start(&["serve", "--config", text(&config)]);
    let health = serving.get("/health");
    assert!(health.starts_with("HTTP/1.1 200") && health.contains("\"ok\""), "{health}");
    assert!(serving.stop(), "it ends well");
    let listed = run(&["account", "list", "--data", text(&data)]);
    assert_eq!(said(&listed).matches("system_administrator").count(), 2, "{}", said(&listed));
}

#[test]
fn what_cannot_be_is_refused_with_its_name() {
    let folder = TempDir::new().unwrap();
    let wrong_zone = init(&folder.path().join("a"), "Nowhere/Atall");
    assert_eq!(wrong_zone.status.code(), Some(2));
    assert!(said(&wrong_zone).contains("Nowhere/Atall"), "{}", said(&wrong_zone));
    let config = folder.path().join("passerelle.toml");
    fs::write(&config, "data = \"place\"\nport = 80\n").unwrap();
    let unknown_key = run(&["serve", "--config", text(&config)]);
    assert_eq!(unknown_key.status.code(), Some(2));
    assert!(said(&unknown_key).contains("line 2") && said(&unknown_key).contains("port"), "{}", said(&unknown_key));
    assert_eq!(run(&["verify", "--data", text(&folder.path().join("b"))]).status.code(), Some(2));
    assert_eq!(run(&["check", "--story", "nowhere.json", "--at", "2026-01-01T00:00:00Z"]).status.code(), Some(2));
}

#[test]
fn a_demonstration_is_the_same_for_the_same_seed_and_stands_every_check() {
    let folder = TempDir::new().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let roots = [&one, &two].map(|data| {
        let built = run(&[
            "demo",
            "--people",
            "12",
            "--seed",
            "7",
            "--until",
            "2026-03-01",
            "--data",
            text(data),
            "--build-only",
        ]);
        assert!(built.status.success(), "{}", said(&built));
        let verified = run(&["verify", "--data", text(data), "--json"]);
        assert!(verified.status.success(), "{}", said(&verified));
        serde_json::from_slice::<serde_json::Value>(&verified.stdout).unwrap()
    });
    assert_eq!(roots[0], roots[1]);

    let replayed = run(&["replay", "--data", text(&one)]);
    assert!(replayed.status.success(), "{}", said(&replayed));
    let copy = folder.path().join("copy");
    let exported = run(&["export", "log", "--data", text(&one), text(&copy)]);
    assert!(exported.status.success(), "{}", said(&exported));
    let key = fs::read_to_string(copy.join(ledger::export::VERIFIER_KEY)).unwrap();
    let note = fs::read_to_string(copy.join(ledger::export::CHECKPOINT)).unwrap();
    let key = ledger::VerifierKey::parse(key.trim_end()).unwrap();
    let checkpoint = ledger::Checkpoint::open(&ledger::Note::parse(&note).unwrap(), &key).unwrap();
    assert_eq!(roots[0].get("root").unwrap(), &checkpoint.root.to_base64());
    assert_eq!(roots[0].get("leaves").unwrap(), &checkpoint.size);

    // Somebody was found in solitary confinement for too long: the check says so with its exit code.
    let checked = run(&["check", "--data", text(&one), "--all"]);
    assert_eq!(checked.status.code(), Some(1), "{}", said(&checked));
    assert!(said(&checked).contains("NMR-43b breach") && said(&checked).contains("12 cases"), "{}", said(&checked));

    let refused = run(&["serve", "--data", text(&one), "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("demonstration"), "{}", said(&refused));

    let serving = Serving::start(&["demo", "--data", text(&one), "--listen", "127.0.0.1:0"]);
    let door = serving.get("/sign-in");
    let accounts = fs::read_to_string(one.join("demo-accounts.json")).unwrap();
    let accounts: Vec<serde_json::Value> = serde_json::from_str(&accounts).unwrap();
    let mut doors = 0;
    for account in accounts.iter().filter(|account| account.get("one_click") == Some(&true.into())) {
        let id = account.get("account").and_then(|id| id.as_str()).unwrap();
        assert!(door.contains(id), "{account} has a door");
        doors += 1;
    }
    assert!(doors >= 14, "{doors}");
}

#[test]
fn the_worked_stories_are_judged_at_the_time_that_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let page = include_str!("../../../docs/story-format.md");
    let blocks = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let stories: Vec<&str> = blocks.filter(|block| block.contains("custody.admitted")).collect();
    assert!(!stories.is_empty());
    for story in stories {
        let file = folder.path().join("story.json");
        fs::write(&file, story).unwrap();
        let judged = run(&["check", "--story", text(&file), "--at", "2030-01-01T00:00:00Z", "--json"]);
        assert!(matches!(judged.status.code(), Some(0 | 1)), "{}", said(&judged));
        let answer: serde_json::Value = serde_json::from_slice(&judged.stdout).unwrap();
        assert!(answer.get("findings").is_some() && answer.get("rule_set").is_some());
    }
    let rules = run(&["rules", "--json"]);
    assert!(rules.status.success() && said(&rules).contains("NMR-43b"));
}

#[test]
fn a_served_installation_is_backed_up_and_put_together_elsewhere() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    assert!(init(Path::new(&at("place")), "Africa/Tunis").status.success());
    let public = |name: &str| {
        let made = run(&["backup-key", "new", "--to", &at(name)]);
        assert!(made.status.success(), "{}", said(&made));
        String::from_utf8(made.stdout).unwrap().trim().to_owned()
    };
    let (operator, oversight) = (public("operator.key"), public("oversight.key"));
    assert!(!run(&["backup-key", "new", "--to", &at("operator.key")]).status.success(), "never written over");
    fs::write(
        at("passerelle.toml"),
        format!("data = \"place\"\n\n[backup]\noperator = \"{operator}\"\noversight = \"{oversight}\"\n"),
    )
    .unwrap();
    let serving = Serving::start(&["serve", "--data", &at("place"), "--listen", "127.0.0.1:0"]);
    let made = run(&["backup", "--config", &at("passerelle.toml"), "--to", &at("data.age")]);
    assert!(made.status.success(), "{}", said(&made));
    let made = run(&[
        "backup",
        "keys",
        "--data",
        &at("place"),
        "--to",
        &at("keys.age"),
        "--operator",
        &operator,
        "--oversight",
        &oversight,
    ]);
    assert!(made.status.success(), "{}", said(&made));
    assert!(serving.stop());
    let restore = |from: &str, keys: &str, key: &str, to: &str| {
        run(&["restore", "--from", &at(from), "--keys", &at(keys), "--key", &at(key), "--data", &at(to)])
    };
    let made = restore("data.age", "keys.age", "oversight.key", "again");
    assert!(made.status.success(), "{}", said(&made));
    let verified = run(&["verify", "--data", &at("again")]);
    assert!(verified.status.success(), "{}", said(&verified));
    let rotated = run(&["keys", "rotate", "--data", &at("again")]);
    assert!(said(&rotated).contains("epoch 2") && rotated.status.success(), "{}", said(&rotated));
    assert!(run(&["verify", "--data", &at("again")]).status.success());
    let mut going_on = passerelle(&["continue-after-loss", "--data", &at("again"), "--why", "A test."]);
    going_on.args(["--origin", "specimen.passerelle.example/2", "--admin", "first", "--admin", "second"]);
    let going_on = going_on.stdin(Stdio::null()).output().unwrap();
    assert!(said(&going_on).contains("standard input"), "{}", said(&going_on));
    let refused = restore("keys.age", "data.age", "operator.key", "never");
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("exchanged") && !Path::new(&at("never")).exists(), "{}", said(&refused));
    let nobody = run(&["backup", "--data", &at("place"), "--to", &at("other.age")]);
    assert!(said(&nobody).contains("backup-key new"), "{}", said(&nobody));
}
