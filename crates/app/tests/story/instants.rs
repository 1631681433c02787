//! What ends, ends at an instant: at the last millisecond before it is there, and at the instant it is gone. And a clock that
//! jumped ends nothing early, revives nothing, and decides nothing.

use access::Actor;
use app::clock_guard::{ClockState, STEP};
use app::sign_in::Attempt;
use app::{Deed, Refusal};
use domain::account::Disabled;
use domain::admission::NotPossible;
use domain::clock::{ClockStepConfirmed, ClockStepped};
use domain::look::Purpose;
use domain::moment::{DAY, HOUR};
use domain::{Capacity, Moment};

use crate::acts::{self, text};
use crate::house::House;

fn end_of(house: &House, days: i64) -> Moment {
    Moment::start_of(house.day(days + 1), house.app().zone())
}

#[test]
fn a_consent_that_ends_closes_every_door_to_the_referral_at_the_same_instant() {
    let house = House::new();
    let planned = house.planned("A-1");
    let consent = house.does(&house.manager, planned.case, acts::consent(house.cso, house.day(60)));
    let end = end_of(&house, 60);
    let referral = house.fresh().into();
    house.performed(&house.manager, &house.offer(&planned, consent, referral));
    house.does(&house.intake, referral, domain::referral::Accepted { note: None });
    house.does(&house.intake, referral, domain::referral::Assigned { to: house.practitioner.account });
    house.clock.set(end.plus(-1));
    for who in [&house.intake, &house.practitioner] {
        let file = house.app().referral(who, referral, Purpose::Service).unwrap();
        assert_eq!(file.until(), Some(end));
        assert!(house.lists(who, referral), "a list shows it");
    }
    assert!(!house.app().open_parts(&house.intake, referral).unwrap().is_empty());
    house.clock.set(end);
    for who in [&house.intake, &house.practitioner] {
        assert!(!house.sees_referral(who, referral));
        assert!(!house.lists(who, referral));
        assert!(house.app().open_parts(who, referral).unwrap().is_empty());
    }
    // A form that was opened in time and is sent too late.
    let held = domain::referral::SessionScheduled { at: house.now().plus(DAY), place: acts::line("Workshop") };
    assert!(matches!(house.refused(&house.practitioner, referral, held), Refusal::NotYours));
}

#[test]
fn a_session_ends_at_its_instant_and_a_disabled_account_with_the_act_itself() {
    let house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Supervisor);
    let case = house.admitted("A-1");
    let (entry, factor) = house.app().draw_both([&first, &second], person.account).unwrap();
    let enter = |n: usize| match house
        .app()
        .sign_in("newcomer", entry.password.reveal(), factor.card.codes[n].code.reveal(), None)
        .unwrap()
    {
        Attempt::In { cookie, .. } => cookie.reveal().to_owned(),
        other => panic!("{other:?}"),
    };
    let cookie = enter(0);
    let idle = house.now().plus(app::credential::IDLE_LIMIT);
    house.clock.set(idle.plus(-1));
    assert!(house.app().session(&cookie).unwrap().is_some());
    let other = enter(1);
    house.clock.set(idle.plus(-1).plus(app::credential::IDLE_LIMIT));
    assert!(house.app().session(&cookie).unwrap().is_none() && house.app().session(&other).unwrap().is_none());
    let cookie = enter(2);
    assert!(house.sees_case(&person, case));
    house.does(&first, person.account, Disabled { reason: text("Left.") });
    // No second passed: the very next question is refused, at the session, at the door that shows and at the one that does.
    assert!(house.app().session(&cookie).unwrap().is_none());
    assert!(!house.sees_case(&person, case));
    let own = domain::file::Allocated { to: house.colleague.account };
    assert!(matches!(house.refused(&person, case, own), Refusal::NotYours));
    assert!(matches!(house.app().home(&person), Err(Refusal::NotYours)));
}

/// A decision that anybody in the house can take at any time.
fn decides(house: &House) -> Result<(), Refusal> {
    let body = acts::registered("Another Association", domain::organisation::OrgKind::CivilSociety);
    house.perform(&house.admins[0], &Deed::one(house.fresh(), body)).map(|_| ())
}

fn explain(house: &House) -> (Actor, Actor) {
    let [first, second] = house.admins.map(|admin| Actor { strength: domain::Strength::Fresh, ..admin });
    let why = || ClockStepped { reason: text("The battery was changed; compared with the station clock.") };
    house.does(&first, domain::StreamId::INSTALLATION, why());
    (first, second)
}

