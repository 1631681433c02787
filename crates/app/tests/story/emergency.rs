//! One file opened in an emergency: by whom, for how long, what is seen, who is told and who examines it; and one answer for
//! everything that stands against it.

use access::{Actor, PartSet};
use app::consult::{CaseFilter, EmergencyLine, EmergencyList, QueueName};
use app::perform::UNFOUND;
use app::{Deed, Fault, Receipt, Refusal};
use domain::admission::NotPossible;
use domain::emergency::{
    EXAMINED_WITHIN, EmergencyFinding, EmergencyOpened, EmergencyReason, EmergencyReviewed, OPEN_FOR, SUSPENDED_AFTER,
};
use domain::file::{ConflictDeclared, ConflictEnded, Named, Restricted, Tie};
use domain::look::Purpose;
use domain::moment::{DAY, HOUR};
use domain::{ActId, Capacity, CaseId, Part, ReferralId, Strength};

use crate::acts::{self, line, text};
use crate::house::House;

fn fresh(actor: &Actor) -> Actor {
    Actor { strength: Strength::Fresh, ..*actor }
}

fn asked(number: &str) -> EmergencyOpened {
    EmergencyOpened {
        number: line(number),
        reason: EmergencyReason::LifeInDanger,
        words: text("Found in the yard; the ambulance asks."),
    }
}

pub fn open(house: &House, actor: &Actor, number: &str) -> Result<Receipt, Refusal> {
    house.perform(&fresh(actor), &Deed::one(UNFOUND, asked(number)))
}

#[track_caller]
pub fn opened(house: &House, actor: &Actor, number: &str) -> ActId {
    open(house, actor, number).unwrap().acts[0]
}

pub fn examined(opening: ActId, found: EmergencyFinding) -> EmergencyReviewed {
    EmergencyReviewed { opening, found, reason: text("Asked the ambulance."), below: None }
}

pub fn justified(opening: ActId) -> EmergencyReviewed {
    examined(opening, EmergencyFinding::Justified)
}

fn parts(house: &House, actor: &Actor, stream: impl Into<domain::StreamId>) -> Vec<Part> {
    house.app().open_parts(&fresh(actor), stream).unwrap().iter().collect()
}

fn list(house: &House, actor: &Actor) -> EmergencyList {
    house.app().emergencies(actor).unwrap().clone()
}

fn lines(house: &House, actor: &Actor) -> Vec<EmergencyLine> {
    list(house, actor).lines
}

/// A case in one prison, and somebody of another who holds nothing on it.
fn house_with(number: &str) -> (House, CaseId, Actor) {
    let house = House::new();
    let case = house.admitted(number);
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    (house, case, stranger)
}

pub fn not_possible(outcome: &Result<Receipt, Refusal>, reason: NotPossible) {
    assert!(matches!(outcome, Err(Refusal::NotPossible(why)) if *why == reason), "{outcome:?}");
}

