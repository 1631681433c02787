//! New credentials: asked for by one, confirmed by another in the same capacity, and never by the holder.

use domain::admission::NotPossible;
use domain::registry::{AccountFacts, RegistryFacts, admit_registry};
use domain::{AccountId, Capacity, Recorded};

use crate::case::{Deed, Story, account, sample, story};

const FIRST: u64 = 211;
const SECOND: u64 = 212;
const THIRD: u64 = 213;

fn open() -> Story {
    story().then(sample("account.proposed").by(FIRST)).then(sample("account.confirmed").by(SECOND))
}

fn asked() -> Story {
    open().then(sample("account.recovery_asked").by(SECOND))
}

fn admitted(story: &Story, recorded: &Recorded) -> Result<(), NotPossible> {
    admit_registry(RegistryFacts::Account(&AccountFacts::of(&story.acts)), None, recorded)
}

fn admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    admitted(story, &story.next_is(deed))
}

#[test]
fn one_asks_and_another_confirms() {
    assert_eq!(admits(&open(), sample("account.recovery_asked").by(FIRST)), Ok(()));
    assert_eq!(AccountFacts::of(&asked().acts).recovery.map(|asked| asked.by), Some(account(SECOND)));
    assert_eq!(admits(&asked(), sample("account.recovery_asked").by(FIRST)), Err(NotPossible::AlreadyDone));
    let confirmed = sample("account.recovery_confirmed");
    assert_eq!(admits(&asked(), confirmed.clone().by(SECOND)), Err(NotPossible::OwnProposal));
    assert_eq!(admits(&asked(), confirmed.clone().by(FIRST)), Ok(()));
    let over = asked().then(confirmed.clone().by(FIRST));
    assert_eq!(AccountFacts::of(&over.acts).recovery, None);
    assert_eq!(admits(&over, confirmed.by(THIRD)), Err(NotPossible::NotProposed));
    assert_eq!(admits(&over, sample("account.recovery_asked").by(FIRST)), Ok(()), "it may be needed again");
}

#[test]
fn nobody_asks_for_their_own_account_or_confirms_it_but_anybody_may_refuse() {
    let own = |story: &Story, deed: Deed| {
        let mut next = story.next_is(deed);
        next.envelope.actor = AccountId::from(next.envelope.stream);
        admitted(story, &next)
    };
    assert_eq!(own(&open(), sample("account.recovery_asked")), Err(NotPossible::OwnAccount));
    assert_eq!(own(&asked(), sample("account.recovery_confirmed")), Err(NotPossible::OwnAccount));
    assert_eq!(own(&asked(), sample("account.recovery_refused")), Ok(()));
    assert_eq!(admits(&asked(), sample("account.recovery_refused").by(SECOND)), Ok(()), "taken back");
    let refused = asked().then(sample("account.recovery_refused").by(THIRD));
    assert_eq!(AccountFacts::of(&refused.acts).recovery, None);
    assert_eq!(admits(&refused, sample("account.recovery_refused").by(THIRD)), Err(NotPossible::NotProposed));
}

#[test]
fn both_administer_in_the_same_capacity() {
    let story = asked();
    let mut next = story.next_is(sample("account.recovery_confirmed").by(THIRD));
    assert_eq!(admitted(&story, &next), Ok(()));
    next.envelope.capacity = Capacity::SystemAdministrator;
    assert_eq!(admitted(&story, &next), Err(NotPossible::OtherCapacity));
}

#[test]
fn an_account_that_is_not_open_has_nothing_to_recover() {
    let proposed = story().then(sample("account.proposed").by(FIRST));
    assert_eq!(admits(&proposed, sample("account.recovery_asked").by(SECOND)), Err(NotPossible::NotOpen));
    let closed = asked().then(sample("account.disabled").by(FIRST));
    assert_eq!(AccountFacts::of(&closed.acts).recovery, None);
    assert_eq!(admits(&closed, sample("account.recovery_confirmed").by(FIRST)), Err(NotPossible::NotOpen));
}
