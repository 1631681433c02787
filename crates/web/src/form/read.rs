//! Reading what was sent into the JSON body of the act.
//!
//! Empty answers are left out, never written as null. Nothing is dropped in silence: an answer to a question that was not asked is
//! a mistake to be cleared up, and a name that the form does not have refuses the whole.

use super::{
    FieldError, Input,
    input::{ADD, ROWS},
    spec::{Field, FormSpec, Kind, is_index},
    tree::Node,
};
use crate::words::Words;
use jiff::{
    civil,
    tz::{AmbiguousOffset, TimeZone},
};
use serde_json::Value;

impl FormSpec {
    /// The JSON body of the act. Moments are typed in the time zone of `words`, whose language also fills the mistakes.
    pub fn read(&self, input: &Input, words: &Words) -> Result<Value, Vec<FieldError>> {
        let mut reader = Reader { spec: self, input, words, errors: Vec::new() };
        reader.refuse_strangers();
        let mut body = Node::default();
        for section in self.sections {
            reader.fields(section.fields, "", "", &mut body);
        }
        if reader.errors.is_empty() { Ok(body.into_json()) } else { Err(reader.errors) }
    }
}

struct Reader<'a> {
    spec: &'a FormSpec,
    input: &'a Input,
    words: &'a Words,
    errors: Vec<FieldError>,
}

/// Where one question stands: in the form as sent (`goals.1.`), without numbers (`goals`), and in the body.
struct Place<'a> {
    field: &'static Field,
    /// Prefix of the names in its group.
    group: &'a str,
    /// Path of its group without numbers.
    above: &'a str,
}

impl Place<'_> {
    fn name(&self) -> String {
        format!("{}{}", self.group, self.field.path)
    }
}

