//! The languages of the interface, and which way a language is written.
//!
//! The language of *content* (a person's plan, a letter) is any tag; only its direction is asked here.

/// A language in which the whole interface is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, written as in the texts of the United Nations.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

impl Language {
    /// All of them, in the order in which the language switch shows them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// The language tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language of a tag such as `fr` or `fr-CA`, if the interface has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// The best language for an `Accept-Language` header; English when none fits.
    pub fn asked(header: &str) -> Self {
        let mut wishes: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
                let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
                Some((weight, Self::from_tag(tag.trim())?))
            })
            .collect();
        // A stable sort keeps the order of the header among equal wishes.
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map_or(Self::En, |wish| wish.1)
    }

    /// `ltr` or `rtl`, as in `<html dir>`.
    pub fn dir(self) -> &'static str {
        direction(self.tag())
    }

    /// Whether a line begins at the right-hand side.
    pub fn is_rtl(self) -> bool {
        self.dir() == "rtl"
    }

    /// What the speakers of the language call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ar => "العربية",
        }
    }

    pub(super) fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::Fr => 1,
            Self::Ar => 2,
        }
    }
}

/// Which way a language is written, for any language tag: `rtl` or `ltr`.
///
/// A script subtag decides; otherwise the script in which CLDR says the language is usually written.
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split(['-', '_']);
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    if let Some(script) = parts.find(|part| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic())) {
        let script = script.to_ascii_lowercase();
        let from_the_right = ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];
        return if from_the_right.contains(&script.as_str()) { "rtl" } else { "ltr" };
    }
    match primary.as_str() {
        "ar" | "arc" | "arz" | "ary" | "apc" | "azb" | "bal" | "bqi" | "ckb" | "dv" | "fa" | "glk" | "he" | "iw"
        | "khw" | "ks" | "lrc" | "mzn" | "nqo" | "pnb" | "prs" | "ps" | "sd" | "skr" | "syr" | "ug" | "ur" | "yi" => {
            "rtl"
        }
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_written_from_the_right_and_the_others_from_the_left() {
        assert_eq!(Language::ALL.map(Language::dir), ["ltr", "ltr", "rtl"]);
        assert_eq!(["ckb", "ur-PK", "ku-Arab", "uz-Latn-UZ", "zh"].map(direction), ["rtl", "rtl", "rtl", "ltr", "ltr"]);
    }

    #[test]
    fn the_browser_may_ask_for_a_language_and_gets_english_otherwise() {
        assert_eq!(Language::asked("ar-EG,en;q=0.5"), Language::Ar);
        assert_eq!(Language::asked("de, en;q=0.3, fr-CA;q=0.8"), Language::Fr);
        assert_eq!(Language::asked("ru"), Language::En);
        assert_eq!(Language::asked(";;q=,"), Language::En);
    }
}
