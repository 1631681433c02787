//! The directory: services are found by what they say of themselves, in the order that is said, and by nothing else; what is too
//! old counts no longer, to the millisecond; nobody is public without being asked and read.

use access::Actor;
use app::Refusal;
use app::consult::{EntryWhy, SERVICES_PAGE, ServicesAsked};
use domain::admission::NotPossible;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::{
    Assurance, AvailabilityStated, FeedApproved, FeedAsked, FeedLeft, FeedRefused, FeedState, ServiceAssured,
    ServiceDrafted, ServiceMode, ServiceRevised, Whom,
};
use domain::moment::{DAY, HOUR};
use domain::organisation::{Aim, ServicePublished, ServiceWithdrawn};
use domain::{Moment, ServiceId};
use proptest::prelude::*;

use crate::acts::{self, line, text};
use crate::house::{House, proved};

fn whom(sexes: &[Sex], from_age: Option<u32>, to_age: Option<u32>) -> Whom {
    Whom { sexes: sexes.to_vec(), from_age, to_age, modes: vec![ServiceMode::Inside], also_at: Vec::new() }
}

/// A service of the first organisation, full and with nothing said of waiting.
fn full(house: &House, name: &str) -> ServicePublished {
    ServicePublished { places: 0, ..acts::service(house.cso, name) }
}

fn publish(house: &House, body: ServicePublished) -> ServiceId {
    let service = ServiceId::from(house.fresh());
    house.does(&house.intake, service, body);
    service
}

fn states(house: &House, service: ServiceId, free: u32, waiting_days: Option<u32>) {
    let as_of = house.now().date_in(house.app().zone());
    house.does(&house.intake, service, AvailabilityStated { free, waiting_days, as_of, said_by: line("Intake desk") });
}

fn names(house: &House, asked: &ServicesAsked) -> Vec<String> {
    let found = house.app().services(&house.manager, asked).unwrap();
    found.lines.iter().map(|line| line.published.name.to_string()).collect()
}

/// Takes the two services away that the house has.
fn emptied() -> House {
    let house = House::new();
    house.does(&house.intake, house.service, ServiceWithdrawn { reason: line("Placeholder.") });
    house.does(&house.other_intake, house.other_service, ServiceWithdrawn { reason: line("Placeholder.") });
    house
}

#[test]
fn a_service_is_found_by_each_thing_it_says_and_by_all_of_them_at_once() {
    let house = emptied();
    let wide = ServicePublished {
        needs: vec![NeedArea::Work, NeedArea::Home],
        languages: vec![line("العربية"), line("français")],
        place: line("Sampleton"),
        aim: Aim::Reintegration,
        whom: Some(Whom { also_at: vec![line("Specimen Bay")], ..whom(&[Sex::Female], Some(18), Some(64)) }),
        ..acts::service(house.cso, "Workbench")
    };
    publish(&house, wide);
    publish(&house, acts::service(house.cso, "Talks"));
    let all = ServicesAsked {
        need: Some(NeedArea::Home),
        place: Some(line("Specimen Bay")),
        language: Some(line("العربية")),
        sex: Some(Sex::Female),
        age: Some(40),
        aim: Some(Aim::Reintegration),
        free: true,
        page: 1,
    };
    let nothing = ServicesAsked::default;
    let one_by_one = [
        ServicesAsked { need: all.need, ..nothing() },
        ServicesAsked { place: all.place.clone(), ..nothing() },
        ServicesAsked { place: Some(line("Sampleton")), ..nothing() },
        ServicesAsked { language: all.language.clone(), ..nothing() },
        ServicesAsked { sex: all.sex, ..nothing() },
        ServicesAsked { age: Some(18), ..nothing() },
        ServicesAsked { age: Some(64), ..nothing() },
        ServicesAsked { aim: all.aim, ..nothing() },
        all.clone(),
    ];
    for asked in &one_by_one {
        assert_eq!(names(&house, asked), ["Workbench"], "{asked:?}");
    }
    for other in [
        ServicesAsked { age: Some(17), ..nothing() },
        ServicesAsked { age: Some(65), ..nothing() },
        ServicesAsked { sex: Some(Sex::Male), ..nothing() },
        ServicesAsked { place: Some(line("Elsewhere")), ..all.clone() },
    ] {
        // A service that does not say whom it takes is not taken to take everybody.
        assert_eq!(names(&house, &other), [""; 0], "{other:?}");
    }
    assert_eq!(names(&house, &nothing()), ["Talks", "Workbench"]);
}

