//! Posts, who holds them and who stands in: spans that are refused when they cannot be, and that count from and until their
//! instants, in whatever order they became known.

use domain::admission::NotPossible;
use domain::moment::DAY;
use domain::organisation::OrgKind;
use domain::post_facts::{CoverState, LONGEST_COVER, PostsFacts};
use domain::registry::{OrgFacts, RegistryFacts, admit_registry};
use domain::{Capacity, Moment, Recorded};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::case::{Deed, Story, account, act, hour, sample, story};

pub const GOVERNOR: u64 = 401;
pub const DEPUTY: u64 = 403;
const HOLDING: u64 = 402;
const LINE: u64 = 404;
const COVER: u64 = 405;
/// Who holds the post, who stands in, who proposes and who confirms.
const HOLDER: u64 = 203;
const STANDS: u64 = 204;
const FIRST: u64 = 211;
const SECOND: u64 = 212;

/// A prison with two posts, of which one is held from this hour on.
fn prison() -> Story {
    story()
        .then(sample("organisation.registered").with("kind", OrgKind::Prison))
        .then(post(GOVERNOR))
        .then(post(DEPUTY).with("capacity", Capacity::Supervisor))
        .then(taken(0))
}

fn post(number: u64) -> Deed {
    sample("post.established").with("from", hour(-1000)).named(number)
}

fn taken(from: i64) -> Deed {
    sample("post.taken").with("from", hour(from)).without("until").named(HOLDING)
}

fn cover(from: i64, until: i64) -> Deed {
    sample("post.cover_proposed").with("from", hour(from)).with("until", hour(until)).named(COVER).by(FIRST)
}

fn confirmed() -> Deed {
    sample("post.cover_confirmed").by(SECOND)
}

fn placed() -> Deed {
    sample("post.placed").with("post", act(DEPUTY)).with("under", under(GOVERNOR)).with("from", hour(0)).named(LINE)
}

fn under(post: u64) -> serde_json::Value {
    serde_json::json!({ "org": crate::case::org_of_stories(), "post": act(post) })
}

fn admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let facts = OrgFacts::of(&story.acts);
    let mut next = story.next_is(deed);
    next.envelope.stream = crate::case::org_of_stories().stream();
    admit_registry(RegistryFacts::Organisation(&facts), None, &next)
}

fn posts(story: &Story) -> PostsFacts {
    OrgFacts::of(&story.acts).posts
}

#[test]
fn a_post_has_a_capacity_of_its_organisation() {
    let association = story().then(sample("organisation.registered").with("kind", OrgKind::CivilSociety));
    assert_eq!(admits(&association, post(GOVERNOR)), Err(NotPossible::CapacityElsewhere));
    assert_eq!(admits(&prison(), post(499)), Ok(()));
    assert_eq!(admits(&story(), post(499)), Err(NotPossible::NotOpen));
}

#[test]
fn nobody_takes_a_post_that_is_held_or_that_is_not_there() {
    let prison = prison();
    let another = |from, until| taken(from).with("until", hour(until)).with("account", account(299)).named(499);
    assert_eq!(admits(&prison, another(-10, 0)), Ok(()), "until the instant at which the next begins");
    assert_eq!(admits(&prison, another(-10, 1)), Err(NotPossible::PostHeld));
    assert_eq!(admits(&prison, another(5, 6)), Err(NotPossible::PostHeld));
    assert_eq!(admits(&prison, another(-10, -10)), Err(NotPossible::EndBeforeBeginning));
    assert_eq!(admits(&prison, another(-1001, -10)), Err(NotPossible::PostNotThere));
    assert_eq!(admits(&prison, another(-10, 0).with("post", act(777))), Err(NotPossible::PostUnknown));
    let left = prison.then(sample("post.left").with("at", hour(4)));
    assert_eq!(admits(&left, another(4, 6)), Ok(()));
    assert_eq!(admits(&left, sample("post.left").with("at", hour(4))), Err(NotPossible::AlreadyDone));
    assert_eq!(admits(&left, sample("post.left").with("at", hour(-4))), Err(NotPossible::EndBeforeBeginning));
    assert_eq!(admits(&left, sample("post.left").with("taken", act(777))), Err(NotPossible::EntryUnknown));
    let gone = left.then(sample("post.abolished").with("at", hour(5)));
    assert_eq!(admits(&gone, another(4, 6)), Err(NotPossible::PostNotThere));
    assert_eq!(admits(&gone, another(4, 5)), Ok(()));
}

