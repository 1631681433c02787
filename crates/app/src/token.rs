//! Tokens of machine clients: a secret that stands for an account, within a scope, until a day.
//!
//! INVARIANT: a token gives no right that its account has not, and never a fresh factor. It is asked for again with every
//! request, so that what was revoked, is over or belongs to a closed account opens nothing from that instant on.
//!
//! The ledger says who proposed and issued it; the secret is working state, kept as a hash, and is collected by the holder of
//! the account alone: no administrator ever has it.

use access::Actor;
use domain::account::{TokenCollected, TokenScope};
use domain::kind::{Act, topic};
use domain::look::ListName;
use domain::registry::AccountFacts;
use domain::token::TokenState;
use domain::{AccountId, ActId, Capacity, Moment, OrgId, Part, Strength};
use store::{Tx, Val};

use crate::App;
use crate::consult::{listed, resting};
use crate::credential::{NewSession, Secret, Token};
use crate::disclosed::Disclosed;
use crate::ledger_rows::acts_of;
use crate::refusal::{Fault, Refusal};

/// What a secret begins with, so that it is recognised where it should not lie.
const MARK: &str = "passerelle-token-";

/// Whoever came with a token that stands.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// The account, as an ordinary session would have it.
    pub actor: Actor,
    /// What it may be used for.
    pub scope: Vec<TokenScope>,
    /// The name that colleagues see.
    pub name: String,
    /// From when on it is over.
    pub until: Moment,
}

/// One token of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenLine {
    /// The token, called by the act that proposed it.
    pub token: ActId,
    /// What it is for.
    pub purpose: String,
    /// What it may be used for.
    pub scope: Vec<TokenScope>,
    /// From when on it is over.
    pub until: Moment,
    /// Where it stands.
    pub state: TokenState,
    /// Did the asker propose it?
    pub own_proposal: bool,
    /// Has the holder of the account collected it?
    pub collected: bool,
}

/// What the tables say of a token.
struct Row {
    account: AccountId,
    until: Moment,
    stands: bool,
}

fn row_of(tx: &mut Tx<'_>, token: ActId, now: Moment) -> Result<Option<Row>, store::Error> {
    tx.one(
        "select account, until, issued_at, revoked_at from token where token = $1",
        &[Val::Blob(&token.bytes())],
        |row| Row::read(row, now),
    )
}

/// The same, if it is a token of this account. One of somebody else is not read, as if there were none.
fn own_row_of(tx: &mut Tx<'_>, token: ActId, account: AccountId, now: Moment) -> Result<Option<Row>, store::Error> {
    tx.one(
        "select account, until, issued_at, revoked_at from token where token = $1 and account = $2",
        &[Val::Blob(&token.bytes()), Val::Blob(&account.bytes())],
        |row| Row::read(row, now),
    )
}

impl Row {
    fn read(row: &store::Row<'_>, now: Moment) -> Result<Self, store::Error> {
        let until = Moment::from_millis(row.get(1)?);
        let issued = row.get::<Option<i64>>(2)?.is_some_and(|at| at <= now.millis());
        let revoked = row.get::<Option<i64>>(3)?.is_some_and(|at| at <= now.millis());
        Ok(Self { account: AccountId::from_bytes(row.get(0)?), until, stands: issued && !revoked && now < until })
    }
}

fn is_collected(tx: &mut Tx<'_>, token: ActId) -> Result<bool, store::Error> {
    let found =
        tx.one("select 1 from token_secret where token = $1", &[Val::Blob(&token.bytes())], |row| row.get::<i64>(0))?;
    Ok(found.is_some())
}