#[test]
fn what_was_said_of_waiting_orders_until_it_is_too_old_to_the_millisecond() {
    let house = emptied();
    let (long, short) = (publish(&house, full(&house, "A long wait")), publish(&house, full(&house, "B short wait")));
    publish(&house, full(&house, "C nobody knows"));
    states(&house, long, 0, Some(60));
    states(&house, short, 0, Some(5));
    let free = publish(&house, full(&house, "D free"));
    states(&house, free, 1, None);
    let all = ServicesAsked::default();
    assert_eq!(names(&house, &all), ["D free", "B short wait", "A long wait", "C nobody knows"]);
    assert_eq!(names(&house, &ServicesAsked { free: true, ..all.clone() }), ["D free"]);
    let said = Moment::start_of(house.now().date_in(house.app().zone()), house.app().zone());
    let over = said.plus(house.app().directory_clocks().stated);
    house.clock.advance(over.since(house.now()) - 1);
    assert_eq!(names(&house, &all), ["D free", "B short wait", "A long wait", "C nobody knows"]);
    house.clock.advance(1);
    assert_eq!(names(&house, &all), ["A long wait", "B short wait", "C nobody knows", "D free"]);
    assert_eq!(names(&house, &ServicesAsked { free: true, ..all }), [""; 0]);
}

#[test]
fn an_entry_is_unconfirmed_by_the_clock_alone_and_confirmed_by_a_word() {
    let house = emptied();
    let service = publish(&house, full(&house, "Open Table"));
    let published = house.now();
    let stands = |house: &House| house.app().service(&house.manager, service).unwrap().line.assurance;
    let clocks = house.app().directory_clocks();
    let leaves = house.leaves();
    house.clock.advance(clocks.remind_from(published).since(house.now()) - 1);
    assert_eq!(stands(&house), Assurance::Confirmed);
    house.clock.advance(1);
    assert_eq!(stands(&house), Assurance::Due);
    house.clock.advance(clocks.assured_until(published).since(house.now()) - 1);
    assert_eq!(stands(&house), Assurance::Due);
    house.clock.advance(1);
    assert_eq!(stands(&house), Assurance::Unconfirmed);
    // Four looks, and no act that flips anything.
    assert_eq!(house.leaves() - leaves, 4);
    let entries = |house: &House| -> Vec<EntryWhy> {
        house.app().home(&house.intake).unwrap().entries.iter().map(|entry| entry.why).collect()
    };
    assert_eq!(entries(&house), [EntryWhy::Unconfirmed, EntryWhy::Availability]);
    house.does(&house.intake, service, ServiceAssured { by: line("Intake desk") });
    states(&house, service, 2, None);
    assert_eq!((stands(&house), entries(&house)), (Assurance::Confirmed, vec![]));
    let file = house.app().service(&house.manager, service).unwrap();
    assert_eq!(file.line.assured_by.as_deref(), Some("Intake desk"));
    // Others have reminders of their own, and a practitioner none.
    assert!(house.app().home(&house.other_intake).unwrap().entries.is_empty());
    assert!(house.app().home(&house.practitioner).unwrap().entries.is_empty());
}

