//! The first page: counted queues of what waits for somebody.

use std::collections::{BTreeMap, BTreeSet};

use access::Actor;
use domain::codes;
use domain::look::{ListName, Outcome};
use domain::referral_facts::ReferralEnd;
use domain::{ActId, Capacity, CaseId, Date, Moment, Part, StreamId};
use safeguards::{RULES, RuleId};
use store::Tx;

use super::alerts::{self, BudgetAlert};
use super::cases::{CaseLine, carried_places};
use super::emergencies::{EmergencyLine, examines};
use super::entries::EntryLine;
use super::lists::OfferLine;
use super::places::{AtStep, places};
use super::{Shown, listed, resting};
use crate::App;
use crate::danger::DangerLine;
use crate::disclosed::Disclosed;
use crate::findings::concerns;
use crate::ground::{self, in_portions, standings, these};
use crate::posts::Acting;
use crate::refusal::{Fault, Refusal};
use crate::returning::ReturnLine;
use crate::second::{self, Signature};

codes! {
    /// The queues, in the order in which they stand on the first page.
    pub QueueName as "queue" {
        /// A plan to approve, a file to allocate, a person to ask.
        NeedsDecision = "needs_decision",
        /// Offered to us and not answered.
        OfferedToUs = "offered_to_us",
        /// Due within seven days.
        DueThisWeek = "due_this_week",
        /// Overdue.
        Overdue = "overdue",
        /// Sent back.
        Returned = "returned",
        /// Safeguards on my cases.
        Safeguards = "safeguards",
        /// Files that were opened in an emergency, to examine.
        Emergencies = "emergencies",
    }
}

/// One queue: what is in it, nearest first.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Which.
    pub name: QueueName,
    /// Cases.
    pub cases: Vec<(CaseLine, Why)>,
    /// Offers.
    pub offers: Vec<OfferLine>,
    /// Openings in an emergency.
    pub openings: Vec<EmergencyLine>,
}

impl Queue {
    /// How many things wait.
    pub fn count(&self) -> usize {
        self.cases.len().saturating_add(self.offers.len()).saturating_add(self.openings.len())
    }
}

codes! {
    /// Why a case stands in a queue.
    pub Why as "queue_why" {
        /// Nobody carries it.
        Unallocated = "unallocated",
        /// A plan waits for approval.
        PlanToApprove = "plan_to_approve",
        /// The person has not been asked.
        PersonToAsk = "person_to_ask",
        /// First needs have not been taken, or there is no plan yet.
        ToPlan = "to_plan",
        /// A handover waits for an answer.
        HandoverToAnswer = "handover_to_answer",
        /// A plan review.
        Review = "review",
        /// The planned end of a measure.
        MeasureEnd = "measure_end",
        /// Release.
        Release = "release",
        /// First contact after release.
        FirstContact = "first_contact",
        /// A plan was returned.
        PlanReturned = "plan_returned",
        /// A handover was returned.
        HandoverReturned = "handover_returned",
        /// A rule is breached.
        Breach = "breach",
        /// A rule cannot be judged for want of a fact.
        Undetermined = "undetermined",
    }
}

/// What waits for the asker.
#[derive(Debug, Clone)]
pub struct Home {
    /// The queues; empty ones stay in their place.
    pub queues: Vec<Queue>,
    /// The running measures nearest to their planned end.
    pub limits: Vec<CaseLine>,
    /// Files that the asker has open in an emergency, and until when.
    pub open: Vec<(CaseId, Moment)>,
    /// Who came to the limit of what an hour allows to look at, within a week, as far as the asker may know.
    pub alerts: Vec<BudgetAlert>,
    /// The posts that the asker stands in for now, the first to end first.
    pub stands_in: Vec<Acting>,
    /// Second signatures that fall to oversight, because nobody else could give them; the oldest first.
    pub signatures: Vec<SignatureLine>,
    /// Dangers that were disclosed and not answered, as far as the asker may read of them; the oldest first.
    pub dangers: Vec<DangerLine>,
    /// Returns to the asker's prison that wait for a second word, the oldest first.
    pub returns: Vec<ReturnLine>,
    /// Entries of the organisation in the directory that wait for somebody, the most pressing first.
    pub entries: Vec<EntryLine>,
    /// When it was drawn up.
    pub now: Moment,
}

