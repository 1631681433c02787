//! Passkeys of an account's holder: adding, naming and removing them, proving oneself again with one, signing in with one.
//!
//! The same doors as for codes. Adding and removing ask for a fresh factor and stand in the account's record; a name is the
//! holder's own affair and does not. The address comes from the configuration, never from a request.

use access::Actor;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::account::{Credential, SignedIn};
use domain::{Act, Line};
use store::Tx;

use crate::App;
use crate::credential::{
    self, Asked, Asserted, Challenge, Client, Created, Found, MOST_PASSKEYS, NewSession, PasskeyId, PublicAddress,
    Purpose, Settled, Token, Written,
};
use crate::own_sign_ins::Changed;
use crate::refusal::Refusal;
use crate::sign_in::{Attempt, Known};
use crate::step_up::SteppedUp;

/// What a browser needs to make a passkey.
#[derive(Debug, Clone)]
pub struct ToAdd {
    /// What is to be signed.
    pub challenge: Challenge,
    /// What the device calls the installation.
    pub installation: String,
    /// What the device calls the holder, in bytes.
    pub holder: [u8; 32],
    /// What it shows of the holder: the name to sign in with, and no other.
    pub sign_in: String,
    /// The passkeys that there are, so that no device makes a second one.
    pub have: Vec<PasskeyId>,
}

impl ToAdd {
    /// What the device calls the holder, as a page hands it to the browser: base 64 for addresses.
    pub fn holder_coded(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.holder)
    }
}

/// What a browser needs to ask one of the own passkeys.
#[derive(Debug, Clone)]
pub struct ToStepUp {
    /// What is to be signed.
    pub challenge: Challenge,
    /// The passkeys that would do.
    pub have: Vec<PasskeyId>,
}

/// What became of a new passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It can be used from now on.
    Done,
    /// The account has as many as it may.
    Full,
    /// What the browser handed over does not hold, or came too late or twice.
    NotTaken,
}

impl App {
    /// What is needed to make a passkey; nothing, if there are as many as there may be. Needs a fresh factor.
    pub fn passkey_to_add(&self, actor: &Actor) -> Result<Option<ToAdd>, Refusal> {
        self.needs_fresh(actor)?;
        let (account, now) = (actor.account, self.now());
        let (have, sign_in) = self.store.read(|tx| -> Result<_, Refusal> {
            let have = credential::passkeys_of(tx, account, &self.keys.working)?;
            Ok((have, crate::sign_in::name_of(tx, account)?))
        })?;
        if have.len() >= MOST_PASSKEYS {
            return Ok(None);
        }
        Ok(Some(ToAdd {
            challenge: Challenge::draw(&*self.entropy, &self.keys.working, Purpose::Add(account), now)?,
            installation: self.about.name.clone(),
            holder: credential::holder_handle(&self.keys.working, account),
            sign_in: sign_in.ok_or(Refusal::NotYours)?,
            have: have.into_iter().map(|passkey| passkey.id).collect(),
        }))
    }

    /// Adds a passkey. Needs a fresh factor.
    pub fn add_passkey(
        &self,
        actor: &Actor,
        address: &PublicAddress,
        name: &Line,
        created: &str,
    ) -> Result<Added, Refusal> {
        self.needs_fresh(actor)?;
        let (account, now) = (actor.account, self.now());
        let Ok(created) = Created::read(created) else { return Ok(Added::NotTaken) };
        let asked = Asked { address, purpose: Purpose::Add(account), now, key: &self.keys.working };
        let Ok(new) = credential::judge_new(&created, &asked, account, name, &*self.entropy)? else {
            return Ok(Added::NotTaken);
        };
        let entry = self.credential_entry(account.stream(), Credential::Passkey)?;
        let written = self.change(move |tx, edge| {
            let written = credential::write_passkey(tx, &new, now)?;
            if written == Written::Kept {
                entry.write(tx, edge)?;
            }
            Ok(written)
        })?;
        Ok(match written {
            Written::Kept => Added::Done,
            Written::Full => Added::Full,
            Written::Again => Added::NotTaken,
        })
    }

