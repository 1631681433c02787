//! The way of a referral as a document, made by trying every act in every state.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use domain::Kind;
use domain::kind::Subject;
use domain::referral_facts::ReferralState;

use crate::case::{SESSION, Story, compare, offer, sample, story};

fn accepted() -> Story {
    offer().then(sample("referral.accepted"))
}

fn assigned() -> Story {
    accepted().then(sample("referral.assigned"))
}

fn met() -> Story {
    let session = sample("referral.session_scheduled").named(SESSION);
    assigned().then(sample("referral.meeting_held")).then(session)
}

/// Every state, and where it matters how the referral came there.
fn standings() -> Vec<(&'static str, Story)> {
    let held = || sample("referral.held");
    let lost = || sample("referral.place_lost");
    vec![
        ("nothing offered", story()),
        ("waiting for an answer", offer()),
        ("nobody named yet", accepted()),
        ("before the first meeting", assigned()),
        ("with a session to come", met()),
        ("with a service report", met().then(sample("referral.service_reported"))),
        ("held before anybody was named", accepted().then(held())),
        ("held before the first meeting", assigned().then(held())),
        ("held after it", met().then(held())),
        ("lost before anybody was named", accepted().then(lost())),
        ("lost before the first meeting", assigned().then(lost())),
        ("lost after it", met().then(lost())),
        ("after a refusal", offer().then(sample("referral.declined"))),
        ("after the end", met().then_all(&["referral.service_reported", "referral.concluded"])),
    ]
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.row().subject == Subject::Referral)
}

fn document() -> String {
    let mut rows = String::new();
    let mut arrows = BTreeSet::new();
    for (standing, before) in standings() {
        let from = before.referral_facts().state;
        for kind in kinds() {
            let next = sample(kind.code());
            let to = before.clone().then(next.clone()).referral_facts().state;
            let possible = before.referral_admits(next);
            let answer = possible.map_or_else(|reason| format!("no: {reason}"), |()| "yes".to_owned());
            writeln!(rows, "| {from} | {standing} | `{kind}` | {answer} | {to} |").unwrap();
            if possible.is_ok() && from != to {
                arrows.insert((from, to, kind.code().trim_start_matches("referral.")));
            }
        }
    }
    let mut text = String::from(
        "# The way of a referral\n\n\
         Made by trying every act in every state; do not edit. An act that changes no state, such as a session, has no \
         arrow.\n\n```mermaid\nstateDiagram-v2\n    [*] --> none\n",
    );
    for (from, to, act) in arrows {
        writeln!(text, "    {from} --> {to}: {act}").unwrap();
    }
    text.push_str(
        "    ended --> [*]\n```\n\nA *no* refuses a decision. A report is on record all the same, and asks for a \
         correction.\n\n| from | standing | act | possible | to |\n|---|---|---|---|---|\n",
    );
    text + &rows
}

#[test]
fn the_document_of_referrals_is_what_the_facts_do() {
    compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/referral.md"), &document());
}

#[test]
fn what_is_not_possible_leaves_the_state_as_it_was() {
    for (standing, before) in standings() {
        for kind in kinds() {
            let possible = before.referral_admits(sample(kind.code()));
            let after = before.clone().then(sample(kind.code())).referral_facts();
            assert_eq!(after.contradictions.len(), usize::from(possible.is_err()), "{standing}, {kind}");
            if possible.is_err() {
                assert_eq!(after.state, before.referral_facts().state, "{standing}, {kind}");
            }
        }
    }
}

#[test]
fn every_state_is_reached() {
    let reached: BTreeSet<_> = standings().iter().map(|(_, story)| story.referral_facts().state).collect();
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), ReferralState::ALL);
}

#[test]
fn a_lost_place_stays_lost_until_somebody_is_back_in_it() {
    let lost = met().then(sample("referral.place_lost"));
    for deed in ["referral.held", "referral.resumed", "referral.reentry_asked", "referral.session_scheduled"] {
        assert_eq!(lost.clone().then(sample(deed)).referral_facts().state, ReferralState::PlaceLost, "{deed}");
    }
    let asked = lost.clone().then(sample("referral.reentry_asked"));
    assert!(asked.referral_facts().reentry_asked.is_some());
    let back = asked.then(sample("referral.reentered")).referral_facts();
    assert_eq!((back.state, back.held, back.reentry_asked), (ReferralState::Meeting, None, None));
}

#[test]
fn a_second_pause_does_not_begin_anew() {
    let once = met().then(sample("referral.held").at(1));
    let twice = once.clone().then(sample("referral.held").with("reason", "away").at(2));
    assert_eq!(twice.referral_facts().held, once.referral_facts().held);
}

#[test]
fn whoever_was_held_before_anybody_was_named_still_waits_for_a_name() {
    let back = accepted().then_all(&["referral.held", "referral.resumed"]);
    assert_eq!(back.referral_facts().state, ReferralState::Accepted);
    let named = accepted().then_all(&["referral.held", "referral.assigned"]);
    assert_eq!(named.referral_facts().state, ReferralState::OnHold);
    assert_eq!(named.then(sample("referral.resumed")).referral_facts().state, ReferralState::Assigned);
}

#[test]
fn the_clock_cannot_expire_what_was_accepted() {
    let facts = accepted().then(sample("referral.expired")).referral_facts();
    assert_eq!((facts.state, facts.contradictions.len()), (ReferralState::Accepted, 1));
}

#[test]
fn a_session_before_the_end_may_be_entered_after_it() {
    let ended = met().then_all(&["referral.service_reported", "referral.concluded"]);
    assert_eq!(ended.referral_admits(sample("referral.session_recorded").at(0)), Ok(()));
    assert!(ended.referral_admits(sample("referral.session_recorded").at(1)).is_err());
    let facts = ended.then(sample("referral.session_recorded").at(0)).referral_facts();
    assert!(facts.sessions[0].attendance.is_some());
    assert_eq!(facts.contradictions, []);
}

#[test]
fn a_meeting_that_did_not_take_place_is_still_to_come() {
    let missed = assigned().then(sample("referral.meeting_held").with("attendance", "could_not"));
    assert_eq!(missed.referral_facts().state, ReferralState::Assigned);
    assert_eq!(missed.referral_admits(sample("referral.meeting_held")), Ok(()));
}
