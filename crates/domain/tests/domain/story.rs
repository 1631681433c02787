//! Whole stories: late entries, transfers, release and return, and where a case stands.

use domain::facts::{Facts, Step};
use jiff::tz::TimeZone;

use crate::case::{
    CASE_MANAGER, CONSENT, MEASURE, OTHER_PRISON, PLAN, PRISON, SUPERVISOR, Story, account, act, case, hour, org,
    sample,
};

fn imposed() -> Story {
    case().then(sample("measure.imposed").named(MEASURE))
}

fn released() -> Story {
    case().then(sample("custody.released").at(10))
}

fn assessed() -> Story {
    case().then_all(&["file.allocated", "assessment.needs_taken", "assessment.assessed"])
}

fn approved() -> Story {
    assessed()
        .then(sample("plan.proposed").named(PLAN))
        .then(sample("plan.agreed"))
        .then(sample("plan.approved").by(SUPERVISOR))
}

fn held_at(facts: &Facts, hours: i64) -> Option<domain::OrgId> {
    facts.held_at(hour(hours))
}

#[test]
fn a_transfer_that_is_entered_late_stands_where_it_happened() {
    let late = case()
        .then(sample("custody.transferred").with("to", org(PRISON + 10)).at(10))
        .then(sample("custody.transferred").at(5).recorded_at(20));
    let facts = late.facts();
    let places: Vec<_> = [1, 5, 9, 10, 30].map(|hours| held_at(&facts, hours)).into();
    let expected = [PRISON, OTHER_PRISON, OTHER_PRISON, PRISON + 10, PRISON + 10].map(|number| Some(org(number)));
    assert_eq!(places, expected);
    assert_eq!(facts.custody.last().unwrap().value, org(PRISON + 10));
    assert_eq!(facts.contradictions, []);
}

#[test]
fn a_status_that_is_entered_late_does_not_undo_a_later_one() {
    let status = |code: &str, at| sample("custody.status_changed").with("status", code).at(at);
    let facts = case().then(status("convicted", 10)).then(status("untried", 5).recorded_at(20)).facts();
    assert_eq!(facts.status_at(hour(7)).unwrap().code(), "untried");
    assert_eq!(facts.status_at(hour(20)).unwrap().code(), "convicted");
}

#[test]
fn a_transfer_takes_the_file_from_the_case_manager_there() {
    let moved = case().then(sample("file.allocated").at(1)).then(sample("custody.transferred").at(5));
    assert_eq!(moved.facts().carried_by(hour(4)), Some(account(CASE_MANAGER)));
    assert_eq!(moved.facts().carried_by(hour(5)), None);
    let named = moved.then(sample("file.allocated").with("to", account(SUPERVISOR)).at(6));
    assert_eq!(named.facts().carried_by(hour(7)), Some(account(SUPERVISOR)));
}

#[test]
fn a_measure_goes_on_through_a_transfer() {
    let facts = imposed().then(sample("custody.transferred").at(5)).facts();
    assert_eq!(facts.measures_at(hour(6)).count(), 1);
}

#[test]
fn release_ends_a_measure_and_keeps_its_true_length() {
    let story = imposed().then(sample("custody.released").at(10));
    let measure = &story.facts().measures[0];
    assert_eq!(measure.span.until, Some(hour(10)));
    assert_eq!(measure.ended_by, Some(story.acts[2].id()));
}

#[test]
fn a_release_that_is_entered_late_leaves_measures_after_the_return_alone() {
    let story = case()
        .then(sample("custody.released").at(10))
        .then(sample("custody.returned").at(20))
        .then(sample("custody.returned").at(20).by(SUPERVISOR))
        .then(sample("measure.found_in_force").named(MEASURE).at(21))
        .then(sample("custody.released").at(9).recorded_at(22));
    let facts = story.facts();
    assert_eq!(facts.measures[0].span.until, None);
    assert_eq!(facts.released, None);
    assert_eq!(held_at(&facts, 30), Some(org(PRISON)));
}

