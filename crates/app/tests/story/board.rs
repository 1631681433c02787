//! The board of findings: exactly what the files show, in one order, page after page, however it is narrowed.

use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use app::Refusal;
use app::consult::{BOARD_PAGE, BoardAsked, BoardLine, BoardPlace, FindingsBoard};
use domain::CaseId;
use domain::custody::{Released, Transferred};
use domain::file::{Named, Restricted};
use domain::look::{Outcome, Purpose};
use domain::moment::DAY;
use safeguards::{RULES, Severity};

use crate::acts::{self, line, text};
use crate::house::{House, proved};

type Told = (CaseId, String, Outcome);

type Keeps<'a> = Box<dyn Fn(&BoardLine) -> bool + 'a>;

fn told(line: &BoardLine) -> Told {
    (line.case, line.rule.clone(), line.outcome)
}

fn whole(house: &House, actor: &Actor) -> Vec<BoardLine> {
    paged(house, actor, &BoardAsked::default())
}

/// Every line, page after page; each page but the last is full.
fn paged(house: &House, actor: &Actor, asked: &BoardAsked) -> Vec<BoardLine> {
    let mut lines: Vec<BoardLine> = Vec::new();
    let mut after = None;
    loop {
        let board = house.app().findings_asked(actor, &BoardAsked { after, ..asked.clone() }).unwrap();
        lines.extend(board.lines.iter().cloned());
        let Some(next) = board.next else { return lines };
        assert_eq!(board.lines.len(), BOARD_PAGE, "only the last page is not full");
        assert_eq!(BoardPlace::read(&next.written()), Some(next), "a link carries the whole place");
        after = Some(next);
    }
}

/// What the files themselves say to this reader, over these cases.
fn of_files(house: &House, actor: &Actor, cases: &[CaseId]) -> BTreeMap<Told, usize> {
    let mut found = BTreeMap::new();
    for case in cases {
        let looks = [Purpose::Casework, Purpose::Oversight, Purpose::Service];
        let file = looks.into_iter().find_map(|purpose| house.app().case(actor, *case, purpose).ok());
        for line in file.iter().flat_map(|file| file.findings.iter()) {
            *found.entry((*case, line.finding.rule.id().to_owned(), line.finding.outcome)).or_insert(0) += 1;
        }
    }
    found
}

fn counted(lines: &[BoardLine]) -> BTreeMap<Told, usize> {
    let mut found = BTreeMap::new();
    for line in lines {
        *found.entry(told(line)).or_insert(0) += 1;
    }
    found
}

fn adds_up(board: &FindingsBoard, lines: &[BoardLine], who: &str) {
    let sums: u32 = board.sums.iter().map(|sum| sum.undetermined + sum.breach).sum();
    assert_eq!(usize::try_from(sums).unwrap(), lines.len(), "{who}: the sums are those of the lines");
    for sum in &board.sums {
        let of = |outcome| {
            let lines = lines.iter().filter(|line| line.rule == sum.rule.id() && line.outcome == outcome);
            u32::try_from(lines.count()).unwrap()
        };
        assert_eq!((sum.undetermined, sum.breach), (of(Outcome::Undetermined), of(Outcome::Breach)), "{who}: {sum:?}");
    }
}

/// Cases of every sort: with a plan, in solitary confinement for too long, moved on, restricted to one, released.
fn lived(house: &House) -> Vec<CaseId> {
    let planned = house.planned("B-1").case;
    let solitary = house.admitted("B-2");
    house.does(&house.officer, solitary, acts::found_in_force(Some(house.now().plus(20 * DAY))));
    let moved = house.admitted("B-3");
    house.does(&house.officer, moved, acts::found_in_force(Some(house.now().plus(16 * DAY))));
    house.clock.advance(DAY);
    house.does(&house.registrar, moved, Transferred { to: house.other_prison, reason: text("Nearer to the family.") });
    let restricted = house.admitted("B-4");
    let reason = text("A colleague was a witness.");
    house.does(
        &house.governor,
        restricted,
        Restricted { reason, named: vec![Named { account: house.governor.account }] },
    );
    let released = house.planned("B-5").case;
    house.clock.advance(5 * DAY);
    house.does(&house.registrar, released, Released { basis: line("Order 44/2026") });
    house.clock.advance(3 * DAY);
    house.app().come_due().unwrap();
    vec![planned, solitary, moved, restricted, released]
}

