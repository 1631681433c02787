//! Erasing a file: who may, when; and that nothing is left of it anywhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use access::Actor;
use app::backup::Decryptor;
use app::installation::Place;
use app::{App, Refusal, Settled, rotate_keys};
use domain::admission::NotPossible;
use domain::custody::{Closed, ClosingReason, Released};
use domain::file::{
    ErasureAnnounced, ErasureBasis, ErasureWithdrawn, HoldLifted, HoldSet, LegalOrder, Named, Restricted,
    StrikeProposed, Struck,
};
use domain::kind::{Kind, Sealing, Subject};
use domain::look::Purpose;
use domain::moment::DAY;
use domain::{Act, Capacity, CaseId, Date, ReferralId, StreamId};

use crate::acts::{self, line, text};
use crate::backups::{Kept, holds};
use crate::by_hand::ByHand;
use crate::engine;
use crate::house::House;

/// What is put into every piece of writing, and must be found nowhere afterwards.
const MARKER: &str = "Zebrafinch";

pub fn announced(on: Date, basis: ErasureBasis) -> ErasureAnnounced {
    let order = (basis == ErasureBasis::OrderedByLaw).then(|| LegalOrder {
        authority: line("Example Court"),
        reference: line("Sample 7/2026"),
        dated: jiff::civil::date(2026, 2, 20),
    });
    ErasureAnnounced { on, basis, why: text("Sample schedule 4."), order }
}

fn hold(until: Date) -> HoldSet {
    HoldSet { owner: line("Example Court"), why: text("A sample appeal is open."), until }
}

/// A house with two data protection officers under a mandate.
pub fn guarded() -> (House, Actor, Actor) {
    let house = House::proved();
    let first = house.account("first.dpo", house.oversight, Capacity::DataProtection);
    let second = house.account("second.dpo", house.oversight, Capacity::DataProtection);
    (house, first, second)
}

/// The files of the engine hold nothing of it; on a server once other tests read no older state.
#[track_caller]
fn assert_settled(house: &House, settled: Settled) {
    if engine::is_server() {
        assert!(matches!(settled, Settled::OnServer | Settled::Later), "{settled:?}");
        for _ in 0..60 {
            house.app().come_due().unwrap();
            if house.app().unsettled() == 0 {
                return;
            }
        }
        panic!("never settled");
    }
    assert_eq!(settled, Settled::Clean);
}

