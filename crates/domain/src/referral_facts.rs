//! Facts of one referral: its state, who carries it, its sessions.
//!
//! Folding is total: an act that does not fit is noted as a contradiction, and the state stays what it was.

use crate::admission::admit_referral;
use crate::assessment::NeedArea;
use crate::code::codes;
use crate::id::{AccountId, ActId, OrgId, ServiceId};
use crate::kind::{Act, topic};
use crate::moment::{Date, Moment};
use crate::recorded::Recorded;
use crate::referral::{Attendance, Danger, HoldReason};

codes! {
    /// Where a referral stands. Computed, never set by hand.
    pub ReferralState as "referral_state" {
        /// Nothing has been offered.
        None = "none",
        /// Waiting for an answer.
        Offered = "offered",
        /// Accepted, nobody named yet.
        Accepted = "accepted",
        /// Somebody is named; the first meeting comes next.
        Assigned = "assigned",
        /// The first meeting was held; sessions follow.
        Meeting = "meeting",
        /// On hold.
        OnHold = "on_hold",
        /// The place was lost, through no fault of the person.
        PlaceLost = "place_lost",
        /// Ended: see how.
        Ended = "ended",
    }
}

codes! {
    /// How a referral ended.
    pub ReferralEnd as "referral_end" {
        /// Declined.
        Declined = "declined",
        /// Not answered in time.
        Expired = "expired",
        /// Concluded with a report.
        Concluded = "concluded",
        /// Withdrawn before that.
        Withdrawn = "withdrawn",
    }
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFacts {
    /// The act that scheduled it; its id is the id of the session.
    pub act: ActId,
    /// When it is, or was to be.
    pub at: Moment,
    /// How often it was changed.
    pub changes: u32,
    /// Whether it took place.
    pub attendance: Option<Attendance>,
}

/// A danger that was disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DangerFacts {
    /// The act.
    pub act: ActId,
    /// Who disclosed it.
    pub by: OrgId,
    /// From what somebody must be kept.
    pub danger: Danger,
    /// When it was disclosed.
    pub at: Moment,
    /// When it was first answered.
    pub answered: Option<Moment>,
}

/// Facts of one referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralFacts {
    /// The state.
    pub state: ReferralState,
    /// How it ended.
    pub end: Option<(ReferralEnd, Moment)>,
    /// When it was offered.
    pub offered: Option<(ActId, Moment)>,
    /// The service, the organisation that offers it, and the sender.
    pub parties: Option<(ServiceId, OrgId, OrgId)>,
    /// The area of need.
    pub need: Option<NeedArea>,
    /// The day by which to answer.
    pub answer_by: Option<Date>,
    /// When it was accepted.
    pub accepted: Option<Moment>,
    /// Who carries it.
    pub assigned: Option<AccountId>,
    /// The last day on which the package may be read.
    pub package_until: Option<Date>,
    /// How many package versions were released.
    pub packages: u32,
    /// When the first meeting was held.
    pub met: Option<Moment>,
    /// Sessions.
    pub sessions: Vec<SessionFacts>,
    /// Why it is held or the place was lost, and since when.
    pub held: Option<(HoldReason, Moment)>,
    /// When re-entry was asked.
    pub reentry_asked: Option<Moment>,
    /// Dangers that were disclosed.
    pub dangers: Vec<DangerFacts>,
    /// When the service report was made.
    pub reported: Option<Moment>,
    /// Reports that contradict the state they were made in.
    pub contradictions: Vec<ActId>,
}

impl Default for ReferralFacts {
    fn default() -> Self {
        Self {
            state: ReferralState::None,
            end: None,
            offered: None,
            parties: None,
            need: None,
            answer_by: None,
            accepted: None,
            assigned: None,
            package_until: None,
            packages: 0,
            met: None,
            sessions: Vec::new(),
            held: None,
            reentry_asked: None,
            dangers: Vec::new(),
            reported: None,
            contradictions: Vec::new(),
        }
    }
}

