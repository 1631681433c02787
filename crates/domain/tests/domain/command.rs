//! Lines of command on a day: who is above, who is below, and what nobody said.

use domain::command::{Below, Command, CommandLine, Known};
use domain::moment::DAY;
use domain::organisation::OrgKind;
use domain::post::PostOf;
use domain::post_facts::PostsFacts;
use domain::registry::OrgFacts;
use domain::{AccountId, ActId, OrgId, Span};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::case::{Deed, Story, account, act, hour, org, sample, story};

/// One organisation whose posts are recorded: post `n` is held by the person with number `n`.
struct Place {
    org: OrgId,
    story: Story,
}

const PRISON: u64 = 101;
const SERVICE: u64 = 106;
const OVERSIGHT: u64 = 104;

fn place(number: u64) -> Place {
    let story = story().then(sample("organisation.registered").with("kind", OrgKind::Prison));
    Place { org: org(number), story }
}

impl Place {
    fn then(self, deed: Deed) -> Self {
        Self { story: self.story.then(deed), ..self }
    }

    /// A post that has always been there, held by the person with the same number.
    fn post(self, number: u64) -> Self {
        let held = sample("post.taken").with("post", act(number)).with("account", account(number));
        self.then(sample("post.established").with("from", hour(-9000)).named(number))
            .then(held.with("from", hour(-9000)).without("until").named(number + 1000))
    }

    /// It reports to a post of this organisation, since always.
    fn under(self, number: u64, above: (u64, u64)) -> Self {
        let to = PostOf { org: org(above.0), post: act(above.1) };
        let line = sample("post.placed").with("post", act(number)).with("under", to);
        self.then(line.with("from", hour(-9000)).without("until").named(number + 2000))
    }

    /// It reports to nobody.
    fn head(self, number: u64) -> Self {
        let line = sample("post.placed").with("post", act(number)).without("under");
        self.then(line.with("from", hour(-9000)).without("until").named(number + 2000))
    }

    fn facts(&self) -> PostsFacts {
        OrgFacts::of(&self.story.acts).posts
    }
}

fn day() -> Span {
    Span::between(hour(0), hour(0).plus(DAY))
}

fn between(places: &[Place], one: u64, other: u64) -> CommandLine {
    let facts: Vec<_> = places.iter().map(|place| (place.org, place.facts())).collect();
    let command = Command::of(facts.iter().map(|(org, facts)| (*org, facts)));
    let answer = command.between(account(one), account(other), day());
    assert_eq!(command.between(account(other), account(one), day()), answer, "it is the same from either side");
    answer
}

/// A governor under a director of the service, a deputy and a case manager below, and a reviewer in an oversight body.
fn house() -> [Place; 3] {
    let prison =
        place(PRISON).post(1).post(2).post(3).under(1, (SERVICE, 10)).under(2, (PRISON, 1)).under(3, (PRISON, 2));
    [prison, place(SERVICE).post(10).head(10), place(OVERSIGHT).post(20).post(21).under(20, (OVERSIGHT, 21)).head(21)]
}

#[test]
fn above_and_below_are_inside_through_however_many_posts() {
    let house = house();
    for inside in [(1, 1), (2, 1), (3, 1), (10, 1), (10, 3)] {
        assert_eq!(between(&house, inside.0, inside.1), CommandLine::Inside, "{inside:?}");
    }
    for outside in [(20, 1), (21, 1), (20, 10), (21, 3)] {
        assert_eq!(between(&house, outside.0, outside.1), CommandLine::Outside, "{outside:?}");
    }
}

#[test]
fn two_who_report_to_the_same_post_are_in_neither_line() {
    let [prison, service, _] = house();
    let prison = prison.post(4).under(4, (PRISON, 1));
    assert_eq!(between(&[prison, service], 2, 4), CommandLine::Outside);
}

#[test]
fn an_inspector_who_reports_to_the_director_is_inside() {
    let [prison, service, oversight] = house();
    let oversight = oversight.post(22).under(22, (SERVICE, 10));
    let house = [prison, service, oversight];
    assert_eq!(between(&house, 22, 10), CommandLine::Inside);
    assert_eq!(between(&house, 22, 1), CommandLine::Outside, "not in the line of the governor");
}

