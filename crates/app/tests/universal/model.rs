//! Who holds which ground, a second time: written from what a ground is said to be, as a list of spans that acts begin and
//! end. It shares nothing with the rows of the application.

use access::Actor;
use domain::kind::{Kind, topic};
use domain::moment::{DAY, HOUR};
use domain::{AccountId, Act, ActId, Action, Capacity, Date, Ground, Moment, OrgId, Part, StreamId, Strength};
use jiff::tz::TimeZone;

use crate::reference::{Question, decide};

/// Somebody holds a ground on a stream for a while.
#[derive(Debug, Clone, Copy)]
struct Span {
    holder: [u8; 16],
    stream: StreamId,
    ground: Ground,
    from: Moment,
    until: Moment,
}

/// A case as the model follows it.
#[derive(Debug, Clone)]
pub struct Case {
    pub id: StreamId,
    /// Prisons that hold or held the person.
    pub prisons: Vec<OrgId>,
    pub plan: Option<ActId>,
    /// Who proposed that plan.
    pub planned_by: Option<AccountId>,
    pub assessed: bool,
    pub agreed: bool,
    pub approved: bool,
    pub measure: Option<ActId>,
    pub consents: Vec<(ActId, OrgId)>,
}

/// A referral as the model follows it.
#[derive(Debug, Clone)]
pub struct Shared {
    pub id: StreamId,
    pub case: StreamId,
    pub to: OrgId,
    consent: ActId,
    package: Option<Moment>,
}

/// A file opened in an emergency.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    pub act: ActId,
    pub by: Actor,
    pub case: StreamId,
    pub at: Moment,
    pub examined: bool,
    /// The last word on it, and the last word of a monitor or a data protection officer: was it found justified?
    pub justified: bool,
    pub justified_outside: bool,
}

/// What becomes of asking for a file in an emergency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Opens,
    /// Not somebody who opens anything so, or not proved just now.
    NotAllowed,
    /// An earlier one was not examined for more than seven days.
    Waits,
    /// Within the hour they opened three, or their organisation six, that nobody found justified; or they tried ten numbers.
    Paced,
    /// There is none that could be opened.
    Nothing,
    /// It is open by work.
    ByWork,
    OpenAlready,
}

/// What the acts so far amount to.
#[derive(Debug, Clone)]
pub struct Model {
    zone: TimeZone,
    spans: Vec<Span>,
    pub cases: Vec<Case>,
    pub referrals: Vec<Shared>,
    /// A consent, and the first instant at which it no longer holds.
    consents: Vec<(ActId, Moment)>,
    /// An oversight body, a prison, until when.
    mandates: Vec<(OrgId, OrgId, Moment)>,
    /// Mandates that one administrator asked for.
    pub proposed: Vec<(ActId, OrgId, OrgId, Moment)>,
    closed: Vec<StreamId>,
    /// Cases that were closed.
    ended: Vec<StreamId>,
    pub openings: Vec<Opening>,
    /// Numbers that somebody tried for nothing.
    pub tried: Vec<(AccountId, Moment)>,
    /// Organisations, services and accounts, and to which organisation each belongs.
    pub belongings: Vec<(StreamId, OrgId)>,
    /// Supervisors, and in which prison.
    pub supervisors: Vec<(AccountId, OrgId)>,
    /// Registrars, and in which prison.
    pub registrars: Vec<(AccountId, OrgId)>,
    /// Returns that one person recorded and nobody else yet.
    words: Vec<Word>,
    /// How many returns two people said.
    pub said_by_two: usize,
}

/// What one person says of a return: of whom, who, of which organisation, to which prison, and when.
#[derive(Debug, Clone, Copy)]
struct Word {
    case: StreamId,
    by: AccountId,
    org: OrgId,
    prison: OrgId,
    said: Moment,
}

const FOR_EVER: Moment = Moment::from_millis(i64::MAX);

