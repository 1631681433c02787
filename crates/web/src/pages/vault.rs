//! The vault of the reader's organisation: choosing a passphrase, opening and closing it, and sharing it with colleagues.
//!
//! A passphrase is in no address, no other page and nothing that is kept: a form that comes too early is not kept either.

use app::Refusal;
use app::vault::{HolderLine, Holds, Opening, PassphraseRefused, VaultPage};
use askama::Template;
use axum::http::StatusCode;
use domain::{AccountId, Capacity, Moment, Strength};
use jiff::Timestamp;

use crate::answer::Answer;
use crate::layout::Shell;
use crate::pages::door::password_refused;
use crate::route::{Asks, Method, Route};
use crate::routes::{is_known, step_up_to};
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The passphrase of everybody in a demonstration, told there and nowhere else.
pub const DEMO_PASSPHRASE: &str = "a lantern under every arch";

const PATH: &str = "/vault";
const CHOOSE: &str = "/vault/passphrase";

const OWN: Asks = Asks::Consult("who holds the vault of the own organisation");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get(PATH, OWN, show),
    Route::get(CHOOSE, Asks::SignedIn("an empty form, after proving oneself again"), show_choose),
    Route::post(CHOOSE, Asks::SignedIn("the own passphrase, after proving oneself again"), choose),
    Route::post("/vault/open", Asks::SignedIn("opens the vault in the own session, by passphrase"), open),
    Route::post("/vault/close", Asks::SignedIn("closes the vault in the own session"), close),
    Route::post("/vault/make", Asks::Perform("vault.made"), make),
    Route::post("/vault/share", Asks::Perform("vault.shared"), share),
    Route::post("/vault/unshare", Asks::Perform("vault.unshared"), unshare),
];

struct Line {
    account: AccountId,
    name: String,
    capacity: String,
    holds: String,
    shares: bool,
    unshares: bool,
}

#[derive(Template)]
#[template(path = "vault/vault.html")]
struct VaultSheet {
    shell: Shell,
    wrong: Option<String>,
    back: String,
    once: String,
    own: String,
    open_until: Option<String>,
    holds: Holds,
    makes: bool,
    lonely: bool,
    holders: Vec<Line>,
}

#[derive(Template)]
#[template(path = "vault/passphrase.html")]
struct PassphraseSheet {
    shell: Shell,
    wrong: Option<(&'static str, String)>,
}

/// The words of until when a vault is open.
pub(super) fn hour(visit: &Visit<'_>, until: Moment) -> String {
    visit.words.hour(Timestamp::from(until))
}

fn show(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    again(visit, PATH, None, StatusCode::OK)
}

fn again(visit: &Visit<'_>, back: &str, wrong: Option<String>, status: StatusCode) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    let once = visit.token()?;
    let found = visit.app.vault(visit.actor()?, cookie)?;
    let page = found.map(|found| arrange(visit, &found, (back.to_owned(), once), wrong));
    Ok(Answer::page(&page)?.with_status(status))
}

fn arrange(visit: &Visit<'_>, found: &VaultPage, (back, once): (String, String), wrong: Option<String>) -> VaultSheet {
    let words = &visit.words;
    let own = found.holders.iter().find(|line| line.own).map_or(Holds::NoKey, |line| line.holds);
    let holding = found.holders.iter().filter(|line| matches!(line.holds, Holds::Since(_))).count();
    let line = |line: &HolderLine| Line {
        account: line.account,
        name: line.name.clone(),
        capacity: words.code(Capacity::LIST, line.capacity.code()).into_owned(),
        holds: match line.holds {
            Holds::NoKey => words.say("vault-holds-no-key").into_owned(),
            Holds::Waits => words.say("vault-holds-waits").into_owned(),
            Holds::Since(at) => words.say1("vault-holds-since", "at", words.moment(Timestamp::from(at))).into_owned(),
        },
        shares: found.keeps && found.open_until.is_some() && line.holds == Holds::Waits,
        unshares: found.keeps && holding > 1 && matches!(line.holds, Holds::Since(_)),
    };
    let told = match (found.vault, own) {
        (_, Holds::NoKey) => "vault-own-no-key",
        (None, _) => "vault-own-none",
        (Some(_), _) => "vault-own-waits",
    };
    let mut shell = visit.shell("vault-title").with_errors(wrong.is_some());
    PATH.clone_into(&mut shell.here);
    VaultSheet {
        shell,
        wrong,
        back,
        once,
        own: words.say(told).into_owned(),
        open_until: found.open_until.map(|until| hour(visit, until)),
        holds: own,
        makes: found.keeps && found.vault.is_none() && own != Holds::NoKey,
        lonely: found.vault.is_some() && holding < 2,
        holders: found.holders.iter().map(line).collect(),
    }
}

/// Only whoever proved themselves gets the form: what is typed into one that comes too early would have to be kept.
fn proved(visit: &Visit<'_>) -> Result<bool, Trouble> {
    // Whoever has no vault to hold learns nothing here.
    let actor = visit.actor()?;
    if !matches!(actor.capacity, Capacity::CsoManager | Capacity::CsoPractitioner) {
        return Err(Trouble::not_found());
    }
    Ok(actor.strength == Strength::Fresh)
}

fn show_choose(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if !proved(visit)? {
        return Ok(Answer::see(step_up_to(CHOOSE)));
    }
    choose_page(visit, None)
}

fn choose_page(visit: &Visit<'_>, wrong: Option<(&'static str, String)>) -> Result<Answer, Trouble> {
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = visit.shell("vault-passphrase-title").with_errors(wrong.is_some());
    CHOOSE.clone_into(&mut shell.here);
    Ok(Answer::open_page(&PassphraseSheet { shell, wrong })?.with_status(status))
}

