//! The day of a wing on paper, blank: for days on which the program cannot be reached, and for whoever walks the landing.
//!
//! The same questions in the same order as the page. It holds nothing of anybody until somebody writes on it, so printing
//! it is no look at a file.

use askama::Template;
use domain::measure::YesNo;
use domain::regime::{DayWork, Weather};

use crate::answer::Answer;
use crate::layout::Shell;
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::{Language, Words};

/// Lines for people whose day was another one. What does not fit goes on a second sheet.
const LINES: usize = 18;

/// A question with its answers, each with a box to tick.
struct Ticked {
    question: String,
    answers: Vec<String>,
}

#[derive(Template)]
#[template(path = "casework/wing-paper.html")]
struct Paper {
    shell: Shell,
    /// Questions that a number answers: what is asked, and what helps to answer it.
    numbers: Vec<(String, String)>,
    ticked: Vec<Ticked>,
    lines: std::ops::Range<usize>,
    works: Vec<String>,
    others: Vec<Language>,
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let asked = visit.query.get("lang").and_then(Language::from_tag);
    let words = match asked {
        Some(language) => Words::new(language, visit.words.zone().clone()),
        None => visit.words.clone(),
    };
    let mut shell = Shell::new(words.clone(), words.say("paper-wing-title"), visit.path.clone());
    shell.demo = visit.app.about().demo;
    shell.csrf = visit.csrf();
    Ok(Answer::open_page(&arrange(&words, shell))?)
}

fn arrange(words: &Words, shell: Shell) -> Paper {
    let ticked = |question: &str, list: &str, codes: &[&str]| Ticked {
        question: words.say(question).into_owned(),
        answers: codes.iter().map(|code| words.code(list, code).into_owned()).collect(),
    };
    let numbers = ["field-out-of-cell", "field-open-air"];
    Paper {
        numbers: numbers
            .map(|key| (words.say(key).into_owned(), words.say(&format!("{key}-hint")).into_owned()))
            .to_vec(),
        ticked: vec![
            ticked("field-weather", Weather::LIST, Weather::CODES),
            ticked("f-regime-wing-recorded-work", DayWork::LIST, DayWork::CODES),
            ticked("field-requests", YesNo::LIST, YesNo::CODES),
        ],
        lines: 0..LINES,
        works: DayWork::CODES.iter().map(|code| words.code(DayWork::LIST, code).into_owned()).collect(),
        others: Language::ALL.into_iter().filter(|language| *language != words.language()).collect(),
        shell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::assert_sound;
    use jiff::tz::TimeZone;

    #[test]
    fn the_blank_sheet_asks_everything_that_the_page_asks_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::UTC);
            let sheet = arrange(&words, Shell::new(words.clone(), words.say("paper-wing-title"), "/wing/paper"));
            let html = sheet.render().unwrap();
            assert_sound(&html);
            for field in crate::pages::wing::FORM.sections.iter().flat_map(|section| section.fields) {
                let key = match field.path {
                    "date" => "f-regime-wing-recorded-date".to_owned(),
                    "work" => "f-regime-wing-recorded-work".to_owned(),
                    "exceptions" => "f-regime-wing-recorded-exceptions".to_owned(),
                    // Nobody reads what travels hidden with the form.
                    super::super::PEOPLE => continue,
                    path => format!("field-{}", path.replace('_', "-")),
                };
                assert!(html.contains(words.say(&key).as_ref()), "{} {key}", language.tag());
            }
            assert_eq!(html.matches("<tr class=\"blank\">").count(), LINES);
            assert!(!html.contains("paper-wing"), "a word is missing in {}", language.tag());
        }
    }
}