/// What an organisation outside holds on a referral, and how long it keeps a copy after the work has ended.
const OUTSIDE: [Ground; 4] = [Ground::Offer, Ground::Accepted, Ground::Referral, Ground::Assigned];
const COPY: i64 = 90 * DAY;
const PAPERS: i64 = 14 * DAY;
/// How long the first word of a return waits for the second.
const WORD: i64 = 7 * DAY;

impl Model {
    pub fn new(zone: TimeZone) -> Self {
        Self {
            zone,
            spans: Vec::new(),
            cases: Vec::new(),
            referrals: Vec::new(),
            consents: Vec::new(),
            mandates: Vec::new(),
            proposed: Vec::new(),
            closed: Vec::new(),
            ended: Vec::new(),
            openings: Vec::new(),
            tried: Vec::new(),
            belongings: Vec::new(),
            supervisors: Vec::new(),
            registrars: Vec::new(),
            words: Vec::new(),
            said_by_two: 0,
        }
    }

    /// The grounds that somebody holds on a stream at an instant.
    pub fn grounds(&self, actor: &Actor, stream: StreamId, at: Moment) -> Vec<Ground> {
        if self.closed.contains(&actor.account.stream()) {
            return Vec::new();
        }
        let own = [actor.account.bytes(), actor.org.bytes()];
        let held = self
            .spans
            .iter()
            .filter(|span| span.stream == stream && own.contains(&span.holder) && span.from <= at && at < span.until);
        let mut grounds: Vec<Ground> = held.map(|span| span.ground).collect();
        let case = self.referrals.iter().find(|shared| shared.id == stream).map_or(stream, |shared| shared.case);
        if let Some(case) = self.cases.iter().find(|known| known.id == case) {
            let mandated = self
                .mandates
                .iter()
                .any(|(body, prison, until)| *body == actor.org && case.prisons.contains(prison) && at < *until);
            grounds.extend(mandated.then_some(Ground::Mandate));
            let falls = case.id == stream
                && (self.plan_falls_to(actor, case, at)
                    || self.returns_that_fall_to(actor, stream, at).next().is_some());
            grounds.extend(falls.then_some(Ground::NoSecondPerson));
        }
        let belongs = self.belongings.iter().find(|(thing, _)| *thing == stream).map(|(_, org)| *org);
        grounds.extend((belongs.is_some() || stream == StreamId::INSTALLATION).then_some(Ground::Installation));
        grounds.extend((belongs == Some(actor.org)).then_some(Ground::OwnOrganisation));
        grounds.extend((stream == actor.account.stream()).then_some(Ground::OwnAccount));
        grounds
    }

    /// What becomes of asking for this file in an emergency, if there is one.
    pub fn asked(&self, who: &Actor, case: Option<StreamId>, at: Moment) -> Asked {
        let lately = |then: Moment| at.since(then) < HOUR;
        if self.tried.iter().filter(|(by, then)| *by == who.account && lately(*then)).count() >= 10 {
            return Asked::Paced;
        }
        if !self.allows(who, who.org.stream(), Part::Record, Action::Open, at) {
            return Asked::NotAllowed;
        }
        let own = self.openings.iter().filter(|opening| opening.by.account == who.account && !opening.examined);
        if own.map(|opening| at.since(opening.at)).any(|waited| waited > 7 * DAY) {
            return Asked::Waits;
        }
        let lately = || self.openings.iter().filter(|opening| lately(opening.at));
        let own = lately().filter(|opening| opening.by.account == who.account && !opening.justified);
        let all = lately().filter(|opening| opening.by.org == who.org && !opening.justified_outside);
        if own.count() >= 3 || all.count() >= 6 {
            return Asked::Paced;
        }
        let Some(case) = case else { return Asked::Nothing };
        let by_work =
            self.grounds(who, case, at).into_iter().filter(|ground| *ground != Ground::Emergency).any(|ground| {
                let Actor { capacity, strength, .. } = *who;
                let (part, action) = (Part::Identity, Action::Read);
                decide(Question { capacity, ground, part, action, strength, bar: None }).is_some()
            });
        let open = self.running(case, Ground::Emergency, at).iter().any(|span| span.holder == who.account.bytes());
        if by_work {
            Asked::ByWork
        } else if self.ended.contains(&case) {
            Asked::Nothing
        } else if open {
            Asked::OpenAlready
        } else {
            Asked::Opens
        }
    }

