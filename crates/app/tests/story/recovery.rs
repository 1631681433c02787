//! New credentials by two other people, each of whom holds one half; and what is gone then.

use access::Actor;
use app::Refusal;
use app::own_sign_ins::SignInNotice;
use app::recovery::Drawn;
use app::sign_in::Attempt;
use domain::account::{TokenIssued, TokenProposed, TokenScope};
use domain::admission::NotPossible;
use domain::moment::DAY;
use domain::recovery::{RecoveryAsked, RecoveryConfirmed, RecoveryRefused};
use domain::{Capacity, Strength};

use crate::acts::{line, text};
use crate::house::House;

const OWN: &str = "a plank over the water";

fn asked() -> RecoveryAsked {
    RecoveryAsked { reason: text("Lost the telephone; came in person.") }
}

/// Signs somebody in; the cookie.
fn enters(house: &House, sign_in: &str, password: &str, code: &str) -> Option<String> {
    match house.app().sign_in(sign_in, password, code, None).unwrap() {
        Attempt::In { cookie, .. } => Some(cookie.reveal().to_owned()),
        _ => None,
    }
}

#[test]
fn the_halves_of_a_new_account_fall_to_two_people_and_are_drawn_once() {
    let house = House::new();
    let [first, second] = house.admins;
    let leaving = house.account("newcomer", house.prison, Capacity::Governor);
    let third = house.account("third.admin", house.prison, Capacity::OrgAdministrator);
    for stranger in [&third, &house.governor, &leaving] {
        assert!(matches!(house.app().draw_half(stranger, leaving.account), Err(Refusal::NotYours)));
    }
    let Drawn::Password(entry) = house.app().draw_half(&first, leaving.account).unwrap() else { panic!("a password") };
    assert!(enters(&house, "newcomer", entry.password.reveal(), "BCDF-GHJK").is_none());
    let Drawn::Factor(factor) = house.app().draw_half(&second, leaving.account).unwrap() else { panic!("a factor") };
    for drawn in [&first, &second] {
        assert!(matches!(house.app().draw_half(drawn, leaving.account), Err(Refusal::NotYours)));
    }
    // Neither half alone opens anything: whoever holds one has no more than anybody.
    assert!(enters(&house, "newcomer", "", factor.card.codes[0].code.reveal()).is_none());
    assert!(enters(&house, "newcomer", entry.password.reveal(), "000000").is_none());
    assert!(enters(&house, "newcomer", entry.password.reveal(), factor.card.codes[0].code.reveal()).is_some());
}

#[test]
fn once_a_password_was_chosen_no_half_can_be_drawn_again_whatever_factors_are_left() {
    let house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let (entry, _) = house.app().draw_both([&first, &second], person.account).unwrap();
    house.app().change_password(&person, entry.password.reveal(), OWN).unwrap().unwrap();
    let fresh = Actor { strength: Strength::Fresh, ..person };
    house.app().end_factor(&fresh, app::own_sign_ins::EndedFactor::Card).unwrap();
    for admin in [&first, &second] {
        assert!(matches!(house.app().draw_half(admin, person.account), Err(Refusal::NotYours)));
    }
}

