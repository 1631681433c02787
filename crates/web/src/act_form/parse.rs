//! From what was sent to the body of the act, and back.
//!
//! What is read here has the shape of the act for certain: the body has been decoded once. It says nothing of what the ids name.

use super::{ActForm, CONCERNS, Coded};
use crate::{
    form::{FieldError, Input, Kind as FieldKind},
    words::{Words, dashed},
};
use domain::{Moment, kind::NotAnAct};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

impl ActForm {
    /// The body of the act and the time that it concerns (none means now), or what is wrong at which field.
    ///
    /// The answer to a form that makes several acts is not a body yet: the module of the form splits it.
    pub fn parse(&self, input: &Input, words: &Words) -> Result<(Value, Option<Moment>), Vec<FieldError>> {
        let begun = self.begun_and_not_finished(input);
        let read = self.spec.read(input, words);
        let mut body = match read {
            Ok(body) if begun.is_empty() => body,
            read => {
                let mut errors = read.err().unwrap_or_default();
                errors.extend(begun);
                return Err(self.told(errors));
            }
        };
        let concerns = body.as_object_mut().and_then(|fields| fields.remove(CONCERNS));
        let concerns = concerns.as_ref().and_then(Value::as_str).and_then(|moment| moment.parse().ok());
        let mut errors = self.out_of_order(&body, words);
        for path in self.numbers {
            if let Some(at) = body.pointer_mut(&pointer(path)) {
                match at.as_str().and_then(|text| text.parse::<u32>().ok()) {
                    Some(number) => *at = Value::from(number),
                    None => errors.push(FieldError::new(*path, "wrong-choice")),
                }
            }
        }
        if let Some(coded) = &self.coded {
            errors.extend(coded.gather(&mut body));
        }
        if errors.is_empty()
            && self.composes.is_empty()
            && let Err(error) = self.kind.decode(self.kind.row().version, body.to_string().as_bytes())
        {
            errors.push(self.not_an_act(error));
        }
        if errors.is_empty() { Ok((body, concerns)) } else { Err(errors) }
    }

    /// What would have been typed to give this body: for correcting, and for showing a form again.
    pub fn fill(&self, body: &Value, concerns: Option<Moment>, zone: &TimeZone) -> Input {
        let mut body = body.clone();
        if let Some(coded) = &self.coded {
            coded.spread(&mut body);
        }
        if let (Some(moment), Some(fields)) = (concerns, body.as_object_mut()) {
            fields.insert(CONCERNS.to_owned(), Value::from(moment.to_string()));
        }
        self.spec.fill(&body, zone)
    }

    /// A form as it is first opened, with the values that come from where it was opened, and any answers that are known already.
    pub fn opened(&self, known: &[(&str, &str)]) -> Input {
        let mut input = Input::default();
        for (path, value) in known {
            input.put(*path, *value);
        }
        input
    }

    /// Groups may be left out as a whole; one that was begun needs its answers.
    fn begun_and_not_finished(&self, input: &Input) -> Vec<FieldError> {
        let answered = |path: &str| input.all(path).any(|value| !value.trim().is_empty());
        let mut errors = Vec::new();
        for group in self.groups {
            let below = format!("{}.", group.path);
            let begun = input.pairs().iter().any(|(name, value)| name.starts_with(&below) && !value.trim().is_empty());
            for path in group.needs.iter().filter(|path| begun && !answered(path)) {
                let key = match self.spec.field(path).map(|field| field.kind) {
                    Some(FieldKind::Choice { .. } | FieldKind::Pick) => "wrong-missing-choice",
                    _ => "wrong-missing-text",
                };
                errors.push(FieldError::new(*path, key));
            }
        }
        errors
    }

    fn out_of_order(&self, body: &Value, words: &Words) -> Vec<FieldError> {
        let text = |path: &str| body.pointer(&pointer(path)).and_then(Value::as_str);
        let mut errors = Vec::new();
        for (first, second) in self.in_order {
            // Dates and moments are written so that the order of the texts is the order in time.
            if let (Some(earlier), Some(later)) = (text(first), text(second))
                && later < earlier
            {
                let question = self.label(first, words);
                errors.push(FieldError::new(*second, "wrong-order").with("question", question));
            }
        }
        errors
    }

    fn label(&self, path: &str, words: &Words) -> String {
        let own = format!("f-{}-{}", dashed(self.spec.id), dashed(path));
        let shared = format!("field-{}", dashed(path.rsplit('.').next().unwrap_or(path)));
        words.say_first(&[&own, &shared]).into_owned()
    }

    /// What the form let through and the act does not take: an id that is none, most likely.
    fn not_an_act(&self, error: NotAnAct) -> FieldError {
        let at = match error {
            NotAnAct::Body { at, .. } => at,
            NotAnAct::Kind(_) | NotAnAct::Version(_) => String::new(),
        };
        match self.spec.field(&at).map(|field| field.kind) {
            Some(FieldKind::Hidden { .. }) | None => FieldError::new("", "wrong-opened"),
            Some(FieldKind::Pick) => FieldError::new(at, "wrong-choice"),
            Some(_) => FieldError::new(at, "wrong-unreadable"),
        }
    }

    /// Mistakes in the order of the questions. What nobody typed is not named: the form must be opened again.
    fn told(&self, mut errors: Vec<FieldError>) -> Vec<FieldError> {
        for error in &mut errors {
            if self.fixed().any(|path| path == error.path) {
                *error = FieldError::new("", "wrong-opened");
            }
        }
        let fields: Vec<&str> =
            self.spec.sections.iter().flat_map(|section| section.fields).map(|field| field.path).collect();
        errors.sort_by_key(|error| {
            let own = fields.iter().position(|field| *field == error.path);
            own.or_else(|| fields.iter().position(|field| error.path.starts_with(&format!("{field}."))))
        });
        errors
    }
}

impl Coded {
    /// `{list: {code: {…}}}` becomes `{list: [{key: code, …}]}`, in the order of the codes.
    fn gather(&self, body: &mut Value) -> Option<FieldError> {
        let fields = body.as_object_mut()?;
        let mut given = match fields.remove(self.list) {
            Some(Value::Object(given)) => given,
            _ => Map::new(),
        };
        let mut rows = Vec::new();
        for code in self.codes {
            let Some(Value::Object(mut row)) = given.remove(*code) else { continue };
            row.insert(self.key.to_owned(), Value::from(*code));
            rows.push(Value::Object(row));
        }
        let nothing = rows.is_empty();
        fields.insert(self.list.to_owned(), Value::Array(rows));
        let first = self.codes.first().filter(|_| nothing)?;
        Some(FieldError::new(format!("{}.{first}.{}", self.list, self.needs), "wrong-missing-choice"))
    }

    /// The way back.
    fn spread(&self, body: &mut Value) {
        let Some(list) = body.get_mut(self.list) else { return };
        let Value::Array(rows) = list.take() else { return };
        let mut given = Map::new();
        for row in rows {
            let Value::Object(mut row) = row else { continue };
            if let Some(Value::String(code)) = row.remove(self.key) {
                given.insert(code, Value::Object(row));
            }
        }
        *list = Value::Object(given);
    }
}

/// `person.born.earliest` as serde_json points to it.
fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}
