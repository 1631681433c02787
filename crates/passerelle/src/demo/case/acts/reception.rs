//! Being received: the order, the register, belongings, distance, and the first examination; and what was weighed later.
//!
//! Chance is not asked: which record is missing follows from the number of the person, so that the pages have something to show.

use domain::Capacity;
use domain::moment::HOUR;
use serde_json::json;

use super::super::{Past, Person};

impl Past<'_> {
    /// What is written down on the day. Every ninth person was received on an order that began an hour later, every seventh
    /// register leaves a group open, and every eleventh person is not examined.
    pub(super) fn receive(&self, person: &Person, sex: &str) -> anyhow::Result<()> {
        let registrar = self.inside(person, Capacity::Registrar)?;
        let from = self.now.plus(if person.number % 9 == 4 { HOUR } else { -HOUR });
        let order = json!({ "shown": "yes", "authority": "Example Court", "from": from });
        self.case(&registrar, person, "admission.order_recorded", &order)?;
        let groups = [
            "identity",
            "reasons",
            "hour",
            "injuries",
            "property",
            "family",
            "contact",
            "parents_told",
            "health_known",
        ];
        let filled = if person.number % 7 == 3 { 3 } else { groups.len() };
        let groups: Vec<_> = groups
            .iter()
            .take(filled)
            .map(|group| json!({ "group": group, "state": if *group == "injuries" { "nothing" } else { "written" } }))
            .collect();
        self.case(&registrar, person, "admission.recorded", &json!({ "groups": groups }))?;
        self.case(&registrar, person, "admission.property_listed", &json!({ "items": 12, "signed": "yes" }))?;
        if person.number % 5 != 2 {
            let km = 20 + person.number % 90;
            let mut distance = json!({ "km": km, "nearest_km": 20, "asked": "yes" });
            if km > 70
                && person.number.is_multiple_of(2)
                && let Some(fields) = distance.as_object_mut()
            {
                fields.insert("reason".to_owned(), "programme".into());
            }
            self.case(&registrar, person, "custody.distance_recorded", &distance)?;
        }
        if sex == "female" {
            let children = json!({ "count": 2, "complete": 2, "arranged": "offered" });
            self.case(&registrar, person, "admission.children_recorded", &children)?;
        }
        if person.number % 11 != 5 {
            let health = self.inside(person, Capacity::Health)?;
            let areas = ["infections", "mental_health", "reproductive", "dependency", "violence"];
            self.case(&health, person, "health.examined", &json!({ "areas": areas }))?;
        }
        Ok(())
    }

    /// What the assessment looked at, and the report of the health service beside it.
    pub(super) fn weigh(&self, person: &Person) -> anyhow::Result<()> {
        let manager = self.inside(person, Capacity::CaseManager)?;
        let aspects = [
            "social_history",
            "sentence_history",
            "capacities",
            "aptitudes",
            "temperament",
            "sentence_length",
            "prospects",
            "victim",
            "age_and_gender",
        ];
        let looked_at = if person.number % 8 == 6 { 5 } else { aspects.len() };
        let aspects: Vec<_> = aspects.iter().take(looked_at).collect();
        self.case(&manager, person, "assessment.aspects_considered", &json!({ "aspects": aspects }))?;
        if person.number % 6 != 1 {
            let health = self.inside(person, Capacity::Health)?;
            self.case(&health, person, "health.attested", &json!({ "what": "report_given" }))?;
        }
        if person.number % 10 != 7 {
            let governor = self.inside(person, Capacity::Governor)?;
            let day = crate::demo::time::day_after;
            let body = json!({
                "regime": "half_open", "purpose": "facilitate", "review_on": day(self.now, 900),
                "facts": [{ "on": day(self.now, -5), "what": "Came to the workshop on each of ten days.", "source": "Workshop book" }],
            });
            self.case(&governor, person, "custody.classified", &body)?;
        }
        Ok(())
    }

    /// Before release the health service says that care is settled; of every fifth person it does not.
    pub(super) fn settle_care(&self, person: &Person) -> anyhow::Result<()> {
        let health = self.inside(person, Capacity::Health)?;
        let what = if person.number.is_multiple_of(5) { "care_not_settled" } else { "care_settled" };
        self.case(&health, person, "health.attested", &json!({ "what": what })).map(|_| ())
    }

    /// What the plan considered beyond its goals, once it is approved.
    pub(super) fn consider(&self, person: &Person) -> anyhow::Result<()> {
        let (Some(plan), false) = (person.plan, person.number % 4 == 3) else { return Ok(()) };
        let manager = self.inside(person, Capacity::CaseManager)?;
        let outcome = |aspect: &str| match aspect {
            "coordinator" => "does_not_arise",
            "home_leave" | "open_prison" | "halfway_house" => "not_possible",
            _ => "in_plan",
        };
        let aspects: Vec<_> = domain::weighing::PlanAspect::CODES
            .iter()
            .filter(|aspect| person.number % 12 != 2 || **aspect != "family")
            .map(|aspect| json!({ "aspect": aspect, "outcome": outcome(aspect) }))
            .collect();
        self.case(&manager, person, "plan.aspects_considered", &json!({ "plan": plan, "aspects": aspects })).map(|_| ())
    }
}