impl App {
    /// Who stands behind a token now; nobody, if it is not one of ours, not issued, over, revoked, or its account is not open.
    pub fn bearer(&self, secret: &str) -> Result<Option<Bearer>, Refusal> {
        let Some(token) = secret.strip_prefix(MARK).and_then(Token::read) else { return Ok(None) };
        let now = self.now();
        let found = self.store.read(|tx| -> Result<_, Refusal> {
            let id = tx.one("select token from token_secret where hash = $1", &[Val::Blob(&token.hash())], |row| {
                Ok(ActId::from_bytes(row.get(0)?))
            })?;
            let Some(id) = id else { return Ok(None) };
            let Some(row) = row_of(tx, id, now)?.filter(|row| row.stands) else { return Ok(None) };
            let account = tx.one(
                "select org, capacity, sign_in from account where stream = $1 and state = 'open'",
                &[Val::Blob(&row.account.bytes())],
                |row| Ok((OrgId::from_bytes(row.get(0)?), row.get::<String>(1)?, row.get::<String>(2)?)),
            )?;
            let Some((org, capacity, sign_in)) = account else { return Ok(None) };
            let scope = tx.one("select scope from token where token = $1", &[Val::Blob(&id.bytes())], |row| {
                row.get::<String>(0)
            })?;
            Ok(Some((row, org, capacity, sign_in, scope.unwrap_or_default())))
        })?;
        let Some((row, org, capacity, sign_in, scope)) = found else { return Ok(None) };
        let capacity: Capacity = capacity.parse().map_err(|_| Fault::unreadable("a capacity"))?;
        let actor = Actor { account: row.account, org, capacity, strength: Strength::Ordinary, stands_in: None };
        let name = self.names.staff(row.account.stream()).unwrap_or(sign_in);
        let scope = scope.split(' ').filter_map(|word| word.parse().ok()).collect();
        Ok(Some(Bearer { actor, scope, name, until: row.until }))
    }

    /// The secret of a token that was issued for the asker's own account: once, and with a fresh factor. A refusal is on record
    /// whatever was asked for.
    pub fn collect_token(&self, actor: &Actor, token: ActId) -> Result<Secret, Refusal> {
        let outcome = self.try_collect(actor, token);
        self.on_record(actor, outcome)
    }

    fn try_collect(&self, actor: &Actor, token: ActId) -> Result<Secret, Refusal> {
        if actor.strength != Strength::Fresh {
            return Err(Refusal::NeedsFresh);
        }
        let drawn = NewSession::draw(&*self.entropy)?.token;
        let entry = self.entry(&Actor::installation(), actor.account.stream(), TokenCollected { token }.into())?;
        let (hash, now, actor) = (drawn.hash(), self.now(), *actor);
        // Asked where it is written: a token that is revoked, or collected by somebody faster, is nobody's to collect.
        self.change(move |tx, edge| {
            let at = edge.at(now);
            let own = own_row_of(tx, token, actor.account, at)?.is_some_and(|row| row.stands);
            if !own || !crate::ground::stands(tx, &actor, at)? || is_collected(tx, token)? {
                return Err(Refusal::NotYours);
            }
            tx.exec(
                "insert into token_secret (hash, token, collected_at) values ($1, $2, $3)",
                &[Val::Blob(&hash), Val::Blob(&token.bytes()), Val::I64(at.millis())],
            )?;
            entry.write(tx, edge)?;
            Ok(())
        })?;
        Ok(Secret::of(format!("{MARK}{}", drawn.cookie().reveal())))
    }

    /// The tokens of an account, for whoever administers it and for its holder.
    pub fn tokens(&self, actor: &Actor, account: AccountId) -> Result<Disclosed<Vec<TokenLine>>, Refusal> {
        let stream = account.stream();
        self.show(actor, |tx, now| {
            if !self.reading(tx, actor, stream, now)?.opens(stream, Part::Accounts) {
                return Err(Refusal::NotYours);
            }
            let acts = acts_of(&self.keys, tx, stream)?;
            let purpose = |token: ActId| {
                acts.iter().find(|recorded| recorded.id() == token).and_then(|recorded| match &recorded.act {
                    Act::Account(topic::Account::TokenProposed(body)) => Some(body.purpose.to_string()),
                    _ => None,
                })
            };
            let mut lines = Vec::new();
            for token in AccountFacts::of(&acts).tokens {
                lines.push(TokenLine {
                    token: token.act,
                    purpose: purpose(token.act).unwrap_or_default(),
                    state: token.state(now),
                    own_proposal: token.proposed_by == actor.account,
                    collected: is_collected(tx, token.act)?,
                    scope: token.scope,
                    until: token.until,
                });
            }
            let rests_on = resting(&[stream], Part::Accounts);
            listed(tx, actor, now, (ListName::Accounts, vec![stream]), (lines, rests_on))
        })
    }
}
