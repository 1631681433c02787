//! The words of the interface: one language's texts, dates and numbers.
//!
//! Texts stand in `locales/<language>/*.ftl` (Fluent) and are compiled in. Values put into a text are wrapped in isolation marks, so
//! that an English name inside an Arabic sentence keeps its place. Escaping is not done here: the templates do it.
//! What people wrote is never translated here; that is an act of the record.

mod args;
mod calendar;
mod language;

pub use args::Value;
pub use language::{Language, direction};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use jiff::tz::TimeZone;
use std::{borrow::Cow, sync::LazyLock};

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

type Bundle = FluentBundle<FluentResource>;

/// One bundle per language, in the order of [`Language::ALL`].
static BUNDLES: LazyLock<Vec<Bundle>> = LazyLock::new(|| Language::ALL.into_iter().map(bundle).collect());

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    bundle.set_formatter(Some(args::formatter(language)));
    if language == Language::Fr {
        bundle.set_transform(Some(french_spaces));
    }
    for (_, _, text) in FILES.iter().filter(|file| file.0 == language.tag()) {
        // A file with a mistake gives what could be read of it; a test refuses such a file before it is shipped.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// French sets its high marks apart by a space that must not break; writers of texts type a plain one.
fn french_spaces(text: &str) -> Cow<'_, str> {
    const SPACES: [(&str, &str); 6] = [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ];
    SPACES.iter().fold(Cow::Borrowed(text), |text, (plain, kept)| {
        if text.contains(plain) { Cow::Owned(text.replace(plain, kept)) } else { text }
    })
}

/// The words of one reader: a language, and the time zone of the installation. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    zone: TimeZone,
}

impl Words {
    /// Words in `language`; moments are told in `zone`, the time zone of the installation.
    pub fn new(language: Language, zone: TimeZone) -> Self {
        Self { language, zone }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The time zone in which moments are told and typed.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The language tag, for `<html lang>`.
    pub fn lang(&self) -> &'static str {
        self.language.tag()
    }

    /// The direction, for `<html dir>`.
    pub fn dir(&self) -> &'static str {
        self.language.dir()
    }

    /// The text of a key. A key without a text shows as `⟦key⟧`, which no reader should ever meet.
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        self.find(key, None).unwrap_or_else(|| Cow::Owned(format!("⟦{key}⟧")))
    }

    /// The text of a key with one value put in: `words.say1("span-days", "count", 2)`.
    pub fn say1<'v>(&self, key: &str, name: &'v str, value: impl Into<Value<'v>>) -> Cow<'static, str> {
        self.say_with(key, &[(name, value.into())])
    }

    /// The text of a key with several values: `words.say_with("span-two", &[("first", a.into()), ("second", b.into())])`.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> Cow<'static, str> {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set((*name).to_owned(), value.to_fluent());
        }
        self.find(key, Some(&args)).unwrap_or_else(|| Cow::Owned(format!("⟦{key}⟧")))
    }

    /// The first of the keys that has a text, for labels which fall back to a shared one.
    pub fn say_first(&self, keys: &[&str]) -> Cow<'static, str> {
        keys.iter().find_map(|key| self.find(key, None)).unwrap_or_else(|| match keys.first() {
            Some(key) => Cow::Owned(format!("⟦{key}⟧")),
            None => Cow::Borrowed(""),
        })
    }

    /// The words of a code: key `code-<set>-<value>`, where anything but letters and digits becomes a dash.
    pub fn code(&self, set: &str, value: &str) -> Cow<'static, str> {
        self.say(&format!("code-{}-{}", dashed(set), dashed(value)))
    }

    /// Whether a key has a text, in this language or in English.
    pub fn knows(&self, key: &str) -> bool {
        self.find(key, None).is_some()
    }

    /// In this language, or else in English.
    fn find(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
        [self.language, Language::En].into_iter().find_map(|language| {
            let bundle: &'static Bundle = BUNDLES.get(language.index())?;
            let pattern = bundle.get_message(key)?.value()?;
            // A missing value shows as its name in braces; a test finds keys whose values differ between languages.
            let text = bundle.format_pattern(pattern, args, &mut Vec::new());
            Some(text)
        })
    }
}

/// A key part: what is no letter or digit becomes a dash (`person.family_name` → `person-family-name`).
pub(crate) fn dashed(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests;
