//! A clock that jumped: noticed, explained by one administrator, confirmed by another.

use domain::admission::NotPossible;
use domain::clock::ClockFacts;
use domain::registry::{InstallationFacts, RegistryFacts, admit_registry};

use crate::case::{Deed, Story, account, sample, story};

const FIRST: u64 = 211;
const SECOND: u64 = 212;

fn clock(story: &Story) -> ClockFacts {
    InstallationFacts::of(&story.acts).clock
}

fn admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let facts = InstallationFacts::of(&story.acts);
    admit_registry(RegistryFacts::Installation(&facts), None, &story.next_is(deed))
}

fn noticed() -> Story {
    story().then(sample("installation.founded")).then(sample("installation.clock_step_noticed"))
}

fn explained() -> Story {
    noticed().then(sample("installation.clock_stepped").by(FIRST))
}

#[test]
fn a_jump_is_explained_by_one_and_confirmed_by_another() {
    assert!(matches!(clock(&noticed()), ClockFacts::Stepped { ahead_by: -3_600_000, .. }));
    assert_eq!(admits(&noticed(), sample("installation.clock_stepped").by(FIRST)), Ok(()));
    let ahead_by = -3_600_000;
    assert_eq!(clock(&explained()), ClockFacts::Explained { by: account(FIRST), ahead_by });
    let confirmed = sample("installation.clock_step_confirmed");
    assert_eq!(admits(&explained(), confirmed.clone().by(FIRST)), Err(NotPossible::OwnProposal));
    assert_eq!(admits(&explained(), confirmed.clone().by(SECOND)), Ok(()));
    assert_eq!(clock(&explained().then(confirmed.by(SECOND))), ClockFacts::Steady);
}

#[test]
fn what_was_not_noticed_is_not_explained_and_what_was_not_explained_not_confirmed() {
    let founded = story().then(sample("installation.founded"));
    assert_eq!(admits(&founded, sample("installation.clock_stepped")), Err(NotPossible::NotProposed));
    assert_eq!(admits(&founded, sample("installation.clock_step_confirmed")), Err(NotPossible::NotProposed));
    assert_eq!(admits(&noticed(), sample("installation.clock_step_confirmed")), Err(NotPossible::NotProposed));
    assert_eq!(admits(&explained(), sample("installation.clock_stepped").by(SECOND)), Err(NotPossible::AlreadyDone));
}

#[test]
fn a_second_jump_takes_the_explanation_of_the_first_back() {
    let again = explained().then(sample("installation.clock_step_noticed").with("ahead_by", 900_000));
    assert!(matches!(clock(&again), ClockFacts::Stepped { ahead_by: 900_000, .. }));
    let confirmed = sample("installation.clock_step_confirmed").by(SECOND);
    assert_eq!(admits(&again, confirmed.clone()), Err(NotPossible::NotProposed));
    // One that is recorded all the same changes nothing.
    assert!(matches!(clock(&again.then(confirmed)), ClockFacts::Stepped { .. }));
}
