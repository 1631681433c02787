//! You see the parts your capacity has on a ground you hold now, and not a moment longer.

use access::Actor;
use app::{Deed, Refusal, SaidBy};
use domain::account::Disabled;
use domain::admission::NotPossible;
use domain::custody::{Died, Released, Returned, Transferred};
use domain::file::Allocated;
use domain::look::Purpose;
use domain::moment::{DAY, HOUR};
use domain::organisation::{MandateConfirmed, MandateEndProposed, MandateEnded, MandateProposed};
use domain::release::HandoverOffered;
use domain::{Act, Moment, Part};

use crate::acts::{self, line, text};
use crate::house::House;

#[test]
fn a_ground_holds_until_the_very_moment_of_its_end() {
    let house = House::new();
    let case = house.admitted("A-1");
    let handover =
        HandoverOffered { to: house.probation_service, summary: text("Going home."), answer_by: house.day(3) };
    house.does(&house.manager, case, handover.clone());
    let end = Moment::start_of(house.day(4), house.app().zone());
    house.clock.set(end.plus(-1));
    let file = house.app().case(&house.probation, case, Purpose::Handover).unwrap();
    assert_eq!(file.until(), Some(end));
    house.clock.set(end);
    assert!(!house.sees_case(&house.probation, case));
    // A clock that is put back revives nothing.
    house.clock.set(end.plus(-HOUR));
    assert!(!house.sees_case(&house.probation, case));
    assert_eq!(house.now(), end);
}

#[test]
fn allocating_to_a_colleague_ends_the_right_on_the_case_and_on_its_referrals() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.supervisor, shared.case, Allocated { to: house.colleague.account });
    assert!(!house.sees_case(&house.manager, shared.case) && !house.sees_referral(&house.manager, shared.referral));
    assert!(house.sees_case(&house.colleague, shared.case) && house.sees_referral(&house.colleague, shared.referral));
    assert!(!house.lists(&house.manager, shared.referral));
    assert!(matches!(house.refused(&house.manager, shared.case, acts::needs()), Refusal::NotYours));
    // Nobody outside the prison, and nobody of another capacity, carries a file.
    for to in [house.practitioner.account, house.governor.account] {
        assert!(matches!(house.refused(&house.supervisor, shared.case, Allocated { to }), Refusal::Unknown(_)));
    }
}

#[test]
fn after_a_transfer_the_prison_before_sees_nothing_and_nobody_carries_the_file_yet() {
    let house = House::new();
    let shared = house.assigned("A-1");
    let moved = Transferred { to: house.other_prison, reason: text("Nearer to the family.") };
    house.does(&house.registrar, shared.case, moved);
    for actor in [&house.registrar, &house.supervisor, &house.manager, &house.governor] {
        assert!(!house.sees_case(actor, shared.case));
    }
    assert!(!house.sees_referral(&house.supervisor, shared.referral));
    assert!(house.sees_case(&house.other_supervisor, shared.case));
    assert!(house.sees_referral(&house.other_supervisor, shared.referral));
    assert!(house.sees_referral(&house.practitioner, shared.referral), "the service goes on");
    let home = house.app().home(&house.other_supervisor).unwrap();
    assert!(home.queues.iter().any(|queue| queue.cases.iter().any(|(line, _)| line.case == shared.case)));
    assert!(home.queues.iter().flat_map(|queue| &queue.cases).all(|(line, _)| line.carried_by.is_none()));
}

#[test]
fn after_release_the_prison_keeps_its_ground_for_fourteen_days() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.clock.advance(HOUR);
    let released = house.performed(&house.registrar, &Deed::one(shared.case, Released { basis: line("Order 44") }));
    let end = released.at.plus(14 * DAY);
    // Somebody who is named within these days carries it no longer than they last.
    house.clock.advance(DAY);
    house.does(&house.supervisor, shared.case, Allocated { to: house.colleague.account });
    house.clock.set(end.plus(-1));
    for actor in [&house.registrar, &house.supervisor, &house.colleague] {
        assert!(house.sees_case(actor, shared.case));
    }
    assert!(house.sees_referral(&house.supervisor, shared.referral));
    house.clock.set(end);
    for actor in [&house.registrar, &house.supervisor, &house.colleague] {
        assert!(!house.sees_case(actor, shared.case));
    }
    assert!(!house.sees_referral(&house.supervisor, shared.referral));
    assert!(!house.sees_referral(&house.colleague, shared.referral));
    assert!(house.sees_case(&house.monitor, shared.case), "a mandate is for whom the prison held, too");
}

