//! The plan: the version that counts, the person's own words and answer, what was done since, and the versions before.

use domain::facts::PlanFacts;
use domain::kind::{Act, topic};
use domain::plan::{Proposed, StepState};
use domain::{ActId, Kind, Part, Recorded, Strength};

use super::{Case, Section};
use crate::answer::Answer;
use crate::form::Whose;
use crate::pages::sheet::Block;
use crate::part::{Column, Doors, Empty, Pairs, Phrase, Said, State, Table, Tag};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The body of a version.
pub(super) fn body_of<'c>(case: &'c Case<'_>, plan: &PlanFacts) -> Option<(&'c Recorded, &'c Proposed)> {
    case.file.acts.iter().find_map(|recorded| match &recorded.act {
        Act::Plan(topic::Plan::Proposed(body)) if recorded.id() == plan.act => Some((recorded, body)),
        _ => None,
    })
}

/// Goals of the version that counts, counted from 1.
pub(super) fn goals(case: &Case<'_>) -> Vec<(u32, String)> {
    let Some((_, body)) = case.file.facts.plan().and_then(|plan| body_of(case, plan)) else { return Vec::new() };
    (1..).zip(body.goals.iter().map(|goal| goal.goal.to_string())).collect()
}

/// What the person said of a version, the last first.
pub(super) fn words_of(case: &Case<'_>, plan: ActId) -> Option<Said> {
    case.file.acts.iter().rev().find_map(|recorded| {
        let (text, key) = match &recorded.act {
            Act::Plan(topic::Plan::Agreed(body)) if body.plan == plan => (body.words.as_ref()?, "casework-said-agreed"),
            Act::Plan(topic::Plan::Disagreed(body)) if body.plan == plan => (&body.reason, "casework-said-disagreed"),
            Act::Plan(topic::Plan::Proposed(body)) if recorded.id() == plan => {
                (body.words.as_ref()?, "casework-said-wants")
            }
            _ => return None,
        };
        let by = Phrase::name(case.name()).and(case.say(key)).and(case.on(case.day(recorded.concerns())));
        Some(case.said(text.as_str(), by))
    })
}

/// Where a goal stands by the last step that was recorded, and what was said of it.
fn state_of<'c>(case: &'c Case<'_>, plan: ActId, goal: u32) -> Option<(StepState, &'c str)> {
    case.file.acts.iter().rev().find_map(|recorded| match &recorded.act {
        Act::Plan(topic::Plan::StepRecorded(body)) if body.plan == plan && body.goal == goal => {
            Some((body.state, body.note.as_str()))
        }
        _ => None,
    })
}

fn goal_tag(case: &Case<'_>, plan: &PlanFacts, goal: u32) -> Phrase {
    let Some((state, note)) = state_of(case, plan.act, goal) else {
        let offered = case.file.referrals.iter().rev().find(|line| line.plan == plan.act && line.goal == goal);
        return match offered {
            Some(line) => Tag::new(State::Due, case.words.code("referral-state", &line.state)).into(),
            None => Tag::new(State::Plain, case.say("step-ahead")).into(),
        };
    };
    let look = match state {
        StepState::UnderWay | StepState::Reached => State::Met,
        StepState::OnHold => State::Due,
        StepState::Dropped => State::Plain,
    };
    let short = case.say(&format!("casework-goal-{}", state.code().replace('_', "-")));
    Phrase::from(Tag::new(look, short)).note(note)
}