#[test]
fn a_lifting_cannot_lie_before_the_beginning_nor_shorten_what_has_ended() {
    let before = imposed().then(sample("measure.lifted").at(-5).recorded_at(1)).facts();
    assert_eq!(before.measures[0].span.until, Some(before.measures[0].span.from));
    assert_eq!(before.contradictions.len(), 1);
    let once = imposed().then(sample("measure.lifted").at(10));
    let twice = once.clone().then(sample("measure.lifted").at(5).recorded_at(11)).facts();
    assert_eq!(twice.measures[0].span, once.facts().measures[0].span);
    assert_eq!(twice.contradictions.len(), 1);
}

#[test]
fn a_review_may_be_entered_after_the_end_of_a_time_when_the_measure_ran() {
    let lifted = imposed().then(sample("measure.lifted").at(10));
    assert_eq!(lifted.admits(sample("measure.reviewed").at(9).recorded_at(20)), Ok(()));
    assert!(lifted.admits(sample("measure.reviewed").at(10).recorded_at(20)).is_err());
}

#[test]
fn a_circumstance_noted_again_holds_as_it_was_noted_last() {
    let open = case().then(sample("custody.circumstance_noted").without("until").at(1));
    let ended = open.then(sample("custody.circumstance_noted").with("until", hour(9)).at(5)).facts();
    let runs = |hours| ended.circumstances.iter().any(|row| row.span.holds(hour(hours)));
    assert!(runs(2) && runs(8));
    assert!(!runs(9));
}

/// Two people say that the person is back.
fn returned(story: Story, hours: i64) -> Story {
    let word = || sample("custody.returned").at(hours);
    story.then(word()).then(word().by(SUPERVISOR))
}

#[test]
fn what_one_person_says_of_a_return_is_on_record_and_changes_nothing() {
    let arranged = released().then_all(&["release.item_arranged", "release.file_copy_offered"]);
    let out = arranged.then(sample("release.handover_offered").at(9).recorded_at(10));
    let word = || sample("custody.returned").at(30);
    let one = out.clone().then(word());
    let facts = one.facts();
    assert_eq!((facts.released, held_at(&facts, 31), facts.handovers.len()), (out.facts().released, None, 1));
    assert_eq!((facts.returning.len(), facts.contradictions.len()), (1, 0));
    let same = one.clone().then(word()).facts();
    assert_eq!((held_at(&same, 31), same.returning.len()), (None, 2), "nobody is two");
    let elsewhere = one.clone().then(word().by(SUPERVISOR).with("prison", org(PRISON + 1))).facts();
    assert_eq!(held_at(&elsewhere, 31), None, "nor is it said of another prison");
    let two = one.clone().then(word().by(SUPERVISOR)).facts();
    assert_eq!((held_at(&two, 31), two.returning.len()), (Some(org(PRISON)), 0));
    let week = 7 * 24;
    let late = |recorded: i64| one.clone().then(word().by(SUPERVISOR).recorded_at(recorded)).facts();
    assert_eq!(held_at(&late(30 + week - 1), 31), Some(org(PRISON)));
    assert_eq!(held_at(&late(30 + week), 31), None, "a word waits for seven days");
}

#[test]
fn a_return_begins_the_way_to_release_anew() {
    let before = released().then_all(&["release.item_arranged", "release.file_copy_offered"]);
    let out = before.then(sample("release.handover_offered").at(9).recorded_at(10));
    let back = returned(out.clone(), 30).facts();
    assert_eq!(out.facts().handovers.len(), 1);
    assert_eq!((back.released, back.handovers.len(), back.release_items.len()), (None, 0, 0));
    assert_eq!((back.file_copy, back.release_on), (None, None));
    assert_eq!(held_at(&back, 31), Some(org(PRISON)));
}

#[test]
fn whoever_was_returned_can_be_released_again() {
    let again = returned(released(), 20).then(sample("custody.released").at(30));
    let facts = again.facts();
    assert_eq!(facts.released.unwrap().1, hour(30));
    assert_eq!([held_at(&facts, 15), held_at(&facts, 25), held_at(&facts, 35)], [None, Some(org(PRISON)), None]);
    assert_eq!(facts.contradictions, []);
}

#[test]
fn a_return_that_was_no_return_changes_nothing_of_the_release_ahead() {
    let arranged = case().then_all(&["release.item_arranged", "release.handover_offered"]);
    let facts = arranged.then(sample("custody.returned")).facts();
    assert_eq!((facts.handovers.len(), facts.release_items.len(), facts.contradictions.len()), (1, 1, 1));
}

