//! Taking acts into the facts of a case, in the order in which they were recorded.
//!
//! Total: every act is taken, in any order. One that does not fit is noted as a contradiction, and changes no more than
//! what it can be true of. An entry may be late: what begins is put where it belongs in time, and what is known to have
//! happened after it stands. A span never ends before it begins.

use crate::admission::admit_case;
use crate::custody::{Circumstance, ReturnWord};
use crate::facts::{Answer, ConsentFacts, Dated, Facts, HandoverFacts, PlanFacts, ReferralLink, RestrictionFacts};
use crate::file::Tie;
use crate::id::{AccountId, ActId, OrgId};
use crate::keeping::counting;
use crate::kind::{Act, topic};
use crate::moment::{Moment, Span};
use crate::recorded::Recorded;
use crate::release::ContactManner;
use crate::search::SearchFacts;

impl Facts {
    /// Folds the acts of one case stream, in the order in which they were recorded, as far as they count: a report that was
    /// corrected says what the one in its place says.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut facts = Self::default();
        for recorded in counting(acts.into_iter().collect()) {
            facts.take(&recorded);
        }
        facts
    }

    /// These facts, once one more act has been recorded.
    #[must_use]
    pub fn after(&self, recorded: &Recorded) -> Self {
        let mut facts = self.clone();
        facts.take(recorded);
        facts
    }

    /// Takes one act in. A correction changes what came before it: after one, fold again from the beginning.
    pub fn take(&mut self, recorded: &Recorded) {
        if admit_case(self, recorded).is_err() {
            self.contradictions.push(recorded.id());
        }
        // What waits for a second word is on record, and changes nothing yet.
        if !self.is_heard(recorded) {
            return;
        }
        self.passage.take(recorded);
        match &recorded.act {
            Act::Custody(act) => self.take_custody(recorded, act),
            Act::File(act) => self.take_file(recorded, act),
            Act::Assessment(act) => self.take_assessment(recorded, act),
            Act::Plan(act) => self.take_plan(recorded, act),
            Act::Consent(act) => self.take_consent(recorded, act),
            Act::Referral(topic::Referral::Begun(body)) => self.referrals.push(ReferralLink {
                act: recorded.id(),
                referral: body.referral,
                org: body.org,
                goal: (body.plan, body.goal),
                consent: body.consent,
            }),
            Act::Measure(act) => self.take_measure(recorded, act),
            Act::Release(act) => self.take_release(recorded, act),
            Act::Regime(act) => self.daily.take_regime(recorded, act),
            Act::Contact(act) => self.daily.take_contact(recorded, act),
            Act::Information(act) => self.daily.take_information(recorded, act),
            Act::Lodging(act) => self.daily.take_lodging(recorded, act),
            // Kept in the facts of the way through.
            Act::Reception(_) | Act::Health(_) | Act::Weighing(_) => {}
            Act::Restraint(act) => self.restraint.take(recorded, act),
            Act::Search(act) => self.searches.push(SearchFacts::of(recorded, act)),
            Act::Referral(_)
            | Act::Organisation(_)
            | Act::Directory(_)
            | Act::Post(_)
            | Act::Note(_)
            | Act::Vault(_)
            | Act::Inspection(_)
            | Act::Account(_)
            | Act::Look(_)
            | Act::Finding(_) => {}
        }
    }

    /// Does an act count by now? The first word of a return does not: a second person has not said it yet. A late entry about
    /// a time that is over opens nothing, and waits for nobody.
    fn is_heard(&mut self, recorded: &Recorded) -> bool {
        let Act::Custody(topic::Custody::Returned(body)) = &recorded.act else { return true };
        let at = recorded.concerns();
        let left = self.released.is_some_and(|(_, released)| at < released);
        if left || self.custody.iter().any(|place| place.span.from > at) {
            return true;
        }
        let word = ReturnWord::of(recorded, body.prison);
        if self.returning.iter().any(|first| first.is_joined_by(&word)) {
            self.returning.clear();
            return true;
        }
        self.returning.push(word);
        false
    }

    fn take_custody(&mut self, recorded: &Recorded, act: &topic::Custody) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Custody::Admitted(body) => {
                self.admitted.get_or_insert((id, at));
                self.born = Some(body.person.born);
                self.sex = Some(body.person.sex);
                self.received(recorded, body.prison);
                begin(&mut self.status, dated(recorded, body.status));
            }
            topic::Custody::IdentityCorrected(body) => {
                self.born = Some(body.person.born);
                self.sex = Some(body.person.sex);
            }
            topic::Custody::StatusChanged(body) => begin(&mut self.status, dated(recorded, body.status)),
            topic::Custody::SentenceRecorded(body) => self.sentence = Some((id, body.earliest_release, body.ends)),
            topic::Custody::CircumstanceNoted(body) => self.note(recorded, body.circumstance, body.until),
            topic::Custody::Transferred(body) => {
                if self.held_at(at) != Some(body.to) {
                    end_at(&mut self.allocated, at);
                    self.restriction_moves(body.to);
                }
                self.received(recorded, body.to);
            }
            topic::Custody::ReleaseDateSet(body) => self.release_on = Some((id, body.on)),
            topic::Custody::Released(_) => {
                self.left(id, at);
                // A late entry about a release before the latest return changes nothing of today.
                if self.custody.iter().all(|place| place.span.until.is_some()) {
                    self.released = Some((id, at));
                    self.first_contact = None;
                }
            }
            topic::Custody::Returned(body) => {
                let released = self.released.is_some();
                self.received(recorded, body.prison);
                if released && self.released.is_none() {
                    end_at(&mut self.allocated, at);
                    self.restriction_moves(body.prison);
                    self.closed = None;
                    self.release_on = None;
                    self.release_items.clear();
                    self.handovers.clear();
                    self.file_copy = None;
                    self.first_contact = None;
                }
            }
            topic::Custody::Died(_) => {
                self.left(id, at);
                end_at(&mut self.allocated, at);
                self.died.get_or_insert((id, at));
            }
            topic::Custody::Closed(body) => self.closed = Some((id, at, body.reason)),
        }
    }

    fn take_file(&mut self, recorded: &Recorded, act: &topic::File) {
        let at = recorded.concerns();
        crate::emergency::take(&mut self.emergencies, recorded, act);
        match act {
            topic::File::Allocated(body) => begin(&mut self.allocated, dated(recorded, body.to)),
            topic::File::Restricted(body) => {
                let named = body.named.iter().map(|named| named.account).collect();
                let (act, prison) = (recorded.id(), recorded.envelope.org);
                self.restricted = Some(RestrictionFacts { act, since: at, prison, named });
            }
            topic::File::RestrictionLifted(_) => self.restricted = None,
            topic::File::ConflictDeclared(body) => {
                self.conflicts.push(dated(recorded, (body.account, body.tie)));
                // Nobody carries a file that they must not see.
                for row in self.allocated.iter_mut().filter(|row| row.value == body.account && row.span.holds(at)) {
                    row.span = row.span.ended(at);
                }
            }
            topic::File::ConflictEnded(body) => {
                let theirs = |row: &&mut Dated<(AccountId, Tie)>| row.value.0 == body.account;
                for row in self.conflicts.iter_mut().filter(theirs).filter(|row| row.span.until.is_none()) {
                    row.span = row.span.ended(at);
                }
            }
            topic::File::EmergencyOpened(_) | topic::File::EmergencyReviewed(_) => {}
            act => self.keeping.take(recorded, act),
        }
    }

    /// Those who were named work in the prison before; in the next one its governors see the file, and name others.
    fn restriction_moves(&mut self, prison: OrgId) {
        if let Some(restriction) = self.restricted.as_mut().filter(|restriction| restriction.prison != prison) {
            restriction.named.clear();
            restriction.prison = prison;
        }
    }

    /// In this prison from the time concerned. If that lies after the release, the person is no longer released.
    fn received(&mut self, recorded: &Recorded, prison: OrgId) {
        let at = recorded.concerns();
        begin(&mut self.custody, dated(recorded, prison));
        match self.released {
            Some((_, released)) if at < released => end_at(&mut self.custody, released),
            _ => self.released = None,
        }
    }

    /// Out of prison. That ends every measure: what ran until then stays on record with its true length, and one that is
    /// said to have begun when the person was out never ran.
    fn left(&mut self, by: ActId, at: Moment) {
        end_at(&mut self.custody, at);
        for measure in &mut self.measures {
            let began = measure.span.from;
            let held = self.custody.iter().any(|place| place.span.holds(began));
            if measure.span.holds(at) || (!held && measure.span.until.is_none()) {
                measure.span = measure.span.ended(at.max(began));
                measure.ended_by = Some(by);
            }
        }
    }

    /// Noted again, a circumstance holds as it was noted last.
    fn note(&mut self, recorded: &Recorded, circumstance: Circumstance, until: Option<Moment>) {
        let at = recorded.concerns();
        for row in self.circumstances.iter_mut().filter(|row| row.value == circumstance && row.span.until.is_none()) {
            row.span = row.span.ended(at.max(row.span.from));
        }
        let span = Span { from: at, until: until.map(|until| until.max(at)) };
        self.circumstances.push(Dated { span, ..dated(recorded, circumstance) });
    }

    fn take_assessment(&mut self, recorded: &Recorded, act: &topic::Assessment) {
        match act {
            topic::Assessment::NeedsTaken(_) => {
                self.needs_taken.get_or_insert((recorded.id(), recorded.concerns()));
            }
            topic::Assessment::Assessed(body) => {
                let areas = body.needs.iter().map(|need| need.area).collect();
                self.assessments.push((recorded.id(), recorded.concerns(), areas));
            }
            topic::Assessment::Contested(_) => {}
        }
    }

    fn take_plan(&mut self, recorded: &Recorded, act: &topic::Plan) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Plan::Proposed(body) => {
                let version = u32::try_from(self.plans.len()).unwrap_or(u32::MAX).saturating_add(1);
                self.plans.push(PlanFacts {
                    act: id,
                    version,
                    proposed: at,
                    author: recorded.envelope.actor,
                    goals: body.goals.iter().map(|goal| goal.need).collect(),
                    release_section: body.release.is_some(),
                    answer: None,
                    approved: None,
                    returned: None,
                    review_on: body.review_on,
                    reviews: Vec::new(),
                });
            }
            topic::Plan::Agreed(body) => self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::Agreed))),
            topic::Plan::Disagreed(body) => self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::Disagreed))),
            topic::Plan::NotAnswered(body) => {
                self.on_plan(body.plan, |plan| plan.answer = Some((id, Answer::NotAnswered(body.ask_again))));
            }
            topic::Plan::Approved(body) => self.on_plan(body.plan, |plan| {
                if plan.returned.is_none() {
                    plan.approved.get_or_insert((id, at, recorded.envelope.actor));
                }
            }),
            // What is approved is in force: a new version replaces it, nothing sends it back.
            topic::Plan::Returned(body) => self.on_plan(body.plan, |plan| {
                if plan.approved.is_none() {
                    plan.returned.get_or_insert(id);
                }
            }),
            topic::Plan::StepRecorded(_) => {}
            topic::Plan::Reviewed(body) => self.on_plan(body.plan, |plan| {
                plan.reviews.push((id, at));
                plan.review_on = body.next_review;
            }),
        }
    }

    fn on_plan(&mut self, plan: ActId, change: impl FnOnce(&mut PlanFacts)) {
        if let Some(plan) = self.plans.iter_mut().find(|version| version.act == plan) {
            change(plan);
        }
    }

    fn take_consent(&mut self, recorded: &Recorded, act: &topic::Consent) {
        match act {
            topic::Consent::Given(body) => self.consents.push(ConsentFacts {
                act: recorded.id(),
                recipient: body.recipient,
                until: body.until,
                given: recorded.concerns(),
                withdrawn: None,
            }),
            topic::Consent::Refused(_) => {}
            topic::Consent::Withdrawn(body) => {
                if let Some(consent) = self.consents.iter_mut().find(|consent| consent.act == body.consent) {
                    consent.withdrawn.get_or_insert(recorded.concerns());
                }
            }
        }
    }

    fn take_release(&mut self, recorded: &Recorded, act: &topic::Release) {
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Release::ItemArranged(body) => self.release_items.push((id, body.item)),
            topic::Release::HandoverOffered(body) => self.handovers.push(HandoverFacts {
                act: id,
                to: body.to,
                offered: at,
                answer_by: body.answer_by,
                accepted: None,
                returned: None,
            }),
            topic::Release::HandoverAccepted(body) => {
                if let Some(handover) = self.handovers.last_mut().filter(|handover| handover.returned.is_none()) {
                    handover.accepted.get_or_insert((id, at, recorded.envelope.actor, body.first_meeting));
                }
            }
            // Returned after all: even an accepted handover then carries nobody.
            topic::Release::HandoverReturned(_) => {
                if let Some(handover) = self.handovers.last_mut() {
                    handover.returned.get_or_insert((id, at));
                }
            }
            topic::Release::FileCopyOffered(_) => {
                self.file_copy.get_or_insert((id, at));
            }
            topic::Release::FirstContact(body) => self.met_outside(id, at, body.manner),
            topic::Release::AftercareContact(body) => {
                self.met_outside(id, at, body.manner);
                if body.manner != ContactManner::NotReached {
                    self.aftercare_contacts.push((id, at));
                }
            }
        }
    }

    /// The first contact that reached the person counts as the first, whatever the form was called.
    fn met_outside(&mut self, id: ActId, at: Moment, manner: ContactManner) {
        let after_release = self.released.is_some_and(|(_, released)| released <= at);
        if after_release && manner != ContactManner::NotReached {
            self.first_contact.get_or_insert((id, at));
        }
    }
}

fn dated<T>(recorded: &Recorded, value: T) -> Dated<T> {
    Dated { act: recorded.id(), value, span: Span::since(recorded.concerns()), known: recorded.at }
}

/// Puts a row where it belongs in time. What held at its beginning ends there; the row itself goes on until what it
/// replaces would have ended, or until the next one that is known begins.
pub(crate) fn begin<T>(rows: &mut Vec<Dated<T>>, mut row: Dated<T>) {
    let at = row.span.from;
    let replaced = rows.iter().rev().find(|earlier| earlier.span.holds(at));
    let next = rows.iter().map(|later| later.span.from).filter(|from| *from > at).min();
    row.span.until = replaced.map_or(next, |earlier| earlier.span.until);
    end_at(rows, at);
    let place = rows.partition_point(|earlier| earlier.span.from <= at);
    rows.insert(place, row);
}

/// Ends at `at` whatever holds then. What began later stands.
fn end_at<T>(rows: &mut [Dated<T>], at: Moment) {
    for row in rows.iter_mut().filter(|row| row.span.holds(at)) {
        row.span = row.span.ended(at);
    }
}
