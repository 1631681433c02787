//! The board of findings: what the record shows against a rule, over all cases that a reader may see.
//!
//! Three answers, never two; undetermined first, because somebody can mend it today. A finding is no verdict on anyone.

use std::str::FromStr;

use app::consult::{BoardAsked, BoardLine, BoardPlace, FindingsBoard};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::look::Outcome;
use domain::{Date, Moment};
use jiff::{SignedDuration, Timestamp};
use safeguards::{RULES, Rule, Severity};

use super::sheet::{Block, Page};
use crate::answer::Answer;
use crate::csv::Csv;
use crate::part::{Column, Doors, Empty, Identity, Phrase, State, Tab, Table, Tabs, Tag, When};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const TABLE: &str = "/findings/table.csv";

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/findings", Asks::Consult("open findings of the cases that are open to the reader"), show),
    Route::get(TABLE, Asks::Consult("the same as a table to take away; its own kind of look"), table),
];

/// One choice of a list.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// The form that narrows the board.
#[derive(Template)]
#[template(path = "parts/board.html")]
struct Narrow {
    label: String,
    lists: Vec<(&'static str, String, Vec<Choice>)>,
    since: (String, String),
    outcome: String,
    button: String,
}

impl HtmlSafe for Narrow {}

/// A value of the address; what an unfilled field of the form leaves there asks for nothing.
fn given<T: FromStr>(visit: &Visit<'_>, name: &str) -> Result<Option<T>, Trouble> {
    if visit.query.get(name).is_none_or(str::is_empty) { Ok(None) } else { visit.wanted(name) }
}

/// What the address asks for. One that cannot be read is not passed over.
pub(crate) fn asked(visit: &Visit<'_>) -> Result<BoardAsked, Trouble> {
    let strange = |name: &str| Trouble::Strange(name.to_owned());
    let text = |name: &str| given::<String>(visit, name);
    let severity = |code: String| {
        Severity::ALL.iter().copied().find(|severity| severity.code() == code).ok_or_else(|| strange("severity"))
    };
    let begins = |day: Date| Moment::start_of(day, visit.app.zone());
    let place = |text: String| BoardPlace::read(&text).ok_or_else(|| strange("after"));
    Ok(BoardAsked {
        rule: given(visit, "rule")?,
        severity: text("severity")?.map(severity).transpose()?,
        outcome: given(visit, "outcome")?,
        prison: given(visit, "prison")?,
        since: given(visit, "since")?.map(begins),
        after: text("after")?.map(place).transpose()?,
    })
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked = asked(visit)?;
    let board = visit.app.findings_asked(visit.actor()?, &asked)?;
    let page = arrange(visit, &board);
    Ok(Answer::page(&board.map(|_| page))?)
}

/// Codes and times as the record has them, in one language for every machine.
fn table(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked = asked(visit)?;
    let board = visit.app.findings_table(visit.actor()?, &asked)?;
    let mut csv = Csv::headed(&["case", "rule", "severity", "outcome", "since", "known_since"]);
    for line in &board.lines {
        let severity = rule_of(line).map_or("", |rule| rule.severity.code());
        let (case, since, known) = (line.case.to_string(), line.since.to_string(), line.raised.to_string());
        csv.row(&[&case, &line.rule, severity, line.outcome.code(), &since, &known]);
    }
    if let Some(next) = board.next {
        // Where the next table begins: `after` in its address.
        csv.row(&["", "", "", "more", &next.written(), ""]);
    }
    Ok(Answer::csv(&board.map(|_| csv)))
}

fn rule_of(line: &BoardLine) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == line.rule)
}

/// The address of the board as it is asked, with another answer or place.
fn address(
    visit: &Visit<'_>,
    path: &str,
    board: &FindingsBoard,
    outcome: Option<Outcome>,
    after: Option<BoardPlace>,
) -> String {
    let asked = &board.asked;
    let mut told: Vec<(&str, String)> = Vec::new();
    told.extend(asked.rule.map(|rule| ("rule", rule.id().to_owned())));
    told.extend(asked.severity.map(|severity| ("severity", severity.code().to_owned())));
    told.extend(asked.prison.map(|prison| ("prison", prison.to_string())));
    told.extend(asked.since.map(|since| ("since", since.date_in(visit.app.zone()).to_string())));
    told.extend(outcome.map(|outcome| ("outcome", outcome.code().to_owned())));
    told.extend(after.map(|after| ("after", after.written())));
    let told: Vec<String> = told.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if told.is_empty() { path.to_owned() } else { format!("{path}?{}", told.join("&")) }
}

