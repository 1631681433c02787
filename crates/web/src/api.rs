//! The JSON API at `/api/v1`: the same two doors as the pages, one write route for each topic.
//!
//! A write names the kind of act, its body, and if need be the time it concerns and the head it is based on. Bodies are
//! exactly those of the ledger: unknown fields and duplicate keys are refused. Sessions are those of the pages.

mod act;
pub(crate) mod answers;
mod case;
pub mod contract;
mod door;
pub mod openapi;
pub mod problem;
mod registry;
mod sign_ins;
mod token;

use app::Receipt;
use domain::Moment;
use domain::kind::NotAnAct;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::answer::Answer;
use crate::route::Route;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Where a client gives a second factor again.
pub(crate) const STEP_UP: &str = "/api/v1/session/fresh";

/// The routes of the API.
pub fn routes() -> Vec<Route> {
    [openapi::ROUTES, door::ROUTES, case::ROUTES, act::ROUTES, registry::ROUTES, sign_ins::ROUTES, token::ROUTES]
        .concat()
}

/// What a write carries.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Write {
    /// The kind of act, such as `measure.imposed`.
    pub(crate) kind: String,
    /// The body of the act.
    pub(crate) body: Box<RawValue>,
    /// The time it concerns.
    #[serde(default)]
    pub(crate) concerns: Option<Moment>,
    /// The head that a decision is based on, as a read showed it.
    #[serde(default)]
    pub(crate) based_on: Option<u64>,
}

/// Reads the body of a request, strictly. What is no JSON cannot be read; what is JSON of another shape is refused with the
/// place.
pub(crate) fn read<T: DeserializeOwned>(visit: &Visit<'_>) -> Result<T, Trouble> {
    let mut decoder = serde_json::Deserializer::from_slice(&visit.body);
    let read = serde_path_to_error::deserialize::<_, T>(&mut decoder).map_err(|error| {
        if error.inner().is_data() {
            form(&error.path().to_string(), &error.inner().to_string())
        } else {
            Trouble::Unreadable
        }
    })?;
    decoder.end().map_err(|_| Trouble::Unreadable)?;
    // The decoder would also take a list of values without their names.
    if visit.body.trim_ascii_start().first() == Some(&b'{') {
        Ok(read)
    } else {
        Err(form("", "a list stands where named fields are wanted"))
    }
}

/// A form that was refused there.
fn form(path: &str, why: &str) -> Trouble {
    Trouble::Refused(app::Refusal::Form(NotAnAct::at(path, why)))
}

/// The same refusal, of something that stands within this field.
pub(crate) fn within(field: &str, error: NotAnAct) -> Trouble {
    let error = match error {
        NotAnAct::Body { at, why } if at.is_empty() => NotAnAct::Body { at: field.to_owned(), why },
        NotAnAct::Body { at, why } => NotAnAct::Body { at: format!("{field}.{at}"), why },
        other => other,
    };
    Trouble::Refused(app::Refusal::Form(error))
}

/// Performs a deed and answers with its receipt.
pub(crate) fn perform(visit: &Visit<'_>, mut deed: app::Deed) -> Result<Answer, Trouble> {
    deed.once.clone_from(&visit.idempotency);
    let receipt = visit.app.perform(visit.actor()?, &deed)?;
    let status = if receipt.repeated { axum::http::StatusCode::OK } else { axum::http::StatusCode::CREATED };
    Ok(Answer::open_json(&told(receipt)).with_status(status))
}

fn told(receipt: Receipt) -> answers::Receipt {
    let Receipt { acts, streams, at, raised, repeated } = receipt;
    answers::Receipt { acts, streams, at, raised: raised.iter().map(Into::into).collect(), repeated }
}
