//! The terms of a restrictive measure, as codes: its grounds, who authorised it, what it takes away.
//!
//! Sentence, offence, list and protected ground are in the list of grounds so that they can be refused, and so that whoever
//! finds a measure that rests on them can say so. They say nothing of the person: not which offence, which list or which
//! faith.

use serde::{Deserialize, Deserializer, Serialize};

use crate::code::codes;
use crate::moment::Date;
use crate::text::Line;

codes! {
    /// On what kind of fact a measure rests.
    pub MeasureGround as "measure_ground" {
        /// This person attacked or threatened somebody.
        Attacked = "attacked",
        /// This person was attacked or threatened.
        WasAttacked = "was_attacked",
        /// This person may injure themselves.
        SelfInjury = "self_injury",
        /// This person tried or prepared to escape.
        Escape = "escape",
        /// This person had or passed on something dangerous.
        Object = "object",
        /// This person disturbed order so that others could not live or work safely.
        Disturbance = "disturbance",
        /// This person put pressure on a witness or on others who take part in proceedings.
        Pressure = "pressure",
        /// This person was found responsible after a disciplinary hearing.
        FoundResponsible = "found_responsible",
        /// The sentence. Never a ground.
        Sentence = "sentence",
        /// The kind of offence. Never a ground.
        Offence = "offence",
        /// A list, a label or a category. Never a ground.
        Listed = "listed",
        /// Faith, origin, nationality, language, opinion, or another ground on which nobody is treated differently. Never.
        Protected = "protected",
    }
}

impl MeasureGround {
    /// Is it a fact about this person, and not only what they were convicted of, belong to or believe?
    pub const fn is_individual(self) -> bool {
        !matches!(self, Self::Sentence | Self::Offence | Self::Listed | Self::Protected)
    }

    /// Does it have to do with security and order, so that it can be a ground to restrict contact with the family (Mandela
    /// Rule 43(3))? That somebody was found responsible is a ground to sanction, and says nothing of contact.
    pub const fn is_of_order(self) -> bool {
        self.is_individual() && !matches!(self, Self::FoundResponsible)
    }
}

codes! {
    /// Whose decision a measure is.
    pub Authority as "authority" {
        /// The director, or whoever holds the office on that day.
        Director = "director",
        /// A deputy whom law or regulation names for it.
        Deputy = "deputy",
        /// An officer whom law or regulation names for emergencies.
        NamedForEmergencies = "named_for_emergencies",
        /// The authority above the prison.
        HigherAuthority = "higher_authority",
        /// A court.
        Court = "court",
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

impl Authority {
    /// May it authorise a measure (Mandela Rule 45(1): a competent authority)?
    pub const fn is_competent(self) -> bool {
        matches!(self, Self::Director | Self::Deputy | Self::NamedForEmergencies | Self::HigherAuthority | Self::Court)
    }
}

codes! {
    /// What was said of the end of a measure that somebody found.
    pub EndSaid as "end_said" {
        /// An end was named.
        Named = "named",
        /// Until further notice, or no end at all.
        FurtherNotice = "further_notice",
        /// Nobody could say.
        NotKnown = "not_known",
    }
}

codes! {
    /// What a measure takes away of the daily life that everybody else has.
    pub MeasureEffect as "measure_effect" {
        /// Being with others.
        Association = "association",
        /// Work.
        Work = "work",
        /// School and training.
        Education = "education",
        /// A programme or service of the plan.
        Programmes = "programmes",
        /// Sport, recreation, culture.
        Recreation = "recreation",
        /// News: papers, radio, television.
        News = "news",
        /// Books and the library.
        Books = "books",
        /// Own belongings and privileges.
        Belongings = "belongings",
        /// Visits of the family: none.
        Visits = "visits",
        /// Calls with the family: none.
        Calls = "calls",
        /// Letters with the family: none.
        Letters = "letters",
        /// Contact with the family: less of it, and no way closed.
        LessContact = "less_contact",
        /// Contact with an own child: none.
        OwnChild = "own_child",
        /// Contact with a lawyer or legal aid. No measure may touch it.
        Lawyer = "lawyer",
    }
}

impl MeasureEffect {
    /// The ways in which a family stays in touch; a measure may close some, never all of them.
    pub const FAMILY: &'static [Self] = &[Self::Visits, Self::Calls, Self::Letters];

    /// Does it touch contact with the family, in whatever way?
    pub const fn touches_family(self) -> bool {
        matches!(self, Self::Visits | Self::Calls | Self::Letters | Self::LessContact | Self::OwnChild)
    }
}

codes! {
    /// What no measure may take away or do: general living conditions apply to everybody without exception.
    pub Untouchable as "untouchable" {
        /// Light to read by.
        Light = "light",
        /// Fresh air.
        Air = "air",
        /// Warmth.
        Warmth = "warmth",
        /// Room, and a bed of one's own with bedding.
        Bed = "bed",
        /// Toilet and washing.
        Hygiene = "hygiene",
        /// The food that everybody has.
        Food = "food",
        /// Drinking water.
        Water = "water",
        /// An hour in the open air each day.
        OpenAir = "open_air",
        /// The health service.
        HealthCare = "health_care",
        /// The body: corporal punishment.
        Body = "body",
        /// Work as a punishment.
        ForcedLabour = "forced_labour",
    }
}

impl Untouchable {
    /// Is it one of the general living conditions of Mandela Rule 42?
    pub const fn is_condition(self) -> bool {
        !matches!(self, Self::Body | Self::ForcedLabour)
    }
}

/// The policy under which a separation is used: on its use and review, on being put there and on being let out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyReference {
    /// What it is called, with its number.
    pub title: Line,
    /// Since when it is in force.
    pub since: Date,
}

/// A field that version 2 needs and version 1 did not have: read as needed, kept as something that may be absent.
pub(crate) fn needed<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
