//! The first page of a case: where it stands, what is in force, the plan in short, who works on it and who looked.

use domain::facts::Step;
use domain::{Date, Kind, Part};

use super::{Case, Section, looks, plan, safeguards, timeline};
use crate::answer::Answer;
use crate::pages::sheet::Block;
use crate::part::{self, Empty, Log, People, Phrase, StepState, Steps};
use crate::trouble::Trouble;
use crate::visit::Visit;

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Overview, |case| {
        let mut page = case.frame(Section::Overview, case.two_doors());
        let has = |part| case.file.parts.contains(part);
        if has(Part::Plan) && has(Part::Release) {
            page = page.head(strip(case));
        }
        page = page.head_some(super::keeping::note(case)).head_some(case.emergency_note());
        if has(Part::Measures) {
            for measure in case.file.facts.measures_at(case.file.now) {
                page = page.head(case.running_note(measure));
            }
        }
        if let Some(note) = case.restriction_note() {
            page = page.head(note);
        }
        if has(Part::Plan) {
            page = page.block(plan_block(case));
        }
        if Section::Safeguards.is_open(case.file) {
            let block = Block::new("rules", case.say("casework-section-safeguards"))
                .line(safeguards::sentence(case))
                .with(People::new(safeguards::short(case)))
                .line(Phrase::link(case.href(Section::Safeguards), case.say("casework-safeguards-open")));
            page = page.block(block);
        }
        if has(Part::Release) {
            page = page.block(release_block(case));
        }
        if let Some(sent) = case.sent_block() {
            page = page.block(sent);
        }
        let entries = timeline::entries(case, None);
        let total = entries.len();
        let newest: Vec<_> = entries.into_iter().take(8).collect();
        let mut log = Log::new(newest);
        if total > 8 {
            log = log.older(
                case.href(Section::Timeline),
                case.words.say1("casework-older", "count", total.saturating_sub(8)),
            );
        }
        let line = Block::new("line", case.say("casework-section-timeline"));
        page = page.block(line.with(timeline::filters(case, None)).with(log));
        let mut beside = vec![people_block(case)];
        if has(Part::Record) {
            let block = Block::new("looks", case.say("casework-section-looks"));
            let block = if case.file.looks.lines.is_empty() {
                block.line(case.say("casework-looks-empty"))
            } else {
                let all = case.words.say1("casework-looks-all", "count", case.file.looks.total);
                block.with(People::new(looks::short(case))).line(Phrase::link(case.href(Section::Looks), all))
            };
            beside.push(block.line(case.say("casework-looks-person")));
        }
        Ok(page.beside(case.say("casework-people"), beside))
    })
}

/// The strip of steps, computed from what was recorded.
fn strip(case: &Case<'_>) -> Steps {
    let facts = &case.file.facts;
    let here = facts.step();
    let open: Vec<Step> = Step::ALL.iter().copied().filter(|step| *step != Step::Closed).collect();
    let steps = open.iter().map(|step| {
        let state = match step.cmp(&here) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Now,
            std::cmp::Ordering::Greater => StepState::Ahead,
        };
        part::Step {
            label: case.words.code("step", step.code()).into_owned(),
            state,
            note: step_note(case, *step, state),
        }
    });
    let number = open.iter().position(|step| *step == here).map_or(open.len(), |at| at.saturating_add(1));
    let told = [("number", number.into()), ("step", case.words.code("step", here.code()).into())];
    let mut sentence = if here == Step::Closed {
        case.say("casework-stands-closed")
    } else {
        case.words.say_with("casework-stands", &told).into_owned()
    };
    if let Some(plan) = facts.plan().filter(|_| here < Step::Aftercare) {
        sentence.push(' ');
        sentence.push_str(&case.dated("casework-stands-next", plan.review_on));
    }
    sentence.push(' ');
    sentence.push_str(&case.say("casework-stands-computed"));
    Steps::new(case.words, steps.collect(), sentence)
}

fn step_note(case: &Case<'_>, step: Step, state: StepState) -> String {
    let facts = &case.file.facts;
    let plan = facts.plan();
    let day = |at| case.day(at);
    let done: Option<Date> = match step {
        Step::New => facts.admitted.map(|(_, at)| day(at)),
        Step::Assessment => {
            facts.assessments.last().map(|(_, at, _)| day(*at)).or(facts.needs_taken.map(|(_, at)| day(at)))
        }
        Step::Plan => plan.and_then(|plan| plan.approved).map(|(_, at, _)| day(at)),
        Step::Services => case.file.referrals.first().map(|line| day(line.begun)),
        Step::Review => plan.and_then(|plan| plan.reviews.last()).map(|(_, at)| day(*at)),
        Step::Release => facts.released.map(|(_, at)| day(at)),
        Step::Aftercare | Step::Closed => facts.first_contact.map(|(_, at)| day(at)),
    };
    let due: Option<Date> = match step {
        Step::Review => plan.map(|plan| plan.review_on),
        Step::Release => facts.release_expected(),
        _ => None,
    };
    // A day of another year says which.
    let year = case.day(case.file.now).year();
    let told = |on: Date| if on.year() == year { case.words.day(on) } else { case.words.short_date(on) };
    match (state, done, due) {
        (StepState::Done, Some(on), _) => case.words.say1("casework-step-done", "day", told(on)).into_owned(),
        (StepState::Ahead, _, Some(on)) => case.words.say1("casework-step-due", "day", told(on)).into_owned(),
        _ => String::new(),
    }
}

