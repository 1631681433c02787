//! The catalogue of rules, for everybody who works here: what is asked, what meets and breaks it, which acts give the facts.

use jiff::SignedDuration;
use safeguards::rule::CheckKind;
use safeguards::{RULE_SET, RULES, Rule, Severity};

use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::form::Whose;
use crate::part::{Identity, Margin, Phrase, State, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::dashed;

/// The routes of this page.
pub const ROUTES: &[Route] = &[Route::get("/rules", Asks::SignedIn("the rules are the same for everybody"), show)];

/// The key of the word for whose limit a rule counts against.
pub(crate) fn limit_key(rule: &Rule) -> &'static str {
    whose(rule).key()
}

/// A number of the text, a word of the text, or a clock that the service has set.
fn whose(rule: &Rule) -> Whose {
    match rule.kind {
        CheckKind::Text if rule.rule == safeguards::RuleId::Nmr43b => Whose::Limit,
        CheckKind::Text | CheckKind::Proxy => Whose::Text,
        CheckKind::Clock => Whose::Policy,
    }
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let mut shell = visit.shell("rules-title");
    shell.recorded = false;
    let mut page = Page::new(shell).head(Identity::new(say("rules-title")).lead(say("rules-lead")).fact(words.say1(
        "casework-rule-set",
        "version",
        RULE_SET,
    )));
    for rule in RULES {
        page = page.block(block(visit, rule));
    }
    Ok(Answer::open_page(&page)?)
}

fn block(visit: &Visit<'_>, rule: &Rule) -> Block {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let of_rule = |what: &str| words.say(&format!("{}-{what}", rule.key)).into_owned();
    let severity = words.code("severity", rule.severity.code());
    let tag = match rule.severity {
        Severity::Prohibition => Tag::new(State::Breach, severity),
        Severity::Obligation | Severity::Recommendation => Tag::new(State::Due, severity),
    };
    let data = rule.data.iter().map(|(kind, _)| words.say(&crate::act_form::told(*kind)).into_owned().into());
    let mut margin = Margin::new(words, of_rule("cite"), words.say(rule.key), whose(rule));
    for clock in rule.clocks {
        let length = words.span_of(SignedDuration::from_mins(clock.proposed().into()));
        margin =
            margin.and(words, words.say1(&format!("rules-{}", dashed(clock.name())), "length", length), Whose::Policy);
    }
    Block::new(rule.id, of_rule("title"))
        .line(Phrase::from(tag).and(words.code("text-word", rule.word.code())))
        .line(say(&format!("rules-check-{}", dashed(&rule.kind.mark().to_lowercase()))))
        .line(Phrase::from(Tag::of(State::Met, words)).and(of_rule("met")))
        .line(Phrase::from(Tag::of(State::Breach, words)).and(of_rule("breach")))
        .line(Phrase::from(Tag::of(State::Unknown, words)).and(of_rule("undetermined")))
        .heading(say("casework-remedy"))
        .line(of_rule("remedy"))
        .heading(say("rules-data"))
        .items(data.collect())
        .margin(margin.note(Phrase::code(rule.id)))
}
