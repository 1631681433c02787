//! Days, contact, information and places: kept as they were recorded, whatever the order; what cannot have been is marked.

use domain::admission::NotPossible;

use crate::case::{case, hour, sample};

#[test]
fn two_records_of_one_day_both_stand() {
    let facts =
        case().then(sample("regime.day_recorded")).then(sample("regime.day_recorded").with("open_air", 20)).facts();
    assert_eq!(facts.daily.days.iter().map(|day| day.open_air).collect::<Vec<_>>(), [60, 20]);
    assert!(facts.contradictions.is_empty());
}

#[test]
fn a_day_is_one_on_which_the_person_was_there_and_has_no_more_minutes_than_a_day() {
    let day = |date: &str| sample("regime.day_recorded").with("date", date);
    // Admitted on 2 May at nine: the day of arrival counts, the one before not even in the first time zone.
    assert_eq!(case().admits(day("2026-05-02")), Ok(()));
    assert_eq!(case().admits(day("2026-04-30")), Err(NotPossible::NotHeld));
    assert_eq!(case().admits(day("2026-05-04")), Err(NotPossible::InFuture));
    let long = |minutes: u16| sample("regime.day_recorded").with("out_of_cell", minutes).with("open_air", 0);
    assert_eq!(case().admits(long(1500)), Ok(()));
    assert_eq!(case().admits(long(1501)), Err(NotPossible::EndBeforeBeginning));
    assert_eq!(case().admits(day("2026-05-02").with("open_air", 241)), Err(NotPossible::EndBeforeBeginning));
    let out = case().then(sample("custody.released").at(1));
    assert_eq!(out.admits(day("2026-05-02").at(200)), Ok(()));
    assert_eq!(out.admits(day("2026-05-05").at(200)), Err(NotPossible::NotHeld));
}

#[test]
fn somebody_sleeps_where_it_was_recorded_last_until_they_are_moved() {
    let unit = |name: &str, at| sample("lodging.placed").with("unit", name).at(at);
    let placed = case().then(unit("B2", 1)).then(unit("C3", 5));
    let name =
        |story: &crate::case::Story, hours| story.facts().sleeps_at(hour(hours)).map(|row| row.value.unit.to_string());
    assert_eq!([0, 2, 6].map(|hours| name(&placed, hours)), [None, Some("B2".into()), Some("C3".into())]);
    // A late entry takes its place before the later one.
    let late = placed.then(unit("D4", 3).recorded_at(20));
    assert_eq!([2, 4, 6].map(|hours| name(&late, hours)), ["B2", "D4", "C3"].map(|unit| Some(unit.into())));
    let moved = late.then(sample("custody.transferred").at(10));
    assert_eq!([9, 11].map(|hours| name(&moved, hours)), [Some("C3".into()), None]);
    let out = case().then(sample("custody.released").at(1));
    assert_eq!(out.admits(unit("B2", 2)), Err(NotPossible::NotHeld));
}

#[test]
fn contact_and_information_are_taken_with_their_time() {
    let facts = case()
        .then(sample("contact.recorded").at(-3).recorded_at(9))
        .then(sample("information.given").at(2))
        .then(sample("information.family_informed").at(4))
        .facts();
    let contact = facts.daily.contacts[0];
    assert_eq!((contact.at, contact.known), (hour(-3), hour(9)));
    assert_eq!(facts.daily.informed[0].topics.len(), 4);
    assert_eq!(facts.daily.notices[0].at, hour(4));
}
