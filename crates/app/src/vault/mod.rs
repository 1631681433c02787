//! The vault of a civil society organisation: to what its notes are sealed, who holds it, and opening it for a quarter of an
//! hour.
//!
//! INVARIANT: what opens a vault is nowhere but in memory, for one session, while it is open. The database, every key of the
//! installation and its surroundings together open no note: the private half is sealed to a key of each holder, and that
//! key lies behind a passphrase which is never kept.
//!
//! It decides no right: who may read notes is the question of the table, and a holder without a ground reads nothing.

mod holding;
mod opened;
mod sealing;

use access::Actor;
use domain::account::{Credential, CredentialChanged, FactorGiven};
use domain::admission::NotPossible;
use domain::kind::{Subject, topic};
use domain::look::ListName;
use domain::vault::{Made, Shared, Unshared, VaultFacts};
use domain::{AccountId, Act, ActId, Capacity, Line, Moment, OrgId, Part};
use store::{Tx, Val};

use crate::App;
use crate::backup::{Identity, Recipient};
use crate::consult::{listed, resting};
use crate::credential::{self, Settled, Token, Unfit};
use crate::disclosed::Disclosed;
use crate::ledger_rows::act_of;
use crate::perform::{Deed, Proposed, Receipt};
use crate::refusal::{Fault, Refusal};
use crate::state::State;

pub(crate) use holding::{TABLES, forget, public_of};
pub(crate) use opened::Opened;
pub(crate) use sealing::{note, opened_note};

/// How long a vault stays open after the passphrase was given, in milliseconds.
pub const OPEN_FOR: i64 = 15 * 60 * 1000;

/// Whoever works for the organisation and could hold its vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderLine {
    /// Who.
    pub account: AccountId,
    /// The name that colleagues see.
    pub name: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// How they stand to the vault.
    pub holds: Holds,
    /// Is it the one who asks?
    pub own: bool,
}

/// How somebody stands to the vault of their organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// They have chosen no passphrase.
    NoKey,
    /// They have chosen one, and nobody has shared the vault with them since.
    Waits,
    /// They hold it since then.
    Since(Moment),
}

/// The vault of the asker's organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultPage {
    /// The vault, if there is one.
    pub vault: Option<ActId>,
    /// Whoever could hold it, by name.
    pub holders: Vec<HolderLine>,
    /// Until when it is open in this session, if it is.
    pub open_until: Option<Moment>,
    /// May the asker, having proved themselves, make and share it?
    pub keeps: bool,
}

/// How opening the vault ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It is open in this session.
    Open {
        /// From when on it is closed again.
        until: Moment,
    },
    /// The passphrase was not right.
    NotRight,
    /// Too many tries.
    TooMany {
        /// From when on the next try counts.
        until: Moment,
    },
    /// The organisation has no vault, or it was not shared with the asker.
    NotHeld,
}

/// Why a passphrase was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseRefused {
    /// It is not fit to be chosen.
    Unfit(Unfit),
    /// It is the password of the account, which others could set anew.
    IsPassword,
}

impl App {
    /// The vault of the asker's organisation, and who could hold it. For its managers and practitioners.
    pub fn vault(&self, actor: &Actor, cookie: &str) -> Result<Disclosed<VaultPage>, Refusal> {
        let session = Token::read(cookie).ok_or(Refusal::NotYours)?.hash();
        self.show(actor, |tx, now| {
            let stream = actor.org.stream();
            if !self.reading(tx, actor, stream, now)?.opens(stream, Part::Vault) {
                return Err(Refusal::NotYours);
            }
            let facts = self.vault_of(tx, actor.org)?;
            let colleagues = tx.all(
                "select stream, capacity from account where org = $1 and state = 'open'
                   and capacity in ('cso_manager', 'cso_practitioner') order by stream",
                &[Val::Blob(&actor.org.bytes())],
                |row| Ok((AccountId::from_bytes(row.get(0)?), row.get::<String>(1)?)),
            )?;
            let mut holders = Vec::with_capacity(colleagues.len());
            for (account, capacity) in colleagues {
                let key = public_of(tx, account)?;
                let since = facts.as_ref().and_then(|vault| vault.holder(account)).and_then(|holder| {
                    let same = key.as_deref() == Some(holder.to.as_str());
                    same.then_some(holder.since)
                });
                let holds = match (key, since) {
                    (_, Some(since)) => Holds::Since(since),
                    (Some(_), None) => Holds::Waits,
                    (None, None) => Holds::NoKey,
                };
                holders.push(HolderLine {
                    account,
                    name: self.names.staff(account.stream()).unwrap_or_default(),
                    capacity: capacity.parse().map_err(|_| Fault::unreadable("a capacity"))?,
                    holds,
                    own: account == actor.account,
                });
            }
            holders.sort_by(|one, other| one.name.cmp(&other.name).then(one.account.cmp(&other.account)));
            let open_until = match &facts {
                Some(vault) => self.vaults.until(actor, session, vault.act, now),
                None => None,
            };
            let keeps = self.may(tx, actor, stream, now)?.contains(&domain::Kind::VaultMade);
            let value = VaultPage { vault: facts.map(|vault| vault.act), holders, open_until, keeps };
            listed(tx, actor, now, (ListName::Vault, vec![stream]), (value, resting(&[stream], Part::Vault)))
        })
    }