#[test]
fn withdrawn_services_and_drafts_are_found_by_nobody() {
    let house = emptied();
    let keeper = proved(&house.admins[0]);
    let draft = ServiceId::from(house.fresh());
    let drafted = || ServiceDrafted {
        org: house.cso,
        name: line("Drafted"),
        description: None,
        languages: vec![line("English")],
        place: None,
        source: line("Example directory"),
        source_id: line("17"),
    };
    assert!(matches!(house.refused(&house.intake, draft, drafted()), Refusal::NotYours | Refusal::NotAllowed));
    house.does(&keeper, draft, drafted());
    let readers = [house.manager, house.monitor, house.other_intake, keeper, house.intake];
    for reader in &readers {
        assert_eq!(names(&house, &ServicesAsked::default()), [""; 0]);
        assert!(matches!(house.app().service(reader, draft).unwrap_err(), Refusal::NotYours));
        assert!(matches!(house.app().service(reader, house.service).unwrap_err(), Refusal::NotYours));
    }
    let drafts = |actor: &Actor| house.app().drafts(actor).map(|drafts| drafts.len()).ok();
    assert_eq!((drafts(&house.intake), drafts(&house.other_intake), drafts(&keeper)), (Some(1), Some(0), Some(1)));
    assert_eq!(drafts(&house.manager), None);
    let why: Vec<EntryWhy> = house.app().home(&house.intake).unwrap().entries.iter().map(|entry| entry.why).collect();
    assert_eq!(why, [EntryWhy::Draft]);
    // Another organisation does not publish it; its own does, and then it is found.
    let published = |org| ServicePublished { org, ..acts::service(house.cso, "In our own words") };
    assert!(matches!(
        house.refused(&house.other_intake, draft, published(house.other_cso)),
        Refusal::NotYours | Refusal::NotAllowed
    ));
    house.does(&house.intake, draft, published(house.cso));
    assert_eq!(names(&house, &ServicesAsked::default()), ["In our own words"]);
}

#[test]
fn only_whoever_keeps_the_directory_lets_a_service_into_the_feed_and_only_as_it_was_read() {
    let house = House::new();
    let keeper = proved(&house.admins[0]);
    let service = house.service;
    let ask = FeedAsked { phone: None, email: Some(line("office@harbour.example")), web: None };
    house.does(&house.intake, service, ask);
    let feed = |actor: &Actor| house.app().service(actor, service).unwrap().feed.clone();
    assert_eq!(feed(&house.manager), None, "where it stands is the business of two");
    assert_eq!(feed(&house.other_intake), None);
    let waits = feed(&keeper).unwrap();
    let (asked, entry) = (waits.asked.unwrap().0, waits.entry.unwrap());
    let approves = || FeedApproved { asked, entry };
    for actor in [&house.intake, &house.other_intake, &house.manager, &house.monitor] {
        let refused = house.refused(actor, service, approves());
        assert!(matches!(refused, Refusal::NotYours | Refusal::NotAllowed), "{refused:?}");
    }
    // The text moved while it was read.
    let revised = ServiceRevised {
        name: line("Open Table"),
        needs: vec![NeedArea::Dialogue],
        languages: vec![line("English")],
        place: line("Sampleton"),
        description: text("Ask for somebody by name."),
        whom: whom(&[Sex::Male], None, None),
    };
    house.does(&house.intake, service, revised);
    assert!(matches!(house.refused(&keeper, service, approves()), Refusal::NotPossible(NotPossible::EntryChanged)));
    let entry = feed(&keeper).unwrap().entry.unwrap();
    house.does(&keeper, service, FeedRefused { asked, reason: text("It sends people to somebody by name.") });
    assert_eq!(feed(&house.intake).unwrap().reason.as_deref(), Some("It sends people to somebody by name."));
    house.does(&house.intake, service, FeedAsked { phone: None, email: None, web: None });
    let asked = feed(&keeper).unwrap().asked.unwrap().0;
    house.does(&keeper, service, FeedApproved { asked, entry });
    assert_eq!(feed(&house.intake).unwrap().state, FeedState::Approved);
    assert!(house.app().feed_waiting(&keeper).unwrap().is_empty());
    assert!(matches!(house.app().feed_waiting(&house.intake).unwrap_err(), Refusal::NotYours));
    house.does(&house.intake, service, FeedLeft {});
    assert_eq!(feed(&house.intake).unwrap().state, FeedState::Out);
    assert!(house.app().replay(|_, _| {}).unwrap().differing.is_empty());
}