/// The goals of a version as a table.
pub(super) fn table(case: &Case<'_>, plan: &PlanFacts, body: &Proposed, with_doors: bool) -> Table {
    let may_refer = with_doors && case.may(Kind::ReferralBegun) && plan.approved.is_some();
    let may_record = with_doors && case.may(Kind::PlanStepRecorded) && plan.approved.is_some();
    let rows = (1_u32..).zip(&body.goals).map(|(number, goal)| {
        let mut state = goal_tag(case, plan, number);
        if may_record {
            let known = [("plan", plan.act.to_string()), ("goal", number.to_string())];
            state =
                state.and(Phrase::link(case.doing(Kind::PlanStepRecorded, &known), case.say("casework-goal-record")));
        }
        let mut helper = Phrase::name(goal.helper.as_str());
        if may_refer {
            let known = [("goal", number.to_string())];
            helper = helper.and(Phrase::link(case.doing(Kind::ReferralBegun, &known), case.say("casework-goal-refer")));
        }
        vec![
            Phrase::name(goal.goal.as_str()).note(case.words.code("need-area", goal.need.code())),
            Phrase::name(goal.step.as_str()),
            helper,
            state,
        ]
    });
    let columns = ["casework-goal", "casework-step-next", "casework-helper", "casework-state"];
    let columns = columns.map(|key| Column::new(case.say(key))).to_vec();
    Table::new(case.say("casework-goals"), columns, rows.collect()).caption_unseen()
}

/// How the version came to stand: the answer, the approval.
pub(super) fn standing(case: &Case<'_>, plan: &PlanFacts) -> Vec<Phrase> {
    use domain::facts::Answer as Given;
    let mut lines = Vec::new();
    let answer = match plan.answer {
        Some((_, Given::Agreed)) => Phrase::from(Tag::new(State::Met, case.say("casework-agreed"))),
        Some((_, Given::Disagreed)) => Phrase::from(Tag::new(State::Plain, case.say("casework-disagreed")))
            .and(case.say("casework-disagreed-text")),
        Some((_, Given::NotAnswered(again))) => Phrase::from(Tag::new(State::Due, case.say("casework-not-answered")))
            .and(case.dated("casework-ask-again", again)),
        None => Phrase::from(Tag::new(State::Unknown, case.say("casework-not-asked"))),
    };
    lines.push(answer);
    lines.push(match (plan.approved, plan.returned) {
        (Some((_, at, by)), _) => Phrase::from(Tag::new(State::Met, case.say("casework-approved")))
            .and(Phrase::name(case.staff(by)))
            .and(case.on(case.day(at))),
        (None, Some(act)) => {
            let reason = case.act(act).and_then(|recorded| match &recorded.act {
                Act::Plan(topic::Plan::Returned(body)) => Some(body.reason.to_string()),
                _ => None,
            });
            Phrase::from(Tag::new(State::Due, case.say("casework-returned")))
                .and(Phrase::name(reason.unwrap_or_default()))
        }
        (None, None) => Phrase::from(Tag::new(State::Due, case.say("casework-not-approved"))),
    });
    let late = plan.review_on < case.today();
    let review = Phrase::from(case.dated("casework-review-on", plan.review_on));
    lines.push(if late { Phrase::from(Tag::of(State::Late, case.words)).and(review) } else { review });
    lines
}

fn doors(case: &Case<'_>, plan: Option<&PlanFacts>) -> Option<Doors> {
    let Some(plan) = plan else { return case.doors(&[(Kind::PlanProposed, &[])]) };
    let known = [("plan", plan.act.to_string())];
    case.doors(&[
        (Kind::PlanApproved, &known),
        (Kind::PlanAgreed, &known),
        (Kind::PlanDisagreed, &known),
        (Kind::PlanNotAnswered, &known),
        (Kind::PlanReturned, &known),
        (Kind::PlanReviewed, &known),
        (Kind::PlanConsidered, &known),
        (Kind::PlanProposed, &[]),
    ])
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Plan, |case| {
        let facts = &case.file.facts;
        let waiting = facts.plans.last().filter(|last| last.approved.is_none() && last.returned.is_none());
        let mut page = case.frame(Section::Plan, doors(case, waiting.or(facts.plan())));
        let counts = facts.plan();
        let newest_first = facts.plans.iter().rev();
        if facts.plans.is_empty() {
            let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-plan-empty"));
            if case.may(Kind::PlanProposed) {
                empty = empty.step(case.doing(Kind::PlanProposed, &[]), case.title_of(Kind::PlanProposed));
            }
            let block = Block::new("none", case.say("casework-section-plan")).with(empty);
            return Ok(page.block(block.margin(case.cite("mandela-94", Whose::Text))));
        }
        let mut older = Vec::new();
        for plan in newest_first {
            let shown = counts.is_some_and(|counts| counts.act == plan.act)
                || waiting.is_some_and(|waiting| waiting.act == plan.act);
            if shown {
                page = page.blocks(version(case, plan));
            } else {
                older.push(
                    Phrase::from(case.words.say1("casework-plan-version", "number", plan.version))
                        .and(case.on(case.day(plan.proposed))),
                );
            }
        }
        if !older.is_empty() {
            page = page.block(Block::new("older", case.say("casework-plan-older")).items(older));
        }
        Ok(page)
    })
}

