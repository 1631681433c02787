//! The duty sheet: exact at its edges, for one seat, and on paper names only those whom its reader may print.

use access::Actor;
use app::Refusal;
use app::consult::{DutySheet, DutyState, DutyTime, Why};
use domain::file::{ConflictDeclared, Tie};
use domain::measure::{MeasureKind, MeasurePurpose};
use domain::moment::{DAY, HOUR};

use crate::acts;
use crate::house::{House, proved};

fn sheet(house: &House, actor: &Actor) -> DutySheet {
    DutySheet::clone(&house.app().duty_sheet(actor).unwrap())
}

fn ends(sheet: &DutySheet) -> Vec<(DutyState, DutyTime)> {
    let ends = sheet.lines.iter().filter(|line| line.why == Why::MeasureEnd);
    ends.map(|line| (line.state, line.when)).collect()
}

#[test]
fn the_end_of_a_measure_stands_on_the_sheet_for_the_last_day_and_after_it_has_passed() {
    let house = House::new();
    let case = house.admitted("A-1");
    let start = house.now();
    let end = start.plus(3 * DAY);
    house.does(&house.governor, case, acts::imposed(MeasureKind::Separation, MeasurePurpose::Order, start, end));
    for (now, expected) in [
        (end.plus(-DAY), None),
        (end.plus(-DAY + 1), Some(DutyState::Soon)),
        (end, Some(DutyState::Soon)),
        (end.plus(1), Some(DutyState::Late)),
    ] {
        house.clock.set(now);
        for actor in [&house.governor, &house.supervisor, &house.manager, &house.monitor] {
            let expected: Vec<_> = expected.iter().map(|state| (*state, DutyTime::At(end))).collect();
            assert_eq!(ends(&sheet(&house, actor)), expected, "{:?} at {now}", actor.capacity);
        }
        // Whose work it is not has no line of it.
        assert!(ends(&sheet(&house, &house.registrar)).is_empty());
    }
}

#[test]
fn a_review_is_due_on_its_day_and_late_on_the_next() {
    let house = House::new();
    let planned = house.planned("A-1");
    let day = acts::plan().review_on;
    let noon = domain::Moment::start_of(day, house.app().zone()).plus(12 * HOUR);
    for (now, expected) in
        [(noon.plus(-DAY), None), (noon, Some(DutyState::Soon)), (noon.plus(DAY), Some(DutyState::Late))]
    {
        house.clock.set(now);
        let sheet = sheet(&house, &house.manager);
        let reviews: Vec<_> = sheet.lines.iter().filter(|line| line.why == Why::Review).collect();
        assert_eq!(reviews.first().map(|line| line.state), expected, "{now}");
        assert!(reviews.iter().all(|line| line.case == planned.case && line.when == DutyTime::Day(day)));
    }
}

#[test]
fn a_name_is_on_paper_only_for_those_who_may_print_it() {
    let house = House::new();
    let case = house.admitted("A-1");
    let now = house.now();
    let order = acts::imposed(MeasureKind::Separation, MeasurePurpose::Order, now, now.plus(5 * HOUR));
    house.does(&house.governor, case, order);
    let named = |actor: &Actor| {
        let sheet = sheet(&house, actor);
        assert_eq!(sheet.lines.len(), 1, "{:?}", actor.capacity);
        sheet.lines[0].name.is_some()
    };
    for actor in [&house.governor, &house.supervisor, &house.manager, &house.monitor, &proved(&house.governor)] {
        assert!(!named(actor), "{:?}", actor.capacity);
    }
    assert!(named(&proved(&house.monitor)), "oversight with a fresh factor may print what identifies");
    // Whoever is kept out has no line; whoever holds no case has no sheet; each opening is a look.
    let tie = ConflictDeclared { account: house.supervisor.account, tie: Tie::Other };
    house.does(&house.governor, case, tie);
    let before = house.entries_of(&house.supervisor, "look.listed");
    let kept_out = sheet(&house, &house.supervisor);
    assert!(kept_out.lines.is_empty() && kept_out.rules.is_empty() && kept_out.cases == 0);
    assert_eq!(house.entries_of(&house.supervisor, "look.listed"), before + 1);
    for nobody in [&house.intake, &house.practitioner, &house.admins[0]] {
        assert!(matches!(house.app().duty_sheet(nobody).map(|_| ()), Err(Refusal::NotYours)));
    }
}

#[test]
fn open_rules_stand_on_the_sheet_of_those_who_can_act_what_cannot_be_judged_first() {
    let house = House::new();
    house.admitted("A-1");
    house.clock.advance(20 * DAY);
    house.app().come_due().unwrap();
    for actor in [&house.supervisor, &house.manager, &house.monitor, &house.health] {
        let sheet = sheet(&house, actor);
        let known: Vec<bool> = sheet.rules.iter().map(|rule| rule.undetermined == 0).collect();
        assert!(!known.is_empty() && known.is_sorted(), "{:?}: {:?}", actor.capacity, sheet.rules);
        let board = house.app().findings(actor).unwrap();
        for rule in &sheet.rules {
            let sum = board.sums.iter().find(|sum| sum.rule == rule.rule).unwrap();
            assert_eq!((sum.undetermined, sum.breach), (rule.undetermined, rule.breach), "{:?}", rule.rule);
        }
    }
    let of = |actor: &Actor| sheet(&house, actor).rules.len();
    assert!(of(&house.health) < of(&house.supervisor), "each is told what they can do something about");
}