#[test]
fn a_page_holds_so_many_and_the_next_goes_on_where_it_ended() {
    let house = emptied();
    let names_of = |number: usize| format!("Service {number:03}");
    for number in 0..=SERVICES_PAGE {
        publish(&house, full(&house, &names_of(number)));
    }
    let first = house.app().services(&house.manager, &ServicesAsked::default()).unwrap();
    assert_eq!((first.lines.len(), first.more), (SERVICES_PAGE, true));
    let second = ServicesAsked { page: 2, ..ServicesAsked::default() };
    assert_eq!(names(&house, &second), [names_of(SERVICES_PAGE)]);
    assert!(!house.app().services(&house.manager, &second).unwrap().more);
    assert_eq!(house.app().services_table(&house.manager, &second).unwrap().lines.len(), SERVICES_PAGE + 1);
}

/// What one service of a random directory says.
#[derive(Debug, Clone)]
struct Said {
    name: u8,
    free: u32,
    waiting: Option<u32>,
    days_ago: i64,
    need: usize,
    ages: Option<(u32, u32)>,
}

fn said() -> impl Strategy<Value = Said> {
    let ages = proptest::option::of((0_u32..40, 40_u32..90));
    (0_u8..6, 0_u32..2, proptest::option::of(0_u32..3), 0_i64..45, 0_usize..3, ages)
        .prop_map(|(name, free, waiting, days_ago, need, ages)| Said { name, free, waiting, days_ago, need, ages })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_is_that_of_a_list_sorted_by_hand(all in proptest::collection::vec(said(), 1..9), age in 0_u32..90) {
        let house = emptied();
        let clocks = house.app().directory_clocks();
        house.clock.advance(60 * DAY + HOUR);
        let mut wanted = Vec::new();
        for (number, said) in all.iter().enumerate() {
            let whom = said.ages.map(|(from, to)| whom(&[Sex::Male], Some(from), Some(to)));
            let name = format!("{}{number}", char::from(b'a' + said.name));
            let need = NeedArea::ALL[said.need];
            let service = publish(&house, ServicePublished { needs: vec![need], whom, ..full(&house, &name) });
            let as_of = house.now().plus(-said.days_ago * DAY).date_in(house.app().zone());
            let (free, waiting_days) = (said.free, said.waiting);
            let statement = AvailabilityStated { free, waiting_days, as_of, said_by: line("Intake desk") };
            house.does(&house.intake, service, statement);
            let stated = Moment::start_of(as_of, house.app().zone());
            let wait = if free > 0 { Some(0) } else { waiting_days };
            let known = wait.filter(|_| clocks.counts(stated, house.now()));
            wanted.push((known.map_or(u32::MAX, |days| days), name, need, said.ages));
        }
        wanted.sort();
        let names_of = |kept: &dyn Fn(NeedArea, Option<(u32, u32)>) -> bool| -> Vec<String> {
            wanted.iter().filter(|(_, _, need, ages)| kept(*need, *ages)).map(|(_, name, ..)| name.clone()).collect()
        };
        prop_assert_eq!(names(&house, &ServicesAsked::default()), names_of(&|_, _| true));
        let asked = ServicesAsked { age: Some(age), need: Some(NeedArea::ALL[0]), ..ServicesAsked::default() };
        let fits = |need, ages: Option<(u32, u32)>| {
            need == NeedArea::ALL[0] && ages.is_some_and(|(from, to)| (from..=to).contains(&age))
        };
        prop_assert_eq!(names(&house, &asked), names_of(&fits));
        let replayed = house.app().replay(|_, _| {}).unwrap();
        prop_assert!(replayed.differing.is_empty());
    }
}
