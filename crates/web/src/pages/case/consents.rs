//! Consents, and the referrals that rest on them. A consent is a veto that the person holds, never the only ground.

use domain::kind::{Act, topic};
use domain::{Capacity, Kind};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::referrals::state_tag;
use crate::pages::sheet::Block;
use crate::part::{Column, Empty, Phrase, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Consents, |case| {
        let doors = case.doors(&[(Kind::ConsentGiven, &[]), (Kind::ConsentRefused, &[])]);
        let mut rows = Vec::new();
        for recorded in case.file.acts.iter().rev() {
            match &recorded.act {
                Act::Consent(topic::Consent::Given(body)) => rows.push(given(case, recorded, body)),
                Act::Consent(topic::Consent::Refused(body)) => rows.push(vec![
                    Phrase::from(case.say("casework-consent-none")),
                    Phrase::name(body.purpose.as_str()),
                    Phrase::default(),
                    case.on(case.day(recorded.concerns())).into(),
                    Phrase::from(Tag::new(State::Plain, case.say("casework-consent-refused")))
                        .note(case.say("casework-consent-refused-text")),
                ]),
                _ => {}
            }
        }
        let mut block =
            Block::new("consents", case.say("casework-section-consents")).line(case.say("casework-consents-text"));
        block = if rows.is_empty() {
            let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-consents-empty"));
            if case.may(Kind::ConsentGiven) {
                empty = empty.step(case.doing(Kind::ConsentGiven, &[]), case.title_of(Kind::ConsentGiven));
            }
            block.with(empty)
        } else {
            let columns =
                ["casework-receiver", "casework-purpose", "casework-shared", "casework-until", "casework-state"];
            let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
            block.with(Table::new(case.say("casework-section-consents"), columns, rows).caption_unseen())
        };
        Ok(case.frame(Section::Consents, doors).block(block.margin(case.cite("mandela-9", Whose::Text))))
    })
}

fn given(case: &Case<'_>, recorded: &domain::Recorded, body: &domain::consent::Given) -> Vec<Phrase> {
    let parts: Vec<String> =
        body.parts.iter().map(|part| case.words.code("shared-part", part.code()).into_owned()).collect();
    let facts = case.file.facts.consents.iter().find(|consent| consent.act == recorded.id());
    let state = match facts {
        Some(facts) => match facts.withdrawn {
            Some(at) => {
                Phrase::from(Tag::new(State::Plain, case.say("casework-consent-withdrawn"))).and(case.on(case.day(at)))
            }
            None if facts.holds(case.file.now, case.words.zone()) => {
                let tag = Phrase::from(Tag::new(State::Met, case.say("casework-consent-holds")));
                if case.may(Kind::ConsentWithdrawn) {
                    let href = case.doing(Kind::ConsentWithdrawn, &[("consent", recorded.id().to_string())]);
                    tag.and(Phrase::link(href, case.title_of(Kind::ConsentWithdrawn)))
                } else {
                    tag
                }
            }
            None => Tag::new(State::Due, case.say("casework-consent-over")).into(),
        },
        None => Phrase::default(),
    };
    let explained = [("who", body.explained_by.as_str().into()), ("language", body.language.as_str().into())];
    vec![
        Phrase::name(case.org(body.recipient)),
        Phrase::name(body.purpose.as_str()).note(case.words.say_with("casework-explained", &explained)),
        parts.join(&case.say("casework-semicolon")).into(),
        case.on(body.until).into(),
        state,
    ]
}

/// May this capacity open the page of a referral? The list names it all the same.
fn opens_referrals(capacity: Capacity) -> bool {
    matches!(
        capacity,
        Capacity::CaseManager
            | Capacity::Supervisor
            | Capacity::Governor
            | Capacity::Monitor
            | Capacity::IndependentReviewer
    )
}

/// The referrals of a case as rows: service, goal, state, what is next.
pub(super) fn rows(case: &Case<'_>) -> Vec<Vec<Phrase>> {
    let opens = case.visit.signed.as_ref().is_some_and(|signed| opens_referrals(signed.actor.capacity));
    let goals = super::plan::goals(case);
    case.file
        .referrals
        .iter()
        .rev()
        .map(|line| {
            let service = case.file.shown.services.get(&line.service.stream()).cloned().unwrap_or_default();
            let name = if opens {
                Phrase::link(format!("/referrals/{}", line.referral), service)
            } else {
                Phrase::name(service)
            };
            let goal = goals.iter().find(|(number, _)| *number == line.goal).map(|(_, text)| text.clone());
            vec![
                name.note(case.org(line.org)),
                Phrase::name(goal.unwrap_or_default()),
                case.on(case.day(line.begun)).into(),
                state_tag(case.words, &line.state).into(),
                line.next_session.map(|at| case.when(at).into()).unwrap_or_default(),
            ]
        })
        .collect()
}

pub(super) fn referrals(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Referrals, |case| {
        let doors = case.doors(&[(Kind::ReferralBegun, &[])]);
        let block = Block::new("referrals", case.say("casework-section-referrals"));
        let block = if case.file.referrals.is_empty() {
            let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-referrals-empty"));
            if case.may(Kind::ReferralBegun) {
                empty = empty.step(case.href(Section::Plan), case.say("casework-referrals-from-plan"));
            }
            block.with(empty)
        } else {
            let columns =
                ["casework-service", "casework-goal", "casework-begun", "casework-state", "casework-next-session"];
            let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
            block.with(Table::new(case.say("casework-section-referrals"), columns, rows(case)).caption_unseen())
        };
        Ok(case.frame(Section::Referrals, doors).block(block.margin(case.cite("mandela-88", Whose::Text))))
    })
}
