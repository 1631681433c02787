//! Passkeys in the life of an account: each step on its record, none of it before a fresh factor, all of it gone with the rest.

use access::Actor;
use app::Refusal;
use app::credential::{Client, PasskeyId, PublicAddress};
use app::own_sign_ins::{Changed, EndedFactor};
use app::passkeys::Added;
use app::sign_in::Attempt;
use app::step_up::SteppedUp;
use domain::account::{Credential, Disabled};
use domain::moment::MINUTE;
use domain::recovery::{RecoveryAsked, RecoveryConfirmed};
use domain::{Capacity, Strength};

use crate::acts::{line, text};
use crate::device::{self, Device};
use crate::house::House;

const ORIGIN: &str = "https://passerelle.example";
const VISITOR: &str = "a browser";

fn address() -> PublicAddress {
    PublicAddress::read(ORIGIN).unwrap()
}

fn fresh(actor: Actor) -> Actor {
    Actor { strength: Strength::Fresh, ..actor }
}

/// Adds the passkey of a device to an account.
fn adds(house: &House, actor: &Actor, device: &mut Device) -> Added {
    let to_add = house.app().passkey_to_add(actor).unwrap().unwrap();
    let created = device.creates(ORIGIN, &to_add.challenge.coded(), &to_add.holder);
    house.app().add_passkey(actor, &address(), &line("Specimen key"), &created).unwrap()
}

/// Signs in with a device alone; the cookie.
fn enters(house: &House, device: &mut Device) -> Option<String> {
    let challenge = house.app().passkey_to_sign_in(VISITOR).unwrap();
    let answer = device.answers(ORIGIN, &challenge.coded());
    match house.app().sign_in_with_passkey(&address(), VISITOR, &answer, (None, Client::default())).unwrap() {
        Attempt::In { cookie, .. } => Some(cookie.reveal().to_owned()),
        Attempt::NotRight => None,
        Attempt::TooMany { .. } => panic!("tries with a passkey close nothing"),
    }
}

/// The strength of a session, if it stands.
fn strength(house: &House, cookie: &str) -> Option<Strength> {
    house.app().session(cookie).unwrap().map(|signed| signed.actor.strength)
}

#[test]
fn a_passkey_signs_in_by_itself_and_its_account_says_when() {
    let house = House::new();
    let (admin, mut device) = (house.admins[0], Device::new(1));
    assert_eq!(adds(&house, &fresh(admin), &mut device), Added::Done);
    assert_eq!(house.entries_of(&admin, "account.credential_changed"), 0, "the installation says that it changed");
    let before = house.entries_of(&admin, "account.signed_in");
    let cookie = enters(&house, &mut device).unwrap();
    assert_eq!(strength(&house, &cookie), Some(Strength::Fresh), "the device asked for a code or a finger");
    assert_eq!(house.entries_of(&admin, "account.signed_in"), before + 1);
    let shown = house.app().own_sign_ins(&admin, &cookie).unwrap();
    assert_eq!(shown.passkeys.len(), 1);
    assert_eq!(shown.passkeys[0].used_at, Some(house.now()));
    assert_eq!(shown.events[0].credential, Some(Credential::Passkey));
}