fn version(case: &Case<'_>, plan: &PlanFacts) -> Vec<Block> {
    let Some((recorded, body)) = body_of(case, plan) else { return Vec::new() };
    let id = format!("v{}", plan.version);
    let mut first = Block::new(id.clone(), case.words.say1("casework-plan-version", "number", plan.version))
        .with_some(words_of(case, plan.act))
        .items(standing(case, plan))
        .with(table(case, plan, body, true));
    if case.may(Kind::ReferralBegun) && plan.approved.is_some() {
        first = first.line(case.say("casework-refer-hint"));
    }
    if case.file.parts.contains(Part::Measures) && !case.file.facts.places_lost.is_empty() {
        let lost = case.file.facts.places_lost.len();
        first = first.line(case.words.say1("casework-lost-no-blame", "count", lost));
    }
    // Whoever may only after proving themselves again is asked to when they follow the link.
    let prints = case.visit.actor().is_ok_and(|actor| {
        access::grounds(actor.capacity, Part::Plan, domain::Action::Print, Strength::Fresh).next().is_some()
    });
    let print = Phrase::link(format!("/cases/{}/plan/print", case.file.case), case.say("casework-plan-print"));
    first =
        first.line_some(prints.then_some(print)).line(case.by(recorded)).margin(case.cite("mandela-94", Whose::Text));
    let mut blocks = vec![first];
    let release = Block::new(format!("{id}-release"), case.say("casework-plan-release"));
    blocks.push(
        match &body.release {
            Some(section) => release.with(
                Pairs::new()
                    .with(case.say("casework-release-home"), Phrase::name(section.home.as_str()))
                    .with(case.say("casework-release-living"), Phrase::name(section.living.as_str()))
                    .with(case.say("casework-release-ties"), Phrase::name(section.ties.as_str()))
                    .with(case.say("casework-release-agency"), Phrase::name(section.agency.as_str())),
            ),
            None => release.with(Empty::new(case.say("casework-nothing"), case.say("casework-plan-release-empty"))),
        }
        .margin(case.cite("mandela-107", Whose::Text)),
    );
    let reviews = case.file.acts.iter().rev().filter_map(|recorded| match &recorded.act {
        Act::Plan(topic::Plan::Reviewed(body)) if body.plan == plan.act => Some((recorded, body)),
        _ => None,
    });
    for (number, (recorded, review)) in reviews.enumerate() {
        let present: Vec<&str> = review.present.iter().map(domain::Line::as_str).collect();
        let pairs = Pairs::new()
            .with(case.say("casework-review-outcome"), case.words.code("review-outcome", review.outcome.code()))
            .with(case.say("casework-review-present"), Phrase::name(present.join(&case.say("shell-comma"))))
            .with_some(
                case.say("casework-review-dissent"),
                review.dissent.as_ref().map(|text| Phrase::name(text.as_str())),
            )
            .with(case.say("casework-review-next"), case.on(review.next_review));
        let day = case.on(case.day(recorded.concerns()));
        blocks.push(
            Block::new(format!("{id}-r{number}"), case.dated("casework-review-held", case.day(recorded.concerns())))
                .with(case.said(review.view.as_str(), Phrase::name(case.name()).and(day)))
                .with(pairs)
                .line(case.by(recorded)),
        );
    }
    blocks
}
