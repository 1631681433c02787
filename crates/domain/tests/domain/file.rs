//! The file itself: who carries it, who alone sees it, and who must not.

use crate::case::{CASE_MANAGER, SUPERVISOR, Story, account, case, hour, sample};

#[test]
fn whoever_declares_a_conflict_of_interest_carries_the_file_no_more_and_not_again_by_itself() {
    let carried = case().then(sample("file.allocated"));
    assert_eq!(carried.facts().carried_by(hour(1)), Some(account(CASE_MANAGER)));
    let declared = carried.then(sample("file.conflict_declared").at(2));
    let facts = declared.facts();
    assert_eq!((facts.carried_by(hour(1)), facts.carried_by(hour(2))), (Some(account(CASE_MANAGER)), None));
    assert!(facts.bars(account(CASE_MANAGER)) && !facts.bars(account(SUPERVISOR)));
    let ended = declared.then(sample("file.conflict_ended").at(3)).facts();
    assert!(!ended.bars(account(CASE_MANAGER)) && ended.carried_by(hour(4)).is_none());
}

#[test]
fn a_restriction_names_until_it_is_lifted_and_in_another_prison_it_names_nobody() {
    let restricted = case().then(sample("file.restricted").at(1));
    let named = |story: &Story| story.facts().restricted.map(|restriction| restriction.named.len());
    assert_eq!(named(&restricted), Some(2));
    assert!(restricted.facts().bars(account(205)) && !restricted.facts().bars(account(SUPERVISOR)));
    let moved = restricted.clone().then(sample("custody.transferred").at(2));
    assert_eq!(named(&moved), Some(0));
    assert_eq!(named(&restricted.then(sample("file.restriction_lifted").at(2))), None);
}
