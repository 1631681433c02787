//! Tokens of machine clients: two administrators propose and issue, the holder of the account collects the secret, once.
//!
//! No administrator ever sees a secret, and no page shows one twice.

use app::Disclosed;
use app::token::TokenLine;
use domain::account::TokenScope;
use domain::token::TokenState;
use domain::{AccountId, ActId, Kind};

use super::organisations::form_of;
use crate::answer::Answer;
use crate::form::{FormSpec, Input};
use crate::pages::asking::{self, Asking};
use crate::pages::sheet::{Block, Page};
use crate::part::{Column, Doors, Identity, Pairs, Phrase, Slip, State, Table, Tag};
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LIST: Asks = Asks::Consult("the tokens of an account, for whoever administers it and for its holder");

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/tokens", LIST, own),
    Route::get("/tokens/{token}", LIST, show_collect),
    Route::post("/tokens/{token}", Asks::Perform("draws the secret of the own token, once"), collect),
    Route::get("/accounts/{account}/tokens", LIST, list),
    Route::get("/accounts/{account}/tokens/new", LIST, |visit| asking::show(visit, propose(visit)?)),
    Route::post("/accounts/{account}/tokens/new", Asks::Perform("account.token_proposed"), |visit| {
        send(visit, propose(visit)?)
    }),
    Route::get("/accounts/{account}/tokens/{token}/issue", LIST, |visit| {
        asking::show(visit, about(visit, Kind::AccountTokenIssued, "issue")?)
    }),
    Route::post("/accounts/{account}/tokens/{token}/issue", Asks::Perform("account.token_issued"), |visit| {
        send(visit, about(visit, Kind::AccountTokenIssued, "issue")?)
    }),
    Route::get("/accounts/{account}/tokens/{token}/revoke", LIST, |visit| {
        asking::show(visit, about(visit, Kind::AccountTokenRevoked, "revoke")?)
    }),
    Route::post("/accounts/{account}/tokens/{token}/revoke", Asks::Perform("account.token_revoked"), |visit| {
        send(visit, about(visit, Kind::AccountTokenRevoked, "revoke")?)
    }),
];

fn scope(visit: &Visit<'_>, line: &TokenLine) -> String {
    let words = line.scope.iter().map(|scope| visit.words.code(TokenScope::LIST, scope.code()));
    words.collect::<Vec<_>>().join(" · ")
}

fn state(visit: &Visit<'_>, line: &TokenLine) -> Phrase {
    let looks = match line.state {
        TokenState::Proposed => State::Due,
        TokenState::Issued => State::Met,
        TokenState::Over | TokenState::Revoked => State::Plain,
    };
    let phrase = Phrase::from(Tag::new(looks, visit.words.code(TokenState::LIST, line.state.code())));
    if line.collected { phrase.note(visit.words.say("tokens-collected")) } else { phrase }
}

fn table(visit: &Visit<'_>, lines: &[TokenLine], next: impl Fn(&TokenLine) -> Phrase) -> Table {
    let words = &visit.words;
    let row = |line: &TokenLine| -> Vec<Phrase> {
        vec![
            Phrase::name(&line.purpose).note(scope(visit, line)),
            words.moment(jiff::Timestamp::from(line.until)).into(),
            state(visit, line),
            next(line),
        ]
    };
    let columns = ["tokens-purpose", "tokens-until", "tokens-state", "tokens-next"];
    Table::new(
        words.say1("tokens-count", "count", lines.len()),
        columns.map(|key| Column::new(words.say(key))).into(),
        lines.iter().map(row).collect(),
    )
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let found = visit.app.tokens(visit.actor()?, account)?;
    Ok(Answer::page(&found.map(|lines| list_page(visit, account, &lines)))?)
}

fn list_page(visit: &Visit<'_>, account: AccountId, lines: &[TokenLine]) -> Page {
    let words = &visit.words;
    let link = |line: &TokenLine, step: &str| {
        Phrase::link(format!("/accounts/{account}/tokens/{}/{step}", line.token), words.say(&format!("tokens-{step}")))
    };
    let next = |line: &TokenLine| match line.state {
        TokenState::Proposed if line.own_proposal => Phrase::from(words.say("accounts-needs-another")),
        TokenState::Proposed => link(line, "issue"),
        TokenState::Issued => link(line, "revoke"),
        TokenState::Over | TokenState::Revoked => words.say("accounts-nothing").into(),
    };
    let doors = Doors::first(format!("/accounts/{account}/tokens/new"), words.say("act-account-token-proposed"));
    Page::new(visit.shell("tokens-title"))
        .trail("/accounts", words.say("accounts-title"))
        .head(Identity::new(words.say("tokens-title")).lead(words.say("tokens-lead")).doors(doors))
        .block(Block::new("all", words.say("tokens-all")).with(table(visit, lines, next)))
}

