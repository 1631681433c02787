//! A small clock: how much of a limit is used. The limit stands at 87.5 per cent of every bar, so that lateness has room and bars
//! compare at a glance; lengths are true to scale, also when late.

use crate::{form::Whose, words::Words};
use askama::{Template, filters::HtmlSafe};
use jiff::SignedDuration;
use std::borrow::Cow;

/// Where the limit stands, in per cent of the width.
pub(super) const LIMIT_AT: f64 = 87.5;

/// A small clock with the sentence that says the same.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/bar.html")]
pub struct Bar {
    sentence: Cow<'static, str>,
    free: Rect,
    done: Rect,
    over: Option<Rect>,
    post: String,
    /// A limit of the United Nations is a solid post, our own clock a dashed one.
    solid: bool,
}

impl HtmlSafe for Bar {}

/// A rectangle of a bar, in per cent, mirrored where a line begins at the right-hand side.
#[derive(Clone, Debug)]
pub(super) struct Rect {
    pub(super) x: String,
    pub(super) width: String,
}

impl Rect {
    pub(super) fn new(x: f64, width: f64, rtl: bool) -> Self {
        let x = if rtl { 100.0 - x - width } else { x };
        Self { x: percent(x), width: percent(width) }
    }
}

/// A place on a bar, mirrored where a line begins at the right-hand side.
pub(super) fn at(x: f64, rtl: bool) -> String {
    percent(if rtl { 100.0 - x } else { x })
}

pub(super) fn percent(value: f64) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    format!("{}%", if short.is_empty() || short == "-0" { "0" } else { short })
}

/// Where `moment` stands on a bar with this limit, in per cent.
pub(super) fn place(moment: SignedDuration, limit: SignedDuration) -> f64 {
    let share = if limit.is_zero() { 1.0 } else { moment.as_secs_f64() / limit.as_secs_f64() };
    (share * LIMIT_AT).clamp(0.0, 100.0)
}

impl Bar {
    /// How much of `limit` is used. Whose limit it is decides how its post looks.
    pub fn new(words: &Words, used: SignedDuration, limit: SignedDuration, whose: Whose) -> Self {
        let rtl = words.language().is_rtl();
        let reached = place(used, limit);
        let late = used > limit;
        let told = [("used", words.span_of(used).into()), ("limit", words.span_of(limit).into())];
        let sentence = if late {
            let [used_words, limit_words] = told;
            words.say_with("clock-used-late", &[used_words, limit_words, ("late", words.span_of(used - limit).into())])
        } else {
            words.say_with("clock-used", &told)
        };
        Self {
            sentence,
            free: Rect::new(0.0, LIMIT_AT, rtl),
            done: Rect::new(0.0, reached.min(LIMIT_AT), rtl),
            over: late.then(|| Rect::new(LIMIT_AT, (reached - LIMIT_AT).max(1.0), rtl)),
            post: at(LIMIT_AT, rtl),
            solid: whose != Whose::Policy,
        }
    }

    /// The sentence: "41 hours used of a limit of 3 days".
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(words, SignedDuration::from_hours(92 * 24), SignedDuration::from_hours(90 * 24), Whose::Policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use jiff::tz::TimeZone;

    #[test]
    fn the_limit_stands_at_the_same_place_and_is_mirrored_in_arabic() {
        let hours = SignedDuration::from_hours;
        let of = |language, used| {
            Bar::new(&Words::new(language, TimeZone::UTC), hours(used), hours(100), Whose::Limit).to_string()
        };
        assert!(of(Language::En, 50).contains(r#"<rect class="b-done" x="0%" y="4" width="43.75%""#));
        assert!(of(Language::Ar, 50).contains(r#"<rect class="b-done" x="56.25%" y="4" width="43.75%""#));
        assert!(of(Language::En, 50).contains(r#"x1="87.5%""#) && of(Language::Ar, 50).contains(r#"x1="12.5%""#));
    }

    #[test]
    fn what_is_late_is_true_to_scale_and_stays_within_the_bar() {
        let bar = |used| {
            let words = Words::new(Language::En, TimeZone::UTC);
            Bar::new(&words, SignedDuration::from_hours(used), SignedDuration::from_hours(100), Whose::Policy)
        };
        assert!(bar(100).over.is_none(), "exactly the limit is within it");
        assert_eq!(bar(110).over.unwrap().width, "8.75%");
        assert_eq!(bar(10_000).over.unwrap().width, "12.5%");
        assert!(!bar(1).solid, "our own clock is dashed");
    }
}
