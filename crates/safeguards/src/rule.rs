//! The catalogue of rules as data: what each asks, what is counted, and which acts give the facts.
//!
//! Paraphrases, not quotations. A rule stands here only when it is checked by code and can be met, broken and left
//! undetermined through acts that people record.

mod apart;
mod arrival;
mod attested;
mod daily;
mod gate;
mod passage;
mod release;
mod restraint;
mod search;
mod solitary;
mod terms;
mod weighed;
mod work;

use std::fmt;
use std::str::FromStr;

use domain::{Kind, Part};

use crate::finding::{Citation, Instrument, Severity, TextWord};
use crate::settings::ClockName;

/// The version of the rules, as findings carry it. It changes whenever an answer may change.
pub const RULE_SET: &str = "2026.6";

/// Declares the catalogue: a name in the code for each rule, and its row.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $rule:ident => $row:path),+ $(,)?) => {
        /// The name of a rule in the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId { $($(#[$doc])* $rule),+ }

        impl RuleId {
            /// Its row in the catalogue.
            pub const fn rule(self) -> &'static Rule {
                match self { $(Self::$rule => &$row),+ }
            }
        }

        /// Every rule, in the order of the instruments.
        pub const RULES: &[&Rule] = &[$(&$row),+];
    };
}

catalogue! {
    /// `NMR-43b`: no prolonged solitary confinement.
    Nmr43b => solitary::NMR_43B,
    /// `NMR-45c`: solitary confinement is subject to independent review.
    Nmr45c => solitary::NMR_45C,
    /// `NMR-45f`: no solitary confinement of protected groups.
    Nmr45f => solitary::NMR_45F,
    // Measures and separation.
    /// `NMR-36`: no more restriction than needed.
    Nmr36 => terms::NMR_36,
    /// `NMR-37b`: separation has a law, a policy and a review.
    Nmr37b => terms::NMR_37B,
    /// `NMR-38b`: what lessens the harm of being apart.
    Nmr38b => apart::NMR_38B,
    /// `NMR-42`: living conditions are for everybody.
    Nmr42 => terms::NMR_42,
    /// `NMR-43a`: no solitary confinement without an end.
    Nmr43a => terms::NMR_43A,
    /// `NMR-43c`: no dark or constantly lit cell.
    Nmr43c => apart::NMR_43C,
    /// `NMR-43d`: no less food or water, no corporal punishment.
    Nmr43d => terms::NMR_43D,
    /// `NMR-43g`: no measure prohibits contact with the family.
    Nmr43g => terms::NMR_43G,
    /// `NMR-45a`: solitary confinement as a last resort.
    Nmr45a => apart::NMR_45A,
    /// `NMR-45b`: a competent authority.
    Nmr45b => terms::NMR_45B,
    /// `NMR-45d`: not by virtue of the sentence.
    Nmr45d => terms::NMR_45D,
    /// `NMR-45e`: not where it makes a disability worse.
    Nmr45e => apart::NMR_45E,
    /// `NMR-46a`: health staff impose nothing.
    Nmr46a => terms::NMR_46A,
    /// `NMR-46c`: what the health service says of its harm is heard.
    Nmr46c => apart::NMR_46C,
    // Restraints, searches and discipline.
    /// `NMR-43f`: restraints are never a sanction.
    Nmr43f => restraint::NMR_43F,
    /// `NMR-47a`: no chains, irons or painful restraints.
    Nmr47a => restraint::NMR_47A,
    /// `NMR-47b`: no restraints before an authority.
    Nmr47b => restraint::NMR_47B,
    /// `NMR-47c`: restraints by order of the director only.
    Nmr47c => restraint::NMR_47C,
    /// `NMR-48a`: the least that works.
    Nmr48a => restraint::NMR_48A,
    /// `NMR-48b`: only as long as the danger lasts.
    Nmr48b => restraint::NMR_48B,
    /// `NMR-48c`: none in childbirth.
    Nmr48c => restraint::NMR_48C,
    /// `NMR-49`: training in what avoids restraints.
    Nmr49 => restraint::NMR_49,
    /// `NMR-50`: searches have a basis and a reason.
    Nmr50 => search::NMR_50,
    /// `NMR-51b`: a record of each search.
    Nmr51b => search::NMR_51B,
    /// `NMR-52a`: intrusive searches.
    Nmr52a => search::NMR_52A,
    /// `NMR-52b`: cavity searches.
    Nmr52b => search::NMR_52B,
    /// `NMR-53`: papers of the own case.
    Nmr53 => search::NMR_53,
    /// `NMR-82`: use of force.
    Nmr82 => restraint::NMR_82,
    /// `BKK-19`: women are searched by women.
    Bkk19 => search::BKK_19,
    /// `BKK-20`: scans in the place of intrusive searches.
    Bkk20 => search::BKK_20,
    /// `CRC-95f`: restraint of a child.
    Crc95f => restraint::CRC_95F,
    // Daily life, contact and information.
    /// `NMR-11`: people are kept apart from those they must be kept apart from.
    Nmr11 => daily::NMR_11,
    /// `NMR-12`: a room alone.
    Nmr12 => daily::NMR_12,
    /// `NMR-23`: an hour in the open air every day.
    Nmr23 => daily::NMR_23,
    /// `NMR-54`: written information on admission.
    Nmr54 => arrival::NMR_54,
    /// `NMR-55a`: information in a language that is understood.
    Nmr55a => arrival::NMR_55A,
    /// `NMR-55b`: information aloud for whoever cannot read.
    Nmr55b => arrival::NMR_55B,
    /// `NMR-56a`: an opportunity to make requests every day.
    Nmr56a => daily::NMR_56A,
    /// `NMR-58a`: contact with family at regular intervals.
    Nmr58a => daily::NMR_58A,
    /// `NMR-61a`: the lawyer, without delay and unheard.
    Nmr61a => daily::NMR_61A,
    /// `NMR-61b`: an independent interpreter with the lawyer.
    Nmr61b => daily::NMR_61B,
    /// `NMR-62`: contact with consulate or protecting agency.
    Nmr62 => daily::NMR_62,
    /// `NMR-68`: the family can be told at once.
    Nmr68 => arrival::NMR_68,
    /// `NMR-40`: no power over others in prison.
    Nmr40 => work::NMR_40,
    /// `NMR-97`: no work for the private benefit of staff.
    Nmr97 => work::NMR_97,
    /// `NMR-115`: work is offered to whoever is not tried, and not required.
    Nmr115 => work::NMR_115,
    /// `NMR-102`: a day of rest in every week.
    Nmr102 => daily::NMR_102,
    /// `NMR-119`: reasons and charges are told.
    Nmr119 => arrival::NMR_119,
    /// `BKK-02a`: women who arrive.
    Bkk02a => arrival::BKK_02A,
    /// `HAV-22`: parents are told.
    Hav22 => arrival::HAV_22,
    /// `HAV-24`: information for children on admission.
    Hav24 => arrival::HAV_24,
    /// `HAV-29`: children apart from adults.
    Hav29 => daily::HAV_29,
    /// `HAV-60`: visits for children.
    Hav60 => daily::HAV_60,
    /// `HAV-61`: letters and calls for children.
    Hav61 => daily::HAV_61,
    // Admission, health, plan and release.
    /// `NMR-09c`: a copy of the file at release.
    Nmr09c => passage::NMR_09C,
    /// `NMR-88b`: somebody carries the file.
    Nmr88b => passage::NMR_88B,
    /// `NMR-90`: somebody outside, from the first day.
    Nmr90 => passage::NMR_90,
    /// `NMR-92c`: the file is kept up to date.
    Nmr92c => passage::NMR_92C,
    /// `NMR-94`: a plan soon after admission.
    Nmr94 => passage::NMR_94,
    /// `NMR-107`: life after release, from the beginning of the sentence.
    Nmr107 => release::NMR_107,
    /// `NMR-108a`: what one needs on the day of release.
    Nmr108a => passage::NMR_108A,
    /// `NMR-111`: presumed innocent.
    Nmr111 => passage::NMR_111,
    /// `NMR-122`: no rehabilitation of people who are not charged.
    Nmr122 => passage::NMR_122,
    /// `NMR-02b`: particular needs are answered.
    Nmr02b => weighed::NMR_02B,
    /// `NMR-05`: what a disability asks for is decided.
    Nmr05 => weighed::NMR_05,
    /// `NMR-07a`: no one is received without a valid order.
    Nmr07a => gate::NMR_07A,
    /// `NMR-07b`: the register is filled when somebody is received.
    Nmr07b => gate::NMR_07B,
    /// `NMR-24`: care goes on where the person goes.
    Nmr24 => attested::NMR_24,
    /// `NMR-27a`: urgent care at once.
    Nmr27a => attested::NMR_27A,
    /// `NMR-27b`: clinical decisions are not overruled.
    Nmr27b => attested::NMR_27B,
    /// `NMR-30`: seen by a health professional soon.
    Nmr30 => attested::NMR_30,
    /// `NMR-31`: health staff can reach the sick every day.
    Nmr31 => attested::NMR_31,
    /// `NMR-33`: the director acts on medical advice.
    Nmr33 => attested::NMR_33,
    /// `NMR-59`: close to home.
    Nmr59 => gate::NMR_59,
    /// `NMR-67`: belongings are listed and given back.
    Nmr67 => gate::NMR_67,
    /// `NMR-88a`: the community has a part.
    Nmr88a => weighed::NMR_88A,
    /// `NMR-89`: a regime for this person, for a time.
    Nmr89 => weighed::NMR_89,
    /// `NMR-92a`: the whole person is looked at.
    Nmr92a => weighed::NMR_92A,
    /// `NMR-92b`: full reports, with that of the health service.
    Nmr92b => attested::NMR_92B,
    /// `NMR-93`: two purposes of a classification, and no other.
    Nmr93 => weighed::NMR_93,
    /// `NMR-106`: family ties.
    Nmr106 => weighed::NMR_106,
    /// `NMR-108c`: one who coordinates.
    Nmr108c => weighed::NMR_108C,
    /// `NMR-109`: not in prison, but where care is.
    Nmr109 => attested::NMR_109,
    /// `BKK-02b`: time to arrange the care of children.
    Bkk02b => gate::BKK_02B,
    /// `BKK-03`: children are written down.
    Bkk03 => gate::BKK_03,
    /// `BKK-06`: screening of women on entry.
    Bkk06 => attested::BKK_06,
    /// `BKK-45`: ways out, step by step.
    Bkk45 => weighed::BKK_45,
    /// `BKK-46`: partners before and after release.
    Bkk46 => weighed::BKK_46,
    /// `HAV-21`: the register of a child.
    Hav21 => gate::HAV_21,
    /// `HAV-27`: a written plan with stages.
    Hav27 => weighed::HAV_27,
    /// `HAV-79`: back to family, school and work.
    Hav79 => weighed::HAV_79,
    /// `BEI-26`: care, school and training.
    Bei26 => weighed::BEI_26,
    /// `BEI-24`: practical help.
    Bei24 => weighed::BEI_24,
    /// `CRC-100`: a child is first of all a child.
    Crc100 => weighed::CRC_100,
    /// `SC-2396-31`: women and children, and what was done to them.
    Sc239631 => weighed::SC_2396_31,
}

