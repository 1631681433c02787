//! What an account's holder sees of their own ways in, and does with them: sessions, second factors, what happened to them.
//!
//! Ending a session or a factor needs no second person; a new factor needs a fresh one. The last factor cannot be ended, and a
//! passkey is none that the last code could be given up for: where devices are banned it opens nothing.
//! Shows nothing of anybody else's account.

use access::{Actor, PartSet};
use domain::account::{CredentialChanged, SessionsEnded};
use domain::kind::topic;
use domain::look::{Consulted, Purpose};
use domain::{Act, Capacity, Kind, Moment, Part, Strength};
use store::Tx;

use crate::App;
use crate::credential::{self, CodeCard, Factors, Holder, Passkey, Secret, SessionLine, Token, TotpSecret, Version};
use crate::disclosed::Disclosed;
use crate::refusal::{Fault, Refusal};
use crate::witness::{Opened, Resting, TRIES};

/// How many things that happened to an account are shown.
const EVENTS: usize = 20;

/// Fewer codes than this on a card are few.
pub const FEW_CODES: u32 = 3;

/// Something that happened to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    /// When.
    pub at: Moment,
    /// What.
    pub kind: Kind,
    /// Which way to sign in, if one changed.
    pub credential: Option<domain::account::Credential>,
    /// In which capacity somebody else did it; nothing for what the holder or the installation did.
    pub by: Option<Capacity>,
}

/// The own ways in.
#[derive(Debug, Clone)]
pub struct OwnSignIns {
    /// Sessions that stand, the latest first.
    pub sessions: Vec<SessionLine>,
    /// Second factors.
    pub factors: Factors,
    /// Passkeys, the first one first.
    pub passkeys: Vec<Passkey>,
    /// What happened to the account, the latest first.
    pub events: Vec<AccountEvent>,
}

/// What the holder of an account ought to know before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInNotice {
    /// The card of codes is nearly used up: so many are left.
    FewCodes(u32),
    /// The account was given new credentials by two other people at this moment.
    Recovered(Moment),
}

/// A second factor that can be ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedFactor {
    /// The telephone or token.
    Telephone,
    /// The card.
    Card,
}

/// Whether a factor could be taken away, or replaced where it could not be tried first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed<T> {
    /// Done.
    Done(T),
    /// There would be no other factor to sign in with.
    LastFactor,
}

impl App {
    /// The own sessions and factors. A look at the own account, on record as any other.
    pub fn own_sign_ins(&self, actor: &Actor, cookie: &str) -> Result<Disclosed<OwnSignIns>, Refusal> {
        let token = Token::read(cookie).ok_or(Refusal::NotYours)?;
        let stream = actor.account.stream();
        self.show(actor, |tx, now| {
            let reading = self.reading(tx, actor, stream, now)?;
            let parts = PartSet::EMPTY.with(Part::Accounts);
            if !reading.opens(stream, Part::Accounts) {
                return Err(Refusal::NotYours);
            }
            let mut events: Vec<AccountEvent> =
                self.open_parts_of(tx, stream, parts)?.iter().filter_map(|recorded| event(actor, recorded)).collect();
            events.reverse();
            events.truncate(EVENTS);
            let value = OwnSignIns {
                sessions: credential::sessions_of(tx, actor.account, &token, now)?,
                factors: credential::factors_of(tx, actor.account)?,
                passkeys: credential::passkeys_of(tx, actor.account, &self.keys.working)?,
                events,
            };
            let entry =
                (stream, Act::from(Consulted { parts: parts.iter().collect(), purpose: Purpose::Administration }));
            Ok(Opened { value, until: None, entry, rests_on: vec![Resting::on(&reading, parts)] })
        })
    }

    /// What the holder ought to know: shown with the first page.
    pub fn sign_in_notices(&self, actor: &Actor) -> Result<Vec<SignInNotice>, Refusal> {
        let factors = self.store.read(|tx| credential::factors_of(tx, actor.account))?;
        let mut notices: Vec<SignInNotice> = factors.recovered_at.map(SignInNotice::Recovered).into_iter().collect();
        if factors.card && factors.codes_left < FEW_CODES {
            notices.push(SignInNotice::FewCodes(factors.codes_left));
        }
        Ok(notices)
    }

