//! Reads a story: JSON without duplicate keys, labels turned into ids, bodies decoded as in a ledger.
//!
//! Judges nothing. An error says which act and which field.

use std::collections::BTreeMap;
use std::fmt;

use domain::kind::{NotAnAct, Subject};
use domain::{AccountId, Act, ActId, Capacity, Envelope, Ground, Kind, Moment, OrgId, Recorded, StreamId};
use jiff::tz::TimeZone;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::NotAStory;

/// The file, before labels are ids.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    zone: String,
    #[serde(default)]
    names: Vec<String>,
    acts: Vec<ToldAct>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldAct {
    kind: String,
    at: Moment,
    body: Unique,
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    recorded: Option<Moment>,
    #[serde(default)]
    version: Option<u16>,
    #[serde(default)]
    by: Option<String>,
}

/// The zone, the acts in the order of the file, and the labels of those that have one.
type Read = (TimeZone, Vec<Recorded>, BTreeMap<ActId, String>);

pub(super) fn read(text: &str) -> Result<Read, NotAStory> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let told: Told = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let at = error.path().to_string();
        let at = if at == "." || at == "?" { String::new() } else { at.replace('[', ".").replace(']', "") };
        NotAStory::Form { at, why: error.inner().to_string() }
    })?;
    deserializer.end().map_err(|error| NotAStory::Form { at: String::new(), why: error.to_string() })?;
    let zone = TimeZone::get(&told.zone).map_err(|_| NotAStory::Zone(told.zone.clone()))?;

    let ids = Ids::of(&told)?;
    let mut acts: Vec<Recorded> = Vec::with_capacity(told.acts.len());
    let mut labels = BTreeMap::new();
    for (index, told) in told.acts.into_iter().enumerate() {
        let before = acts.last().map(|last| last.at);
        let named = told.id.is_some();
        let act = recorded(index, told, before, &ids)?;
        // An act without a label is shown by its place; one with an id of its own is shown by that.
        let label = ids.acts.get(index).and_then(|(_, label)| label.clone());
        if let Some(label) = label.or_else(|| (!named).then(|| format!("acts.{index}"))) {
            labels.insert(act.id(), label);
        }
        acts.push(act);
    }
    Ok((zone, acts, labels))
}

fn recorded(index: usize, told: ToldAct, before: Option<Moment>, ids: &Ids) -> Result<Recorded, NotAStory> {
    let ToldAct { kind, at, body, recorded, version, by, .. } = told;
    let refused = |at: String, why: String| NotAStory::Act { index, kind: kind.clone(), at, why };
    let row = kind.parse::<Kind>().map_err(|unknown| refused(String::new(), unknown.to_string()))?.row();
    if row.subject != Subject::Case {
        return Err(refused(String::new(), format!("an act of a {}, not of a case", row.subject)));
    }
    let earliest = before.map_or(at, |before| before.max(at));
    if let (Some(recorded), Some(before)) = (recorded, before)
        && recorded < before
    {
        return Err(refused(
            "recorded".to_owned(),
            format!("{recorded} is earlier than the act before it, recorded {before}"),
        ));
    }
    let actor = match by {
        None => AccountId::from_bytes(made(b"who acts")),
        Some(label) => {
            let id = ids.resolve(&label).ok_or_else(|| refused("by".to_owned(), unknown(&label)))?;
            id.parse().map_err(|_| refused("by".to_owned(), unknown(&label)))?
        }
    };
    let mut body = body.0;
    ids.replace(&mut body).map_err(|label| refused(String::new(), unknown(&label)))?;
    let version = version.unwrap_or(row.version);
    let bytes = serde_json::to_vec(&body).map_err(|error| refused(String::new(), error.to_string()))?;
    let act = Act::decode(&kind, version, &bytes).map_err(|error| match error {
        NotAnAct::Body { at, why } => refused(at, why),
        other => refused(String::new(), other.to_string()),
    })?;
    Ok(Recorded {
        envelope: Envelope {
            act: ids.acts.get(index).map_or(ActId::from_bytes([0; 16]), |(act, _)| *act),
            actor,
            capacity: Capacity::CaseManager,
            org: OrgId::from_bytes(made(b"an organisation")),
            stream: StreamId::from_bytes(made(b"the case")),
            kind,
            version,
            concerns: at,
            ground: Ground::Allocated,
            for_post: None,
        },
        at: recorded.unwrap_or(earliest),
        act,
    })
}

