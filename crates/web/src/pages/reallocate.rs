//! All files of one case manager to another, in one deed: for leave, illness, and whoever moves on.
//!
//! What may be given was decided before it came here. Either every file goes, or none does.

use app::{Deed, Disclosed, Refusal};
use axum::http::StatusCode;
use domain::admission::NotPossible;
use domain::file::Allocated;
use domain::{AccountId, Capacity};
use serde_json::Value;

use crate::answer::Answer;
use crate::form::{Field, FieldError, FormPage, FormSpec, Input, ONCE, Section};
use crate::pages::sheet::Page;
use crate::part::{Identity, Note};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/reallocate", Asks::Consult("case managers of the own prison"), show),
    Route::post("/reallocate", Asks::Perform("file.allocated for every file of one case manager, in one deed"), send),
];

const HERE: &str = "/reallocate";

static FORM: FormSpec = FormSpec {
    id: "file.reallocated",
    sections: &[Section {
        legend: "",
        cite: None,
        fields: &[Field::pick("from").required(), Field::pick("to").required().hint()],
    }],
    submit: "f-file-reallocated-submit",
};

type Colleagues = Vec<(String, String)>;

/// Case managers of the reader's prison; for those alone who allocate files.
fn colleagues(visit: &Visit<'_>) -> Result<Disclosed<Colleagues>, Trouble> {
    let actor = visit.actor()?;
    if actor.capacity != Capacity::Supervisor {
        return Err(Trouble::not_found());
    }
    let found = visit.app.colleagues(actor, Capacity::CaseManager)?;
    Ok(found.map(|lines| lines.into_iter().map(|line| (line.account.to_string(), line.name)).collect()))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let count = |name: &str| visit.query.get(name).and_then(|count| count.parse::<usize>().ok());
    let done = count("given").map(|given| {
        let stayed = count("stayed").unwrap_or(0);
        let told = visit.words.say_with("reallocate-done-text", &[("given", given.into()), ("stayed", stayed.into())]);
        Note::new(visit.words.say("reallocate-done"), told)
    });
    let mut input = Input::default();
    if let Some(from) = visit.query.get("from").filter(|from| from.len() <= 36) {
        input.put("from", from);
    }
    page(visit, done, (&input, &[]), StatusCode::OK)
}

fn page(
    visit: &Visit<'_>,
    note: Option<Note>,
    (input, errors): (&Input, &[FieldError]),
    status: StatusCode,
) -> Result<Answer, Trouble> {
    let found = colleagues(visit)?;
    let (csrf, once) = (visit.csrf(), visit.once()?);
    let page = found.map(|colleagues| {
        let picks = [("from", colleagues.clone()), ("to", colleagues)];
        let base = visit.form_page(HERE, &csrf, "", &once);
        let form = FORM.show(FormPage { picks: &picks, ..base }, input, errors);
        let title = visit.words.say("reallocate-title").into_owned();
        Page::new(visit.shell_titled(title.clone()).with_errors(form.has_errors()))
            .trail("/cases", visit.words.say("nav-cases"))
            .trail("", title.clone())
            .head(Identity::new(title).lead(visit.words.say("reallocate-lead")))
            .head_some(note)
            .foot(form)
    });
    Ok(Answer::page(&page)?.with_status(status))
}

fn wrong(visit: &Visit<'_>, errors: &[FieldError], status: StatusCode) -> Result<Answer, Trouble> {
    page(visit, None, (&visit.form, errors), status)
}

fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    let read = match FORM.read(&visit.form, &visit.words) {
        Ok(read) => read,
        Err(errors) => return wrong(visit, &errors, unfit),
    };
    let account = |path: &str| read.get(path).and_then(Value::as_str).and_then(|id| id.parse::<AccountId>().ok());
    let (from, to) = match (account("from"), account("to")) {
        (Some(from), Some(to)) => (from, to),
        (None, _) => return wrong(visit, &[FieldError::new("from", "wrong-choice")], unfit),
        (_, None) => return wrong(visit, &[FieldError::new("to", "wrong-choice")], unfit),
    };
    if from == to {
        return wrong(visit, &[FieldError::new("to", "reallocate-same")], unfit);
    }
    let actor = visit.actor()?;
    let carried = visit.app.carried(actor, from, to)?;
    let Some((first, others)) = carried.cases.split_first() else {
        let key = if carried.kept_from > 0 { "reallocate-kept-from" } else { "reallocate-none" };
        return wrong(visit, &[FieldError::new("from", key)], StatusCode::CONFLICT);
    };
    let mut deed = Deed::one(*first, Allocated { to });
    for case in others {
        deed = deed.and(*case, Allocated { to });
    }
    deed.once = visit.form.get(ONCE).map(str::to_owned);
    match visit.app.perform(actor, &deed) {
        Ok(receipt) => Ok(Answer::see(format!("{HERE}?given={}&stayed={}", receipt.acts.len(), carried.kept_from))),
        Err(Refusal::NotPossible(NotPossible::Barred) | Refusal::Meanwhile { .. }) => {
            wrong(visit, &[FieldError::new("", "reallocate-moved")], StatusCode::CONFLICT)
        }
        Err(Refusal::Unknown(_)) => wrong(visit, &[FieldError::new("to", "not-possible-not-open")], unfit),
        Err(refusal) => Err(refusal.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};
    use jiff::tz::TimeZone;

    #[test]
    fn the_form_has_all_its_words_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language, TimeZone::UTC);
            assert_eq!(FORM.missing_words(&words), Vec::<String>::new(), "{}", language.tag());
            for key in ["same", "kept-from", "none", "moved", "done", "done-text", "title", "lead"] {
                assert!(words.knows(&format!("reallocate-{key}")), "{key}");
            }
        }
    }
}
