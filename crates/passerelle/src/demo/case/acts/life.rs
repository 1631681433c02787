//! Admission, assessment, plan, release and aftercare.

use domain::{Capacity, Moment};
use serde_json::json;

use super::super::{Past, Person, Step};
use crate::demo::path::Said;
use crate::demo::time::day_after;
use crate::demo::words;

impl Past<'_> {
    pub(super) fn live(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        match step {
            Step::Admit | Step::Sentence | Step::ReleaseDate(_) | Step::Release | Step::FileCopy => {
                self.register(person, step)
            }
            Step::Arrange(_)
            | Step::OfferHandover
            | Step::AcceptHandover(_)
            | Step::ReturnHandover
            | Step::FirstContact
            | Step::Contact
            | Step::Close => self.leave(person, step),
            Step::Allocate | Step::Needs | Step::Assess | Step::Contest => self.understand(person, step),
            step => self.plan(person, step),
        }
    }

    fn register(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        let registrar = self.inside(person, Capacity::Registrar)?;
        match step {
            Step::Admit => self.admit(person),
            Step::Sentence => {
                let years = i64::from(self.dice.between(1, 4));
                let body = json!({
                    "begins": day_after(person.admitted, -i64::from(self.dice.between(2, 40))),
                    "earliest_release": day_after(person.admitted, years * 240),
                    "ends": day_after(person.admitted, years * 365),
                    "order": format!("Judgment {} of the Example Court", 4000 + person.number),
                });
                self.case(&registrar, person, "custody.sentence_recorded", &body).map(|_| ())
            }
            Step::ReleaseDate(on) => {
                person.release = Some(on);
                let body = json!({ "on": day_after(on, 0), "basis": "Decision of the sentence judge, Example Court" });
                self.case(&registrar, person, "custody.release_date_set", &body).map(|_| ())
            }
            Step::Release => {
                self.settle_care(person)?;
                let body = json!({ "basis": "Order of release, Example Court" });
                self.case(&registrar, person, "custody.released", &body).map(|_| ())
            }
            _ => {
                let taken = if self.dice.percent(80) { "yes" } else { "no" };
                self.case(&registrar, person, "release.file_copy_offered", &json!({ "taken": taken })).map(|_| ())
            }
        }
    }

    fn admit(&self, person: &mut Person) -> anyhow::Result<()> {
        let registrar = self.inside(person, Capacity::Registrar)?;
        let (family, given) = (self.dice.pick(words::FAMILIES), self.dice.pick(words::GIVEN));
        person.name = format!("{given} {family}");
        let days = if person.child { 17 * 365 } else { i64::from(self.dice.between(19 * 366, 58 * 365)) };
        let born = day_after(person.admitted, -days);
        let (best, reads) = self.dice.pick(words::LANGUAGES);
        let sex = if self.dice.percent(12) { "female" } else { "male" };
        person.convicted = self.dice.percent(90);
        let status = if person.convicted { "convicted" } else { "untried" };
        let body = json!({
            "number": self.file_number(person),
            "person": {
                "family_name": family, "given_names": given, "born": { "earliest": born, "latest": born }, "sex": sex,
                "languages": [best], "reads": reads,
            },
            "prison": person.prison,
            "order": format!("Warrant {} of the Example Court", 2000 + person.number),
            "status": status,
        });
        self.case(&registrar, person, "custody.admitted", &body)?;
        self.received(person)?;
        self.receive(person, sex)
    }

    fn understand(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        let manager = self.inside(person, Capacity::CaseManager)?;
        match step {
            Step::Allocate => {
                let supervisor = self.inside(person, Capacity::Supervisor)?;
                self.case(&supervisor, person, "file.allocated", &json!({ "to": manager.account }))?;
            }
            Step::Needs => {
                let answers: Vec<_> = domain::assessment::ImmediateNeed::ALL
                    .iter()
                    .map(|need| {
                        let looked =
                            if self.dice.percent(75) { "yes" } else { self.dice.pick(&["not_yet", "does_not_arise"]) };
                        json!({ "need": need, "looked": looked })
                    })
                    .collect();
                let body = json!({ "answers": answers, "language": self.dice.pick(words::LANGUAGES).0 });
                self.case(&manager, person, "assessment.needs_taken", &body)?;
            }
            Step::Assess => {
                let start = self.dice.below(9);
                person.needs = [0, 2, 5]
                    .iter()
                    .filter_map(|step| words::NEEDS.get(usize::try_from((start + step) % 9).ok()?).copied())
                    // Nobody who is presumed innocent is asked to leave violence behind.
                    .map(|need| if need == "leaving_violence" && !person.convicted { "work" } else { need })
                    .collect();
                let ((fact, source), (other, from)) = (self.dice.pick(words::FACTS), self.dice.pick(words::FACTS));
                let (judgement, basis) = self.dice.pick(words::JUDGEMENTS);
                let needs: Vec<_> =
                    person.needs.iter().map(|need| json!({ "area": need, "text": words::goal(need).0 })).collect();
                let body = json!({
                    "facts": [
                        { "text": fact, "source": source, "on": day_after(self.now, -20) },
                        { "text": other, "source": from, "on": day_after(self.now, -8) },
                    ],
                    "judgements": [{ "text": judgement, "basis": basis, "review": day_after(self.now, 120) }],
                    "needs": needs,
                    "strengths": self.dice.pick(words::STRENGTHS),
                });
                self.case(&manager, person, "assessment.assessed", &body)?;
                self.weigh(person)?;
            }
            _ => {
                let words = "It says that nobody visits. My uncle came twice; ask at the gate.";
                self.case(&manager, person, "assessment.contested", &json!({ "words": words }))?;
            }
        }
        Ok(())
    }

    fn plan(&self, person: &mut Person, step: Step) -> anyhow::Result<()> {
        let manager = self.inside(person, Capacity::CaseManager)?;
        let supervisor = self.inside(person, Capacity::Supervisor)?;
        if let Step::Propose { release_section } = step {
            let body = self.proposal(person, release_section);
            person.plan = Some(self.case_act(&manager, person, "plan.proposed", &body)?);
            return Ok(());
        }
        let Some(plan) = person.plan else { return Ok(()) };
        let language = self.dice.pick(words::LANGUAGES).1;
        let (actor, kind, body) = match step {
            Step::Answer(Said::Yes) => {
                let body = json!({ "plan": plan, "language": language, "words": self.dice.pick(words::WORDS) });
                (manager, "plan.agreed", body)
            }
            Step::Answer(Said::No) => {
                let body = json!({ "plan": plan, "language": language, "reason": self.dice.pick(words::OBJECTIONS) });
                (manager, "plan.disagreed", body)
            }
            Step::Answer(Said::Nothing) => {
                let reason = self.dice.pick(&["language", "unwell", "away", "later", "silent"]);
                let body = json!({ "plan": plan, "reason": reason, "ask_again": day_after(self.now, 7) });
                (manager, "plan.not_answered", body)
            }
            Step::ReturnPlan => {
                let reason = "The steps do not say who helps, and life after release is missing.";
                (supervisor, "plan.returned", json!({ "plan": plan, "reason": reason }))
            }
            Step::Approve => (supervisor, "plan.approved", json!({ "plan": plan })),
            Step::NoteGoal => {
                let state = self.dice.pick(&["under_way", "under_way", "reached", "on_hold"]);
                let note = self.dice.pick(words::SUMMARIES);
                let body = json!({ "plan": plan, "goal": self.dice.between(1, 2), "state": state, "note": note });
                (manager, "plan.step_recorded", body)
            }
            _ => {
                let dissent = self.dice.percent(25).then_some("The wing officer would rather wait one month.");
                let mut body = json!({
                    "plan": plan,
                    "present": ["The person", "Case manager", "Wing officer"],
                    "view": self.dice.pick(words::WORDS),
                    "outcome": "goes_on",
                    "next_review": day_after(self.now, 90),
                });
                if let (Some(dissent), Some(fields)) = (dissent, body.as_object_mut()) {
                    fields.insert("dissent".to_owned(), dissent.into());
                }
                (manager, "plan.reviewed", body)
            }
        };
        self.case(&actor, person, kind, &body)?;
        if step == Step::Approve { self.consider(person) } else { Ok(()) }
    }

    fn proposal(&self, person: &Person, release_section: bool) -> serde_json::Value {
        let goals: Vec<_> = person
            .needs
            .iter()
            .map(|need| {
                let (goal, step, helper) = words::goal(need);
                json!({ "need": need, "goal": goal, "step": step, "helper": helper })
            })
            .collect();
        let mut body = json!({
            "goals": goals, "words": self.dice.pick(words::WORDS), "review_on": day_after(self.now, 90),
        });
        if release_section && let Some(fields) = body.as_object_mut() {
            let section = json!({
                "home": "With a sister in Sampleton, or a room for the first months.",
                "living": "A trial month in a workshop or bakery; benefits until then.",
                "ties": "The children, the sister, one friend from before who works.",
                "agency": format!("Example Probation Service, rung on {}", day_after(self.now, -3)),
            });
            fields.insert("release".to_owned(), section);
        }
        body
    }

    fn leave(&self, person: &Person, step: Step) -> anyhow::Result<()> {
        let manager = self.inside(person, Capacity::CaseManager)?;
        let (org, officer) = self.receiver(person)?;
        let manner = if self.dice.percent(70) { "in_person" } else { self.dice.pick(&["telephone", "not_reached"]) };
        let agreed = self.dice.pick(words::AGREED);
        let first: Moment = person.release.unwrap_or(self.now);
        let (actor, kind, body) = match step {
            Step::Arrange(item) => {
                (manager, "release.item_arranged", json!({ "item": item, "how": words::arranged(item) }))
            }
            Step::OfferHandover => {
                let summary = format!(
                    "To be released on {}. A room is being looked for; wants to work from the first week.",
                    day_after(first, 0)
                );
                let body = json!({ "to": org, "summary": summary, "answer_by": day_after(self.now, 20) });
                (manager, "release.handover_offered", body)
            }
            Step::AcceptHandover(meeting) => (
                officer,
                "release.handover_accepted",
                json!({ "first_meeting": meeting, "place": "Office, first floor" }),
            ),
            Step::ReturnHandover => {
                let body = json!({ "reason": "incomplete", "note": "We need to know where the person will sleep." });
                (officer, "release.handover_returned", body)
            }
            Step::FirstContact => {
                (officer, "release.first_contact", json!({ "manner": "in_person", "agreed": agreed }))
            }
            Step::Contact => (officer, "release.aftercare_contact", json!({ "manner": manner, "agreed": agreed })),
            _ => (officer, "custody.closed", json!({ "reason": "aftercare_ended" })),
        };
        self.case(&actor, person, kind, &body).map(|_| ())
    }
}
