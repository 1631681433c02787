//! Facts of the register: the installation, its organisations with their mandates, services and accounts, and what
//! is possible for each.
//!
//! Holds no name, no sign-in and no credential. Whether a sign-in name is free, and who may administer what, is
//! decided elsewhere.

use jiff::tz::TimeZone;

use crate::admission::{NotPossible, earliest_day};
use crate::assessment::NeedArea;
use crate::clock::{self, ClockFacts};
use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId};
use crate::kind::{Act, topic};
use crate::moment::{Date, Moment, Span};
use crate::organisation::{Aim, OrgKind};
use crate::recorded::Recorded;
use crate::recovery::{self, RecoveryFacts};
use crate::right::Capacity;
use crate::text::Line;
use crate::token::{self, TokenFacts};

/// Facts of the installation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstallationFacts {
    /// When it was founded.
    pub founded: Option<(ActId, Moment)>,
    /// The origin of its log.
    pub origin: Option<Line>,
    /// The time zone of its places, as the zone database names it.
    pub zone: Option<Line>,
    /// Whether its clock can be relied on for decisions.
    pub clock: ClockFacts,
    /// Reports that contradict the state they were made in.
    pub contradictions: Vec<ActId>,
}

/// One mandate of an oversight body over a prison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateFacts {
    /// The act that proposed it, by which it is called.
    pub act: ActId,
    /// The oversight body.
    pub body: OrgId,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// From when it holds: once a second administrator has confirmed it.
    pub from: Option<Moment>,
    /// The last day, if it has one.
    pub until: Option<Date>,
    /// Who proposed to end it.
    pub end_proposed_by: Option<AccountId>,
    /// When it was ended before its last day.
    pub ended: Option<Moment>,
}

codes! {
    /// Where a mandate stands.
    pub MandateState as "mandate_state" {
        /// Waiting for a second administrator.
        Proposed = "proposed",
        /// It holds.
        Holds = "holds",
        /// It holds, and somebody proposed to end it.
        EndProposed = "end_proposed",
        /// It is over.
        Over = "over",
    }
}

impl MandateFacts {
    /// When it holds, where the clocks of the place show `zone`: to the end of its last day, unless it was ended before.
    /// Nothing, until it is confirmed.
    pub fn span(&self, zone: &TimeZone) -> Option<Span> {
        let last = self.until.and_then(|last| last.tomorrow().ok()).map(|day| Moment::start_of(day, zone));
        let until = last.into_iter().chain(self.ended).min();
        self.from.map(|from| Span { from, until })
    }

    /// Where it stands at this moment.
    pub fn state(&self, at: Moment, zone: &TimeZone) -> MandateState {
        match self.span(zone) {
            None => MandateState::Proposed,
            Some(span) if span.until.is_some_and(|until| until <= at) => MandateState::Over,
            Some(_) if self.end_proposed_by.is_some() => MandateState::EndProposed,
            Some(_) => MandateState::Holds,
        }
    }
}

/// Facts of one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrgFacts {
    /// When it was registered.
    pub registered: Option<(ActId, Moment)>,
    /// What it is.
    pub kind: Option<OrgKind>,
    /// Mandates over it, if it is a prison, in the order in which they were proposed.
    pub mandates: Vec<MandateFacts>,
    /// Reports that contradict the state they were made in.
    pub contradictions: Vec<ActId>,
}

/// Facts of one service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceFacts {
    /// When it was last published.
    pub published: Option<(ActId, Moment)>,
    /// Who offers it.
    pub org: Option<OrgId>,
    /// What it aims at.
    pub aim: Option<Aim>,
    /// The needs it answers.
    pub needs: Vec<NeedArea>,
    /// How many people it can take.
    pub places: u32,
    /// When it was withdrawn; taken back when it is published again.
    pub withdrawn: Option<(ActId, Moment)>,
    /// Reports that contradict the state they were made in.
    pub contradictions: Vec<ActId>,
}