#[test]
fn a_return_to_another_prison_gives_that_prison_the_file() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.registrar, shared.case, Released { basis: line("Order 44") });
    house.clock.advance(DAY);
    let back = || Returned { prison: house.other_prison, order: line("Order 50") };
    house.does(&house.registrar, shared.case, back());
    assert!(house.sees_case(&house.supervisor, shared.case) && !house.sees_case(&house.other_supervisor, shared.case));
    // Two of the prison before are two, but none of them received anybody.
    let second = house.account("second.registrar", house.prison, domain::Capacity::Registrar);
    house.does(&second, shared.case, back());
    assert!(house.sees_case(&house.supervisor, shared.case) && !house.sees_case(&house.other_supervisor, shared.case));
    house.does(&house.other_registrar, shared.case, back());
    assert!(!house.sees_case(&house.supervisor, shared.case) && !house.sees_case(&house.manager, shared.case));
    assert!(house.sees_case(&house.other_supervisor, shared.case));
    assert!(house.sees_referral(&house.other_supervisor, shared.referral));
}

#[test]
fn a_return_long_after_release_is_recorded_by_the_prison_that_receives_the_person() {
    let house = House::new();
    let shared = house.assigned("A-1");
    house.does(&house.registrar, shared.case, Released { basis: line("Order 44") });
    house.clock.advance(400 * DAY);
    let back = || Returned { prison: house.prison, order: line("Order 50") };
    assert!(!house.sees_case(&house.registrar, shared.case));
    // Whoever admits nobody finds nobody, and records nothing.
    assert!(matches!(house.app().released_under(&house.supervisor, "A-1"), Err(Refusal::NotYours)));
    for other in [&house.supervisor, &house.manager, &house.practitioner, &house.monitor] {
        let refused = house.refused(other, shared.case, back());
        assert!(matches!(refused, Refusal::NotYours | Refusal::NotAllowed), "{refused:?}");
    }
    let elsewhere = Returned { prison: house.other_prison, order: line("Order 50") };
    assert!(matches!(house.refused(&house.registrar, shared.case, elsewhere), Refusal::NotYours), "own prison only");
    // By the whole number alone.
    for number in ["A", "A-", "a-1", "B-1", ""] {
        assert!(house.app().released_under(&house.registrar, number).unwrap().is_none(), "{number}");
    }
    let found = house.app().released_under(&house.registrar, "A-1").unwrap();
    assert_eq!(*found, Some(shared.case));
    house.does(&house.registrar, shared.case, back());
    house.does(&house.registrar, shared.case, back());
    for actor in [&house.registrar, &house.supervisor] {
        assert!(!house.sees_case(actor, shared.case), "what one person says opens nothing");
    }
    let waiting = house.app().home(&house.registrar).unwrap().returns.clone();
    assert_eq!(waiting.iter().map(|line| line.by).collect::<Vec<_>>(), [SaidBy::Themselves; 2]);
    let second = house.account("second.registrar", house.prison, domain::Capacity::Registrar);
    assert_eq!(house.app().home(&second).unwrap().returns[0].by, SaidBy::Another);
    for actor in [&house.other_registrar, &house.supervisor, &house.monitor] {
        assert!(house.app().home(actor).unwrap().returns.is_empty());
    }
    assert_eq!(*house.app().released_under(&second, "A-1").unwrap(), Some(shared.case));
    house.does(&second, shared.case, back());
    assert!(house.app().home(&second).unwrap().returns.is_empty());
    assert!(house.sees_case(&house.registrar, shared.case) && house.sees_case(&house.supervisor, shared.case));
    assert!(house.sees_referral(&house.supervisor, shared.referral));
    assert!(house.app().released_under(&house.registrar, "A-1").unwrap().is_none(), "now a prison holds the person");
}

