//! Accounts: proposed by one administrator, confirmed by another, closed by either. What somebody signs in with is shown once.
//!
//! Nobody sees here what an account has done.

mod recovery;
pub(in crate::pages) mod slip;

use app::consult::{AccountLine, Directory, OrgLine, Waiting};
use app::recovery::Half;
use app::{Deed, Disclosed};
use domain::account::Confirmed;
use domain::registry::AccountState;
use domain::{AccountId, Action, Capacity, Ground, Kind, Part};

use super::organisations::{form_of, may, name_of};
use crate::acting;
use crate::answer::Answer;
use crate::form::{Field, FormSpec, Section};
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Identity, Pairs, Phrase, State, Table, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LIST: Asks = Asks::Consult("the list of accounts that the asker administers");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/accounts", LIST, list),
    Route::get("/accounts/new", LIST, show_new),
    Route::post("/accounts/new", Asks::Perform("account.proposed"), proposed),
    Route::get("/accounts/{account}/confirm", LIST, show_confirm),
    Route::post(
        "/accounts/{account}/confirm",
        Asks::Perform("account.confirmed; then the second factor, once"),
        confirmed,
    ),
    Route::get("/accounts/{account}/slip", LIST, show_half),
    Route::post("/accounts/{account}/slip", LIST, half),
    Route::get("/accounts/{account}/recovery", LIST, recovery::show),
    Route::post("/accounts/{account}/recovery", Asks::Perform("account.recovery_asked"), recovery::asked),
    Route::get("/accounts/{account}/recovery/confirm", LIST, recovery::show_confirm),
    Route::post(
        "/accounts/{account}/recovery/confirm",
        Asks::Perform("account.recovery_confirmed; then the second factor, once"),
        recovery::confirmed,
    ),
    Route::get("/accounts/{account}/recovery/refuse", LIST, recovery::show_refuse),
    Route::post("/accounts/{account}/recovery/refuse", Asks::Perform("account.recovery_refused"), recovery::refused),
    Route::get("/accounts/{account}/disable", LIST, |visit| asking::show(visit, disable(visit)?.1)),
    Route::post("/accounts/{account}/disable", Asks::Perform("account.disabled; then ends its sessions"), disabled),
];

/// Capacities are offered as far as the organisation has them.
static PROPOSED: &[Section] = &[Section {
    legend: "",
    cite: None,
    fields: &[
        Field::hidden("org", 36).required(),
        Field::text("name", domain::Line::MAX).required(),
        Field::text("sign_in", 60).required().hint(),
        Field::pick("capacity").required().hint(),
    ],
}];

/// Accounts with the names of their organisations.
struct Register {
    lines: Vec<AccountLine>,
    directory: Directory,
}

fn register(visit: &Visit<'_>) -> Result<Disclosed<Register>, Trouble> {
    let actor = visit.actor()?;
    // Both lists go on record before either is shown.
    let lines = visit.app.accounts(actor)?;
    let directory = visit.app.organisations(actor)?;
    let lines = lines.clone();
    Ok(directory.map(|directory| Register { lines, directory }))
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let own = visit.actor()?.account;
    let page = register(visit)?.map(|found| list_page(visit, &found, own));
    Ok(Answer::page(&page)?)
}

fn list_page(visit: &Visit<'_>, found: &Register, own: AccountId) -> Page {
    let words = &visit.words;
    let row = |line: &AccountLine| -> Vec<Phrase> {
        vec![
            Phrase::name(&line.name).note(line.sign_in.clone()),
            Phrase::name(name_of(&found.directory, line.org)),
            words.code(Capacity::LIST, line.capacity.code()).into(),
            state(visit, line),
            next(visit, line, own),
        ]
    };
    let columns = ["accounts-name", "accounts-org", "accounts-capacity", "accounts-state", "accounts-next"];
    let table = Table::new(
        words.say1("accounts-count", "count", found.lines.len()),
        columns.map(|key| Column::new(words.say(key))).into(),
        found.lines.iter().map(row).collect(),
    );
    let doors = Doors::first("/accounts/new", words.say("act-account-proposed"));
    Page::new(visit.shell("accounts-title"))
        .head(Identity::new(words.say("accounts-title")).lead(words.say("accounts-lead")).doors(doors))
        .block(Block::new("all", words.say("accounts-all")).with(table))
}

fn state(visit: &Visit<'_>, line: &AccountLine) -> Phrase {
    let looks = match line.state.as_str() {
        "proposed" => State::Due,
        "open" => State::Met,
        _ => State::Plain,
    };
    Tag::new(looks, visit.words.say(&format!("accounts-is-{}", line.state))).into()
}

