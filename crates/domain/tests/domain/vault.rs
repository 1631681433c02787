//! The vault of an organisation: made once, by a civil society organisation, shared by key, and never left without a holder.

use domain::admission::NotPossible as Not;
use domain::organisation::OrgKind;
use domain::registry::{OrgFacts, RegistryFacts, admit_registry};
use domain::{AccountId, ActId};

use crate::case::{Deed, Story, act, sample, story};

const MANAGER: u64 = 21;
const MENTOR: u64 = 22;
/// The act that makes the vault of these stories.
const VAULT: u64 = 400;

fn account(number: u64) -> AccountId {
    AccountId::from_bytes(act(number).bytes())
}

fn organisation(kind: OrgKind) -> Story {
    story().then(sample("organisation.registered").with("kind", kind))
}

fn made() -> Story {
    organisation(OrgKind::CivilSociety).then(sample("vault.made").by(MANAGER).named(VAULT))
}

fn shared() -> Deed {
    sample("vault.shared").with("vault", act(VAULT)).with("with", account(MENTOR))
}

fn unshared(from: u64) -> Deed {
    sample("vault.unshared").with("vault", act(VAULT)).with("from", account(from))
}

fn facts(story: &Story) -> OrgFacts {
    OrgFacts::of(&story.acts)
}

fn admits(story: &Story, deed: Deed) -> Result<(), Not> {
    let own = facts(story);
    admit_registry(RegistryFacts::Organisation(&own), None, &story.next_is(deed))
}

#[test]
fn an_organisation_of_civil_society_makes_one_vault() {
    assert_eq!(admits(&organisation(OrgKind::CivilSociety), sample("vault.made")), Ok(()));
    assert_eq!(admits(&made(), sample("vault.made")), Err(Not::AlreadyDone));
    for kind in OrgKind::ALL.iter().copied().filter(|kind| *kind != OrgKind::CivilSociety) {
        assert_eq!(admits(&organisation(kind), sample("vault.made")), Err(Not::WrongSubject), "{kind}");
    }
}

#[test]
fn whoever_made_it_holds_it_and_shares_it_by_key() {
    let made = made();
    let holders = |story: &Story| -> Vec<AccountId> {
        facts(story).vault.unwrap().holders.iter().map(|holder| holder.account).collect()
    };
    assert_eq!(holders(&made), [account(MANAGER)]);
    assert_eq!(admits(&made, shared()), Ok(()));
    let both = made.then(shared());
    assert_eq!(holders(&both), [account(MANAGER), account(MENTOR)]);
    assert_eq!(admits(&both, shared()), Err(Not::AlreadyDone), "the same key twice");
    let anew = "age1wqz3h3zq6j0w8w4n8lqv4v0a3d9c5v8n4c7p2y6r0k5g3h2f9slsx7k0a5";
    assert_eq!(admits(&both, shared().with("to", anew)), Ok(()), "whoever forgot a passphrase has a new key");
    let both = both.then(shared().with("to", anew));
    assert_eq!(holders(&both), [account(MANAGER), account(MENTOR)], "and stands there once");
}

#[test]
fn nothing_is_shared_of_a_vault_that_is_not_there() {
    let none = organisation(OrgKind::CivilSociety);
    assert_eq!(admits(&none, shared()), Err(Not::NoVault));
    assert_eq!(admits(&none, unshared(MANAGER)), Err(Not::NoVault));
    let another = |deed: Deed| deed.with("vault", ActId::from_bytes([9; 16]));
    assert_eq!(admits(&made(), another(shared())), Err(Not::NoVault));
    assert_eq!(admits(&made(), another(unshared(MANAGER))), Err(Not::NoVault));
}

#[test]
fn the_last_holder_stays() {
    let made = made();
    assert_eq!(admits(&made, unshared(MANAGER)), Err(Not::LastHolder));
    assert_eq!(admits(&made, unshared(MENTOR)), Err(Not::AlreadyDone), "who never held it");
    let both = made.then(shared());
    assert_eq!(admits(&both, unshared(MANAGER)), Ok(()));
    let one = both.then(unshared(MANAGER));
    assert_eq!(facts(&one).vault.unwrap().holders.len(), 1);
    assert_eq!(admits(&one, unshared(MENTOR)), Err(Not::LastHolder));
}