impl ReferralFacts {
    /// Folds the acts of one referral stream, in the order in which they were recorded.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut facts = Self::default();
        for recorded in acts {
            facts.take(recorded);
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

    /// Takes one act in.
    pub fn take(&mut self, recorded: &Recorded) {
        if admit_referral(self, recorded).is_err() {
            self.contradictions.push(recorded.id());
        }
        let Act::Referral(act) = &recorded.act else { return };
        let (id, at) = (recorded.id(), recorded.concerns());
        match act {
            topic::Referral::Begun(_) => {}
            topic::Referral::Offered(body) => {
                if self.state == ReferralState::None {
                    self.state = ReferralState::Offered;
                    self.offered = Some((id, at));
                    self.parties = Some((body.service, body.org, body.from));
                    self.need = Some(body.need);
                    self.answer_by = Some(body.answer_by);
                }
            }
            topic::Referral::PackageReleased(body) => {
                self.packages = self.packages.max(body.version);
                self.package_until = Some(body.until);
            }
            topic::Referral::Accepted(_) => {
                if self.state == ReferralState::Offered {
                    self.state = ReferralState::Accepted;
                    self.accepted = Some(at);
                }
            }
            topic::Referral::Declined(_) => self.answered_no(ReferralEnd::Declined, at),
            topic::Referral::Expired(_) => self.answered_no(ReferralEnd::Expired, at),
            topic::Referral::Assigned(body) => {
                if self.accepted.is_some() && self.end.is_none() {
                    self.assigned = Some(body.to);
                    if self.state == ReferralState::Accepted {
                        self.state = self.goes_on();
                    }
                }
            }
            topic::Referral::MeetingHeld(body) => {
                if body.attendance == Attendance::TookPlace {
                    self.met.get_or_insert(at);
                    if self.state == ReferralState::Assigned {
                        self.state = self.goes_on();
                    }
                }
            }
            topic::Referral::SessionScheduled(body) => {
                self.sessions.push(SessionFacts { act: id, at: body.at, changes: 0, attendance: None });
            }
            topic::Referral::SessionChanged(body) => self.on_session(body.session, |session| {
                session.at = body.at;
                session.changes = session.changes.saturating_add(1);
            }),
            topic::Referral::SessionRecorded(body) => self.on_session(body.session, |session| {
                session.attendance.get_or_insert(body.attendance);
            }),
            topic::Referral::Held(body) => {
                // A lost place stays lost until somebody is back in it, and a second pause does not begin anew.
                if self.runs() && !matches!(self.state, ReferralState::OnHold | ReferralState::PlaceLost) {
                    self.state = ReferralState::OnHold;
                    self.held = Some((body.reason, at));
                }
            }
            topic::Referral::PlaceLost(body) => {
                if self.runs() && self.state != ReferralState::PlaceLost {
                    self.state = ReferralState::PlaceLost;
                    self.held = Some((body.reason, at));
                    self.reentry_asked = None;
                }
            }
            topic::Referral::ReentryAsked(_) => {
                if self.state == ReferralState::PlaceLost {
                    self.reentry_asked = Some(at);
                }
            }
            topic::Referral::Resumed(_) => {
                if self.state == ReferralState::OnHold {
                    self.back();
                }
            }
            topic::Referral::Reentered(_) => {
                if self.state == ReferralState::PlaceLost {
                    self.back();
                }
            }
            topic::Referral::WelfareNoted(_) => {}
            topic::Referral::DangerDisclosed(body) => {
                let by = recorded.envelope.org;
                self.dangers.push(DangerFacts { act: id, by, danger: body.danger, at, answered: None });
            }
            topic::Referral::DangerAnswered(body) => self.danger_answered(recorded, body.disclosed),
            topic::Referral::ServiceReported(_) => self.reported = Some(at),
            topic::Referral::Concluded(_) => {
                if self.runs() && self.assigned.is_some() && self.reported.is_some() {
                    self.ends(ReferralEnd::Concluded, at);
                }
            }
            topic::Referral::Withdrawn(_) => self.ends(ReferralEnd::Withdrawn, at),
        }
    }

    /// Whoever disclosed it does not answer it, and the first answer counts.
    fn danger_answered(&mut self, recorded: &Recorded, disclosed: ActId) {
        let known = self.dangers.iter_mut().find(|known| known.act == disclosed);
        if let Some(danger) = known.filter(|known| known.by != recorded.envelope.org) {
            danger.answered.get_or_insert(recorded.concerns());
        }
    }

    /// Accepted, and not ended.
    fn runs(&self) -> bool {
        self.accepted.is_some() && self.end.is_none()
    }

    /// Where it stands when nothing holds it up.
    fn goes_on(&self) -> ReferralState {
        match (self.assigned, self.met) {
            (None, _) => ReferralState::Accepted,
            (Some(_), None) => ReferralState::Assigned,
            (Some(_), Some(_)) => ReferralState::Meeting,
        }
    }

    fn back(&mut self) {
        self.state = self.goes_on();
        self.held = None;
        self.reentry_asked = None;
    }

    /// An answer that comes after another one, or after the clock, ends nothing.
    fn answered_no(&mut self, how: ReferralEnd, at: Moment) {
        if self.state == ReferralState::Offered {
            self.ends(how, at);
        }
    }

    fn ends(&mut self, how: ReferralEnd, at: Moment) {
        if self.end.is_none() {
            self.state = ReferralState::Ended;
            self.end = Some((how, at));
        }
    }

    fn on_session(&mut self, session: ActId, change: impl FnOnce(&mut SessionFacts)) {
        if let Some(session) = self.sessions.iter_mut().find(|known| known.act == session) {
            change(session);
        }
    }
}
