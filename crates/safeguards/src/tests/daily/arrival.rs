//! NMR-54, HAV-24, BKK-02a, NMR-119, NMR-55a, NMR-55b, NMR-68, HAV-22.

use domain::contact::ContactMeans::{Call, Visit};
use domain::contact::ContactOutcome;
use domain::custody::Circumstance;
use domain::information::InformationForm::{Aloud, Sign, Written};
use domain::information::InformationTopic::{
    Charges, ComplaintAddresses, DailyLife, Duties, Law, LegalHelp, Rights, WhereHelp,
};
use domain::information::Understood::{Interpreted, NotKnown, NotUnderstood, OwnLanguage};

use super::*;
use crate::tests::fixture::{days, hours};

const ALL_FOUR: [InformationTopic; 4] = [Law, Rights, Duties, DailyLife];

#[test]
fn all_four_topics_are_in_writing_after_exactly_a_day_and_not_one_millisecond_later() {
    let rule = "NMR-54";
    let now = at(days(2));
    let after = |millis| held().told(&ALL_FOUR, &[Written], OwnLanguage, at(millis));
    assert_eq!(after(hours(24)).answers(rule, now), ["met"]);
    assert_eq!(after(hours(24) + 1).answers(rule, now), ["breach over"]);
    let in_parts = |second| {
        held().told(&[Law, Rights], &[Written], OwnLanguage, at(0)).told(
            &[Duties, DailyLife],
            &[Written],
            OwnLanguage,
            at(second),
        )
    };
    assert_eq!(in_parts(hours(24)).answers(rule, now), ["met"]);
    assert_eq!(in_parts(hours(24) + 1).answers(rule, now), ["breach over"]);
    assert_eq!(held().told(&ALL_FOUR, &[Aloud], OwnLanguage, at(0)).answers(rule, now), ["undetermined"]);
    assert_eq!(held().told(&ALL_FOUR[..3], &[Written], OwnLanguage, at(0)).answers(rule, now), ["undetermined"]);
    assert_eq!(held().answers(rule, at(hours(24))), ["waits undetermined"]);
    assert_eq!(held().says(rule, at(hours(24) + 1)), ["undetermined since 2026-05-01T00:00:00.000Z overdue"]);
}

#[test]
fn a_child_is_given_addresses_too_and_understands() {
    let rule = "HAV-24";
    let topics = [Law, Rights, ComplaintAddresses, LegalHelp];
    let now = at(days(2));
    assert_eq!(child().told(&topics, &[Written], Interpreted, at(hours(24))).answers(rule, now), ["met"]);
    assert_eq!(child().told(&topics, &[Written], OwnLanguage, at(hours(24) + 1)).answers(rule, now), ["breach over"]);
    assert_eq!(child().told(&topics, &[Written], NotUnderstood, at(0)).answers(rule, now), ["undetermined"]);
    assert!(held().says(rule, now).is_empty());
}

#[test]
fn a_woman_who_arrives_has_all_that_bangkok_names() {
    let rule = "BKK-02a";
    let now = at(days(2));
    let most = || {
        held().woman().told(&[Law, DailyLife, WhereHelp], &[Aloud], OwnLanguage, at(hours(2))).family(
            Call,
            ContactOutcome::Declined,
            at(hours(3)),
        )
    };
    assert_eq!(most().answers(rule, now), ["undetermined"]);
    let legal = |when| most().contact(ContactWith::Lawyer, Visit, ContactOutcome::Held, at(when), |_| {});
    assert_eq!(legal(hours(24)).answers(rule, now), ["met"]);
    assert_eq!(legal(hours(24) + 1).answers(rule, now), ["breach over"]);
    let foreign = || legal(hours(4)).noted(Circumstance::ForeignNational, at(0));
    assert_eq!(foreign().answers(rule, now), ["undetermined"]);
    let offered = foreign().contact(ContactWith::Consulate, Call, ContactOutcome::Declined, at(hours(5)), |_| {});
    assert_eq!(offered.answers(rule, now), ["met"]);
    assert!(held().says(rule, now).is_empty());
}

#[test]
fn whoever_is_not_convicted_is_told_why() {
    let rule = "NMR-119";
    let now = at(days(2));
    for status in [Status::Untried, Status::WithoutCharge] {
        let told = |when| held().status(status, at(0)).told(&[Charges], &[Aloud], Interpreted, at(when));
        assert_eq!(told(hours(24)).answers(rule, now), ["met"]);
        assert_eq!(told(hours(24) + 1).answers(rule, now), ["breach over"]);
        assert_eq!(held().status(status, at(0)).answers(rule, now), ["undetermined"]);
    }
    for status in [Status::Convicted, Status::Civil] {
        assert!(held().status(status, at(0)).says(rule, now).is_empty());
    }
}

