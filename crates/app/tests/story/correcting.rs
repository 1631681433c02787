//! A report in the place of another, and an act that was recorded on the wrong person.

use app::{Correcting, Deed, Refusal};
use domain::admission::NotPossible;
use domain::custody::SentenceRecorded;
use domain::file::{Corrected, CorrectionReason, StrikeProposed, Struck};
use domain::look::Purpose;
use domain::moment::DAY;
use domain::{Act, ActId, CaseId, StreamId};
use jiff::civil::date;

use crate::acts::{self, text};
use crate::backups::{Kept, holds};
use crate::by_hand::ByHand;
use crate::house::House;

fn correction(case: CaseId, of: ActId, act: impl Into<Act>) -> Deed {
    Deed { correcting: Some(Correcting { of, why: CorrectionReason::WrongTime }), ..Deed::one(case, act) }
}

fn later() -> SentenceRecorded {
    SentenceRecorded { earliest_release: date(2026, 11, 1), ..acts::sentence() }
}

#[track_caller]
fn not_possible<T: std::fmt::Debug>(outcome: Result<T, Refusal>, reason: NotPossible) {
    match outcome {
        Err(Refusal::NotPossible(said)) => assert_eq!(said, reason),
        other => panic!("{other:?}"),
    }
}

fn sealed_of(house: &House, act: ActId) -> Option<Vec<u8>> {
    let id = act.bytes();
    let found = house.beside().read(|tx| {
        tx.one("select sealed from act where id = $1", &[store::Val::Blob(&id)], |row| row.get::<Option<Vec<u8>>>(0))
    });
    found.unwrap().flatten()
}

#[test]
fn the_report_that_corrects_counts_in_the_place_of_the_other_and_both_can_be_read() {
    let mut house = House::proved();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.registrar, case, acts::sentence());
    house.does(&house.manager, case, acts::needs());
    let receipt = house.performed(&house.registrar, &correction(case, wrong, later()));
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert_eq!(
        file.facts.sentence,
        Some((wrong, date(2026, 11, 1), date(2027, 9, 1))),
        "by the id of the first report"
    );
    assert_eq!(file.facts.keeping.corrected, [(wrong, receipt.acts[0])]);
    let shown: Vec<ActId> = file.acts.iter().map(domain::Recorded::id).collect();
    assert!(shown.contains(&wrong) && shown.contains(&receipt.acts[0]));
    // Whoever sees neither report sees no more than that something was corrected.
    let seen = house.app().case(&house.officer, case, Purpose::Casework).unwrap();
    assert!(seen.facts.sentence.is_none());
    // And so it is after a start, from the beginning, and in the index.
    house.reopen();
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert_eq!(file.facts.release_expected(), Some(date(2026, 11, 1)));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
    house.app().examine().unwrap();
}

#[test]
fn a_correction_can_be_corrected_through_the_first_report() {
    let house = House::proved();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.registrar, case, acts::sentence());
    let second = house.performed(&house.registrar, &correction(case, wrong, later())).acts[0];
    not_possible(house.perform(&house.registrar, &correction(case, second, later())), NotPossible::NotCorrectable);
    let third = SentenceRecorded { earliest_release: date(2026, 12, 1), ..acts::sentence() };
    house.performed(&house.registrar, &correction(case, wrong, third));
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert_eq!(file.facts.sentence, Some((wrong, date(2026, 12, 1), date(2027, 9, 1))));
}

