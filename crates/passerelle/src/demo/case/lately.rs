//! What happened lately in the house, besides the ways of the people in it: files that not everybody may see.

use anyhow::Context as _;
use domain::look::Purpose;
use domain::{Capacity, OrgId};
use serde_json::json;

use super::{Past, Person};

impl Past<'_> {
    /// Tells it, after all the ways have been told.
    pub(super) fn lately(&self, everybody: &[Person]) -> anyhow::Result<()> {
        let prison = *self.house.prisons.first().context("no prison")?;
        let mut held = self.carried(everybody, prison)?.into_iter();
        // Few demonstrations are so small that nobody is left for it.
        if let Some(person) = held.next() {
            self.restricted(person)?;
        }
        if let Some(person) = held.next() {
            let officer = self.inside(person, Capacity::CustodyOfficer)?;
            let tie = json!({ "account": officer.account, "tie": "relative" });
            self.case(&officer, person, "file.conflict_declared", &tie)?;
        }
        Ok(())
    }

    /// People who are held in a prison now and whose file somebody carries, the longest there first.
    fn carried<'p>(&self, everybody: &'p [Person], prison: OrgId) -> anyhow::Result<Vec<&'p Person>> {
        let governor = self.house.one(prison, Capacity::Governor, 0)?;
        let mut held = Vec::new();
        for person in everybody.iter().rev().filter(|person| person.prison == prison) {
            let Ok(file) = self.app.case(&governor, person.case, Purpose::Decision) else { continue };
            let facts = &file.facts;
            if facts.held_at(self.now) == Some(prison) && facts.carried_by(self.now).is_some() {
                held.push(person);
            }
            if held.len() == 8 {
                break;
            }
        }
        Ok(held)
    }

    fn restricted(&self, person: &Person) -> anyhow::Result<()> {
        let governor = self.inside(person, Capacity::Governor)?;
        let named = [governor, self.inside(person, Capacity::CaseManager)?, self.inside(person, Capacity::Registrar)?];
        let named: Vec<_> = named.iter().map(|actor| json!({ "account": actor.account })).collect();
        let body = json!({ "reason": "Somebody who works here was a witness in the sample trial.", "named": named });
        self.case(&governor, person, "file.restricted", &body).map(|_| ())
    }
}
