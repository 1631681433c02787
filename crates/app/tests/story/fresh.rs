//! What asks for a second factor given just now, to the millisecond; and what must not, because it stops harm.

use access::Actor;
use app::credential::FRESH_FACTOR;
use app::sign_in::Attempt;
use app::step_up::SteppedUp;
use app::{Deed, Refusal};
use domain::account::{Confirmed, Disabled, Proposed, TokenIssued, TokenProposed, TokenRevoked, TokenScope};
use domain::file::{ErasureAnnounced, ErasureBasis, HoldLifted, HoldSet, StrikeProposed, Struck};
use domain::moment::DAY;
use domain::organisation::{MandateConfirmed, MandateEndProposed, MandateEnded, MandateProposed, OrgKind};
use domain::recovery::{RecoveryAsked, RecoveryConfirmed, RecoveryRefused};
use domain::{AccountId, ActId, Capacity, CaseId, Moment};

use crate::acts::{self, line, text};
use crate::house::{House, proved, stale};

const OWN: &str = "a plank over the water";

/// Somebody at a browser of their own.
struct Seated {
    cookie: String,
    codes: Vec<String>,
    used: usize,
}

impl Seated {
    /// Gives an account its credentials and signs in: the factor is given at this moment.
    fn at(house: &House, sign_in: &str, who: &Actor) -> Self {
        let [first, second] = house.admins;
        let (entry, factor) = house.app().draw_both([&first, &second], who.account).unwrap();
        house.app().change_password(who, entry.password.reveal(), OWN).unwrap().unwrap();
        let codes: Vec<String> = factor.card.codes.iter().map(|code| code.code.reveal().to_owned()).collect();
        let Attempt::In { cookie, .. } = house.app().sign_in(sign_in, OWN, &codes[0], None).unwrap() else {
            panic!("{sign_in} could not sign in")
        };
        Self { cookie: cookie.reveal().to_owned(), codes, used: 1 }
    }

    /// Who that is now.
    fn now(&self, house: &House) -> Actor {
        house.app().session(&self.cookie).unwrap().unwrap().actor
    }

    fn steps_up(&mut self, house: &House) {
        let actor = self.now(house);
        let SteppedUp::Fresh { cookie, .. } =
            house.app().step_up(&actor, &self.cookie, &self.codes[self.used]).unwrap()
        else {
            panic!("the code is right")
        };
        self.used += 1;
        cookie.reveal().clone_into(&mut self.cookie);
    }
}

fn announced(house: &House) -> ErasureAnnounced {
    ErasureAnnounced {
        on: house.day(14),
        basis: ErasureBasis::RetentionOver,
        why: text("Sample schedule 4."),
        order: None,
    }
}

fn hold(house: &House) -> HoldSet {
    HoldSet { owner: line("Example Court"), why: text("A sample appeal is open."), until: house.day(30) }
}

fn asked() -> RecoveryAsked {
    RecoveryAsked { reason: text("Lost the telephone; came in person.") }
}

fn token(house: &House) -> TokenProposed {
    let until = house.now().plus(30 * DAY);
    TokenProposed { purpose: line("Figures of the day"), scope: vec![TokenScope::ALL[0]], until }
}

fn proposed(house: &House, sign_in: &str) -> Proposed {
    Proposed {
        sign_in: line(sign_in),
        name: line("Specimen Newcomer"),
        org: house.prison,
        capacity: Capacity::Governor,
    }
}

/// Refused for want of a fresh factor alone: on record, and nothing else happened. Then done by the same person, proved.
#[track_caller]
fn asks_for_a_factor(house: &House, who: &Actor, deed: &Deed) -> ActId {
    let (leaves, refusals) = (house.leaves(), house.entries_of(who, "look.refused"));
    let outcome = house.perform(&stale(who), deed);
    assert!(matches!(outcome, Err(Refusal::NeedsFresh)), "{outcome:?}");
    assert_eq!((house.leaves(), house.entries_of(who, "look.refused")), (leaves + 1, refusals + 1));
    house.performed(&proved(who), deed).acts[0]
}