    /// Somebody opened a file in an emergency: for an hour, and with it what was sent to services, if they follow that.
    pub fn opened(&mut self, by: &Actor, act: ActId, case: StreamId, at: Moment) {
        let (capacity, ground, strength) = (by.capacity, Ground::Emergency, Strength::Fresh);
        let sent = Question { capacity, ground, part: Part::Package, action: Action::Read, strength, bar: None };
        let follows = decide(sent).is_some();
        for stream in self.file_of(case).into_iter().filter(|stream| *stream == case || follows) {
            self.begin(by.account.bytes(), stream, Ground::Emergency, at, at.plus(HOUR));
        }
        let (examined, justified, justified_outside) = (false, false, false);
        self.openings.push(Opening { act, by: *by, case, at, examined, justified, justified_outside });
    }

    /// A body has a mandate for a prison, as the house was given it.
    pub fn mandated(&mut self, body: OrgId, prison: OrgId) {
        self.mandates.push((body, prison, FOR_EVER));
    }

    /// Does anybody hold this ground on a stream?
    pub fn anybody(&self, stream: StreamId, ground: Ground, at: Moment) -> bool {
        !self.running(stream, ground, at).is_empty()
    }

    /// May they do this to a part of a stream?
    pub fn allows(&self, actor: &Actor, stream: StreamId, part: Part, action: Action, at: Moment) -> bool {
        let Actor { capacity, strength, .. } = *actor;
        self.grounds(actor, stream, at)
            .into_iter()
            .any(|ground| decide(Question { capacity, ground, part, action, strength, bar: None }).is_some())
    }

    /// The parts of a stream that they may read.
    pub fn reads(&self, actor: &Actor, stream: StreamId, at: Moment) -> Vec<Part> {
        let parts = Part::ALL.iter().copied();
        parts.filter(|part| self.allows(actor, stream, *part, Action::Read, at)).collect()
    }

    /// Does a plan that waits fall to this monitor: the prison that held the person last is under their mandate, and no supervisor
    /// of it who did not write the plan has the file?
    fn plan_falls_to(&self, actor: &Actor, case: &Case, at: Moment) -> bool {
        let last = case.prisons.last().copied();
        let over =
            |(body, prison, until): &(OrgId, OrgId, Moment)| *body == actor.org && Some(*prison) == last && at < *until;
        let other = self.supervisors.iter().any(|(account, prison)| {
            Some(*prison) == last
                && !self.closed.contains(&account.stream())
                && case.planned_by != Some(*account)
                && self.running(case.id, Ground::Custody, at).iter().any(|span| span.holder == prison.bytes())
        });
        actor.capacity == Capacity::Monitor
            && case.plan.is_some()
            && !case.approved
            && !self.ended.contains(&case.id)
            && self.mandates.iter().any(over)
            && !other
    }

    /// Prisons under this monitor's mandate of whose return somebody waits for a second word, and nobody else there could say it.
    fn returns_that_fall_to(&self, actor: &Actor, case: StreamId, at: Moment) -> impl Iterator<Item = OrgId> {
        let falls = move |word: &&Word| {
            let mandated = |(body, prison, until): &(OrgId, OrgId, Moment)| {
                *body == actor.org && *prison == word.prison && at < *until
            };
            let another = |(account, prison): &(AccountId, OrgId)| {
                *prison == word.prison && *account != word.by && !self.closed.contains(&account.stream())
            };
            word.case == case
                && at.since(word.said) < WORD
                && word.by != actor.account
                && self.mandates.iter().any(mandated)
                && !self.registrars.iter().any(another)
        };
        let monitor = actor.capacity == Capacity::Monitor;
        self.words.iter().filter(falls).map(|word| word.prison).filter(move |_| monitor).collect::<Vec<_>>().into_iter()
    }

