//! A file that was opened in an emergency: its hour, who may examine it, and what counts of what was found.

use domain::admission::NotPossible as Not;
use domain::emergency::{EXAMINED_WITHIN, EmergencyFinding, OPEN_FOR};
use domain::moment::HOUR;
use domain::{Act, Capacity};

use crate::case::{CASE_MANAGER, Deed, OTHER_PRISON, PRISON, SUPERVISOR, Story, account, act, case, hour, org, sample};

const OPENING: u64 = 605;

fn opened() -> Story {
    case().then(sample("file.emergency_opened").named(OPENING).at(1).recorded_at(1))
}

fn examined(by: u64) -> Deed {
    sample("file.emergency_reviewed").by(by)
}

#[test]
fn it_is_open_for_an_hour_from_when_it_was_recorded_and_at_its_end_no_longer() {
    let facts = opened().facts();
    let opening = &facts.emergencies[0];
    assert_eq!(OPEN_FOR, 60 * 60 * 1000);
    assert_eq!((opening.act, opening.by, opening.at), (act(OPENING), account(CASE_MANAGER), hour(1)));
    assert_eq!((opening.until(), opening.review_by()), (hour(2), hour(1).plus(EXAMINED_WITHIN)));
    assert!(opening.is_open(hour(1)) && opening.is_open(hour(2).plus(-1)));
    assert!(!opening.is_open(hour(2)) && !opening.is_open(hour(1).plus(-1)));
}

#[test]
fn whoever_has_it_open_opens_it_again_when_the_hour_is_over() {
    let again = |hours: i64| sample("file.emergency_opened").at(hours).recorded_at(hours);
    assert_eq!(opened().admits(again(1)), Err(Not::EmergencyOpen));
    assert_eq!(opened().admits(again(1).by(SUPERVISOR)), Ok(()), "of another it says nothing");
    assert_eq!(opened().admits(again(2)), Ok(()));
}

#[test]
fn a_restriction_that_does_not_name_them_and_a_tie_shut_it_before_the_hour_is_over() {
    let again = || sample("file.emergency_opened").at(2).recorded_at(2);
    let late = sample("file.emergency_opened").named(OPENING).at(1).recorded_at(1).by(205);
    for shuts in [sample("file.restricted"), sample("file.conflict_declared").with("account", account(205))] {
        let story = case().then(late.clone()).then(shuts.recorded_at(1));
        assert_eq!(story.facts().emergencies[0].until(), hour(1), "the restriction of the samples does_name others");
        assert_eq!(story.admits(again().by(205)), Ok(()), "whether they may is for the grounds");
    }
    let named = opened().then(sample("file.restricted").recorded_at(1)).facts();
    let does_name = named.restricted.unwrap().named.contains(&account(CASE_MANAGER));
    assert_eq!(named.emergencies[0].until() == hour(2), does_name);
}

#[test]
fn nobody_examines_their_own_opening_or_one_that_was_never_made() {
    assert_eq!(opened().admits(examined(CASE_MANAGER)), Err(Not::OwnEmergency));
    assert_eq!(opened().admits(examined(SUPERVISOR)), Ok(()));
    assert_eq!(opened().admits(examined(SUPERVISOR).with("opening", act(1))), Err(Not::EmergencyUnknown));
    assert_eq!(case().admits(examined(SUPERVISOR)), Err(Not::EmergencyUnknown));
}