#[test]
fn what_nobody_said_is_not_known_and_never_outside() {
    let [prison, service, oversight] = house();
    assert_eq!(between(&[prison, service, oversight], 99, 1), CommandLine::NotKnown, "no post");
    // The governor's own line is not recorded.
    let prison = place(PRISON).post(1).post(2).under(2, (PRISON, 1));
    let oversight = place(OVERSIGHT).post(20).head(20);
    let house = [prison, oversight];
    assert_eq!(between(&house, 20, 1), CommandLine::NotKnown);
    assert_eq!(between(&house, 2, 1), CommandLine::Inside, "what is known to be inside is inside");
    // Nor the reviewer's.
    let [prison, service, _] = self::house();
    assert_eq!(between(&[prison, service, place(OVERSIGHT).post(20)], 20, 1), CommandLine::NotKnown);
    // Nor that of the post above.
    let [prison, _, oversight] = self::house();
    assert_eq!(between(&[prison, place(SERVICE).post(10), oversight], 20, 1), CommandLine::NotKnown);
}

#[test]
fn a_line_counts_for_every_day_it_touches_and_a_gap_in_a_day_is_not_known() {
    let base = || place(PRISON).post(1).head(1).post(2);
    let line = |from: domain::Moment, until: domain::Moment| {
        let under = PostOf { org: org(PRISON), post: act(1) };
        sample("post.placed")
            .with("post", act(2))
            .with("under", under)
            .with("from", from)
            .with("until", until)
            .named(3001)
    };
    let start = hour(0);
    let last = base().then(line(start.plus(-DAY), start.plus(1)));
    assert_eq!(between(&[last], 2, 1), CommandLine::Inside, "one millisecond of the day");
    let before = base().then(line(start.plus(-DAY), start));
    assert_eq!(between(&[before], 2, 1), CommandLine::NotKnown, "it ended before the day began");
    let head = |from| {
        sample("post.placed").with("post", act(2)).without("under").with("from", from).without("until").named(3002)
    };
    let then_head = base().then(line(start.plus(-DAY), start)).then(head(start));
    assert_eq!(between(&[then_head], 2, 1), CommandLine::Outside);
    let late = base().then(line(start.plus(-DAY), start)).then(head(start.plus(1)));
    assert_eq!(between(&[late], 2, 1), CommandLine::NotKnown, "the first millisecond is not recorded");
}

#[test]
fn whoever_stands_in_for_the_governor_is_in_the_line_and_so_is_the_governor() {
    let [prison, service, oversight] = house();
    let cover =
        sample("post.cover_proposed").with("post", act(1)).with("account", account(20)).with("holder", account(1));
    let cover = cover.with("from", hour(2)).with("until", hour(4)).with("cover", "acting_up").named(3001);
    let prison = prison.then(cover).then(sample("post.cover_confirmed").with("cover", act(3001)).recorded_at(1));
    let house = [prison, service, oversight];
    assert_eq!(between(&house, 20, 1), CommandLine::Inside);
    assert_eq!(between(&house, 20, 2), CommandLine::Inside, "above the deputy that day");
    assert_eq!(between(&house, 21, 20), CommandLine::Inside, "in whatever post whom they lead acts");
    // That the holder was recorded wrongly changes nothing of who acted in the post.
    let [prison, service, oversight] = house;
    let house = [prison.then(sample("post.entry_voided").with("of", act(1001))), service, oversight];
    assert_eq!(between(&house, 20, 2), CommandLine::Inside);
}