#[test]
fn one_file_opens_to_whoever_proved_themselves_and_its_entry_stands_before_anything_is_shown() {
    let (house, case, stranger) = house_with("A-1");
    assert!(!house.sees_case(&fresh(&stranger), case));
    let early = house.perform(&stranger, &Deed::one(UNFOUND, asked("A-1")));
    assert!(matches!(early, Err(Refusal::NeedsFresh)), "first they prove themselves");
    let receipt = open(&house, &stranger, "A-1").unwrap();
    assert_eq!(receipt.streams, [case.stream()]);
    let kinds = |house: &House| -> Vec<String> { house.envelopes().into_iter().map(|act| act.kind).collect() };
    assert_eq!(kinds(&house).last().map(String::as_str), Some("file.emergency_opened"));
    let file = house.app().case(&fresh(&stranger), case, Purpose::Casework).unwrap();
    assert_eq!(file.emergency, Some(receipt.at.plus(OPEN_FOR)));
    assert_eq!(file.until(), file.emergency);
    assert!(file.acts.iter().all(|recorded| recorded.act.kind().row().part == Part::Identity), "who it is and where");
    assert!(file.may.is_empty() && file.looks.lines.is_empty() && file.facts.emergencies.is_empty());
    let look = house.app().case(&house.supervisor, case, Purpose::Decision).unwrap().looks.lines[0].clone();
    assert_eq!((look.purpose, look.parts.len()), (Some(Purpose::Emergency), file.parts.len()), "and the look says why");
    assert!(matches!(house.app().case(&stranger, case, Purpose::Casework), Err(Refusal::NeedsFresh)));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn what_was_sent_to_a_service_opens_to_those_who_follow_referrals_and_nothing_beyond() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    let nurse = house.account("nurse", house.other_prison, Capacity::Health);
    opened(&house, &stranger, "A-1");
    opened(&house, &nurse, "A-1");
    assert_eq!(parts(&house, &stranger, shared.referral), [Part::Identity, Part::Offer, Part::Package]);
    assert_eq!(parts(&house, &nurse, shared.case), [Part::Identity]);
    for actor in [fresh(&nurse), nurse] {
        assert!(!house.sees_referral(&actor, shared.referral), "nor is a factor asked for, for nothing");
    }
    let file = house.app().case(&fresh(&stranger), shared.case, Purpose::Casework).unwrap();
    assert_eq!(
        file.sent.iter().map(|line| (line.referral, line.org)).collect::<Vec<_>>(),
        [(shared.referral, house.cso)]
    );
    let referral = house.app().referral(&fresh(&stranger), shared.referral, Purpose::Casework).unwrap();
    assert_eq!(referral.emergency, file.emergency);
    assert!(referral.package().is_some() && referral.case == Some(shared.case));
    let never = [Part::Notes, Part::Complaint, Part::Complainant, Part::Attendance, Part::Plan, Part::Measures];
    assert!(never.iter().all(|part| !referral.parts.contains(*part) && !file.parts.contains(*part)));
    // Not on paper, in no list, by no name, and nothing is written.
    let who = fresh(&stranger);
    assert!(matches!(house.app().print_case(&who, shared.case, Part::Identity), Err(Refusal::NotAllowed)));
    let named = CaseFilter { name: Some("Placeholder".to_owned()), ..CaseFilter::default() };
    for filter in [CaseFilter::default(), named] {
        assert_eq!(house.app().cases(&who, &filter).unwrap().total, app::consult::Total::Exactly(0));
    }
    assert!(!house.lists(&who, shared.referral));
    assert!(matches!(house.refused(&who, shared.case, acts::needs()), Refusal::NotAllowed));
    // What the file gets afterwards is not part of it.
    let planned = crate::house::Planned { case: shared.case, plan: shared.plan };
    let later = ReferralId::from(house.fresh());
    house.performed(&house.manager, &house.offer(&planned, shared.consent, later));
    assert!(parts(&house, &stranger, later).is_empty());
}

/// U23: the hour ends at its instant, on an open page, in a list and for what hangs on the file.
#[test]
fn it_ends_exactly_after_sixty_minutes_and_a_clock_put_back_revives_nothing() {
    let house = House::new();
    let shared = house.offered("A-1");
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    let end = open(&house, &stranger, "A-1").unwrap().at.plus(OPEN_FOR);
    let who = fresh(&stranger);
    let home = |house: &House| house.app().home(&who).unwrap().open.clone();
    house.clock.set(end.plus(-1));
    assert!(house.sees_case(&who, shared.case) && house.sees_referral(&who, shared.referral));
    assert_eq!(home(&house), [(shared.case, end)]);
    not_possible(&open(&house, &stranger, "A-1"), NotPossible::EmergencyOpen);
    house.clock.set(end);
    assert!(!house.sees_case(&who, shared.case) && !house.sees_referral(&who, shared.referral));
    assert!(home(&house).is_empty() && house.app().open_parts(&who, shared.case).unwrap() == PartSet::EMPTY);
    house.clock.step(-HOUR / 10);
    assert!(!house.sees_case(&who, shared.case));
    house.clock.step(HOUR / 10);
    // A new danger needs a new reason.
    opened(&house, &stranger, "A-1");
    assert!(house.sees_case(&who, shared.case));
}

