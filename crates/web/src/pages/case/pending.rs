//! What waits for somebody: requests for the health service, what it told the director, and accommodation asked for.
//!
//! As options of a form: a code and when, nothing of what was said.

use domain::Moment;
use domain::facts::Facts;
use domain::health::{AdviceAnswer, AdviceWeight, Reach, Urgency};
use domain::measure_facts::HealthSaid;
use domain::passage_facts::{AdviceOutcome, Followed};
use domain::weighing::{AccommodationAnswer, AccommodationNeed};

use super::Case;

type Care = Followed<Urgency, Reach>;
type Advice = Followed<AdviceWeight, AdviceOutcome>;
type Asked = Followed<AccommodationNeed, AccommodationAnswer>;

fn care_waits(facts: &Facts) -> impl Iterator<Item = &Care> {
    facts.passage.care.iter().filter(|asked| asked.after.iter().all(|reached| reached.value != Reach::Seen))
}

fn advice_waits(facts: &Facts) -> impl Iterator<Item = &Advice> {
    let done = AdviceOutcome::Answered(AdviceAnswer::Followed);
    facts.passage.advice.iter().filter(move |advice| advice.after.iter().all(|after| after.value != done))
}

fn decision_waits(facts: &Facts) -> impl Iterator<Item = &Asked> {
    facts.passage.accommodation.iter().filter(|asked| asked.after.is_empty())
}

/// Has somebody asked for the health service and was not seen?
pub(super) fn waits_for_care(facts: &Facts) -> bool {
    care_waits(facts).next().is_some()
}

/// Is there advice or a decision that is not followed yet?
pub(super) fn waits_for_answer(facts: &Facts) -> bool {
    advice_waits(facts).next().is_some()
}

/// Is there accommodation that was asked for and not decided?
pub(super) fn waits_for_decision(facts: &Facts) -> bool {
    decision_waits(facts).next().is_some()
}

/// Requests for the health service that were not seen to, the oldest first.
pub(super) fn care(case: &Case<'_>) -> Vec<(String, String)> {
    care_waits(&case.file.facts)
        .map(|asked| (asked.begun.act.to_string(), told(case, ("urgency", asked.begun.value.code()), asked.begun.at)))
        .collect()
}

/// Advice and clinical decisions that are not followed yet, the oldest first.
pub(super) fn advice(case: &Case<'_>) -> Vec<(String, String)> {
    advice_waits(&case.file.facts)
        .map(|row| (row.begun.act.to_string(), told(case, ("advice_weight", row.begun.value.code()), row.begun.at)))
        .collect()
}

/// Accommodation that was asked for and not decided, the oldest first.
pub(super) fn accommodation(case: &Case<'_>) -> Vec<(String, String)> {
    decision_waits(&case.file.facts)
        .map(|row| {
            (row.begun.act.to_string(), told(case, ("accommodation_need", row.begun.value.code()), row.begun.at))
        })
        .collect()
}

fn unanswered(facts: &Facts) -> impl Iterator<Item = HealthSaid> {
    facts.under.said().filter(|said| facts.under.answers.iter().all(|answer| answer.to != said.act))
}

/// Has the health service told the director something of a measure that nobody answered?
pub(super) fn waits_for_measure_answer(facts: &Facts) -> bool {
    unanswered(facts).next().is_some()
}

/// What the health service told the director of measures and nobody answered, the oldest first.
pub(super) fn health_said(case: &Case<'_>) -> Vec<(String, String)> {
    let facts = &case.file.facts;
    unanswered(facts)
        .map(|said| {
            let key = if said.observed.is_some() { "measures-said-effect" } else { "measures-said-advice" };
            let measure = facts.measures.iter().find(|measure| Some(measure.act) == said.measure);
            let of = measure.map(|measure| format!("{}{}", case.say("shell-comma"), case.measure_name(measure)));
            let when = case.words.date(case.day(said.at));
            (said.act.to_string(), format!("{}{} ({when})", case.say(key), of.unwrap_or_default()))
        })
        .collect()
}

/// Reviews on which an extension can rest, the newest first: from outside, after the last decision, and saying that the measure
/// may go on.
pub(super) fn outside_reviews(case: &Case<'_>) -> Vec<(String, String)> {
    let running = case.file.facts.measures.iter().filter(|measure| measure.span.until.is_none());
    let mut reviews: Vec<(Moment, String, String)> = Vec::new();
    for measure in running {
        let since = measure.last_decided();
        for review in measure.reviews.iter().filter(|review| review.carries_extension() && since <= review.at) {
            let when = case.words.moment(jiff::Timestamp::from(review.at));
            let told = format!("{}{}{when}", case.measure_name(measure), case.say("shell-comma"));
            reviews.push((review.at, review.act.to_string(), told));
        }
    }
    reviews.sort();
    reviews.into_iter().rev().map(|(_, act, told)| (act, told)).collect()
}

fn told(case: &Case<'_>, (list, code): (&str, &str), at: Moment) -> String {
    format!("{} ({})", case.words.code(list, code), case.words.date(case.day(at)))
}
