//! From a sent form to a deed and its outcome, for every page on which somebody acts.
//!
//! It shows nothing and decides nothing: the form reads, `app` decides, and the page says it.

use app::{Deed, Receipt, Refusal};
use axum::http::StatusCode;
use domain::StreamId;
use domain::admission::NotPossible;
use safeguards::Finding;

use crate::act_form::ActForm;
use crate::form::{BASED_ON, FieldError, Form, FormPage, Input};
use crate::kept;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// What became of a form that was sent.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was done, or had been done by the same form before.
    Done(Receipt),
    /// It must be changed: what is wrong, and the status of the answer.
    Wrong(Vec<FieldError>, StatusCode),
    /// A safeguard forbids it as stated.
    Stopped(Vec<Finding>),
    /// Somebody acted on the same file since the form was opened.
    Moved,
}

/// The deed of a form that makes one act, or what is wrong with it.
pub(crate) fn deed(visit: &Visit<'_>, stream: StreamId, form: &ActForm) -> Result<Deed, Vec<FieldError>> {
    deed_of(visit, &visit.form, stream, form)
}

/// The same of what a page made of the form that was sent.
pub(crate) fn deed_of(
    visit: &Visit<'_>,
    input: &Input,
    stream: StreamId,
    form: &ActForm,
) -> Result<Deed, Vec<FieldError>> {
    let (body, concerns) = form.parse(input, &visit.words)?;
    let act = form.kind.decode(form.kind.row().version, body.to_string().as_bytes());
    let act = act.map_err(|_| vec![FieldError::new("", "wrong-opened")])?;
    Ok(sent(visit, Deed::one(stream, act).concerning(concerns), stream))
}

/// The same deed with what the form carries: the head it was shown on, and the key by which it is recognised.
pub(crate) fn sent(visit: &Visit<'_>, mut deed: Deed, stream: StreamId) -> Deed {
    let head = visit.form.get(BASED_ON).and_then(|head| head.parse().ok());
    deed.based_on.extend(head.map(|head: u64| (stream, head)));
    deed.once = visit.form.get(crate::form::ONCE).map(str::to_owned);
    deed
}

/// Performs it. What the sender can mend is an outcome; everything else is a trouble.
pub(crate) fn perform(
    visit: &Visit<'_>,
    form: &ActForm,
    deed: Result<Deed, Vec<FieldError>>,
) -> Result<Outcome, Trouble> {
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    let deed = match deed {
        Ok(deed) => deed,
        Err(errors) => return Ok(Outcome::Wrong(errors, unfit)),
    };
    let wrong = |why, status| Ok(Outcome::Wrong(vec![form.not_possible(why)], status));
    match visit.app.perform(visit.actor()?, &deed) {
        Ok(receipt) => {
            kept::taken(visit)?;
            Ok(Outcome::Done(receipt))
        }
        Err(Refusal::Safeguard(findings)) => Ok(Outcome::Stopped(findings)),
        Err(Refusal::Meanwhile { .. }) => Ok(Outcome::Moved),
        Err(Refusal::NotPossible(why)) => wrong(why, StatusCode::CONFLICT),
        Err(Refusal::InFuture) => wrong(NotPossible::InFuture, unfit),
        Err(Refusal::Unknown(_)) => wrong(NotPossible::NotOpen, unfit),
        Err(Refusal::Form(_)) => Ok(Outcome::Wrong(vec![FieldError::new("", "wrong-opened")], unfit)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The options of the picks of a form.
pub(crate) type Options = Vec<(&'static str, Vec<(String, String)>)>;

/// The form as it is shown: first opened, or again with what was typed and what is wrong. One that was sent too early and is
/// kept is shown as it was typed.
pub(crate) fn shown(
    visit: &Visit<'_>,
    form: &ActForm,
    (action, head): (&str, Option<u64>),
    picks: &Options,
    (input, errors): (&Input, &[FieldError]),
) -> Result<Form, Trouble> {
    let based_on = head.map(|head| head.to_string()).unwrap_or_default();
    if let Some(typed) = kept::of(visit, action)? {
        let (based_on, once) = (typed.based_on.unwrap_or(based_on), typed.once.map_or_else(|| visit.once(), Ok)?);
        let csrf = visit.csrf();
        let page = FormPage { picks: picks.as_slice(), ..visit.form_page(action, &csrf, &based_on, &once) };
        return Ok(kept::said(visit, form.spec.show(page, &typed.input, &[])));
    }
    let (csrf, once) = (visit.csrf(), visit.once()?);
    let page = visit.form_page(action, &csrf, &based_on, &once);
    Ok(form.spec.show(FormPage { picks: picks.as_slice(), ..page }, input, errors))
}
