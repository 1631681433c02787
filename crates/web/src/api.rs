//! The JSON API at `/api/v1`: the same two doors as the pages, one write route for each topic.
//!
//! A write names the kind of act, its body, and if need be the time it concerns and the head it is based on. Bodies are
//! exactly those of the ledger: unknown fields and duplicate keys are refused. Sessions are those of the pages.

mod act;
mod case;
mod door;
mod registry;

use app::Receipt;
use domain::{Moment, StreamId};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::route::Route;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of the API.
pub fn routes() -> Vec<Route> {
    [door::ROUTES, case::ROUTES, act::ROUTES, registry::ROUTES].concat().into_iter().map(Route::json).collect()
}

/// What a write carries.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Write<'a> {
    /// The kind of act, such as `measure.imposed`.
    pub(crate) kind: String,
    /// The body of the act.
    #[serde(borrow)]
    pub(crate) body: &'a RawValue,
    /// The time it concerns.
    #[serde(default)]
    pub(crate) concerns: Option<Moment>,
    /// The head that a decision is based on, as a read showed it.
    #[serde(default)]
    pub(crate) based_on: Option<u64>,
}

/// Reads the body of a request, strictly.
pub(crate) fn read<'a, T: Deserialize<'a>>(visit: &'a Visit<'_>) -> Result<T, Trouble> {
    serde_json::from_slice(&visit.body).map_err(|error| {
        let why = error.to_string();
        Trouble::Refused(app::Refusal::Form(domain::kind::NotAnAct::Body { at: String::new(), why }))
    })
}

/// Reads a part of a request as a body of the domain.
pub(crate) fn part<T: DeserializeOwned>(raw: &RawValue, at: &str) -> Result<T, Trouble> {
    serde_json::from_str(raw.get()).map_err(|error| {
        Trouble::Refused(app::Refusal::Form(domain::kind::NotAnAct::Body { at: at.to_owned(), why: error.to_string() }))
    })
}

/// Performs a deed and answers with its receipt.
pub(crate) fn perform(visit: &Visit<'_>, mut deed: app::Deed) -> Result<Answer, Trouble> {
    deed.once.clone_from(&visit.idempotency);
    let receipt = visit.app.perform(visit.actor()?, &deed)?;
    let status = if receipt.repeated { axum::http::StatusCode::OK } else { axum::http::StatusCode::CREATED };
    Ok(Answer::open_json(&receipt_json(&receipt)).with_status(status))
}

fn receipt_json(receipt: &Receipt) -> Value {
    let streams: Vec<String> = receipt.streams.iter().map(StreamId::to_string).collect();
    json!({ "acts": receipt.acts, "streams": streams, "at": receipt.at, "raised": receipt.raised, "repeated": receipt.repeated })
}
