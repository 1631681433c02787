//! The reader's own passkeys: adding one, naming it, removing it.
//!
//! Adding needs a browser that runs the small script; naming and removing need none. Where nobody has said at which address
//! browsers reach the installation, none are offered, and the page says so.

use app::own_sign_ins::Changed;
use app::passkeys::Added;
use askama::Template;
use axum::http::StatusCode;
use domain::Line;

use crate::answer::Answer;
use crate::layout::Shell;
use crate::pages::sign_ins;
use crate::part::AskPasskey;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const OWN: Asks = Asks::SignedIn("the reader's own passkeys");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/sign-ins/passkey", OWN, show),
    Route::post("/sign-ins/passkey", OWN, add),
    Route::post("/sign-ins/passkey/change", OWN, change),
];

/// Longest name that a passkey is given, in characters.
const LONGEST_NAME: usize = 60;

#[derive(Template)]
#[template(path = "door/passkey.html")]
struct PasskeyPage {
    shell: Shell,
    name: String,
    wrong: Option<String>,
    /// Asks for one, or else why there can be none.
    asks: Result<AskPasskey, String>,
}

/// Why no passkeys are offered; nothing, if they are.
pub(super) fn not_offered(visit: &Visit<'_>) -> Option<String> {
    visit.site.settings.address.is_none().then(|| visit.words.say("passkeys-no-address").into_owned())
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    page(visit, String::new(), None)
}

fn page(visit: &Visit<'_>, name: String, wrong: Option<&str>) -> Result<Answer, Trouble> {
    let (words, wrong) = (&visit.words, wrong.map(|key| visit.words.say(key).into_owned()));
    let asks = match &visit.site.settings.address {
        None => Err(words.say("passkeys-no-address").into_owned()),
        Some(address) => match visit.app.passkey_to_add(visit.actor()?)? {
            Some(to_add) => Ok(AskPasskey::to_add(words, address, &to_add)),
            None => Err(words.say("passkeys-full").into_owned()),
        },
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = visit.shell("passkeys-add").with_errors(wrong.is_some());
    "/sign-ins/passkey".clone_into(&mut shell.here);
    Ok(Answer::open_page(&PasskeyPage { shell, name, wrong, asks })?.with_status(status))
}

fn add(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let field = |name| visit.form.get(name).unwrap_or_default();
    let again = |wrong| page(visit, field("name").to_owned(), Some(wrong));
    let Some(address) = &visit.site.settings.address else { return show(visit) };
    let Some(name) = named(field("name")) else { return again("passkeys-name-wrong") };
    if field("passkey").is_empty() {
        return again("passkeys-no-script");
    }
    match visit.app.add_passkey(visit.actor()?, address, &name, field("passkey"))? {
        Added::Done => Ok(Answer::see("/sign-ins")),
        Added::Full => again("passkeys-full"),
        Added::NotTaken => again("passkeys-not-taken"),
    }
}

fn named(text: &str) -> Option<Line> {
    Line::new(text).ok().filter(|name| name.as_str().chars().count() <= LONGEST_NAME)
}

fn change(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, field) = (visit.actor()?, |name| visit.form.get(name).unwrap_or_default());
    match field("do") {
        "rename" => {
            let Some(name) = named(field("name")) else { return sign_ins::again(visit, "passkeys-name-wrong") };
            // One that is gone already has no name to be given.
            visit.app.rename_passkey(actor, field("passkey"), &name)?;
            Ok(Answer::see("/sign-ins"))
        }
        "remove" => match visit.app.remove_passkey(actor, field("passkey"))? {
            Changed::Done(()) => Ok(Answer::see("/sign-ins")),
            Changed::LastFactor => sign_ins::again(visit, "sign-ins-last-factor"),
        },
        _ => Err(Trouble::Unreadable),
    }
}
