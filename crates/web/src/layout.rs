//! What stands around every page: head, header, navigation, who is signed in, footer. Two frames extend it into pages:
//! `layout.html` for the screen and `paper.html` for what is printed and handed over.
//!
//! It knows no page and no right: what is in the navigation is given to it.

use crate::{assets::Assets, words::Language, words::Words};
use jiff::Timestamp;
use std::borrow::Cow;

/// All that the frame needs. A page struct has it as its field `shell` and its template begins `{% extends "layout.html" %}`.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The words of the reader. In templates: `{{ shell.say("product") }}`.
    pub words: Words,
    /// The title, in the reader's language. It must hold no personal data: titles stand in histories and on screens.
    pub title: String,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// Who is signed in; nothing before.
    pub person: Option<PersonLine>,
    /// The form token of the session (or of the visit, before signing in).
    pub csrf: String,
    /// Whether this is a demonstration with invented people.
    pub demo: bool,
    /// What everybody must know of a clock that cannot be relied on.
    pub clock: Option<String>,
    /// What the reader must know of limits that come near: how much of an hour's looks is used.
    pub near_limit: Vec<String>,
    /// For which post the reader acts who stands in for it.
    pub acting: Option<String>,
    /// Path of this page, where the language switch returns to.
    pub here: String,
    /// Number of messages that wait.
    pub alerts: i64,
    /// Until when the session lasts.
    pub until: Option<Timestamp>,
    /// Whether a look at this page was recorded, as it is for every page about a person.
    pub recorded: bool,
    /// Whether the page shows a form with mistakes; then the title begins with "Error:".
    pub has_errors: bool,
}

/// A place in the main navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether the reader is there.
    pub current: bool,
}

/// Who is signed in, in which capacity, for which organisation.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// The name.
    pub name: String,
    /// The capacity, in the reader's language.
    pub capacity: String,
    /// The organisation or place.
    pub organisation: String,
}

impl Shell {
    /// The frame of a page for a visitor who is not signed in. The other fields are public: set what applies.
    pub fn new(words: Words, title: impl Into<String>, here: impl Into<String>) -> Self {
        Self {
            words,
            title: title.into(),
            nav: Vec::new(),
            person: None,
            csrf: String::new(),
            demo: false,
            clock: None,
            near_limit: Vec::new(),
            acting: None,
            here: here.into(),
            alerts: 0,
            until: None,
            recorded: false,
            has_errors: false,
        }
    }

    /// The same frame for a page that shows mistakes.
    #[must_use]
    pub fn with_errors(mut self, has_errors: bool) -> Self {
        self.has_errors = has_errors;
        self
    }

    /// The frame with everything in it, for tests and the gallery.
    pub fn sample(words: Words, title: impl Into<String>) -> Self {
        let places = ["review", "plan", "services", "release"].into_iter().enumerate();
        let item = |(number, key): (usize, &str)| NavItem {
            href: format!("/{key}"),
            label: words.code("sample-step", key).into_owned(),
            current: number == 1,
        };
        Self {
            nav: places.map(item).collect(),
            person: Some(PersonLine {
                name: "M. Sample".to_owned(),
                capacity: words.code("sample-step", "aftercare").into_owned(),
                organisation: "Specimen Prison".to_owned(),
            }),
            csrf: "token".to_owned(),
            demo: true,
            alerts: 3,
            until: Some(Timestamp::constant(1_795_468_200, 0)),
            recorded: true,
            ..Self::new(words, title, "/plan?x=1&y=2")
        }
    }

    /// The text of a key.
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        self.words.say(key)
    }

    /// What stands in the title bar.
    pub fn full_title(&self) -> String {
        let key = if self.has_errors { "shell-title-error" } else { "shell-title" };
        // Isolation marks would show as boxes in some title bars.
        self.words.say1(key, "title", &self.title).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// Where the style sheet is.
    pub fn style(&self) -> &'static str {
        Assets::style_path()
    }

    /// Where the small script is; no page needs it.
    pub fn script(&self) -> &'static str {
        Assets::script_path()
    }

    /// Where the icon is.
    pub fn icon(&self) -> &'static str {
        Assets::icon_path()
    }

    /// The other languages of the interface.
    pub fn other_languages(&self) -> impl Iterator<Item = Language> {
        let own = self.words.language();
        Language::ALL.into_iter().filter(move |language| *language != own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::assert_sound;
    use askama::Template;
    use jiff::tz::TimeZone;

    #[derive(Template)]
    #[template(
        source = r#"{% extends "layout.html" %}{% block main %}<h1>{{ shell.title }}</h1>{% endblock %}"#,
        ext = "html"
    )]
    struct Page {
        shell: Shell,
    }

    #[derive(Template)]
    #[template(
        source = r#"{% extends "paper.html" %}{% block paper %}<h1>{{ shell.title }}</h1>{% endblock %}"#,
        ext = "html"
    )]
    struct Paper {
        shell: Shell,
    }

    fn shell(language: Language) -> Shell {
        let mut shell = Shell::sample(Words::new(language, TimeZone::get("Europe/Paris").unwrap()), "Today & now");
        if let Some(person) = &mut shell.person {
            person.name = "M. <Sample>".to_owned();
        }
        shell
    }

    #[test]
    fn the_frame_says_language_direction_and_who_is_signed_in() {
        for (language, dir) in [(Language::En, "ltr"), (Language::Fr, "ltr"), (Language::Ar, "rtl")] {
            let html = Page { shell: shell(language) }.render().unwrap();
            assert!(html.contains(&format!("<html lang=\"{}\" dir=\"{dir}\">", language.tag())));
            assert!(html.contains("<title>Today &#38; now · Passerelle</title>"));
            assert!(html.contains("M. &#60;Sample&#62;") && html.contains("aria-current=\"page\""));
            assert!(html.contains("22:10") && html.contains("action=\"/sign-out\""));
            assert!(html.contains("value=\"/plan?x=1&#38;y=2\""));
            assert_eq!(html.matches("name=\"to\"").count(), 2);
            assert_sound(&html);
        }
    }

    #[test]
    fn a_page_with_mistakes_says_so_in_its_title() {
        let html = Page { shell: shell(Language::Fr).with_errors(true) }.render().unwrap();
        assert!(html.contains("<title>Erreur\u{a0}: Today"));
    }

    #[test]
    fn a_paper_has_no_navigation_and_no_button() {
        let html = Paper { shell: shell(Language::Ar) }.render().unwrap();
        assert!(html.contains("class=\"paper\"") && !html.contains("<nav") && !html.contains("<button"));
    }
}
