//! What a person reads when a safeguard stopped a decision: what did not happen, what stops it, what would remedy it, and
//! the form as it was left.

use domain::Moment;
use domain::facts::MeasureFacts;
use safeguards::Finding;

use super::case::Case;
use super::case::measure_drawing;
use super::sheet::{Block, Page};
use crate::act_form::ActForm;
use crate::form::{Form, Whose};
use crate::part::{Doors, Identity, Phrase, State, Tag};

/// The page; `form` holds what was typed.
pub(crate) fn page(case: &Case<'_>, act: &ActForm, findings: &[Finding], form: Form) -> Page {
    let heading = match findings.first() {
        Some(finding) => case.words.say1("refused-heading", "rule", case.of_rule(finding, "title")).into_owned(),
        None => case.say("refused-title"),
    };
    let told = [("what", case.title_of(act.kind).into()), ("name", case.name().into())];
    let lead = case.words.say_with("refused-lead", &told).into_owned();
    let measure = concerned(case);
    let mut page = Page::new(case.visit.shell("refused-title"))
        .trail(format!("/cases/{}", case.file.case), Phrase::name(case.name()))
        .trail("", case.say("refused-title"))
        .head(Identity::new(heading).lead(lead));
    for (number, finding) in findings.iter().enumerate() {
        page = page.block(stop(case, number, finding, measure));
    }
    page.block(ways_on(case, measure)).foot(form)
}

/// The measure that the form was about, if it named one.
fn concerned<'c>(case: &'c Case<'_>) -> Option<&'c MeasureFacts> {
    let id = case.visit.form.get("measure")?;
    case.file.facts.measures.iter().find(|measure| measure.act.to_string() == id)
}

/// The end that was asked for, as typed.
fn asked(case: &Case<'_>) -> Option<Moment> {
    let typed = case.visit.form.get("until").or_else(|| case.visit.form.get("planned_end"))?;
    let local: jiff::civil::DateTime = typed.trim().replace(' ', "T").parse().ok()?;
    let there = case.words.zone().to_timestamp(local).ok()?;
    Some(there.into())
}

fn stop(case: &Case<'_>, number: usize, finding: &Finding, measure: Option<&MeasureFacts>) -> Block {
    let id = if number == 0 { "stop".to_owned() } else { format!("stop-{number}") };
    let mut block = Block::new(id, case.say("refused-stop"))
        .line(
            Phrase::from(Tag::new(State::Breach, case.say("refused-would-breach")))
                .and(case.of_rule(finding, "breach")),
        )
        .items(finding.flags.iter().map(|flag| case.words.code("flag", flag.code()).into_owned().into()).collect());
    if let Some(clock) = &finding.clock {
        let end = asked(case).or(finding.planned_end);
        if let Some(measure) = measure {
            block = block.with(measure_drawing(case, clock, measure, end));
        } else if let Some(end) = end {
            let used = jiff::SignedDuration::from_millis(end.since(clock.from).max(0));
            let limit = jiff::SignedDuration::from_millis(clock.limit.millis());
            let bar = crate::part::Bar::new(case.words, used, limit, Whose::Limit);
            let sentence = bar.sentence().to_owned();
            block = block.line(Phrase::from(bar).note(sentence));
        }
        if number == 0 {
            block = block
                .heading(case.say("refused-remedy"))
                .line(Phrase::from(case.say("refused-no-later")).and(Phrase::from(case.when(clock.reached_at))));
            block = block.line(case.say("refused-ceiling"));
        }
    } else {
        block = block.heading(case.say("refused-remedy")).line(case.of_rule(finding, "remedy"));
    }
    let remedies = finding.remedies.iter().map(|remedy| case.words.code("remedy", remedy.code()).into_owned().into());
    block.items(remedies.collect()).line(case.say("refused-nobody-waives")).margin(case.rule_beside(finding))
}

fn ways_on(case: &Case<'_>, measure: Option<&MeasureFacts>) -> Block {
    let back = match measure {
        Some(measure) => format!("/cases/{}/measures/{}", case.file.case, measure.act),
        None => format!("/cases/{}", case.file.case),
    };
    let mut doors = Doors::first(back, case.say("refused-leave"));
    if let Some(measure) = measure
        && case.may(domain::Kind::MeasureLifted)
    {
        let known = [("measure", measure.act.to_string())];
        doors = doors.or(case.doing(domain::Kind::MeasureLifted, &known), case.title_of(domain::Kind::MeasureLifted));
    }
    Block::new("do", case.say("refused-do"))
        .line(case.say("refused-do-text"))
        .with(doors)
        .line(case.say("refused-form-below"))
}
