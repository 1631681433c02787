//! The description of the API (OpenAPI 3.1), made from the table of routes and the shapes of what is read and answered.
//!
//! Nothing in it is written by hand but sentences: what a route takes is asked of the decoder that will read it. Compared in
//! every change with `docs/generated/openapi.json`, and served to whoever asks.

mod schema;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use domain::Kind;
use domain::shape::{self, NoShape, Shape};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::contract::{Acts, Contract, Gives, ShapeOf, Takes};
use super::problem::{Problem, ProblemCode};
use super::{Write, answers};
use crate::answer::Answer;
use crate::route::{Asks, Method, Route};
use crate::routes;
use crate::trouble::Trouble;
use crate::visit::Visit;
use schema::{Side, fields_with, reference, schema};

/// The route of this file.
pub(super) const ROUTES: &[Route] = &[Route::shows(
    "/api/v1/openapi.json",
    Asks::Nothing(routes::STATIC),
    Contract::gives::<Box<RawValue>>("Description"),
    show,
)];

static DOCUMENT: LazyLock<Option<String>> = LazyLock::new(|| document().ok());

fn show(_: &Visit<'_>) -> Result<Answer, Trouble> {
    let document = DOCUMENT.as_ref().ok_or_else(Trouble::not_found)?;
    Ok(Answer::bytes("application/json", document.clone().into_bytes()))
}

const ABOUT: &str = "The same two doors as the pages: `perform`, the only way anything changes, and `consult`, the only way \
anything is seen. A read leaves an entry of the look that is durable before the answer; a write is one act, or one deed of \
several, taken or refused as a whole. What is not there and what is not yours are one answer, 404. \
Fields that are unknown or come twice are refused, in bodies and in queries; whole numbers are written without a fraction. A path answers GET or POST as listed (HEAD as \
GET); any other method is 405. Every problem is `application/problem+json` with a `code` for programs and words in the \
language of `Accept-Language` (en, fr, ar). Repeat a write with the same `Idempotency-Key` and it is done once.";

/// The document, as `docs/generated/openapi.json` has it.
pub fn document() -> Result<String, NoShape> {
    let mut parts = Parts::default();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for route in routes::all() {
        let Some(contract) = route.contract else { continue };
        let (method, operation) = parts.operation(&route, contract)?;
        paths.entry(route.path).or_default().insert(method.to_owned(), operation);
    }
    let problem = schema(&shape::of::<Problem>()?, Side::Sparse);
    parts.schemas.insert("Problem".to_owned(), problem);
    parts.schemas.insert("Act".to_owned(), parts.act()?);
    for kind in Kind::ALL {
        let shape = kind.shape()?;
        parts.schemas.insert(format!("Body.{kind}"), schema(&shape.without(kind.resolved()), Side::Asked));
        // What the program writes into a body is in answers alone.
        if !kind.resolved().is_empty() {
            parts.schemas.insert(said(*kind), schema(&shape, Side::Asked));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Passerelle", "version": "1", "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": parts.schemas,
            "responses": problems(),
            "securitySchemes": {
                "session": {
                    "type": "apiKey", "in": "cookie", "name": "passerelle",
                    "description": "The cookie that signing in sets; over https its name is `__Host-passerelle`.",
                },
                "token": {
                    "type": "http", "scheme": "bearer",
                    "description": "The token of a machine: the scopes named beside it must all be its own. No cookie beside it.",
                },
            },
        },
    });
    let mut text = serde_json::to_string_pretty(&sorted(document))
        .map_err(|error| NoShape { at: "the document".to_owned(), why: error.to_string() })?;
    text.push('\n');
    Ok(text)
}

/// The same, its names in the order of the alphabet, whatever order the values are kept in by other parts of a build.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<String, Value> = fields.into_iter().map(|(name, of)| (name, sorted(of))).collect();
            Value::Object(fields.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        plain => plain,
    }
}

/// What a client does that is answered `needs-fresh`.
const HOW_TO_STEP_UP: &str = ". With needs-fresh, what was asked is allowed once a second factor was given within the last five \
     minutes: send a code to the path that step_up names, and ask again with the cookie of that answer. Nothing was done; the \
     same idempotency key can be used again. A token of a machine never has a fresh factor.";

