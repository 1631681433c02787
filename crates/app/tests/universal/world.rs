//! A house with more people in it, the model beside it, and one step after another.

use std::cell::Cell;

use access::Actor;
use app::{Deed, Receipt, Refusal};
use domain::account::Disabled;
use domain::assessment::Contested;
use domain::consent::Withdrawn;
use domain::custody::{Closed, ClosingReason, IdentityCorrected, Released, Returned, Transferred};
use domain::file::Allocated;
use domain::look::Purpose;
use domain::measure::{HealthVisited, Lifted, MeasureKind, MeasurePurpose, MeasureReview, RegimeRecorded, YesNo};
use domain::moment::{DAY, HOUR};
use domain::organisation::{MandateConfirmed, MandateProposed, OrgKind};
use domain::referral::{
    Accepted, Assigned, Attendance, Concluded, DeclineReason, Declined, MeetingHeld, SessionScheduled, WithdrawReason,
};
use domain::release::{
    FileCopyOffered, HandoverAccepted, HandoverOffered, HandoverReturned, ItemArranged, ReleaseItem, ReturnReason,
};
use domain::{AccountId, Act, Capacity, CaseId, Ground, OrgId, Part, ReferralId, StreamId, Strength};
use jiff::civil::date;
use proptest::prelude::*;

use crate::acts::{self, line, text};
use crate::house::House;
use crate::model::{Case, Model, Shared};
use crate::runner::Outcome;
use crate::step::{Step, What, Who};

/// What came of a step.
pub struct Done {
    /// Who took it.
    pub by: Actor,
    /// What was tried.
    pub deed: Deed,
    /// The answer.
    pub answer: Result<Receipt, Refusal>,
}

pub struct World {
    pub house: House,
    pub model: Model,
    pub people: Vec<Actor>,
    prisons: Vec<OrgId>,
    services: Vec<OrgId>,
    /// Ids of files handed out: the same in every history, whatever else draws from chance.
    handed_out: Cell<u128>,
    /// Decisions compared with the model.
    pub compared: Cell<u64>,
}

/// A deed, and on which stream each of its acts is asked.
type Attempt = (Deed, Vec<StreamId>);

impl World {
    /// The house with everybody, and two people in custody: one is with the first association, and offered to the second.
    pub fn new(seed: usize) -> Self {
        let mut world = Self::with_one_partner(seed);
        world.goes_on(0, 1, 2);
        world.goes_on(1, 1, 7);
        world
    }

    /// The same, and nobody was ever offered to the second association.
    pub fn with_one_partner(seed: usize) -> Self {
        let mut world = Self::empty(seed);
        for _ in 0..2 {
            world.take(Step { who: Who::Fit(0), what: What::Admit, at: 0, to: 0 }).unwrap();
        }
        world.goes_on(0, 0, 10);
        world.goes_on(1, 0, 4);
        world
    }

    /// So many steps onward for one person, with one partner.
    fn goes_on(&mut self, at: u8, to: u8, steps: usize) {
        for _ in 0..steps {
            self.take(Step { who: Who::Fit(0), what: What::Onward, at, to }).unwrap();
        }
    }

