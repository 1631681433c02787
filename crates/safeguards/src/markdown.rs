//! The catalogue as a page: `docs/generated/rules.md`.
//!
//! Generated, compared with the checked-in page by a test, and written anew with `BLESS=1`.

use std::fmt::Write as _;

use crate::finding::{TextWord, cited};
use crate::rule::{RULE_SET, RULES, Rule};
use crate::settings::{PolicyClock, Settings};

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
        let _ = writeln!(page, "- Policy clocks: {}", rule.clocks.join(", "));
    }
    let _ = write!(page, "\n| act | what it gives |\n|---|---|\n");
    for (kind, gives) in rule.data {
        let _ = writeln!(page, "| `{}` | {gives} |", kind.row().name);
    }
}

fn clocks(page: &mut String) {
    let Settings { plan, episode_gap, first_warning, last_warning, .. } = Settings::new(jiff::tz::TimeZone::UTC);
    let _ = write!(
        page,
        "\n## Policy clocks\n\nSet by whoever runs an installation; never shown as a limit of the United Nations. The \
         only numbers of the text used here are 22 hours and 15 consecutive days (Mandela Rules 44), and no setting can \
         change them.\n\n| clock | proposed | used for |\n|---|---|---|\n"
    );
    let uses = [
        "a convicted person has a plan (NMR-107)",
        "chains closer than this are one pattern (advisory, NMR-43b)",
        "first warning before the limit (advisory, NMR-43b)",
        "last warning before the limit (advisory, NMR-43b)",
    ];
    for (PolicyClock { name, hours, .. }, used) in [plan, episode_gap, first_warning, last_warning].iter().zip(uses) {
        let _ = writeln!(page, "| {name} | {} d | {used} |", hours / 24);
    }
}
