//! What a stream folds to, whatever its subject is.

use domain::admission::{NotPossible, admit_case, admit_referral};
use domain::facts::Facts;
use domain::kind::Subject;
use domain::referral_facts::ReferralFacts;
use domain::registry::{AccountFacts, InstallationFacts, OrgFacts, RegistryFacts, ServiceFacts, admit_registry};
use domain::{Recorded, StreamId};
use store::Tx;

use crate::{index, posts};

/// What a stream folds to.
#[derive(Clone)]
pub(crate) enum State {
    Case(Box<Facts>),
    Referral(Box<ReferralFacts>),
    Installation(InstallationFacts),
    Organisation(OrgFacts),
    Service(ServiceFacts),
    Account(AccountFacts),
    /// Notes: nothing is made of what they say.
    Notes,
    /// Not a subject of its own.
    Other,
}

impl State {
    /// Folds the acts of a stream.
    pub(crate) fn of(subject: Subject, acts: &[Recorded]) -> Self {
        match subject {
            Subject::Case => Self::Case(Box::new(Facts::of(acts))),
            Subject::Referral => Self::Referral(Box::new(ReferralFacts::of(acts))),
            Subject::Installation => Self::Installation(InstallationFacts::of(acts)),
            Subject::Organisation => Self::Organisation(OrgFacts::of(acts)),
            Subject::Service => Self::Service(ServiceFacts::of(acts)),
            Subject::Account => Self::Account(AccountFacts::of(acts)),
            Subject::Notes => Self::Notes,
            Subject::Any => Self::Other,
        }
    }

    /// The facts of a case, if it is one.
    pub(crate) fn case(&self) -> Option<&Facts> {
        if let Self::Case(facts) = self { Some(facts) } else { None }
    }

    /// Takes one more act in.
    pub(crate) fn take(&mut self, recorded: &Recorded) {
        match self {
            Self::Case(facts) => facts.take(recorded),
            Self::Referral(facts) => facts.take(recorded),
            Self::Installation(facts) => facts.take(recorded),
            Self::Organisation(facts) => facts.take(recorded),
            Self::Service(facts) => facts.take(recorded),
            Self::Account(facts) => facts.take(recorded),
            Self::Notes | Self::Other => {}
        }
    }

    /// Is the act possible in this state? `named` is the organisation that the act names.
    pub(crate) fn admit(&self, named: Option<&OrgFacts>, recorded: &Recorded) -> Result<(), NotPossible> {
        let register = match self {
            Self::Case(facts) => return admit_case(facts, recorded),
            Self::Referral(facts) => return admit_referral(facts, recorded),
            Self::Notes => {
                let notes = matches!(recorded.act, domain::Act::Note(_));
                return if notes { Ok(()) } else { Err(NotPossible::WrongSubject) };
            }
            Self::Other => return Err(NotPossible::WrongSubject),
            Self::Installation(facts) => RegistryFacts::Installation(facts),
            Self::Organisation(facts) => RegistryFacts::Organisation(facts),
            Self::Service(facts) => RegistryFacts::Service(facts),
            Self::Account(facts) => RegistryFacts::Account(facts),
        };
        admit_registry(register, named, recorded)
    }

    /// Writes the summary rows that need the whole fold.
    pub(crate) fn summarise(&self, tx: &mut Tx<'_>, stream: StreamId) -> Result<(), store::Error> {
        match self {
            Self::Case(facts) => {
                index::summarise_case(tx, stream, facts)?;
                index::summarise_keeping(tx, stream, facts)
            }
            Self::Referral(facts) => index::summarise_referral(tx, stream, facts),
            Self::Organisation(facts) => posts::summarise(tx, stream, &facts.posts),
            _ => Ok(()),
        }
    }
}