#[test]
fn a_try_that_reached_nobody_is_no_first_contact() {
    let tried = released().then(sample("release.first_contact").with("manner", "not_reached").at(20));
    assert_eq!(tried.facts().first_contact, None);
    let reached = tried.then(sample("release.aftercare_contact").at(30));
    assert_eq!(reached.facts().first_contact.unwrap().1, hour(30));
    assert_eq!(reached.facts().contradictions, []);
}

#[test]
fn a_consent_holds_to_the_end_of_its_last_day_where_the_person_is() {
    let facts = case().then(sample("consent.given").with("until", "2026-05-10").named(CONSENT)).facts();
    let tunis = TimeZone::get("Africa/Tunis").unwrap();
    let holds = |text: &str| facts.consents[0].holds(text.parse().unwrap(), &tunis);
    assert!(holds("2026-05-10T22:59:59.999Z"));
    assert!(!holds("2026-05-10T23:00:00Z"));
    assert!(!holds("2026-05-02T09:00:00Z"), "not before it was given");
    assert!(holds("2026-05-02T09:01:00Z"));
}

#[test]
fn a_withdrawn_consent_holds_no_longer_from_that_moment() {
    let facts =
        case().then(sample("consent.given").named(CONSENT).at(1)).then(sample("consent.withdrawn").at(5)).facts();
    let holds = |hours| facts.consents[0].holds(hour(hours), &TimeZone::UTC);
    assert!(holds(4));
    assert!(!holds(5));
}

#[test]
fn an_approved_plan_counts_until_another_is_approved() {
    let second = approved().then(sample("plan.proposed").named(PLAN + 50));
    assert_eq!(second.facts().plan().unwrap().act, act(PLAN));
    let of_second = |kind: &str| sample(kind).with("plan", act(PLAN + 50)).by(SUPERVISOR);
    let replaced = second.clone().then(of_second("plan.agreed")).then(of_second("plan.approved"));
    assert_eq!(replaced.facts().plan().unwrap().version, 2);
    let sent_back = second.then(of_second("plan.returned"));
    assert_eq!(sent_back.facts().plan().unwrap().act, act(PLAN));
}

#[test]
fn every_step_of_the_way_is_reached_in_turn() {
    let offered = |story: Story| story.then(sample("release.handover_offered"));
    let reviewed = approved().then(sample("plan.reviewed"));
    let out = offered(reviewed.clone()).then(sample("custody.released").at(10));
    let steps = [
        (case(), Step::New),
        (case().then(sample("file.allocated")), Step::Assessment),
        (case().then(sample("assessment.needs_taken")), Step::Assessment),
        (assessed(), Step::Plan),
        (assessed().then(sample("plan.proposed").named(PLAN)), Step::Plan),
        (approved(), Step::Services),
        (reviewed.clone(), Step::Review),
        (offered(reviewed.clone()), Step::Release),
        (offered(reviewed.clone()).then(sample("release.handover_returned")), Step::Review),
        (out.clone(), Step::Aftercare),
        (out.clone().then(sample("custody.closed").at(11)), Step::Closed),
        (out.clone().then(sample("custody.returned").at(11)), Step::Aftercare),
        (returned(out.clone(), 11), Step::Review),
        (reviewed.then(sample("custody.died")), Step::Closed),
    ];
    for (number, (story, step)) in steps.into_iter().enumerate() {
        assert_eq!(story.facts().step(), step, "story {number}");
        assert_eq!(story.facts().contradictions, [], "story {number}");
    }
}

#[test]
fn a_new_version_after_a_review_has_its_services_before_it() {
    let renewed = approved()
        .then(sample("plan.reviewed").with("outcome", "new_version"))
        .then(sample("plan.proposed").named(PLAN + 50))
        .then(sample("plan.agreed").with("plan", act(PLAN + 50)));
    assert_eq!(renewed.facts().step(), Step::Review);
    let approved_again = renewed.then(sample("plan.approved").with("plan", act(PLAN + 50)).by(SUPERVISOR));
    assert_eq!(approved_again.facts().step(), Step::Services);
}