#[track_caller]
fn not_possible(outcome: Result<app::FileErased, Refusal>, reason: NotPossible) {
    match outcome {
        Err(Refusal::NotPossible(said)) => assert_eq!(said, reason),
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_people_and_fourteen_days_erase_a_file_and_a_hold_stops_them() {
    let (house, first, second) = guarded();
    let case = house.assigned("A-1").case;
    not_possible(house.app().erase(&second, case), NotPossible::NotAnnounced);
    let soon = house.refused(&first, case, announced(house.day(12), ErasureBasis::RetentionOver));
    assert!(matches!(soon, Refusal::NotPossible(NotPossible::TooSoon)), "{soon:?}");
    house.does(&first, case, announced(house.day(14), ErasureBasis::RetentionOver));
    not_possible(house.app().erase(&first, case), NotPossible::OwnProposal);
    not_possible(house.app().erase(&second, case), NotPossible::TooSoon);
    house.clock.advance(14 * DAY);
    let held = house.does(&house.monitor, case, hold(house.day(30)));
    not_possible(house.app().erase(&second, case), NotPossible::HeldBack);
    house.does(&house.monitor, case, HoldLifted { hold: held, why: text("The sample appeal is decided.") });
    // Whoever only works with the file does not erase it, and strangers learn nothing.
    assert!(matches!(house.app().erase(&house.manager, case), Err(Refusal::NotAllowed)));
    assert!(matches!(house.app().erase(&house.practitioner, case), Err(Refusal::NotYours)));
    let erased = house.app().erase(&second, case).unwrap();
    assert_eq!(erased.streams, 2);
    assert_settled(&house, erased.settled);
    assert!(!house.sees_case(&house.manager, case) && !house.sees_case(&second, case));
    // Once only; and nobody begins another file under its id.
    assert!(matches!(house.app().erase(&second, case), Err(Refusal::NotYours)));
    let again = acts::admitted(house.prison, "A-2", "Specimen", jiff::civil::date(1990, 1, 1));
    assert!(house.perform(&house.registrar, &app::Deed::one(case, again)).is_err());
}

#[test]
fn a_hold_ends_by_itself_and_lasts_half_a_year_at_the_most() {
    let (house, first, second) = guarded();
    let case = house.admitted("A-1");
    let long = house.refused(&first, case, hold(house.day(190)));
    assert!(matches!(long, Refusal::NotPossible(NotPossible::HoldTooLong)), "{long:?}");
    // Whoever carries the file neither sets nor lifts one.
    assert!(matches!(house.refused(&house.manager, case, hold(house.day(30))), Refusal::NotAllowed));
    house.does(&first, case, hold(house.day(30)));
    // What a law orders needs no days, but it waits for a hold too.
    house.does(&first, case, announced(house.day(0), ErasureBasis::OrderedByLaw));
    house.clock.advance(30 * DAY);
    not_possible(house.app().erase(&second, case), NotPossible::HeldBack);
    house.clock.advance(DAY);
    house.app().erase(&second, case).unwrap();
}

#[test]
fn what_was_announced_is_withdrawn_by_one_of_those_who_may_erase_with_a_fresh_factor_and_by_nobody_else() {
    let (mut house, first, second) = guarded();
    let shared = house.assigned("A-1");
    let case = shared.case;
    let announced = house.does(&first, case, announced(house.day(14), ErasureBasis::RetentionOver));
    let withdrawn = || ErasureWithdrawn { announced, why: text("The sample schedule was misread.") };
    for other in [&house.manager, &house.supervisor, &house.monitor, &house.practitioner, &house.other_registrar] {
        let refused = house.refused(other, case, withdrawn());
        assert!(matches!(refused, Refusal::NotAllowed | Refusal::NotYours), "{refused:?}");
    }
    let tired = Actor { strength: domain::Strength::Ordinary, ..second };
    assert!(matches!(house.refused(&tired, case, withdrawn()), Refusal::NeedsFresh));
    let waits = |house: &House| {
        let protection = house.app().protection(&second).unwrap();
        protection.prisons.iter().map(|prison| prison.announced.len()).sum::<usize>()
    };
    assert_eq!(waits(&house), 1);
    house.does(&second, case, withdrawn());
    assert_eq!(waits(&house), 0);
    house.clock.advance(14 * DAY);
    not_possible(house.app().erase(&second, case), NotPossible::NotAnnounced);
    let again = house.refused(&first, case, withdrawn());
    assert!(matches!(again, Refusal::NotPossible(NotPossible::NotAnnounced)), "{again:?}");
    assert!(house.sees_case(&house.manager, case) && house.sees_referral(&house.practitioner, shared.referral));
    house.reopen();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn what_is_left_of_an_erased_file_still_proves_verifies_and_replays() {
    let (mut house, first, second) = guarded();
    let shared = house.assigned("A-1");
    let other = house.assigned("B-1");
    house.does(&first, shared.case, announced(house.day(14), ErasureBasis::RetentionOver));
    house.clock.advance(14 * DAY);
    let leaves = house.leaves();
    house.app().erase(&second, shared.case).unwrap();
    assert_eq!(house.leaves(), leaves + 2, "leaves stay, and the certificate and the record of it are two more");
    let replayed = house.app().replay(|_, _| {}).unwrap();
    assert_eq!(replayed.differing, Vec::<String>::new());
    house.reopen();
    house.app().examine().unwrap();
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
    // The certificate can be proved like any other act, and the copy of the log stands with fewer envelopes.
    house.clock.advance(2_000);
    house.admitted("C-1");
    let report = crate::opening::copied(&house);
    assert!(report.envelopes < report.leaves);
    assert!(house.sees_case(&house.manager, other.case) && house.sees_referral(&house.practitioner, other.referral));
}

/// Every string in a body that is free writing, with the marker in it: whatever still reads as the same kind.
fn marked(kind: Kind, body: &serde_json::Value) -> serde_json::Value {
    fn places(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), found));
            }
            serde_json::Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, inner)| places(inner, &format!("{at}/{index}"), found));
            }
            serde_json::Value::String(_) => found.push(at.to_owned()),
            _ => {}
        }
    }
    // What a finding names are rules, and its row in the index names them in clear.
    if kind.code().starts_with("finding.") {
        return body.clone();
    }
    let mut found = Vec::new();
    places(body, "", &mut found);
    let mut marked = body.clone();
    for place in found {
        let mut trial = marked.clone();
        *trial.pointer_mut(&place).unwrap() = serde_json::Value::String(format!("{MARKER} {}", place.len()));
        if kind.decode(kind.row().version, trial.to_string().as_bytes()).is_ok() {
            marked = trial;
        }
    }
    marked
}