#[test]
fn adding_and_removing_need_a_fresh_factor_and_a_name_does_not() {
    let house = House::new();
    let (admin, mut device) = (house.admins[0], Device::new(1));
    let stale = Actor { strength: Strength::Ordinary, ..admin };
    assert!(matches!(house.app().passkey_to_add(&stale), Err(Refusal::NeedsFresh)));
    let to_add = house.app().passkey_to_add(&fresh(admin)).unwrap().unwrap();
    let created = device.creates(ORIGIN, &to_add.challenge.coded(), &to_add.holder);
    let name = line("Specimen key");
    assert!(matches!(house.app().add_passkey(&stale, &address(), &name, &created), Err(Refusal::NeedsFresh)));
    // Somebody else's account does not get it either.
    let other = fresh(house.admins[1]);
    assert_eq!(house.app().add_passkey(&other, &address(), &name, &created).unwrap(), Added::NotTaken);
    assert_eq!(house.app().add_passkey(&fresh(admin), &address(), &name, &created).unwrap(), Added::Done);
    let cookie = enters(&house, &mut device).unwrap();
    let own = || house.app().own_sign_ins(&admin, &cookie).unwrap().passkeys.clone();
    let handle = own()[0].handle.clone();
    assert!(house.app().rename_passkey(&stale, &handle, &line("Drawer")).unwrap());
    assert_eq!(own()[0].name, "Drawer");
    assert!(!house.app().rename_passkey(&other, &handle, &line("Mine")).unwrap());
    assert!(matches!(house.app().remove_passkey(&stale, &handle), Err(Refusal::NeedsFresh)));
    house.app().remove_passkey(&other, &handle).unwrap();
    assert_eq!(own().len(), 1);
    house.app().remove_passkey(&fresh(admin), &handle).unwrap();
    assert!(own().is_empty() && enters(&house, &mut device).is_none());
}

#[test]
fn a_passkey_makes_the_own_session_fresh_and_nobody_elses() {
    let house = House::new();
    let (admin, mut device) = (house.admins[0], Device::new(1));
    adds(&house, &fresh(admin), &mut device);
    let cookie = enters(&house, &mut device).unwrap();
    house.clock.advance(5 * MINUTE);
    assert_eq!(strength(&house, &cookie), Some(Strength::Ordinary));
    assert!(house.app().passkey_to_step_up(&house.admins[1]).unwrap().is_none());
    let asked = house.app().passkey_to_step_up(&admin).unwrap().unwrap();
    assert_eq!(asked.have.iter().map(PasskeyId::coded).collect::<Vec<_>>(), [device::text(&device.id)]);
    let answer = device.answers(ORIGIN, &asked.challenge.coded());
    // Not with another's account, nor with a challenge that was drawn for signing in.
    let wrong = house.app().step_up_with_passkey(&house.admins[1], &cookie, &address(), &answer);
    assert!(matches!(wrong, Err(Refusal::NotYours)), "{wrong:?}");
    let entry = house.app().passkey_to_sign_in(VISITOR).unwrap();
    let other = device.answers(ORIGIN, &entry.coded());
    let refused = house.app().step_up_with_passkey(&admin, &cookie, &address(), &other).unwrap();
    assert!(matches!(refused, SteppedUp::NotRight));
    assert_eq!(house.entries_of(&admin, "account.sign_in_refused"), 1);
    let stepped = house.app().step_up_with_passkey(&admin, &cookie, &address(), &answer).unwrap();
    let SteppedUp::Fresh { cookie, .. } = stepped else { panic!("{stepped:?}") };
    assert_eq!(strength(&house, cookie.reveal()), Some(Strength::Fresh));
    assert_eq!(house.entries_of(&admin, "account.factor_given"), 1);
    let again = house.app().step_up_with_passkey(&admin, cookie.reveal(), &address(), &answer).unwrap();
    assert!(matches!(again, SteppedUp::NotRight), "an answer counts once");
}

