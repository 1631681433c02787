//! What a form asks for. Specifications are constants: they hold keys and codes, never words.

use crate::words::{Words, dashed};

/// A form: its fields in sections, and the words of its button.
#[derive(Clone, Copy, Debug)]
pub struct FormSpec {
    /// The kind of act, such as `measure.imposed`. Keys of words begin with it: `f-measure-imposed-…`.
    pub id: &'static str,
    /// The sections, in reading order.
    pub sections: &'static [Section],
    /// Key of the words on the button.
    pub submit: &'static str,
}

/// Fields under one heading, with the rule they answer to in the margin.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Key of the heading; empty for a section without one.
    pub legend: &'static str,
    /// The rule in the margin.
    pub cite: Option<Cite>,
    /// The fields, in reading order.
    pub fields: &'static [Field],
}

/// A rule that stands beside a section. `cite-<key>` names it, `cite-<key>-text` says it in one plain line.
#[derive(Clone, Copy, Debug)]
pub struct Cite {
    /// Last part of the keys.
    pub key: &'static str,
    /// Whose rule or limit it is.
    pub whose: Whose,
}

/// Whose a rule or a limit is. A policy clock never looks like a limit of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A text of the United Nations.
    Text,
    /// A limit in figures that a text of the United Nations sets.
    Limit,
    /// A clock the service has set.
    Policy,
    /// National law.
    Law,
}

impl Whose {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "whose-text",
            Self::Limit => "whose-limit",
            Self::Policy => "whose-policy",
            Self::Law => "whose-law",
        }
    }
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Where the answer stands in the body of the act: `person.family_name`. Inside a repeated group, the path within the group.
    /// A segment of digits is a place in an array.
    pub path: &'static str,
    /// What kind of answer it is.
    pub kind: Kind,
    /// Whether there must be an answer (if the question is asked at all).
    pub required: bool,
    /// Whether a hint stands under the question: the key of its label with `-hint`.
    pub hint: bool,
    /// Asked only if another question has this answer: its path in the same group, or else in the form, and the answer
    /// (several answers with `|` between them).
    pub when: Option<(&'static str, &'static str)>,
}

/// What kind of answer a question takes, and what becomes of it in JSON.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line. A string.
    Text {
        /// Most characters.
        max: usize,
    },
    /// Several lines. A string.
    LongText {
        /// Most characters.
        max: usize,
    },
    /// A calendar day. `"2026-11-23"`.
    Date,
    /// A moment, typed in the time zone of the installation. `"2026-11-23T13:00:00.000Z"`.
    Moment,
    /// A whole number.
    Number {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// One of some codes: radios up to five, a list beyond. A string.
    Choice {
        /// The name in the keys of the words: `code-<set>-<code>`.
        set: &'static str,
        /// The codes.
        codes: &'static [&'static str],
    },
    /// Any of some codes: boxes to tick. An array of strings.
    ManyChoices {
        /// The name in the keys of the words: `code-<set>-<code>`.
        set: &'static str,
        /// The codes.
        codes: &'static [&'static str],
    },
    /// Yes or no, where silence is a third thing. `true` or `false`.
    YesNo,
    /// A box to tick. `true` or `false`; if required it must be ticked.
    Tick,
    /// One of the options given when the page is made. A string; whether it was among them is for the act to judge.
    Pick,
    /// One item on each line. An array of strings.
    Lines {
        /// Most lines.
        most: usize,
        /// Most characters in a line.
        max: usize,
    },
    /// A group of questions several times. An array of objects; wholly empty groups are dropped.
    Repeat {
        /// Fewest filled groups.
        min: usize,
        /// Groups shown at first.
        start: usize,
        /// Most groups.
        max: usize,
        /// The questions of one group.
        fields: &'static [Field],
    },
    /// Carried along unseen. A string.
    Hidden {
        /// Most characters.
        max: usize,
    },
}

impl Field {
    const fn new(path: &'static str, kind: Kind) -> Self {
        Self { path, kind, required: false, hint: false, when: None }
    }

    /// One line of text.
    pub const fn text(path: &'static str, max: usize) -> Self {
        Self::new(path, Kind::Text { max })
    }

    /// Several lines of text.
    pub const fn long_text(path: &'static str, max: usize) -> Self {
        Self::new(path, Kind::LongText { max })
    }

    /// A calendar day.
    pub const fn date(path: &'static str) -> Self {
        Self::new(path, Kind::Date)
    }

    /// A moment in the time zone of the installation.
    pub const fn moment(path: &'static str) -> Self {
        Self::new(path, Kind::Moment)
    }

