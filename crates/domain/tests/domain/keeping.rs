//! What counts no more, and how long a file is kept.

use domain::admission::NotPossible as Not;
use domain::custody::Status;
use domain::keeping::{ANNOUNCED_FOR, LONGEST_HOLD, correctable, strikable};
use domain::kind::topic;
use domain::moment::{DAY, Moment};
use domain::{Act, Kind};
use jiff::tz::TimeZone;

use crate::case::{Deed, Story, account, act, case, hour, sample};

fn day(after: i64) -> String {
    hour(0).plus(after * DAY).date_in(&TimeZone::UTC).to_string()
}

fn corrected(of: u64, by: u64) -> Deed {
    sample("file.corrected").with("of", act(of)).with("by", act(by))
}

/// A sentence, and another one in its place.
fn with_correction() -> Story {
    case()
        .then(sample("custody.sentence_recorded").named(1))
        .then(sample("custody.sentence_recorded").with("earliest_release", "2026-12-24").named(2))
        .then(corrected(1, 2))
}

#[test]
fn a_corrected_report_says_what_the_other_one_says_in_its_own_place() {
    let facts = with_correction().facts();
    let (by, earliest, _) = facts.sentence.unwrap();
    assert_eq!((by, earliest.to_string().as_str()), (act(1), "2026-12-24"));
    assert!(facts.contradictions.is_empty());
    // What happened between the two is judged after the corrected one, where it stood.
    let status = |at: i64| sample("custody.status_changed").with("status", Status::Civil).at(at);
    let story = case()
        .then(status(5).named(1))
        .then(sample("custody.status_changed").with("status", Status::Untried).at(8))
        .then(status(2).named(2))
        .then(corrected(1, 2));
    let spans: Vec<_> = story.facts().status.iter().map(|row| (row.act, row.span.from)).collect();
    assert_eq!(spans[1..], [(act(1), hour(2)), (spans[2].0, hour(8))]);
}

#[test]
fn the_last_correction_of_a_report_is_the_one_that_counts() {
    let again = sample("custody.sentence_recorded").with("earliest_release", "2026-11-11").named(3);
    let facts = with_correction().then(again).then(corrected(1, 3)).facts();
    assert_eq!(facts.sentence.unwrap().1.to_string(), "2026-11-11");
    assert_eq!(with_correction().admits(corrected(2, 9)), Err(Not::NotCorrectable));
    assert_eq!(with_correction().admits(corrected(1, 1)), Err(Not::NotCorrectable));
    assert_eq!(with_correction().admits(corrected(4, 2)), Err(Not::NotCorrectable), "one act stands for one other");
}

#[test]
fn whoever_sees_only_one_of_the_two_sees_it_as_it_is() {
    let mut story = with_correction();
    let link = story.acts.pop().unwrap();
    let hidden = story.acts.pop().unwrap();
    story.acts.push(link);
    assert_eq!(story.facts().sentence.unwrap().1.to_string(), {
        let alone = case().then(sample("custody.sentence_recorded").named(1));
        alone.facts().sentence.unwrap().1.to_string()
    });
    assert_eq!(hidden.id(), act(2));
    // One of another kind changes nothing either.
    let odd = case().then(sample("custody.sentence_recorded").named(1)).then(sample("custody.died").named(2));
    assert_eq!(odd.clone().then(corrected(1, 2)).facts().sentence, odd.facts().sentence);
}

#[test]
fn a_strike_needs_another_person_and_its_own_proposal() {
    let proposed = case().then(sample("file.strike_proposed").with("of", act(7)).named(1).by(1));
    let struck = |by: u64| sample("file.struck").with("of", act(7)).with("proposed", act(1)).by(by);
    assert_eq!(proposed.admits(struck(2)), Ok(()));
    assert_eq!(proposed.admits(struck(1)), Err(Not::OwnProposal));
    assert_eq!(proposed.admits(struck(2).with("of", act(8))), Err(Not::NotProposed));
    assert_eq!(case().admits(struck(2)), Err(Not::NotProposed));
    let done = proposed.then(struck(2));
    assert_eq!(done.admits(struck(2)), Err(Not::AlreadyDone));
    assert_eq!(done.admits(corrected(7, 8)), Err(Not::AlreadyDone));
}

#[test]
fn a_hold_lasts_half_a_year_at_the_most_and_to_the_end_of_its_last_day() {
    let set = |until: String| sample("file.hold_set").with("until", until).named(1);
    assert_eq!(case().admits(set(day(LONGEST_HOLD / DAY))), Ok(()));
    assert_eq!(case().admits(set(day(LONGEST_HOLD / DAY + 2))), Err(Not::HoldTooLong));
    assert_eq!(case().admits(set(day(-3))), Err(Not::EndBeforeBeginning));
    let held = case().then(set(day(10)));
    let holds = |story: &Story, at: Moment| story.facts().keeping.held(at, &TimeZone::UTC);
    let last = Moment::start_of(day(11).parse().unwrap(), &TimeZone::UTC);
    assert!(holds(&held, last.plus(-1)) && !holds(&held, last));
    let lifted = |of: u64| sample("file.hold_lifted").with("hold", act(of));
    assert_eq!(held.admits(lifted(2)), Err(Not::HoldUnknown));
    let free = held.then(lifted(1));
    assert!(!holds(&free, hour(1)));
    assert_eq!(free.admits(lifted(1)), Err(Not::HoldUnknown));
}

/// An erasing that no law orders.
fn unordered(on: String) -> Deed {
    let none = serde_json::Value::Null;
    sample("file.erasure_announced").with("on", on).with("basis", "retention_over").with("order", none)
}

