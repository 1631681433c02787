//! One case, as far as the asker may see it.

use std::collections::btree_map::Entry;

use access::{Actor, PartSet};
use domain::facts::Facts;
use domain::kind::{Kind, Subject};
use domain::look::{Consulted, Printed, Purpose};
use domain::{Act, ActId, CaseId, Moment, OrgId, Part, Recorded, ReferralId, ServiceId, StreamId};
use safeguards::Finding;
use store::{Tx, Val};

use super::{LookPage, Looks, SentLine, Shown, in_emergency, purpose_of};
use crate::App;
use crate::disclosed::Disclosed;
use crate::findings::part_of;
use crate::refusal::{Fault, Refusal};
use crate::step_up::proved;
use crate::witness::{Opened, Resting};
use crate::writing::head_of;

/// A case file: the acts of permitted parts, folded, and what surrounds them.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The case.
    pub case: CaseId,
    /// The head that a decision made from this page is based on.
    pub head: u64,
    /// The parts that were opened.
    pub parts: PartSet,
    /// The acts, oldest first.
    pub acts: Vec<Recorded>,
    /// Facts of these acts alone.
    pub facts: Facts,
    /// What the rules say of acts that the asker may see.
    pub findings: Vec<FindingLine>,
    /// How many answers about such acts are "met".
    pub met: usize,
    /// Referrals of the case.
    pub referrals: Vec<ReferralLine>,
    /// Who looked.
    pub looks: Looks,
    /// What the asker may do here, by the table.
    pub may: Vec<Kind>,
    /// Until when it is open, if it is open in an emergency alone.
    pub emergency: Option<Moment>,
    /// To whom something was sent, in an emergency.
    pub sent: Vec<SentLine>,
    /// Openings in an emergency that the asker may examine: not their own, nor of somebody above them.
    pub examines: Vec<ActId>,
    /// Names beside acts.
    pub shown: Shown,
    /// When it was opened.
    pub now: Moment,
}

/// A finding as a page shows it.
#[derive(Debug, Clone)]
pub struct FindingLine {
    /// The finding; without what follows from acts whose part the reader has not.
    pub finding: Finding,
    /// May the reader see the facts, or only the rule and what to do?
    pub with_facts: bool,
}

/// A referral as the case sees it.
#[derive(Debug, Clone)]
pub struct ReferralLine {
    /// The referral.
    pub referral: ReferralId,
    /// The service.
    pub service: ServiceId,
    /// The organisation.
    pub org: OrgId,
    /// The state, as a code.
    pub state: String,
    /// The goal it answers, counted from 1.
    pub goal: u32,
    /// The plan version.
    pub plan: ActId,
    /// When it was begun.
    pub begun: Moment,
    /// The next session, if one is scheduled.
    pub next_session: Option<Moment>,
}

impl App {
    /// Opens a case.
    pub fn case(&self, actor: &Actor, case: CaseId, purpose: Purpose) -> Result<Disclosed<CaseFile>, Refusal> {
        self.case_with_looks(actor, case, purpose, LookPage::NEWEST)
    }

    /// Opens a case, with a page of the looks at it.
    pub fn case_with_looks(
        &self,
        actor: &Actor,
        case: CaseId,
        purpose: Purpose,
        looks: LookPage,
    ) -> Result<Disclosed<CaseFile>, Refusal> {
        self.show(actor, |tx, now| {
            let reading = self.reading(tx, actor, case.stream(), now)?;
            let parts = reading.parts();
            let mut value = self.open_case(tx, actor, (case, looks), parts, now)?;
            value.emergency = in_emergency(&reading);
            if value.emergency.is_some() {
                value.sent = self.sent_lines(tx, actor, case, &mut value.shown, now)?;
            }
            let purpose = purpose_of(&reading, purpose);
            let entry = (case.stream(), Act::from(Consulted { parts: parts.iter().collect(), purpose }));
            Ok(Opened { value, until: reading.until(), entry, rests_on: vec![Resting::on(&reading, parts)] })
        })
    }

    /// Puts a part of a case on paper, with the name of the person: a look of its own kind. Nothing else is opened.
    pub fn print_case(&self, actor: &Actor, case: CaseId, part: Part) -> Result<Disclosed<CaseFile>, Refusal> {
        self.show(actor, |tx, now| {
            let reading = self.reading(tx, actor, case.stream(), now)?;
            let paper = PartSet::EMPTY.with(part).with(Part::Identity).intersection(reading.parts());
            let standing = crate::ground::standing(tx, actor, case.stream(), now)?;
            let prints = |who: &Actor| {
                standing
                    .printable(who, case.stream(), now)
                    .filter(|printing| printing.opens(case.stream(), part) && paper.contains(part))
            };
            let printing = prints(actor).ok_or_else(|| match proved(actor).and_then(|proved| prints(&proved)) {
                Some(_) => Refusal::NeedsFresh,
                None => Refusal::NotAllowed,
            })?;
            let value = self.open_case(tx, actor, (case, LookPage::NEWEST), paper, now)?;
            let until = [reading.until(), printing.until()].into_iter().flatten().min();
            let entry = (case.stream(), Act::from(Printed { part }));
            let printed = Resting::on(&printing, PartSet::EMPTY.with(part));
            Ok(Opened { value, until, entry, rests_on: vec![Resting::on(&reading, paper), printed] })
        })
    }