#[test]
fn the_board_shows_each_reader_exactly_what_the_files_show_them() {
    let house = House::new();
    house.mandated(house.other_prison, None);
    let cases = lived(&house);
    let readers = [
        ("supervisor", &house.supervisor),
        ("governor", &house.governor),
        ("case manager", &house.manager),
        ("officer", &house.officer),
        ("health", &house.health),
        ("supervisor elsewhere", &house.other_supervisor),
        ("monitor", &house.monitor),
        ("reviewer", &house.reviewer),
    ];
    let mut seen = BTreeSet::new();
    for (who, actor) in readers {
        let lines = whole(&house, actor);
        assert_eq!(counted(&lines), of_files(&house, actor, &cases), "{who}");
        assert!(!lines.is_empty(), "{who} has something to see");
        let board = house.app().findings(actor).unwrap();
        adds_up(&board, &lines, who);
        assert!(board.unchecked == 0 && board.cases >= 1, "{who}: {} {}", board.cases, board.unchecked);
        seen.insert(counted(&lines).len());
    }
    assert!(seen.len() > 3, "what is shown depends on who asks");
    // Who has no part in which a finding hangs has no board; the index is what the log makes of it.
    for nobody in [&house.intake, &house.practitioner, &house.admins[0]] {
        assert!(matches!(house.app().findings(nobody), Err(Refusal::NotYours)));
    }
    assert_eq!(house.app().replay(|_, _| {}).unwrap().differing, Vec::<String>::new());
}

#[test]
fn what_a_reader_is_kept_from_is_in_no_line_and_no_count() {
    let house = House::new();
    let cases = lived(&house);
    let [_, _, moved, restricted, _] = cases[..] else { panic!("five") };
    let shown = |actor: &Actor, case| whole(&house, actor).iter().any(|line| line.case == case);
    assert!(shown(&house.governor, restricted) && shown(&house.monitor, restricted));
    assert!(!shown(&house.supervisor, restricted) && !shown(&house.officer, restricted));
    let count = |actor: &Actor| house.app().findings(actor).unwrap().cases;
    assert_eq!(count(&house.governor), count(&house.supervisor) + 1);
    // It follows the person: the prison that held them before has no line of it. A transfer takes nothing out of sight of those
    // who oversee that prison alone: what they may open, they see; it is in no count of a prison where the person is not.
    assert!(shown(&house.other_supervisor, moved));
    assert!(!shown(&house.supervisor, moved) && shown(&house.monitor, moved));
    assert_eq!(count(&house.monitor), count(&house.governor) + 1);
    let before = whole(&house, &house.monitor);
    adds_up(&house.app().findings(&house.monitor).unwrap(), &before, "who oversees where they were");
    assert!(
        paged(&house, &house.monitor, &BoardAsked { prison: Some(house.prison), ..BoardAsked::default() })
            .iter()
            .all(|line| line.case != moved)
    );
    house.mandated(house.other_prison, None);
    assert_eq!(
        whole(&house, &house.monitor).iter().map(told).collect::<Vec<_>>(),
        before.iter().map(told).collect::<Vec<_>>()
    );
    let here = BoardAsked { prison: Some(house.prison), ..BoardAsked::default() };
    let there = BoardAsked { prison: Some(house.other_prison), ..BoardAsked::default() };
    let [here, there] = [here, there].map(|asked| paged(&house, &house.monitor, &asked));
    assert!(there.iter().all(|line| line.case == moved) && !there.is_empty());
    assert!(here.iter().all(|line| line.case != moved));
    assert_eq!(here.len() + there.len(), whole(&house, &house.monitor).len());
    // To ask for a prison that is not open shows nothing, and does not say whether it is there.
    let unknown = BoardAsked { prison: Some(house.fresh().into()), ..BoardAsked::default() };
    let elsewhere = BoardAsked { prison: Some(house.other_prison), ..BoardAsked::default() };
    for asked in [unknown, elsewhere] {
        let board = house.app().findings_asked(&house.supervisor, &asked).unwrap();
        assert!(board.lines.is_empty() && board.cases == 0, "{asked:?}");
    }
}

