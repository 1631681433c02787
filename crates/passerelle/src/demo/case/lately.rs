//! What happened lately in the house, besides the ways of the people in it: files that not everybody may see, and files that were
//! opened in an emergency.

use access::Actor;
use anyhow::Context as _;
use app::Deed;
use app::perform::UNFOUND;
use domain::look::Purpose;
use domain::{ActId, Capacity, OrgId, Strength};
use serde_json::json;

use super::{Past, Person, act, which};
use crate::demo::posts;

impl Past<'_> {
    /// Tells it, after all the ways have been told.
    pub(super) fn lately(&self, everybody: &[Person]) -> anyhow::Result<()> {
        self.wings(everybody)?;
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
        self.opened(&held.collect::<Vec<_>>())?;
        self.left_an_organisation(everybody, prison)?;
        posts::stood_in(self.app, self.house, prison, self.now)
    }

    /// Two files that were opened in an emergency from the other prison: one opening was examined, one waits.
    fn opened(&self, held: &[&Person]) -> anyhow::Result<()> {
        let elsewhere = *self.house.prisons.get(1).context("no second prison")?;
        let nurse = self.house.one(elsewhere, Capacity::Health, 0)?;
        let manager = self.house.one(elsewhere, Capacity::CaseManager, 0)?;
        if let Some(person) = held.first() {
            let words = "Brought to the hospital in Specimen Bay without papers; the doctor asks who he is.";
            let opening = self.opens(&nurse, person, "life_in_danger", words)?;
            let governor = self.inside(person, Capacity::Governor)?;
            let reason = "The hospital confirms the call and its time.";
            let body = json!({ "opening": opening, "found": "justified", "reason": reason });
            self.case(&governor, person, "file.emergency_reviewed", &body)?;
        }
        if let Some(person) = held.get(1) {
            let words = "Not back from an errand to the court in Specimen Bay; who expects him, and where?";
            self.opens(&manager, person, "missing", words)?;
        }
        Ok(())
    }

    /// What left an organisation: a wish, one danger that was answered, and one that waits.
    fn left_an_organisation(&self, everybody: &[Person], prison: OrgId) -> anyhow::Result<()> {
        let mut carried = Vec::new();
        for person in everybody.iter().filter(|person| person.prison == prison && person.release.is_none()) {
            for slot in person.slots.iter().filter(|slot| !slot.over) {
                let practitioner = self.house.one(slot.org, Capacity::CsoPractitioner, which(person))?;
                let found = self.app.referral(&practitioner, slot.referral, Purpose::Service);
                if found.is_ok_and(|file| file.facts.assigned == Some(practitioner.account)) {
                    carried.push((person, *slot, practitioner));
                }
            }
        }
        let danger = |danger: &str, facts: &str| {
            json!({
                "danger": danger, "facts": facts, "told": "Officer in charge, by telephone", "told_at": self.now,
                "person_told": "yes",
            })
        };
        let mut carried = carried.into_iter();
        if let Some((_, slot, practitioner)) = carried.next() {
            let body =
                json!({ "asked": "A lower bunk because of the knee, until the doctor has seen it.", "agreed": "yes" });
            self.referral(&practitioner, slot, "referral.welfare_noted", &body)?;
        }
        if let Some((person, slot, practitioner)) = carried.next() {
            let body = danger("own_life", "Said that he has not eaten for three days and does not mean to.");
            let disclosed = self.referral(&practitioner, slot, "referral.danger_disclosed", &body)?;
            let governor = self.inside(person, Capacity::Governor)?;
            let done =
                json!({ "disclosed": disclosed, "done": "Seen by the doctor within the hour; a daily visit since." });
            self.referral(&governor, slot, "referral.danger_answered", &done)?;
        }
        if let Some((_, slot, practitioner)) = carried.next() {
            let body = danger(
                "other_life",
                "Says that he will be attacked in the yard tomorrow; he showed a sharpened spoon.",
            );
            self.referral(&practitioner, slot, "referral.danger_disclosed", &body)?;
        }
        Ok(())
    }

    /// Opens a file by its number, as somebody who proved themselves just now, and looks at it.
    fn opens(&self, actor: &Actor, person: &Person, reason: &str, words: &str) -> anyhow::Result<ActId> {
        let actor = Actor { strength: Strength::Fresh, ..*actor };
        let body = json!({ "number": self.file_number(person), "reason": reason, "words": words });
        let opened = self.app.perform(&actor, &Deed::one(UNFOUND, act("file.emergency_opened", &body)?))?;
        self.app.case(&actor, person.case, Purpose::Casework)?;
        opened.acts.first().copied().context("a deed without an act")
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