fn unknown(label: &str) -> String {
    format!("`{label}` is neither an id nor a label of this story")
}

/// Ids by label, and the id of each act.
struct Ids {
    by_label: BTreeMap<String, String>,
    acts: Vec<(ActId, Option<String>)>,
}

impl Ids {
    fn of(told: &Told) -> Result<Self, NotAStory> {
        let mut ids = Self { by_label: BTreeMap::new(), acts: Vec::with_capacity(told.acts.len()) };
        for (index, label) in told.names.iter().enumerate() {
            let id = OrgId::from_random(made(format!("name {index}").as_bytes()));
            ids.take(format!("names.{index}"), label, id.to_string())?;
        }
        let mut used = std::collections::BTreeSet::new();
        for (index, act) in told.acts.iter().enumerate() {
            let at = || format!("acts.{index}.id");
            let given = act.id.as_deref().map(|given| (given, given.parse::<ActId>()));
            let (id, label) = match given {
                Some((_, Ok(id))) => (id, None),
                Some((label, Err(_))) => (ActId::from_random(made(format!("act {index}").as_bytes())), Some(label)),
                None => (ActId::from_random(made(format!("act {index}").as_bytes())), None),
            };
            if !used.insert(id) {
                return Err(NotAStory::Label { at: at(), label: id.to_string(), why: "is given twice" });
            }
            if let Some(label) = label {
                ids.take(at(), label, id.to_string())?;
            }
            ids.acts.push((id, label.map(str::to_owned)));
        }
        Ok(ids)
    }

    fn take(&mut self, at: String, label: &str, id: String) -> Result<(), NotAStory> {
        if !is_label(label) {
            let why = "is neither an id nor a label: small letters, digits, `-` and `_`, at most 40";
            return Err(NotAStory::Label { at, label: label.to_owned(), why });
        }
        if self.by_label.insert(label.to_owned(), id).is_some() {
            return Err(NotAStory::Label { at, label: label.to_owned(), why: "is given twice" });
        }
        Ok(())
    }

    /// The id for `$label`; anything else stands for itself.
    fn resolve(&self, word: &str) -> Option<String> {
        match word.strip_prefix('$') {
            Some(label) => self.by_label.get(label).cloned(),
            None => Some(word.to_owned()),
        }
    }

    /// Turns every string that is a label into the id, wherever it stands. A label that nobody gave is an error.
    fn replace(&self, value: &mut Value) -> Result<(), String> {
        match value {
            Value::String(word) if word.strip_prefix('$').is_some_and(is_label) => {
                *word = self.resolve(word).ok_or_else(|| word.clone())?;
                Ok(())
            }
            Value::Array(values) => values.iter_mut().try_for_each(|value| self.replace(value)),
            Value::Object(fields) => fields.values_mut().try_for_each(|value| self.replace(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }
}

fn is_label(word: &str) -> bool {
    let letters = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, b'-' | b'_');
    (1..=40).contains(&word.len())
        && word.bytes().all(letters)
        && word.bytes().next().is_some_and(|first| first.is_ascii_lowercase())
}

/// Sixteen bytes that always are the same for the same word: ids of a story are synthetic and mean nothing outside it.
fn made(word: &[u8]) -> [u8; 16] {
    let mut made = *b"passerelle story";
    let places = made.len();
    for (place, letter) in word.iter().enumerate() {
        if let Some(byte) = made.get_mut(place % places) {
            *byte = byte.rotate_left(3) ^ *letter;
        }
    }
    made
}

/// A JSON value whose objects have no key twice.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Once).map(Self)
    }
}

struct Once;

impl<'de> Visitor<'de> for Once {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Unique(value)) = elements.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Unique(value))) = fields.next_entry::<String, Unique>()? {
            if object.contains_key(&name) {
                return Err(de::Error::custom(format_args!("duplicate field `{name}`")));
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}