/// The name of the schema of a body as answers have it.
fn said(kind: Kind) -> String {
    if kind.resolved().is_empty() { format!("Body.{kind}") } else { format!("Said.{kind}") }
}

/// Every status of a problem as a response.
fn problems() -> Map<String, Value> {
    let statuses: BTreeSet<u16> = ProblemCode::ALL.iter().map(|code| code.status()).collect();
    statuses.into_iter().map(|status| (name_of(status), problem(status))).collect()
}

fn name_of(status: u16) -> String {
    format!("Problem{status}")
}

fn problem(status: u16) -> Value {
    let codes: Vec<&str> =
        ProblemCode::ALL.iter().filter(|code| code.status() == status).map(|code| code.code()).collect();
    let particular = json!({"properties": {"status": {"const": status}, "code": {"enum": codes}}});
    let mut description = codes.join(", ");
    if codes.contains(&ProblemCode::NeedsFresh.code()) {
        description.push_str(HOW_TO_STEP_UP);
    }
    let mut response = json!({
        "description": description,
        "content": {"application/problem+json": {"schema": {"allOf": [reference("Problem"), particular]}}},
    });
    let header = match status {
        401 => Some(("WWW-Authenticate", json!({"schema": {"type": "string"}}))),
        405 => Some(("Allow", json!({"required": true, "schema": {"type": "string"}}))),
        429 | 503 => {
            let seconds = json!({"required": true, "schema": {"type": "string", "pattern": "^[0-9]+$"}});
            Some(("Retry-After", seconds))
        }
        _ => None,
    };
    if let (Some((name, header)), Some(response)) = (header, response.as_object_mut()) {
        response.insert("headers".to_owned(), json!({ name: header }));
    }
    response
}