#[test]
fn what_cannot_be_brought_back_asks_for_a_fresh_factor() {
    let house = House::new();
    let case = house.admitted("A-1");
    let dpo = house.account("dpo", house.oversight, Capacity::DataProtection);
    let wrong = house.does(&house.manager, case, acts::needs());
    let strike = StrikeProposed { of: wrong, why: text("Another person.") };
    let strike = asks_for_a_factor(&house, &house.manager, &Deed::one(case, strike));
    asks_for_a_factor(&house, &house.supervisor, &Deed::one(case, Struck { of: wrong, proposed: strike }));
    let held = house.does(&stale(&house.monitor), case, hold(&house));
    let lifted = HoldLifted { hold: held, why: text("The sample appeal is decided.") };
    asks_for_a_factor(&house, &house.monitor, &Deed::one(case, lifted));
    asks_for_a_factor(&house, &house.registrar, &Deed::one(case, announced(&house)));
    house.clock.advance(14 * DAY);
    let refusals = house.entries_of(&dpo, "look.refused");
    assert!(matches!(house.app().erase(&stale(&dpo), case), Err(Refusal::NeedsFresh)));
    assert_eq!(house.entries_of(&dpo, "look.refused"), refusals + 1);
    assert!(house.sees_case(&house.manager, case));
    house.app().erase(&proved(&dpo), case).unwrap();
}

#[test]
fn what_gives_somebody_a_way_in_asks_for_a_fresh_factor() {
    let house = House::new();
    let [first, second] = house.admins;
    let local = ["local.one", "local.two"].map(|name| house.account(name, house.prison, Capacity::OrgAdministrator));
    for (n, (one, other)) in [(first, second), (local[0], local[1])].into_iter().enumerate() {
        let account = AccountId::from(house.fresh());
        asks_for_a_factor(&house, &one, &Deed::one(account, proposed(&house, &format!("newcomer.{n}"))));
        asks_for_a_factor(&house, &other, &Deed::one(account, Confirmed {}));
        for who in [one, other] {
            assert!(matches!(house.app().draw_half(&stale(&who), account), Err(Refusal::NeedsFresh)));
            house.app().draw_half(&proved(&who), account).unwrap();
            // What was drawn already is nobody's; whoever is proved is told no more.
            assert!(matches!(house.app().draw_half(&proved(&who), account), Err(Refusal::NotYours)));
        }
        asks_for_a_factor(&house, &one, &Deed::one(account, asked()));
        asks_for_a_factor(&house, &other, &Deed::one(account, RecoveryConfirmed {}));
        let token = asks_for_a_factor(&house, &one, &Deed::one(account, token(&house)));
        asks_for_a_factor(&house, &other, &Deed::one(account, TokenIssued { token }));
        let holder = Actor {
            account,
            org: house.prison,
            capacity: Capacity::Governor,
            strength: first.strength,
            stands_in: None,
        };
        assert!(matches!(house.app().collect_token(&stale(&holder), token), Err(Refusal::NeedsFresh)));
        house.app().collect_token(&proved(&holder), token).unwrap();
    }
}

#[test]
fn a_mandate_begins_and_ends_with_a_fresh_factor() {
    let house = House::new();
    let [first, second] = house.admins;
    let mandate = MandateProposed { body: house.oversight, basis: line("Oversight Act 3"), until: None };
    let mandate = asks_for_a_factor(&house, &first, &Deed::one(house.other_prison, mandate));
    asks_for_a_factor(&house, &second, &Deed::one(house.other_prison, MandateConfirmed { mandate }));
    let end = MandateEndProposed { mandate, basis: line("Oversight Act 9") };
    asks_for_a_factor(&house, &second, &Deed::one(house.other_prison, end));
    asks_for_a_factor(&house, &first, &Deed::one(house.other_prison, MandateEnded { mandate }));
}

#[test]
fn what_stops_harm_waits_for_no_factor() {
    let house = House::new();
    let [first, second] = house.admins;
    let slow = stale(&first);
    let case = house.admitted("A-1");
    house.does(&stale(&house.reviewer), case, hold(&house));
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let issued = house.does(&first, person.account, token(&house));
    house.does(&second, person.account, TokenIssued { token: issued });
    house.does(&slow, person.account, TokenRevoked { token: issued, reason: text("It lay about.") });
    house.does(&second, person.account, asked());
    house.does(&slow, person.account, RecoveryRefused { reason: text("Not known to us.") });
    let (mut seat, another) = (Seated::at(&house, "newcomer", &person), house.now());
    house.clock.set(another.plus(FRESH_FACTOR));
    let own = seat.now(&house);
    assert_eq!(own.strength, domain::Strength::Ordinary);
    assert_eq!(house.app().end_other_sessions(&own, &seat.cookie).unwrap(), 1);
    seat.steps_up(&house);
    house.does(&slow, person.account, Disabled { reason: text("Left.") });
    assert!(house.app().session(&seat.cookie).unwrap().is_none());
    // And registering an organisation gives nobody anything.
    house.does(&slow, house.fresh(), acts::registered("Another Association", OrgKind::CivilSociety));
}

