//! Referrals: the prison's side once, then everything by the organisation that carries them.

use anyhow::Context as _;
use app::Deed;
use domain::look::Purpose;
use domain::moment::DAY;
use domain::{Capacity, ReferralId};
use serde_json::json;

use super::super::{Past, Person, Slot, Step, which};
use crate::demo::house::act;
use crate::demo::notes;
use crate::demo::time::day_after;
use crate::demo::words;

impl Past<'_> {
    pub(super) fn refer(&self, person: &mut Person, slot: usize) -> anyhow::Result<()> {
        let (Some(plan), Some(need)) = (person.plan, person.needs.get(slot).copied()) else { return Ok(()) };
        let manager = self.inside(person, Capacity::CaseManager)?;
        let service = self.service(need, person)?;
        let until = day_after(self.now, 300);
        let consent = json!({
            "recipient": service.org, "purpose": "To meet and begin with this service",
            "parts": ["name", "goals", "visiting"], "until": until, "by": "person",
            "explained_by": "A colleague of the case manager", "language": self.dice.pick(words::LANGUAGES).1,
            "alternative": "Nothing changes; the goal stays in the plan and another way is looked for.",
        });
        let consent = self.case_act(&manager, person, "consent.given", &consent)?;
        let referral = ReferralId::from_random(self.app.fresh_id()?);
        let (goal, next, _) = words::goal(need);
        let begun = json!({
            "referral": referral, "service": service.id, "org": service.org, "plan": plan, "goal": slot + 1,
            "consent": consent,
        });
        let offered = json!({
            "service": service.id, "org": service.org, "from": person.prison,
            "alias": format!("{} {}", self.dice.pick(words::ALIASES), self.dice.between(10, 99)),
            "need": need, "asked": "A first meeting within three weeks, and a regular time after it.",
            "languages": [self.dice.pick(words::LANGUAGES).0], "place": "Visits building, room 3",
            "contact": "Programmes office, extension 310", "first_meeting_by": day_after(self.now, 21),
            "answer_by": day_after(self.now, 10),
        });
        let package = json!({
            "version": 1, "name": person.name, "goal": goal, "step": next,
            "visiting": "Weekdays from two to five. Bring a paper; telephones stay at the gate.",
            "basis": "Consent of the person", "until": until,
        });
        let deed = Deed::one(person.case, act("referral.begun", &begun)?)
            .and(referral, act("referral.offered", &offered)?)
            .and(referral, act("referral.package_released", &package)?);
        self.app.perform(&manager, &deed).context("referral")?;
        let practitioner = self.house.one(service.org, Capacity::CsoPractitioner, which(person))?;
        let begun = Slot { referral, org: service.org, practitioner: practitioner.account, session: None, over: false };
        // Slots are filled in order; a goal that was not referred leaves no gap.
        person.slots.truncate(slot);
        person.slots.push(begun);
        Ok(())
    }

    pub(super) fn serve(&self, person: &mut Person, slot: usize, step: Step) -> anyhow::Result<()> {
        let Some(known) = person.slots.get(slot).copied().filter(|slot| !slot.over) else { return Ok(()) };
        let manager = self.house.one(known.org, Capacity::CsoManager, 0)?;
        let practitioner = self.house.one(known.org, Capacity::CsoPractitioner, which(person))?;
        debug_assert_eq!(practitioner.account, known.practitioner);
        let summary = self.dice.pick(words::SUMMARIES);
        let (actor, kind, body) = match step {
            Step::Accept(_) => {
                self.app.referral(&manager, known.referral, Purpose::Intake)?;
                (manager, "referral.accepted", json!({ "note": "Gladly. Mondays are best." }))
            }
            Step::Decline(_) => {
                let reason = self.dice.pick(&["capacity", "language", "area", "conflict"]);
                (manager, "referral.declined", json!({ "reason": reason, "note": "Please ask again in two months." }))
            }
            Step::Assign(_) => (manager, "referral.assigned", json!({ "to": known.practitioner })),
            Step::Meet(_) => {
                self.app.referral(&practitioner, known.referral, Purpose::Service)?;
                let body = json!({ "attendance": "took_place", "told_limits": "yes", "summary": summary });
                (practitioner, "referral.meeting_held", body)
            }
            Step::Schedule(_) => {
                let body = json!({ "at": self.now.plus(6 * DAY), "place": "Visits building, room 3" });
                (practitioner, "referral.session_scheduled", body)
            }
            Step::Change(_) => {
                let Some(session) = known.session else { return Ok(()) };
                let asked_by = self.dice.pick(&["person", "organisation", "prison"]);
                let body = json!({
                    "session": session, "at": self.now.plus(7 * DAY), "asked_by": asked_by, "reason": "Another appointment",
                });
                (practitioner, "referral.session_changed", body)
            }
            Step::Session(_, attendance) => {
                let Some(session) = known.session else { return Ok(()) };
                let mut body = json!({ "session": session, "attendance": attendance });
                if attendance == "took_place"
                    && let Some(fields) = body.as_object_mut()
                {
                    fields.insert("summary".to_owned(), summary.into());
                }
                (practitioner, "referral.session_recorded", body)
            }
            Step::Hold(_) => {
                let reason = self.dice.pick(&["regime", "away", "unwell", "person_asked", "organisation"]);
                (practitioner, "referral.held", json!({ "reason": reason }))
            }
            Step::Resume(_) => (practitioner, "referral.resumed", json!({})),
            Step::LosePlace(_) => (manager, "referral.place_lost", json!({ "reason": "regime" })),
            Step::AskAgain(_) => (manager, "referral.reentry_asked", json!({ "from": day_after(self.now, 5) })),
            Step::Reenter(_) => (practitioner, "referral.reentered", json!({ "from": day_after(self.now, 3) })),
            Step::Withdraw(_) => {
                let reason = self.dice.pick(&["person_asked", "away", "answered_elsewhere"]);
                (practitioner, "referral.withdrawn", json!({ "reason": reason }))
            }
            Step::Report(_) => {
                let need = person.needs.get(slot).copied().unwrap_or_default();
                let reached = self.dice.pick(&["reached", "partly", "partly", "not_reached", "too_early"]);
                let outcomes = [json!({ "hoped": words::goal(need).0, "reached": reached, "note": summary })];
                (practitioner, "referral.service_reported", json!({ "outcomes": outcomes, "person_read": "yes" }))
            }
            _ => (practitioner, "referral.concluded", json!({})),
        };
        let id = self.referral(&actor, known, kind, &body)?;
        if matches!(step, Step::Meet(_) | Step::Session(..)) {
            notes::write(self.app, &practitioner, known.referral, person.number)?;
        }
        if let Some(slot) = person.slots.get_mut(slot) {
            match step {
                Step::Schedule(_) => slot.session = Some(id),
                Step::Session(..) => slot.session = None,
                Step::Decline(_) | Step::Withdraw(_) | Step::Conclude(_) => slot.over = true,
                _ => {}
            }
        }
        Ok(())
    }
}