#[test]
fn a_late_entry_about_a_time_that_is_over_takes_nothing_of_today_and_gives_nothing() {
    let mut house = House::new();
    let shared = house.assigned("A-1");
    let case = shared.case;
    let late = |house: &House, who: &Actor, act: Act, at: Moment| {
        house.performed(who, &Deed::one(case, act).concerning(Some(at)));
    };
    // Released and back, on record; then somebody finds the paper of an earlier release.
    house.clock.advance(40 * DAY);
    house.does(&house.registrar, case, Released { basis: line("Order 44") });
    house.clock.advance(DAY);
    house.returned(case);
    house.does(&house.supervisor, case, Allocated { to: house.manager.account });
    let before = house.now().plus(-20 * DAY);
    late(&house, &house.registrar, Released { basis: line("Order 40") }.into(), before);
    house.clock.advance(30 * DAY);
    for who in [&house.registrar, &house.supervisor, &house.manager] {
        assert!(house.sees_case(who, case), "{who:?}: the prison holds the person today");
    }
    // A transfer of then moves nobody now, and opens the file to nobody.
    let transfer = Transferred { to: house.other_prison, reason: text("A sample reason.") };
    late(&house, &house.registrar, transfer.clone().into(), before);
    assert!(house.sees_case(&house.supervisor, case) && !house.sees_case(&house.other_supervisor, case));
    // A release of today ends it, as ever; and after it a transfer from before gives no right without an end.
    house.does(&house.registrar, case, Released { basis: line("Order 60") });
    late(&house, &house.registrar, transfer.into(), house.now().plus(-DAY));
    assert!(!house.sees_case(&house.other_supervisor, case));
    house.clock.advance(14 * DAY - 1);
    assert!(house.sees_case(&house.supervisor, case));
    house.clock.advance(1);
    assert!(!house.sees_case(&house.supervisor, case) && !house.sees_case(&house.manager, case));
    // Nor does a return that is dated before the release bring the file back to a prison.
    let returned = Returned { prison: house.prison, order: line("Order 50") }.into();
    late(&house, &house.registrar, returned, house.now().plus(-20 * DAY));
    assert!(!house.sees_case(&house.supervisor, case));
    house.reopen();
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn nobody_returns_who_died_or_was_never_released() {
    let house = House::new();
    let back = || Returned { prison: house.prison, order: line("Order 50") };
    let died = house.admitted("A-1");
    house.does(&house.registrar, died, Died { told: text("The family, and an inquiry was asked for.") });
    house.clock.advance(400 * DAY);
    assert!(!house.sees_case(&house.registrar, died));
    assert!(house.app().released_under(&house.registrar, "A-1").unwrap().is_none());
    let refused = house.refused(&house.registrar, died, back());
    assert!(matches!(refused, Refusal::NotPossible(NotPossible::NotReleased)), "{refused:?}");
    assert!(!house.sees_case(&house.registrar, died), "the file stays shut");
}

#[test]
fn a_mandate_opens_nothing_before_a_second_word_and_nothing_after_its_end() {
    let house = House::new();
    let case = house.admitted("A-1");
    let prison = house.prison;
    let [first, second] = &house.admins;
    // The prison of this house has a mandate without end; end it as two administrators do.
    let mandate = house.app().organisations(first).unwrap().mandates[0].mandate;
    house.does(second, prison, MandateEndProposed { mandate, basis: line("Oversight Act 4") });
    assert!(house.sees_case(&house.monitor, case), "it holds until the end is confirmed");
    let own = house.refused(second, prison, MandateEnded { mandate });
    assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnProposal)));
    house.does(first, prison, MandateEnded { mandate });
    assert!(!house.sees_case(&house.monitor, case));
    let again = MandateProposed { body: house.oversight, basis: line("Oversight Act 5"), until: None };
    let mandate = house.does(first, prison, again);
    assert!(!house.sees_case(&house.monitor, case), "what one administrator proposed opens nothing");
    house.does(second, prison, MandateConfirmed { mandate });
    assert!(house.sees_case(&house.monitor, case));
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn a_disabled_account_holds_nothing_and_has_no_session() {
    let mut house = House::new();
    let case = house.admitted("A-1");
    let leaving = house.account("leaving", house.prison, domain::Capacity::Supervisor);
    let [first, second] = &house.admins;
    let (paper, factor) = house.app().draw_both([first, second], leaving.account).unwrap();
    let code = factor.card.codes[0].code.reveal();
    let attempt = house.app().sign_in("Leaving", paper.password.reveal(), code, None).unwrap();
    let app::sign_in::Attempt::In { cookie, must_change, .. } = attempt else { panic!("{attempt:?}") };
    assert!(must_change);
    assert!(house.app().session(cookie.reveal()).unwrap().is_some());
    assert!(house.sees_case(&leaving, case));
    house.does(&house.admins[0], leaving.account, Disabled { reason: text("Has left.") });
    assert!(house.app().session(cookie.reveal()).unwrap().is_none());
    assert!(!house.sees_case(&leaving, case));
    assert!(matches!(house.app().home(&leaving), Err(Refusal::NotYours)));
    assert!(matches!(house.app().services(&leaving, &app::consult::ServicesAsked::default()), Err(Refusal::NotYours)));
    let own = Allocated { to: house.colleague.account };
    assert!(matches!(house.refused(&leaving, case, own), Refusal::NotYours));
    let again = house.app().sign_in("leaving", paper.password.reveal(), factor.card.codes[1].code.reveal(), None);
    assert!(matches!(again.unwrap(), app::sign_in::Attempt::NotRight));
    house.reopen();
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn an_account_acts_in_its_own_capacity_only() {
    let house = House::new();
    let case = house.admitted("A-1");
    let posing = access::Actor { capacity: domain::Capacity::Governor, ..house.colleague };
    assert!(!house.sees_case(&posing, case));
    assert!(matches!(house.refused(&posing, case, acts::found_in_force(None)), Refusal::NotYours));
}

#[test]
fn nobody_learns_of_a_file_by_trying_to_begin_it() {
    let house = House::new();
    let case = house.admitted("A-1");
    let there = acts::admitted(house.other_prison, "B-1", "Placeholder", jiff::civil::date(1990, 1, 1));
    assert!(matches!(house.refused(&house.other_registrar, case, there), Refusal::NotYours));
    let again = acts::admitted(house.prison, "A-9", "Placeholder", jiff::civil::date(1990, 1, 1));
    assert!(matches!(house.refused(&house.registrar, case, again), Refusal::NotPossible(NotPossible::AlreadyAdmitted)));
    let foreign = acts::admitted(house.other_prison, "B-2", "Placeholder", jiff::civil::date(1990, 1, 1));
    assert!(house.perform(&house.registrar, &Deed::one(house.fresh(), foreign)).is_err(), "not the own prison");
}

#[test]
fn paper_shows_the_part_that_was_asked_for_and_the_name() {
    let house = House::new();
    let planned = house.planned("A-1");
    let paper = house.app().print_case(&house.manager, planned.case, Part::Plan).unwrap();
    assert_eq!(paper.parts.iter().collect::<Vec<_>>(), [Part::Identity, Part::Plan]);
    let parts = |part| paper.acts.iter().filter(|recorded| recorded.act.kind().row().part == part).count();
    assert!(parts(Part::Plan) > 0 && parts(Part::Assessment) == 0);
    assert!(matches!(house.app().print_case(&house.manager, planned.case, Part::Assessment), Err(Refusal::NotAllowed)));
    assert!(matches!(house.app().print_case(&house.colleague, planned.case, Part::Plan), Err(Refusal::NotYours)));
}

#[test]
fn one_service_takes_over_at_a_time() {
    let house = House::new();
    let case = house.admitted("A-1");
    let aftercare = {
        let org = domain::OrgId::from(house.fresh());
        house.does(
            &house.admins[0],
            org,
            acts::registered("Example Aftercare", domain::organisation::OrgKind::Aftercare),
        );
        house.account("aftercare", org, domain::Capacity::ProbationOfficer)
    };
    for (officer, to) in [(house.probation, house.probation_service), (aftercare, aftercare.org)] {
        let handover = HandoverOffered { to, summary: text("Going home."), answer_by: house.day(3) };
        house.does(&house.manager, case, handover);
        let accepted =
            domain::release::HandoverAccepted { first_meeting: house.now().plus(DAY), place: line("office 2") };
        house.does(&officer, case, accepted);
        assert!(house.sees_case(&officer, case));
    }
    assert!(!house.sees_case(&house.probation, case));
}
