//! A prison in which nobody else is left to sign: the second signature falls to oversight, then and only then.

use access::Actor;
use app::Refusal;
use app::second::Signature;
use domain::account::{Confirmed, Disabled, Proposed};
use domain::admission::NotPossible;
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