fn choose(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if !proved(visit)? {
        return Ok(Answer::see(step_up_to(CHOOSE)));
    }
    let field = |name| visit.form.get(name).unwrap_or_default();
    let say = |key: &str| visit.words.say(key).into_owned();
    if field("passphrase") != field("again") {
        return choose_page(visit, Some(("again", say("vault-passphrase-differs"))));
    }
    match visit.app.choose_passphrase(visit.actor()?, field("passphrase"))? {
        Ok(()) => Ok(Answer::see(PATH)),
        Err(PassphraseRefused::IsPassword) => {
            choose_page(visit, Some(("passphrase", say("vault-passphrase-password"))))
        }
        Err(PassphraseRefused::Unfit(unfit)) => {
            let (_, key) = password_refused(app::sign_in::PasswordRefused::Unfit(unfit));
            choose_page(visit, Some(("passphrase", say(key))))
        }
    }
}

/// The page that a form came from, if it is one of ours.
fn back(visit: &Visit<'_>) -> String {
    visit.form.get("back").filter(|back| is_known(Method::Get, back)).unwrap_or(PATH).to_owned()
}

fn open(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    let passphrase = visit.form.get("passphrase").unwrap_or_default();
    let back = back(visit);
    let wrong = match visit.app.open_vault(visit.actor()?, cookie, passphrase)? {
        Opening::Open { .. } => return Ok(Answer::see(back)),
        Opening::NotRight => visit.words.say("vault-not-right").into_owned(),
        Opening::TooMany { until } => visit.words.say1("vault-too-many", "hour", hour(visit, until)).into_owned(),
        Opening::NotHeld => visit.words.say("notes-not-shared-text").into_owned(),
    };
    again(visit, &back, Some(wrong), StatusCode::CONFLICT)
}

fn close(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    visit.app.close_vault(visit.actor()?, cookie)?;
    Ok(Answer::see(back(visit)))
}

/// What a step came to: the page again, with what stands against it.
fn stepped<T>(visit: &Visit<'_>, outcome: Result<T, Refusal>) -> Result<Answer, Trouble> {
    match outcome {
        Ok(_) => Ok(Answer::see(PATH)),
        Err(Refusal::NotPossible(reason)) => {
            let key = format!("not-possible-{}", crate::words::dashed(reason.code()));
            again(visit, PATH, Some(visit.words.say(&key).into_owned()), StatusCode::CONFLICT)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn once(visit: &Visit<'_>) -> Option<String> {
    visit.form.get(crate::form::ONCE).map(str::to_owned)
}

fn account(visit: &Visit<'_>) -> Result<AccountId, Trouble> {
    visit.form.get("account").and_then(|account| account.parse().ok()).ok_or_else(Trouble::not_found)
}

fn make(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    stepped(visit, visit.app.make_vault(visit.actor()?, once(visit)))
}

fn share(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let cookie = visit.cookie.as_deref().ok_or(Trouble::SignIn)?;
    stepped(visit, visit.app.share_vault(visit.actor()?, cookie, account(visit)?, once(visit)))
}

fn unshare(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    stepped(visit, visit.app.unshare_vault(visit.actor()?, account(visit)?, once(visit)))
}
