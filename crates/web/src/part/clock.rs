//! A clock in full: one plank for each unit of time, the limit as a post. A limit of the United Nations stands above the bar and is
//! solid; our own clocks hang below it and are dashed. Never the same stroke, never the same word.

use super::bar::{LIMIT_AT, Rect, at, place};
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};
use jiff::SignedDuration;

/// A clock with its title and the same in words.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/clock.html")]
pub struct Clock {
    id: String,
    title: String,
    description: String,
    done: Vec<Rect>,
    now: Option<Rect>,
    free: Vec<Rect>,
    over: Option<Rect>,
    now_label: Option<Label>,
    limit: Label,
    posts: Vec<Label>,
}

impl HtmlSafe for Clock {}

/// A clock of our own, hanging below the bar.
#[derive(Clone, Debug)]
pub struct Post {
    /// Time from the beginning.
    pub after: SignedDuration,
    /// What it is: "Review, by 20 November".
    pub label: String,
}

#[derive(Clone, Debug)]
struct Label {
    x: String,
    /// End of its line below the bar.
    line: u16,
    /// Place of its words.
    y: u16,
    dx: &'static str,
    anchor: &'static str,
    text: String,
}

/// Most planks that can still be told apart; beyond, the time used is one plank.
const MOST_PLANKS: i64 = 31;
/// Space between two planks, in per cent.
const GAP: f64 = 0.5;

impl Clock {
    /// How much of a limit of the United Nations is used. `unit` is the length of a plank: a day for a limit in days. `id` must be
    /// unlike any other on the page. `now_label` stands over the plank that is running ("Day 7").
    pub fn new(
        words: &Words,
        id: &str,
        (used, limit, unit): (SignedDuration, SignedDuration, SignedDuration),
        (title, now_label): (String, String),
        posts: Vec<Post>,
    ) -> Self {
        let rtl = words.language().is_rtl();
        let planks = limit.as_secs() / unit.as_secs().max(1);
        let (planks, unit) = if (1..=MOST_PLANKS).contains(&planks) { (planks, unit) } else { (1, limit) };
        let (mut done, mut free, mut now, mut now_at) = (Vec::new(), Vec::new(), None, None);
        for plank in 0..planks {
            let begins = SignedDuration::from_secs(unit.as_secs().saturating_mul(plank));
            let ends = begins + unit;
            let (x, end) = (place(begins, limit), place(ends, limit));
            let rect = Rect::new(x, end - x - GAP, rtl);
            if ends <= used {
                done.push(rect);
            } else if begins <= used && used < limit {
                now_at = Some(x.midpoint(end - GAP));
                now = Some(rect);
            } else {
                free.push(rect);
            }
        }
        let late = used > limit;
        let over = late.then(|| Rect::new(LIMIT_AT + 0.6, (place(used, limit) - LIMIT_AT - 0.6).max(1.0), rtl));
        let limit_words = words.say1("clock-un", "limit", words.span_of(limit)).into_owned();
        let mut described = if late {
            let values =
                [("used", words.span_of(used)), ("limit", words.span_of(limit)), ("late", words.span_of(used - limit))];
            words.say_with("clock-used-late", &values.map(|(name, value)| (name, value.into()))).into_owned()
        } else {
            let values = [("used", words.span_of(used)), ("limit", words.span_of(limit))];
            words.say_with("clock-used", &values.map(|(name, value)| (name, value.into()))).into_owned()
        };
        for post in &posts {
            described.push_str(". ");
            described.push_str(&post.label);
        }
        let post = |(row, post): (usize, Post)| {
            let x = place(post.after, limit);
            // Words that would leave the drawing hang on the other side of their post. Rows keep neighbours apart.
            let (anchor, away) = if x > 55.0 { ("end", "-6") } else { ("start", "6") };
            let dx = if rtl { if away == "6" { "-6" } else { "6" } } else { away };
            let line = u16::try_from(62 + row.min(3) * 20).unwrap_or(62);
            Label { x: at(x - 0.25, rtl), line, y: line + 9, dx, anchor, text: post.label }
        };
        Self {
            id: id.to_owned(),
            title,
            description: described,
            done,
            now,
            free,
            over,
            now_label: now_at.map(|x| Label {
                x: at(x, rtl),
                line: 0,
                y: 13,
                dx: "0",
                anchor: "middle",
                text: now_label,
            }),
            limit: Label { x: at(LIMIT_AT - 0.25, rtl), line: 58, y: 13, dx: "0", anchor: "end", text: limit_words },
            posts: posts.into_iter().enumerate().map(post).collect(),
        }
    }

    /// Height of the drawing: the bar, and a row for each post.
    fn height(&self) -> u16 {
        self.posts.iter().map(|post| post.y + 5).max().unwrap_or(60)
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let hours = SignedDuration::from_hours;
        let posts = vec![
            Post { after: hours(7 * 24), label: words.say1("clock-policy", "limit", words.days(7)).into_owned() },
            Post { after: hours(72), label: words.say1("clock-policy", "limit", words.days(3)).into_owned() },
        ];
        let title = words.say("steps-title").into_owned();
        let now = words.say1("clock-now", "used", words.span_of(hours(151))).into_owned();
        Self::new(words, "sample-clock", (hours(151), hours(360), hours(24)), (title, now), posts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use jiff::tz::TimeZone;

    fn clock(used: i64, limit: i64) -> Clock {
        let hours = SignedDuration::from_hours;
        let words = Words::new(Language::En, TimeZone::UTC);
        Clock::new(&words, "c", (hours(used), hours(limit), hours(24)), ("t".to_owned(), "n".to_owned()), Vec::new())
    }

    #[test]
    fn a_plank_is_laid_for_each_whole_day() {
        let clock = clock(6 * 24 + 7, 15 * 24);
        assert_eq!(
            (clock.done.len(), clock.now.is_some(), clock.free.len(), clock.over.is_some()),
            (6, true, 8, false)
        );
    }

    #[test]
    fn exactly_the_limit_is_all_planks_and_nothing_beyond() {
        let at_the_limit = clock(360, 360);
        assert_eq!(
            (at_the_limit.done.len(), at_the_limit.now.is_some(), at_the_limit.over.is_some()),
            (15, false, false)
        );
        assert!(clock(361, 360).over.is_some());
    }

    #[test]
    fn a_long_limit_is_one_plank() {
        assert_eq!(clock(24, 400 * 24).done.len() + clock(24, 400 * 24).free.len(), 0);
        assert!(clock(24, 400 * 24).now.is_some());
    }
}