    /// May they do this act, asked on this stream? A return that falls to oversight is one to the prison that waits for it.
    pub fn may(&self, actor: &Actor, stream: StreamId, act: &Act, at: Moment) -> bool {
        let elsewhere = match act {
            Act::Custody(topic::Custody::Returned(body)) => {
                let mut falls = self.returns_that_fall_to(actor, stream, at).peekable();
                falls.peek().is_some() && falls.all(|prison| prison != body.prison)
            }
            _ => false,
        };
        !elsewhere && self.may_kind(actor, stream, act.kind(), at)
    }

    /// May they do an act of this kind, asked on this stream? Where nobody else is left, the second signature and nothing beside it.
    pub fn may_kind(&self, actor: &Actor, stream: StreamId, kind: Kind, at: Moment) -> bool {
        let Actor { capacity, strength, .. } = *actor;
        let (part, action) = (kind.row().part, kind.row().action);
        let case = self.cases.iter().find(|case| case.id == stream);
        let signs = match kind {
            Kind::CustodyReturned => self.returns_that_fall_to(actor, stream, at).next().is_some(),
            Kind::PlanApproved | Kind::PlanReturned => case.is_some_and(|case| self.plan_falls_to(actor, case, at)),
            _ => false,
        };
        self.grounds(actor, stream, at)
            .into_iter()
            .filter(|ground| signs || *ground != Ground::NoSecondPerson)
            .any(|ground| decide(Question { capacity, ground, part, action, strength, bar: None }).is_some())
    }

    /// The case that a stream belongs to.
    fn file_of(&self, case: StreamId) -> Vec<StreamId> {
        let referrals = self.referrals.iter().filter(|shared| shared.case == case).map(|shared| shared.id);
        referrals.chain([case]).collect()
    }

    fn begin(&mut self, holder: [u8; 16], stream: StreamId, ground: Ground, from: Moment, until: Moment) {
        self.spans.push(Span { holder, stream, ground, from, until });
    }

    fn end(&mut self, streams: &[StreamId], grounds: &[Ground], at: Moment) {
        for span in &mut self.spans {
            if streams.contains(&span.stream) && grounds.contains(&span.ground) && span.until > at {
                span.until = at;
            }
        }
    }

    fn running(&self, stream: StreamId, ground: Ground, at: Moment) -> Vec<Span> {
        let on = self.spans.iter().filter(|span| span.stream == stream && span.ground == ground);
        on.filter(|span| span.from <= at && at < span.until).copied().collect()
    }

    fn after(&self, day: Date) -> Moment {
        Moment::start_of(day.tomorrow().unwrap(), &self.zone)
    }

    fn case_mut(&mut self, id: StreamId) -> &mut Case {
        self.cases.iter_mut().find(|case| case.id == id).unwrap()
    }

    /// Until when a referral may be shared at most.
    fn shared_until(&self, referral: StreamId) -> Moment {
        let shared = self.referrals.iter().find(|shared| shared.id == referral).unwrap();
        let consent =
            self.consents.iter().find(|(act, _)| *act == shared.consent).map_or(FOR_EVER, |(_, until)| *until);
        consent.min(shared.package.unwrap_or(FOR_EVER))
    }

