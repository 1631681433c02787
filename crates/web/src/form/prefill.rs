//! The way back: the body of an act as what somebody would have typed, for editing and for correcting.

use super::{
    Input,
    input::ROWS,
    spec::{Field, FormSpec, Kind},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;

impl FormSpec {
    /// What would have been typed to give this body. What the form does not ask for is left out.
    pub fn fill(&self, body: &Value, zone: &TimeZone) -> Input {
        let mut input = Input::default();
        for section in self.sections {
            fill(section.fields, body, "", zone, &mut input);
        }
        input
    }
}

fn fill(fields: &[Field], body: &Value, group: &str, zone: &TimeZone, input: &mut Input) {
    for field in fields {
        let Some(answer) = at(body, field.path) else { continue };
        let name = format!("{group}{}", field.path);
        match (field.kind, answer) {
            (Kind::Repeat { fields, .. }, Value::Array(items)) => {
                for (row, item) in items.iter().enumerate() {
                    fill(fields, item, &format!("{name}.{row}."), zone, input);
                }
                input.put(format!("{ROWS}{name}"), items.len().to_string());
            }
            (Kind::ManyChoices { .. }, Value::Array(codes)) => {
                for code in codes.iter().filter_map(Value::as_str) {
                    input.put(name.clone(), code);
                }
            }
            (Kind::Lines { .. }, Value::Array(lines)) => {
                let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
                input.put(name, lines.join("\n"));
            }
            (Kind::Moment, Value::String(moment)) => input.put(name, local(moment, zone)),
            (Kind::Tick, Value::Bool(false)) => {}
            (_, Value::String(text)) => input.put(name, text.clone()),
            (_, Value::Bool(_) | Value::Number(_)) => input.put(name, answer.to_string()),
            _ => {}
        }
    }
}

/// The value at a path; a segment of digits is a place in an array.
fn at<'v>(body: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(body, |value, segment| match value {
        Value::Array(items) => items.get(segment.parse::<usize>().ok()?),
        _ => value.get(segment),
    })
}

/// A moment as a browser types it: `2026-11-23T14:00`, with seconds only where there are any. What is no moment stays as it is.
fn local(moment: &str, zone: &TimeZone) -> String {
    let Ok(instant) = moment.parse::<Timestamp>() else { return moment.to_owned() };
    let there = instant.to_zoned_datetime(zone.clone()).datetime();
    let to_the_minute = there.second() == 0 && there.subsec_nanosecond() == 0;
    if to_the_minute { there.strftime("%Y-%m-%dT%H:%M").to_string() } else { there.to_string() }
}
