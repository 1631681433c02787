//! What somebody began with the old credentials, and what a recovery that comes in between makes of it: nothing.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

use access::Actor;
use app::chance::NoEntropy;
use app::installation::Opening;
use app::own_sign_ins::EndedFactor;
use app::sign_in::Attempt;
use app::{Entropy, Refusal, SeededEntropy};
use domain::Capacity;
use domain::recovery::{RecoveryAsked, RecoveryConfirmed};

use crate::acts::text;
use crate::house::{House, proved};

const OWN: &str = "a plank over the water";

/// Randomness that, once it is told to, stops at the next draw, says so, and goes on when it may.
struct Halting {
    inner: Arc<SeededEntropy>,
    next: Mutex<Option<(SyncSender<()>, Receiver<()>)>>,
}

impl Entropy for Halting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let halt = self.next.lock().unwrap().take();
        if let Some((reached, go_on)) = halt {
            reached.send(()).unwrap();
            go_on.recv().unwrap();
        }
        self.inner.fill(bytes)
    }
}

/// A house whose next draw can be halted, somebody with a password of their own, and the first codes of their card.
fn halting() -> (House, Arc<Halting>, Actor, Vec<String>) {
    let mut house = House::new();
    let [first, second] = house.admins;
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let (entry, factor) = house.app().draw_both([&first, &second], person.account).unwrap();
    house.app().change_password(&person, entry.password.reveal(), OWN).unwrap().unwrap();
    let codes = factor.card.codes.iter().map(|code| code.code.reveal().to_owned()).collect();
    house.does(&first, person.account, RecoveryAsked { reason: text("Somebody else has their telephone.") });
    let entropy = Arc::new(Halting { inner: Arc::clone(&house.entropy), next: Mutex::new(None) });
    let opening = Opening { entropy: Arc::<Halting>::clone(&entropy), ..house.opening() };
    house.close();
    house.open_as(opening).unwrap();
    house.app().load_names().unwrap();
    (house, entropy, person, codes)
}

/// Does something of the person's own, and confirms the recovery of the account after it began and before it is written.
fn meanwhile<T: Send>(
    (house, entropy): (&House, &Halting),
    person: &Actor,
    own: impl FnOnce() -> Result<T, Refusal> + Send,
) -> Result<T, Refusal> {
    let (reached, when_reached) = sync_channel(1);
    let (goes_on, go_on) = sync_channel(1);
    *entropy.next.lock().unwrap() = Some((reached, go_on));
    std::thread::scope(|scope| {
        let own = scope.spawn(own);
        when_reached.recv().unwrap();
        house.does(&house.admins[1], person.account, RecoveryConfirmed {});
        goes_on.send(()).unwrap();
        own.join().unwrap()
    })
}

fn changes(house: &House, person: &Actor) -> usize {
    let of = |entry: &&domain::Envelope| {
        entry.stream == person.account.stream() && entry.kind == "account.credential_changed"
    };
    house.envelopes().iter().filter(of).count()
}

#[test]
fn a_password_that_was_being_changed_when_the_account_was_recovered_is_not_changed() {
    let (house, entropy, person, codes) = halting();
    let before = changes(&house, &person);
    let changed = "another plank over the water";
    let outcome = meanwhile((&house, &entropy), &person, || house.app().change_password(&person, OWN, changed));
    assert!(matches!(outcome, Err(Refusal::Meanwhile { .. })), "{:?}", outcome.map(|_| ()));
    assert_eq!(changes(&house, &person), before, "nothing says that it changed");
    for password in [OWN, changed] {
        for code in codes.iter().take(2) {
            let tried = house.app().sign_in("newcomer", password, code, None).unwrap();
            assert!(!matches!(tried, Attempt::In { .. }), "{password}");
        }
    }
    // The two halves are for the two who recovered it, as if nothing had been under way.
    house.clock.advance(domain::moment::HOUR);
    let [first, second] = house.admins;
    let (entry, factor) = house.app().draw_both([&first, &second], person.account).unwrap();
    let code = factor.card.codes[0].code.reveal();
    let tried = house.app().sign_in("newcomer", entry.password.reveal(), code, None).unwrap();
    assert!(matches!(tried, Attempt::In { must_change: true, .. }), "{tried:?}");
}

#[test]
fn nor_is_a_card_a_telephone_or_the_end_of_one() {
    type Own = fn(&House, &Actor) -> Result<(), Refusal>;
    let all: [(&str, Own); 3] = [
        ("a card", |house, person| house.app().new_card(person).map(|_| ())),
        ("a telephone", |house, person| house.app().new_telephone(person).map(|_| ())),
        ("its end", |house, person| house.app().end_factor(person, EndedFactor::Telephone).map(|_| ())),
    ];
    for (what, own) in all {
        let (house, entropy, person, _) = halting();
        let fresh = proved(&person);
        let before = changes(&house, &person);
        let outcome = meanwhile((&house, &entropy), &person, || own(&house, &fresh));
        assert!(matches!(outcome, Err(Refusal::Meanwhile { .. })), "{what}: {outcome:?}");
        assert_eq!(changes(&house, &person), before, "{what}");
        let [first, second] = house.admins;
        assert!(house.app().draw_both([&first, &second], person.account).is_ok(), "{what}: both halves are there");
    }
}

#[test]
fn what_is_begun_after_a_recovery_waits_until_its_halves_were_drawn() {
    let (house, _, person, _) = halting();
    house.does(&house.admins[1], person.account, RecoveryConfirmed {});
    let outcome = house.app().new_card(&proved(&person));
    assert!(matches!(outcome, Err(Refusal::Meanwhile { .. })), "{:?}", outcome.map(|_| ()));
}
