//! Tokens of machine clients: who has which, and the secret of one's own. Proposing, issuing and revoking are acts of the
//! account, written like every other.

use app::token::TokenLine;
use domain::{AccountId, ActId};

use super::answers::{Collected, Nothing, Token, Tokens};
use super::contract::Contract;
use super::read;
use crate::answer::Answer;
use crate::route::{Asks, Route};
use crate::trouble::Trouble;
use crate::visit::Visit;

const LIST: Contract = Contract::gives::<Tokens>("Tokens");
const COLLECT: Contract = Contract::gives::<Collected>("Collected").form::<Nothing>("Nothing", &[]);

/// The routes of this file.
pub(super) const ROUTES: &[Route] = &[
    Route::shows("/api/v1/tokens", Asks::Consult("the tokens of the own account"), LIST, own),
    Route::shows(
        "/api/v1/accounts/{account}/tokens",
        Asks::Consult("the tokens of an account, for whoever administers it"),
        LIST,
        list,
    ),
    Route::does(
        "/api/v1/tokens/{token}/secret",
        Asks::Perform("draws the secret of the own token, once"),
        COLLECT,
        collect,
    ),
];

fn token(line: TokenLine) -> Token {
    let TokenLine { token, purpose, scope, until, state, own_proposal: _, collected } = line;
    Token { token, purpose, scope, until, state, collected }
}

fn of(visit: &Visit<'_>, account: AccountId) -> Result<Answer, Trouble> {
    let found = visit.app.tokens(visit.actor()?, account)?;
    Ok(Answer::json(&found.map(|lines| Tokens { tokens: lines.into_iter().map(token).collect() })))
}

fn own(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    of(visit, visit.actor()?.account)
}

fn list(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    of(visit, visit.id("account")?)
}

fn collect(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let token: ActId = visit.id("token")?;
    let Nothing {} = read(visit)?;
    let secret = visit.app.collect_token(visit.actor()?, token)?;
    Ok(Answer::open_json(&Collected { secret: secret.reveal().to_owned() }))
}