fn sample(kind: Kind) -> Act {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!(
        "../domain/tests/corpus/{}.{}.json",
        kind.code(),
        kind.row().version
    ));
    let body: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    kind.decode(kind.row().version, marked(kind, &body).to_string().as_bytes()).unwrap()
}

/// The kinds of a case and of a referral that are sealed by the key of the stream.
fn kinds_of_a_file() -> impl Iterator<Item = (Kind, bool)> {
    Kind::ALL.iter().copied().filter_map(|kind| match (kind.row().subject, kind.row().sealing) {
        (Subject::Case, Sealing::Stream) => Some((kind, false)),
        (Subject::Referral, Sealing::Stream) => Some((kind, true)),
        (Subject::Any, Sealing::Stream) => Some((kind, false)),
        _ => None,
    })
}

/// Puts every kind of body into a case and its referral, with the marker in every piece of writing; how many had a place for it.
fn fill(house: &mut House, case: CaseId, referral: ReferralId) -> usize {
    let acts: Vec<(StreamId, Act)> = kinds_of_a_file()
        .map(|(kind, of_referral)| (if of_referral { referral.stream() } else { case.stream() }, sample(kind)))
        .collect();
    let has = |(_, act): &&(StreamId, Act)| contains(&act.to_bytes().unwrap(), MARKER.as_bytes());
    let marked = acts.iter().filter(has).count();
    let now = house.now();
    house.close();
    ByHand::of(house).put(now, acts);
    house.try_open().unwrap();
    // The index of what was put in by hand.
    house.app().replay(|_, _| {}).unwrap();
    marked
}

/// Everything that a backup holds, decrypted.
fn inside(kept: &Kept, name: &str) -> Vec<u8> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let file = fs::File::open(kept.path(name)).unwrap();
    Decryptor::begin(file, &kept.operator).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Every body of an installation that opens with its keys.
fn whatever_opens(folder: &Path) -> String {
    ByHand::open(folder).opened()
}

