//! Time as rights see it: it never goes back, whatever the clock of the machine does.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../../store/tests/engine/mod.rs"]
mod engine;

use std::path::Path;
use std::sync::Arc;

use app::credential::Cost;
use app::installation::{FirstAdministrator, Opening, Place};
use app::{App, SeededEntropy, SteppedClock};
use domain::organisation::{Founded, OrgKind, Registered};
use domain::{Line, Moment};
use store::{Database, Server};

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn opening(clock: &Arc<SteppedClock>) -> Opening {
    Opening {
        clock: Arc::clone(clock) as Arc<_>,
        entropy: Arc::new(SeededEntropy::new(7)),
        cost: Cost::Quick,
        store: app::StoreSettings::default(),
        budget: app::ReadBudget::default(),
        profile: safeguards::Profile::default(),
    }
}

fn place(directory: &Path) -> Place {
    Place::new(directory).on(match engine::database(directory).unwrap() {
        Database::File(_) => None,
        Database::Server(server) => Some(server),
    })
}

fn found(directory: &Path, clock: &Arc<SteppedClock>) -> App {
    let founded = Founded { name: line("Example"), origin: line("time.example/log"), zone: line("Africa/Tunis") };
    let runner = Registered {
        name: line("Sample Service"),
        kind: OrgKind::PrisonService,
        place: line("Example"),
        contact: line("000"),
    };
    let admin = |sign_in: &str| FirstAdministrator { sign_in: line(sign_in), name: line("A. Placeholder") };
    let admins = [admin("first.admin"), admin("second.admin")];
    App::found(&place(directory), opening(clock), &founded, &runner, &admins).unwrap().0
}

const NOON: Moment = Moment::from_millis(1_795_435_200_000);

#[test]
fn a_clock_that_goes_back_does_not_take_the_program_with_it() {
    let directory = tempfile::tempdir().unwrap();
    let clock = Arc::new(SteppedClock::at(NOON));
    let app = found(directory.path(), &clock);
    clock.advance(60_000);
    assert_eq!(app.now(), NOON.plus(60_000));
    clock.set(NOON.plus(-3_600_000));
    assert_eq!(app.now(), NOON.plus(60_000));
    clock.set(NOON.plus(60_001));
    assert_eq!(app.now(), NOON.plus(60_001));
}

#[test]
fn a_program_started_with_a_clock_set_back_goes_on_from_the_last_time_in_the_log() {
    let directory = tempfile::tempdir().unwrap();
    drop(found(directory.path(), &Arc::new(SteppedClock::at(NOON))));
    let years_ago = Arc::new(SteppedClock::at(NOON.plus(-10 * 365 * 86_400_000)));
    let app = App::open(&place(directory.path()), opening(&years_ago)).unwrap();
    assert_eq!(app.now(), NOON);
}
