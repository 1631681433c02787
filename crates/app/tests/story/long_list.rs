//! A list that is longer than anybody reads: its pages, its order and where its count stops.

use std::collections::BTreeSet;

use access::Actor;
use app::consult::{CaseFilter, PAGE, Total};
use domain::StreamId;
use domain::facts::Step;
use domain::file::{ConflictDeclared, Named, Restricted, Tie};
use jiff::civil::date;

use crate::acts::{self, text};
use crate::house::House;

const COUNTED: u32 = 1_000;

/// So many people admitted, one after another; the newest last.
fn filled(house: &House, people: u32) -> Vec<StreamId> {
    (0..people)
        .map(|number| {
            let case = house.fresh();
            let born = date(1990, 1, 1);
            house.does(
                &house.registrar,
                case,
                acts::admitted(house.prison, &format!("L-{number}"), "Placeholder", born),
            );
            house.clock.advance(1);
            case
        })
        .collect()
}

fn page(house: &House, actor: &Actor, page: u32) -> (Vec<StreamId>, Total) {
    let list = house.app().cases(actor, &CaseFilter { page, ..CaseFilter::default() }).unwrap();
    (list.lines.iter().map(|line| line.case.stream()).collect(), list.total)
}

#[test]
fn a_count_stops_at_a_thousand_and_the_pages_go_on() {
    let house = House::new();
    let mut cases = filled(&house, COUNTED);
    assert_eq!(page(&house, &house.supervisor, 0).1, Total::Exactly(COUNTED));
    cases.extend(filled(&house, 1));
    cases.reverse();
    let (first, total) = page(&house, &house.supervisor, 0);
    assert_eq!((first.as_slice(), total), (&cases[..25], Total::MoreThan(COUNTED)));
    assert_eq!(page(&house, &house.supervisor, 39).0, cases[975..1000]);
    assert_eq!(page(&house, &house.supervisor, 40), (cases[1000..].to_vec(), Total::MoreThan(COUNTED)));
    assert_eq!(page(&house, &house.supervisor, 41).0, []);
    // Whoever oversees the prison by mandate reads the same list.
    assert_eq!(page(&house, &house.monitor, 0), (first, Total::MoreThan(COUNTED)));
    let narrowed = CaseFilter { step: Some(Step::Closed), ..CaseFilter::default() };
    assert_eq!(house.app().cases(&house.supervisor, &narrowed).unwrap().total, Total::Exactly(0));
    // A search goes through all of them.
    let named = CaseFilter { name: Some("l-999".to_owned()), ..CaseFilter::default() };
    assert_eq!(house.app().cases(&house.supervisor, &named).unwrap().total, Total::Exactly(1));
}

/// What somebody is kept from takes no place on a page and no number in the count.
#[test]
fn what_a_reader_is_kept_from_leaves_no_gap() {
    let house = House::new();
    let cases = filled(&house, PAGE + 5);
    let restricted = Restricted {
        reason: text("A colleague was a witness."),
        named: vec![Named { account: house.governor.account }],
    };
    for case in &cases[10..13] {
        house.does(&house.governor, *case, restricted.clone());
    }
    let tie = ConflictDeclared { account: house.officer.account, tie: Tie::Other };
    house.does(&house.governor, cases[29], tie);
    let open = |barred: &dyn Fn(usize) -> bool| -> Vec<StreamId> {
        let kept = cases.iter().enumerate().rev().filter(|(at, _)| !barred(*at));
        kept.map(|(_, case)| *case).collect()
    };
    let of_supervisor = open(&|at| (10..13).contains(&at));
    let of_officer = open(&|at| (10..13).contains(&at) || at == 29);
    for (actor, expected) in [(&house.supervisor, of_supervisor), (&house.officer, of_officer)] {
        let ((first, total), (second, _)) = (page(&house, actor, 0), page(&house, actor, 1));
        assert_eq!(total, Total::Exactly(u32::try_from(expected.len()).unwrap()));
        assert_eq!(first.len(), 25);
        assert_eq!([first, second].concat(), expected);
    }
    // A restriction leaves the mandate standing, and its governor sees all.
    for actor in [&house.governor, &house.monitor] {
        let seen: BTreeSet<StreamId> =
            [page(&house, actor, 0).0, page(&house, actor, 1).0].concat().into_iter().collect();
        assert_eq!(seen.len(), cases.len());
    }
}
