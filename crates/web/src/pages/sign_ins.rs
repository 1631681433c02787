//! The reader's own ways in: sessions, second factors, what happened to the account; ending and renewing them.
//!
//! Nothing of anybody else is here. A new factor is shown once, on paper.

use app::Disclosed;
use app::credential::{Client, Factors, Kept, Passkey};
use app::own_sign_ins::{AccountEvent, Changed, EndedFactor, FEW_CODES, OwnSignIns, SignInNotice};
use askama::Template;
use axum::http::StatusCode;
use domain::Capacity;
use domain::account::Credential;

use crate::answer::Answer;
use crate::layout::Shell;
use crate::pages::accounts::slip;
use crate::pages::passkeys;
use crate::part::{Column, Note, Phrase, Table};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;
use crate::words::dashed;

const OWN: Asks = Asks::Consult("the reader's own sessions and factors");
const CHANGES: Asks = Asks::SignedIn("the reader's own sessions and factors");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/sign-ins", OWN, show),
    Route::post("/sign-ins/end", CHANGES, end),
    Route::post("/sign-ins/factor", CHANGES, factor),
    Route::post("/sign-ins/known", CHANGES, known),
];

struct SessionLine {
    client: String,
    when: String,
    own: bool,
    handle: String,
}

struct PasskeyLine {
    name: String,
    when: String,
    kept: String,
    handle: String,
}

struct FactorLine {
    label: String,
    text: String,
    action: &'static str,
    which: &'static str,
    /// Name and words of each.
    buttons: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "door/sign-ins.html")]
struct SignInsPage {
    shell: Shell,
    wrong: Option<String>,
    recovered: Option<String>,
    few: Option<String>,
    factors: Vec<FactorLine>,
    passkeys: Vec<PasskeyLine>,
    /// Whether one can be added, or else why not.
    no_passkeys: Option<String>,
    sessions: Vec<SessionLine>,
    events: Table,
}

fn own(visit: &Visit<'_>) -> Result<Disclosed<OwnSignIns>, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    Ok(visit.app.own_sign_ins(visit.actor()?, cookie)?)
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let page = own(visit)?.map(|found| arrange(visit, &found, None));
    Ok(Answer::page(&page)?)
}

pub(super) fn again(visit: &Visit<'_>, wrong: &str) -> Result<Answer, Trouble> {
    let wrong = visit.words.say(wrong).into_owned();
    let page = own(visit)?.map(|found| arrange(visit, &found, Some(wrong)));
    Ok(Answer::page(&page)?.with_status(StatusCode::CONFLICT))
}

fn arrange(visit: &Visit<'_>, found: &OwnSignIns, wrong: Option<String>) -> SignInsPage {
    let words = &visit.words;
    let moment = |at| words.moment(jiff::Timestamp::from(at));
    let sessions = found.sessions.iter().map(|session| SessionLine {
        client: client(visit, session.client),
        when: words
            .say_with(
                "sign-ins-when",
                &[("begun", moment(session.begun_at).into()), ("seen", moment(session.seen_at).into())],
            )
            .into_owned(),
        own: session.own,
        handle: session.handle.clone(),
    });
    let mut shell = visit.shell("sign-ins-title").with_errors(wrong.is_some());
    "/sign-ins".clone_into(&mut shell.here);
    SignInsPage {
        shell,
        wrong,
        recovered: found.factors.recovered_at.map(|at| words.say1("recovered-text", "at", moment(at)).into_owned()),
        few: few(&found.factors).map(|left| words.say1("few-codes-text", "count", left).into_owned()),
        factors: factors(visit, &found.factors),
        passkeys: found.passkeys.iter().map(|passkey| passkey_line(visit, passkey)).collect(),
        no_passkeys: passkeys::not_offered(visit),
        sessions: sessions.collect(),
        events: events(visit, &found.events),
    }
}

fn few(factors: &Factors) -> Option<u32> {
    (factors.card && factors.codes_left < FEW_CODES).then_some(factors.codes_left)
}

fn client(visit: &Visit<'_>, client: Client) -> String {
    let words = &visit.words;
    let program = words.code("client_program", client.program.code());
    let device = words.code("client_device", client.device.code());
    words
        .say_with("sign-ins-client", &[("program", program.as_ref().into()), ("device", device.as_ref().into())])
        .into_owned()
}