codes! {
    /// Where an account stands. Computed, never set by hand.
    pub AccountState as "account_state" {
        /// Nobody has proposed it.
        None = "none",
        /// Proposed, waiting for a second administrator.
        Proposed = "proposed",
        /// Confirmed: it can be used.
        Open = "open",
        /// Disabled, for good. Whoever comes back gets a new account.
        Disabled = "disabled",
    }
}

/// Facts of one account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountFacts {
    /// When it was proposed, and by whom.
    pub proposed: Option<(ActId, Moment, AccountId)>,
    /// The organisation.
    pub org: Option<OrgId>,
    /// The capacity.
    pub capacity: Option<Capacity>,
    /// When it was confirmed, and by whom.
    pub confirmed: Option<(ActId, Moment, AccountId)>,
    /// New credentials that were asked for, while another administrator has to confirm.
    pub recovery: Option<RecoveryFacts>,
    /// When it was disabled.
    pub disabled: Option<(ActId, Moment)>,
    /// Tokens of machines that act for it, in the order in which they were proposed.
    pub tokens: Vec<TokenFacts>,
    /// Reports that contradict the state they were made in.
    pub contradictions: Vec<ActId>,
}

macro_rules! folds {
    ($($facts:ident: $wrap:ident),+ $(,)?) => {$(
        impl $facts {
            /// Folds the acts of one stream, in the order in which they were recorded.
            pub fn of<'a>(acts: impl IntoIterator<Item = &'a Recorded>) -> Self {
                let mut facts = Self::default();
                for recorded in acts {
                    facts.take(recorded);
                }
                facts
            }

            /// These facts, once one more act has been recorded.
            #[must_use]
            pub fn after(&self, recorded: &Recorded) -> Self {
                let mut facts = self.clone();
                facts.take(recorded);
                facts
            }

            /// Takes one act in.
            pub fn take(&mut self, recorded: &Recorded) {
                if admit_own(RegistryFacts::$wrap(self), recorded).is_err() {
                    self.contradictions.push(recorded.id());
                }
                self.take_act(recorded);
            }
        }
    )+};
}
folds!(InstallationFacts: Installation, OrgFacts: Organisation, ServiceFacts: Service, AccountFacts: Account);

impl InstallationFacts {
    fn take_act(&mut self, recorded: &Recorded) {
        if let Act::Organisation(topic::Organisation::Founded(body)) = &recorded.act
            && self.founded.is_none()
        {
            self.founded = Some((recorded.id(), recorded.concerns()));
            self.origin = Some(body.origin.clone());
            self.zone = Some(body.zone.clone());
        }
        if let Act::Organisation(act) = &recorded.act {
            clock::take(&mut self.clock, recorded, act);
        }
    }
}

impl OrgFacts {
    /// Has an oversight body a mandate here at this moment?
    pub fn mandated(&self, body: OrgId, at: Moment, zone: &TimeZone) -> bool {
        let holds = |mandate: &MandateFacts| mandate.span(zone).is_some_and(|span| span.holds(at));
        self.mandates.iter().any(|mandate| mandate.body == body && holds(mandate))
    }

    fn mandate(&self, act: ActId) -> Result<&MandateFacts, NotPossible> {
        self.mandates.iter().find(|mandate| mandate.act == act).ok_or(NotPossible::NotProposed)
    }

    fn mandate_mut(&mut self, act: ActId) -> Option<&mut MandateFacts> {
        self.mandates.iter_mut().find(|mandate| mandate.act == act)
    }

