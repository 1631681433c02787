//! The way of a referral as a document, made by trying every act in every state.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use domain::Kind;
use domain::admission::NotPossible;
use domain::kind::Subject;
use domain::referral_facts::ReferralState;

use crate::case::{SESSION, Story, act, compare, offer, org, sample, story};

/// The disclosure of these stories.
const DANGER: u64 = 640;

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

#[test]
fn what_is_asked_for_the_person_is_sent_only_in_words_they_agreed_to() {
    let note = || sample("referral.welfare_noted");
    assert_eq!(met().referral_admits(note()), Ok(()));
    assert_eq!(met().referral_admits(note().with("agreed", "no")), Err(NotPossible::NotAgreed));
    assert_eq!(accepted().referral_admits(note()), Err(NotPossible::NotAssigned));
}

#[test]
fn whoever_is_not_told_of_a_disclosure_at_once_is_told_by_a_day_for_a_reason() {
    let danger = || sample("referral.danger_disclosed").at(50);
    assert_eq!(met().referral_admits(danger()), Ok(()));
    assert_eq!(met().referral_admits(danger().without("tell_by")), Err(NotPossible::DelayNeedsReason));
    assert_eq!(met().referral_admits(danger().without("why_later")), Err(NotPossible::DelayNeedsReason));
    let told = || danger().with("person_told", "yes");
    assert_eq!(met().referral_admits(told().without("tell_by").without("why_later")), Ok(()));
    let ahead = danger().with("told_at", "2099-01-01T00:00:00.000Z");
    assert_eq!(met().referral_admits(ahead), Err(NotPossible::InFuture));
}

#[test]
fn a_danger_is_answered_by_whoever_received_it_and_the_first_answer_counts() {
    let helper = org(31);
    let disclosed = met().then(sample("referral.danger_disclosed").from(31).named(DANGER).at(50));
    let answer = || sample("referral.danger_answered").with("disclosed", act(DANGER));
    assert_eq!(disclosed.referral_facts().dangers.len(), 1);
    assert_eq!(disclosed.referral_facts().dangers[0].by, helper);
    assert_eq!(disclosed.referral_admits(answer().from(31)), Err(NotPossible::OwnDisclosure));
    assert_eq!(met().referral_admits(answer()), Err(NotPossible::DangerUnknown));
    let own = disclosed.clone().then(answer().from(31).at(51)).referral_facts();
    assert_eq!(own.dangers[0].answered, None, "the organisation that disclosed it answers nothing");
    let answered = disclosed.then(answer().at(51));
    let at = answered.referral_facts().dangers[0].answered;
    assert!(at.is_some());
    assert_eq!(answered.then(answer().at(52)).referral_facts().dangers[0].answered, at);
}