#[test]
fn nothing_is_left_of_an_erased_file_in_any_file_export_or_backup() {
    let (mut house, first, second) = guarded();
    let shared = house.assigned("A-1");
    let other = house.assigned("B-1");
    let marked = fill(&mut house, shared.case, shared.referral);
    assert!(marked > 30, "{marked} kinds have a place for writing");
    assert!(ByHand::of(&house).opened().matches(MARKER).count() > 60);
    house.app().load_names().unwrap();
    let hold = house.envelopes().into_iter().find(|envelope| envelope.kind == "file.hold_set").unwrap().act;
    house.does(&first, shared.case, HoldLifted { hold, why: text(MARKER) });
    house.does(&first, shared.case, announced(house.day(14), ErasureBasis::RetentionOver));
    let kept = Kept::new();
    kept.data(&house, "data-before");
    kept.keys(&house, "keys-before");
    house.clock.advance(14 * DAY);
    // What is to be found no more: wrapped keys, sealed bodies, salts, ids.
    let traces = raw_traces(&house, &[shared.case.stream(), shared.referral.stream()]);
    assert!(traces.len() > 100);
    house.reopen();
    let erased = house.app().erase(&second, shared.case).unwrap();
    assert_settled(&house, erased.settled);
    kept.data(&house, "data-erased");
    house.app().export_log(&kept.path("export")).unwrap();
    // While the program runs: database, write-ahead log, index of it.
    assert_eq!(holds_any(house.folder.path(), &traces), None);
    assert_eq!(holds_any(&kept.path("export"), &traces), None);
    assert!(!has_any(&inside(&kept, "data-erased"), &traces));
    assert!(has_any(&inside(&kept, "data-before"), &traces), "the search finds what is there");
    assert!(!ByHand::of(&house).opened().contains(MARKER));
    assert_eq!(holds(house.folder.path(), MARKER.as_bytes()), None);
    let filter = app::consult::CaseFilter { name: Some(MARKER.to_lowercase()), ..Default::default() };
    assert_eq!(house.app().cases(&house.supervisor, &filter).unwrap().total, app::consult::Total::Exactly(0));
    house.close();
    let rotated = rotate_keys(&house.place(), house.opening()).unwrap();
    assert_eq!((rotated.epoch, rotated.destroyed.as_slice()), (2, &[1][..]));
    assert!(!house.place().directory.join("keys/epoch-1.key").exists());
    house.try_open().unwrap();
    assert!(house.sees_referral(&house.practitioner, other.referral), "what is not erased is wrapped again");
    house.app().examine().unwrap();
    kept.keys(&house, "keys-after");
    // The older data without the keys of its epoch opens nothing.
    let said = kept.restore(&house, "data-before", "keys-after", "refused").unwrap_err().to_string();
    assert!(said.contains("epoch") && said.contains("destroyed"), "{said}");
    assert!(!contains(&inside(&kept, "data-before"), MARKER.as_bytes()));
    // With the older keys, while they may live, it opens; and what was erased is erased again before it is served.
    let target = kept.path("again");
    fs::create_dir(&target).unwrap();
    for name in ["checkpoint", "erasures"] {
        fs::copy(house.place().directory.join(name), target.join(name)).unwrap();
    }
    kept.restore(&house, "data-before", "keys-before", "again").unwrap();
    // Nor on a machine of its own, with the list alone.
    let fresh = kept.path("fresh");
    fs::create_dir(&fresh).unwrap();
    fs::copy(target.join("erasures"), fresh.join("erasures")).unwrap();
    kept.restore(&house, "data-before", "keys-before", "fresh").unwrap();
    let app = App::open(&Place::new(&fresh), house.opening()).unwrap();
    assert!(app.examine().unwrap().leaves > 100 && app.replay(|_, _| {}).unwrap().differing.is_empty());
    drop(app);
    for restored in [&target, &fresh] {
        let opens = whatever_opens(restored);
        assert!(!opens.contains(MARKER) && opens.contains("Placeholder"), "the other file is there");
        assert_eq!(holds_any(restored, &traces), None);
    }
    // Without any list the copy of the time before is what it was: the list is what must be kept.
    kept.restore(&house, "data-before", "keys-before", "forgetful").unwrap();
    assert!(whatever_opens(&kept.path("forgetful")).contains(MARKER));
    // Thirty-five days after they were copied they are refused.
    house.clock.advance(21 * DAY);
    let said = kept.restore(&house, "data-before", "keys-before", "late").unwrap_err().to_string();
    assert!(said.contains("35 days"), "{said}");
}

/// Does it hold any of these sixteen bytes?
fn has_any(bytes: &[u8], traces: &BTreeSet<Vec<u8>>) -> bool {
    let mut first = vec![false; 65_536];
    let start = |window: &[u8]| usize::from(window[0]) << 8 | usize::from(window[1]);
    for trace in traces {
        first[start(trace)] = true;
    }
    bytes.windows(16).any(|window| first[start(window)] && traces.contains(window))
}

