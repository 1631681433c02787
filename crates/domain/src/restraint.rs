//! Restraints and force: what was ordered, what was put on, when it was looked at and taken off, and who was told.
//!
//! An order is a decision, and one that no rule allows is refused. What was done is a report and always taken: its lists
//! name also what must never be, so that it can be said. Who did it is the account that records, or a word for an office;
//! nobody else is named.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::id::{AccountId, ActId};
use crate::kind::topic;
use crate::measure::YesNo;
use crate::moment::{Moment, Span};
use crate::recorded::Recorded;
use crate::text::Line;

codes! {
    /// With what somebody is restrained.
    pub Instrument as "instrument" {
        /// Held by hand.
        Hands = "hands",
        /// Soft cuffs.
        SoftCuffs = "soft_cuffs",
        /// Handcuffs that lock.
        Handcuffs = "handcuffs",
        /// A belt or straps.
        Belt = "belt",
        /// A bed with straps.
        Bed = "bed",
        /// Chains.
        Chains = "chains",
        /// Irons on legs or feet.
        Irons = "irons",
        /// Something that hurts or degrades in itself.
        Painful = "painful",
    }
}

impl Instrument {
    /// Is it one that no rule allows, for whatever purpose?
    pub const fn is_prohibited(self) -> bool {
        matches!(self, Self::Chains | Self::Irons | Self::Painful)
    }
}

codes! {
    /// Why somebody is restrained.
    pub RestraintGround as "restraint_ground" {
        /// So that nobody escapes during a transfer.
        Transfer = "transfer",
        /// They would injure themselves now.
        SelfInjury = "self_injury",
        /// They would injure somebody else now.
        InjuryToOthers = "injury_to_others",
        /// They would damage things now.
        Damage = "damage",
        /// They did not do what they were told.
        Refusal = "refusal",
        /// As a punishment.
        Punishment = "punishment",
        /// Another reason, or none was given.
        Other = "other",
    }
}

codes! {
    /// What was tried first.
    pub OtherMethod as "other_method" {
        /// Talked with them.
        Talk = "talk",
        /// Waited.
        Waiting = "waiting",
        /// Made room, or took others away.
        Room = "room",
        /// Somebody they trust came.
        Trusted = "trusted",
        /// Stayed with them.
        Presence = "presence",
        /// Took away what could be used to injure.
        Removing = "removing",
    }
}

codes! {
    /// In what office somebody ordered it.
    pub OrderedBy as "ordered_by" {
        /// The director, or whoever holds the office on that day.
        Director = "director",
        /// The leader of a shift.
        ShiftLeader = "shift_leader",
        /// An officer.
        Officer = "officer",
        /// The health service.
        HealthService = "health_service",
        /// Nobody.
        Nobody = "nobody",
    }
}

codes! {
    /// Had everybody who put it on been trained in what avoids it, on that day?
    pub Training as "training" {
        /// All of them.
        Everybody = "everybody",
        /// Not all of them.
        NotEverybody = "not_everybody",
    }
}

codes! {
    /// Was a medical or psychological professional there?
    pub Presence as "presence" {
        /// From the first minute to the last.
        Throughout = "throughout",
        /// For a part of it.
        PartOfIt = "part_of_it",
        /// Not at all.
        Absent = "absent",
    }
}

codes! {
    /// Who was told.
    pub ToldWhom as "told_whom" {
        /// The director.
        Director = "director",
        /// The health service.
        HealthService = "health_service",
        /// The authority above the prison.
        HigherAuthority = "higher_authority",
    }
}

codes! {
    /// Before whom somebody was brought.
    pub Before as "before" {
        /// A judge or a court.
        Court = "court",
        /// A prosecutor.
        Prosecutor = "prosecutor",
        /// An administrative authority, a disciplinary hearing among them.
        Administrative = "administrative",
    }
}

