//! A prison in which nobody else is left to sign: the second signature falls to oversight, then and only then.

use access::Actor;
use app::Refusal;
use app::second::Signature;
use domain::account::{Confirmed, Disabled, Proposed};
use domain::admission::NotPossible;
use domain::custody::{Released, Returned};
use domain::file::{ConflictDeclared, StrikeProposed, Struck, Tie};
use domain::moment::DAY;
use domain::organisation::{MandateEndProposed, MandateEnded};
use domain::post::{CoverConfirmed, CoverEnded, CoverKind, CoverProposed};
use domain::{AccountId, ActId, Capacity};

use crate::acts::{self, line, text};
use crate::house::House;
use crate::posts::{held, holder, placed, post};

/// What waits for the monitor.
fn waits(house: &House, who: &Actor) -> Vec<(Signature, ActId)> {
    let home = house.app().home(who).unwrap();
    home.signatures.iter().map(|line| (line.signature, line.act)).collect()
}

/// A prison with one administrator, a governor, and an officer who is to act for the governor.
fn small(house: &House) -> (Actor, ActId) {
    let governor = post(house, house.prison, "Governor", Capacity::Governor);
    held(house, governor, &house.governor);
    placed(house, house.prison, governor, None);
    (house.account("only.admin", house.prison, Capacity::OrgAdministrator), governor)
}

fn proposal(house: &House, post: ActId) -> CoverProposed {
    let (from, until) = (house.now(), house.now().plus(5 * DAY));
    let (account, holder) = (house.officer.account, holder(house, post, from));
    CoverProposed { post, account, holder, cover: CoverKind::Leave, from, until, basis: line("Order 9") }
}

#[test]
fn the_only_administrator_of_a_prison_is_joined_by_oversight_and_by_nobody_sooner() {
    let house = House::new();
    let (admin, governor) = small(&house);
    let cover = house.does(&admin, house.prison, proposal(&house, governor));
    assert_eq!(waits(&house, &house.monitor), [(Signature::Cover, cover)]);
    assert!(waits(&house, &house.reviewer).is_empty(), "a reviewer signs nothing");
    let own = house.refused(&admin, house.prison, CoverConfirmed { cover });
    assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnProposal)), "{own:?}");
    // As soon as a second administrator is there, it is for them.
    let second = house.account("second.admin.here", house.prison, Capacity::OrgAdministrator);
    assert!(waits(&house, &house.monitor).is_empty());
    assert!(matches!(house.refused(&house.monitor, house.prison, CoverConfirmed { cover }), Refusal::NotAllowed));
    house.does(&house.admins[0], second.account, Disabled { reason: text("Left.") });
    assert_eq!(waits(&house, &house.monitor), [(Signature::Cover, cover)]);
    house.does(&house.monitor, house.prison, CoverConfirmed { cover });
    assert!(waits(&house, &house.monitor).is_empty(), "given once");
    let signed = house.envelopes().into_iter().rev().find(|entry| entry.kind == "post.cover_confirmed").unwrap();
    assert_eq!((signed.ground.code(), signed.actor), ("no_second_person", house.monitor.account));
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn oversight_signs_and_does_nothing_else_on_that_ground() {
    let house = House::new();
    let (admin, governor) = small(&house);
    // Nothing waits: the monitor has no such ground.
    assert!(matches!(house.refused(&house.monitor, house.prison, proposal(&house, governor)), Refusal::NotAllowed));
    let cover = house.does(&admin, house.prison, proposal(&house, governor));
    for act in [
        domain::Act::from(proposal(&house, governor)),
        domain::Act::from(CoverEnded { cover, reason: text("No.") }),
        domain::Act::from(domain::post::Abolished { post: governor, at: house.now() }),
    ] {
        assert!(matches!(house.refused(&house.monitor, house.prison, act), Refusal::NotAllowed));
    }
}

#[test]
fn a_post_that_somebody_leads_is_theirs_to_confirm() {
    let house = House::new();
    let (admin, governor) = small(&house);
    let supervisor = post(&house, house.prison, "Head of casework", Capacity::Supervisor);
    held(&house, supervisor, &house.supervisor);
    placed(&house, house.prison, supervisor, Some((house.prison, governor)));
    let cover = house.does(&admin, house.prison, proposal(&house, supervisor));
    assert!(waits(&house, &house.monitor).is_empty(), "the governor leads the supervisor");
    house.does(&house.admins[0], house.governor.account, Disabled { reason: text("Left.") });
    assert_eq!(waits(&house, &house.monitor), [(Signature::Cover, cover)]);
}