/// A file below the folder that holds any of them. A server takes files of its own away meanwhile: what is gone holds nothing.
fn holds_any(folder: &Path, traces: &BTreeSet<Vec<u8>>) -> Option<std::path::PathBuf> {
    let has = |path: &std::path::PathBuf| match fs::read(path) {
        Ok(bytes) => has_any(&bytes, traces),
        Err(error) => {
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{}", path.display());
            false
        }
    };
    crate::backups::files_below(folder).into_iter().find(has)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Sixteen bytes of everything that is stored of these streams and says something.
fn raw_traces(house: &House, streams: &[StreamId]) -> BTreeSet<Vec<u8>> {
    let store = house.beside();
    let mut traces = BTreeSet::new();
    for stream in streams {
        store
            .read(|tx| {
                let id = store::Val::Blob(&stream.bytes());
                let wrapped =
                    tx.one("select wrapped from stream_key where stream = $1", std::slice::from_ref(&id), |row| {
                        row.get::<Vec<u8>>(0)
                    })?;
                traces.extend(wrapped.map(|wrapped| wrapped[1..17].to_vec()));
                tx.rows(
                    "select id, envelope_salt, sealed from act where stream = $1 and year is null",
                    std::slice::from_ref(&id),
                    |row| {
                        traces.insert(row.get::<[u8; 16]>(0)?.to_vec());
                        traces.insert(row.get::<[u8; 32]>(1)?[..16].to_vec());
                        traces.insert(row.get::<Vec<u8>>(2)?[1..17].to_vec());
                        Ok(())
                    },
                )
            })
            .unwrap();
    }
    traces
}

#[test]
fn an_erasure_that_a_crash_interrupted_is_finished_at_the_next_start() {
    let (mut house, first, second) = guarded();
    let case = house.admitted("A-1");
    house.does(&first, case, announced(house.day(14), ErasureBasis::RetentionOver));
    house.clock.advance(14 * DAY);
    house.reopen();
    house.close();
    house.put_aside();
    let checkpoint = fs::read(house.place().directory.join("checkpoint")).unwrap();
    house.try_open().unwrap();
    house.app().erase(&second, case).unwrap();
    house.close();
    // The list was written, the commit was not.
    house.put_back();
    fs::write(house.place().directory.join("checkpoint"), checkpoint).unwrap();
    house.try_open().unwrap();
    assert!(!house.sees_case(&house.manager, case));
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
    // A list that somebody changed is not obeyed, and not passed over.
    house.close();
    let path = house.place().directory.join("erasures");
    let list = fs::read_to_string(&path).unwrap();
    fs::write(&path, list.replace("retention_over", "person_asked")).unwrap();
    let said = house.try_open().unwrap_err().to_string();
    assert!(said.contains("not signed"), "{said}");
    // Half a line at its end is what a crash leaves.
    fs::write(&path, format!("{list}{{\"erased\":{{\"fi")).unwrap();
    house.try_open().unwrap();
}

#[test]
fn a_reader_of_an_older_state_only_delays_it() {
    let (house, first, second) = guarded();
    let case = house.admitted("A-1");
    house.does(&first, case, announced(house.day(14), ErasureBasis::RetentionOver));
    house.clock.advance(14 * DAY);
    let store = house.beside();
    let erased = store
        .read(|tx| -> Result<_, store::Error> {
            tx.one("select count(*) from act", &[], |row| row.get::<i64>(0))?;
            Ok(house.app().erase(&second, case).unwrap())
        })
        .unwrap();
    assert_eq!(erased.settled, Settled::Later);
    // The next round finds the reader gone.
    house.app().come_due().unwrap();
    if engine::is_server() {
        return assert_settled(&house, Settled::Later);
    }
    assert_eq!(house.app().unsettled(), 0);
}

/// Reads every file in which the server keeps tables and indexes. Its own log runs out by itself and is none of them.
#[test]
#[ignore = "on a database server only"]
fn on_a_server_the_files_of_tables_hold_nothing_of_an_erased_file_without_anybody_vacuuming() {
    assert!(engine::is_server(), "PASSERELLE_TEST_POSTGRES must name a server; .ci/postgres starts one");
    let mut server =
        postgres::Client::connect(&std::env::var("PASSERELLE_TEST_POSTGRES").unwrap(), postgres::NoTls).unwrap();
    let folder: String = server.query_one("show data_directory", &[]).unwrap().get(0);
    let tables = Path::new(&folder).join("base");
    // With keys of its own: the houses of other tests stand in other schemas of the same files.
    let house = House::with_seed(4_096);
    let [first, second] = ["first.dpo", "second.dpo"].map(|name| Actor {
        strength: domain::Strength::Fresh,
        ..house.account(name, house.oversight, Capacity::DataProtection)
    });
    let shared = house.assigned("A-1");
    let other = house.assigned("B-1");
    house.does(&first, shared.case, announced(house.day(14), ErasureBasis::RetentionOver));
    house.clock.advance(14 * DAY);
    let traces = raw_traces(&house, &[shared.case.stream(), shared.referral.stream()]);
    let stays = raw_traces(&house, &[other.case.stream()]);
    assert!(traces.len() > 20);
    server.batch_execute("checkpoint").unwrap();
    assert!(holds_any(&tables, &traces).is_some(), "the search finds what is there");
    let erased = house.app().erase(&second, shared.case).unwrap();
    assert_settled(&house, erased.settled);
    server.batch_execute("checkpoint").unwrap();
    assert_eq!(holds_any(&tables, &traces), None);
    assert!(holds_any(&tables, &stays).is_some(), "and what was not erased is where it was");
    assert!(house.sees_referral(&house.practitioner, other.referral));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn the_key_of_a_year_dies_with_the_following_year() {
    let mut house = House::proved();
    let case = house.admitted("A-1");
    house.sees_case(&house.manager, case);
    let opened = |house: &House| house.app().examine().unwrap().bodies;
    house.reopen();
    let before = opened(&house);
    house.clock.set("2027-12-31T22:00:00.000Z".parse().unwrap());
    house.app().come_due().unwrap();
    assert!(opened(&house) >= before, "not before the end of the following year");
    // What came due meanwhile is on record by now.
    let before = opened(&house);
    house.clock.set("2028-01-01T12:00:00.000Z".parse().unwrap());
    house.app().come_due().unwrap();
    assert!(opened(&house) < before);
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn rotation_loses_nothing_that_is_not_erased_and_can_be_done_again() {
    let mut house = House::proved();
    let shared = house.assigned("A-1");
    house.close();
    for epoch in [2, 3] {
        let rotated = rotate_keys(&house.place(), house.opening()).unwrap();
        assert_eq!((rotated.epoch, rotated.destroyed), (epoch, vec![epoch - 1]));
    }
    house.try_open().unwrap();
    assert!(house.sees_referral(&house.practitioner, shared.referral));
    assert_eq!(house.envelopes().iter().filter(|envelope| envelope.kind == "installation.keys_rotated").count(), 2);
    // Nothing is rotated beside a program that serves.
    assert!(rotate_keys(&house.place(), house.opening()).is_err());
    house.sees_case(&house.manager, shared.case);
}

#[test]
fn nothing_is_struck_while_a_hold_lies_on_the_file() {
    let house = House::proved();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.manager, case, acts::assessed());
    let proposed = house.does(&house.manager, case, StrikeProposed { of: wrong, why: text("A sample mistake.") });
    let strike = || Struck { of: wrong, proposed };
    let held = house.does(&house.monitor, case, hold(house.day(10)));
    let refused = house.refused(&house.supervisor, case, strike());
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::HeldBack)), "{refused:?}");
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert_eq!(file.facts.assessments.len(), 1, "what may be evidence is still there");
    house.does(&house.monitor, case, HoldLifted { hold: held, why: text("The sample appeal is decided.") });
    house.does(&house.supervisor, case, strike());
}