/// For so long an alert stands on the first page, in milliseconds.
const ALERTED: i64 = 7 * domain::moment::DAY;
/// A second signature that nobody in a prison could give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// What kind.
    pub signature: Signature,
    /// The act that proposed it.
    pub act: ActId,
    /// The account, the prison or the case.
    pub stream: StreamId,
    /// The prison, by name.
    pub prison: String,
    /// Since when it waits.
    pub since: Moment,
}

/// First contact comes within so long after release (policy clock for Mandela Rule 90).
const FIRST_CONTACT: i64 = 72 * domain::moment::HOUR;

/// The open findings of cases.
const OPEN: &str =
    concat!("select stream, rule, outcome from finding where closed_at is null and stream in ", these!());

/// Most cases that are looked through for what waits.
const WAITING: usize = 500;

impl App {
    /// What waits for somebody.
    pub fn home(&self, actor: &Actor) -> Result<Disclosed<Home>, Refusal> {
        self.show(actor, |tx, now| {
            let ours = matches!(actor.capacity, Capacity::CsoManager | Capacity::CsoPractitioner);
            let offers = if ours { self.offer_lines(tx, actor, now)? } else { Vec::new() };
            let cases = self.active_cases(tx, actor, now)?;
            // Those that wait: nothing that was examined lies after this moment.
            let openings = if examines(actor) { self.opening_lines(tx, actor, now, now)? } else { Vec::new() };
            let to_act_on = self.to_act_on(tx, actor, &cases, now)?;
            let mut home = self.arrange(actor, (cases, &to_act_on), offers, now);
            home.open = self.open_in_emergency(tx, actor, now)?;
            let examined: Vec<StreamId> = openings.iter().map(|line| line.case.stream()).collect();
            if let Some(queue) = home.queues.iter_mut().find(|queue| queue.name == QueueName::Emergencies) {
                queue.openings = openings;
            }
            home.alerts = self.budget_alerts(tx, actor, (now.plus(-ALERTED), now))?;
            home.stands_in = self.covered_by(tx, actor, now)?;
            home.signatures = self.signatures(tx, actor, now)?;
            home.dangers = self.dangers_waiting(tx, actor, now)?;
            home.returns = self.returns_waiting(tx, actor, now)?;
            home.entries = self.entries(tx, actor, now)?;
            let queued = home.queues.iter().flat_map(|queue| queue.cases.iter().map(|(line, _)| line.case.stream()));
            let mut cases: Vec<StreamId> = queued.chain(home.limits.iter().map(|line| line.case.stream())).collect();
            cases.sort_unstable();
            cases.dedup();
            let offers = home.queues.iter().flat_map(|queue| &queue.offers);
            let offers: Vec<StreamId> = offers.map(|line| line.referral.stream()).collect();
            let mut rests_on = resting(&cases, Part::Identity);
            rests_on.extend(resting(&offers, Part::Offer));
            rests_on.extend(resting(&examined, Part::Record));
            let (alerted, on_alerts) = alerts::resting_on(&home.alerts);
            rests_on.extend(on_alerts);
            let dangers: Vec<StreamId> = home.dangers.iter().map(|line| line.referral.stream()).collect();
            rests_on.extend(resting(&dangers, Part::Attendance));
            let mut shown = [cases, offers, examined, alerted, dangers].concat();
            shown.sort_unstable();
            shown.dedup();
            listed(tx, actor, now, (ListName::Home, shown), (home, rests_on))
        })
    }