#[test]
fn without_a_mandate_nothing_falls_to_oversight() {
    let house = House::new();
    let (admin, governor) = small(&house);
    let cover = house.does(&admin, house.prison, proposal(&house, governor));
    let mandate = house.app().organisations(&house.admins[0]).unwrap().mandates[0].mandate;
    house.does(&house.admins[0], house.prison, MandateEndProposed { mandate, basis: line("Act 3") });
    house.does(&house.admins[1], house.prison, MandateEnded { mandate });
    assert!(waits(&house, &house.monitor).is_empty());
    assert!(matches!(house.refused(&house.monitor, house.prison, CoverConfirmed { cover }), Refusal::NotAllowed));
}

#[test]
fn an_account_of_the_prison_is_not_for_oversight_as_long_as_anybody_runs_the_installation() {
    let house = House::new();
    let (admin, _) = small(&house);
    let account = AccountId::from(house.fresh());
    let (sign_in, name) = (line("new.officer"), line("Specimen Newcomer"));
    let proposed = Proposed { sign_in, name, org: house.prison, capacity: Capacity::CustodyOfficer };
    house.does(&admin, account, proposed);
    assert!(waits(&house, &house.monitor).is_empty(), "two run the installation");
    let [first, second] = &house.admins;
    house.does(first, second.account, Disabled { reason: text("Left.") });
    assert!(waits(&house, &house.monitor).is_empty(), "one is left");
    assert!(matches!(house.refused(&house.monitor, account, Confirmed {}), Refusal::NotAllowed));
}

#[test]
fn who_confirmed_draws_the_half_of_the_credentials() {
    let house = House::new();
    let account = AccountId::from(house.fresh());
    let [first, second] = house.admins;
    house.does(&first, second.account, Disabled { reason: text("Left.") });
    let (sign_in, name) = (line("new.officer"), line("Specimen Newcomer"));
    let proposed = Proposed { sign_in, name, org: house.prison, capacity: Capacity::CustodyOfficer };
    let act = house.does(&first, account, proposed);
    assert_eq!(waits(&house, &house.monitor), [(Signature::Account, act)]);
    let fresh = Actor { strength: domain::Strength::Fresh, ..house.monitor };
    house.does(&fresh, account, Confirmed {});
    let (entry, factor) = house.app().draw_both([&first, &fresh], account).unwrap();
    let code = factor.card.codes[0].code.reveal();
    let tried = house.app().sign_in("new.officer", entry.password.reveal(), code, None).unwrap();
    assert!(matches!(tried, app::sign_in::Attempt::In { .. }));
}

#[test]
fn what_one_person_proposed_to_strike_is_struck_by_oversight_when_nobody_else_could() {
    let house = House::new();
    let case = house.admitted("A-1");
    let wrong = house.does(&house.manager, case, acts::needs());
    let proposal = StrikeProposed { of: wrong, why: text("Another person.") };
    let proposed = house.does(&crate::house::proved(&house.manager), case, proposal);
    assert!(waits(&house, &house.monitor).is_empty());
    // A supervisor and a registrar are kept from the file, and nobody else is there.
    house.does(&house.supervisor, case, ConflictDeclared { account: house.supervisor.account, tie: Tie::Other });
    assert!(waits(&house, &house.monitor).is_empty(), "the registrar is left");
    house.does(&house.registrar, case, ConflictDeclared { account: house.registrar.account, tie: Tie::Other });
    assert_eq!(waits(&house, &house.monitor), [(Signature::Strike, proposed)]);
    house.does(&crate::house::proved(&house.monitor), case, Struck { proposed, of: wrong });
    assert!(waits(&house, &house.monitor).is_empty());
}

/// What somebody answered last with on the ground that nobody else was left.
fn signed_last(house: &House) -> (String, AccountId) {
    let signed = house.envelopes().into_iter().rev().find(|entry| entry.ground.code() == "no_second_person").unwrap();
    (signed.kind, signed.actor)
}