#[test]
fn two_others_give_new_credentials_and_everything_old_is_gone() {
    let house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let (entry, old) = house.app().draw_both([&first, &second], person.account).unwrap();
    house.app().change_password(&person, entry.password.reveal(), OWN).unwrap().unwrap();
    let code = |n: usize| old.card.codes[n].code.reveal();
    let cookie = enters(&house, "newcomer", OWN, code(0)).unwrap();
    let until = house.now().plus(30 * DAY);
    let proposed = TokenProposed { purpose: line("Figures of the day"), scope: vec![TokenScope::ALL[0]], until };
    let token = house.does(&first, person.account, proposed);
    house.does(&second, person.account, TokenIssued { token });
    let fresh = Actor { strength: Strength::Fresh, ..person };
    let machine = house.app().collect_token(&fresh, token).unwrap();
    assert!(house.app().bearer(machine.reveal()).unwrap().is_some());
    assert!(house.app().sign_in_notices(&person).unwrap().is_empty());

    house.does(&second, person.account, asked());
    assert!(house.app().session(&cookie).unwrap().is_some(), "asking alone changes nothing");
    let own = house.refused(&second, person.account, RecoveryConfirmed {});
    assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnProposal)));
    let at = house.now();
    house.does(&first, person.account, RecoveryConfirmed {});
    assert!(house.app().session(&cookie).unwrap().is_none());
    assert!(house.app().bearer(machine.reveal()).unwrap().is_none(), "whoever had the old one had its machines too");
    let again = house.app().collect_token(&fresh, token).unwrap();
    assert!(house.app().bearer(again.reveal()).unwrap().is_some() && machine.reveal() != again.reveal());
    assert!(enters(&house, "newcomer", OWN, code(1)).is_none());

    // Now whoever asked holds the password, and whoever confirmed the factor.
    let (entry, new) = house.app().draw_both([&second, &first], person.account).unwrap();
    let printed = entry.password.reveal();
    assert!(enters(&house, "newcomer", printed, code(1)).is_none(), "the old card is gone");
    let fresh_code = new.card.codes[0].code.reveal();
    let attempt = house.app().sign_in("newcomer", printed, fresh_code, None).unwrap();
    assert!(matches!(attempt, Attempt::In { must_change: true, .. }), "{attempt:?}");
    assert_eq!(house.app().sign_in_notices(&person).unwrap(), [SignInNotice::Recovered(at)]);
    house.app().recovery_is_known(&person).unwrap();
    assert!(house.app().sign_in_notices(&person).unwrap().is_empty());
    assert_eq!(house.entries_of(&first, "account.recovery_confirmed"), 1);
}

#[test]
fn nobody_is_recovered_by_themselves_by_one_alone_or_by_a_stranger() {
    let house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let local = ["local.one", "local.two"].map(|name| house.account(name, house.prison, Capacity::OrgAdministrator));
    let elsewhere = house.account("elsewhere", house.cso, Capacity::OrgAdministrator);
    assert!(matches!(house.refused(&elsewhere, person.account, asked()), Refusal::NotAllowed));
    assert!(matches!(house.refused(&person, person.account, asked()), Refusal::NotAllowed));
    let own = house.refused(&local[0], local[0].account, asked());
    assert!(matches!(own, Refusal::NotPossible(NotPossible::OwnAccount)));
    // Two of the organisation, or two of the installation: never one of each.
    house.does(&local[0], person.account, asked());
    let mixed = house.refused(&first, person.account, RecoveryConfirmed {});
    assert!(matches!(mixed, Refusal::NotPossible(NotPossible::OtherCapacity)));
    house.does(&second, person.account, RecoveryRefused { reason: text("Not known to us.") });
    assert!(matches!(house.refused(&local[1], person.account, RecoveryConfirmed {}), Refusal::NotPossible(_)));
    house.does(&local[0], person.account, asked());
    house.does(&local[1], person.account, RecoveryConfirmed {});
    assert!(house.app().draw_both([&local[0], &local[1]], person.account).is_ok());
    // An administrator who was disabled draws nothing.
    house.does(&local[0], person.account, asked());
    house.does(&local[1], person.account, RecoveryConfirmed {});
    house.does(&first, local[1].account, domain::account::Disabled { reason: text("Left.") });
    assert!(matches!(house.app().draw_half(&local[1], person.account), Err(Refusal::NotYours)));
}

#[test]
fn the_lists_of_who_may_draw_are_made_again_from_the_log() {
    let mut house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    house.does(&first, person.account, asked());
    house.does(&second, person.account, RecoveryConfirmed {});
    house.does(&first, person.account, asked());
    house.reopen();
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}
