//! International rules as checks: a pure, total function of the facts of one case and the time.
//!
//! Three answers: met, breach, undetermined; missing facts never count as met. A finding cites rule and paragraph and
//! reports; it never says "illegal", never judges a person and keeps nothing. What a rule needs is in [`rule::RULES`],
//! printed as `docs/generated/rules.md`. Nothing here reads a name, a faith, an offence or a narrative.

mod apart;
mod blocking;
mod chain;
mod confinement;
mod daily;
mod day;
mod deadline;
mod family;
pub mod finding;
mod force;
mod gaps;
mod independent;
mod intervals;
mod limbs;
mod markdown;
mod never;
mod next;
mod passage;
pub mod profile;
mod protected;
mod release;
pub mod rule;
pub mod settings;
mod solitary;
pub mod standard;
pub mod story;
mod terms;
#[cfg(test)]
mod tests;
mod within;

use domain::Moment;
use domain::facts::Facts;

pub use blocking::blocking;
pub use finding::{
    Advisory, AdvisoryKind, Checked, Citation, Clock, Coverage, Finding, Flag, Instrument, Limit, Remedy, Severity,
    TextWord,
};
pub use markdown::rules_markdown;
pub use profile::{NotAProfile, Profile};
pub use rule::{Excuse, OffBecause, RULE_SET, RULES, Rule, RuleId};
pub use settings::{ClockName, LimitName, PolicyClock, Settings, length};

/// Judges the facts of one case at one moment.
///
/// Total: every set of facts has an answer. Facts that lie after `now` are not yet seen, except the planned end of a
/// measure, which is judged when it is ordered.
pub fn check(facts: &Facts, settings: &Settings, now: Moment) -> Checked {
    let mut checked = Checked::default();
    let mut next = next::Next::after(now);
    solitary::judge(facts, settings, now, &mut checked, &mut next);
    independent::judge(facts, settings, now, &mut checked, &mut next);
    protected::judge(facts, settings, now, &mut checked, &mut next);
    terms::judge(facts, settings, now, &mut checked, &mut next);
    apart::judge(facts, settings, now, &mut checked, &mut next);
    family::judge(facts, settings, now, &mut checked, &mut next);
    // Restraints, searches and discipline.
    force::judge(facts, settings, now, &mut checked, &mut next);
    // Daily life, contact and information.
    daily::judge(facts, settings, now, &mut checked, &mut next);
    // Admission, health, plan and release.
    release::judge(facts, settings, now, &mut checked, &mut next);
    passage::judge(facts, settings, now, &mut checked, &mut next);
    checked.keep(settings);
    checked.next_change_at = next.at();
    checked
}