#[test]
fn nobody_opens_so_who_reads_nothing_then_or_whom_the_file_is_open_to_by_work() {
    let (house, _, stranger) = house_with("A-1");
    for actor in [&house.supervisor, &house.governor, &house.officer, &house.health, &house.registrar, &house.manager] {
        not_possible(&open(&house, actor, "A-1"), NotPossible::EmergencyNotNeeded);
    }
    for actor in [&house.intake, &house.practitioner, &house.monitor, &house.reviewer, &house.admins[0]] {
        assert!(matches!(open(&house, actor, "A-1"), Err(Refusal::NotAllowed)), "{:?}", actor.capacity);
    }
    // Not the colleague in the same prison, who does not carry it; nor probation.
    for actor in [&house.colleague, &house.probation, &stranger] {
        opened(&house, actor, "A-1");
    }
    // Nor through the file itself: it is called by its number.
    let (case, other) = (house.admitted("A-2"), house.admitted("A-3"));
    let on = |file: CaseId| house.perform(&fresh(&stranger), &Deed::one(file, asked("A-2")));
    assert!(matches!(on(other), Err(Refusal::NotYours)));
    assert_eq!(on(case).unwrap().streams, [case.stream()]);
}

/// Something that stands against opening "A-1": what brings it about, and for whom.
type Against = (&'static str, fn(&House) -> Actor);

const AGAINST: [Against; 7] = [
    ("no such number", |house| house.manager),
    ("restricted in their own prison", |house| {
        restricted(house, &[&house.governor, &house.supervisor]);
        house.colleague
    }),
    ("restricted in another prison", |house| {
        restricted(house, &[&house.governor, &house.manager]);
        house.probation
    }),
    ("a tie", |house| {
        let case = house.admitted("A-1");
        house.does(&house.manager, case, ConflictDeclared { account: house.manager.account, tie: Tie::Relative });
        house.manager
    }),
    ("two files", |house| {
        house.admitted("A-1");
        house.admitted("A-1");
        house.colleague
    }),
    ("closed", |house| {
        let case = house.admitted("A-1");
        house.does(&house.registrar, case, domain::custody::Died { told: text("The family, the same day.") });
        let closed = domain::custody::Closed { reason: domain::custody::ClosingReason::Died, note: None };
        house.does(&house.supervisor, case, closed);
        house.colleague
    }),
    ("part of a number", |house| {
        house.admitted("A-12");
        house.colleague
    }),
];

fn restricted(house: &House, named: &[&Actor]) -> CaseId {
    let case = house.admitted("A-1");
    let named = named.iter().map(|actor| Named { account: actor.account }).collect();
    house.does(&house.governor, case, Restricted { reason: text("A colleague was a witness."), named });
    case
}

#[test]
fn whatever_stands_against_it_is_one_answer_and_leaves_one_entry() {
    let mut answers = Vec::new();
    for (what, brings) in AGAINST {
        let house = House::new();
        let actor = brings(&house);
        // The first entry of a year makes its key.
        assert!(matches!(house.app().case(&actor, house.fresh().into(), Purpose::Casework), Err(Refusal::NotYours)));
        let (before, asked) = (house.leaves(), house.app().asked());
        let refusal = open(&house, &actor, "A-1").unwrap_err();
        let then = house.app().asked();
        let work = [0, 1].map(|n| (then[n].statements - asked[n].statements, then[n].rows - asked[n].rows));
        let entry = house.envelopes().pop().unwrap();
        assert_eq!((entry.actor, entry.stream), (actor.account, actor.account.stream()), "{what}");
        answers.push((what, format!("{refusal:?}"), entry.kind, (house.leaves() - before, work)));
    }
    let (_, refusal, kind, leaves) = answers[0].clone();
    assert_eq!((refusal.as_str(), kind.as_str(), leaves.0), ("NotYours", "look.refused", 1));
    let apart: Vec<_> =
        answers.iter().filter(|(_, one, two, three)| (one, two, three) != (&refusal, &kind, &leaves)).collect();
    assert!(apart.is_empty(), "can be told apart: {apart:?}");
}

/// A key that was used says whether the same was asked, and nothing about another number.
#[test]
fn a_repeated_request_opens_once_and_its_key_says_nothing_of_another_number() {
    let (house, case, stranger) = house_with("A-1");
    house.admitted("A-2");
    let who = fresh(&stranger);
    let once = |number: &str| Deed { once: Some("k".to_owned()), ..Deed::one(UNFOUND, asked(number)) };
    let first = house.performed(&who, &once("A-1"));
    let again = house.performed(&who, &once("A-1"));
    assert_eq!((again.repeated, &again.acts, again.streams[0]), (true, &first.acts, case.stream()));
    for number in ["A-2", "A-3"] {
        assert!(matches!(house.perform(&who, &once(number)), Err(Refusal::KeyReused)), "{number}");
    }
}

#[test]
fn until_numbers_are_known_the_answer_is_to_try_again() {
    let (mut house, _, stranger) = house_with("A-1");
    house.reopen();
    let before = house.leaves();
    for number in ["A-1", "A-9"] {
        let answer = open(&house, &stranger, number);
        assert!(matches!(&answer, Err(Refusal::Fault(fault @ Fault::Store(_))) if fault.passes()), "{answer:?}");
    }
    assert_eq!(house.leaves(), before, "nothing was found out, and nothing is on record");
    house.app().load_names().unwrap();
    opened(&house, &stranger, "A-1");
}

#[test]
fn a_bar_wins_over_an_open_hour_at_once_and_the_hour_does_not_come_back() {
    // Restricted meanwhile, by a prison that is not the opener's.
    let (house, case, stranger) = house_with("A-1");
    opened(&house, &stranger, "A-1");
    assert!(house.sees_case(&fresh(&stranger), case));
    let named = vec![Named { account: house.governor.account }];
    house.does(&house.governor, case, Restricted { reason: text("A witness."), named });
    assert!(!house.sees_case(&fresh(&stranger), case));
    house.does(&house.governor, case, domain::file::RestrictionLifted { reason: text("It is over.") });
    assert!(!house.sees_case(&fresh(&stranger), case), "it is asked for anew");
    opened(&house, &stranger, "A-1");
    // A tie that turns up meanwhile.
    let house = House::new();
    let case = house.admitted("A-1");
    opened(&house, &house.colleague, "A-1");
    let tie = ConflictDeclared { account: house.colleague.account, tie: Tie::Other };
    house.does(&house.governor, case, tie);
    assert!(!house.sees_case(&fresh(&house.colleague), case));
    let ended = ConflictEnded { account: house.colleague.account, reason: text("A mistake.") };
    house.does(&house.governor, case, ended);
    assert!(!house.sees_case(&fresh(&house.colleague), case));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn those_who_examine_are_told_at_once_and_nobody_else_is() {
    let (house, case, stranger) = house_with("A-1");
    let protection = house.account("protection", house.oversight, Capacity::DataProtection);
    let elsewhere = house.account("elsewhere", house.other_prison, Capacity::Governor);
    let opening = opened(&house, &stranger, "A-1");
    for actor in [&house.supervisor, &house.governor, &protection, &house.monitor] {
        let home = house.app().home(actor).unwrap().clone();
        let queue = home.queues.iter().find(|queue| queue.name == QueueName::Emergencies).unwrap();
        assert_eq!((queue.count(), queue.openings[0].opening), (1, opening), "{:?}", actor.capacity);
        let line = &lines(&house, actor)[0];
        assert_eq!((line.case, line.may_examine, line.by.as_deref()), (case, true, Some("Specimen stranger")));
        assert_eq!((line.until, line.examine_by), (line.at.plus(OPEN_FOR), line.at.plus(EXAMINED_WITHIN)));
        assert_eq!(
            line.name.is_some(),
            actor.capacity != Capacity::DataProtection,
            "a name to whom it is shown anyway"
        );
    }
    // Who leads the opener learns nothing of a person in another prison.
    assert!(lines(&house, &elsewhere).is_empty());
    for actor in [&house.manager, &house.officer, &house.intake, &house.reviewer, &stranger] {
        assert!(matches!(house.app().emergencies(actor), Err(Refusal::NotYours)), "{:?}", actor.capacity);
    }
    // Nor does somebody who is kept from the file.
    house.does(&house.supervisor, case, ConflictDeclared { account: house.supervisor.account, tie: Tie::Other });
    assert!(lines(&house, &house.supervisor).is_empty());
    assert!(matches!(house.refused(&house.supervisor, case, justified(opening)), Refusal::NotYours));
}

#[test]
fn somebody_else_examines_it_and_what_was_wrong_is_recorded_however_late() {
    let (house, case, stranger) = house_with("A-1");
    let opening = opened(&house, &stranger, "A-1");
    assert!(
        matches!(house.refused(&fresh(&stranger), case, justified(opening)), Refusal::NotAllowed),
        "not the opener"
    );
    assert!(matches!(house.refused(&house.manager, case, justified(opening)), Refusal::NotAllowed));
    let nothing = house.refused(&house.governor, case, justified(ActId::from_bytes([7; 16])));
    assert!(matches!(nothing, Refusal::NotPossible(NotPossible::EmergencyUnknown)));
    house.clock.advance(EXAMINED_WITHIN + DAY);
    house.does(&house.supervisor, case, justified(opening));
    assert!(house.app().home(&house.governor).unwrap().queues.iter().all(|queue| queue.openings.is_empty()));
    // Oversight sees it otherwise: that is a report like the first.
    house.does(&house.monitor, case, examined(opening, EmergencyFinding::NotJustified));
    let line = lines(&house, &house.governor).remove(0);
    assert_eq!(line.examined.map(|(_, found)| found), Some(EmergencyFinding::NotJustified));
    let file = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    assert_eq!(file.facts.emergencies[0].examined.len(), 2);
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn nobody_examines_what_they_opened_or_what_stands_above_them() {
    let house = House::new();
    let case = CaseId::from(house.fresh());
    let admitted = acts::admitted(house.other_prison, "B-1", "Placeholder", jiff::civil::date(1990, 1, 1));
    house.does(&house.other_registrar, case, admitted);
    // A governor opens it, the person is brought to that prison, and its supervisor is asked to examine the governor.
    let opening = opened(&house, &house.governor, "B-1");
    let moved = domain::custody::Transferred { to: house.prison, reason: text("Nearer to home.") };
    house.does(&house.other_registrar, case, moved);
    let by = |actor: &Actor| house.refused(actor, case, justified(opening));
    assert!(matches!(by(&house.governor), Refusal::NotPossible(NotPossible::OwnEmergency)));
    assert!(matches!(by(&house.supervisor), Refusal::NotPossible(NotPossible::EmergencyOfLeader)));
    assert!(lines(&house, &house.supervisor).iter().all(|line| !line.may_examine));
    let deputy = house.account("deputy", house.prison, Capacity::Governor);
    house.does(&deputy, case, justified(opening));
}

/// Where posts and lines are on record they say who stands below whom, and the capacity does not.
#[test]
fn whoever_stands_below_the_opener_in_the_line_does_not_examine_it_whatever_their_capacity() {
    let house = House::new();
    let posts = crate::posts::recorded(&house);
    let deputy = house.account("deputy", house.prison, Capacity::Governor);
    let elsewhere = house.account("elsewhere", house.prison, Capacity::Supervisor);
    // A deputy who reports to the governor, and a supervisor of a wing of its own who does not report to the other one.
    let deputy_post = crate::posts::post(&house, house.prison, "Deputy governor", Capacity::Governor);
    let wing = crate::posts::post(&house, house.prison, "Head of the west wing", Capacity::Supervisor);
    crate::posts::held(&house, deputy_post, &deputy);
    crate::posts::placed(&house, house.prison, deputy_post, Some((house.prison, posts.governor)));
    let case = CaseId::from(house.fresh());
    let admitted = acts::admitted(house.other_prison, "B-1", "Placeholder", jiff::civil::date(1990, 1, 1));
    house.does(&house.other_registrar, case, admitted);
    let by_governor = opened(&house, &house.governor, "B-1");
    let by_supervisor = opened(&house, &house.supervisor, "B-1");
    let moved = domain::custody::Transferred { to: house.prison, reason: text("Nearer to home.") };
    house.does(&house.other_registrar, case, moved);
    let of_leader = |actor: &Actor, opening: ActId| {
        let refusal = house.refused(actor, case, justified(opening));
        assert!(matches!(refusal, Refusal::NotPossible(NotPossible::EmergencyOfLeader)), "{refusal:?}");
        let line = lines(&house, actor).into_iter().find(|line| line.opening == opening).unwrap();
        assert!(!line.may_examine, "nor is it offered");
    };
    // The governor leads the deputy, who has the same capacity.
    of_leader(&deputy, by_governor);
    // Of a supervisor without a post nothing is known: by capacity they stand with, and so not above, who opened it.
    of_leader(&elsewhere, by_supervisor);
    crate::posts::held(&house, wing, &elsewhere);
    of_leader(&elsewhere, by_supervisor);
    crate::posts::placed(&house, house.prison, wing, Some((house.prison, deputy_post)));
    assert!(lines(&house, &elsewhere).iter().any(|line| line.opening == by_supervisor && line.may_examine));
    house.does(&elsewhere, case, justified(by_supervisor));
    let told = house.app().case(&house.monitor, case, Purpose::Oversight).unwrap();
    let below = told.acts.iter().rev().find_map(|recorded| match &recorded.act {
        domain::Act::File(domain::kind::topic::File::EmergencyReviewed(body)) => Some(body.below),
        _ => None,
    });
    assert_eq!(below, Some(Some(domain::command::Below::NotBelow)), "and it stands in the act");
    // Nobody says it themselves.
    let said = EmergencyReviewed { below: Some(domain::command::Below::NotBelow), ..justified(by_governor) };
    assert!(matches!(house.refused(&deputy, case, said), Refusal::Form(_)));
    house.does(&house.monitor, case, justified(by_governor));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn an_opening_that_nobody_examined_for_seven_days_stops_the_next_and_goes_to_oversight() {
    let (house, case, stranger) = house_with("A-1");
    house.admitted("A-2");
    let first = open(&house, &stranger, "A-1").unwrap();
    house.clock.set(first.at.plus(SUSPENDED_AFTER));
    assert!(list(&house, &house.monitor).frequent.is_empty());
    opened(&house, &stranger, "A-2");
    house.clock.advance(1);
    // Whatever number: it is said before any is looked up.
    for number in ["A-1", "A-2", "A-9"] {
        not_possible(&open(&house, &stranger, number), NotPossible::EmergencySuspended);
    }
    let frequent = list(&house, &house.monitor).frequent;
    assert_eq!((frequent.len(), frequent[0].lately, frequent[0].overdue), (1, 2, 1));
    assert!(list(&house, &house.governor).frequent.is_empty(), "accounts are for oversight to look at");
    house.does(&house.governor, case, examined(first.acts[0], EmergencyFinding::NotJustified));
    opened(&house, &stranger, "A-1");
}

#[test]
fn more_than_three_in_thirty_days_are_shown_to_oversight_with_their_count() {
    let house = House::new();
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    let mut first = None;
    for number in ["A-1", "A-2", "A-3", "A-4"] {
        let case = house.admitted(number);
        assert!(list(&house, &house.monitor).frequent.is_empty());
        let receipt = open(&house, &stranger, number).unwrap();
        first.get_or_insert(receipt.at);
        house.does(&house.governor, case, justified(receipt.acts[0]));
        house.clock.advance(HOUR);
    }
    let found = list(&house, &house.monitor);
    assert_eq!((found.frequent.len(), found.frequent[0].lately, found.frequent[0].overdue), (1, 4, 0));
    assert_eq!(found.lines.iter().map(|line| line.lately).collect::<Vec<_>>(), [Some(4), Some(3), Some(2), Some(1)]);
    assert!(lines(&house, &house.governor).iter().all(|line| line.lately.is_none()));
    house.clock.set(first.unwrap().plus(30 * DAY));
    assert!(list(&house, &house.monitor).frequent.is_empty(), "the first of them is thirty days old");
}

/// Was it opened meanwhile?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meanwhile {
    Opened,
    Left,
}

/// That a file was opened in an emergency is no business of the services, nor of those on the wing: their referrals, lists, queues
/// and boards are as if it had not been.
#[test]
fn whoever_does_not_see_the_record_cannot_tell_that_it_was_opened() {
    let told = |meanwhile: Meanwhile| {
        let house = House::new();
        let shared = house.assigned("A-1");
        let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
        assert!(!house.sees_case(&stranger, shared.case));
        if meanwhile == Meanwhile::Opened {
            opened(&house, &stranger, "A-1");
            assert!(house.sees_case(&fresh(&stranger), shared.case));
        }
        house.clock.advance(2 * HOUR);
        let [intake, practitioner, other, officer, health] =
            [&house.intake, &house.practitioner, &house.other_intake, &house.officer, &house.health]
                .map(|actor| crate::visible::visible(&house, actor, shared.case.stream(), shared.referral));
        [intake, practitioner, other, officer, health]
    };
    assert_eq!(told(Meanwhile::Opened), told(Meanwhile::Left));
}

#[test]
fn an_erased_file_takes_its_openings_with_it_and_the_tables_still_replay() {
    let (house, first, second) = crate::erasing::guarded();
    let stranger = house.account("stranger", house.other_prison, Capacity::CaseManager);
    let case = house.admitted("A-1");
    opened(&house, &stranger, "A-1");
    let ordered = domain::file::ErasureBasis::OrderedByLaw;
    house.does(&first, case, crate::erasing::announced(house.day(0), ordered));
    house.app().erase(&second, case).unwrap();
    assert!(matches!(open(&house, &stranger, "A-1"), Err(Refusal::NotYours)));
    assert!(lines(&house, &house.monitor).is_empty());
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn whoever_stands_in_for_a_post_opens_nothing_and_examines_nothing_for_it() {
    let (house, case, stranger) = house_with("A-1");
    let posts = crate::posts::recorded(&house);
    let opening = opened(&house, &stranger, "A-1");
    let times = (0, domain::moment::DAY);
    let leave = domain::post::CoverKind::Leave;
    let cover = crate::posts::covered(&house, &posts, posts.governor, &house.supervisor, times, leave);
    let leading = fresh(&crate::posts::acting(&house.supervisor, cover, posts.governor, &house.governor));
    assert!(house.sees_case(&leading, case), "as the governor would");
    not_possible(&house.perform(&leading, &Deed::one(case, justified(opening))), NotPossible::EmergencyStandingIn);
    assert!(lines(&house, &leading).iter().all(|line| !line.may_examine));
    for number in ["A-1", "A-2"] {
        not_possible(&open(&house, &leading, number), NotPossible::EmergencyStandingIn);
    }
    house.does(&house.supervisor, case, justified(opening));
}
