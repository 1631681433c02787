//! Reading another directory: a file of HSDS services, as a list, as one page of the interface, or one service on each line.
//!
//! Whatever cannot be taken says where it stands and why. Nothing is guessed: a need, an aim or whom a service takes is for its
//! own organisation to say. A telephone, a mailbox and the name of a contact are not read at all.

use domain::{Line, Text};
use serde_json::Value;

/// Longest file that is read, in bytes.
const LONGEST: usize = 8 * 1024 * 1024;
/// Most services in a file.
const MOST: usize = 2_000;

/// A service as another directory tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// What it is called there.
    pub source_id: Line,
    /// The name of its organisation there.
    pub organization: Line,
    /// Its name.
    pub name: Line,
    /// What it does, if that is said.
    pub description: Option<Text>,
    /// Languages that are named.
    pub languages: Vec<Line>,
    /// The first place, if one is named.
    pub place: Option<Line>,
}

/// One service of the file, or why it is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// What it is called there, as far as that can be read.
    pub called: String,
    /// What it says.
    pub read: Result<Brought, NotBrought>,
}

/// Why a service, or a whole file, is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotBrought {
    /// Too long.
    #[error("the file is longer than 8 MiB")]
    TooLong,
    /// Too many services.
    #[error("the file holds more than {MOST} services; divide it")]
    TooMany,
    /// No JSON.
    #[error("line {line} is no JSON: {why}")]
    NotJson {
        /// Where.
        line: usize,
        /// In the words of the reader.
        why: String,
    },
    /// Neither a list, nor a page with `contents`, nor services line by line.
    #[error("this is no list of services, no page with `contents`, and no service on each line")]
    NoList,
    /// Something that must be there is not.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// Something cannot be taken as it is.
    #[error("`{field}`: {why}")]
    Unfit {
        /// The field.
        field: &'static str,
        /// Why.
        why: String,
    },
    /// It takes nobody there.
    #[error("its status is `{0}`, not `active`")]
    NotActive(String),
    /// It stands there twice.
    #[error("`id` stands in the file already, at number {0}")]
    Twice(usize),
}

/// Reads a file. Every service in it is a row, whether it can be taken or not.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, NotBrought> {
    if bytes.len() > LONGEST {
        return Err(NotBrought::TooLong);
    }
    let services = services(bytes)?;
    if services.len() > MOST {
        return Err(NotBrought::TooMany);
    }
    let mut seen: Vec<(Line, usize)> = Vec::new();
    let mut rows = Vec::with_capacity(services.len());
    for (number, service) in (1..).zip(&services) {
        let called = ["name", "id"].into_iter().find_map(|field| service.get(field)?.as_str());
        let called = called.unwrap_or_default().chars().filter(|sign| !sign.is_control()).take(80).collect();
        let mut read = one(service);
        if let Ok(brought) = &read {
            match seen.iter().find(|(id, _)| *id == brought.source_id) {
                Some((_, first)) => read = Err(NotBrought::Twice(*first)),
                None => seen.push((brought.source_id.clone(), number)),
            }
        }
        rows.push(Row { number, called, read });
    }
    Ok(rows)
}

fn services(bytes: &[u8]) -> Result<Vec<Value>, NotBrought> {
    let not_json =
        |line: usize, error: &serde_json::Error| NotBrought::NotJson { line: line.max(1), why: error.to_string() };
    let whole = match serde_json::from_slice::<Value>(bytes) {
        Ok(whole) => whole,
        Err(error) => {
            // One service on each line.
            let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
            let lines: Vec<_> = (1..).zip(lines).filter(|(_, line)| !line.is_empty()).collect();
            if lines.len() < 2 {
                return Err(not_json(error.line(), &error));
            }
            let read =
                |(number, line): (usize, &[u8])| serde_json::from_slice(line).map_err(|error| not_json(number, &error));
            return lines.into_iter().map(read).collect();
        }
    };
    match whole {
        Value::Array(services) => Ok(services),
        Value::Object(mut fields) => match fields.remove("contents") {
            Some(Value::Array(services)) => Ok(services),
            None if fields.contains_key("id") && fields.contains_key("name") => Ok(vec![Value::Object(fields)]),
            _ => Err(NotBrought::NoList),
        },
        _ => Err(NotBrought::NoList),
    }
}

fn one(service: &Value) -> Result<Brought, NotBrought> {
    let status = text(service, "status")?;
    if status.is_some_and(|status| status != "active") {
        let status: String = status.unwrap_or_default().chars().take(40).collect();
        return Err(NotBrought::NotActive(status));
    }
    let organization = service.get("organization").ok_or(NotBrought::Missing("organization"))?;
    let description = text(service, "description")?.filter(|text| !text.trim().is_empty());
    let description = description
        .map(|text| Text::new(text).map_err(|why| NotBrought::Unfit { field: "description", why: why.to_string() }))
        .transpose()?;
    Ok(Brought {
        source_id: line(service, "id")?.ok_or(NotBrought::Missing("id"))?,
        organization: line(organization, "name")?.ok_or(NotBrought::Missing("organization.name"))?,
        name: line(service, "name")?.ok_or(NotBrought::Missing("name"))?,
        description,
        languages: each(service, "languages")?
            .iter()
            .filter_map(|item| line(item, "name").transpose())
            .collect::<Result<_, _>>()?,
        place: place(service)?,
    })
}

fn place(service: &Value) -> Result<Option<Line>, NotBrought> {
    for at in each(service, "service_at_locations")? {
        let Some(location) = at.get("location") else { continue };
        if let Some(name) = line(location, "name")? {
            return Ok(Some(name));
        }
        for address in each(location, "addresses")? {
            if let Some(city) = line(address, "city")? {
                return Ok(Some(city));
            }
        }
    }
    Ok(None)
}

fn each<'a>(value: &'a Value, field: &'static str) -> Result<&'a [Value], NotBrought> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(NotBrought::Unfit { field, why: "it is no list".to_owned() }),
    }
}

fn text<'a>(value: &'a Value, field: &'static str) -> Result<Option<&'a str>, NotBrought> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(NotBrought::Unfit { field, why: "it is no text".to_owned() }),
    }
}

fn line(value: &Value, field: &'static str) -> Result<Option<Line>, NotBrought> {
    let text = text(value, field)?.filter(|text| !text.trim().is_empty());
    text.map(|text| Line::new(text).map_err(|why| NotBrought::Unfit { field, why: why.to_string() })).transpose()
}
