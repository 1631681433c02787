//! NMR-58a, HAV-60, HAV-61, NMR-61a, NMR-61b, NMR-62.

use domain::contact::ContactMeans::{Call, Letter, Visit};
use domain::contact::ContactOutcome::{self, Declined, NotGiven, OtherSide};
use domain::contact::{Hearing, LegalInterpreter};
use domain::custody::Circumstance;

use super::*;
use crate::tests::fixture::{days, hours};

const FAMILY: &str = "NMR-58a";
const HELD: ContactOutcome = ContactOutcome::Held;

#[test]
fn an_offer_on_the_seventh_day_is_in_time_and_one_millisecond_later_is_late() {
    let in_time = held().family(Call, HELD, at(days(7)));
    assert_eq!(in_time.answers(FAMILY, at(days(8))), ["met"]);
    let late = held().family(Call, HELD, at(days(7) + 1));
    assert_eq!(late.answers(FAMILY, at(days(8))), ["breach over", "met"]);
}

#[test]
fn what_was_declined_or_what_the_other_side_missed_was_offered() {
    for outcome in [Declined, OtherSide] {
        assert_eq!(held().family(Visit, outcome, at(days(5))).answers(FAMILY, at(days(6))), ["met"]);
    }
}

#[test]
fn silence_is_waited_for_and_then_undetermined_and_what_was_not_given_is_a_breach() {
    assert_eq!(held().answers(FAMILY, at(days(7))), ["waits undetermined"]);
    assert_eq!(held().says(FAMILY, at(days(7) + 1)), ["undetermined since 2026-05-08T00:00:00.001Z overdue"]);
    let refused = held().family(Visit, NotGiven, at(days(6)));
    assert_eq!(refused.answers(FAMILY, at(days(7))), ["waits undetermined"]);
    assert_eq!(refused.says(FAMILY, at(days(7) + 1)), ["breach since 2026-05-08T00:00:00.001Z not_given"]);
    // What was refused before the last offer says nothing of the wait since then.
    let before = held().family(Visit, NotGiven, at(days(2))).family(Call, HELD, at(days(3)));
    assert_eq!(before.answers(FAMILY, at(days(11))), ["undetermined"]);
}

#[test]
fn a_late_entry_closes_the_wait_and_is_known_since_it_was_recorded() {
    let late = held().contact(ContactWith::OwnChild, Letter, HELD, at(days(6)), |contact| contact.known = at(days(20)));
    assert_eq!(late.answers(FAMILY, at(days(12))), ["met"]);
}

#[test]
fn release_ends_the_duty() {
    assert!(held().released(at(days(6))).says(FAMILY, at(days(30))).is_empty());
    let refused = held().family(Visit, NotGiven, at(days(6))).released(at(days(9)));
    assert_eq!(refused.answers(FAMILY, at(days(30))), ["breach over"]);
}

#[test]
fn a_child_has_a_visit_by_the_same_day_of_the_next_month() {
    let rule = "HAV-60";
    let visits = |second: i64| child().family(Visit, HELD, at(0)).family(Visit, HELD, at(second));
    // 1 June, to its last instant; the first millisecond of 2 June is late.
    assert_eq!(visits(days(32) - 1).answers(rule, at(days(32))), ["met"]);
    assert_eq!(visits(days(32)).answers(rule, at(days(32))), ["breach over", "met"]);
    assert_eq!(child().answers(rule, at(days(31))), ["waits undetermined"]);
    assert_eq!(child().answers(rule, at(days(33))), ["undetermined"]);
    assert_eq!(child().family(Visit, NotGiven, at(days(20))).answers(rule, at(days(33))), ["breach"]);
    assert!(held().says(rule, at(days(90))).is_empty());
    assert!(child().family(Call, HELD, at(days(9))).answers(rule, at(days(33))).contains(&"undetermined".to_owned()));
}

#[test]
fn the_duty_towards_a_child_ends_with_the_eighteenth_birthday() {
    // 18 on 11 May.
    let grown = held().born(date(2008, 5, 11)).family(Visit, HELD, at(days(2)));
    assert_eq!(grown.answers("HAV-60", at(days(90))), ["met"]);
    assert!(held().born(date(2008, 5, 1)).says("HAV-60", at(days(90))).is_empty());
}

#[test]
fn a_child_has_two_letters_or_calls_in_each_seven_days() {
    let rule = "HAV-61";
    let one = child().family(Call, HELD, at(days(1)));
    assert!(one.says(rule, at(days(7) - 1)).is_empty());
    assert_eq!(one.answers(rule, at(days(7))), ["undetermined"]);
    let two = child().family(Call, HELD, at(days(1))).family(Letter, Declined, at(days(7) - 1));
    assert_eq!(two.answers(rule, at(days(7))), ["met"]);
    let next_week = child().family(Call, HELD, at(days(1))).family(Letter, HELD, at(days(7)));
    assert_eq!(next_week.answers(rule, at(days(7))), ["undetermined"]);
    let refused = child().family(Call, HELD, at(days(1))).family(Call, NotGiven, at(days(2)));
    assert_eq!(refused.answers(rule, at(days(7))), ["breach over"]);
}