impl Reader<'_> {
    fn refuse_strangers(&mut self) {
        for (name, _) in self.input.pairs() {
            let bare = name.strip_prefix(ADD).or_else(|| name.strip_prefix(ROWS)).unwrap_or(name);
            let known = Input::is_control(name) || self.spec.sections.iter().any(|section| knows(section.fields, bare));
            if !known {
                let shown: String = name.chars().take(60).collect();
                self.errors.push(FieldError::new("", "wrong-form").with("name", shown));
                return;
            }
        }
    }

    fn wrong(&mut self, name: &str, key: &'static str) {
        self.errors.push(FieldError::new(name, key));
    }

    fn fields(&mut self, fields: &'static [Field], group: &str, above: &str, body: &mut Node) {
        for field in fields {
            let place = Place { field, group, above };
            let name = place.name();
            if !asked(self.spec, self.input, field, group) {
                if is_filled(self.input, field, &name) {
                    let error = self.not_asked(&place, name);
                    self.errors.push(error);
                }
                continue;
            }
            if let Kind::Repeat { min, max, fields, .. } = field.kind {
                self.groups(&place, fields, (min, max), body);
            } else if let Some(answer) = self.answer(field, &name) {
                body.put(field.path, answer);
            }
        }
    }

    fn groups(&mut self, place: &Place<'_>, fields: &'static [Field], (min, max): (usize, usize), body: &mut Node) {
        let name = place.name();
        let above = join(place.above, place.field.path);
        let mut kept = 0;
        for row in 0..self.input.rows_sent(&name) {
            let group = format!("{name}.{row}.");
            let filled = fields.iter().any(|field| is_filled(self.input, field, &format!("{group}{}", field.path)));
            if !filled {
                continue;
            }
            let mut one = Node::default();
            self.fields(fields, &group, &above, &mut one);
            body.put_node(&format!("{}.{kept}", place.field.path), one);
            kept += 1;
        }
        let min = if place.field.required { min.max(1) } else { min };
        if kept < min {
            self.errors.push(FieldError::new(name, "wrong-few").with("min", min));
        } else if kept > max {
            self.errors.push(FieldError::new(name, "wrong-many").with("max", max));
        }
    }

    fn not_asked(&self, place: &Place<'_>, name: String) -> FieldError {
        let (path, value) = place.field.when.unwrap_or_default();
        let (field, above) = partner(self.spec, place.group, place.above, path);
        let (question, answer) = match field {
            Some(field) => (self.label(field, above), answer_words(self.words, field, value)),
            None => (path.to_owned(), value.to_owned()),
        };
        FieldError::new(name, "wrong-not-asked").with("question", question).with("answer", answer)
    }

    fn label(&self, field: &Field, above: &str) -> String {
        let [nearest, shared] = field.label_keys(self.spec.id, above);
        self.words.say_first(&[&nearest, &shared]).into_owned()
    }

    /// The answer at one field, or nothing if it is empty or wrong (which is then noted).
    fn answer(&mut self, field: &Field, name: &str) -> Option<Value> {
        if let Kind::ManyChoices { codes, .. } = field.kind {
            return self.many(field, name, codes);
        }
        let mut sent = self.input.all(name);
        let typed = sent.next().unwrap_or_default();
        if sent.next().is_some() {
            self.wrong(name, "wrong-twice");
            return None;
        }
        if let Kind::Tick = field.kind {
            let ticked = typed == "true";
            if !ticked && (!typed.is_empty() || field.required) {
                self.wrong(name, if typed.is_empty() { "wrong-missing-tick" } else { "wrong-choice" });
            }
            return Some(Value::Bool(ticked));
        }
        let typed = tidied(typed);
        if typed.is_empty() {
            if field.required {
                self.wrong(name, missing_key(field.kind));
            }
            return None;
        }
        match self.judged(field.kind, &typed) {
            Ok(answer) => Some(answer),
            Err(mut error) => {
                name.clone_into(&mut error.path);
                self.errors.push(error);
                None
            }
        }
    }

    fn many(&mut self, field: &Field, name: &str, codes: &[&str]) -> Option<Value> {
        let ticked: Vec<&str> = self.input.all(name).filter(|value| !value.is_empty()).collect();
        if ticked.is_empty() {
            if field.required {
                self.wrong(name, "wrong-missing-choice");
            }
            return None;
        }
        if ticked.iter().any(|value| !codes.contains(value)) {
            self.wrong(name, "wrong-choice");
            return None;
        }
        // In the order of the codes and once each, however they were sent.
        let in_order = codes.iter().filter(|code| ticked.contains(code)).map(|code| Value::from(*code));
        Some(in_order.collect())
    }

    /// What a text that is there means as an answer of this kind.
    fn judged(&self, kind: Kind, typed: &str) -> Result<Value, FieldError> {
        match kind {
            Kind::Text { max } | Kind::Hidden { max } => {
                in_one_line(typed)?;
                no_longer_than(typed, max)?;
                Ok(Value::from(typed))
            }
            Kind::LongText { max } => {
                only_text(typed)?;
                no_longer_than(typed, max)?;
                Ok(Value::from(typed))
            }
            Kind::Lines { most, max } => lines(typed, most, max),
            Kind::Date => {
                let day = figures(typed).parse::<civil::Date>().ok().filter(|day| (1850..=2200).contains(&day.year()));
                day.filter(|_| typed.chars().count() == 10)
                    .map(|day| Value::from(day.to_string()))
                    .ok_or_else(|| FieldError::new("", "wrong-date"))
            }
            Kind::Moment => moment(typed, self.words.zone()),
            Kind::Number { min, max } => {
                let number: i64 = figures(typed).parse().map_err(|_| FieldError::new("", "wrong-number"))?;
                if number < min {
                    return Err(FieldError::new("", "wrong-small").with("min", min));
                }
                if number > max {
                    return Err(FieldError::new("", "wrong-big").with("max", max));
                }
                Ok(Value::from(number))
            }
            Kind::Choice { codes, .. } if codes.contains(&typed) => Ok(Value::from(typed)),
            Kind::YesNo if typed == "true" || typed == "false" => Ok(Value::from(typed == "true")),
            Kind::Pick => {
                in_one_line(typed)?;
                no_longer_than(typed, 200)?;
                Ok(Value::from(typed))
            }
            _ => Err(FieldError::new("", "wrong-choice")),
        }
    }
}

fn missing_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Text { .. } | Kind::LongText { .. } | Kind::Lines { .. } => "wrong-missing-text",
        Kind::Date | Kind::Moment => "wrong-missing-date",
        Kind::Choice { .. } | Kind::YesNo | Kind::Pick => "wrong-missing-choice",
        _ => "wrong-missing",
    }
}

/// Without white space at both ends, and with one kind of line end.
fn tidied(typed: &str) -> String {
    typed.trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// Arabic and Persian figures as ASCII ones; isolation marks, which copying brings along, left out.
fn figures(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
            '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap_or(c),
            _ => c,
        })
        .collect()
}

fn no_longer_than(text: &str, max: usize) -> Result<(), FieldError> {
    match text.chars().count().saturating_sub(max) {
        0 => Ok(()),
        over => Err(FieldError::new("", "wrong-long").with("over", over).with("max", max)),
    }
}

/// Line ends and tabs are text; other control characters are not.
fn only_text(text: &str) -> Result<(), FieldError> {
    let strange = text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    if strange { Err(FieldError::new("", "wrong-sign")) } else { Ok(()) }
}

fn in_one_line(text: &str) -> Result<(), FieldError> {
    if text.chars().any(char::is_control) { Err(FieldError::new("", "wrong-sign")) } else { Ok(()) }
}