#[test]
fn a_code_is_never_given_up_for_a_passkey_and_the_last_way_in_stays() {
    let house = House::new();
    let (admin, mut device) = (fresh(house.admins[0]), Device::new(1));
    adds(&house, &admin, &mut device);
    let cookie = enters(&house, &mut device).unwrap();
    house.app().end_factor(&admin, EndedFactor::Card).unwrap();
    assert_eq!(house.app().end_factor(&admin, EndedFactor::Telephone).unwrap(), Changed::LastFactor);
    assert!(matches!(house.app().new_telephone(&admin).unwrap(), Changed::LastFactor), "nor is the telephone replaced");
    // With a telephone left the passkey may go.
    let handle = house.app().own_sign_ins(&admin, &cookie).unwrap().passkeys[0].handle.clone();
    assert_eq!(house.app().remove_passkey(&admin, &handle).unwrap(), Changed::Done(()));
    // A card that is used up leaves the passkey as the only way in.
    adds(&house, &admin, &mut device);
    let card = house.app().new_card(&admin).unwrap();
    house.app().end_factor(&admin, EndedFactor::Telephone).unwrap();
    let [name, password] = [&house.credentials[0].sign_in, &house.credentials[0].password];
    for code in &card.codes {
        assert!(matches!(house.app().sign_in(name, password, code.code.reveal(), None).unwrap(), Attempt::In { .. }));
    }
    assert_eq!(house.app().remove_passkey(&admin, &handle).unwrap(), Changed::LastFactor);
    assert!(enters(&house, &mut device).is_some());
    house.app().new_card(&admin).unwrap();
    assert_eq!(house.app().remove_passkey(&admin, &handle).unwrap(), Changed::Done(()));
}

#[test]
fn with_a_recovery_and_with_a_disabled_account_passkeys_open_nothing() {
    let house = House::new();
    let [first, second] = house.admins;
    for ends in ["recovery", "disabled"] {
        let person = house.account(ends, house.prison, Capacity::Governor);
        house.app().draw_both([&first, &second], person.account).unwrap();
        let mut device = Device::new(u8::try_from(ends.len()).unwrap());
        assert_eq!(adds(&house, &fresh(person), &mut device), Added::Done);
        let cookie = enters(&house, &mut device).unwrap();
        if ends == "recovery" {
            house.does(&first, person.account, RecoveryAsked { reason: text("Lost the token; came in person.") });
            house.does(&second, person.account, RecoveryConfirmed {});
        } else {
            house.does(&first, person.account, Disabled { reason: text("Left.") });
        }
        assert!(strength(&house, &cookie).is_none() && enters(&house, &mut device).is_none(), "{ends}");
    }
}

#[test]
fn tries_with_a_known_and_an_unknown_passkey_leave_alike_entries() {
    let house = House::new();
    let (admin, mut known) = (house.admins[0], Device::new(1));
    adds(&house, &fresh(admin), &mut known);
    let mut forged = Device { id: known.id.clone(), holder: known.holder.clone(), ..Device::new(2) };
    let mut nobody = Device::new(3);
    let mut written = Vec::new();
    for device in [&mut forged, &mut nobody] {
        let before = house.leaves();
        for _ in 0..7 {
            assert!(enters(&house, device).is_none());
        }
        written.push(house.leaves() - before);
    }
    assert_eq!(written, [5, 5], "a flood leaves no mark");
    assert_eq!(house.entries_of(&admin, "account.sign_in_refused"), 5, "its holder sees it");
    assert!(enters(&house, &mut known).is_some(), "and is not kept out");
}

#[test]
fn a_session_of_another_browser_is_not_begun_with_an_answer_for_this_one() {
    let house = House::new();
    let (admin, mut device) = (house.admins[0], Device::new(1));
    adds(&house, &fresh(admin), &mut device);
    let challenge = house.app().passkey_to_sign_in(VISITOR).unwrap();
    let answer = device.answers(ORIGIN, &challenge.coded());
    let tries = |visitor, address: &PublicAddress| {
        let attempt = house.app().sign_in_with_passkey(address, visitor, &answer, (None, Client::default()));
        matches!(attempt.unwrap(), Attempt::In { .. })
    };
    let elsewhere = PublicAddress::read("https://passerelle.example.org").unwrap();
    assert!(!tries("another browser", &address()) && !tries(VISITOR, &elsewhere));
    house.clock.advance(app::credential::CHALLENGE_LASTS - 1);
    assert!(tries(VISITOR, &address()) && !tries(VISITOR, &address()), "once");
}