#[test]
fn pages_hold_every_finding_once_and_in_the_order_of_the_board() {
    let house = House::new();
    for number in 0..12 {
        let case = house.admitted(&format!("P-{number}"));
        if number % 3 == 0 {
            house.does(&house.officer, case, acts::found_in_force(Some(house.now().plus(20 * DAY))));
        }
        house.clock.advance(if number % 2 == 0 { 0 } else { DAY });
    }
    house.clock.advance(9 * DAY);
    house.app().come_due().unwrap();
    // By whole prisons, by a mandate, and by files that are given by name.
    for actor in [&house.supervisor, &house.monitor, &house.manager] {
        let lines = whole(&house, actor);
        assert!(lines.len() > 2 * BOARD_PAGE, "{} findings are not enough for three pages", lines.len());
        let rank =
            |line: &BoardLine| match (line.outcome, line.rule.parse::<safeguards::RuleId>().unwrap().rule().severity) {
                (Outcome::Undetermined, _) => 0,
                (_, Severity::Prohibition) => 1,
                (_, Severity::Obligation) => 2,
                (_, Severity::Recommendation) => 3,
            };
        let order: Vec<_> = lines.iter().map(|line| (rank(line), line.since)).collect();
        assert!(order.is_sorted(), "{order:?}");
        let all = house.app().findings_table(&proved(&house.monitor), &BoardAsked::default()).unwrap();
        assert!(all.next.is_none());
        let shown: BTreeSet<Told> = all.lines.iter().map(told).collect();
        assert!(lines.iter().all(|line| shown.contains(&told(line))));
        assert_eq!(counted(&lines).values().max(), counted(&all.lines).values().max(), "none comes twice");
    }
}

#[test]
fn each_filter_leaves_what_it_says_and_nothing_else() {
    let house = House::new();
    house.mandated(house.other_prison, None);
    lived(&house);
    let of = |line: &BoardLine| line.rule.parse::<safeguards::RuleId>().unwrap().rule();
    for actor in [&house.monitor, &house.manager] {
        let all = whole(&house, actor);
        let days: BTreeSet<_> = all.iter().map(|line| line.since).collect();
        let middle = *days.iter().nth(days.len() / 2).unwrap();
        let solitary = "NMR-43b".parse().unwrap();
        let none = BoardAsked::default;
        let cases: Vec<(BoardAsked, Keeps<'_>)> = vec![
            (BoardAsked { rule: Some(solitary), ..none() }, Box::new(|line| line.rule == "NMR-43b")),
            (
                BoardAsked { severity: Some(Severity::Obligation), ..none() },
                Box::new(|line| of(line).severity == Severity::Obligation),
            ),
            (BoardAsked { outcome: Some(Outcome::Breach), ..none() }, Box::new(|line| line.outcome == Outcome::Breach)),
            (
                BoardAsked { outcome: Some(Outcome::Undetermined), severity: Some(Severity::Prohibition), ..none() },
                Box::new(|line| line.outcome == Outcome::Undetermined && of(line).severity == Severity::Prohibition),
            ),
            (BoardAsked { since: Some(middle), ..none() }, Box::new(move |line| line.since >= middle)),
            (BoardAsked { since: Some(middle.plus(1)), ..none() }, Box::new(move |line| line.since > middle)),
            (BoardAsked { outcome: Some(Outcome::Met), ..none() }, Box::new(|_| false)),
        ];
        for (asked, keeps) in cases {
            let expected: Vec<Told> = all.iter().filter(|line| keeps(line)).map(told).collect();
            let shown: Vec<Told> = paged(&house, actor, &asked).iter().map(told).collect();
            assert_eq!(shown, expected, "{asked:?}");
            assert!(shown.len() < all.len(), "{asked:?} leaves something out");
            // How the rules stand is told without the filter.
            let sums = house.app().findings_asked(actor, &asked).unwrap().sums.clone();
            assert_eq!(sums, house.app().findings(actor).unwrap().sums);
        }
    }
}