fn arrange(visit: &Visit<'_>, board: &FindingsBoard) -> Page {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let asked = &board.asked;
    let all = |count: fn(&app::consult::RuleSum) -> u32| board.sums.iter().map(count).sum::<u32>();
    let (unknown, breach) = (all(|sum| sum.undetermined), all(|sum| sum.breach));
    let bar = Identity::new(say("findings-title"))
        .lead(say("findings-lead"))
        .doors(Doors::first("/verify", say("findings-verify")).or("/rules", say("casework-all-rules")));
    let columns = vec![
        Column::new(say("findings-rule")),
        Column::new(say("findings-limit")),
        Column::numbers(say("state-unknown")),
        Column::numbers(say("state-breach")),
    ];
    // A rule under which nothing is open would only make the others harder to find; the catalogue has them all.
    let rows = board.sums.iter().filter(|sum| sum.undetermined > 0 || sum.breach > 0).map(|sum| {
        let rule = sum.rule.rule();
        vec![
            Phrase::link(format!("/findings?rule={}", rule.id), words.say(&format!("{}-title", rule.key)))
                .note(words.say(&format!("{}-cite", rule.key))),
            words.say(super::rules::limit_key(rule)).into(),
            words.number(usize::try_from(sum.undetermined).unwrap_or(usize::MAX)).into(),
            words.number(usize::try_from(sum.breach).unwrap_or(usize::MAX)).into(),
        ]
    });
    let coverage = [
        ("cases", board.cases.into()),
        ("checked", board.cases.saturating_sub(board.unchecked).into()),
        ("rules", board.sums.len().into()),
        ("determined", board.determined().into()),
        ("undetermined", unknown.into()),
        ("breach", breach.into()),
    ];
    let bar =
        bar.fact(words.say_with("findings-coverage", &coverage)).fact(words.say_with("findings-determined", &coverage));
    let rows: Vec<_> = rows.collect();
    let quiet = board.sums.len().saturating_sub(rows.len());
    let mut sum = Block::new("sum", say("findings-sum"));
    if !rows.is_empty() {
        sum = sum.with(Table::new(say("findings-three"), columns, rows));
    }
    let sum =
        sum.line(words.say1("findings-quiet", "count", quiet)).line(Phrase::link("/rules", say("casework-all-rules")));
    let tab = |label: String, outcome: Option<Outcome>, count: u32| Tab {
        href: address(visit, "/findings", board, outcome, None),
        label,
        note: words.number(usize::try_from(count).unwrap_or(usize::MAX)).into_owned(),
        current: asked.outcome == outcome,
    };
    let filters = Tabs::filters(
        say("findings-filter"),
        vec![
            tab(say("findings-all"), None, unknown.saturating_add(breach)),
            tab(say("state-unknown"), Some(Outcome::Undetermined), unknown),
            tab(say("state-breach"), Some(Outcome::Breach), breach),
        ],
    );
    let mut list = Block::new("list", say("findings-list")).with(filters).with(narrow(visit, board));
    list = if board.lines.is_empty() {
        list.with(Empty::new(say("casework-no-finding"), say("findings-none-text")))
    } else {
        list.with(open(visit, &board.lines))
    };
    if asked.after.is_some() {
        list = list
            .line(Phrase::link(address(visit, "/findings", board, asked.outcome, None), say("findings-first-page")));
    }
    if let Some(next) = board.next {
        list = list.line(Phrase::link(
            address(visit, "/findings", board, asked.outcome, Some(next)),
            say("findings-next-page"),
        ));
    }
    list = list.line(
        Phrase::link(address(visit, TABLE, board, asked.outcome, asked.after), say("findings-table"))
            .note(say("findings-table-note")),
    );
    Page::new(visit.shell("findings-title")).head(bar).block(list).block(sum)
}

fn narrow(visit: &Visit<'_>, board: &FindingsBoard) -> Narrow {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let asked = &board.asked;
    let any = || Choice { value: String::new(), label: say("findings-any"), chosen: false };
    let rules = board.sums.iter().map(|sum| {
        let rule = sum.rule.rule();
        Choice {
            value: rule.id.to_owned(),
            label: say(&format!("{}-title", rule.key)),
            chosen: asked.rule == Some(rule.rule),
        }
    });
    let severities = Severity::ALL.iter().map(|severity| Choice {
        value: severity.code().to_owned(),
        label: words.code("severity", severity.code()).into_owned(),
        chosen: asked.severity == Some(*severity),
    });
    let prisons = board.prisons.iter().map(|(prison, name)| Choice {
        value: prison.to_string(),
        label: name.clone(),
        chosen: asked.prison == Some(*prison),
    });
    let with_any = |choices: Vec<Choice>| std::iter::once(any()).chain(choices).collect::<Vec<_>>();
    let mut lists = vec![
        ("rule", say("findings-rule"), with_any(rules.collect())),
        ("severity", say("findings-severity"), with_any(severities.collect())),
    ];
    if board.prisons.len() > 1 {
        lists.push(("prison", say("findings-prison"), with_any(prisons.collect())));
    }
    let since = asked.since.map(|since| since.date_in(visit.app.zone()).to_string()).unwrap_or_default();
    Narrow {
        label: say("findings-narrow"),
        lists,
        since: (say("findings-since-day"), since),
        outcome: asked.outcome.map_or_else(String::new, |outcome| outcome.code().to_owned()),
        button: say("findings-narrow-button"),
    }
}

fn open(visit: &Visit<'_>, lines: &[BoardLine]) -> Table {
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
