//! Who is kept from a file, whatever they hold: restrictions to named people, and conflicts of interest.

use access::Actor;
use app::consult::{CaseFilter, Mine};
use app::{Deed, Refusal};
use domain::admission::NotPossible;
use domain::custody::Transferred;
use domain::facts::Step;
use domain::file::{Allocated, ConflictDeclared, ConflictEnded, Named, Restricted, RestrictionLifted, Tie};
use domain::look::Purpose;
use domain::{AccountId, Capacity, CaseId, Part, ReferralId};

use crate::acts::{self, text};
use crate::house::House;
use crate::visible::without_ids;

fn restricted(named: &[&Actor]) -> Restricted {
    let named = named.iter().map(|actor| Named { account: actor.account }).collect();
    Restricted { reason: text("A colleague was a witness."), named }
}

fn declared(account: AccountId, tie: Tie) -> ConflictDeclared {
    ConflictDeclared { account, tie }
}

/// Every question that shows a list, a count, a search or a queue, every way to a file by its id, and what each costs.
fn everything(house: &House, actor: &Actor, case: CaseId, referral: ReferralId) -> Vec<String> {
    let app = house.app();
    let said = |refusal: Refusal| format!("{refusal:?}");
    let filters = Step::ALL.iter().map(|step| CaseFilter { step: Some(*step), ..CaseFilter::default() });
    let named =
        ["Placeholder", "A-1", "B-1"].map(|name| CaseFilter { name: Some(name.to_owned()), ..CaseFilter::default() });
    let others = [CaseFilter::default(), CaseFilter { mine: Mine::Carried, ..CaseFilter::default() }];
    let mut asked: Vec<Box<dyn Fn() -> String>> = Vec::new();
    for filter in filters.chain(named).chain(others) {
        asked.push(Box::new(move || {
            let list = app.cases(actor, &filter).unwrap();
            format!("{:?} {:?}", *list, list.until())
        }));
    }
    asked.push(Box::new(|| format!("{:?}", *app.home(actor).unwrap())));
    asked.push(Box::new(|| format!("{:?}", *app.referrals(actor).unwrap())));
    asked.push(Box::new(|| app.findings(actor).map_or_else(said, |board| format!("{:?}", *board))));
    asked.push(Box::new(|| app.accounts(actor).map_or_else(said, |lines| format!("{:?}", *lines))));
    asked.push(Box::new(|| format!("{:?}", *app.organisations(actor).unwrap())));
    asked.push(Box::new(|| format!("{:?}", *app.services(actor, &app::consult::ServicesAsked::default()).unwrap())));
    asked.push(Box::new(|| format!("{:?}", *app.colleagues(actor, Capacity::CaseManager).unwrap())));
    asked.push(Box::new(|| app.case(actor, case, Purpose::Casework).map_or_else(said, |file| format!("{:?}", *file))));
    asked.push(Box::new(|| app.print_case(actor, case, Part::Plan).map_or_else(said, |file| format!("{:?}", *file))));
    asked.push(Box::new(|| {
        app.referral(actor, referral, Purpose::Casework).map_or_else(said, |file| format!("{:?}", *file))
    }));
    asked.push(Box::new(|| format!("{:?} {:?}", app.open_parts(actor, case), app.open_parts(actor, referral))));
    asked.push(Box::new(|| said(house.refused(actor, case, acts::needs()))));
    asked.push(Box::new(|| said(house.refused(actor, case, Allocated { to: actor.account }))));
    asked.push(Box::new(|| said(house.refused(actor, case, restricted(&[actor])))));
    asked.push(Box::new(|| said(house.refused(actor, case, declared(actor.account, Tie::Other)))));
    asked
        .push(Box::new(|| said(house.refused(actor, referral, domain::referral::ReentryAsked { from: house.day(1) }))));
    asked
        .iter()
        .map(|ask| {
            let before = house.leaves();
            let answer = without_ids(&ask());
            format!("{answer} ({} entries)", house.leaves() - before)
        })
        .collect()
}

