//! Restrictive measures: decided with their five answers, or found; visited, recorded, reviewed, lifted.

use domain::moment::{DAY, HOUR};
use domain::{Capacity, Moment};
use serde_json::json;

use super::super::{Past, Person, Step};
use crate::demo::time::day_after;

impl Past<'_> {
    pub(super) fn restrict(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        let governor = self.inside(person, Capacity::Governor)?;
        let officer = self.inside(person, Capacity::CustodyOfficer)?;
        match step {
            Step::Impose(kind, purpose, days) => {
                let body = self.imposed(kind, purpose, self.now.plus(days * DAY));
                person.measure = Some(self.case_act(&governor, person, "measure.imposed", &body)?);
                person.regime_from = self.now;
                return Ok(());
            }
            Step::Find(kind, purpose, days) => {
                let mut body = json!({
                    "measure": kind, "purpose": purpose, "end_said": if days.is_some() { "named" } else { "further_notice" },
                    "what": "Alone in cell 14. Said that he eats and walks alone; the officer on duty says the same.",
                });
                if let (Some(days), Some(fields)) = (days, body.as_object_mut()) {
                    fields.insert("planned_end".to_owned(), json!(self.now.plus(days * DAY)));
                }
                person.measure = Some(self.case_act(&officer, person, "measure.found_in_force", &body)?);
                person.regime_from = self.now;
                return Ok(());
            }
            _ => {}
        }
        let Some(measure) = person.measure else { return Ok(()) };
        let (actor, kind, body) = match step {
            Step::Regime { contact } => {
                let (from, until) = (person.regime_from, self.now);
                let begins = until.plus(-6 * HOUR).max(from);
                let ends = begins.plus(contact * 60_000).min(until);
                person.regime_from = until;
                let contacts = [json!({ "from": begins, "until": ends, "contact": "talk" })];
                (officer, "measure.regime_recorded", json!({ "from": from, "until": until, "contacts": contacts }))
            }
            Step::HealthVisit => {
                let health = self.inside(person, Capacity::Health)?;
                let advises = if self.dice.percent(30) { "yes" } else { "no" };
                (health, "measure.health_visited", json!({ "advises_change": advises }))
            }
            Step::ReviewMeasure => {
                let reviewer = self.house.any(Capacity::IndependentReviewer)?;
                let body = json!({
                    "measure": measure, "outcome": self.dice.pick(&["end", "ease", "go_on"]),
                    "reasons": "The fact that was named is two weeks old, and other ways were not tried again.",
                    "view": "I was told it is for my own good. I would rather be with the others.",
                });
                (reviewer, "measure.reviewed", body)
            }
            Step::Lift => {
                let body = json!({ "measure": measure, "reason": "The others concerned were moved; nothing has happened since." });
                (governor, "measure.lifted", body)
            }
            step => {
                let Step::LoseByMeasure(slot) = step else { return Ok(()) };
                let Some(slot) = person.slots.get(slot).filter(|slot| !slot.over) else { return Ok(()) };
                (governor, "measure.place_lost", json!({ "measure": measure, "referral": slot.referral }))
            }
        };
        self.case(&actor, person, kind, &body).map(|_| ())
    }

    fn imposed(&self, kind: &str, purpose: &str, planned_end: Moment) -> serde_json::Value {
        json!({
            "measure": kind, "purpose": purpose, "planned_end": planned_end, "grounds": ["was_attacked"],
            "necessary": "The two others are still on the same wing.",
            "proportionate": "A few days, and family calls and lessons go on.",
            "policy": { "title": "Policy 7 (example) on separation", "since": "2024-01-01" }, "authority": "director",
            "ends_when": "The two others are moved, or a place on another wing is free.",
            "effects": effects(kind),
            "facts": [{
                "on": day_after(self.now, -1),
                "what": "Was threatened by name in the yard by two others; both statements are on file.",
                "source": "Incident report, wing officer",
            }],
            "alternatives": [
                { "way": "Another wing", "outcome": "No place before Monday." },
                { "way": "Separate yard times", "outcome": "Tried for three days; shouting through windows went on." },
            ],
            "legal_basis": "Prison Act (example), section 31",
            "authorised_by": "Governor on duty",
            "same_for_anyone": "Yes: the same was done in March for somebody with no such file.",
            "fits_person": "No illness known; health service was asked and visits daily.",
            "review_by": self.now.plus(5 * DAY),
            "goes_on": "Family calls, reading lessons at the door with the volunteer, one hour in the small yard.",
        })
    }
}

/// What a measure of this kind takes away here.
fn effects(kind: &str) -> &'static [&'static str] {
    match kind {
        "contact_limited" => &["visits"],
        "activities_limited" => &["recreation"],
        "observation" => &[],
        _ => &["association", "work"],
    }
}