#[test]
fn what_was_not_understood_is_a_breach_until_the_same_is() {
    let rule = "NMR-55a";
    let first = |understood| held().told(&[Law, Rights], &[Written], understood, at(0));
    assert_eq!(first(OwnLanguage).answers(rule, at(1)), ["met"]);
    assert_eq!(first(Interpreted).answers(rule, at(1)), ["met"]);
    assert_eq!(first(NotKnown).answers(rule, at(1)), ["undetermined"]);
    assert_eq!(first(NotUnderstood).answers(rule, at(days(3))), ["breach"]);
    let half = first(NotUnderstood).told(&[Law], &[Aloud], Interpreted, at(days(1)));
    assert_eq!(half.answers(rule, at(days(3))), ["breach", "met"]);
    let whole = half.told(&[Rights], &[Aloud], Interpreted, at(days(2)));
    assert_eq!(whole.answers(rule, at(days(3))), ["breach over", "met", "met"]);
}

#[test]
fn whoever_cannot_read_is_told_aloud() {
    let rule = "NMR-55b";
    let now = at(days(2));
    let needs = || held().noted(Circumstance::ReadingHelp, at(0));
    for form in [Aloud, Sign] {
        assert_eq!(needs().told(&[Law], &[Written, form], OwnLanguage, at(hours(24))).answers(rule, now), ["met"]);
    }
    assert_eq!(needs().told(&[Law], &[Aloud], OwnLanguage, at(hours(24) + 1)).answers(rule, now), ["breach over"]);
    assert_eq!(needs().told(&[Law], &[Written], OwnLanguage, at(0)).answers(rule, now), ["breach"]);
    assert_eq!(needs().answers(rule, now), ["undetermined"]);
    assert!(held().says(rule, now).is_empty());
}

#[test]
fn the_family_can_be_told_at_once_of_arrival_and_of_each_transfer() {
    let rule = "NMR-68";
    let told = |told, when| held().family_told(FamilyEvent::Admission, told, at(when));
    let now = at(days(1));
    for how in [FamilyTold::ByThePerson, FamilyTold::ByThePrison, FamilyTold::NotWanted, FamilyTold::Nobody] {
        assert_eq!(told(how, hours(2)).answers(rule, now), ["met"]);
        assert_eq!(told(how, hours(2) + 1).answers(rule, now), ["breach over"]);
    }
    assert_eq!(
        told(FamilyTold::NotPossible, hours(1)).says(rule, now),
        ["breach since 2026-05-01T02:00:00.001Z not_given"]
    );
    assert_eq!(held().answers(rule, at(hours(2))), ["waits undetermined"]);
    assert_eq!(held().answers(rule, now), ["undetermined"]);
    let moved = told(FamilyTold::ByThePerson, hours(1)).moved(at(days(5)));
    assert_eq!(moved.answers(rule, at(days(6))), ["undetermined", "met"]);
    let again = moved.family_told(FamilyEvent::Transfer, FamilyTold::ByThePerson, at(days(5) + hours(2)));
    assert_eq!(again.answers(rule, at(days(6))), ["met", "met"]);
}

#[test]
fn parents_are_told_of_arrival_transfer_and_release() {
    let rule = "HAV-22";
    let told = |event, when| child().family_told(event, FamilyTold::ByThePrison, at(when));
    assert_eq!(told(FamilyEvent::Admission, hours(24)).answers(rule, at(days(2))), ["met"]);
    assert_eq!(told(FamilyEvent::Admission, hours(24) + 1).answers(rule, at(days(2))), ["breach over"]);
    assert_eq!(child().answers(rule, at(days(2))), ["undetermined"]);
    assert_eq!(
        child().family_told(FamilyEvent::Admission, FamilyTold::NotPossible, at(0)).answers(rule, at(days(2))),
        ["breach"]
    );
    let out = || told(FamilyEvent::Admission, 0).released(at(days(10)));
    assert_eq!(out().answers(rule, at(days(12))), ["undetermined", "met"]);
    let before = out().family_told(FamilyEvent::Release, FamilyTold::ByThePrison, at(days(8)));
    assert_eq!(before.answers(rule, at(days(12))), ["met", "met"]);
    assert!(held().says(rule, at(days(2))).is_empty());
    next_is_never_late(&out(), 20);
}