#[test]
fn a_post_reports_to_one_at_a_time_and_never_to_itself() {
    let prison = prison();
    assert_eq!(admits(&prison, placed()), Ok(()));
    assert_eq!(admits(&prison, placed().with("under", under(DEPUTY))), Err(NotPossible::LineCircle));
    assert_eq!(admits(&prison, placed().with("under", under(777))), Err(NotPossible::PostUnknown));
    let lined = prison.then(placed());
    assert_eq!(admits(&lined, placed().named(499)), Err(NotPossible::LineThere));
    let back = placed().with("post", act(GOVERNOR)).with("under", under(DEPUTY)).named(499);
    assert_eq!(admits(&lined, back.clone()), Err(NotPossible::LineCircle));
    // At another time it is no circle.
    let ended = lined.then(sample("post.line_ended").with("at", hour(3)));
    assert_eq!(admits(&ended, back.clone().with("from", hour(2))), Err(NotPossible::LineCircle));
    assert_eq!(admits(&ended, back.with("from", hour(3))), Ok(()));
    assert_eq!(admits(&ended, placed().without("under").with("from", hour(3)).named(499)), Ok(()), "a head");
}

#[test]
fn what_was_recorded_wrongly_counts_no_more_and_standing_in_is_only_ended() {
    let prison = prison();
    let void = |of: u64| sample("post.entry_voided").with("of", act(of));
    assert_eq!(admits(&prison, void(777)), Err(NotPossible::EntryUnknown));
    assert_eq!(admits(&prison, void(HOLDING)), Ok(()));
    let voided = prison.then(void(HOLDING));
    assert_eq!(posts(&voided).holder_at(act(GOVERNOR), hour(1)), None);
    assert_eq!(admits(&voided, void(HOLDING)), Err(NotPossible::AlreadyDone));
    assert_eq!(admits(&voided, taken(0).named(499)), Ok(()), "the place is free again");
    let covered = self::prison().then(cover(10, 20)).then(confirmed());
    assert_eq!(admits(&covered, void(COVER)), Err(NotPossible::CoverNotVoided));
}

#[test]
fn two_people_say_who_stands_in_and_neither_is_the_one() {
    let proposed = prison().then(cover(10, 20));
    assert_eq!(admits(&proposed, confirmed()), Ok(()));
    assert_eq!(admits(&proposed, confirmed().by(FIRST)), Err(NotPossible::OwnProposal));
    assert_eq!(admits(&proposed, confirmed().by(STANDS)), Err(NotPossible::CoverOneself));
    assert_eq!(admits(&prison(), cover(10, 20).by(STANDS)), Err(NotPossible::CoverOneself));
    assert_eq!(admits(&prison(), cover(10, 20).with("account", account(HOLDER))), Err(NotPossible::CoverOneself));
    assert_eq!(admits(&prison(), confirmed()), Err(NotPossible::EntryUnknown));
    let given = proposed.then(confirmed());
    assert_eq!(admits(&given, confirmed()), Err(NotPossible::AlreadyDone));
    let ended = given.then(sample("post.cover_ended"));
    assert_eq!(admits(&ended, confirmed()), Err(NotPossible::CoverOver));
    assert_eq!(admits(&ended, sample("post.cover_ended")), Err(NotPossible::AlreadyDone));
}