    /// The holder knows that the account was recovered.
    pub fn recovery_is_known(&self, actor: &Actor) -> Result<(), Refusal> {
        let account = actor.account;
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            Ok(credential::recovery_is_known(tx, account)?)
        })
    }

    /// Ends one own session, by its handle; no, if there is none.
    pub fn end_own_session(&self, actor: &Actor, handle: &str) -> Result<bool, Refusal> {
        let (account, handle) = (actor.account, handle.to_owned());
        let entry = self.entry(actor, account.stream(), SessionsEnded { sessions: 1 }.into())?;
        self.change(move |tx, edge| {
            let ended = credential::end_by_handle(tx, account, &handle)?;
            if ended {
                entry.write(tx, edge)?;
            }
            Ok(ended)
        })
    }

    /// Ends every own session but the one of this cookie; how many.
    pub fn end_other_sessions(&self, actor: &Actor, cookie: &str) -> Result<usize, Refusal> {
        let (account, token) = (actor.account, Token::read(cookie).ok_or(Refusal::NotYours)?);
        for _ in 0..TRIES {
            // The entry says how many, and is sealed before they are ended: if one more began meanwhile, it is sealed anew.
            let others = self.store.read(|tx| credential::others_of(tx, account, &token))?;
            let sessions = u32::try_from(others).unwrap_or(u32::MAX);
            let entry = self.entry(actor, account.stream(), SessionsEnded { sessions }.into())?;
            let token = token.clone();
            let ended = self.change(move |tx, edge| {
                if credential::others_of(tx, account, &token)? != others {
                    return Ok(None);
                }
                let ended = credential::end_others_of(tx, account, &token)?;
                if ended > 0 {
                    entry.write(tx, edge)?;
                }
                Ok(Some(ended))
            })?;
            if let Some(ended) = ended {
                return Ok(ended);
            }
        }
        Err(Fault::from(store::Error::Busy).into())
    }

    /// A new card of codes, shown once; the one before stops working. Needs a fresh factor.
    pub fn new_card(&self, actor: &Actor) -> Result<CodeCard, Refusal> {
        self.needs_fresh(actor)?;
        let (account, since) = (actor.account, self.own_version(actor)?);
        let (card, stored) = credential::draw_card(&*self.entropy, &self.keys.working, account)?;
        self.change_own(actor, domain::account::Credential::CodeCard, since, move |tx| {
            credential::replace_card(tx, account, &stored).map(|()| true)
        })?;
        Ok(card)
    }

    /// A new secret for a telephone or token, as text and as address, shown once; the one before stops working. Needs a fresh
    /// factor, and another one to sign in with should the new one not work.
    pub fn new_telephone(&self, actor: &Actor) -> Result<Changed<(Secret, Secret)>, Refusal> {
        self.needs_fresh(actor)?;
        let (account, since) = (actor.account, self.own_version(actor)?);
        let (factors, sign_in) = self.store.read(|tx| -> Result<_, Refusal> {
            Ok((credential::factors_of(tx, account)?, crate::sign_in::name_of(tx, account)?))
        })?;
        if factors.codes_left == 0 {
            return Ok(Changed::LastFactor);
        }
        let sign_in = sign_in.ok_or(Refusal::NotYours)?;
        let secret = TotpSecret::draw(&*self.entropy)?;
        let sealed = secret.seal(&self.keys.working, account, &*self.entropy)?;
        let holder = Holder { account, sign_in: &sign_in, issuer: &self.about.name };
        self.change_own(actor, domain::account::Credential::Totp, since, move |tx| {
            credential::replace_totp(tx, account, &sealed)
        })?;
        Ok(Changed::Done((secret.text(), secret.uri(holder.issuer, holder.sign_in))))
    }

    /// Ends one of the own factors. Needs a fresh one, so that whoever finds an open session cannot; the last one stays.
    pub fn end_factor(&self, actor: &Actor, factor: EndedFactor) -> Result<Changed<()>, Refusal> {
        self.needs_fresh(actor)?;
        let (account, since) = (actor.account, self.own_version(actor)?);
        let named = match factor {
            EndedFactor::Telephone => domain::account::Credential::Totp,
            EndedFactor::Card => domain::account::Credential::CodeCard,
        };
        let ended = self.change_own(actor, named, since, move |tx| {
            let factors = credential::factors_of(tx, account)?;
            let others = match factor {
                EndedFactor::Telephone => factors.codes_left > 0,
                EndedFactor::Card => factors.telephone,
            };
            if others {
                match factor {
                    EndedFactor::Telephone => credential::end_totp(tx, account)?,
                    EndedFactor::Card => credential::end_card(tx, account)?,
                }
            }
            Ok(others)
        })?;
        Ok(if ended { Changed::Done(()) } else { Changed::LastFactor })
    }

    /// The own credential as it is when a change of it begins.
    fn own_version(&self, actor: &Actor) -> Result<Version, Refusal> {
        self.store.read(|tx| credential::version_of(tx, actor.account))?.ok_or(Refusal::NotYours)
    }

    /// Changes a credential of one's own, and says on record that it changed, if it did.
    ///
    /// INVARIANT: what was begun before a recovery changes nothing after it: the credential is compared in the transaction of
    /// the change. Whoever was shut out is answered that somebody acted meanwhile, and has no session any more.
    pub(crate) fn change_own(
        &self,
        actor: &Actor,
        credential: domain::account::Credential,
        since: Version,
        change: impl Fn(&mut Tx<'_>) -> Result<bool, store::Error> + Send + 'static,
    ) -> Result<bool, Refusal> {
        let account = actor.account;
        let entry = self.credential_entry(account.stream(), credential)?;
        self.change(move |tx, edge| {
            if !credential::stands(tx, account, since)? {
                return Err(Refusal::Meanwhile { moved: vec![account.stream()] });
            }
            let changed = change(tx)?;
            if changed {
                entry.write(tx, edge)?;
            }
            Ok(changed)
        })
    }

    /// What only somebody may do who proved themselves just now.
    pub(crate) fn needs_fresh(&self, actor: &Actor) -> Result<(), Refusal> {
        let outcome = if actor.strength == Strength::Fresh { Ok(()) } else { Err(Refusal::NeedsFresh) };
        self.on_record(actor, outcome)
    }
}

fn event(actor: &Actor, recorded: &domain::Recorded) -> Option<AccountEvent> {
    let Act::Account(act) = &recorded.act else { return None };
    let credential = match act {
        topic::Account::CredentialChanged(CredentialChanged { credential }) => Some(*credential),
        topic::Account::SignedIn(_) | topic::Account::SignedOut(_) => return None,
        _ => None,
    };
    let (envelope, own) = (&recorded.envelope, Actor::installation().account);
    let by = (envelope.actor != actor.account && envelope.actor != own).then_some(envelope.capacity);
    Some(AccountEvent { at: recorded.at, kind: recorded.act.kind(), credential, by })
}