/// A talk with a lawyer on day 2, asked for a day before.
fn lawyer(change: impl FnOnce(&mut ContactFacts)) -> Held {
    held().contact(ContactWith::Lawyer, Visit, HELD, at(days(2)), |contact| {
        contact.asked = Some(at(days(1)));
        contact.hearing = Some(Hearing::Nobody);
        change(contact);
    })
}

#[test]
fn a_lawyer_comes_within_the_clock_and_is_heard_by_nobody() {
    let rule = "NMR-61a";
    let now = at(days(3));
    assert_eq!(lawyer(|_| {}).answers(rule, now), ["met"]);
    assert_eq!(lawyer(|contact| contact.asked = Some(at(days(1) - 1))).answers(rule, now), ["breach over"]);
    assert_eq!(
        lawyer(|contact| contact.hearing = Some(Hearing::Somebody)).says(rule, now),
        ["breach over since 2026-05-03T00:00:00.000Z overheard"]
    );
    for missing in [
        lawyer(|contact| contact.hearing = None),
        lawyer(|contact| contact.hearing = Some(Hearing::NotKnown)),
        lawyer(|contact| contact.asked = None),
    ] {
        assert_eq!(missing.answers(rule, now), ["undetermined"]);
    }
    assert!(lawyer(|_| {}).says(rule, at(days(2) - 1)).is_empty());
}

#[test]
fn a_lawyer_who_was_not_let_in_is_a_breach_until_one_is() {
    let rule = "NMR-61a";
    let shut = || lawyer(|contact| contact.outcome = NotGiven);
    assert_eq!(shut().says(rule, at(days(4))), ["breach since 2026-05-03T00:00:00.000Z not_given"]);
    let then = shut().contact(ContactWith::Lawyer, Visit, HELD, at(days(5)), |contact| {
        contact.asked = Some(at(days(5)));
        contact.hearing = Some(Hearing::Nobody);
    });
    assert_eq!(then.answers(rule, at(days(6))), ["breach over", "met"]);
    assert_eq!(shut().released(at(days(3))).answers(rule, at(days(6))), ["breach over"]);
}

#[test]
fn whoever_interprets_for_a_lawyer_is_independent() {
    let rule = "NMR-61b";
    let by = |who| lawyer(move |contact| contact.interpreter = who);
    let now = at(days(3));
    assert_eq!(by(Some(LegalInterpreter::Independent)).answers(rule, now), ["met"]);
    for who in [LegalInterpreter::OfThePrison, LegalInterpreter::Nobody] {
        assert_eq!(by(Some(who)).answers(rule, now), ["breach over"]);
    }
    assert!(by(None).says(rule, now).is_empty());
    assert_eq!(by(None).noted(Circumstance::Interpreter, at(days(1))).answers(rule, now), ["undetermined"]);
    assert_eq!(
        by(Some(LegalInterpreter::NotNeeded)).noted(Circumstance::Interpreter, at(0)).answers(rule, now),
        ["met"]
    );
}

#[test]
fn a_consulate_or_agency_is_offered_within_the_clock_and_a_no_is_an_answer() {
    let rule = "NMR-62";
    let foreign = || held().noted(Circumstance::ForeignNational, at(0));
    let offered = |with, outcome, when| foreign().contact(with, Letter, outcome, at(when), |_| {});
    assert_eq!(offered(ContactWith::Consulate, Declined, days(1)).answers(rule, at(days(2))), ["met"]);
    assert_eq!(offered(ContactWith::ProtectingAgency, HELD, days(1) + 1).answers(rule, at(days(2))), ["breach over"]);
    assert_eq!(foreign().answers(rule, at(hours(24))), ["waits undetermined"]);
    assert_eq!(foreign().answers(rule, at(hours(24) + 1)), ["undetermined"]);
    assert_eq!(
        offered(ContactWith::Consulate, NotGiven, hours(3)).says(rule, at(hours(24) + 1)),
        ["breach since 2026-05-02T00:00:00.001Z not_given"]
    );
    assert!(held().says(rule, at(days(9))).is_empty());
    assert_eq!(offered(ContactWith::Lawyer, HELD, hours(3)).answers(rule, at(days(2))), ["undetermined"]);
}

#[test]
fn the_order_of_records_does_not_matter() {
    let facts = || {
        child()
            .noted(Circumstance::ForeignNational, at(0))
            .family(Visit, NotGiven, at(days(3)))
            .family(Call, HELD, at(days(9)))
            .contact(ContactWith::Lawyer, Visit, NotGiven, at(days(4)), |_| {})
            .contact(ContactWith::Consulate, Call, HELD, at(days(2)), |_| {})
            .day(0, 0)
            .day(1, 60)
    };
    let (straight, mut turned) = (facts(), facts());
    turned.facts.daily.contacts.reverse();
    turned.facts.daily.days.reverse();
    for day in [3, 8, 10, 40] {
        let check = |held: &Held| crate::check(&held.facts, &crate::tests::fixture::utc(), at(days(day)));
        assert_eq!(check(&straight), check(&turned));
    }
    next_is_never_late(&straight, 60);
}