#[test]
fn nothing_is_erased_while_the_clock_is_in_doubt() {
    let (mut house, first, second) = guarded();
    let case = house.admitted("A-1");
    assert!(house.sees_case(&house.manager, case));
    house.does(&first, case, announced(house.day(14), ErasureBasis::RetentionOver));
    // Somebody stops the program, puts the clock three years on instead of waiting, and starts it.
    house.clock.step(3 * 365 * DAY);
    house.reopen();
    assert!(matches!(house.app().erase(&second, case), Err(Refusal::ClockStepped)));
    house.app().come_due().unwrap();
    assert!(house.sees_case(&house.manager, case));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let before = file.looks.lines.iter().filter(|look| look.capacity == Capacity::CaseManager);
    assert_eq!(before.count(), 2, "the key of the year in which they looked is still there");
}

/// What the prison's own stream says of files that were erased.
fn records(house: &House, actor: &Actor) -> Vec<app::consult::ErasedLine> {
    let protection = house.app().protection(actor).unwrap();
    protection.prisons.iter().flat_map(|prison| prison.erased.clone()).collect()
}

#[test]
fn on_what_a_file_was_erased_outlives_it_and_a_restore_that_lost_the_act() {
    let (mut house, first, second) = guarded();
    let ordered = house.admitted("A-1");
    house.does(&first, ordered, announced(house.day(0), ErasureBasis::OrderedByLaw));
    // The checkpoint covers the database as it is put aside.
    house.reopen();
    house.close();
    house.put_aside();
    let checkpoint = fs::read(house.place().directory.join("checkpoint")).unwrap();
    house.try_open().unwrap();
    house.app().erase(&second, ordered).unwrap();
    let lines = records(&house, &first);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    let order = line.order.as_ref().unwrap();
    assert_eq!((order.authority.as_str(), order.reference.as_str()), ("Example Court", "Sample 7/2026"));
    assert!(!line.from_the_list);
    // It can be proved, and it names nobody and no file.
    house.clock.advance(2_000);
    house.admitted("B-1");
    assert!(house.app().proof_of(line.act).unwrap().is_some());
    let proved = line.act;
    let stands = house.envelopes().into_iter().find(|envelope| envelope.act == proved).unwrap();
    assert_eq!((stands.stream, stands.actor), (house.prison.stream(), second.account));
    drop(lines);
    // An older copy of the database is put back: the list erases the file again, and still knows on what.
    house.close();
    house.put_back();
    fs::write(house.place().directory.join("checkpoint"), checkpoint).unwrap();
    house.try_open().unwrap();
    let lines = records(&house, &first);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.act, line.from_the_list), (proved, true));
    assert_eq!(line.order.as_ref().unwrap().reference.as_str(), "Sample 7/2026");
    assert!(!house.sees_case(&house.manager, ordered));
}