    /// Gives the asker a key of their own, behind this passphrase. Needs a fresh factor. Whoever had one before gives it up: the
    /// vault must be shared with them again.
    pub fn choose_passphrase(&self, actor: &Actor, passphrase: &str) -> Result<Result<(), PassphraseRefused>, Refusal> {
        self.needs_fresh(actor)?;
        let (account, now) = (actor.account, self.now());
        let (record, sign_in) = self.store.read(|tx| -> Result<_, Refusal> {
            let stream = actor.org.stream();
            if !self.reading(tx, actor, stream, now)?.opens(stream, Part::Vault) {
                return Err(Refusal::NotYours);
            }
            Ok((credential::lookup(tx, account)?, crate::sign_in::name_of(tx, account)?))
        })?;
        if let Err(unfit) = credential::fit(passphrase, &sign_in.unwrap_or_default()) {
            return Ok(Err(PassphraseRefused::Unfit(unfit)));
        }
        if credential::knows_password(&record, passphrase, now, &self.gate)?.is_none() {
            return Ok(Err(PassphraseRefused::IsPassword));
        }
        let key = holding::new_key(&self.gate, (self.keys.sealer.origin(), account), passphrase, &*self.entropy)?;
        let changed = CredentialChanged { credential: Credential::VaultPassphrase };
        let entry = self.entry(actor, account.stream(), changed.into())?;
        self.change(move |tx, edge| {
            holding::write(tx, account, &key)?;
            entry.write(tx, edge)?;
            Ok(())
        })?;
        self.vaults.close_all_of(account);
        Ok(Ok(()))
    }

    /// Makes the vault of the asker's organisation; the asker is its first holder and must have chosen a passphrase.
    pub fn make_vault(&self, actor: &Actor, once: Option<String>) -> Result<Receipt, Refusal> {
        let to = self.store.read(|tx| public_of(tx, actor.account))?.ok_or(NotPossible::NoPassphrase)?;
        let vault = Identity::draw(&*self.entropy)?;
        let sealed = sealing::share(
            (self.keys.sealer.origin(), actor.org, actor.account),
            &vault,
            &Recipient::parse(&to)?,
            &*self.entropy,
        )?;
        let public = line(&vault.recipient().to_string())?;
        self.in_own_org(actor, Made { public, to: line(&to)?, sealed }.into(), once)
    }

    /// Shares the vault with a colleague who has chosen a passphrase. The asker must have it open in this session.
    pub fn share_vault(
        &self,
        actor: &Actor,
        cookie: &str,
        with: AccountId,
        once: Option<String>,
    ) -> Result<Receipt, Refusal> {
        let session = Token::read(cookie).ok_or(Refusal::NotYours)?.hash();
        let now = self.now();
        let (facts, to) = self
            .store
            .read(|tx| -> Result<_, Refusal> { Ok((self.vault_of(tx, actor.org)?, public_of(tx, with)?)) })?;
        let vault = facts.ok_or(NotPossible::NoVault)?.act;
        let to = to.ok_or(NotPossible::NoPassphrase)?;
        let sealed = self
            .vaults
            .with(actor, session, vault, now, |identity| -> Result<_, Refusal> {
                let whose = (self.keys.sealer.origin(), actor.org, with);
                Ok(sealing::share(whose, identity, &Recipient::parse(&to)?, &*self.entropy)?)
            })
            .ok_or(NotPossible::VaultClosed)??;
        self.in_own_org(actor, Shared { vault, with, to: line(&to)?, sealed }.into(), once)
    }

    /// Ends that a colleague holds the vault, or the asker does.
    pub fn unshare_vault(&self, actor: &Actor, from: AccountId, once: Option<String>) -> Result<Receipt, Refusal> {
        let facts = self.store.read(|tx| self.vault_of(tx, actor.org))?;
        let vault = facts.ok_or(NotPossible::NoVault)?.act;
        let receipt = self.in_own_org(actor, Unshared { vault, from }.into(), once)?;
        self.vaults.close_all_of(from);
        Ok(receipt)
    }

    /// Opens the vault for a quarter of an hour in the session of this cookie. Tries are counted, and on record.
    pub fn open_vault(&self, actor: &Actor, cookie: &str, passphrase: &str) -> Result<Opening, Refusal> {
        let outcome = self.try_open(actor, cookie, passphrase);
        self.on_record(actor, outcome)
    }