    /// What waits for a second signature and falls to the asker, in prisons of their mandate.
    fn signatures(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<SignatureLine>, Refusal> {
        let mut lines = Vec::new();
        if actor.capacity != Capacity::Monitor {
            return Ok(lines);
        }
        let mut shown = Shown::default();
        for waits in second::waiting_anywhere(tx, now)? {
            let Some(pair) = waits.signature.pair().filter(|_| waits.by != actor.account) else { continue };
            let Some(at) = second::overseen(tx, &waits, actor, now)? else { continue };
            // The bars count here too: a monitor with a conflict of interest is not told of the case.
            let standing = ground::standing(tx, actor, waits.stream, now)?;
            let proved = crate::step_up::proved(actor).unwrap_or(*actor);
            let may = standing.permit(&proved, waits.stream, pair.asks, now).is_some();
            if may && second::nobody_else(tx, &waits, pair, at, now)? {
                let prison = match at {
                    second::Where::Installation => self.about.name.clone(),
                    second::Where::Prison(prison) => {
                        self.show_org(tx, &mut shown, prison)?;
                        shown.orgs.get(&prison.stream()).cloned().unwrap_or_default()
                    }
                };
                let (signature, act, stream, since) = (waits.signature, waits.act, waits.stream, waits.since);
                lines.push(SignatureLine { signature, act, stream, prison, since });
            }
        }
        Ok(lines)
    }

    /// Cases that are not closed, those that something waits for first; a bounded number, for a page is not a register.
    pub(super) fn active_cases(&self, tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<CaseLine>, Refusal> {
        let places = if actor.capacity == Capacity::CaseManager {
            carried_places(tx, actor, actor.seat(), AtStep::NotClosed, now)?
        } else {
            places(tx, actor, (Part::Identity, AtStep::NotClosed), WAITING, now)?.0
        };
        let cases: Vec<StreamId> = places.iter().take(WAITING).map(|place| place.stream).collect();
        Ok(self.case_lines(tx, actor, &cases, now)?.0)
    }

    /// The cases of these with a finding that the asker must act on. A breach comes before what cannot be judged.
    fn to_act_on(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        cases: &[CaseLine],
        now: Moment,
    ) -> Result<BTreeMap<StreamId, Outcome>, Refusal> {
        let mut worst = BTreeMap::new();
        for (case, _, outcome) in self.open_to_act_on(tx, actor, cases, now)? {
            let known = worst.entry(case).or_insert(outcome);
            if outcome == Outcome::Breach {
                *known = outcome;
            }
        }
        Ok(worst)
    }

    /// Open findings of these cases that the asker must act on, and that they may see: by the rule, which says what can be recorded
    /// about it, and by its part.
    pub(super) fn open_to_act_on(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        cases: &[CaseLine],
        now: Moment,
    ) -> Result<Vec<(StreamId, RuleId, Outcome)>, Refusal> {
        let told: Vec<RuleId> =
            RULES.iter().filter(|rule| concerns(rule, actor.capacity)).map(|rule| rule.rule).collect();
        let mut to_act_on = Vec::new();
        if told.is_empty() {
            return Ok(to_act_on);
        }
        let cases: Vec<StreamId> = cases.iter().map(|line| line.case.stream()).collect();
        let open = in_portions(tx, OPEN, &cases, &[], |row| {
            Ok((StreamId::from_bytes(row.get(0)?), row.get::<String>(1)?, row.get::<String>(2)?))
        })?;
        let found: Vec<StreamId> = open.iter().map(|(case, ..)| *case).collect::<BTreeSet<_>>().into_iter().collect();
        let standings = standings(tx, actor, &found, now)?;
        for (case, rule, outcome) in open {
            let Some(rule) = rule.parse::<RuleId>().ok().filter(|rule| told.contains(rule)) else { continue };
            let reading = standings.get(&case).and_then(|standing| standing.readable(actor, case, now));
            if reading.is_some_and(|reading| reading.opens(case, rule.rule().part)) {
                let outcome = outcome.parse().map_err(|_| Fault::unreadable("an outcome"))?;
                to_act_on.push((case, rule, outcome));
            }
        }
        Ok(to_act_on)
    }

    fn arrange(
        &self,
        actor: &Actor,
        (cases, to_act_on): (Vec<CaseLine>, &BTreeMap<StreamId, Outcome>),
        offers: Vec<OfferLine>,
        now: Moment,
    ) -> Home {
        let today = now.date_in(&self.zone);
        let mut queues: Vec<Queue> = QueueName::ALL
            .iter()
            .map(|name| Queue { name: *name, cases: Vec::new(), offers: Vec::new(), openings: Vec::new() })
            .collect();
        let mut put = |name: QueueName, line: &CaseLine, why: Why| {
            if let Some(queue) = queues.iter_mut().find(|queue| queue.name == name) {
                queue.cases.push((line.clone(), why));
            }
        };
        for line in &cases {
            if let Some(why) = waits_for(actor.capacity, line) {
                put(QueueName::NeedsDecision, line, why);
            }
            if let Some(why) = returned(actor.capacity, line) {
                put(QueueName::Returned, line, why);
            }
            for (due, why) in self.clocks(actor.capacity, line) {
                if due < today {
                    put(QueueName::Overdue, line, why);
                } else if due <= in_a_week(today) {
                    put(QueueName::DueThisWeek, line, why);
                }
            }
            match to_act_on.get(&line.case.stream()) {
                Some(Outcome::Breach) => put(QueueName::Safeguards, line, Why::Breach),
                Some(Outcome::Undetermined) => put(QueueName::Safeguards, line, Why::Undetermined),
                Some(Outcome::Met) | None => {}
            }
            if actor.capacity == Capacity::ProbationOfficer && line.handover == "offered" {
                put(QueueName::OfferedToUs, line, Why::HandoverToAnswer);
            }
        }
        for offer in offers {
            let name = match offer.state.as_str() {
                "offered" => Some(QueueName::OfferedToUs),
                "accepted" => Some(QueueName::NeedsDecision),
                // What has ended waits for nobody, whatever became of its last session.
                ended if ended.parse::<ReferralEnd>().is_ok() => None,
                _ => offer.next_session.map(|next| next.date_in(&self.zone)).and_then(|day| {
                    if day < today {
                        Some(QueueName::Overdue)
                    } else if day <= in_a_week(today) {
                        Some(QueueName::DueThisWeek)
                    } else {
                        None
                    }
                }),
            };
            if let Some(queue) = name.and_then(|name| queues.iter_mut().find(|queue| queue.name == name)) {
                queue.offers.push(offer);
            }
        }
        let mut limits: Vec<CaseLine> = if sees_safeguards(actor.capacity) {
            cases.into_iter().filter(|line| line.measures > 0).collect()
        } else {
            Vec::new()
        };
        limits.sort_by_key(|line| line.measure_end);
        limits.truncate(5);
        Home {
            queues,
            limits,
            open: Vec::new(),
            alerts: Vec::new(),
            stands_in: Vec::new(),
            signatures: Vec::new(),
            dangers: Vec::new(),
            returns: Vec::new(),
            entries: Vec::new(),
            now,
        }
    }

    /// The clocks of a case, as days, that concern this capacity.
    pub(super) fn clocks(&self, capacity: Capacity, line: &CaseLine) -> Vec<(Date, Why)> {
        let day = |at: Moment| at.date_in(&self.zone);
        let mut clocks = Vec::new();
        if matches!(capacity, Capacity::CaseManager | Capacity::Supervisor) && line.released.is_none() {
            clocks.extend(line.review_on.map(|on| (on, Why::Review)));
            clocks.extend(line.release_on.map(|on| (on, Why::Release)));
        }
        if sees_safeguards(capacity) {
            clocks.extend(line.measure_end.map(|end| (day(end), Why::MeasureEnd)));
        }
        if capacity == Capacity::ProbationOfficer && line.first_contact.is_none() {
            clocks.extend(line.released.map(|at| (day(at.plus(FIRST_CONTACT)), Why::FirstContact)));
        }
        clocks
    }
}

fn in_a_week(today: Date) -> Date {
    today.saturating_add(jiff::Span::new().days(7))
}

fn sees_safeguards(capacity: Capacity) -> bool {
    matches!(
        capacity,
        Capacity::CaseManager
            | Capacity::Supervisor
            | Capacity::Governor
            | Capacity::Monitor
            | Capacity::IndependentReviewer
    )
}

fn waits_for(capacity: Capacity, line: &CaseLine) -> Option<Why> {
    match capacity {
        Capacity::Supervisor if line.carried_by.is_none() && line.released.is_none() => Some(Why::Unallocated),
        Capacity::Supervisor if line.plan_state == "answered" => Some(Why::PlanToApprove),
        Capacity::CaseManager if line.plan_state == "proposed" => Some(Why::PersonToAsk),
        Capacity::CaseManager if line.plan_state == "none" => Some(Why::ToPlan),
        _ => None,
    }
}

fn returned(capacity: Capacity, line: &CaseLine) -> Option<Why> {
    match capacity {
        Capacity::CaseManager if line.plan_state == "returned" => Some(Why::PlanReturned),
        Capacity::CaseManager if line.handover == "returned" => Some(Why::HandoverReturned),
        _ => None,
    }
}