#[test]
fn a_jump_of_more_than_ten_minutes_stops_decisions_and_no_report() {
    for sign in [1, -1] {
        let house = House::new();
        let case = house.admitted("A-1");
        house.clock.step(sign * STEP);
        decides(&house).unwrap();
        let before = house.now();
        house.clock.step(sign);
        assert!(matches!(decides(&house), Err(Refusal::ClockStepped)));
        assert_eq!(house.app().clock_state(), ClockState::Stepped { ahead_by: sign * (STEP + 1) });
        assert_eq!(house.entries_of(&Actor::installation(), "installation.clock_step_noticed"), 1);
        // Reports are taken, looks are shown, and time goes on as it passes.
        house.does(&house.manager, case, acts::needs());
        assert!(house.sees_case(&house.supervisor, case));
        house.clock.advance(HOUR);
        assert!(house.now() >= before && house.now().since(before) <= HOUR + STEP);
        // An account can still be closed, for that is a report.
        house.does(&house.admins[0], house.colleague.account, Disabled { reason: text("Left.") });
        assert!(matches!(decides(&house), Err(Refusal::ClockStepped)));
        assert_eq!(house.entries_of(&Actor::installation(), "installation.clock_step_noticed"), 1);

        let (first, second) = explain(&house);
        assert!(matches!(decides(&house), Err(Refusal::ClockStepped)), "one alone is not enough");
        let own = house.refused(&first, domain::StreamId::INSTALLATION, ClockStepConfirmed {});
        assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnProposal)));
        house.does(&second, domain::StreamId::INSTALLATION, ClockStepConfirmed {});
        assert_eq!(house.app().clock_state(), ClockState::Steady);
        decides(&house).unwrap();
    }
}

#[test]
fn a_clock_that_jumped_ends_no_right_early_and_gives_none_back() {
    let house = House::new();
    let case = house.admitted("A-1");
    let offer = domain::release::HandoverOffered {
        to: house.probation_service,
        summary: text("Going home."),
        answer_by: house.day(3),
    };
    house.does(&house.manager, case, offer);
    let end = end_of(&house, 3);
    house.clock.set(end.plus(-HOUR));
    house.clock.step(10 * 365 * DAY);
    assert!(house.sees_case(&house.probation, case), "ten years ahead: the right holds while its hour passes");
    house.clock.step(-10 * 365 * DAY);
    house.clock.set(end);
    assert!(!house.sees_case(&house.probation, case));
    house.clock.step(-DAY);
    assert!(!house.sees_case(&house.probation, case), "put back: nothing is revived");
}

#[test]
fn a_jump_outlives_a_restart_until_two_people_have_dealt_with_it() {
    let mut house = House::new();
    house.clock.step(-HOUR);
    house.app().come_due().unwrap();
    house.clock.step(HOUR);
    house.reopen();
    assert!(matches!(decides(&house), Err(Refusal::ClockStepped)), "the clock is right again, but nobody has said why");
    let (_, second) = explain(&house);
    house.reopen();
    assert!(matches!(decides(&house), Err(Refusal::ClockStepped)));
    house.does(&second, domain::StreamId::INSTALLATION, ClockStepConfirmed {});
    house.reopen();
    decides(&house).unwrap();
}

#[test]
fn a_start_is_held_against_the_last_time_in_the_log() {
    for (step, stops) in [(-STEP, false), (-STEP - 1, true), (31 * DAY, false), (31 * DAY + 1, true)] {
        let mut house = House::new();
        // What was prepared last stands in the log at this very moment.
        decides(&house).unwrap();
        house.close();
        house.clock.step(step);
        house.try_open().unwrap();
        assert_eq!(matches!(decides(&house), Err(Refusal::ClockStepped)), stops, "{step}");
    }
}

#[test]
fn the_clock_is_for_those_who_run_the_installation() {
    let house = House::new();
    assert!(matches!(house.app().clock(&house.governor), Err(Refusal::NotYours)));
    assert_eq!(*house.app().clock(&house.admins[0]).unwrap(), ClockState::Steady);
    house.clock.step(-HOUR);
    assert_eq!(*house.app().clock(&house.admins[0]).unwrap(), ClockState::Stepped { ahead_by: -HOUR });
    let why = || ClockStepped { reason: text("Specimen.") };
    assert!(matches!(house.refused(&house.governor, domain::StreamId::INSTALLATION, why()), Refusal::NotAllowed));
}
