//! `passerelle check`: what the rules answer, for the cases of an installation or for a story in a file.
//!
//! Prints ids, never names. Exit code 1 when something is a breach.

use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use domain::look::Outcome;
use domain::{CaseId, Moment};
use indicatif::{ProgressBar, ProgressDrawTarget};
use safeguards::Checked;
use safeguards::story::Story;
use serde_json::{Value, json};

use crate::Verdict;
use crate::arguments::{Check, Which};
use crate::opened::open_to_judge;

/// Checks what was asked for.
pub fn run(asked: &Check) -> anyhow::Result<Verdict> {
    let which = Which { data: asked.data.clone(), config: asked.config.clone() };
    let named = which.data.is_some() || which.config.is_some();
    match (&asked.story, asked.at) {
        (Some(file), Some(at)) => story(file, at, asked.json),
        (None, _) if named && (asked.all || asked.case.is_some()) => cases(&which, asked.case, asked.json),
        _ => bail!("give --data DIR or --config FILE with --all or --case ID, or --story FILE with --at TIME"),
    }
}

fn story(file: &Path, at: Moment, json: bool) -> anyhow::Result<Verdict> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let judged = Story::parse(&text).with_context(|| file.display().to_string())?.judge(at);
    if json {
        println!("{}", serde_json::to_string_pretty(&judged)?);
    } else {
        print!("{judged}");
    }
    Ok(verdict(&judged.checked))
}

fn cases(which: &Which, only: Option<CaseId>, json: bool) -> anyhow::Result<Verdict> {
    let app = open_to_judge(which)?;
    let progress = ProgressBar::no_length();
    if !std::io::stderr().is_terminal() {
        progress.set_draw_target(ProgressDrawTarget::hidden());
    }
    let mut worst = Verdict::Fine;
    let mut answered: Vec<Value> = Vec::new();
    let mut counted: BTreeMap<(&'static str, Outcome), usize> = BTreeMap::new();
    let mut found = 0_usize;
    app.check_all(only, |case, done, all, checked| {
        progress.set_length(all);
        progress.set_position(done);
        found += 1;
        if verdict(checked) == Verdict::Bad {
            worst = Verdict::Bad;
        }
        for finding in checked.findings.iter().chain(&checked.met) {
            *counted.entry((finding.rule.id(), finding.outcome)).or_default() += 1;
        }
        if json {
            answered.push(json!({ "case": case, "checked": checked }));
        } else {
            for finding in &checked.findings {
                progress.suspend(|| println!("{case}  {finding}, since {}", finding.since));
            }
        }
    })?;
    progress.finish_and_clear();
    if found == 0 && only.is_some() {
        bail!("there is no such case");
    }
    if json {
        let counts: Vec<Value> = counted
            .iter()
            .map(|((rule, outcome), count)| json!({ "rule": rule, "outcome": outcome, "count": count }))
            .collect();
        println!("{}", serde_json::to_string_pretty(&json!({ "cases": answered, "counts": counts }))?);
    } else {
        println!("{found} cases");
        for ((rule, outcome), count) in counted {
            println!("{rule:<8}  {outcome:<12}  {count}");
        }
    }
    Ok(worst)
}

fn verdict(checked: &Checked) -> Verdict {
    if checked.with(Outcome::Breach).next().is_some() { Verdict::Bad } else { Verdict::Fine }
}
