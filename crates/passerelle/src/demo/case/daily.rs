//! Daily life in the house: what somebody is told on arrival and where they sleep, and the last days of each wing.

use std::collections::BTreeMap;

use anyhow::Context as _;
use app::Deed;
use app::consult::InWing;
use domain::moment::DAY;
use domain::{Act, Capacity, CaseId, Moment};
use serde_json::{Value, json};

use super::{Past, Person, act};
use crate::demo::time::day_after;

/// The wings of each prison.
const WINGS: [&str; 2] = ["A1", "B2"];

/// Days that the house has written down, before today.
const WRITTEN: i64 = 10;

impl Past<'_> {
    /// What an officer at reception does; for one in five it was not written down.
    pub(super) fn received(&self, person: &Person) -> anyhow::Result<()> {
        let wing = WINGS.get(usize::from(person.number.is_multiple_of(2))).context("no wing")?;
        let shared = person.number % 9 == 4;
        let place = json!({
            "unit": wing, "room": if shared { "two" } else { "alone" },
            "allowed": shared.then_some(if person.number.is_multiple_of(2) { "yes" } else { "no" }),
            "other_sex": "no", "other_age": "no", "other_status": if person.number % 11 == 6 { "not_known" } else { "no" },
        });
        let place = Value::Object(
            place
                .as_object()
                .into_iter()
                .flatten()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        );
        let officer = self.inside(person, Capacity::CustodyOfficer)?;
        let mut deed = Deed::one(person.case, act("lodging.placed", &place)?);
        if person.number % 5 != 1 {
            let understood = if person.number % 13 == 7 { "not_understood" } else { "own_language" };
            let information = json!({
                "topics": ["law", "rights", "duties", "daily_life", "where_help", "complaint_addresses", "legal_help", "charges"],
                "forms": ["written", "aloud"], "understood": understood,
            });
            let told = if person.number % 7 == 3 { "not_wanted" } else { "by_the_person" };
            deed = deed
                .and(person.case, act("information.given", &information)?)
                .and(person.case, act("information.family_informed", &json!({ "event": "admission", "told": told }))?)
                .and(
                    person.case,
                    act("contact.recorded", &json!({ "with": "family", "means": "call", "outcome": "held" }))?,
                );
        }
        self.app.perform(&officer, &deed).map(|_| ()).context("what is done on arrival")
    }

    /// The last days of every wing, as an officer enters them, and contact with family in the last week.
    pub(super) fn wings(&self, everybody: &[Person]) -> anyhow::Result<()> {
        let admitted: BTreeMap<CaseId, Moment> =
            everybody.iter().map(|person| (person.case, person.admitted)).collect();
        for prison in &self.house.prisons {
            let officer = self.house.one(*prison, Capacity::CustodyOfficer, 0)?;
            for wing in WINGS {
                let found = self.app.wing(&officer, &InWing::Unit(wing.to_owned()))?;
                for back in (1..=WRITTEN).rev() {
                    let mut acts: Vec<(CaseId, Act)> = Vec::new();
                    for (place, line) in found.lines.iter().enumerate() {
                        let since = admitted.get(&line.case).copied().unwrap_or(self.now);
                        if self.now.since(since) < (back + 1) * DAY {
                            continue;
                        }
                        // One cold day, and one on which too few were on duty for some.
                        let short = back == 4 && wing == "B2" && place % 3 == 0;
                        let weather = if back == 7 { "prevented" } else { "permitted" };
                        let work = if place % 4 == 1 && back % 7 != 0 { "indoors" } else { "none" };
                        let day = json!({
                            "date": day_after(self.now, -back), "out_of_cell": 270, "open_air": if short { 40 } else { 60 },
                            "weather": weather, "work": work, "requests": "yes",
                        });
                        acts.push((line.case, act("regime.day_recorded", &day)?));
                        if back == 3 && place % 4 == 1 {
                            acts.push((line.case, act("regime.work_recorded", &work_given(place))?));
                        }
                        if back == 2 && place % 6 != 5 {
                            let call = json!({ "with": "family", "means": "call", "outcome": if place % 5 == 2 { "declined" } else { "held" } });
                            acts.push((line.case, act("contact.recorded", &call)?));
                        }
                    }
                    let mut acts = acts.into_iter();
                    let Some((first, body)) = acts.next() else { continue };
                    let deed = acts.fold(Deed::one(first, body), |deed, (case, body)| deed.and(case, body));
                    self.app.perform(&officer, &deed).context("the day of a wing")?;
                }
            }
        }
        Ok(())
    }
}

/// Work in the house; once for the private benefit of an officer, and once with a gap in what was written down.
fn work_given(place: usize) -> Value {
    let mut work =
        json!({ "outcome": "given", "benefit": "prison", "terms": "chosen", "paid": "yes", "towards": "nothing" });
    if let Some(body) = work.as_object_mut() {
        match place {
            5 => drop(body.insert("benefit".to_owned(), json!("staff"))),
            9 => drop(body.remove("terms")),
            _ => {}
        }
    }
    work
}