/// Which problems a route may answer with.
fn may_answer(route: &Route) -> Vec<u16> {
    let mut statuses = vec![400, 503];
    match route.asks {
        Asks::Nothing(_) if route.path == "/api/v1/session" => statuses.extend([401, 429]),
        Asks::Nothing(_) => {}
        Asks::SignedIn(_) if ["/api/v1/session/fresh", "/api/v1/password"].contains(&route.path) => {
            statuses.extend([401, 403, 429]);
        }
        // A post that the asker does not stand in for is not told from one that is not there.
        Asks::SignedIn(_) if route.path == "/api/v1/session/post" => statuses.extend([401, 403, 404]),
        Asks::SignedIn(_) => statuses.extend([401, 403]),
        Asks::Consult(_) => statuses.extend([401, 403, 404, 429]),
        Asks::Perform(_) => statuses.extend([401, 403, 404, 409]),
    }
    if route.method == Method::Post {
        statuses.extend([403, 413, 415, 422]);
    }
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

/// The parts of the document that several operations share.
#[derive(Default)]
struct Parts {
    schemas: Map<String, Value>,
}

impl Parts {
    fn operation(&mut self, route: &Route, contract: Contract) -> Result<(&'static str, Value), NoShape> {
        let (method, words) = match (route.method, route.asks) {
            (Method::Get, asks) => ("get", asks.words()),
            (Method::Post, asks) => ("post", asks.words()),
        };
        let mut operation = json!({
            "operationId": operation_id(method, route.path),
            "summary": words,
            "parameters": parameters(route, contract)?,
            "responses": self.responses(route, contract)?,
            "security": match (route.asks, contract.needs) {
                (Asks::Nothing(_), _) => json!([]),
                (_, None) => json!([{"session": []}]),
                (_, Some(needs)) => json!([{"session": []}, {"token": needs}]),
            },
        });
        if let (Some(body), Some(operation)) = (self.takes(contract)?, operation.as_object_mut()) {
            let content = json!({"required": true, "content": {"application/json": {"schema": body}}});
            operation.insert("requestBody".to_owned(), content);
        }
        Ok((method, operation))
    }

    fn responses(&mut self, route: &Route, contract: Contract) -> Result<Map<String, Value>, NoShape> {
        let Gives { name, shape } = contract.gives;
        let answer = schema(&shape()?, Side::Said);
        self.schemas.insert(name.to_owned(), answer);
        let taken =
            |words: &str| json!({"description": words, "content": {"application/json": {"schema": reference(name)}}});
        let mut responses = Map::new();
        if name == "Receipt" {
            responses.insert("201".to_owned(), taken("Done."));
            responses.insert("200".to_owned(), taken("Done before, by a request with the same key."));
        } else {
            responses.insert("200".to_owned(), taken("As asked."));
        }
        for status in may_answer(route) {
            responses
                .insert(status.to_string(), json!({"$ref": format!("#/components/responses/{}", name_of(status))}));
        }
        Ok(responses)
    }

    /// The schema of what a request carries.
    fn takes(&mut self, contract: Contract) -> Result<Option<Value>, NoShape> {
        match contract.takes {
            Takes::Nothing => Ok(None),
            Takes::Acts(acts) => self.one_of(acts, ("Write", shape::of::<Write>)).map(Some),
            Takes::Correction(acts, shape) => self.one_of(acts, ("Correct", shape)).map(Some),
            Takes::Form { name, shape, holds } => {
                let held = |field: &str| {
                    holds
                        .iter()
                        .find(|(holder, _)| *holder == field)
                        .map(|(_, kind)| reference(&format!("Body.{kind}")))
                };
                let form = fields_with(&shape()?, Side::Asked, held);
                self.schemas.insert(name.to_owned(), form);
                Ok(Some(reference(name)))
            }
        }
    }

    /// A write of one of these kinds.
    fn one_of(&mut self, acts: Acts, (of, shape): (&str, ShapeOf)) -> Result<Value, NoShape> {
        let write = shape()?;
        let mut mapping = Map::new();
        let mut each = Vec::new();
        for kind in acts.kinds() {
            let name = format!("{of}.{kind}");
            let held = |field: &str| match field {
                "kind" => Some(json!({ "const": kind })),
                "body" => Some(reference(&format!("Body.{kind}"))),
                _ => None,
            };
            self.schemas.insert(name.clone(), fields_with(&write, Side::Asked, held));
            mapping.insert(kind.to_string(), format!("#/components/schemas/{name}").into());
            each.push(reference(&name));
        }
        match <[Value; 1]>::try_from(each) {
            Ok([only]) => Ok(only),
            Err(each) => Ok(json!({"oneOf": each, "discriminator": {"propertyName": "kind", "mapping": mapping}})),
        }
    }

    /// An act in an answer: its body is that of its kind.
    fn act(&self) -> Result<Value, NoShape> {
        let act = shape::of::<answers::Act>()?;
        let of = |kind: &Kind| {
            fields_with(&act, Side::Said, |field| match field {
                "kind" => Some(json!({ "const": kind })),
                "version" => Some(json!({"type": "integer", "minimum": 1, "maximum": kind.row().version})),
                "body" => Some(reference(&said(*kind))),
                _ => None,
            })
        };
        Ok(json!({ "oneOf": Kind::ALL.iter().map(of).collect::<Vec<_>>() }))
    }
}

fn operation_id(method: &str, path: &str) -> String {
    let words = path.trim_start_matches("/api/v1/").split(['/', '-', '.']).map(|part| part.trim_matches(['{', '}']));
    format!("{method}_{}", words.collect::<Vec<_>>().join("_"))
}

fn parameters(route: &Route, contract: Contract) -> Result<Vec<Value>, NoShape> {
    let mut parameters: Vec<Value> = route
        .path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": schema(&Shape::Id, Side::Asked)}))
        .collect();
    for query in contract.query {
        let schema = schema(&(query.shape)()?, Side::Asked);
        parameters.push(json!({"name": query.name, "in": "query", "required": false, "schema": schema}));
    }
    if contract.has_body(route.method) && matches!(route.asks, Asks::Perform(_)) && contract.gives.name == "Receipt" {
        let schema = json!({"type": "string", "pattern": "^[!-~]{1,200}$"});
        parameters.push(json!({"name": "Idempotency-Key", "in": "header", "required": false, "schema": schema}));
    }
    Ok(parameters)
}

#[cfg(test)]
mod tests;
