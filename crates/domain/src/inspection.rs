//! Inspections of a prison by the body that oversees it: a checklist, what was recommended, the report and the answers to it
//! (Mandela Rules 83 to 85).
//!
//! What is looked at concerns a place and everybody in it. No item names a person, and evidence is asked for without names:
//! what concerns one person stands in their file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::admission::NotPossible;
use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId};
use crate::kind::topic;
use crate::measure::YesNo;
use crate::moment::{Date, Moment};
use crate::organisation::OrgKind;
use crate::recorded::Recorded;
use crate::text::Text;

codes! {
    /// What is looked at: the rows of the catalogue that nothing but an inspection can answer.
    pub InspectionItem as "inspection_item" {
        /// Mandela Rule 10: figures on the prison exist, and nobody can be recognised in them.
        Figures = "nmr_10a",
        /// Mandela Rules 13 to 15 and 17 to 21: rooms, light, air, heating, water, bedding, clothing.
        Rooms = "nmr_13",
        /// Mandela Rule 16: bathing, at a temperature fit for the climate.
        Bathing = "nmr_16",
        /// Mandela Rule 25: a health service of its own, independent in what is clinical.
        HealthService = "nmr_25",
        /// Mandela Rule 58(2): conjugal visits, where allowed, for women and men alike.
        ConjugalVisits = "nmr_58b",
        /// Mandela Rules 65(1), 65(2) and 66: religious representatives and services for those who ask.
        Observance = "nmr_65b",
        /// Mandela Rules 74, 77 and 79: staff and their conduct.
        Staff = "nmr_74",
        /// Mandela Rule 78: specialists enough: psychiatrists, psychologists, social workers, teachers, instructors.
        Specialists = "nmr_78",
        /// Mandela Rule 95: privileges that encourage, and are not a way of punishing.
        Privileges = "nmr_95",
        /// Mandela Rules 99 to 101: work as outside, safe, and insured.
        SafeWork = "nmr_100",
        /// Mandela Rule 105: recreation and culture.
        Recreation = "nmr_105",
        /// Bangkok Rule 10: health services for women, equal to those outside.
        HealthOfWomen = "bkk_10",
        /// Bangkok Rules 50 and 51: mothers with children, and what children need.
        MothersAndChildren = "bkk_50",
        /// Bangkok Rules 54 and 55: programmes fit for women of all groups.
        ProgrammesForWomen = "bkk_54",
        /// Bangkok Rule 56: girls and women who await trial are safe.
        WomenOnRemand = "bkk_56",
        /// Havana Rule 30: small and open places for children.
        PlacesForChildren = "hav_30",
        /// Security Council resolution 2396, paragraph 39: women take part in what is designed and led.
        WomenLead = "sc_2396_39",
        /// Basic principles on restorative justice, paragraph 12: standards for facilitators.
        Facilitators = "rj_12",
        /// Council of Europe guidelines on radicalisation: observance respected, staff trained.
        Training = "coe_02",
        /// Rome Memorandum, good practice 2: what is found is shown beside what programmes achieve.
        FindingsBesideResults = "gctf_02",
    }
}

codes! {
    /// What was found of one item.
    pub InspectionAnswer as "inspection_answer" {
        /// As the rule asks.
        InOrder = "in_order",
        /// Not as the rule asks.
        NotInOrder = "not_in_order",
        /// Nobody could look: that is not in order either, and is never counted as if it were.
        NotLookedAt = "not_looked_at",
    }
}

/// `inspection.opened`: by a body with a mandate for this prison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// Was the prison told beforehand? (Rule 84(1)(b): unannounced too.)
    pub announced: YesNo,
    /// Is a health professional among those who inspect (rule 84(2))?
    pub health_professional: YesNo,
    /// Is a woman among them (Bangkok Rule 25(3))?
    pub woman: YesNo,
}

/// `inspection.item_answered`: the last answer to an item counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswered {
    /// The inspection, called by the act that opened it.
    pub inspection: ActId,
    /// What was looked at.
    pub item: InspectionItem,
    /// What was found.
    pub answer: InspectionAnswer,
    /// What was seen, heard or read, without names.
    pub evidence: Text,
}

/// `inspection.recommended`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommended {
    /// The inspection.
    pub inspection: ActId,
    /// What it is about.
    pub item: InspectionItem,
    /// What should be done.
    pub what: Text,
}

/// `inspection.reported`: from here on the prison sees it and has to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// The inspection.
    pub inspection: ActId,
    /// What was found, in a few sentences, without names.
    pub summary: Text,
}

/// `inspection.replied`: by the prison, to one recommendation. The last answer counts, and every one stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replied {
    /// The recommendation, called by the act that made it.
    pub recommendation: ActId,
    /// Will it be done?
    pub accepted: YesNo,
    /// What is done, or why not.
    pub what: Text,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

/// One inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectionFacts {
    /// The body that inspects.
    pub body: OrgId,
    /// Who opened it.
    pub opened_by: AccountId,
    /// When it began.
    pub began: Moment,
    /// Who was among those who inspect, and whether the prison knew.
    pub opened: Opened,
    /// What was found: the act of the last answer to each item.
    pub answers: BTreeMap<InspectionItem, (ActId, InspectionAnswer)>,
    /// When the report was given to the prison.
    pub reported: Option<(ActId, Moment)>,
}

