//! `passerelle profile check`: reads a national profile as `serve` would. Exit code 1 when it is refused.

use std::fs;

use anyhow::Context as _;
use safeguards::profile::off_by_default;
use safeguards::{ClockName, LimitName, Profile, length};

use crate::Verdict;
use crate::arguments::ProfileCheck;

/// Says what it sets, or which line is refused and why.
pub fn check(asked: &ProfileCheck) -> anyhow::Result<Verdict> {
    let file = asked.file.display();
    let text = fs::read_to_string(&asked.file).with_context(|| file.to_string())?;
    let profile = match Profile::parse(&text) {
        Ok(profile) => profile,
        Err(refused) => {
            println!("{file}: {refused}");
            return Ok(Verdict::Bad);
        }
    };
    println!("set by {}", profile.set_by());
    for limit in LimitName::ALL {
        let text = length(limit.hours().saturating_mul(60));
        match profile.limit(*limit) {
            Some(hours) => {
                println!("limit {:<22} {:<8} the text: {text}", limit.name(), length(hours.saturating_mul(60)));
            }
            None => println!("limit {:<22} {text:<8} as in the text", limit.name()),
        }
    }
    for clock in ClockName::ALL {
        let proposed = length(clock.proposed());
        match profile.clock(*clock) {
            Some(minutes) => println!("clock {:<22} {:<8} proposed: {proposed}", clock.name(), length(minutes)),
            None => println!("clock {:<22} {proposed:<8} as proposed", clock.name()),
        }
    }
    for (rule, why) in off_by_default() {
        let state = if profile.switches_on(rule.rule) { "on" } else { "off" };
        println!("rule  {:<22} {state:<8} {}", rule.id, why.code());
    }
    Ok(Verdict::Fine)
}