fn propose(visit: &Visit<'_>) -> Result<Disclosed<Asking>, Trouble> {
    let account: AccountId = visit.id("account")?;
    let form = form_of(Kind::AccountTokenProposed)?;
    let found = visit.app.tokens(visit.actor()?, account)?;
    let back = format!("/accounts/{account}/tokens");
    Ok(found.map(|_| Asking {
        lead: visit.words.say("tokens-propose-lead").into_owned(),
        ..Asking::new(visit, form, format!("{back}/new"), (&back, "tokens-title"))
    }))
}

/// A step on one token of the list.
fn about(visit: &Visit<'_>, kind: Kind, step: &str) -> Result<Disclosed<Asking>, Trouble> {
    let (account, token): (AccountId, ActId) = (visit.id("account")?, visit.id("token")?);
    let form = form_of(kind)?;
    let found = visit.app.tokens(visit.actor()?, account)?;
    let line = found.iter().find(|line| line.token == token).cloned().ok_or_else(Trouble::not_found)?;
    let back = format!("/accounts/{account}/tokens");
    Ok(found.map(|_| Asking {
        lead: visit.words.say(&format!("tokens-{step}-lead")).into_owned(),
        about: vec![which(visit, &line)],
        opened: form.opened(&[("token", &token.to_string())]),
        ..Asking::new(visit, form, format!("{back}/{token}/{step}"), (&back, "tokens-title"))
    }))
}

fn which(visit: &Visit<'_>, line: &TokenLine) -> Block {
    let words = &visit.words;
    let pairs = Pairs::new()
        .with(words.say("tokens-purpose"), Phrase::name(&line.purpose))
        .with(words.say("tokens-scope"), scope(visit, line))
        .with(words.say("tokens-until"), words.moment(jiff::Timestamp::from(line.until)));
    Block::new("which", words.say("tokens-which")).with(pairs)
}

fn send(visit: &Visit<'_>, asking: Disclosed<Asking>) -> Result<Answer, Trouble> {
    let account: AccountId = visit.id("account")?;
    let deed = asking.deed(visit, account.stream());
    asking::send(visit, asking, deed, |_| Ok(Answer::see(format!("/accounts/{account}/tokens"))))
}

fn own(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let actor = visit.actor()?;
    let found = visit.app.tokens(actor, actor.account)?;
    let words = &visit.words;
    let next = |line: &TokenLine| match line.state {
        TokenState::Issued if !line.collected => {
            Phrase::link(format!("/tokens/{}", line.token), words.say("tokens-collect"))
        }
        _ => words.say("accounts-nothing").into(),
    };
    let page = found.map(|lines| {
        Page::new(visit.shell("tokens-own"))
            .head(Identity::new(words.say("tokens-own")).lead(words.say("tokens-own-lead")))
            .block(Block::new("all", words.say("tokens-all")).with(table(visit, &lines, next)))
    });
    Ok(Answer::page(&page)?)
}

/// One button.
static COLLECT: FormSpec = FormSpec { id: "token-collect", sections: &[], submit: "tokens-collect" };

fn show_collect(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (actor, token): (_, ActId) = (visit.actor()?, visit.id("token")?);
    let found = visit.app.tokens(actor, actor.account)?;
    let line = found.iter().find(|line| line.token == token && !line.collected).cloned();
    let line = line.filter(|line| line.state == TokenState::Issued).ok_or_else(Trouble::not_found)?;
    let (action, csrf, once) = (format!("/tokens/{token}"), visit.csrf(), visit.once()?);
    let form = COLLECT.show(visit.form_page(&action, &csrf, "", &once), &Input::default(), &[]);
    let words = &visit.words;
    let page = found.map(|_| {
        Page::new(visit.shell("tokens-collect"))
            .trail("/tokens", words.say("tokens-own"))
            .head(Identity::new(words.say("tokens-collect")).lead(words.say("tokens-collect-lead")))
            .block(which(visit, &line))
            .foot(form)
    });
    Ok(Answer::page(&page)?)
}

fn collect(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let secret = visit.app.collect_token(visit.actor()?, visit.id("token")?)?;
    let words = &visit.words;
    let slip = Slip::new(words.say("tokens-secret"), words.say("tokens-secret-text"))
        .line(words.say("tokens-secret"), secret.reveal());
    let page = Page::new(visit.shell("tokens-secret"))
        .trail("/tokens", words.say("tokens-own"))
        .head(Identity::new(words.say("tokens-secret")))
        .block(Block::new("secret", words.say("tokens-secret")).with(slip));
    Ok(Answer::open_page(&page)?)
}
