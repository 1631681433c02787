//! A form that was typed and sent before its sender proved themselves again: kept, and shown again as it was typed, on the page
//! that it stands on.
//!
//! What was typed is on the server, sealed; the browser carries none of it about, in no address and in no other page.

use domain::StreamId;

use crate::form::{BASED_ON, CSRF, Form, Input, ONCE};
use crate::route::Method;
use crate::routes::is_known;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// Forms that stand on a page of another address than they are sent to, and where that is.
const STANDS_ON: &[(&str, &str)] = &[("/clock/stepped", "/clock"), ("/clock/confirmed", "/clock")];

/// The page on which the form of this address stands; none for one of a single button among others.
pub(crate) fn page_of(address: &str) -> Option<&str> {
    if is_known(Method::Get, address) {
        return Some(address);
    }
    STANDS_ON.iter().find(|(sent, _)| *sent == address).map(|(_, page)| *page)
}

/// Keeps what was sent to this address.
pub(crate) fn keep(visit: &Visit<'_>) -> Result<(), Trouble> {
    let about = visit.params.values().find_map(|id| id.parse::<StreamId>().ok());
    let typed: Vec<_> = visit.form.pairs().iter().filter(|(name, _)| name != CSRF).cloned().collect();
    Ok(visit.app.keep_form(visit.actor()?, (&visit.asked, about), &typed)?)
}

/// A form as its sender typed it, and as it was shown to them then.
pub(crate) struct Kept {
    /// What was typed.
    pub(crate) input: Input,
    /// The head that it was shown on.
    pub(crate) based_on: Option<String>,
    /// The key by which it is recognised.
    pub(crate) once: Option<String>,
}

/// What is kept of the form that goes to this address; nothing when the form itself was sent just now.
pub(crate) fn of(visit: &Visit<'_>, address: &str) -> Result<Option<Kept>, Trouble> {
    if !visit.form.is_empty() || visit.signed.is_none() {
        return Ok(None);
    }
    let kept = visit.app.kept_form(visit.actor()?, address)?.map(Input::new);
    Ok(kept.map(|input| {
        let value = |name| input.get(name).map(str::to_owned);
        Kept { based_on: value(BASED_ON), once: value(ONCE), input }
    }))
}

/// The form, saying that it stands as it was typed and waits to be sent.
pub(crate) fn said(visit: &Visit<'_>, form: Form) -> Form {
    form.saying(visit.words.say("fresh-kept").into_owned())
}

/// The form of this address was taken: what was kept of it is forgotten.
pub(crate) fn taken(visit: &Visit<'_>) -> Result<(), Trouble> {
    if visit.signed.is_some() {
        visit.app.forget_form(visit.actor()?, &visit.asked)?;
    }
    Ok(())
}