#[test]
fn whoever_stands_below_the_opener_in_the_same_prison_does_not_examine() {
    let mut facts = opened().facts();
    let opening = &mut facts.emergencies[0];
    let by = |opening: &domain::emergency::EmergencyFacts, capacity, prison| {
        opening.may_be_examined_by(account(SUPERVISOR), (capacity, org(prison)), domain::command::Below::NotKnown)
    };
    for leader in [Capacity::Supervisor, Capacity::Governor] {
        opening.capacity = leader;
        assert_eq!(by(opening, Capacity::Supervisor, PRISON), Err(Not::EmergencyOfLeader));
        assert_eq!(by(opening, Capacity::Supervisor, OTHER_PRISON), Ok(()), "another prison is another line");
        for outside in [Capacity::Governor, Capacity::DataProtection, Capacity::Monitor] {
            assert_eq!(by(opening, outside, PRISON), Ok(()), "{leader} by {outside}");
        }
    }
    for led in [Capacity::CaseManager, Capacity::CustodyOfficer, Capacity::Registrar, Capacity::Health] {
        opening.capacity = led;
        assert_eq!(by(opening, Capacity::Supervisor, PRISON), Ok(()));
    }
}

#[test]
fn a_later_word_stands_beside_the_first_and_counts() {
    let told = opened().then(examined(SUPERVISOR).at(3)).then(examined(204).with("found", "not_justified").at(90));
    let examined = &told.facts().emergencies[0].examined;
    assert_eq!(examined.iter().map(|one| one.by).collect::<Vec<_>>(), [account(SUPERVISOR), account(204)]);
    assert_eq!(examined.last().unwrap().found, EmergencyFinding::NotJustified);
}

#[test]
fn it_is_examined_whatever_became_of_the_file_and_however_late() {
    let ended = opened().then(sample("custody.released").at(5)).then(sample("custody.closed").at(400).recorded_at(400));
    assert!(ended.facts().closed.is_some());
    let late = |deed: Deed| deed.at(900).recorded_at(900);
    assert_eq!(ended.admits(late(examined(SUPERVISOR))), Ok(()));
    assert_eq!(ended.admits(late(sample("file.emergency_opened"))), Err(Not::Closed), "nothing is opened any more");
    let died = opened().then(sample("custody.died").at(2));
    assert_eq!(died.admits(sample("file.emergency_opened").at(3)), Ok(()), "a family may be in danger still");
}

#[test]
fn an_opening_and_what_was_found_are_never_corrected_or_struck() {
    for kind in ["file.emergency_opened", "file.emergency_reviewed"] {
        let kind = kind.parse().unwrap();
        assert!(!domain::keeping::correctable(kind) && !domain::keeping::strikable(kind));
    }
    let recorded = opened().next_is(examined(SUPERVISOR));
    assert!(matches!(recorded.act, Act::File(_)));
    const { assert!(EXAMINED_WITHIN == 72 * HOUR) };
}

/// What the lines say comes before the capacity, and where they say nothing the capacity counts.
#[test]
fn whoever_stands_below_the_opener_examines_nothing_of_it() {
    use domain::command::Below;
    let opening = |capacity| {
        let facts = opened().facts();
        domain::emergency::EmergencyFacts { capacity, ..facts.emergencies[0].clone() }
    };
    let asked = |opened_by, capacity, place, below| {
        opening(opened_by).may_be_examined_by(account(SUPERVISOR), (capacity, org(place)), below)
    };
    for capacity in [Capacity::Supervisor, Capacity::Governor, Capacity::Monitor] {
        assert_eq!(asked(Capacity::CaseManager, capacity, PRISON, Below::Below), Err(Not::EmergencyOfLeader));
        assert_eq!(asked(Capacity::Governor, capacity, PRISON, Below::NotBelow), Ok(()));
    }
    let unknown = |opened_by, place| asked(opened_by, Capacity::Supervisor, place, Below::NotKnown);
    assert_eq!(unknown(Capacity::Governor, PRISON), Err(Not::EmergencyOfLeader));
    assert_eq!(unknown(Capacity::CaseManager, PRISON), Ok(()));
    assert_eq!(unknown(Capacity::Governor, OTHER_PRISON), Ok(()));
    let own = opened().facts().emergencies[0].may_be_examined_by(
        account(CASE_MANAGER),
        (Capacity::Governor, org(PRISON)),
        Below::NotBelow,
    );
    assert_eq!(own, Err(Not::OwnEmergency));
}
