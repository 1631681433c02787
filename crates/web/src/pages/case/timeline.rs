//! What happened in a case, newest first, by topic. Looks have a page of their own.

use domain::Recorded;

use super::{Case, Section};
use crate::act_form::told;
use crate::answer::Answer;
use crate::pages::sheet::Block;
use crate::part::{Empty, Entry, Log, Phrase, Tab, Tabs};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Topics, as the first part of a kind's name, in the order in which they are offered.
const TOPICS: [&str; 15] = [
    "custody",
    "file",
    "assessment",
    "plan",
    "consent",
    "referral",
    "measure",
    "restraint",
    "search",
    "release",
    "regime",
    "contact",
    "information",
    "lodging",
    "finding",
];

/// Entries on one page.
const MOST: usize = 60;

/// A report may be entered so much later than it happened before the page says so, in milliseconds.
const LATE: i64 = 12 * domain::moment::HOUR;

fn topic(recorded: &Recorded) -> &str {
    recorded.envelope.kind.split('.').next().unwrap_or_default()
}

/// The entries of one topic, or of all, newest first.
pub(super) fn entries(case: &Case<'_>, only: Option<&str>) -> Vec<Entry> {
    let mut acts: Vec<&Recorded> =
        case.file.acts.iter().filter(|recorded| only.is_none_or(|only| topic(recorded) == only)).collect();
    acts.sort_by_key(|recorded| std::cmp::Reverse((recorded.concerns(), recorded.at)));
    acts.into_iter().map(|recorded| entry(case, recorded)).collect()
}

fn entry(case: &Case<'_>, recorded: &Recorded) -> Entry {
    let envelope = &recorded.envelope;
    let comma = case.say("shell-comma");
    let what = case.say(&format!("casework-topic-{}", topic(recorded)));
    let mut by = Phrase::from(format!("{what}{comma}"));
    if envelope.capacity == domain::Capacity::SystemAdministrator
        && !case.file.shown.staff.contains_key(&envelope.actor.stream())
    {
        by = by.and(case.say("casework-by-itself"));
    } else {
        let org = case.org(envelope.org);
        by = by.and(Phrase::name(format!("{}{comma}{org}", case.staff(envelope.actor))));
    }
    if let Some(post) = envelope.for_post {
        by = by.note(for_post(case, case.file.shown.posts.get(&post).map_or("", String::as_str)));
    }
    if recorded.at.since(recorded.concerns()) > LATE {
        by = by.note(case.words.say1(
            "casework-known-since",
            "day",
            case.words.moment(jiff::Timestamp::from(recorded.at)),
        ));
    }
    let mut what = Phrase::from(case.say(&told(recorded.act.kind())));
    if case.file.facts.contradictions.contains(&recorded.id()) {
        what = what.note(case.say("casework-contradiction"));
    }
    let what = super::correct::marked(case, recorded, what);
    Entry { when: case.when(recorded.concerns()), what, by }
}

/// For which post somebody acted or looked who stood in for it; that they did, if its title is not known yet.
pub(super) fn for_post(case: &Case<'_>, title: &str) -> String {
    if title.is_empty() {
        return case.say("casework-stood-in");
    }
    case.words.say1("casework-for-post", "post", title).into_owned()
}

/// The filters, with counts.
pub(super) fn filters(case: &Case<'_>, shown: Option<&str>) -> Tabs {
    let href = case.href(Section::Timeline);
    let count = |only: Option<&str>| {
        case.file.acts.iter().filter(|recorded| only.is_none_or(|only| topic(recorded) == only)).count()
    };
    let mut tabs = vec![Tab {
        href: href.clone(),
        label: case.say("casework-topic-all"),
        note: case.words.number(count(None)).into_owned(),
        current: shown.is_none(),
    }];
    for topic in TOPICS {
        let number = count(Some(topic));
        if number > 0 {
            tabs.push(Tab {
                href: format!("{href}?show={topic}"),
                label: case.say(&format!("casework-topic-{topic}")),
                note: case.words.number(number).into_owned(),
                current: shown == Some(topic),
            });
        }
    }
    Tabs::filters(case.say("casework-timeline-filter"), tabs)
}

pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let shown = visit.query.get("show").and_then(|asked| TOPICS.iter().copied().find(|topic| *topic == asked));
    let from = visit.query.get("from").and_then(|from| from.parse::<usize>().ok()).unwrap_or(0);
    super::page(visit, Section::Timeline, |case| {
        let all = entries(case, shown);
        let total = all.len();
        let entries: Vec<Entry> = all.into_iter().skip(from).take(MOST).collect();
        let mut block = Block::new("line", case.say("casework-section-timeline")).with(filters(case, shown));
        if entries.is_empty() {
            block = block.with(Empty::new(case.say("casework-nothing"), case.say("casework-timeline-empty")));
        } else {
            let next = from.saturating_add(MOST);
            let mut log = Log::new(entries);
            if next < total {
                let topic = shown.map(|topic| format!("&show={topic}")).unwrap_or_default();
                let left = total.saturating_sub(next);
                log = log.older(
                    format!("{}?from={next}{topic}", case.href(Section::Timeline)),
                    case.words.say1("casework-older", "count", left),
                );
            }
            block = block.with(log);
        }
        Ok(case.frame(Section::Timeline, None).block(block))
    })
}
