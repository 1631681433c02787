//! Signing in and out, sessions, and the credentials of accounts. What succeeds leaves an entry in the account's own record,
//! and so does each try that was counted against it.

use access::Actor;
use domain::account::{CredentialChanged, SignInRefusal, SignInRefused, SignedIn, SignedOut};
use domain::{AccountId, Act, Capacity, Moment, OrgId, StreamId, Strength};
use store::{Tx, Val};

use crate::App;
use crate::beside::Entry;
use crate::credential::{self, Client, Enrolment, Holder, NewSession, Secret, Session, Settled, Token, Unfit, Verdict};
use crate::posts::{self, Acting};
use crate::refusal::{Fault, Refusal};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedInAs {
    /// Who acts, in which capacity, for whom, and how strongly the session is proved.
    pub actor: Actor,
    /// The name that colleagues see.
    pub name: String,
    /// The organisation's name.
    pub org_name: String,
    /// The session.
    pub session: Session,
    /// For which post this session acts, if its holder stands in for it.
    pub acting: Option<Acting>,
}

/// How an attempt to sign in ended.
#[derive(Debug)]
pub enum Attempt {
    /// Somebody has signed in: the cookie, and whether the password must be changed first.
    In {
        /// The value of the cookie.
        cookie: Secret,
        /// Must the password be changed before anything else?
        must_change: bool,
        /// Codes left on the card, if one was used.
        codes_left: Option<u32>,
    },
    /// Name, password or code was not right; nobody is told which.
    NotRight,
    /// Too many tries.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
}

/// Why a new password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordRefused {
    /// The old one was not right.
    OldNotRight,
    /// Too many tries; whether it was right was not looked at.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
    /// The new one is not fit.
    Unfit(Unfit),
    /// It is the old one again.
    Same,
}

/// What the account table says.
pub(crate) struct Known {
    pub(crate) account: AccountId,
    org: OrgId,
    pub(crate) capacity: Capacity,
    sign_in: String,
    open: bool,
}

impl Known {
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    /// Who acts when this account signs in; the installation for a name that nobody has, so that the work is alike.
    pub(crate) fn signing_in(known: Option<Self>) -> Actor {
        known.map_or_else(Actor::installation, |known| Actor {
            account: known.account,
            org: known.org,
            capacity: known.capacity,
            strength: Strength::Ordinary,
            stands_in: None,
        })
    }
}

fn known(row: &store::Row<'_>) -> Result<Known, store::Error> {
    Ok(Known {
        account: AccountId::from_bytes(row.get(0)?),
        org: OrgId::from_bytes(row.get(1)?),
        capacity: row.get::<String>(2)?.parse().map_err(|_| store::Error::unreadable("a capacity"))?,
        sign_in: row.get(3)?,
        open: row.get::<String>(4)? == "open",
    })
}

pub(crate) fn by_name(tx: &mut Tx<'_>, sign_in: &str) -> Result<Option<Known>, store::Error> {
    tx.one("select stream, org, capacity, sign_in, state from account where sign_in = $1", &[Val::Text(sign_in)], known)
}