#[test]
fn holds_erasings_and_files_past_their_time_wait_in_the_prison_that_held_them_last() {
    let (house, first, second) = guarded();
    let [held, due, closed] = ["A-1", "A-2", "A-3"].map(|number| house.admitted(number));
    house.does(&first, held, hold(house.day(30)));
    house.does(&first, due, announced(house.day(14), ErasureBasis::PersonAsked));
    house.does(&house.registrar, closed, Released { basis: line("Sample order 3") });
    let named = [&house.governor, &house.supervisor].map(|actor| Named { account: actor.account }).to_vec();
    house.does(&house.governor, closed, Restricted { reason: text("A colleague was a witness."), named });
    house.does(&house.supervisor, closed, Closed { reason: ClosingReason::NotConvicted, note: None });
    let keeping = |actor: &Actor| house.app().protection(actor).unwrap().prisons[0].clone();
    let prison = keeping(&second);
    assert_eq!(prison.holds.iter().map(|line| line.case).collect::<Vec<_>>(), [held]);
    assert_eq!((prison.announced[0].case, prison.announced[0].state), (due, app::consult::ErasingState::Waits));
    assert_eq!((prison.overdue.len(), prison.restricted), (0, 1));
    assert!(matches!(house.app().protection(&house.supervisor), Err(Refusal::NotYours)));
    house.clock.advance(14 * DAY);
    assert_eq!(keeping(&second).announced[0].state, app::consult::ErasingState::Due);
    assert!(keeping(&first).announced[0].own && !keeping(&second).announced[0].own);
    // A hold is over after its last day; a closed file is kept for two years, and then somebody must act.
    house.clock.advance(16 * DAY);
    assert_eq!(keeping(&second).holds.len(), 1);
    house.clock.advance(DAY);
    assert!(keeping(&second).holds.is_empty());
    house.clock.advance(700 * DAY - 1);
    assert!(keeping(&second).overdue.is_empty());
    house.clock.advance(2 * DAY);
    assert_eq!(keeping(&second).overdue.iter().map(|line| line.case).collect::<Vec<_>>(), [closed]);
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
    // What is held is not read out with names, and each look at it is on record.
    assert!(house.entries_of(&second, "look.listed") > 5);
    house.does(&first, closed, announced(house.day(14), ErasureBasis::RetentionOver));
    let prison = keeping(&second);
    assert!(prison.overdue.is_empty() && prison.announced.len() == 2);
}