/// What the reader can do with an account now.
fn next(visit: &Visit<'_>, line: &AccountLine, own: AccountId) -> Phrase {
    let (words, account) = (&visit.words, line.account);
    let close = || Phrase::link(format!("/accounts/{account}/disable"), words.say("accounts-close"));
    let to_page = |to: &str, key: &str| Phrase::link(format!("/accounts/{account}/{to}"), words.say(key));
    let paper = line.half.map(|half| match half {
        Half::Password => to_page("slip", "accounts-draw-password"),
        Half::Factor => to_page("slip", "accounts-draw-factor"),
    });
    if let Some(drawn_now) = paper {
        return drawn_now.and(close());
    }
    match line.state.as_str() {
        "open" if line.account == own && line.recovery.is_some() => {
            to_page("recovery/refuse", "accounts-recovery-refuse")
        }
        "open" if line.recovery == Some(Waiting::AskedByOneself) => {
            Phrase::from(words.say("accounts-recovery-another"))
                .and(to_page("recovery/refuse", "accounts-recovery-back"))
        }
        "open" if line.recovery == Some(Waiting::AskedByAnother) => {
            to_page("recovery/confirm", "accounts-recovery-confirm")
                .and(to_page("recovery/refuse", "accounts-recovery-refuse"))
        }
        "proposed" if line.own_proposal => Phrase::from(words.say("accounts-needs-another")),
        "proposed" => Phrase::link(format!("/accounts/{account}/confirm"), words.say("accounts-confirm")),
        "open" if line.account == own => words.say("accounts-yours").into(),
        "open" => close().and(to_page("recovery", "accounts-recovery")).and(to_page("tokens", "tokens-title")),
        _ => words.say("accounts-nothing").into(),
    }
}

/// Organisations whose accounts the reader administers.
fn administers(visit: &Visit<'_>, directory: &Directory) -> Result<Vec<OrgLine>, Trouble> {
    let everywhere = may(visit, Ground::Installation, Part::Accounts, Action::Administer)?;
    let own = may(visit, Ground::OwnOrganisation, Part::Accounts, Action::Administer)?;
    let org = visit.actor()?.org;
    Ok(directory.orgs.iter().filter(|line| everywhere || (own && line.org == org)).cloned().collect())
}

fn show_new(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = register(visit)?;
    let orgs = administers(visit, &found.directory)?;
    match chosen(visit, &orgs) {
        Some(org) => asking::show(visit, propose(visit, found, &org)?),
        None => Ok(Answer::page(&found.map(|_| choose_org(visit, &orgs)))?),
    }
}

/// The organisation that was chosen, or the only one there is.
fn chosen(visit: &Visit<'_>, orgs: &[OrgLine]) -> Option<OrgLine> {
    match (visit.query.get("org").or_else(|| visit.form.get("org")), orgs) {
        (None, [only]) => Some(only.clone()),
        (chosen, orgs) => orgs.iter().find(|line| chosen.is_some_and(|id| line.org.to_string() == id)).cloned(),
    }
}

fn choose_org(visit: &Visit<'_>, orgs: &[OrgLine]) -> Page {
    let words = &visit.words;
    let line = |line: &OrgLine| {
        Phrase::link(format!("/accounts/new?org={}", line.org), line.name.clone())
            .note(words.code(domain::organisation::OrgKind::LIST, line.kind.code()))
    };
    Page::new(visit.shell("act-account-proposed"))
        .trail("/accounts", words.say("accounts-title"))
        .head(Identity::new(words.say("act-account-proposed")).lead(words.say("accounts-new-lead")))
        .block(Block::new("org", words.say("accounts-which-org")).items(orgs.iter().map(line).collect()))
}

fn propose(visit: &Visit<'_>, found: Disclosed<Register>, org: &OrgLine) -> Result<Disclosed<Asking>, Trouble> {
    let form = form_of(Kind::AccountProposed)?;
    let words = &visit.words;
    let code =
        |capacity: &Capacity| (capacity.code().to_owned(), words.code(Capacity::LIST, capacity.code()).into_owned());
    let capacities = org.kind.capacities().iter().map(code).collect();
    Ok(found.map(|_| Asking {
        lead: words.say1("accounts-new-for", "org", &org.name).into_owned(),
        drawn: FormSpec { sections: PROPOSED, ..form.spec },
        opened: form.opened(&[("org", &org.org.to_string())]),
        options: vec![("capacity", capacities)],
        instead: Some(("not-possible-already-done", "sign_in", "accounts-sign-in-taken")),
        ..Asking::new(visit, form, format!("/accounts/new?org={}", org.org), ("/accounts", "accounts-title"))
    }))
}

fn proposed(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = register(visit)?;
    let org = chosen(visit, &administers(visit, &found.directory)?).ok_or_else(Trouble::not_found)?;
    let asking = propose(visit, found, &org)?;
    let account = AccountId::from_random(visit.app.fresh_id()?);
    let deed = asking.deed(visit, account.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see("/accounts")))
}