/// The name that an account signs in with.
pub(crate) fn name_of(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<String>, store::Error> {
    Ok(by_id(tx, account)?.map(|known| known.sign_in))
}

pub(crate) fn by_id(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Known>, store::Error> {
    tx.one(
        "select stream, org, capacity, sign_in, state from account where stream = $1",
        &[Val::Blob(&account.bytes())],
        known,
    )
}

impl App {
    /// Tries to sign in. The work is the same whatever is wrong.
    pub fn sign_in(
        &self,
        sign_in: &str,
        password: &str,
        code: &str,
        replacing: Option<&str>,
    ) -> Result<Attempt, Refusal> {
        self.sign_in_from(sign_in, password, code, (replacing, Client::default()))
    }

    /// The same, from this kind of browser, whose session before is over then.
    pub fn sign_in_from(
        &self,
        sign_in: &str,
        password: &str,
        code: &str,
        (replacing, client): (Option<&str>, Client),
    ) -> Result<Attempt, Refusal> {
        let now = self.now();
        let name = sign_in.trim().to_lowercase();
        let (account, record) = self.store.read(|tx| -> Result<_, Refusal> {
            let account = by_name(tx, &name)?.filter(|known| known.open);
            let subject =
                account.as_ref().map_or_else(|| credential::nobody(&self.keys.working, &name), |known| known.account);
            Ok((account, credential::lookup(tx, subject)?))
        })?;
        let verdict = credential::verify(&record, password, code, now, &self.keys.working, &self.gate)?;
        let subject =
            account.as_ref().map_or_else(|| credential::nobody(&self.keys.working, &name), |known| known.account);
        let session = NewSession::draw(&*self.entropy)?.from(client);
        let replacing = replacing.and_then(Token::read);
        let begun = session.clone();
        // A name that nobody has leaves its entry with the installation, so that the work is alike.
        let actor = Known::signing_in(account);
        let right = |factor| Act::from(SignedIn { factor });
        let outcome = self.settled(&actor, (subject, verdict), now, right, move |tx| {
            credential::begin(tx, &begun, subject, replacing.as_ref(), now)?;
            Ok(true)
        })?;
        Ok(match outcome {
            Some(Settled::SignedIn { codes_left, must_change, .. }) => {
                Attempt::In { cookie: session.token.cookie(), must_change, codes_left }
            }
            Some(Settled::TooMany { until }) => Attempt::TooMany { until },
            Some(Settled::NotRight) | None => Attempt::NotRight,
        })
    }

    /// Settles what was found of a password or a code, does what follows if it was right, and writes the entry of it: all in one
    /// transaction. While an account is closed every try is answered alike, and none is counted or written: a flood leaves no
    /// mark. Nothing if it was right and what follows is no longer possible; then the code is not used up either.
    pub(crate) fn settled(
        &self,
        actor: &Actor,
        (subject, verdict): (AccountId, Verdict),
        now: Moment,
        right: impl FnOnce(domain::account::Credential) -> Act,
        follows: impl Fn(&mut Tx<'_>) -> Result<bool, Refusal> + Send + 'static,
    ) -> Result<Option<Settled>, Refusal> {
        let right = verdict.factor().map(|factor| right(factor.credential()));
        let settle = move |tx: &mut Tx<'_>| Ok(Some(credential::settle(tx, subject, &verdict, now)?));
        self.settled_by(actor, right, settle, follows)
    }

    /// The same, of whatever `settle` decides, or finds that nothing is to be decided; `right` is the entry if that may be that
    /// it was right.
    pub(crate) fn settled_by(
        &self,
        actor: &Actor,
        right: Option<Act>,
        settle: impl Fn(&mut Tx<'_>) -> Result<Option<Settled>, store::Error> + Send + 'static,
        follows: impl Fn(&mut Tx<'_>) -> Result<bool, Refusal> + Send + 'static,
    ) -> Result<Option<Settled>, Refusal> {
        let stream = actor.account.stream();
        let refused = self.entry(actor, stream, SignInRefused { reason: SignInRefusal::NotRight }.into())?;
        let right = right.map(|act| self.entry(actor, stream, act)).transpose()?;
        let outcome = self.change(move |tx, edge| {
            let Some(settled) = settle(tx)? else { return Err(Refusal::Meanwhile { moved: Vec::new() }) };
            match (&settled, &right) {
                (Settled::SignedIn { .. }, Some(right)) => {
                    if !follows(tx)? {
                        return Err(Refusal::Meanwhile { moved: Vec::new() });
                    }
                    right.write(tx, edge)?;
                }
                (Settled::NotRight, _) => {
                    refused.write(tx, edge)?;
                }
                _ => {}
            }
            Ok(settled)
        });
        match outcome {
            Ok(settled) => Ok(Some(settled)),
            Err(Refusal::Meanwhile { .. }) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }

    /// Who stands behind a cookie now. Asked again with every request: an account that was disabled is nobody's from
    /// then on.
    pub fn session(&self, cookie: &str) -> Result<Option<SignedInAs>, Refusal> {
        let Some(token) = Token::read(cookie) else { return Ok(None) };
        let now = self.now();
        let found = self.store.read(|tx| -> Result<_, Refusal> {
            let Some(session) = credential::find(tx, &token, now)? else { return Ok(None) };
            let Some(known) = by_id(tx, session.account)?.filter(|known| known.open) else { return Ok(None) };
            let org_name =
                tx.one("select name from organisation where stream = $1", &[Val::Blob(&known.org.bytes())], |row| {
                    row.get::<String>(0)
                })?;
            // Once it is over, the session is its holder's own again.
            let covering = match session.stands_in {
                Some(cover) => posts::covering(tx, session.account, Some(cover), now)?.first().copied(),
                None => None,
            };
            Ok(Some((session, known, org_name.unwrap_or_default(), covering)))
        })?;
        let Some((session, known, org_name, covering)) = found else { return Ok(None) };
        if session.wants_touch(now) {
            self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<bool, Refusal> {
                Ok(credential::touch(tx, &token, now)?)
            })?;
        }
        let actor = Actor {
            account: known.account,
            org: known.org,
            capacity: covering.map_or(known.capacity, |covering| covering.capacity),
            strength: session.strength(now),
            stands_in: covering.map(|covering| covering.stands),
        };
        let acting = covering.map(|covering| self.acting(&covering));
        let name = self.names.staff(known.account.stream()).unwrap_or(known.sign_in);
        Ok(Some(SignedInAs { actor, name, org_name, session, acting }))
    }

    /// Ends a session, and forgets forms that were kept for whoever signs out.
    pub fn sign_out(&self, actor: &Actor, cookie: &str) -> Result<(), Refusal> {
        let (token, entry) = (Token::read(cookie), self.entry(actor, actor.account.stream(), SignedOut {}.into())?);
        let account = actor.account;
        self.change(move |tx, edge| {
            crate::kept_form::forget_all_of(tx, account)?;
            if let Some(token) = &token {
                credential::end(tx, token)?;
            }
            entry.write(tx, edge)?;
            Ok(())
        })
    }

    /// Changes the own password. Every session of the account ends; the caller gets a new cookie. The old password is tried at
    /// the same gate as a sign-in: one that is not right is counted and on record, and while the account is closed by such
    /// tries every answer is the same, right or wrong. It is not done if the account was given other credentials while it was
    /// under way: who knew the old password then knows nothing any more.
    pub fn change_password(
        &self,
        actor: &Actor,
        old: &str,
        new: &str,
    ) -> Result<Result<Secret, PasswordRefused>, Refusal> {
        let now = self.now();
        let (known, record) = self.store.read(|tx| -> Result<_, Refusal> {
            Ok((by_id(tx, actor.account)?, credential::lookup(tx, actor.account)?))
        })?;
        let known = known.ok_or(Refusal::NotYours)?;
        if let Some(verdict) = credential::knows_password(&record, old, now, &self.gate)? {
            let nothing = |factor| Act::from(SignedIn { factor });
            return Ok(Err(match self.settled(actor, (actor.account, verdict), now, nothing, |_| Ok(false))? {
                Some(Settled::TooMany { until }) => PasswordRefused::TooMany { until },
                _ => PasswordRefused::OldNotRight,
            }));
        }
        if let Err(unfit) = credential::fit(new, &known.sign_in) {
            return Ok(Err(PasswordRefused::Unfit(unfit)));
        }
        if old == new {
            return Ok(Err(PasswordRefused::Same));
        }
        let hash = self.gate.hash(new, crate::chance::draw(&*self.entropy)?)?;
        let session = NewSession::draw(&*self.entropy)?;
        let (account, begun) = (actor.account, session.clone());
        let since = record.version().ok_or(Refusal::NotYours)?;
        self.change_own(actor, domain::account::Credential::Password, since, move |tx| {
            let changed = credential::change_password(tx, account, since, &hash)?;
            if changed {
                credential::begin(tx, &begun, account, None, now)?;
            }
            Ok(changed)
        })?;
        Ok(Ok(session.token.cookie()))
    }

    /// Draws and stores whole credentials. For the founding alone, when there are no two people yet to hold a half each.
    pub(crate) fn enrol(&self, account: AccountId) -> Result<Enrolment, Refusal> {
        let known = self.store.read(|tx| by_id(tx, account))?.ok_or(Refusal::NotYours)?;
        let holder = Holder { account, sign_in: &known.sign_in, issuer: &self.about.name };
        let (enrolment, stored) =
            credential::enrol(&*self.entropy, &self.keys.working, &self.gate, &holder, self.now())?;
        let changed = self.credential_entry(account.stream(), domain::account::Credential::Password)?;
        self.change(move |tx, edge| {
            credential::write(tx, &stored)?;
            changed.write(tx, edge)?;
            Ok(())
        })?;
        Ok(enrolment)
    }

    /// Gives an account a fixed password that need not be changed, for the accounts of a demonstration. Refused outside one.
    pub fn set_demo_password(&self, account: AccountId, password: &str) -> Result<(), Refusal> {
        if !self.about.demo {
            return Err(Refusal::NotAllowed);
        }
        let hash = self.gate.hash(password, crate::chance::draw(&*self.entropy)?)?;
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<bool, Refusal> {
            let Some(since) = credential::version_of(tx, account)? else { return Ok(false) };
            Ok(credential::change_password(tx, account, since, &hash)?)
        })?;
        Ok(())
    }

    /// Begins a session without a password, for the one-click sign-in of a demonstration. Refused outside one.
    pub fn demo_session(&self, account: AccountId) -> Result<Secret, Refusal> {
        let open = self.store.read(|tx| by_id(tx, account))?.is_some_and(|known| known.open);
        if !self.about.demo || !open {
            return Err(Refusal::NotYours);
        }
        let now = self.now();
        let session = NewSession::draw(&*self.entropy)?;
        let begun = session.clone();
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            Ok(credential::begin(tx, &begun, account, None, now)?)
        })?;
        Ok(session.token.cookie())
    }

    /// Ends what an account could sign in with, once it was disabled.
    pub fn end_credentials(&self, account: AccountId) -> Result<(), Refusal> {
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<(), Refusal> {
            let disabled = by_id(tx, account)?.is_some_and(|known| !known.open);
            if disabled {
                credential::remove(tx, account)?;
            }
            Ok(())
        })
    }

    /// Deletes sessions that are over and failures that no longer count; how many. To be run now and then.
    pub fn purge_credentials(&self) -> Result<usize, Refusal> {
        let now = self.now();
        self.writer.submit(move |tx: &mut Tx<'_>, _| -> Result<usize, Refusal> { Ok(credential::purge(tx, now)?) })
    }

    /// Every account by id, capacity and state. For whoever runs the installation: no name, and nothing is recorded.
    pub fn account_states(&self) -> Result<Vec<(AccountId, Capacity, String)>, Refusal> {
        let sql = "select stream, org, capacity, sign_in, state from account order by stream";
        let rows = self.store.read(|tx| tx.all(sql, &[], |row| Ok((known(row)?, row.get::<String>(4)?))))?;
        Ok(rows.into_iter().map(|(known, state)| (known.account, known.capacity, state)).collect())
    }

    /// The entry that a credential of an account changed, to be written with the change itself.
    pub(crate) fn credential_entry(
        &self,
        account: StreamId,
        credential: domain::account::Credential,
    ) -> Result<Entry, Refusal> {
        self.entry(&Actor::installation(), account, CredentialChanged { credential }.into())
    }
}

impl From<credential::Fault> for Refusal {
    fn from(fault: credential::Fault) -> Self {
        Self::Fault(match fault {
            credential::Fault::Busy => Fault::Store(store::Error::Overloaded),
            credential::Fault::Store(error) => Fault::Store(error),
            credential::Fault::NoEntropy(error) => Fault::Entropy(error),
            other => Fault::unreadable(other),
        })
    }
}