/// The same two files in both houses, and in one of them a third that some are kept from.
fn told(keep_out: impl Fn(&House, CaseId), with: Third, who: impl Fn(&House) -> Vec<Actor>) -> Vec<Vec<String>> {
    let house = House::new();
    house.offered("B-1");
    let (case, referral) = match with {
        Third::There => {
            let shared = house.assigned("A-1");
            let now = house.now();
            let (kind, purpose) = (domain::measure::MeasureKind::Separation, domain::measure::MeasurePurpose::Order);
            house.does(&house.governor, shared.case, acts::imposed(kind, purpose, now, now.plus(domain::moment::DAY)));
            keep_out(&house, shared.case);
            (shared.case, shared.referral)
        }
        Third::NotThere => (house.fresh().into(), house.fresh().into()),
    };
    house.clock.advance(domain::moment::HOUR);
    // The first look of all makes the key of the year.
    assert!(!house.sees_case(&house.other_supervisor, case));
    who(&house).iter().map(|actor| everything(&house, actor, case, referral)).collect()
}

#[derive(Clone, Copy)]
enum Third {
    There,
    NotThere,
}

fn assert_alike(keep_out: impl Fn(&House, CaseId) + Copy, who: impl Fn(&House) -> Vec<Actor> + Copy) {
    let (with, without) = (told(keep_out, Third::There, who), told(keep_out, Third::NotThere, who));
    for (place, (with, without)) in with.iter().zip(&without).enumerate() {
        for (question, (with, without)) in with.iter().zip(without).enumerate() {
            assert_eq!(with, without, "actor {place}, question {question}");
        }
    }
    assert!(with.iter().flatten().any(|answer| answer.contains("B-1")), "the other file is seen");
}

#[test]
fn who_is_not_named_cannot_tell_a_restricted_file_from_one_that_is_not_there() {
    assert_alike(
        |house, case| {
            house.does(&house.governor, case, restricted(&[&house.governor, &house.manager]));
        },
        |house| vec![house.supervisor, house.registrar, house.officer, house.health, house.colleague],
    );
}

#[test]
fn who_has_a_conflict_of_interest_cannot_tell_the_file_from_one_that_is_not_there() {
    assert_alike(
        |house, case| {
            for (place, actor) in [&house.supervisor, &house.officer, &house.monitor].into_iter().enumerate() {
                house.does(actor, case, declared(actor.account, Tie::ALL[place]));
            }
        },
        |house| vec![house.supervisor, house.officer, house.monitor],
    );
}

#[test]
fn a_restriction_leaves_those_named_oversight_and_the_service_and_is_lifted_by_one_who_is_named() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.supervisor, shared.case, restricted(&[&house.governor, &house.manager]));
    for actor in [&house.governor, &house.manager, &house.monitor, &house.reviewer] {
        assert!(house.sees_case(actor, shared.case));
    }
    assert!(house.sees_referral(&house.manager, shared.referral) && house.lists(&house.manager, shared.referral));
    assert!(house.sees_referral(&house.practitioner, shared.referral), "the service goes on");
    assert!(house.lists(&house.monitor, shared.referral));
    // Whoever restricted it without a name of their own is out too.
    assert!(matches!(house.refused(&house.supervisor, shared.case, lifted()), Refusal::NotYours));
    assert!(matches!(house.refused(&house.manager, shared.case, lifted()), Refusal::NotAllowed));
    // A new restriction takes the place of the old one.
    house.does(&house.governor, shared.case, restricted(&[&house.governor, &house.officer]));
    assert!(house.sees_case(&house.officer, shared.case) && !house.sees_case(&house.manager, shared.case));
    house.does(&house.governor, shared.case, lifted());
    for actor in [&house.supervisor, &house.manager, &house.registrar] {
        assert!(house.sees_case(actor, shared.case));
    }
    assert!(matches!(
        house.refused(&house.governor, shared.case, lifted()),
        Refusal::NotPossible(NotPossible::NotRestricted)
    ));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

fn lifted() -> RestrictionLifted {
    RestrictionLifted { reason: text("The witness works elsewhere.") }
}