    /// The house, and one more account of every capacity that it has not, each in an organisation drawn by `seed`.
    fn empty(seed: usize) -> Self {
        let house = House::new();
        let mut model = Model::new(house.app().zone().clone());
        let more = |name: &str, kind| {
            let org = OrgId::from(house.fresh());
            house.does(&house.admins[0], org, acts::registered(name, kind));
            org
        };
        let ministry = more("Sample Ministry", OrgKind::Ministry);
        let aftercare = more("Example Aftercare", OrgKind::Aftercare);
        let prison_service = house.admins[0].org;
        let orgs = [
            (house.prison, OrgKind::Prison),
            (house.other_prison, OrgKind::Prison),
            (house.cso, OrgKind::CivilSociety),
            (house.other_cso, OrgKind::CivilSociety),
            (house.probation_service, OrgKind::Probation),
            (house.oversight, OrgKind::Oversight),
            (aftercare, OrgKind::Aftercare),
            (ministry, OrgKind::Ministry),
            (prison_service, OrgKind::PrisonService),
        ];
        let mut people = vec![
            house.registrar,
            house.supervisor,
            house.governor,
            house.officer,
            house.health,
            house.manager,
            house.colleague,
            house.other_registrar,
            house.other_supervisor,
            house.intake,
            house.practitioner,
            house.other_intake,
            house.other_practitioner,
            house.probation,
            house.monitor,
            house.reviewer,
        ];
        for (place, capacity) in Capacity::ALL.iter().enumerate() {
            let homes: Vec<OrgId> =
                orgs.iter().filter(|(_, kind)| kind.capacities().contains(capacity)).map(|(org, _)| *org).collect();
            if !homes.is_empty() {
                let home = homes[(seed + place) % homes.len()];
                people.push(house.account(&format!("more.{capacity}"), home, *capacity));
            }
        }
        // Somebody in the other prison for whatever its two do not do, so that a transferred case goes on.
        for capacity in [Capacity::CaseManager, Capacity::Governor] {
            people.push(house.account(&format!("other.{capacity}"), house.other_prison, capacity));
        }
        model.belongings.extend(orgs.iter().map(|(org, _)| (org.stream(), *org)));
        model.belongings.extend(people.iter().map(|actor| (actor.account.stream(), actor.org)));
        let supervisors = people.iter().filter(|actor| actor.capacity == Capacity::Supervisor);
        model.supervisors.extend(supervisors.map(|actor| (actor.account, actor.org)));
        let registrars = people.iter().filter(|actor| actor.capacity == Capacity::Registrar);
        model.registrars.extend(registrars.map(|actor| (actor.account, actor.org)));
        model.belongings.push((house.service.stream(), house.cso));
        model.belongings.push((house.other_service.stream(), house.other_cso));
        for admin in house.admins {
            model.belongings.push((admin.account.stream(), admin.org));
            people.push(admin);
        }
        model.mandated(house.oversight, house.prison);
        let (prisons, services) = (vec![house.prison, house.other_prison], vec![house.probation_service, aftercare]);
        Self { house, model, people, prisons, services, handed_out: Cell::new(0), compared: Cell::new(0) }
    }