#[test]
fn standing_in_has_an_end_a_longest_time_and_no_gap_and_nobody_beside_it() {
    let prison = prison();
    let longest = LONGEST_COVER / domain::moment::HOUR;
    assert_eq!(admits(&prison, cover(10, 10 + longest)), Ok(()));
    let longer = cover(10, 0).with("until", hour(10 + longest).plus(1));
    assert_eq!(admits(&prison, longer), Err(NotPossible::CoverTooLong));
    assert_eq!(admits(&prison, cover(10, 10)), Err(NotPossible::EndBeforeBeginning));
    assert_eq!(admits(&prison, cover(-30, -20)), Err(NotPossible::CoverOver));
    let proposed = prison.clone().then(cover(10, 20));
    let other = |from, until| cover(from, until).with("account", account(299)).named(499);
    assert_eq!(admits(&proposed, other(19, 25)), Err(NotPossible::CoverThere));
    assert_eq!(admits(&proposed, other(20, 25)), Ok(()));
    let refused = proposed.then(sample("post.cover_ended"));
    assert_eq!(admits(&refused, other(19, 25)), Ok(()));
    // The holder leaves in the middle of it.
    let leaves = prison.then(sample("post.left").with("at", hour(15)));
    assert_eq!(admits(&leaves, cover(10, 20)), Err(NotPossible::CoverGap));
    assert_eq!(admits(&leaves, cover(10, 15)), Ok(()));
    assert_eq!(admits(&leaves, cover(15, 20)), Err(NotPossible::NobodyAway), "nobody is on leave from an empty post");
    assert_eq!(admits(&leaves, cover(15, 20).with("cover", "acting_up")), Err(NotPossible::HolderOther));
    assert_eq!(admits(&leaves, cover(15, 20).with("cover", "acting_up").without("holder")), Ok(()));
}

#[test]
fn somebody_stands_in_from_the_instant_until_the_instant() {
    let given = prison().then(cover(10, 20)).then(confirmed());
    let posts = posts(&given);
    let stands = posts.stands_in(act(COVER)).unwrap();
    assert_eq!((stands.from, stands.until), (hour(10), hour(20)));
    assert_eq!((stands.account, stands.holder), (account(STANDS), Some(account(HOLDER))));
    let states = [(hour(10).plus(-1), CoverState::Ahead), (hour(10), CoverState::Runs)];
    let after = [(hour(20).plus(-1), CoverState::Runs), (hour(20), CoverState::Over)];
    for (at, state) in states.into_iter().chain(after) {
        assert_eq!(posts.cover_state(act(COVER), at), state, "{at}");
    }
}

#[test]
fn nobody_stands_in_before_the_second_person_said_so() {
    let late = prison().then(cover(-5, 20)).then(confirmed().recorded_at(3));
    assert_eq!(posts(&late).stands_in(act(COVER)).unwrap().from, hour(3));
    assert_eq!(posts(&prison().then(cover(-5, 20))).stands_in(act(COVER)), None);
}

#[test]
fn nobody_stands_in_for_somebody_who_is_found_later_to_have_held_the_post() {
    let given = prison().then(cover(10, 20)).then(confirmed());
    let before = given.then(sample("post.left").with("at", hour(9)).recorded_at(12));
    assert_eq!(posts(&before).stands_in(act(COVER)), None, "a vacant post has nobody on leave");
    let another = taken(9).with("account", account(299)).named(497).recorded_at(12);
    assert_eq!(posts(&before.clone().then(another)).stands_in(act(COVER)), None, "nobody said it for this one");
}

#[test]
fn standing_in_ends_when_the_holder_changes() {
    let given = prison().then(cover(10, 20)).then(confirmed());
    let left = given.clone().then(sample("post.left").with("at", hour(15)));
    assert_eq!(posts(&left).stands_in(act(COVER)).unwrap().until, hour(15));
    let ended = given.clone().then(sample("post.cover_ended").recorded_at(12));
    assert_eq!(posts(&ended).stands_in(act(COVER)).unwrap().until, hour(12));
    let gone = given.then(sample("post.abolished").with("at", hour(11)));
    assert_eq!(posts(&gone).stands_in(act(COVER)).unwrap().until, hour(11));
}

