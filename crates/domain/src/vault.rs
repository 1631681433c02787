//! The vault of a civil society organisation: a key to which its notes are sealed, and who holds it.
//!
//! An act never says a passphrase and never a key in the clear: what it carries of the vault is sealed to one holder, whose
//! own key lies behind a passphrase that the installation does not know. Whoever is no holder any more keeps nothing.

use serde::{Deserialize, Serialize};

use crate::admission::NotPossible;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::moment::Moment;
use crate::organisation::OrgKind;
use crate::recorded::Recorded;
use crate::text::{Line, Sealed};

/// `vault.made`: notes can be written from now on. Whoever made it is its first holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// The key that notes are sealed to, as an age recipient.
    pub public: Line,
    /// The key of the first holder, as an age recipient.
    pub to: Line,
    /// What opens the vault, sealed to the key of the first holder.
    pub sealed: Sealed,
}

/// `vault.shared`: somebody else holds it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// The vault.
    pub vault: ActId,
    /// The new holder.
    pub with: AccountId,
    /// The key of the new holder, as an age recipient.
    pub to: Line,
    /// What opens the vault, sealed to that key.
    pub sealed: Sealed,
}

/// `vault.unshared`: somebody holds it no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unshared {
    /// The vault.
    pub vault: ActId,
    /// Who held it.
    pub from: AccountId,
}

/// Somebody who holds the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub account: AccountId,
    /// To which key of theirs it was handed, and in which act.
    pub to: Line,
    /// The act that handed it over.
    pub act: ActId,
    /// Since when.
    pub since: Moment,
}

/// The vault of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultFacts {
    /// The act that made it, by which it is called.
    pub act: ActId,
    /// The key that notes are sealed to.
    pub public: Line,
    /// Who holds it now, in the order in which it was handed over.
    pub holders: Vec<Holder>,
}

impl VaultFacts {
    /// Who holds it, if this account does.
    pub fn holder(&self, account: AccountId) -> Option<&Holder> {
        self.holders.iter().find(|holder| holder.account == account)
    }
}

/// Takes one act into what is known of the vault.
pub(crate) fn take(vault: &mut Option<VaultFacts>, recorded: &Recorded, act: &topic::Vault) {
    let holder = |account, to: &Line| Holder { account, to: to.clone(), act: recorded.id(), since: recorded.at };
    match (act, vault) {
        (topic::Vault::Made(body), vault @ None) => {
            let holders = vec![holder(recorded.envelope.actor, &body.to)];
            *vault = Some(VaultFacts { act: recorded.id(), public: body.public.clone(), holders });
        }
        (topic::Vault::Shared(body), Some(vault)) if vault.act == body.vault => {
            vault.holders.retain(|known| known.account != body.with);
            vault.holders.push(holder(body.with, &body.to));
        }
        (topic::Vault::Unshared(body), Some(vault)) if vault.act == body.vault => {
            vault.holders.retain(|known| known.account != body.from);
        }
        _ => {}
    }
}

/// Is the act possible for an organisation of this kind with this vault?
pub(crate) fn admit(vault: Option<&VaultFacts>, kind: Option<OrgKind>, act: &topic::Vault) -> Result<(), NotPossible> {
    match (act, vault) {
        (topic::Vault::Made(_), _) if kind != Some(OrgKind::CivilSociety) => Err(NotPossible::WrongSubject),
        (topic::Vault::Made(_), None) => Ok(()),
        (topic::Vault::Made(_), Some(_)) => Err(NotPossible::AlreadyDone),
        (_, None) => Err(NotPossible::NoVault),
        (topic::Vault::Shared(body), Some(vault)) if vault.act == body.vault => {
            // A new key of a holder, who forgot the passphrase of the one before, is handed the vault again.
            let again = vault.holder(body.with).is_some_and(|holder| holder.to == body.to);
            if again { Err(NotPossible::AlreadyDone) } else { Ok(()) }
        }
        (topic::Vault::Unshared(body), Some(vault)) if vault.act == body.vault => {
            match vault.holder(body.from) {
                None => Err(NotPossible::AlreadyDone),
                // Without a holder every note would be lost for good.
                Some(_) if vault.holders.len() == 1 => Err(NotPossible::LastHolder),
                Some(_) => Ok(()),
            }
        }
        (topic::Vault::Shared(_) | topic::Vault::Unshared(_), Some(_)) => Err(NotPossible::NoVault),
    }
}