    /// The id of a file that begins. Files that begin at one moment stand in lists in the order of their ids.
    fn fresh(&self) -> StreamId {
        self.handed_out.set(self.handed_out.get() + 1);
        StreamId::from_random(
            self.handed_out.get().wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835).to_be_bytes(),
        )
    }

    pub fn now(&self) -> domain::Moment {
        self.house.now()
    }

    /// Every stream of a person: cases and referrals.
    pub fn files(&self) -> Vec<StreamId> {
        let cases = self.model.cases.iter().map(|case| case.id);
        cases.chain(self.model.referrals.iter().map(|shared| shared.id)).collect()
    }

    fn case(&self, step: Step) -> Option<&Case> {
        let cases = &self.model.cases;
        (!cases.is_empty()).then(|| &cases[usize::from(step.at) % cases.len()])
    }

    fn shared(&self, step: Step) -> Option<&Shared> {
        let shared = &self.model.referrals;
        (!shared.is_empty()).then(|| &shared[usize::from(step.at) % shared.len()])
    }

    fn of(&self, capacity: Capacity, org: OrgId, to: u8) -> Option<AccountId> {
        let those: Vec<_> = self.people.iter().filter(|who| who.capacity == capacity && who.org == org).collect();
        (!those.is_empty()).then(|| those[usize::from(to) % those.len()].account)
    }

    /// What comes next for the person at this place, with the partner that the step names.
    fn onward(&self, step: Step) -> Step {
        let Some(case) = self.case(step) else { return Step { what: What::Admit, ..step } };
        let now = self.now();
        let partner = [self.house.cso, self.house.other_cso][usize::from(step.to) % 2];
        let next = if !self.model.anybody(case.id, Ground::Allocated, now)
            && self.model.anybody(case.id, Ground::Custody, now)
        {
            What::Allocate
        } else if !case.assessed {
            What::Assess
        } else if case.plan.is_none() {
            What::Propose
        } else if !case.agreed {
            What::Agree
        } else if !case.approved {
            What::Approve
        } else if !case.consents.iter().any(|(_, recipient)| *recipient == partner) {
            What::Consent
        } else {
            let mut shared = self.model.referrals.iter().enumerate().rev();
            let Some((at, shared)) = shared.find(|(_, shared)| shared.case == case.id && shared.to == partner) else {
                return Step { what: What::Refer, ..step };
            };
            let at = u8::try_from(at).unwrap();
            let holds = |ground| self.model.anybody(shared.id, ground, now);
            let what = if holds(Ground::Offer) {
                What::Accept
            } else if holds(Ground::Accepted) {
                What::Assign
            } else if holds(Ground::Assigned) {
                [What::Meet, What::Schedule, What::Meet, What::Assign][usize::from(step.to) / 2 % 4]
            } else {
                return Step { what: [What::Consent, What::Refer][usize::from(step.to) / 2 % 2], ..step };
            };
            return Step { what, at, ..step };
        };
        Step { what: next, ..step }
    }

    /// The deed that a step is, if this person takes it; nothing if there is nothing to do it to.
    #[expect(clippy::too_many_lines, reason = "one arm for each thing that can be done")]
    fn attempt(&self, step: Step, by: &Actor, fresh: StreamId) -> Option<Attempt> {
        let on = |stream: StreamId, act: Act| Some((Deed::one(stream, act), vec![stream]));
        let (to, now) = (usize::from(step.to), self.now());
        let day = |few: i64, many: i64| self.house.day(if step.to.is_multiple_of(2) { few } else { many });
        if step.what == What::Admit {
            let prison = if self.prisons.contains(&by.org) { by.org } else { self.house.prison };
            let number = format!("R-{}", self.model.cases.len());
            let act = acts::admitted(prison, &number, "Placeholder", date(1990, 1, 1));
            return Some((Deed::one(fresh, act), vec![prison.stream()]));
        }
        if step.what == What::Mandate {
            let until = step.to.is_multiple_of(2).then(|| self.house.day(20));
            let act = MandateProposed { body: self.house.oversight, basis: line("Oversight Act 4"), until };
            return on(self.prisons[to % 2].stream(), act.into());
        }
        if step.what == What::ConfirmMandate {
            let (mandate, _, prison, _) = *self.model.proposed.last()?;
            return on(prison.stream(), MandateConfirmed { mandate }.into());
        }
        if step.what == What::Disable {
            let whom = self.people[to % self.people.len()].account;
            return on(whom.stream(), Disabled { reason: text("left") }.into());
        }
        if matches!(
            step.what,
            What::Package
                | What::Accept
                | What::Decline
                | What::Assign
                | What::Meet
                | What::Schedule
                | What::Conclude
                | What::WithdrawReferral
        ) {
            let shared = self.shared(step)?;
            let act: Act = match step.what {
                What::Package => acts::package(day(25, 80)).into(),
                What::Accept => Accepted { note: None }.into(),
                What::Decline => {
                    Declined { reason: DeclineReason::ALL[to % DeclineReason::ALL.len()], note: None }.into()
                }
                What::Assign => Assigned { to: self.of(Capacity::CsoPractitioner, shared.to, step.to)? }.into(),
                What::Meet => {
                    MeetingHeld { attendance: Attendance::TookPlace, told_limits: YesNo::Yes, summary: None }.into()
                }
                What::Schedule => SessionScheduled { at: now.plus(DAY), place: line("visiting room") }.into(),
                What::Conclude => Concluded {}.into(),
                _ => domain::referral::Withdrawn { reason: WithdrawReason::ALL[to % WithdrawReason::ALL.len()] }.into(),
            };
            return on(shared.id, act);
        }
        let case = self.case(step)?;
        let partner = [(self.house.service, self.house.cso), (self.house.other_service, self.house.other_cso)][to % 2];
        let act: Act = match step.what {
            What::Sentence => acts::sentence().into(),
            What::Correct => {
                let act = acts::admitted(self.house.prison, "R", "Corrected", date(1990, 1, 1));
                IdentityCorrected { person: act.person, why: text("A slip of the pen.") }.into()
            }
            What::Allocate => Allocated { to: self.of(Capacity::CaseManager, by.org, step.to)? }.into(),
            What::Needs => acts::needs().into(),
            What::Assess => acts::assessed().into(),
            What::Contest => Contested { words: text("It was not so.") }.into(),
            What::Propose => acts::plan().into(),
            What::Agree => domain::plan::Agreed { plan: case.plan?, language: line("ar"), words: None }.into(),
            What::Approve => domain::plan::Approved { plan: case.plan? }.into(),
            What::Consent => acts::consent(partner.1, day(30, 120)).into(),
            What::WithdrawConsent => {
                let consent = case.consents.get(to % case.consents.len().max(1))?.0;
                Withdrawn { consent }.into()
            }
            What::Impose => {
                let until = now.plus(i64::from(step.to % 5 + 1) * DAY);
                acts::imposed(MeasureKind::Solitary, MeasurePurpose::Order, now, until).into()
            }
            What::FindInForce => acts::found_in_force(None).into(),
            What::Visit => HealthVisited { advises_change: YesNo::No }.into(),
            What::Regime => RegimeRecorded { from: now.plus(-DAY), until: now, contacts: Vec::new() }.into(),
            What::Review => domain::measure::Reviewed {
                measure: case.measure?,
                outcome: MeasureReview::End,
                reasons: text("It is quiet."),
                view: text("I want to go back."),
                command: None,
            }
            .into(),
            What::Lift => Lifted { measure: case.measure?, reason: text("It is quiet.") }.into(),
            What::Arrange => {
                ItemArranged { item: ReleaseItem::ALL[to % ReleaseItem::ALL.len()], how: text("Arranged.") }.into()
            }
            What::FileCopy => FileCopyOffered { taken: YesNo::Yes }.into(),
            What::HandOver => {
                let summary = text("Going home to an aunt.");
                HandoverOffered { to: self.services[to % 2], summary, answer_by: day(4, 20) }.into()
            }
            What::TakeOver => HandoverAccepted { first_meeting: now.plus(9 * DAY), place: line("office 2") }.into(),
            What::ReturnHandover => {
                HandoverReturned { reason: ReturnReason::ALL[to % ReturnReason::ALL.len()], note: None }.into()
            }
            What::Transfer => Transferred { to: self.prisons[to % 2], reason: text("Nearer to the family.") }.into(),
            What::Release => Released { basis: line("Order 44/2026") }.into(),
            What::Return => {
                let prison = self.prisons[to % 2];
                let deed = Deed::one(case.id, Returned { prison, order: line("Order 45/2026") });
                // A prison speaks for itself, as at an admission; for another only whoever holds the file.
                let held = self.model.anybody(case.id, Ground::Custody, now);
                let speaks = by.org == prison || (!held && by.capacity == Capacity::Registrar);
                return Some((deed, vec![if speaks { prison.stream() } else { case.id }]));
            }
            What::Close => Closed { reason: ClosingReason::ALL[to % ClosingReason::ALL.len()], note: None }.into(),
            What::Refer => {
                let (service, org) = partner;
                let (consent, _) = *case.consents.iter().rev().find(|(_, recipient)| *recipient == org)?;
                let begun = acts::begun(ReferralId::from(fresh), service, org, case.plan?, consent);
                let deed = Deed::one(case.id, begun)
                    .and(fresh, acts::offered(service, org, by.org, day(7, 20)))
                    .and(fresh, acts::package(day(20, 60)));
                return Some((deed, vec![case.id; 3]));
            }
            _ => return None,
        };
        on(case.id, act)
    }

    /// May they, by the model?
    pub fn may(&self, by: &Actor, (deed, asked): &(Deed, Vec<StreamId>)) -> bool {
        let now = self.now();
        let all = deed.acts.iter().zip(asked);
        all.into_iter().all(|(proposed, stream)| self.model.may(by, *stream, &proposed.act, now))
    }

    /// Takes one step. Nothing, if there is nothing to take it on, or if time passed.
    ///
    /// Whoever may is never told *not yours* or *not allowed*; whoever may not is told *not allowed* if they may see the file
    /// it is asked on, and otherwise what they would be told if there were none.
    pub fn take(&mut self, step: Step) -> Result<Option<Done>, TestCaseError> {
        self.take_among(step, |_| true)
    }

    /// The same, taken by one of those for whom `among` says yes.
    pub fn take_among(&mut self, step: Step, among: impl Fn(&Actor) -> bool) -> Result<Option<Done>, TestCaseError> {
        if step.what == What::Wait {
            self.house.clock.advance(i64::from(step.at % 30) * 6 * HOUR + i64::from(step.to));
            return Ok(None);
        }
        // A handful of people, so that something happens to each of them.
        let crowded = step.what == What::Admit && self.model.cases.len() >= 4;
        let step = if step.what == What::Onward || crowded { self.onward(step) } else { step };
        let fresh = self.fresh();
        let people: Vec<Actor> = self.people.iter().filter(|who| among(who)).copied().collect();
        let tries = people.iter().filter_map(|who| self.attempt(step, who, fresh).map(|attempt| (*who, attempt)));
        let tries: Vec<(Actor, Attempt)> = tries.collect();
        let fit: Vec<&(Actor, Attempt)> = tries.iter().filter(|(who, attempt)| self.may(who, attempt)).collect();
        let chosen = match step.who {
            Who::Fit(place) if !fit.is_empty() => fit[usize::from(place) % fit.len()],
            Who::Fit(place) | Who::Any(place) if !tries.is_empty() => &tries[usize::from(place) % tries.len()],
            _ => return Ok(None),
        };
        let (by, attempt) = chosen.clone();
        let (may, first) = (self.may(&by, &attempt), attempt.1[0]);
        let sees = !self.model.reads(&by, first, self.now()).is_empty();
        let (deed, _) = attempt;
        let answer = self.house.perform(&by, &deed);
        self.compared.set(self.compared.get() + 1);
        match (&answer, may, sees) {
            (Err(Refusal::NotYours), false, false) | (Err(Refusal::NotAllowed), false, true) => {}
            (Err(Refusal::NotYours | Refusal::NotAllowed), _, _) | (Ok(_), false, _) => {
                let said = answer.as_ref().map(|_| ());
                prop_assert!(false, "{:?} by {:?} on {:?}: may {may}, sees {sees}, {said:?}", step, by, first);
            }
            (Err(refusal), false, _) => {
                prop_assert!(false, "{:?} by {:?}: may not, and was told {refusal:?}", step, by);
            }
            (_, true, _) => {}
        }
        if let Ok(receipt) = &answer {
            for (proposed, id) in deed.acts.iter().zip(&receipt.acts) {
                self.model.take(&by, *id, proposed.stream, &proposed.act, receipt.at);
            }
        }
        Ok(Some(Done { by, deed, answer }))
    }

    /// The parts that somebody is shown of a case or referral; nothing if it is not theirs.
    pub fn shown(&self, who: &Actor, stream: StreamId) -> Option<Vec<Part>> {
        let app = self.house.app();
        let is_case = self.model.cases.iter().any(|case| case.id == stream);
        let parts = if is_case {
            app.case(who, CaseId::from(stream), Purpose::Casework).map(|file| file.parts)
        } else {
            app.referral(who, ReferralId::from(stream), Purpose::Service).map(|file| file.parts)
        };
        self.compared.set(self.compared.get() + 1);
        match parts {
            Ok(parts) => Some(parts.iter().collect()),
            Err(Refusal::NotYours) => None,
            // What a fresh factor would open is not open without.
            Err(Refusal::NeedsFresh) if !self.model.reads(&Self::proved(who), stream, self.now()).is_empty() => None,
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Are the notes on a referral opened to somebody?
    fn reads_notes(&self, who: &Actor, stream: StreamId) -> bool {
        if self.model.cases.iter().any(|case| case.id == stream) {
            return false;
        }
        let session = app::credential::NewSession::draw(&*self.house.entropy).unwrap().token.cookie();
        let read = self.house.app().notes(who, ReferralId::from(stream), Purpose::Service, session.reveal());
        self.compared.set(self.compared.get() + 1);
        match read {
            Ok(_) => true,
            Err(Refusal::NotYours | Refusal::NeedsFresh) => false,
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Is somebody shown of a stream what the model says, and nothing else?
    pub fn compare(&self, who: &Actor, stream: StreamId) -> Outcome {
        let expected = self.model.reads(who, stream, self.now());
        let mut shown = self.shown(who, stream).unwrap_or_default();
        // Notes stand in a stream of their own, which the same rights open by a door of its own.
        if self.reads_notes(who, stream) {
            shown.push(Part::Notes);
            shown.sort_by_key(|part| Part::ALL.iter().position(|known| known == part));
        }
        prop_assert_eq!(shown, expected, "{:?} of {:?}", who, stream);
        Ok(())
    }

    /// What everybody may read of every file now, asked of the application without leaving an entry.
    pub fn rights(&self) -> Vec<((AccountId, StreamId), Vec<Part>)> {
        let app = self.house.app();
        let mut rights = Vec::new();
        for who in &self.people {
            for stream in self.files() {
                let parts = app.open_parts(who, stream).unwrap();
                self.compared.set(self.compared.get() + 1);
                if !parts.is_empty() {
                    rights.push(((who.account, stream), parts.iter().collect()));
                }
            }
        }
        rights
    }

    /// The same people without one.
    pub fn ordinary(who: &Actor) -> Actor {
        Actor { strength: Strength::Ordinary, ..*who }
    }

    /// The same people with a second factor shown just now.
    pub fn proved(who: &Actor) -> Actor {
        Actor { strength: Strength::Fresh, ..*who }
    }
}