    /// A whole number from `min` to `max`.
    pub const fn number(path: &'static str, min: i64, max: i64) -> Self {
        Self::new(path, Kind::Number { min, max })
    }

    /// One of the codes of a set.
    pub const fn choice(path: &'static str, set: &'static str, codes: &'static [&'static str]) -> Self {
        Self::new(path, Kind::Choice { set, codes })
    }

    /// Any of the codes of a set.
    pub const fn many(path: &'static str, set: &'static str, codes: &'static [&'static str]) -> Self {
        Self::new(path, Kind::ManyChoices { set, codes })
    }

    /// Yes or no.
    pub const fn yes_no(path: &'static str) -> Self {
        Self::new(path, Kind::YesNo)
    }

    /// A box to tick.
    pub const fn tick(path: &'static str) -> Self {
        Self::new(path, Kind::Tick)
    }

    /// One of the options that the page gives (see `Picks`).
    pub const fn pick(path: &'static str) -> Self {
        Self::new(path, Kind::Pick)
    }

    /// At most `most` lines of at most `max` characters.
    pub const fn lines(path: &'static str, most: usize, max: usize) -> Self {
        Self::new(path, Kind::Lines { most, max })
    }

    /// A group from `min` to `max` times, `start` of them shown at first.
    pub const fn repeat(path: &'static str, min: usize, start: usize, max: usize, fields: &'static [Field]) -> Self {
        Self::new(path, Kind::Repeat { min, start, max, fields })
    }

    /// Carried along unseen.
    pub const fn hidden(path: &'static str, max: usize) -> Self {
        Self::new(path, Kind::Hidden { max })
    }

    /// There must be an answer.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A hint stands under the question.
    #[must_use]
    pub const fn hint(mut self) -> Self {
        self.hint = true;
        self
    }

    /// Asked only if the question at `path` has the answer `value`.
    #[must_use]
    pub const fn when(mut self, path: &'static str, value: &'static str) -> Self {
        self.when = Some((path, value));
        self
    }

    /// Keys of its label, the nearest first. `above` is the path of the group it stands in, or nothing.
    pub(super) fn label_keys(&self, form: &str, above: &str) -> [String; 2] {
        let path = if above.is_empty() { self.path.to_owned() } else { format!("{above}.{}", self.path) };
        let last = self.path.rsplit('.').find(|segment| !is_index(segment)).unwrap_or(self.path);
        [format!("f-{}-{}", dashed(form), dashed(&path)), format!("field-{}", dashed(last))]
    }
}

pub(super) fn is_index(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

impl FormSpec {
    /// Keys that this form uses and that have no text: a test of each form asserts that there is none.
    pub fn missing_words(&self, words: &Words) -> Vec<String> {
        let mut missing = Vec::new();
        let mut need = |keys: &[String]| {
            if !keys.iter().any(|key| words.knows(key)) {
                missing.push(keys.join(" or "));
            }
        };
        need(&[self.submit.to_owned()]);
        for section in self.sections {
            if !section.legend.is_empty() {
                need(&[section.legend.to_owned()]);
            }
            if let Some(cite) = section.cite {
                need(&[format!("cite-{}", cite.key)]);
                need(&[format!("cite-{}-text", cite.key)]);
            }
            needed_by(section.fields, self.id, "", &mut need);
        }
        missing
    }

    /// A field by its path, with numbers of groups left out (`goals.title`).
    pub fn field(&self, path: &str) -> Option<&'static Field> {
        fn find(fields: &'static [Field], path: &str) -> Option<&'static Field> {
            fields.iter().find_map(|field| match field.kind {
                _ if field.path == path => Some(field),
                Kind::Repeat { fields, .. } => find(fields, path.strip_prefix(field.path)?.strip_prefix('.')?),
                _ => None,
            })
        }
        self.sections.iter().find_map(|section| find(section.fields, path))
    }
}

fn needed_by(fields: &[Field], form: &str, above: &str, need: &mut impl FnMut(&[String])) {
    for field in fields {
        if matches!(field.kind, Kind::Hidden { .. }) {
            continue;
        }
        let keys = field.label_keys(form, above);
        need(&keys);
        if field.hint {
            need(&keys.clone().map(|key| format!("{key}-hint")));
        }
        match field.kind {
            Kind::Choice { set, codes } | Kind::ManyChoices { set, codes } => {
                for code in codes {
                    need(&[format!("code-{}-{}", dashed(set), dashed(code))]);
                }
            }
            Kind::Repeat { fields, .. } => {
                let path = if above.is_empty() { field.path.to_owned() } else { format!("{above}.{}", field.path) };
                needed_by(fields, form, &path, need);
            }
            _ => {}
        }
    }
}
