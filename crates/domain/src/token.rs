//! Tokens of machine clients: proposed by one administrator, issued by another, revoked by any; what each may be used for,
//! and until when.
//!
//! The secret is not here. A token never adds a right: it narrows those of one account.

use crate::account::TokenScope;
use crate::admission::NotPossible;
use crate::code::codes;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::moment::{DAY, Moment};
use crate::recorded::Recorded;

/// A token lasts so long at most: a year, and the day that some years have more.
pub const LONGEST: i64 = 366 * DAY;

codes! {
    /// Where a token stands.
    pub TokenState as "token_state" {
        /// Proposed, waiting for a second administrator.
        Proposed = "proposed",
        /// Issued: its account can collect it and use it.
        Issued = "issued",
        /// Its time is over.
        Over = "over",
        /// Revoked.
        Revoked = "revoked",
    }
}

/// Facts of one token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenFacts {
    /// The act that proposed it, by which it is called.
    pub act: ActId,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// What it may be used for.
    pub scope: Vec<TokenScope>,
    /// From when on it is over.
    pub until: Moment,
    /// When it was issued.
    pub issued: Option<Moment>,
    /// When it was revoked.
    pub revoked: Option<Moment>,
}

impl TokenFacts {
    /// Where it stands at that moment.
    pub fn state(&self, now: Moment) -> TokenState {
        if self.revoked.is_some_and(|at| at <= now) {
            TokenState::Revoked
        } else if self.until <= now {
            TokenState::Over
        } else if self.issued.is_some_and(|at| at <= now) {
            TokenState::Issued
        } else {
            TokenState::Proposed
        }
    }
}

/// Takes one act into the tokens of an account.
pub(crate) fn take(tokens: &mut Vec<TokenFacts>, recorded: &Recorded, act: &topic::Account) {
    match act {
        topic::Account::TokenProposed(body) => tokens.push(TokenFacts {
            act: recorded.id(),
            proposed_by: recorded.envelope.actor,
            scope: body.scope.clone(),
            until: body.until,
            issued: None,
            revoked: None,
        }),
        topic::Account::TokenIssued(body) => {
            if let Some(token) = tokens.iter_mut().find(|token| token.act == body.token) {
                token.issued.get_or_insert(recorded.at);
            }
        }
        topic::Account::TokenRevoked(body) => {
            if let Some(token) = tokens.iter_mut().find(|token| token.act == body.token) {
                token.revoked.get_or_insert(recorded.at);
            }
        }
        _ => {}
    }
}

/// Is it possible, for an account that is open?
pub(crate) fn admit(tokens: &[TokenFacts], recorded: &Recorded, act: &topic::Account) -> Result<(), NotPossible> {
    let known = |id: ActId| tokens.iter().find(|token| token.act == id).ok_or(NotPossible::TokenUnknown);
    let own = recorded.envelope.actor.stream() == recorded.envelope.stream;
    match act {
        topic::Account::TokenProposed(body) => {
            if own {
                Err(NotPossible::TokenOwn)
            } else if body.scope.is_empty() {
                Err(NotPossible::TokenNoScope)
            } else if body.until <= recorded.at {
                Err(NotPossible::EndBeforeBeginning)
            } else if body.until.since(recorded.at) > LONGEST {
                Err(NotPossible::TokenTooLong)
            } else {
                Ok(())
            }
        }
        topic::Account::TokenIssued(body) => {
            let token = known(body.token)?;
            match token.state(recorded.at) {
                _ if own => Err(NotPossible::TokenOwn),
                TokenState::Proposed if token.proposed_by == recorded.envelope.actor => Err(NotPossible::OwnProposal),
                TokenState::Proposed => Ok(()),
                TokenState::Over => Err(NotPossible::EndBeforeBeginning),
                TokenState::Issued | TokenState::Revoked => Err(NotPossible::AlreadyDone),
            }
        }
        topic::Account::TokenRevoked(body) => match known(body.token)?.state(recorded.at) {
            TokenState::Revoked => Err(NotPossible::AlreadyDone),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}