/// One recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationFacts {
    /// The inspection.
    pub inspection: ActId,
    /// What it is about.
    pub item: InspectionItem,
    /// The answers of the prison, the latest last: when, and whether it is accepted.
    pub replies: Vec<(ActId, Moment, YesNo)>,
}

/// The inspections of one prison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InspectionsFacts {
    inspections: BTreeMap<ActId, InspectionFacts>,
    recommendations: BTreeMap<ActId, RecommendationFacts>,
}

impl InspectionsFacts {
    /// Every inspection, by the act that opened it.
    pub fn all(&self) -> impl Iterator<Item = (ActId, &InspectionFacts)> {
        self.inspections.iter().map(|(act, facts)| (*act, facts))
    }

    /// One inspection.
    pub fn inspection(&self, act: ActId) -> Option<&InspectionFacts> {
        self.inspections.get(&act)
    }

    /// The recommendations of an inspection, by the act that made each.
    pub fn recommendations(&self, inspection: ActId) -> impl Iterator<Item = (ActId, &RecommendationFacts)> {
        self.recommendations
            .iter()
            .filter(move |(_, facts)| facts.inspection == inspection)
            .map(|(act, facts)| (*act, facts))
    }

    /// One recommendation.
    pub fn recommendation(&self, act: ActId) -> Option<&RecommendationFacts> {
        self.recommendations.get(&act)
    }

    /// When a report was last given to the prison.
    pub fn last_reported(&self) -> Option<Moment> {
        self.inspections.values().filter_map(|facts| facts.reported).map(|(_, at)| at).max()
    }

    /// Since when each recommendation that has no answer waits for one: since the report.
    pub fn unanswered(&self) -> impl Iterator<Item = (ActId, Moment)> {
        self.recommendations.iter().filter(|(_, facts)| facts.replies.is_empty()).filter_map(|(act, facts)| {
            let (_, reported) = self.inspections.get(&facts.inspection)?.reported?;
            Some((*act, reported))
        })
    }

    /// An inspection of this body that is not reported yet.
    fn open_of(&self, body: OrgId) -> bool {
        self.inspections.values().any(|facts| facts.body == body && facts.reported.is_none())
    }

    /// Takes one act in. What names an inspection that is not there changes nothing.
    pub(crate) fn take(&mut self, recorded: &Recorded, act: &topic::Inspection) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Inspection::Opened(body) => {
                self.inspections.entry(id).or_insert_with(|| InspectionFacts {
                    body: recorded.envelope.org,
                    opened_by: recorded.envelope.actor,
                    began: at,
                    opened: body.clone(),
                    answers: BTreeMap::new(),
                    reported: None,
                });
            }
            topic::Inspection::ItemAnswered(body) => {
                if let Some(facts) = self.inspections.get_mut(&body.inspection) {
                    facts.answers.insert(body.item, (id, body.answer));
                }
            }
            topic::Inspection::Recommended(body) => {
                let facts = RecommendationFacts { inspection: body.inspection, item: body.item, replies: Vec::new() };
                self.recommendations.entry(id).or_insert(facts);
            }
            topic::Inspection::Reported(body) => {
                if let Some(facts) = self.inspections.get_mut(&body.inspection) {
                    facts.reported.get_or_insert((id, recorded.at));
                }
            }
            topic::Inspection::Replied(body) => {
                if let Some(facts) = self.recommendations.get_mut(&body.recommendation)
                    && facts.replies.iter().all(|(known, ..)| *known != id)
                {
                    facts.replies.push((id, recorded.at, body.accepted));
                }
            }
        }
    }
}

/// Is it possible?
pub(crate) fn admit(
    inspections: &InspectionsFacts,
    kind: Option<OrgKind>,
    recorded: &Recorded,
    act: &topic::Inspection,
) -> Result<(), NotPossible> {
    if kind != Some(OrgKind::Prison) {
        return Err(NotPossible::WrongSubject);
    }
    let body = recorded.envelope.org;
    // An inspection of another body is told no differently from one that is not there.
    let own = |inspection: ActId| match inspections.inspection(inspection) {
        Some(facts) if facts.body == body => Ok(facts),
        _ => Err(NotPossible::EntryUnknown),
    };
    let open = |inspection: ActId| {
        let facts = own(inspection)?;
        if facts.reported.is_some() { Err(NotPossible::InspectionReported) } else { Ok(facts) }
    };
    match act {
        topic::Inspection::Opened(_) if inspections.open_of(body) => Err(NotPossible::InspectionOpen),
        topic::Inspection::Opened(_) => Ok(()),
        topic::Inspection::ItemAnswered(body) => open(body.inspection).map(|_| ()),
        topic::Inspection::Recommended(body) => open(body.inspection).map(|_| ()),
        topic::Inspection::Reported(body) => {
            let facts = open(body.inspection)?;
            if facts.answers.is_empty() { Err(NotPossible::InspectionEmpty) } else { Ok(()) }
        }
        topic::Inspection::Replied(body) => {
            let facts = inspections.recommendation(body.recommendation).ok_or(NotPossible::EntryUnknown)?;
            let reported = inspections.inspection(facts.inspection).and_then(|facts| facts.reported);
            // Before the report the prison knows of no recommendation.
            reported.map(|_| ()).ok_or(NotPossible::EntryUnknown)
        }
    }
}