#[test]
fn an_announcement_from_before_orders_were_named_is_still_read() {
    let body = br#"{"on": "2026-06-01", "basis": "ordered_by_law", "why": "Sample judgment 7."}"#;
    let read = Kind::FileErasureAnnounced.decode(1, body).unwrap();
    assert!(matches!(read, Act::File(topic::File::ErasureAnnounced(body)) if body.order.is_none()));
}

#[test]
fn an_announcement_that_was_withdrawn_erases_nothing_and_the_one_before_it_does_not_come_back() {
    let (first, on) = (ANNOUNCED_FOR / DAY, hour(40 * 24));
    let withdrawn = |of: u64| sample("file.erasure_withdrawn").with("announced", act(of)).by(2);
    let may =
        |story: &Story| story.facts().keeping.may_be_erased(account(2), on, &TimeZone::UTC).map(|known| known.act);
    assert_eq!(case().admits(withdrawn(1)), Err(Not::NotAnnounced));
    let one = case().then(unordered(day(first)).by(1).named(1));
    assert_eq!(may(&one), Ok(act(1)));
    assert_eq!(one.admits(withdrawn(1)), Ok(()));
    assert_eq!(may(&one.clone().then(withdrawn(1))), Err(Not::NotAnnounced));
    let two = one.then(unordered(day(first)).by(1).named(2));
    assert_eq!(two.admits(withdrawn(1)), Err(Not::NotAnnounced), "the later one is in its place");
    let none = two.then(withdrawn(2));
    assert_eq!(may(&none), Err(Not::NotAnnounced));
    assert_eq!(none.admits(withdrawn(2)), Err(Not::NotAnnounced));
    assert_eq!(may(&none.then(unordered(day(first)).by(1).named(3))), Ok(act(3)));
}

#[test]
fn an_erasure_waits_for_its_day_another_person_and_every_hold() {
    let announced = |on: String| unordered(on).by(1);
    let first = ANNOUNCED_FOR / DAY;
    assert_eq!(case().admits(announced(day(first))), Ok(()));
    assert_eq!(case().admits(announced(day(first - 2))), Err(Not::TooSoon));
    let ordered = |dated: String| {
        let order = serde_json::json!({"authority": "Example Court", "reference": "Sample 7", "dated": dated});
        announced(day(0)).with("basis", "ordered_by_law").with("order", order)
    };
    assert_eq!(case().admits(ordered(day(0))), Ok(()));
    // The order is named on that basis and on no other, and was made by then wherever the court is.
    assert_eq!(case().admits(announced(day(0)).with("basis", "ordered_by_law")), Err(Not::OrderNotNamed));
    assert_eq!(case().admits(ordered(day(0)).with("basis", "retention_over")), Err(Not::OrderNotNamed));
    assert_eq!(case().admits(ordered(day(2))), Err(Not::OrderNotNamed));
    let story = case().then(announced(day(first)));
    let may = |story: &Story, by: u64, at: Moment| {
        story.facts().keeping.may_be_erased(account(by), at, &TimeZone::UTC).map(|announced| announced.by)
    };
    let on = Moment::start_of(day(first).parse().unwrap(), &TimeZone::UTC);
    assert_eq!(may(&case(), 2, on), Err(Not::NotAnnounced));
    assert_eq!(may(&story, 2, on.plus(-1)), Err(Not::TooSoon));
    assert_eq!(may(&story, 1, on), Err(Not::OwnProposal));
    assert_eq!(may(&story, 2, on), Ok(account(1)));
    let held = story.then(sample("file.hold_set").with("until", day(first + 5)));
    assert_eq!(may(&held, 2, on), Err(Not::HeldBack));
}

#[test]
fn what_is_said_of_the_file_itself_goes_on_after_its_end() {
    let closed = case().then(sample("custody.released")).then(sample("custody.closed"));
    assert!(closed.facts().closed.is_some());
    assert_eq!(closed.admits(sample("file.hold_set").with("until", day(10))), Ok(()));
    assert_eq!(closed.admits(unordered(day(20))), Ok(()));
    assert_eq!(closed.admits(sample("file.erased")), Err(Not::WrongSubject), "nobody says that by hand");
}

#[test]
fn only_reports_about_the_person_are_corrected_and_the_admission_is_not_struck() {
    for kind in Kind::ALL.iter().copied() {
        let of_the_file = kind.code().starts_with("file.");
        if correctable(kind) {
            assert!(!of_the_file && kind.row().nature == domain::kind::Nature::Report, "{kind}");
        }
        assert!(!(strikable(kind) && of_the_file), "{kind}");
    }
    // What gave or ended a right has had its effect, and what rests on a person's word is not struck away.
    for kind in [
        Kind::CustodyTransferred,
        Kind::CustodyReleased,
        Kind::CustodyReturned,
        Kind::CustodyDied,
        Kind::ConsentGiven,
        Kind::ConsentWithdrawn,
        Kind::HandoverReturned,
    ] {
        assert!(!correctable(kind), "{kind}");
    }
    for kind in [Kind::ConsentGiven, Kind::ConsentWithdrawn, Kind::FindingRaised, Kind::FindingClosed] {
        assert!(!strikable(kind), "{kind}");
    }
    assert!(correctable(Kind::MeasureFoundInForce) && !correctable(Kind::MeasureImposed));
    assert!(strikable(Kind::MeasureImposed) && !strikable(Kind::CustodyAdmitted) && !strikable(Kind::ReferralBegun));
}