/// A row for each kind of second signature in the product: none is missing, and each says where it goes.
#[test]
fn a_return_that_the_only_registrar_recorded_is_said_again_by_oversight_and_by_nobody_sooner() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.registrar, shared.case, Released { basis: line("Order 44") });
    house.clock.advance(400 * DAY);
    let back = |prison| Returned { prison, order: line("Order 50") };
    let word = house.does(&house.registrar, shared.case, back(house.prison));
    assert_eq!(waits(&house, &house.monitor), [(Signature::Return, word)]);
    assert!(waits(&house, &house.reviewer).is_empty());
    // Of the same prison, and nothing else of the register.
    let elsewhere = house.refused(&house.monitor, shared.case, back(house.other_prison));
    assert!(matches!(elsewhere, Refusal::NotAllowed), "{elsewhere:?}");
    let other = house.refused(&house.monitor, shared.case, Released { basis: line("Order 51") });
    assert!(matches!(other, Refusal::NotAllowed), "{other:?}");
    // As soon as somebody else is there, it is for them.
    let second = house.account("second.registrar", house.prison, Capacity::Registrar);
    assert!(waits(&house, &house.monitor).is_empty());
    assert!(matches!(house.refused(&house.monitor, shared.case, back(house.prison)), Refusal::NotAllowed));
    house.does(&house.admins[0], second.account, Disabled { reason: text("Left.") });
    assert!(!house.sees_case(&house.supervisor, shared.case));
    house.does(&house.monitor, shared.case, back(house.prison));
    assert!(house.sees_case(&house.supervisor, shared.case) && house.sees_case(&house.registrar, shared.case));
    assert!(waits(&house, &house.monitor).is_empty(), "given once");
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn a_word_that_nobody_joined_waits_for_seven_days() {
    let mut house = House::new();
    let case = house.admitted("A-1");
    house.does(&house.registrar, case, Released { basis: line("Order 44") });
    house.clock.advance(400 * DAY);
    let back = || Returned { prison: house.prison, order: line("Order 50") };
    let second = house.account("second.registrar", house.prison, Capacity::Registrar);
    house.does(&house.registrar, case, back());
    house.clock.advance(7 * DAY);
    assert!(house.app().home(&second).unwrap().returns.is_empty());
    house.does(&second, case, back());
    assert!(!house.sees_case(&house.supervisor, case), "the first word is over");
    house.does(&house.registrar, case, back());
    assert!(house.sees_case(&house.supervisor, case));
    house.reopen();
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn every_proposal_that_somebody_else_answers_stands_in_one_table() {
    use app::second::{Falls, PAIRS};
    for kind in domain::Kind::ALL.iter().filter(|kind| kind.code().ends_with("proposed")) {
        let rows = PAIRS.iter().filter(|pair| pair.proposes == *kind).count();
        assert_eq!(rows, 1, "{kind}: say in `PAIRS` who answers it and where it goes when nobody can");
    }
    for kind in domain::Kind::ALL.iter().filter(|kind| kind.code().ends_with("confirmed")) {
        assert_eq!(PAIRS.iter().filter(|pair| pair.answers.contains(kind)).count(), 1, "{kind}");
    }
    for signature in Signature::ALL {
        let rows = PAIRS.iter().filter(|pair| pair.falls == Falls::ToOversight(*signature)).count();
        assert_eq!(rows, 1, "{signature}");
    }
    // Whatever falls to oversight, the policies let a monitor answer on that ground, and nobody else.
    for pair in PAIRS {
        let on = domain::Ground::NoSecondPerson;
        let (part, action) = pair.asks;
        for capacity in Capacity::ALL {
            let may = access::allows(*capacity, on, part, action, domain::Strength::Fresh);
            let falls = matches!(pair.falls, Falls::ToOversight(_)) && *capacity == Capacity::Monitor;
            assert_eq!(may, falls, "{capacity} {part} {action}");
        }
        if let Falls::ToNobody(why) = pair.falls {
            assert!(!why.is_empty());
        }
    }
}

#[test]
fn a_recovery_that_one_administrator_of_the_prison_asked_for_is_confirmed_by_oversight() {
    let house = House::new();
    let (admin, _) = small(&house);
    let monitor = crate::house::proved(&house.monitor);
    let asked = domain::recovery::RecoveryAsked { reason: text("Lost the telephone.") };
    let act = house.does(&admin, house.officer.account, asked.clone());
    // Those who run the installation are there, and cannot: both of a recovery administer in the same capacity.
    assert_eq!(waits(&house, &house.monitor), [(Signature::Recovery, act)]);
    let second = house.account("second.admin.here", house.prison, Capacity::OrgAdministrator);
    assert!(waits(&house, &house.monitor).is_empty());
    let confirmed = domain::recovery::RecoveryConfirmed {};
    assert!(matches!(house.refused(&monitor, house.officer.account, confirmed.clone()), Refusal::NotAllowed));
    house.does(&house.admins[0], second.account, Disabled { reason: text("Left.") });
    house.does(&monitor, house.officer.account, confirmed);
    assert_eq!(signed_last(&house), ("account.recovery_confirmed".to_owned(), house.monitor.account));
    // Each draws their half, and that is the end of it: the account is no more the monitor's than before.
    house.app().draw_both([&admin, &monitor], house.officer.account).unwrap();
    let again = house.refused(&monitor, house.officer.account, asked);
    assert!(matches!(again, Refusal::NotAllowed), "{again:?}");
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn a_token_waits_for_oversight_while_it_could_still_be_used() {
    let house = House::new();
    let [first, second] = house.admins;
    let monitor = crate::house::proved(&house.monitor);
    let until = house.now().plus(2 * DAY);
    let scope = vec![domain::account::TokenScope::ALL[0]];
    let proposal = domain::account::TokenProposed { purpose: line("Figures"), scope, until };
    let token = house.does(&first, house.officer.account, proposal.clone());
    assert!(waits(&house, &house.monitor).is_empty());
    house.does(&first, second.account, Disabled { reason: text("Left.") });
    assert_eq!(waits(&house, &house.monitor), [(Signature::Token, token)]);
    house.clock.set(until);
    assert!(waits(&house, &house.monitor).is_empty(), "it is over");
    let until = house.now().plus(2 * DAY);
    let token = house.does(&first, house.officer.account, domain::account::TokenProposed { until, ..proposal });
    house.does(&monitor, house.officer.account, domain::account::TokenIssued { token });
    assert_eq!(signed_last(&house).0, "account.token_issued");
    assert!(waits(&house, &house.monitor).is_empty());
}

#[test]
fn a_plan_that_no_supervisor_is_left_to_approve_falls_to_oversight_and_whoever_stands_in_counts() {
    let house = House::new();
    let posts = crate::posts::recorded(&house);
    let case = house.admitted("A-1");
    house.does(&house.manager, case, acts::assessed());
    let first = house.does(&house.manager, case, acts::plan());
    house.does(&house.manager, case, domain::plan::Agreed { plan: first, language: line("ar"), words: None });
    assert!(waits(&house, &house.monitor).is_empty());
    house.does(&house.admins[0], house.supervisor.account, Disabled { reason: text("Left.") });
    assert_eq!(waits(&house, &house.monitor), [(Signature::Plan, first)]);
    // Somebody who stands in for the supervisor could approve it, so that it is theirs.
    let acting_up = domain::post::CoverKind::ActingUp;
    let cover = crate::posts::covered(&house, &posts, posts.supervisor, &house.colleague, (0, 2 * DAY), acting_up);
    assert!(waits(&house, &house.monitor).is_empty(), "a stand-in is somebody");
    let refused = house.refused(&house.monitor, case, domain::plan::Approved { plan: first });
    assert!(matches!(refused, Refusal::NotAllowed), "{refused:?}");
    house.does(&posts.admins[0], house.prison, CoverEnded { cover, reason: text("Back.") });
    // But not for a plan of their own.
    crate::posts::covered(&house, &posts, posts.supervisor, &house.manager, (0, 2 * DAY), acting_up);
    assert_eq!(waits(&house, &house.monitor), [(Signature::Plan, first)]);
    let second = house.does(&house.manager, case, acts::plan());
    assert_eq!(waits(&house, &house.monitor), [(Signature::Plan, second)], "the last version is the one that waits");
    house.does(&house.manager, case, domain::plan::Agreed { plan: second, language: line("ar"), words: None });
    let other = house.refused(&house.monitor, case, domain::plan::Approved { plan: first });
    assert!(matches!(other, Refusal::NotAllowed), "{other:?}");
    house.does(&house.monitor, case, domain::plan::Approved { plan: second });
    assert_eq!(signed_last(&house).0, "plan.approved");
    assert!(waits(&house, &house.monitor).is_empty());
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn an_erasing_that_nobody_else_could_carry_out_is_carried_out_by_oversight_and_announced_by_no_monitor() {
    let house = House::new();
    let case = house.admitted("A-1");
    let (registrar, monitor) = (crate::house::proved(&house.registrar), crate::house::proved(&house.monitor));
    let announced = crate::erasing::announced(house.day(0), domain::file::ErasureBasis::OrderedByLaw);
    let may = |house: &House| house.app().case(&monitor, case, domain::look::Purpose::Oversight).unwrap().may.clone();
    assert!(matches!(house.app().erase(&monitor, case), Err(Refusal::NotAllowed)));
    let act = house.does(&registrar, case, announced.clone());
    assert_eq!(waits(&house, &house.monitor), [(Signature::Erasing, act)]);
    assert!(may(&house).contains(&domain::Kind::FileErased));
    assert!(matches!(house.refused(&monitor, case, announced.clone()), Refusal::NotAllowed));
    let protection = house.account("protection", house.oversight, Capacity::DataProtection);
    assert!(waits(&house, &house.monitor).is_empty(), "a data protection officer could");
    assert!(!may(&house).contains(&domain::Kind::FileErased));
    assert!(matches!(house.app().erase(&monitor, case), Err(Refusal::NotAllowed)));
    house.does(&house.admins[0], protection.account, Disabled { reason: text("Left.") });
    house.app().erase(&monitor, case).unwrap();
    assert!(waits(&house, &house.monitor).is_empty());
    assert!(house.app().compare_tables().unwrap().differing.is_empty());
}

#[test]
fn what_the_only_administrator_said_of_the_clock_is_confirmed_by_oversight() {
    let house = House::new();
    let [first, second] = house.admins;
    let monitor = crate::house::proved(&house.monitor);
    house.does(&first, second.account, Disabled { reason: text("Left.") });
    house.clock.step(DAY);
    house.app().watch_clock().unwrap();
    let explained = domain::clock::ClockStepped { reason: text("The battery was changed.") };
    let own = house.refused(&monitor, domain::StreamId::INSTALLATION, explained.clone());
    assert!(matches!(own, Refusal::NotAllowed), "{own:?}");
    let act = house.does(&crate::house::proved(&first), domain::StreamId::INSTALLATION, explained);
    assert_eq!(waits(&house, &house.monitor), [(Signature::Clock, act)]);
    let early = house.refused(&house.monitor, domain::StreamId::INSTALLATION, domain::clock::ClockStepConfirmed {});
    assert!(matches!(early, Refusal::NeedsFresh), "{early:?}");
    house.does(&monitor, domain::StreamId::INSTALLATION, domain::clock::ClockStepConfirmed {});
    assert_eq!(house.app().clock_state(), app::clock_guard::ClockState::Steady);
    assert!(waits(&house, &house.monitor).is_empty());
}

/// What falls to oversight is one proposal, not a kind in a place: beside it others wait that somebody else could sign.
#[test]
fn one_proposal_falls_to_oversight_and_another_in_the_same_place_does_not() {
    let house = House::new();
    let (admin, governor) = small(&house);
    let supervisor = post(&house, house.prison, "Head of casework", Capacity::Supervisor);
    held(&house, supervisor, &house.supervisor);
    placed(&house, house.prison, supervisor, Some((house.prison, governor)));
    let falls = house.does(&admin, house.prison, proposal(&house, governor));
    let led = house.does(&admin, house.prison, proposal(&house, supervisor));
    assert_eq!(waits(&house, &house.monitor), [(Signature::Cover, falls)]);
    let other = house.refused(&house.monitor, house.prison, CoverConfirmed { cover: led });
    assert!(matches!(other, Refusal::NotAllowed), "the governor leads that post: {other:?}");
    // Whoever proposed one signs another: neither falls to anybody outside then.
    house.does(&admin, house.prison, CoverEnded { cover: led, reason: text("Another way.") });
    let own = house.does(&house.governor, house.prison, proposal(&house, supervisor));
    assert_eq!(waits(&house, &house.monitor), [(Signature::Cover, falls)]);
    house.does(&admin, house.prison, CoverConfirmed { cover: own });
    house.does(&house.monitor, house.prison, CoverConfirmed { cover: falls });
    assert!(waits(&house, &house.monitor).is_empty());
}
