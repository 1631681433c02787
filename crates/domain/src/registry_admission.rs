//! What is possible in the register: in which state an organisation, a service, an account or the installation can be given
//! an act.
//!
//! Whether a sign-in name is free, and who may administer what, is decided elsewhere.

use crate::admission::{NotPossible, earliest_day};
use crate::id::AccountId;
use crate::kind::{Act, topic};
use crate::organisation::OrgKind;
use crate::recorded::Recorded;
use crate::registry::{AccountFacts, AccountState, InstallationFacts, MandateFacts, OrgFacts, ServiceFacts};
use crate::{clock, directory, inspection, post_admission, recovery, token, vault};

/// What is known of the subject in whose stream an act of the register would stand.
#[derive(Debug, Clone, Copy)]
pub enum RegistryFacts<'a> {
    /// The installation.
    Installation(&'a InstallationFacts),
    /// An organisation.
    Organisation(&'a OrgFacts),
    /// A service.
    Service(&'a ServiceFacts),
    /// An account.
    Account(&'a AccountFacts),
}

/// Is this act possible in the register?
///
/// `named` is the organisation that the body names: the oversight body of a mandate, the organisation of a service or
/// of an account. `None` means that no such organisation is known.
pub fn admit_registry(
    own: RegistryFacts<'_>,
    named: Option<&OrgFacts>,
    recorded: &Recorded,
) -> Result<(), NotPossible> {
    admit_own(own, recorded)?;
    let kind = named.and_then(|org| org.kind).ok_or(NotPossible::NotOpen);
    match &recorded.act {
        Act::Organisation(topic::Organisation::MandateProposed(_)) => match kind? {
            OrgKind::Oversight => Ok(()),
            _ => Err(NotPossible::WrongSubject),
        },
        Act::Organisation(topic::Organisation::ServicePublished(_)) | Act::Directory(topic::Directory::Drafted(_)) => {
            kind.map(|_| ())
        }
        Act::Account(topic::Account::Proposed(body)) => {
            let belongs = kind?.capacities().contains(&body.capacity);
            if belongs { Ok(()) } else { Err(NotPossible::CapacityElsewhere) }
        }
        _ => Ok(()),
    }
}

/// What the subject's own stream says.
pub(crate) fn admit_own(own: RegistryFacts<'_>, recorded: &Recorded) -> Result<(), NotPossible> {
    match (own, &recorded.act) {
        (_, Act::Look(_) | Act::Finding(_)) => Ok(()),
        _ if recorded.concerns() > recorded.at => Err(NotPossible::InFuture),
        (RegistryFacts::Installation(facts), Act::Organisation(act)) => admit_installation(facts, recorded, act),
        (RegistryFacts::Organisation(facts), Act::Organisation(act)) => admit_organisation(facts, recorded, act),
        (RegistryFacts::Organisation(facts), Act::Post(act)) => {
            post_admission::admit(&facts.posts, facts.kind, recorded, act)
        }
        (RegistryFacts::Organisation(facts), Act::Inspection(act)) => {
            inspection::admit(&facts.inspections, facts.kind, recorded, act)
        }
        (RegistryFacts::Organisation(facts), Act::Vault(act)) => vault::admit(facts.vault.as_ref(), facts.kind, act),
        (RegistryFacts::Service(facts), Act::Organisation(act)) => admit_service(facts, act),
        (RegistryFacts::Service(facts), Act::Directory(act)) => directory::admit(facts, recorded, act),
        (RegistryFacts::Account(facts), Act::Account(act)) => admit_account(facts, recorded, act),
        _ => Err(NotPossible::WrongSubject),
    }
}

fn admit_installation(
    facts: &InstallationFacts,
    recorded: &Recorded,
    act: &topic::Organisation,
) -> Result<(), NotPossible> {
    match act {
        topic::Organisation::Founded(_) if facts.founded.is_some() => Err(NotPossible::AlreadyDone),
        topic::Organisation::Founded(_) => Ok(()),
        topic::Organisation::Continued(_)
        | topic::Organisation::KeysRotated(_)
        | topic::Organisation::RulesTaken(_)
            if facts.founded.is_some() =>
        {
            Ok(())
        }
        _ => clock::admit(facts.clock, recorded, act),
    }
}

fn admit_organisation(facts: &OrgFacts, recorded: &Recorded, act: &topic::Organisation) -> Result<(), NotPossible> {
    match act {
        topic::Organisation::Registered(_) if facts.registered.is_some() => Err(NotPossible::AlreadyDone),
        topic::Organisation::Registered(_) => Ok(()),
        topic::Organisation::MandateConfirmed(body) => {
            let mandate = facts.mandate(body.mandate)?;
            match mandate.from {
                Some(_) => Err(NotPossible::AlreadyDone),
                None => by_another(mandate.proposed_by, recorded),
            }
        }
        topic::Organisation::MandateEndProposed(body) => {
            let mandate = facts.mandate(body.mandate)?;
            match (mandate.from, mandate.end_proposed_by) {
                (None, _) => Err(NotPossible::NotOpen),
                (Some(_), Some(_)) => Err(NotPossible::AlreadyDone),
                (Some(_), None) => Ok(()),
            }
        }
        topic::Organisation::MandateEnded(body) => {
            let mandate = facts.mandate(body.mandate)?;
            match (mandate.end_proposed_by, mandate.ended) {
                (None, _) => Err(NotPossible::NotProposed),
                (Some(_), Some(_)) => Err(NotPossible::AlreadyDone),
                (Some(proposer), None) => by_another(proposer, recorded),
            }
        }
        topic::Organisation::MandateProposed(body) => {
            let today = earliest_day(recorded.concerns());
            match facts.kind.ok_or(NotPossible::NotOpen)? {
                OrgKind::Prison if body.until.is_some_and(|last| last < today) => Err(NotPossible::EndBeforeBeginning),
                OrgKind::Prison => {
                    let without_end = |mandate: &MandateFacts| {
                        mandate.body == body.body && mandate.until.is_none() && mandate.ended.is_none()
                    };
                    if facts.mandates.iter().any(without_end) { Err(NotPossible::AlreadyDone) } else { Ok(()) }
                }
                _ => Err(NotPossible::WrongSubject),
            }
        }
        _ => Err(NotPossible::WrongSubject),
    }
}

/// What one administrator proposed, another one confirms.
fn by_another(proposer: AccountId, recorded: &Recorded) -> Result<(), NotPossible> {
    if proposer == recorded.envelope.actor { Err(NotPossible::OwnProposal) } else { Ok(()) }
}

fn admit_service(facts: &ServiceFacts, act: &topic::Organisation) -> Result<(), NotPossible> {
    match act {
        topic::Organisation::ServicePublished(_) if facts.open() => Err(NotPossible::AlreadyDone),
        // A service that was withdrawn comes back under the organisation that gave it, and no other.
        topic::Organisation::ServicePublished(body) if facts.org.is_some_and(|org| org != body.org) => {
            Err(NotPossible::WrongSubject)
        }
        topic::Organisation::ServicePublished(body) => body.whom.as_ref().map_or(Ok(()), directory::admit_whom),
        // What was drafted from elsewhere is turned down in the same way.
        topic::Organisation::ServiceWithdrawn(_) if facts.open() || facts.entry.draft.is_some() => Ok(()),
        topic::Organisation::ServiceWithdrawn(_) => Err(NotPossible::NotOpen),
        _ => Err(NotPossible::WrongSubject),
    }
}

fn admit_account(facts: &AccountFacts, recorded: &Recorded, act: &topic::Account) -> Result<(), NotPossible> {
    let state = facts.state();
    match act {
        topic::Account::Proposed(_) if facts.proposed.is_some() => Err(NotPossible::AlreadyDone),
        topic::Account::Proposed(_) => Ok(()),
        topic::Account::Confirmed(_) => match state {
            AccountState::None => Err(NotPossible::NotProposed),
            AccountState::Disabled => Err(NotPossible::NotOpen),
            AccountState::Open => Err(NotPossible::AlreadyDone),
            AccountState::Proposed => facts.proposed.map_or(Ok(()), |(_, _, proposer)| by_another(proposer, recorded)),
        },
        topic::Account::Disabled(_) => match state {
            AccountState::None => Err(NotPossible::NotProposed),
            AccountState::Disabled => Err(NotPossible::AlreadyDone),
            AccountState::Proposed | AccountState::Open => Ok(()),
        },
        topic::Account::RecoveryAsked(_)
        | topic::Account::RecoveryConfirmed(_)
        | topic::Account::RecoveryRefused(_) => {
            if state == AccountState::Open {
                recovery::admit(facts.recovery.as_ref(), recorded, act)
            } else {
                Err(NotPossible::NotOpen)
            }
        }
        topic::Account::CredentialChanged(_) => match state {
            AccountState::None => Err(NotPossible::NotProposed),
            AccountState::Disabled => Err(NotPossible::NotOpen),
            // The first credential may be set while the second administrator is still asked.
            AccountState::Proposed | AccountState::Open => Ok(()),
        },
        // What takes a right away is taken whatever the account is.
        topic::Account::TokenRevoked(_) => token::admit(&facts.tokens, recorded, act),
        topic::Account::TokenProposed(_) | topic::Account::TokenIssued(_) | topic::Account::TokenCollected(_) => {
            match state {
                AccountState::None => Err(NotPossible::NotProposed),
                AccountState::Proposed | AccountState::Disabled => Err(NotPossible::NotOpen),
                AccountState::Open => token::admit(&facts.tokens, recorded, act),
            }
        }
        topic::Account::SignedIn(_) | topic::Account::FactorGiven(_) if state != AccountState::Open => {
            Err(NotPossible::NotOpen)
        }
        topic::Account::SignedIn(_)
        | topic::Account::FactorGiven(_)
        | topic::Account::SignInRefused(_)
        | topic::Account::SignedOut(_)
        | topic::Account::SessionsEnded(_) => Ok(()),
    }
}