    /// Takes an act that was recorded.
    pub fn take(&mut self, by: &Actor, id: ActId, stream: StreamId, act: &Act, at: Moment) {
        let org = by.org.bytes();
        match act {
            Act::Custody(act) => self.take_custody(by, stream, act, at),
            Act::File(topic::File::Allocated(body)) => {
                let file = self.file_of(stream);
                self.end(&file, &[Ground::Allocated], at);
                let held = self.running(stream, Ground::Custody, at);
                let until = held.iter().map(|span| span.until).max().unwrap_or(FOR_EVER);
                for stream in file {
                    self.begin(body.to.bytes(), stream, Ground::Allocated, at, until);
                }
            }
            Act::Assessment(topic::Assessment::Assessed(_)) => self.case_mut(stream).assessed = true,
            Act::Plan(topic::Plan::Proposed(_)) => {
                let case = self.case_mut(stream);
                (case.plan, case.agreed, case.approved) = (Some(id), false, false);
                case.planned_by = Some(by.account);
            }
            Act::Plan(topic::Plan::Agreed(_)) => self.case_mut(stream).agreed = true,
            Act::Plan(topic::Plan::Approved(_)) => self.case_mut(stream).approved = true,
            Act::Measure(topic::Measure::Imposed(_) | topic::Measure::FoundInForce(_)) => {
                self.case_mut(stream).measure = Some(id);
            }
            Act::Consent(topic::Consent::Given(body)) => {
                let until = self.after(body.until);
                self.consents.push((id, until));
                self.case_mut(stream).consents.push((id, body.recipient));
            }
            Act::Consent(topic::Consent::Withdrawn(body)) => {
                for (_, until) in self.consents.iter_mut().filter(|(act, _)| *act == body.consent) {
                    *until = at.min(*until);
                }
                let resting =
                    self.referrals.iter().filter(|shared| shared.case == stream && shared.consent == body.consent);
                let resting: Vec<StreamId> = resting.map(|shared| shared.id).collect();
                self.end(&resting, &OUTSIDE, at);
            }
            Act::Referral(topic::Referral::Begun(body)) => {
                let id = body.referral.stream();
                self.referrals.push(Shared { id, case: stream, to: body.org, consent: body.consent, package: None });
                for (on_case, on_referral) in [
                    (Ground::Custody, Ground::Referrer),
                    (Ground::Allocated, Ground::Allocated),
                    (Ground::Aftercare, Ground::Aftercare),
                ] {
                    for span in self.running(stream, on_case, at) {
                        self.begin(span.holder, id, on_referral, at, span.until);
                    }
                }
            }
            Act::Referral(act) => self.take_referral(org, stream, act, at),
            Act::Release(topic::Release::HandoverOffered(body)) => {
                self.end(&[stream], &[Ground::Handover], at);
                let until = self.after(body.answer_by);
                self.begin(body.to.bytes(), stream, Ground::Handover, at, until);
            }
            Act::Release(topic::Release::HandoverAccepted(_)) => {
                self.end(&[stream], &[Ground::Handover], at);
                let file = self.file_of(stream);
                self.end(&file, &[Ground::Aftercare], at);
                for stream in file {
                    self.begin(org, stream, Ground::Aftercare, at, FOR_EVER);
                }
            }
            Act::Release(topic::Release::HandoverReturned(_)) => self.end(&[stream], &[Ground::Handover], at),
            Act::Organisation(topic::Organisation::MandateProposed(body)) => {
                let until = body.until.map_or(FOR_EVER, |day| self.after(day));
                self.proposed.push((id, body.body, stream.into(), until));
            }
            // A second administrator gives it.
            Act::Organisation(topic::Organisation::MandateConfirmed(body)) => {
                let proposed = self.proposed.iter().filter(|(act, _, _, _)| *act == body.mandate);
                self.mandates.extend(proposed.map(|(_, body, prison, until)| (*body, *prison, *until)));
            }
            Act::Account(topic::Account::Disabled(_)) => self.closed.push(stream),
            _ => {}
        }
    }

