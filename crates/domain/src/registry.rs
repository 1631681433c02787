//! Facts of the register: the installation, its organisations with their mandates and posts, services and accounts.
//!
//! Holds no name, no sign-in and no credential. What is possible for each stands in `registry_admission.rs`; whether a
//! sign-in name is free, and who may administer what, is decided elsewhere.

use jiff::tz::TimeZone;

use crate::admission::NotPossible;
use crate::assessment::NeedArea;
use crate::clock::{self, ClockFacts};
use crate::code::codes;
use crate::directory::EntryFacts;
use crate::id::{AccountId, ActId, OrgId};
use crate::inspection::InspectionsFacts;
use crate::kind::{Act, topic};
use crate::moment::{Date, Moment, Span};
use crate::organisation::{Aim, OrgKind};
use crate::post_facts::PostsFacts;
use crate::recorded::Recorded;
use crate::recovery::{self, RecoveryFacts};
use crate::registry_admission::admit_own;
pub use crate::registry_admission::{RegistryFacts, admit_registry};
use crate::right::Capacity;
use crate::text::Line;
use crate::token::{self, TokenFacts};
use crate::vault;

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
    /// Its posts, who holds them, their lines, and who stands in.
    pub posts: PostsFacts,
    /// The vault of its notes, if it has made one.
    pub vault: Option<vault::VaultFacts>,
    /// Inspections of it, if it is a prison.
    pub inspections: InspectionsFacts,
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
    /// What the directory goes by.
    pub entry: EntryFacts,
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

    pub(crate) fn mandate(&self, act: ActId) -> Result<&MandateFacts, NotPossible> {
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
            Act::Post(act) => self.posts.take(recorded, act),
            Act::Inspection(act) => self.inspections.take(recorded, act),
            Act::Vault(act) => vault::take(&mut self.vault, recorded, act),
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
            Act::Directory(topic::Directory::Revised(body)) => self.needs.clone_from(&body.needs),
            Act::Directory(topic::Directory::AvailabilityStated(body)) => self.places = body.free,
            Act::Directory(topic::Directory::Drafted(body)) => self.org = Some(body.org),
            _ => {}
        }
        self.entry.take(recorded);
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
