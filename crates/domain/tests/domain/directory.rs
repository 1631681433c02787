//! The directory: an entry that counts until a clock says otherwise, statements that are dated, and a feed that nobody enters
//! without being asked and read.

use domain::Moment;
use domain::admission::NotPossible;
use domain::directory::{Assurance, DirectoryClocks, FeedState};
use domain::moment::DAY;
use domain::organisation::OrgKind;
use domain::registry::{OrgFacts, RegistryFacts, ServiceFacts, admit_registry};
use proptest::prelude::*;
use serde_json::json;

use crate::case::{Deed, Story, act, hour, org, sample, story};

const CLOCKS: DirectoryClocks = DirectoryClocks { assured: 180 * DAY, remind: 30 * DAY, stated: 30 * DAY };

fn published() -> Story {
    story().then(sample("service.published").named(301))
}

fn facts(story: &Story) -> ServiceFacts {
    ServiceFacts::of(&story.acts)
}

fn admits(story: &Story, deed: Deed) -> Result<(), NotPossible> {
    let workshop = OrgFacts::of(
        &crate::case::story().then(sample("organisation.registered").with("kind", OrgKind::CivilSociety)).acts,
    );
    admit_registry(RegistryFacts::Service(&facts(story)), Some(&workshop), &story.next_is(deed))
}

fn asked() -> Story {
    published().then(sample("service.feed_asked").named(302))
}

fn approval() -> Deed {
    sample("service.feed_approved").with("asked", act(302)).with("entry", act(301))
}

#[test]
fn an_entry_counts_to_the_last_millisecond_of_its_clock_and_no_longer() {
    let at = hour(0);
    let says = |now: Moment| CLOCKS.assurance(Some(at), now);
    assert_eq!(says(at), Assurance::Confirmed);
    let (remind, end) = (at.plus(150 * DAY), at.plus(180 * DAY));
    assert_eq!((says(remind.plus(-1)), says(remind)), (Assurance::Confirmed, Assurance::Due));
    assert_eq!((says(end.plus(-1)), says(end)), (Assurance::Due, Assurance::Unconfirmed));
    assert_eq!(CLOCKS.assurance(None, at), Assurance::Unconfirmed);
    assert_eq!((CLOCKS.counts(at, at.plus(30 * DAY - 1)), CLOCKS.counts(at, at.plus(30 * DAY))), (true, false));
}

proptest! {
    #[test]
    fn an_entry_only_ever_gets_older(assured in -400_i64..400, now in -400_i64..400, later in 0_i64..400) {
        let (at, now) = (hour(0).plus(assured * DAY), hour(0).plus(now * DAY));
        prop_assert!(CLOCKS.assurance(Some(at), now) <= CLOCKS.assurance(Some(at), now.plus(later * DAY)));
        prop_assert_eq!(CLOCKS.assurance(Some(at), now) == Assurance::Unconfirmed, now >= CLOCKS.assured_until(at));
        // A reminder that is longer than the clock reminds from the first instant, and confirms no longer.
        let odd = DirectoryClocks { remind: 400 * DAY, ..CLOCKS };
        prop_assert_ne!(odd.assurance(Some(at), at), Assurance::Confirmed);
        prop_assert_eq!(odd.assurance(Some(at), now) == Assurance::Unconfirmed, now >= CLOCKS.assured_until(at));
    }

    #[test]
    fn the_youngest_is_never_older_than_the_oldest(from in 0_u32..130, to in 0_u32..130) {
        let whom = json!({"sexes": ["female"], "from_age": from, "to_age": to, "modes": ["inside"]});
        let wanted = if from <= to { Ok(()) } else { Err(NotPossible::AgesReversed) };
        prop_assert_eq!(admits(&story(), sample("service.published").with("whom", whom.clone())), wanted);
        prop_assert_eq!(admits(&published(), sample("service.revised").with("whom", whom)), wanted);
    }
}

#[test]
fn whoever_publishes_revises_or_assures_looked_it_over_and_nothing_else_counts_as_that() {
    let story = published();
    assert_eq!(facts(&story).entry.assured, Some(story.acts[0].at));
    let stated = story.then(sample("service.availability_stated").recorded_at(3_000));
    assert_eq!(facts(&stated).entry.assured, Some(stated.acts[0].at));
    for kind in ["service.assured", "service.revised"] {
        let later = published().then(sample(kind).recorded_at(50));
        assert_eq!(facts(&later).entry.assured, Some(later.acts[1].at), "{kind}");
    }
}

#[test]
fn a_free_place_is_no_waiting_and_silence_is_not_known() {
    let wait = |free: u32, days: Option<u32>| {
        let said = sample("service.availability_stated").with("free", free).with("waiting_days", days);
        let said = if days.is_none() { said.without("waiting_days") } else { said };
        facts(&published().then(said)).entry.availability.unwrap().wait()
    };
    assert_eq!(wait(1, Some(90)), Some(0));
    assert_eq!(wait(0, Some(90)), Some(90));
    assert_eq!(wait(0, None), None);
    assert_eq!(
        facts(&published()).entry.availability.unwrap().wait(),
        Some(0),
        "four places came with the publication"
    );
}

