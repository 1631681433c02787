//! `passerelle rules`: the catalogue, as the page that is generated from it or as JSON.

use safeguards::{RULE_SET, RULES, rules_markdown};
use serde_json::{Value, json};

use crate::Verdict;
use crate::arguments::Rules;

/// Prints it.
pub fn run(asked: &Rules) -> anyhow::Result<Verdict> {
    if !asked.json {
        print!("{}", rules_markdown());
        return Ok(Verdict::Fine);
    }
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            let cites: Vec<String> = rule.cites.iter().map(ToString::to_string).collect();
            let data: Vec<Value> =
                rule.data.iter().map(|(kind, gives)| json!({ "act": kind.code(), "gives": gives })).collect();
            let clocks: Vec<&str> = rule.clocks.iter().map(|clock| clock.name()).collect();
            json!({
                "id": rule.id, "cites": cites, "severity": rule.severity, "word": rule.word, "check": rule.kind.mark(),
                "population": rule.population, "asks": rule.asks, "checks": rule.checks, "clocks": clocks,
                "data": data,
            })
        })
        .collect();
    println!("{}", serde_json::to_string_pretty(&json!({ "rule_set": RULE_SET, "rules": rules }))?);
    Ok(Verdict::Fine)
}