    fn try_open(&self, actor: &Actor, cookie: &str, passphrase: &str) -> Result<Opening, Refusal> {
        let session = Token::read(cookie).ok_or(Refusal::NotYours)?.hash();
        let (account, now) = (actor.account, self.now());
        let (key, facts) = self.store.read(|tx| -> Result<_, Refusal> {
            let stream = actor.org.stream();
            if !self.reading(tx, actor, stream, now)?.opens(stream, Part::Vault) {
                return Err(Refusal::NotYours);
            }
            Ok((holding::read(tx, account)?, self.vault_of(tx, actor.org)?))
        })?;
        let (Some(key), Some(vault)) = (key, facts) else { return Ok(Opening::NotHeld) };
        let Some(holder) = vault.holder(account).filter(|holder| holder.to.as_str() == key.public) else {
            return Ok(Opening::NotHeld);
        };
        if let Some(until) = key.locked_until.filter(|until| now < *until) {
            return Ok(Opening::TooMany { until });
        }
        let opened = holding::opened(&self.gate, (self.keys.sealer.origin(), account), &key, passphrase)?;
        let (right, act) = (opened.is_some(), Act::from(FactorGiven { factor: Credential::VaultPassphrase }));
        // The passphrase is settled as a sign-in is: on record whether it was right or not. Which factor stands here is not kept.
        let factor = credential::Factor::Passkey;
        let settled = self.settled_by(
            actor,
            right.then_some(act),
            move |tx| {
                holding::settle(tx, account, right, now)?;
                Ok(Some(if right {
                    Settled::SignedIn { factor, codes_left: None, must_change: false }
                } else {
                    Settled::NotRight
                }))
            },
            |_| Ok(true),
        )?;
        let (Some(opened), Some(_)) = (opened, settled) else { return Ok(Opening::NotRight) };
        let handed = self.store.read(|tx| act_of(&self.keys, tx, holder.act))?;
        let sealed = match handed.map(|recorded| recorded.act) {
            Some(Act::Vault(topic::Vault::Made(body))) => body.sealed,
            Some(Act::Vault(topic::Vault::Shared(body))) => body.sealed,
            _ => return Err(Fault::unreadable("what a vault was handed over with").into()),
        };
        let identity = sealing::opened_share((self.keys.sealer.origin(), actor.org, account), &opened, &sealed)?;
        let until = now.plus(OPEN_FOR);
        self.vaults.open(actor, session, vault.act, identity, until);
        Ok(Opening::Open { until })
    }

    /// Closes the vault in the session of this cookie.
    pub fn close_vault(&self, actor: &Actor, cookie: &str) -> Result<(), Refusal> {
        let session = Token::read(cookie).ok_or(Refusal::NotYours)?.hash();
        self.vaults.close(actor.account, session);
        Ok(())
    }

    /// Forgets vaults whose quarter of an hour is over, so that nothing of them waits in memory.
    pub fn close_vaults_that_are_over(&self) {
        self.vaults.sweep(self.now());
    }

    /// The vault of an organisation, if it has one.
    pub(crate) fn vault_of(&self, tx: &mut Tx<'_>, org: OrgId) -> Result<Option<VaultFacts>, Fault> {
        match &*self.folded(tx, org.stream(), Subject::Organisation)? {
            State::Organisation(facts) => Ok(facts.vault.clone()),
            _ => Ok(None),
        }
    }

    fn in_own_org(&self, actor: &Actor, act: Act, once: Option<String>) -> Result<Receipt, Refusal> {
        let proposed = Proposed { stream: actor.org.stream(), act, concerns: None };
        self.perform(actor, &Deed { acts: vec![proposed], once, ..Deed::default() })
    }
}

/// What an act of a vault names must be so: a colleague who could hold it, and the key of theirs that lies here.
pub(crate) fn resolve(tx: &mut Tx<'_>, actor: &Actor, act: &topic::Vault) -> Result<(), Refusal> {
    let (account, to) = match act {
        topic::Vault::Made(body) => (actor.account, &body.to),
        topic::Vault::Shared(body) => {
            let colleague = tx.one(
                "select 1 from account where stream = $1 and org = $2 and state = 'open'
                   and capacity in ('cso_manager', 'cso_practitioner')",
                &[Val::Blob(&body.with.bytes()), Val::Blob(&actor.org.bytes())],
                |row| row.get::<i64>(0),
            )?;
            if colleague.is_none() {
                return Err(Refusal::Unknown("account"));
            }
            (body.with, &body.to)
        }
        topic::Vault::Unshared(_) => return Ok(()),
    };
    if public_of(tx, account)?.as_deref() == Some(to.as_str()) { Ok(()) } else { Err(Refusal::Unknown("account")) }
}

fn line(text: &str) -> Result<Line, Fault> {
    Line::new(text).map_err(Fault::unreadable)
}