/// No rule has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rule of this catalogue")]
pub struct UnknownRule(pub String);

impl RuleId {
    /// The name as it is stored and shown.
    pub const fn id(self) -> &'static str {
        self.rule().id
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let row = RULES.iter().find(|rule| rule.id == name).ok_or_else(|| UnknownRule(name.to_owned()))?;
        Ok(row.rule)
    }
}

/// How far a check can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The text itself can be computed.
    Text,
    /// Computed with a clock that policy sets, because the text has only a word.
    Clock,
    /// A record exists; its quality is not judged.
    Proxy,
}

impl CheckKind {
    /// The mark in the catalogue.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Text => "C-text",
            Self::Clock => "C-clock",
            Self::Proxy => "C-proxy",
        }
    }
}

/// One row of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// The rule.
    pub rule: RuleId,
    /// The name, such as `NMR-43b`.
    pub id: &'static str,
    /// Rule and paragraph of each instrument.
    pub cites: &'static [Citation],
    /// How much it weighs here.
    pub severity: Severity,
    /// The word of the text.
    pub word: TextWord,
    /// How far the check goes.
    pub kind: CheckKind,
    /// The part of the file that its findings hang on: whoever may not open it is not told of them.
    pub part: Part,
    /// To whom it applies.
    pub population: &'static str,
    /// The key of the paraphrase in `locales/`.
    pub key: &'static str,
    /// The paraphrase, in English.
    pub asks: &'static str,
    /// What is checked.
    pub checks: &'static str,
    /// An example that meets it.
    pub met_by: &'static str,
    /// An example that breaks it.
    pub broken_by: &'static str,
    /// What leaves it undetermined.
    pub undetermined_by: &'static str,
    /// The clocks that policy sets.
    pub clocks: &'static [ClockName],
    /// How the text was verified.
    pub source: &'static str,
    /// Which acts give which datum.
    pub data: &'static [(Kind, &'static str)],
}

impl Rule {
    /// Why it is not checked unless a national profile switches it on; nothing for a rule that is.
    pub fn off_because(&self) -> Option<OffBecause> {
        self.source.contains("unverified").then_some(OffBecause::NotVerified)
    }

    /// May a finding of it be excused, with a reason, an end and a second person? Only a task with a clock: what is prohibited
    /// cannot be waived, and advice needs no excuse.
    pub fn excuse(&self) -> Excuse {
        match self.severity {
            Severity::Obligation => Excuse::BySecondPerson,
            Severity::Prohibition | Severity::Recommendation => Excuse::Never,
        }
    }
}

/// Why a rule of the catalogue is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffBecause {
    /// The wording or the number of the paragraph was not verified against the text.
    NotVerified,
}

impl OffBecause {
    /// The word that stands for it in documents.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotVerified => "not_verified",
        }
    }
}

/// Whether a finding may be excused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// Nobody can waive it.
    Never,
    /// With a coded reason and an end, proposed by one person and confirmed by another.
    BySecondPerson,
}

const fn mandela(rule: u16, paragraph: &'static str) -> Citation {
    Citation { instrument: Instrument::Mandela, rule, paragraph }
}
