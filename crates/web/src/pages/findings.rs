//! The board of findings: what the record shows against a rule, over all cases that a reader may see.
//!
//! Three answers, never two; undetermined first, because somebody can mend it today. A finding is no verdict on anyone.

use app::consult::{BoardLine, FindingsBoard};
use domain::look::Outcome;
use jiff::{SignedDuration, Timestamp};
use safeguards::{RULES, Rule};

use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::part::{Column, Doors, Empty, Identity, Phrase, State, Tab, Table, Tabs, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] =
    &[Route::get("/findings", Asks::Consult("open findings of the cases that are open to the reader"), show)];

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let board = visit.app.findings(visit.actor()?)?;
    let page = arrange(visit, &board);
    Ok(Answer::page(&board.map(|_| page))?)
}

fn rule_of(line: &BoardLine) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == line.rule)
}

fn arrange(visit: &Visit<'_>, board: &FindingsBoard) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let only: Option<Outcome> = visit.query.get("outcome").and_then(|outcome| outcome.parse().ok());
    let with = |outcome| board.lines.iter().filter(move |line| line.outcome == outcome).count();
    let (unknown, breach) = (with(Outcome::Undetermined), with(Outcome::Breach));
    let bar = Identity::new(say("findings-title"))
        .lead(say("findings-lead"))
        .doors(Doors::first("/verify", say("findings-verify")).or("/rules", say("casework-all-rules")));
    let columns = vec![
        Column::new(say("findings-rule")),
        Column::new(say("findings-limit")),
        Column::numbers(say("state-unknown")),
        Column::numbers(say("state-breach")),
    ];
    let rows = RULES.iter().map(|rule| {
        let count = |outcome| board.lines.iter().filter(|line| line.rule == rule.id && line.outcome == outcome).count();
        vec![
            Phrase::link(format!("/rules#{}", rule.id), words.say(&format!("{}-title", rule.key)))
                .note(words.say(&format!("{}-cite", rule.key))),
            words.say(super::rules::limit_key(rule)).into(),
            words.number(count(Outcome::Undetermined)).into(),
            words.number(count(Outcome::Breach)).into(),
        ]
    });
    let coverage = [
        ("cases", board.cases.into()),
        ("rules", RULES.len().into()),
        ("undetermined", unknown.into()),
        ("breach", breach.into()),
    ];
    let sum = Block::new("sum", say("findings-sum"))
        .line(words.say_with("findings-coverage", &coverage))
        .with(Table::new(say("findings-three"), columns, rows.collect()));
    let lines: Vec<&BoardLine> =
        board.lines.iter().filter(|line| only.is_none_or(|only| line.outcome == only)).collect();
    let tab = |label: String, href: &str, count: usize, current: bool| Tab {
        href: href.to_owned(),
        label,
        note: words.number(count).into_owned(),
        current,
    };
    let filters = Tabs::filters(
        say("findings-filter"),
        vec![
            tab(say("findings-all"), "/findings", board.lines.len(), only.is_none()),
            tab(say("state-unknown"), "/findings?outcome=undetermined", unknown, only == Some(Outcome::Undetermined)),
            tab(say("state-breach"), "/findings?outcome=breach", breach, only == Some(Outcome::Breach)),
        ],
    );
    let list = Block::new("list", words.say1("findings-open", "count", lines.len())).with(filters);
    let list = if lines.is_empty() {
        list.with(Empty::new(say("casework-no-finding"), say("findings-none-text")))
    } else {
        list.with(open(visit, &lines))
    };
    Page::new(visit.shell("findings-title")).head(bar).block(sum).block(list)
}

fn open(visit: &Visit<'_>, lines: &[&BoardLine]) -> Table {
    let words = &visit.words;
    let now = visit.now();
    let rows = lines.iter().map(|line| {
        let rule = rule_of(line);
        let key = rule.map_or("", |rule| rule.key);
        let state = match line.outcome {
            Outcome::Met => State::Met,
            Outcome::Breach => State::Breach,
            Outcome::Undetermined => State::Unknown,
        };
        let name = line.name.as_ref().map_or_else(
            || words.say("cases-name-loading").into_owned(),
            |name| format!("{}{}{}", name.family, words.say("shell-comma"), name.given),
        );
        let mut person = Phrase::link(format!("/cases/{}/safeguards", line.case), name);
        if let Some(name) = &line.name {
            person = person.and(Phrase::code(name.number.clone()));
        }
        let moment = |at: domain::Moment| When::moment(words, Timestamp::from(at));
        let for_how_long = SignedDuration::from_millis(now.since(line.since).max(0));
        vec![
            person,
            Phrase::from(Tag::of(state, words)).note(words.say(&format!("{key}-{}", line.outcome.code()))),
            Phrase::from(words.say(&format!("{key}-title"))).note(words.say(&format!("{key}-cite"))),
            Phrase::from(moment(line.since)).note(words.span_of(for_how_long)),
            moment(line.raised).into(),
        ]
    });
    let columns = ["findings-case", "findings-outcome", "findings-rule", "findings-since", "findings-known"];
    let columns = columns.map(|key| Column::new(words.say(key))).to_vec();
    Table::new(words.say("findings-caption"), columns, rows.collect())
}
