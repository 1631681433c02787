//! What changes how somebody signs in, and the entry of it, are one: no entry is lost, whoever else acts on the account at that
//! instant, and no refusal goes unrecorded.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use access::Actor;
use app::Refusal;
use app::own_sign_ins::{Changed, EndedFactor};
use app::sign_in::{Attempt, PasswordRefused};
use app::step_up::SteppedUp;
use domain::account::{TokenIssued, TokenProposed, TokenRevoked, TokenScope};
use domain::moment::{DAY, MINUTE};
use domain::{ActId, Capacity};

use crate::acts::{line, text};
use crate::house::{House, proved};

const OWN: &str = "a plank over the water";

/// Somebody with a password of their own, and a card.
fn newcomer(house: &House) -> (Actor, Vec<String>) {
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let (entry, factor) = house.app().draw_both([&first, &second], person.account).unwrap();
    house.app().change_password(&person, entry.password.reveal(), OWN).unwrap().unwrap();
    (person, factor.card.codes.iter().map(|code| code.code.reveal().to_owned()).collect())
}

fn enters(house: &House, code: &str) -> String {
    match house.app().sign_in("newcomer", OWN, code, None).unwrap() {
        Attempt::In { cookie, .. } => cookie.reveal().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn token_of(house: &House, person: &Actor) -> ActId {
    let [first, second] = house.admins;
    let until = house.now().plus(30 * DAY);
    let proposed = TokenProposed { purpose: line("Figures of the day"), scope: vec![TokenScope::ALL[0]], until };
    let token = house.does(&first, person.account, proposed);
    house.does(&second, person.account, TokenIssued { token });
    token
}

/// How often the log says this of the account, whoever did it.
fn said_of(house: &House, person: &Actor, kind: &str) -> usize {
    let own = |envelope: &&domain::Envelope| envelope.stream == person.account.stream() && envelope.kind == kind;
    house.envelopes().iter().filter(own).count()
}

#[test]
fn no_entry_is_lost_to_somebody_who_acts_on_the_account_at_that_instant() {
    const TIMES: usize = 40;
    let house = House::new();
    let (person, _) = newcomer(&house);
    let fresh = proved(&person);
    let before = said_of(&house, &person, "account.credential_changed");
    let over = Arc::new(AtomicBool::new(false));
    std::thread::scope(|scope| {
        // An administrator moves the head of the account all the time.
        let mover = scope.spawn(|| {
            let first = house.admins[0];
            let until = house.now().plus(30 * DAY);
            let mut moved = 0;
            while !over.load(Ordering::SeqCst) {
                let scope = vec![TokenScope::ALL[0]];
                house.does(&first, person.account, TokenProposed { purpose: line("Another"), scope, until });
                moved += 1;
            }
            moved
        });
        for _ in 0..TIMES {
            house.app().new_card(&fresh).unwrap();
        }
        over.store(true, Ordering::SeqCst);
        assert!(mover.join().unwrap() > 0);
    });
    assert_eq!(said_of(&house, &person, "account.credential_changed") - before, TIMES);
    // Nor is one written of what did not happen.
    let ended = |factor| house.app().end_factor(&fresh, factor).unwrap();
    assert_eq!(ended(EndedFactor::Telephone), Changed::Done(()));
    assert_eq!(ended(EndedFactor::Card), Changed::LastFactor);
    assert_eq!(said_of(&house, &person, "account.credential_changed") - before, TIMES + 1);
}

#[test]
fn a_token_is_collected_once_by_its_holder_and_every_other_try_is_on_record() {
    let house = House::new();
    let (person, _) = newcomer(&house);
    let (fresh, stranger) = (proved(&person), proved(&house.governor));
    let token = token_of(&house, &person);
    let refused = |who: &Actor| said_of(&house, who, "look.refused");
    // Without a fresh factor: refused alike whether there is such a token or not, and on record.
    for asked in [token, ActId::from_random([9; 16])] {
        let before = refused(&person);
        assert!(matches!(house.app().collect_token(&person, asked), Err(Refusal::NeedsFresh)));
        assert_eq!(refused(&person), before + 1);
    }
    let before = refused(&stranger);
    assert!(matches!(house.app().collect_token(&stranger, token), Err(Refusal::NotYours)));
    assert_eq!(refused(&stranger), before + 1);
    // Several at once: one has it, each of the others leaves an entry, and it is said once that it was collected.
    let before = refused(&person);
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..4).map(|_| scope.spawn(|| house.app().collect_token(&fresh, token))).collect();
        tries.into_iter().map(|tried| tried.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Refusal::NotYours))));
    assert_eq!(refused(&person), before + 3);
    assert_eq!(said_of(&house, &person, "account.token_collected"), 1);
    // One that was revoked is nobody's to collect.
    let revoked = token_of(&house, &person);
    house.does(&house.admins[0], person.account, TokenRevoked { token: revoked, reason: text("Not needed.") });
    assert!(matches!(house.app().collect_token(&fresh, revoked), Err(Refusal::NotYours)));
    assert_eq!(said_of(&house, &person, "account.token_collected"), 1);
}