#[test]
fn nothing_is_said_of_a_day_to_come_or_of_a_service_that_is_not_there() {
    let on = |day: &str| sample("service.availability_stated").with("as_of", day);
    // Nine in the morning of the example day, 2026-05-02: nowhere is it the day after yet.
    assert_eq!(admits(&published(), on("2026-05-02")), Ok(()));
    assert_eq!(admits(&published(), on("2026-05-03")), Err(NotPossible::InFuture));
    let gone = published().then(sample("service.withdrawn"));
    for kind in ["service.revised", "service.assured", "service.availability_stated", "service.feed_asked"] {
        let deed = || if kind == "service.availability_stated" { on("2026-05-02") } else { sample(kind) };
        assert_eq!(admits(&published(), deed()), Ok(()), "{kind}");
        assert_eq!(admits(&story(), deed()), Err(NotPossible::NotOpen), "{kind}");
        assert_eq!(admits(&gone, deed()), Err(NotPossible::NotOpen), "{kind}");
    }
}

#[test]
fn a_service_is_public_only_as_it_was_read() {
    assert_eq!(admits(&published(), approval()), Err(NotPossible::NotProposed));
    assert_eq!(admits(&asked(), approval()), Ok(()));
    let approved = asked().then(approval());
    assert_eq!(facts(&approved).entry.feed(), FeedState::Approved);
    assert_eq!(admits(&approved, approval()), Err(NotPossible::AlreadyDone));
    // A new text is a text that nobody read.
    let revised = approved.then(sample("service.revised").named(303));
    assert_eq!(facts(&revised).entry.feed(), FeedState::Asked);
    assert_eq!(admits(&revised, approval()), Err(NotPossible::EntryChanged));
    assert_eq!(admits(&revised, approval().with("entry", act(303))), Ok(()));
    // So is a new number to ring.
    let again = asked().then(approval()).then(sample("service.feed_asked").named(304));
    assert_eq!(facts(&again).entry.feed(), FeedState::Asked);
    assert_eq!(admits(&again, approval()), Err(NotPossible::NotProposed));
}

#[test]
fn the_feed_is_left_by_a_word_of_the_organisation_a_refusal_or_a_withdrawal() {
    let approved = || asked().then(approval());
    assert_eq!(admits(&published(), sample("service.feed_left")), Err(NotPossible::NotProposed));
    assert_eq!(facts(&approved().then(sample("service.feed_left"))).entry.feed(), FeedState::Out);
    assert_eq!(facts(&approved().then(sample("service.withdrawn"))).entry.feed(), FeedState::Out);
    let refusal = || sample("service.feed_refused").with("asked", act(302));
    let refused = asked().then(refusal());
    assert_eq!(facts(&refused).entry.feed(), FeedState::Refused);
    assert_eq!(admits(&refused, refusal()), Err(NotPossible::AlreadyDone));
    assert_eq!(admits(&refused, sample("service.feed_asked")), Ok(()));
    let back = approved().then(sample("service.withdrawn")).then(sample("service.published"));
    assert_eq!(facts(&back).entry.feed(), FeedState::Out, "what comes back asks again");
}

#[test]
fn what_is_public_is_an_address_and_no_script() {
    let web = |text: &str| admits(&published(), sample("service.feed_asked").with("web", text));
    assert_eq!(web("https://harbour.example/a-b?c=1"), Ok(()));
    for text in
        ["http://harbour.example", "javascript:alert(1)", "https://", "https://a b.example", "https://x\"y.example"]
    {
        assert_eq!(web(text), Err(NotPossible::NoWebAddress), "{text}");
    }
    let mailbox = |text: &str| admits(&published(), sample("service.feed_asked").with("email", text));
    assert_eq!(mailbox("office+desk@harbour.example"), Ok(()));
    for text in ["office", "@harbour.example", "office@harbour", "a b@harbour.example", "o<x>@harbour.example"] {
        assert_eq!(mailbox(text), Err(NotPossible::NoMailbox), "{text}");
    }
}

#[test]
fn a_draft_is_nothing_until_its_own_organisation_publishes_it() {
    let drafted = || story().then(sample("service.drafted"));
    assert!(!facts(&drafted()).open());
    assert_eq!(admits(&drafted(), sample("service.drafted")), Ok(()), "read again from the other directory");
    assert_eq!(admits(&drafted(), sample("service.drafted").with("org", org(109))), Err(NotPossible::WrongSubject));
    assert_eq!(admits(&drafted(), sample("service.published")), Ok(()));
    assert_eq!(admits(&drafted(), sample("service.published").with("org", org(109))), Err(NotPossible::WrongSubject));
    assert_eq!(admits(&drafted(), sample("service.assured")), Err(NotPossible::NotOpen));
    let turned_down = drafted().then(sample("service.withdrawn"));
    assert_eq!(admits(&turned_down, sample("service.drafted")), Err(NotPossible::NotOpen));
    assert_eq!(admits(&published(), sample("service.drafted")), Err(NotPossible::AlreadyDone));
    assert!(facts(&drafted().then(sample("service.published"))).open());
}
