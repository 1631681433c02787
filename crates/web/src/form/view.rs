//! A form as it is shown: labels above, hints under them, what was typed, what is wrong with it.
//!
//! All words are chosen here; the templates only lay them out.

use super::{
    FieldError, FormSpec, Input,
    input::{ADD, BASED_ON, CSRF, ONCE, ROWS},
    read::{answer_words, join, partner},
    spec::{Field, Kind, Section, Whose},
};
use crate::words::{Words, dashed};
use askama::{Template, filters::HtmlSafe};

/// Options of the `Pick` fields: the path (without numbers of groups), and the values with their labels.
pub type Picks<'a> = &'a [(&'a str, Vec<(String, String)>)];

/// What a page knows when it shows a form.
#[derive(Clone, Copy)]
pub struct FormPage<'a> {
    /// The words of the reader.
    pub words: &'a Words,
    /// Where the form is sent.
    pub action: &'a str,
    /// The form token of the session.
    pub csrf: &'a str,
    /// The head of the stream as the page shows it; empty if the act needs none.
    pub based_on: &'a str,
    /// The idempotence key; empty if none.
    pub once: &'a str,
    /// Options of the `Pick` fields.
    pub picks: Picks<'a>,
}

/// A form ready to be put into a page with `{{ form }}`.
#[derive(Debug, Template)]
#[template(path = "form/form.html")]
pub struct Form {
    id: String,
    action: String,
    hidden: Vec<(String, String)>,
    problem: String,
    summary: Vec<Mistake>,
    sections: Vec<SectionView>,
    has_margin: bool,
    /// Then the button that the Enter key presses must come before those that add a group.
    has_groups: bool,
    submit: String,
    other: Option<(String, String)>,
    /// Something to know before it is sent; empty if nothing.
    saying: String,
}

impl HtmlSafe for Form {}

#[derive(Debug)]
struct Mistake {
    /// The id of what is to be corrected; empty for the form as a whole.
    at: String,
    label: String,
    sentence: String,
}

#[derive(Debug)]
struct SectionView {
    id: String,
    legend: String,
    cite: Option<CiteView>,
    fields: Vec<FieldView>,
}

#[derive(Debug)]
struct CiteView {
    name: String,
    text: String,
    whose: String,
    policy: bool,
}

#[derive(Debug, Template)]
#[template(path = "form/field.html")]
struct FieldView {
    id: String,
    name: String,
    label: String,
    optional: String,
    hints: Vec<String>,
    error: String,
    described: String,
    control: Control,
}

impl HtmlSafe for FieldView {}

#[derive(Debug)]
enum Control {
    Hidden { value: String },
    Line { kind: &'static str, value: String, max: usize },
    Area { value: String, rows: usize, max: usize },
    List { options: Vec<Choice> },
    Choices { kind: &'static str, options: Vec<Choice> },
    Tick(Choice),
    Groups { rows: Vec<Row>, count: usize, counter: String, add: Option<(String, String)> },
}

#[derive(Debug)]
struct Choice {
    id: String,
    value: String,
    label: String,
    chosen: bool,
    /// Questions asked only with this answer.
    then: Vec<FieldView>,
    /// Whether they must be seen even if the answer is not chosen, because something stands in them.
    open: bool,
}

#[derive(Debug)]
struct Row {
    legend: String,
    fields: Vec<FieldView>,
}

impl FormSpec {
    /// The form with what was typed and what is wrong. For an empty form: `&Input::default()` and `&[]`.
    pub fn show(&self, page: FormPage<'_>, input: &Input, errors: &[FieldError]) -> Form {
        let drawer = Drawer { spec: self, page, input, errors };
        let sections: Vec<SectionView> =
            self.sections.iter().enumerate().map(|(n, section)| drawer.section(n, section)).collect();
        let hidden = [(CSRF, page.csrf), (BASED_ON, page.based_on), (ONCE, page.once)];
        Form {
            id: dashed(self.id),
            action: page.action.to_owned(),
            hidden: hidden
                .iter()
                .filter(|pair| !pair.1.is_empty())
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
            problem: page.words.say("form-problem").into_owned(),
            summary: errors.iter().map(|error| drawer.mistake(error)).collect(),
            has_groups: self
                .sections
                .iter()
                .flat_map(|s| s.fields)
                .any(|field| matches!(field.kind, Kind::Repeat { .. })),
            has_margin: sections.iter().any(|section| section.cite.is_some()),
            sections,
            submit: page.words.say(self.submit).into_owned(),
            other: None,
            saying: String::new(),
        }
    }
}

impl Form {
    /// Whether something is wrong: then the title of the page begins with "Error:" (see `Shell::with_errors`).
    pub fn has_errors(&self) -> bool {
        !self.summary.is_empty()
    }

    /// With a second button; it sends `go=<value>` beside everything else.
    #[must_use]
    pub fn or(mut self, value: &str, label: impl Into<String>) -> Self {
        self.other = Some((value.to_owned(), label.into()));
        self
    }

    /// With a sentence above it: something to know before it is sent.
    #[must_use]
    pub fn saying(mut self, sentence: String) -> Self {
        self.saying = sentence;
        self
    }

    /// With one more hidden value of the machinery. Values of the act are `Field::hidden`.
    #[must_use]
    pub fn carrying(mut self, name: &str, value: &str) -> Self {
        self.hidden.push((name.to_owned(), value.to_owned()));
        self
    }
}

struct Drawer<'a> {
    spec: &'a FormSpec,
    page: FormPage<'a>,
    input: &'a Input,
    errors: &'a [FieldError],
}

/// Id of an element, from the name of its field.
fn id_of(name: &str) -> String {
    format!("f-{}", dashed(name))
}

impl Drawer<'_> {
    fn section(&self, number: usize, section: &Section) -> SectionView {
        let words = self.page.words;
        SectionView {
            id: format!("section-{number}"),
            legend: if section.legend.is_empty() { String::new() } else { words.say(section.legend).into_owned() },
            cite: section.cite.map(|cite| CiteView {
                name: words.say(&format!("cite-{}", cite.key)).into_owned(),
                text: words.say(&format!("cite-{}-text", cite.key)).into_owned(),
                whose: words.say(cite.whose.key()).into_owned(),
                policy: cite.whose == Whose::Policy,
            }),
            fields: self.fields(section.fields, "", ""),
        }
    }

    /// The fields of a section or group, those that depend on one answer standing under that answer.
    fn fields(&self, fields: &'static [Field], group: &str, above: &str) -> Vec<FieldView> {
        let stands_alone = |field: &&Field| !fields.iter().any(|other| nests(other, field));
        fields.iter().filter(stands_alone).map(|field| self.field(field, fields, group, above, true)).collect()
    }

    fn field(
        &self,
        field: &'static Field,
        beside: &'static [Field],
        group: &str,
        above: &str,
        alone: bool,
    ) -> FieldView {
        let words = self.page.words;
        let name = format!("{group}{}", field.path);
        let id = id_of(&name);
        let label_keys = field.label_keys(self.spec.id, above);
        let label = words.say_first(&[&label_keys[0], &label_keys[1]]).into_owned();
        let mut hints = Vec::new();
        if field.hint {
            let keys = label_keys.map(|key| format!("{key}-hint"));
            hints.push(words.say_first(&[&keys[0], &keys[1]]).into_owned());
        }
        hints.extend(self.own_hint(field));
        if let (Some((path, value)), true) = (field.when, alone)
            && let (Some(other), its_group) = partner(self.spec, group, above, path)
        {
            let keys = other.label_keys(self.spec.id, its_group);
            let question = words.say_first(&[&keys[0], &keys[1]]);
            let answer = answer_words(words, other, value);
            hints.push(
                words
                    .say_with("form-only-if", &[("question", question.into()), ("answer", answer.into())])
                    .into_owned(),
            );
        }
        let error = self.errors.iter().find(|error| error.path == name).map(|error| error.sentence(words).into_owned());
        let error = error.unwrap_or_default();
        let mut described: Vec<String> = (0..hints.len()).map(|n| format!("{id}-h{n}")).collect();
        if !error.is_empty() {
            described.push(format!("{id}-e"));
        }
        let optional =
            !field.required && !matches!(field.kind, Kind::Tick | Kind::Hidden { .. } | Kind::Repeat { min: 1.., .. });
        FieldView {
            control: self.control(field, beside, (&name, &id, &label), group, above),
            optional: if optional { words.say("form-optional").into_owned() } else { String::new() },
            described: described.join(" "),
            id,
            name,
            label,
            hints,
            error,
        }
    }

    fn own_hint(&self, field: &Field) -> Option<String> {
        let words = self.page.words;
        match field.kind {
            Kind::Lines { .. } => Some(words.say("form-hint-lines").into_owned()),
            Kind::Moment => {
                let zone = words.zone().iana_name().unwrap_or("UTC");
                Some(words.say1("form-hint-moment", "zone", zone).into_owned())
            }
            _ => None,
        }
    }

    fn control(
        &self,
        field: &'static Field,
        beside: &'static [Field],
        (name, id, label): (&str, &str, &str),
        group: &str,
        above: &str,
    ) -> Control {
        let words = self.page.words;
        let value = self.input.get(name).unwrap_or_default().to_owned();
        let choose = |all: Vec<(String, String)>| -> Vec<Choice> {
            let choice = |(n, (code, label)): (usize, (String, String))| {
                let dependants =
                    beside.iter().filter(|other| nests(field, other) && other.when.is_some_and(|w| w.1 == code));
                let then: Vec<FieldView> =
                    dependants.map(|other| self.field(other, beside, group, above, false)).collect();
                Choice {
                    id: if n == 0 { id.to_owned() } else { format!("{id}-{n}") },
                    chosen: self.input.all(name).any(|sent| sent == code),
                    open: then.iter().any(FieldView::must_be_seen),
                    then,
                    value: code,
                    label,
                }
            };
            all.into_iter().enumerate().map(choice).collect()
        };
        match field.kind {
            Kind::Hidden { .. } => Control::Hidden { value },
            Kind::Text { max } => Control::Line { kind: "text", value, max },
            Kind::Number { .. } => Control::Line { kind: "number", value, max: 20 },
            Kind::Date => Control::Line { kind: "date", value, max: 10 },
            Kind::Moment => Control::Line { kind: "datetime-local", value, max: 30 },
            Kind::LongText { max } => Control::Area { value, rows: (max / 300).clamp(3, 8), max },
            Kind::Lines { most, max } => {
                Control::Area { value, rows: most.clamp(2, 4), max: most.saturating_mul(max + 1) }
            }
            Kind::Tick => {
                let mut choices = choose(vec![("true".to_owned(), label.to_owned())]);
                match choices.pop() {
                    Some(choice) => Control::Tick(choice),
                    None => Control::Hidden { value },
                }
            }
            Kind::YesNo => {
                let answers = [("true", words.say("form-yes")), ("false", words.say("form-no"))];
                let answers = answers.map(|(code, label)| (code.to_owned(), label.into_owned()));
                Control::Choices { kind: "radio", options: self.with_none(field, choose(answers.into())) }
            }
            Kind::Choice { set, codes } => {
                let options =
                    codes.iter().map(|code| ((*code).to_owned(), words.code(set, code).into_owned())).collect();
                self.one_of(field, choose(options), name)
            }
            Kind::ManyChoices { set, codes } => {
                let options =
                    codes.iter().map(|code| ((*code).to_owned(), words.code(set, code).into_owned())).collect();
                Control::Choices { kind: "checkbox", options: choose(options) }
            }
            Kind::Pick => {
                let path = join(above, field.path);
                let options =
                    self.page.picks.iter().find(|pick| pick.0 == path).map(|pick| pick.1.clone()).unwrap_or_default();
                self.one_of(field, choose(options), name)
            }
            Kind::Repeat { start, max, fields, .. } => {
                self.groups((name, label), fields, (start, max), above, field.path)
            }
        }
    }

    /// Radios up to five, a list beyond.
    fn one_of(&self, field: &Field, options: Vec<Choice>, name: &str) -> Control {
        if options.len() <= 5 && !options.is_empty() {
            return Control::Choices { kind: "radio", options: self.with_none(field, options) };
        }
        let empty = Choice {
            id: String::new(),
            value: String::new(),
            label: self.page.words.say("form-choose").into_owned(),
            chosen: self.input.get(name).is_none_or(str::is_empty),
            then: Vec::new(),
            open: false,
        };
        Control::List { options: std::iter::once(empty).chain(options).collect() }
    }

    /// A radio cannot be taken back without script, so an optional question offers "no answer".
    fn with_none(&self, field: &Field, mut options: Vec<Choice>) -> Vec<Choice> {
        if !field.required {
            let chosen = !options.iter().any(|option| option.chosen);
            let id = options.first().map(|option| format!("{}-none", option.id)).unwrap_or_default();
            let label = self.page.words.say("form-none").into_owned();
            options.push(Choice { id, value: String::new(), label, chosen, then: Vec::new(), open: false });
        }
        options
    }

    fn groups(
        &self,
        (name, label): (&str, &str),
        fields: &'static [Field],
        (start, max): (usize, usize),
        above: &str,
        path: &str,
    ) -> Control {
        let words = self.page.words;
        let more = usize::from(self.input.asks_for_more_at(name));
        let count = (self.input.rows(name) + more).max(start).min(max);
        let above = join(above, path);
        let row = |n: usize| Row {
            legend: words.say_with("form-row", &[("what", label.into()), ("number", (n + 1).into())]).into_owned(),
            fields: self.fields(fields, &format!("{name}.{n}."), &above),
        };
        let add = (count < max).then(|| (format!("{ADD}{name}"), words.say1("form-add", "what", label).into_owned()));
        Control::Groups { rows: (0..count).map(row).collect(), count, counter: format!("{ROWS}{name}"), add }
    }

    fn mistake(&self, error: &FieldError) -> Mistake {
        let words = self.page.words;
        let bare: Vec<&str> = error.path.split('.').filter(|s| !super::spec::is_index(s)).collect();
        let bare = bare.join(".");
        let field = self.spec.field(&error.path).or_else(|| self.spec.field(&bare));
        let label = field.map(|field| {
            let above = bare.strip_suffix(field.path).unwrap_or_default().trim_end_matches('.');
            let keys = field.label_keys(self.spec.id, above);
            words.say_first(&[&keys[0], &keys[1]]).into_owned()
        });
        Mistake {
            at: if field.is_some() { id_of(&error.path) } else { String::new() },
            label: label.unwrap_or_default(),
            sentence: error.sentence(words).into_owned(),
        }
    }
}

impl FieldView {
    fn must_be_seen(&self) -> bool {
        let filled = match &self.control {
            Control::Hidden { .. } => false,
            Control::Line { value, .. } | Control::Area { value, .. } => !value.is_empty(),
            Control::List { options } | Control::Choices { options, .. } => {
                options.iter().any(|option| option.open || (option.chosen && !option.value.is_empty()))
            }
            Control::Tick(choice) => choice.chosen || choice.open,
            Control::Groups { rows, .. } => rows.iter().any(|row| row.fields.iter().any(FieldView::must_be_seen)),
        };
        filled || !self.error.is_empty()
    }
}

/// Whether `field` is asked only with one answer to `other`, and `other` shows its answers one by one, so that it can stand there.
fn nests(other: &Field, field: &Field) -> bool {
    let Some((path, value)) = field.when else { return false };
    let one_by_one = match other.kind {
        Kind::Choice { codes, .. } => codes.len() <= 5 && codes.contains(&value),
        Kind::ManyChoices { codes, .. } => codes.contains(&value),
        Kind::YesNo => value == "true" || value == "false",
        Kind::Tick => value == "true",
        _ => false,
    };
    other.path == path && one_by_one
}
