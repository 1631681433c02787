//! A return to custody long after a release: found by the number on the old file, recorded in one step.
//!
//! Within the days in which the prison still has its papers the same act stands on the page of the case.

use app::Refusal;
use axum::http::StatusCode;
use domain::{Capacity, Kind};

use crate::act_form::{self, ActForm};
use crate::acting::{self, Outcome};
use crate::answer::Answer;
use crate::form::{Field, FieldError, FormPage, FormSpec, Input, Section};
use crate::pages::sheet::Page;
use crate::part::Identity;
use crate::trouble::Trouble;
use crate::visit::Visit;

const PATH: &str = "/cases/return";

const ASKED: &[Section] = &[Section {
    legend: "",
    cite: None,
    fields: &[
        Field::text("number", 60).required().hint(),
        Field::text("order", 200).required(),
        Field::moment("concerns").hint(),
        Field::hidden("prison", 36).required(),
    ],
}];

const SPEC: FormSpec = FormSpec { id: "custody.returned", sections: ASKED, submit: "submit-record" };

fn form(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    if visit.actor()?.capacity != Capacity::Registrar {
        return Err(Trouble::not_found());
    }
    act_form::of(Kind::CustodyReturned).ok_or_else(Trouble::not_found)
}

/// The empty form, for registrars.
pub(super) fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    form(visit)?;
    let mut input = Input::default();
    input.put("prison", visit.actor()?.org.to_string());
    again(visit, &input, &[])
}

fn again(visit: &Visit<'_>, input: &Input, errors: &[FieldError]) -> Result<Answer, Trouble> {
    let (csrf, once) = (visit.csrf(), visit.once()?);
    let asked = SPEC.show(FormPage { picks: &[], ..visit.form_page(PATH, &csrf, "", &once) }, input, errors);
    let title = visit.words.say("act-custody-returned").into_owned();
    let page = Page::new(visit.shell_titled(title.clone()).with_errors(!errors.is_empty()))
        .trail("/cases", visit.words.say("nav-cases"))
        .trail("", title.clone())
        .head(Identity::new(title).lead(visit.words.say("cases-return-lead")))
        .foot(asked);
    Ok(Answer::open_page(&page)?)
}

/// Finds the file and records the return; or asks again.
pub(super) fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form(visit)?;
    let wrong = |errors: &[FieldError], status| Ok(again(visit, &visit.form, errors)?.with_status(status));
    let number = visit.form.get("number").map(str::trim).unwrap_or_default();
    if number.is_empty() {
        return wrong(&[FieldError::new("number", "wrong-missing-text")], StatusCode::UNPROCESSABLE_ENTITY);
    }
    let found = visit.app.released_under(visit.actor()?, number)?;
    let Some(case) = *found else {
        return wrong(&[FieldError::new("number", "cases-return-nobody")], StatusCode::UNPROCESSABLE_ENTITY);
    };
    // The number finds the file, and is no part of the act.
    let of_the_act = visit.form.pairs().iter().filter(|(name, _)| name != "number").cloned();
    let input = Input::new(of_the_act.collect());
    match acting::perform(visit, form, acting::deed_of(visit, &input, case.stream(), form))? {
        // Said by one, it waits on the first page; said by two, the file is open.
        Outcome::Done(_) if visit.app.return_waits(visit.actor()?, case)? => Ok(Answer::see("/#returns")),
        Outcome::Done(_) => Ok(Answer::see(format!("/cases/{case}"))),
        Outcome::Wrong(errors, status) => wrong(&errors, status),
        Outcome::Stopped(findings) => Err(Refusal::Safeguard(findings).into()),
        Outcome::Moved => Err(Refusal::Meanwhile { moved: Vec::new() }.into()),
    }
}
