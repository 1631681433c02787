//! Proving oneself again: a session counts as fresh for five minutes after a second factor was given.
//!
//! The same gate as signing in: a code is good once, wrong ones are counted, and too many close the account for a while.
//! Which things ask for it is written in the table of rights and nowhere here.

use access::Actor;
use domain::account::FactorGiven;
use domain::{Act, Moment, Strength};
use store::Tx;

use crate::App;
use crate::credential::{self, Factor, NewSession, Secret, Settled, Token};
use crate::refusal::Refusal;

/// How proving oneself again ended.
#[derive(Debug)]
pub enum SteppedUp {
    /// The session is fresh: its new cookie.
    Fresh {
        /// The value of the cookie.
        cookie: Secret,
        /// From when on it is fresh no longer.
        until: Moment,
        /// Codes left on the card, if one was used.
        codes_left: Option<u32>,
    },
    /// The code was not right, or was used before.
    NotRight,
    /// Too many tries.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
}

/// The same actor with a fresh factor, for asking whether that would do; none for one who has it already.
pub(crate) fn proved(actor: &Actor) -> Option<Actor> {
    (actor.strength != Strength::Fresh).then_some(Actor { strength: Strength::Fresh, ..*actor })
}

impl App {
    /// Makes the session of this cookie fresh, if the code is right. The session gets a new cookie and keeps its form token, so
    /// that what was typed elsewhere can still be sent. On record whether it succeeds or not; a try that is not counted is not.
    pub fn step_up(&self, actor: &Actor, cookie: &str, code: &str) -> Result<SteppedUp, Refusal> {
        let now = self.now();
        let token = Token::read(cookie).ok_or(Refusal::NotYours)?;
        let record = self.store.read(|tx| credential::lookup(tx, actor.account))?;
        let verdict = credential::verify_factor(&record, code, now, &self.keys.working)?;
        self.settle_step_up(actor, &token, verdict, now)
    }

    /// Makes a session fresh without a code, for the one-click accounts of a demonstration. Refused outside one.
    pub fn demo_step_up(&self, cookie: &str) -> Result<SteppedUp, Refusal> {
        let token = Token::read(cookie).filter(|_| self.about.demo).ok_or(Refusal::NotYours)?;
        let (now, new) = (self.now(), NewSession::draw(&*self.entropy)?);
        let begun = new.clone();
        let stands = self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<bool, Refusal> {
            Ok(credential::step_up(tx, &token, &begun, now)?)
        })?;
        if stands { Ok(fresh(&new, now, None)) } else { Err(Refusal::NotYours) }
    }

    pub(crate) fn settle_step_up(
        &self,
        actor: &Actor,
        token: &Token,
        verdict: credential::Verdict,
        now: Moment,
    ) -> Result<SteppedUp, Refusal> {
        let (account, right) = (actor.account, verdict.factor());
        self.settle_fresh(actor, (token, right), now, move |tx| credential::settle(tx, account, &verdict, now))
    }

    /// Makes the session fresh if what was given is settled as right.
    pub(crate) fn settle_fresh(
        &self,
        actor: &Actor,
        (token, right): (&Token, Option<Factor>),
        now: Moment,
        settle: impl Fn(&mut Tx<'_>) -> Result<Settled, store::Error> + Send + 'static,
    ) -> Result<SteppedUp, Refusal> {
        let new = NewSession::draw(&*self.entropy)?;
        let (account, begun, token) = (actor.account, new.clone(), token.clone());
        let right = right.map(|factor| Act::from(FactorGiven { factor: factor.credential() }));
        let of = token.clone();
        let settle = move |tx: &mut Tx<'_>| {
            // Somebody else's session would not become fresh by one's own code, and nothing is decided about it.
            let own = credential::find(tx, &of, now)?.is_some_and(|session| session.account == account);
            if own { settle(tx).map(Some) } else { Ok(None) }
        };
        let settled =
            self.settled_by(actor, right, settle, move |tx| Ok(credential::step_up(tx, &token, &begun, now)?))?;
        match settled {
            Some(Settled::SignedIn { codes_left, .. }) => Ok(fresh(&new, now, codes_left)),
            Some(Settled::NotRight) => Ok(SteppedUp::NotRight),
            Some(Settled::TooMany { until }) => Ok(SteppedUp::TooMany { until }),
            None => Err(Refusal::NotYours),
        }
    }
}

fn fresh(new: &NewSession, now: Moment, codes_left: Option<u32>) -> SteppedUp {
    SteppedUp::Fresh { cookie: new.token.cookie(), until: now.plus(credential::FRESH_FACTOR), codes_left }
}