#[test]
fn nobody_restricts_a_file_so_that_nobody_can_lift_it() {
    let house = House::new();
    let case = house.admitted("A-1");
    let nobody = |named: &[&Actor]| {
        let refusal = house.refused(&house.supervisor, case, restricted(named));
        assert!(matches!(refusal, Refusal::NotPossible(NotPossible::NobodyToLift)), "{refusal:?}");
    };
    nobody(&[]);
    nobody(&[&house.manager]);
    house.does(&house.governor, case, declared(house.governor.account, Tie::Relative));
    nobody(&[&house.governor]);
    let elsewhere = house.refused(&house.supervisor, case, restricted(&[&house.supervisor, &house.other_supervisor]));
    assert!(matches!(elsewhere, Refusal::Unknown("account")));
    house.does(&house.supervisor, case, restricted(&[&house.supervisor]));
    // A file is not given to somebody who does not see it.
    let barred = house.refused(&house.supervisor, case, Allocated { to: house.colleague.account });
    assert!(matches!(barred, Refusal::NotPossible(NotPossible::Barred)));
}

#[test]
fn a_case_manager_with_a_conflict_of_interest_carries_the_file_no_more() {
    let house = House::new();
    let shared = house.assigned("A-1");
    // Of others only those who lead them say it, and of somebody elsewhere nobody.
    let other = house.refused(&house.manager, shared.case, declared(house.colleague.account, Tie::Other));
    assert!(matches!(other, Refusal::NotAllowed));
    let elsewhere = house.refused(&house.supervisor, shared.case, declared(house.intake.account, Tie::Other));
    assert!(matches!(elsewhere, Refusal::Unknown("account")));
    house.does(&house.manager, shared.case, declared(house.manager.account, Tie::Relative));
    assert!(!house.sees_case(&house.manager, shared.case) && !house.sees_referral(&house.manager, shared.referral));
    assert!(!house.lists(&house.manager, shared.referral));
    let home = house.app().home(&house.supervisor).unwrap();
    assert!(home.queues.iter().flat_map(|queue| &queue.cases).any(|(line, _)| line.carried_by.is_none()));
    let again = house.refused(&house.supervisor, shared.case, Allocated { to: house.manager.account });
    assert!(matches!(again, Refusal::NotPossible(NotPossible::Barred)));
    house.does(&house.supervisor, shared.case, Allocated { to: house.colleague.account });
    let ended = || ConflictEnded { account: house.manager.account, reason: text("Declared on the wrong file.") };
    assert!(matches!(house.refused(&house.manager, shared.case, ended()), Refusal::NotYours));
    house.does(&house.governor, shared.case, ended());
    // The file does not come back by itself.
    assert!(!house.sees_case(&house.manager, shared.case));
    let none = house.refused(&house.governor, shared.case, ended());
    assert!(matches!(none, Refusal::NotPossible(NotPossible::NoConflict)));
    house.does(&house.supervisor, shared.case, Allocated { to: house.manager.account });
    assert!(house.sees_case(&house.manager, shared.case) && house.sees_referral(&house.manager, shared.referral));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn a_conflict_of_interest_ends_even_a_mandate() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.monitor, shared.case, declared(house.monitor.account, Tie::OwnPerson));
    assert!(!house.sees_case(&house.monitor, shared.case) && !house.sees_referral(&house.monitor, shared.referral));
    assert!(house.sees_case(&house.reviewer, shared.case));
}

#[test]
fn after_a_move_to_another_prison_its_governor_sees_a_restricted_file_and_names_others() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let governor = house.account("other.governor", house.other_prison, Capacity::Governor);
    house.does(&house.governor, shared.case, restricted(&[&house.governor, &house.registrar]));
    house.does(
        &house.registrar,
        shared.case,
        Transferred { to: house.other_prison, reason: text("Nearer to the family.") },
    );
    assert!(house.sees_case(&governor, shared.case));
    for actor in [&house.other_supervisor, &house.other_registrar, &house.governor] {
        assert!(!house.sees_case(actor, shared.case) && !house.lists(actor, shared.referral));
    }
    house.does(&governor, shared.case, restricted(&[&governor, &house.other_supervisor]));
    assert!(house.sees_case(&house.other_supervisor, shared.case));
    assert!(!house.sees_case(&house.other_registrar, shared.case));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn a_page_that_was_open_shows_nothing_more_once_the_file_is_restricted() {
    let house = House::new();
    let case = house.admitted("A-1");
    let deed = Deed::one(case, restricted(&[&house.governor]));
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| while house.sees_case(&house.manager, case) {});
        house.performed(&house.governor, &deed);
        reader.join().unwrap();
    });
    let rows = house.envelopes();
    let place = rows.iter().position(|envelope| envelope.kind == "file.restricted").unwrap();
    let after = rows[place..].iter().filter(|envelope| envelope.actor == house.manager.account);
    assert_eq!(after.filter(|envelope| envelope.kind != "look.refused").count(), 0);
}

