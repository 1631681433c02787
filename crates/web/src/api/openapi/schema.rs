//! Shapes as JSON Schema (2020-12).

use domain::shape::{Control, Empty, Field, Others, Presence, Shape, Writing};
use serde_json::{Map, Value, json};

/// Whose value it is: what may be absent in a request is always there in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// A request: what may be left out may be, and null says the same.
    Asked,
    /// An answer: everything is there, null where there is nothing.
    Said,
    /// An answer that leaves out what there is nothing of.
    Sparse,
}

pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// A shape as a schema.
pub(super) fn schema(shape: &Shape, side: Side) -> Value {
    match shape {
        Shape::Raw => json!({"type": "object"}),
        Shape::Fields { fields, .. } if is_an_act(fields) => reference("Act"),
        Shape::Fields { .. } => fields_with(shape, side, |_| None),
        Shape::List(inner) => json!({"type": "array", "items": schema(inner, side)}),
        Shape::Codes(codes) => json!({"type": "string", "enum": codes}),
        Shape::Cases(cases) => {
            let case = |(name, inner): &(&'static str, Option<Shape>)| match inner {
                Some(inner) => json!({
                    "type": "object", "properties": {*name: schema(inner, side)}, "required": [name],
                    "additionalProperties": false,
                }),
                None => json!({ "const": name }),
            };
            json!({"oneOf": cases.iter().map(case).collect::<Vec<_>>()})
        }
        Shape::OrNull(inner) if side == Side::Sparse => schema(inner, side),
        Shape::OrNull(inner) => or_null(schema(inner, side)),
        Shape::Whole { least, most } => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Truth => json!({"type": "boolean"}),
        Shape::Id => json!({"type": "string", "format": "uuid"}),
        Shape::Date => json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
        Shape::Moment => json!({"type": "string", "format": "date-time", "pattern": moment(side)}),
        Shape::Writing(writing) => text(*writing),
        Shape::Formed(form) => json!({"type": "string", "pattern": format!("^{form}$")}),
    }
}

/// Moments are read with any offset and up to nine decimals, and written in UTC with three.
fn moment(side: Side) -> &'static str {
    match side {
        Side::Asked => {
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"
        }
        Side::Said | Side::Sparse => "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
    }
}

fn or_null(mut schema: Value) -> Value {
    let plain = schema.get("type").and_then(Value::as_str).map(str::to_owned);
    match (schema.as_object_mut(), plain) {
        // An enumeration has to name null among its values.
        (Some(fields), Some(of)) => {
            fields.insert("type".to_owned(), json!([of, "null"]));
            if let Some(codes) = fields.get_mut("enum").and_then(Value::as_array_mut) {
                codes.push(Value::Null);
            }
            schema
        }
        _ => json!({"oneOf": [schema, {"type": "null"}]}),
    }
}

/// An act in an answer has a body that is read as its kind says.
fn is_an_act(fields: &[Field]) -> bool {
    fields.iter().any(|field| field.name == "body" && field.shape == Shape::Raw)
        && fields.iter().any(|field| field.name == "capacity")
}

/// Named fields, some of which are known better from elsewhere.
pub(super) fn fields_with(shape: &Shape, side: Side, known: impl Fn(&str) -> Option<Value>) -> Value {
    let Shape::Fields { fields, others } = shape else { return schema(shape, side) };
    let mut properties = Map::new();
    let mut required = Vec::new();
    for Field { name, shape, presence } in fields {
        properties.insert((*name).to_owned(), known(name).unwrap_or_else(|| schema(shape, side)));
        if side == Side::Said || *presence == Presence::Needed {
            required.push(*name);
        }
    }
    let mut schema = json!({"type": "object", "properties": properties, "required": required});
    if *others == Others::Refused
        && let Some(schema) = schema.as_object_mut()
    {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    schema
}

/// Not a control character, but perhaps a line break or a tab.
const SIGN: &str = "[^\\u0000-\\u001f\\u007f-\\u009f]";
const SIGN_OR_BREAK: &str = "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]";
/// Neither that nor white space.
const MARK: &str = "[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

/// What somebody writes. White space around it is taken off before its length is counted.
fn text(Writing { longest, empty, control }: Writing) -> Value {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "string".into());
    if let Some(longest) = longest {
        schema.insert("maxLength".to_owned(), longest.into());
    }
    if empty == Empty::Refused {
        schema.insert("minLength".to_owned(), 1.into());
    }
    let of = match control {
        Control::All => None,
        Control::Lines => Some(("text", SIGN_OR_BREAK)),
        Control::None => Some(("line", SIGN)),
    };
    if let Some((format, sign)) = of {
        schema.insert("format".to_owned(), format.into());
        schema.insert("pattern".to_owned(), format!("^{sign}*{MARK}{sign}*$").into());
    }
    Value::Object(schema)
}
