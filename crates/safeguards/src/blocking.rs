//! Which findings refuse a decision.
//!
//! Only a prohibition refuses, and only what the decision itself would bring about or make worse: what was broken
//! before is no reason to refuse an act that changes nothing about it. Obligations never block, and no record is ever
//! refused.

use domain::look::Outcome;

use crate::finding::{Checked, Finding, Severity};

/// The findings which refuse a decision: `after` was checked with it, `before` without it, both at the same moment.
pub fn blocking<'a>(after: &'a Checked, before: &Checked) -> Vec<&'a Finding> {
    after
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Breach && finding.severity == Severity::Prohibition)
        .filter(|finding| {
            let known = before.findings.iter().find(|known| {
                known.outcome == Outcome::Breach && (known.rule, known.anchor) == (finding.rule, finding.anchor)
            });
            known.is_none_or(|known| is_worse(finding, known))
        })
        .collect()
}

fn is_worse(finding: &Finding, known: &Finding) -> bool {
    let planned_longer = finding.planned_end > known.planned_end;
    let adds_to_running = finding.runs() && finding.acts.iter().any(|act| !known.acts.contains(act));
    let began_again = finding.runs() && !known.runs();
    let broken_for = |finding: &Finding| {
        let ended = finding.stretches.iter().filter_map(|stretch| Some(stretch.until?.since(stretch.from)));
        (finding.stretches.iter().filter(|stretch| stretch.until.is_none()).count(), ended.sum::<i64>())
    };
    planned_longer || adds_to_running || began_again || broken_for(finding) > broken_for(known)
}