#[test]
fn a_registrar_who_is_kept_from_a_file_does_not_record_the_return_either() {
    let house = House::new();
    let case = house.admitted("A-1");
    house.does(&house.registrar, case, declared(house.registrar.account, Tie::Relative));
    let second = house.account("second.registrar", house.prison, Capacity::Registrar);
    house.does(&second, case, domain::custody::Released { basis: acts::line("Order 44") });
    house.clock.advance(30 * domain::moment::DAY);
    let returned = || domain::custody::Returned { prison: house.prison, order: acts::line("Order 45") };
    assert!(matches!(house.refused(&house.registrar, case, returned()), Refusal::NotYours));
    // Nor does the number tell them that there is such a file.
    assert!(house.app().released_under(&house.registrar, "A-1").unwrap().is_none());
    assert_eq!(*house.app().released_under(&second, "A-1").unwrap(), Some(case));
    house.does(&second, case, returned());
    let third = house.account("third.registrar", house.prison, Capacity::Registrar);
    house.does(&third, case, returned());
    assert!(!house.sees_case(&house.registrar, case) && house.sees_case(&second, case));
}

#[test]
fn a_conflict_of_interest_is_said_of_oneself_and_of_whom_one_leads_and_of_nobody_above() {
    let house = House::new();
    let case = house.admitted("A-1");
    let other = house.account("third.supervisor", house.prison, Capacity::Supervisor);
    for above in [house.governor.account, other.account] {
        let refused = house.refused(&house.supervisor, case, declared(above, Tie::Other));
        assert!(matches!(refused, Refusal::NotAllowed), "{refused:?}");
    }
    assert!(house.sees_case(&house.governor, case) && house.sees_case(&other, case));
    house.does(&house.supervisor, case, declared(house.officer.account, Tie::Other));
    house.does(&house.governor, case, declared(other.account, Tie::Other));
    assert!(!house.sees_case(&house.officer, case) && !house.sees_case(&other, case));
    house.does(&house.supervisor, case, declared(house.supervisor.account, Tie::Other));
    assert!(!house.sees_case(&house.supervisor, case));
}

#[test]
fn all_files_of_a_case_manager_are_given_at_once_but_those_that_the_receiver_is_kept_from() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let (second, hidden) = (house.admitted("A-2"), house.admitted("A-3"));
    house.does(&house.supervisor, hidden, declared(house.colleague.account, Tie::Relative));
    let (from, to) = (house.manager.account, house.colleague.account);
    for actor in [&house.manager, &house.governor, &house.registrar, &house.monitor, &house.intake] {
        assert!(matches!(house.app().carried(actor, from, to), Err(Refusal::NotYours)));
    }
    assert!(
        house.app().carried(&house.other_supervisor, from, to).unwrap().cases.is_empty(),
        "another prison's are not theirs"
    );
    let carried = house.app().carried(&house.supervisor, from, to).unwrap();
    assert_eq!((carried.cases.len(), carried.kept_from), (2, 1));
    // One that the receiver is kept from would stop the whole deed.
    let all =
        carried.cases.iter().fold(Deed::one(hidden, Allocated { to }), |deed, case| deed.and(*case, Allocated { to }));
    assert!(matches!(house.perform(&house.supervisor, &all), Err(Refusal::NotPossible(NotPossible::Barred))));
    assert!(house.sees_case(&house.manager, second));
    let (first, others) = carried.cases.split_first().unwrap();
    let deed = others.iter().fold(Deed::one(*first, Allocated { to }), |deed, case| deed.and(*case, Allocated { to }));
    house.performed(&house.supervisor, &deed);
    for case in [shared.case, second] {
        assert!(house.sees_case(&house.colleague, case) && !house.sees_case(&house.manager, case));
    }
    assert!(house.sees_referral(&house.colleague, shared.referral) && house.sees_case(&house.manager, hidden));
}