fn factors(visit: &Visit<'_>, held: &Factors) -> Vec<FactorLine> {
    let words = &visit.words;
    let say = |key: &str| words.say(key).into_owned();
    let line = |which: &'static str, label: String, text: String, there: bool| {
        let end = there.then(|| ("end", say("sign-ins-factor-end")));
        let renew = ("new", say(if there { "sign-ins-factor-renew" } else { "sign-ins-factor-new" }));
        let buttons = std::iter::once(renew).chain(end).collect();
        FactorLine { label, text, action: "/sign-ins/factor", which, buttons }
    };
    let telephone = if held.telephone { "sign-ins-telephone" } else { "sign-ins-none" };
    let card = if held.card {
        words.say1("sign-ins-codes-left", "count", held.codes_left).into_owned()
    } else {
        say("sign-ins-none")
    };
    vec![
        line(
            "telephone",
            words.code(Credential::LIST, Credential::Totp.code()).into_owned(),
            say(telephone),
            held.telephone,
        ),
        line("card", words.code(Credential::LIST, Credential::CodeCard.code()).into_owned(), card, held.card),
    ]
}

fn passkey_line(visit: &Visit<'_>, passkey: &Passkey) -> PasskeyLine {
    let words = &visit.words;
    let moment = |at| words.moment(jiff::Timestamp::from(at));
    let added = ("added", moment(passkey.added_at).into());
    let when = match passkey.used_at {
        Some(used) => words.say_with("passkeys-used", &[added, ("used", moment(used).into())]),
        None => words.say_with("passkeys-not-used", &[added]),
    };
    let kept = match passkey.kept {
        Kept::OnOneDevice => "passkeys-one-device",
        Kept::Copied => "passkeys-copied",
    };
    PasskeyLine {
        name: passkey.name.clone(),
        when: when.into_owned(),
        kept: words.say(kept).into_owned(),
        handle: passkey.handle.clone(),
    }
}

fn events(visit: &Visit<'_>, found: &[AccountEvent]) -> Table {
    let words = &visit.words;
    let row = |event: &AccountEvent| -> Vec<Phrase> {
        let what = words.say(&format!("kind-{}", dashed(event.kind.code()))).into_owned();
        let mut what = Phrase::from(what);
        if let Some(credential) = event.credential {
            what = what.note(words.code(Credential::LIST, credential.code()));
        }
        let by = event.by.map(|capacity| words.code(Capacity::LIST, capacity.code()).into_owned());
        vec![
            words.moment(jiff::Timestamp::from(event.at)).into(),
            what,
            by.unwrap_or_else(|| words.say("sign-ins-by-nobody-else").into_owned()).into(),
        ]
    };
    let columns = ["sign-ins-event-at", "sign-ins-event-what", "sign-ins-event-by"];
    let caption = words.say1("sign-ins-events-count", "count", found.len());
    Table::new(caption, columns.map(|key| Column::new(words.say(key))).into(), found.iter().map(row).collect())
}

/// What the reader ought to know before anything else, for the first page.
pub(super) fn notes(visit: &Visit<'_>) -> Result<Vec<Note>, Trouble> {
    let words = &visit.words;
    let link = || Phrase::link("/sign-ins", words.say("sign-ins-title"));
    let note = |notice: SignInNotice| match notice {
        SignInNotice::FewCodes(left) => {
            let text = Phrase::from(words.say1("few-codes-text", "count", left)).and(link());
            Note::new(words.say("few-codes-title"), text)
        }
        SignInNotice::Recovered(at) => {
            let at = words.moment(jiff::Timestamp::from(at));
            Note::new(words.say("recovered-title"), Phrase::from(words.say1("recovered-text", "at", at)).and(link()))
        }
    };
    Ok(visit.app.sign_in_notices(visit.actor()?)?.into_iter().map(note).collect())
}

fn end(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, cookie) = (visit.actor()?, visit.cookie.as_deref().ok_or(Trouble::SignIn)?);
    match visit.form.get("session").unwrap_or_default() {
        "others" => {
            visit.app.end_other_sessions(actor, cookie)?;
        }
        // One that is over already is as good as ended.
        handle => {
            visit.app.end_own_session(actor, handle)?;
        }
    }
    Ok(Answer::see("/sign-ins"))
}

fn factor(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, field) = (visit.actor()?, |name| visit.form.get(name).unwrap_or_default());
    match (field("which"), field("do")) {
        ("card", "new") => slip::own_card(visit, &visit.app.new_card(actor)?),
        ("telephone", "new") => match visit.app.new_telephone(actor)? {
            Changed::Done((secret, uri)) => slip::own_telephone(visit, secret.reveal(), uri.reveal()),
            Changed::LastFactor => again(visit, "sign-ins-card-first"),
        },
        ("card", "end") => ended(visit, EndedFactor::Card),
        ("telephone", "end") => ended(visit, EndedFactor::Telephone),
        _ => Err(Trouble::Unreadable),
    }
}

fn ended(visit: &Visit<'_>, factor: EndedFactor) -> Result<Answer, Trouble> {
    match visit.app.end_factor(visit.actor()?, factor)? {
        Changed::Done(()) => Ok(Answer::see("/sign-ins")),
        Changed::LastFactor => again(visit, "sign-ins-last-factor"),
    }
}

fn known(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    visit.app.recovery_is_known(visit.actor()?)?;
    Ok(Answer::see("/"))
}