#[test]
fn a_corrected_beginning_closes_the_finding_that_rested_on_it() {
    let house = House::proved();
    let case = house.admitted("A-1");
    house.clock.advance(20 * DAY);
    let now = house.now();
    // Found alone, and said to be so for sixteen days: beyond the limit of fifteen.
    let found = Deed::one(case, acts::found_in_force(None)).concerning(Some(now.plus(-16 * DAY)));
    let receipt = house.performed(&house.officer, &found);
    let measure = receipt.acts[0];
    let raised = |finding: &&safeguards::Finding| {
        finding.rule.id() == "NMR-43b" && finding.outcome == domain::look::Outcome::Breach
    };
    assert_eq!(receipt.raised.iter().filter(raised).count(), 1, "on presumption");
    let true_beginning = correction(case, measure, acts::found_in_force(None)).concerning(Some(now.plus(-2 * DAY)));
    house.performed(&house.officer, &true_beginning);
    let file = house.app().case(&house.governor, case, Purpose::Decision).unwrap();
    assert_eq!(file.facts.measures.len(), 1, "it is the same measure");
    assert_eq!((file.facts.measures[0].act, file.facts.measures[0].span.from), (measure, now.plus(-2 * DAY)));
    let open = house.app().findings(&house.governor).unwrap();
    // Two days without a record of the regime are no breach; that they are without one is still said.
    let breach = |line: &app::consult::BoardLine| line.outcome == domain::look::Outcome::Breach;
    assert!(!open.lines.iter().any(|line| line.rule == "NMR-43b" && breach(line)), "{:?}", open.lines);
    // What refers to the measure goes on referring to it.
    house.does(&house.governor, case, domain::measure::Lifted { measure, reason: text("No longer needed.") });
    let file = house.app().case(&house.governor, case, Purpose::Decision).unwrap();
    assert!(file.facts.measures[0].span.until.is_some());
}

#[test]
fn only_a_report_of_the_same_kind_in_the_same_file_corrects() {
    let house = House::proved();
    let planned = house.planned("A-1");
    let other = house.admitted("B-1");
    let wrong = house.does(&house.registrar, planned.case, acts::sentence());
    let status = domain::custody::StatusChanged { status: domain::custody::Status::Convicted, order: acts::line("x") };
    not_possible(house.perform(&house.registrar, &correction(planned.case, wrong, status)), NotPossible::AnotherKind);
    not_possible(house.perform(&house.registrar, &correction(other, wrong, later())), NotPossible::ActUnknown);
    let decision = house.perform(&house.manager, &correction(planned.case, planned.plan, acts::plan()));
    not_possible(decision, NotPossible::NotCorrectable);
    // Nobody says by itself that one act stands for another.
    let link = Corrected { of: wrong, by: planned.plan, why: CorrectionReason::WrongEntry };
    not_possible(house.perform(&house.registrar, &Deed::one(planned.case, link)), NotPossible::AnotherKind);
    // Nor does anybody correct what they may not report.
    let by_manager = house.perform(&house.manager, &correction(planned.case, wrong, later()));
    assert!(matches!(by_manager, Err(Refusal::NotAllowed)), "{by_manager:?}");
}

#[test]
fn what_was_recorded_on_the_wrong_person_is_struck_by_two_and_destroyed() {
    let mut house = House::proved();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.manager, case, acts::assessed());
    let strike = |proposed| Struck { of: wrong, proposed };
    not_possible(house.perform(&house.supervisor, &Deed::one(case, strike(wrong))), NotPossible::NotProposed);
    let why = text("It belongs to a sample person of a like name.");
    let proposed = house.does(&house.manager, case, StrikeProposed { of: wrong, why });
    not_possible(house.perform(&house.manager, &Deed::one(case, strike(proposed))), NotPossible::OwnProposal);
    let sealed = sealed_of(&house, wrong).unwrap()[1..17].to_vec();
    assert!(crate::engine::is_server() || holds(house.folder.path(), &sealed).is_some());
    assert!(ByHand::of(&house).opened().contains("Worked as a baker"));
    let kept = Kept::new();
    kept.data(&house, "data-before");
    kept.keys(&house, "keys");
    house.does(&house.supervisor, case, strike(proposed));
    assert_eq!(house.app().unsettled(), 0);
    assert_eq!(holds(house.folder.path(), &sealed), None, "in no file of the engine");
    assert!(!ByHand::of(&house).opened().contains("Worked as a baker"));
    let file = house.app().case(&house.manager, case, Purpose::Casework).unwrap();
    assert!(file.facts.assessments.is_empty(), "it is as if it had never been there");
    assert_eq!(file.facts.keeping.strikes[0].of, wrong);
    assert!(file.facts.keeping.strikes[0].struck.is_some());
    not_possible(house.perform(&house.supervisor, &Deed::one(case, strike(proposed))), NotPossible::AlreadyDone);
    // The envelope says that there was something; everything verifies.
    assert!(house.envelopes().iter().any(|envelope| envelope.act == wrong));
    house.reopen();
    house.app().examine().unwrap();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
    // Nor does an older backup bring it back, as long as the list is there.
    let target = kept.path("again");
    std::fs::create_dir(&target).unwrap();
    std::fs::copy(house.place().directory.join("erasures"), target.join("erasures")).unwrap();
    kept.restore(&house, "data-before", "keys", "again").unwrap();
    assert!(!ByHand::open(&target).opened().contains("Worked as a baker"));
    assert_eq!(holds(&target, &sealed), None);
}

