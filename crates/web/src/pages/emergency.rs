//! Opening one file in an emergency: the form, and what becomes of it.
//!
//! Whoever sends it proved themselves before they typed. Nothing here looks a number up, and a number under which nothing can
//! be opened gets one answer, whatever the reason.

use app::perform::UNFOUND;
use app::{Deed, Refusal};
use axum::http::StatusCode;
use domain::emergency::{OPENED_BY_ALL, OPENED_BY_ONE};
use domain::{Action, Capacity, Ground, Kind, Part, Strength};

use crate::act_form::{self, ActForm};
use crate::acting::{self, Outcome};
use crate::answer::Answer;
use crate::form::{FieldError, Input};
use crate::pages::sheet::{Block, Page};
use crate::part::Identity;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const PATH: &str = "/emergency";

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get(PATH, Asks::SignedIn("an empty form, after proving oneself again; only staff get it"), show),
    Route::post(PATH, Asks::Perform("file.emergency_opened, on the file with this number"), send),
];

/// May somebody of this capacity open a file in an emergency, once they proved themselves?
pub(crate) fn opens(capacity: Capacity) -> bool {
    access::allows(capacity, Ground::OwnOrganisation, Part::Record, Action::Open, Strength::Fresh)
}

/// The form, for those alone who may open a file, and who proved themselves just now.
fn form(visit: &Visit<'_>) -> Result<&'static ActForm, Trouble> {
    let actor = visit.actor()?;
    if !opens(actor.capacity) {
        return Err(Trouble::not_found());
    }
    if actor.strength != Strength::Fresh {
        return Err(Refusal::NeedsFresh.into());
    }
    act_form::of(Kind::FileEmergencyOpened).ok_or_else(Trouble::not_found)
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form(visit)?;
    again(visit, form, &Input::default(), &[])
}

fn again(visit: &Visit<'_>, form: &ActForm, input: &Input, errors: &[FieldError]) -> Result<Answer, Trouble> {
    let words = &visit.words;
    let shown = acting::shown(visit, form, (PATH, None), &Vec::new(), (input, errors))?;
    let title = words.say(&form.title()).into_owned();
    let mut rules: Vec<_> =
        ["record", "hour", "told", "seven"].map(|rule| words.say(&format!("emergency-rule-{rule}")).into()).into();
    let most = [("one", OPENED_BY_ONE.into()), ("all", OPENED_BY_ALL.into())];
    rules.push(words.say_with("emergency-rule-paced", &most).into());
    let page = Page::new(visit.shell_titled(title.clone()).with_errors(!errors.is_empty()))
        .trail("/", words.say("home-title"))
        .trail("", title.clone())
        .head(Identity::new(title).lead(words.say("emergency-lead")))
        .block(Block::new("then", words.say("emergency-rules")).items(rules))
        .foot(shown);
    Ok(Answer::open_page(&page)?)
}

fn send(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let form = form(visit)?;
    let wrong = |errors: &[FieldError], status| Ok(again(visit, form, &visit.form, errors)?.with_status(status));
    let deed = acting::deed(visit, UNFOUND, form).map(|deed| Deed { based_on: Vec::new(), ..deed });
    let stands_against = StatusCode::CONFLICT;
    match acting::perform(visit, form, deed) {
        Ok(Outcome::Done(receipt)) => {
            let file = receipt.streams.first().ok_or_else(Trouble::not_found)?;
            Ok(Answer::see(format!("/cases/{file}")))
        }
        Ok(Outcome::Wrong(errors, status)) => wrong(&errors, status),
        Ok(Outcome::Moved | Outcome::Stopped(_)) => wrong(&[], stands_against),
        // The one answer for whatever stands against it.
        Err(Trouble::Refused(Refusal::NotYours)) => {
            wrong(&[FieldError::new("number", "emergency-nothing")], StatusCode::NOT_FOUND)
        }
        Err(trouble) => Err(trouble),
    }
}