codes! {
    /// Why force was used.
    pub ForceGround as "force_ground" {
        /// In self-defence.
        SelfDefence = "self_defence",
        /// Somebody tried to escape.
        EscapeAttempt = "escape_attempt",
        /// Active resistance to a lawful order.
        ActiveResistance = "active_resistance",
        /// Passive resistance to a lawful order.
        PassiveResistance = "passive_resistance",
        /// As a punishment.
        Punishment = "punishment",
        /// Another reason, or none was given.
        Other = "other",
    }
}

/// `restraint.ordered`: decided by the director.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordered {
    /// With what.
    pub instrument: Instrument,
    /// Why.
    pub ground: RestraintGround,
    /// What was tried first.
    pub tried: Vec<OtherMethod>,
    /// Attested: nothing less works.
    pub nothing_lesser: YesNo,
    /// Attested: of what works, this intrudes least.
    pub least_intrusive: YesNo,
    /// The law or regulation that allows it.
    pub legal_basis: Line,
}

/// `restraint.applied`: put on, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applied {
    /// With what.
    pub instrument: Instrument,
    /// Why.
    pub ground: RestraintGround,
    /// On whose order.
    pub ordered_by: OrderedBy,
    /// The order, if it stands in this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<ActId>,
    /// What was tried first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<OtherMethod>,
    /// Attested: nothing less would have worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing_lesser: Option<YesNo>,
    /// Attested: of what works, this intrudes least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_intrusive: Option<YesNo>,
    /// Attested: those who put it on had valid training on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
}

/// `restraint.checked`: somebody looked, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// The restraint.
    pub restraint: ActId,
    /// Does the danger go on?
    pub danger: YesNo,
}

/// `restraint.removed`: taken off, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The restraint.
    pub restraint: ActId,
    /// Was a medical or psychological professional there?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub professional: Option<Presence>,
}

/// `restraint.told`: of a restraint or a use of force, somebody was told, at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The restraint, or the use of force.
    pub restraint: ActId,
    /// Who.
    pub whom: ToldWhom,
}

/// `restraint.appeared`: brought before an authority, from the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeared {
    /// Before whom.
    pub before: Before,
    /// Until when.
    pub until: Moment,
}

/// `restraint.force_used`: at the time concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForceUsed {
    /// Why.
    pub ground: ForceGround,
    /// Was anybody injured?
    pub injury: YesNo,
}

/// What an order and a restraint have alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// With what.
    pub instrument: Instrument,
    /// Why.
    pub ground: RestraintGround,
    /// What was tried first.
    pub tried: Vec<OtherMethod>,
    /// Attested: nothing less works.
    pub nothing_lesser: Option<YesNo>,
    /// Attested: of what works, this intrudes least.
    pub least_intrusive: Option<YesNo>,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFacts {
    /// The act.
    pub act: ActId,
    /// What was ordered.
    pub terms: Terms,
    /// From when it counts.
    pub at: Moment,
    /// Who ordered it.
    pub by: AccountId,
    /// When it was recorded.
    pub known: Moment,
}

/// A restraint that was put on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restrained {
    /// The act.
    pub act: ActId,
    /// What was put on, and why.
    pub terms: Terms,
    /// On whose order.
    pub ordered_by: OrderedBy,
    /// The order, if it stands in this file.
    pub order: Option<ActId>,
    /// Attested: those who put it on had valid training on that day.
    pub training: Option<Training>,
    /// From when, and until when.
    pub span: Span,
    /// Who looked, when, and whether the danger went on.
    pub checks: Vec<(ActId, Moment, YesNo)>,
    /// Who was told, and when.
    pub told: Vec<(ActId, Moment, ToldWhom)>,
    /// Was a medical or psychological professional there?
    pub professional: Option<Presence>,
    /// The act that took it off.
    pub removed_by: Option<ActId>,
    /// When it was recorded.
    pub known: Moment,
}

/// A use of force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceFacts {
    /// The act.
    pub act: ActId,
    /// Why.
    pub ground: ForceGround,
    /// When.
    pub at: Moment,
    /// Who was told, and when.
    pub told: Vec<(ActId, Moment, ToldWhom)>,
    /// When it was recorded.
    pub known: Moment,
}

