//! What the rules say of a case. Three answers, never two: what is not recorded is undetermined, and stays in the count.

use app::consult::FindingLine;
use domain::look::Outcome;

use super::{Case, Section};
use crate::answer::Answer;
use crate::pages::sheet::Block;
use crate::part::{Empty, Phrase};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// One sentence on how many rules stand how.
pub(super) fn sentence(case: &Case<'_>) -> String {
    let with = |outcome| {
        let open = |line: &&FindingLine| line.finding.outcome == outcome && line.finding.over.is_none();
        case.file.findings.iter().filter(open).count()
    };
    let (breach, undetermined) = (with(Outcome::Breach), with(Outcome::Undetermined));
    if case.file.met == 0 && breach == 0 && undetermined == 0 {
        return case.say("casework-safeguards-nothing");
    }
    let told = [("met", case.file.met.into()), ("breach", breach.into()), ("undetermined", undetermined.into())];
    case.words.say_with("casework-safeguards-sentence", &told).into_owned()
}

/// The findings as short lines.
pub(super) fn short(case: &Case<'_>) -> Vec<Phrase> {
    case.file
        .findings
        .iter()
        .filter(|line| line.finding.over.is_none())
        .map(|line| {
            let finding = &line.finding;
            let note = format!("{}. {}", case.of_rule(finding, "cite"), case.of_rule(finding, "remedy"));
            Phrase::from(case.outcome(finding))
                .and(Phrase::strong(case.of_rule(finding, "title")))
                .and(case.of_rule(finding, finding.outcome.code()))
                .note(note)
        })
        .collect()
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    super::page(visit, Section::Safeguards, |case| {
        let mut page = case.frame(Section::Safeguards, None);
        let mut sum = Block::new("sum", case.say("casework-section-safeguards"))
            .line(sentence(case))
            .line(case.say("casework-safeguards-text"));
        if case.file.findings.is_empty() {
            sum = sum.with(Empty::new(case.say("casework-no-finding"), case.say("casework-no-finding-text")));
        }
        page = page.block(sum.line(Phrase::link("/rules", case.say("casework-all-rules"))));
        for (number, line) in case.file.findings.iter().enumerate() {
            page = page.block(block(case, number, line));
        }
        Ok(page)
    })
}

fn block(case: &Case<'_>, number: usize, line: &FindingLine) -> Block {
    let finding = &line.finding;
    let mut block = Block::new(format!("finding-{number}"), case.of_rule(finding, "title"))
        .line(Phrase::from(case.outcome(finding)).and(case.of_rule(finding, finding.outcome.code())));
    if line.with_facts {
        block = block.line(Phrase::from(case.say("casework-since")).and(case.when(finding.since)));
        block = block
            .line_some(finding.known.map(|known| Phrase::from(case.say("casework-known-only")).and(case.when(known))));
        block = block
            .line_some(finding.over.map(|over| Phrase::from(case.say("casework-over-since")).and(case.when(over))));
        if let Some(bar) = case.bar(finding) {
            let sentence = bar.sentence().to_owned();
            block = block.line(Phrase::from(bar).note(sentence));
        }
        let flags = finding.flags.iter().map(|flag| case.words.code("flag", flag.code()).into_owned().into());
        block = block.items(flags.collect());
        if let Some(coverage) = finding.coverage {
            let told = [("recorded", coverage.recorded.into()), ("closed", coverage.closed.into())];
            block = block.line(case.words.say_with("casework-coverage", &told));
        }
        let measure = case.file.facts.measures.iter().find(|measure| finding.acts.contains(&measure.act));
        block = block.line_some(
            measure.map(|measure| Phrase::link(case.measure_href(measure), case.say("casework-measure-open"))),
        );
    } else {
        block = block.line(case.say("casework-without-facts"));
    }
    if !finding.remedies.is_empty() {
        let remedies =
            finding.remedies.iter().map(|remedy| case.words.code("remedy", remedy.code()).into_owned().into());
        block = block.heading(case.say("casework-remedy")).items(remedies.collect());
    }
    block.margin(case.rule_beside(finding))
}