    /// Gives an own passkey another name; no, if there is none with this handle.
    pub fn rename_passkey(&self, actor: &Actor, handle: &str, name: &Line) -> Result<bool, Refusal> {
        let (account, handle, name) = (actor.account, handle.to_owned(), name.clone());
        let (keys, entropy) = (std::sync::Arc::clone(&self.keys), std::sync::Arc::clone(&self.entropy));
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<bool, Refusal> {
            Ok(credential::rename_passkey(tx, account, &handle, &name, (&keys.working, &*entropy))?)
        })
    }

    /// Removes an own passkey. Needs a fresh factor, and a code that is left: a telephone, a token, or something on the card.
    pub fn remove_passkey(&self, actor: &Actor, handle: &str) -> Result<Changed<()>, Refusal> {
        self.needs_fresh(actor)?;
        let (account, handle) = (actor.account, handle.to_owned());
        let entry = self.credential_entry(account.stream(), Credential::Passkey)?;
        self.change(move |tx, edge| {
            let held = credential::factors_of(tx, account)?;
            if !held.telephone && held.codes_left == 0 && held.passkeys <= 1 {
                return Ok(Changed::LastFactor);
            }
            // One that is gone already is as good as removed.
            if credential::remove_passkey(tx, account, &handle)? {
                entry.write(tx, edge)?;
            }
            Ok(Changed::Done(()))
        })
    }

    /// What is needed to ask one of the own passkeys; nothing, if there is none.
    pub fn passkey_to_step_up(&self, actor: &Actor) -> Result<Option<ToStepUp>, Refusal> {
        let (account, now) = (actor.account, self.now());
        let have = self.store.read(|tx| credential::passkeys_of(tx, account, &self.keys.working))?;
        if have.is_empty() {
            return Ok(None);
        }
        let challenge = Challenge::draw(&*self.entropy, &self.keys.working, Purpose::StepUp(account), now)?;
        Ok(Some(ToStepUp { challenge, have: have.into_iter().map(|passkey| passkey.id).collect() }))
    }

    /// Makes the session of this cookie fresh, if one of the own passkeys answered.
    pub fn step_up_with_passkey(
        &self,
        actor: &Actor,
        cookie: &str,
        address: &PublicAddress,
        asserted: &str,
    ) -> Result<SteppedUp, Refusal> {
        let (now, account) = (self.now(), actor.account);
        let token = Token::read(cookie).ok_or(Refusal::NotYours)?;
        let Ok(asserted) = Asserted::read(asserted) else { return Ok(SteppedUp::NotRight) };
        let asked = Asked { address, purpose: Purpose::StepUp(account), now, key: &self.keys.working };
        let found = self.store.read(|tx| credential::find_passkey(tx, &asserted))?.of(account);
        let verdict = credential::judge(&found, &asserted, &asked)?;
        let (right, tries) = (verdict.factor(), credential::tries_of(&self.keys.working, &asserted));
        let settle = move |tx: &mut Tx<'_>| credential::settle_passkey(tx, tries, &verdict, now);
        let outcome = self.settle_fresh(actor, (&token, right), now, settle)?;
        // Too many tries close nothing: they are only no longer written down.
        Ok(match outcome {
            SteppedUp::TooMany { .. } => SteppedUp::NotRight,
            outcome => outcome,
        })
    }

    /// What is to be signed to sign in, in the browser that was given this token.
    pub fn passkey_to_sign_in(&self, visitor: &str) -> Result<Challenge, Refusal> {
        Ok(Challenge::draw(&*self.entropy, &self.keys.working, Purpose::SignIn(visitor), self.now())?)
    }

    /// Tries to sign in with a passkey alone, from this kind of browser, whose session before is over then. The work and the
    /// answer are the same whatever is wrong, and whether anybody has such a passkey or not.
    pub fn sign_in_with_passkey(
        &self,
        address: &PublicAddress,
        visitor: &str,
        asserted: &str,
        (replacing, client): (Option<&str>, Client),
    ) -> Result<Attempt, Refusal> {
        let now = self.now();
        // What the script of no page writes tells nothing of anybody.
        let Ok(asserted) = Asserted::read(asserted) else { return Ok(Attempt::NotRight) };
        let tries = credential::tries_of(&self.keys.working, &asserted);
        let (found, known) = self.store.read(|tx| -> Result<_, Refusal> {
            let found = credential::find_passkey(tx, &asserted)?;
            // Somebody is looked for in any case.
            let holder = crate::sign_in::by_id(tx, found.account().unwrap_or(tries))?.filter(Known::is_open);
            Ok(if holder.is_some() { (found, holder) } else { (Found::nothing(), None) })
        })?;
        let asked = Asked { address, purpose: Purpose::SignIn(visitor), now, key: &self.keys.working };
        let verdict = credential::judge(&found, &asserted, &asked)?;
        let session = NewSession::draw(&*self.entropy)?.from(client);
        let replacing = replacing.and_then(Token::read);
        let (begun, account) = (session.clone(), found.account());
        let right = verdict.factor().map(|factor| Act::from(SignedIn { factor: factor.credential() }));
        let settle = move |tx: &mut Tx<'_>| Ok(Some(credential::settle_passkey(tx, tries, &verdict, now)?));
        let settled = self.settled_by(&Known::signing_in(known), right, settle, move |tx| {
            let Some(account) = account else { return Ok(false) };
            credential::begin(tx, &begun, account, replacing.as_ref(), now)?;
            Ok(true)
        })?;
        Ok(match settled {
            Some(Settled::SignedIn { codes_left, must_change, .. }) => {
                Attempt::In { cookie: session.token.cookie(), must_change, codes_left }
            }
            // Too many is said as if it had been counted: who signs rightly is never kept out.
            Some(Settled::NotRight | Settled::TooMany { .. }) | None => Attempt::NotRight,
        })
    }
}