#[test]
fn several_answers_are_outside_only_if_each_is() {
    use CommandLine::{Inside, NotKnown, Outside};
    for (one, other, both) in [(Outside, Outside, Outside), (Outside, NotKnown, NotKnown), (NotKnown, Inside, Inside)] {
        assert_eq!(one.and(other), both);
        assert_eq!(other.and(one), both);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    /// Any lines at all, circles among them: compared with a search that knows nothing of spans, for all of them hold always.
    #[test]
    fn inside_is_what_a_plain_search_finds(lines in vec((0..6_u64, 0..7_u64), 0..10)) {
        let mut place = place(PRISON);
        for number in 0..6 {
            place = place.post(100 + number);
        }
        let mut above = vec![Vec::new(); 6];
        let mut said = [false; 6];
        for (number, (post, to)) in (0..).zip(lines) {
            let under = PostOf { org: org(PRISON), post: act(100 + to) };
            let line = sample("post.placed").with("post", act(100 + post)).with("from", hour(-9000)).without("until");
            let line = if to == 6 { line.without("under") } else { line.with("under", under) };
            place = place.then(line.named(5000 + number));
            said[usize::try_from(post).unwrap()] = true;
            if to < 6 {
                above[usize::try_from(post).unwrap()].push(usize::try_from(to).unwrap());
            }
        }
        let facts = place.facts();
        let command = Command::of([(org(PRISON), &facts)]);
        let reach = |from: usize| {
            let (mut seen, mut next) = (std::collections::BTreeSet::new(), vec![from]);
            while let Some(post) = next.pop() {
                next.extend(above[post].iter().copied().filter(|above| seen.insert(*above)));
            }
            seen
        };
        let person = |number: usize| -> AccountId { account(100 + u64::try_from(number).unwrap()) };
        for one in 0..6 {
            let known = reach(one).into_iter().chain([one]).all(|post| said[post]);
            let line = command.line_of_command(person(one), day()).unwrap();
            prop_assert_eq!(line.known == Known::Wholly, known);
            for other in 0..6 {
                let inside = one == other || reach(one).contains(&other) || reach(other).contains(&one);
                prop_assert_eq!(line.people.contains(&person(other)), inside, "{} {}", one, other);
                let up = PostOf { org: org(PRISON), post: ActId::from_bytes(act(100 + u64::try_from(other).unwrap()).bytes()) };
                prop_assert_eq!(command.leads(person(one), up, hour(0)), reach(other).contains(&one));
            }
        }
    }
}

fn below(places: &[Place], one: u64, other: u64) -> Below {
    let facts: Vec<_> = places.iter().map(|place| (place.org, place.facts())).collect();
    Command::of(facts.iter().map(|(org, facts)| (*org, facts))).below(account(one), account(other), day())
}

#[test]
fn below_is_one_way_through_however_many_posts_and_never_guessed() {
    let [prison, service, oversight] = house();
    let house = [prison.post(4).under(4, (PRISON, 1)), service, oversight];
    for (one, other) in [(1, 1), (2, 1), (3, 1), (3, 2), (1, 10), (3, 10)] {
        assert_eq!(below(&house, one, other), Below::Below, "{one} below {other}");
    }
    for (one, other) in [(1, 2), (1, 3), (10, 3), (2, 4), (4, 2), (4, 3), (20, 1), (1, 20)] {
        assert_eq!(below(&house, one, other), Below::NotBelow, "{one} below {other}");
    }
    // Without a post on either side, or where a line is missing on the way up.
    for (one, other) in [(99, 1), (1, 99)] {
        assert_eq!(below(&house, one, other), Below::NotKnown);
    }
    let [prison, ..] = house;
    let loose = [prison.post(5).post(6).under(6, (PRISON, 5))];
    assert_eq!(below(&loose, 6, 1), Below::NotKnown);
    assert_eq!(below(&loose, 6, 5), Below::Below, "as far as it is recorded it is known");
}

#[test]
fn below_on_several_days_is_below_if_it_is_so_once() {
    use Below::{Below as Under, NotBelow, NotKnown};
    for (one, other, answer) in [
        (Under, NotBelow, Under),
        (NotKnown, Under, Under),
        (NotBelow, NotKnown, NotKnown),
        (NotBelow, NotBelow, NotBelow),
    ] {
        assert_eq!((one.and(other), other.and(one)), (answer, answer));
    }
}
