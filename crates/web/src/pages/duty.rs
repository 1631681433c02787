//! The duty sheet: what a seat has to do today, on one sheet of paper, with room to write and no name that may not be printed.

use app::consult::{DutyLine, DutySheet, DutyState, DutyTime};
use askama::Template;
use jiff::Timestamp;

use crate::answer::Answer;
use crate::layout::Shell;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words, dashed};

/// The route of this page.
pub const ROUTES: &[Route] =
    &[Route::get("/duty", Asks::Consult("what is late, due within a day and open, for the reader's own seat"), show)];

/// One line to do.
struct Line {
    when: String,
    what: String,
    who: String,
}

/// Lines that belong together.
struct Part {
    id: &'static str,
    title: String,
    none: String,
    lines: Vec<Line>,
}

/// One open rule.
struct Open {
    title: String,
    cite: String,
    undetermined: String,
    breach: String,
    remedy: String,
}

#[derive(Template)]
#[template(path = "casework/duty-paper.html")]
struct Paper {
    shell: Shell,
    drawn: String,
    parts: Vec<Part>,
    rules: Vec<Open>,
    others: Vec<Language>,
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let sheet = visit.app.duty_sheet(visit.actor()?)?;
    let asked = visit.query.get("lang").and_then(Language::from_tag);
    let words = match asked {
        Some(language) => Words::new(language, visit.words.zone().clone()),
        None => visit.words.clone(),
    };
    let mut shell = Shell::new(words.clone(), words.say("duty-title"), visit.path.clone());
    shell.demo = visit.app.about().demo;
    shell.csrf = visit.csrf();
    let paper = arrange(&words, shell, &sheet);
    Ok(Answer::page(&sheet.map(|_| paper))?)
}

fn arrange(words: &Words, shell: Shell, sheet: &DutySheet) -> Paper {
    let say = |key: &str| words.say(key).into_owned();
    let part = |id: &'static str, state: DutyState| Part {
        id,
        title: say(&format!("duty-{id}")),
        none: say(&format!("duty-none-{id}")),
        lines: sheet.lines.iter().filter(|line| line.state == state).map(|line| told(words, line)).collect(),
    };
    let count = |count: u32| words.number(i64::from(count)).into_owned();
    let rules = sheet.rules.iter().map(|open| {
        let rule = open.rule.rule();
        let of_rule = |what: &str| say(&format!("{}-{what}", rule.key));
        Open {
            title: of_rule("title"),
            cite: of_rule("cite"),
            undetermined: count(open.undetermined),
            breach: count(open.breach),
            remedy: of_rule("remedy"),
        }
    });
    let moment = |moment| words.moment(Timestamp::from(moment));
    let drawn = [
        ("at", moment(sheet.now).into()),
        ("until", moment(sheet.until).into()),
        ("cases", i64::try_from(sheet.cases).unwrap_or(i64::MAX).into()),
    ];
    Paper {
        drawn: words.say_with("duty-drawn", &drawn).into_owned(),
        parts: vec![part("past", DutyState::Late), part("soon", DutyState::Soon)],
        rules: rules.collect(),
        others: Language::ALL.into_iter().filter(|language| *language != words.language()).collect(),
        shell,
    }
}

fn told(words: &Words, line: &DutyLine) -> Line {
    Line {
        when: match line.when {
            DutyTime::Day(day) => words.date(day),
            DutyTime::At(moment) => words.moment(Timestamp::from(moment)),
        },
        what: words.say(&format!("home-why-{}", dashed(line.why.code()))).into_owned(),
        who: line.name.as_ref().map_or_else(String::new, |name| {
            format!("{}{}{} {}", name.family, words.say("shell-comma"), name.given, name.number)
        }),
    }
}
