//! The catalogue as a page: `docs/generated/rules.md`.
//!
//! Generated, compared with the checked-in page by a test, and written anew with `BLESS=1`.

use std::fmt::Write as _;

use crate::finding::{TextWord, cited};
use crate::rule::{RULE_SET, RULES, Rule};
use crate::settings::{ClockName, length};

/// The page, from the catalogue and the proposed clocks.
pub fn rules_markdown() -> String {
    let mut page = format!(
        "# Rules\n\n\
         Generated from the catalogue in `crates/safeguards`; do not edit. Rule set {RULE_SET}.\n\n\
         Every rule gives one of three answers: met, breach, undetermined. A needed fact that is missing never counts \
         as met. A finding reports what a cited rule asks and what the file shows; it is not a verdict. Paraphrases, \
         not quotations.\n\n\
         | rule | cites | weight | word of the text | check | applies to |\n|---|---|---|---|---|---|\n"
    );
    for rule in RULES {
        let Rule { id, cites, severity, word, kind, population, .. } = rule;
        let _ = writeln!(page, "| {id} | {} | {severity} | {word} | {} | {population} |", cited(cites), kind.mark());
    }
    for rule in RULES {
        section(&mut page, rule);
    }
    clocks(&mut page);
    page
}

fn section(page: &mut String, rule: &Rule) {
    let Rule { id, cites, asks, checks, met_by, broken_by, undetermined_by, source, .. } = rule;
    let word = match rule.word {
        TextWord::Shall => "shall",
        TextWord::Should => "should",
    };
    let _ = write!(
        page,
        "\n## {id}\n\n{asks}\n\n\
         - Cites: {} (text: {word}; read as {source})\n\
         - Checked: {checks}\n\
         - Met, for example: {met_by}\n\
         - Breach, for example: {broken_by}\n\
         - Undetermined, for example: {undetermined_by}\n",
        cited(cites),
    );
    if !rule.clocks.is_empty() {
        let _ = writeln!(
            page,
            "- Policy clocks: {}",
            rule.clocks.iter().map(|clock| clock.name()).collect::<Vec<_>>().join(", ")
        );
    }
    let _ = write!(page, "\n| act | what it gives |\n|---|---|\n");
    for (kind, gives) in rule.data {
        let _ = writeln!(page, "| `{}` | {gives} |", kind.row().name);
    }
}

fn clocks(page: &mut String) {
    let _ = write!(
        page,
        "\n## Policy clocks\n\nProposed here, because the text has only a word or none; never shown as a limit of the United Nations. \
         Numbers that a text names are none of these.\n\n\
         | clock | proposed | the word of the text | rules |\n|---|---|---|---|\n"
    );
    for clock in ClockName::ALL {
        let used: Vec<_> = RULES.iter().filter(|rule| rule.clocks.contains(clock)).map(|rule| rule.id).collect();
        let _ = writeln!(page, "| {clock} | {} | {} | {} |", length(clock.proposed()), clock.word(), used.join(", "));
    }
}