/// One account of the list.
fn line_of(visit: &Visit<'_>, found: &Register) -> Result<AccountLine, Trouble> {
    let account: AccountId = visit.id("account")?;
    found.lines.iter().find(|line| line.account == account).cloned().ok_or_else(Trouble::not_found)
}

fn about(visit: &Visit<'_>, found: &Register, line: &AccountLine) -> Vec<Block> {
    let words = &visit.words;
    let pairs = Pairs::new()
        .with(words.say("accounts-name"), Phrase::name(&line.name))
        .with(words.say("accounts-sign-in"), Phrase::code(&line.sign_in))
        .with(words.say("accounts-org"), Phrase::name(name_of(&found.directory, line.org)))
        .with(words.say("accounts-capacity"), words.code(Capacity::LIST, line.capacity.code()))
        .with(words.say("accounts-state"), words.code(AccountState::LIST, &line.state));
    vec![Block::new("which", words.say("accounts-which")).with(pairs)]
}

fn confirm(visit: &Visit<'_>) -> Result<(AccountLine, Disclosed<Asking>), Trouble> {
    let found = register(visit)?;
    let (line, form) = (line_of(visit, &found)?, form_of(Kind::AccountConfirmed)?);
    let action = format!("/accounts/{}/confirm", line.account);
    let asking = found.map(|found| Asking {
        lead: visit.words.say("accounts-confirm-lead").into_owned(),
        about: about(visit, &found, &line),
        ..Asking::new(visit, form, action, ("/accounts", "accounts-title"))
    });
    Ok((line, asking))
}

fn show_confirm(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = confirm(visit)?;
    // Whoever proposed an account finds no button here, and an account that waits for nobody no form.
    if line.state == "proposed" && !line.own_proposal {
        asking::show(visit, asking)
    } else {
        Ok(Answer::see("/accounts"))
    }
}

fn confirmed(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = confirm(visit)?;
    let slip = |visit: &Visit<'_>| slip::answer(visit, &line);
    // Confirmed before, but the answer with the slip never came: as long as it was not drawn it can be.
    if line.state == "open" && !line.own_proposal {
        return slip(visit);
    }
    let deed = acting::sent(visit, Deed::one(line.account, Confirmed {}), line.account.stream());
    asking::send(visit, asking, Ok(deed), |_| slip(visit))
}

/// Drawing a half is a form of its own, so that looking at a page never does.
fn show_half(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = register(visit)?;
    let line = line_of(visit, &found)?;
    let key = match line.half {
        Some(Half::Password) => "accounts-draw-password",
        Some(Half::Factor) => "accounts-draw-factor",
        None => return Ok(Answer::see("/accounts")),
    };
    let words = &visit.words;
    let draw = Button {
        action: format!("/accounts/{}/slip", line.account),
        csrf: visit.csrf(),
        label: words.say("accounts-draw-now").into_owned(),
    };
    let page = found.map(|found| {
        Page::new(visit.shell(key))
            .trail("/accounts", words.say("accounts-title"))
            .head(Identity::new(words.say(key)).lead(words.say("accounts-draw-lead")))
            .blocks(about(visit, &found, &line))
            .foot(draw)
    });
    Ok(Answer::page(&page)?)
}

fn half(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let found = register(visit)?;
    slip::answer(visit, &line_of(visit, &found)?)
}

/// A form of one button.
#[derive(askama::Template)]
#[template(
    source = "<form class=\"ask\" method=\"post\" action=\"{{ action }}\"><input type=\"hidden\" name=\"csrf\" value=\"{{ csrf }}\"><p class=\"acts\"><button>{{ label }}</button></p></form>",
    ext = "html"
)]
struct Button {
    action: String,
    csrf: String,
    label: String,
}

impl askama::filters::HtmlSafe for Button {}

fn disable(visit: &Visit<'_>) -> Result<(AccountLine, Disclosed<Asking>), Trouble> {
    let found = register(visit)?;
    let (line, form) = (line_of(visit, &found)?, form_of(Kind::AccountDisabled)?);
    let action = format!("/accounts/{}/disable", line.account);
    let asking = found.map(|found| Asking {
        lead: visit.words.say("accounts-close-lead").into_owned(),
        about: about(visit, &found, &line),
        ..Asking::new(visit, form, action, ("/accounts", "accounts-title"))
    });
    Ok((line, asking))
}

fn disabled(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (line, asking) = disable(visit)?;
    let deed = asking.deed(visit, line.account.stream());
    asking::send(visit, asking, deed, |_| {
        visit.app.end_credentials(line.account)?;
        Ok(Answer::see("/accounts"))
    })
}
