//! Inspections: one at a time for each body, closed by its report, answered by the prison from then on.

use domain::admission::NotPossible;
use domain::inspection::{InspectionAnswer, InspectionItem, InspectionsFacts};
use domain::measure::YesNo;
use domain::organisation::OrgKind;
use domain::registry::{OrgFacts, RegistryFacts, admit_registry};
use domain::{OrgId, Recorded};

use crate::case::{Deed, Story, act, sample, story};

const INSPECTION: u64 = 701;
const ADVICE: u64 = 703;

fn prison() -> Story {
    story().then(sample("organisation.registered").with("kind", OrgKind::Prison))
}

fn opened() -> Story {
    prison().then(sample("inspection.opened").named(INSPECTION))
}

fn answered() -> Deed {
    sample("inspection.item_answered").with("inspection", act(INSPECTION))
}

fn recommended() -> Deed {
    sample("inspection.recommended").with("inspection", act(INSPECTION)).named(ADVICE)
}

fn reported() -> Deed {
    sample("inspection.reported").with("inspection", act(INSPECTION))
}

fn replied() -> Deed {
    sample("inspection.replied").with("recommendation", act(ADVICE))
}

fn next_of(story: &Story, deed: Deed) -> (OrgFacts, Recorded) {
    (OrgFacts::of(&story.acts), story.next_is(deed))
}

fn admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let (facts, next) = next_of(story, deed);
    admit_registry(RegistryFacts::Organisation(&facts), None, &next)
}

/// The same, by another body.
fn admits_another(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let (facts, mut next) = next_of(story, deed);
    next.envelope.org = OrgId::from_bytes([9; 16]);
    admit_registry(RegistryFacts::Organisation(&facts), None, &next)
}

fn facts(story: &Story) -> InspectionsFacts {
    OrgFacts::of(&story.acts).inspections
}

#[test]
fn only_a_prison_is_inspected() {
    let association = story().then(sample("organisation.registered").with("kind", OrgKind::CivilSociety));
    assert_eq!(admits(&association, sample("inspection.opened")), Err(NotPossible::WrongSubject));
    assert_eq!(admits(&prison(), sample("inspection.opened")), Ok(()));
}

#[test]
fn a_body_has_one_inspection_at_a_time_and_another_body_its_own() {
    assert_eq!(admits(&opened(), sample("inspection.opened")), Err(NotPossible::InspectionOpen));
    assert_eq!(admits_another(&opened(), sample("inspection.opened")), Ok(()));
    let over = opened().then(answered()).then(reported());
    assert_eq!(admits(&over, sample("inspection.opened")), Ok(()));
}

#[test]
fn nobody_writes_into_the_inspection_of_another_body_nor_learns_that_it_is_there() {
    for deed in [answered(), recommended(), reported()] {
        assert_eq!(admits_another(&opened(), deed.clone()), Err(NotPossible::EntryUnknown));
        assert_eq!(admits(&prison(), deed), Err(NotPossible::EntryUnknown));
    }
}

#[test]
fn a_report_needs_something_that_was_looked_at_and_closes_the_inspection() {
    assert_eq!(admits(&opened(), reported()), Err(NotPossible::InspectionEmpty));
    let looked = opened().then(answered()).then(recommended());
    assert_eq!(admits(&looked, reported()), Ok(()));
    let over = looked.then(reported());
    for deed in [answered(), recommended().named(799), reported()] {
        assert_eq!(admits(&over, deed), Err(NotPossible::InspectionReported));
    }
}

#[test]
fn the_prison_answers_from_the_report_on_and_as_often_as_something_changes() {
    let looked = opened().then(answered()).then(recommended());
    assert_eq!(
        admits_another(&looked, replied()),
        Err(NotPossible::EntryUnknown),
        "before the report it knows of none"
    );
    assert_eq!(facts(&looked).unanswered().count(), 0);
    let over = looked.then(reported());
    assert_eq!(facts(&over).unanswered().map(|(advice, _)| advice).collect::<Vec<_>>(), [act(ADVICE)]);
    assert_eq!(admits_another(&over, replied()), Ok(()));
    let no = replied().with("accepted", YesNo::No).without("by");
    let twice = over.then(no).then(replied());
    let known = facts(&twice);
    assert_eq!(known.unanswered().count(), 0);
    let replies = &known.recommendation(act(ADVICE)).unwrap().replies;
    assert_eq!(replies.iter().map(|(.., accepted)| *accepted).collect::<Vec<_>>(), [YesNo::No, YesNo::Yes]);
}

#[test]
fn the_last_answer_to_an_item_counts_and_what_nobody_answered_has_none() {
    let first = opened().then(answered());
    let found = |story: &Story, item| facts(story).inspection(act(INSPECTION)).unwrap().answers.get(&item).copied();
    assert_eq!(found(&first, InspectionItem::Rooms).unwrap().1, InspectionAnswer::NotInOrder);
    assert_eq!(found(&first, InspectionItem::Staff), None);
    let again = first.then(answered().with("answer", InspectionAnswer::InOrder));
    assert_eq!(found(&again, InspectionItem::Rooms).unwrap().1, InspectionAnswer::InOrder);
}

#[test]
fn when_a_report_was_last_given_is_known_of_all_bodies_together() {
    assert_eq!(facts(&opened()).last_reported(), None);
    let over = opened().then(answered()).then(reported());
    let at = over.acts.last().unwrap().at;
    assert_eq!(facts(&over).last_reported(), Some(at));
    assert_eq!(facts(&over.then(sample("inspection.opened"))).last_reported(), Some(at));
}