#[test]
fn striking_takes_back_rights_that_only_the_struck_act_gave() {
    let mut house = House::proved();
    let case = house.admitted("A-1");
    let to = domain::custody::Transferred { to: house.other_prison, reason: text("A sample reason.") };
    let wrong = house.does(&house.registrar, case, to);
    assert!(house.sees_case(&house.other_supervisor, case) && !house.sees_case(&house.supervisor, case));
    let why = text("Another person was transferred.");
    let proposed = house.does(&house.other_supervisor, case, StrikeProposed { of: wrong, why });
    house.does(&house.other_registrar, case, Struck { of: wrong, proposed });
    assert!(!house.sees_case(&house.other_supervisor, case) && house.sees_case(&house.supervisor, case));
    assert!(house.sees_case(&house.manager, case));
    house.reopen();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn a_strike_names_nobody_anew_for_a_file_that_was_restricted_and_moved() {
    let mut house = House::proved();
    let case = house.admitted("A-1");
    let (then, gone) = (
        house.account("then.governor", house.other_prison, domain::Capacity::Governor),
        house.account("gone.governor", house.other_prison, domain::Capacity::Governor),
    );
    let registrar = house.account("named.registrar", house.prison, domain::Capacity::Registrar);
    let named = [&house.governor, &registrar].map(|who| domain::file::Named { account: who.account }).to_vec();
    let wrong = house.does(&house.manager, case, acts::assessed());
    let restricted = domain::file::Restricted { reason: text("Small circle."), named };
    house.does(&house.governor, case, restricted);
    let to = domain::custody::Transferred { to: house.other_prison, reason: text("A sample reason.") };
    house.does(&registrar, case, to);
    assert!(house.sees_case(&then, case) && house.sees_case(&gone, case));
    house.does(&house.admins[0], gone.account, domain::account::Disabled { reason: text("Left.") });
    let later = house.account("later.governor", house.other_prison, domain::Capacity::Governor);
    assert!(!house.sees_case(&later, case), "who came after the move is not named");
    let protection = house.account("dpo", house.oversight, domain::Capacity::DataProtection);
    let protection = access::Actor { strength: domain::Strength::Fresh, ..protection };
    let why = text("It belongs to a sample person of a like name.");
    let proposed = house.does(&protection, case, StrikeProposed { of: wrong, why });
    let other = house.account("other.dpo", house.oversight, domain::Capacity::DataProtection);
    let other = access::Actor { strength: domain::Strength::Fresh, ..other };
    house.mandated(house.other_prison, None);
    house.does(&other, case, Struck { of: wrong, proposed });
    assert!(house.sees_case(&then, case) && !house.sees_case(&later, case), "nor by a strike");
    house.reopen();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn what_holds_a_file_together_is_not_struck() {
    let house = House::proved();
    let shared = house.assigned("A-1");
    let named = |kind: &str, stream: StreamId| {
        let known = |envelope: &&domain::Envelope| envelope.kind == kind && envelope.stream == stream;
        house.envelopes().iter().find(known).unwrap().act
    };
    let case = shared.case.stream();
    for kind in ["custody.admitted", "referral.begun"] {
        let proposal = StrikeProposed { of: named(kind, case), why: text("x") };
        not_possible(house.perform(&house.manager, &Deed::one(shared.case, proposal)), NotPossible::NotStrikable);
    }
    let elsewhere = StrikeProposed { of: named("referral.accepted", shared.referral.stream()), why: text("x") };
    not_possible(house.perform(&house.manager, &Deed::one(shared.case, elsewhere)), NotPossible::ActUnknown);
}