    fn take_custody(&mut self, by: &Actor, stream: StreamId, act: &topic::Custody, at: Moment) {
        let file = self.file_of(stream);
        match act {
            topic::Custody::Admitted(body) => {
                let prisons = vec![body.prison];
                self.cases.push(Case {
                    id: stream,
                    prisons,
                    plan: None,
                    planned_by: None,
                    assessed: false,
                    agreed: false,
                    approved: false,
                    measure: None,
                    consents: Vec::new(),
                });
                self.begin(body.prison.bytes(), stream, Ground::Custody, at, FOR_EVER);
            }
            topic::Custody::Transferred(body) => self.moved(stream, body.to, at),
            topic::Custody::Returned(body) => {
                let word = Word { case: stream, by: by.account, org: by.org, prison: body.prison, said: at };
                let joins = |first: &Word| {
                    let there = first.org == first.prison || word.org == word.prison;
                    let same = first.case == word.case && first.prison == word.prison;
                    same && there && first.by != word.by && at.since(first.said) < WORD
                };
                // What one person says opens nothing and ends nothing.
                if !self.words.iter().any(joins) {
                    self.words.push(word);
                    return;
                }
                self.said_by_two += 1;
                self.words.retain(|first| first.case != stream);
                self.end(&file, &[Ground::Aftercare], at);
                self.ended.retain(|case| *case != stream);
                self.moved(stream, body.prison, at);
            }
            topic::Custody::Released(_) => {
                self.end(&file, &[Ground::Custody, Ground::Allocated, Ground::Referrer], at.plus(PAPERS));
            }
            topic::Custody::Closed(_) => {
                self.ended.push(stream);
                self.end(&file, &[Ground::Custody, Ground::Allocated, Ground::Referrer, Ground::Emergency], at);
                self.end(&file, &[Ground::Aftercare, Ground::Handover, Ground::Offer, Ground::Accepted], at);
                self.end(&file, &[Ground::Referral, Ground::Assigned], at.plus(COPY));
            }
            _ => {}
        }
    }

    /// Another prison holds the person; the one before has nothing more, and nobody is named.
    fn moved(&mut self, case: StreamId, to: OrgId, at: Moment) {
        let file = self.file_of(case);
        self.end(&file, &[Ground::Custody, Ground::Referrer, Ground::Allocated], at);
        for stream in file {
            let ground = if stream == case { Ground::Custody } else { Ground::Referrer };
            self.begin(to.bytes(), stream, ground, at, FOR_EVER);
        }
        self.case_mut(case).prisons.push(to);
    }

    fn take_referral(&mut self, org: [u8; 16], stream: StreamId, act: &topic::Referral, at: Moment) {
        match act {
            topic::Referral::Offered(body) => {
                let until = self.after(body.answer_by).min(self.shared_until(stream));
                self.begin(body.org.bytes(), stream, Ground::Offer, at, until);
            }
            topic::Referral::PackageReleased(body) => {
                let until = self.after(body.until);
                self.referrals.iter_mut().find(|shared| shared.id == stream).unwrap().package = Some(until);
                let until = self.shared_until(stream);
                for ground in [Ground::Accepted, Ground::Referral, Ground::Assigned] {
                    for span in self.running(stream, ground, at) {
                        self.end(&[stream], &[ground], at);
                        self.begin(span.holder, stream, ground, at, until);
                    }
                }
            }
            topic::Referral::Accepted(_) => {
                self.end(&[stream], &[Ground::Offer], at);
                let until = self.shared_until(stream);
                self.begin(org, stream, Ground::Accepted, at, until);
            }
            topic::Referral::Declined(_) | topic::Referral::Expired(_) => self.end(&[stream], &[Ground::Offer], at),
            topic::Referral::Assigned(body) => {
                self.end(&[stream], &[Ground::Accepted, Ground::Referral, Ground::Assigned], at);
                let until = self.shared_until(stream);
                self.begin(org, stream, Ground::Referral, at, until);
                self.begin(body.to.bytes(), stream, Ground::Assigned, at, until);
            }
            topic::Referral::Concluded(_) => self.end(&[stream], &[Ground::Referral, Ground::Assigned], at.plus(COPY)),
            topic::Referral::Withdrawn(_) => self.end(&[stream], &OUTSIDE, at),
            _ => {}
        }
    }
}