#[test]
fn the_old_password_is_tried_at_the_same_gate_as_a_sign_in() {
    let house = House::new();
    let (person, codes) = newcomer(&house);
    let change = |old: &str| house.app().change_password(&person, old, "another plank over it").unwrap();
    let refusals = || said_of(&house, &person, "account.sign_in_refused");
    let before = refusals();
    for _ in 0..5 {
        assert_eq!(change("not this specimen").unwrap_err(), PasswordRefused::OldNotRight);
    }
    assert_eq!(refusals(), before + 5, "each that was counted is on record");
    let until = house.now().plus(MINUTE);
    for moment in [house.now(), until.plus(-1)] {
        house.clock.set(moment);
        for old in ["not this specimen", OWN] {
            assert_eq!(change(old).unwrap_err(), PasswordRefused::TooMany { until }, "right or wrong");
        }
        let attempt = house.app().sign_in("newcomer", OWN, &codes[1], None).unwrap();
        assert!(matches!(attempt, Attempt::TooMany { until: same } if same == until), "it is one gate");
    }
    assert_eq!(refusals(), before + 5, "a flood leaves no mark");
    house.clock.set(until);
    assert!(change(OWN).is_ok());
    assert_eq!(refusals(), before + 5);
}

#[test]
fn sessions_end_with_the_word_that_they_did() {
    let house = House::new();
    let (person, codes) = newcomer(&house);
    let cookies = [0, 1, 2].map(|n: usize| enters(&house, &codes[n]));
    assert_eq!(said_of(&house, &person, "account.signed_in"), 3);
    let ended = || said_of(&house, &person, "account.sessions_ended");
    assert_eq!(house.app().end_other_sessions(&person, &cookies[2]).unwrap(), 3, "and the one the password began");
    assert_eq!(ended(), 1);
    assert_eq!(house.app().end_other_sessions(&person, &cookies[2]).unwrap(), 0);
    assert!(!house.app().end_own_session(&person, "not a handle").unwrap());
    assert_eq!(ended(), 1, "nothing ended, nothing is said");
    let SteppedUp::Fresh { cookie, .. } = house.app().step_up(&person, &cookies[2], &codes[3]).unwrap() else {
        panic!("a fresh session")
    };
    assert_eq!(said_of(&house, &person, "account.factor_given"), 1);
    // A session that is over does not become fresh, and the code is not used up for nothing.
    assert!(matches!(house.app().step_up(&person, &cookies[2], &codes[4]), Err(Refusal::NotYours)));
    assert_eq!(said_of(&house, &person, "account.factor_given"), 1);
    assert!(matches!(house.app().step_up(&person, cookie.reveal(), &codes[4]).unwrap(), SteppedUp::Fresh { .. }));
}