    /// Opens a case as far as these parts.
    fn open_case(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (case, looks): (CaseId, LookPage),
        parts: PartSet,
        now: Moment,
    ) -> Result<CaseFile, Refusal> {
        let stream = case.stream();
        let subject = tx.one("select subject from stream where id = $1", &[Val::Blob(&stream.bytes())], |row| {
            row.get::<String>(0)
        })?;
        if subject.as_deref() != Some("case") {
            return Err(Refusal::NotYours);
        }
        // The safeguards judge the whole file; what a reader sees of it depends on the reader's parts.
        let whole = self.folded(tx, stream, Subject::Case)?;
        let checked = self.check(whole.case().ok_or(Refusal::NotYours)?, now);
        let acts = self.open_parts_of(tx, stream, parts)?;
        let facts = Facts::of(&acts);
        let sees = |act: &ActId| acts.iter().any(|recorded| recorded.id() == *act);
        // Many rules hang on the admission, which all may see: the part that a rule is about must be open as well.
        let told = |finding: &Finding| parts.contains(part_of(finding)) && sees(&finding.anchor);
        let met = checked.met.iter().filter(|finding| told(finding)).count();
        let findings = checked.findings.into_iter().filter(told);
        let findings = findings.map(|finding| redacted(finding, sees)).collect();
        let mut shown = Shown::default();
        self.show_names(tx, &mut shown, &acts)?;
        let referrals = self.referral_lines(tx, (actor, now), &facts, &acts, &mut shown)?;
        for place in &facts.custody {
            self.show_org(tx, &mut shown, place.value)?;
        }
        for handover in &facts.handovers {
            self.show_org(tx, &mut shown, handover.to)?;
        }
        for consent in &facts.consents {
            self.show_org(tx, &mut shown, consent.recipient)?;
        }
        let named = facts.restricted.iter().flat_map(|restriction| &restriction.named);
        let barred = facts.conflicts.iter().map(|row| &row.value.0);
        for account in facts.allocated.iter().map(|row| &row.value).chain(named).chain(barred) {
            if let Some(name) = self.names.staff(account.stream()) {
                shown.staff.insert(account.stream(), name);
            }
        }
        let looks = self.looks(tx, actor, (stream, parts), looks, &mut shown)?;
        let head = head_of(tx, stream)?.ok_or(Refusal::NotYours)?;
        let may = self.may(tx, actor, stream, now)?;
        let (emergency, sent) = (None, Vec::new());
        let mut examines = Vec::new();
        if may.contains(&Kind::FileEmergencyReviewed) && actor.stands_in.is_none() {
            for opening in &facts.emergencies {
                let below = self.stands_below(tx, actor.account, opening.by, [opening.at, now])?;
                if opening.may_be_examined_by(actor.account, (actor.capacity, actor.org), below).is_ok() {
                    examines.push(opening.act);
                }
            }
        }
        Ok(CaseFile {
            case,
            head,
            parts,
            acts,
            facts,
            findings,
            met,
            referrals,
            looks,
            may,
            emergency,
            sent,
            examines,
            shown,
            now,
        })
    }

    fn referral_lines(
        &self,
        tx: &mut Tx<'_>,
        (actor, now): (&Actor, Moment),
        facts: &Facts,
        acts: &[Recorded],
        shown: &mut Shown,
    ) -> Result<Vec<ReferralLine>, Fault> {
        let mut lines = Vec::new();
        for link in &facts.referrals {
            self.show_org(tx, shown, link.org)?;
            let stream = link.referral.stream();
            let row = tx.one(
                "select state, next_session, service from referral_index where stream = $1",
                &[Val::Blob(&stream.bytes())],
                |row| {
                    Ok((
                        row.get::<String>(0)?,
                        row.get::<Option<i64>>(1)?,
                        ServiceId::from(StreamId::from_bytes(row.get(2)?)),
                    ))
                },
            )?;
            let Some((state, next, service)) = row else { continue };
            let opened = self.reading(tx, actor, stream, now).ok();
            let attends = opened.is_some_and(|reading| reading.opens(stream, Part::Attendance));
            self.show_service(tx, shown, service)?;
            let begun =
                acts.iter().find(|recorded| recorded.id() == link.act).map_or(facts_begin(facts), Recorded::concerns);
            lines.push(ReferralLine {
                referral: link.referral,
                service,
                org: link.org,
                state,
                goal: link.goal.1,
                plan: link.goal.0,
                begun,
                // When somebody meets whom is attendance: only for those who may open it.
                next_session: next.filter(|_| attends).map(Moment::from_millis),
            });
        }
        Ok(lines)
    }

    pub(crate) fn show_service(&self, tx: &mut Tx<'_>, shown: &mut Shown, service: ServiceId) -> Result<(), Fault> {
        let stream = service.stream();
        if let Entry::Vacant(place) = shown.services.entry(stream) {
            let name = tx.one("select name from service where stream = $1", &[Val::Blob(&stream.bytes())], |row| {
                row.get::<String>(0)
            })?;
            place.insert(name.unwrap_or_default());
        }
        Ok(())
    }
}

/// A finding hangs on an act that the reader sees. Of what rests on acts of other parts only the rule and the answer are
/// left: a flag or a clock would tell what those acts say.
fn redacted(mut finding: Finding, sees: impl Fn(&ActId) -> bool) -> FindingLine {
    let with_facts = finding.acts.iter().all(sees);
    if !with_facts {
        finding.acts.clear();
        finding.flags.clear();
        finding.stretches.clear();
        finding.clock = None;
        finding.coverage = None;
        finding.planned_end = None;
        finding.known = None;
    }
    FindingLine { finding, with_facts }
}

fn facts_begin(facts: &Facts) -> Moment {
    facts.admitted.map_or(Moment::from_millis(0), |(_, at)| at)
}