/// Restraints and force in one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RestraintFacts {
    /// Orders.
    pub orders: Vec<OrderFacts>,
    /// Restraints that were put on.
    pub applied: Vec<Restrained>,
    /// When the person was before an authority.
    pub appearances: Vec<(ActId, Span)>,
    /// Uses of force.
    pub force: Vec<ForceFacts>,
}

impl RestraintFacts {
    /// The restraint with this id.
    pub fn restraint(&self, id: ActId) -> Option<&Restrained> {
        self.applied.iter().find(|restraint| restraint.act == id)
    }

    /// The use of force with this id.
    pub fn use_of_force(&self, id: ActId) -> Option<&ForceFacts> {
        self.force.iter().find(|force| force.act == id)
    }

    /// Restraints that nothing says were taken off.
    pub fn on(&self) -> impl Iterator<Item = &Restrained> {
        self.applied.iter().filter(|restraint| restraint.span.until.is_none())
    }

    pub(crate) fn take(&mut self, recorded: &Recorded, act: &topic::Restraint) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Restraint::Ordered(body) => self.orders.push(OrderFacts {
                act: id,
                terms: Terms {
                    instrument: body.instrument,
                    ground: body.ground,
                    tried: body.tried.clone(),
                    nothing_lesser: Some(body.nothing_lesser),
                    least_intrusive: Some(body.least_intrusive),
                },
                at,
                by: recorded.envelope.actor,
                known: recorded.at,
            }),
            topic::Restraint::Applied(body) => self.applied.push(self.put_on(recorded, body)),
            topic::Restraint::Checked(body) => {
                if let Some(restraint) = self.applied.iter_mut().find(|restraint| restraint.act == body.restraint) {
                    restraint.checks.push((id, at, body.danger));
                    restraint.checks.sort_by_key(|(act, at, _)| (*at, *act));
                }
            }
            // The first removal stands: a second, earlier one would make it shorter on paper than it was.
            topic::Restraint::Removed(body) => {
                let open = |known: &&mut Restrained| known.act == body.restraint && known.span.until.is_none();
                if let Some(restraint) = self.applied.iter_mut().find(open) {
                    restraint.span = restraint.span.ended(at.max(restraint.span.from));
                    restraint.removed_by = Some(id);
                    restraint.professional = body.professional;
                }
            }
            topic::Restraint::Told(body) => {
                let told = (id, at, body.whom);
                if let Some(restraint) = self.applied.iter_mut().find(|known| known.act == body.restraint) {
                    restraint.told.push(told);
                } else if let Some(force) = self.force.iter_mut().find(|known| known.act == body.restraint) {
                    force.told.push(told);
                }
            }
            topic::Restraint::Appeared(body) => {
                self.appearances.push((id, Span::between(at, body.until.max(at))));
            }
            topic::Restraint::ForceUsed(body) => {
                self.force.push(ForceFacts { act: id, ground: body.ground, at, told: Vec::new(), known: recorded.at });
            }
        }
    }

    /// What an order says of it counts for what was done on that order, unless whoever did it says otherwise.
    fn put_on(&self, recorded: &Recorded, body: &Applied) -> Restrained {
        let order = self.orders.iter().find(|order| Some(order.act) == body.order);
        let told = |own: Option<YesNo>, of: fn(&Terms) -> Option<YesNo>| own.or_else(|| of(&order?.terms));
        let tried = match order {
            Some(order) if body.tried.is_empty() => order.terms.tried.clone(),
            _ => body.tried.clone(),
        };
        Restrained {
            act: recorded.id(),
            terms: Terms {
                instrument: body.instrument,
                ground: body.ground,
                tried,
                nothing_lesser: told(body.nothing_lesser, |terms| terms.nothing_lesser),
                least_intrusive: told(body.least_intrusive, |terms| terms.least_intrusive),
            },
            ordered_by: body.ordered_by,
            order: order.map(|order| order.act),
            training: body.training,
            span: Span::since(recorded.concerns()),
            checks: Vec::new(),
            told: Vec::new(),
            professional: None,
            removed_by: None,
            known: recorded.at,
        }
    }
}
