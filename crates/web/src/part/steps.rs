//! The steps of a case, laid like the deck of a footbridge: what is done is timber, what is now is dawn, what lies ahead is hollow.
//! They follow from what was recorded; nobody sets them by hand.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};
use std::fmt::Write as _;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// Here, now.
    Now,
    /// Not yet begun.
    Ahead,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// How far it is.
    pub state: StepState,
    /// Its state in words ("done 3 Mar"); if empty, the usual word.
    pub note: String,
}

/// The strip of steps.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/steps.html")]
pub struct Steps {
    title: String,
    planks: Vec<Step>,
    sentence: String,
    built: String,
    ahead: String,
    river: String,
    view_box: String,
    count: usize,
}

impl HtmlSafe for Steps {}

impl Steps {
    /// Steps with the sentence that says where the case stands and what comes next.
    pub fn new(words: &Words, mut steps: Vec<Step>, sentence: impl Into<String>) -> Self {
        for step in steps.iter_mut().filter(|step| step.note.is_empty()) {
            step.note = match step.state {
                StepState::Done => words.say("step-done"),
                StepState::Now => words.say("step-now"),
                StepState::Ahead => words.say("step-ahead"),
            }
            .into_owned();
        }
        let (mut built, mut ahead) = (String::new(), String::new());
        for (number, step) in steps.iter().enumerate() {
            let number = if words.language().is_rtl() { steps.len() - 1 - number } else { number };
            let arch = if step.state == StepState::Ahead { &mut ahead } else { &mut built };
            // Writing to a string cannot fail.
            let _ = write!(arch, "M{} 20Q{} -9 {} 20", number * 100 + 1, number * 100 + 50, number * 100 + 99);
        }
        Self {
            title: words.say("steps-title").into_owned(),
            sentence: sentence.into(),
            built,
            ahead,
            river: format!("M0 21H{}", steps.len() * 100),
            view_box: format!("0 0 {} 22", steps.len() * 100),
            count: steps.len(),
            planks: steps,
        }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let states = [
            StepState::Done,
            StepState::Done,
            StepState::Done,
            StepState::Now,
            StepState::Ahead,
            StepState::Ahead,
            StepState::Ahead,
        ];
        let keys = ["new", "assessment", "plan", "services", "review", "release", "aftercare"];
        let step = |(state, key): (StepState, &str)| Step {
            label: words.code("sample-step", key).into_owned(),
            state,
            note: String::new(),
        };
        Self::new(words, states.into_iter().zip(keys).map(step).collect(), words.say("sample-sentence"))
    }
}