fn lines(typed: &str, most: usize, max: usize) -> Result<Value, FieldError> {
    let items: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if items.len() > most {
        return Err(FieldError::new("", "wrong-many").with("max", most));
    }
    for item in &items {
        in_one_line(item)?;
        no_longer_than(item, max)?;
    }
    Ok(items.into_iter().map(Value::from).collect())
}

/// A local date and time as a moment in UTC. Of an hour that happened twice the first is taken, as a clerk would who looks at the
/// clock; an hour that did not happen is refused.
fn moment(typed: &str, zone: &TimeZone) -> Result<Value, FieldError> {
    let wrong = || FieldError::new("", "wrong-moment");
    let typed = figures(typed);
    // A date alone would be read as midnight: nobody said that.
    let has_hour = typed.split_once(['T', ' ']).is_some_and(|(_, hour)| !hour.is_empty());
    let local: civil::DateTime = if has_hour { typed.parse().map_err(|_| wrong())? } else { return Err(wrong()) };
    if !(1850..=2200).contains(&local.year()) || typed.contains(['Z', 'z', '+', '[']) {
        return Err(wrong());
    }
    let there = zone.to_ambiguous_timestamp(local);
    if let AmbiguousOffset::Gap { .. } = there.offset() {
        return Err(FieldError::new("", "wrong-gap"));
    }
    let utc = there.earlier().map_err(|_| wrong())?;
    Ok(Value::from(format!("{utc:.3}")))
}

/// Whether a name without `add:` or `rows:` belongs to one of the fields.
fn knows(fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| match name.strip_prefix(field.path) {
        Some("") => true,
        Some(rest) => match (field.kind, rest.strip_prefix('.').and_then(|rest| rest.split_once('.'))) {
            (Kind::Repeat { fields, .. }, Some((index, inner))) => {
                is_index(index) && index.len() < 4 && knows(fields, inner)
            }
            _ => false,
        },
        None => false,
    })
}

fn is_filled(input: &Input, field: &Field, name: &str) -> bool {
    match field.kind {
        Kind::Repeat { fields, .. } => (0..input.rows_sent(name))
            .any(|row| fields.iter().any(|field| is_filled(input, field, &format!("{name}.{row}.{}", field.path)))),
        Kind::Hidden { .. } => false,
        _ => input.all(name).any(|value| !value.trim().is_empty()),
    }
}

/// Whether a question is asked, given the answers so far. A question about a question that is not asked is not asked either.
fn asked(spec: &FormSpec, input: &Input, field: &Field, group: &str) -> bool {
    let Some((path, wanted)) = field.when else { return true };
    // The partner stands in the same group, or else at the top of the form.
    let near = format!("{group}{path}");
    let name = if knows_any(spec, &near) { near } else { path.to_owned() };
    let holds = input.all(&name).any(|value| wanted.split('|').any(|wanted| wanted == value));
    let prefix = if name == path { "" } else { group };
    let partner_asked = spec.field(&without_numbers(&name)).is_none_or(|partner| asked(spec, input, partner, prefix));
    holds && partner_asked
}

fn knows_any(spec: &FormSpec, name: &str) -> bool {
    spec.sections.iter().any(|section| knows(section.fields, name))
}

/// The question that a condition asks about, and the path of the group it stands in.
pub(super) fn partner<'a>(
    spec: &FormSpec,
    group: &str,
    above: &'a str,
    path: &str,
) -> (Option<&'static Field>, &'a str) {
    if knows_any(spec, &format!("{group}{path}")) && !above.is_empty() {
        return (spec.field(&join(above, path)), above);
    }
    (spec.field(path), "")
}

/// The words of an answer to a question: the first of several.
pub(super) fn answer_words(words: &Words, field: &Field, value: &str) -> String {
    let first = value.split('|').next().unwrap_or_default();
    match field.kind {
        Kind::Choice { set, .. } | Kind::ManyChoices { set, .. } => {
            let all: Vec<_> = value.split('|').map(|value| words.code(set, value)).collect();
            all.join(" / ")
        }
        Kind::YesNo | Kind::Tick if first == "true" => words.say("form-yes").into_owned(),
        Kind::YesNo | Kind::Tick => words.say("form-no").into_owned(),
        _ => first.to_owned(),
    }
}

/// `goals.0.title` → `goals.title`. Fields with numbers in their own path are found as they are.
fn without_numbers(name: &str) -> String {
    let kept: Vec<&str> = name.split('.').filter(|segment| !is_index(segment)).collect();
    kept.join(".")
}

pub(super) fn join(above: &str, path: &str) -> String {
    if above.is_empty() { path.to_owned() } else { format!("{above}.{path}") }
}
