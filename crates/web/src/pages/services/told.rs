//! How a service is told: in a row of the list, on its own page, in a table to take away.

use app::consult::ServiceLine;
use domain::assessment::NeedArea;
use domain::custody::Sex;
use domain::directory::{Assurance, ServiceMode};
use jiff::Timestamp;

use crate::part::{Phrase, State, Tag};
use crate::words::Words;

/// Several things, one after another.
pub(crate) fn listed(words: &Words, items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join(&words.say("list-comma"))
}

/// The needs that it answers.
pub(super) fn needs(words: &Words, line: &ServiceLine) -> String {
    listed(words, line.published.needs.iter().map(|need| words.code(NeedArea::LIST, need.code()).into_owned()))
}

/// The languages, as the organisation writes them.
pub(super) fn languages(words: &Words, line: &ServiceLine) -> String {
    listed(words, line.published.languages.iter().map(ToString::to_string))
}

/// Every place.
pub(super) fn places(words: &Words, line: &ServiceLine) -> String {
    listed(words, line.published.at().map(ToString::to_string))
}

/// Whom it takes: what is not said is said not to be.
pub(super) fn sexes(words: &Words, line: &ServiceLine) -> String {
    match &line.published.whom {
        Some(whom) => listed(words, whom.sexes.iter().map(|sex| words.code(Sex::LIST, sex.code()).into_owned())),
        None => words.say("services-not-said").into_owned(),
    }
}

/// Which ages.
pub(super) fn ages(words: &Words, line: &ServiceLine) -> String {
    let Some(whom) = &line.published.whom else { return words.say("services-not-said").into_owned() };
    let (from, to) = (whom.from_age.unwrap_or_default(), whom.to_age.unwrap_or_default());
    let ages = [("from", from.into()), ("to", to.into())];
    let key = match (whom.from_age, whom.to_age) {
        (None, None) => "services-any-age",
        (Some(_), None) => "services-from-age",
        (None, Some(_)) => "services-to-age",
        (Some(_), Some(_)) => "services-ages",
    };
    words.say_with(key, &ages).into_owned()
}

/// How it is given.
pub(super) fn modes(words: &Words, line: &ServiceLine) -> String {
    match &line.published.whom {
        Some(whom) => {
            listed(words, whom.modes.iter().map(|mode| words.code(ServiceMode::LIST, mode.code()).into_owned()))
        }
        None => words.say("services-not-said").into_owned(),
    }
}

/// Free places or waiting time, as it counts now, and who said so when.
pub(super) fn availability(words: &Words, line: &ServiceLine) -> Phrase {
    let Some(said) = &line.availability else {
        return Tag::new(State::Unknown, words.say("services-wait-unknown")).into();
    };
    let state: Phrase = match (line.counts, said.free, said.waiting_days) {
        (false, ..) => Tag::new(State::Unknown, words.say("services-wait-unknown")).into(),
        (true, 0, Some(days)) => Tag::new(State::Due, words.say1("services-wait-days", "count", days)).into(),
        (true, 0, None) => Tag::new(State::Due, words.say("services-full")).into(),
        (true, free, _) => words.say1("services-places", "count", free).into(),
    };
    state.note(who_said(words, line))
}

/// Who said it, and of which day it is true.
pub(super) fn who_said(words: &Words, line: &ServiceLine) -> String {
    let Some(said) = &line.availability else { return String::new() };
    let day = said.as_of.unwrap_or_else(|| said.at.date_in(words.zone()));
    let who = said.said_by.as_ref().map_or(line.org_name.as_str(), |by| by.as_str());
    let told = [("who", who.into()), ("day", words.date(day).into())];
    let key = if line.counts { "services-said" } else { "services-said-old" };
    words.say_with(key, &told).into_owned()
}

/// Whether somebody looked the entry over, and when.
pub(super) fn assurance(words: &Words, line: &ServiceLine) -> Phrase {
    let (state, key) = match line.assurance {
        Assurance::Confirmed => (State::Met, "code-assurance-confirmed"),
        Assurance::Due => (State::Due, "code-assurance-due"),
        Assurance::Unconfirmed => (State::Unknown, "code-assurance-unconfirmed"),
    };
    Phrase::from(Tag::new(state, words.say(key))).note(who_looked(words, line))
}

/// Who looked it over, and when.
pub(super) fn who_looked(words: &Words, line: &ServiceLine) -> String {
    let Some(at) = line.assured else { return words.say("services-never-looked").into_owned() };
    let who = line.assured_by.as_ref().map_or(line.org_name.as_str(), String::as_str);
    let day = words.date(words.date_of(Timestamp::from(at)));
    words.say_with("services-looked", &[("who", who.into()), ("day", day.into())]).into_owned()
}
