//! Links between the sections of a subject, or filters of one list, the present one marked. They are links: each has an address.

use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// One link.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// A word beside it: a count, "review in 5 days". Empty for none.
    pub note: String,
    /// Whether the reader is there.
    pub current: bool,
}

/// How many pages a long list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// So many.
    All(u32),
    /// It was not counted to its end; there is one after this.
    More,
}

/// A row of links, or a column where the page gives it one.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/tabs.html")]
pub struct Tabs {
    class: &'static str,
    label: String,
    links: Vec<Tab>,
}

impl HtmlSafe for Tabs {}

impl Tabs {
    /// Sections of a subject. `label` says what they are ("Sections of this case").
    pub fn sections(label: impl Into<String>, tabs: Vec<Tab>) -> Self {
        Self { class: "index", label: label.into(), links: tabs }
    }

    /// Filters of a list.
    pub fn filters(label: impl Into<String>, tabs: Vec<Tab>) -> Self {
        Self { class: "sift", label: label.into(), links: tabs }
    }

    /// Pages beside each other.
    pub fn pages(label: impl Into<String>, tabs: Vec<Tab>) -> Self {
        Self { class: "tabs", label: label.into(), links: tabs }
    }

    /// Steps through the pages of a long list, counted from 0: the one before, the next, and where one is.
    pub fn paging(words: &Words, page: u32, pages: Pages, to: impl Fn(u32) -> String) -> Self {
        let tab = |key: &str, page: u32| Tab {
            href: to(page),
            label: words.say(key).into_owned(),
            note: String::new(),
            current: false,
        };
        let mut tabs = Vec::new();
        tabs.extend(page.checked_sub(1).map(|before| tab("cases-before", before)));
        let next = page.saturating_add(1);
        let label = match pages {
            Pages::All(pages) => {
                tabs.extend((next < pages).then(|| tab("cases-next", next)));
                words.say_with("cases-page", &[("page", next.into()), ("pages", pages.max(1).into())])
            }
            Pages::More => {
                tabs.push(tab("cases-next", next));
                words.say1("cases-page-of-more", "page", next)
            }
        };
        Self::filters(label, tabs)
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        let tab = |(number, key): (usize, &str)| Tab {
            href: format!("#tab-{number}"),
            label: words.code("sample-step", key).into_owned(),
            note: if number == 2 { words.number(12).into_owned() } else { String::new() },
            current: number == 0,
        };
        let tabs = ["plan", "services", "review", "release"].into_iter().enumerate().map(tab).collect();
        Self::pages(words.say("steps-title"), tabs)
    }
}
