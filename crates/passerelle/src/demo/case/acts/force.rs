//! Restraints and searches: on the governor's word and looked at, or on nobody's word and with gaps in what was written down.

use domain::Capacity;
use serde_json::json;

use super::super::{Past, Person, Step};
use crate::demo::path::Order;

impl Past<'_> {
    pub(super) fn constrain(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        let officer = self.inside(person, Capacity::CustodyOfficer)?;
        match step {
            Step::Restrain(instrument, Order::Governors) => {
                let governor = self.inside(person, Capacity::Governor)?;
                let ordered = json!({
                    "instrument": instrument, "ground": "self_injury", "tried": ["talk", "presence"],
                    "nothing_lesser": "yes", "least_intrusive": "yes", "legal_basis": "Prison Act (example), section 44",
                });
                let order = self.case_act(&governor, person, "restraint.ordered", &ordered)?;
                let applied = json!({
                    "instrument": instrument, "ground": "self_injury", "ordered_by": "director", "order": order,
                    "tried": ["talk", "presence"], "nothing_lesser": "yes", "least_intrusive": "yes",
                    "training": "everybody",
                });
                let restraint = self.case_act(&officer, person, "restraint.applied", &applied)?;
                person.restraint = Some(restraint);
                for (whom, who) in [("health_service", &officer), ("higher_authority", &governor)] {
                    let told = json!({ "restraint": restraint, "whom": whom });
                    self.case(who, person, "restraint.told", &told)?;
                }
                let checked = json!({ "restraint": restraint, "danger": "yes" });
                self.case(&officer, person, "restraint.checked", &checked).map(|_| ())
            }
            Step::Restrain(instrument, Order::Nobodys) => {
                let applied = json!({ "instrument": instrument, "ground": "refusal", "ordered_by": "officer" });
                person.restraint = Some(self.case_act(&officer, person, "restraint.applied", &applied)?);
                Ok(())
            }
            Step::RestraintEnds => {
                let Some(restraint) = person.restraint.take() else { return Ok(()) };
                let removed = json!({ "restraint": restraint });
                self.case(&officer, person, "restraint.removed", &removed).map(|_| ())
            }
            Step::Search(kind) => {
                let body = json!({
                    "search": kind, "reason": if kind == "cell" { "in_turn" } else { "after_incident" },
                    "legal_basis": "Prison Rules (example), rule 12", "private": "yes", "result": "nothing",
                    "searchers": [{ "office": "custody", "sex": "male", "trained": "yes", "account": officer.account }],
                });
                self.case(&officer, person, "search.recorded", &body).map(|_| ())
            }
            _ => Ok(()),
        }
    }
}