/// Acts about two posts and three people, as if they came from several hands.
fn any_act() -> impl Strategy<Value = Deed> {
    let holding = (0..3_u64, -50..50_i64, 1..40_i64, 0..2_u64).prop_map(|(who, from, length, post)| {
        let body = taken(from).with("until", hour(from + length)).with("post", act(401 + 2 * post));
        body.with("account", account(203 + who))
    });
    let stands =
        (0..3_u64, 0..4_u64, -50..50_i64, 1..40_i64, 0..2_u64).prop_map(|(who, holder, from, length, post)| {
            let body = cover(from, from + length).with("post", act(401 + 2 * post));
            let body = body.with("account", account(203 + who)).with("cover", "acting_up");
            if holder < 3 { body.with("holder", account(203 + holder)) } else { body.without("holder") }
        });
    let others = (0..20_u64, -50..50_i64).prop_flat_map(|(of, at)| {
        let of = act(9000 + of);
        prop_oneof![
            Just(sample("post.left").with("taken", of).with("at", hour(at))),
            Just(sample("post.cover_confirmed").with("cover", of).by(SECOND)),
            Just(sample("post.cover_ended").with("cover", of)),
            Just(sample("post.entry_voided").with("of", of)),
            Just(sample("post.abolished").with("post", act(403)).with("at", hour(at))),
        ]
    });
    prop_oneof![3 => holding, 3 => stands, 4 => others]
}

/// The acts with ids of their own, in the order in which they were recorded.
fn told(deeds: Vec<Deed>) -> Vec<Recorded> {
    let mut told = prison().acts;
    for (number, deed) in (0..).zip(deeds) {
        let mut next = story().next_is(deed);
        next.envelope.act = act(9000 + number);
        told.push(next);
    }
    told
}

/// What counts, but for which acts contradicted their state.
fn known(acts: &[Recorded]) -> PostsFacts {
    OrgFacts::of(acts).posts
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn what_counts_depends_neither_on_the_order_nor_on_hearing_it_twice(
        deeds in vec(any_act(), 0..24), swaps in vec((any::<Index>(), any::<Index>()), 0..24), twice in any::<Index>(),
    ) {
        let acts = told(deeds);
        let mut shuffled = acts.clone();
        for (one, other) in swaps {
            let (one, other) = (one.index(shuffled.len()), other.index(shuffled.len()));
            shuffled.swap(one, other);
        }
        prop_assert_eq!(known(&shuffled), known(&acts));
        shuffled.push(acts[twice.index(acts.len())].clone());
        prop_assert_eq!(known(&shuffled), known(&acts));
    }

    #[test]
    fn whoever_stands_in_does_it_for_one_holder_and_never_for_themselves(deeds in vec(any_act(), 0..24)) {
        let posts = known(&told(deeds));
        for stands in posts.standing_in() {
            let asked = posts.cover(stands.cover).unwrap();
            prop_assert_eq!(asked.holder, stands.holder);
            prop_assert!(asked.from <= stands.from && stands.until <= asked.until && stands.from < stands.until);
            let mut at = stands.from;
            while at < stands.until {
                prop_assert_eq!(posts.holder_at(stands.post, at), stands.holder);
                prop_assert_ne!(stands.holder, Some(stands.account));
                at = at.plus(domain::moment::HOUR / 2);
            }
        }
    }

    #[test]
    fn what_is_admitted_one_after_the_other_never_overlaps(deeds in vec(any_act(), 0..32)) {
        let mut story = prison();
        for (number, deed) in (0..).zip(deeds) {
            let deed = deed.named(9000 + number);
            if admits(&story, deed.clone()).is_ok() {
                story = story.then(deed);
            }
        }
        let posts = known(&story.acts);
        let shared = |one: (Moment, Moment), other: (Moment, Moment)| one.0 < other.1 && other.0 < one.1;
        let end = hour(0).plus(1000 * DAY);
        let held: Vec<_> = posts.holdings().map(|(_, held)| (held.post, (held.span.from, held.span.until.unwrap_or(end)))).collect();
        let stands: Vec<_> = posts.standing_in().map(|stands| (stands.post, (stands.from, stands.until))).collect();
        for rows in [held, stands] {
            for (place, one) in rows.iter().enumerate() {
                for other in &rows[place + 1..] {
                    prop_assert!(one.0 != other.0 || !shared(one.1, other.1), "{one:?} {other:?}");
                }
            }
        }
    }
}