#[test]
fn a_check_that_is_due_and_not_done_is_told() {
    let house = House::new();
    let case = house.admitted("A-1");
    let coverage = |actor: &Actor| {
        let board = house.app().findings(actor).unwrap();
        (board.cases, board.unchecked, board.determined() == board.sums.len())
    };
    assert_eq!(coverage(&house.monitor).1, 0);
    // Long after the last instant at which something could change by itself in the first days.
    house.clock.advance(20 * DAY);
    for actor in [&house.monitor, &house.supervisor, &house.manager] {
        let (cases, unchecked, _) = coverage(actor);
        assert_eq!((cases, unchecked), (1, 1));
    }
    house.app().come_due().unwrap();
    for actor in [&house.monitor, &house.supervisor, &house.manager] {
        let (cases, unchecked, determined) = coverage(actor);
        assert_eq!((cases, unchecked, determined), (1, 0, false));
    }
    assert!(whole(&house, &house.monitor).iter().all(|line| line.case == case));
}

#[test]
fn a_table_to_take_away_is_for_those_who_may_put_it_on_paper() {
    let house = House::new();
    house.admitted("A-1");
    let asked = BoardAsked::default();
    for actor in [&house.supervisor, &house.governor, &house.manager, &proved(&house.governor)] {
        let refused = house.app().findings_table(actor, &asked).map(|_| ()).unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed), "{refused:?}");
    }
    let refused = house.app().findings_table(&house.monitor, &asked).map(|_| ()).unwrap_err();
    assert!(matches!(refused, Refusal::NeedsFresh), "{refused:?}");
    let before = house.entries_of(&house.monitor, "look.listed");
    let table = house.app().findings_table(&proved(&house.monitor), &asked).unwrap();
    assert!(!table.lines.is_empty());
    assert_eq!(house.entries_of(&house.monitor, "look.listed"), before + 1, "it is a look");
}

#[test]
fn everybody_has_a_queue_of_what_they_can_act_on_and_of_nothing_else() {
    let house = House::new();
    let case = house.admitted("A-1");
    house.clock.advance(20 * DAY);
    house.app().come_due().unwrap();
    let queue = |actor: &Actor| {
        let home = house.app().home(actor).unwrap();
        let queue = home.queues.iter().find(|queue| queue.name == app::consult::QueueName::Safeguards).unwrap();
        queue.cases.iter().any(|(line, _)| line.case == case)
    };
    for actor in [&house.manager, &house.supervisor, &house.governor, &house.monitor, &house.health, &house.officer] {
        assert!(queue(actor), "{:?}", actor.capacity);
    }
    for actor in [&house.intake, &house.practitioner, &house.other_supervisor, &house.probation] {
        assert!(!queue(actor), "{:?}", actor.capacity);
    }
}

#[test]
fn the_place_behind_which_a_page_begins_is_read_exactly() {
    for wrong in ["", "1", "1.2.3.4.5", "a.b.c.d.e", "0.0.00000000-0000-4000-8000-000000000000.NMR-43b"] {
        assert_eq!(BoardPlace::read(wrong), None, "{wrong}");
    }
    let id = "00000000-0000-4000-8000-000000000000";
    let good = format!("0.-5.{id}.NMR-43b.{id}");
    assert_eq!(BoardPlace::read(&good).unwrap().written(), good);
    assert_eq!(BoardPlace::read(&format!("{good}.0")), None);
    assert_eq!(BoardPlace::read(&format!("0.0.{id}.NMR-999.{id}")), None);
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    names.sort_unstable();
    let places: Vec<BoardPlace> =
        names.iter().map(|name| BoardPlace::read(&format!("0.0.{id}.{name}.{id}")).unwrap()).collect();
    assert!(places.is_sorted(), "places stand in the order in which the database reads rules");
}

#[test]
fn whatever_has_the_form_of_a_place_is_read() {
    let form = proptest::string::string_regex(&BoardPlace::form()).unwrap();
    proptest::proptest!(|(text in form)| {
        let place = BoardPlace::read(&text);
        proptest::prop_assert!(place.is_some(), "{text}");
    });
}