    fn take_act(&mut self, recorded: &Recorded) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match &recorded.act {
            Act::Organisation(topic::Organisation::Registered(body)) if self.registered.is_none() => {
                self.registered = Some((id, at));
                self.kind = Some(body.kind);
            }
            Act::Organisation(topic::Organisation::MandateProposed(body)) => self.mandates.push(MandateFacts {
                act: id,
                body: body.body,
                proposed_by: recorded.envelope.actor,
                from: None,
                until: body.until,
                end_proposed_by: None,
                ended: None,
            }),
            Act::Organisation(topic::Organisation::MandateConfirmed(body)) => {
                if let Some(mandate) = self.mandate_mut(body.mandate) {
                    mandate.from.get_or_insert(recorded.at);
                }
            }
            Act::Organisation(topic::Organisation::MandateEndProposed(body)) => {
                if let Some(mandate) = self.mandate_mut(body.mandate) {
                    mandate.end_proposed_by.get_or_insert(recorded.envelope.actor);
                }
            }
            Act::Organisation(topic::Organisation::MandateEnded(body)) => {
                if let Some(mandate) = self.mandate_mut(body.mandate) {
                    mandate.ended.get_or_insert(recorded.at);
                }
            }
            _ => {}
        }
    }
}

impl ServiceFacts {
    /// Is it on offer?
    pub fn open(&self) -> bool {
        self.published.is_some() && self.withdrawn.is_none()
    }

    fn take_act(&mut self, recorded: &Recorded) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match &recorded.act {
            Act::Organisation(topic::Organisation::ServicePublished(body)) => {
                self.published = Some((id, at));
                self.withdrawn = None;
                self.org = Some(body.org);
                self.aim = Some(body.aim);
                self.needs.clone_from(&body.needs);
                self.places = body.places;
            }
            Act::Organisation(topic::Organisation::ServiceWithdrawn(_)) => {
                self.withdrawn.get_or_insert((id, at));
            }
            _ => {}
        }
    }
}

impl AccountFacts {
    /// Where it stands.
    pub fn state(&self) -> AccountState {
        if self.disabled.is_some() {
            AccountState::Disabled
        } else if self.proposed.is_none() {
            AccountState::None
        } else if self.confirmed.is_none() {
            AccountState::Proposed
        } else {
            AccountState::Open
        }
    }

    /// Can it be used?
    pub fn open(&self) -> bool {
        self.state() == AccountState::Open
    }

    fn take_act(&mut self, recorded: &Recorded) {
        let (id, at, actor) = (recorded.id(), recorded.concerns(), recorded.envelope.actor);
        if let Act::Account(act) = &recorded.act {
            recovery::take(&mut self.recovery, recorded, act);
        }
        match &recorded.act {
            Act::Account(topic::Account::Proposed(body)) if self.proposed.is_none() => {
                self.proposed = Some((id, at, actor));
                self.org = Some(body.org);
                self.capacity = Some(body.capacity);
            }
            Act::Account(topic::Account::Confirmed(_)) => {
                self.confirmed.get_or_insert((id, at, actor));
            }
            Act::Account(topic::Account::Disabled(_)) => {
                self.disabled.get_or_insert((id, at));
            }
            Act::Account(act) => token::take(&mut self.tokens, recorded, act),
            _ => {}
        }
    }
}

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
        Act::Organisation(topic::Organisation::ServicePublished(_)) => kind.map(|_| ()),
        Act::Account(topic::Account::Proposed(body)) => {
            let belongs = kind?.capacities().contains(&body.capacity);
            if belongs { Ok(()) } else { Err(NotPossible::CapacityElsewhere) }
        }
        _ => Ok(()),
    }
}

/// What the subject's own stream says.
fn admit_own(own: RegistryFacts<'_>, recorded: &Recorded) -> Result<(), NotPossible> {
    match (own, &recorded.act) {
        (_, Act::Look(_) | Act::Finding(_)) => Ok(()),
        _ if recorded.concerns() > recorded.at => Err(NotPossible::InFuture),
        (RegistryFacts::Installation(facts), Act::Organisation(act)) => admit_installation(facts, recorded, act),
        (RegistryFacts::Organisation(facts), Act::Organisation(act)) => admit_organisation(facts, recorded, act),
        (RegistryFacts::Service(facts), Act::Organisation(act)) => admit_service(facts, act),
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
        topic::Organisation::Continued(_) | topic::Organisation::KeysRotated(_) if facts.founded.is_some() => Ok(()),
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
        topic::Organisation::ServicePublished(_) => Ok(()),
        topic::Organisation::ServiceWithdrawn(_) if facts.open() => Ok(()),
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