#[test]
fn the_factor_is_fresh_to_the_millisecond_at_every_door() {
    let house = House::new();
    let dpo = house.account("dpo", house.oversight, Capacity::DataProtection);
    let local = house.account("local.admin", house.prison, Capacity::OrgAdministrator);
    let other = house.account("other.admin", house.prison, Capacity::OrgAdministrator);
    let cases: Vec<CaseId> = ["A-1", "A-2", "A-3"].map(|number| house.admitted(number)).into();
    for case in &cases {
        house.does(&proved(&house.registrar), *case, announced(&house));
    }
    house.clock.advance(14 * DAY);
    let drawn = |name: &str| {
        let account = AccountId::from(house.fresh());
        house.does(&local, account, proposed(&house, name));
        house.does(&other, account, Confirmed {});
        account
    };
    let accounts = [drawn("new.one"), drawn("new.two")];
    let begun = house.now();
    let (mut eraser, mut opener) = (Seated::at(&house, "dpo", &dpo), Seated::at(&house, "local.admin", &local));
    let at = |after: i64| -> Moment { begun.plus(FRESH_FACTOR + after) };
    house.clock.set(at(-1));
    house.app().erase(&eraser.now(&house), cases[0]).unwrap();
    house.app().draw_half(&opener.now(&house), accounts[0]).unwrap();
    house.does(&opener.now(&house), accounts[0], asked());
    house.clock.set(at(0));
    assert!(matches!(house.app().erase(&eraser.now(&house), cases[1]), Err(Refusal::NeedsFresh)));
    assert!(matches!(house.app().draw_half(&opener.now(&house), accounts[1]), Err(Refusal::NeedsFresh)));
    assert!(matches!(house.refused(&opener.now(&house), accounts[1], asked()), Refusal::NeedsFresh));
    eraser.steps_up(&house);
    opener.steps_up(&house);
    house.app().erase(&eraser.now(&house), cases[1]).unwrap();
    house.app().draw_half(&opener.now(&house), accounts[1]).unwrap();
    house.does(&opener.now(&house), accounts[1], asked());
    // And so again.
    house.clock.set(at(FRESH_FACTOR - 1));
    assert_eq!(eraser.now(&house).strength, domain::Strength::Fresh);
    house.clock.set(at(FRESH_FACTOR));
    assert!(matches!(house.app().erase(&eraser.now(&house), cases[2]), Err(Refusal::NeedsFresh)));
}

#[test]
fn whoever_may_not_is_not_asked_for_a_factor() {
    let house = House::new();
    let case = house.admitted("A-1");
    let person = house.account("newcomer", house.prison, Capacity::Governor);
    let elsewhere = house.account("elsewhere", house.cso, Capacity::OrgAdministrator);
    for who in [stale(&house.officer), proved(&house.officer)] {
        assert!(matches!(house.refused(&who, case, announced(&house)), Refusal::NotAllowed));
        assert!(matches!(house.app().erase(&who, case), Err(Refusal::NotAllowed)));
        assert!(matches!(house.refused(&who, person.account, asked()), Refusal::NotAllowed));
        assert!(matches!(house.app().draw_half(&who, person.account), Err(Refusal::NotYours)));
    }
    for who in [stale(&house.intake), proved(&house.other_registrar)] {
        assert!(matches!(house.refused(&who, case, announced(&house)), Refusal::NotYours));
        assert!(matches!(house.app().erase(&who, case), Err(Refusal::NotYours)));
    }
    for who in [stale(&elsewhere), proved(&elsewhere)] {
        assert!(matches!(house.app().draw_half(&who, person.account), Err(Refusal::NotYours)));
        let mandate = MandateProposed { body: house.oversight, basis: line("None"), until: None };
        assert!(matches!(house.refused(&who, house.prison, mandate), Refusal::NotAllowed));
    }
}