fn plan_block(case: &Case<'_>) -> Block {
    let Some(counts) = case.file.facts.plan() else {
        let mut empty = Empty::new(case.say("casework-nothing"), case.say("casework-plan-empty"));
        if case.may(Kind::PlanProposed) {
            empty = empty.step(case.doing(Kind::PlanProposed, &[]), case.title_of(Kind::PlanProposed));
        }
        return Block::new("plan", case.say("casework-section-plan")).with(empty);
    };
    let title = case.words.say1("casework-plan-version", "number", counts.version);
    let mut block = Block::new("plan", title).with_some(plan::words_of(case, counts.act));
    block = block.items(plan::standing(case, counts));
    if let Some((_, body)) = plan::body_of(case, counts) {
        block = block.with(plan::table(case, counts, body, false));
    }
    block.line(Phrase::link(case.href(Section::Plan), case.say("casework-plan-open")))
}

fn release_block(case: &Case<'_>) -> Block {
    let facts = &case.file.facts;
    let all = domain::release::ReleaseItem::ALL.len();
    let arranged = domain::release::ReleaseItem::ALL
        .iter()
        .filter(|item| facts.release_items.iter().any(|(_, arranged)| arranged == *item))
        .count();
    let block = Block::new("release", case.say("casework-section-release"));
    let told = [("arranged", arranged.into()), ("all", all.into())];
    let mut block = if arranged == 0 {
        block.with(Empty::new(case.say("casework-nothing"), case.say("casework-release-empty")))
    } else {
        block.line(case.words.say_with("casework-release-arranged", &told))
    };
    if let Some(handover) = facts.handovers.last() {
        let key = match (handover.accepted, handover.returned) {
            (Some(_), _) => "casework-handover-accepted",
            (None, Some(_)) => "casework-handover-returned",
            (None, None) => "casework-handover-waits",
        };
        block = block.line(Phrase::name(case.org(handover.to)).and(case.say(key)));
    }
    block.line(Phrase::link(case.href(Section::Release), case.say("casework-release-open")))
}

/// Who is involved now, and who was before.
fn people_block(case: &Case<'_>) -> Block {
    let facts = &case.file.facts;
    let now = case.file.now;
    let (mut present, mut before) = (Vec::new(), Vec::new());
    for row in facts.allocated.iter().rev() {
        let name = Phrase::name(case.staff(row.value));
        if row.span.holds(now) {
            let since = case.dated("casework-carries-since", case.day(row.span.from));
            present.push(name.note(since));
        } else {
            let told = [
                ("from", case.words.short_date(case.day(row.span.from)).into()),
                (
                    "until",
                    row.span.until.map(|until| case.words.short_date(case.day(until))).unwrap_or_default().into(),
                ),
            ];
            before.push(name.note(case.words.say_with("casework-carried", &told)));
        }
    }
    if facts.carried_by(now).is_none() && facts.held_at(now).is_some() {
        let mut nobody = Phrase::from(case.say("casework-nobody"));
        if case.may(Kind::FileAllocated) {
            nobody = nobody.and(Phrase::link(case.doing(Kind::FileAllocated, &[]), case.title_of(Kind::FileAllocated)));
        }
        present.insert(0, nobody);
    }
    for line in case.file.referrals.iter().rev() {
        let service = case.file.shown.services.get(&line.service.stream()).cloned().unwrap_or_default();
        let entry = Phrase::name(case.org(line.org)).note(service);
        if line.state == "ended" { before.push(entry) } else { present.push(entry) }
    }
    if let Some(handover) = facts.handovers.last().filter(|handover| handover.returned.is_none()) {
        present.push(Phrase::name(case.org(handover.to)).note(case.say("casework-handover")));
    }
    for place in facts.custody.iter().rev().filter(|place| !place.span.holds(now)) {
        before.push(Phrase::name(case.org(place.value)));
    }
    let count = before.len();
    Block::new("now", case.say("casework-involved")).with(People::new(present)).folded(
        case.words.say1("casework-before", "count", count),
        if count == 0 { Block::new("", "") } else { Block::new("", "").with(People::new(before)) },
    )
}
